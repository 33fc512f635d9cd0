"""Make `checker/normalise/data/given.txt` from the given names of the library Faker (MIT).

    python tools/build_names.py            write the file
    python tools/build_names.py --check    say whether the file is what would be written

Names in another script are romanised by anyascii, so the languages whose script leaves out the
vowels (Arabic, Persian, Hebrew, Urdu) are not taken from Faker but from `given_more.txt`.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from checker.normalise.fold import fold
from checker.normalise.name_keys import families

TARGET = Path(__file__).parent.parent / "checker" / "normalise" / "data" / "given.txt"

LOCALES = [
    "en_US",
    "en_GB",
    "en_IN",
    "en_PK",
    "en_KE",
    "en_NG",
    "ga_IE",
    "de_DE",
    "fr_FR",
    "es_ES",
    "it_IT",
    "pt_BR",
    "nl_NL",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "pl_PL",
    "cs_CZ",
    "sk_SK",
    "sl_SI",
    "hr_HR",
    "ro_RO",
    "hu_HU",
    "ru_RU",
    "uk_UA",
    "bg_BG",
    "el_GR",
    "lt_LT",
    "lv_LV",
    "et_EE",
    "ka_GE",
    "hy_AM",
    "az_AZ",
    "uz_UZ",
    "tr_TR",
    "id_ID",
    "ja_JP",
    "vi_VN",
    "yo_NG",
    "ha_NG",
    "ig_NG",
    "sw",
    "zu_ZA",
]

MORE = Path(__file__).with_name("given_more.txt")


def given_names() -> list[str]:
    """Every given name, folded, in alphabetical order."""
    lines = MORE.read_text(encoding="utf-8").splitlines()
    names = {fold(name) for line in lines if line[:1] != "#" for name in line.split()}
    names.update(families("same_given"))
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in ("first_names", "first_names_male", "first_names_female"):
            for name in getattr(provider, field, ()):
                names.update(fold(name).split())
    return sorted(name for name in names if len(name) > 1 and name.isalpha())


def main() -> int:
    """Write the file, or with --check compare it: 1 when it has drifted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    text = "\n".join(given_names()) + "\n"
    if check:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Make `checker/normalise/data/feasts.tsv` from the library holidays (MIT): feasts by the moon.

    python tools/build_feasts.py            write the file
    python tools/build_feasts.py --check    say whether the file is what would be written

One line a feast: its name, and the days it begins on, by the civil calendar. What can be reckoned
(Easter, the fourth Thursday of November) is not in it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from holidays.calendars.buddhist import _BuddhistLunisolar
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

TARGET = Path(__file__).parent.parent / "checker" / "normalise" / "data" / "feasts.tsv"
YEARS = range(1950, 2051)

SOURCES: dict[type[Any], list[str]] = {
    _IslamicLunar: [
        "ashura",
        "eid_al_adha",
        "eid_al_fitr",
        "hijri_new_year",
        "isra_and_miraj",
        "jumuatul_wida",
        "laylat_al_qadr",
        "mawlid",
        "ramadan_beginning",
    ],
    _HebrewLunisolar: [
        "hanukkah",
        "israel_independence",
        "lag_baomer",
        "passover",
        "purim",
        "rosh_hashanah",
        "shavuot",
        "sukkot",
        "tisha_bav",
        "yom_kippur",
    ],
    _HinduLunisolar: [
        "basant_panchami",
        "buddha_purnima",
        "chhath_puja",
        "diwali_india",
        "dussehra",
        "ganesh_chaturthi",
        "gudi_padwa",
        "guru_gobind_singh_jayanti",
        "guru_nanak_jayanti",
        "guru_ravidas_jayanti",
        "holi",
        "janmashtami",
        "karwa_chauth",
        "maha_shivaratri",
        "maharshi_valmiki_jayanti",
        "mahavir_jayanti",
        "makar_sankranti",
        "onam",
        "pohela_boishakh",
        "pongal",
        "raksha_bandhan",
        "ram_navami",
        "rath_yatra",
        "sharad_navratri",
        "vaisakhi",
    ],
    _ChineseLunisolar: ["dragon_boat", "lunar_new_year", "mid_autumn"],
    _BuddhistLunisolar: ["vesak"],
}


def days_of(calendar: Any, feast: str) -> list[date]:
    """Every day in `YEARS` on which the feast begins."""
    method = getattr(calendar, f"{feast}_dates", None) or getattr(calendar, f"{feast}_date")
    found = {day for year in YEARS for day in _flat(method(year))}
    return sorted(day for day in found if day.year in YEARS)


def _flat(given: Any) -> Iterator[date]:
    """The days in what the library gives: a day, a day with a mark, or several of them."""
    if isinstance(given, date):
        yield given
    elif given is not None and not isinstance(given, bool):
        for part in given:
            yield from _flat(part)


def text() -> str:
    """What the file is to hold."""
    lines = {
        feast: " ".join(f"{day:%Y%m%d}" for day in days_of(calendar(), feast))
        for calendar, feasts in SOURCES.items()
        for feast in feasts
    }
    return "".join(f"{feast}\t{lines[feast]}\n" for feast in sorted(lines))


def main() -> int:
    """Write the file, or with --check compare it: 1 when it has drifted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return 0 if TARGET.read_text(encoding="utf-8") == text() else 1
    TARGET.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

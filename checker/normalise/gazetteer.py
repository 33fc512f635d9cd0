"""The gazetteer: places by folded name, from GeoNames and ISO 3166-2 and the everyday names.

`data/gazetteer.tsv` is made by `tools/build_gazetteer.py`. It stays text, sorted by name: a name is
looked up by bisection, and only the lines that a text asks for are ever read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from checker.normalise.fold import fold
from checker.normalise.lexicon import load
from checker.values import Place

_KINDS = {"n": "country", "r": "region", "c": "city", "C": "city", "a": "area"}
#: An area's borders are not exact, so it is known by name only: see lexicon/en/places.yml.
_AREA = "a"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a name: `kind` as in the file, `people` in thousands."""

    kind: str
    country: str
    region: str
    people: int
    name: str
    key: str

    def place(self, text: str) -> Place:
        """The value, as some words of a text name it."""
        within = tuple(key for key in (self.region, self.country) if key and key != self.key)
        return Place(text, self.name, self.key, _KINDS[self.kind], within, self.kind != _AREA)


@dataclass(frozen=True, slots=True)
class Known:
    """The places of a name, the weightiest first, and whether the name is an ordinary word too."""

    entries: tuple[Entry, ...]
    ambiguous: bool = False

    @property
    def usual(self) -> Entry:
        """The place meant when nothing around says which: never the province for its town."""
        first = self.entries[0]
        towns = [entry for entry in self.entries if entry.country == first.country]
        if first.kind == "r":
            return max(towns, key=lambda entry: entry.people > 0)
        return first


@cache
def _lines() -> list[str]:
    path = files("checker.normalise").joinpath("data", "gazetteer.tsv")
    return path.read_text(encoding="utf-8").split("\n")


@lru_cache(maxsize=16384)
def lookup(name: str) -> Known | None:
    """The places that go by a name (folded already), or None."""
    alias = _aliases().get(name)
    if alias is not None:
        return alias
    line = _line(name)
    if line is None:
        return None
    flag, _, places = line.partition(";")
    return Known(tuple(_entry(place) for place in places.split(";")), flag == "w")


def _line(name: str) -> str | None:
    lines = _lines()
    start = f"{name}\t"
    at = bisect_left(lines, start)
    if not name or at == len(lines) or not lines[at].startswith(start):
        return None
    return lines[at][len(start) :]


def _entry(words: str) -> Entry:
    kind, country, short, people, name, key = words.split("|")
    region = f"{country}-{short}" if short else ""
    if not key:
        own = f"{country}/{fold(name).replace(' ', '-')}"
        key = region if kind == "r" else country if kind == "n" else own
    return Entry(kind, country, region, int(people), name, key)


@cache
def _aliases() -> Mapping[str, Known]:
    data = load("places")
    found: dict[str, Known] = {}
    for key, names in data["aliases"].items():
        for name in names:
            entry = _of_key(key, names[0])
            if entry is not None:
                found[fold(name)] = Known((entry,))
    for key, name in data["regions"].items():
        country = key.partition("-")[0]
        found[fold(name)] = Known((Entry("r", country, key, 0, name, key),))
    for key, names in data["areas"].items():
        for name in names:
            found[fold(name)] = Known((Entry(_AREA, "", "", 0, name, key),))
    return found


def _of_key(key: str, name: str) -> Entry | None:
    """The entry of a key: by the file for a city, by its own form for a country or a region."""
    if "/" in key:
        line = _line(key.partition("/")[2].replace("-", " "))
        entries = line.partition(";")[2].split(";") if line is not None else []
        return next((entry for entry in map(_entry, entries) if entry.key == key), None)
    if "-" in key:
        return Entry("r", key.partition("-")[0], key, 0, name, key)
    return Entry("n", key, "", 0, country_names().get(key, name), key)


@cache
def short_states() -> Mapping[str, str]:
    """Short forms of states after a town's name: "Calif" → US-CA."""
    return {
        fold(short): f"{country}-{code}"
        for country, states in load("places")["states"].items()
        for short, code in states.items()
    }


@cache
def demonyms() -> Mapping[str, str]:
    """Folded demonym (adjective, noun, plural) → key of its country, region or area."""
    found: dict[str, str] = {}
    for key, words in load("demonyms").items():
        for word in words:
            form = fold(word)
            found[form] = key
            if not form.endswith(("s", "sh", "ch", "ese")):
                found[f"{form}s"] = key
    return found


@cache
def country_names() -> Mapping[str, str]:
    """Country code → name."""
    return {
        entry.country: entry.name
        for line in _lines()
        if ";n|" in line
        for entry in map(_entry, line.partition("\t")[2].partition(";")[2].split(";"))
        if entry.kind == "n"
    }


@cache
def _other_names() -> Mapping[str, str]:
    """Everyday names of regions and areas by key."""
    data = load("places")
    regions: dict[str, str] = data["regions"]
    return {key: names[0] for key, names in data["areas"].items()} | regions


def place_of_key(key: str, text: str) -> Place:
    """A country, region or area by its key, named by some words."""
    name = country_names().get(key) or _other_names().get(key) or text
    if key.startswith("area/"):
        return Place(text, name, key, "area")
    if "-" in key:
        return Place(text, name, key, "region", (key.partition("-")[0],), True)
    return Place(text, name, key, "country", (), True)


@cache
def given_names() -> frozenset[str]:
    """Given names of many languages, folded."""
    path = files("checker.normalise").joinpath("data", "given.txt")
    return frozenset(path.read_text(encoding="utf-8").split())

"""Which place a name is in a text: by what the text says of it, then by what else it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.normalise import gazetteer
from checker.normalise.capitals import Scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import Entry, Known, lookup, short_states
from checker.normalise.place_cues import Evidence
from checker.normalise.place_names import Name
from checker.values import Place

#: A city of so many thousands is known without further evidence, if its name means nothing else.
_LARGE = 300
#: A town of fewer thousands may have a namesake that no gazetteer has.
_SMALL = 100
#: A city of so many is meant by its name even where the name means other things.
_GREAT = 1000
#: The weight of a region beside cities, in thousands of people.
_REGION = 400
_STATE = 3000
_COUNTRY = 10**6


def countries(words: Scan, names: Sequence[Name]) -> Counter[str]:
    """How often each country and region is named beyond doubt, by name or demonym."""
    named: Counter[str] = Counter()
    for found in names:
        known = found.known
        if known is None:
            continue
        entry = known.entries[0]
        if known.ambiguous and not (found.evidence.firm or entry.kind in "nr"):
            continue
        if known.ambiguous and len({other.country for other in known.entries}) > 1:
            continue
        if entry.kind in "nr" or entry.people >= _LARGE:
            named[entry.country] += 1
            if entry.region:
                named[entry.region] += 1
    for start, end in words.runs:
        for index in range(start, end):
            key = gazetteer.demonyms().get(fold(words.words[index]))
            if key is not None and len(key) == 2:
                named[key] += 1
    return named


def decide(words: Scan, names: Sequence[Name], named: Counter[str]) -> Mapping[str, Place]:
    """Folded name → the one place it is in this text."""
    by_name: dict[str, list[Name]] = {}
    for found in names:
        by_name.setdefault(found.name, []).append(found)
    places: dict[str, Place] = {}
    unknown: dict[str, Evidence] = {}
    for name, all_found in by_name.items():
        seen = _together([found.evidence for found in all_found])
        known = all_found[0].known
        bare = any(found.evidence.kind != "region" for found in all_found)
        if known is not None and seen.kind == "region" and bare:
            seen = replace(seen, kind="")
        if known is None:
            if seen.firm:
                unknown[name] = seen
            continue
        if seen.holder and _is_small(known) and not _lies_in(known, seen.holder):
            # "Palmer, Alaska" is too small for the gazetteer, which has a Palmer elsewhere.
            unknown[name] = replace(seen, firm=True)
            continue
        entry = pick(known, named, seen)
        if _lies_elsewhere(entry, named) and not seen.holder:
            if seen.firm:
                unknown[name] = seen
            continue
        if _is_sure(known, entry, seen, named):
            places[name] = entry.place(name)
    for name, seen in unknown.items():
        places[name] = _unknown_place(words, by_name[name][0], seen, places)
    return {name: _placed(place, unknown.get(name), places) for name, place in places.items()}


def _is_small(known: Known) -> bool:
    """Whether all places of the name are lesser towns: others are not told by what follows them."""
    return all(entry.kind == "c" and entry.people < _LARGE for entry in known.entries)


def _lies_in(known: Known, holder: str) -> bool:
    """Whether one of the places lies in what the text says it lies in, as far as that is known."""
    keys = _holder_keys(holder)
    return not keys or any(
        {entry.key, entry.region, entry.country} & keys
        or (not entry.region and entry.country in {key.partition("-")[0] for key in keys})
        for entry in known.entries
    )


def _lies_elsewhere(entry: Entry, named: Counter[str]) -> bool:
    """Whether a small town lies in one region of a country while the text is set in another."""
    if entry.kind != "c" or entry.people >= _SMALL or entry.country != "US" or not entry.region:
        return False
    others = [key for key in named if key.startswith(f"{entry.country}-")]
    return bool(others) and entry.region not in others


def _together(all_seen: Sequence[Evidence]) -> Evidence:
    """What all occurrences of a name say of it; the first that says something counts."""
    return Evidence(
        any(seen.firm for seen in all_seen),
        any(seen.loose for seen in all_seen),
        next((seen.kind for seen in all_seen if seen.kind), ""),
        next((seen.holder for seen in all_seen if seen.holder), ""),
        next((seen.near for seen in all_seen if seen.near), ""),
    )


def _weight(entry: Entry) -> int:
    if entry.kind == "n":
        return _COUNTRY
    if entry.kind == "r":
        return _STATE if entry.country == "US" else _REGION
    return entry.people + (1000 if entry.kind == "C" else 0)


def pick(known: Known, named: Counter[str], seen: Evidence) -> Entry:
    """Which of the places of one name is meant."""
    options = list(known.entries)
    for around in (seen.holder, seen.near):
        keys = _holder_keys(around)
        inside = [o for o in options if keys & {o.region, o.country} and o.key not in keys]
        if inside:
            options = inside
            break
    if seen.kind:
        same = [o for o in options if _is_kind(o, seen.kind)]
        options = same or options
    elif any(option.kind in "cC" for option in options):
        # "Homs" is the city unless the text says province.
        cities = {
            option.country
            for option in options
            if option.kind == "C" or (option.kind == "c" and option.country != "US")
        }
        options = [o for o in options if o.kind != "r" or o.country not in cities]
    best = max(options, key=_weight)
    if best.kind in "cC" and best.people >= 1000:
        return best
    return max(options, key=lambda option: (_home(option, named), _weight(option)))


def _home(option: Entry, named: Counter[str]) -> int:
    """How much of the text is set where the option lies; a country is no evidence of itself."""
    if option.kind == "n":
        return 1 + named[option.country]
    return (
        2 * named[option.region] + named[option.country] if option.region else named[option.country]
    )


def _is_kind(option: Entry, kind: str) -> bool:
    return option.kind in {"country": "n", "region": "r", "place": "nrcCa"}.get(kind, "cC")


def _is_sure(known: Known, entry: Entry, seen: Evidence, named: Counter[str]) -> bool:
    if entry.kind in "na":
        return True
    if seen.firm or seen.holder:
        return True
    if known.ambiguous:
        if entry.people >= (_LARGE if entry.kind == "C" else _GREAT):
            return True
        return (seen.loose and entry.people >= _LARGE) or (
            entry.kind == "r" and entry.country == "US"
        )
    if entry.kind == "r" or entry.people >= _LARGE:
        return True
    return seen.loose or named[entry.country] > 0


def _holder_keys(name: str) -> set[str]:
    """The keys that the name of a holder may stand for."""
    if not name:
        return set()
    keys = {short_states()[name]} if name in short_states() else set()
    own = gazetteer.demonyms().get(name)
    if own is not None:
        keys.add(own)
    known = lookup(name)
    if known is not None:
        for entry in known.entries:
            keys.add(entry.key)
            if entry.kind in "cC":
                keys.add(entry.country)
    return keys - {""}


def _unknown_place(words: Scan, found: Name, seen: Evidence, places: Mapping[str, Place]) -> Place:
    """A place as far as the text tells of it; what the text leaves open is not guessed."""
    shown = " ".join(words.words[found.first : found.last])
    within: tuple[str, ...] = ()
    for around, inside in ((seen.holder, True), (seen.near, False)):
        if not around or around == found.name or within:
            continue
        within = _around(around, places)
        if not inside:
            # North of Damascus is in Syria, but need not be in the region of Damascus.
            within = within[-1:] if len(within) > 1 else ()
    own = found.name.replace(" ", "-")
    return Place(shown, shown, own, seen.kind or "place", tuple(k for k in within if k != own))


def _around(name: str, places: Mapping[str, Place]) -> tuple[str, ...]:
    """The keys of what a folded name stands for, and of what that lies in, nearest first."""
    if name in places:
        return (places[name].key, *places[name].within)
    if name in short_states():
        key = short_states()[name]
        return key, key.partition("-")[0]
    if name in gazetteer.demonyms():
        return (gazetteer.demonyms()[name],)
    known = lookup(name)
    if known is not None:
        entry = known.usual
        return tuple(dict.fromkeys(key for key in (entry.key, entry.region, entry.country) if key))
    return (name.replace(" ", "-"),)


def _placed(place: Place, seen: Evidence | None, places: Mapping[str, Place]) -> Place:
    """A place that the text alone knows, with what its holder in turn lies in."""
    if seen is None or not seen.holder or seen.holder not in places:
        return place
    outer = places[seen.holder]
    if outer.key == place.key or place.key in outer.within:
        return place
    return replace(place, within=tuple(dict.fromkeys((*place.within, outer.key, *outer.within))))


def stands_here(words: Scan, found: Name, place: Place) -> bool:
    """Whether a name that is also a word or a surname is the place at this spot of the text.

    "Nice weather in Nice": a lesser place's name counts only where its own words place it.
    """
    known, seen = found.known, found.evidence
    if known is None or not known.ambiguous or place.kind == "country":
        return True
    if seen.firm or seen.loose or seen.holder or seen.kind:
        return True
    entry = next((entry for entry in known.entries if entry.key == place.key), None)
    great = entry is not None and (entry.kind == "C" or entry.people >= _GREAT or entry.kind == "r")
    if not words.opens_sentence(found.first):
        return True
    return great and words.words[found.first].lower() not in words.lower

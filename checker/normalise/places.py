"""Places: from the gazetteer where it knows them, else from what the text itself says.

A name that is also a surname, a given name or an ordinary word needs a word that places it ("in",
"city of", ", Texas"); a name that nobody knows needs a firm one. One name is one place in one text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checker.model import Kind, Mention, Span
from checker.normalise import gazetteer
from checker.normalise.capitals import Scan, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import Entry, Known, lookup, place_of_key, short_states
from checker.normalise.place_cues import Evidence, cues, evidence
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
#: A text's lead: mentions in it count double for its main place.
_LEAD = 600
#: Before a name these make another name: West Papua, New Mexico.
_POINTS = frozenset({"North", "South", "East", "West", "New"})
#: What is told as happening in a place: "in northern Syria", "across the country of".
_LOCATIVE = re.compile(
    r"\b(?:in|inside|across|throughout|near|outside|around)\s(?:the\s)?(?:[a-z-]+ern\s|central\s)?\Z"
)
#: The part of a country's mentions that one region or city must have to be the main place.
_MOST = 0.7


@dataclass(frozen=True, slots=True)
class _Name:
    """One occurrence of what may be a place's name."""

    first: int
    last: int
    name: str
    known: Known | None
    evidence: Evidence


def find(text: str, *, taken: Sequence[Span] = (), demonyms: bool = False) -> list[Mention]:
    """The places of a text, without those inside the spans that are taken by other names.

    With `demonyms`, "Syrian" is a mention of Syria too.
    """
    words = scan(text)
    names = list(_names(words, taken))
    named = _countries(words, names)
    places = _decide(words, names, named)
    mentions = []
    for found in names:
        place = places.get(found.name)
        if place is None:
            continue
        if found.evidence.kind == "region" and place.kind == "city":
            place = _province(found, place)
        span = words.span(found.first, found.last)
        shown = text[span.start : span.end]
        mentions.append(Mention(Kind.PLACE, span, shown, replace(place, text=shown)))
    if demonyms:
        mentions.extend(_demonym_mentions(words, mentions, taken))
        mentions.sort(key=lambda mention: mention.span)
    return mentions


def _province(found: _Name, city: Place) -> Place:
    """ "Homs province" in a text that says "Homs" too: the region that bears the city's name."""
    regions = [key for key in city.within if "-" in key]
    if not city.known or not regions:
        return city
    within = tuple(key for key in city.within if key != regions[0])
    return Place(city.text, city.name, regions[0], "region", within, True)


def parse(words: str) -> Place | None:
    """The place that some words name, "Paris, Texas" too, or None when no gazetteer knows it."""
    head, _, rest = words.partition(",")
    known = lookup(fold(words)) or lookup(fold(head))
    if known is None:
        return None
    holder = _holder_key(fold(rest)) if rest.strip() else ""
    return _pick(known, Counter(), Evidence(holder=fold(rest) if holder else "")).place(words)


def demonym(word: str) -> Place | None:
    """The country, region or area of a demonym: Syria for "Syrian" and "Syrians"."""
    key = gazetteer.demonyms().get(fold(word))
    return None if key is None else place_of_key(key, word)


def main_place(mentions: Sequence[Mention], text_length: int, text: str = "") -> Place | None:
    """The place that a text is about: the country most named, or the region or city in it that
    has most of the country's mentions. Those of the lead count double; a tie names none.

    With the text itself, what happens "in Syria" counts for more than what "Russia" says, and
    demonyms count too.
    """
    weight: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in mentions:
        place = mention.value
        if not isinstance(place, Place):
            continue
        lead = min(_LEAD, text_length // 3)
        count = 2 if mention.span.start < lead else 1
        if text and _LOCATIVE.search(text, max(0, mention.span.start - 30), mention.span.start):
            count *= 3
        places.setdefault(place.key, place)
        for key in (place.key, *place.within):
            weight[key] += count
    for key in _demonym_keys(text):
        weight[key] += 1
    tops = [key for key in weight if not (places[key].within if key in places else "-" in key)]
    ranked = sorted(tops, key=lambda key: -weight[key])
    if not ranked or (len(ranked) > 1 and weight[ranked[0]] == weight[ranked[1]]):
        return None
    best = ranked[0]
    while True:
        inner = [
            key
            for key, place in places.items()
            if best in place.within and weight[key] >= _MOST * weight[best]
        ]
        if not inner:
            break
        best = max(inner, key=lambda key: (weight[key], -len(places[key].within)))
    return places.get(best) or place_of_key(best, "")


def _demonym_keys(text: str) -> Iterator[str]:
    words = scan(text)
    for start, end in words.runs:
        for index in range(start, end):
            key = gazetteer.demonyms().get(fold(words.words[index]))
            if key is not None and len(key) == 2:
                yield key


def key_by_text(words: Scan, word: str) -> str:
    """The key of a place of the text that an unknown adjective is made of: Zendlandic, Zendland.

    "" where no place of the text, named by it alone, starts with the same four letters and more.
    """
    name = fold(word)
    if len(name) < 5:
        return ""
    for place in _introduced(words.text):
        if len(place) >= 4 and name != place and name.startswith(place[: max(4, len(place) - 3)]):
            return place.replace(" ", "-")
    return ""


@lru_cache(maxsize=8)
def _introduced(text: str) -> tuple[str, ...]:
    """Folded names that the text itself firmly uses as places and that no gazetteer knows."""
    words = scan(text)
    return tuple(sorted({n.name for n in _names(words, ()) if n.known is None and n.evidence.firm}))


def _names(words: Scan, taken: Sequence[Span]) -> Iterator[_Name]:
    """Every occurrence of a name of the gazetteer, or of a name that firm words place."""
    closed = sorted(taken)
    position = done = 0
    for start, end in words.runs:
        first = max(start, done)
        while first < end:
            while position < len(closed) and closed[position].end <= words.starts[first]:
                position += 1
            if position < len(closed) and closed[position].start < words.ends[first]:
                first += 1
                continue
            limit = closed[position].start if position < len(closed) else len(words.text)
            found = _name_at(words, first, end, limit)
            if found is None:
                first += 1
                continue
            yield found
            first = done = found.last


def _name_at(words: Scan, first: int, end: int, limit: int) -> _Name | None:
    for size in (4, 3, 2, 1):
        last = first + size
        if last > len(words.words) or words.ends[last - 1] > limit:
            continue
        if size > 1 and (
            not words.words[last - 1][0].isupper()
            or not all(words.joined(i) for i in range(first, last - 1))
        ):
            continue
        name = fold(" ".join(words.words[first:last]))
        if size == 1 and _is_no_place(words, first, name):
            continue
        known = lookup(name)
        if known is None:
            continue
        if not _free(words, first, last, known):
            return None
        return _Name(first, last, name, known, evidence(words, first, last))
    return _unknown_at(words, first, end, limit)


def _is_no_place(words: Scan, index: int, name: str) -> bool:
    """Whether a single word is none for certain: "Us", "The", "March"."""
    word = words.words[index]
    if word.lower() in cues().directions:
        return True
    if len(name) < 3 or name in ("usa", "nyc"):
        return not word.replace(".", "").isupper() or len(name) < 2
    return name in cues().never


def _free(words: Scan, first: int, last: int, known: Known) -> bool:
    """Whether the name is not a part of a longer one: Paris Hilton, Jackson Browne."""
    if known.entries[0].kind in "na" and not known.ambiguous:
        return True
    if last < len(words.words) and words.joined(last - 1) and not words.is_possessive(last - 1):
        following = words.words[last]
        if following[0].isupper() and not _goes_beside(words, last):
            return False
    if first and words.joined(first - 1) and not words.is_possessive(first - 1):
        before = words.words[first - 1]
        if before[0].isupper() and (before in _POINTS or not _goes_beside(words, first - 1)):
            return False
    return True


def _goes_beside(words: Scan, index: int) -> bool:
    """Whether a capitalised word may stand beside a place's name and be none of it."""
    word = words.words[index]
    name = fold(word)
    return (
        name in cues().never
        or name in gazetteer.demonyms()
        or word.lower() in cues().kinds
        or word.lower() in cues().directions
        or word.lower() in words.lower
        or (lookup(name) is not None and not lookup(name).ambiguous)  # type: ignore[union-attr]
        or words.gap(index) == "-"
    )


def _unknown_at(words: Scan, first: int, end: int, limit: int) -> _Name | None:
    """A name that nobody knows: the rest of its run, where it is short and can be a name."""
    last = first
    while (
        last < end
        and words.ends[last] <= limit
        and fold(words.words[last]) not in cues().never
        and fold(words.words[last]) not in gazetteer.demonyms()
        and not (last > first and lookup(fold(words.words[last])) is not None)
    ):
        last += 1
        if words.is_possessive(last - 1):
            break
    if last == first or last - first > 3 or words.in_headline(first):
        return None
    name = fold(" ".join(words.words[first:last]))
    if len(name) < 3 or words.words[first].lower() in words.lower:
        return None
    seen = evidence(words, first, last)
    if seen.firm and not seen.kind and name.isalpha() and len(name) < 6:
        # "in MVC history": initials are rarely a place's name.
        seen = replace(seen, firm=not words.words[first].isupper() or words.opens_sentence(first))
    if words.is_possessive(last - 1) and not seen.kind and seen.firm:
        seen = replace(seen, firm=False)
    return _Name(first, last, name, None, seen)


def _setting(names: Sequence[_Name]) -> str:
    """The country in which most is told to happen: "in Syria", "in Homs"; "" when none leads."""
    firm: Counter[str] = Counter(
        found.known.entries[0].country
        for found in names
        if found.evidence.firm and found.known is not None and not found.known.ambiguous
    )
    ranked = firm.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return ""
    return ranked[0][0]


def _countries(words: Scan, names: Sequence[_Name]) -> Counter[str]:
    """How often each country and region is named beyond doubt, by name or demonym."""
    named: Counter[str] = Counter()
    for found in names:
        known = found.known
        if known is None or (known.ambiguous and not found.evidence.firm):
            continue
        entry = known.entries[0]
        if entry.kind in "nr" or entry.people >= _LARGE:
            named[entry.country] += 1
            if entry.kind == "r" and entry.region:
                named[entry.region] += 1
    for start, end in words.runs:
        for index in range(start, end):
            key = gazetteer.demonyms().get(fold(words.words[index]))
            if key is not None and len(key) == 2:
                named[key] += 1
    return named


def _decide(words: Scan, names: Sequence[_Name], named: Counter[str]) -> Mapping[str, Place]:
    """Folded name → the one place it is in this text."""
    by_name: dict[str, list[_Name]] = {}
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
        entry = _pick(known, named, seen)
        if _lies_elsewhere(entry, named) and not seen.holder:
            if seen.firm:
                unknown[name] = seen
            continue
        if _is_sure(known, entry, seen, named):
            places[name] = entry.place(name)
    main = _dominant(named) or _setting(names)
    for name, seen in unknown.items():
        places[name] = _unknown_place(words, by_name[name][0], seen, places, main)
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


def _pick(known: Known, named: Counter[str], seen: Evidence) -> Entry:
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
    return {"country": "n", "region": "r"}.get(kind, "cC").find(option.kind) >= 0


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


def _holder_key(name: str) -> str:
    return min(_holder_keys(name), default="")


def _dominant(named: Counter[str]) -> str:
    """The country that has most of a text's mentions of countries, or ""."""
    countries = Counter({key: count for key, count in named.items() if len(key) == 2})
    if not countries:
        return ""
    key, count = countries.most_common(1)[0]
    return key if count >= 0.6 * countries.total() else ""


def _unknown_place(
    words: Scan, found: _Name, seen: Evidence, places: Mapping[str, Place], main: str
) -> Place:
    shown = " ".join(words.words[found.first : found.last])
    within: tuple[str, ...] = ()
    for around, inside in ((seen.holder, True), (seen.near, False)):
        if not around or around == found.name or within:
            continue
        within = _around(around, places)
        if not inside:
            # North of Damascus is in Syria, but need not be in the region of Damascus.
            within = within[-1:] if len(within) > 1 else ()
    if not within and main and (seen.kind != "country"):
        within = (main,)
    return Place(shown, shown, found.name.replace(" ", "-"), seen.kind or "place", within)


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
    return replace(place, within=tuple(dict.fromkeys((*place.within, outer.key, *outer.within))))


def _demonym_mentions(
    words: Scan, mentions: Sequence[Mention], taken: Sequence[Span]
) -> Iterator[Mention]:
    closed = sorted([*taken, *(mention.span for mention in mentions)])
    position = 0
    for start, end in words.runs:
        for index in range(start, end):
            span = words.span(index, index + 1)
            while position < len(closed) and closed[position].end <= span.start:
                position += 1
            if position < len(closed) and closed[position].overlaps(span):
                continue
            place = demonym(words.words[index])
            if place is not None:
                yield Mention(Kind.PLACE, span, words.words[index], place)

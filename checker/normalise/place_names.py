"""Where a text may name a place: every name of the gazetteer, and names that firm words place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checker.model import Span
from checker.normalise import gazetteer
from checker.normalise.capitals import Scan, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import Known, lookup
from checker.normalise.place_cues import Evidence, cues, evidence

#: Before a name these make another name: West Papua, New Mexico.
_POINTS = frozenset({"North", "South", "East", "West", "New"})


@dataclass(frozen=True, slots=True)
class Name:
    """One occurrence of what may be a place's name."""

    first: int
    last: int
    name: str
    known: Known | None
    evidence: Evidence


def key_by_text(words: Scan, word: str) -> str:
    """The key of a place of the text that an unknown adjective is made of: Zendlandic, Zendland.

    "" where no place of the text, named by it alone, starts with the same four letters and more.
    """
    name = fold(word)
    if len(name) < 5 or len(_words_by_opening(words.text).get(name[:4], ())) < 2:
        return ""
    for place in _introduced(words.text):
        if len(place) >= 4 and name != place and name.startswith(place[: max(4, len(place) - 3)]):
            return place.replace(" ", "-")
    return ""


@lru_cache(maxsize=8)
def _words_by_opening(text: str) -> Mapping[str, frozenset[str]]:
    """The capitalised words of a text by their first four letters, folded."""
    words = scan(text)
    found: dict[str, set[str]] = {}
    for start, end in words.runs:
        for word in words.words[start:end]:
            name = fold(word)
            found.setdefault(name[:4], set()).add(name)
    return {opening: frozenset(names) for opening, names in found.items()}


@lru_cache(maxsize=8)
def _introduced(text: str) -> tuple[str, ...]:
    """Folded names that the text itself firmly uses as places and that no gazetteer knows."""
    names = names_in(scan(text), ())
    return tuple(sorted({n.name for n in names if n.known is None and n.evidence.firm}))


def names_in(words: Scan, taken: Sequence[Span]) -> Iterator[Name]:
    """Every occurrence of a name of the gazetteer, or of a name that firm words place."""
    closed = sorted(taken)
    position = done = 0
    before: Name | None = None
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
            if before is not None and found.known and _is_list(words, before, found):
                found = replace(found, evidence=replace(found.evidence, firm=True))
            yield found
            before = found
            first = done = found.last


def _is_list(words: Scan, before: Name, found: Name) -> bool:
    """Whether a name follows another in a list of places: "Homs, Hama and Reading"."""
    sure = before.evidence.loose or (before.known is not None and not before.known.ambiguous)
    if before.known is not None and found.known is not None:
        lands = {entry.country for entry in before.known.entries}
        sure = sure and any(entry.country in lands for entry in found.known.entries)
    between = words.text[words.ends[before.last - 1] : words.starts[found.first]]
    return sure and between in (", ", " and ", ", and ", " or ")


def _name_at(words: Scan, first: int, end: int, limit: int) -> Name | None:
    reach = first + 1
    while reach < min(first + 4, len(words.words)) and words.joined(reach - 1):
        reach += 1
    for last in range(reach, first, -1):
        size = last - first
        if words.ends[last - 1] > limit or (size > 1 and not words.words[last - 1][0].isupper()):
            continue
        name = fold(" ".join(words.words[first:last]))
        if size == 1 and _is_no_place(words, first, name):
            continue
        known = lookup(name)
        if known is None:
            continue
        if not _free(words, first, last, known):
            return None
        return Name(first, last, name, known, evidence(words, first, last))
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
        or _is_certain(name)
        or words.gap(index) == "-"
    )


def _is_certain(name: str) -> bool:
    """Whether the gazetteer knows a folded name, and as nothing else but a place."""
    known = lookup(name)
    return known is not None and not known.ambiguous


def _unknown_at(words: Scan, first: int, end: int, limit: int) -> Name | None:
    """A name that nobody knows: the rest of its run, where it is short and can be a name."""
    last = first
    while (
        last < min(end, first + 4)
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
    return Name(first, last, name, None, seen)

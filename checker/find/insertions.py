"""What may stand inside a phrase without belonging to it: insertions, adverbs, and what is told of
people between their noun and the verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checker.find.encoded import BORDERS, Filled, Words
from checker.normalise import verbs
from checker.normalise.lexicon import load

_LONG = 25
_SHORT = 10
_TAIL = 10


@dataclass(frozen=True, slots=True)
class _Lexicon:
    adverbs: frozenset[str]
    no_adverbs: frozenset[str]
    parts: tuple[tuple[str, ...], ...]
    asides: tuple[tuple[str, ...], ...]
    relatives: frozenset[str]
    articles: frozenset[str]
    places: frozenset[str]
    tails: frozenset[str]
    tail_ends: frozenset[str]
    tail_breaks: frozenset[str]
    carriers: frozenset[str]
    governors: frozenset[str]
    parents: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = load("phrasing")
    return _Lexicon(
        adverbs=frozenset(data["adverbs"]),
        no_adverbs=frozenset(data["no_adverbs"]),
        parts=tuple(tuple(words.split()) for words in data["parts"]),
        asides=tuple(tuple(words.split()) for words in data["asides"]),
        relatives=frozenset(data["relatives"]),
        articles=frozenset(data["articles"]),
        places=frozenset(data["places"]),
        tails=frozenset(data["tails"]),
        tail_ends=frozenset(data["tail_ends"]),
        tail_breaks=frozenset(data["tail_breaks"]),
        carriers=frozenset(data["carriers"]),
        governors=frozenset(data["governors"]),
        parents=frozenset(data["parents"]),
    )


def belongs_elsewhere(before: Sequence[str], *, finite: bool) -> bool:
    """Whether a figure after these words is no subject: "carrying 30 pilgrims", "mother of 12".

    A preposition only governs it where a `finite` verb follows.
    """
    lexicon = _lexicon()
    if not before:
        return False
    if before[-1] == "of":
        return before[-2:-1] != () and before[-2] in lexicon.parents
    return before[-1] in lexicon.carriers or (finite and before[-1] in lexicon.governors)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words that interrupt, the first and one past the last; the sentence goes on if `closed`."""

    first: int
    last: int
    closed: bool


def insertions(words: Words, slots: Sequence[Filled]) -> tuple[Insertion, ...]:
    """The insertions of a sentence in order; those inside others are left out."""
    lower, found, index = words.lower, [], 0
    figures = {slot.first: slot.last for slot in slots if slot.type in {"count", "age"}}
    inside = {
        index
        for slot in slots
        if slot.type not in {"people", "agent"}
        for index in range(slot.first + 1, slot.last)
    }
    while index < len(lower):
        word = lower[index]
        insertion = None
        if index in inside:
            pass
        elif word == "(":
            insertion = _until(lower, index, ")", 40)
        elif word == "--":
            insertion = _until(lower, index, "--", 30)
        elif word == ",":
            insertion = _after_comma(lower, index, figures)
        elif word == "including":
            insertion = _bare(lower, index)
        if insertion is None:
            index += 1
        else:
            found.append(insertion)
            index = insertion.last
    return tuple(found)


def _until(lower: Sequence[str], first: int, closing: str, reach: int) -> Insertion | None:
    for index in range(first + 1, min(len(lower), first + reach)):
        if lower[index] == closing:
            return Insertion(first, index + 1, True)
    return None


def _starts(lower: Sequence[str], index: int, openers: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(lower[index : index + len(opener)]) == opener for opener in openers)


def _after_comma(lower: Sequence[str], comma: int, figures: dict[int, int]) -> Insertion | None:
    """The insertion that a comma opens, if it opens one."""
    lexicon, index = _lexicon(), comma + 1
    if index >= len(lower):
        return None
    word = lower[index]
    after_figure = figures.get(index)
    if _starts(lower, index, lexicon.parts) or (
        after_figure is not None and tuple(lower[after_figure : after_figure + 1]) == ("of",)
    ):
        return _part(lower, comma)
    closing = _comma(lower, index, _SHORT)
    if closing is None or closing == index:
        return None
    inner = lower[index:closing]
    is_aside = (
        word in lexicon.relatives
        or word in lexicon.articles
        or word in lexicon.places
        or _starts(lower, index, lexicon.asides)
        or after_figure == closing
        or all(map(_is_adverb, inner))
        or (len(inner) <= 6 and any(verbs.is_speech(one) for one in (inner[0], inner[-1])))
    )
    return Insertion(comma, closing + 1, True) if is_aside else None


def _comma(lower: Sequence[str], start: int, reach: int) -> int | None:
    for index in range(start, min(len(lower), start + reach)):
        if lower[index] == ",":
            return index
        if lower[index] in BORDERS:
            return None
    return None


def _part(lower: Sequence[str], comma: int) -> Insertion:
    """An insertion that may hold a list: it ends with the comma that a verb follows, or else with
    the first; without a comma it runs to the end of the clause.
    """
    first_comma = None
    index = comma + 1
    while index < min(len(lower), comma + _LONG) and lower[index] not in BORDERS - {","}:
        if lower[index] == ",":
            if verbs.is_auxiliary(lower[index + 1]) if index + 1 < len(lower) else False:
                return Insertion(comma, index + 1, True)
            first_comma = first_comma or index
        index += 1
    if first_comma is not None:
        return Insertion(comma, first_comma + 1, True)
    return Insertion(comma, index, False)


def _bare(lower: Sequence[str], first: int) -> Insertion | None:
    """ "100 people including 55 civilians were killed": up to the verb."""
    for index in range(first + 1, min(len(lower), first + _SHORT)):
        if verbs.is_auxiliary(lower[index]):
            return Insertion(first, index, True)
        if lower[index] in BORDERS:
            return Insertion(first, index, False)
    return None


def adverbs(words: Words, kept: Sequence[int], slots: Sequence[Filled]) -> frozenset[int]:
    """The adverbs that a phrase may pass over, as words of the sentence; those of slots stay."""
    filled = {i for slot in slots if slot.type != "agent" for i in range(slot.first, slot.last)}
    return frozenset(
        index for index in kept if index not in filled and _is_adverb(words.lower[index])
    )


def _is_adverb(word: str) -> bool:
    lexicon = _lexicon()
    return word in lexicon.adverbs or (word.endswith("ly") and word not in lexicon.no_adverbs)


def tails(words: Words, kept: Sequence[int], slots: Sequence[Filled]) -> frozenset[int]:
    """The words between people who are counted and the verb: "53 people in the city of Homs were".

    None holds another figure or a verb of its own, unless "who" opens it.
    """
    lexicon = _lexicon()
    groups = {slot.last for slot in slots if slot.type == "people"}
    bare = {slot.last for slot in slots if slot.type == "count"} - groups
    figures = {slot.first for slot in slots if slot.type == "count"}
    found: set[int] = set()
    position = 0
    while position < len(kept):
        index = kept[position]
        # "Dozens of cattle were …": what follows "of" is what is counted, and here no people.
        starts = index in groups or (index in bare and words.lower[index] != "of")
        if starts and words.lower[index] in lexicon.tails and index - 1 not in found:
            stop = _tail_end(words, kept, position, figures)
            found.update(kept[position:stop])
            position = max(stop, position + 1)
        else:
            position += 1
    return frozenset(found)


def _tail_end(words: Words, kept: Sequence[int], start: int, figures: set[int]) -> int:
    """The position of the verb that ends a tail; the start itself where there is no tail."""
    lexicon = _lexicon()
    position = start + 1
    if words.lower[kept[start]] in {"who", "that"}:
        while position < len(kept) and verbs.is_auxiliary(words.lower[kept[position]]):
            position += 1
    while position < min(len(kept), start + _TAIL):
        word = words.lower[kept[position]]
        if word in lexicon.tail_ends:
            return position
        if (
            word in BORDERS
            or word in lexicon.tail_breaks
            or kept[position] in figures
            or (verbs.is_speech(word) and words.raw[kept[position]].islower())
        ):
            return start
        position += 1
    return start

"""The noun groups that slots can hold: people who are counted, and who does a thing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from checker.find.clauses import clause_words
from checker.find.encoded import BORDERS, Filled, Words
from checker.normalise import verbs
from checker.normalise.lexicon import load
from checker.normalise.peoplewords import (
    is_doer,
    is_nation,
    is_pronoun,
    is_small,
    noun_at,
    stands_alone,
    takes_of,
)

#: How many words may stand between a figure and its noun, and after "of".
_REACH = 4
_AGENT_WORDS = 6


def people_groups(words: Words, counts: Sequence[Filled]) -> list[Filled]:
    """The groups of words that name people, those after a figure first; none overlap."""
    starts = {slot.first: slot.last for slot in counts}
    found: list[Filled] = []
    covered = 0
    for slot in sorted(counts, key=lambda slot: slot.first):
        if slot.last < covered:
            continue
        end = _counted(words, slot.last, starts)
        if end > slot.last:
            found.append(Filled("people", slot.last, end))
            covered = end
    taken = {index for slot in found for index in range(slot.first, slot.last)}
    inside = {index for slot in counts for index in range(slot.first, slot.last)}
    index = 0
    while index < len(words.lower):
        end = noun_at(words.raw, index)
        if end == index or index in taken or index in inside:
            index += 1
            continue
        first = index
        while first > 0 and first - 1 not in taken | inside and _is_before(words, first - 1):
            first -= 1
        end = _carried_on(words, end)
        found.append(Filled("people", first, end))
        taken.update(range(first, end))
        index = end
    return sorted(found, key=lambda slot: slot.first)


def _is_before(words: Words, index: int) -> bool:
    return words.lower[index] in {"the", "these", "those", "other"} or (
        is_nation(words.raw[index]) and not words.raw[index].endswith("s")
    )


def _counted(words: Words, start: int, counts: dict[int, int]) -> int:
    """Where the group after a figure ends; the start itself where no people are counted."""
    index, limit = start, len(words.lower)
    while index < limit and (is_small(words.lower[index]) or (index in counts and index > start)):
        index = counts.get(index, index + 1)
    if index < limit and words.lower[index - 1] == "of" and is_pronoun(words.lower[index]):
        return index + 1
    for noun in range(index, min(limit, index + _REACH + 1)):
        end = noun_at(words.raw, noun)
        if end > noun and not (noun > index and stands_alone(words.lower[noun])):
            return _carried_on(words, end)
        if not _is_content(words, noun):
            break
    for noun in range(index, min(limit, index + 2)):
        if is_doer(words.lower[noun]):
            return _carried_on(words, noun + 1)
        if not _is_content(words, noun):
            break
    is_more = index > start and words.lower[index - 1] == "more"
    return index if is_more and words.lower[index : index + 1] != ("than",) else start


def _carried_on(words: Words, end: int) -> int:
    """The end of a group that goes on: army soldiers, men and women, members of a family."""
    limit = len(words.lower)
    while end < limit:
        after = end
        if not stands_alone(words.lower[end]):
            after = noun_at(words.raw, end)
        if after == end and words.lower[end] in {"and", ","} and end + 1 < limit:
            joined = noun_at(words.raw, end + 1)
            is_list = words.lower[end] == "and" or (
                joined < limit and words.lower[joined] in {"and", ","}
            )
            if joined > end + 1 and is_list and not stands_alone(words.lower[end + 1]):
                after = joined
        if after == end:
            break
        end = after
    if end + 1 < limit and words.lower[end] == "of" and takes_of(words.lower[end - 1]):
        return _of_phrase(words, end)
    return end


def _of_phrase(words: Words, start: int) -> int:
    index = start + 1
    while index < len(words.lower) and words.lower[index] in clause_words().determiners:
        index += 1
    first = index
    while (
        index < len(words.lower)
        and index - first < _REACH
        and _is_content(words, index)
        and not _is_participle(words, index)
    ):
        index += 1
    return index if index > first else start


def _is_content(words: Words, index: int) -> bool:
    """Whether the word is neither a function word nor a mark nor a verb that carries a tense."""
    lower = words.lower[index]
    closed = clause_words()
    return not (
        lower in BORDERS
        or lower == "'s"
        or lower in closed.prepositions
        or lower in closed.subordinators
        or lower in closed.coordinators
        or lower in closed.pronouns
        or lower in closed.determiners
        or verbs.is_auxiliary(lower)
        or (verbs.is_speech(lower) and words.raw[index] == lower)
    )


def _is_participle(words: Words, index: int) -> bool:
    word = words.raw[index]
    return word.islower() and (verbs.may_be_participle(word) or verbs.may_be_past(word))


def agent_groups(words: Words, others: Sequence[Filled]) -> list[Filled]:
    """The noun groups that may be the doer: runs of content words, with their determiner."""
    barred = {
        index
        for slot in others
        if slot.type in {"count", "date", "time", "period", "duration", "age", "money", "percent"}
        for index in range(slot.first, slot.last)
    }
    found: list[Filled] = []
    index, limit = 0, len(words.lower)
    while index < limit:
        first = index
        if words.lower[index] in clause_words().determiners:
            index += 1
        start = index
        while (
            index < limit
            and index - start < _AGENT_WORDS
            and index not in barred
            and (_is_content(words, index) or (words.lower[index] == "'s" and index > start))
            and not (index > start and _ends_agent(words, index))
        ):
            index += 1
        if index > start:
            found.append(Filled("agent", first, index))
        else:
            index = first + 1
    return found


def counts_other_things(words: Words, index: int, framed: Collection[int]) -> bool:
    """Whether the word after a figure of people tells that no people are counted: 12 cattle.

    `framed` are the words of dates, places and names, which count nothing.
    """
    if index < len(words.lower) and words.lower[index] == "of":
        index += 1
        while index < len(words.lower) and words.lower[index] in clause_words().determiners:
            index += 1
    if index >= len(words.lower) or index in framed or not _is_content(words, index):
        return False
    word = words.lower[index]
    return not (
        word in _no_nouns()
        or _is_participle(words, index)
        or word.endswith("ly")
        or noun_at(words.raw, index) > index
    )


@cache
def _no_nouns() -> frozenset[str]:
    data = load("phrasing")
    return frozenset(data["no_nouns"]) | frozenset(data["adverbs"])


def _ends_agent(words: Words, index: int) -> bool:
    """Whether the word is a verb after the noun, and not the second half of "US-led"."""
    word = words.raw[index]
    if words.joined[index]:
        return False
    return word.islower() and (_is_participle(words, index) or word.endswith("ing"))

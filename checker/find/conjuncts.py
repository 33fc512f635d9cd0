"""Figures that are counted together: "twelve soldiers and two policemen were killed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.find.clauses import clause_words
from checker.find.encoded import BORDERS, Filled, Words
from checker.normalise import verbs
from checker.normalise.peoplewords import stands_alone

_TIMES_AND_PLACES = frozenset({"date", "period", "time", "place"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure from `first` on, and the people it counts from `group` up to `last`."""

    first: int
    group: int
    last: int


@dataclass(frozen=True, slots=True)
class Conjuncts:
    """The counted groups of a sentence, by their first word and by the word after their last."""

    words: Words
    by_first: Mapping[int, Counted]
    by_last: Mapping[int, Counted]
    framed: frozenset[int]

    def before(self, first: int) -> list[Counted]:
        """The groups that are listed before the one that starts at a word, if they are subjects.

        They are none where a verb or a preposition governs the list: "injured 12 soldiers and two
        policemen were killed".
        """
        found: list[Counted] = []
        while (group := self.by_last.get(_left_of(self.words.lower, first))) is not None:
            found.append(group)
            first = group.first
        return found if found and self._may_start(first) else []

    def after(self, last: int) -> list[Counted]:
        """The groups that are listed after the one that ends at a word, as objects of one verb."""
        found: list[Counted] = []
        while (group := self.by_first.get(_right_of(self.words.lower, last))) is not None:
            found.append(group)
            last = group.last
        if found and not self._may_end(last):
            found.pop()
        return found

    def _may_start(self, first: int) -> bool:
        if first == 0 or first - 1 in self.framed:
            return True
        word, closed = self.words.lower[first - 1], clause_words()
        return (
            word in BORDERS
            or word in closed.subordinators - closed.prepositions
            or word in closed.coordinators
            or verbs.is_speech(word)
        )

    def _may_end(self, last: int) -> bool:
        if last == len(self.words.lower) or last in self.framed:
            return True
        word, closed = self.words.lower[last], clause_words()
        return (
            word in BORDERS
            or word in closed.prepositions
            or word in closed.subordinators
            or word in closed.coordinators
        )


def conjuncts(words: Words, slots: Sequence[Filled]) -> Conjuncts:
    """The counted groups of a sentence and what frames them."""
    groups = {slot.first: slot.last for slot in slots if slot.type == "people"}
    counted = [
        Counted(slot.first, slot.last, groups[slot.last])
        for slot in slots
        if slot.type == "count"
        and slot.last in groups
        and not stands_alone(words.lower[groups[slot.last] - 1])
    ]
    return Conjuncts(
        words,
        {group.first: group for group in counted},
        {group.last: group for group in counted},
        frozenset(
            index
            for slot in slots
            if slot.type in _TIMES_AND_PLACES
            for index in range(slot.first, slot.last)
        ),
    )


def _left_of(lower: Sequence[str], first: int) -> int:
    """The word after the group that a list puts before a word; -1 where there is no list."""
    if first >= 2 and lower[first - 1] == "and" and lower[first - 2] == ",":
        return first - 2
    return first - 1 if first >= 1 and lower[first - 1] in {"and", ","} else -1


def _right_of(lower: Sequence[str], last: int) -> int:
    if tuple(lower[last : last + 2]) == (",", "and"):
        return last + 2
    return last + 1 if tuple(lower[last : last + 1]) in {("and",), (",",)} else -1

"""A sentence as a string that phrases are matched on: folded words, with marks around the slots.

Every word is followed by one blank. A slot's words stand between two marks of its type, so that
one regular expression without nested repetition finds a phrase, whatever fills its slots. Marks
are characters for private use, which no folded word holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from checker.model import Span
from checker.rulebook.phrase import WORD, fold_word
from checker.rulebook.records import SLOT_KINDS

_FIRST = 0xE000
_START = {name: chr(_FIRST + 2 * index) for index, name in enumerate(SLOT_KINDS)}
_END = {name: chr(_FIRST + 2 * index + 1) for index, name in enumerate(SLOT_KINDS)}
#: Any mark, as a class for regular expressions.
MARKS = f"[{chr(_FIRST)}-{chr(_FIRST + 2 * len(SLOT_KINDS))}]"
_CLOSING = frozenset(_END.values())
_HYPHENS = frozenset("-\u2010\u2011")
#: Marks that part clauses, as words.
BORDERS = frozenset({",", ";", ":", "--", "(", ")", "?", "!"})


def start_mark(type: str) -> str:
    """The mark before a slot of this type."""
    return _START[type]


def end_mark(type: str) -> str:
    """The mark after a slot of this type."""
    return _END[type]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence: as written, folded, where they stand, and whether a hyphen joins
    each to the word before.
    """

    raw: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]

    def at(self, span: Span) -> tuple[int, int]:
        """The words of a span, as the first and one past the last."""
        first = bisect_right(self.starts, span.start - 1)
        return first, max(first, bisect_right(self.ends, span.end))

    def span(self, first: int, last: int) -> Span:
        """The span of the words from `first` up to and without `last`."""
        return Span(self.starts[first], self.ends[last - 1])


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot over words: its type, the first word and one past the last."""

    type: str
    first: int
    last: int


def split(text: str, spans: Collection[Span] = ()) -> Words:
    """The words of a text; none reaches across an end of one of the spans."""
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    starts: list[int] = []
    ends: list[int] = []
    for match in WORD.finditer(text):
        start, end = match.span()
        if edges:
            position = bisect_right(edges, start)
            while position < len(edges) and edges[position] < end:
                starts.append(start)
                ends.append(edges[position])
                start = edges[position]
                position += 1
        starts.append(start)
        ends.append(end)
    raw = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    joined = (
        False,
        *(text[end:start] in _HYPHENS for end, start in zip(ends, starts[1:], strict=False)),
    )
    return Words(raw, tuple(map(fold_word, raw)), tuple(starts), tuple(ends), joined)


@dataclass(frozen=True, slots=True)
class Encoded:
    """The string, the words that are in it, and where each of them starts."""

    text: str
    kept: tuple[int, ...]
    offsets: tuple[int, ...]

    def first_at(self, offset: int) -> int:
        """The word where a match begins, past the marks that close slots before it."""
        while self.text[offset] in _CLOSING:
            offset += 1
        return self.word_at(offset)

    def before(self, word: int, count: int) -> tuple[int, ...]:
        """So many kept words before a word, as far as there are any."""
        position = bisect_left(self.kept, word)
        return self.kept[max(0, position - count) : position]

    def word_at(self, offset: int) -> int:
        """The word that an offset of the string lies in, or that follows the marks there."""
        return self.kept[max(0, bisect_right(self.offsets, offset) - 1)]


def encode(words: Words, slots: Sequence[Filled], kept: Sequence[int]) -> Encoded:
    """The words that are kept, with the marks of the slots that lie among them."""
    opening: dict[int, list[Filled]] = {}
    closing: dict[int, list[Filled]] = {}
    for slot in slots:
        opening.setdefault(slot.first, []).append(slot)
        closing.setdefault(slot.last - 1, []).append(slot)
    parts: list[str] = [" "]
    offsets: list[int] = []
    length = 1
    for index in kept:
        # The marks belong to their word, so that a match that starts or ends on one finds it.
        offsets.append(length)
        before = "".join(_START[slot.type] for slot in opening.get(index, ()))
        after = "".join(_END[slot.type] for slot in closing.get(index, ()))
        part = f"{before}{words.lower[index]} {after}"
        parts.append(part)
        length += len(part)
    return Encoded("".join(parts), tuple(kept), tuple(offsets))

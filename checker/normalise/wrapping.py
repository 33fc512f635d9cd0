"""Paragraphs of plain text: a blank line ends one, and so does a line end that is no mere wrap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from checker.model import Span

#: Text wrapped by hand or by a mail program is at most so wide; longer lines are paragraphs.
WIDEST_WRAP = 120
#: A shorter line that goes on in lower case is an item of a list rather than half a sentence.
SHORTEST_WRAP = 30
#: The lines of one paragraph may fall short of the width by a long word, those of another not.
UNEVEN = 10

_ITEM = re.compile(r"[•·*+\-–—]\s|\d{1,3}[.)]\s")
_ENDS = tuple('.!?:;…"”’»)')
#: What stands inside a line of a story and in no headline: a sentence's end, a quotation's end.
_INSIDE = re.compile(r"[a-z]{2}[.!?][\"”’)]* [\"“‘(]?[A-Z]|[,.][\"”’] ")
#: The words on which no headline ends, and no sentence.
_HANGING = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|and|or|for|with|by|from|that|than|as|its|his|her|their))\Z"
)


class _Line(NamedTuple):
    start: int  # of the first character that is no space
    end: int  # after the last one
    indent: int
    words: str


@lru_cache(maxsize=64)
def paragraph_spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without the space around them, in order.

    A line is a paragraph of its own, as in feeds and exports, unless the text is wrapped: then
    the line ends inside a paragraph are those at which the next word would not have fitted.
    """
    blocks = list(_blocks(text))
    wrap = max((_width(block) for block in blocks if _is_wrapped(block)), default=0)
    spans = []
    for block in blocks:
        width = max(wrap, _width(block))
        if width > min(wrap + UNEVEN, WIDEST_WRAP):
            width = 0
        start = block[0].start
        for line, after in pairwise(block):
            if not _goes_on(line, after, width):
                spans.append(Span(start, line.end))
                start = after.start
        spans.append(Span(start, block[-1].end))
    return tuple(spans)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The lines between blank lines."""
    block: list[_Line] = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            block.append(_Line(start + indent, start + indent + len(words), indent, words))
        elif block:
            yield block
            block = []
        start += len(raw) + 1
    if block:
        yield block


def _width(block: list[_Line]) -> int:
    return max(len(line.words) for line in block)


def _is_wrapped(block: list[_Line]) -> bool:
    """Whether a block has a line that breaks off inside a sentence because it is full."""
    width = _width(block)
    return width <= WIDEST_WRAP and any(
        _is_half(line, after) and _is_full(line, after, width) for line, after in pairwise(block)
    )


def _is_half(line: _Line, after: _Line) -> bool:
    """Whether a line is half a sentence, by its own words and the case of what follows."""
    if _breaks_off(line, after):
        return True
    return (
        len(line.words) >= SHORTEST_WRAP
        and not line.words.endswith(_ENDS)
        and _ITEM.match(after.words) is None
        and (_HANGING.search(line.words) is not None or _INSIDE.search(line.words) is not None)
    )


def _breaks_off(line: _Line, after: _Line) -> bool:
    return (
        after.words[:1].islower()
        and len(line.words) >= SHORTEST_WRAP
        and not line.words.endswith(_ENDS)
    )


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line.words) + 1 + len(after.words.split(None, 1)[0]) > width


def _goes_on(line: _Line, after: _Line, width: int) -> bool:
    """Whether the next line belongs to this one's paragraph, in text of that width (0: none)."""
    if _ITEM.match(after.words):
        return False
    if _breaks_off(line, after):
        return True
    if after.indent > line.indent and not _ITEM.match(line.words):
        return False
    return 0 < len(line.words) <= width and _is_full(line, after, width)

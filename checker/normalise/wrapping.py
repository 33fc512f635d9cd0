"""Paragraphs of plain text: a blank line ends one, and so does a line end that is no mere wrap."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from checker.model import Span

#: Text wrapped by hand or by a mail program is at most so wide; longer lines are paragraphs.
WIDEST_WRAP = 120
#: A shorter line that goes on in lower case is an item of a list rather than half a sentence.
SHORTEST_WRAP = 30

_ITEM = re.compile(r"[•·*+\-–—]\s|\d{1,3}[.)]\s")
_ENDS = tuple('.!?:;…"”’»)')


class _Line(NamedTuple):
    start: int  # of the first character that is no space
    end: int  # after the last one
    indent: int
    words: str


@lru_cache(maxsize=64)
def paragraph_spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without the space around them, in order.

    A line is a paragraph of its own, as in feeds and exports, unless the text is wrapped: then
    the line ends of one paragraph are those at which the next word would not have fitted.
    """
    paragraphs: list[list[_Line]] = []
    lines = _lines(text)
    width = _wrap_width(lines)
    before: _Line | None = None
    for line in lines:
        if not line.words:
            before = None
            continue
        if before is not None and _goes_on(before, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        before = line
    return tuple(Span(lines[0].start, lines[-1].end) for lines in paragraphs)


def _lines(text: str) -> list[_Line]:
    lines = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        lines.append(_Line(start + indent, start + indent + len(words), indent, words))
        start += len(raw) + 1
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """The longest line that breaks off inside a sentence; 0 when the text is not wrapped."""
    return max(
        (
            len(line.words)
            for line, after in pairwise(lines)
            if _breaks_off(line, after) and len(line.words) <= WIDEST_WRAP
        ),
        default=0,
    )


def _breaks_off(line: _Line, after: _Line) -> bool:
    return (
        after.words[:1].islower()
        and len(line.words) >= SHORTEST_WRAP
        and not line.words.endswith(_ENDS)
    )


def _goes_on(line: _Line, after: _Line, width: int) -> bool:
    if _ITEM.match(after.words):
        return False
    if _breaks_off(line, after):
        return True
    if after.indent > line.indent and not _ITEM.match(line.words):
        return False
    first_word = after.words.split(None, 1)[0]
    return len(line.words) <= width < len(line.words) + 1 + len(first_word)

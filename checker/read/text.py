"""Plain text as read: one kind of line end, and nothing else changed."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")


def with_newlines(text: str) -> str:
    """The text with `\\n` for every kind of line end; offsets and lines count from here."""
    return _LINE_END.sub("\n", text) if _LINE_END.search(text) else text


def blank(text: str) -> str:
    """Spaces for every character but the line ends, so that offsets and lines stay."""
    return "\n".join(" " * len(line) for line in text.split("\n"))

"""Front matter: the YAML between two lines of `---` at the head of a file."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.errors import InputError, Where
from checker.read.known import Known, known_from
from checker.read.text import blank
from checker.read.yaml_lines import read_entries

_OPENING = re.compile(r"\A\s*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIRST_KEY = re.compile(r"\s*[A-Za-z_][\w -]{0,40}:(?:\s|\Z)")


class Parted(NamedTuple):
    """A file's text with its front matter blanked out, and what that says."""

    text: str
    known: Known
    has_front_matter: bool


def part(text: str, path: str) -> Parted:
    """Take the front matter off a text; offsets and lines of what follows stay as they are.

    A rule of `---` above a text is no front matter: that has keys. Raises `InputError` with file
    and line where it is never closed, is no YAML, or gives a date that is none.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Parted(text, Known(), False)
    begin = opening.end()
    first_line = text.count("\n", 0, begin) + 1
    closing = _CLOSING.search(text, begin)
    if closing is None:
        if _FIRST_KEY.match(text, begin) is None:
            return Parted(text, Known(), False)
        raise InputError(
            "the front matter is never closed",
            remedy="put a line of --- below its last key",
            where=Where(path, first_line - 1),
        )
    inner = text[begin : closing.start()]
    if inner.strip() and ":" not in inner:
        return Parted(text, Known(), False)
    known = _known(inner, path, first_line)
    head = closing.end()
    return Parted(blank(text[:head]) + text[head:], known, True)


def _known(inner: str, path: str, first_line: int) -> Known:
    root = read_entries(inner, path, first_line=first_line)
    if root is None or root.value == "":
        return Known()
    if not isinstance(root.value, dict):
        raise InputError(
            "the front matter is no list of keys and values",
            remedy="write lines such as published: 2012-06-14",
            where=Where(path, root.line),
        )
    return known_from(root.value, path)

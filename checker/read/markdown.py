"""Markdown to plain text of the same length: the markup becomes spaces, the words stay.

So every offset and every line is that of the file. The marker of a list item becomes a bullet,
which keeps the items apart; code, comments, struck-out words and addresses are no story and go.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from checker.read.text import blank


class Plain(NamedTuple):
    """The text without markup, and the words of its first heading."""

    text: str
    heading: str


_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"\A {0,3}(?:> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?=\s|$)|(?<=\s)#+\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_BULLET = re.compile(r"\s*[-*+](?=\s)|\s*\d{1,9}[.)](?=\s)")
_TASK = re.compile(r"(?<=•) \[[ xX]\](?=\s)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,200}\]:\s*\S.*")

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TARGET = r"(?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])"
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]{1,60}\]:?")
_IMAGE = re.compile(rf"!\[([^\[\]\n]{{0,500}})\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,500}})\]{_TARGET}")
_ADDRESS = re.compile(
    r"<(?:https?://|mailto:)[^<>\s]{1,2000}>|(?<![\w/])https?://[^\s<>()]{1,2000}"
)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,500}~~")
_CODE = re.compile(r"(`+)([^`\n]{1,500})\1(?!`)")
_STARS = re.compile(r"(?<![*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\1(?!\*)")
_LINES = re.compile(r"(?<![_\\\w])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![_\w])")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\\$", re.MULTILINE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")


def plain(text: str) -> Plain:
    """The text without its markup, character for character, and its first heading."""
    lines, heading = _blocks(_COMMENT.sub(_blanked, _SCRIPT.sub(_blanked, text)).split("\n"))
    words = _spans("\n".join(lines))
    if heading is None:
        return Plain(words, "")
    return Plain(words, " ".join(words.split("\n")[heading].split()))


def _blanked(match: re.Match[str]) -> str:
    return blank(match[0])


def _blocks(lines: list[str]) -> tuple[list[str], int | None]:
    """The lines without what marks them as headings, items, quotes, tables, code."""
    done: list[str] = []
    heading: int | None = None
    fence = ""
    for index, line in enumerate(lines):
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence) and not line[opening.end() :].strip():
                fence = ""
            done.append(blank(line))
            continue
        if opening and "`" not in line[opening.end() :]:
            fence = opening[1]
            done.append(blank(line))
            continue
        before = done[-1].strip() if done else ""
        if before and _UNDERLINE.fullmatch(line) and "|" not in before:
            heading = index - 1 if heading is None else heading
            done.append(blank(line))
            continue
        if _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
            done.append(blank(line))
            continue
        line = _QUOTE.sub(_blanked, line)
        if _HEADING.match(line):
            heading = index if heading is None and line.strip(" #") else heading
            line = _HEADING.sub(_blanked, line)
        elif _is_item(line, before):
            line = _TASK.sub("    ", _BULLET.sub(_bulleted, line, count=1))
        elif "|" in line:
            line = blank(line) if _TABLE_RULE.fullmatch(line) else _row(line)
        done.append(line)
    return done, heading


def _is_item(line: str, before: str) -> bool:
    """Whether a line begins an item; "2012. It was" inside a paragraph does not."""
    marker = _BULLET.match(line)
    if marker is None:
        return False
    number = marker[0].strip()[:-1]
    return not number or number == "1" or not before or before.startswith("•")


def _bulleted(match: re.Match[str]) -> str:
    width = len(match[0].strip())
    return match[0][:-width] + "•" + " " * (width - 1)


def _row(line: str) -> str:
    """A table's row with its cells kept apart; other lines keep their bars."""
    if line.strip().startswith("|") or line.count("|") > 1:
        return re.sub(r"(?<!\\)\|", " ", line)
    return line


def _spans(text: str) -> str:
    """The text without the markup inside its lines."""
    text = _FOOTNOTE.sub(_blanked, text)
    text = _IMAGE.sub(_kept, text)
    text = _LINK.sub(_kept, text)
    text = _ADDRESS.sub(_blanked, text)
    text = _TAG.sub(_blanked, text)
    text = _STRUCK.sub(_blanked, text)
    text = _CODE.sub(_inner, text)
    for emphasis in (_STARS, _LINES):
        # Twice, since **bold** may hold *italics* and the other way round.
        text = emphasis.sub(_inner, emphasis.sub(_inner, text))
    text = _ESCAPE.sub(" ", text)
    return _ENTITY.sub(_meant, text)


def _kept(match: re.Match[str]) -> str:
    """The words in the brackets, at their place."""
    before = match.start(1) - match.start()
    after = match.end() - match.end(1)
    return " " * before + match[1] + " " * after


def _inner(match: re.Match[str]) -> str:
    """The words between two equal marks, at their place."""
    marks = " " * len(match[1])
    return marks + match[2] + marks


def _meant(match: re.Match[str]) -> str:
    """The character of an entity; a closing mark keeps to the word before it."""
    char = html.unescape(match[0])
    if len(char) != 1 or char == "\n":
        return match[0]
    char = " " if char.isspace() else char
    return char + " " * (len(match[0]) - 1)

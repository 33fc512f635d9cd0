"""A light rewriting of a story that leaves every fact as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from checker import Document
from checker.find.sentences import outline
from checker.model import Role, Sentence, Span
from checker.normalise import quotes

WORDS = Path(__file__).parent / "perturb.yml"

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_ON_DAY = re.compile(rf"(?<=[a-z]) on (?=(?:{_DAYS})\b)")
#: "was sentenced Saturday": a verb with its day beside it.
_BARE_DAY = re.compile(rf"(?<=[a-z]ed) (?=(?:{_DAYS})\b(?! (?:night|morning|evening)'s))")
_STRAIGHT = re.compile(r'"([^"\n]{1,600})"')
_CURLY = re.compile(r"“([^”\n]{1,600})”")
#: A clause that says something more of what was named: the sentence stands without it.
_ASIDE = re.compile(
    r", (?:who|which|where) [^,.;:!?“”\"()\n]{8,90}(?:,(?= [a-z])|(?=\.(?:\s|\Z)))"
    r"|, (?:while|although|though|whereas) [^,.;:!?“”\"()\n]{12,110}(?=\.(?:\s|\Z))"
)


@cache
def words() -> dict[str, Any]:
    """The word lists of the bench."""
    loaded: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New words for a span."""

    span: Span
    text: str


def apply(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits made; of two that overlap, the first alone."""
    parts, at = [], 0
    for edit in sorted(edits):
        if edit.span.start >= at:
            parts += [text[at : edit.span.start], edit.text]
            at = edit.span.end
    return "".join([*parts, text[at:]])


def rewrite(text: str, rng: Random) -> str:
    """The story in slightly other words: sentences change places, quote marks their form, "on
    Monday" becomes "Monday", a clause is dropped, and words become others that say the same.
    """
    for step in (reorder, drop_clause, plain_days, synonyms, quote_marks):
        text = step(text, rng)
    return text


def reorder(text: str, rng: Random) -> str:
    """One pair of neighbours among the sentences changes places, where none leans on another."""
    sentences = outline(Document.from_text(text))
    free = [
        index
        for index in range(1, len(sentences) - 1)
        if all(_stands_alone(text, one) for one in sentences[index : index + 3])
    ]
    if not free:
        return text
    first, second = (sentences[rng.choice(free) + step].span for step in (0, 1))
    return apply(
        text,
        [
            Edit(first, text[second.start : second.end]),
            Edit(second, text[first.start : first.end]),
        ],
    )


def _stands_alone(text: str, sentence: Sentence) -> bool:
    said = text[sentence.span.start : sentence.span.end]
    opening = re.match(r"\W*(\w+)", said)
    whole = said.rstrip("\"'”’)").endswith((".", "!", "?"))
    leaning = opening is None or opening[1].lower() in words()["leaning"]
    return sentence.role is Role.BODY and whole and not leaning


def drop_clause(text: str, rng: Random) -> str:
    """One clause is dropped that only says more of what was named."""
    found = _outside(text, _ASIDE, lambda match: "")
    return apply(text, [rng.choice(found)]) if found else text


def plain_days(text: str, rng: Random) -> str:
    """ "on Monday" becomes "Monday", and "fired Monday" "fired on Monday", every other time."""
    bare = _outside(text, _ON_DAY, lambda match: " ")
    full = _outside(text, _BARE_DAY, lambda match: " on ")
    return apply(text, _half([*bare, *full], rng))


def synonyms(text: str, rng: Random) -> str:
    """Words become others that say the same, every other time, but never in a quotation."""
    known = words()["synonyms"]
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(known, key=len, reverse=True))})\b")
    return apply(text, _half(_outside(text, pattern, lambda match: known[match[0]]), rng))


def quote_marks(text: str, rng: Random) -> str:
    """Straight marks become curly ones, and curly ones straight."""
    if _CURLY.search(text):
        return _CURLY.sub(r'"\1"', text)
    return _STRAIGHT.sub(r"“\1”", text)


def _outside(
    text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]
) -> list[Edit]:
    """The edits of all matches outside quotations."""
    quoted = [mention.span for mention in quotes.find(text)]
    return [
        Edit(span, new(match))
        for match in pattern.finditer(text)
        for span in [Span(match.start(), match.end())]
        if not any(span.overlaps(one) for one in quoted)
    ]


def _half(edits: Sequence[Edit], rng: Random) -> list[Edit]:
    return [edit for edit in edits if rng.random() < 0.5]

"""Ordinals, where they rank a noun: "the fourth quake", "his third title", "finished second"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Kind, Mention
from checker.normalise import labels
from checker.normalise.numeral import Numeral
from checker.normalise.readings import mention
from checker.values import exactly

_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b")
_SUFFIXES = {"1": "st", "2": "nd", "3": "rd"}
_NOUN = re.compile(r"(?:[ \n]|[ ]?-[ ]?)([A-Za-z][A-Za-z'’-]*)")


def suffix_end(text: str, end: int) -> int | None:
    """Where the ending of an ordinal in digits ends ("21st"); None where there is none, or another
    one than the number has ("11st" is a weight).
    """
    match = _SUFFIX.match(text, end)
    if match is None:
        return None
    digits = text[max(0, end - 2) : end]
    fits = "th" if digits[:1] == "1" and len(digits) == 2 else _SUFFIXES.get(digits[-1:], "th")
    return match.end() if match[0] == fits else None


def build(text: str, numeral: Numeral, end: int, left: Sequence[str]) -> Mention | None:
    """The mention of an ordinal, where it ranks what follows or is itself a rank."""
    word = left[-1].lower().strip("(\"'“‘,") if left else ""
    lists = labels.lexicon()
    value = exactly(numeral.low, text[numeral.start : end])
    if word in lists["ranking"] or (word == "in" and text[end : end + 6] == " place"):
        return mention(text, Kind.ORDINAL, numeral.start, end, value)
    noun = _NOUN.match(text, end)
    if noun is None or noun[1].lower() in lists["ordinal_not_before"]:
        return None
    if noun[1][0].isupper() and numeral.low == 1:
        return None
    possessive = left[-1].endswith(("'s", "’s", "s'", "s’")) if left else False
    if word not in lists["determiners"] and not possessive:
        return None
    return mention(text, Kind.ORDINAL, numeral.start, end, value)

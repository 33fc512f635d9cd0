"""Numbers, ordinals, percentages, money and scores, as values."""

from __future__ import annotations

from checker.model import Kind, Mention
from checker.normalise import bare, figures
from checker.values import Value

KINDS = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.PERCENT, Kind.MONEY, Kind.SCORE})


def find(text: str) -> list[Mention]:
    """The numbers, ordinals, percentages, amounts of money and scores of a text, in its order."""
    return [found for found in figures.find(text) if found.kind in KINDS]


def parse(words: str) -> Value | None:
    """The value of words that are known to be a figure; None where they are none.

    What only the text around it would tell is not asked for: "2012" and "one" are numbers here.
    """
    read = bare.parse(words)
    return read[1] if read is not None and read[0] in KINDS else None

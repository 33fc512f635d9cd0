"""Quantities, durations and ages, as measures in the base unit of their dimension."""

from __future__ import annotations

from checker.model import Kind, Mention
from checker.normalise import bare, figures
from checker.values import Value

KINDS = frozenset({Kind.QUANTITY, Kind.DURATION, Kind.AGE})


def find(text: str) -> list[Mention]:
    """The quantities, durations and ages of a text, in its order; partners know each other."""
    return [found for found in figures.find(text) if found.kind in KINDS]


def parse(words: str) -> Value | None:
    """The value of words that are a quantity, a duration or an age; None where they are none."""
    read = bare.parse(words)
    return read[1] if read is not None and read[0] in KINDS else None

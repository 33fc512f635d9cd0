"""Numbers, ordinals, percentages, money and scores, as values."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Kind, Mention
from checker.normalise import figures, number_words, numerals, ordinals
from checker.normalise.readings import bounds_of
from checker.values import Value, exactly

KINDS = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.PERCENT, Kind.MONEY, Kind.SCORE})


def find(text: str) -> list[Mention]:
    """The numbers, ordinals, percentages, amounts of money and scores of a text, in its order."""
    return [found for found in figures.find(text) if found.kind in KINDS]


def parse(words: str) -> Value | None:
    """The value of words that are known to be a figure; None where they are none.

    What only the text around it would tell is not asked for: "2012" and "one" are numbers here.
    """
    trimmed = words.strip()
    for found in figures.find(trimmed):
        if found.kind in KINDS and len(found.text) == len(trimmed):
            return found.value
    match = number_words.anchors().search(trimmed)
    if match is None or trimmed[: match.start()].strip().lower() not in ("", "a", "an"):
        return None
    numeral = numerals.read(trimmed, match.start())
    suffix = ordinals.suffix_end(trimmed, numeral.end) if numeral is not None else None
    if numeral is not None and suffix == len(trimmed):
        return exactly(numeral.low, trimmed)
    if numeral is None or numeral.end != len(trimmed):
        return None
    bounds = bounds_of(numeral)
    return replace(bounds, text=trimmed)

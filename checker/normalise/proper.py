"""Proper names: organisations, people, offices and places of a text in one go, none overlapping."""

from __future__ import annotations

from checker.model import Mention
from checker.normalise import offices, orgs, people, places


def find(text: str) -> list[Mention]:
    """All named things of a text in order. Where two overlap, an office stands before the
    organisation inside it, and each of these and people before places.
    """
    kept: list[Mention] = sorted(
        [*offices.find(text), *people.find(text)], key=lambda mention: mention.span
    )
    kept = _merge(kept, orgs.find(text))
    taken = [mention.span for mention in kept]
    return _merge(kept, places.find(text, taken=taken))


def _merge(first: list[Mention], second: list[Mention]) -> list[Mention]:
    """Both lists in order, without those of the second that overlap one of the first."""
    merged: list[Mention] = []
    position = 0
    for mention in second:
        while position < len(first) and first[position].span.end <= mention.span.start:
            position += 1
        if position == len(first) or not first[position].span.overlaps(mention.span):
            merged.append(mention)
    return sorted([*first, *merged], key=lambda mention: mention.span)

"""Runs the normalisers once over a document and settles which of two overlapping finds stands."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Document, Kind, Mention
from checker.normalise import dates, figures, proper, quotes


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions of a document in the order of the text.

    Where two overlap, dates stand before figures and figures before names ("31 January" is no
    number, "Channel 4" no count); quotations may hold any other mention.
    """
    text = document.text
    dated = dates.find(text, reference=document.published)
    settled = _keep_apart(dated, figures.find(text))
    settled = _keep_apart(settled, proper.find(text))
    quoted = [mention for mention in quotes.find(text) if mention.kind is Kind.QUOTE]
    return tuple(sorted([*settled, *quoted], key=lambda mention: mention.span))


def _keep_apart(first: Iterable[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Both runs of mentions in one, without those of the second that overlap one of the first."""
    merged: list[Mention] = []
    kept = sorted(first, key=lambda mention: mention.span)
    position = 0
    for mention in sorted(second, key=lambda mention: mention.span):
        while position < len(kept) and kept[position].span.end <= mention.span.start:
            position += 1
        if position == len(kept) or not kept[position].span.overlaps(mention.span):
            merged.append(mention)
    return sorted([*kept, *merged], key=lambda mention: mention.span)

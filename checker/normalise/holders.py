"""Who holds which office, as a text puts the two side by side."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Mention

#: What closes an apposition.
_CLOSING = tuple(",.;:)\n—–-")


def holders(
    text: str, people: Sequence[Mention], offices: Sequence[Mention]
) -> list[tuple[Mention, Mention]]:
    """Who holds which office, where the two stand in apposition, in any order.

    "Foreign Minister Sergei Lavrov", "Lavrov, Russia's foreign minister,", "Russia's deputy
    foreign minister, Gennady Gatilov,", "Lavrov, who is foreign minister", "Lavrov is the
    foreign minister".
    """
    pairs: list[tuple[Mention, Mention]] = []
    position = 0
    for index, office in enumerate(offices):
        while position < len(people) and people[position].span.end <= office.span.start:
            position += 1
        after = people[position] if position < len(people) else None
        chained = offices[index + 1] if index + 1 < len(offices) else office
        if (
            after is not None
            and text[office.span.end : chained.span.start] in (" ", ", ")
            and _leads(text[chained.span.end : after.span.start])
        ):
            # "Pentagon spokesman Captain John Kirby" holds both.
            pairs.append((after, office))
            continue
        before = people[position - 1] if position else None
        if after is not None and _leads(text[office.span.end : after.span.start]):
            apposed = "," in text[office.span.end : after.span.start]
            if not apposed or text[after.span.end : after.span.end + 1] in ("", *_CLOSING):
                pairs.append((after, office))
        elif before is not None and _follows(text[before.span.end : office.span.start]):
            pairs.append((before, office))
    return pairs


def _leads(between: str) -> bool:
    """Whether an office stands just before its holder's name."""
    return between in (" ", "\n", ", ", ",\n", ". ", "\u00a0")


_ARTICLES = frozenset(
    {"", "the", "a", "an", "his", "her", "their", "its", "who", "is", "was", "currently"}
)


def _follows(between: str) -> bool:
    """Whether an office stands behind its holder's name: ", the", ", who is", " is the"."""
    if len(between) > 30:
        return False
    words = between.replace(",", " , ").split()
    if not words:
        return False
    if words[0] == ",":
        return all(word in _ARTICLES or word in (",", "now", "then") for word in words)
    return words[0] in ("is", "was", "as", "remains") and all(
        word in _ARTICLES | {"as", "remains"} for word in words
    )

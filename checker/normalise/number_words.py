"""The words of numbers, from the lexicon, and the places of a text where a figure may begin."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.normalise.lexicon import load


class NumberWords(NamedTuple):
    """What each word of a number is worth."""

    cardinals: dict[str, float]
    magnitudes: dict[str, float]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    suffixes: dict[str, float]
    money_suffixes: dict[str, float]
    vulgar: dict[str, float]
    vague: dict[str, tuple[float, float]]
    vague_times: dict[str, tuple[float, float]]
    unknown: dict[str, tuple[float, float]]
    groups: dict[str, int]


@cache
def words() -> NumberWords:
    """The words of numbers, from the lexicon."""
    lexicon, hedges = load("numbers"), load("hedges")
    fractions = dict(lexicon["fractions"])
    fractions.update({f"{word}s": part for word, part in lexicon["fractions"].items()})
    fractions["halves"] = 2
    pairs = {
        key: {word: (float(low), float(high)) for word, (low, high) in hedges[key].items()}
        for key in ("vague", "vague_times", "unknown")
    }
    return NumberWords(
        cardinals={**lexicon["units"], **lexicon["teens"], **lexicon["tens"]},
        magnitudes=lexicon["magnitudes"],
        ordinals=lexicon["ordinals"],
        fractions=fractions,
        suffixes=lexicon["suffixes"],
        money_suffixes=lexicon["money_suffixes"],
        vulgar=lexicon["vulgar"],
        groups=lexicon["groups"],
        **pairs,
    )


@cache
def anchors() -> re.Pattern[str]:
    """Every place of a text where a figure may begin, found at some ten megabytes a second.

    Words are grouped by their first letter, which keeps the scan as fast as it is.
    """
    known = words()
    starts: set[str] = {*known.cardinals, *known.magnitudes, *known.ordinals, *known.fractions}
    starts |= {*known.vague, *known.unknown, *known.groups, *load("durations")["long"]}
    starts |= {word.upper() for word in known.cardinals if len(word) < 7}
    singles = [word for word in load("durations")["units"] if word != "second"]
    units = sorted([*singles, *load("units_context")["singles"]], key=len, reverse=True)
    by_letter: dict[str, set[str]] = {}
    for word in starts:
        by_letter.setdefault(word[0], set()).add(word[1:])
    branches = []
    for letter, rests in sorted(by_letter.items()):
        rest = "|".join(sorted(map(re.escape, rests), key=len, reverse=True))
        first = letter if letter.isupper() else f"[{letter}{letter.upper()}]"
        branches.append(f"{first}(?:{rest})")
    letters = "".join(sorted({letter + letter.upper() for letter in by_letter}))
    worded = f"(?=[{letters}])(?:{'|'.join(branches)})\\b"
    single = f"[Aa]n?[ -](?:{'|'.join(units)})\\b"
    vulgar = "".join(known.vulgar)
    return re.compile(
        rf"\b(?:[0-9]+|{worded}|{single})|(?<=[A-Z][A-Zs])[0-9]+"
        rf"|(?<![0-9])[{vulgar}]|(?<![\w.])\.[0-9]+"
    )

"""Hedges: how firmly a figure is given, and the range that it then stands for.

The words and the widths are in `lexicon/en/hedges.yml`; here is only how they are put together. A
hedge never narrows a range: each takes the range of what stands inside it and widens that.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from checker.normalise.lexicon import load
from checker.values import Bounds, Hedge, Range, last_digit_unit, significant_digits, tidy

#: How far to the left of a figure its hedges are looked for, in characters.
REACH = 72

#: What may stand before the first word of a phrase without being part of it.
OPENING = "([\"'“‘«—–-"

_Trie = dict[str, Any]
#: Ends a phrase in the table; no word of a text is a line end.
_END = "\n"


class Before(NamedTuple):
    """The hedges straight before a figure, the nearest first, where the first of them begins, and
    the word that leaves somebody out ("another").
    """

    start: int
    hedges: tuple[Hedge, ...]
    leaves_out: str


class After(NamedTuple):
    """The hedge straight after a figure, where it ends, and the word that leaves somebody out."""

    end: int
    hedge: Hedge | None
    leaves_out: str


@cache
def _widths() -> dict[str, dict[str, float]]:
    widths: dict[str, dict[str, float]] = load("hedges")["widths"]
    return widths


@cache
def _before_trie() -> _Trie:
    """The phrases before a figure, from their last word to their first."""
    lexicon = load("hedges")
    trie: _Trie = {}
    for name, phrases in lexicon["before"].items():
        for phrase in phrases:
            node = trie
            for word in reversed(phrase.split()):
                node = node.setdefault(word, {})
            leaves_out = "another" if phrase in lexicon["another"] else ""
            leaves_out = "others" if phrase in lexicon["others"] else leaves_out
            node[_END] = (Hedge(name), leaves_out)
    return trie


@cache
def _after_phrases() -> dict[str, tuple[re.Pattern[str], dict[str, tuple[Hedge | None, str]]]]:
    """The phrases after a figure by their first sign, and what each says."""
    lexicon = load("hedges")
    known: dict[str, tuple[Hedge | None, str]] = {
        phrase: (Hedge(name), "")
        for name, phrases in lexicon["after"].items()
        for phrase in phrases
    }
    known.update(dict.fromkeys(lexicon["after_another"], (None, "another")))
    known.update(dict.fromkeys(lexicon["after_others"], (None, "others")))
    by_first: dict[str, list[str]] = {}
    for phrase in known:
        by_first.setdefault(phrase[0], []).append(phrase)
    return {
        first: (
            re.compile("|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))),
            {phrase: known[phrase] for phrase in phrases},
        )
        for first, phrases in by_first.items()
    }


def left_words(text: str, start: int, floor: int = 0) -> list[str]:
    """The words in reach before `start`, as they stand, none from before `floor` or from another
    paragraph.
    """
    low = max(floor, start - REACH)
    window = text[low:start]
    cut = window.rfind("\n\n")
    if cut >= 0:
        window, low = window[cut + 2 :], low + cut + 2
    found = window.split()
    if found and low > floor and not text[low].isspace() and not text[low - 1].isspace():
        del found[0]
    return found


def words_start(text: str, words: Sequence[str], end: int) -> int:
    """Where the last `words` before `end` begin, without a quote mark or bracket before them."""
    position = end
    for word in reversed(words):
        position = text.rfind(word, 0, position)
    return position + len(words[0]) - len(words[0].lstrip(OPENING)) if words else end


def before(text: str, start: int, floor: int = 0, *, found: list[str] | None = None) -> Before:
    """The hedges that stand straight before a figure that begins at `start`."""
    left = left_words(text, start, floor) if found is None else found
    hedges: list[Hedge] = []
    leaves_out = ""
    index = len(left)
    while index > 0 and len(hedges) < 4:
        matched = _longest(left, index)
        if matched is None:
            break
        index, (hedge, out) = matched
        hedges.append(hedge)
        leaves_out = leaves_out or out
    if index == len(left):
        sign = text[start - 1 : start] if start > floor else ""
        if sign in _SIGNS:
            return Before(start - 1, (_SIGNS[sign],), "")
        return Before(start, (), "")
    position = words_start(text, left[index:], start)
    kept = tuple(hedge for hedge in hedges if hedge is not Hedge.NONE)
    return Before(position, kept, leaves_out)


_SIGNS = {
    "~": Hedge.ABOUT,
    ">": Hedge.OVER,
    "≥": Hedge.FLOOR,
    "<": Hedge.CEILING,
    "≤": Hedge.CEILING,
}


def _longest(left: list[str], index: int) -> tuple[int, tuple[Hedge, str]] | None:
    """The longest phrase that ends with the word before `index`, and where it begins."""
    node: _Trie | None = _before_trie()
    best: tuple[int, tuple[Hedge, str]] | None = None
    while node is not None and index > 0:
        index -= 1
        word = left[index]
        node = node.get(word) or node.get(word.lower().lstrip(OPENING))
        if node is not None and _END in node:
            best = (index, node[_END])
            if not word[0].isalnum() and word not in node and len(word) > 1:
                break
    return best


_GAP = re.compile("[ \t\u00a0\n]?")


def after(text: str, end: int) -> After:
    """The hedge that stands straight after a figure that ends at `end`."""
    match = _GAP.match(text, end)
    position = match.end() if match is not None else end
    entry = _after_phrases().get(text[position : position + 1])
    if entry is not None:
        pattern, known = entry
        found = pattern.match(text, position)
        if found is not None and not _goes_on(text, found):
            hedge, leaves_out = known[found[0]]
            if position > end or hedge is not None:
                return After(found.end(), hedge, leaves_out)
    return After(end, None, "")


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether the words are the start of something else: "more than last year", "plus-size"."""
    rest = text[found.end() : found.end() + 6]
    if found[0][-1].isalnum() and rest[:1].isalnum():
        return True
    if found[0] == "+":
        return rest[:1].isdigit()
    if found[0] in ("at least", "at most", "plus", "other") or found[0].endswith(_COMPARED):
        return rest.startswith((" than", "-")) or rest.lstrip()[:1].isdigit()
    return False


#: What may begin the next figure's hedge: "12 and more than 194".
_COMPARED = (
    "more",
    "less",
    "fewer",
    "higher",
    "lower",
    "greater",
    "than",
    "above",
    "below",
    "over",
)


def bare(nominal: float, text: str = "", *, digits: int | None = None) -> Bounds:
    """A figure without a hedge: exact, or rounded where it is large and ends in noughts."""
    digits = significant_digits(f"{nominal:.12g}") if digits is None else digits
    width = _widths()["bare"]
    literal = Range(nominal, nominal)
    if abs(nominal) >= width["from"]:
        unit = last_digit_unit(nominal, digits)
        if unit > 1:
            slack = min(unit / 2, abs(nominal) * width["share"])
            literal = Range(tidy(nominal - slack), tidy(nominal + slack))
    return Bounds(text, nominal, literal, literal, digits=digits)


def vague(low: float, high: float, text: str = "") -> Bounds:
    """ "dozens": at least `low`, and usually less than `high`."""
    literal, usual = Range(low, math.inf, high_closed=False), Range(low, high, high_closed=False)
    return Bounds(text, low, literal, usual, Hedge.VAGUE, 1)


def unknown(low: float, high: float, text: str = "") -> Bounds:
    """ "several": no figure; compared it is always unsure."""
    return replace(vague(low, high, text), hedge=Hedge.UNKNOWN)


def between(low: Bounds, high: Bounds, text: str = "") -> Bounds:
    """ "between 30 and 40": from the one figure to the other, the printed ends included."""
    ends = Range(low.nominal, max(high.nominal, low.nominal))
    return Bounds(text, low.nominal, ends, ends, Hedge.BETWEEN, max(low.digits, high.digits))


def hedged(hedge: Hedge, inner: Bounds) -> Bounds:
    """The figure `inner` with one more hedge around it."""
    if inner.hedge is Hedge.UNKNOWN:
        return inner
    literal, usual = inner.literal, inner.usual
    if inner.hedge is Hedge.NONE:
        # The figure itself, as printed: its rounding is covered by what the hedge allows.
        literal = usual = Range(inner.nominal, inner.nominal)
    match hedge:
        case Hedge.ABOUT:
            shares = _widths()["about"]
            literal, usual = _wider(literal, shares["literal"]), _wider(usual, shares["usual"])
        case Hedge.OVER | Hedge.FLOOR:
            top = max(usual.high, _next(inner.nominal, inner.digits))
            if inner.hedge is Hedge.VAGUE:
                top = usual.high
            literal = Range(literal.low, math.inf, high_closed=False)
            usual = Range(usual.low, top, high_closed=inner.hedge is not Hedge.VAGUE)
        case Hedge.NEARLY:
            share = _widths()["nearly"]["share"]
            literal = replace(literal, low=tidy(literal.low - abs(inner.nominal) * share))
            usual = replace(usual, low=tidy(usual.low - abs(inner.nominal) * share))
        case Hedge.UP_TO | Hedge.CEILING:
            literal = replace(literal, low=min(0.0, literal.low), low_closed=True)
            usual = replace(usual, low=min(0.0, usual.low), low_closed=True)
        case _:
            return inner
    kept = inner.hedge if hedge is Hedge.ABOUT and inner.is_floor else hedge
    return replace(inner, literal=literal, usual=usual, hedge=kept)


def _wider(inner: Range, share: float) -> Range:
    low, high = inner.low, inner.high
    low -= 0 if math.isinf(low) else abs(low) * share
    high += 0 if math.isinf(high) else abs(high) * share
    return replace(inner, low=tidy(low), high=tidy(high))


def _next(nominal: float, digits: int) -> float:
    """What a reader takes as the top of "more than": see `over` in the table."""
    if abs(nominal) < _widths()["over"]["tens_below"]:
        return (math.floor(nominal / 10) + 1) * 10.0
    return tidy(nominal + max(last_digit_unit(nominal, digits), 1.0))

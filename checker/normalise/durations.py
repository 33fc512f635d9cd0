"""Lengths of time: "10 months", "the past six days", "a 15-month-old uprising", "yearlong"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from checker.model import Kind, Mention
from checker.normalise import hedges
from checker.normalise.lexicon import load
from checker.normalise.readings import Hedged, mention
from checker.values import Bounds, Hedge, Measure, Range, tidy

_AFTER = re.compile(r"(?:[ -]long)?(?:['’]s?)?(?:[ \u00a0\n-]([a-z]+(?:[ ]now)?))?")
_LONG = re.compile(r"[ -](long)\b")


@cache
def _lists() -> dict[str, frozenset[str]]:
    lexicon = load("durations")
    return {key: frozenset(value) for key, value in lexicon.items() if isinstance(value, list)}


def value_of(words: str, amount: Bounds, unit: str) -> Measure:
    """So many of a unit of time, in days; a month is 28 to 31 of them."""
    entry: dict[str, Any] = load("durations")["units"][unit]
    low, high = entry["days"]
    mean = entry.get("mean", (low + high) / 2)
    base = amount.scaled(mean)
    if low != high:
        base = Bounds(
            base.text,
            base.nominal,
            _stretched(amount.literal, low, high),
            _stretched(amount.usual, low, high),
            base.hedge,
            base.digits,
            base.leaves_out,
        )
    return Measure(words, amount, unit, "time", base)


def _stretched(inner: Range, low: float, high: float) -> Range:
    return Range(
        tidy(inner.low * low), tidy(inner.high * high), inner.low_closed, inner.high_closed
    )


def days(unit: str) -> float:
    """The days of a unit of time, as a rule."""
    entry: dict[str, Any] = load("durations")["units"][unit]
    low, high = entry["days"]
    return float(entry.get("mean", (low + high) / 2))


def is_told_from_elsewhere(text: str, end: int) -> bool:
    """Whether "ago", "earlier", "after" and the like make a date of it, which is not ours."""
    match = _AFTER.match(text, end)
    return match is not None and match[1] is not None and match[1] in _lists()["date_after"]


def build(text: str, hedged: Hedged, unit: str, left: list[str], floor: int) -> Mention | None:
    """The mention of a length of time; None where it is a date told from another day."""
    if is_told_from_elsewhere(text, hedged.end):
        return None
    end = hedged.end
    long = _LONG.match(text, end)
    if long is not None:
        end = long.end()
    start = _with_past(text, hedged.start, floor)
    words = text[start:end]
    return mention(text, Kind.DURATION, start, end, value_of(words, hedged.bounds, unit))


def _with_past(text: str, start: int, floor: int) -> int:
    """Where the words begin, with "the past" or "the next" before them."""
    left = hedges.left_words(text, start, floor)[-2:]
    for count in (2, 1):
        if (
            len(left) >= count
            and " ".join(left[-count:]).lower().lstrip(hedges.OPENING) in _lists()["past"]
        ):
            return hedges.words_start(text, left[-count:], start)
    return start


def single(text: str, start: int, end: int, unit: str, floor: int) -> Mention | None:
    """ "a week", where it is how long something lasts and not how often something comes."""
    before = hedges.before(text, start, floor)
    left = hedges.left_words(text, before.start, floor)
    half = re.match(r"(?:[ ]and[ ]a[ ]half\b)", text[end : end + 12])
    if half is not None:
        end += half.end()
    cued = bool(left) and left[-1].lower() in _lists()["a_before"]
    if not (cued or before.hedges or half is not None):
        return None
    amount = hedges.bare(1.5 if half is not None else 1.0, digits=2 if half is not None else 1)
    for hedge in before.hedges:
        amount = hedges.hedged(hedge, amount)
    return build(text, Hedged(before.start, end, amount), unit, left, floor)


def loose(text: str, start: int, end: int, unit: str) -> Mention:
    """ "yearlong": a year, more or less."""
    words = text[start:end]
    amount = hedges.hedged(Hedge.ABOUT, hedges.bare(1.0, words, digits=1))
    return mention(text, Kind.DURATION, start, end, value_of(words, amount, unit))

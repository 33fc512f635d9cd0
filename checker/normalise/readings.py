"""A figure as read from a text, before it is known what kind of mention it becomes."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Kind, Mention, Span
from checker.normalise import hedges
from checker.normalise.lexicon import load
from checker.normalise.numeral import Numeral
from checker.normalise.tails import Tail
from checker.values import Bounds, Hedge, Value


class Reading(NamedTuple):
    """A figure: its first number, its range without the hedges around it, what it is a number of
    (`tail`), the currency `sign` before it, and the words to its left. `two_sided` says that the
    hedge before it is one end of the range: "more than 20 but fewer than 30".
    """

    start: int
    end: int
    numeral: Numeral
    bounds: Bounds
    tail: Tail | None
    sign: str | None
    left: list[str]
    floor: int
    leaves_out: str = ""
    two_sided: bool = False


class Hedged(NamedTuple):
    """The figure with the hedges around it, and the place of all its words."""

    start: int
    end: int
    bounds: Bounds


def bounds_of(numeral: Numeral) -> Bounds:
    """The range of a number without a hedge."""
    if numeral.form == "unknown":
        return hedges.unknown(numeral.low, numeral.high)
    if numeral.form == "vague":
        return hedges.vague(numeral.low, numeral.high)
    return hedges.bare(numeral.low, digits=numeral.digits)


def minus_start(text: str, reading: Reading) -> int | None:
    """Where the minus before a figure begins, as a sign or a word; None where there is none."""
    left = reading.left[-1].lower().lstrip(hedges.OPENING) if reading.left else ""
    if left == "minus" or (left == "negative" and not _was_tested(reading.left)):
        return hedges.words_start(text, reading.left[-1:], reading.start)
    before = text[max(0, reading.start - 2) : reading.start]
    if before[-1:] in ("-", "−", "–") and before[:-1] in ("", " ", "(", "\n"):
        return reading.start - 1
    return None


def _was_tested(left: list[str]) -> bool:
    """Whether "negative" is what a test was: "tested negative twice", "were negative two days"."""
    return len(left) > 1 and left[-2].lower() not in load("numbers")["negative_after"]


def plain_minus(text: str, reading: Reading) -> int | None:
    """The minus before a figure without a unit: a dash there is mostly a list's or an aside's."""
    start = minus_start(text, reading)
    if start is None or text[start].isalpha():
        return start
    before = [word for word in reading.left[-2:] if word.strip("(-−–")]
    cued = not before or before[-1].lower() in load("numbers")["minus_after"]
    return start if cued or text[start - 1 : start] == "(" else None


def with_hedges(text: str, reading: Reading, *, after: bool = True) -> Hedged:
    """The figure with the hedges before and after it."""
    left = reading.left
    if left and left[-1] in ("-", "−"):
        left = left[:-1]
    if reading.bounds.hedge is Hedge.BETWEEN and left and left[-1].lower() in ("between", "from"):
        # "between" belongs to the words of the range, and hedges may stand before it.
        start = hedges.words_start(text, left[-1:], reading.start)
        before = hedges.before(text, start, reading.floor, found=left[:-1])
        if left[-1].lower() == "from" and not before.hedges:
            before = before._replace(start=start)
    else:
        before = hedges.before(text, reading.start, reading.floor, found=left)
    bounds, end = reading.bounds, reading.end
    leaves_out = reading.leaves_out or before.leaves_out
    if after:
        follower = hedges.after(text, end)
        if follower.hedge is not None:
            bounds, end = hedges.hedged(follower.hedge, bounds), follower.end
        elif reading.tail is None and follower.leaves_out:
            leaves_out, end = follower.leaves_out, follower.end
    for hedge in before.hedges[1:] if reading.two_sided else before.hedges:
        bounds = hedges.hedged(hedge, bounds)
    said = Bounds(
        text[before.start : end],
        bounds.nominal,
        bounds.literal,
        bounds.usual,
        bounds.hedge,
        bounds.digits,
        leaves_out,
    )
    return Hedged(before.start, end, said)


def mention(text: str, kind: Kind, start: int, end: int, value: Value) -> Mention:
    """The mention of a value, with the exact words."""
    return Mention(kind, Span(start, end), text[start:end], value)

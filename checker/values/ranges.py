"""Figures as ranges: what a printed number can literally mean, and what a reader takes from it.

The idea that a printed figure is a range is statcheck's (`error_test.R`: a printed 2.0 means
[1.95, 2.05)); the widths of each hedge are in `normalise/lexicon/en/hedges.yml`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from checker.values.verdict import Comparison, agrees, contradicts, unsure


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers from `low` to `high`; an end belongs to the range where it is closed."""

    low: float
    high: float
    low_closed: bool = True
    high_closed: bool = True

    def meets(self, other: Range) -> bool:
        """Whether some number lies in both ranges."""
        first, second = (self, other) if self.low <= other.low else (other, self)
        if first.low == second.low:
            # Two ranges from one start share at least what lies just above it, unless one of
            # them is the start alone and the other leaves it out.
            if first.low_closed and second.low_closed:
                return True
            return first.high > first.low and second.high > second.low
        if first.high > second.low:
            return True
        return first.high == second.low and first.high_closed and second.low_closed

    def contains(self, other: Range) -> bool:
        """Whether every number of `other` lies in this range."""
        low_ok = self.low < other.low or (
            self.low == other.low and (self.low_closed or not other.low_closed)
        )
        high_ok = self.high > other.high or (
            self.high == other.high and (self.high_closed or not other.high_closed)
        )
        return low_ok and high_ok

    def scaled(self, factor: float, offset: float = 0.0) -> Range:
        """The range in another unit: each end times `factor` plus `offset`."""
        low, high = (tidy(end * factor + offset) for end in (self.low, self.high))
        if factor < 0:
            return Range(high, low, self.high_closed, self.low_closed)
        return Range(low, high, self.low_closed, self.high_closed)

    def plus(self, other: Range) -> Range:
        """Every sum of a number of this range and one of the other."""
        return Range(
            tidy(self.low + other.low),
            tidy(self.high + other.high),
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )


class Hedge(StrEnum):
    """How firmly a figure is given. Words map to these in the lexicon, never in code."""

    NONE = "none"
    ABOUT = "about"
    OVER = "more than"  # also "over"; the figure itself is left out
    FLOOR = "at least"
    NEARLY = "nearly"
    UP_TO = "up to"  # a soft ceiling: what exceeds it is at most unsure
    CEILING = "at most"  # a hard one
    VAGUE = "vague"  # dozens, scores, hundreds, thousands
    BETWEEN = "between"
    UNKNOWN = "unknown"  # several, a few


@dataclass(frozen=True, slots=True)
class Bounds:
    """A figure: the words, the number printed, and its literal and its usual range.

    `digits` counts the significant digits as printed (5,400 has two). `leaves_out` is "another"
    or "others" where the words say that somebody else is not in the figure.
    """

    text: str
    nominal: float
    literal: Range
    usual: Range
    hedge: Hedge = Hedge.NONE
    digits: int = 1
    leaves_out: str = ""

    def scaled(self, factor: float, offset: float = 0.0) -> Bounds:
        """The same figure in another unit."""
        return replace(
            self,
            nominal=tidy(self.nominal * factor + offset),
            literal=self.literal.scaled(factor, offset),
            usual=self.usual.scaled(factor, offset),
        )

    @property
    def is_floor(self) -> bool:
        """Whether only a least number is given ("at least 12", "more than 12")."""
        return self.hedge in (Hedge.FLOOR, Hedge.OVER)


def exactly(number: float, text: str = "", *, digits: int | None = None) -> Bounds:
    """The figure that is just this number."""
    point = Range(number, number)
    text = text or plain(number)
    return Bounds(text, number, point, point, digits=digits or significant_digits(text))


def significant_digits(text: str) -> int:
    """How many significant digits a printed number has: 5,400 has two, 2.50 has three."""
    digits = "".join(c for c in text if c.isdigit() or c == ".")
    whole, point, fraction = digits.partition(".")
    if point:
        return max(1, len((whole + fraction).lstrip("0")))
    return max(1, len(whole.lstrip("0").rstrip("0")))


def tidy(number: float) -> float:
    """The number without the dust that binary fractions leave (0.1 + 0.2 is 0.3)."""
    return number if math.isinf(number) or number == 0 else float(f"{number:.12g}")


def plain(number: float) -> str:
    """The number as a newspaper prints it: 5,400 and 2.5, never 5400.0."""
    if math.isinf(number):
        return "∞"
    return f"{int(number):,}" if number == int(number) else f"{number:,.10g}"


def compare_bounds(a: Bounds, b: Bounds) -> Comparison:
    """Whether two figures for one fact can both stand."""
    if Hedge.UNKNOWN in (a.hedge, b.hedge):
        return unsure("one of them gives no figure")
    if not a.literal.meets(b.literal):
        if _exceeds_soft_ceiling(a, b) or _exceeds_soft_ceiling(b, a):
            return unsure(f"“{a.text}” and “{b.text}”: a figure given as “up to” is exceeded")
        return contradicts(f"{span_text(a)} and {span_text(b)} have no number in common")
    if a.is_floor and b.is_floor and a.nominal != b.nominal:
        return unsure(f"“{a.text}” and “{b.text}” are two different least numbers")
    if not a.usual.meets(b.usual):
        return unsure(
            f"“{a.text}” and “{b.text}” can both hold to the letter, "
            "but a reader takes different figures from them"
        )
    return agrees(f"{span_text(a)} and {span_text(b)} have numbers in common")


def compare_not_exceeding(part: Bounds, whole: Bounds) -> Comparison:
    """Whether the part can be no more than the whole."""
    if Hedge.UNKNOWN in (part.hedge, whole.hedge):
        return unsure("one of them gives no figure")
    if _above(part.literal, whole.literal):
        soft = whole.hedge is Hedge.UP_TO
        why = f"the part, {span_text(part)}, is more than the whole, {span_text(whole)}"
        return unsure(why) if soft else contradicts(why)
    if _above(part.usual, whole.usual):
        return unsure(
            f"the part, “{part.text}”, reads as more than the whole, “{whole.text}”, "
            "though both can hold to the letter"
        )
    return agrees(f"the part, {span_text(part)}, fits the whole, {span_text(whole)}")


def _above(part: Range, whole: Range) -> bool:
    """Whether every number of `part` is above every number of `whole`."""
    if part.low == whole.high:
        return not (part.low_closed and whole.high_closed)
    return part.low > whole.high


def _exceeds_soft_ceiling(ceiling: Bounds, other: Bounds) -> bool:
    return ceiling.hedge is Hedge.UP_TO and other.literal.low >= ceiling.literal.high


def span_text(bounds: Bounds) -> str:
    """The words with their literal range, as a reason prints them: “some 40” [32 to 48]."""
    literal = bounds.literal
    if literal.low == literal.high:
        return f"“{bounds.text}”"
    if math.isinf(literal.high):
        return f"“{bounds.text}” ({plain(literal.low)} or more)"
    return f"“{bounds.text}” ({plain(literal.low)} to {plain(literal.high)})"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its unit. `base` is the same figure in the base unit of its `dimension`.

    `dimension` is a word such as "length", "money", "percent" or "time"; the base unit of each is
    fixed by `normalise/units.py` (metre, the currency itself, percent, day).
    """

    text: str
    amount: Bounds
    unit: str
    dimension: str
    base: Bounds


@dataclass(frozen=True, slots=True)
class Score:
    """A score, a vote or a ratio: its parts in the order printed. `of` is "score", "vote" or
    "ratio"; the parts of a ratio are the share and the whole ("10 of the 15 members").
    """

    text: str
    parts: tuple[float, ...]
    of: str = "score"


def compare_scores(a: Score, b: Score) -> Comparison:
    """Whether two scores can be one. The loser's side may tell a score or a vote the other way."""
    if a.of != b.of or len(a.parts) != len(b.parts):
        return unsure(f"“{a.text}” and “{b.text}” may be scores of different things")
    if a.parts == b.parts or (a.of != "ratio" and sorted(a.parts) == sorted(b.parts)):
        return agrees(f"“{a.text}” and “{b.text}” are the same")
    return contradicts(f"“{a.text}” is not “{b.text}”")


def compare_measures(a: Measure, b: Measure) -> Comparison:
    """Whether two quantities for one fact can both stand; of unlike dimensions they are unsure."""
    if a.dimension != b.dimension:
        return unsure(f"“{a.text}” and “{b.text}” measure different things")
    if a.dimension == "money" and a.unit != b.unit:
        return unsure(f"“{a.text}” and “{b.text}” are in different currencies")
    if a.unit == b.unit:
        return compare_bounds(a.amount, b.amount)
    if a.dimension == "clock":
        return unsure(f"“{a.text}” and “{b.text}” may be told in different zones")
    return compare_conversion(a, b)


def compare_conversion(a: Measure, b: Measure) -> Comparison:
    """Whether two quantities in different units can be one, each rounded as far as printed.

    Either side may be rounded by half a unit of its last significant digit, at most a tenth, but
    not both: 40 km (25 miles) and 75 km (50 miles) hold, 40 km (30 miles) does not.
    """
    if _printed(a).meets(_rounded(b)) or _rounded(a).meets(_printed(b)):
        return agrees(f"“{a.text}” and “{b.text}” are the same, as far as they are printed")
    return contradicts(f"“{a.text}” is not “{b.text}”, however one of them was rounded")


def _printed(measure: Measure) -> Range:
    """The quantity in the base unit, with the width of its hedge, without that of its rounding."""
    if measure.amount.hedge is Hedge.NONE:
        return Range(measure.base.nominal, measure.base.nominal)
    literal, nominal = measure.base.literal, measure.base.nominal
    return Range(min(literal.low, nominal), max(literal.high, nominal))


def _rounded(measure: Measure) -> Range:
    printed, nominal = _printed(measure), measure.amount.nominal
    if nominal == 0:
        return printed
    unit = last_digit_unit(nominal, measure.amount.digits)
    slack = min(0.5 * unit / abs(nominal), 0.1) * abs(measure.base.nominal)
    return Range(tidy(printed.low - slack), tidy(printed.high + slack))


def last_digit_unit(nominal: float, digits: int) -> float:
    """One unit of the last significant digit: 100 for 5,400, 0.01 for 2.50."""
    if nominal == 0:
        return 1.0
    return tidy(10.0 ** (math.floor(math.log10(abs(nominal))) - digits + 1))

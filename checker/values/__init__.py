"""Canonical values, and for each kind: can these two be the same?"""

from __future__ import annotations

from checker.values.dates import (
    MONTHS,
    WEEKDAYS,
    DateInterval,
    Grain,
    Mode,
    comparable_dates,
    compare_dates,
    day_text,
    interval_text,
    one_day,
    weekday_of,
)
from checker.values.names import (
    Office,
    Organisation,
    PersonName,
    Place,
    compare_offices,
    compare_organisations,
    compare_people,
    compare_places,
    place_relation,
)
from checker.values.quotation import MASK, Quotation, compare_quotations
from checker.values.ranges import (
    Bounds,
    Hedge,
    Measure,
    Range,
    Score,
    compare_bounds,
    compare_conversion,
    compare_measures,
    compare_not_exceeding,
    compare_scores,
    exactly,
    last_digit_unit,
    plain,
    significant_digits,
    span_text,
    tidy,
)
from checker.values.verdict import Comparison, Verdict, agrees, contradicts, unsure

Value = (
    Bounds | Measure | DateInterval | PersonName | Office | Organisation | Place | Quotation | Score
)


def compare(a: Value, b: Value) -> Comparison:
    """Whether two values given for one fact can both stand; values of unlike kinds are unsure."""
    match a, b:
        case Bounds(), Bounds():
            return compare_bounds(a, b)
        case Measure(), Measure():
            return compare_measures(a, b)
        case DateInterval(), DateInterval():
            return compare_dates(a, b)
        case PersonName(), PersonName():
            return compare_people(a, b)
        case Office(), Office():
            return compare_offices(a, b)
        case Organisation(), Organisation():
            return compare_organisations(a, b)
        case Place(), Place():
            return compare_places(a, b)
        case Quotation(), Quotation():
            return compare_quotations(a, b)
        case Score(), Score():
            return compare_scores(a, b)
        case _:
            return unsure("the two are values of different kinds")


__all__ = [
    "MASK",
    "MONTHS",
    "WEEKDAYS",
    "Bounds",
    "Comparison",
    "DateInterval",
    "Grain",
    "Hedge",
    "Measure",
    "Mode",
    "Office",
    "Organisation",
    "PersonName",
    "Place",
    "Quotation",
    "Range",
    "Score",
    "Value",
    "Verdict",
    "agrees",
    "comparable_dates",
    "compare",
    "compare_bounds",
    "compare_conversion",
    "compare_dates",
    "compare_measures",
    "compare_not_exceeding",
    "compare_offices",
    "compare_organisations",
    "compare_people",
    "compare_places",
    "compare_quotations",
    "compare_scores",
    "contradicts",
    "day_text",
    "exactly",
    "interval_text",
    "last_digit_unit",
    "one_day",
    "place_relation",
    "plain",
    "significant_digits",
    "span_text",
    "tidy",
    "unsure",
    "weekday_of",
]

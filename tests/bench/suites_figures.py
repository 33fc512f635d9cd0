"""The figures of the public suites: Recognizers-Text's numbers and units, duckling's dimensions
other than Time, and quantulum3's quantities.

How a case counts:

- A text that is one expression ("five", "21st", "a kg") is read by `parse`; where `parse` gives
  nothing, and for every sentence, `find` reads it.
- What the suite asks for must be found at its place, with its value and its unit, and nothing else
  of the kind asked for may be found in the sentence: else the case is wrong.
- Values are compared in the base unit of the dimension, so "7 feet 10 inches" may be feet or
  inches. A range must have the suite's two ends; whether an end belongs to it is not compared, for
  the suites hold that "between 20 and 30" leaves out 30. Where the words are "about" or so, our
  range is wider than the suite's: it has to contain it. quantulum gives the middle of a range.
- Where a suite takes a range of quantities apart ("eight to 10 feet": 10 feet), our range counts
  for its end.
- A part of a suite's answer that has no value ("fahrenheit" in "convert 10 celsius to fahrenheit")
  is not asked for. quantulum's numbers without a unit are asked for only where a sentence has no
  unit at all (kind "bare numbers"): among its quantities it counts years, and "2" in "Voyager 2".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker.model import Kind, Mention
from checker.normalise import durations, figures, numbers, quantities, units
from checker.values import Bounds, Hedge, Measure, Score, Value
from tests.bench.cases import Case, Outcome, out_of_scope, rows
from tests.bench.unit_names import UNITS

RECOGNIZERS = "recognizers_numbers_units"
DUCKLING = "duckling_examples"
QUANTULUM = "quantulum_quantities"


class Gold(NamedTuple):
    """An answer: its ends (one value twice), the suite's name of the unit, and its words."""

    low: float
    high: float
    unit: str
    words: str


_OWN = {
    "NumberModel": {Kind.NUMBER},
    "NumberRangeModel": set(),
    "OrdinalModel": {Kind.ORDINAL},
    "PercentModel": {Kind.PERCENT},
    "AgeModel": {Kind.AGE},
    "CurrencyModel": {Kind.MONEY},
    "DimensionModel": {Kind.QUANTITY},
    "TemperatureModel": {Kind.QUANTITY},
    "quantities": {Kind.QUANTITY, Kind.MONEY},
}


def cases(folder: Path) -> Iterator[Case]:
    """The cases of the three suites."""
    yield from _recognizers(folder)
    yield from _duckling(folder)
    yield from _quantulum(folder)


def _recognizers(folder: Path) -> Iterator[Case]:
    for _, row in rows(folder, RECOGNIZERS):
        golds = [gold for result in row["results"] if (gold := _result(row["model"], result))]
        why = out_of_scope("figures").get(row["id"], "")
        yield Case(
            "recognizers numbers and units", row["model"], row["id"], row["input"], golds, why
        )


def _result(model: str, result: Mapping[str, Any]) -> Gold | None:
    resolution = result["Resolution"] or {}
    value, unit = resolution.get("value"), resolution.get("unit", "")
    if value in (None, "null"):
        return None
    if model == "NumberRangeModel":
        low, high = value.strip("[]()").split(",")
        ends = float(low or -math.inf), float(high or math.inf)
        return Gold(*ends, "", result["Text"])
    if model == "PercentModel":
        value, unit = value.rstrip("%"), "percentage"
    if not re.fullmatch(r"[-+0-9.eE]+", value):
        return Gold(math.nan, math.nan, unit, result["Text"])
    if unit == "Pound" and model == "DimensionModel":
        unit = "pound-mass"
    return Gold(float(value), float(value), unit, result["Text"])


_SIMPLE = re.compile(r"simple (\S+) \(?(-?[\d.e]+)\)?")
_OPEN = re.compile(r"(between|under|above) (\S+) \(?([\d., e]+)\)?")
_COUNT = re.compile(r"\(?(-?[\d.]+(?:e\d+)?)\)?(?: (\w+))?$")
_FIGURES = ("AmountOfMoney", "Distance", "Duration", "Numeral", "Ordinal", "Quantity")


def _duckling(folder: Path) -> Iterator[Case]:
    for number, row in rows(folder, DUCKLING):
        if row["dim"] in (*_FIGURES, "Temperature", "Volume"):
            id = f"duckling-{number}"
            gold = _expression(row["gold_expr"], row["input"])
            if gold.unit == "Pound" and row["dim"] == "Quantity":
                gold = gold._replace(unit="pound-mass")
            why = out_of_scope("figures").get(id, "")
            yield Case("duckling", row["dim"], id, row["input"], [gold], why)


def _expression(expression: str, words: str) -> Gold:
    """A Haskell value; where the extraction ran several into one, the last belongs to the line."""
    ranged = list(_OPEN.finditer(expression))
    if ranged:
        how, unit, ends = ranged[-1].groups()
        low, _, high = (part.strip() for part in ends.partition(","))
        if how == "between":
            return Gold(float(low), float(high), unit, words)
        if how == "under":
            return Gold(-math.inf, float(low), unit, words)
        return Gold(float(low), math.inf, unit, words)
    simple = _SIMPLE.match(expression)
    if simple is not None:
        return Gold(float(simple[2]), float(simple[2]), simple[1], words)
    count = _COUNT.search(expression)
    assert count is not None, expression
    return Gold(float(count[1]), float(count[1]), count[2] or "", words)


def _quantulum(folder: Path) -> Iterator[Case]:
    for _, row in rows(folder, QUANTULUM):
        if not isinstance(row["gold"], list):
            continue  # sentences to be spelt out, and inputs that must not crash
        golds = [Gold(g["value"], g["value"], g["unit"], g["surface"]) for g in row["gold"]]
        measured = [gold for gold in golds if gold.unit != "dimensionless"]
        kind = "quantities" if measured or not golds else "bare numbers"
        why = out_of_scope("figures").get(row["id"], "")
        yield Case("quantulum", kind, row["id"], row["input"], measured or golds, why)


def score(case: Case) -> Outcome:
    """How the checker does on a case."""
    text = case.text
    golds: Sequence[Gold] = case.gold
    if len(golds) == 1 and golds[0].words.lower() == text.strip().lower():
        value = numbers.parse(text) or units.parse(text)
        if value is not None and _is(golds[0], value):
            return Outcome("right", _told(value))
    found = figures.find(text)
    left = list(found)
    position = 0
    missing: list[Gold] = []
    wrong: list[str] = []
    open_golds = [*golds]
    while open_golds:
        gold = open_golds.pop(0)
        start = text.lower().find(gold.words.lower(), position)
        if start < 0:
            start, end = 0, len(text)
        else:
            position = end = start + len(gold.words)
        there = [m for m in found if m.span.start < end and start < m.span.end]
        if not there:
            missing.append(gold)
            continue
        joined = _joined(gold, open_golds, text, there[0])
        if any(_is(joined, mention.value) for mention in there):
            for mention in there:
                if mention in left:
                    left.remove(mention)
        else:
            wrong.append(", ".join(f"{m.text} = {_told(m.value)}" for m in there))
    extra = [m for m in left if m.kind in _OWN.get(case.kind, set()) and _counts(case, m)]
    read = "; ".join([*wrong, *(f"also {m.text} = {_told(m.value)}" for m in extra)])
    if missing and not wrong:
        return Outcome("missed", read)
    return Outcome("wrong", read) if wrong or extra else Outcome("right", read)


def _joined(gold: Gold, later: list[Gold], text: str, mention: Mention) -> Gold:
    """The answers that one mention of ours covers, summed: "3 years, 2 months"."""
    while later and later[0].words in mention.text and later[0].words not in gold.words:
        one, other = _base(gold), _base(later[0])
        if one is None or other is None or one[0] != other[0] or one[0] == "":
            break
        factor = _factor(gold.unit)
        gold = gold._replace(
            low=gold.low + other[1] / factor,
            high=gold.high + other[1] / factor,
            words=f"{gold.words} {later[0].words}",
        )
        later.pop(0)
    return gold


def _counts(case: Case, mention: Mention) -> bool:
    """Whether a mention that was not asked for is one of those that the suite's model finds."""
    if case.kind == "DimensionModel" and isinstance(mention.value, Measure):
        return not mention.value.dimension.startswith("temperature")
    return True


def _factor(unit: str) -> float:
    kind, key, factor = UNITS[unit]
    if kind == "money":
        return factor
    if kind == "time":
        return durations.days(key) * factor
    return quantities.to_base(kind, key)[0] * factor


def _base(gold: Gold) -> tuple[str, float, float] | None:
    """The dimension (of money the code) of an answer and its ends in the base unit."""
    if gold.unit in ("", "dimensionless", "Unnamed", "Nothing"):
        return "", gold.low, gold.high
    if gold.unit not in UNITS:
        return None
    kind, key, factor = UNITS[gold.unit]
    if kind == "":
        return "", gold.low * factor, gold.high * factor
    if kind in ("money", "percent"):
        return key, gold.low * factor, gold.high * factor
    if kind == "age":
        return "age", gold.low, gold.high
    if kind == "time":
        share = durations.days(key) * factor
        return "time", gold.low * share, gold.high * share
    scale, offset = quantities.to_base(kind, key)
    return kind, gold.low * factor * scale + offset, gold.high * factor * scale + offset


def _is(gold: Gold, value: Value) -> bool:
    """Whether a value is the one that a suite asks for."""
    base = _base(gold)
    if base is None:
        return False
    dimension, low, high = base
    if isinstance(value, Score):
        return dimension == "" and _near(low, value.parts[0] / value.parts[1])
    if isinstance(value, Bounds):
        return dimension == "" and _fits(low, high, value)
    if not isinstance(value, Measure):
        return False
    if dimension == "":
        return _fits(low, high, value.amount)
    if value.dimension == "money":
        return dimension == value.unit and _fits(low, high, value.amount)
    if dimension == "percent":
        return value.dimension.startswith("percent") and _fits(low, high, value.base)
    if value.dimension == "time" or value.dimension == "age":
        return _is_time(gold, dimension, low, high, value)
    same = value.dimension.removesuffix(" difference") == dimension
    if value.dimension == "temperature difference":
        offset = quantities.to_base("temperature", UNITS[gold.unit][1])[1]
        low, high = low - offset, high - offset
    return same and _fits(low, high, value.base)


def _is_time(gold: Gold, dimension: str, low: float, high: float, value: Measure) -> bool:
    if dimension == "age":
        return _fits(low, high, value.amount)
    if value.dimension == "age":
        same = UNITS[gold.unit][:2] == ("time", value.unit)
        return same and _fits(gold.low, gold.high, value.amount)
    # A month is thirty days and more: duckling makes 45 of one and a half.
    mean, slack = value.base.nominal, 0.03 if gold.unit in ("Day", "Second") else 1e-4
    ranged = value.base.hedge is not Hedge.NONE
    return dimension == "time" and (
        _fits(low, high, value.base) if ranged else abs(mean - low) <= slack * abs(low)
    )


def _near(one: float, other: float) -> bool:
    return one == other or math.isclose(one, other, rel_tol=2e-6, abs_tol=1e-12)


def _fits(low: float, high: float, bounds: Bounds) -> bool:
    """Whether a figure has the ends that are asked for, or is the one value."""
    literal = bounds.literal
    if low == high:
        ends = literal.low, literal.high, (literal.low + literal.high) / 2
        about = (literal.low / 0.8 + literal.high / 1.2) / 2
        ranged = bounds.hedge is Hedge.BETWEEN and any(_near(low, end) for end in ends)
        return _near(low, bounds.nominal) or ranged or _near(low, about)
    below = low == -math.inf and literal.low <= 0
    return (below or _is_end(low, literal.low, 0.8)) and _is_end(high, literal.high, 1.2)


def _is_end(asked: float, ours: float, about: float) -> bool:
    """Whether an end is the one asked for, or that as widened by an "about"."""
    return _near(asked, ours) or _near(asked * about, ours)


def _told(value: Value) -> str:
    match value:
        case Measure():
            return f"{value.amount.nominal:g} {value.unit}"
        case Bounds():
            ends = f"{value.literal.low:g} to {value.literal.high:g}"
            return ends if value.literal.low != value.literal.high else f"{value.nominal:g}"
        case Score():
            return f"{value.of} {value.parts}"
        case _:
            return str(value)

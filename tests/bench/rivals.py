"""The libraries that the suites come from, where they are installed: their own rate in our run.

Each is judged on its own suite as that suite judges it: the exact words, the value and the unit.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable
from typing import Any

from tests.bench.cases import Case
from tests.bench.suites_figures import Gold

Rival = Callable[[Case], bool | None]

_MODELS = {
    "NumberModel": ("recognizers_number", "recognize_number"),
    "OrdinalModel": ("recognizers_number", "recognize_ordinal"),
    "PercentModel": ("recognizers_number", "recognize_percentage"),
    "AgeModel": ("recognizers_number_with_unit", "recognize_age"),
    "CurrencyModel": ("recognizers_number_with_unit", "recognize_currency"),
    "DimensionModel": ("recognizers_number_with_unit", "recognize_dimension"),
    "TemperatureModel": ("recognizers_number_with_unit", "recognize_temperature"),
}


def rivals() -> dict[str, tuple[str, Rival]]:
    """By suite, the name of the library that can be imported, and whether it passes a case; None
    where it has no model for the case's kind.
    """
    found: dict[str, tuple[str, Rival]] = {}
    if _can_import("recognizers_number_with_unit"):
        found["recognizers numbers and units"] = ("recognizers-text", _recognizers)
    if _can_import("quantulum3.parser"):
        found["quantulum"] = ("quantulum3", _quantulum)
    return found


def _can_import(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _recognizers(case: Case) -> bool | None:
    if case.kind not in _MODELS:
        return None
    module, function = _MODELS[case.kind]
    recognise: Any = getattr(importlib.import_module(module), function)
    try:
        found = recognise(case.text, "en-us")
    except Exception:
        return False  # it fails on some of its own sentences
    golds: list[Gold] = case.gold
    read = [(result.text.lower(), result.resolution or {}) for result in found]
    read = [(words, said) for words, said in read if said.get("value") not in (None, "null")]
    if len(read) != len(golds):
        return False
    return all(
        words == gold.words.lower() and _same(gold, said)
        for (words, said), gold in zip(read, golds, strict=True)
    )


def _same(gold: Gold, said: dict[str, Any]) -> bool:
    value = str(said["value"]).rstrip("%")
    if gold.low != gold.high and not math.isnan(gold.low):
        ends = [float(end) if end else None for end in value.strip("[]()").split(",")]
        asked = [end if math.isfinite(end) else None for end in (gold.low, gold.high)]
        return ends == asked
    unit = said.get("unit", gold.unit)
    try:
        return unit in (gold.unit, "Pound") and math.isclose(float(value), gold.low, rel_tol=1e-6)
    except ValueError:
        return math.isnan(gold.low)


def _quantulum(case: Case) -> bool:
    parser: Any = importlib.import_module("quantulum3.parser")
    try:
        found = parser.parse(case.text)
    except Exception:
        return False
    read = [(q.value, q.unit.name) for q in found]
    if case.kind == "quantities":
        read = [(value, unit) for value, unit in read if unit != "dimensionless"]
    golds: list[Gold] = case.gold
    return len(read) == len(golds) and all(
        unit == gold.unit and math.isclose(value, gold.low, rel_tol=1e-6)
        for (value, unit), gold in zip(read, golds, strict=True)
    )

"""Dates in an order or with marks of their own, read by dateparser: "31-Oct-74", "2011/23/Sep".

Only a located expression comes here, with language, order and reference date fixed, and never an
everyday form: dateparser takes a quarter of a second to load, and left to itself reads "41 people
may have died" as a day in May.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import Any

_ORDER_TOLD = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}")


def read_stamp(words: str, reference: date | None) -> date | None:
    """The day of an expression with day, month and year in it, or None."""
    order = "DMY"
    figures = _ORDER_TOLD.fullmatch(words)
    if figures is not None:
        first, second = int(figures[1]), int(figures[2])
        if first <= 12 and second <= 12 and first != second:
            return None
        order = "MDY" if second > 12 else "DMY"
    return _read(words, reference, order)


@lru_cache(maxsize=4096)
def _read(words: str, reference: date | None, order: str) -> date | None:
    found = _parser(reference, order).get_date_data(words)
    if found.date_obj is None or found.period not in ("day", "time"):
        return None
    day: date = found.date_obj.date()
    return day


@cache
def _settings(order: str) -> dict[str, Any]:
    return {
        "DATE_ORDER": order,
        "PREFER_DATES_FROM": "current_period",
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }


@lru_cache(maxsize=64)
def _parser(reference: date | None, order: str) -> Any:
    from dateparser.date import DateDataParser

    settings = dict(_settings(order))
    if reference is not None:
        settings["RELATIVE_BASE"] = datetime.combine(reference, time())
    return DateDataParser(languages=["en"], settings=settings)

"""Days of the year with a name of their own: Christmas Eve, Easter Monday, Thanksgiving, Eid.

When each is kept is in `lexicon/en/feasts.yml`; Easter is reckoned by dateutil, and the feasts that
go by the moon are in `data/feasts.tsv`, made by `tools/build_feasts.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files

from checker.normalise import feast_names
from checker.normalise.calendar_days import (
    Days,
    day_days,
    make_day,
    month_days,
    shift_days,
)
from checker.normalise.date_days import calendar_day, nearest
from checker.normalise.date_relative import count_in, moved, unit_of
from checker.normalise.date_values import days_in, heading, step_of, year_in
from checker.normalise.date_words import Direction, Stretch
from checker.normalise.feast_names import Rule
from checker.values import DateInterval, Grain

_SUNDAY = 6
_EASTER_YEARS = range(1583, 4100)


def feast(stretch: Stretch) -> DateInterval | None:
    """A named day of a year: the year printed, or the nearest the way the verb points."""
    position = stretch.positions("feast", "low_feast")[0]
    rule = feast_names.rule_of(stretch.row.words[position])
    if rule is None:
        return None
    rest = stretch.words[: position - stretch.first] + stretch.words[position - stretch.first + 1 :]
    is_counted = bool(unit_of(stretch) and stretch.positions("ago", "now", "hence", "in"))
    year = None if is_counted else year_in(stretch)
    if year is not None:
        return _whole(days_of(rule, year))
    if rule.group == "fixed" and stretch.reference is None:
        return calendar_day(*_month_and_day(rule), None, stretch)
    if stretch.reference is None:
        return DateInterval("", Grain.DAY)
    step = step_of(rest)
    if is_counted:
        return _counted_to(rule, stretch, stretch.reference)
    near = [days for n in range(-9, 10) if (days := days_of(rule, stretch.reference.year + n))]
    if step < 0:
        return _inferred(max((days for days in near if days[1] <= stretch.reference), default=None))
    if step > 0:
        return _inferred(min((days for days in near if days[0] > stretch.reference), default=None))
    way = heading(stretch)
    found = _inferred(nearest(near, stretch.reference, way))
    if found is not None and way is Direction.PAST and stretch.before() in ("by", "until", "till"):
        # "He had left by Christmas", "she promised houses by Christmas"
        return replace(found, start=None, end=None)
    return found


def weekday_by_feast(stretch: Stretch) -> DateInterval | None:
    """The Monday after Easter, the third Tuesday before Christmas 2014."""
    position = stretch.positions("before", "after")[0]
    anchor = feast(replace(stretch, first=position + 1))
    weekday = stretch.value("weekday")
    counted = days_in(replace(stretch, last=position))
    if anchor is None or weekday is None:
        return None
    if anchor.start is None or anchor.end is None:
        return DateInterval("", Grain.DAY, weekday=weekday)
    more = 7 * ((counted or [1])[0] - 1)
    if stretch.row.lower(position) == "after":
        found = shift_days(anchor.end, (weekday - anchor.end.weekday()) % 7 + more)
    else:
        last = shift_days(anchor.start, -1)
        found = shift_days(last, -((last.weekday() - weekday) % 7) - more)
    return DateInterval("", Grain.DAY, *day_days(found))


def _counted_to(rule: Rule, stretch: Stretch, reference: date) -> DateInterval | None:
    """ "Thanksgiving two years ago" is that year's, "Easter in nine months" the nearest to then."""
    unit, count = unit_of(stretch), count_in(stretch)
    if count is None or not unit:
        return None
    then = moved(reference, unit, -count if "ago" in stretch.words else count)
    if unit in ("year", "decade"):
        # The calendar year that is counted to.
        return _whole(days_of(rule, then.year))
    near = [days for n in (-1, 0, 1) if (days := days_of(rule, then.year + n))]
    return _whole(nearest(near, then, Direction.UNKNOWN))


def _whole(days: Days | None) -> DateInterval | None:
    return None if days is None else DateInterval("", Grain.DAY, *days)


def _inferred(days: Days | None) -> DateInterval | None:
    """The days of a feast whose year is not told: marked by the month and the day."""
    if days is None:
        return None
    return DateInterval("", Grain.DAY, *days, month=days[0].month, day=days[0].day)


def _month_and_day(rule: Rule) -> tuple[int, int]:
    month, _, day = str(rule.value).partition("-")
    return int(month), int(day)


@lru_cache(maxsize=1024)
def days_of(rule: Rule, year: int) -> Days | None:
    """The days of a feast that begins in a year; None where they are not known."""
    if rule.group in ("fixed", "not_sunday"):
        month, day = _month_and_day(rule)
        found = make_day(year, month, day)
        if found is not None and rule.group == "not_sunday" and found.weekday() == _SUNDAY:
            found = shift_days(found, -1)
        return None if found is None else day_days(found)
    if rule.group == "counted":
        return _weekday_of_month(year, *rule.value)
    if rule.group == "moon":
        feast_name, before, length = rule.value
        for first in _moons().get(feast_name, ()):
            if first.year == year:
                start = shift_days(first, before)
                return start, shift_days(start, length)
        return None
    sunday = _easter(year, orthodox=rule.group.startswith("orthodox"))
    if sunday is None:
        return None
    if rule.group.endswith("times"):
        after, length = rule.value
        start = shift_days(sunday, after)
        return start, shift_days(start, length)
    return day_days(shift_days(sunday, rule.value))


def _easter(year: int, *, orthodox: bool) -> date | None:
    if year not in _EASTER_YEARS:
        return None
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    found: date = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return found


def _weekday_of_month(year: int, which: int, weekday: int, month: int, after: int) -> Days:
    """The first, second … or (-1) last of a weekday in a month, or some days after it."""
    start, end = month_days(year, month)
    if which < 0:
        found = shift_days(end, -1)
        found = shift_days(found, -((found.weekday() - weekday) % 7))
    else:
        found = shift_days(start, (weekday - start.weekday()) % 7 + 7 * (which - 1))
    return day_days(shift_days(found, after))


@cache
def _moons() -> dict[str, tuple[date, ...]]:
    """The first days of each feast that goes by the moon."""
    text = files("checker.normalise").joinpath("data", "feasts.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[date, ...]] = {}
    for line in text.splitlines():
        name, _, days = line.partition("\t")
        found[name] = tuple(datetime.strptime(day, "%Y%m%d").date() for day in days.split())
    return found

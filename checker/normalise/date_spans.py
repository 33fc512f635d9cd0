"""Spans with two ends: "between April and May", "5-9 March 2012", "from 2008 to 2010"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from checker.normalise.calendar_days import (
    ago_days,
    day_days,
    make_day,
    month_days,
    shift_days,
    year_days,
)
from checker.normalise.date_days import calendar_day
from checker.normalise.date_forms import ends_of
from checker.normalise.date_relative import count_in, grain_of, length_of, moved, unit_of
from checker.normalise.date_values import days_in, months_in, year_in
from checker.normalise.date_words import Stretch
from checker.values import DateInterval, Grain, Mode

Reader = Callable[[Stretch], DateInterval | None]
_WEEK = 7


def days_of_month(stretch: Stretch) -> DateInterval | None:
    """Two days of one month: "5 to 9 March 2012", "March 5-9"."""
    days = days_in(stretch)
    if len(days) != 2 or not 1 <= days[0] < days[1] <= 31:
        return None
    month = months_in(stretch)[0]
    last = calendar_day(month, days[1], year_in(stretch), stretch)
    if last is None or last.impossible:
        return None
    if last.start is None or last.end is None:
        return DateInterval("", Grain.DAY, month=month, mode=Mode.BETWEEN)
    first = last.start.replace(day=days[0])
    return DateInterval("", Grain.DAY, first, last.end, mode=Mode.BETWEEN)


def months_of_year(stretch: Stretch) -> DateInterval | None:
    """Two months with the year of the last: "January to March 2012", "November 2011-June 2012"."""
    months, year = months_in(stretch), year_in(stretch)
    if len(months) != 2 or year is None:
        return None
    years = [int(stretch.row.words[position]) for position in stretch.positions("year")]
    first_year = years[0] if len(years) == 2 else year - (months[0] > months[1])
    start, end = month_days(first_year, months[0])[0], month_days(year, months[1])[1]
    if start >= end:
        return None
    return DateInterval("", Grain.MONTH, start, end, mode=Mode.BETWEEN)


def years(stretch: Stretch) -> DateInterval | None:
    """Two years: "2008 to 2010", "1914-18", "2011/12"."""
    first = int(stretch.row.words[stretch.positions("year")[0]])
    word = stretch.row.words[stretch.last - 1]
    last = int(word) if len(word) == 4 else first // 100 * 100 + int(word)
    if not first < last <= first + 200 or (len(word) != 4 and len(word) != 2):
        return None
    is_count = first % 100 == 0 and last % 100 == 0 and not stretch.positions("from", "between")
    if is_count or _is_clock(stretch):
        return None
    start, end = year_days(first)[0], year_days(last)[1]
    return DateInterval("", Grain.YEAR, start, end, mode=Mode.BETWEEN)


def _is_clock(stretch: Stretch) -> bool:
    return stretch.next() in ("gmt", "utc", "hours", "local", "bst", "hrs", "est", "edt", "cet")


def two_days(
    stretch: Stretch, read: Callable[[Stretch], DateInterval | None]
) -> DateInterval | None:
    """Any two dates with a word between them; the first takes its year from the second."""
    ends = ends_of(stretch.row, stretch.first, stretch.last)
    if ends is None:
        return None
    first_ends, last_begins = ends
    begins = stretch.first + (
        1 if stretch.positions("between", "from")[:1] == [stretch.first] else 0
    )
    left = replace(stretch, first=begins, last=first_ends, lenient=True)
    right = replace(stretch, first=last_begins, lenient=True)
    last = read(right)
    first = read(left)
    if first is None or last is None or first.impossible or last.impossible:
        return None
    if last.start is None or last.end is None or (first.start is None):
        return DateInterval("", last.grain, mode=Mode.BETWEEN)
    start = _not_after(first, last.start, left)
    if not start < last.end:
        return None
    return DateInterval("", last.grain, start, last.end, mode=Mode.BETWEEN)


def anchored(
    stretch: Stretch, read: Callable[[Stretch], DateInterval | None]
) -> DateInterval | None:
    """So many units before or after a date: "two weeks before Christmas Eve, 2012"."""
    position = stretch.positions("before", "after", "from", "since")[0]
    counted = replace(stretch, last=position)
    unit, count = unit_of(counted), count_in(counted)
    anchor = read(replace(stretch, first=position + 1))
    if count is None or anchor is None or anchor.impossible or stretch.before() == "than":
        return None
    since = stretch.row.lower(position) == "since"
    if anchor.grain is not Grain.DAY and not (since and anchor.grain is Grain.YEAR):
        return None
    if stretch.row.lower(position) == "before":
        count = -count
    grain = grain_of(unit)
    if anchor.relative_days == 0 and anchor.start is not None:  # "three years from today"
        start, end = day_days(moved(anchor.start, unit, count))
        return DateInterval("", Grain.DAY, start, end)
    if anchor.start is None:
        is_told = anchor.weekday is not None and unit in ("day", "week", "fortnight")
        moved_on = anchor.shifted(count * length_of(unit))
        return DateInterval("", grain, weekday=moved_on.weekday) if is_told else None
    if unit == "fortnight":
        unit, count = "week", 2 * count
    start, end = ago_days(anchor.start, -count, unit, 0.0)
    return DateInterval("", grain, start, end)


def weekday_from(
    stretch: Stretch, read: Callable[[Stretch], DateInterval | None]
) -> DateInterval | None:
    """Monday, two weeks from now: the day of that weekday nearest to what is counted to."""
    weekday = stretch.value("weekday")
    first = stretch.positions("num", "big", "cardinal", "ten", "a", "few")[0]
    counted = read(replace(stretch, first=first))
    if counted is None or counted.start is None or counted.end is None or weekday is None:
        return counted
    middle = shift_days(counted.start, (counted.end - counted.start).days // 2)
    ahead = (weekday - middle.weekday()) % _WEEK
    start, end = day_days(shift_days(middle, ahead if ahead <= _WEEK // 2 else ahead - _WEEK))
    return DateInterval("", Grain.DAY, start, end)


def _not_after(first: DateInterval, last: date, stretch: Stretch) -> date:
    """The start of the first end, moved before the last by the year or week that it leaves open."""
    start = first.start
    assert start is not None
    if stretch.positions("weekday", "wd"):
        if not stretch.positions("month", "shy_month", "mon"):
            return shift_days(last, -((last.weekday() - start.weekday()) % _WEEK))
        return start
    if stretch.positions("month", "shy_month", "mon") and year_in(stretch) is None:
        for year in (last.year, last.year - 1):
            moved = make_day(year, start.month, start.day)
            if moved is not None and moved <= last:
                return moved
    return start

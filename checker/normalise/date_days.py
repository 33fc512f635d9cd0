"""Single days written out: with their month, in figures, or by their number in a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checker.normalise.calendar_days import (
    Days,
    can_be_day,
    day_days,
    make_day,
    month_days,
    shift_days,
    shift_months,
    week_days,
    year_days,
)
from checker.normalise.date_spoken import spoken_year
from checker.normalise.date_values import (
    days_in,
    expand_year,
    heading,
    month,
    month_year,
    months_in,
    part_of_day,
    step_of,
    whole,
    year_in,
)
from checker.normalise.date_words import Direction, Stretch
from checker.values import DateInterval, Grain

#: A day a little on the wrong side of the document's is nearer than one a year off.
_SLIP = timedelta(days=3)
_SATURDAY, _SUNDAY = 5, 6
#: Weeks of a month are counted from its first day or from its first Monday.
_WEEK_SLACK = 3


def dated(stretch: Stretch) -> DateInterval | None:
    """A day of a month, with or without weekday and year: "Tuesday, 31 Jan 2012", "6 January"."""
    for position in stretch.positions("numeric"):
        value = numeric_day(stretch.row.words[position])
        return _with_weekday(value, stretch) if value is not None else None
    months, days = months_in(stretch), days_in(stretch)
    if len(months) != 1 or len(days) != 1:
        return None
    value = calendar_day(months[0], days[0], year_in(stretch), stretch)
    if value is None:
        return None
    return _with_weekday(value, stretch)


def worded(stretch: Stretch) -> DateInterval | None:
    """A day of a month with the year or the number in words: "May the fifth, two thousand"."""
    spoken, months = spoken_year(stretch), months_in(stretch)
    if len(months) != 1:
        return None
    year = year_in(stretch) if spoken is None else spoken[0]
    days = days_in(stretch if spoken is None else replace(stretch, last=spoken[1]))
    if spoken is not None and not days:
        return whole(month_days(spoken[0], months[0]), Grain.MONTH)
    if year is None and len(days) == 2:
        year = expand_year(days.pop(), stretch.reference)
    if len(days) != 1:
        return None
    value = calendar_day(months[0], days[0], year, stretch)
    return None if value is None else _with_weekday(value, stretch)


def figures(stretch: Stretch) -> DateInterval | None:
    """A month and a day in figures: "15/2", "Friday 7/6". The order is the one that is possible, or
    the one on which the weekday falls; where neither tells, it is no date.
    """
    numbers = [int(number) for number in re.findall(r"\d+", stretch.text)]
    weekday = stretch.value("weekday", "wd")
    found = [
        value
        for day, month in dict.fromkeys((tuple(numbers), tuple(reversed(numbers))))
        if can_be_day(month, day) and (value := calendar_day(month, day, None, stretch)) is not None
    ]
    if weekday is not None:
        found = [
            value for value in found if value.start is not None and value.start.weekday() == weekday
        ]
    if len(found) != 1:
        return DateInterval("", Grain.DAY) if found and stretch.lenient else None
    return _with_weekday(found[0], stretch)


def year_first(stretch: Stretch) -> DateInterval | None:
    """A day as machines write it, with blanks: "2016 10 16"."""
    year, month, day = (int(word) for word in stretch.words)
    found = make_day(year, month, day)
    return None if found is None else whole(day_days(found), Grain.DAY)


def _with_weekday(value: DateInterval, stretch: Stretch) -> DateInterval:
    return DateInterval(
        "",
        Grain.DAY,
        value.start,
        value.end,
        month=value.month,
        day=value.day,
        part=part_of_day(stretch),
        printed_weekday=stretch.value("weekday", "wd"),
        impossible=value.impossible,
    )


def calendar_day(month: int, day: int, year: int | None, stretch: Stretch) -> DateInterval | None:
    """A day of a month; without a year the nearest one the way the verb points."""
    if not can_be_day(month, day) or (year is not None and make_day(year, month, day) is None):
        if not _is_surely_date(stretch, day, year):
            return None
        return DateInterval("", Grain.DAY, month=month, day=day, impossible=True)
    if year is not None:
        found = make_day(year, month, day)
        start, end = day_days(found) if found is not None else (None, None)
        return DateInterval("", Grain.DAY, start, end)
    found = None
    if stretch.reference is not None:
        found = _nearest_day(month, day, stretch.reference, heading(stretch))
    printed = stretch.value("weekday", "wd")
    if found is None or (printed is not None and printed != found.weekday()):
        # Another year, or the wrong weekday: without a printed year nobody can tell which.
        return DateInterval("", Grain.DAY, month=month, day=day)
    start, end = day_days(found)
    return DateInterval("", Grain.DAY, start, end, month=month, day=day)


def _is_surely_date(stretch: Stretch, day: int, year: int | None) -> bool:
    """Whether words that give an impossible day are a date at all, and no count beside a month."""
    if not 1 <= day <= 39:
        return False
    named = stretch.value("weekday", "wd") is not None or stretch.before() in (
        "on",
        "by",
        "until",
        "since",
        "dated",
    )
    if year is not None:
        return day <= 31 or named
    alone = not stretch.before() and not stretch.next()
    return day <= 31 and (named or alone or stretch.lenient)


def _nearest_day(month: int, day: int, reference: date, way: Direction) -> date | None:
    years = range(reference.year - 8, reference.year + 9)
    found = [day_days(made) for year in years if (made := make_day(year, month, day)) is not None]
    near = nearest(found, reference, way)
    return None if near is None else near[0]


def nearest(found: Sequence[Days], reference: date, way: Direction) -> Days | None:
    """Of the times of several years the one nearest to a day, the way the verb points."""
    near = min(
        found, key=lambda days: (abs(days[0] - reference), days[0] > reference), default=None
    )
    if near is None or abs(near[0] - reference) <= _SLIP or way is Direction.UNKNOWN:
        return near
    if way is Direction.PAST:
        return max((days for days in found if days[0] <= reference), default=None)
    return min((days for days in found if days[0] >= reference), default=None)


def numeric_day(word: str) -> DateInterval | None:
    """A date in figures alone, without days where the order cannot be told; None if it is none."""
    separator = next(char for char in word if not char.isdigit())
    first, second, third = (int(number) for number in word.split(separator))
    if first > 99:
        year, month, day = first, second, third
    elif third < 100:
        return None
    elif first > 12 or (separator == "." and second <= 12) or first == second:
        day, month, year = first, second, third
    elif second > 12:
        month, day, year = first, second, third
    else:
        return DateInterval("", Grain.DAY)
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
        return None
    found = make_day(year, month, day)
    if found is None:
        return DateInterval("", Grain.DAY, month=month, day=day, impossible=True)
    start, end = day_days(found)
    return DateInterval("", Grain.DAY, start, end)


def week_of(stretch: Stretch) -> DateInterval | None:
    """ "The week of October 6": the week, from Monday to Sunday, that has the day in it."""
    position = stretch.positions("of")[0]
    day = dated(replace(stretch, first=position + 1))
    if day is None or day.impossible:
        return None
    if day.start is None:
        return DateInterval("", Grain.WEEK)
    start, end = week_days(day.start)
    if day.start.weekday() == _SUNDAY:  # nobody names a week by its last day
        start, end = day.start, shift_days(end, 7)
    return whole((start, end), Grain.WEEK)


def nth_of_month(stretch: Stretch) -> DateInterval | None:
    """ "The last Friday of October", "the first week of May", "the first Monday of this month"."""
    of = next(p for p in reversed(stretch.positions("of", "in")) if p + 1 < stretch.last)
    counted = replace(stretch, last=of)
    numbers = days_in(counted)
    # "the last", "the second last" are counted from the end
    number = -(numbers or [1])[0] if "last" in counted.words else numbers[0]
    weekday = stretch.value("weekday", "wd")
    days = _month_meant(replace(stretch, first=of + 1))
    if days is None:
        grain = Grain.WEEK if "week" in counted.words else Grain.DAY
        return DateInterval("", grain, weekday=weekday)
    start, end = days
    found: Days
    if "weekend" in counted.words:
        saturday = _nth_weekday(days, number, _SATURDAY)
        return whole((saturday, shift_days(saturday, 2)), Grain.WEEKEND)
    if "week" in counted.words and weekday is None:
        found = _nth_week(days, number)
        return whole(found, Grain.WEEK) if found[0] < found[1] else None
    if weekday is None:
        found = day_days(shift_days(end, number))
    else:
        found = day_days(_nth_weekday(days, number, weekday))
    return whole(found, Grain.DAY) if start <= found[0] < end else None


def _nth_week(days: Days, number: int) -> Days:
    """The week of a time, counted in sevens of days from its start, or back from its end, with some
    days either way within that time.
    """
    start, end = days
    first = shift_days(end, 7 * number) if number < 0 else shift_days(start, 7 * (number - 1))
    last = shift_days(first, 7 + _WEEK_SLACK)
    return max(start, shift_days(first, -_WEEK_SLACK)), min(end, last)


def _nth_weekday(days: Days, number: int, weekday: int) -> date:
    """Which day is the first, second … or (-1) last of a weekday in a time."""
    start, end = days
    if number < 0:
        last = shift_days(end, -1)
        return shift_days(last, -((last.weekday() - weekday) % 7) + 7 * (number + 1))
    return shift_days(start, (weekday - start.weekday()) % 7 + 7 * (number - 1))


def _month_meant(stretch: Stretch) -> Days | None:
    """The month that a day is counted in, where it can be told."""
    reference = stretch.reference
    if not months_in(stretch):
        year = year_in(stretch)
        if year is not None and not stretch.positions("months"):
            return year_days(year)
        if reference is None:
            return None
        near = shift_months(reference, step_of(stretch.words))
        return month_days(near.year, near.month)
    value = month(stretch) if year_in(stretch) is None else month_year(stretch)
    if value is None or value.start is None or value.end is None:
        return None
    return value.start, value.end


def day_only(stretch: Stretch) -> DateInterval | None:
    """ "On the 15th", "the 15th of this month": the nearest such day the way the verb points."""
    day = days_in(stretch)[0]
    if not 1 <= day <= 31:
        return None
    if stretch.reference is None:
        return DateInterval("", Grain.DAY, day=day)
    shifts = range(-2, 3)
    if stretch.positions("months"):
        shifts = range(step_of(stretch.words), step_of(stretch.words) + 1)
    found = _same_days(stretch.reference, day, shifts)
    return _nearest_of(found, stretch, stretch.reference)


def weekday_day(stretch: Stretch) -> DateInterval | None:
    """ "Wednesday 13th": the nearest day the way the verb points that is both."""
    day, weekday = days_in(stretch)[0], stretch.value("weekday", "wd")
    if not 1 <= day <= 31:
        return None
    if stretch.reference is None:
        return DateInterval("", Grain.DAY, weekday=weekday, day=day)
    found = _same_days(stretch.reference, day, range(-7, 8))
    return _nearest_of([m for m in found if m.weekday() == weekday], stretch, stretch.reference)


def _same_days(reference: date, day: int, shifts: range) -> list[date]:
    """The days of that number in the months so many from the document's own."""
    index = reference.year * 12 + reference.month - 1
    near = [make_day((index + n) // 12, (index + n) % 12 + 1, day) for n in shifts]
    return [made for made in near if made is not None]


def _nearest_of(found: list[date], stretch: Stretch, reference: date) -> DateInterval | None:
    way = heading(stretch) if len(found) > 1 else Direction.UNKNOWN
    if way is Direction.AHEAD:
        found = [made for made in found if made >= reference]
    elif way is Direction.PAST:
        found = [made for made in found if made <= reference]
    if not found:
        return None
    return whole(day_days(min(found, key=lambda made: abs(made - reference))), Grain.DAY)

"""Single days written out: with their month, in figures, or by their number in a month."""

from __future__ import annotations

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
)
from checker.normalise.date_values import (
    days_in,
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
    return day <= 31 and (named or stretch.lenient)


def _nearest_day(month: int, day: int, reference: date, way: Direction) -> date | None:
    years = range(reference.year - 8, reference.year + 9)
    found = [made for year in years if (made := make_day(year, month, day)) is not None]
    nearest = min(found, key=lambda made: (abs(made - reference), made > reference))
    if abs(nearest - reference) <= _SLIP or way is Direction.UNKNOWN:
        return nearest
    if way is Direction.PAST:
        return max((made for made in found if made <= reference), default=None)
    return min((made for made in found if made >= reference), default=None)


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
    return whole(week_days(day.start), Grain.WEEK)


def nth_of_month(stretch: Stretch) -> DateInterval | None:
    """ "The last Friday of October", "the first week of May", "the first Monday of this month"."""
    of = max(stretch.positions("of", "in"))
    counted = replace(stretch, last=of)
    number = -1 if "last" in counted.words else days_in(counted)[0]
    weekday = stretch.value("weekday")
    days = _month_meant(replace(stretch, first=of + 1))
    if days is None:
        grain = Grain.WEEK if "week" in counted.words else Grain.DAY
        return DateInterval("", grain, weekday=weekday)
    start, end = days
    if "week" in counted.words:
        first = shift_days(end, -7) if number < 0 else shift_days(start, 7 * (number - 1))
        last = min(end, shift_days(first, 7))
        return whole((first, last), Grain.WEEK) if first < last else None
    if weekday is None:
        return whole(day_days(shift_days(end, -1)), Grain.DAY)
    if number < 0:
        found = shift_days(end, -1)
        found = shift_days(found, -((found.weekday() - weekday) % 7))
    else:
        found = shift_days(start, (weekday - start.weekday()) % 7 + 7 * (number - 1))
    return whole(day_days(found), Grain.DAY) if start <= found < end else None


def _month_meant(stretch: Stretch) -> Days | None:
    """The month that a day is counted in, where it can be told."""
    reference = stretch.reference
    if not months_in(stretch):
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

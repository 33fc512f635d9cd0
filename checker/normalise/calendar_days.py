"""Days, weeks, months and seasons as half-open pairs of dates: arithmetic, no words."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]
"""The days from the first up to and without the second."""

_DAY = timedelta(days=1)
#: Half a month: the astronomical seasons begin on the 21st, the meteorological ones on the 1st.
_SEASON_SLACK = timedelta(days=21)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def can_be_day(month: int, day: int) -> bool:
    """Whether the month has such a day in some year."""
    return make_day(2000, month, day) is not None


def day_days(day: date) -> Days:
    """One day."""
    return day, shift_days(day, 1)


def shift_days(day: date, days: int) -> date:
    """The day so many days on, or the end of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shift_months(day: date, months: int) -> date:
    """The same day so many months on, or the last one of a month that is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_days(year: int, month: int) -> Days:
    """A whole month."""
    first = date(year, month, 1)
    return first, shift_months(first, 1)


def months_days(year: int, month: int, count: int) -> Days:
    """So many months from the first of one."""
    first = date(year, month, 1)
    return first, shift_months(first, count)


def quarter_days(year: int, quarter: int) -> Days:
    """A quarter of a calendar year, counted from one."""
    return months_days(year, quarter * 3 - 2, 3)


def half_days(year: int, half: int) -> Days:
    """A half of a calendar year, counted from one."""
    return months_days(year, half * 6 - 5, 6)


def year_days(year: int) -> Days:
    """A whole year."""
    return months_days(year, 1, 12)


def decade_days(year: int) -> Days:
    """The ten years from one that ends in nought."""
    return months_days(year, 1, 120)


def season_days(year: int, first: int, last: int) -> Days:
    """A season by the year it begins in, from first to last month, with slack at its end."""
    start = date(year, first, 1)
    end = month_days(year + (last < first), last)[1]
    return start, end + _SEASON_SLACK


def week_days(day: date) -> Days:
    """The week of a day, from Monday to Sunday."""
    monday = shift_days(day, -day.weekday())
    return monday, shift_days(monday, 7)


def weekend_days(day: date) -> Days:
    """The Saturday and Sunday of the week of a day."""
    monday = shift_days(day, -day.weekday())
    return shift_days(monday, 5), shift_days(monday, 7)


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late part of a time, told generously.

    Early and late are a half each, the middle is the middle half, start and end a half as well.
    """
    start, end = days
    length = (end - start).days
    if part == "early":
        return start, start + timedelta(days=(length + 1) // 2)
    if part == "late":
        return start + timedelta(days=length // 2), end
    return start + timedelta(days=length // 4), end - timedelta(days=length // 4)


def ago_days(reference: date, count: int, unit: str, share: float) -> Days:
    """The days meant by so many units before (or, where `count` is negative, after) a day.

    Days are meant exactly. Longer units reach half a unit either way, or `share` of the whole
    where that is more; years also reach over the whole calendar year.
    """
    if unit == "day":
        return day_days(shift_days(reference, -count))
    if unit == "week":
        middle, half = shift_days(reference, -7 * count), 3.0
    else:
        months = {"month": 1, "year": 12, "decade": 120}[unit]
        middle, half = shift_months(reference, -months * count), 15.2 * months
        share *= 30.4 * months
    if unit == "week":
        share *= 7
    slack = round(max(half, abs(count) * share))
    start, end = shift_days(middle, -slack), shift_days(middle, slack + 1)
    if unit == "year":
        calendar = year_days(middle.year)
        start, end = min(start, calendar[0]), max(end, calendar[1])
    if count > 0:
        return min(start, reference), min(end, reference)
    return max(start, reference), max(end, reference)

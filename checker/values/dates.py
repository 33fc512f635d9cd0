"""Days and periods as half-open intervals that keep the grain and the words they came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from checker.values.verdict import Comparison, agrees, contradicts, unsure

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Grain(StrEnum):
    """How fine a date is given."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Mode(StrEnum):
    """What the date bounds: the thing itself, or the start or the end of a longer time."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    PAST = "past"  # "the past ten months": a time that ends with the document's day


#: Parts of a day that may belong to the day before or after it.
LOOSE_PARTS = frozenset({"night", "early", "late", "overnight", "evening", "midnight"})


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from `start` up to and without `end`, as far as they are known.

    Without the document's date, "on Tuesday" has no days yet, only a `weekday` (Monday is 0), and
    "on 5 March" only a `month` and `day`. `printed_weekday` is the weekday that the text prints
    beside a full date ("Monday 31 January"), which may be the wrong one. `offset` counts days from
    another event of the text ("a day after" is 1, "two days earlier" is -2) that is still to be
    found. `part` is a part of the day: "morning", "night", "early" …

    `relative_days` counts days from the document's own day ("yesterday" is -1), known even where
    that day is not; two of them can be compared within one document only. `impossible` marks a day
    that no calendar has ("31 June"): its `month` and `day` are kept, it has no `start`. A day with
    `start`, `month` and `day` has had its year inferred, since none is printed beside it. With
    `Mode.SINCE` and the like, `start` and `end` are those of the date that is named, not of the
    longer time that it bounds; with `Mode.PAST` and `Mode.BETWEEN` they are those of all of it.
    """

    text: str
    grain: Grain = Grain.DAY
    start: date | None = None
    end: date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    mode: Mode = Mode.ON
    part: str = ""
    printed_weekday: int | None = None
    offset: int | None = None
    relative_days: int | None = None
    impossible: bool = False

    @property
    def is_resolved(self) -> bool:
        """Whether the days themselves are known."""
        return self.start is not None and self.end is not None

    @property
    def is_loose(self) -> bool:
        """Whether the part of the day may be told as the day before or after."""
        return self.part in LOOSE_PARTS

    @property
    def is_day(self) -> bool:
        """Whether one single day is meant, its date known or not."""
        return self.grain is Grain.DAY and self.mode is Mode.ON and self.offset is None

    def shifted(self, days: int) -> DateInterval:
        """The same interval so many days on."""
        if self.start is None or self.end is None:
            weekday = None if self.weekday is None else (self.weekday + days) % 7
            return replace(self, weekday=weekday)
        step = timedelta(days=days)
        return replace(self, start=self.start + step, end=self.end + step, weekday=None)


def one_day(day: date, text: str = "") -> DateInterval:
    """The interval of one day."""
    return DateInterval(text or day_text(day), Grain.DAY, day, day + timedelta(days=1))


def day_text(day: date) -> str:
    """A day as a report prints it: Monday 30 January 2012."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def interval_text(value: DateInterval) -> str:
    """The days of an interval for a person to read."""
    if value.start is None or value.end is None:
        return value.text
    if value.grain is Grain.DAY and value.end - value.start == timedelta(days=1):
        return day_text(value.start)
    last = value.end - timedelta(days=1)
    if value.mode is Mode.SINCE:
        month = f"{MONTHS[value.start.month - 1]} {value.start.year}"
        return f"since {day_text(value.start) if value.grain is Grain.DAY else month}"
    if value.grain in (Grain.MONTH, Grain.YEAR) and value.mode is Mode.ON:
        month = f"{MONTHS[value.start.month - 1]} " if value.grain is Grain.MONTH else ""
        return f"{month}{value.start.year}"
    return f"{day_text(value.start)} to {day_text(last)}"


def compare_dates(a: DateInterval, b: DateInterval) -> Comparison:
    """Whether two dates given for one thing can both stand."""
    if a.offset is not None or b.offset is not None:
        return unsure("one of them is told from another event")
    if a.start and a.end and b.start and b.end:
        # Whole days from the last day of the earlier interval to the first of the later one.
        apart = (max(a.start, b.start) - min(a.end, b.end)).days + 1
        if apart <= 0:
            return agrees(f"{interval_text(a)} and {interval_text(b)} share a day")
        if apart == 7 and a.text.casefold() == b.text.casefold() and a.is_day and b.is_day:
            return agrees(f"both say “{a.text}”, and which week is meant is not certain")
        if apart == 1 and (a.is_loose or b.is_loose):
            return unsure(f"“{a.text}” and “{b.text}” may be one night, told from either side")
        return contradicts(f"{interval_text(a)} and {interval_text(b)} share no day")
    return _compare_unresolved(a, b)


def comparable_dates(a: DateInterval, b: DateInterval) -> bool:
    """Whether enough is known of two dates to tell them apart: the days, or both weekdays, or both
    days of the year. "Today" in a story without a date tells nothing.
    """
    if a.is_resolved and b.is_resolved:
        return True
    weekdays = weekday_of(a), weekday_of(b)
    days = _month_and_day(a), _month_and_day(b)
    return None not in weekdays or None not in days


def _compare_unresolved(a: DateInterval, b: DateInterval) -> Comparison:
    """Weekdays and days without a year: what is known of both must be the same."""
    first, second = weekday_of(a), weekday_of(b)
    if first is not None and second is not None and first != second:
        why = f"“{a.text}” and “{b.text}” are two different weekdays"
        step = (first - second) % 7
        if step in (1, 6) and (a.is_loose or b.is_loose):
            return unsure(f"{why}, though one night may be told from either side")
        return contradicts(why)
    days = _month_and_day(a), _month_and_day(b)
    if days[0] and days[1] and days[0] != days[1]:
        return contradicts(f"“{a.text}” and “{b.text}” are two different days of the year")
    if first is None and second is None and not (days[0] and days[1]):
        return unsure("the days cannot be told without the documents' dates")
    return agrees(f"“{a.text}” and “{b.text}” can be one day")


def weekday_of(value: DateInterval) -> int | None:
    """The weekday of a single day (Monday is 0), as far as it is known."""
    if value.weekday is not None:
        return value.weekday
    if value.grain is Grain.DAY and value.start is not None:
        return value.start.weekday()
    return value.printed_weekday


def _month_and_day(value: DateInterval) -> tuple[int, int] | None:
    if value.grain is not Grain.DAY:
        return None
    if value.month is not None and value.day is not None:
        return value.month, value.day
    return (value.start.month, value.start.day) if value.start is not None else None

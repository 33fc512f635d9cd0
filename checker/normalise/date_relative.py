"""Dates told from the document's own day or from another event: weekdays, "last week", "ago"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.normalise.calendar_days import (
    Days,
    ago_days,
    day_days,
    decade_days,
    month_days,
    part_of,
    quarter_days,
    shift_days,
    shift_months,
    week_days,
    weekend_days,
    year_days,
)
from checker.normalise.date_values import edge_of, heading, part_of_day, step_of, whole
from checker.normalise.date_words import Direction, Stretch, lexicon, number_of
from checker.values import DateInterval, Grain, Mode

#: The grains of the units, and how many days one of them counts for in an offset.
_GRAINS = {
    "hour": (Grain.DAY, 0),
    "day": (Grain.DAY, 1),
    "week": (Grain.WEEK, 7),
    "fortnight": (Grain.WEEK, 14),
    "month": (Grain.MONTH, 30),
    "quarter": (Grain.QUARTER, 91),
    "year": (Grain.YEAR, 365),
    "decade": (Grain.DECADE, 3650),
}
_SHORT_UNITS = {"qtr": "quarter", "yr": "year"}
#: Weekdays up to so many days back are taken as past where no verb tells.
_LIKELY_PAST = 4
#: From this day of the week on, "this weekend" is the coming one.
_THURSDAY = 3


def weekday(stretch: Stretch) -> DateInterval | None:
    """A day of the week: the document's own day, or the nearest one the way the verb points."""
    number, part = stretch.value("weekday", "wd"), part_of_day(stretch)
    reference = stretch.reference
    if reference is None:
        return DateInterval("", Grain.DAY, weekday=number, part=part)
    words = stretch.words
    back = (reference.weekday() - number) % 7
    step = step_of(words)
    if "week" in words and not {"ago", "a"} & set(words):
        if "following" in words:  # of the week after another event
            return DateInterval("", Grain.DAY, weekday=number, part=part, offset=7)
        monday = shift_days(week_days(reference)[0], 7 * step)
        found = shift_days(monday, number)
    elif "from" in words:
        found = shift_days(reference, 14 - back)
    elif "ago" in words:
        found = shift_days(reference, -7 - (back or 7))
    elif step < 0:
        # nobody says "last Tuesday" of yesterday, unless in "this past Tuesday"
        is_near = back == 1 and "past" not in words
        found = shift_days(reference, -(back or 7) - (7 if is_near else 0))
    elif step > 0:
        # "next Friday" is not the one of this very week, which is just "Friday"
        later = {"next", "following"} & set(words) and number > reference.weekday()
        found = shift_days(reference, 7 - back + (7 if later else 0))
    elif back == 0:
        found = reference
    else:
        found = shift_days(reference, -back if _is_past(stretch, back) else 7 - back)
    start, end = day_days(found)
    return DateInterval("", Grain.DAY, start, end, part=part)


def _is_past(stretch: Stretch, back: int) -> bool:
    if "earlier" in stretch.words:
        return True
    way = heading(stretch)
    if way is Direction.UNKNOWN:
        if "this" in stretch.words or stretch.before() in ("by", "until", "till"):
            return False
        return back <= _LIKELY_PAST or stretch.before() == "since"
    return way is Direction.PAST


def near_day(stretch: Stretch) -> DateInterval | None:
    """Yesterday, today, tonight, this morning, last night, the day before yesterday."""
    words = stretch.words
    said = stretch.value("near_day")
    steps, part = said if said is not None else (0, "")
    part = part_of_day(stretch) or part
    if said is None and "last" in words:
        if part not in ("night", "evening", "late", "early"):
            return None
        steps = -1
    if "before" in words:
        steps -= 1
    if "after" in words:
        steps += 1
    if stretch.reference is None:
        return DateInterval("", Grain.DAY, part=part, relative_days=steps)
    start, end = day_days(shift_days(stretch.reference, steps))
    return DateInterval("", Grain.DAY, start, end, part=part, relative_days=steps)


def in_time(stretch: Stretch) -> DateInterval | None:
    """In two weeks' time, in three days on Friday: so long after the document's day."""
    before = stretch.before()
    if before == "within":
        unit, count = unit_of(stretch), count_in(stretch)
        grain = _GRAINS[unit][0]
        if stretch.reference is None or count is None:
            return DateInterval("", grain, mode=Mode.BETWEEN)
        end = shift_days(moved(stretch.reference, unit, count), 1)
        return DateInterval("", grain, stretch.reference, end, mode=Mode.BETWEEN)
    if before not in ("in", ""):
        return None
    told = ago(stretch)
    weekday = stretch.value("weekday", "wd")
    if told is None or weekday is None or told.start is None or told.end is None:
        return told
    # Wednesday to Friday are three days as well as two
    return _weekday_in(shift_days(told.start, -1), shift_days(told.end, 1), weekday)


def _weekday_in(start: date, end: date, weekday: int) -> DateInterval | None:
    """The day of that weekday in a time of a week or less, if it has one."""
    found = shift_days(start, (weekday - start.weekday()) % 7)
    return whole(day_days(found), Grain.DAY) if found < end else None


def after_next(stretch: Stretch) -> DateInterval | None:
    """The Friday after next, the March after next: the second one from the document's day."""
    reference = stretch.reference
    weekday = stretch.value("weekday")
    if weekday is None:
        number = stretch.value("month", "shy_month", "mon")
        if reference is None:
            return DateInterval("", Grain.MONTH, month=number)
        is_ahead = month_days(reference.year, number)[0] > reference
        return whole(month_days(reference.year + (1 if is_ahead else 2), number), Grain.MONTH)
    if reference is None:
        return DateInterval("", Grain.DAY, weekday=weekday)
    ahead = (weekday - reference.weekday()) % 7 or 7
    return whole(day_days(shift_days(reference, ahead + 7)), Grain.DAY)


def unit_of(stretch: Stretch) -> str:
    """The unit of time among the words, in the singular."""
    for word in stretch.words:
        single = _SHORT_UNITS.get(word, word.removesuffix("s"))
        if single in _GRAINS:
            return single
    return ""


def _unit_days(reference: date, unit: str, step: int) -> Days:
    """This unit of the calendar, or the one so many steps on."""
    if unit == "week":
        return week_days(shift_days(reference, 7 * step))
    if unit == "month":
        near = shift_months(reference, step)
        return month_days(near.year, near.month)
    if unit == "quarter":
        near = shift_months(reference, 3 * step)
        return quarter_days(near.year, (near.month + 2) // 3)
    if unit == "decade":
        first = decade_days((reference.year // 10 + step) * 10)
        # "the last decade" is the one before as well as the past ten years
        return (first[0], shift_days(reference, 1)) if step < 0 else first
    return year_days(reference.year + step)


def period(stretch: Stretch) -> DateInterval | None:
    """This, last or next week, month, quarter or year, or a part of it."""
    words, unit = stretch.words, unit_of(stretch)
    if "weekend" in words:  # the weekend after next
        return _weekend_after_next(stretch)
    grain = _GRAINS[unit][0]
    if any(word in ("weeks", "months", "years", "quarters", "decades") for word in words):
        return None
    step = 2 if words[-2:] == ("after", "next") else step_of(words)
    narrated = {"previous", "preceding", "prior", "following"} & set(words)
    if narrated and not stretch.lenient:
        return None
    edge = edge_of(stretch)
    if stretch.reference is None:
        return DateInterval("", grain, part=edge)
    reference = stretch.reference
    start, end = _unit_days(reference, unit, step)
    if "rest" in words:
        return DateInterval("", grain, max(start, reference), end, part="late")
    if "earlier" in words:
        return DateInterval("", grain, start, min(end, shift_days(reference, 1)))
    if "later" in words:
        return DateInterval("", grain, max(start, reference), end)
    if edge:
        start, end = part_of((start, end), edge)
    return DateInterval("", grain, start, end, part=edge)


def _weekend_after_next(stretch: Stretch) -> DateInterval:
    reference = stretch.reference
    if reference is None:
        return DateInterval("", Grain.WEEKEND)
    this = weekend_days(reference)
    first = this if this[0] > reference else weekend_days(shift_days(reference, 7))
    return whole((shift_days(first[0], 7), shift_days(first[1], 7)), Grain.WEEKEND)


def weekend(stretch: Stretch) -> DateInterval | None:
    """The weekend: the latest that has begun, or the next one, as the verb points."""
    if stretch.words[-1].endswith("s"):
        return None
    words, reference = set(stretch.words), stretch.reference
    edge = edge_of(stretch)
    if reference is None:
        return DateInterval("", Grain.WEEKEND, part=edge)
    this = weekend_days(reference)
    before = weekend_days(shift_days(reference, -7))
    is_own = this[0] <= reference < this[1]
    if words & {"last", "past", "previous"}:
        return whole(before, Grain.WEEKEND)
    if words & {"next", "coming", "following"}:
        # some say it of the coming one, others of the one after that
        after = weekend_days(shift_days(reference, 7))
        start = after[0] if is_own else this[0]
        return whole((start, after[1] if "next" in words else this[1]), Grain.WEEKEND)
    if "this" in words and reference.weekday() >= _THURSDAY:
        return whole(this, Grain.WEEKEND)
    way = heading(stretch)
    ahead = way is Direction.AHEAD or (way is Direction.UNKNOWN and "this" in words)
    return whole(this if is_own or ahead else before, Grain.WEEKEND)


def count_in(stretch: Stretch) -> int | None:
    """How many units the words count; None for "a few" and the like."""
    if stretch.positions("few"):
        return None
    total = 0
    for position in stretch.positions("num", "big", "cardinal", "ten"):
        total += number_of(stretch.row.words[position]) or 0
    return total or 1


def ongoing(stretch: Stretch) -> DateInterval | None:
    """The past ten months, the last 24 hours, up to the document's day; the next six weeks."""
    words = stretch.words
    unit, count = unit_of(stretch), count_in(stretch)
    if stretch.next() == "of" or {"previous", "preceding", "prior", "following"} & set(words):
        return None
    grain, _ = _GRAINS[unit]
    forward = bool({"next", "coming", "upcoming"} & set(words))
    mode = Mode.BETWEEN if forward else Mode.PAST
    counted = bool(stretch.positions("num", "big", "cardinal", "ten", "a")) or not words[
        -1
    ].endswith("s")
    if count is None or not counted or stretch.reference is None:
        return DateInterval("", grain, mode=mode)
    edge_day = moved(stretch.reference, unit, count if forward else -count)
    start, end = sorted((edge_day, stretch.reference))
    return DateInterval("", grain, start, shift_days(end, 1), mode=mode)


def grain_of(unit: str) -> Grain:
    """The grain of a date counted in this unit."""
    return _GRAINS[unit][0]


def length_of(unit: str) -> int:
    """How many days a unit counts for."""
    return _GRAINS[unit][1]


def moved(day: date, unit: str, count: int) -> date:
    """The day so many units on, or back where the count is negative."""
    if unit == "hour":
        return shift_days(day, -(-count // 24) if count > 0 else count // 24)
    if unit in ("month", "quarter", "year", "decade"):
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        return shift_months(day, months * count)
    return shift_days(day, _GRAINS[unit][1] * count)


def ago(stretch: Stretch) -> DateInterval | None:
    """Three weeks ago, two days from now; wider the longer the unit."""
    unit, count = unit_of(stretch), count_in(stretch)
    if stretch.before() == "than":
        return None
    grain = _GRAINS[unit][0]
    if count is None:
        return None
    if "ago" not in stretch.words:
        count = -count
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "quarter":
        unit, count = "month", 3 * count
    days = -count if unit == "day" else None
    if stretch.reference is None:
        return DateInterval("", grain, relative_days=days)
    if "today" in stretch.words:  # "a week ago today" is that very day
        start, end = day_days(moved(stretch.reference, unit, -count))
        return DateInterval("", Grain.DAY, start, end)
    share = float(lexicon().data["ago_share"])
    start, end = ago_days(stretch.reference, count, unit, share)
    return DateInterval("", grain, start, end, relative_days=days)


def offset(stretch: Stretch) -> DateInterval | None:
    """A day after, two days earlier, the next day: so many days from another event of the text."""
    words = stretch.words
    count = count_in(stretch)
    if _lengths_in(stretch) > 1:
        return _offset_of_lengths(stretch)
    if count is None or (words[0] != "the" and stretch.before() in lexicon().words("lasting")):
        return None
    if stretch.positions("weekday"):
        return DateInterval(
            "", Grain.DAY, weekday=stretch.value("weekday"), part=part_of_day(stretch)
        )
    unit = unit_of(stretch) or "day"
    grain, length = _GRAINS[unit]
    if words[-1] in ("later", "after") or words[1:2] in (("next",), ("following",)):
        sign = 1
    elif "same" in words or words[0] == "that":
        sign = 0
    else:
        sign = -1
    return DateInterval("", grain, part=part_of_day(stretch), offset=sign * count * length)


def _lengths_in(stretch: Stretch) -> int:
    """How many units of time the words name: two in "two years and a month later"."""
    return sum(1 for word in stretch.words if word.removesuffix("s") in _GRAINS)


def _offset_of_lengths(stretch: Stretch) -> DateInterval | None:
    """Two years, one month and three days later: the lengths added up, as finely as the last."""
    total, first = 0, stretch.first
    unit = ""
    for position in range(stretch.first, stretch.last):
        single = stretch.row.lower(position).removesuffix("s")
        if single not in _GRAINS:
            continue
        unit = single
        count = count_in(replace(stretch, first=first, last=position))
        if count is None or unit == "hour":
            return None
        total += count * _GRAINS[unit][1]
        first = position + 1
    sign = 1 if stretch.words[-1] in ("later", "after") else -1
    return DateInterval("", _GRAINS[unit][0], offset=sign * total)

"""Dates told from the document's own day or from another event: weekdays, "last week", "ago"."""

from __future__ import annotations

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
    if "from" in words:
        found = shift_days(reference, 14 - back)
    elif "ago" in words:
        found = shift_days(reference, -7 - (back or 7))
    elif "week" in words:
        monday = shift_days(week_days(reference)[0], 7 * step_of(words))
        found = shift_days(monday, number)
    elif "last" in words or "past" in words:
        found = shift_days(reference, -(back or 7))
    elif "next" in words or "coming" in words:
        found = shift_days(reference, 7 - back)
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


def unit_of(stretch: Stretch) -> str:
    """The unit of time among the words, in the singular."""
    for word in stretch.words:
        single = word.removesuffix("s")
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
    grain = _GRAINS[unit][0]
    if words[-1].endswith("s") or "previous" in words or "preceding" in words or "prior" in words:
        return None
    edge = edge_of(stretch)
    if stretch.reference is None:
        return DateInterval("", grain, part=edge)
    reference = stretch.reference
    start, end = _unit_days(reference, unit, step_of(words))
    if "earlier" in words:
        return DateInterval("", grain, start, min(end, shift_days(reference, 1)))
    if "later" in words:
        return DateInterval("", grain, max(start, reference), end)
    if edge:
        start, end = part_of((start, end), edge)
    return DateInterval("", grain, start, end, part=edge)


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

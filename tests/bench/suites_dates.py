"""The dates of the public suites: Recognizers-Text's single dates and duckling's dimension Time.

`python -m tests.bench.suites_dates SUITES_DIR` prints the rate of each kind both ways and every
miss with its class; `tests.bench.normalisers` calls `cases` and `score`.

How a reading is judged:

- Recognizers gives sentences: `find` must find a date that covers the suite's words but for a
  preposition, with one of the days that the suite gives.
- duckling gives expressions, and takes those that leave it open ("Monday", "in March") for what
  lies ahead, as the verb says in a text: `parse` reads them with that direction. Times of day,
  which may have a date beside them, are read by `find`.
- Both ends must be the suite's own, but where the words themselves are loose ("early March",
  "three weeks ago", "the past two years", a season) our range is wider than the suite's point or
  cut at another day: there it has to hold two thirds of the suite's days and be no more than about
  twice as long, or half as long again as the unit that is counted. So have the feasts that go by
  the moon: seen on another day, they are kept on another day. A time up to a bound ("by the end
  of the year") is compared at its end.
- A date told from another event ("the day before") is counted from the suite's day, as both
  suites do.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from checker.model import Kind
from checker.normalise import dates
from checker.normalise.date_words import Direction
from checker.values import DateInterval, Grain, Measure, Mode
from tests.bench.cases import Case, Outcome, out_of_scope, rows

#: duckling's corpus is read on Tuesday 12 February 2013 at half past four.
DUCKLING_NOW = datetime(2013, 2, 12, 4, 30)
RIGHT, WRONG, MISSED = "right", "wrong", "missed"

_MOMENT = re.compile(r"\((-?\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
_GRAIN = re.compile(r"\)\)? (Year|Quarter|Month|Week|Day|Hour|Minute|Second)\b")
_OPENING = re.compile(r"(?:on|in|at|around|about|the|of|during)\s+", re.IGNORECASE)
_DAY_GRAINS = frozenset({"Year", "Quarter", "Month", "Week", "Day"})
_MONTHS = {"Year": 12, "Quarter": 3, "Month": 1}
_LOOSE_GRAINS = frozenset({Grain.SEASON, Grain.WEEKEND, Grain.DECADE})
_UNIT_DAYS = {
    Grain.DAY: 1,
    Grain.WEEK: 7,
    Grain.MONTH: 31,
    Grain.QUARTER: 92,
    Grain.YEAR: 366,
    Grain.DECADE: 3660,
}


@dataclass(frozen=True, slots=True)
class Gold:
    """What a case asks for. `answers` are half-open intervals of moments, any of which is right;
    none at all says that the day does not exist. `words` is the part of the text that is to be
    found, and `bound` "After" or "Before" where the time is open on one side.
    """

    answers: tuple[tuple[datetime, datetime], ...]
    reference: date
    words: str = ""
    bound: str = ""


def cases(folder: Path) -> Iterator[Case]:
    """The cases of both suites."""
    yield from _recognizers(folder)
    yield from _duckling(folder)


def _recognizers(folder: Path) -> Iterator[Case]:
    left_out = out_of_scope("dates_recognizers")
    for _, row in rows(folder, "recognizers_dates"):
        days = [datetime.fromisoformat(day) for day in row["values"] if day[0].isdigit()]
        answers = tuple((day, day + timedelta(days=1)) for day in days)
        reference = datetime.fromisoformat(row["ref"]).date()
        gold = Gold(answers, reference, words=row["span"])
        reason = left_out.get(row["id"], "")
        yield Case("recognizers", "single dates", row["id"], row["input"], gold, reason)


def _duckling(folder: Path) -> Iterator[Case]:
    left_out = out_of_scope("dates_duckling")
    for number, row in rows(folder, "duckling_examples"):
        if row["dim"] != "Time":
            continue
        told = row["gold_expr"]
        moments = [[int(part) for part in parts] for parts in _MOMENT.findall(told)]
        grain_match = _GRAIN.search(told)
        assert grain_match is not None, told
        grain = grain_match[1]
        answers: tuple[tuple[datetime, datetime], ...] = ()
        if moments[0][0] >= 1:  # a year before the calendar of Python can only be missed
            first = _moment(moments[0])
            is_interval = "nterval" in told and len(moments) > 1
            answers = ((first, _moment(moments[1]) if is_interval else _grain_end(first, grain)),)
        is_days = grain in _DAY_GRAINS or _is_whole_days(answers)
        kind = "days, months, years and periods" if is_days else "times of day"
        gold = Gold(answers, DUCKLING_NOW.date(), bound=_bound(told))
        id = f"Time-{number}"
        yield Case("duckling", kind, id, row["input"], gold, left_out.get(id, ""))


def _moment(parts: list[int]) -> datetime:
    year, month, day, hour, minute, second = parts
    return datetime(year, month, day, hour, minute, second)


def _bound(gold: str) -> str:
    match = re.search(r"OpenInterval (After|Before)", gold)
    return match[1] if match else ""


def _is_whole_days(answers: tuple[tuple[datetime, datetime], ...]) -> bool:
    """Whether it is a time of some days ("the weekend"), though told to the hour."""
    return any(end - first > timedelta(days=2) for first, end in answers)


def _grain_end(first: datetime, grain: str) -> datetime:
    if grain in _MONTHS:
        month = first.month - 1 + _MONTHS[grain]
        return first.replace(year=first.year + month // 12, month=month % 12 + 1)
    steps = {"Week": timedelta(days=7), "Day": timedelta(days=1), "Hour": timedelta(hours=1)}
    return first + steps.get(grain, timedelta(minutes=1))


def score(case: Case) -> Outcome:
    """What our normaliser makes of a case."""
    gold: Gold = case.gold
    if case.kind == "times of day":
        return _score_time(case.text, gold)
    if gold.words:
        value = _found(case.text, gold)
    else:
        value = dates.parse(case.text, reference=gold.reference, way=Direction.AHEAD)
    if value is None:
        return Outcome(MISSED)
    read = f"{value.start} {value.end} {value.grain} {value.mode} {value.part}".strip()
    if not gold.answers:
        return Outcome(RIGHT if value.impossible else WRONG, read)
    if gold.bound and value.mode not in _MODES[gold.bound]:
        return Outcome(WRONG, read)
    right = any(_same(value, answer, gold.reference) for answer in gold.answers)
    return Outcome(RIGHT if right else WRONG, read)


_MODES = {"After": (Mode.AFTER, Mode.SINCE), "Before": (Mode.BEFORE, Mode.UNTIL)}


def _found(text: str, gold: Gold) -> DateInterval | None:
    """The date that is found in the words of the suite's span, if it covers them."""
    pattern = r"\s*".join(re.escape(part) for part in re.split(r"\s+|(?<=\w)(?=\W)", gold.words))
    match = re.search(pattern, text.replace("’", "'"), re.IGNORECASE)
    if match is None:
        return None
    start, end = match.span()
    for mention in dates.find(text, reference=gold.reference):
        if mention.kind is not Kind.DATE or not isinstance(mention.value, DateInterval):
            continue
        opening = _OPENING.match(text, start)
        lowest = start if opening is None else opening.end()
        second = _OPENING.match(text, lowest)
        lowest = lowest if second is None else second.end()
        if mention.span.start <= lowest and mention.span.end >= end:
            return mention.value
    return None


def _same(value: DateInterval, answer: tuple[datetime, datetime], reference: date) -> bool:
    first, last = answer[0].date(), answer[1].date()
    if value.offset is not None:
        day = reference + timedelta(days=value.offset)
        if value.weekday is not None:  # "Monday of the following week"
            day += timedelta(days=value.weekday - day.weekday())
        return first <= day < last
    if value.start is None or value.end is None:
        # a day without its year, where the suite takes any year for it
        return (value.month, value.day) == (first.month, first.day) and not value.impossible
    if (value.start, value.end) == (first, last):
        return True
    if value.mode is Mode.UNTIL and first == reference:
        return value.end == last  # "by the end of the year"
    return _is_loose(value) and _is_near(value.start, value.end, first, last, value.grain)


def _is_loose(value: DateInterval) -> bool:
    """Whether the words leave the ends open: parts of a month, counted units, seasons."""
    counted = value.grain is not Grain.DAY and re.search(
        r"\b(?:ago|hence|from|time|before|after|since|back|later)\b|^in\b|^\S+ \w+s?$", value.text
    )
    return (
        value.part in ("early", "mid", "late")
        or value.grain in _LOOSE_GRAINS
        or value.mode in (Mode.PAST, Mode.BETWEEN)
        or bool(counted)
        or _is_movable(value)
    )


def _is_movable(value: DateInterval) -> bool:
    """Whether it is a feast that may be kept on one of several days, or that lasts for some, or a
    week of a month, which is counted from its first day or from its first Monday.
    """
    start, end = value.start, value.end
    if start is None or end is None:
        return False
    days = (end - start).days
    return (value.grain is Grain.DAY and days > 1) or (value.grain is Grain.WEEK and days > 7)


def _is_near(start: date, end: date, first: date, last: date, grain: Grain) -> bool:
    shared = (min(end, last) - max(start, first)).days
    length, given = (end - start).days, (last - first).days
    unit = _UNIT_DAYS.get(grain, 0)
    return 3 * shared >= 2 * given and length <= max(2 * given + 2, 1.5 * unit + 1)


def _score_time(text: str, gold: Gold) -> Outcome:
    """A time of day with or without its day; the day is compared where the words name one."""
    found = dates.find(text, reference=gold.reference)
    read = " | ".join(mention.text for mention in found)
    if not found or not gold.answers:
        return Outcome(MISSED, read)
    first, last = gold.answers[0]
    days = [m.value for m in found if isinstance(m.value, DateInterval)]
    clocks = [m.value for m in found if isinstance(m.value, Measure)]
    if days and not (days[0].is_resolved and days[0].start == first.date()):
        return Outcome(WRONG, read)
    if clocks:
        told = first.hour * 60 + first.minute
        minutes = clocks[0].amount.nominal
        if clocks[0].unit not in ("", "local"):  # duckling's clock is two hours behind Greenwich
            minutes, told = clocks[0].base.nominal, (told + 120) % (24 * 60)
        return Outcome(RIGHT if minutes == told else WRONG, read)
    part = days[0].part if days else ""
    hours = (first.hour, last.hour if last.date() == first.date() else 24)
    right = hours in _PART_HOURS.get(part, ())
    return Outcome(RIGHT if right else MISSED, read)


#: The hours that duckling gives to the parts of a day.
_PART_HOURS = {
    "morning": ((0, 12), (4, 12)),
    "afternoon": ((12, 19),),
    "evening": ((18, 24),),
    "night": ((18, 24), (21, 24)),
    "late": ((21, 24),),
    "early": ((0, 9),),
    "noon": ((12, 13),),
}


def main(folder: Path) -> int:
    """Prints the rates both ways and each miss with its class."""
    counts: Counter[tuple[str, bool, str]] = Counter()
    for case in cases(folder):
        outcome, reason = score(case), case.out_of_scope
        name = f"{case.suite}: {case.kind}"
        counts[name, not reason, outcome.verdict] += 1
        if outcome.verdict != RIGHT:
            kind = f"out of scope ({reason})" if reason else outcome.verdict
            gold = " or ".join(f"{first} {last}" for first, last in case.gold.answers)
            print(f"{name} {case.id}: {kind}: {case.text!r} {case.gold.words!r} {gold}")
            print(f"    read as {outcome.read or 'nothing'}")
    for name in dict.fromkeys(name for name, _, _ in counts):
        rights = [counts[name, scope, RIGHT] for scope in (True, False)]
        totals = [
            sum(n for key, n in counts.items() if key[:2] == (name, scope))
            for scope in (True, False)
        ]
        print(
            f"{name}: {rights[0]}/{totals[0]} = {rights[0] / totals[0]:.1%} in scope, "
            f"{sum(rights)}/{sum(totals)} = {sum(rights) / sum(totals):.1%} in all "
            f"({totals[1] / sum(totals):.1%} out of scope)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

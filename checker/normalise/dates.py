"""Days and periods as news writes them, found in a text and read into half-open intervals.

A text is read as a row of kinds of words (`date_words`), in which the forms of dates stand
(`date_forms`); each is read by a function of its own (`date_days`, `date_values`,
`date_relative`, `date_spans`), with the direction of the verb (`tense`) where the words leave the
day open. What these forms do not settle goes to dateparser (`date_stamps`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from checker.model import Kind, Mention, Span
from checker.normalise import date_days, date_relative, date_spans, date_values, holidays, times
from checker.normalise.calendar_days import day_days, make_day
from checker.normalise.date_company import bounds_of, stands
from checker.normalise.date_forms import Form, form_of, next_form
from checker.normalise.date_stamps import read_stamp
from checker.normalise.date_values import expand_year
from checker.normalise.date_words import Direction, Row, Stretch, row
from checker.values import DateInterval, Grain


def find(text: str, *, reference: date | None = None) -> list[Mention]:
    """The dates and times of day of a text, in its order.

    `reference` is the document's own day; without it relative dates stay as far open as they are.
    The span holds the whole expression with the part of the day and the word that bounds it
    ("since March 2011", "early on Tuesday"), but no "on" or "in". Times of day are measures of
    the dimension "clock", in minutes after midnight, with their zone as unit.
    """
    reference = _usable(reference)
    words = row(text)
    return _merge(list(_days(words, reference)), times.find(text))


def _merge(days: Sequence[Mention], clock: Sequence[Mention]) -> list[Mention]:
    """Both in the order of the text. Where two overlap, figures with a zone or "a.m." are a time,
    and a word such as "noon" belongs to the date it stands with.
    """
    merged: list[Mention] = []
    for mention in sorted([*days, *clock], key=lambda mention: mention.span):
        if merged and merged[-1].span.overlaps(mention.span):
            merged[-1] = _firmer(merged[-1], mention)
        else:
            merged.append(mention)
    return merged


def _firmer(first: Mention, second: Mention) -> Mention:
    if first.kind is second.kind:
        return max(first, second, key=lambda mention: mention.span.end - mention.span.start)
    day, clock = (first, second) if first.kind is Kind.DATE else (second, first)
    return clock if any(char.isdigit() for char in clock.text) else day


def parse(
    words: str, *, reference: date | None = None, way: Direction | None = None
) -> DateInterval | None:
    """The date that the words make together ("March 2011", "2012", "last Tuesday"), or None.

    `way` is where the verb points the date, since the words alone have none.
    """
    reference = _usable(reference)
    words = words.strip()
    for folded in (False, True):
        line = row(words, folded=folded)
        for lenient in (False, True):
            value = _parsed(line, reference, way, lenient=lenient)
            if value is not None:
                return replace(value, text=words)
    return None


def _parsed(
    line: Row, reference: date | None, way: Direction | None, *, lenient: bool
) -> DateInterval | None:
    """What all the words make together but for the prepositions before them."""
    last = len(line.words)
    while last > 1 and line.words[last - 1] == "." and line.kinds[last - 2] == "x":
        last -= 1
    first = 0
    while first < min(2, last - 1) and line.lower(first) in _OPENING:
        first += 1
    for start in range(first, min(first + 2, last)):
        stretch = Stretch(line, start, last, reference, lenient=True, way=way)
        name = form_of(line, start, last, lenient=lenient)
        value = None if name is None else _read(name, stretch)
        if value is None:
            continue
        mode, opening = bounds_of(stretch, value)
        if opening <= first:
            return replace(value, mode=mode)
    return None


def _usable(reference: date | None) -> date | None:
    """The document's day, unless it lies where the calendar ends and can date no paper."""
    return reference if reference is not None and 1000 <= reference.year <= 9000 else None


def weekday_matches(value: DateInterval) -> bool | None:
    """Whether the weekday printed beside a date is the one it has.

    None where no weekday is printed, or no year: a year that is only inferred convicts nobody.
    """
    is_full = value.grain is Grain.DAY and value.start is not None and value.month is None
    if value.printed_weekday is None or value.start is None or not is_full:
        return None
    return value.start.weekday() == value.printed_weekday


def _days(line: Row, reference: date | None) -> Iterator[Mention]:
    start = 0
    while (form := next_form(line, start)) is not None:
        mention = _mention(line, form, reference)
        if mention is None and form.name in _MAY_BE_SHORTER:
            form = Form(form.name, form.first, form.last - 1)
            while mention is None and form.last > form.first:
                # "In March 20 people were killed": the number is none of the month's days.
                name = form_of(line, form.first, form.last)
                form = Form(name or "", form.first, form.last - (name is None))
                if name is not None:
                    mention = _mention(line, form, reference)
                    if mention is None:
                        form = Form(name, form.first, form.last - 1)
        if mention is None:
            start = form.first + 1
        else:
            start = form.last
            yield mention


def _mention(line: Row, form: Form, reference: date | None) -> Mention | None:
    stretch = Stretch(line, form.first, form.last, reference)
    if not stands(form.name, stretch):
        return None
    value = _read(form.name, stretch)
    if value is None:
        return None
    mode, first = bounds_of(stretch, value)
    span = Span(line.starts[first], line.end(form.last - 1))
    text = line.text[span.start : span.end]
    return Mention(Kind.DATE, span, text, replace(value, text=text, mode=mode))


def _read(name: str, stretch: Stretch) -> DateInterval | None:
    return _READERS[name](stretch)


def _stamp(stretch: Stretch) -> DateInterval | None:
    day = read_stamp(stretch.text, stretch.reference)
    if day is None:
        return None
    if _YEAR_OF_TWO.search(stretch.text):
        # two figures for the year: the century is ours to tell
        day = make_day(expand_year(day.year % 100, stretch.reference), day.month, day.day) or day
    start, end = day_days(day)
    return DateInterval("", Grain.DAY, start, end, printed_weekday=stretch.value("weekday", "wd"))


def _numeric(stretch: Stretch) -> DateInterval | None:
    word = stretch.row.words[stretch.first]
    has_short_year = not word[:4].isdigit() and _YEAR_OF_TWO.search(word) is not None
    return _stamp(stretch) if has_short_year else date_days.numeric_day(word)


def _two_days(stretch: Stretch) -> DateInterval | None:
    return date_spans.two_days(stretch, _part)


def _anchored(stretch: Stretch) -> DateInterval | None:
    return date_spans.anchored(stretch, _part)


def _weekday_from(stretch: Stretch) -> DateInterval | None:
    return date_spans.weekday_from(stretch, _part)


def _part(stretch: Stretch) -> DateInterval | None:
    """The value of a date within a longer one."""
    name = form_of(stretch.row, stretch.first, stretch.last)
    return None if name is None else _read(name, stretch)


_YEAR_OF_TWO = re.compile(r"[-/.]\d\d$")
#: What may stand before a date in `parse` and is no part of it.
_OPENING = frozenset({"on", "in", "during", "at", "around", "about"})
#: Forms that end in a number, which may count what comes after it.
_MAY_BE_SHORTER = frozenset(
    {
        *("dated", "worded", "worded_month", "feast", "in_time", "nth"),
        *("weekday_day", "weekday_figures", "weekday_from", "anchored"),
    }
)

_READERS: Mapping[str, Callable[[Stretch], DateInterval | None]] = MappingProxyType(
    {
        "span": _two_days,
        "day_to_day": _two_days,
        "days_month": date_spans.days_of_month,
        "month_days": date_spans.days_of_month,
        "months": date_spans.months_of_year,
        "years": date_spans.years,
        "dated": date_days.dated,
        "worded": date_days.worded,
        "worded_month": date_values.worded_month,
        "worded_year": date_values.worded_year,
        "figures": date_days.figures,
        "year_first": date_days.year_first,
        "weekday_figures": date_days.figures,
        "short_stamp": date_days.dated,
        "month_figures": date_values.month_figures,
        "feast": holidays.feast,
        "after_feast": holidays.weekday_by_feast,
        "in_time": date_relative.in_time,
        "weekday_from": _weekday_from,
        "after_next": date_relative.after_next,
        "half_month": date_values.half_month,
        "century": date_values.century,
        "fiscal": date_values.fiscal,
        "stamp": _stamp,
        "numeric": _numeric,
        "month_year": date_values.month_year,
        "month": date_values.month,
        "year": date_values.year,
        "decade": date_values.decade,
        "quarter": date_values.quarter,
        "half": date_values.half,
        "season": date_values.season,
        "nth": date_days.nth_of_month,
        "week_of": date_days.week_of,
        "day_only": date_days.day_only,
        "weekday_day": date_days.weekday_day,
        "anchored": _anchored,
        "weekday": date_relative.weekday,
        "near_day": date_relative.near_day,
        "period": date_relative.period,
        "weekend": date_relative.weekend,
        "ongoing": date_relative.ongoing,
        "ago": date_relative.ago,
        "offset": date_relative.offset,
    }
)

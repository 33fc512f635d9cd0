"""Dates written out: days, months, quarters, seasons, years and decades, and spans of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.normalise.calendar_days import (
    Days,
    decade_days,
    half_days,
    month_days,
    part_of,
    quarter_days,
    season_days,
    year_days,
)
from checker.normalise.date_spoken import spoken_year
from checker.normalise.date_words import Direction, Stretch, lexicon, number_of
from checker.normalise.tense import direction
from checker.values import DateInterval, Grain, Mode

_MONTHS = ("month", "shy_month", "mon", "low_month")
_EDGES = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "start": "early",
    "beginning": "early",
    "outset": "early",
    "end": "late",
    "close": "late",
}


def heading(stretch: Stretch) -> Direction:
    """Which way the verb points the date; needed only where the words leave it open."""
    if stretch.way is not None:
        return stretch.way
    return direction(stretch.row, stretch.first, stretch.last)


def edge_of(stretch: Stretch) -> str:
    """ "early", "mid", "late" or "" by the words before a month, a year or a day."""
    for word in stretch.words:
        if word in _EDGES:
            return _EDGES[word]
    return ""


def part_of_day(stretch: Stretch) -> str:
    """The part of the day that the words name, "early" and "late" before any other."""
    words = stretch.words
    if {"small", "wee", "early"} & set(words) or "before dawn" in " ".join(words):
        return "early"
    if "late" in words:
        return "late"
    return str(stretch.value("part") or "")


def expand_year(number: int, reference: date | None) -> int:
    """A year of two figures in full: the latest that is no more than ten years on.

    Without the document's day the century turns at 69, as POSIX has it.
    """
    if reference is None:
        return number + (1900 if number >= 69 else 2000)
    year = reference.year // 100 * 100 + number
    return year - 100 if year > reference.year + 10 else year


def year_in(stretch: Stretch) -> int | None:
    """The year that the words print, of four figures or of two after an apostrophe."""
    for position in reversed(stretch.positions("year")):
        return int(stretch.row.words[position])
    for position in stretch.positions("num"):
        if stretch.is_kind(position - 1, "apos", "of") and position > stretch.first:
            return expand_year(int(stretch.row.words[position]), stretch.reference)
    spoken = spoken_year(stretch)
    if spoken is not None:
        return spoken[0]
    if stretch.reference is not None and stretch.positions("years"):
        return stretch.reference.year + step_of(stretch.words)
    return None


def days_in(stretch: Stretch) -> list[int]:
    """The days of the month that the words print, in figures or in words."""
    found: list[int] = []
    tens = 0
    for position in stretch.positions("num", "ord", "ordinal", "ten", "cardinal"):
        number = number_of(stretch.row.words[position])
        if number is None or (
            stretch.is_kind(position, "num") and _is_year_of_two(stretch, position)
        ):
            continue
        if stretch.is_kind(position, "ten"):
            tens = number
            continue
        found.append(number + tens)
        tens = 0
    return found


def _is_year_of_two(stretch: Stretch, position: int) -> bool:
    """Whether two figures are a year: "'87", "15 April of 87"."""
    if stretch.is_kind(position - 1, "apos"):
        return True
    is_after_month = any(month < position for month in stretch.positions(*_MONTHS))
    return is_after_month and stretch.is_kind(position - 1, "of")


def months_in(stretch: Stretch) -> list[int]:
    """The months that the words name."""
    values = lexicon().values
    return [values[stretch.row.words[position]] for position in stretch.positions(*_MONTHS)]


def whole(days: Days, grain: Grain, *, edge: str = "", mode: Mode = Mode.ON) -> DateInterval:
    """The interval of a known time, or of its early, middle or late part."""
    start, end = part_of(days, edge) if edge else days
    return DateInterval("", grain, start, end, mode=mode, part=edge)


def month_year(stretch: Stretch) -> DateInterval | None:
    """A month of a year: "March 2011", "mid-March 2011", "the end of March, 2011"."""
    year = year_in(stretch)
    if year is None:
        return month(stretch)
    return whole(month_days(year, months_in(stretch)[0]), Grain.MONTH, edge=edge_of(stretch))


def month(stretch: Stretch) -> DateInterval | None:
    """A month without its year: the nearest one the way the verb points."""
    number = months_in(stretch)[0]
    reference, words = stretch.reference, stretch.words
    if reference is None:
        return DateInterval("", Grain.MONTH, month=number, part=edge_of(stretch))
    this_year = month_days(reference.year, number)
    is_own = this_year[0] <= reference < this_year[1]
    year = reference.year
    if "last" in words or "past" in words:
        year -= this_year[1] > reference
    elif "next" in words:
        year += this_year[0] <= reference
    elif "this" in words or is_own:
        pass
    elif heading(stretch) is Direction.AHEAD:
        year += this_year[0] <= reference
    else:
        year -= this_year[0] > reference
    return whole(month_days(year, number), Grain.MONTH, edge=edge_of(stretch))


def year(stretch: Stretch) -> DateInterval | None:
    """A whole year, or its early, middle or late part."""
    number = year_in(stretch)
    return None if number is None else whole(year_days(number), Grain.YEAR, edge=edge_of(stretch))


def worded_month(stretch: Stretch) -> DateInterval | None:
    """A month of a year in words: "March nineteen eighty-four"."""
    spoken = spoken_year(stretch)
    if spoken is None:
        return None
    return whole(month_days(spoken[0], months_in(stretch)[0]), Grain.MONTH)


def worded_year(stretch: Stretch) -> DateInterval | None:
    """A year in words: "nineteen eighty-four"."""
    spoken = spoken_year(stretch)
    if spoken is None or spoken[1] != stretch.first:
        return None
    return whole(year_days(spoken[0]), Grain.YEAR)


def month_figures(stretch: Stretch) -> DateInterval | None:
    """A month in figures: "2/2013", "2013/02", "2013-02"."""
    figures = stretch.text.replace("/", "-").split("-")
    first, second = int(figures[0]), int(figures[1])
    number, year = (second, first) if first > 12 else (first, second)
    return whole(month_days(year, number), Grain.MONTH) if 1 <= number <= 12 else None


def half_month(stretch: Stretch) -> DateInterval | None:
    """The first or second half of a month."""
    number = days_in(replace(stretch, last=stretch.positions("half")[0]))[0]
    whole_month = month_year(replace(stretch, first=stretch.positions(*_MONTHS)[0]))
    if number not in (1, 2) or whole_month is None:
        return None
    part = "early" if number == 1 else "late"
    if whole_month.start is None or whole_month.end is None:
        return replace(whole_month, part=part)
    return whole((whole_month.start, whole_month.end), Grain.MONTH, edge=part)


def century(stretch: Stretch) -> DateInterval | None:
    """The 19th century: from 1800 on as people say, to the end of 1900 as calendars do."""
    number = days_in(stretch)[0]
    if not 10 < number <= 21:
        return None
    edge = edge_of(stretch)
    start, end = year_days(number * 100 - 100)[0], year_days(number * 100)[1]
    return whole((start, end), Grain.CENTURY, edge=edge)


def fiscal(stretch: Stretch) -> DateInterval | None:
    """A business year, or a part of one: which months it has is each company's own, so that it may
    begin in the February before and end in the March after ("fiscal 2012", "FY2013").
    """
    told = stretch.positions("year", "slashed")
    if told:
        number = int(stretch.row.words[told[0]][:4])
    else:
        number = expand_year(
            int(stretch.row.words[stretch.positions("num")[-1]]), stretch.reference
        )
    grain = Grain.QUARTER if stretch.positions("quarter") else Grain.YEAR
    return whole((month_days(number - 1, 2)[0], month_days(number + 1, 3)[1]), grain)


def decade(stretch: Stretch) -> DateInterval | None:
    """The 1990s, the '90s, the nineties; a decade without its century is the latest one."""
    edge = edge_of(stretch)
    for position in stretch.positions("decade"):
        figures = stretch.row.words[position][:-1]
        if len(figures) == 4:
            return whole(decade_days(int(figures)), Grain.DECADE, edge=edge)
        bare = not stretch.is_kind(position - 1, "apos")
        if bare and ("the" not in stretch.words or figures < "50"):
            return None
        start = expand_year(int(figures), stretch.reference)
        return whole(decade_days(start), Grain.DECADE, edge=edge)
    if "the" not in stretch.words:
        return None
    return whole(decade_days(stretch.value("decade_word")), Grain.DECADE, edge=edge)


def _year_told(stretch: Stretch) -> int | None:
    """The year printed, or this, last or next year where the document's day is known."""
    printed = year_in(stretch)
    return stretch.reference.year if printed is None and stretch.reference is not None else printed


def step_of(words: tuple[str, ...]) -> int:
    """Last is a step back, next a step on."""
    if {"last", "past", "previous", "preceding", "prior"} & set(words):
        return -1
    return 1 if {"next", "coming", "following", "upcoming", "forthcoming"} & set(words) else 0


def quarter(stretch: Stretch) -> DateInterval | None:
    """The third quarter of 2012; without a year the latest one that has begun, or the next."""
    numbers = [n for n in days_in(stretch)[:1] if 1 <= n <= 4]
    if not numbers:
        return None
    if stretch.before() == "fiscal":
        return DateInterval("", Grain.QUARTER)
    number, said = numbers[0], _year_told(stretch)
    if said is None:
        return DateInterval("", Grain.QUARTER)
    reference = stretch.reference
    if reference is not None and not stretch.positions("year", "years"):
        begun = quarter_days(said, number)[0] <= reference
        if not begun and heading(stretch) is not Direction.AHEAD:
            said -= 1
    return whole(quarter_days(said, number), Grain.QUARTER)


def half(stretch: Stretch) -> DateInterval | None:
    """The first half of a year."""
    number = days_in(stretch)[0]
    if number not in (1, 2):
        return None
    said = _year_told(stretch)
    if said is None:
        return DateInterval("", Grain.YEAR)
    start, end = half_days(said, number)
    return DateInterval("", Grain.YEAR, start, end, part="early" if number == 1 else "late")


def season(stretch: Stretch) -> DateInterval | None:
    """A season of a year; "winter 2011" may begin in that year or end in it."""
    first, last = stretch.value("season")
    printed, edge = year_in(stretch), edge_of(stretch)
    years = stretch.positions("year")
    if years:
        printed = int(stretch.row.words[years[0]])
    if printed is not None:
        start, end = season_days(printed, first, last)
        if last < first and not stretch.positions("dash", "slash"):
            start = season_days(printed - 1, first, last)[0]
        return whole((start, end), Grain.SEASON, edge=edge)
    if stretch.reference is None:
        return DateInterval("", Grain.SEASON)
    near = _near_season(stretch, stretch.reference, first, last)
    return whole(near, Grain.SEASON, edge=edge)


def _near_season(stretch: Stretch, reference: date, first: int, last: int) -> Days:
    step = step_of(stretch.words)
    runs = [season_days(reference.year + shift, first, last) for shift in (-2, -1, 0, 1)]
    if step < 0:
        return max(days for days in runs if days[1] - timedelta(days=21) <= reference)
    if step > 0 or heading(stretch) is Direction.AHEAD:
        return min(days for days in runs if days[1] > reference)
    return max(days for days in runs if days[0] <= reference)

"""Days as intervals: the same day, perhaps the same, and not the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.normalise import dates
from checker.values import (
    DateInterval,
    Grain,
    comparable_dates,
    compare_dates,
    day_text,
    interval_text,
    one_day,
    weekday_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
#: A Wednesday.
PAPER = date(2015, 6, 17)


def day(words: str, *, paper: date | None = PAPER) -> DateInterval:
    value = dates.parse(words, reference=paper)
    assert value is not None, words
    return value


def verdict(a: str, b: str, *, paper: date | None = PAPER) -> str:
    first, second = day(a, paper=paper), day(b, paper=paper)
    one, other = compare_dates(first, second), compare_dates(second, first)
    assert one.verdict == other.verdict
    return one.verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("16 June 2015", "June 16, 2015"),
        ("yesterday", "16 June 2015"),
        ("16 June 2015", "June 2015"),
        ("June 2015", "2015"),
        ("last year", "2014"),
    ],
)
def test_dates_that_share_a_day_agree(a: str, b: str):
    assert verdict(a, b) == "agrees"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("16 June 2015", "17 June 2015"),
        ("yesterday", "today"),
        ("May 2015", "June 2015"),
        ("2014", "16 June 2015"),
    ],
)
def test_dates_without_a_day_in_common_contradict(a: str, b: str):
    assert verdict(a, b) == "contradicts"


@pytest.mark.parametrize(
    ("a", "b"), [("Friday night", "Saturday"), ("late on Friday", "early on Saturday")]
)
def test_one_night_may_be_told_from_either_side(a: str, b: str):
    assert verdict(a, b, paper=None) == "unsure"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Tuesday", "Tuesday", "agrees"),
        ("Tuesday", "Thursday", "contradicts"),
        ("Tuesday", "16 June 2015", "agrees"),
        ("Wednesday", "16 June 2015", "contradicts"),
        ("5 March", "5 March", "agrees"),
        ("5 March", "6 March", "contradicts"),
        ("5 March", "Tuesday", "unsure"),
        ("today", "yesterday", "unsure"),
    ],
)
def test_days_of_undated_stories_compare_by_what_is_known(a: str, b: str, expected: str):
    found = verdict(a, b, paper=None)
    if expected == "unsure":
        assert not comparable_dates(day(a, paper=None), day(b, paper=None))
    assert found == expected or (expected == "unsure" and found != "contradicts")


def test_same_words_a_week_apart_are_no_clash():
    earlier, later = (one_day(PAPER + timedelta(days=d), "on Wednesday") for d in (0, 7))
    assert compare_dates(earlier, later).verdict == "agrees"


def test_day_told_from_another_event_is_unsure():
    offset = DateInterval("a day after", offset=1)
    assert compare_dates(offset, one_day(PAPER)).verdict == "unsure"


@given(DAYS, DAYS)
def test_two_days_agree_only_when_they_are_one(a: date, b: date):
    found = compare_dates(one_day(a), one_day(b)).verdict
    assert found == ("agrees" if a == b else "contradicts")


@given(DAYS, st.integers(-400, 400))
def test_shifting_there_and_back_gives_the_same_day(start: date, days: int):
    value = one_day(start)
    assert value.shifted(days).shifted(-days) == value


@given(st.integers(0, 6), st.integers(-400, 400))
def test_shifted_weekday_stays_a_weekday(weekday: int, days: int):
    shifted = DateInterval("x", weekday=weekday).shifted(days)
    assert shifted.weekday == (weekday + days) % 7


@given(DAYS)
def test_weekday_of_a_day_is_that_of_the_calendar(start: date):
    assert weekday_of(one_day(start)) == start.weekday()


def test_weekday_of_a_month_is_not_known():
    month = DateInterval("June 2015", Grain.MONTH, date(2015, 6, 1), date(2015, 7, 1))
    assert weekday_of(month) is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("16 June 2015", "Tuesday 16 June 2015"),
        ("June 2015", "June 2015"),
        ("2014", "2014"),
        ("since March 2011", "since March 2011"),
    ],
)
def test_interval_text_reads_as_a_person_says_it(words: str, text: str):
    assert interval_text(day(words)) == text


def test_day_text_names_the_weekday():
    assert day_text(date(2012, 1, 30)) == "Monday 30 January 2012"


def test_impossible_day_has_no_start():
    value = day("31 June 2013")
    assert value.impossible
    assert not value.is_resolved

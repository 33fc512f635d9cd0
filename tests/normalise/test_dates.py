"""Dates value first: one value, the many ways to say it; then what is no date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Kind
from checker.normalise import dates
from checker.values import MONTHS, WEEKDAYS, DateInterval, Grain, Mode

# A Thursday.
PAPER = date(2013, 5, 16)


def days(text: str, reference: date | None = PAPER) -> list[tuple[str, DateInterval]]:
    return [
        (mention.text, mention.value)
        for mention in dates.find(text, reference=reference)
        if isinstance(mention.value, DateInterval)
    ]


def only(text: str, reference: date | None = PAPER) -> DateInterval:
    found = days(text, reference)
    assert len(found) == 1, found
    return found[0][1]


NO_DATES = [
    "They may march at dawn.",
    "The committee sat for a second time in the sun.",
    "Prime Minister Theresa May said she would stay.",
    "Mrs May won by a few votes.",
    "Shoppers queued for Black Friday bargains.",
    "The report on Bloody Sunday ran to ten volumes.",
    "The Sunday Times said the deal was off.",
    "He wrote for the Mail on Sunday.",
    "Sheffield Wednesday drew with Leeds.",
    "The market is held every Tuesday.",
    "Children swim on Mondays.",
    "It was on a Friday that everything changed.",
    "Saturday Night Live made fun of him.",
    "The song Ruby Tuesday was played twice.",
    "The village has 2000 homes.",
    "The plant supplies power in 2000 homes.",
    "A total of 2012 people signed.",
    "He lives at 1776 Main Street.",
    "The Boeing 2012 is a rumour.",
    "Of the 1,200 there were few left.",
    "They climbed to 1,900 metres.",
    "The fall of the dictator was quick.",
    "Water from a spring feeds the lake.",
    "An august body of scholars met.",
    "USA Today carried the story.",
    "She is in her 20s.",
    "The ratio was 24/7 or 3/4.",
    "Version 10.1.2012 of the program is out.",
    "It took more than two weeks to find them.",
    "They stayed for two days before moving on.",
    "The library is on the 15th floor.",
    "A long weekend awaits.",
    "Fans cheered in the fourth quarter.",
    "March on, they shouted.",
    "In the second half they scored.",
    "He had a date with Tuesday Weld.",
    "The play was Twelfth Night.",
    "They saw The Day After Tomorrow again.",
    "The last week of the trial was quiet.",
    "She told the Today programme that she was sorry.",
    "Wednesday Addams is her role.",
    "Sixty-four people live there.",
    "The road is 31 km long.",
    "Sun shone on Jan Peters and Mar Blanco.",
    "He ran the 1500 in record time.",
    "The score was 2-1 in May's favour.",
    "By some 1500 votes to 1200 they agreed.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_find_leaves_alone_what_is_no_date(text: str) -> None:
    assert days(text) == []


ONE_DAY = {
    date(2012, 1, 31): [
        "31 January 2012",
        "January 31, 2012",
        "Jan. 31, 2012",
        "31 Jan 2012",
        "31st January 2012",
        "the 31st of January, 2012",
        "January 31st, 2012",
        "Jan the 31st, 2012",
        "the thirty-first of January 2012",
        "Tuesday, January 31, 2012",
        "Tuesday 31 January 2012",
        "Tues. 31 Jan. 2012",
        "Tuesday (January 31, 2012)",
        "31 January 2012 (Tuesday)",
        "Jan 31, 2012, Tuesday",
        "2012-01-31",
        "2012/01/31",
        "31/01/2012",
        "01/31/2012",
        "31.01.2012",
        "31-Jan-2012",
        "31/Jan/2012",
        "31-Jan-12",
        "31/01/12",
        "Jan-31-2012",
        "Jan 31 '12",
    ],
    date(2013, 5, 16): ["today", "earlier today", "Thursday", "this morning", "16 May", "May 16"],
    date(2013, 5, 15): [
        "yesterday",
        "Wednesday",
        "last night",
        "early yesterday",
        "May 15",
        "a day ago",
    ],
    date(2013, 5, 14): [
        "the day before yesterday",
        "two days ago",
        "last Tuesday",
        "Tuesday night",
    ],
    date(2013, 5, 17): ["tomorrow", "one day from now"],
    date(2013, 5, 24): ["next Friday", "Friday next week"],
    date(2013, 5, 13): [
        "two days before yesterday",
        "3 days after May 10",
        "Monday 13th",
        "the 13th of this month",
        "the second Monday of this month",
        "13 May this year",
    ],
    date(2012, 7, 4): ["4 July last year", "the fourth of July last year", "July 4 of last year"],
    date(2013, 3, 31): ["the last day of March", "the last day of March 2013"],
    date(2013, 5, 7): ["Tuesday of last week", "Tuesday last week", "a week ago Tuesday"],
    date(2013, 5, 9): ["a week ago today", "last Thursday", "seven days ago"],
    date(2013, 3, 25): ["the last Monday of March", "the fourth Monday in March 2013", "25 March"],
    date(2012, 12, 24): ["Christmas Eve", "24 December 2012", "Christmas Eve 2012"],
}


@pytest.mark.parametrize(
    ("day", "words"), [(day, words) for day, ways in ONE_DAY.items() for words in ways]
)
def test_find_reads_one_day_said_in_many_ways(day: date, words: str) -> None:
    value = only(f"It happened on {words}.")
    assert (value.start, value.end) == (day, day + timedelta(days=1))
    assert value.grain is Grain.DAY
    assert value.text == words


PERIODS = {
    ("2011-03-01", "2011-04-01"): ["March 2011", "Mar. 2011", "March, 2011", "March of 2011"],
    ("2012-01-01", "2013-01-01"): ["2012", "last year"],
    ("1990-01-01", "2000-01-01"): ["the 1990s", "the '90s", "the nineties"],
    ("2012-07-01", "2012-10-01"): [
        "the third quarter of 2012",
        "the 3rd quarter of 2012",
        "Q3 2012",
        "the third quarter of last year",
    ],
    ("2012-01-01", "2012-07-01"): ["the first half of 2012", "the first half of last year"],
    ("2013-05-06", "2013-05-13"): ["last week", "the week of May 7", "the week of 10 May 2013"],
    ("2013-03-13", "2013-03-16"): ["the 13th to the 15th of March", "13-15 March", "March 13-15"],
    ("2013-05-13", "2013-05-17"): ["earlier this week"],
    ("2013-05-16", "2013-05-20"): ["later this week"],
    ("2013-05-11", "2013-05-13"): ["last weekend", "the weekend"],
    ("2013-06-01", "2013-07-01"): ["next month"],
    ("2012-05-01", "2012-06-01"): ["May last year", "May of last year", "May 2012"],
    ("2012-10-01", "2012-11-01"): ["October", "last October", "October 2012"],
    ("2012-03-05", "2012-03-10"): ["5-9 March 2012", "March 5-9, 2012", "March 5 to 9, 2012"],
    ("2013-02-16", "2013-05-17"): ["the past three months", "the last 3 months"],
    ("2013-05-10", "2013-05-17"): ["the past six days"],
    ("2008-01-01", "2011-01-01"): ["2008-2010", "2008 to 2010", "2008-10"],
}


@pytest.mark.parametrize(
    ("ends", "words"), [(ends, words) for ends, ways in PERIODS.items() for words in ways]
)
def test_find_reads_one_period_said_in_many_ways(ends: tuple[str, str], words: str) -> None:
    value = only(f"They fought in {words}.")
    assert (str(value.start), str(value.end)) == ends
    assert value.text == words


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("since March 2011", Mode.SINCE),
        ("since Tuesday", Mode.SINCE),
        ("until Friday", Mode.UNTIL),
        ("by 2020", Mode.UNTIL),
        ("before Monday", Mode.BEFORE),
        ("after 3 May", Mode.AFTER),
        ("between April and May", Mode.BETWEEN),
        ("from Monday to Wednesday", Mode.BETWEEN),
        ("from 28 February to 3 March 2012", Mode.BETWEEN),
        ("between 2008 and 2010", Mode.BETWEEN),
        ("the past 10 months", Mode.PAST),
        ("starting Monday", Mode.SINCE),
    ],
)
def test_find_keeps_the_word_that_bounds_a_time(words: str, mode: Mode) -> None:
    value = only(f"The town was closed {words}.")
    assert (value.text, value.mode) == (words, mode)


def test_find_takes_a_date_that_describes_for_no_bound() -> None:
    assert only("He spoke after Tuesday's raid.").mode is Mode.ON
    assert only("They left before Friday prayers.").mode is Mode.ON


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("early on Tuesday", "early"),
        ("the early hours of Tuesday", "early"),
        ("late Tuesday", "late"),
        ("Tuesday night", "night"),
        ("early Tuesday morning", "early"),
        ("Tuesday at dawn", ""),
        ("noon on Tuesday", "noon"),
        ("overnight", "overnight"),
        ("tonight", "night"),
        ("this afternoon", "afternoon"),
    ],
)
def test_find_keeps_the_part_of_the_day(words: str, part: str) -> None:
    assert only(f"It rained {words}.").part == part


@pytest.mark.parametrize(
    ("words", "offset"),
    [
        ("two days earlier", -2),
        ("a day after", 1),
        ("the day before", -1),
        ("three days later", 3),
        ("the next day", 1),
        ("the same day", 0),
        ("a week later", 7),
        ("two years before", -730),
    ],
)
def test_find_counts_days_from_another_event(words: str, offset: int) -> None:
    value = only(f"He died {words} the vote.", None)
    assert value.offset == offset
    assert not value.is_resolved


def test_find_without_the_documents_day_leaves_open_what_it_must() -> None:
    assert only("He spoke on Tuesday.", None).weekday == 1
    assert only("He spoke yesterday.", None).relative_days == -1
    undated = only("He spoke on 3 May.", None)
    assert (undated.month, undated.day, undated.start) == (5, 3, None)
    assert only("He spoke in October.", None).month == 10
    assert not only("It began last year.", None).is_resolved


def test_find_keeps_a_printed_weekday_that_is_wrong() -> None:
    value = only("The fire broke out on Monday 31 January 2012.")
    assert value.start == date(2012, 1, 31)
    assert dates.weekday_matches(value) is False
    assert dates.weekday_matches(only("It was Tuesday 31 January 2012.")) is True


def test_weekday_matches_convicts_no_date_without_a_year() -> None:
    assert dates.weekday_matches(only("It was on Monday, May 7, that he left.")) is None
    assert dates.weekday_matches(only("It was on Tuesday, May 7, that he left.")) is None
    assert dates.weekday_matches(only("It was on 7 May 2013.")) is None


@pytest.mark.parametrize(
    "words", ["31 February 2012", "30 February", "31 June", "29 February 2013", "June 31, 2012"]
)
def test_find_marks_a_day_that_no_calendar_has(words: str) -> None:
    value = only(f"He signed it on {words}.")
    assert value.impossible
    assert value.start is None
    assert value.month is not None


def test_find_takes_a_count_after_a_month_for_no_day() -> None:
    assert only("In March 20 people were killed.").grain is Grain.MONTH
    assert only("In June 31 people were killed.").grain is Grain.MONTH


def test_find_leaves_figures_of_open_order_open() -> None:
    value = only("It was dated 03/04/2012.")
    assert value.start is None
    assert value.month is None


@pytest.mark.parametrize(
    ("words", "grain"),
    [
        ("2012", Grain.YEAR),
        ("May", Grain.MONTH),
        ("March 2011", Grain.MONTH),
        ("the 1990s", Grain.DECADE),
    ],
)
def test_parse_keeps_the_grain(words: str, grain: Grain) -> None:
    value = dates.parse(words, reference=PAPER)
    assert value is not None
    assert (value.grain, value.text) == (grain, words)


def test_parse_reads_nothing_that_is_more_than_a_date() -> None:
    assert dates.parse("Tuesday was cold") is None
    assert dates.parse("hello") is None
    assert dates.parse("") is None


def _forms(day: date) -> list[str]:
    month = MONTHS[day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{WEEKDAYS[day.weekday()]}, {day.day} {month[:3]} {day.year}"
        if day.month != 5
        else f"{WEEKDAYS[day.weekday()]}, {day.day} May {day.year}",
        day.isoformat(),
        f"{WEEKDAYS[day.weekday()]} ({month} {day.day}, {day.year})",
    ]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 4))
def test_every_printed_form_of_a_day_reads_back(day: date, form: int) -> None:
    words = _forms(day)[form]
    value = dates.parse(words)
    assert value is not None
    assert value.start == day
    assert [value.start for _, value in days(f"It was {words}.", None)] == [day]


PIECES = (
    "on Tuesday since March 2011 the 5 31 June , . ’ ( ) - two days ago last next week 1990s at "
    "8 p.m. GMT early 10:30 May may Friday ' s of 2012-01-31 3/4/12 between and x Ünder"
)


@given(
    st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=25),
    st.sampled_from([None, PAPER]),
)
def test_find_gives_back_the_exact_words_in_order(
    pieces: list[str], reference: date | None
) -> None:
    text = " ".join(pieces)
    found = dates.find(text, reference=reference)
    for mention in found:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.value.text == mention.text
        if mention.kind is Kind.DATE and isinstance(mention.value, DateInterval):
            value = mention.value
            assert (value.start is None) == (value.end is None)
            if value.start is not None and value.end is not None:
                assert value.start < value.end
    for first, second in pairwise(found):
        assert first.span.end <= second.span.start


@given(st.sampled_from([words for ways in ONE_DAY.values() for words in ways]))
def test_find_is_stable_under_surrounding_text(words: str) -> None:
    lone = only(f"It happened on {words}.")
    inside = only(f"The mayor was firm. It happened on {words}. Nobody else spoke.")
    assert (lone.start, lone.end) == (inside.start, inside.end)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_find_takes_the_ends_of_the_calendar_for_no_documents_day(day: date) -> None:
    assert only("He died three years ago.", day).start is None

from __future__ import annotations

from datetime import date

import pytest

from checker.model import Kind, Mention
from checker.normalise import dates
from checker.values import Measure, Verdict, compare_measures


def clock(text: str) -> list[Mention]:
    found = dates.find(text, reference=date(2013, 5, 16))
    return [mention for mention in found if mention.kind is Kind.TIME]


@pytest.mark.parametrize(
    "text",
    [
        "They won 14:30 on aggregate.",
        "So it stands in Romans 10:30.",
        "The midnight rules were dropped.",
        "High noon came and went.",
        "There were 2000 homes.",
        "It cost £3.45 per mile.",
        "In 2000 a war broke out.",
        "She ran 10.30 seconds.",
        "The ratio is 5:30.",
        "I am 12 a man of means.",
        "Flight 1430 was late.",
        "The referee stopped the fight at 2:56 of the third round.",
    ],
)
def test_find_leaves_alone_what_is_no_time(text: str) -> None:
    assert clock(text) == []


TIMES = {
    (7 * 60 + 48, ""): ["7:48 a.m.", "7.48am", "07:48 am", "7:48 AM"],
    (20 * 60, "GMT"): ["2000 GMT", "20:00 GMT", "8 p.m. GMT", "8pm UTC"],
    (15 * 60 + 45, ""): ["3.45pm", "3:45 p.m.", "1545 hours", "15:45"],
    (12 * 60, ""): ["noon", "12 noon", "12 p.m."],
    (0, ""): ["midnight", "12 a.m.", "12am"],
    (8 * 60, "local"): ["8:00 am local time", "8 a.m. local", "0800 local time"],
    (17 * 60, "EST"): ["5 p.m. EST", "1700 EST"],
    (17 * 60, "ET"): ["5 p.m. ET", "5 p.m. Eastern"],
}


@pytest.mark.parametrize(
    ("value", "words"), [(value, words) for value, ways in TIMES.items() for words in ways]
)
def test_find_reads_one_time_said_in_many_ways(value: tuple[int, str], words: str) -> None:
    (mention,) = clock(f"It began at {words} and lasted an hour.")
    assert isinstance(mention.value, Measure)
    assert (mention.value.amount.nominal, mention.value.unit) == value
    assert mention.value.dimension == "clock"
    assert mention.text == words


def test_find_links_one_time_in_two_zones() -> None:
    first, second = clock("Polls opened at 8:00 am local time (0300 GMT).")
    assert (first.partner, second.partner) == (second.span, first.span)


def test_find_hedges_a_time() -> None:
    (mention,) = clock("It began shortly after 10 a.m. in the hall.")
    assert isinstance(mention.value, Measure)
    assert mention.text == "shortly after 10 a.m."
    assert (mention.value.amount.literal.low, mention.value.amount.literal.high) == (600, 630)


def test_base_is_the_time_in_greenwich() -> None:
    (mention,) = clock("It began at 8 p.m. EST.")
    assert isinstance(mention.value, Measure)
    assert mention.value.base.nominal == 60


def test_find_keeps_a_time_and_its_day_apart() -> None:
    found = dates.find("It began at 7:48 a.m. on Tuesday, not at noon Monday.")
    assert [(mention.kind, mention.text) for mention in found] == [
        (Kind.TIME, "7:48 a.m."),
        (Kind.DATE, "Tuesday"),
        (Kind.DATE, "noon Monday"),
    ]


def test_times_told_in_two_zones_convict_nobody() -> None:
    first, second = clock("It began at 8 p.m. EST, or at 5 p.m. by another count.")
    assert isinstance(first.value, Measure)
    assert isinstance(second.value, Measure)
    assert compare_measures(first.value, second.value).verdict is Verdict.UNSURE

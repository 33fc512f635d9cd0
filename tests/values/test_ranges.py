"""Figures as ranges: what agrees, then what a reader must look at, then what clashes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.normalise import numbers, units
from checker.values import (
    Bounds,
    Hedge,
    Measure,
    Range,
    Score,
    compare,
    compare_bounds,
    compare_not_exceeding,
    exactly,
    last_digit_unit,
    plain,
    significant_digits,
    span_text,
    tidy,
)

FLOAT = st.floats(-1e6, 1e6, allow_nan=False)


@st.composite
def ranges(draw) -> Range:
    low, high = sorted((draw(FLOAT), draw(FLOAT)))
    if low == high:
        return Range(low, high)
    return Range(low, high, draw(st.booleans()), draw(st.booleans()))


def figure(words: str) -> Bounds:
    value = numbers.parse(words)
    assert isinstance(value, Bounds), words
    return value


def people(words: str) -> Bounds:
    """The figure of so many people: a bare 911 would be a name."""
    (mention,) = numbers.find(f"{words} people")
    assert isinstance(mention.value, Bounds)
    assert mention.text == words
    return mention.value


def quantity(words: str) -> Measure:
    value = units.parse(words)
    assert isinstance(value, Measure), words
    return value


AGREE = [
    ("53", "53"),
    ("twelve", "12"),
    ("5,400", "5,420"),
    ("about 40", "44"),
    ("some 230,000", "240,000"),
    ("at least 12", "14"),
    ("more than 5,400", "5,480"),
    ("nearly 100", "97"),
    ("up to 40", "30"),
    ("no more than 40", "40"),
    ("dozens", "60"),
    ("hundreds", "450"),
    ("between 30 and 40", "35"),
    ("30-40", "38"),
]
UNSURE = [
    ("about 40", "47"),
    ("more than 5,400", "7,500"),
    ("at least 20", "55"),
    ("at least three", "at least five"),
    ("up to 40", "52"),
    ("dozens", "180"),
    ("several", "9"),
    ("a few", "4,000"),
]
CONTRADICT = [
    ("53", "54"),
    ("5,400", "5,600"),
    ("about 40", "60"),
    ("more than 40", "38"),
    ("at least 40", "31"),
    ("nearly 100", "80"),
    ("nearly 100", "101"),
    ("at most 40", "41"),
    ("fewer than 40", "52"),
    ("dozens", "9"),
    ("thousands", "700"),
    ("between 30 and 40", "41"),
]


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_figures_that_can_be_one_agree(a: str, b: str):
    assert verdicts(a, b) == {"agrees"}


@pytest.mark.parametrize(("a", "b"), UNSURE)
def test_figures_that_read_apart_are_unsure(a: str, b: str):
    assert verdicts(a, b) == {"unsure"}


@pytest.mark.parametrize(("a", "b"), CONTRADICT)
def test_figures_without_a_number_in_common_contradict(a: str, b: str):
    assert verdicts(a, b) == {"contradicts"}


def verdicts(a: str, b: str) -> set[str]:
    """The verdicts either way round: there must be only one."""
    first, second = figure(a), figure(b)
    return {compare_bounds(first, second).verdict, compare_bounds(second, first).verdict}


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [
        ("12", "30", "agrees"),
        ("30", "30", "agrees"),
        ("at least 45", "at least 30", "unsure"),
        ("nearly 100", "about 90", "agrees"),
        ("100", "at least 53", "unsure"),
        ("45", "up to 40", "unsure"),
        ("several", "3", "unsure"),
        ("45", "30", "contradicts"),
        ("more than 40", "30", "contradicts"),
        ("45", "no more than 40", "contradicts"),
    ],
)
def test_part_is_laid_beside_its_whole(part: str, whole: str, verdict: str):
    assert compare_not_exceeding(figure(part), figure(whole)).verdict == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("40 km", "25 miles", "agrees"),
        ("75 km", "50 miles", "agrees"),
        ("5 feet 9 inches", "1.75 metres", "agrees"),
        ("3 kilograms", "3 kilometres", "unsure"),
        ("40 km", "30 miles", "contradicts"),
        ("40 km", "41 km", "contradicts"),
        ("5 kilograms", "20 pounds", "contradicts"),
    ],
)
def test_measures_compare_as_far_as_they_are_printed(a: str, b: str, verdict: str):
    first, second = quantity(a), quantity(b)
    assert {compare(first, second).verdict, compare(second, first).verdict} == {verdict}


def test_sums_in_two_currencies_are_unsure():
    dollars, euros = numbers.parse("$40"), numbers.parse("€40")
    assert dollars is not None
    assert euros is not None
    assert compare(dollars, euros).verdict == "unsure"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (Score("3-1", (3, 1)), Score("3-1", (3, 1)), "agrees"),
        (Score("3-1", (3, 1)), Score("1-3", (1, 3)), "agrees"),
        (Score("10 of 15", (10, 15), "ratio"), Score("51-49", (51, 49), "vote"), "unsure"),
        (Score("10 of 15", (10, 15), "ratio"), Score("9 of 15", (9, 15), "ratio"), "contradicts"),
        (Score("3-1", (3, 1)), Score("2-1", (2, 1)), "contradicts"),
    ],
)
def test_scores_compare_part_by_part(a: Score, b: Score, verdict: str):
    assert compare(a, b).verdict == verdict


@given(ranges(), ranges())
def test_ranges_meet_either_way_round(a: Range, b: Range):
    assert a.meets(b) == b.meets(a)


@given(ranges())
def test_range_meets_and_contains_itself(a: Range):
    assert a.meets(a)
    assert a.contains(a)


@given(ranges(), ranges())
def test_range_meets_what_it_contains(a: Range, b: Range):
    if a.contains(b):
        assert a.meets(b)


@given(ranges(), st.floats(-100, 100).filter(lambda x: abs(x) > 1e-3), FLOAT)
def test_scaled_range_keeps_its_ends_in_order(a: Range, factor: float, offset: float):
    scaled = a.scaled(factor, offset)
    assert scaled.low <= scaled.high
    closed = (scaled.low_closed, scaled.high_closed)
    assert closed == (
        (a.low_closed, a.high_closed) if factor > 0 else (a.high_closed, a.low_closed)
    )


HEDGES = ["about", "around", "some", "at least", "more than", "over", "nearly", "almost", "up to",
          "at most", "no more than", "an estimated", "roughly"]  # fmt: skip


@given(st.sampled_from(HEDGES), st.integers(2, 900_000))
def test_hedge_never_narrows_a_range(hedge: str, number: int):
    bare, hedged = people(f"{number:,}"), people(f"{hedge} {number:,}")
    width = hedged.literal.high - hedged.literal.low
    assert width >= bare.literal.high - bare.literal.low


@given(st.integers(1, 900_000), st.sampled_from(["about", "some", "roughly", "around"]))
def test_approximate_figure_holds_all_that_the_bare_one_can_mean(number: int, hedge: str):
    bare, hedged = people(f"{number:,}"), people(f"{hedge} {number:,}")
    assert hedged.literal.contains(bare.literal)
    assert hedged.literal.contains(hedged.usual)


@given(st.integers(2, 900_000))
def test_bare_figure_agrees_with_every_hedge_that_holds_it(number: int):
    bare = people(f"{number:,}")
    for hedge in ("about", "at least", "up to", "no more than", "nearly"):
        verdict = compare_bounds(bare, people(f"{hedge} {number:,}")).verdict
        assert verdict == "agrees", hedge


@given(st.integers(1, 999))
def test_figure_under_a_thousand_is_itself(number: int):
    literal = figure(str(number)).literal
    assert (literal.low, literal.high) == (number, number)


@pytest.mark.parametrize(
    ("text", "digits"), [("5,400", 2), ("2.50", 3), ("0.05", 1), ("7", 1), ("100", 1), ("1,005", 4)]
)
def test_significant_digits_are_those_printed(text: str, digits: int):
    assert significant_digits(text) == digits


@pytest.mark.parametrize(
    ("nominal", "digits", "unit"), [(5400, 2, 100), (2.5, 3, 0.01), (0, 1, 1), (100, 1, 100)]
)
def test_last_digit_unit_is_one_step_of_what_is_printed(nominal: float, digits: int, unit: float):
    assert last_digit_unit(nominal, digits) == unit


def test_plain_prints_as_a_newspaper_does():
    assert [plain(n) for n in (5400, 2.5, 1e6, math.inf)] == ["5,400", "2.5", "1,000,000", "∞"]


def test_tidy_takes_the_dust_of_binary_fractions_away():
    assert tidy(0.1 + 0.2) == 0.3
    assert math.isinf(tidy(math.inf))


def test_span_text_says_the_range_only_where_there_is_one():
    assert span_text(exactly(12)) == "“12”"
    assert span_text(figure("at least 12")) == "“at least 12” (12 or more)"
    assert span_text(figure("about 40")) == "“about 40” (32 to 48)"


def test_floors_are_told_from_other_hedges():
    assert figure("at least 12").is_floor
    assert figure("more than 12").is_floor
    assert not figure("up to 12").is_floor
    assert figure("up to 12").hedge is Hedge.UP_TO

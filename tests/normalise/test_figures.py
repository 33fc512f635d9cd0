"""What holds for every figure: exact words, no overlap, hedges that never narrow, linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.normalise import figures, hedges
from checker.values import Bounds, Hedge

WORDS = """
- , . ( ) $ £ % ½ 5 12 1,234 2.5 1/2 2012 31 24 9-14 km miles ft C F m bn one two a an the of and in
to hundred thousand million dozens several few couple half third quarter first second people killed
Monday Smith years year-old months hours minutes week percent dollars pounds between more than at
least up some about nearly or so others another aged age was win votes magnitude degrees No. Section
March
"""
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=40)


@given(TEXTS)
def test_find_gives_the_exact_words_and_overlaps_nothing(text):
    reached = 0
    for mention in figures.find(text):
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention.span.start >= reached
        assert mention.text.strip() == mention.text
        reached = mention.span.end


FIRM = [hedge for hedge in Hedge if hedge not in (Hedge.NONE, Hedge.BETWEEN, Hedge.UNKNOWN)]
FIGURES = st.builds(
    lambda digits, zeros: float(digits) * 10**zeros, st.integers(1, 9999), st.integers(0, 6)
).map(hedges.bare)


@given(FIGURES, st.lists(st.sampled_from(FIRM), min_size=1, max_size=3))
def test_a_hedge_never_narrows_a_range(figure: Bounds, chain):
    inner = figure
    for hedge in chain:
        outer = hedges.hedged(hedge, inner)
        for narrow, wide in ((inner.literal, outer.literal), (inner.usual, outer.usual)):
            assert wide.high - wide.low >= narrow.high - narrow.low - 1e-6
        assert outer.literal.low <= figure.nominal <= outer.literal.high
        assert outer.literal.contains(outer.usual)
        inner = outer


@given(st.integers(1, 10**9))
def test_a_number_printed_with_separators_reads_back(number):
    found = figures.find(f"There were {number:,} people there.")
    assert [mention.value.nominal for mention in found] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "She called 911 at once.",
        "A neighbour dialled 999, and the line was dead.",
        "The 911 calls were released on Friday.",
        "Two 112 operators were off sick.",
        "He was jailed for running 419 scams.",
    ],
)
def test_number_that_is_called_is_no_figure(text):
    found = [mention.text for mention in figures.find(text)]
    assert not {"911", "999", "112", "419"} & set(found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The flood killed 112 people.", "112"),
        ("At least 112 passengers were hurt.", "At least 112"),
        ("Some 911 homes burned down.", "Some 911"),
        ("The toll rose to 112.", "112"),
        ("The school has 419 pupils.", "419"),
    ],
)
def test_number_that_is_called_counts_what_follows(text, words):
    assert [mention.text for mention in figures.find(text)] == [words]


@pytest.mark.parametrize("words", ["more than 5,400", "some 40", "dozens more", "30-40"])
@pytest.mark.parametrize("frame", ["{} people", "Officials said {} people fled.", "“{} people,”"])
def test_find_is_stable_under_the_text_around_it(words, frame):
    assert [mention.text for mention in figures.find(frame.format(words))] == [words]


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1,", "one hundred and ", "hundred ", "$", "1-", "more than ", "A", "a-", '"'],
)
def test_find_takes_time_in_line_with_the_text(piece):
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.perf_counter()
        figures.find(text)
        return time.perf_counter() - begun

    seconds(1000)
    short, long = seconds(5_000), seconds(40_000)
    assert long < 40 * short + 0.1

"""Quoted words: excerpts are no change, small words are a doubt, other words are a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.normalise import quotes
from checker.values import Quotation, compare_quotations

WHOLE = "We came through the winter with our order book intact and our people safe"


def quotation(words: str) -> Quotation:
    value = quotes.parse(f"“{words}”")
    assert isinstance(value, Quotation), words
    return value


def verdict(other: str) -> str:
    first, second = quotation(WHOLE), quotation(other)
    found = {compare_quotations(first, second).verdict, compare_quotations(second, first).verdict}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    "other",
    [
        WHOLE,
        f"{WHOLE}.",
        "we came through the winter with our order book intact",
        "through the winter with our order book",
        "We came through the winter … and our people safe",
        "We came through the winter with our [company's] order book intact",
    ],
)
def test_excerpts_and_ellipses_are_no_change(other: str):
    assert verdict(other) == "agrees"


@pytest.mark.parametrize(
    "other", ["We came through a winter with our order book intact and our people safe"]
)
def test_small_words_that_differ_are_a_doubt(other: str):
    assert verdict(other) == "unsure"


@pytest.mark.parametrize("other", ["The spring will be hard", "Nobody told us about the strike"])
def test_other_utterances_are_no_clash(other: str):
    assert verdict(other) == "unsure"


@pytest.mark.parametrize(
    "other",
    [
        "We came through the winter with our profits intact and our people safe",
        "We came through the winter with our order book intact and our people sold",
    ],
)
def test_words_that_were_changed_contradict(other: str):
    assert verdict(other) == "contradicts"


WORDS = st.lists(st.sampled_from(WHOLE.lower().split()), min_size=1, max_size=12)


@given(WORDS, st.data())
def test_any_run_of_a_quotation_agrees_with_it(words: list[str], data: st.DataObject):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    whole = Quotation(" ".join(words), (tuple(words),))
    part = Quotation(" ".join(words[start:end]), (tuple(words[start:end]),))
    assert compare_quotations(part, whole).verdict == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don't believe that it was an accident", "We do not believe that it was an accident"),
        ("They can’t and won’t pay for it", "They cannot and will not pay for it"),
        ("It's our town and we're staying here", "It is our town and we are staying here"),
        ("This is a f---ing disgrace for us all", "This is a fucking disgrace for us all"),
        ("We were in deep s**t by then", "We were in deep sh*t by then"),
        ("He had a b—— of a day at work", "He had a beast of a day at work"),
    ],
)
def test_short_forms_and_masked_words_are_no_change(one: str, other: str):
    assert compare_quotations(quotation(one), quotation(other)).verdict == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don't believe that it was an accident", "We do believe that it was an accident"),
        ("This is a f---ing disgrace for us all", "This is a damned disgrace for us all"),
    ],
)
def test_other_words_stay_a_change(one: str, other: str):
    assert compare_quotations(quotation(one), quotation(other)).verdict == "contradicts"

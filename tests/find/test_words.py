"""Tokens with their places, and the stems that carry meaning."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.find.words import content_stem, stem, tokenise
from checker.model import Span


@pytest.mark.parametrize("word", ["the", "of", "it", "said", "12", "a", ""])
def test_words_that_tell_nothing_have_no_stem(word: str):
    assert content_stem(word) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("bridges", "bridge"), ("president's", "president"), ("defended", "defending")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str):
    assert content_stem(one) == content_stem(other) == stem(other) != ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("Nine died.", ["Nine", "died", "."]),
        ("al-Assad’s U.N. envoy", ["al-Assad’s", "U.N", ".", "envoy"]),
        ("a -- b … 5,400", ["a", "--", "b", "…", "5", ",", "400"]),
    ],
)
def test_text_falls_into_tokens(text: str, words: list[str]):
    assert [token.text for token in tokenise(text, Span(0, len(text)))] == words


@given(st.text(max_size=60), st.integers(0, 10))
def test_tokens_are_the_very_words_in_order(text: str, start: int):
    tokens = tokenise(text, Span(start, len(text)))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(start <= token.start for token in tokens)

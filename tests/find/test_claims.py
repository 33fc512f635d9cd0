"""Mentions to claims: what is one, and what its words are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from understanding import claims, tolls


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain fell on the town.",
        "Nobody was killed.",
        "He killed time until five.",
        "Read more: 12 killed in Lima",
        "None of the 30 people were killed.",
        "Twelve people were killed or injured in Lima.",
        "Some 30 people were killed and wounded in Lima.",
        "The blast killed or injured 12 people.",
        "The blast killed and wounded 12 people.",
        "Twelve people were dead or missing.",
    ],
)
def test_texts_without_a_toll_give_none(text: str):
    assert [claim.quote for claim in tolls(text)] == []


def test_killed_and_injured_are_told_apart():
    text = "Twelve people were killed and 30 injured in Lima."
    assert [(c.fact, c.value.text) for c in tolls(text)] == [
        ("killed", "Twelve"),
        ("injured", "30"),
    ]


@pytest.mark.parametrize(
    ("text", "fact", "head"),
    [
        ("Turnout was 61 percent.", "figure", "percent|turnout|"),
        ("Some 24 per cent of the electorate stayed away.", "figure", "percent|elector|"),
        ("A town of 25,000 was cut off.", "figure", "number|town|"),
        ("He wrote a 70-page report.", "figure", "number|page|"),
        ("Anna Berg, 43, runs a firm.", "figure", "age|person:berg/anna|"),
        ("It rose from $1.34bn.", "figure", "money|money|from"),
        ("Anna Berg opened the bridge on Friday.", "dated-act", "open"),
    ],
)
def test_claim_by_likeness_knows_what_is_told(text: str, fact: str, head: str):
    assert [claim.head for claim in claims(text, fact)] == [head]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg opened the bridge on Friday.",
        "The bridge was opened by Anna Berg on Friday.",
        "On Friday, Anna Berg opened the bridge.",
        "Anna Berg, the mayor, opened the bridge on Friday.",
        "Anna Berg came early. She opened the bridge on Friday.",
    ],
)
def test_day_of_an_act_belongs_to_who_acts(text: str):
    (claim,) = claims(text, "dated-act")
    assert "person:berg/anna" in claim.event.actors
    assert claim.event.act == "open"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg may open the bridge on Friday.",
        "Twelve people were killed on Friday.",
        "Anna Berg opened the bridge in 2014.",
        "The bridge opened a day after the fair.",
    ],
)
def test_what_is_no_dated_act_gives_none(text: str):
    assert claims(text, "dated-act") == []


def test_catchwords_are_no_quotation():
    assert claims("He called it “a fine bridge” and left.", "quotation") == []
    (claim,) = claims("“We shall build the bridge again,” Anna Berg said.", "quotation")
    assert claim.attribution is not None


def test_figure_that_a_phrase_took_is_not_told_twice():
    text = "Twelve people were killed in Lima on Monday."
    assert len(tolls(text)) == 1
    assert claims(text, "figure") == []


PIECES = (
    "Twelve|people|were|killed|in|Lima|,|said|Anna Berg|on|Friday|“|”|(|40 km|25 miles|.|\n\n|if"
)
MORE = "since|31 June|including|may|by|the|UN|5,400|per cent|of|them|Monday|’s"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*PIECES.split("|"), *MORE.split("|")]), max_size=25).map(" ".join))
def test_quotes_are_the_very_words_whatever_the_text(text: str):
    for claim in claims(text):
        assert claim.quote == text[claim.span.start : claim.span.end]
        assert claim.value.text == text[claim.value.span.start : claim.value.span.end]
        assert claim.sentence.span.contains(claim.value.span)
        if claim.attribution is not None and claim.attribution.span is not None:
            span = claim.attribution.span
            assert 0 <= span.start < span.end <= len(text)

"""Sentences, with their paragraphs and roles."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from checker.find.sentences import outline
from checker.model import Document, Role


def sentences(text: str) -> list[str]:
    document = Document.from_text(text)
    found = outline(document)
    assert [sentence.index for sentence in found] == list(range(len(found)))
    spans = [sentence.span for sentence in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(document.words(span) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(document.words(span) == document.words(span).strip() for span in spans)
    return [document.words(span) for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        "It struck at 7:48 a.m. Tuesday in the north.",
        "It struck at 7.48 p.m. local time (2148 GMT), 10 miles off.",
        "It struck at 8 p.m. (2000 GMT) on Monday.",
        "It struck at 9 a.m. May 5 off the coast.",
        "The U.S. Geological Survey put it at 6.1.",
        "A U.S. Marshal and a U. S. Army major were hurt.",
        "He lives in Ojai, Calif., and works in Reno, Nev., and in Markham, Ont.",
        "It fell near Ojai, Calif. (north of here), on Monday.",
        "The Calif. Supreme Court ruled on Monday.",
        "Gov. Ann Rowe, Sen. Bo Lowe and Lt. Col. C. D. Hale met Rep. E. F. Gray (D-Ore.) in May.",
        "Sgt. Hale and Gen. Gray of St. Louis climbed Mt. Hood with Dr. Lowe.",
        "It is No. 5 of Nos. 4 to 9, opened on Jan. 5 and closed on Sept. 9.",
        "George W. Hale, J. K. Lowe and Samuel L. Gray left.",
        "Arda Corp. Chief Executive Ann Rowe and Bo Lowe Jr. of Lowe Inc. said so.",
        "Arda Steel Co. said on Monday that it would sell 1.5 million shares at $2.50.",
        "Yahoo! said so, and so did Guess? Inc.",
        "Who knew? she asked, and they laughed!",
        "“Who knew? Nobody did! We left.” she said.",
        "“We left at once. We are safe,” said Ann Rowe, 41.",
        "'We left at once. The boys' boat is gone,' said Ann Rowe.",
        "He went ... and came back … twice.",
        "It cost approx. 40 crowns vs. 20 before.",
        "The toll (it was 12. It is 14 now) rose.",
    ],
)
def test_outline_leaves_one_sentence_whole(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell.| Twelve died.| Nobody knew why.",
        "He lives in the U.S.| He left in May.",
        "It struck at 9 p.m.| The town was asleep.",
        "It belongs to Arda Inc.| The firm is old.",
        "It opened in Sept.| The road was wet.",
        "“We left. We are safe.”| The boat sank.",
        "“We left,” she said.| “We are safe.”",
        "‘We left.’| He did not.| ‘We stayed.’",
        "The rebels' camp burned.| The soldiers' did not.",
        "He left.| (The others stayed.)| They were glad.",
        "Senator Rowe (D-Ore.) left.| Nobody stayed.",
        "They left for good.| (Reuters)",
        "They left for good.|(Coast Wire)",
        "They left.|The army came.| It stayed.",
        "She said “we are here.| Then she left.| Nobody came.",
        "Is it over?| It is!| Good.",
        "He went...| Then he came.",
        "He was ill.| Many were.",
        "He scored 12.| Rowe had 14.",
    ],
)
def test_outline_parts_sentences(text):
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_outline_parts_a_speech_that_is_too_long_for_one_sentence():
    text = "“" + "We left at once and were safe. " * 30 + "That is all,” she said."
    assert len(sentences(text)) == 31


def test_outline_names_roles_and_paragraphs():
    text = (
        "Bridge falls... and nobody knows why\n\n"
        "By Ann Rowe\n\n"
        "The bridge in May. (Photo: Bo Lowe)\n\n"
        "Twelve died. Nobody knew why. (AFP)\n\n"
        "Read more"
    )
    found = outline(Document.from_text(text))
    assert [(sentence.role, sentence.paragraph) for sentence in found] == [
        (Role.HEADLINE, 0),
        (Role.BYLINE, 1),
        (Role.CAPTION, 2),
        (Role.CAPTION, 2),
        (Role.BODY, 3),
        (Role.BODY, 3),
        (Role.CREDIT, 3),
        (Role.FURNITURE, 4),
    ]


def test_outline_reads_over_the_line_ends_of_wrapped_text():
    text = (
        "The mayor opened the bridge on Monday in front of a crowd of\n"
        "about two thousand. Nobody was hurt when a stand gave way at\n"
        "7 p.m. Monday.\n\nHe left."
    )
    assert [sentence.paragraph for sentence in outline(Document.from_text(text))] == [0, 0, 1]


@pytest.mark.parametrize("text", ["", "\n\n \n", "…", '"', ".", "12"])
def test_outline_survives_next_to_nothing(text):
    assert len(outline(Document.from_text(text))) <= 1


@pytest.mark.parametrize(
    "unit",
    ["The bridge fell. ", "“a. ", "“a.” ", "(a. ", "A. ", "A.) B ", "left.Then ", ". (", ".", "a",
     "a ", "U.S. ", "x.\n", "'", "“", "‘s’ a. ", "a.m. ", "\u200b", "é. É"],
)  # fmt: skip
def test_outline_takes_time_in_line_with_the_text(unit):
    text = unit * (200_000 // len(unit))
    start = time.perf_counter()
    outline(Document.from_text(text))
    assert time.perf_counter() - start < 5

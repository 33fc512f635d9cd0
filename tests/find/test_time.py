"""The time that understanding takes grows in line with the text, also in one endless sentence."""

from __future__ import annotations

import time

import pytest
from understanding import claims, rulebook, story

from checker.check import check
from checker.find.story import LONGEST
from checker.model import Document, Kind

#: In seconds; a third of it is enough on a small machine.
LIMIT = 10


@pytest.mark.parametrize(
    "words",
    [
        "On Monday 12 people, including 3 men, in Homs, were killed ",
        "and Ann Porter said that ",
        "and officials put the toll at 31 ",
        "Mayor Ann Porter of Lublin ",
        "he said ",
        "who was killed ",
        "12 ",
        "according to the ministry ",
    ],
)
def test_time_of_one_endless_sentence_stays_bounded(words: str) -> None:
    text = words * (10_000 // len(words))
    start = time.perf_counter()
    check([Document.from_text(text)], rules=rulebook())
    assert time.perf_counter() - start < LIMIT


def test_story_takes_a_long_sentence_whole() -> None:
    text = "Police said that 12 people were killed" + " and so on" * 80 + " in Homs on Monday."
    assert len(story(text).sentences) == 1


def test_story_takes_an_endless_sentence_in_pieces() -> None:
    found = story("Twelve people were killed in Homs, and " * 200)
    assert [sentence.index for sentence in found.sentences] == list(range(len(found.sentences)))
    assert max(len(tokens) for tokens in found.tokens) <= LONGEST
    ends = [found.words(sentence.span)[-1] for sentence in found.sentences]
    assert set(ends[:-1]) == {","}
    assert sum(len(tokens) for tokens in found.tokens) == 200 * 8


@pytest.mark.parametrize("words", ["31 January 2012 ", "5 km (3 miles) ", "Ann Maria Porter "])
def test_story_cuts_no_mention_of_an_endless_sentence(words: str) -> None:
    found = story(words * 300)
    assert len(found.sentences) > 1
    for sentence, mentions in zip(found.sentences, found.mentions, strict=True):
        assert all(sentence.span.contains(m.span) for m in mentions if m.kind is not Kind.QUOTE)


def test_claims_of_an_endless_sentence_keep_their_clause() -> None:
    text = "Nine people were hurt, " * 100 + "and 31 people were killed in Homs on Monday."
    (killed,) = claims(text, "killed")
    place = killed.qualifier("place")
    assert place is not None
    assert place.key == "SY/homs"

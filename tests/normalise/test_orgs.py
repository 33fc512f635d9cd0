"""Organisations: known ones, those whose name tells, and their short names."""

from __future__ import annotations

import pytest

from checker.normalise import orgs
from checker.values import Organisation


def found(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.value.key) for m in orgs.find(text) if isinstance(m.value, Organisation)]


NO_BODY = [
    "The council met on Monday.",
    "Who said that? People did.",
    "Emily Post wrote a book.",
    "Russian forces left the country.",
    "He is a member of the party.",
    "Support them now!",
    "The observatory is on a hill.",
]


@pytest.mark.parametrize("text", NO_BODY)
def test_find_no_body(text):
    assert found(text) == []


BODIES = [
    ("the UN said", [("UN", "un")]),
    ("the United Nations and the U.N.", [("United Nations", "un"), ("U.N.", "un")]),
    ("the Syrian National Council met", [("Syrian National Council", "syrian-national-council")]),
    ("Promises Treatment Center", [("Promises Treatment Center", "promises-treatment-center")]),
    (
        "It is run by the Ministry of Foreign Affairs and Trade.",
        [("Ministry of Foreign Affairs and Trade", "ministry-of-foreign-affairs-and-trade")],
    ),
    ("the French foreign ministry said", [("French foreign ministry", "FR/foreign-ministry")]),
    ("Syria's army said", [("Syria's army", "SY/army")]),
    (
        "Microsoft Corp. and Microsoft",
        [("Microsoft Corp", "microsoft"), ("Microsoft", "microsoft")],
    ),
    ("The Moscow Times wrote", [("Moscow Times", "moscow-times")]),
    ("told Reuters TV", [("Reuters TV", "reuters")]),
    ("Ohio State University won", [("Ohio State University", "ohio-state-university")]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_find_bodies(text, expected):
    assert found(text) == expected


def test_find_initials_and_head_word_of_a_body_named_in_full():
    text = "The Zendland National Council (ZNC) met. The ZNC agreed. The Council left."
    assert {key for _, key in found(text)} == {"zendland-national-council"}
    assert len(found(text)) == 4


def test_find_agencies_are_told_apart():
    kinds = {m.value.kind for m in orgs.find("AFP reported") if isinstance(m.value, Organisation)}
    assert kinds == {"agency"}


def test_parse():
    body = orgs.parse("United Nations")
    assert body is not None
    assert body.key == "un"
    assert orgs.parse("the weather") is None

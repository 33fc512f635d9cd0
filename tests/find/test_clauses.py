"""Verbs and clauses, found without a grammar."""

from __future__ import annotations

import pytest

from checker.find.clauses import clause_around, find_verbs, index_at
from checker.find.words import Token, tokenise
from checker.model import Span


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(text, Span(0, len(text)))


def found(text: str) -> list[str]:
    return [tokens(text)[verb.at].lower for verb in find_verbs(tokens(text))]


@pytest.mark.parametrize(
    "text", ["the armed groups", "a report on the mines", "their wounded", "", ".", "12,5 — 7"]
)
def test_nouns_and_marks_are_no_verbs(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Twelve people were killed.", ["killed"]),
        ("The flood has so far killed 12 people.", ["killed"]),
        ("Police said that he fled.", ["said", "fled"]),
        ("The mayor will not open the bridge.", ["open"]),
        ("The armed men attacked a bus.", ["attacked"]),
    ],
)
def test_verbs_are_known_by_form_and_neighbours(text: str, wanted: list[str]):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "passive", "perfect", "modal"),
    [
        ("They killed 12 people", False, False, ""),
        ("They were killed", True, False, ""),
        ("They have been killed", True, True, ""),
        ("They had been killed", True, False, ""),
        ("They may be killed", True, False, "may"),
        ("It has killed them", False, True, ""),
    ],
)
def test_auxiliaries_tell_voice_tense_and_mood(text: str, passive: bool, perfect: bool, modal: str):
    (verb,) = find_verbs(tokens(text))
    assert (verb.passive, verb.perfect, verb.modal) == (passive, perfect, modal)


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Police said that nine died; ten fled.", "died", "nine died"),
        ("Nine died when a bus fell.", "bus", "a bus fell ."),
        ("He served as mayor of Lima.", "mayor", "He served as mayor of Lima ."),
        ("Ten fled as the wall was falling.", "Ten", "Ten fled"),
    ],
)
def test_clause_ends_at_its_borders(text: str, word: str, clause: str):
    words = tokens(text)
    at = next(i for i, token in enumerate(words) if token.text == word)
    first, last = clause_around(words, at)
    assert " ".join(token.text for token in words[first:last]) == clause


@pytest.mark.parametrize("offset", range(0, 14))
def test_index_at_is_the_first_token_that_ends_later(offset: int):
    words = tokens("Nine, ten fled.")
    wanted = next(i for i, token in enumerate(words) if token.end > offset)
    assert index_at(words, offset) == wanted

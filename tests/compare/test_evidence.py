"""What speaks for two claims being about one event."""

from __future__ import annotations

import pytest
from dossier import two, understood
from hypothesis import given
from hypothesis import strategies as st

from checker.compare.evidence import (
    Run,
    _likeness,
    one_happening,
    readable,
    sentence_likeness,
    shared_quotes,
    shared_words,
    story_likeness,
)

FIRE = "Twelve people were killed in a fire at a mill in Porto on Monday."


def test_stories_without_a_word_in_common_are_not_alike():
    a, b, run = two(FIRE, "Nine skiers died in an avalanche near Cusco.")
    assert sentence_likeness(a, b, run) == 0
    assert story_likeness(a, b, run) == 0
    assert shared_words(a, b, run) == ()
    assert one_happening(a, b, run) == ""


def test_value_itself_never_counts():
    a, b, run = two(FIRE, FIRE.replace("Twelve", "Nine"))
    assert sentence_likeness(a, b, run) == pytest.approx(1)
    assert not {"twelve", "nine", "12", "9"} & (a.event.words | b.event.words)


def test_one_story_is_like_itself():
    claims, run = understood(f"{FIRE}\n\nRain fell. A storm killed nine sailors off Norway.")
    assert story_likeness(claims[0], claims[1], run) == 1


def test_shared_words_are_told_as_they_are_written():
    a, b, run = two(FIRE, "Nine people were killed when mills burned in Porto on Monday.")
    assert {"Porto", "mill", "killed"} == set(shared_words(a, b, run))


def test_one_happening_is_told_by_its_kind():
    a, b, run = two("A quake killed 12 people in Cusco.", "The earthquake killed nine in Cusco.")
    assert one_happening(a, b, run) == "earthquake"


def test_long_quotations_that_stand_in_both_are_counted():
    said = "“We shall build the mill again before the winter comes,” said Rosa Diaz."
    a, b, run = two(f"{FIRE} {said}", f"{FIRE} {said}")
    assert shared_quotes(a, b, run) == 1
    assert shared_quotes(a, a, run) == 0


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("place:SY/homs", "Homs"),
        ("place:SY", "Syria"),
        ("org:un", "UN"),
        ("person:lavrov", "Lavrov"),
        ("office:foreign minister@RU", "foreign minister (Russia)"),
        ("mill", "mill"),
    ],
)
def test_keys_are_readable(key: str, text: str):
    assert readable(key) == text


WORDS = st.frozensets(st.sampled_from(["mill", "fire", "place:SY", "rain", "bus", "wall"]))


@given(WORDS, WORDS, st.dictionaries(st.sampled_from(["mill", "fire", "rain"]), st.floats(1, 9)))
def test_likeness_is_a_share_and_the_same_either_way(
    a: frozenset[str], b: frozenset[str], weights: dict[str, float]
):
    _, run = understood("")
    run = Run(**{name: getattr(run, name) for name in Run.__slots__} | {"weights": weights})
    share = _likeness(a, b, run)
    assert 0 <= share <= 1 + 1e-9
    assert share == pytest.approx(_likeness(b, a, run))
    assert _likeness(a, a, run) == pytest.approx(1 if a else 0)

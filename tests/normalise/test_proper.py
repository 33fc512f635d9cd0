"""All proper names together: exact offsets, no overlap, linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Kind
from checker.normalise import people, proper

NAMES = ["Varn", "Zendland", "Syria", "Homs", "Arvo", "Kesk", "al-Dari", "Leyen", "Ki-moon", "É"]
TITLES = ["Foreign", "Minister", "foreign", "minister", "Russia's", "UN", "Council", "Mr", "van"]
OTHERS = ["the", "of", "in", "said", "Monday", "(AP)", "U.S.", "ß", ",", ".", "’s", "“", "”", "—"]
WORDS = st.sampled_from([*NAMES, *TITLES, *OTHERS, "-", "\n"])


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_find_gives_exact_words_without_overlap(text):
    found = proper.find(text)
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.text(max_size=200))
def test_find_never_fails(text):
    for mention in proper.find(text):
        assert text[mention.span.start : mention.span.end] == mention.text


STORY = (
    "{land}'s foreign minister, {first} {last}, said on Monday that 12 people were killed "
    "in {town}. {last} spoke in {other}. The city of {town} in {land} is under siege."
)


@pytest.mark.parametrize(
    "names",
    [
        {"land": "Syria", "first": "Walid", "last": "Moallem", "town": "Homs", "other": "Geneva"},
        {"land": "Zendland", "first": "Arvo", "last": "Kesk", "town": "Varn", "other": "Orlim"},
        {
            "land": "Peru",
            "first": "Quilla",
            "last": "Tovarez",
            "town": "Orrubamba",
            "other": "Lima",
        },
    ],
)
def test_find_renamed_story_has_the_same_structure(names):
    found = proper.find(STORY.format(**names))
    kinds = [mention.kind for mention in found]
    person, place = Kind.PERSON, Kind.PLACE
    assert kinds == [Kind.OFFICE, person, place, person, place, place, place]
    known = people.resolve([mention for mention in found if mention.kind is person])
    assert {" ".join((*name.given, name.surname)) for name in known.values()} == {
        f"{names['first']} {names['last']}"
    }
    assert found[5].value.within[-1] == found[6].value.key


@pytest.mark.parametrize(
    "piece", ["Varn ", "Varn, ", "President of ", "A. ", "al-Dari ", "“'", "X\n"]
)
def test_find_time_grows_with_the_text(piece):
    def seconds(times: int) -> float:
        start = time.perf_counter()
        proper.find(piece * times)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(8000) < 40 * max(seconds(1000), 0.002)

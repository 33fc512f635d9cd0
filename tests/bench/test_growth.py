"""How the bench of speed makes its rounds differ."""

from __future__ import annotations

from checker import Document
from tests.bench.growth import best, many_times, own_texts

STORIES = [
    Document.from_text("Fire swept the mill on Monday.", id="a"),
    Document.from_text("Crews came on Tuesday.", id="b"),
]


def test_own_texts_are_new_to_every_round() -> None:
    first, second = own_texts(STORIES, "1"), own_texts(STORIES, "2")
    texts = {story.text for story in (*STORIES, *first, *second)}
    assert len(texts) == 6


def test_many_times_gives_each_copy_its_own_name() -> None:
    copies = many_times(STORIES, 3)
    assert len({copy.id for copy in copies}) == 6


def test_best_is_the_fastest_round() -> None:
    rounds: list[int] = []
    assert best(3, lambda: rounds.append(1)) >= 0
    assert len(rounds) == 3

"""What one story tells of a place holds in the others."""

from __future__ import annotations

from dossier import two

from checker.values import Place


def around(*texts: str) -> list[tuple[str, ...]]:
    a, b, _ = two(*texts)
    values = [claim.qualifier("place").value for claim in (a, b)]
    return [value.within for value in values if isinstance(value, Place)]


def test_place_that_nobody_puts_anywhere_lies_nowhere():
    text = "{} people were killed in Varnholm on Monday."
    assert around(text.format("Twelve"), text.format("Nine")) == [(), ()]


def test_place_lies_where_one_story_puts_it():
    told = "Twelve people were killed in the Peruvian city of Varnholm on Monday."
    assert around(told, "Nine people were killed in Varnholm on Monday.") == [("PE",), ("PE",)]


def test_place_that_two_stories_put_apart_is_left_as_each_has_it():
    peru = "Twelve people were killed in the Peruvian city of Varnholm on Monday."
    syria = "Nine people were killed in the Syrian city of Varnholm on Monday."
    assert around(peru, syria) == [("PE",), ("SY",)]

"""The lexicon's YAML: everyday words stay words."""

from __future__ import annotations

from checker.normalise.lexicon import load


def test_load_keeps_on_and_no_as_words() -> None:
    words = load("clauses")
    assert "on" in words["prepositions"]
    assert "off" in words["prepositions"]
    assert "no" in words["determiners"]


def test_load_keeps_true_and_false() -> None:
    assert load("units")["mass"]["units"]["stone"]["plural"] is False

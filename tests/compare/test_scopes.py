"""How two tolls lie to each other on place, time, people and doer."""

from __future__ import annotations

import pytest
from dossier import two

from checker.compare.scopes import (
    agent_reason,
    leaves_out_reason,
    people_reason,
    period_reason,
    place_reason,
    strictly_inside,
)
from checker.model import Answer
from checker.rulebook import Relation

HERE = "Twelve people were killed in Cusco on Monday."


@pytest.mark.parametrize(
    ("other", "wanted", "answer"),
    [
        ("Nine people were killed in Cusco on Monday.", Relation.SAME, Answer.YES),
        ("Nine people were killed in Lima on Monday.", Relation.SAME, Answer.NO),
        ("Nine people were killed in Peru on Monday.", Relation.SAME, Answer.NO),
        ("Nine people were killed in Peru on Monday.", Relation.WITHIN, Answer.YES),
        ("Nine people were killed in Varnholm on Monday.", Relation.SAME, Answer.UNKNOWN),
        ("Nine people were killed on Monday.", Relation.SAME, Answer.UNKNOWN),
    ],
)
def test_places_are_one_or_one_in_the_other(other: str, wanted: Relation, answer: Answer):
    a, b, _ = two(HERE, other)
    assert place_reason(a, b, wanted).answer is answer


@pytest.mark.parametrize(
    ("other", "wanted", "answer"),
    [
        ("Nine people were killed in Cusco on Monday.", Relation.SAME, Answer.YES),
        ("Nine people were killed in Cusco on 15 June.", Relation.SAME, Answer.YES),
        ("Nine people were killed in Cusco on Friday.", Relation.SAME, Answer.NO),
        ("Nine people were killed in Cusco this week.", Relation.SAME, Answer.NO),
        ("Nine people were killed in Cusco this year.", Relation.SAME, Answer.NO),
        ("Nine people have been killed in Cusco since May.", Relation.SAME, Answer.NO),
        ("Nine people have been killed in Cusco since May.", Relation.WITHIN, Answer.YES),
    ],
)
def test_times_are_one_or_one_in_the_other(other: str, wanted: Relation, answer: Answer):
    a, b, _ = two(HERE, other)
    assert period_reason(a, b, wanted, once=False).answer is answer


@pytest.mark.parametrize(("once", "answer"), [(True, Answer.YES), (False, Answer.UNKNOWN)])
def test_time_that_is_not_told_is_no_matter_for_what_happens_once(once: bool, answer: Answer):
    a, b, _ = two(HERE.replace("Monday", "Tuesday"), "Nine people were killed in Cusco.")
    assert period_reason(a, b, Relation.SAME, once=once).answer is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("since March", "since March", Answer.YES),
        ("since March", "since January 2009", Answer.NO),
        ("since March", "since Friday", Answer.NO),
    ],
)
def test_figures_to_date_count_from_one_start(one: str, other: str, answer: Answer):
    text = "{} people have been killed in Peru {}."
    a, b, _ = two(text.format(400, one), text.format(600, other))
    assert period_reason(a, b, Relation.SAME, once=False).answer is answer


@pytest.mark.parametrize(
    ("one", "other", "wanted", "answer"),
    [
        ("people", "people", Relation.SAME, Answer.YES),
        ("civilians", "people", Relation.SAME, Answer.NO),
        ("civilians", "people", Relation.WITHIN, Answer.YES),
        ("soldiers", "civilians", Relation.WITHIN, Answer.NO),
    ],
)
def test_people_are_the_same_or_some_of_the_others(
    one: str, other: str, wanted: Relation, answer: Answer
):
    text = "Twelve {} were killed in Cusco on Monday."
    a, b, _ = two(text.format(one), text.format(other))
    assert people_reason(a, b, wanted).answer is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("", "", Answer.YES),
        ("by rebels", "", Answer.YES),
        ("by rebels", "by rebels", Answer.YES),
        ("by rebels", "by government troops", Answer.NO),
    ],
)
def test_doers_may_be_left_open_but_not_be_two(one: str, other: str, answer: Answer):
    text = "Twelve villagers were killed {} in Cusco on Monday."
    a, b, _ = two(text.format(one), text.format(other))
    assert agent_reason(a, b, Relation.COMPATIBLE).answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Twelve people were killed in Cusco.", None),
        ("Another 12 people were killed in Cusco on Monday.", None),
        ("Another 12 people were killed in Cusco.", Answer.NO),
        ("Twelve others were killed in Cusco on Monday.", Answer.NO),
    ],
)
def test_others_leave_somebody_out(text: str, answer: Answer | None):
    a, b, _ = two(HERE, text)
    reason = leaves_out_reason(a, b)
    assert (reason.answer if reason is not None else None) is answer


@pytest.mark.parametrize(
    ("part", "whole", "dimensions"),
    [
        (HERE, HERE, ()),
        ("Twelve people were killed in Peru on Monday.", HERE, ()),
        (HERE, "Twelve people were killed in Peru on Monday.", ("place",)),
        ("Twelve civilians were killed in Cusco on Monday.", HERE, ("people",)),
        (HERE, "In Cusco 90 people have been killed since May.", ("period",)),
    ],
)
def test_part_lies_strictly_inside_its_whole(part: str, whole: str, dimensions: tuple[str, ...]):
    a, b, _ = two(part, whole)
    assert strictly_inside(a, b) == dimensions

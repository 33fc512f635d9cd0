"""Which toll a sentence gives: how badly people are hurt, and what is counted in one figure."""

from __future__ import annotations

import pytest
from understanding import claims

from checker.values import Bounds

COUNTS = ("killed", "injured", "seriously-injured", "missing")


def told(text: str) -> set[tuple[str, str]]:
    return {(claim.fact, claim.value.text.lower()) for claim in claims(text, *COUNTS)}


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-one people are dead or missing off Bari.",
        "The sinking left twenty-one dead or missing.",
        "Twenty-one people were missing or killed.",
        "Forty people were killed or wounded in Lima.",
        "Forty people have been killed or injured in Lima.",
        "Three people were critically injured in Lima.",
        "Nine passengers suffered minor injuries.",
        "Police named two of the five people killed in Lima.",
        "Two of five people killed in Lima were named.",
        "One of its three crew was killed in Lima.",
    ],
)
def test_figure_of_several_fates_or_of_other_injuries_is_no_toll(text: str):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The sinking left twelve dead and nine missing.",
            {("killed", "twelve"), ("missing", "nine")},
        ),
        ("Six people were seriously injured in Lima.", {("seriously-injured", "six")}),
        ("Six people were badly hurt in Lima.", {("seriously-injured", "six")}),
        ("The blast severely wounded six soldiers.", {("seriously-injured", "six")}),
        ("The blast left six people seriously injured.", {("seriously-injured", "six")}),
        ("Six passengers suffered serious injuries.", {("seriously-injured", "six")}),
        ("The blast injured 40 people, some seriously.", {("injured", "40")}),
        ("Nine miners are dead in Lublin.", {("killed", "nine")}),
        ("The death toll from the floods in Lima has risen to 210.", {("killed", "210")}),
        ("The toll from the floods in Lima has now reached 210.", {("killed", "210")}),
        ("The death toll of the quake in Lima stands at 210.", {("killed", "210")}),
    ],
)
def test_toll_is_the_one_that_the_words_give(text: str, wanted: set[tuple[str, str]]):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Four people including the gunman were killed in Lima.", True),
        ("Four people, including the attacker, were killed in Lima.", True),
        ("Four people were killed in Lima, including the bomber himself.", True),
        ("Four people, not counting the two attackers, were killed in Lima.", True),
        ("Four people, including a bus driver's child, were killed in Lima.", False),
        ("A gunman killed four people in Lima, including a nurse.", False),
        ("Four people were killed in Lima. The attacker fled.", False),
    ],
)
def test_toll_that_counts_the_doer_is_another_count(text: str, open_: bool):
    (claim,) = claims(text, "killed")
    assert isinstance(claim.value.value, Bounds)
    assert (claim.value.value.leaves_out == "the doer") is open_


@pytest.mark.parametrize(
    ("text", "runs_on"),
    [
        ("A total of 12 people were killed in Lima on Friday.", False),
        ("In total, 12 people died in Lima on Friday.", False),
        ("The death toll in Lima stood at 12.", True),
        ("The quake in Lima killed so far 12 people.", True),
    ],
)
def test_toll_counts_to_date_where_its_words_say_so(text: str, runs_on: bool):
    (claim,) = claims(text, "killed")
    assert claim.cumulative is runs_on


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A bomb killed two people in Lima on Friday and another killed three.", ["", "others"]),
        ("A bomb killed seven in Lima. Later a second bomb killed four.", ["", "others"]),
        (
            "A raid killed 14 in Lima on Friday. In all, 60 people were killed on Friday.",
            ["others", ""],
        ),
        ("A raid killed 14 in Lima on Friday. In all, 60 people were killed in May.", ["", ""]),
        ("On the second day of fighting in Lima shells killed 14 people.", [""]),
    ],
)
def test_toll_of_one_of_several_events_leaves_out_the_others(text: str, left: list[str]):
    values = [claim.value.value for claim in claims(text, "killed")]
    assert [value.leaves_out for value in values if isinstance(value, Bounds)] == left

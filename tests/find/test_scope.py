"""Where it happened, when, and who did it: what a sentence says and what it leaves to the story."""

from __future__ import annotations

import pytest
from understanding import PAPER, toll, tolls

from checker.model import How


def scope(text: str, name: str) -> tuple[str, str] | None:
    qualifier = tolls(text)[-1].qualifier(name)
    return None if qualifier is None else (qualifier.key, qualifier.how.value)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed.",
        "Twelve people were killed, the mayor of Lima said.",
        "A minister from Peru said twelve people were killed.",
    ],
)
def test_place_of_the_speaker_is_not_where_it_happened(text: str):
    place = toll(text).qualifier("place")
    assert place is None or place.how is not How.EXPLICIT


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Twelve people were killed in Lima.", "PE/lima"),
        ("In Lima, twelve people were killed.", "PE/lima"),
        ("In Peru, twelve people were killed in Cusco on Friday.", "PE/cusco"),
        ("In Cusco, in the south of Peru, twelve people were killed.", "PE/cusco"),
        ("After clashes in Lima, twelve people were killed in Cusco on Friday.", "PE/cusco"),
        ("Nine houses burned in Lima and twelve people were killed in Cusco.", "PE/cusco"),
        ("Troops stormed the city of Cusco on Monday, killing 12 villagers.", "PE/cusco"),
        ("The storm hit Lima on Monday, killing 12 people and flooding roads in Cusco.", "PE/lima"),
        ("Twelve people were killed in Cusco, the ministry said in Lima.", "PE/cusco"),
        ("Twelve people were killed in Lima and Cusco.", "PE/cusco+PE/lima"),
    ],
)
def test_place_is_the_one_that_the_claim_hangs_on(text: str, key: str):
    assert scope(text, "place") == (key, "explicit")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("A bus burned in Cusco on Friday. Twelve people were killed.", "inherited"),
        ("CUSCO. A bus burned in Cusco.\n\nTwelve people were killed.", "inherited"),
    ],
)
def test_place_that_is_left_out_comes_from_the_story(text: str, how: str):
    found = scope(text, "place")
    assert found is not None
    assert found[1] == how


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Twelve people were killed in Lima on Monday.", "on:2015-06-15/2015-06-16"),
        ("On Monday twelve people were killed in Lima.", "on:2015-06-15/2015-06-16"),
        (
            "Police said on Tuesday that 12 people were killed on Monday.",
            "on:2015-06-15/2015-06-16",
        ),
        ("Twelve people died yesterday in Lima.", "on:2015-06-16/2015-06-17"),
        ("Nearly 400 people have died since 12 June.", "since:2015-06-12/2015-06-13"),
        (
            "Nine were hurt on Monday, the day after 30 people were killed.",
            "on:2015-06-14/2015-06-15",
        ),
    ],
)
def test_period_is_the_one_that_the_claim_hangs_on(text: str, key: str):
    assert ("period", key) in [
        (name, qualifier.key) for claim in tolls(text) for name, qualifier in claim.qualifiers
    ]


def test_period_that_is_left_out_is_the_papers_own_and_only_assumed():
    assert scope("Twelve people were killed in Lima.", "period") == (
        "on:2015-06-16/2015-06-18",
        "assumed",
    )
    assert toll("Twelve people were killed in Lima.", published=None).qualifier("period") is None


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("Twelve people were killed in Lima on Monday.", False),
        ("Twelve people had been killed in Lima on Monday.", False),
        ("Nearly 400 people have been killed in Peru since March.", True),
        ("Ten months of fighting in Peru has killed 3,000 people.", True),
        ("The death toll stands at 31.", True),
        ("So far 31 people have died in Peru.", True),
    ],
)
def test_figure_that_runs_to_date_is_told_from_a_days_count(text: str, cumulative: bool):
    claim = toll(text)
    assert claim.cumulative is cumulative
    assert claim.as_of == PAPER


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Twelve villagers were killed in Lima on Monday.", None),
        ("A landslide killed twelve villagers.", None),
        ("Government troops killed 14 villagers near Idlib.", "state"),
        ("Fourteen villagers were killed by government troops near Idlib.", "state"),
        ("Rebels killed four officers.", "rebels"),
    ],
)
def test_doer_is_known_from_either_voice(text: str, agent: str | None):
    qualifier = toll(text).qualifier("agent")
    assert (qualifier.key if qualifier is not None else None) == agent


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Twelve people were killed.", ["people"]),
        ("Twelve people were killed, including four children.", ["people", "children"]),
        ("Twelve people were killed, four of them children.", ["people", "children"]),
        ("Thirty civilians were injured.", ["civilians"]),
        ("The blast killed nine soldiers.", ["soldiers"]),
    ],
)
def test_people_are_counted_by_group(text: str, groups: list[str]):
    found = [q.key for claim in tolls(text) if (q := claim.qualifier("people")) is not None]
    assert found == groups

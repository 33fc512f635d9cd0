"""What has to hold between two values of one fact."""

from __future__ import annotations

import pytest
from dossier import two, understood

from checker.compare.relations import RELATIONS, two_spellings
from checker.rulebook import Must


def test_every_must_has_its_relation():
    assert set(RELATIONS) == set(Must)


@pytest.mark.parametrize(
    ("must", "first", "second", "verdict"),
    [
        (Must.OVERLAP, "Twelve", "12", "agrees"),
        (Must.OVERLAP, "Twelve", "Nine", "contradicts"),
        (Must.NOT_EXCEED, "Nine", "Twelve", "agrees"),
        (Must.NOT_EXCEED, "Twelve", "Nine", "contradicts"),
        (Must.NOT_DECREASE, "Nine", "Twelve", "agrees"),
        (Must.NOT_DECREASE, "Twelve", "Nine", "unsure"),
        (Must.NOT_STALE, "Twelve", "Nine", "agrees"),
        (Must.NOT_STALE, "Nine", "Twelve", "unsure"),
        (Must.CREDITED_ALIKE, "Twelve", "Twelve", "agrees"),
        (Must.ONE_SCOPE, "Twelve", "Twelve", "agrees"),
    ],
)
def test_figures_stand_in_the_relation_or_not(must: Must, first: str, second: str, verdict: str):
    text = "{} people were killed in Cusco on Monday."
    a, b, run = two(text.format(first), text.format(second))
    assert RELATIONS[must](a, b, run).verdict == verdict


@pytest.mark.parametrize(
    ("must", "fact", "text", "verdict"),
    [
        (Must.CONVERT, "conversion", "It is 40 km (25 miles) off.", "agrees"),
        (Must.CONVERT, "conversion", "It is 40 km (30 miles) off.", "contradicts"),
        (Must.WEEKDAY_FITS, "printed-date", "They met on Tuesday, 31 January 2012.", "agrees"),
        (Must.WEEKDAY_FITS, "printed-date", "They met on Monday, 31 January 2012.", "contradicts"),
        (Must.SUM_TO, "sum", "The firm cut 650 jobs, 350 in Leeds and 300 in York.", "agrees"),
        (Must.SUM_TO, "sum", "The firm cut 600 jobs, 350 in Leeds and 300 in York.", "contradicts"),
    ],
)
def test_what_a_statement_says_twice_fits_or_not(must: Must, fact: str, text: str, verdict: str):
    (a, b), run = understood(text, fact=fact)
    assert RELATIONS[must](a, b, run).verdict == verdict
    assert RELATIONS[must](b, a, run).verdict == verdict


@pytest.mark.parametrize("must", sorted(Must))
def test_relations_bear_values_of_any_kind(must: Must):
    claims, run = understood("Anna Berg opened the bridge on Friday.", fact="dated-act")
    tolls, _ = understood("Twelve people were killed in Cusco.")
    for a, b in ((claims[0], tolls[0]), (tolls[0], claims[0])):
        assert RELATIONS[must](a, b, run).verdict in ("agrees", "unsure")


@pytest.mark.parametrize(
    ("must", "first", "second", "verdict"),
    [
        (Must.NOT_EXCEED, "2 km", "3 km", "agrees"),
        (Must.NOT_EXCEED, "4 km", "3,000 metres", "contradicts"),
        (Must.NOT_EXCEED, "4 km", "3 kg", "unsure"),
    ],
)
def test_measures_are_figures_when_they_are_of_one_dimension(
    must: Must, first: str, second: str, verdict: str
):
    text = "The load that was hauled over the pass above the village came to {} in all."
    a, b, run = two(text.format(first), text.format(second), fact="figure")
    assert RELATIONS[must](a, b, run).verdict == verdict


def test_two_people_are_no_clash_of_spelling():
    text = "The climber {} fell from a ridge on Mount Aspen."
    a, b, run = two(text.format("Duncan Rait"), text.format("Peter Holm"), fact="name")
    comparison = RELATIONS[Must.SAME_PERSON](a, b, run)
    assert comparison.verdict == "agrees"
    assert comparison.why.startswith("two people: ")
    assert two_spellings(a, b) == ""

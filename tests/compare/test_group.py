"""The pairs of one fact become one finding with its sides."""

from __future__ import annotations

import pytest
from dossier import rulebook
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Document, check
from checker.model import Finding

FIRE = "{} people were killed in a fire at a mill in Porto on Monday."


def findings(*figures: str) -> tuple[Finding, ...]:
    documents = [
        Document.from_text(FIRE.format(figure), id=f"{n}", publisher=f"Paper {n}")
        for n, figure in enumerate(figures)
    ]
    return check(documents, rules=rulebook()).findings


@pytest.mark.parametrize("figures", [(), ("Twelve",), ("Twelve", "12"), ("Twelve", "12", "twelve")])
def test_stories_of_one_mind_make_no_finding(figures: tuple[str, ...]):
    assert findings(*figures) == ()


@pytest.mark.parametrize(
    ("figures", "sides"),
    [
        (("Twelve", "Nine"), [1, 1]),
        (("Twelve", "Nine", "12"), [1, 2]),
        (("Twelve", "Nine", "12", "nine", "9"), [2, 3]),
        (("Twelve", "Nine", "Thirty"), [1, 1, 1]),
    ],
)
def test_finding_has_a_side_for_each_value(figures: tuple[str, ...], sides: list[int]):
    (finding,) = findings(*figures)
    assert sorted(len(side.claims) for side in finding.sides) == sides
    assert sum(len(side.origins) for side in finding.sides) == len(figures)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["Twelve", "12", "Nine", "9", "Thirty"]), max_size=5))
def test_no_claim_stands_on_two_sides(figures: list[str]):
    for finding in findings(*figures):
        keys = [claim.key for side in finding.sides for claim in side.claims]
        assert len(keys) == len(set(keys))
        assert len({side.value.casefold() for side in finding.sides}) == len(finding.sides) >= 2


def test_findings_of_one_kind_have_ids_of_their_own():
    text = "The council met on Monday, 31 January 2012."
    documents = [Document.from_text(text, id=name) for name in "abc"]
    ids = {
        finding.sides[0].claims[0].document.id: finding.id
        for finding in check(documents, rules=rulebook()).findings
    }
    assert len(set(ids.values())) == 3
    turned = check(documents[::-1], rules=rulebook()).findings
    assert {f.sides[0].claims[0].document.id: f.id for f in turned} == ids


def test_message_names_the_sides():
    (finding,) = findings("Twelve", "Nine")
    assert finding.message == "People killed: Twelve people or Nine people"
    assert finding.advice
    assert finding.see

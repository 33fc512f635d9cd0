"""The pairs of one fact become one finding with its sides."""

from __future__ import annotations

from datetime import date

import pytest
from dossier import rulebook
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Document, check
from checker.model import Finding, Severity
from checker.values import Verdict

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


def of_one_origin(*texts: str) -> list[Document]:
    """Stories of one agency in two papers or more."""
    return [
        Document.from_text(text, id=f"{n}", published=date(2012, 1, 30), origins=("AFP",))
        for n, text in enumerate(texts)
    ]


UN = "More than 5,400 people have been killed in Syria, the United Nations says."
GROUPS = "Human rights groups say that more than 5,400 people have been killed in Syria."
RED_CROSS = "The Red Cross says that more than 5,400 people have been killed in Syria."
UN_LATER = "More than 7,300 people have been killed in Syria, the United Nations says."
GROUPS_LATER = "Human rights groups say that more than 7,300 people have been killed in Syria."


def ids(documents: list[Document], rule: str) -> list[str]:
    return sorted(f.id for f in check(documents, rules=rulebook()).findings if f.rule == rule)


def test_id_holds_the_credits_where_they_are_in_question():
    rule = "tolls.credited-differently"
    (first,) = ids(of_one_origin(UN, GROUPS), rule)
    (other,) = ids(of_one_origin(UN, RED_CROSS), rule)
    (later,) = ids(of_one_origin(UN_LATER, GROUPS_LATER), rule)
    assert len({first, other, later}) == 3
    both = ids(of_one_origin(UN, GROUPS_LATER, GROUPS, UN_LATER), rule)
    assert both == sorted([first, later])


def test_id_holds_the_scope_of_a_part_and_its_whole():
    rule = "tolls.part-exceeds-whole"
    whole = "Thirty people were killed in Lima on Friday, police said."
    part = "Police said that 45 {} were killed in Lima on Friday."
    (civilians,) = ids(of_one_origin(whole, part.format("civilians")), rule)
    (soldiers,) = ids(of_one_origin(whole, part.format("soldiers")), rule)
    assert civilians != soldiers


@pytest.mark.parametrize(
    ("rule", "texts", "more"),
    [
        ("tolls.differ", (FIRE.format("Twelve"), FIRE.format("Nine")), FIRE.format("12")),
        ("tolls.credited-differently", (UN, GROUPS), f"{UN} The talks go on."),
        (
            "tolls.part-exceeds-whole",
            (
                "Thirty people were killed in Lima on Friday, police said.",
                "Police said that 45 civilians were killed in Lima on Friday.",
            ),
            "Thirty people were killed on Friday in Lima, police said.",
        ),
    ],
)
def test_id_holds_in_any_order_and_with_one_more_source(
    rule: str, texts: tuple[str, ...], more: str
):
    documents = of_one_origin(*texts, more)
    (wanted,) = ids(documents[:2], rule)
    for turned in (documents, documents[::-1], [documents[2], *documents[:2]]):
        assert ids(turned, rule) == [wanted]


@pytest.mark.parametrize(
    ("figures", "pair"),
    [
        (("One", "At least one", "Seven", "Thirty"), "One people or Thirty people"),
        (("Twelve", "At least 12", "Nine"), "Twelve people or Nine people"),
        (("Thirty", "Nine", "Twelve"), "Thirty people or Nine people"),
        (("Nine", "Nine hundred", "Nine thousand"), "Nine people or Nine thousand people"),
    ],
)
def test_message_names_the_two_that_lie_farthest_apart(figures: tuple[str, ...], pair: str):
    (finding,) = findings(*figures)
    assert finding.message == f"People killed: {pair}"


def test_message_names_the_gravest_clash():
    """A clash of bare figures goes before a wider one that is softened by its two sources."""
    documents = [
        Document.from_text(text, id=f"{n}", published=date(2012, 1, 30))
        for n, text in enumerate(
            (
                FIRE.format("Thirty").replace(".", ", police said."),
                FIRE.format("Nine").replace(".", ", the mayor said."),
                FIRE.format("Twelve"),
            )
        )
    ]
    (finding,) = check(documents, rules=rulebook()).findings
    assert (finding.severity, finding.verdict) == (Severity.ERROR, Verdict.CONTRADICTS)
    assert finding.message == "People killed: Thirty people or Twelve people"


def test_message_names_the_days_that_lie_farthest_apart():
    text = "Foreign Minister Anna Berg on {} defended the sale of grain ships to Norland."
    days = ("Wednesday", "Thursday", "Monday")
    documents = [
        Document.from_text(text.format(day), id=f"{n}", published=date(2014, 5, 9))
        for n, day in enumerate(days)
    ]
    (finding,) = check(documents, rules=rulebook()).findings
    assert finding.message == "One act on two days: Thursday 8 May 2014 or Monday 5 May 2014"


def test_message_names_the_sides():
    (finding,) = findings("Twelve", "Nine")
    assert finding.message == "People killed: Twelve people or Nine people"
    assert finding.advice
    assert finding.see

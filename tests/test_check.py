"""The whole way from documents to findings: the table of the design, and what always holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import Document, check, load_rules
from checker.check import Result
from checker.compare.pair import COMPARED
from checker.errors import UsageError
from checker.model import Answer, Assertion, Finding, Severity, Status
from checker.read import read_paths
from checker.rulebook import Likeness, Rulebook

CORPUS = Path(__file__).parent.parent / "corpus"
MONDAY, TUESDAY = date(2015, 2, 2), date(2015, 2, 3)


@cache
def rulebook() -> Rulebook:
    return load_rules()


@cache
def dossier(name: str) -> tuple[Document, ...]:
    return tuple(read_paths([CORPUS / name]).documents)


def story(
    text: str,
    name: str = "draft",
    *,
    on: date | None = TUESDAY,
    publisher: str = "",
    origins: tuple[str, ...] = (),
) -> Document:
    return Document.from_text(text, id=name, published=on, publisher=publisher, origins=origins)


def compared(*texts: str, on: Sequence[date | None] = ()) -> tuple[Finding, ...]:
    """The findings of some stories, published all on one day or each on its own."""
    days = on or [TUESDAY] * len(texts)
    documents = [
        story(text, f"story {i}", on=day)
        for i, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return check(documents, rules=rulebook()).findings


def shape(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [(f.rule, f.verdict.value, f.severity.value) for f in findings]


# What gives no finding.


def test_no_document_at_all_gives_nothing():
    result = check([], rules=rulebook())
    assert (result.documents, result.findings, result.claims) == ((), (), ())
    assert result.to_dict()["findings"] == []


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff", ".", "—", "“", "12", "\x00", "\r\n\r\n"])
def test_empty_document_gives_nothing(text: str):
    for documents in ([story(text)], [story(text), story("Nine died in Lima.", "other")]):
        assert check(documents, rules=rulebook()).findings == ()


def test_one_document_is_checked_with_itself():
    alone = check([story("Nine people were killed in Lima on Monday.")], rules=rulebook())
    assert alone.findings == ()
    assert {one.status for one in alone.claims} == {Status.ALONE}


def test_document_agrees_with_its_copy():
    for document in dossier("war-tolls"):
        copies = [document, replace(document, id="copy")]
        own = {f.rule for f in check([document], rules=rulebook()).findings}
        assert {f.rule for f in check(copies, rules=rulebook()).findings} <= own


QUIET = {
    "another day": (
        "Twelve people were killed in a fire in Porto on Monday.",
        "Nine people were killed in a fire in Porto on Sunday.",
    ),
    "another place": (
        "Twelve people were killed in a fire in Porto on Monday.",
        "Nine people were killed in a fire in Braga on Monday.",
    ),
    "other people": (
        "Twelve people were killed in a fire in Porto on Monday.",
        "Three firefighters were killed in a fire in Porto on Monday.",
    ),
    "another fact": (
        "Twelve people were killed in a fire in Porto on Monday.",
        "Forty people were injured in a fire in Porto on Monday.",
    ),
    "a floor": (
        "At least 12 people were killed in a fire in Porto on Monday.",
        "Fourteen people were killed in a fire in Porto on Monday.",
    ),
    "a rounded figure": (
        "In Porto 5,400 people fled their homes in the flood on Monday.",
        "Some 5,500 people fled their homes in the flood in Porto on Monday.",
    ),
    "the year in all": (
        "Two people were killed in a crash in Porto on Monday.",
        "So far this year 31 people have been killed in crashes in Porto.",
    ),
}


@pytest.mark.parametrize("texts", QUIET.values(), ids=QUIET)
def test_what_is_not_one_fact_is_not_compared(texts: tuple[str, ...]):
    assert shape(compared(*texts)) == []
    assert shape(compared(*reversed(texts))) == []


LESS_THAN_A_FACT = {
    Assertion.POSSIBLE: "A fire in Porto on Monday could kill 30 people, experts warned.",
    Assertion.FORECAST: "A fire in Porto on Monday will kill 30 people.",
    Assertion.HYPOTHETICAL: "If 30 people were killed in a fire in Porto on Monday, it is bad.",
    Assertion.DENIED: "Police denied that 30 people were killed in a fire in Porto on Monday.",
    Assertion.CORRECTED: (
        "An earlier report said that 30 people were killed in a fire in Porto on Monday."
    ),
}


@pytest.mark.parametrize("text", LESS_THAN_A_FACT.values(), ids=LESS_THAN_A_FACT)
def test_less_than_a_fact_stands_in_no_finding(text: str):
    fact = "Twelve people were killed in a fire in Porto on Monday."
    assert shape(compared(fact, text)) == []
    # What it would be, were it a fact.
    stated = "Thirty people were killed in a fire in Porto on Monday."
    assert shape(compared(fact, stated)) == [("tolls.differ", "contradicts", "error")]


# The table of section 4, row by row.

FIRE = "{} people were killed in a fire at a mill in Porto on Monday"
CLASHES = {
    "both unattributed": (FIRE.format("Twelve"), FIRE.format("Nine"), "error"),
    "one unattributed": (FIRE.format("Twelve"), FIRE.format("Nine") + ", police said", "error"),
    "one speaker": (
        "Police said " + FIRE.format("twelve"),
        FIRE.format("Nine") + ", according to police",
        "error",
    ),
    "two sources": (
        FIRE.format("Twelve") + ", the mayor said",
        FIRE.format("Nine") + ", police said",
        "warning",
    ),
}


@pytest.mark.parametrize(("first", "second", "severity"), CLASHES.values(), ids=CLASHES)
def test_clash_is_as_loud_as_its_sources_allow(first: str, second: str, severity: str):
    for texts in ((first, second), (second, first)):
        findings = compared(*(f"{text}." for text in texts))
        assert shape(findings) == [("tolls.differ", "contradicts", severity)]


def test_usual_readings_that_clash_are_unsure():
    findings = compared(f"{FIRE.format('At least 20')}.", f"{FIRE.format('Fifty-five')}.")
    assert shape(findings) == [("tolls.differ", "unsure", "warning")]


def test_later_figure_for_a_closed_day_is_a_possible_update():
    texts = (f"{FIRE.format('Twelve')}.", f"{FIRE.format('Fifteen')}.")
    (finding,) = compared(*texts, on=(TUESDAY, date(2015, 2, 4)))
    assert shape([finding]) == [("tolls.differ", "unsure", "warning")]
    told = " ".join(finding.reasons)
    assert "possible update" in told
    assert "2015-02-03" in told
    assert "2015-02-04" in told


SINCE = "{} people have been killed in the fighting in Yemen since March 2014."
LATER = (date(2014, 10, 1), date(2015, 1, 1))


def test_toll_that_rises_agrees():
    texts = (SINCE.format("More than 5,400"), SINCE.format("Some 7,500"))
    assert shape(compared(*texts, on=LATER)) == []


def test_toll_that_falls_is_a_revision():
    texts = (SINCE.format("More than 7,500"), SINCE.format("Some 5,400"))
    (finding,) = compared(*texts, on=LATER)
    assert shape([finding]) == [("tolls.falls", "unsure", "warning")]
    assert "revision" in " ".join(finding.reasons)


@pytest.mark.parametrize(
    ("draft", "source", "days", "wanted"),
    [
        ("Some 5,400", "Some 7,500", (LATER[1], LATER[0]), [("tolls.stale", "unsure", "warning")]),
        ("Some 7,500", "Some 7,400", (LATER[1], LATER[0]), []),
        ("Some 5,400", "Some 7,500", LATER, []),
    ],
)
def test_draft_is_told_when_its_toll_is_overtaken(
    draft: str, source: str, days: tuple[date, date], wanted: list[tuple[str, str, str]]
):
    result = check(
        [story(SINCE.format(draft), on=days[0])],
        against=[story(SINCE.format(source), "source", on=days[1])],
        rules=rulebook(),
    )
    stale = [one for one in shape(result.findings) if one[0] == "tolls.stale"]
    assert stale == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Sergei Lavrov", "Sergei Lavrov", []),
        ("Sergei Lavrov", "Sergey Lavrov", [("names.spelt-two-ways", "agrees", "note")]),
        ("Duncan Rait", "Duncan Raite", [("names.spelt-two-ways", "unsure", "warning")]),
        ("Duncan Rait", "Walter Raite", []),
    ],
)
def test_spelling_of_a_name_is_a_note_or_a_warning(
    first: str, second: str, wanted: list[tuple[str, str, str]]
):
    text = "The climber {}, 36, opened the new mountain hut on Mount Aspen to the cheers of guides."
    assert shape(compared(text.format(first), text.format(second))) == wanted


@pytest.mark.parametrize("ceiling", [Severity.ERROR, Severity.WARNING, Severity.NOTE])
def test_severity_of_a_rule_is_a_ceiling(ceiling: Severity):
    book = rulebook()
    rule = replace(book.rule("tolls.differ"), severity=ceiling)
    lowered = Rulebook(facts=book.facts, rules=(rule,))
    documents = [story(f"{FIRE.format(n)}.", n) for n in ("Twelve", "Nine")]
    (finding,) = check(documents, rules=lowered).findings
    assert finding.severity is ceiling


# What a finding says.


def test_finding_shows_both_sides_with_their_words():
    documents = [
        story(f"PORTO. {FIRE.format(n)}.", n, publisher=f"The {n}") for n in ("Twelve", "Nine")
    ]
    (finding,) = check(documents, rules=rulebook()).findings
    assert [side.value for side in finding.sides] == ["Twelve people", "Nine people"]
    assert [side.origins for side in finding.sides] == [("The Twelve",), ("The Nine",)]
    for side, document in zip(finding.sides, documents, strict=True):
        (claim,) = side.claims
        assert claim.document is document
        assert claim.quote in document.text
    questions = ("The same event?", "The same definition?", "The same time?", "Whose word?")
    assert [q for q in questions if any(r.startswith(q) for r in finding.reasons)] == [*questions]


def test_sides_that_share_an_origin_say_so():
    documents = [story(f"{FIRE.format(n)}.", n, origins=("AFP",)) for n in ("Twelve", "Nine")]
    (finding,) = check(documents, rules=rulebook()).findings
    assert "All sides rest on AFP." in finding.reasons


def test_outlets_that_say_the_same_are_one_side():
    figures = ["Twelve", "12", "Nine", "twelve", "nine"]
    documents = [story(f"{FIRE.format(n).capitalize()}.", f"{i}") for i, n in enumerate(figures)]
    (finding,) = check(documents, rules=rulebook()).findings
    assert sorted(len(side.claims) for side in finding.sides) == [2, 3]


def test_claims_are_told_what_became_of_them():
    documents = [story(f"{FIRE.format(n)}.", n) for n in ("Twelve", "12", "Nine")]
    result = check(documents, rules=rulebook())
    tolls = {one.claim.document.id: one for one in result.claims if one.claim.fact == "killed"}
    assert {one.status for one in tolls.values()} == {Status.CONTRADICTED}
    assert tolls["Twelve"].agreed_by == ("12",)
    assert tolls["Nine"].agreed_by == ()


def test_statement_that_clashes_with_itself_is_one_finding():
    findings = compared("The council met on Monday, 31 January 2012.")
    assert shape(findings) == [("dates.weekday-mismatch", "contradicts", "error")]


# Drafts and sources.


def test_sources_are_not_compared_among_themselves():
    draft = story("Rain fell on Porto for a week.")
    sources = [story(f"{FIRE.format(n)}.", n) for n in ("Twelve", "Nine")]
    assert check([draft], against=sources, rules=rulebook()).findings == ()
    assert len(check([draft, *sources], rules=rulebook()).findings) == 1


def test_draft_is_compared_with_itself():
    text = (
        f"{FIRE.format('Twelve')}. The mill is old. {FIRE.format('Nine')}, the mayor of Porto said."
    )
    assert check([story(text)], against=[], rules=rulebook()).findings


def test_findings_stand_in_the_order_of_the_draft():
    draft = story(
        "The parcel weighed 5 kilograms (20 pounds).\n\n"
        f"{FIRE.format('Twelve')}.\n\nThe lease ran out on 31 June 2013."
    )
    result = check([draft], against=[story(f"{FIRE.format('Nine')}.", "source")], rules=rulebook())
    starts = [
        min(c.span.start for s in f.sides for c in s.claims if c.document.id == "draft")
        for f in result.findings
    ]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_two_documents_of_one_id_are_refused():
    with pytest.raises(UsageError, match="draft"):
        check([story("One."), story("Two.")], rules=rulebook())


# What holds for whole dossiers.

DOSSIERS = sorted(path.parent.name for path in CORPUS.glob("*/expected.yml"))


def told(result: Result) -> set[tuple[str, str, frozenset[frozenset[tuple[str, int]]]]]:
    """The findings without any order."""
    return {
        (
            f.id,
            f"{f.rule} {f.verdict} {f.severity}",
            frozenset(
                frozenset((c.document.id, c.span.start) for c in side.claims) for side in f.sides
            ),
        )
        for f in result.findings
    }


@pytest.mark.parametrize("name", DOSSIERS)
def test_check_is_the_same_whatever_the_order_of_the_documents(name: str):
    documents = dossier(name)
    wanted = told(check(documents, rules=rulebook()))
    for order in (documents[::-1], documents[1:] + documents[:1]):
        assert told(check(order, rules=rulebook())) == wanted


@pytest.mark.parametrize("name", DOSSIERS)
def test_quotes_are_the_very_words_of_their_documents(name: str):
    result = check(dossier(name), rules=rulebook())
    for one in result.claims:
        claim = one.claim
        text = claim.document.text
        assert claim.quote == text[claim.span.start : claim.span.end]
        assert claim.value.text == text[claim.value.span.start : claim.value.span.end]
        for _, qualifier in claim.qualifiers:
            if qualifier.span is not None:
                assert 0 <= qualifier.span.start < qualifier.span.end <= len(text)
    assert result.claims


@pytest.mark.parametrize("name", DOSSIERS)
def test_findings_rest_on_facts_put_forward_as_facts(name: str):
    weighed = {
        fact.id
        for fact in rulebook().facts.values()
        if fact.like in (Likeness.NONE, Likeness.SENTENCE, Likeness.ACT)
    }
    for finding in check(dossier(name), rules=rulebook()).findings:
        if finding.fact in weighed:
            how = {c.assertion for side in finding.sides for c in side.claims}
            assert how <= COMPARED


@pytest.mark.parametrize("name", DOSSIERS)
def test_edit_elsewhere_keeps_the_ids(name: str):
    documents = dossier(name)
    edited = [
        replace(d, text=f"{d.text.rstrip()}\n\nThe weather stayed mild, and the parks were full.\n")
        for d in documents
    ]
    before, after = (
        {f.id for f in check(docs, rules=rulebook()).findings} for docs in (documents, edited)
    )
    assert before == after


def test_one_more_source_on_a_side_keeps_the_id():
    documents = [story(f"{FIRE.format(n)}.", n) for n in ("Twelve", "Nine")]
    more = story(f"{FIRE.format('12')}.", "more")
    (before,) = check(documents, rules=rulebook()).findings
    for place in range(3):
        everything = [*documents[:place], more, *documents[place:]]
        (after,) = check(everything, rules=rulebook()).findings
        assert after.id == before.id
        assert sum(len(side.claims) for side in after.sides) == 3


def test_another_value_is_another_id():
    ids = set()
    for figure in ("Nine", "Eight", "Thirty"):
        documents = [story(f"{FIRE.format(n)}.", n) for n in ("Twelve", figure)]
        ids |= {f.id for f in check(documents, rules=rulebook()).findings}
    assert len(ids) == 3


def test_two_assumed_qualifiers_never_make_an_error():
    first = "LIMA. A report on Peru.\n\nNine people were killed, a paper wrote of the clashes."
    second = "LIMA. A report on Peru.\n\nFour people were killed, a paper wrote of the clashes."
    for finding in compared(first, second):
        assert finding.severity is not Severity.ERROR
    for name in DOSSIERS:
        for finding in check(dossier(name), rules=rulebook()).findings:
            if finding.severity is Severity.ERROR and finding.rule.startswith("tolls."):
                claims = [c for side in finding.sides for c in side.claims]
                for dimension in ("place", "period"):
                    how = [q.how for c in claims if (q := c.qualifier(dimension)) is not None]
                    assert not how or set(how) != {"assumed"}, finding.message


PIECES = st.lists(
    st.sampled_from(
        [
            "Twelve people were killed in Porto on Monday.",
            "Nine people were killed in Porto on Monday, police said.",
            "At least 20 people were injured when a tram left the rails in Porto on Sunday.",
            "“We will rebuild the mill by the end of May,” the mayor, Rosa Diaz, said.",
            "Mayor Rosa Diaz opened the bridge on Friday.",
            "Some 5,400 people have fled their homes since January.",
            "The firm cut 600 jobs, 350 in Leeds and 300 in Gdansk.",
            "It lies 40 km (30 miles) from the coast.",
            "(",
            "”",
            "\n\n",
            "31 June",
            "% 12 % ,,, and of the",
        ]
    ),
    max_size=8,
).map(" ".join)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=3))
def test_any_stories_are_checked_alike_in_any_order(texts: list[str]):
    documents = [story(text, f"{i}") for i, text in enumerate(texts)]
    forward, backward = (check(docs, rules=rulebook()) for docs in (documents, documents[::-1]))
    assert told(forward) == told(backward)
    for one in forward.claims:
        text = one.claim.document.text
        assert one.claim.quote == text[one.claim.span.start : one.claim.span.end]
    for finding in forward.findings:
        assert finding.sides
        if finding.verdict == "contradicts":
            assert not any(f"? {Answer.NO.value.capitalize()}:" in r for r in finding.reasons)


MARKS = itertools.count(1)


def test_time_grows_in_line_with_the_documents():
    def seconds(copies: int) -> float:
        documents = [
            replace(
                document,
                id=f"{document.id} {number}",
                # A text of its own each time: what is remembered of a text is no saving here.
                text=f"{document.text}\n\nCopy {next(MARKS)} of the desk.",
            )
            for number in range(copies)
            for document in dossier("storm")
        ]
        begun = time.process_time()
        check(documents, rules=rulebook())
        return time.process_time() - begun

    seconds(1)
    assert min(seconds(20) for _ in range(2)) < 30 * min(seconds(2) for _ in range(3))

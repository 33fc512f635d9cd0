from __future__ import annotations

from dataclasses import replace

import pytest
from report_stories import CLAIMS, DRAFT, NINE, QUIET, TOLL, TROUBLED, TWELVE
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from checker.check import Result
from checker.model import Checked, Document, Kind, Severity, Side, Status
from checker.report import markdown, words
from checker.values import PersonName


class Page(SingleFileSnapshotExtension):
    file_extension = "md"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def page(snapshot):
    return snapshot.use_extension(Page)


def test_page_stays_short_when_nothing_is_wrong(page):
    report = markdown.render(QUIET, name="ferry")
    assert "##" in report
    assert len(report.splitlines()) < 30
    assert report == page


def test_page_shows_findings_evidence_and_what_was_not_read(page):
    assert markdown.render(TROUBLED, name="ferry") == page


def test_page_is_the_same_every_time():
    assert markdown.render(TROUBLED, name="a") == markdown.render(TROUBLED, name="a")


def test_findings_keep_their_order():
    turned = replace(TROUBLED, findings=TROUBLED.findings[::-1])
    report = markdown.render(turned)
    assert report.index("## 1. Warning:") < report.index("## 2. Error:")


def test_nothing_compared_is_not_called_agreement():
    report = markdown.render(
        Result(documents=(DRAFT,), findings=(), claims=(), unread=(), drafts=("draft",))
    )
    assert "Nothing could be compared." in report
    assert "Nothing disagrees" not in report


def test_many_findings_are_listed_at_the_top():
    findings = tuple(replace(TOLL, id=str(n), severity=Severity.NOTE) for n in range(5))
    report = markdown.render(replace(TROUBLED, findings=findings))
    assert "\n5. Note: " in report.split("## 1.")[0]


def test_side_with_many_claims_names_the_rest_by_place():
    crowded = replace(TOLL, sides=(TOLL.sides[0], Side("9", (NINE,) * 8)))
    report = markdown.render(replace(TROUBLED, findings=(crowded,)))
    assert report.count("**Nine** were killed") == words.SHOWN_CLAIMS
    assert "The same in `sources/gazette.txt:1:1`" in report


def test_every_claim_of_a_draft_stands_in_the_evidence():
    evidence = markdown.render(TROUBLED).split("## Evidence")[1].split("## Read")[0]
    rows = [line for line in evidence.splitlines() if line[2:3].isdigit()]
    own = [item for item in CLAIMS if item.claim.document.id == "draft"]
    assert len(rows) == len(own) == 2
    for item, row in zip(own, rows, strict=True):
        assert f"**{item.claim.value.text}**" in row


def test_name_stands_in_the_evidence_once():
    name = PersonName("Ivo Varn", ("Ivo",), "Varn")
    mention = replace(TWELVE.value, kind=Kind.PERSON, value=name)
    again = replace(TWELVE, value=mention, fact="name", span=replace(TWELVE.span, end=30))
    claims = (
        Checked(replace(TWELVE, value=mention), Status.AGREED, ("wire",)),
        Checked(again, Status.AGREED, ("gazette",)),
    )
    evidence = markdown.render(replace(QUIET, claims=claims)).split("## Evidence")[1]
    assert evidence.count("agrees with") == 1


def test_agreement_of_one_origin_is_told():
    report = markdown.render(QUIET)
    assert "agrees with Coast Wire, from the same origin" in report


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain words", "plain words"),
        ("5 * 3 _x_ `y`", r"5 \* 3 \_x\_ \`y\`"),
        ("<script>&", "&lt;script&gt;&amp;"),
        ("a | b", r"a \| b"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("2012. No item", r"2012\. No item"),
        ("[a](b)", r"\[a\](b)"),
        ("two\n\nlines\tand tabs", "two lines and tabs"),
        ("\x1b[31mred\x1b[0m \u202etxt", r"\[31mred \[0m txt"),
    ],
)
def test_escape_leaves_nothing_that_markdown_would_read(text, safe):
    assert markdown.escape(text) == safe


@pytest.mark.parametrize(
    ("text", "safe"), [("a.md", "`a.md`"), ("a`b", "`` a`b ``"), ("a``b\n", "``` a``b ```")]
)
def test_code_is_fenced_by_more_backticks_than_it_holds(text, safe):
    assert markdown.code(text) == safe


def test_hostile_story_cannot_forge_a_line():
    text = "Twelve\n\n## 9. Error: forged\n\n| a | b |\n<img src=x> were killed."
    story = Document("evil", text, path="evil\n## x.md", publisher="# Evil | Post", title="x")
    end = len(text)
    span = replace(TWELVE.span, start=0, end=end)
    claim = replace(
        TWELVE,
        document=story,
        sentence=replace(TWELVE.sentence, span=span),
        span=span,
        value=replace(TWELVE.value, span=replace(span, end=6)),
    )
    finding = replace(TOLL, message=text, sides=(Side(text, (claim,)), TOLL.sides[1]))
    report = markdown.render(replace(TROUBLED, documents=(story, DRAFT), findings=(finding,)))
    assert "\n## 9." not in report
    assert "\n| a | b |" not in report
    assert "<img" not in report
    assert "\n## x.md" not in report


def test_endless_sentence_is_printed_around_its_claim():
    text = "word " * 100_000 + "Twelve were killed " + "word " * 100_000
    at = text.index("Twelve")
    story = Document("long", text)
    claim = replace(
        TWELVE,
        document=story,
        sentence=replace(TWELVE.sentence, span=replace(TWELVE.span, start=0, end=len(text))),
        span=replace(TWELVE.span, start=at, end=at + 18),
        value=replace(TWELVE.value, span=replace(TWELVE.span, start=at, end=at + 6)),
    )
    finding = replace(TOLL, sides=(Side("12", (claim,)), TOLL.sides[1]))
    report = markdown.render(replace(TROUBLED, documents=(story,), findings=(finding,), claims=()))
    assert "**Twelve** were killed" in report
    assert len(report) < 4_000

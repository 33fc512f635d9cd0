"""Two small stories and a draft, with their claims and findings made by hand.

The renderers are tested on records, not on what the rest of the house makes of a text.
"""

from __future__ import annotations

from datetime import date

from checker.check import Result
from checker.model import (
    Assertion,
    Attribution,
    Checked,
    Claim,
    Document,
    Finding,
    How,
    Kind,
    Mention,
    Qualifier,
    Role,
    Sentence,
    Severity,
    Side,
    Span,
    Status,
    Unread,
)
from checker.normalise import quotes
from checker.values import Bounds, DateInterval, Hedge, Place, Range, Value, Verdict, one_day
from checker.values import exactly as exact

DRAFT = Document(
    "draft",
    "Ferry sinks off Varn\n\nTwelve people were killed on Monday, the coastguard said.\n"
    "“We did all we could,” its chief said.\n",
    path="drafts/ferry.md",
    title="Ferry sinks off Varn",
    publisher="Harbour Post",
    published=date(2024, 3, 5),
    published_evidence="front matter",
    origins=("Coast Wire",),
)
WIRE = Document(
    "wire",
    "At least nine people died when a ferry sank on Monday\nnight.\n"
    "“We did all that we could,” the coastguard's chief said.\n",
    path="sources/wire.txt",
    publisher="Coast Wire",
    published=date(2024, 3, 4),
    published_evidence="byline",
    origins=("Coast Wire",),
)
GAZETTE = Document(
    "gazette",
    "Nine were killed, <b>*officials*</b> | said.\n",
    path="sources/gazette.txt",
)

VARN = Place("Varn", "Varn", "varn")
AT_LEAST_NINE = Bounds(
    "At least nine", 9, Range(9, float("inf"), high_closed=False), Range(9, 10), Hedge.FLOOR
)


def claim(
    document: Document, words: str, value: str, kind: Kind, canonical: Value, fact: str = "killed"
) -> Claim:
    """The claim that these words of a document make."""
    start = document.text.index(words)
    at = document.text.index(value)
    end = document.text.find(".\n", start)
    line = document.text.rfind("\n\n", 0, start) + 2 if "\n\n" in document.text[:start] else 0
    line = max(
        line, document.text.rfind(".\n", 0, start) + 2 if ".\n" in document.text[:start] else 0
    )
    period = DateInterval("on Monday", start=date(2024, 3, 4), end=date(2024, 3, 5))
    return Claim(
        document,
        Sentence(Span(line, end + 1), 1, 1, Role.BODY),
        Span(start, start + len(words)),
        fact,
        Mention(kind, Span(at, at + len(value)), value, canonical),
        head="people",
        qualifiers=(
            ("place", Qualifier("Varn", "varn", How.ASSUMED, VARN)),
            ("period", Qualifier("on Monday", "2024-03-04", How.EXPLICIT, period)),
            ("people", Qualifier("people", "people", How.INHERITED)),
        ),
        attribution=Attribution("the coastguard", "coastguard") if document is DRAFT else None,
        assertion=Assertion.REPORTED if document is DRAFT else Assertion.STATED,
        as_of=document.published,
    )


TWELVE = claim(DRAFT, "Twelve people were killed", "Twelve", Kind.NUMBER, exact(12, "Twelve"))
NINE_OR_MORE = claim(WIRE, "At least nine people died", "At least nine", Kind.NUMBER, AT_LEAST_NINE)
NINE = claim(GAZETTE, "Nine were killed", "Nine", Kind.NUMBER, exact(9, "Nine"))
COULD = claim(
    DRAFT,
    "We did all we could",
    "We did all we could",
    Kind.QUOTE,
    quotes.parse("We did all we could"),
    "said",
)
THAT_WE_COULD = claim(
    WIRE,
    "We did all that we could",
    "We did all that we could",
    Kind.QUOTE,
    quotes.parse("We did all that we could"),
    "said",
)
MONDAY = claim(WIRE, "on Monday", "on Monday", Kind.DATE, one_day(date(2024, 3, 4)), "sank")

TOLL = Finding(
    "4f1c20aa93d1",
    "tolls.differ",
    "killed",
    Verdict.CONTRADICTS,
    Severity.ERROR,
    "“Twelve” or “Nine” killed off Varn on Monday",
    (
        "The same event? Yes: the same act, place and day.",
        "The same definition? Yes: people.",
        "The same time? Yes: Monday 4 March 2024.",
        "Whose word? The coastguard's, and nobody's.",
        "Why both cannot stand: “Twelve” and “Nine” have no number in common.",
    ),
    (
        Side("12", (TWELVE,), ("Coast Wire",)),
        Side("9", (NINE,)),
    ),
    advice="Give the range, or attribute the best source.",
    see="BBC Editorial Guidelines, section 11",
)
QUOTE = Finding(
    "77aa01e2c9b0",
    "quotes.altered",
    "said",
    Verdict.CONTRADICTS,
    Severity.WARNING,
    "One utterance is quoted in two wordings",
    ("Both sides rest on Coast Wire.",),
    (Side("We did all we could", (COULD,)), Side("We did all that we could", (THAT_WE_COULD,))),
)

CLAIMS = (
    Checked(TWELVE, Status.CONTRADICTED, ("wire",)),
    Checked(COULD, Status.CONTRADICTED),
    Checked(NINE_OR_MORE, Status.AGREED, ("draft", "gazette")),
    Checked(THAT_WE_COULD, Status.CONTRADICTED),
    Checked(MONDAY, Status.ALONE),
    Checked(NINE, Status.CONTRADICTED),
)

#: A draft against two sources, one file that could not be read, and a story without a date.
TROUBLED = Result(
    documents=(DRAFT, WIRE, GAZETTE),
    findings=(TOLL, QUOTE),
    claims=CLAIMS,
    unread=(Unread("sources/photo.txt", "sources/photo.txt: this is no text"),),
    drafts=("draft",),
)
QUIET = Result(
    documents=(DRAFT, WIRE),
    findings=(),
    claims=(
        Checked(TWELVE, Status.AGREED, ("wire",)),
        Checked(NINE_OR_MORE, Status.AGREED, ("draft",)),
        Checked(MONDAY, Status.ALONE),
    ),
)

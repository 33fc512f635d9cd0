"""The records that travel through the house, each with the span of text it came from.

All of them are frozen: a floor makes new records, it never changes those of the floor below.
Offsets count characters of the document's text as read; lines and columns count from one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from checker.values import Place, Value, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to and without `end`."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether the other span lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A story as read. `published_evidence` says where its date comes from ("byline",
    "front matter", "sources.yml", "--date", "given" …); `origins` are the agencies it rests on.
    """

    id: str
    text: str
    path: str | None = None
    title: str = ""
    publisher: str = ""
    published: date | None = None
    published_evidence: str = ""
    origins: tuple[str, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str = "draft",
        published: date | None = None,
        publisher: str = "",
        origins: tuple[str, ...] = (),
        title: str = "",
        path: str | None = None,
    ) -> Document:
        """A document from a string, for those who use the checker from Python."""
        return cls(
            id=id,
            text=text,
            path=path,
            title=title,
            publisher=publisher,
            published=published,
            published_evidence="given" if published is not None else "",
            origins=origins,
        )

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from one."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=512)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(index + 1 for index, char in enumerate(text) if char == "\n"))


class Role(StrEnum):
    """What a line is in its story."""

    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    CREDIT = "credit"
    FURNITURE = "furniture"  # "Read more", "Share this": no part of the story


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the text, its number in the document, its paragraph and role."""

    span: Span
    index: int
    paragraph: int
    role: Role = Role.BODY


class Kind(StrEnum):
    """What a mention is a mention of."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    SCORE = "score"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    PERSON = "person"
    OFFICE = "office"
    PLACE = "place"
    ORG = "org"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Mention:
    """Some words of a text and the value they stand for.

    `partner` is the span of the mention that says the same thing again: "40 km (25 miles)".
    """

    kind: Kind
    span: Span
    text: str
    value: Value
    partner: Span | None = None


class How(StrEnum):
    """Where a qualifier comes from, the firmest first."""

    EXPLICIT = "explicit"  # it stands in the claim's own sentence
    INHERITED = "inherited"  # it stands nearby: the paragraph, the lead, the dateline
    ASSUMED = "assumed"  # nothing says so; the document's date, or its main place


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What a claim is limited to: a place, a period, some people, an agent.

    `key` is its canonical form; `value` the place or period itself where there is one.
    """

    text: str
    key: str
    how: How = How.EXPLICIT
    value: Value | None = None
    span: Span | None = None


class Assertion(StrEnum):
    """How a claim is put forward. Only stated and reported claims are compared as facts."""

    STATED = "stated"
    REPORTED = "reported"
    POSSIBLE = "possible"
    FORECAST = "forecast"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: the words, and the canonical `source` that tells speakers apart."""

    text: str
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What a claim speaks of, as far as its own words tell: the material of question one.

    `act` is the class or stem of the governing verb, `actors` the keys of who did it (a person, an
    office, a body), `words` the stems of the content words around it without those of the value,
    `names` the folded names among them, `near` those words and names that share a clause with the
    value, `marks` what sets its occasion apart from others.
    """

    act: str = ""
    actors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


#: What tells a claim from all others: `Claim.key`.
ClaimKey = tuple[str, int, int, str, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement in canonical form.

    `head` is the folded noun or unit that is counted or measured; `qualifiers` are by name:
    place, period, people, agent; `cumulative` says that the figure counts from a start to date.
    """

    document: Document = field(repr=False)
    sentence: Sentence
    span: Span
    fact: str
    value: Mention
    head: str = ""
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    attribution: Attribution | None = None
    assertion: Assertion = Assertion.STATED
    as_of: date | None = None
    cumulative: bool = False
    event: Event = Event()
    part_of: Span | None = None

    def qualifier(self, name: str) -> Qualifier | None:
        """The qualifier of that name, if the claim has it."""
        return next((value for key, value in self.qualifiers if key == name), None)

    @property
    def quote(self) -> str:
        """The exact words of the claim."""
        return self.document.words(self.span)

    @property
    def key(self) -> ClaimKey:
        """What tells this claim from every other one of a run."""
        return (
            self.document.id,
            self.span.start,
            self.span.end,
            self.fact,
            self.value.span.start,
        )


@dataclass(frozen=True, slots=True)
class Understood:
    """A document, its claims, and the content stems and names that tell its story from others.

    `happenings` are the kinds of one-off event (earthquake, crash) that its opening tells of, with
    a tilde before those that spread over many places (~storm), `setting` the places below a country
    that the opening names, `places` all places of the story.
    """

    document: Document
    claims: tuple[Claim, ...]
    words: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    setting: tuple[Place, ...] = ()
    places: tuple[Place, ...] = ()


class Answer(StrEnum):
    """The answer to one of the four questions."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One of the four questions (event, definition, time, word), its answer and the evidence."""

    question: str
    answer: Answer
    evidence: str


class Severity(StrEnum):
    """How loud a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Three for an error, one for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may be about one fact, with the questions as they were answered.

    Where the rule speaks of a part and a whole, `a` is the part; where of two times, the earlier.
    `score` says how much speaks for one event, from nought to one and a little over.
    """

    a: Claim
    b: Claim
    rule: str
    reasons: tuple[Reason, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its verdict."""

    pair: Pair
    verdict: Verdict
    severity: Severity | None
    why: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values given for a fact, the claims that bear it, and what those rest on."""

    value: str
    claims: tuple[Claim, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact on which claims disagree, with its sides. It never says who is right."""

    id: str
    rule: str
    fact: str
    verdict: Verdict
    severity: Severity
    message: str
    reasons: tuple[str, ...]
    sides: tuple[Side, ...]
    advice: str = ""
    see: str = ""


class Status(StrEnum):
    """What became of a claim."""

    CONTRADICTED = "contradicted"
    UNSURE = "unsure"
    AGREED = "agreed"
    ALONE = "alone"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim and what became of it: `agreed_by` are the ids of the documents that bear it out."""

    claim: Claim
    status: Status
    agreed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, and why."""

    path: str
    error: str

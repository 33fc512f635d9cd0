"""What the renderers have in common: plain words for records, and text made safe to print.

Stories are hostile until shown otherwise: whatever comes out of one passes through `clean` before
it is printed, so that no story can move a cursor, turn a line around or forge a line of a report.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Claim, Document, Finding, How, Kind, Severity, Side, Span
from checker.serial import coverage
from checker.values import (
    MONTHS,
    WEEKDAYS,
    Bounds,
    DateInterval,
    Hedge,
    Measure,
    Office,
    Range,
    Value,
    Verdict,
    interval_text,
    plain,
)

if TYPE_CHECKING:
    from checker.check import Result

#: A sentence longer than this is printed around its claim only.
LONGEST_SENTENCE = 480

#: A side with more claims than this lists the rest by place only.
SHOWN_CLAIMS = 3

#: Quotations of more words than this are not laid side by side word by word.
LONGEST_QUOTATION = 500


@cache
def _unprintable() -> re.Pattern[str]:
    # Control characters, and the marks that turn the direction of what follows (CVE-2021-42574).
    return re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")


def clean(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(_unprintable().sub(" ", text).split())


def count_of(number: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 finding, 2 findings."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Parts as a sentence lists them: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def verdict_line(result: Result) -> str:
    """The outcome in one sentence."""
    if not result.findings:
        if not result.documents:
            return "Nothing was checked."
        compared = coverage(result.claims)["compared"]
        return "Nothing disagrees." if compared else "Nothing could be compared."
    numbers = {
        severity: sum(finding.severity is severity for finding in result.findings)
        for severity in Severity
    }
    return listed([count_of(n, severity.value) for severity, n in numbers.items() if n]) + "."


def coverage_line(result: Result) -> str:
    """What was read and compared, in one sentence."""
    numbers = coverage(result.claims)
    parts = [f"{numbers['compared']:,} compared", f"{numbers['alone']:,} alone"]
    if numbers["not_comparable"]:
        parts.append(f"{numbers['not_comparable']:,} not comparable")
    return (
        f"{count_of(len(result.documents), 'story', 'stories')}, "
        f"{count_of(numbers['claims'], 'claim')}: {', '.join(parts)}."
    )


def no_date(stories: int) -> str:
    """That some stories have no date, and what can be done about it."""
    have = "story has" if stories == 1 else "stories have"
    return f"{stories:,} {have} no date: give it in front matter, in sources.yml or with --date."


def judgement(finding: Finding) -> str:
    """The verdict in a sentence, which blames no side."""
    both = "both" if len(finding.sides) == 2 else "all"
    return {
        Verdict.CONTRADICTS: f"These cannot {both} stand.",
        Verdict.UNSURE: f"These may not {both} stand; a person has to look.",
        Verdict.AGREES: f"These can {both} stand; the note is about their form.",
    }[finding.verdict]


def day(value: date) -> str:
    """A day as a byline prints it: 30 January 2012."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def outlet(document: Document) -> str:
    """Who published it, or else what the document is called."""
    return clean(document.publisher or document.id)


def outlets(documents: Iterable[Document]) -> str:
    """The outlets of some documents, each once, with the number of its stories."""
    numbers = Counter(outlet(document) for document in documents)
    return listed([name if n == 1 else f"{name} ({n} stories)" for name, n in numbers.items()])


def place_in_file(claim: Claim) -> str:
    """File and line, in the form that editors and terminals make a link of."""
    line, column = claim.document.position(claim.span.start)
    return f"{clean(claim.document.path or claim.document.id)}:{line}:{column}"


def credit(claim: Claim) -> list[str]:
    """Who says it, and how firmly, where it is no plain statement."""
    parts = []
    if claim.attribution is not None:
        parts.append(f"credited to {clean(claim.attribution.text)}")
    if claim.assertion.value not in ("stated", "reported"):
        parts.append(claim.assertion.value)
    return parts


def scope(claim: Claim) -> list[str]:
    """What the claim is limited to, with a mark on what its own sentence does not say."""
    parts: list[str] = []
    for name, qualifier in claim.qualifiers:
        text = qualifier.text
        if isinstance(qualifier.value, DateInterval):
            text = interval_text(qualifier.value)
        if text == name:  # "people" of all kinds are no limit
            continue
        mark = "" if qualifier.how is How.EXPLICIT else f" ({qualifier.how.value})"
        parts.append(f"{name}: {clean(text)}{mark}")
    return parts


def read_as(claim: Claim) -> str:
    """The canonical value of a claim, where it is not just its words."""
    # A quotation is its own canonical form, as far as a reader can tell.
    read = "" if claim.value.kind is Kind.QUOTE else reading(claim.value.value)
    return "" if read == clean(claim.value.text) else read


def reading(value: Value) -> str:
    """The canonical value for a person to read."""
    match value:
        case Bounds():
            return _figure(value)
        case Measure():
            literal = value.amount.literal
            if literal.low == literal.high:
                return clean(value.text)
            unit = "%" if value.unit in ("%", "percent") else f" {value.unit}"
            return f"{_figure(value.amount)}{unit if value.unit else ''}"
        case DateInterval():
            if not value.is_resolved and value.weekday is not None:
                return f"a {WEEKDAYS[value.weekday]}"
            return clean(interval_text(value))
        case Office():
            return clean(
                " ".join((*value.rank, value.role, f"({value.body})" if value.body else ""))
            )
        case _:
            return clip(clean(value.text), 80)


def _figure(bounds: Bounds) -> str:
    if bounds.hedge is Hedge.UNKNOWN:
        return "no figure"
    return _ends(bounds.literal)


def _ends(range: Range) -> str:
    if range.low == range.high:
        return plain(range.low)
    if math.isinf(range.high):
        return (
            f"{plain(range.low)} or more" if range.low_closed else f"more than {plain(range.low)}"
        )
    if range.low == 0 or math.isinf(range.low):
        return (
            f"{plain(range.high)} or fewer" if range.high_closed else f"under {plain(range.high)}"
        )
    return f"{plain(range.low)} to {plain(range.high)}"


def clip(text: str, longest: int) -> str:
    """The text, cut at a word when it is too long."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a quoted sentence; `differs` marks those that the other side has not."""

    text: str
    differs: bool = False


def quoted(
    claim: Claim, others: Sequence[Claim] = (), *, longest: int = LONGEST_SENTENCE
) -> list[Piece]:
    """The claim's sentence in pieces, marked where it differs from the other sides' claims, and
    cut around those marks where it has more than `longest` characters.
    """
    document = claim.document
    whole = Span(
        min(claim.sentence.span.start, claim.value.span.start),
        max(claim.sentence.span.end, claim.value.span.end),
    )
    altered = _altered_words(claim, others)
    marks = [claim.value.span] if altered is None else altered
    mark = Span(marks[0].start, marks[-1].end) if marks else claim.value.span
    whole = _around(document.text, whole, mark, longest)
    pieces, at = [], whole.start
    if whole.start > claim.sentence.span.start:
        pieces.append(Piece("… "))
    for mark in marks:
        start, end = max(mark.start, whole.start), min(mark.end, whole.end)
        if start < at or end <= start:
            continue
        pieces.append(Piece(document.text[at:start]))
        pieces.append(Piece(document.text[start:end], differs=True))
        at = end
    pieces.append(Piece(document.text[at : whole.end]))
    if whole.end < claim.sentence.span.end:
        pieces.append(Piece(" …"))
    return _tidied(pieces)


def _around(text: str, whole: Span, mark: Span, longest: int) -> Span:
    """The whole sentence, or as many whole words of it around the mark as there is room for."""
    if whole.end - whole.start <= longest:
        return whole
    room = max(0, longest - (mark.end - mark.start)) // 2
    start = max(whole.start, mark.start - room)
    end = min(whole.end, start + longest)
    if start > whole.start:
        start = min(mark.start, text.find(" ", start, mark.start) + 1 or mark.start)
    if end < whole.end:
        end = max(min(mark.end, end), text.rfind(" ", mark.end, end))
    return Span(start, end)


def _altered_words(claim: Claim, others: Sequence[Claim]) -> list[Span] | None:
    """Of two quotations, the words of this one that the other has not; None for other values."""
    if claim.value.kind is not Kind.QUOTE:
        return None
    other = next((other for other in others if other.value.kind is Kind.QUOTE), None)
    if other is None:
        return None
    from rapidfuzz.distance import LCSseq

    own = _words(claim.document, claim.value.span)
    theirs = _words(other.document, other.value.span)
    if max(len(own), len(theirs)) > LONGEST_QUOTATION:
        return None
    steps = LCSseq.opcodes([word for word, _ in own], [word for word, _ in theirs])
    return [
        Span(own[step.src_start][1].start, own[step.src_end - 1][1].end)
        for step in steps
        if step.tag != "equal" and step.src_end > step.src_start
    ]


def _words(document: Document, span: Span) -> list[tuple[str, Span]]:
    return [
        (found.group().casefold(), Span(found.start(), found.end()))
        for found in re.compile(r"\w+(?:['’]\w+)*").finditer(document.text, span.start, span.end)
    ]


def _tidied(pieces: Iterable[Piece]) -> list[Piece]:
    """White space made single across the seams, and the ends of the sentence trimmed."""
    tidy: list[Piece] = []
    for piece in pieces:
        text = re.sub(r"\s+", " ", _unprintable().sub(" ", piece.text))
        if not tidy or tidy[-1].text.endswith(" "):
            text = text.lstrip()
        if not text:
            continue
        tidy.append(Piece(text, piece.differs))
    if tidy:
        tidy[-1] = Piece(tidy[-1].text.rstrip(), tidy[-1].differs)
    return tidy


def shown_claims(side: Side, *, most: int = SHOWN_CLAIMS) -> tuple[list[Claim], list[Claim]]:
    """The claims of a side to be quoted, of as many documents as can be, and all the others."""
    first: dict[str, Claim] = {}
    for claim in side.claims:
        first.setdefault(claim.document.id, claim)
    leading = [claim for claim in side.claims if first[claim.document.id] is claim]
    following = [claim for claim in side.claims if first[claim.document.id] is not claim]
    ordered = leading + following
    return ordered[:most], ordered[most:]


def rests_on(side: Side) -> list[str]:
    """The agencies that a side rests on, beside the outlets that are named with its claims."""
    outlets = {claim.document.publisher for claim in side.claims}
    return [clean(origin) for origin in side.origins if origin not in outlets]


def other_claims(finding: Finding, side: Side) -> list[Claim]:
    """The claims of the sides that are not this one."""
    return [claim for other in finding.sides if other is not side for claim in other.claims]


def witnesses(documents: Iterable[Document]) -> int:
    """How many independent origins some documents have: those that share one count once."""
    groups: list[set[str]] = []
    for document in documents:
        keys = {origin.casefold() for origin in document.origins} or {f"\0{document.id}"}
        joined = [group for group in groups if group & keys]
        groups = [group for group in groups if not group & keys]
        groups.append(keys.union(*joined))
    return len(groups)

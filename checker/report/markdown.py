"""The report as a page of Markdown: what disagrees, what was compared, and what was read."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from checker.model import Checked, Claim, ClaimKey, Document, Finding, Kind, Side, Status
from checker.read.marks import mark
from checker.report import words
from checker.serial import COMPARED

if TYPE_CHECKING:
    from checker.check import Result

#: A row of the evidence shows so many characters around a claim.
ROW_WORDS = 120

#: A sentence names no more stories than these.
LISTED_STORIES = 6

#: From so many findings on, the page starts with a list of them.
INDEX_FROM = 4


def render(result: Result, *, name: str = "", made_from: str = "") -> str:
    """The whole report; `name` is what was checked, for its heading, and `made_from` the key of the
    drafts, for the mark of a report that is written to a file.

    The same result gives the same page, to the letter: it bears no time of its own.
    """
    findings = result.findings
    blocks = [
        f"# Fact check: {escape(name)}" if name else "# Fact check",
        f"<!-- {mark(made_from)} -->",
        f"**{words.verdict_line(result)}** {words.coverage_line(result)}",
        *_cautions(result),
        *_index(findings),
    ]
    for number, finding in enumerate(findings, start=1):
        blocks.extend(_finding(number, finding))
    blocks.extend(_evidence(result, findings))
    blocks.extend(_documents(result.documents))
    return "\n\n".join(blocks) + "\n"


@cache
def _special() -> re.Pattern[str]:
    # At the start: what would make a list, a heading, a rule or a quotation of the line.
    return re.compile(r"[\\`*_\[\]<>&|~$]|^(?:[-+=#]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """Text from a story, on one line, with nothing left in it that Markdown or HTML would read."""
    return _escaped(words.clean(text))


def _escaped(text: str) -> str:
    entities = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

    def plain(found: re.Match[str]) -> str:
        char = found.group()
        # A number at the start of a line is escaped at its dot, which follows.
        return entities.get(char) or (f"{char}\\" if char.isdigit() else f"\\{char}")

    return _special().sub(plain, text)


def code(text: str) -> str:
    """Text between backticks, more of them than stand in it."""
    inner = words.clean(text)
    longest = max((len(run) for run in re.findall(r"`+", inner)), default=0)
    if not longest:
        return f"`{inner}`"
    return f"{'`' * (longest + 1)} {inner} {'`' * (longest + 1)}"


def _cautions(result: Result) -> Iterator[str]:
    """What a reader must know before trusting the page: it stands above the findings."""
    if result.unread:
        number = words.count_of(len(result.unread), "input")
        lines = [f"**{number} could not be read, so this check is not complete:**", ""]
        lines += [
            f"- {code(item.path)}: {escape(_without_path(item.error, item.path))}"
            for item in result.unread
        ]
        yield "\n".join(lines)
    undated = [document for document in result.documents if document.published is None]
    if undated:
        names = words.listed([code(_file(document)) for document in undated[:LISTED_STORIES]])
        if len(undated) > LISTED_STORIES:
            names += f" (and {len(undated) - LISTED_STORIES} more)"
        whose = "its" if len(undated) == 1 else "their"
        yield (
            f"> No date is known for {names}: {whose} weekdays stay weekdays, and what depends on "
            "time is at most unsure. Give a date in front matter, in a `sources.yml` beside the "
            "story, or with `--date`."
        )


def _without_path(error: str, path: str) -> str:
    return error.removeprefix(f"{path}: ")


def _index(findings: Sequence[Finding]) -> Iterator[str]:
    if len(findings) >= INDEX_FROM:
        yield "\n".join(
            f"{number}. {finding.severity.value.capitalize()}: {escape(finding.message)}"
            for number, finding in enumerate(findings, start=1)
        )


def _finding(number: int, finding: Finding) -> Iterator[str]:
    yield f"## {number}. {finding.severity.value.capitalize()}: {escape(finding.message)}"
    yield words.judgement(finding)
    for side in finding.sides:
        yield from _side(side, finding)
    if finding.reasons:
        yield "\n".join(f"- {escape(reason)}" for reason in finding.reasons)
    if finding.advice:
        yield f"What to do: {escape(finding.advice)}"
    see = f" · see {escape(finding.see)}" if finding.see else ""
    yield f"Rule {code(finding.rule)}{see} · finding {code(finding.id)}"


def _side(side: Side, finding: Finding) -> Iterator[str]:
    origins = words.rests_on(side)
    rests = f" (rests on {escape(words.listed(origins))})" if origins else ""
    yield f"**{escape(side.value)}**{rests}"
    others = words.other_claims(finding, side)
    shown, rest = words.shown_claims(side)
    for claim in shown:
        yield _byline(claim)
        yield f"> {_bold(words.quoted(claim, others))}"
        yield from _reading(claim)
    if rest:
        yield f"The same in {words.listed([code(words.place_in_file(claim)) for claim in rest])}."


def _reading(claim: Claim) -> Iterator[str]:
    read, scope = words.read_as(claim), "; ".join(words.scope(claim))
    parts = [
        f"Read as {read}." if read else "",
        f"{scope[:1].upper()}{scope[1:]}." if scope else "",
    ]
    if any(parts):
        yield escape(" ".join(parts))


def _byline(claim: Claim) -> str:
    document = claim.document
    dated = words.day(document.published) if document.published is not None else "no date"
    parts = [escape(words.outlet(document)), dated, code(words.place_in_file(claim))]
    return ", ".join([*parts, *map(escape, words.credit(claim))])


def _bold(quoted: Sequence[words.Piece]) -> str:
    # Each piece is escaped for itself, so that bold marks stand only where they are meant.
    pieces = []
    for piece in quoted:
        text = _escaped(piece.text)
        if piece.differs:
            bare = text.strip()
            text = text.replace(bare, f"**{bare}**", 1)
        pieces.append(text)
    return "".join(pieces)


STANDING = {
    Status.CONTRADICTED: "contradicted",
    Status.UNSURE: "to be looked at",
    Status.AGREED: "agrees within the story",
    Status.ALONE: "no other story speaks of it",
    Status.NOT_COMPARABLE: "not comparable with what the others say",
}

#: What is named many times in a story stands in its evidence once.
NAMES = frozenset({Kind.PERSON, Kind.OFFICE, Kind.ORG, Kind.PLACE})


def _evidence(result: Result, findings: Sequence[Finding]) -> Iterator[str]:
    """The marked manuscript: each claim of the drafts and what the others say of it.

    Where drafts are checked against sources each claim of a draft is listed; where all the stories
    are compared with each other only those claims that another one speaks of.
    """
    if result.drafts:
        listed = [item for item in result.claims if item.claim.document.id in result.drafts]
    else:
        listed = [item for item in result.claims if item.status in COMPARED]
    if not listed:
        return
    numbers = _numbers(findings)
    documents = {document.id: document for document in result.documents}
    told: dict[str, dict[Hashable, list[Checked]]] = {}
    for item in listed:
        rows = told.setdefault(item.claim.document.id, {})
        rows.setdefault(_row_key(item), []).append(item)
    yield "## Evidence"
    for id, rows in told.items():
        yield f"{escape(words.outlet(documents[id]))}, {code(_file(documents[id]))}"
        head = ["| Line | Words | Read as | Standing |", "| ---: | --- | --- | --- |"]
        yield "\n".join([*head, *(_row(items, numbers, documents) for items in rows.values())])


def _row_key(item: Checked) -> Hashable:
    if item.claim.value.kind in NAMES:
        return words.reading(item.claim.value.value), item.status
    return item.claim.key


def _numbers(findings: Sequence[Finding]) -> dict[ClaimKey, list[int]]:
    """By claim, the numbers of the findings that it stands in."""
    numbers: dict[ClaimKey, list[int]] = {}
    for number, finding in enumerate(findings, start=1):
        for side in finding.sides:
            for claim in side.claims:
                numbers.setdefault(claim.key, []).append(number)
    return numbers


def _row(
    items: Sequence[Checked], numbers: dict[ClaimKey, list[int]], documents: dict[str, Document]
) -> str:
    """One row for one claim, or for all the places where a story gives one name."""
    claim, status = items[0].claim, items[0].status
    places = dict.fromkeys(item.claim.document.position(item.claim.span.start)[0] for item in items)
    found = dict.fromkeys(number for item in items for number in numbers.get(item.claim.key, ()))
    ids = dict.fromkeys(id for item in items for id in item.agreed_by if id in documents)
    standing = STANDING[status]
    if found and status is Status.AGREED:
        standing = "noted"
    if found:
        which = words.listed([str(number) for number in found])
        standing += f" ({'finding' if len(found) == 1 else 'findings'} {which})"
    if ids:
        agreed = _agreement(claim.document, [documents[id] for id in ids])
        standing = agreed if status is Status.AGREED and not found else f"{standing}; {agreed}"
    quote = _bold(words.quoted(claim, longest=ROW_WORDS))
    lines = ", ".join(map(str, places))
    return f"| {lines} | {quote} | {escape(words.read_as(claim))} | {standing} |"


def _agreement(document: Document, bearers: Sequence[Document]) -> str:
    """Who says the same, and how many of them do not rest on what the document rests on."""
    agreed = f"agrees with {escape(words.outlets(bearers))}"
    independent = words.witnesses([document, *bearers]) - 1
    if independent == len(bearers):
        return agreed
    if not independent:
        return f"{agreed}, from the same origin"
    return f"{agreed}: {words.count_of(independent, 'independent origin')}"


def _documents(documents: Iterable[Document]) -> Iterator[str]:
    rows = []
    for document in documents:
        dated = words.day(document.published) if document.published is not None else "not known"
        evidence = (
            f" ({escape(document.published_evidence)})" if document.published_evidence else ""
        )
        rests = escape(words.listed(document.origins)) or "–"
        file = code(_file(document)).replace("|", "\\|")
        publisher = escape(document.publisher) or "–"
        rows.append(f"| {file} | {publisher} | {dated}{evidence} | {rests} |")
    if rows:
        yield "## Read"
        yield "\n".join(
            ["| Story | Outlet | Date | Rests on |", "| --- | --- | --- | --- |", *rows]
        )


def _file(document: Document) -> str:
    return document.path or document.id

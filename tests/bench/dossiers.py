"""Folders of stories on one event, the pairs that a reader labelled in them, what covers what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker import Document
from checker.model import Claim, Finding, Severity, Side, Span

_PARTS = re.compile(r"(\d+)")
#: The findings that an editor is held up by.
LOUD = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Quoted:
    """One side of a labelled pair: words of a document, and the value that the reader saw."""

    document: str
    span: Span
    quote: str
    value: str

    @property
    def value_span(self) -> Span | None:
        """Where the value's own words stand, if the reader wrote them as the document has them."""
        at = self.quote.find(self.value)
        start = self.span.start + at
        return Span(start, start + len(self.value)) if self.value and at >= 0 else None


@dataclass(frozen=True, slots=True)
class Label:
    """A pair of claims with what a reader says of it: contradicts, differs, agrees.

    `is_hard` marks those that agree and look as if they did not; `fact` groups the pairs that rest
    on one fact.
    """

    id: str
    folder: str
    kind: str
    a: Quoted
    b: Quoted
    verdict: str
    is_hard: bool
    why: str
    fact: str

    @property
    def is_plain(self) -> bool:
        """Whether the two agree and look so."""
        return self.verdict == "agrees" and not self.is_hard


def labels(path: Path) -> list[Label]:
    """The labelled pairs of a file, one JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [
        Label(
            id=row["id"],
            folder=row["folder"],
            kind=row["kind"],
            a=_quoted(row["a"]),
            b=_quoted(row["b"]),
            verdict=row["label"],
            is_hard=bool(row.get("hard")),
            why=row["why"],
            fact=row.get("fact", ""),
        )
        for row in rows
    ]


def _quoted(row: dict[str, object]) -> Quoted:
    start, end = int(str(row["start"])), int(str(row["end"]))
    return Quoted(str(row["doc"]), Span(start, end), str(row["quote"]), str(row["value"]))


def natural(name: str) -> tuple[object, ...]:
    """A key by which 2 stands before 10."""
    return tuple(int(part) if part.isdigit() else part for part in _PARTS.split(name))


def folders(root: Path) -> list[Path]:
    """The folders of stories under a root, or the root itself where it holds the stories."""
    below = sorted(
        (path for path in root.iterdir() if path.is_dir()), key=lambda p: natural(p.name)
    )
    return [path for path in below if any(path.glob("*.txt"))] or [root]


def stories(folder: Path) -> list[Document]:
    """The stories of a folder, without dates; a story's id is the name of its file."""
    paths = sorted(folder.glob("*.txt"), key=lambda path: natural(path.name))
    return [Document.from_text(path.read_text(encoding="utf-8"), id=path.name) for path in paths]


def number_of(folder: str) -> int:
    """The number that a folder's name begins with, nought where it has none."""
    digits = re.match(r"\d+", folder)
    return int(digits[0]) if digits else 0


def covers(claim: Claim, document: str, span: Span) -> bool:
    """Whether a claim, or its value, has a character in common with a span of a document."""
    here = claim.document.id == document
    return here and (claim.span.overlaps(span) or claim.value.span.overlaps(span))


def side_covers(side: Side, document: str, span: Span) -> bool:
    """Whether a claim of a side covers a span."""
    return any(covers(claim, document, span) for claim in side.claims)


def sets_apart(finding: Finding, a: Quoted, b: Quoted) -> bool:
    """Whether two different sides of a finding cover the two spans."""
    for one, other in _two_sides(finding.sides):
        if side_covers(one, a.document, a.span) and side_covers(other, b.document, b.span):
            return True
    return False


def _two_sides(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    for one in sides:
        for other in sides:
            if one is not other:
                yield one, other


def is_heard(finding: Finding, kind: str) -> bool:
    """Whether a finding is one that an editor has to look at: of names, a note too."""
    return finding.severity in LOUD or kind == "name"

"""What was read and understood of a story, as tables for a person: `checker read` and `claims`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from checker.model import Claim, Document, Mention, Sentence
from checker.report import words
from checker.report.terminal import Line, show

#: No column but the last is wider than this.
WIDEST_COLUMN = 44


def write_stories(
    documents: Sequence[Document], outlines: Mapping[str, Sequence[Sentence]], stream: TextIO
) -> None:
    """Each story with its sentences: the line, the role and the words."""
    for document in documents:
        rows = [
            (
                str(document.position(sentence.span.start)[0]),
                sentence.role.value,
                words.clean(document.words(sentence.span)),
            )
            for sentence in outlines[document.id]
        ]
        show([*_about(document), *table(("line", "role", "sentence"), rows)], stream)


def write_claims(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], stream: TextIO
) -> None:
    """Each story with its claims: the words, the value and all that limits it."""
    for document in documents:
        rows = [
            (
                "{}:{}".format(*document.position(claim.span.start)),
                claim.fact,
                words.reading(claim.value.value),
                words.clean(claim.quote),
                claim.assertion.value,
                "; ".join([*words.credit(claim), *words.scope(claim)]),
            )
            for claim in claims[document.id]
        ]
        heads = ("at", "fact", "value", "words", "assertion", "scope")
        show([*_about(document), *table(heads, rows)], stream)


def write_mentions(
    documents: Sequence[Document], mentions: Mapping[str, Sequence[Mention]], stream: TextIO
) -> None:
    """Each story with its figures, dates and names."""
    for document in documents:
        rows = [
            (
                "{}:{}".format(*document.position(mention.span.start)),
                mention.kind.value,
                words.reading(mention.value),
                words.clean(mention.text),
            )
            for mention in mentions[document.id]
        ]
        show([*_about(document), *table(("at", "kind", "value", "words"), rows)], stream)


def _about(document: Document) -> list[Line]:
    dated = "no date"
    if document.published is not None:
        dated = f"{words.day(document.published)} ({document.published_evidence})"
    about = [document.publisher, dated]
    if document.origins:
        about.append(f"rests on {words.listed(document.origins)}")
    known = ", ".join(words.clean(part) for part in about if part)
    return [[(words.clean(document.path or document.id), "bold"), (f": {known}", "")]]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
    """Rows under their heads in columns that stand under each other; an empty line ends it."""
    if not rows:
        return [[("  nothing found", "dim")], []]
    shown = [[words.clip(cell, WIDEST_COLUMN) for cell in row[:-1]] + [row[-1]] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *shown, strict=True)]
    lines: list[Line] = [[(_row(heads, widths), "dim")]]
    lines += [[(_row(row, widths), "")] for row in shown]
    return [*lines, []]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"  {'  '.join(padded)}".rstrip()

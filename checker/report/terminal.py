"""The report for a terminal: one line a finding, its sides under it, and the outcome last.

Plain text when it is piped, or where NO_COLOR is set (https://no-color.org); colours otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from checker.model import Claim, Finding, Severity, Side
from checker.read.marks import mark
from checker.report import words

if TYPE_CHECKING:
    from checker.check import Result

#: A line in pieces: the text of each with its style.
Line = list[tuple[str, str]]

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def write(result: Result, stream: TextIO, *, brief: bool = False, marked: bool = False) -> None:
    """Print the result; a brief one leaves out the reasons and the advice.

    A report that may end in a file is `marked`, so that it is not read as a story.
    """
    head: list[Line] = [_mark()] if marked else []
    show([*head, *lines(result, brief=brief)], stream)


def render(result: Result, *, made_from: str = "") -> str:
    """The result as plain text; `made_from` is the key of the drafts, for its mark."""
    return "".join(f"{_plain(line)}\n" for line in [_mark(made_from), *lines(result)])


def _mark(made_from: str = "") -> Line:
    return [(f"[{mark(made_from)}]", "dim")]


def _plain(line: Line) -> str:
    return "".join(text for text, _ in line).rstrip()


def show(printed: Sequence[Line], stream: TextIO) -> None:
    """Print lines, with colours where the stream is a terminal that wants them."""
    if not wants_colour(stream):
        stream.writelines(f"{_plain(line)}\n" for line in printed)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    for line in printed:
        console.print(Text.assemble(*line), soft_wrap=True)


def wants_colour(stream: TextIO) -> bool:
    """Whether colours reach a person who has not declined them."""
    declined = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not declined and stream.isatty()


def lines(result: Result, *, brief: bool = False) -> Iterator[Line]:
    """The report line by line."""
    for finding in result.findings:
        yield from _finding(finding, brief=brief)
        yield []
    for item in result.unread:
        yield [("not read ", "bold red"), (words.clean(item.error), "")]
    undated = sum(document.published is None for document in result.documents)
    if undated:
        yield [(words.no_date(undated), "")]
    outcome = "bold red" if result.findings else "bold green"
    yield [(words.verdict_line(result), outcome), (f" {words.coverage_line(result)}", "")]


def _finding(finding: Finding, *, brief: bool) -> Iterator[Line]:
    yield [
        (finding.severity.value, STYLES[finding.severity]),
        (f": {words.clean(finding.message)}", "bold"),
        (f"  [{finding.rule} {finding.id}]", "dim"),
    ]
    for side in finding.sides:
        yield from _side(side, finding, brief=brief)
    if brief:
        return
    for reason in finding.reasons:
        yield [("    - ", "dim"), (words.clean(reason), "")]
    if finding.advice:
        yield [("    What to do: ", "dim"), (words.clean(finding.advice), "")]


def _side(side: Side, finding: Finding, *, brief: bool) -> Iterator[Line]:
    shown, rest = words.shown_claims(side, most=1 if brief else words.SHOWN_CLAIMS)
    for claim in shown:
        more = f" and {len(rest)} more" if brief and rest else ""
        yield [
            (f"  {words.place_in_file(claim)}: ", ""),
            (words.clean(side.value), "bold"),
            (f" ({_told(claim)}){more}", "dim"),
        ]
        if not brief:
            pieces = words.quoted(claim, words.other_claims(finding, side))
            yield [
                ("    | ", "dim"),
                *((piece.text, "bold" if piece.differs else "") for piece in pieces),
            ]
    if rest and not brief:
        places = words.listed([words.place_in_file(claim) for claim in rest])
        yield [(f"    the same in {places}", "dim")]


def _told(claim: Claim) -> str:
    document = claim.document
    told = [words.outlet(document)]
    if document.published is not None:
        told.append(words.day(document.published))
    return ", ".join([*told, *words.credit(claim)])

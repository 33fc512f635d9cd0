"""The report for a terminal: one line a finding, its sides under it, and the outcome last.

Plain text when it is piped, or where NO_COLOR is set (https://no-color.org); colours otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from checker.model import Claim, Finding, Severity
from checker.report import words

if TYPE_CHECKING:
    from checker.check import Result

#: A line in pieces: the text of each with its style.
Line = list[tuple[str, str]]

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def write(result: Result, stream: TextIO, *, brief: bool = False) -> None:
    """Print the result; a brief one leaves out the reasons and the advice."""
    show(list(lines(result, brief=brief)), stream)


def render(result: Result) -> str:
    """The result as plain text."""
    return "".join(f"{_plain(line)}\n" for line in lines(result))


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
    outcome = "bold red" if result.findings else "bold green"
    yield [(words.verdict_line(result), outcome), (f" {words.coverage_line(result)}", "")]


def _finding(finding: Finding, *, brief: bool) -> Iterator[Line]:
    yield [
        (finding.severity.value, STYLES[finding.severity]),
        (f": {words.clean(finding.message)}", "bold"),
        (f"  [{finding.rule} {finding.id}]", "dim"),
    ]
    for side in finding.sides:
        others = words.other_claims(finding, side)
        for claim in side.claims:
            yield from _claim(words.clean(side.value), claim, others)
    if brief:
        return
    for reason in finding.reasons:
        yield [("    - ", "dim"), (words.clean(reason), "")]
    if finding.advice:
        yield [("    What to do: ", "dim"), (words.clean(finding.advice), "")]


def _claim(value: str, claim: Claim, others: Sequence[Claim]) -> Iterator[Line]:
    document = claim.document
    told = [words.outlet(document)]
    if document.published is not None:
        told.append(words.day(document.published))
    told += words.credit(claim)
    yield [
        (f"  {words.place_in_file(claim)}: ", ""),
        (value, "bold"),
        (f" ({', '.join(told)})", "dim"),
    ]
    yield [
        ("    | ", "dim"),
        *((piece.text, "bold" if piece.differs else "") for piece in words.quoted(claim, others)),
    ]

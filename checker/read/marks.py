"""The mark of a report: by it a report is not read as a story, and a story not written over."""

from __future__ import annotations

import re
from pathlib import Path

#: A mark stands in the first lines of a report, behind a heading of some hundred characters.
HEAD = 4096

_MADE = r"made by checker(?: from ([0-9a-f]{12}))?"
_REPORT = re.compile(
    rf"# Fact check[^\n]*\n\r?\n<!-- {_MADE} -->\r?\n"
    rf"|\[{_MADE}\]\r?\n"
    r'|\{\s*"schema": \d+,\s*"(?:documents"|made_from": "([0-9a-f]{12})")'
)


def mark(inputs: str = "") -> str:
    """The words that mark a report; `inputs` is the key of what it was made from, if known."""
    return f"made by checker from {inputs}" if inputs else "made by checker"


def mark_of(file: Path) -> str | None:
    """The key of what a report was made from, empty where it names none; None for other files.

    Raises OSError for a file that cannot be read.
    """
    if not file.is_file():  # a pipe would wait for its writer
        return None
    with file.open("rb") as opened:
        head = opened.read(HEAD).decode("utf-8", errors="replace")
    found = _REPORT.match(head)
    return None if found is None else next((key for key in found.groups() if key), "")

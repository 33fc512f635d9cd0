"""What can go wrong, in words for a person: the file, the line, what is wrong, and the remedy.

Every error that a person can cause is a `CheckerError`. The command line prints it as one line on
standard error; nothing else in the house prints errors or ends the process.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file that a person wrote: `path`, and a line and column counted from one."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.path]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class CheckerError(Exception):
    """Something a person can mend. `problem` says what is wrong, `remedy` what to do about it."""

    def __init__(self, problem: str, *, remedy: str = "", where: Where | None = None) -> None:
        self.problem = problem
        self.remedy = remedy
        self.where = where
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where is not None else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.problem}{remedy}"


class InputError(CheckerError):
    """An input could not be read. The others are still checked; the exit status is 3."""


class RuleError(CheckerError):
    """A rule file is not right. Nothing is checked by half a rulebook; the exit status is 2."""


class RuleErrors(RuleError):
    """Everything that is wrong in the rule files, a line each, in the order of the files."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        super().__init__(first.problem, remedy=first.remedy, where=first.where)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class UsageError(CheckerError):
    """The command line or the configuration is not right; the exit status is 2."""

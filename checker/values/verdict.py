"""Can these two be the same? The three answers, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two values given for one fact can both stand."""

    AGREES = "agrees"
    UNSURE = "unsure"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict and, in plain words, why."""

    verdict: Verdict
    why: str


def agrees(why: str) -> Comparison:
    """The two can be the same."""
    return Comparison(Verdict.AGREES, why)


def unsure(why: str) -> Comparison:
    """A person has to look."""
    return Comparison(Verdict.UNSURE, why)


def contradicts(why: str) -> Comparison:
    """The two cannot both stand."""
    return Comparison(Verdict.CONTRADICTS, why)

"""What says that two claims, however much alike, are of two occasions or two things."""

from __future__ import annotations

from functools import cache

from checker.compare.evidence import Run
from checker.model import Claim
from checker.normalise.lexicon import load


@cache
def _once() -> frozenset[str]:
    return frozenset(load("occasions")["once"])


def happens_once(act: str) -> bool:
    """Whether an act is such as is done once to one thing: to die, to sign, to sentence."""
    return act in _once()


def other_occasion(a: Claim, b: Claim, run: Run) -> str:
    """Why the two claims are not of one occasion, in words; "" where nothing says so.

    Each names what the other's story never mentions; the first round is not the second; Paul Roche
    is not Marc Roche.
    """
    if a.document.id != b.document.id:
        first = _strangers(a, b, run)
        second = _strangers(b, a, run)
        if first and second:
            return f"{min(first)} is not told of in the other story, nor {min(second)} in this one"
    ranks = _of(a, "rank"), _of(b, "rank")
    if ranks[0] and ranks[1] and not ranks[0] & ranks[1]:
        return "each tells of another in the row"
    given = dict(_split(a, "given")), dict(_split(b, "given"))
    for surname in given[0].keys() & given[1].keys():
        if given[0][surname][:1] != given[1][surname][:1]:
            return f"two people called {surname.title()}"
    return ""


def other_thing(a: Claim, b: Claim) -> str:
    """Why the two amounts are not of one thing (profit and revenue); "" where nothing says so."""
    things = _of(a, "what"), _of(b, "what")
    if things[0] and things[1] and things[0] != things[1]:
        return f"one is of {min(things[0])}, the other of {min(things[1])}"
    return ""


def other_figures(a: Claim, b: Claim) -> bool:
    """Whether two acts come with figures of one kind and none the same: a fall of 3 per cent on
    Monday is not the fall of 5 per cent on Tuesday.
    """
    first, second = dict(_split(a, "figure", " ")), dict(_split(b, "figure", " "))
    kinds = first.keys() & second.keys()
    return bool(kinds) and not _of(a, "figure") & _of(b, "figure")


def again(a: Claim, b: Claim) -> bool:
    """Whether one of them says that it is another time."""
    return bool(_of(a, "again") | _of(b, "again"))


def _strangers(claim: Claim, other: Claim, run: Run) -> frozenset[str]:
    """The capitalised words of a claim's clause that the other's whole story does not have."""
    return _of(claim, "cap") - run.stories[other.document.id]


def _of(claim: Claim, kind: str) -> frozenset[str]:
    return frozenset(
        mark.partition(":")[2] or kind
        for mark in claim.event.marks
        if mark.partition(":")[0] == kind
    )


def _split(claim: Claim, kind: str, by: str = "/") -> list[tuple[str, str]]:
    return [(mark.partition(by)[0], mark.partition(by)[2]) for mark in sorted(_of(claim, kind))]

"""Stories understood together, for the tests of this floor."""

from __future__ import annotations

from datetime import date
from functools import cache

from checker.compare.evidence import Run, gather
from checker.compare.places import settled
from checker.find.claims import understand
from checker.model import Claim, Document
from checker.rulebook import Rulebook, load_rules

#: A Wednesday.
PAPER = date(2015, 6, 17)


@cache
def rulebook() -> Rulebook:
    return load_rules()


def understood(
    *texts: str, fact: str = "killed", published: date | None = PAPER
) -> tuple[list[Claim], Run]:
    """The claims of one fact in some stories, and the run of those stories."""
    documents = [
        Document.from_text(text, id=f"{n}", published=published) for n, text in enumerate(texts)
    ]
    found = settled([understand(document, rulebook()) for document in documents])
    claims = [c for one in found for c in one.claims if c.fact == fact]
    return claims, gather(found)


def two(first: str, second: str, fact: str = "killed") -> tuple[Claim, Claim, Run]:
    """The first claim of each of two stories."""
    claims, run = understood(first, second, fact=fact)
    a = next(claim for claim in claims if claim.document.id == "0")
    b = next(claim for claim in claims if claim.document.id == "1")
    return a, b, run

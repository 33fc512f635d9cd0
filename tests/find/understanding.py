"""What is understood of a text, for the tests of this floor."""

from __future__ import annotations

from datetime import date
from functools import cache

from checker.find.claims import find_claims
from checker.find.story import Story, read_story
from checker.model import Claim, Document
from checker.rulebook import Rulebook, load_rules

#: A Wednesday.
PAPER = date(2015, 6, 17)
TOLLS = frozenset({"killed", "injured", "missing", "displaced"})


@cache
def rulebook() -> Rulebook:
    return load_rules()


def document(text: str, *, published: date | None = PAPER) -> Document:
    return Document.from_text(text, id="story", published=published)


def story(text: str, *, published: date | None = PAPER) -> Story:
    return read_story(document(text, published=published))


def claims(text: str, *facts: str, published: date | None = PAPER) -> list[Claim]:
    """The claims of some facts; of all of them where none is named."""
    found = find_claims(document(text, published=published), rulebook())
    return [claim for claim in found if not facts or claim.fact in facts]


def tolls(text: str, *, published: date | None = PAPER) -> list[Claim]:
    return claims(text, *TOLLS, published=published)


def toll(text: str, *, published: date | None = PAPER) -> Claim:
    """The one toll of a text."""
    (claim,) = tolls(text, published=published)
    return claim

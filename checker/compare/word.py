"""Whose word it is: never a gate, always told."""

from __future__ import annotations

from checker.compare.scopes import (
    WORD,
)
from checker.model import Answer, Claim, Reason


def word_reason(a: Claim, b: Claim) -> Reason:
    """Whose word it is: never a gate, always told."""
    first, second = a.attribution, b.attribution
    if first is None and second is None:
        return Reason(WORD, Answer.UNKNOWN, "neither side names a source")
    if first is None or second is None:
        named = first or second
        assert named is not None
        return Reason(WORD, Answer.UNKNOWN, f"one side is on the word of {named.text}")
    if first.source == second.source:
        return Reason(WORD, Answer.YES, f"both are on the word of {first.text}")
    return Reason(WORD, Answer.NO, f"on the word of {first.text}, and of {second.text}")

"""How far apart two spans of a sentence stand: in one clause, or with borders and verbs between."""

from __future__ import annotations

from collections.abc import Sequence

from checker.find.clauses import clause_words, find_verbs, index_at, is_border
from checker.find.words import Token
from checker.model import Span

_SAME_TIME = frozenset({"when", "as", "while"})


def clauses_between(tokens: Sequence[Token], a: Span, b: Span) -> int:
    """How many clause borders lie between two spans of a sentence.

    "When" and its like part no times: "were hurt when two trams collided on Friday".
    """
    first, second = (a, b) if a.start <= b.start else (b, a)
    low, high = index_at(tokens, first.end), index_at(tokens, second.start)
    return sum(
        1 for token in tokens[low:high] if is_border(token) and token.lower not in _SAME_TIME
    )


def verb_between(tokens: Sequence[Token], a: Span, b: Span) -> bool:
    """Whether another verb stands between two spans, so that each has its own."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    low, high = index_at(tokens, first.end), index_at(tokens, second.start)
    if any(token.lower in _SAME_TIME for token in tokens[low:high]):
        return False
    return any(low <= verb.first and verb.at < high for verb in find_verbs(tokens))


def parted(tokens: Sequence[Token], a: Span, b: Span) -> bool:
    """Whether a comma, a joining word or another verb stands between two spans."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    low, high = index_at(tokens, first.end), index_at(tokens, second.start)
    joining = clause_words().coordinators
    return any(token.text == "," or token.lower in joining for token in tokens[low:high]) or (
        verb_between(tokens, a, b)
    )

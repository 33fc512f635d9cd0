"""How a claim is put forward: as a fact, as somebody's word, or as something less than either."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.find.clauses import clause_around, clause_words, index_at, is_border
from checker.find.story import Story
from checker.find.words import Token
from checker.model import Assertion, Attribution, Sentence, Span
from checker.normalise.lexicon import load

#: How far from its clause a denial may stand, before it and behind it.
_BEFORE, _BEHIND = 6, 12


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load("assertion")[name])


def assertion_of(
    story: Story, sentence: Sentence, span: Span, attribution: Attribution | None
) -> Assertion:
    """How firmly the words of a span are said, by the clause that they stand in.

    The claim's own words count up to its end only: "killed 12 people and may strike again".
    """
    tokens = story.tokens[sentence.index]
    if not tokens:
        return Assertion.STATED
    at = min(index_at(tokens, span.start), len(tokens) - 1)
    end = min(index_at(tokens, span.end - 1), len(tokens) - 1)
    first, _ = clause_around(tokens, at)
    own = [token.lower for token in tokens[first : end + 1]]
    governing, _ = clause_around(tokens, max(0, first - 2))
    before = [token.lower for token in tokens[min(governing, max(0, first - _BEFORE)) : first]]
    after = [token.lower for token in tokens[end + 1 : end + 3]]
    if after and after[0] in clause_words().coordinators:
        after = []
    if _stands_in("corrected", own) or _stands_in("corrected", before):
        return Assertion.CORRECTED
    if first > 0 and tokens[first - 1].lower in load("assertion")["hypothetical_opening"]:
        return Assertion.HYPOTHETICAL
    if _stands_in("hypothetical", own):
        return Assertion.HYPOTHETICAL
    if _stands_in("denied_before", before) or _denied(tokens, first, end):
        return Assertion.DENIED
    if first > 0 and tokens[first - 1].lower == "that" and _denied_behind(tokens, end):
        return Assertion.DENIED
    if _stands_in("possible", [*own, *after]) or _stands_in("possible_before", before):
        return Assertion.POSSIBLE
    if _stands_in("forecast", own):
        return Assertion.FORECAST
    if attribution is not None or _stands_in("reported", [*before, *own]):
        return Assertion.REPORTED
    return Assertion.STATED


def _denied(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the clause itself is denied: "were not killed", but not "not only"."""
    words = [token.lower for token in tokens[_own_start(tokens, first, end) : end + 1]]
    for phrase in _phrases("denied"):
        for at in range(len(words) - len(phrase) + 1):
            if tuple(words[at : at + len(phrase)]) == phrase:
                following = words[at + len(phrase)] if at + len(phrase) < len(words) else ""
                if following not in ("only", "just", "least", "more", "fewer", "less", "including"):
                    return True
    return False


def _denied_behind(tokens: Sequence[Token], end: int) -> bool:
    """Whether what follows a clause takes it back: "reports that 30 had died were untrue"."""
    words: list[str] = []
    for token in tokens[end + 1 : end + 1 + _BEHIND]:
        if is_border(token):
            break
        words.append(token.lower)
    return _stands_in("denied_behind", words)


def _own_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the claim's own part of a clause starts: after the last ", and" or ", but"."""
    for index in range(end, first, -1):
        if tokens[index].lower in ("and", "but") and tokens[index - 1].text == ",":
            return index
    return first


def _stands_in(name: str, words: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(phrase)} " in text for phrase in _phrases(name))

"""How a claim is put forward: as a fact, as somebody's word, or as something less than either."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.find.clauses import clause_around, clause_words, find_verbs, index_at, is_border
from checker.find.story import Story
from checker.find.words import Token
from checker.model import Assertion, Attribution, Sentence, Span
from checker.normalise.lexicon import load
from checker.normalise.verbs import SPEECH

#: How far from its clause a denial may stand, before it and behind it.
_BEFORE, _BEHIND = 6, 12


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load("assertion")[name])


@cache
def _by_first_word(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts = {phrase[0] for phrase in _phrases(name)}
    return {
        first: tuple(phrase for phrase in _phrases(name) if phrase[0] == first) for first in firsts
    }


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
    speech = _own_verb(tokens, span)
    opens = first if speech is None else max(first, speech)
    own = [token.lower for token in tokens[opens : end + 1]]
    governing, _ = clause_around(tokens, max(0, first - 2))
    before = [token.lower for token in tokens[min(governing, max(0, first - _BEFORE)) : first]]
    after = [token.lower for token in tokens[end + 1 : end + 3]]
    behind = _behind(tokens, end) if speech is None else []
    if speech is not None or (after and after[0] in clause_words().coordinators):
        after = []
    if stands_in("corrected", own) or stands_in("corrected", before):
        return Assertion.CORRECTED
    if first > 0 and tokens[first - 1].lower in load("assertion")["hypothetical_opening"]:
        return Assertion.HYPOTHETICAL
    if stands_in("hypothetical", own):
        return Assertion.HYPOTHETICAL
    if stands_in("denied_before", before) or _denied(tokens, opens, end):
        return Assertion.DENIED
    if first > 0 and tokens[first - 1].lower == "that" and _denied_behind(tokens, end):
        return Assertion.DENIED
    if any(token.text == "?" for token in tokens[end + 1 :][-2:]):
        return Assertion.POSSIBLE
    if stands_in("possible", [*own, *after]) or stands_in("possible_before", before):
        return Assertion.POSSIBLE
    if stands_in("forecast", own) or stands_in("forecast_behind", behind):
        return Assertion.FORECAST
    if attribution is not None or stands_in("reported", [*before, *own]):
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
    return stands_in("denied_behind", _behind(tokens, end))


def _behind(tokens: Sequence[Token], end: int) -> list[str]:
    """The words that follow a claim in its clause."""
    words: list[str] = []
    for token in tokens[end + 1 : end + 1 + _BEHIND]:
        if is_border(token):
            break
        words.append(token.lower)
    return words


def _own_verb(tokens: Sequence[Token], span: Span) -> int | None:
    """The verb of saying that opens or ends the span of a claim, which is then the claim's own:
    "would veto" in what a minister said on Tuesday is not how he said it.
    """
    for verb in find_verbs(tokens):
        start, end = tokens[verb.first].start, tokens[verb.at].end
        at_edge = start == span.start or end == span.end
        if verb.act == SPEECH and at_edge and span.contains(Span(start, end)):
            return verb.first
    return None


def _own_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the claim's own part of a clause starts: after the last ", and" or ", but"."""
    for index in range(end, first, -1):
        if tokens[index].lower in ("and", "but") and tokens[index - 1].text == ",":
            return index
    return first


def stands_in(name: str, words: Sequence[str]) -> bool:
    """Whether one of the lexicon's phrases of that name stands in the words, in lower case."""
    known = _by_first_word(name)
    return any(
        tuple(words[at : at + len(phrase)]) == phrase
        for at, word in enumerate(words)
        for phrase in known.get(word, ())
    )

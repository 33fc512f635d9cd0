"""Who did it, as far as that parts one count from another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.find.clauses import Verb, clause_around, find_verbs, index_at
from checker.find.story import Story
from checker.find.words import Token
from checker.model import How, Qualifier, Sentence, Span
from checker.normalise.lexicon import load


@cache
def _agents() -> tuple[tuple[str, str], ...]:
    pairs = [(noun, kind) for kind, nouns in load("agents").items() for noun in nouns]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def agent_of(
    story: Story, sentence: Sentence, span: Span, value: Span, verb: Verb | None
) -> Qualifier | None:
    """Who did it: the subject of an active verb, or what "by" names after a passive one."""
    if verb is None:
        return None
    tokens = story.tokens[sentence.index]
    if verb.passive:
        at = index_at(tokens, span.end)
        _, last = clause_around(tokens, max(0, min(at, len(tokens)) - 1))
        for index in range(verb.at + 1, min(last, verb.at + 12)):
            if tokens[index].lower == "by":
                return _agent_in(story, tokens, index + 1, min(index + 8, last))
        return None
    if tokens[verb.first].start > value.start:
        # The figure comes first: those who are counted are the ones it is done to.
        return None
    first, _ = clause_around(tokens, verb.first)
    earlier = [other.at + 1 for other in find_verbs(tokens) if other.at < verb.first]
    return _agent_in(story, tokens, max([first, verb.first - 8, *earlier[-1:]]), verb.first)


def _agent_in(story: Story, tokens: Sequence[Token], low: int, high: int) -> Qualifier | None:
    stop = low
    while stop < high and tokens[stop].text not in ".,;":
        stop += 1
    group = tokens[low:stop] if stop < high else tokens[low:high]
    if not group:
        return None
    text = f" {' '.join(token.lower for token in group)} "
    for noun, kind in _agents():
        if f" {noun} " in text:
            span = Span(group[0].start, group[-1].end)
            return Qualifier(story.words(span), kind, How.EXPLICIT, None, span)
    return None

"""What sets one occasion apart from another: other names, ranks, figures and things measured.

The words that two sentences share say that they may be about one thing; these say that they are
not. A mark is a word with its kind before a colon: "cap:norvane", "rank:2", "figure:percent 3",
"given:roche/paul", "what:revenu", "again:".
"""

from __future__ import annotations

from functools import cache

from checker.find.clauses import clause_around, index_at
from checker.find.events import FIGURES
from checker.find.heads import thing_measured
from checker.find.keys import person_key
from checker.find.story import Story
from checker.find.words import content_stem
from checker.model import Kind, Mention, Sentence, Span
from checker.normalise.lexicon import load
from checker.values import Bounds, Measure


@cache
def _again() -> frozenset[str]:
    return frozenset(load("occasions")["again"])


def marks(story: Story, sentence: Sentence, value: Mention) -> frozenset[str]:
    """The marks of a claim's occasion, without those of its own value."""
    tokens = story.tokens[sentence.index]
    first, last = clause_around(tokens, min(index_at(tokens, value.span.start), len(tokens) - 1))
    clause = Span(tokens[first].start, tokens[last - 1].end)
    found: set[str] = set()
    taken = [
        mention.span for mention in story.mentions[sentence.index] if mention.kind is not Kind.QUOTE
    ]
    for token in tokens[first:last]:
        stem = content_stem(token.lower)
        if token.is_capital and stem and not any(s.start <= token.start < s.end for s in taken):
            found.add(f"cap:{stem}")
        if token.lower in _again():
            found.add("again:")
    for mention in story.mentions[sentence.index]:
        if mention.span.overlaps(value.span):
            continue
        if mention.kind is Kind.PERSON:
            surname, _, given = person_key(story.person(mention)).partition(":")[2].partition("/")
            if given:
                found.add(f"given:{surname}/{given}")
        elif mention.kind is Kind.ORDINAL and isinstance(mention.value, Bounds):
            if clause.contains(mention.span):
                found.add(f"rank:{mention.value.nominal:g}")
        elif mention.kind in FIGURES:
            found.add(f"figure:{_printed(mention)}")
    thing = thing_measured(story, sentence, value)
    return frozenset(found | {f"what:{thing}"}) if thing else frozenset(found)


def _printed(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Measure):
        return f"{value.dimension} {value.base.nominal:g}"
    return f"{mention.kind} {value.nominal:g}" if isinstance(value, Bounds) else mention.text

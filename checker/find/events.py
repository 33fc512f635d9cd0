"""What tells one event from another: content words, names, and what a story opens with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.find.clauses import (
    index_at,
    is_border,
)
from checker.find.keys import person_key
from checker.find.story import TELLING, Story
from checker.find.words import Token, content_stem
from checker.model import (
    Event,
    Kind,
    Mention,
    Sentence,
    Span,
)
from checker.normalise.lexicon import load
from checker.values import Organisation, PersonName, Place

#: The kinds of figures.
FIGURES = (
    Kind.NUMBER,
    Kind.ORDINAL,
    Kind.PERCENT,
    Kind.MONEY,
    Kind.QUANTITY,
    Kind.SCORE,
    Kind.AGE,
    Kind.DURATION,
)
#: Kinds whose words are values, and so no part of what an event is told by.
VALUES = (*FIGURES, Kind.DATE, Kind.TIME)

#: Kinds that are told by their keys, not by their words.
_NAMES = (Kind.PERSON, Kind.PLACE, Kind.ORG)

#: The first sentences of a story, headline and all, in which its own event is told.
OPENING = 6


def event_words(
    story: Story, sentence: Sentence, *, without: Span | None = None, around: Span | None = None
) -> Event:
    """What a sentence tells of its event: content stems and names, without figures and dates.

    With `around`, what stands in the same clause as that span is told apart as `near`.
    """
    told = _told(story, sentence)
    words, names = told.words, told.names
    if without is not None:
        words = tuple(
            (start, word) for start, word in words if not without.start <= start < without.end
        )
        names = tuple((span, name) for span, name in names if not without.contains(span))
    near: frozenset[str] = frozenset()
    if around is not None:
        clause = _clause_span(story.tokens[sentence.index], around)
        near = frozenset(word for start, word in words if clause.start <= start < clause.end)
        near |= {name for span, name in names if clause.start <= span.start < clause.end}
    return Event(
        words=frozenset(word for _, word in words),
        names=frozenset(name for _, name in names),
        near=near,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """The content stems of a sentence with their offsets, and the keys of its names."""

    words: tuple[tuple[int, str], ...]
    names: tuple[tuple[Span, str], ...]


@lru_cache(maxsize=64)
def _told(story: Story, sentence: Sentence) -> _Told:
    taken = [mention.span for mention in story.of_kind(sentence, *VALUES, *_NAMES)]
    stems = (
        (token.start, content_stem(token.lower))
        for token in story.tokens[sentence.index]
        if token.is_word and not any(span.start <= token.start < span.end for span in taken)
    )
    return _Told(
        words=tuple((start, word) for start, word in stems if word),
        names=tuple(
            (mention.span, key)
            for mention in story.of_kind(sentence, *_NAMES)
            for key in name_keys(story, mention)
            if key
        ),
    )


def _clause_span(tokens: Sequence[Token], around: Span) -> Span:
    """The stretch between commas and clause borders that a span stands in."""
    first = last = min(index_at(tokens, around.start), len(tokens) - 1)
    while first > 0 and not _parts(tokens[first - 1]):
        first -= 1
    last = max(last, min(index_at(tokens, around.end - 1), len(tokens) - 1))
    while last + 1 < len(tokens) and not _parts(tokens[last + 1]):
        last += 1
    return Span(tokens[first].start, tokens[last].end)


def _parts(token: Token) -> bool:
    return token.text == "," or is_border(token)


def name_keys(story: Story, mention: Mention) -> tuple[str, ...]:
    """The keys by which a name is looked up: a person's surname, a place, a body."""
    value = mention.value
    if isinstance(value, PersonName):
        return (person_key(story.person(mention)).split("/")[0],)
    if isinstance(value, Place):
        return (f"place:{value.key}",)
    if isinstance(value, Organisation):
        return (f"org:{value.key}",)
    return ()


def _opening(story: Story) -> list[Sentence]:
    return [sentence for sentence in story.sentences if sentence.role in TELLING][:OPENING]


def setting(story: Story) -> tuple[Place, ...]:
    """The provinces and towns that a story's opening names: where its own event happens."""
    named = (
        mention.value
        for sentence in _opening(story)
        for mention in story.of_kind(sentence, Kind.PLACE)
        if isinstance(mention.value, Place) and mention.value.kind != "country"
    )
    return tuple(dict.fromkeys(named))


def places_named(story: Story) -> tuple[Place, ...]:
    """Every place that a story names, once."""
    named = (
        mention.value
        for mentions in story.mentions
        for mention in mentions
        if isinstance(mention.value, Place)
    )
    return tuple(dict.fromkeys(named))


def story_words(story: Story) -> frozenset[str]:
    """The content stems and names of all that a story tells."""
    words: set[str] = set()
    for sentence in story.sentences:
        if sentence.role in TELLING:
            event = event_words(story, sentence)
            words |= event.words | event.names
    return frozenset(words)


@cache
def _happening_words() -> dict[str, str]:
    """Each word for a one-off event with its kind; kinds that spread are marked with a tilde."""
    data = load("happenings")
    known = {word: kind[0] for kind in data["at_one_place"] for word in kind}
    return known | {word: f"~{kind[0]}" for kind in data["spread"] for word in kind}


def happenings(story: Story) -> frozenset[str]:
    """The kinds of one-off event that the headline and the first sentences tell of."""
    known = _happening_words()
    return frozenset(
        known[token.lower]
        for sentence in _opening(story)
        for token in story.tokens[sentence.index]
        if token.lower in known
    )

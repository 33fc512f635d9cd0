"""What a figure counts or measures, whose age it is, and on which side of a change it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.find.clauses import (
    clause_words,
    find_verbs,
    index_at,
    is_border,
)
from checker.find.keys import person_key
from checker.find.story import Story
from checker.find.words import Token, content_stem, stem
from checker.model import Kind, Mention, Sentence
from checker.normalise.lexicon import load
from checker.values import Measure

_HEAD_REACH = 5


def head_of(story: Story, sentence: Sentence, mention: Mention) -> str:
    """What a figure counts or measures: the stem of its noun, or the dimension of its unit.

    "a 70-page report" counts pages, "23 towns and villages" towns, "a town of 25,000" a town.
    """
    if mention.kind is Kind.AGE:
        return _whose(story, sentence, mention)
    if mention.kind is Kind.SCORE:
        beside = _person_beside(story, sentence, mention)
        if beside:
            # "Klitschko (52-3, 46 knockouts)": the record is his.
            return beside
    if isinstance(mention.value, Measure) and mention.value.dimension != "percent":
        return mention.value.dimension
    tokens = story.tokens[sentence.index]
    words = clause_words()
    at = index_at(tokens, mention.span.end)
    verb_places = {index for verb in find_verbs(tokens) for index in range(verb.first, verb.at + 1)}
    group: list[str] = []
    if at < len(tokens) and tokens[at].start < mention.span.end and "-" in tokens[at].text:
        return stem(tokens[at].lower.rsplit("-", 1)[-1])
    for index in range(at, min(at + _HEAD_REACH, len(tokens))):
        token = tokens[index]
        if not token.is_word or is_border(token) or index in verb_places:
            break
        if token.lower in words.prepositions or token.lower in words.coordinators:
            break
        group.append(token.lower)
    nouns = [word for word in group if word[0].isalpha() and word not in words.between]
    if nouns:
        return stem(nouns[-1])
    return _head_beside(tokens, at, index_at(tokens, mention.span.start), verb_places)


def _whose(story: Story, sentence: Sentence, mention: Mention) -> str:
    """Whose age it is: the person named just before or after it, else the noun it goes with."""
    beside = _person_beside(story, sentence, mention)
    if beside:
        return beside
    tokens = story.tokens[sentence.index]
    end = index_at(tokens, mention.span.end)
    for token in tokens[end : end + 4]:
        if not token.is_word or token.lower in clause_words().prepositions:
            break
        if content_stem(token.lower):
            return content_stem(token.lower)
    return ""


def _person_beside(story: Story, sentence: Sentence, mention: Mention) -> str:
    """The key of the person named within two words of a figure, "" where nobody is."""
    tokens = story.tokens[sentence.index]
    start, end = index_at(tokens, mention.span.start), index_at(tokens, mention.span.end)
    for person in story.of_kind(sentence, Kind.PERSON):
        first, last = index_at(tokens, person.span.start), index_at(tokens, person.span.end)
        if 0 <= first - end <= 2 or 0 <= start - last <= 2:
            return person_key(story.person(person))
    return ""


@cache
def _same_thing() -> dict[str, str]:
    return {
        stem(word): stem(group[0]) for group in load("occasions")["same_thing"] for word in group
    }


def thing_measured(story: Story, sentence: Sentence, mention: Mention) -> str:
    """What an amount is an amount of: the earthquake of "a magnitude 6.8 earthquake", the revenue
    of "revenue rose to $1.4 billion"; "" where the words do not say.
    """
    if mention.kind not in (Kind.MONEY, Kind.PERCENT, Kind.QUANTITY):
        return ""
    tokens = story.tokens[sentence.index]
    words = clause_words()
    after = index_at(tokens, mention.span.end)
    verb_places = {index for verb in find_verbs(tokens) for index in range(verb.first, verb.at + 1)}
    thing = ""
    for index in range(after, min(after + 3, len(tokens))):
        token = tokens[index]
        if not token.is_word or index in verb_places or is_border(token):
            break
        if token.lower in words.prepositions or token.lower in words.coordinators:
            break
        thing = content_stem(token.lower) or thing
    before = index_at(tokens, mention.span.start)
    thing = thing or _head_beside(tokens, after, before, verb_places)
    return _same_thing().get(thing, thing)


def _head_beside(tokens: Sequence[Token], after: int, before: int, verb_places: set[int]) -> str:
    """The head of a figure without a noun of its own: "24 per cent of the vote" is of the vote,
    "turnout was 61 per cent" and "turnout of 61 per cent" are turnout.
    """
    words = clause_words()
    following = [token.lower for token in tokens[after : after + 4]]
    if following[:1] == ["of"]:
        for word in following[1:]:
            if content_stem(word):
                return content_stem(word)
    for index in range(before - 1, max(-1, before - 8), -1):
        token = tokens[index]
        if token.text in ",;:" or is_border(token):
            return ""
        if index in verb_places or token.lower in words.prepositions:
            continue
        if token.is_word and content_stem(token.lower):
            return content_stem(token.lower)
    return ""


def role_of(story: Story, sentence: Sentence, mention: Mention) -> str:
    """The side of a change that a figure stands on: "from $1.34bn" is not "to $1.38bn"."""
    tokens = story.tokens[sentence.index]
    at = index_at(tokens, mention.span.start)
    return "from" if at > 0 and tokens[at - 1].lower in ("from", "against", "than") else ""

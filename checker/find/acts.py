"""Dated acts: which verb a day belongs to, and who acts."""

from __future__ import annotations

from collections.abc import Sequence

from checker.find.clauses import (
    Verb,
    clause_around,
    clause_words,
    find_verbs,
    index_at,
    is_border,
)
from checker.find.events import event_words
from checker.find.keys import office_key, source_key
from checker.find.story import Story
from checker.find.words import Token, content_stem
from checker.model import Event, Kind, Mention, Sentence, Span
from checker.normalise import verbs
from checker.values import DateInterval


def act_claim_parts(
    story: Story, sentence: Sentence, date: Mention
) -> tuple[Verb, Event, Span] | None:
    """The act done on a day: its verb, its event and the span from the actor to the day."""
    value = date.value
    if not isinstance(value, DateInterval) or not (value.is_day or value.grain == "day"):
        return None
    if value.offset is not None or value.mode != "on":
        return None
    tokens = story.tokens[sentence.index]
    verb = verb_of_date(tokens, date.span)
    if verb is None or verb.modal in ("may", "might", "could"):
        return None
    actors = subject_of(story, sentence, tokens, verb)
    if not actors or _counts_its_subject(story, sentence, tokens, verb):
        return None
    words = event_words(story, sentence, without=date.span)
    event = Event(verb.act, actors, words.words, words.names)
    low = min(tokens[verb.first].start, date.span.start)
    high = max(tokens[verb.at].end, date.span.end)
    return verb, event, Span(low, high)


def verb_of_date(tokens: Sequence[Token], date: Span) -> Verb | None:
    """The verb that a day belongs to: "on Thursday defended", "said yesterday".

    None where several could be meant.
    """
    found = find_verbs(tokens)
    start, end = index_at(tokens, date.start), index_at(tokens, date.end)
    first, last = clause_around(tokens, start)
    inside = [verb for verb in found if first <= verb.first < last]
    before = [verb for verb in inside if verb.at < start]
    after = [verb for verb in inside if verb.first >= end]
    if after and after[0].first - end <= 1 and not before:
        return after[0]
    if before:
        return before[-1]
    return after[0] if after else None


def subject_of(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> frozenset[str]:
    """The keys of who acts: the names before the verb in its clause, else the noun before it.

    For a passive verb those after "by"; for an inverted verb of saying ("…, said Lavrov on
    Tuesday") the name after it.
    """
    if verb.act == verbs.SPEECH and verb.first > 0 and tokens[verb.first - 1].text in '",”’':
        after = [
            mention
            for mention in story.of_kind(sentence, Kind.PERSON, Kind.ORG, Kind.OFFICE)
            if 0 <= index_at(tokens, mention.span.start) - verb.at <= 6
        ]
        if after:
            return _keys(story, after)
    if verb.passive:
        doers = _doers(story, sentence, tokens, verb)
        if doers:
            return doers
    apposed = _before_apposition(story, sentence, tokens, verb)
    if apposed is not None:
        return _keys(story, [apposed])
    low = verb.first
    while low > 0 and not is_border(tokens[low - 1]):
        low -= 1
    start = tokens[low].start if low < len(tokens) else 0
    before = [
        mention
        for mention in story.of_kind(sentence, Kind.PERSON, Kind.ORG, Kind.OFFICE, Kind.PLACE)
        if start <= mention.span.start
        and mention.span.end <= tokens[verb.first].start
        and not _is_owner(tokens, mention)
        and not _after_preposition(tokens, mention)
    ]
    if before:
        persons = [m for m in before if m.kind in (Kind.PERSON, Kind.OFFICE)]
        return _keys(story, persons or before)
    return _common_subject(story, tokens, low, verb)


def _before_apposition(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> Mention | None:
    """The subject that an apposition parts from its verb: "Strachan, the engineer who built the
    bridge, was convicted".
    """
    if verb.first == 0 or tokens[verb.first - 1].text != ",":
        return None
    for mention in story.of_kind(sentence, Kind.PERSON, Kind.ORG):
        after = index_at(tokens, mention.span.end)
        if after >= verb.first - 1:
            return None
        if tokens[after].text == ",":
            return mention
    return None


def _doers(story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb) -> frozenset[str]:
    """Who did what a passive verb tells: "was opened by Mayor Diaz"."""
    _, last = clause_around(tokens, verb.at)
    for index in range(verb.at + 1, min(last, verb.at + 8)):
        if tokens[index].lower == "by":
            after = [
                mention
                for mention in story.of_kind(sentence, Kind.PERSON, Kind.ORG, Kind.OFFICE)
                if 0 <= index_at(tokens, mention.span.start) - index <= 4
            ]
            return _keys(story, after)
    return frozenset()


def _keys(story: Story, mentions: Sequence[Mention]) -> frozenset[str]:
    keys = set()
    for mention in mentions:
        keys.add(source_key(story, mention))
        if mention.kind is Kind.PERSON:
            office = story.office_of(mention)
            if office is not None:
                keys.add(office_key(office))
    return frozenset(keys)


def _is_owner(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the name only owns what follows: "Clinton's office"."""
    at = index_at(tokens, mention.span.end - 1)
    if at >= len(tokens):
        return False
    token = tokens[at]
    return token.lower.endswith(("'s", "s'")) and (
        mention.kind is not Kind.OFFICE and mention.span.end >= token.end - 2
    )


def _counts_its_subject(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> bool:
    """Whether a figure stands in the subject: "twelve people were killed" is a toll, no act."""
    first, _ = clause_around(tokens, verb.first)
    low = max(first, verb.first - 6)
    return any(
        low <= index_at(tokens, mention.span.start) < verb.first
        for mention in story.of_kind(sentence, Kind.NUMBER)
    )


def _after_preposition(tokens: Sequence[Token], mention: Mention) -> bool:
    at = index_at(tokens, mention.span.start)
    return at > 0 and tokens[at - 1].lower in clause_words().prepositions


def _common_subject(story: Story, tokens: Sequence[Token], low: int, verb: Verb) -> frozenset[str]:
    words = clause_words()
    for index in range(verb.first - 1, low - 1, -1):
        token = tokens[index]
        if token.lower in words.personal:
            last = _last_person(story, token.start)
            return frozenset({last}) if last else frozenset()
        if token.lower in words.pronouns or token.lower in words.prepositions:
            return frozenset()
        if token.is_word and content_stem(token.lower):
            return frozenset({f"noun:{content_stem(token.lower)}"})
    return frozenset()


def _last_person(story: Story, offset: int) -> str:
    """Whom "he" or "she" stands for: the first person of the last sentence that names one."""
    here = story.sentence_at(offset)
    for index in range(here.index, max(-1, here.index - 3), -1):
        people = [
            mention
            for mention in story.of_kind(story.sentences[index], Kind.PERSON)
            if mention.span.end <= offset
        ]
        if people:
            return source_key(story, people[0])
    return ""

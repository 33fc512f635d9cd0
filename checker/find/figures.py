"""Claims by likeness: figures, dated acts, holders of offices, quotations and names.

They need no phrase. Each is a value with the words around it; which of them speak of one thing is
for `compare/` to settle.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.find.attribution import office_key, person_key, source_key
from checker.find.clauses import (
    Verb,
    clause_around,
    clause_words,
    find_verbs,
    index_at,
    is_border,
)
from checker.find.story import Story
from checker.find.words import Token, content_stem, stem
from checker.model import Event, Kind, Mention, Sentence, Span
from checker.normalise import verbs
from checker.values import DateInterval, Measure, Organisation, PersonName, Place

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
_VALUES = (*FIGURES, Kind.DATE, Kind.TIME)
#: Kinds that are told by their keys, not by their words.
_NAMES = (Kind.PERSON, Kind.PLACE, Kind.ORG)
_HEAD_REACH = 5


def event_words(
    story: Story, sentence: Sentence, *, without: Span | None = None, around: Span | None = None
) -> Event:
    """What a sentence tells of its event: content stems and names, without figures and dates.

    With `around`, what stands in the same clause as that span is told apart as `near`.
    """
    taken = [m.span for m in story.of_kind(sentence, *_VALUES, *_NAMES)]
    if without is not None:
        taken.append(without)
    words = [
        (token.start, content_stem(token.lower))
        for token in story.tokens[sentence.index]
        if token.is_word and not any(s.start <= token.start < s.end for s in taken)
    ]
    names = [
        (mention.span.start, key)
        for mention in story.of_kind(sentence, *_NAMES)
        if not (without is not None and without.contains(mention.span))
        for key in name_keys(story, mention)
    ]
    near: frozenset[str] = frozenset()
    if around is not None:
        clause = _clause_span(story.tokens[sentence.index], around)
        near = frozenset(
            word for start, word in (*words, *names) if clause.start <= start < clause.end
        )
    return Event(
        words=frozenset(word for _, word in words) - {""},
        names=frozenset(name for _, name in names),
        near=near - {""},
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


def head_of(story: Story, sentence: Sentence, mention: Mention) -> str:
    """What a figure counts or measures: the stem of its noun, or the dimension of its unit.

    "a 70-page report" counts pages, "23 towns and villages" towns, "a town of 25,000" a town.
    """
    if mention.kind is Kind.AGE:
        return _who_is_old(story, sentence, mention)
    if isinstance(mention.value, Measure) and mention.value.dimension != "percent":
        return mention.value.dimension
    tokens = story.tokens[sentence.index]
    words = clause_words()
    at = index_at(tokens, mention.span.end)
    verb_places = {index for verb in find_verbs(tokens) for index in range(verb.first, verb.at + 1)}
    group: list[str] = []
    inside = at > 0 and tokens[at - 1].end > mention.span.end
    if inside and "-" in tokens[at - 1].text:
        return stem(tokens[at - 1].lower.rsplit("-", 1)[-1])
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


def _who_is_old(story: Story, sentence: Sentence, mention: Mention) -> str:
    """Whose age it is: the person named just before or after it, else the noun it goes with."""
    tokens = story.tokens[sentence.index]
    start, end = index_at(tokens, mention.span.start), index_at(tokens, mention.span.end)
    for person in story.of_kind(sentence, Kind.PERSON):
        first, last = index_at(tokens, person.span.start), index_at(tokens, person.span.end)
        if 0 <= first - end <= 2 or 0 <= start - last <= 2:
            return name_keys(story, person)[0]
    for token in tokens[end : end + 4]:
        if not token.is_word or token.lower in clause_words().prepositions:
            break
        if content_stem(token.lower):
            return content_stem(token.lower)
    return ""


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

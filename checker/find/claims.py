"""Mentions to claims: by the phrases of the facts, and by likeness.

A claim by fact is a phrase that matches, with its scope understood. A claim by likeness is any
figure, day, office, quotation or name that no phrase took, with the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from checker.find.assertion import assertion_of
from checker.find.attribution import Saying, attribution_of, office_key, person_key, sayings
from checker.find.clauses import Verb, find_verbs, index_at
from checker.find.figures import FIGURES, act_claim_parts, event_words, head_of, role_of
from checker.find.phrases import PhraseBook, PhraseMatch, compile_book, slots_of
from checker.find.scope import agent_of, period_of, place_of
from checker.find.story import TELLING, Story, read_story
from checker.find.sums import sums_in
from checker.find.words import Token, content_stem
from checker.model import (
    Claim,
    Document,
    Event,
    How,
    Kind,
    Mention,
    Qualifier,
    Sentence,
    Span,
    Understood,
)
from checker.normalise import peoplewords
from checker.normalise.lexicon import load
from checker.rulebook import Dimension, Fact, Likeness, Rulebook
from checker.values import DateInterval, Office, PersonName, Place, Quotation

#: Quotations of fewer words are catchwords: too common to be one utterance.
LEAST_QUOTED_WORDS = 5
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?", re.IGNORECASE
)
#: The first sentences of a story, headline and all, in which its own event is told.
OPENING = 6
#: So many words after the whole, a part is told at the latest.
_PART_REACH = 12
#: Words that say that a figure counts up to now, whatever the tense.
_TO_DATE = frozenset({"toll", "tally", "total", "so", "far"})


def find_claims(document: Document, rules: Rulebook) -> tuple[Claim, ...]:
    """Every claim of a document that some active rule could compare, in the order of the text."""
    return understand(document, rules).claims


def understand(document: Document, rules: Rulebook) -> Understood:
    """A document's claims, with the words that tell its story from others."""
    story = read_story(document)
    used = {fact for rule in rules.active for fact in rule.facts}
    facts = tuple(fact for fact in rules.facts.values() if fact.id in used)
    book = _book(facts)
    liked = [fact for fact in facts if fact.like is not Likeness.NONE]
    claims: list[Claim] = []
    for sentence in story.sentences:
        if sentence.role not in TELLING:
            continue
        said = sayings(story, sentence)
        by_fact = list(_by_fact(story, sentence, said, book, rules))
        taken = {claim.value.span for claim in by_fact}
        claims.extend(by_fact)
        for fact in liked:
            claims.extend(_by_likeness(story, sentence, fact, taken))
    claims.sort(key=lambda claim: (claim.span, claim.fact, claim.value.span))
    return Understood(
        document=document,
        claims=tuple(claims),
        words=_story_words(story),
        happenings=_happenings(story),
        places=_places(story),
    )


def _places(story: Story) -> tuple[Place, ...]:
    named = (
        mention.value
        for mentions in story.mentions
        for mention in mentions
        if isinstance(mention.value, Place)
    )
    return tuple(dict.fromkeys(named))


def _story_words(story: Story) -> frozenset[str]:
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


def _happenings(story: Story) -> frozenset[str]:
    """The kinds of one-off event that the headline and the first sentences tell of."""
    known = _happening_words()
    telling = [s for s in story.sentences if s.role in TELLING][:OPENING]
    return frozenset(
        known[token.lower]
        for sentence in telling
        for token in story.tokens[sentence.index]
        if token.lower in known
    )


@lru_cache(maxsize=8)
def _book(facts: tuple[Fact, ...]) -> PhraseBook:
    return compile_book(fact for fact in facts if fact.say)


def _by_fact(
    story: Story,
    sentence: Sentence,
    said: Sequence[Saying],
    book: PhraseBook,
    rules: Rulebook,
) -> Iterator[Claim]:
    start = sentence.span.start
    seen: set[tuple[str, Span]] = set()
    for match in book.match(
        story.words(sentence.span), slots_of(story.mentions[sentence.index], sentence.span)
    ):
        fact = rules.facts[match.fact]
        slots = {
            name: Span(span.start + start, span.end + start) for name, span in match.slots.items()
        }
        value = _value_of(story, sentence, fact, slots)
        if value is None or (fact.id, value.span) in seen or _is_part(story, sentence, value):
            continue
        seen.add((fact.id, value.span))
        span = Span(match.span.start + start, match.span.end + start)
        claim = _claim(story, sentence, said, fact, value, span, slots, match)
        yield claim
        yield from _parts(story, sentence, claim)


def _value_of(
    story: Story, sentence: Sentence, fact: Fact, slots: dict[str, Span]
) -> Mention | None:
    for name in fact.value:
        span = slots.get(name)
        if span is None:
            continue
        for mention in story.mentions[sentence.index]:
            if mention.span == span and mention.kind in fact.kinds:
                return mention
    return None


def _claim(
    story: Story,
    sentence: Sentence,
    said: Sequence[Saying],
    fact: Fact,
    value: Mention,
    span: Span,
    slots: dict[str, Span],
    match: PhraseMatch,
) -> Claim:
    tokens = story.tokens[sentence.index]
    verb = _verb_in(story, sentence, span)
    attribution = attribution_of(story, sentence, span)
    period, cumulative = period_of(story, sentence, span, said, verb)
    words = {token.lower for token in tokens if span.start <= token.start < span.end}
    if not cumulative and words & _TO_DATE and "killed" not in words:
        cumulative = True
        if period is None or period.how is not How.EXPLICIT:
            period = Qualifier("to date", "to date", How.ASSUMED)
    people = slots.get("people")
    found: dict[Dimension, Qualifier | None] = {
        Dimension.PLACE: place_of(story, sentence, span, said),
        Dimension.PERIOD: period,
        Dimension.PEOPLE: _people(story, people),
        Dimension.AGENT: agent_of(story, sentence, span, value.span, verb),
    }
    event = event_words(story, sentence, without=value.span)
    return Claim(
        document=story.document,
        sentence=sentence,
        span=span,
        fact=fact.id,
        value=value,
        head=match.fact,
        qualifiers=tuple(
            (dimension.value, qualifier)
            for dimension, qualifier in found.items()
            if qualifier is not None and dimension in fact.qualify
        ),
        attribution=attribution,
        assertion=assertion_of(story, sentence, span, attribution),
        as_of=story.document.published,
        cumulative=cumulative,
        event=replace(event, act=verb.act if verb is not None else ""),
    )


def _people(story: Story, span: Span | None) -> Qualifier:
    if span is None:
        return Qualifier(peoplewords.PEOPLE, peoplewords.PEOPLE, How.INHERITED)
    text = story.words(span)
    key = peoplewords.classify(text) or peoplewords.PEOPLE
    return Qualifier(text, key, How.EXPLICIT, None, span)


def _verb_in(story: Story, sentence: Sentence, span: Span) -> Verb | None:
    """The verb of a claim: the last one that lies in its span."""
    inside = [
        verb
        for verb in find_verbs(story.tokens[sentence.index])
        if span.start <= story.tokens[sentence.index][verb.at].start < span.end
    ]
    return inside[-1] if inside else None


def _is_part(story: Story, sentence: Sentence, figure: Mention) -> bool:
    """Whether a figure is told as some of a whole: "including 55", "35 of them"."""
    tokens = story.tokens[sentence.index]
    before, after = index_at(tokens, figure.span.start), index_at(tokens, figure.span.end)
    lead = [token.lower for token in tokens[max(0, before - 2) : before]]
    tail = [token.lower for token in tokens[after : after + 2]]
    named_before = lead[-1:] == ["including"] or lead in (
        ["among", "them"],
        ["among", "whom"],
        ["of", "whom"],
    )
    return named_before or tail in (["of", "them"], ["of", "whom"])


def _parts(story: Story, sentence: Sentence, whole: Claim) -> Iterator[Claim]:
    """The parts that a sentence tells beside a whole, each a claim on its own people."""
    tokens = story.tokens[sentence.index]
    end_of_whole = index_at(tokens, whole.span.end)
    for mention in story.of_kind(sentence, Kind.NUMBER):
        if mention.span.start < whole.value.span.end or not _is_part(story, sentence, mention):
            continue
        if index_at(tokens, mention.span.start) - end_of_whole > _PART_REACH:
            continue
        group = _group_after(story, tokens, mention)
        key = peoplewords.classify(story.words(group)) if group is not None else ""
        if not key or group is None:
            continue
        people = Qualifier(story.words(group), key, How.EXPLICIT, None, group)
        yield replace(
            whole,
            span=Span(mention.span.start, group.end),
            value=mention,
            qualifiers=tuple(
                (name, people if name == Dimension.PEOPLE.value else qualifier)
                for name, qualifier in whole.qualifiers
            ),
            part_of=whole.value.span,
        )


def _group_after(story: Story, tokens: Sequence[Token], mention: Mention) -> Span | None:
    """The noun group that a part's figure counts, without "of them"."""
    first = index_at(tokens, mention.span.end)
    if [token.lower for token in tokens[first : first + 2]] in (["of", "them"], ["of", "whom"]):
        first += 2
    end = first
    while end < len(tokens) and end - first < 4 and tokens[end].is_word:
        end += 1
    return Span(tokens[first].start, tokens[end - 1].end) if end > first else None


def _by_likeness(story: Story, sentence: Sentence, fact: Fact, taken: set[Span]) -> Iterable[Claim]:
    match fact.like:
        case Likeness.SENTENCE:
            return _figures(story, sentence, fact, taken)
        case Likeness.ACT:
            return _acts(story, sentence, fact)
        case Likeness.SPEAKER:
            return _quotes(story, sentence, fact)
        case Likeness.NAME:
            return _names(story, sentence, fact)
        case Likeness.PAIR if Kind.PERSON in fact.kinds:
            return _holders(story, sentence, fact)
        case Likeness.PAIR if Kind.NUMBER in fact.kinds:
            return _sums(story, sentence, fact)
        case Likeness.PAIR:
            return _said_twice(story, sentence, fact)
        case _:
            return ()


def _plain(
    story: Story,
    sentence: Sentence,
    fact: Fact,
    value: Mention,
    *,
    span: Span | None = None,
    head: str = "",
    event: Event | None = None,
) -> Claim:
    """A claim by likeness: its scope is the words around it."""
    span = span if span is not None else value.span
    attribution = attribution_of(story, sentence, span)
    return Claim(
        document=story.document,
        sentence=sentence,
        span=span,
        fact=fact.id,
        value=value,
        head=head,
        attribution=attribution,
        assertion=assertion_of(story, sentence, span, attribution),
        as_of=story.document.published,
        event=event if event is not None else event_words(story, sentence, without=value.span),
    )


def _figures(story: Story, sentence: Sentence, fact: Fact, taken: set[Span]) -> Iterator[Claim]:
    for mention in story.mentions[sentence.index]:
        if mention.kind not in fact.kinds or mention.kind not in FIGURES:
            continue
        if mention.span in taken or _is_said_again(mention):
            continue
        head = head_of(story, sentence, mention)
        if head:
            role = role_of(story, sentence, mention)
            claim = _plain(
                story,
                sentence,
                fact,
                mention,
                head=f"{mention.kind}|{head}|{role}",
                event=event_words(story, sentence, without=mention.span, around=mention.span),
            )
            period, _ = period_of(story, sentence, mention.span, sayings(story, sentence), None)
            if period is not None and period.how is How.EXPLICIT:
                claim = replace(claim, qualifiers=((Dimension.PERIOD.value, period),))
            yield claim


def _is_said_again(mention: Mention) -> bool:
    """Whether the mention is the second half of "X (Y)": the first one stands for both."""
    return mention.partner is not None and mention.partner.start < mention.span.start


def _acts(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    for mention in story.of_kind(sentence, Kind.DATE):
        parts = act_claim_parts(story, sentence, mention)
        if parts is not None:
            verb, event, span = parts
            yield _plain(story, sentence, fact, mention, span=span, head=verb.act, event=event)


def _quotes(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    for mention in story.of_kind(sentence, Kind.QUOTE):
        value = mention.value
        if isinstance(value, Quotation) and len(value.words) >= LEAST_QUOTED_WORDS:
            yield _plain(
                story, sentence, fact, mention, head="words", event=Event(words=_quoted(value))
            )


def _quoted(value: Quotation) -> frozenset[str]:
    """The stems of the quoted words: here they, and not what is beside them, tell the utterance."""
    return frozenset(content_stem(word) for word in value.words) - {""}


def _holders(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    for person, office in story.holders:
        value = office.value
        if not sentence.span.contains(person.span) or not isinstance(value, Office):
            continue
        if value.rank or value.role not in _sole_roles():
            continue
        name = story.person(person)
        span = Span(
            min(person.span.start, office.span.start), max(person.span.end, office.span.end)
        )
        yield _plain(
            story,
            sentence,
            fact,
            replace(person, value=name),
            span=span,
            head=office_key(value),
            event=event_words(story, sentence, without=span),
        )


@cache
def _sole_roles() -> frozenset[str]:
    """The roles that a body gives to one person at a time."""
    return frozenset(load("offices")["sole"])


def _names(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    for mention in story.of_kind(sentence, Kind.PERSON):
        value = mention.value
        if isinstance(value, PersonName) and value.given:
            event = event_words(story, sentence, without=mention.span)
            office = story.office_of(mention)
            if office is not None:
                event = replace(event, actors=frozenset({office_key(office)}))
            yield _plain(story, sentence, fact, mention, head=person_key(value), event=event)


def _said_twice(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    """Values that carry their own check: "X (Y)", a weekday beside its date, a day that is none."""
    for mention in story.mentions[sentence.index]:
        if mention.kind not in fact.kinds:
            continue
        value = mention.value
        if isinstance(value, DateInterval):
            yield from _halves(story, sentence, fact, mention, value)
        elif mention.partner is not None and mention.partner.start > mention.span.start:
            partner = next(
                (m for m in story.mentions[sentence.index] if m.span == mention.partner), None
            )
            if partner is not None:
                yield _plain(story, sentence, fact, mention, head="said twice")
                yield replace(
                    _plain(story, sentence, fact, partner, head="said twice"),
                    part_of=mention.span,
                )


def _sums(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    for total, parts, complete in sums_in(story, sentence):
        head = "all parts" if complete else "some parts"
        yield _plain(story, sentence, fact, total, head=head)
        yield replace(_plain(story, sentence, fact, parts, head=head), part_of=total.span)


def _halves(
    story: Story, sentence: Sentence, fact: Fact, mention: Mention, value: DateInterval
) -> Iterator[Claim]:
    """A date whose halves can be held against each other: the weekday and the day, or, where no
    calendar has the day, the day and its month.
    """
    if value.impossible:
        inner = _MONTH.search(mention.text)
    elif value.printed_weekday is not None and value.start is not None:
        inner = _WEEKDAY.search(mention.text)
    else:
        return
    if inner is None:
        return
    low = mention.span.start + inner.start()
    named = Span(low, low + len(inner[0]))
    if value.impossible:
        part = replace(value, text=inner[0], day=None, impossible=False)
        rest = Span(mention.span.start, mention.span.end)
    else:
        part = DateInterval(inner[0], weekday=value.printed_weekday)
        rest = _beside(story, mention.span, named)
    day = replace(value, text=story.words(rest), printed_weekday=None)
    whole = replace(mention, span=rest, text=story.words(rest), value=day)
    yield _plain(story, sentence, fact, whole, head="date")
    yield replace(
        _plain(
            story,
            sentence,
            fact,
            replace(mention, span=named, text=inner[0], value=part),
            head="date",
        ),
        part_of=rest,
    )


def _beside(story: Story, whole: Span, inner: Span) -> Span:
    """The larger stretch of a span that an inner one leaves, without the marks around it."""
    before, after = Span(whole.start, inner.start), Span(inner.end, whole.end)
    rest = max(before, after, key=lambda span: span.end - span.start)
    text = story.words(rest)
    left = len(text) - len(text.lstrip(" ,.()"))
    return Span(rest.start + left, rest.end - (len(text) - len(text.rstrip(" ,()"))))

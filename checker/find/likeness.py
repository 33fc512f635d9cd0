"""Claims by likeness: figures, dated acts, holders of offices, quotations and names.

They need no phrase. Each is a value with the words around it; which of them speak of one thing is
for `compare/` to settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from checker.find.acts import act_claim_parts
from checker.find.assertion import assertion_of
from checker.find.attribution import attribution_of
from checker.find.clauses import index_at
from checker.find.events import FIGURES, event_words
from checker.find.heads import head_of, role_of
from checker.find.keys import office_key, person_key, source_key
from checker.find.marks import marks
from checker.find.story import Story
from checker.find.sums import sums_in
from checker.find.when import period_beside
from checker.find.words import Token, content_stem
from checker.model import (
    Claim,
    Event,
    Kind,
    Mention,
    Sentence,
    Span,
)
from checker.normalise.lexicon import load
from checker.rulebook import Dimension, Fact, Likeness
from checker.values import DateInterval, Mode, Office, PersonName, Place, Quotation

#: What ties a body, and a person, to a place.
_IN = frozenset({"in", "at"})
_OF = frozenset({"of", "from"})
#: Quotations of fewer words are catchwords: too common to be one utterance.
LEAST_QUOTED_WORDS = 5

_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE)

_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?", re.IGNORECASE
)


def claims_by_likeness(
    story: Story, sentence: Sentence, fact: Fact, taken: set[Span]
) -> Iterable[Claim]:
    """The claims of one fact that a sentence holds, without the values that phrases have taken."""
    match fact.like:
        case Likeness.SENTENCE:
            return (
                *_figures(story, sentence, fact, taken),
                *_named_slots(story, sentence, fact),
            )
        case Likeness.ACT:
            return _acts(story, sentence, fact)
        case Likeness.SPEAKER:
            return _quotes(story, sentence, fact)
        case Likeness.NAME:
            return _names(story, sentence, fact)
        case Likeness.PAIR if Kind.PERSON in fact.kinds:
            return _holders(story, sentence, fact)
        case Likeness.PAIR if Kind.PLACE in fact.kinds:
            return _placed(story, sentence, fact)
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
                event=_marked(story, sentence, mention),
            )
            period = period_beside(story, sentence, mention.span)
            if period is not None:
                claim = replace(claim, qualifiers=((Dimension.PERIOD.value, period),))
            yield claim


def _named_slots(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    """Places, days and titles, each with the sentence around it: what stands in one slot of much
    the same sentence should be the same.
    """
    tokens = story.tokens[sentence.index]
    for mention in story.mentions[sentence.index]:
        if mention.kind not in fact.kinds or mention.kind in FIGURES:
            continue
        at = index_at(tokens, mention.span.start)
        head = tokens[at - 1].lower if at else ""
        if mention.kind is Kind.DATE:
            value = mention.value
            if not isinstance(value, DateInterval) or value.mode is not Mode.ON:
                continue
            head = ""
        if mention.kind is Kind.OFFICE:
            holder = next((p for p, o in story.holders if o.span == mention.span), None)
            if holder is None:
                continue
            head = person_key(story.person(holder))
        yield _plain(
            story,
            sentence,
            fact,
            mention,
            head=f"{mention.kind}|{head}|",
            event=_marked(story, sentence, mention),
        )


def _marked(story: Story, sentence: Sentence, mention: Mention) -> Event:
    event = event_words(story, sentence, without=mention.span, around=mention.span)
    return replace(event, marks=marks(story, sentence, mention))


def _is_said_again(mention: Mention) -> bool:
    """Whether the mention is the second half of "X (Y)": the first one stands for both."""
    return mention.partner is not None and mention.partner.start < mention.span.start


def _acts(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    for mention in story.of_kind(sentence, Kind.DATE):
        parts = act_claim_parts(story, sentence, mention)
        if parts is not None:
            verb, event, span = parts
            told = replace(event, marks=marks(story, sentence, mention))
            yield _plain(story, sentence, fact, mention, span=span, head=verb.act, event=told)


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


def _placed(story: Story, sentence: Sentence, fact: Fact) -> Iterator[Claim]:
    """Bodies and people with the place they are put in: "Promises Treatment Center in Malibu",
    "Anthony Lasalle, 36, of Minneapolis".
    """
    tokens = story.tokens[sentence.index]
    for owner in story.of_kind(sentence, Kind.ORG, Kind.PERSON):
        at = index_at(tokens, owner.span.end)
        links = _OF if owner.kind is Kind.PERSON else _IN
        at = _past_age(tokens, at) if owner.kind is Kind.PERSON else at
        if at >= len(tokens) or tokens[at].lower not in links:
            continue
        place = next(
            (
                mention
                for mention in story.of_kind(sentence, Kind.PLACE)
                if index_at(tokens, mention.span.start) == at + 1
            ),
            None,
        )
        if place is None or not isinstance(place.value, Place) or not place.value.within:
            continue
        yield _plain(
            story,
            sentence,
            fact,
            place,
            span=Span(owner.span.start, place.span.end),
            head=source_key(story, owner),
        )


def _past_age(tokens: Sequence[Token], at: int) -> int:
    """Where a name's "of" stands: just behind it, or behind an age between commas."""
    inner = tokens[at : at + 3]
    if len(inner) == 3 and inner[0].text == "," and inner[1].text.isdigit():
        return at + 3 if inner[2].text == "," else at
    return at + 1 if inner and inner[0].text == "," else at


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

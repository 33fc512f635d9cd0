"""Mentions to claims: by the phrases of the facts, and by likeness.

A claim by fact is a phrase that matches, with its scope understood. A claim by likeness is any
figure, day, office, quotation or name that no phrase took, with the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from checker.find.assertion import assertion_of, stands_in
from checker.find.attribution import Saying, attribution_of, sayings
from checker.find.clauses import Verb, clause_words, find_verbs, index_at
from checker.find.doer import agent_of
from checker.find.events import (
    event_words,
    happenings,
    places_named,
    setting,
    story_words,
)
from checker.find.likeness import claims_by_likeness
from checker.find.phrases import PhraseBook, PhraseMatch, compile_book, slots_of
from checker.find.story import TELLING, Story, read_story
from checker.find.when import period_of
from checker.find.where import place_of
from checker.find.words import Token
from checker.model import (
    Claim,
    Document,
    How,
    Kind,
    Mention,
    Qualifier,
    Sentence,
    Span,
    Understood,
)
from checker.normalise import numbers, peoplewords, verbs
from checker.normalise.lexicon import load
from checker.rulebook import Dimension, Fact, Likeness, Rulebook
from checker.values import Bounds

#: So many words after the whole, a part is told at the latest.
_PART_REACH = 12
#: So many words after those counted, the doer is told to be among them at the latest.
_DOER_REACH = 8


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
            claims.extend(claims_by_likeness(story, sentence, fact, taken))
    claims = _beside_wholes(story, claims)
    claims.sort(key=lambda claim: (claim.span, claim.fact, claim.value.span))
    return Understood(
        document=document,
        claims=tuple(claims),
        words=story_words(story),
        happenings=happenings(story),
        setting=setting(story),
        places=places_named(story),
    )


def _beside_wholes(story: Story, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with those marked as leaving somebody out that a whole of the same day sums up
    behind them: "… killed 14. In all, 60 people were killed".
    """
    wholes = [claim for claim in claims if stands_in("whole", _around(story, claim))]
    return [
        _leaving_out(claim) if any(_is_summed_up(claim, whole) for whole in wholes) else claim
        for claim in claims
    ]


def _around(story: Story, claim: Claim) -> list[str]:
    tokens = story.tokens[claim.sentence.index]
    at, end = index_at(tokens, claim.span.start), index_at(tokens, claim.span.end)
    return [token.lower for token in tokens[max(0, at - 3) : end + 3]]


def _is_summed_up(claim: Claim, whole: Claim) -> bool:
    part, total = claim.value.value, whole.value.value
    first, second = claim.qualifier("period"), whole.qualifier("period")
    return (
        claim.fact == whole.fact
        and claim.sentence.index < whole.sentence.index
        and not (claim.cumulative or whole.cumulative)
        and first is not None
        and second is not None
        and first.key == second.key
        and isinstance(part, Bounds)
        and isinstance(total, Bounds)
        and part.nominal < total.nominal
    )


def _leaving_out(claim: Claim) -> Claim:
    value = claim.value.value
    if not isinstance(value, Bounds) or value.leaves_out:
        return claim
    return replace(claim, value=replace(claim.value, value=replace(value, leaves_out="others")))


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
        span = Span(match.span.start + start, match.span.end + start)
        if _tells_of_some(story, sentence, value, span):
            continue
        value = _with_doer(story, sentence, value, slots)
        seen.add((fact.id, value.span))
        claim = _claim(story, sentence, said, fact, value, span, slots, match)
        if _is_of_another(story, sentence, span):
            claim = _leaving_out(claim)
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
    words = [token.lower for token in tokens if span.start <= token.start < span.end]
    if not cumulative and stands_in("to_date", words):
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
    if tail[:1] == ["of"] and _is_whole(story, sentence, after + 1):
        return True
    named_before = lead[-1:] == ["including"] or lead in (
        ["among", "them"],
        ["among", "whom"],
        ["of", "whom"],
    )
    return named_before or tail in (["of", "them"], ["of", "whom"])


def _is_whole(story: Story, sentence: Sentence, at: int) -> bool:
    """Whether a figure that tells a whole follows: "two of the five killed", "one of its six"."""
    tokens = story.tokens[sentence.index]
    starts = {mention.span.start for mention in story.of_kind(sentence, Kind.NUMBER)}
    determined = at < len(tokens) and tokens[at].lower in clause_words().determiners
    return any(token.start in starts for token in tokens[at : at + (2 if determined else 1)])


def _tells_of_some(story: Story, sentence: Sentence, figure: Mention, span: Span) -> bool:
    """Whether the verb behind a whole is that of its part: "one of its three crew was killed"."""
    tokens = story.tokens[sentence.index]
    at = index_at(tokens, figure.span.start)
    low = at - 1 if at and tokens[at - 1].lower in clause_words().determiners else at
    if low < 2 or tokens[low - 1].lower != "of":
        return False
    counted = numbers.parse(tokens[low - 2].lower) is not None
    behind = (token for token in tokens[at:] if token.end <= span.end)
    return counted and any(verbs.is_auxiliary(token.lower) for token in behind)


def _is_of_another(story: Story, sentence: Sentence, span: Span) -> bool:
    """Whether what does it is told as another beside the first: "a second bomb killed four"."""
    tokens = story.tokens[sentence.index]
    at = index_at(tokens, span.start)
    return stands_in("other_event", [token.lower for token in tokens[max(0, at - 4) : at]])


def _with_doer(
    story: Story, sentence: Sentence, figure: Mention, slots: Mapping[str, Span]
) -> Mention:
    """The figure, marked where it is told to count the doer in or out: "four, including the
    gunman". Others count the victims only, so that it cannot be held against theirs.
    """
    tokens = story.tokens[sentence.index]
    counted = slots.get("people", figure.span)
    at = index_at(tokens, max(counted.end, figure.span.end))
    words = [token.lower for token in tokens[at : at + _DOER_REACH]]
    lexicon = load("assertion")
    for index, word in enumerate(words):
        told = word in lexicon["counted_with"] and set(words[index + 1 : index + 5]) & set(
            lexicon["doers"]
        )
        if told and isinstance(figure.value, Bounds):
            return replace(figure, value=replace(figure.value, leaves_out="the doer"))
    return figure


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

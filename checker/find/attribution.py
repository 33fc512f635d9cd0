"""Who says it: which of a sentence's sayings governs a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.find.clauses import Verb, clause_words, find_verbs, is_border
from checker.find.speakers import (
    REACH,
    follows_closing,
    speaker_after,
    speaker_before,
    speaker_in,
)
from checker.find.story import Story
from checker.find.words import Token
from checker.model import Attribution, Kind, Sentence, Span
from checker.normalise import verbs
from checker.normalise.lexicon import load


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying with its speaker and the stretch of the sentence that is said.

    `words` is the stretch of the saying itself, speaker and verb.
    """

    words: Span
    said: Span
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class _Lexicon:
    leading: tuple[tuple[str, ...], ...]
    trailing: frozenset[str]
    giving: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = load("attribution")
    return _Lexicon(
        leading=tuple(tuple(phrase.split()) for phrase in data["leading"]),
        trailing=frozenset(data["trailing"]),
        giving=frozenset(data["giving"]),
    )


@lru_cache(maxsize=64)
def sayings(story: Story, sentence: Sentence) -> tuple[Saying, ...]:
    """Every saying of a sentence: what is said, and by whom."""
    tokens = story.tokens[sentence.index]
    found: list[Saying] = []
    for verb in find_verbs(tokens):
        if verb.act == verbs.SPEECH and not verb.passive:
            saying = _by_verb(story, sentence, tokens, verb)
            if saying is not None:
                found.append(saying)
    found.extend(_by_phrase(story, sentence, tokens))
    return tuple(found)


def attribution_of(story: Story, sentence: Sentence, span: Span) -> Attribution | None:
    """Who says the words of a span, as the sentence (or the quotation it belongs to) tells.

    Of several sayings the one whose words stand nearest governs; an outlet that reports what a
    speaker said is not the speaker.
    """
    covering = [
        saying
        for saying in sayings(story, sentence)
        if saying.said.contains(span) or saying.said.start <= span.start < saying.said.end
    ]
    if covering:
        nearest = min(
            covering,
            key=lambda saying: (
                _is_outlet(saying.attribution),
                min(abs(saying.words.end - span.start), abs(saying.words.start - span.end)),
            ),
        )
        return nearest.attribution
    return _by_own_verb(story, sentence, span) or _by_quotation(story, sentence, span)


def _is_outlet(attribution: Attribution) -> bool:
    return attribution.source.startswith("agency:")


def _by_verb(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> Saying | None:
    """The saying of one verb: "X said that …", "…, X said", "…, said X"."""
    inverted = speaker_after(story, sentence, tokens, verb)
    before = speaker_before(story, sentence, tokens, verb)
    after_text = _first_content_after(story, sentence, tokens, verb)
    if inverted is not None and (before is None or follows_closing(tokens, verb.first)):
        speaker, start, end = inverted[0], tokens[verb.first].start, inverted[1].end
        return Saying(Span(start, end), Span(sentence.span.start, start), speaker)
    if before is None:
        return None
    speaker, words = before
    whole = Span(words.start, tokens[verb.at].end)
    if after_text is None:
        return Saying(whole, Span(sentence.span.start, words.start), speaker)
    if verbs.is_weak_speech(tokens[verb.at].text) and not _opens_statement(tokens, verb.at):
        return None
    return Saying(whole, Span(tokens[verb.at].end, sentence.span.end), speaker)


def _opens_statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that", a colon or a quotation follows, as a weak verb of saying needs."""
    following = [token.lower for token in tokens[at + 1 : at + 7]]
    return any(word in ("that", ":", '"', "“", "‘") for word in following)


def _first_content_after(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> int | None:
    """Where what is said starts after the verb, or None where only trimmings follow:
    "Twelve people died, the minister said on Tuesday in a statement."

    What stands before the speaker is the statement when it has a verb of its own.
    """
    rest = tokens[verb.at + 1 :]
    first = next((token for token in rest if token.is_word or token.text in '"“‘'), None)
    if first is None:
        return None
    if first.text in '"“‘' or first.lower == "that":
        return verb.at + 1
    if _statement_before(tokens, verb) and _is_trimming(story, sentence, rest, first):
        return None
    return verb.at + 1


def _is_trimming(story: Story, sentence: Sentence, rest: Sequence[Token], first: Token) -> bool:
    """Whether what follows the verb of saying only says when, where and to whom."""
    if rest[0] is not first or first.lower in _lexicon().trailing:
        return True
    return any(
        date.span.start <= first.start < date.span.end
        for date in story.of_kind(sentence, Kind.DATE)
    )


def _statement_before(tokens: Sequence[Token], verb: Verb) -> bool:
    """Whether a clause with its verb, ended by a comma or a closing quote, precedes the speaker."""
    low = max(0, verb.first - REACH)
    marks = [
        index for index in range(low, verb.first) if tokens[index].text in (",", "”", '"', "’")
    ]
    return bool(marks) and any(other.at < marks[-1] for other in find_verbs(tokens))


def _by_phrase(story: Story, sentence: Sentence, tokens: Sequence[Token]) -> list[Saying]:
    """Sources named by a phrase: "according to the ministry", ", citing police"."""
    words = clause_words()
    found: list[Saying] = []
    for at, token in enumerate(tokens):
        for phrase in _lexicon().leading:
            if token.lower != phrase[0]:
                continue
            end = at + len(phrase)
            if tuple(t.lower for t in tokens[at:end]) != phrase or end >= len(tokens):
                continue
            stop = end
            while (
                stop < len(tokens)
                and stop - end < REACH
                and not (
                    is_border(tokens[stop])
                    or tokens[stop].text in ",."
                    or (
                        stop > end
                        and tokens[stop].lower in words.prepositions
                        and tokens[stop].lower not in ("of", "for")
                    )
                )
            ):
                stop += 1
            speaker = speaker_in(story, sentence, tokens[end:stop])
            if speaker is None:
                continue
            words_span = Span(token.start, tokens[max(end, stop - 1)].end)
            found.append(Saying(words_span, sentence.span, speaker))
    return found


def _by_own_verb(story: Story, sentence: Sentence, span: Span) -> Attribution | None:
    """Who gives a figure by a verb that is part of the claim: "officials put the toll at 31"."""
    tokens = story.tokens[sentence.index]
    for verb in find_verbs(tokens):
        if tokens[verb.at].start == span.start and verb.base in _lexicon().giving:
            before = speaker_before(story, sentence, tokens, verb)
            return before[0] if before is not None else None
    return None


def _by_quotation(story: Story, sentence: Sentence, span: Span) -> Attribution | None:
    """The speaker of a quotation that runs on into this sentence from the one before, or on."""
    for neighbour in (sentence.index - 1, sentence.index + 1):
        if not 0 <= neighbour < len(story.sentences):
            continue
        other = story.sentences[neighbour]
        if other.paragraph != sentence.paragraph or not _is_quoted(story, sentence, span):
            continue
        spoken = sayings(story, other)
        if spoken:
            return spoken[0].attribution
    return None


def _is_quoted(story: Story, sentence: Sentence, span: Span) -> bool:
    indexes = range(max(0, sentence.index - 2), sentence.index + 1)
    return any(
        mention.kind is Kind.QUOTE and mention.span.overlaps(span)
        for index in indexes
        for mention in story.mentions[index]
    )

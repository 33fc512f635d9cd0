"""When it happened: the period of a claim, and whether its figure counts to date.

A qualifier that stands in the claim's own sentence is explicit. What the sentence leaves out is
taken from the paragraph or the story (inherited) or from the document's date (assumed), and is
marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from checker.find.attribution import Saying
from checker.find.borders import clauses_between, verb_between
from checker.find.clauses import Verb, clause_around, index_at
from checker.find.story import TELLING, Story
from checker.model import How, Kind, Mention, Qualifier, Sentence, Span
from checker.normalise.lexicon import load
from checker.values import DateInterval, Grain, Measure, Mode, interval_text

#: The headline and the first sentences, in which a story tells its own event and its day.
OPENING_LENGTH = 3


def period_of(
    story: Story,
    sentence: Sentence,
    span: Span,
    said: Sequence[Saying],
    verb: Verb | None,
) -> tuple[Qualifier | None, bool]:
    """When it happened, and whether the figure counts from a start to date.

    A date beside a verb of saying tells when it was said, not when it happened. A perfect tense
    without a date ("have been killed") counts to date.
    """
    dates = [
        mention
        for mention in story.of_kind(sentence, Kind.DATE)
        if not _belongs_to_saying(story, sentence, mention, said)
        and isinstance(mention.value, DateInterval)
    ]
    own = _date_in_clause(story, sentence, span, dates, said)
    if own is not None and isinstance(own.value, DateInterval):
        value = own.value
        cumulative = value.mode in (Mode.SINCE, Mode.PAST)
        return _period(own, value, How.EXPLICIT), cumulative
    shifted = _told_from_another(story, sentence, span)
    if shifted is not None:
        return shifted, False
    perfect = verb is not None and verb.perfect and not verb.modal
    before = _told_before(story, sentence, span)
    if before is not None:
        return before
    if perfect:
        return _to_date(story, sentence, span), True
    return _inherited_period(story, sentence), False


def period_beside(story: Story, sentence: Sentence, span: Span) -> Qualifier | None:
    """The one date that stands in a figure's clause, whatever verb it belongs to."""
    tokens = story.tokens[sentence.index]
    first, last = clause_around(tokens, min(index_at(tokens, span.start), len(tokens) - 1))
    clause = Span(tokens[first].start, tokens[last - 1].end)
    dates = [
        mention
        for mention in story.of_kind(sentence, Kind.DATE)
        if clause.contains(mention.span) and isinstance(mention.value, DateInterval)
    ]
    if len(dates) != 1 or not isinstance(dates[0].value, DateInterval):
        return None
    return _period(dates[0], dates[0].value, How.EXPLICIT)


def _period(mention: Mention, value: DateInterval, how: How) -> Qualifier:
    return Qualifier(interval_text(value), _period_key(value), how, value, mention.span)


def _period_key(value: DateInterval) -> str:
    if value.start is not None and value.end is not None:
        return f"{value.mode}:{value.start}/{value.end}"
    if value.weekday is not None:
        return f"{value.mode}:weekday {value.weekday}"
    return f"{value.mode}:{value.text.lower()}"


def _belongs_to_saying(
    story: Story, sentence: Sentence, date: Mention, said: Sequence[Saying]
) -> bool:
    """Whether a date tells when something was said: "said on Monday that", "on Monday X said"."""
    tokens = story.tokens[sentence.index]
    for saying in said:
        if saying.words.contains(date.span):
            return True
        low = index_at(tokens, saying.words.end)
        high = index_at(tokens, date.span.start)
        if 0 <= high - low <= 2 and date.span.start >= saying.words.end:
            between = {token.lower for token in tokens[low:high]}
            if between <= {"on", "late", "early", "in", ","} and "," not in between:
                return True
    return False


def _date_in_clause(
    story: Story,
    sentence: Sentence,
    span: Span,
    dates: Sequence[Mention],
    said: Sequence[Saying],
) -> Mention | None:
    """The date that the claim's own clause gives, or the one that opens the sentence."""
    tokens = story.tokens[sentence.index]
    near: list[tuple[int, int, Mention]] = []
    for mention in dates:
        value = mention.value
        assert isinstance(value, DateInterval)
        if value.offset is not None:
            continue
        borders = clauses_between(tokens, span, mention.span)
        gap = max(mention.span.start - span.end, span.start - mention.span.end, 0)
        opens = index_at(tokens, mention.span.start) <= 2 and not any(
            mention.span.end <= saying.words.start < span.start for saying in said
        )
        free = borders == 0 and not verb_between(tokens, span, mention.span)
        if span.overlaps(mention.span) or free or opens:
            near.append((borders, gap, mention))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _told_from_another(story: Story, sentence: Sentence, span: Span) -> Qualifier | None:
    """The day of what is told from another event: "… on Monday, a day after 80 people died"."""
    tokens = story.tokens[sentence.index]
    for mention in story.of_kind(sentence, Kind.DATE):
        value = mention.value
        if not isinstance(value, DateInterval) or value.offset is None:
            continue
        gap = index_at(tokens, span.start) - index_at(tokens, mention.span.end)
        before = 0 <= gap <= 3
        behind = 0 <= index_at(tokens, mention.span.start) - index_at(tokens, span.end) <= 2
        if not (before or behind):
            continue
        base = _base_day(story, sentence, mention)
        days = -value.offset if before else value.offset
        if base is None:
            # Told from an event whose day is not known: a day of its own, not the story's.
            return Qualifier(mention.text, f"offset:{mention.text.lower()}", How.EXPLICIT, value)
        moved = replace(base.shifted(days), text=f"{mention.text} {base.text}")
        return _period(mention, moved, How.EXPLICIT)
    return None


def _base_day(story: Story, sentence: Sentence, offset: Mention) -> DateInterval | None:
    """The day that an offset counts from: the last one named before it."""
    for index in range(sentence.index, max(-1, sentence.index - 3), -1):
        days = [
            mention.value
            for mention in story.of_kind(story.sentences[index], Kind.DATE)
            if mention.span.end <= offset.span.start
            and isinstance(mention.value, DateInterval)
            and mention.value.is_day
        ]
        if days:
            return days[-1]
    return None


@cache
def _anaphors() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases that stand for a time told before, by what they stand for, the longest first."""
    return {
        kind: tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))
        for kind, phrases in load("anaphors").items()
    }


def _told_before(
    story: Story, sentence: Sentence, span: Span
) -> tuple[Qualifier | None, bool] | None:
    """The time that "since", "in that time" or "that day" stands for, and whether it runs on."""
    tokens = story.tokens[sentence.index]
    at = index_at(tokens, span.end)
    kind = ""
    for name, phrases in _anaphors().items():
        for phrase in phrases:
            end = at + len(phrase)
            if tuple(token.lower for token in tokens[at:end]) == phrase and not any(
                token.is_word for token in tokens[end : end + 1]
            ):
                kind = kind or name
    if not kind:
        return None
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        for mention in reversed(story.of_kind(story.sentences[index], Kind.DATE)):
            value = mention.value
            if not isinstance(value, DateInterval):
                continue
            if kind == "day" and value.is_day:
                return _period(mention, value, How.INHERITED), False
            if kind == "since" and (value.is_day or value.mode is Mode.SINCE):
                named = value.text.removeprefix("since ")
                since = replace(value, mode=Mode.SINCE, text=f"since {named}")
                return _period(mention, since, How.INHERITED), True
    # A time told before that cannot be found is a time of its own, and not the story's.
    return Qualifier("a time told before", "told before", How.EXPLICIT), kind == "since"


def _to_date(story: Story, sentence: Sentence, span: Span) -> Qualifier | None:
    """From a start to the document's day: "ten months of conflict … has killed"."""
    published = story.document.published
    for mention in reversed(story.of_kind(sentence, Kind.DURATION)):
        value = mention.value
        if mention.span.start < span.start and isinstance(value, Measure) and published:
            days = value.base.nominal
            start = published - timedelta(days=min(round(days), 36500))
            since = DateInterval(
                mention.text, Grain.MONTH, start, published + timedelta(days=1), mode=Mode.SINCE
            )
            return _period(mention, since, How.EXPLICIT)
    return Qualifier("to date", "to date", How.ASSUMED)


def _day_of_opening(story: Story, sentence: Sentence) -> Qualifier | None:
    """The one day that a story's opening names, for what the opening tells without a day: a
    headline has the day of its lead.
    """
    opening = [s for s in story.sentences if s.role in TELLING][:OPENING_LENGTH]
    if sentence not in opening:
        return None
    days = {
        _period_key(mention.value): mention
        for other in opening
        for mention in story.of_kind(other, Kind.DATE)
        if isinstance(mention.value, DateInterval) and mention.value.is_day
    }
    if len(days) != 1:
        return None
    mention = next(iter(days.values()))
    assert isinstance(mention.value, DateInterval)
    return _period(mention, mention.value, How.INHERITED)


def _inherited_period(story: Story, sentence: Sentence) -> Qualifier | None:
    """The day of the paragraph's sentence before, else the document's own day or the one before."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        other = story.sentences[index]
        if other.paragraph != sentence.paragraph:
            break
        for mention in reversed(story.of_kind(other, Kind.DATE)):
            if isinstance(mention.value, DateInterval) and mention.value.is_day:
                return _period(mention, mention.value, How.INHERITED)
    told = _day_of_opening(story, sentence)
    if told is not None:
        return told
    published = story.document.published
    if published is None:
        return None
    day = timedelta(days=1)
    around = DateInterval("about the document's date", Grain.DAY, published - day, published + day)
    return Qualifier(interval_text(around), _period_key(around), How.ASSUMED, around)

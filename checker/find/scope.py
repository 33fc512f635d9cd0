"""What a claim is limited to: its place, its period, and who did it.

A qualifier that stands in the claim's own sentence is explicit. What the sentence leaves out is
taken from the paragraph or the story's main place (inherited), or from the document's date
(assumed), and is marked so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, lru_cache

from checker.find.attribution import Saying
from checker.find.clauses import Verb, clause_around, find_verbs, index_at, is_border
from checker.find.story import TELLING, Story
from checker.find.words import Token
from checker.model import How, Kind, Mention, Qualifier, Role, Sentence, Span
from checker.normalise import gazetteer, places, verbs
from checker.normalise.lexicon import load
from checker.values import DateInterval, Grain, Measure, Mode, Office, Place, interval_text

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "across",
        "around",
        "outside",
        "inside",
        "within",
        "throughout",
        "off",
    }
)
_ALONG = frozenset({"of", "city", "town", "province", "village", "district", "region", "the"})
_AWAY = frozenset({"to", "from", "against", "with", "for", "by", "towards", "toward", "between"})
_SAME_TIME = frozenset({"when", "as", "while"})
#: How much a mention of a place says that the story happens there.
_THERE, _NAMED, _ACTING = 12, 4, 1
#: Acts that are done to a place: "stormed Homs", "hit the coast of Peru".
_STRICKEN = frozenset(
    {"hit", "attack", "bomb", "arrest", "destroy", "devastate", "flood", "batter", "sweep"}
)
#: A lead is so many sentences long.
LEAD = 3


def place_of(
    story: Story, sentence: Sentence, span: Span, said: Sequence[Saying]
) -> Qualifier | None:
    """Where it happened: in the sentence, else in the paragraph, else the story's main place."""
    here = _place_in(story, sentence, span, said)
    if here is not None:
        return here
    for index in range(sentence.index - 1, -1, -1):
        other = story.sentences[index]
        if other.paragraph != sentence.paragraph:
            break
        near = _place_in(story, other, other.span, ())
        if near is not None:
            return replace(near, how=How.INHERITED)
    main = main_place(story)
    if main is None:
        return None
    how = How.INHERITED if _named_in_lead(story, main) else How.ASSUMED
    return Qualifier(main.name, main.key, how, main)


@lru_cache(maxsize=64)
def main_place(story: Story) -> Place | None:
    """The country, else the place, where things happen in a story.

    A place counts by its use: most where something is said to be there, little where it only acts
    ("Russia has blocked …"). Each place counts for the country that it lies in too.
    """
    counts: Counter[str] = Counter()
    by_key: dict[str, Place] = {}
    for sentence in story.sentences:
        tokens = story.tokens[sentence.index]
        for mention in story.of_kind(sentence, Kind.PLACE):
            value = mention.value
            if not isinstance(value, Place):
                continue
            by_key.setdefault(value.key, value)
            for key in {value.key, *value.within[-1:]}:
                counts[key] += _weight_in(tokens, mention)
    if not counts:
        return None
    depth = {key: len(by_key[key].within) if key in by_key else 0 for key in counts}
    best = max(counts, key=lambda key: (counts[key], -depth[key], key))
    if best in by_key:
        return by_key[best]
    return gazetteer.place_of_key(best, best)


def _weight_in(tokens: Sequence[Token], mention: Mention) -> int:
    if is_locative(tokens, mention):
        return _THERE
    after = index_at(tokens, mention.span.end)
    acts = any(verb.first == after for verb in find_verbs(tokens))
    owns = after > 0 and tokens[after - 1].lower.endswith(("'s", "s'"))
    return _ACTING if acts or owns else _NAMED


def _named_in_lead(story: Story, place: Place) -> bool:
    telling = [s for s in story.sentences if s.role in TELLING]
    lead = [s for s in telling if s.role is Role.HEADLINE][:2]
    lead += [s for s in telling if s.role is Role.BODY][:LEAD]
    return any(_tells_of(story, sentence, place) for sentence in lead)


def _tells_of(story: Story, sentence: Sentence, place: Place) -> bool:
    """Whether a sentence names a place, an office of it or its people ("Syria's president")."""
    for mention in story.of_kind(sentence, Kind.PLACE, Kind.OFFICE):
        value = mention.value
        if isinstance(value, Place) and place.key in (value.key, *value.within):
            return True
        if isinstance(value, Office) and value.body == place.key:
            return True
    nations = (places.demonym(token.text) for token in story.tokens[sentence.index])
    return any(nation is not None and nation.key == place.key for nation in nations)


def _place_in(
    story: Story, sentence: Sentence, span: Span, said: Sequence[Saying]
) -> Qualifier | None:
    """The place in a sentence that a claim hangs on: a locative one, near it, the most specific."""
    tokens = story.tokens[sentence.index]
    found = [
        mention
        for mention in story.of_kind(sentence, Kind.PLACE)
        if not any(saying.words.overlaps(mention.span) for saying in said)
        and is_locative(tokens, mention)
        and _clauses_between(tokens, span, mention.span) <= 1
    ]
    if not found:
        return None

    def distance(mention: Mention) -> int:
        after = mention.span.start >= span.start
        return mention.span.start - span.end if after else span.start - mention.span.end

    nearest = min(found, key=distance)
    assert isinstance(nearest.value, Place)
    for other in found:
        if isinstance(other.value, Place) and nearest.value.key in other.value.within:
            nearest = other
    return _joined(story, tokens, found, nearest)


def is_locative(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the words before a place say that something is there."""
    at = index_at(tokens, mention.span.start) - 1
    steps = 0
    while at >= 0 and steps < 6:
        word = tokens[at].lower
        if word in _LOCATIVE:
            return True
        if word in _AWAY or is_border(tokens[at]) or word == ",":
            return False
        if word == "of" or (word == "and" and steps == 0):
            # "the city of X", "an attack on X and Y": what stands before decides.
            at, steps = at - 1, steps
            continue
        if verbs.act(word) in _STRICKEN:
            return True
        at, steps = at - 1, steps + 1
    return False


def _clauses_between(tokens: Sequence[Token], a: Span, b: Span) -> int:
    """How many clause borders lie between two spans of a sentence.

    "When" and its like part no times: "were hurt when two trams collided on Friday".
    """
    first, second = (a, b) if a.start <= b.start else (b, a)
    low, high = index_at(tokens, first.end), index_at(tokens, second.start)
    return sum(
        1 for token in tokens[low:high] if is_border(token) and token.lower not in _SAME_TIME
    )


def _joined(
    story: Story, tokens: Sequence[Token], found: Sequence[Mention], chosen: Mention
) -> Qualifier:
    """The chosen place, together with those that "and" joins to it."""
    assert isinstance(chosen.value, Place)
    group = [chosen]
    for other in found:
        if other is chosen or not isinstance(other.value, Place):
            continue
        if other.value.key in chosen.value.within or chosen.value.key in other.value.within:
            continue
        first, second = sorted((chosen, other), key=lambda mention: mention.span)
        low, high = index_at(tokens, first.span.end), index_at(tokens, second.span.start)
        between = [token.lower for token in tokens[low:high]]
        if "and" in between and len(between) <= 4:
            group.append(other)
    if len(group) == 1:
        return Qualifier(
            chosen.value.name, chosen.value.key, How.EXPLICIT, chosen.value, chosen.span
        )
    values = sorted(
        (mention.value for mention in group if isinstance(mention.value, Place)),
        key=lambda place: place.key,
    )
    shared = [key for key in values[0].within if all(key in value.within for value in values)]
    name = " and ".join(value.name for value in values)
    joined = Place(
        text=name,
        name=name,
        key="+".join(value.key for value in values),
        kind="places",
        within=tuple(shared),
        known=all(value.known for value in values),
    )
    return Qualifier(name, joined.key, How.EXPLICIT, joined, chosen.span)


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


def _verb_between(tokens: Sequence[Token], a: Span, b: Span) -> bool:
    """Whether another verb stands between two spans, so that each has its own."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    low, high = index_at(tokens, first.end), index_at(tokens, second.start)
    if any(token.lower in _SAME_TIME for token in tokens[low:high]):
        return False
    return any(low <= verb.first and verb.at < high for verb in find_verbs(tokens))


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
        borders = _clauses_between(tokens, span, mention.span)
        gap = max(mention.span.start - span.end, span.start - mention.span.end, 0)
        opens = index_at(tokens, mention.span.start) <= 2 and not any(
            mention.span.end <= saying.words.start < span.start for saying in said
        )
        free = borders == 0 and not _verb_between(tokens, span, mention.span)
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


def _inherited_period(story: Story, sentence: Sentence) -> Qualifier | None:
    """The day of the paragraph's sentence before, else the document's own day or the one before."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        other = story.sentences[index]
        if other.paragraph != sentence.paragraph:
            break
        for mention in reversed(story.of_kind(other, Kind.DATE)):
            if isinstance(mention.value, DateInterval) and mention.value.is_day:
                return _period(mention, mention.value, How.INHERITED)
    published = story.document.published
    if published is None:
        return None
    day = timedelta(days=1)
    around = DateInterval("about the document's date", Grain.DAY, published - day, published + day)
    return Qualifier(interval_text(around), _period_key(around), How.ASSUMED, around)


@cache
def _agents() -> tuple[tuple[str, str], ...]:
    pairs = [(noun, kind) for kind, nouns in load("agents").items() for noun in nouns]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def agent_of(
    story: Story, sentence: Sentence, span: Span, value: Span, verb: Verb | None
) -> Qualifier | None:
    """Who did it: the subject of an active verb, or what "by" names after a passive one."""
    if verb is None:
        return None
    tokens = story.tokens[sentence.index]
    if verb.passive:
        at = index_at(tokens, span.end)
        _, last = clause_around(tokens, max(0, min(at, len(tokens)) - 1))
        for index in range(verb.at + 1, min(last, verb.at + 12)):
            if tokens[index].lower == "by":
                return _agent_in(story, tokens, index + 1, min(index + 8, last))
        return None
    if tokens[verb.first].start > value.start:
        # The figure comes first: those who are counted are the ones it is done to.
        return None
    first, _ = clause_around(tokens, verb.first)
    earlier = [other.at + 1 for other in find_verbs(tokens) if other.at < verb.first]
    return _agent_in(story, tokens, max([first, verb.first - 8, *earlier[-1:]]), verb.first)


def _agent_in(story: Story, tokens: Sequence[Token], low: int, high: int) -> Qualifier | None:
    stop = low
    while stop < high and tokens[stop].text not in ".,;":
        stop += 1
    group = tokens[low:stop] if stop < high else tokens[low:high]
    if not group:
        return None
    text = f" {' '.join(token.lower for token in group)} "
    for noun, kind in _agents():
        if f" {noun} " in text:
            span = Span(group[0].start, group[-1].end)
            return Qualifier(story.words(span), kind, How.EXPLICIT, None, span)
    return None

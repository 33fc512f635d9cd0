"""The `say:` phrases of the facts as matchers over a sentence's words and typed slots.

A phrase is tried only on a sentence that holds one of its rarest words. It is matched on the words
as they stand, then without insertions and adverbs, then also without what is told of people between
their noun and the verb; what the plainer reading finds stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.find.conjuncts import Conjuncts, conjuncts
from checker.find.encoded import Encoded, Filled, Words, encode, split
from checker.find.groups import agent_groups, counts_other_things, people_groups
from checker.find.insertions import Insertion, adverbs, belongs_elsewhere, insertions, tails
from checker.find.phrase_patterns import Phrase, pattern, phrases_of, plain_words
from checker.model import Kind, Mention, Span
from checker.normalise import verbs
from checker.normalise.peoplewords import stands_alone
from checker.rulebook import Fact
from checker.values import DateInterval, Mode

_LARGER = frozenset(
    {Kind.PERCENT, Kind.MONEY, Kind.QUANTITY, Kind.AGE, Kind.DATE, Kind.TIME, Kind.DURATION}
    | {Kind.ORDINAL, Kind.SCORE}
)
_BOUNDED = frozenset({Mode.SINCE, Mode.BETWEEN, Mode.PAST, Mode.UNTIL, Mode.AFTER, Mode.BEFORE})


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that can fill a slot of its type: its span in the sentence's text."""

    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """Where a fact is said: the span of the phrase, what fills its slots by name, the phrase.

    `insertions` are the words skipped inside it, and those that follow it directly: "almost 100
    people, including 55 civilians, were killed". A figure that is counted together with another
    one ("twelve soldiers and two policemen were killed") is a match of its own: `together`.
    """

    fact: str
    span: Span
    slots: Mapping[str, Span]
    phrase: str
    insertions: tuple[Span, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    phrase: Phrase
    first: int
    last: int
    slots: Mapping[str, tuple[int, int]]
    reading: int
    together: bool = False


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases of a rulebook, found by the words they need."""

    by_word: Mapping[str, tuple[Phrase, ...]]
    wordless: tuple[Phrase, ...]

    def match(self, text: str, slots: Sequence[Slot]) -> list[PhraseMatch]:
        """What a sentence says: for each fact its best matches, none over the same words.

        Spans, given and returned, count characters of `text`.
        """
        tried = self._candidates(text, {slot.type for slot in slots})
        if not tried:
            return []
        words = split(text, [slot.span for slot in slots])
        filled = _filled(words, slots, set().union(*(phrase.types for phrase in tried)))
        types = {slot.type for slot in filled}
        tried = [phrase for phrase in tried if phrase.needs <= types]
        if not tried:
            return []
        inserted = insertions(words, filled)
        framed = {
            i for slot in filled if slot.type in _FRAMES for i in range(slot.first, slot.last)
        }
        found: list[_Found] = []
        for number, reading in enumerate(_readings(words, filled, inserted)):
            for phrase in tried:
                found.extend(_matches(phrase, reading, words, framed, number))
        best = _best(found)
        best += _together(best, conjuncts(words, filled))
        return [_told(words, inserted, one) for one in sorted(best, key=_place)]

    def _candidates(self, text: str, types: set[str]) -> list[Phrase]:
        """The phrases one of whose words the sentence holds, with the mentions that they need."""
        tried = list(self.wordless)
        for word in plain_words(text) & self.by_word.keys():
            tried.extend(self.by_word[word])
        return [p for p in dict.fromkeys(tried) if p.needs & _GIVEN <= types]


#: Slots that tell insertions, tails and lists, wanted by a phrase or not.
_FRAMES = frozenset({"date", "period", "time", "place", "person", "org", "duration"})
_ALWAYS = _FRAMES | {"count", "people", "age"}
#: Slot types that only a mention can fill.
_GIVEN = frozenset({kind.value for kind in Kind} | {"count", "period"})


def compile_book(facts: Iterable[Fact]) -> PhraseBook:
    """The phrases of the facts, ready to be matched; each is compiled when it is first tried."""
    by_word: dict[str, list[Phrase]] = {}
    wordless: list[Phrase] = []
    for fact in facts:
        for phrase in phrases_of(fact):
            for word in phrase.anchors:
                by_word.setdefault(word, []).append(phrase)
            if not phrase.anchors:
                wordless.append(phrase)
    return PhraseBook({word: tuple(them) for word, them in by_word.items()}, tuple(wordless))


def slots_of(mentions: Iterable[Mention], sentence: Span) -> list[Slot]:
    """The slots that a sentence's mentions can fill, with spans counted from its start.

    A number inside a larger figure ("12 days", "40 km") is no slot of its own.
    """
    found: list[Slot] = []
    reach = -1
    # By start, the longer first: a number that a larger figure holds comes after it.
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.kind)):
        if not sentence.contains(mention.span):
            continue
        if mention.kind in _LARGER:
            reach = max(reach, mention.span.end)
        elif mention.kind is Kind.NUMBER and mention.span.end <= reach:
            continue
        start = sentence.start
        span = Span(mention.span.start - start, mention.span.end - start)
        found.extend(Slot(type, span) for type in _types_of(mention))
    return found


def _types_of(mention: Mention) -> list[str]:
    types = [mention.kind.value]
    if mention.kind is Kind.NUMBER:
        types.append("count")
    value = mention.value
    bounded = isinstance(value, DateInterval) and value.mode in _BOUNDED
    if bounded or mention.kind is Kind.DURATION:
        types.append("period")
    return types


def _filled(words: Words, slots: Sequence[Slot], wanted: set[str]) -> list[Filled]:
    """The slots over words: those given, and the noun groups that the phrases ask for."""
    filled: list[Filled] = []
    for slot in slots:
        first, last = words.at(slot.span)
        if last > first:
            filled.append(Filled(slot.type, first, last))
    counts = [slot for slot in filled if slot.type == "count"]
    filled.extend(people_groups(words, counts))
    if "agent" in wanted:
        filled.extend(agent_groups(words, filled))
    if "who" in wanted:
        filled.extend(_speakers(filled))
    kept = [slot for slot in filled if slot.type in wanted | _ALWAYS]
    return _longest(kept)


def _speakers(filled: Sequence[Filled]) -> list[Filled]:
    """People, offices and bodies as {who}; a title and a name side by side are one."""
    parts = sorted(
        (slot for slot in filled if slot.type in {"person", "office", "org", "people"}),
        key=lambda slot: (slot.first, -slot.last),
    )
    found: list[Filled] = []
    for slot in parts:
        if found and slot.first <= found[-1].last and slot.last > found[-1].first:
            found[-1] = Filled("who", found[-1].first, max(found[-1].last, slot.last))
        else:
            found.append(Filled("who", slot.first, slot.last))
    return found


def _longest(slots: Sequence[Filled]) -> list[Filled]:
    """Slots of which no two of one type overlap: the longest stand."""
    kept: list[Filled] = []
    taken: set[tuple[str, int]] = set()
    for slot in sorted(slots, key=lambda slot: (slot.first - slot.last, slot.first)):
        cells = {(slot.type, index) for index in range(slot.first, slot.last)}
        if not cells & taken:
            kept.append(slot)
            taken |= cells
    return kept


def _readings(
    words: Words, filled: Sequence[Filled], inserted: Sequence[Insertion]
) -> Iterable[Encoded]:
    """The sentence as it stands, then with less and less of what interrupts it."""
    everything = range(len(words.lower))
    yield encode(words, filled, everything)
    skipped = {
        index
        for insertion in inserted
        if insertion.closed
        for index in range(insertion.first, insertion.last)
    }
    kept = [index for index in everything if index not in skipped]
    skipped |= adverbs(words, kept, filled)
    kept = [index for index in everything if index not in skipped]
    if skipped:
        yield encode(words, _whole(filled, skipped), kept)
    told = tails(words, kept, filled)
    if told:
        kept = [index for index in kept if index not in told]
        skipped |= told
        yield encode(words, _whole(filled, skipped), kept)


def _whole(filled: Sequence[Filled], skipped: set[int]) -> list[Filled]:
    """The slots none of whose end words are skipped."""
    return [slot for slot in filled if slot.first not in skipped and slot.last - 1 not in skipped]


def _matches(
    phrase: Phrase, reading: Encoded, words: Words, framed: Collection[int], number: int
) -> Iterable[_Found]:
    regex, groups = pattern(phrase.text)
    for match in regex.finditer(reading.text):
        slots: dict[str, tuple[int, int]] = {}
        for group, name in enumerate(groups, start=1):
            start, end = match.span(group)
            if start >= 0:
                slots[name] = (reading.word_at(start), reading.word_at(end - 1) + 1)
        first, last = reading.first_at(match.start()), reading.word_at(match.end() - 1) + 1
        one = _Found(phrase, first, last, slots, number)
        if phrase.vetoes or not (
            _is_no_subject(one, reading, words) or _is_of_things(one, words, framed)
        ):
            yield one


def _is_no_subject(one: _Found, reading: Encoded, words: Words) -> bool:
    """Whether the slot that opens a phrase belongs to what stands before it."""
    if not one.phrase.opens_with_slot:
        return False
    before = [words.lower[index] for index in reading.before(one.first, 2)]
    finite = any(verbs.is_auxiliary(words.lower[index]) for index in range(one.first, one.last))
    return belongs_elsewhere(before, finite=finite)


def _is_of_things(one: _Found, words: Words, framed: Collection[int]) -> bool:
    """Whether a figure of people turns out to count something else: "killed 12 sheep"."""
    if not one.phrase.of_people or "count" not in one.slots:
        return False
    ends = one.last == one.slots["count"][1] or stands_alone(words.lower[one.last - 1])
    return ends and counts_other_things(words, one.last, framed)


def _best(found: Sequence[_Found]) -> list[_Found]:
    """Of each fact the plainest and longest matches that no veto touches and that share no word."""
    taken = {
        (one.phrase.fact, index)
        for one in found
        if one.phrase.vetoes
        for index in range(one.first, one.last)
    }
    kept: list[_Found] = []
    for one in sorted(
        (one for one in found if not one.phrase.vetoes),
        key=lambda one: (
            one.reading,
            one.first - one.last,
            -len(one.slots),
            one.first,
            one.phrase.text,
        ),
    ):
        cells = {(one.phrase.fact, index) for index in range(one.first, one.last)}
        if not cells & taken:
            kept.append(one)
            taken |= cells
    return kept


def _place(one: _Found) -> tuple[int, int, str]:
    return one.first, one.last, one.phrase.fact


def _together(found: Sequence[_Found], lists: Conjuncts) -> list[_Found]:
    """The figures that are counted together with those found, each as a find of its own."""
    known = {(one.phrase.fact, one.slots.get("count")) for one in found}
    more: list[_Found] = []
    for one in found:
        if not one.phrase.counts_people or "people" not in one.slots:
            continue
        others = lists.before(one.first) if one.first == one.slots["count"][0] else []
        if one.last == one.slots["people"][1]:
            others = others + lists.after(one.last)
        for other in others:
            count = (other.first, other.group)
            if (one.phrase.fact, count) not in known:
                slots = {**one.slots, "count": count, "people": (other.group, other.last)}
                first, last = min(one.first, other.first), max(one.last, other.last)
                more.append(replace(one, first=first, last=last, slots=slots, together=True))
    return more


def _told(words: Words, inserted: Sequence[Insertion], one: _Found) -> PhraseMatch:
    filled = {index for first, last in one.slots.values() for index in range(first, last)}
    skipped: list[Span] = []
    for insertion in inserted[bisect_left(inserted, one.first, key=lambda i: i.first) :]:
        if insertion.first > one.last:
            break
        inside = insertion.last <= one.last or insertion.first == one.last
        if inside and filled.isdisjoint(range(insertion.first, insertion.last)):
            skipped.append(words.span(insertion.first, insertion.last))
    return PhraseMatch(
        fact=one.phrase.fact,
        span=words.span(one.first, one.last),
        slots={name: words.span(first, last) for name, (first, last) in one.slots.items()},
        phrase=one.phrase.text,
        insertions=tuple(skipped),
        together=one.together,
    )

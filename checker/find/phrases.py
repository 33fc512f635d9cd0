"""The `say:` phrases of the facts as matchers over a sentence's words and typed slots.

A phrase is tried only on a sentence that holds one of its rarest words. It is matched on the words
as they stand, then without insertions and adverbs, then also without what is told of people between
their noun and the verb; what the plainer reading finds stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from checker.find.clauses import clause_words
from checker.find.encoded import (
    BORDERS,
    MARKS,
    Encoded,
    Filled,
    Words,
    encode,
    end_mark,
    split,
    start_mark,
)
from checker.find.groups import agent_groups, people_groups
from checker.find.insertions import Insertion, adverbs, belongs_elsewhere, insertions, tails
from checker.model import Kind, Mention, Span
from checker.normalise import verbs
from checker.rulebook import Fact
from checker.rulebook.phrase import GAP_WORDS, Gap, Node, OneOf, SlotNode, Word, parse_phrase, walk
from checker.values import DateInterval, Mode

_BOUNDED = frozenset({Mode.SINCE, Mode.BETWEEN, Mode.PAST, Mode.UNTIL, Mode.AFTER, Mode.BEFORE})
#: The words that no gap passes over.
_GAP_STOPS = ("and", "but", "while", "or", "as", "after", "before", "when", "that", "who", "which")


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that can fill a slot of its type: its span in the sentence's text."""

    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """Where a fact is said: the span of the phrase, what fills its slots by name, the phrase.

    `insertions` are the words skipped inside it, and those that follow it directly: "almost 100
    people, including 55 civilians, were killed".
    """

    fact: str
    span: Span
    slots: Mapping[str, Span]
    phrase: str
    insertions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a fact. `anchors` are words of which a sentence must hold one, or none at all;
    `needs` the slot types without which it cannot match.
    """

    fact: str
    text: str
    vetoes: bool
    nodes: tuple[Node, ...]
    anchors: frozenset[str]
    needs: frozenset[str]
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    phrase: _Phrase
    first: int
    last: int
    slots: Mapping[str, tuple[int, int]]
    reading: int


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases of a rulebook, found by the words they need."""

    by_word: Mapping[str, tuple[_Phrase, ...]]
    wordless: tuple[_Phrase, ...]

    def match(self, text: str, slots: Sequence[Slot]) -> list[PhraseMatch]:
        """What a sentence says: for each fact its best matches, none over the same words.

        Spans, given and returned, count characters of `text`.
        """
        words = split(text, [slot.span for slot in slots])
        tried = self._candidates(words, {slot.type for slot in slots})
        if not tried:
            return []
        filled = _filled(words, slots, set().union(*(phrase.types for phrase in tried)))
        types = {slot.type for slot in filled}
        tried = [phrase for phrase in tried if phrase.needs <= types]
        if not tried:
            return []
        inserted = insertions(words, filled)
        found: list[_Found] = []
        for number, reading in enumerate(_readings(words, filled, inserted)):
            for phrase in tried:
                found.extend(_matches(phrase, reading, words, number))
        return [_told(words, inserted, best) for best in _best(found)]

    def _candidates(self, words: Words, types: set[str]) -> list[_Phrase]:
        tried = [phrase for phrase in self.wordless if phrase.needs & _GIVEN <= types]
        seen: set[int] = set()
        for word in dict.fromkeys(words.lower):
            for phrase in self.by_word.get(word, ()):
                if id(phrase) not in seen and phrase.needs & _GIVEN <= types:
                    seen.add(id(phrase))
                    tried.append(phrase)
        return tried


#: Slot types that only a mention can fill.
_GIVEN = frozenset({kind.value for kind in Kind} | {"count", "period"})


def compile_book(facts: Iterable[Fact]) -> PhraseBook:
    """The phrases of the facts, ready to be matched; each is compiled when it is first tried."""
    by_word: dict[str, list[_Phrase]] = {}
    wordless: list[_Phrase] = []
    for fact in facts:
        for text, vetoes in [(t, False) for t in fact.say] + [(t, True) for t in fact.not_]:
            phrase = _phrase(fact.id, text, vetoes=vetoes)
            for word in phrase.anchors:
                by_word.setdefault(word, []).append(phrase)
            if not phrase.anchors:
                wordless.append(phrase)
    return PhraseBook(
        {word: tuple(phrases) for word, phrases in by_word.items()},
        tuple(wordless),
    )


def slots_of(mentions: Iterable[Mention], sentence: Span) -> list[Slot]:
    """The slots that a sentence's mentions can fill, with spans counted from its start."""
    found: list[Slot] = []
    for mention in mentions:
        if sentence.contains(mention.span):
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


def _phrase(fact: str, text: str, *, vetoes: bool) -> _Phrase:
    nodes = parse_phrase(text)
    anchors = max(
        (words for words in map(_words_of, nodes) if words),
        key=_rarity,
        default=frozenset[str](),
    )
    needs = frozenset(node.type for node in nodes if isinstance(node, SlotNode))
    types = frozenset(node.type for node in walk(nodes) if isinstance(node, SlotNode))
    return _Phrase(fact, text, vetoes, nodes, anchors, needs, types)


def _words_of(node: Node) -> frozenset[str]:
    """Words of which a text must hold one for the node to match; none where it may do without."""
    match node:
        case Word():
            return frozenset(_forms(node))
        case OneOf():
            found: set[str] = set()
            for branch in node.branches:
                needed = max(
                    (words for words in map(_words_of, branch) if words), key=_rarity, default=None
                )
                if needed is None:
                    return frozenset()
                found |= needed
            return frozenset(found)
        case _:
            return frozenset()


def _rarity(words: frozenset[str]) -> tuple[bool, int, int]:
    """The better words to look a phrase up by: no function words, few, and long."""
    closed = clause_words()
    common = any(
        word in BORDERS
        or word in closed.prepositions
        or word in closed.determiners
        or word in closed.coordinators
        or word in closed.subordinators
        or verbs.is_auxiliary(word)
        for word in words
    )
    return not common, -len(words), min(len(word) for word in words)


@cache
def _forms(word: Word) -> tuple[str, ...]:
    return verbs.forms(word.text) if word.any_form else (word.text,)


@cache
def _pattern(text: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The regular expression of a phrase, and the name of the slot that each group holds."""
    groups: list[str] = []
    body = "".join(_regex(node, groups) for node in parse_phrase(text))
    return re.compile(f"(?<=[ {MARKS[1:-1]}]){body}"), tuple(groups)


def _regex(node: Node, groups: list[str]) -> str:
    match node:
        case Word():
            forms = "|".join(re.escape(form) for form in _forms(node))
            return f"{MARKS}*(?:{forms}) " if len(_forms(node)) > 1 else f"{MARKS}*{forms} "
        case SlotNode():
            groups.append(node.name)
            start, end = start_mark(node.type), end_mark(node.type)
            return f"{MARKS}*({start}[^{end}]*{end})"
        case Gap():
            stops = "|".join(_GAP_STOPS)
            return rf"(?:{MARKS}*(?!(?:{stops}) )\w[^ ]* ){{0,{GAP_WORDS}}}?"
        case OneOf():
            # Longer readings first, so that the longest one is found.
            branches = sorted(node.branches, key=len, reverse=True)
            inner = "|".join(
                "".join(_regex(part, groups) for part in branch) for branch in branches if branch
            )
            return f"(?:{inner})?" if () in node.branches else f"(?:{inner})"


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
    kept = [slot for slot in filled if slot.type in wanted or slot.type in {"count", "people"}]
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


def _matches(phrase: _Phrase, reading: Encoded, words: Words, number: int) -> Iterable[_Found]:
    pattern, groups = _pattern(phrase.text)
    for match in pattern.finditer(reading.text):
        slots: dict[str, tuple[int, int]] = {}
        for group, name in enumerate(groups, start=1):
            start, end = match.span(group)
            if start >= 0:
                slots[name] = (reading.word_at(start), reading.word_at(end - 1) + 1)
        first, last = reading.first_at(match.start()), reading.word_at(match.end() - 1) + 1
        before = reading.before(first)
        if (
            before is None
            or not isinstance(phrase.nodes[0], SlotNode)
            or not belongs_elsewhere(words.lower[before])
        ):
            yield _Found(phrase, first, last, slots, number)


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
        key=lambda one: (one.reading, one.first - one.last, -len(one.slots), one.first),
    ):
        cells = {(one.phrase.fact, index) for index in range(one.first, one.last)}
        if not cells & taken:
            kept.append(one)
            taken |= cells
    return sorted(kept, key=lambda one: (one.first, one.last, one.phrase.fact))


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
    )

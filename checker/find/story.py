"""A document as understood so far: its sentences, their words and their mentions, in one record."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from checker.find.clauses import index_at
from checker.find.mentions import find_mentions
from checker.find.sentences import outline
from checker.find.words import Token, tokenise
from checker.model import Document, Kind, Mention, Role, Sentence, Span
from checker.normalise import holders, people
from checker.values import Office, PersonName

#: The roles of lines that make statements; the others are furniture of the page.
TELLING = frozenset({Role.HEADLINE, Role.CAPTION, Role.BODY})
#: No sentence that anybody writes has more words and marks; what has more is a table, a list or an
#: attack, and is understood in pieces, as every claim looks at the whole of its sentence.
LONGEST = 300
#: A piece ends at one of these, where its last third has one.
_PAUSES = frozenset({",", ";", ":", "--", "—", "–"})


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A document with all that is found in it, sentence by sentence.

    `tokens` and `mentions` run along `sentences`, in which a sentence of more than `LONGEST` tokens
    stands as several; `people` gives a bare surname the full name that the story introduced it by;
    `holders` are the pairs of a person and the office beside the name.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    tokens: tuple[tuple[Token, ...], ...]
    mentions: tuple[tuple[Mention, ...], ...]
    people: Mapping[Span, PersonName]
    holders: tuple[tuple[Mention, Mention], ...]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies, or the last one that starts before it."""
        after = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start)
        return self.sentences[max(0, after - 1)]

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.document.words(span)

    def of_kind(self, sentence: Sentence, *kinds: Kind) -> tuple[Mention, ...]:
        """The mentions of some kinds in a sentence."""
        return tuple(m for m in self.mentions[sentence.index] if m.kind in kinds)

    def person(self, mention: Mention) -> PersonName:
        """The fullest name known for a person's mention."""
        assert isinstance(mention.value, PersonName)
        return self.people.get(mention.span, mention.value)

    def office_of(self, mention: Mention) -> Office | None:
        """The office that stands beside a person's name."""
        return _offices(self).get(mention.span)

    def holder_of(self, office: Mention) -> Mention | None:
        """The person whose name stands beside an office."""
        return _persons(self).get(office.span)


@lru_cache(maxsize=8)
def _offices(story: Story) -> dict[Span, Office]:
    # Of several offices beside one name the first counts, and so it is put in last.
    return {
        person.span: office.value
        for person, office in reversed(story.holders)
        if isinstance(office.value, Office)
    }


@lru_cache(maxsize=8)
def _persons(story: Story) -> dict[Span, Mention]:
    return {office.span: person for person, office in reversed(story.holders)}


def read_story(document: Document) -> Story:
    """Everything that can be found in a document before its claims are put together."""
    found = find_mentions(document)
    pieces = list(_pieces(document, found))
    sentences = tuple(sentence for sentence, _ in pieces)
    by_sentence: list[list[Mention]] = [[] for _ in sentences]
    starts = [sentence.span.start for sentence in sentences]
    for mention in found:
        index = bisect_right(starts, mention.span.start) - 1
        if index >= 0:
            by_sentence[index].append(mention)
    persons = [mention for mention in found if mention.kind is Kind.PERSON]
    offices_found = [mention for mention in found if mention.kind is Kind.OFFICE]
    return Story(
        document=document,
        sentences=sentences,
        tokens=tuple(tokens for _, tokens in pieces),
        mentions=tuple(tuple(mentions) for mentions in by_sentence),
        people=people.resolve(persons),
        holders=tuple(holders.holders(document.text, persons, offices_found)),
    )


def _pieces(
    document: Document, mentions: Sequence[Mention]
) -> Iterator[tuple[Sentence, tuple[Token, ...]]]:
    """The sentences with their tokens, the absurdly long ones in pieces."""
    starts = [mention.span.start for mention in mentions]
    index = 0
    for sentence in outline(document):
        tokens = tokenise(document.text, sentence.span)
        if len(tokens) <= LONGEST:
            yield replace(sentence, index=index), tokens
            index += 1
            continue
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end)
        cuts = _cuts(tokens, mentions[low:high])
        for first, last in pairwise((0, *cuts, len(tokens))):
            span = Span(tokens[first].start, tokens[last - 1].end)
            yield replace(sentence, span=span, index=index), tokens[first:last]
            index += 1


def _cuts(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[int]:
    """The tokens before which a long sentence is cut: after a pause where there is one, and in
    no mention but a quotation.
    """
    inside: set[int] = set()
    for mention in mentions:
        if mention.kind is not Kind.QUOTE:
            end = max(mention.span.end, mention.partner.end if mention.partner is not None else 0)
            inside.update(
                range(index_at(tokens, mention.span.start) + 1, index_at(tokens, end - 1) + 1)
            )
    first = 0
    while len(tokens) - first > LONGEST:
        free = [at for at in range(first + LONGEST, first + LONGEST // 2, -1) if at not in inside]
        late = (at for at in free if at > first + LONGEST * 2 // 3)
        paused = next((at for at in late if tokens[at - 1].text in _PAUSES), None)
        first = paused if paused is not None else next(iter(free), first + LONGEST)
        yield first

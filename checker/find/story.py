"""A document as understood so far: its sentences, their words and their mentions, in one record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from checker.find.mentions import find_mentions
from checker.find.sentences import outline
from checker.find.words import Token, tokenise
from checker.model import Document, Kind, Mention, Role, Sentence, Span
from checker.normalise import holders, people
from checker.values import Office, PersonName

#: The roles of lines that make statements; the others are furniture of the page.
TELLING = frozenset({Role.HEADLINE, Role.CAPTION, Role.BODY})


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A document with all that is found in it, sentence by sentence.

    `tokens` and `mentions` run along `sentences`; `people` gives a bare surname the full name that
    the story introduced it by; `holders` are the pairs of a person and the office beside the name.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    tokens: tuple[tuple[Token, ...], ...]
    mentions: tuple[tuple[Mention, ...], ...]
    people: Mapping[Span, PersonName]
    holders: tuple[tuple[Mention, Mention], ...]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies, or the last one that starts before it."""
        starts = [sentence.span.start for sentence in self.sentences]
        return self.sentences[max(0, bisect_right(starts, offset) - 1)]

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
        for person, office in self.holders:
            if person.span == mention.span and isinstance(office.value, Office):
                return office.value
        return None


def read_story(document: Document) -> Story:
    """Everything that can be found in a document before its claims are put together."""
    sentences = outline(document)
    found = find_mentions(document)
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
        tokens=tuple(tokenise(document.text, sentence.span) for sentence in sentences),
        mentions=tuple(tuple(mentions) for mentions in by_sentence),
        people=people.resolve(persons),
        holders=tuple(holders.holders(document.text, persons, offices_found)),
    )

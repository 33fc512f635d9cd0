"""Places: from the gazetteer where it knows them, else from what the text itself says.

A name that is also a surname, a given name or an ordinary word needs a word that places it ("in",
"city of", ", Texas"); a name that nobody knows needs a firm one. One name is one place in one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.model import Kind, Mention, Span
from checker.normalise import gazetteer
from checker.normalise.capitals import Scan, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import lookup, place_of_key
from checker.normalise.place_choice import countries, decide, pick, stands_here
from checker.normalise.place_cues import Evidence
from checker.normalise.place_names import Name, names_in
from checker.values import Place


def find(text: str, *, taken: Sequence[Span] = (), demonyms: bool = False) -> list[Mention]:
    """The places of a text, without those inside the spans that are taken by other names.

    With `demonyms`, "Syrian" is a mention of Syria too.
    """
    words = scan(text)
    names = list(names_in(words, taken))
    named = countries(words, names)
    places = decide(words, names, named)
    mentions = []
    for found in names:
        place = places.get(found.name)
        if place is None or not stands_here(words, found, place):
            continue
        if found.evidence.kind == "region" and place.kind == "city":
            place = _province(found, place)
        span = words.span(found.first, found.last)
        shown = text[span.start : span.end]
        mentions.append(Mention(Kind.PLACE, span, shown, replace(place, text=shown)))
    if demonyms:
        mentions.extend(_demonym_mentions(words, mentions, taken))
        mentions.sort(key=lambda mention: mention.span)
    return mentions


def _province(found: Name, city: Place) -> Place:
    """ "Homs province" in a text that says "Homs" too: the region that bears the city's name."""
    regions = [key for key in city.within if "-" in key]
    if not city.known or not regions:
        return city
    within = tuple(key for key in city.within if key != regions[0])
    return Place(city.text, city.name, regions[0], "region", within, True)


def parse(words: str) -> Place | None:
    """The place that some words name, "Paris, Texas" too, or None when no gazetteer knows it."""
    head, _, rest = words.partition(",")
    known = lookup(fold(words)) or lookup(fold(head))
    if known is None:
        return None
    return pick(known, Counter(), Evidence(holder=fold(rest))).place(words)


def demonym(word: str) -> Place | None:
    """The country, region or area of a demonym: Syria for "Syrian" and "Syrians"."""
    key = gazetteer.demonyms().get(fold(word))
    return None if key is None else place_of_key(key, word)


def _demonym_mentions(
    words: Scan, mentions: Sequence[Mention], taken: Sequence[Span]
) -> Iterator[Mention]:
    closed = sorted([*taken, *(mention.span for mention in mentions)])
    position = 0
    for start, end in words.runs:
        for index in range(start, end):
            span = words.span(index, index + 1)
            while position < len(closed) and closed[position].end <= span.start:
                position += 1
            if position < len(closed) and closed[position].overlaps(span):
                continue
            place = demonym(words.words[index])
            if place is not None:
                yield Mention(Kind.PLACE, span, words.words[index], place)

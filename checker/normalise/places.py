"""Places: from the gazetteer where it knows them, else from what the text itself says.

A name that is also a surname, a given name or an ordinary word needs a word that places it ("in",
"city of", ", Texas"); a name that nobody knows needs a firm one. One name is one place in one text.
"""

from __future__ import annotations

import re
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

#: A text's lead: mentions in it count double for its main place.
_LEAD = 600
#: What is told as happening in a place: "in northern Syria", "across the country of".
_LOCATIVE = re.compile(
    r"\b(?:in|inside|across|throughout|near|outside|around)\s(?:the\s)?(?:[a-z-]+ern\s|central\s)?\Z"
)
#: The part of a country's mentions that one region or city must have to be the main place.
_MOST = 0.7


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


def main_place(mentions: Sequence[Mention], text_length: int, text: str = "") -> Place | None:
    """The place that a text is about: the country most named, or the region or city in it that
    has most of the country's mentions. Those of the lead count double; a tie names none.

    With the text itself, what happens "in Syria" counts for more than what "Russia" says, and
    demonyms count too.
    """
    weight: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in mentions:
        place = mention.value
        if not isinstance(place, Place):
            continue
        lead = min(_LEAD, text_length // 3)
        count = 2 if mention.span.start < lead else 1
        if text and _LOCATIVE.search(text, max(0, mention.span.start - 30), mention.span.start):
            count *= 3
        places.setdefault(place.key, place)
        for key in (place.key, *place.within):
            weight[key] += count
    for key in _demonym_keys(text):
        weight[key] += 1
    tops = [key for key in weight if not (places[key].within if key in places else "-" in key)]
    ranked = sorted(tops, key=lambda key: -weight[key])
    if not ranked or (len(ranked) > 1 and weight[ranked[0]] == weight[ranked[1]]):
        return None
    best = ranked[0]
    while True:
        inner = [
            key
            for key, place in places.items()
            if best in place.within and weight[key] >= _MOST * weight[best]
        ]
        if not inner:
            break
        best = max(inner, key=lambda key: (weight[key], -len(places[key].within)))
    return places.get(best) or place_of_key(best, "")


def _demonym_keys(text: str) -> Iterator[str]:
    words = scan(text)
    for start, end in words.runs:
        for index in range(start, end):
            key = gazetteer.demonyms().get(fold(words.words[index]))
            if key is not None and len(key) == 2:
                yield key


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

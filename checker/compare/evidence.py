"""What speaks for two claims being about one event: weights of words, likeness of stories.

Everything is counted within the run, so that a word which stands in every story of a dossier
weighs little in it. The value that is compared never counts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checker.find.words import content_stem, tokenise
from checker.model import Claim, Span, Understood
from checker.normalise import gazetteer
from checker.values import PersonName, Place, Quotation, place_relation

#: A quotation of so many words is no accident when it stands in two stories.
LONG_QUOTE = 6
#: A name tells more about an event than a common word.
NAME_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Run:
    """What all documents of a run say together.

    `weights` by stem and name; `stories` are the words of each document by id; `quoted` the long
    quotations of each; `holders` the one person whom the run names for an office; `happenings` the
    one-off events that each document opens with; `settings` the provinces and towns of its opening;
    `bodies` those that a person's role is told with, by role and surname; `role_holders` how many
    people a document gives a role; `named` the people that each names in full.
    """

    weights: Mapping[str, float]
    stories: Mapping[str, frozenset[str]]
    quoted: Mapping[str, frozenset[str]]
    holders: Mapping[str, str]
    happenings: Mapping[str, frozenset[str]]
    settings: Mapping[str, tuple[Place, ...]]
    bodies: Mapping[tuple[str, str], frozenset[str]]
    role_holders: Mapping[tuple[str, str], int]
    named: Mapping[str, frozenset[str]]
    likeness: dict[tuple[str, str], float] = field(default_factory=dict, compare=False)
    lengths: dict[frozenset[str], float] = field(default_factory=dict, compare=False)

    def weight(self, word: str) -> float:
        """How much a shared word or name tells."""
        plain = self.weights.get(word, 1.0)
        return plain * NAME_WEIGHT if ":" in word else plain


def gather(found: Sequence[Understood]) -> Run:
    """The statistics of a run."""
    counts: Counter[str] = Counter()
    sentences: set[tuple[str, int]] = set()
    for understood in found:
        for claim in understood.claims:
            place = (claim.document.id, claim.sentence.index)
            if place not in sentences:
                sentences.add(place)
                counts.update(claim.event.words)
                counts.update(claim.event.names)
    total = max(1, len(sentences))
    weights = {word: 1.0 + math.log(total / count) for word, count in counts.items()}
    return Run(
        weights=weights,
        stories={understood.document.id: understood.words for understood in found},
        quoted={understood.document.id: _long_quotes(understood.claims) for understood in found},
        holders=_holders(found),
        settings={understood.document.id: understood.setting for understood in found},
        bodies=_bodies(found),
        role_holders=_role_holders(found),
        named={
            understood.document.id: frozenset(
                claim.head for claim in understood.claims if claim.head.startswith("person:")
            )
            for understood in found
        },
        happenings={understood.document.id: understood.happenings for understood in found},
    )


def _long_quotes(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(
        " ".join(claim.value.value.words)
        for claim in claims
        if isinstance(claim.value.value, Quotation) and len(claim.value.value.words) >= LONG_QUOTE
    )


def _holders(found: Sequence[Understood]) -> dict[str, str]:
    """Which person an office stands for, where the whole run names only one."""
    named: dict[str, set[str]] = {}
    for _, role, body, surname in _offices(found):
        named.setdefault(f"{role}@{body}", set()).add(surname)
    return {office: min(people) for office, people in named.items() if len(people) == 1}


def _offices(found: Sequence[Understood]) -> Iterator[tuple[str, str, str, str]]:
    """Document, role, body and surname of every holder of an office."""
    for understood in found:
        for claim in understood.claims:
            value = claim.value.value
            if isinstance(value, PersonName) and claim.head.startswith("office:"):
                role, _, body = claim.head.partition("@")
                yield understood.document.id, role, body, surname_key(value)


def _bodies(found: Sequence[Understood]) -> dict[tuple[str, str], frozenset[str]]:
    named: dict[tuple[str, str], set[str]] = {}
    for _, role, body, surname in _offices(found):
        if body:
            named.setdefault((role, surname), set()).add(body)
    return {key: frozenset(bodies) for key, bodies in named.items()}


def _role_holders(found: Sequence[Understood]) -> dict[tuple[str, str], int]:
    named: dict[tuple[str, str], set[str]] = {}
    for document, role, _, surname in _offices(found):
        named.setdefault((document, role), set()).add(surname)
    return {key: len(people) for key, people in named.items()}


def surname_key(name: PersonName) -> str:
    """The key of a surname, the same for all its known spellings."""
    return min(name.surname_keys, default=name.surname.lower())


def sentence_likeness(
    a: Claim, b: Claim, run: Run, *, without: frozenset[str] = frozenset()
) -> float:
    """How much the words around two values are the same, from nought to one."""
    first = (a.event.words | a.event.names) - without
    second = (b.event.words | b.event.names) - without
    return _likeness(first, second, run)


def clause_likeness(a: Claim, b: Claim, run: Run) -> float:
    """How much the words that share a clause with two values are the same."""
    return _likeness(a.event.near, b.event.near, run)


def told_by_both(a: Claim, b: Claim) -> frozenset[str]:
    """The words and names that both sentences have beside their values."""
    return (a.event.words & b.event.words) | (a.event.names & b.event.names)


def core_likeness(a: Claim, b: Claim, run: Run) -> float:
    """How much of the shorter of two sentences stands in the longer, from nought to one.

    A sentence that tells the same thing and then goes on is no less about it.
    """
    first = a.event.words | a.event.names
    second = b.event.words | b.event.names
    shared = sum(run.weight(word) for word in first & second)
    least = min(sum(run.weight(word) for word in words) for words in (first, second))
    return shared / least if least else 0.0


def story_likeness(a: Claim, b: Claim, run: Run) -> float:
    """How much the two documents tell one story, from nought to one; one within a document."""
    first, second = sorted((a.document.id, b.document.id))
    if first == second:
        return 1.0
    known = run.likeness.get((first, second))
    if known is None:
        known = _likeness(run.stories[first], run.stories[second], run)
        run.likeness[first, second] = known
    return known


def one_happening(a: Claim, b: Claim, run: Run) -> str:
    """The one-off event that both documents open with, an earthquake say; "" where none is."""
    both = run.happenings[a.document.id] & run.happenings[b.document.id]
    return min(both, default="")


def told_elsewhere(a: Claim, b: Claim, run: Run) -> bool:
    """Whether the two stories open in places that all lie apart: two earthquakes, not one."""
    first, second = run.settings[a.document.id], run.settings[b.document.id]
    return bool(first and second) and all(
        place_relation(one, other) == "apart" for one in first for other in second
    )


def other_participants(a: Claim, b: Claim, run: Run) -> bool:
    """Whether each claim names somebody, or some place, that the other's story never mentions:
    who stopped Rahman in the seventh round did not stop Thompson in the sixth.
    """
    if a.document.id == b.document.id:
        return False
    return bool(
        _names_near(a) - run.stories[b.document.id] and _names_near(b) - run.stories[a.document.id]
    )


def _names_near(claim: Claim) -> frozenset[str]:
    return frozenset(word for word in claim.event.near if ":" in word)


def shared_quotes(a: Claim, b: Claim, run: Run) -> int:
    """How many long quotations stand in both documents, word for word or nearly so."""
    if a.document.id == b.document.id:
        return 0
    first, second = run.quoted[a.document.id], run.quoted[b.document.id]
    return sum(1 for quote in first if any(quote in other or other in quote for other in second))


def _likeness(a: frozenset[str], b: frozenset[str], run: Run) -> float:
    shared = sum(run.weight(word) ** 2 for word in a & b)
    return shared / (_length(a, run) * _length(b, run)) if shared else 0.0


def _length(words: frozenset[str], run: Run) -> float:
    """The length of the words' vector of weights, worked out once a run."""
    known = run.lengths.get(words)
    if known is None:
        known = run.lengths[words] = math.sqrt(sum(run.weight(word) ** 2 for word in words))
    return known


def shared_words(a: Claim, b: Claim, run: Run, most: int = 5) -> tuple[str, ...]:
    """The words and names that tell most about one event, the weightiest first, as the first of
    the two sentences has them.
    """
    ranked = sorted(told_by_both(a, b), key=lambda word: (-run.weight(word), word))[:most]
    written = _written(a.document.text, a.sentence.span)
    return tuple(dict.fromkeys(readable(word) if ":" in word else written[word] for word in ranked))


@lru_cache(maxsize=8192)
def _written(text: str, sentence: Span) -> dict[str, str]:
    """The stems of a sentence's words, each with the word as it is written there."""
    return {
        content_stem(token.lower): token.text for token in tokenise(text, sentence) if token.is_word
    }


def readable(key: str) -> str:
    """A key for a person to read: "place:SY/homs" is Homs, "org:un" UN, "person:lavrov" Lavrov,
    "office:foreign minister@RU" foreign minister (Russia).
    """
    kind, _, rest = key.partition(":")
    if kind == "office":
        role, _, body = rest.partition("@")
        return f"{role} ({_named(body)})" if body else role
    if kind == "person":
        return rest.partition("/")[0].title()
    if kind == "place":
        return gazetteer.country_names().get(rest) or _title(rest)
    if kind in ("org", "agency"):
        return _named(rest)
    return rest or (_title(kind) if "-" in kind else kind)


def _named(key: str) -> str:
    country = gazetteer.country_names().get(key)
    if country is not None:
        return country
    return key.upper() if len(key) <= 4 else _title(key)


def _title(key: str) -> str:
    return key.rpartition("/")[2].replace("-", " ").title()


def actors(claim: Claim, run: Run) -> frozenset[str]:
    """Who acts in a claim: persons by surname, an office by the one person named for it."""
    keys: set[str] = set()
    for actor in claim.event.actors:
        kind, _, rest = actor.partition(":")
        if kind == "person":
            keys.add(f"person:{rest.split('/')[0]}")
        elif kind == "office":
            holder = run.holders.get(actor)
            keys.add(f"person:{holder}" if holder is not None else actor)
        else:
            keys.add(actor)
    return frozenset(keys)


def given_names_clash(a: Claim, b: Claim) -> bool:
    """Whether two actors of one surname have different given names: Jane Smith and John Smith."""
    for first in a.event.actors:
        for second in b.event.actors:
            one, other = first.partition("/"), second.partition("/")
            same_surname = one[0] == other[0] and first.startswith("person:")
            if same_surname and one[2] and other[2] and one[2][0] != other[2][0]:
                return True
    return False

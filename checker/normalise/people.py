"""People by name: in full where the text introduces them, then by family name alone.

A run of capitalised words is a person only on evidence: an office or honorific before it, a given
name, a verb of saying, an age or an apposition behind it, or the family name alone later on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from checker.model import Kind, Mention, Span
from checker.normalise import offices, orgs, verbs
from checker.normalise.capitals import Scan, articles, is_capital, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import demonyms, given_names, lookup
from checker.normalise.name_keys import is_hyphened, surname_keys
from checker.normalise.name_parts import Run, name_of, name_words, suffixes, without_honorific
from checker.normalise.peoplewords import classify
from checker.normalise.place_cues import cues
from checker.values import PersonName, compare_people
from checker.values.verdict import Verdict

_LONGEST = 6
#: A city of so many thousands is meant by its name behind "in", though someone bears it too.
_CITY = 1000


def find(text: str) -> list[Mention]:
    """The people of a text in order, each mention with its own words as a name."""
    return list(found(text))


def parse(words: str) -> PersonName | None:
    """The name that some words are, or None: "Gen. Mohammed Ahmed al-Dabi", "Ban Ki-moon"."""
    seen = scan(words)
    run = without_honorific(seen, 0, len(seen.words))
    own = seen.words[run.first : run.last]
    if not own or not is_capital(own[-1]) or not all(_is_part(word) for word in own):
        return None
    return name_of(seen, run)


def resolve(mentions: Sequence[Mention]) -> Mapping[Span, PersonName]:
    """For each mention the fullest name that the document gives this person.

    A family name alone is completed only where it is unambiguous: where two of one family are
    named, it stays as it is.
    """
    full: dict[str, list[PersonName]] = {}
    for mention in mentions:
        name = mention.value
        if isinstance(name, PersonName) and name.given:
            known = full.setdefault(min(name.surname_keys), [])
            _add(known, name)
    resolved: dict[Span, PersonName] = {}
    for mention in mentions:
        name = mention.value
        if not isinstance(name, PersonName):
            continue
        same = [
            other
            for other in full.get(min(name.surname_keys, default=""), ())
            if compare_people(name, other).verdict is Verdict.AGREES
        ]
        resolved[mention.span] = same[0] if len(same) == 1 else name
    return resolved


def _add(known: list[PersonName], name: PersonName) -> None:
    """Add a name to the people of its family, or let the fuller of two forms of one stand."""
    for index, other in enumerate(known):
        if compare_people(name, other).verdict is Verdict.AGREES:
            if len(name.given) > len(other.given):
                known[index] = name
            return
    known.append(name)


@lru_cache(maxsize=8)
def found(text: str) -> tuple[Mention, ...]:
    """The mentions of people in a text, remembered."""
    words = scan(text)
    taken = _taken(text)
    spans = offices.found(text)
    leads = {last for _, _, last in spans if last < len(words.words) and _leads(words, last)}
    heads = {first for _, first, _ in spans}
    runs = list(_candidates(words, taken, leads))
    alone = _alone(words, runs)
    people: list[Run] = []
    rest: list[Run] = []
    for run in runs:
        if not words.in_headline(run.first) and _is_person(words, run, alone, heads):
            people.append(run)
        else:
            rest.append(run)
    families = _families(words, people)
    people.extend(again for run in rest for again in _named_again(words, run, families))
    people.sort(key=lambda run: run.first)
    return tuple(_mention(words, run) for run in people)


def _taken(text: str) -> frozenset[int]:
    """Words that belong to organisations and offices."""
    names = [*orgs.found(text), *offices.found(text)]
    return frozenset(index for _, first, last in names for index in range(first, last))


def _candidates(words: Scan, taken: frozenset[int], leads: set[int]) -> Iterable[Run]:
    """The runs of capitalised words with what is no name taken off."""
    done = 0
    for start, end in words.runs:
        first = max(start, done)
        while first < end:
            if first in taken or not _is_part(words.words[first]):
                first += 1
                continue
            last = first + 1
            while (
                last < end
                and last not in taken
                and _is_part(words.words[last])
                and not words.is_possessive(last - 1)
            ):
                last += 1
            if last == end:
                last = _with_particles(words, last, taken)
            yield from _cut(words, first, last, first in leads)
            first = done = last


def _with_particles(words: Scan, last: int, taken: frozenset[int]) -> int:
    """The end of a run that goes on behind lower-case particles: "Ursula von der Leyen"."""
    at = last
    size = len(words.words)
    while at < size and words.words[at] in name_words().particles and words.joined(at - 1):
        at += 1
    if (
        at > last
        and at < size
        and words.joined(at - 1)
        and words.words[at][0].isupper()
        and at not in taken
    ):
        return at + 1
    return last


def _is_part(word: str) -> bool:
    lexicon = name_words()
    if word in lexicon.never or word in lexicon.particles:
        return word in lexicon.particles
    if len(word) > 1 and word.isupper() and "." not in word and word not in lexicon.suffixes:
        return False
    if "-" in word and word.endswith(("ed", "ing")) and word.rpartition("-")[2].islower():
        return False
    return fold(word) not in demonyms() or fold(word) in given_names()


def _cut(words: Scan, first: int, last: int, led: bool) -> Iterable[Run]:
    """A run without honorific, opening word and places; nothing where no word is left."""
    while first < last and not led and words.words[first] in name_words().openers:
        first += 1
    if first < last and not led:
        first = _after_opening(words, first, last)
    run = without_honorific(words, first, last)
    if run.first >= run.last:
        return
    yield Run(run.first, run.last, run.honorific, led or bool(run.honorific))


def _after_opening(words: Scan, first: int, last: int) -> int:
    """Without a first word that is capital by its place only: "Troubled Tara Reid"."""
    own = words.words[first].lower()
    if last - first > 2 and own not in given_names():
        ordinary = own.endswith(("ed", "ing", "ly", "ous", "ful"))
        if words.opens_sentence(first):
            ordinary = ordinary or own in words.lower or own in name_words().before
        if ordinary and fold(words.words[first + 1]) in given_names():
            return first + 1
    return first


def _alone(words: Scan, runs: Sequence[Run]) -> frozenset[str]:
    """Folded words that stand alone as a name would: not opening a sentence, in no lower case."""
    return frozenset(
        fold(words.words[run.first])
        for run in runs
        if run.last - run.first == 1
        and words.words[run.first].lower() not in words.lower
        and not words.in_headline(run.first)
    )


def _is_person(words: Scan, run: Run, alone: frozenset[str], heads: set[int]) -> bool:
    size = run.last - run.first
    if size > _LONGEST or _is_thing(words.words[run.first : run.last]):
        return False
    own = [fold(word) for word in words.words[run.first : run.last]]
    if size == 1:
        return run.led and not words.is_possessive(run.first - 1) and _led_alone(words, run, own[0])
    if any(lookup(" ".join(own[i:j])) for i, j in _pieces(size)) and not run.led:
        return False
    if run.led:
        return True
    if run.first and words.words[run.first - 1] in ("the", "The") and words.joined(run.first - 1):
        return False
    if lookup(own[0]) is not None and own[0] not in given_names():
        return False
    if any(_is_land(name) for name in own):
        return False
    if size > 1 and own[-1] in suffixes():
        own.pop()
    if any(part in given_names() for part in own[:-1]) or _has_name_shape(
        words.words[run.first : run.last]
    ):
        return True
    if _has_office_behind(words, run.last, heads):
        return True
    if own[-1] in alone and lookup(own[-1]) is None:
        return True
    if size > 4 or any(word.lower() in words.lower for word in words.words[run.first : run.last]):
        return False
    return _acts(words, run)


def _is_thing(parts: Sequence[str]) -> bool:
    """Whether a word that is seldom a name is none here: Hyde Park, but Barry White."""
    seldom = [part for part in parts if part in name_words().seldom]
    if not seldom:
        return False
    if parts[0] == "Bill":
        return len(seldom) > 1 or len(parts) < 2
    return seldom != [parts[-1]] or fold(parts[0]) not in given_names()


def _leads(words: Scan, index: int) -> bool:
    """Whether the words before lead to a name: "Foreign Minister X", "her publicist, X"."""
    return words.joined(index - 1) or words.gap(index) == ", "


def _has_office_behind(words: Scan, last: int, heads: set[int]) -> bool:
    """Whether an office stands in apposition: "X, the foreign minister of Zendland"."""
    if last >= len(words.words) or words.gap(last) != ", ":
        return False
    return last in heads or (words.words[last] in ("the", "a", "an") and last + 1 in heads)


def _is_land(name: str) -> bool:
    """Whether the name is a country's, and nothing else's."""
    known = lookup(name)
    return known is not None and known.entries[0].kind == "n" and not known.ambiguous


def _pieces(size: int) -> Iterable[tuple[int, int]]:
    """Places of two words and more inside a run: Los Angeles, Rancho Mirage."""
    return ((i, j) for i in range(size) for j in range(i + 2, size + 1))


def _led_alone(words: Scan, run: Run, name: str) -> bool:
    """Whether one word after a title is a family name: "President Assad", "Mr Kang"."""
    if run.honorific:
        return True
    known = lookup(name)
    return (known is None or known.ambiguous) and not words.opens_sentence(run.first)


def _has_name_shape(parts: Sequence[str]) -> bool:
    """Initials, Arabic articles, particles and hyphened given names make a name of a run."""
    if any(part.partition("-")[0].lower() in articles() and "-" in part for part in parts[1:]):
        return True
    if is_hyphened(parts[0]) or (parts[0] in name_words().family_first and is_hyphened(parts[1])):
        return True
    return any(part.endswith(".") and len(part) <= 4 for part in parts[:-1])


def _acts(words: Scan, run: Run) -> bool:
    """Whether what stands around a run is what stands around a person."""
    text, end = words.text, words.ends[run.last - 1]
    behind = text[end : end + 4]
    if behind[:2] == ", " and (behind[2:].isdigit() or text[end + 2 : end + 5] == "who"):
        return True
    if run.last < len(words.words) and words.joined(run.last - 1):
        word = words.words[run.last]
        if word.islower() and verbs.is_speech(word) and not verbs.is_weak_speech(word):
            return not words.opens_sentence(run.first) or run.last - run.first == 2
    if run.first and words.joined(run.first - 1):
        word = words.words[run.first - 1]
        if word == "year-old":
            return True
        return word in name_words().before or (word[-1] != "s" and bool(classify(word)))
    return False


_Families = Mapping[str, frozenset[tuple[str, ...]]]


def _families(words: Scan, people: Sequence[Run]) -> Mapping[str, set[tuple[str, ...]]]:
    """Folded family name → the full names (folded parts) that the text gives it."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for run in people:
        name = name_of(words, run)
        own = tuple(fold(word) for word in words.words[run.first : run.last])
        for key in name.surname_keys:
            known.setdefault(key, set()).add(own)
    return known


def _named_again(
    words: Scan, run: Run, families: Mapping[str, set[tuple[str, ...]]]
) -> Iterable[Run]:
    """People whom the text names elsewhere, found again in a run that is no evidence itself."""
    index = run.first
    while index < run.last:
        size = _again_at(words, index, run.last, families)
        if size:
            yield Run(index, index + size, run.honorific if index == run.first else "", run.led)
        index += size or 1


def _again_at(
    words: Scan, index: int, last: int, families: Mapping[str, set[tuple[str, ...]]]
) -> int:
    own = [fold(word) for word in words.words[index:last]]
    for size in range(len(own), 1, -1):
        names = families.get(min(surname_keys(words.words[index + size - 1])), ())
        if tuple(own[:size]) in names:
            return size
    word = words.words[index]
    if word in name_words().never or word in name_words().openers or _is_land(fold(word)):
        return 0
    if word in name_words().seldom and last - index != 1:
        return 0
    if families.keys() & surname_keys(word) and not _is_placed(words, index):
        return 1
    return 0


def _is_placed(words: Scan, index: int) -> bool:
    """Whether the word is a known place behind a word that places it: "in Jordan"."""
    before = words.words[index - 1] if index and words.joined(index - 1) else ""
    known = lookup(fold(words.words[index]))
    if known is None or before not in ("in", "near", "outside", "across"):
        return False
    governor = words.words[index - 2].lower() if index > 1 else ""
    return governor not in cues().not_in and (
        known.entries[0].kind == "n" or known.entries[0].people >= _CITY
    )


def _mention(words: Scan, run: Run) -> Mention:
    first = run.first - 1 if run.honorific else run.first
    while (
        first
        and words.words[first - 1].lower() in name_words().particles
        and words.joined(first - 1)
        and words.words[first - 1].lower() not in ("al", "el", "la", "le", "den", "de")
    ):
        # "Von der Leyen" after "Ursula von der Leyen".
        first -= 1
    span = words.span(first, run.last)
    return Mention(Kind.PERSON, span, words.text[span.start : span.end], name_of(words, run))

"""The parts of a person's name: honorific, given names, family name with its particles, suffix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checker.normalise.capitals import Scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import given_names
from checker.normalise.lexicon import load
from checker.normalise.name_keys import families, given_keys, is_hyphened, pieces_of, surname_keys
from checker.values import PersonName


@dataclass(frozen=True, slots=True)
class NameWords:
    """The closed classes of words of `lexicon/en/people.yml`."""

    honorifics: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    never: frozenset[str]
    seldom: frozenset[str]
    openers: frozenset[str]
    before: frozenset[str]


@cache
def name_words() -> NameWords:
    """The word classes, read once."""
    data = load("people")
    return NameWords(
        **{
            name: frozenset(data[name])
            for name in (
                "honorifics",
                "suffixes",
                "particles",
                "family_first",
                "never",
                "seldom",
                "openers",
                "before",
            )
        }
    )


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row that may be a name; `led` says that a title or office stands before."""

    first: int
    last: int
    honorific: str = ""
    led: bool = False


def without_honorific(words: Scan, first: int, last: int) -> Run:
    """Some words without the honorific they start with, which the run keeps."""
    honorific = ""
    while first < last and words.words[first].rstrip(".") in name_words().honorifics:
        honorific = words.words[first].rstrip(".")
        first += 1
    return Run(first, last, honorific)


def name_of(words: Scan, run: Run) -> PersonName:
    """The parts of a name: given names, then the family name with its particles."""
    parts = list(words.words[run.first : run.last])
    span = words.span(run.first, run.last)
    suffix = ""
    if len(parts) > 1 and parts[-1].rstrip(".") in name_words().suffixes:
        suffix = parts.pop().rstrip(".")
    if _family_first(parts):
        surname, given = parts[0], parts[1:]
    else:
        cut = len(parts) - 1
        while cut > 1 and parts[cut - 1].lower() in name_words().particles:
            cut -= 1
        surname, given = " ".join(parts[cut:]), parts[:cut]
    return PersonName(
        words.text[span.start : span.end],
        tuple(given),
        surname,
        tuple(given_keys(piece) for part in given for piece in pieces_of(part)),
        surname_keys(surname),
        run.honorific,
        suffix,
    )


def _family_first(parts: Sequence[str]) -> bool:
    if len(parts) < 2 or parts[0] not in name_words().family_first:
        return False
    if len(parts) == 2:
        return is_hyphened(parts[1]) or (
            fold(parts[0]) not in given_names() and fold(parts[1]) not in families("same_given")
        )
    return len(parts) == 3 and all(len(part) <= 6 for part in parts)


@cache
def suffixes() -> frozenset[str]:
    """Jr, III and the like, folded."""
    return frozenset(fold(suffix) for suffix in name_words().suffixes)

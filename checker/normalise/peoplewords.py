"""Nouns that count people: which group a noun group names, and which group lies within which.

A key is a group of the lexicon ("soldiers"), with the words that part it from others of its kind in
front ("israeli soldiers"), and with a plus where two are counted together ("children+women").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from checker.normalise.lexicon import load

PEOPLE = "people"

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NATION = re.compile(r"[A-Z][a-z]+(?:ans?|ese|ish|is?)\Z")
_DOERS = re.compile(r"[a-z]{3,}(?:men|women|ists|ees|ers|ors|folk)\Z")


class Groups(StrEnum):
    """How two groups of people stand to each other."""

    SAME = "same"
    WITHIN = "within"  # the first inside the second
    CONTAINS = "contains"
    APART = "apart"  # no one is in both
    OPEN = "open"  # they may share people


@dataclass(frozen=True, slots=True)
class _Lexicon:
    key_of: dict[tuple[str, ...], str]
    longest: int
    parents: dict[str, frozenset[str]]
    apart: frozenset[frozenset[str]]
    open: frozenset[str]
    alone: frozenset[str]
    pronouns: frozenset[str]
    before: frozenset[str]
    telling: frozenset[str]
    nations: frozenset[str]
    nation_nouns: dict[str, str]
    across: frozenset[str]
    not_nations: frozenset[str]
    things: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = load("peoplewords")
    key_of: dict[tuple[str, ...], str] = {}
    parents: dict[str, frozenset[str]] = {}
    for key, entry in data["nouns"].items():
        for form in entry["say"].split(","):
            key_of.setdefault(tuple(_split(form)), key)
        above = entry.get("in", [])
        parents[key] = frozenset([above] if isinstance(above, str) else above)
    return _Lexicon(
        key_of,
        max(len(form) for form in key_of),
        parents,
        frozenset(frozenset(pair) for pair in data["apart"]),
        frozenset(data["open"]),
        frozenset(data["alone"]),
        frozenset(data["pronouns"]),
        frozenset(data["before"]),
        frozenset(data["telling"]),
        frozenset(data["nations"]),
        data["nation_nouns"],
        frozenset(data["across"]),
        frozenset(data["not_nations"]),
        frozenset(data["things"]),
    )


def _split(words: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(words)]


@lru_cache(maxsize=8192)
def is_nation(word: str) -> bool:
    """Whether a capitalised word names a people, by its form: Syrian, Iraqis, Kurds."""
    lexicon = _lexicon()
    if word in lexicon.nations or _singular(word.lower()) in lexicon.nation_nouns:
        return word[0].isupper()
    return _NATION.match(word) is not None and word.lower() not in lexicon.not_nations


@lru_cache(maxsize=8192)
def classify(words: str) -> str:
    """The key of the group that the words count; "" where they count no people.

    The words keep their capitals: "Israeli soldiers" and "soldiers" are two keys.
    """
    head, _, after = re.sub(r"\s+", " ", words.strip()).partition(" of ")
    found: list[str] = []
    for part in re.split(r"\s*(?:,|\band\b|/|&)\s*", head):
        key = _part(_WORD.findall(part))
        if key:
            found.append(key)
    if not found and words.lower().startswith("of "):
        return classify(words[3:])
    if after and found and found[-1] in {"members", "dead", "victims"}:
        inner = classify(after)
        if inner:
            found[-1] = inner
    return "+".join(sorted(set(found)))


def _part(words: Sequence[str]) -> str:
    """The key of one noun with its modifiers: the last noun is the head."""
    lexicon = _lexicon()
    folded = [word.lower().replace("’", "'") for word in words]
    for end in range(len(folded), 0, -1):
        for start in range(max(0, end - lexicon.longest), end):
            key = lexicon.key_of.get(tuple(folded[start:end]))
            if key is not None:
                return " ".join([*_modifiers(words[:start]), key])
        if is_nation(words[end - 1]):
            return f"{_nation_key(words[end - 1])} {PEOPLE}"
    if words and is_doer(words[-1]):
        return " ".join([*_modifiers(words[:-1]), folded[-1]])
    return ""


def _modifiers(words: Sequence[str]) -> list[str]:
    lexicon = _lexicon()
    kept = {_nation_key(word) for word in words if is_nation(word)}
    kept |= {word.lower() for word in words if word.lower() in lexicon.telling}
    return sorted(kept)


def _nation_key(word: str) -> str:
    singular = _singular(word.lower())
    return _lexicon().nation_nouns.get(singular, singular)


def _singular(lower: str) -> str:
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def within(a: str, b: str) -> bool:
    """Whether everybody in group `a` is in group `b`; a group is within itself."""
    whole = b.split("+")
    return all(any(_one_within(part, other) for other in whole) for part in a.split("+"))


def _one_within(a: str, b: str) -> bool:
    *mods_a, head_a = a.split(" ")
    *mods_b, head_b = b.split(" ")
    return set(mods_b) <= set(mods_a) and head_b in _above(head_a)


@lru_cache(maxsize=1024)
def _above(key: str) -> frozenset[str]:
    """The group and all that it lies in."""
    # A group that the lexicon does not know is known by its form only: people.
    parents = _lexicon().parents.get(key, frozenset({PEOPLE}))
    return frozenset({key}).union(*(_above(parent) for parent in parents))


def relation(a: str, b: str) -> Groups:
    """How two groups stand to each other."""
    if a == b:
        return Groups.SAME
    first, second = within(a, b), within(b, a)
    if first and second:
        return Groups.SAME
    if first:
        return Groups.WITHIN
    if second:
        return Groups.CONTAINS
    if all(_one_apart(part, other) for part in a.split("+") for other in b.split("+")):
        return Groups.APART
    return Groups.OPEN


def _one_apart(a: str, b: str) -> bool:
    nations = _nations_of(a), _nations_of(b)
    if all(nations) and not nations[0] & nations[1]:
        return True
    first, second = _above(a.split(" ")[-1]), _above(b.split(" ")[-1])
    apart = _lexicon().apart
    return any(
        frozenset((one, other)) in apart for one in first for other in second if one != other
    )


@lru_cache(maxsize=8192)
def is_doer(word: str) -> bool:
    """Whether a plural counts people by its form: dancers, tribesmen, Baathists."""
    lower = word.lower()
    return _DOERS.match(lower) is not None and lower not in _lexicon().things


def _nations_of(key: str) -> frozenset[str]:
    """The nations that a key names; faiths and peoples that cross borders are none."""
    lexicon = _lexicon()
    return frozenset(key.split(" ")[:-1]) - lexicon.telling - lexicon.across


def noun_at(words: Sequence[str], index: int) -> int:
    """Where the people noun that starts at a word ends; the index itself where none does.

    The words may have capitals: a nation's name in the plural counts people too.
    """
    lexicon = _lexicon()
    for end in range(min(len(words), index + lexicon.longest), index, -1):
        if tuple(word.lower() for word in words[index:end]) in lexicon.key_of:
            return end
    word = words[index]
    return index + 1 if word.endswith("s") and is_nation(word) else index


def stands_alone(word: str) -> bool:
    """Whether the word is an adjective used as a noun: the dead, the injured."""
    return word in _lexicon().alone


def is_pronoun(word: str) -> bool:
    """Whether the word stands for the group after a figure: 12 of them."""
    return word in _lexicon().pronouns


def takes_of(word: str) -> bool:
    """Whether "of …" after the noun belongs to the group: members of, residents of."""
    return word in _lexicon().open


def is_small(word: str) -> bool:
    """Whether the word may open a group after a figure: of, the, their, other."""
    return word in _lexicon().before

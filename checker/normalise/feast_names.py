"""The names of feasts in a row of words: "New Year's Eve" is one word there, of one kind.

Apostrophes, full stops and hyphens within a name do not matter, nor do capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.normalise.lexicon import load

_WORDS = re.compile(r"[^\W\d_]+|[^\w\s]")
_MARKS = frozenset("'’‘-‑–")
#: After these a full stop ends no sentence: "St. Patrick's Day", "Martin Luther King Jr. Day".
_SHORT = frozenset({"st", "jr"})


@dataclass(frozen=True, slots=True)
class Rule:
    """When a feast is kept: the group of the lexicon that says it, and what is said there."""

    group: str
    value: Any


@dataclass(frozen=True, slots=True)
class _Names:
    """The rule of each folded name, the beginnings of names, and the names that want a capital."""

    rules: dict[tuple[str, ...], Rule]
    beginnings: frozenset[tuple[str, ...]]
    heads: frozenset[str]
    cased: frozenset[tuple[str, ...]]


def folded(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name in small letters, without marks: New Year's Day is new, years, day."""
    parts: list[str] = []
    for word in words:
        small = word.lower()
        if small in _MARKS or small == ".":
            continue
        if small == "s" and parts:
            parts[-1] += "s"
        else:
            parts.append(small)
    return tuple(parts)


@cache
def _names() -> _Names:
    data = load("feasts")
    rules: dict[tuple[str, ...], Rule] = {}
    for name, rule in _listed(data):
        rules.setdefault(folded(_WORDS.findall(name)), rule)
    beginnings = frozenset(name[:count] for name in rules for count in range(1, len(name) + 1))
    # A word such as "Year's" is met in two steps: first without its s.
    short = frozenset((*name[:-1], name[-1][:-1]) for name in beginnings if name[-1][-1] == "s")
    cased = frozenset(folded(_WORDS.findall(name)) for name in data["cased"])
    beginnings |= short
    heads = frozenset(beginning[0] for beginning in beginnings if len(beginning) == 1)
    return _Names(rules, beginnings, heads, cased)


def _listed(data: Any) -> Iterator[tuple[str, Rule]]:
    for group in ("fixed", "not_sunday", "easter", "orthodox"):
        for value, names in data[group].items():
            for name in names:
                yield name, Rule(group, value)
    for group in ("easter_times", "orthodox_times"):
        for name, value in data[group].items():
            yield name, Rule(group, tuple(value))
    for entry in data["counted"]:
        for name in entry["names"]:
            yield name, Rule("counted", tuple(entry["on"]))
    for entry in data["moon"]:
        for name in entry["names"]:
            yield name, Rule("moon", (entry["from"], *entry["reach"]))


def rule_of(name: str) -> Rule | None:
    """When the feast of this name is kept; None if there is none of the name."""
    return _names().rules.get(folded(_WORDS.findall(name)))


def wants_capital(name: str) -> bool:
    """Whether the name in small letters, or alone, is something else as well."""
    return folded(_WORDS.findall(name)) in _names().cased


def spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where names of feasts stand: the first word of each, and the one after its last."""
    names = _names()
    heads = names.heads
    last = 0
    for index, word in enumerate(words):
        if index >= last and word.lower() in heads:
            end = _longest(words, index, names)
            if end:
                last = end
                yield index, end


def _longest(words: Sequence[str], start: int, names: _Names) -> int:
    """Where the longest name that begins at the word ends; nought if there is none."""
    found = 0
    parts: tuple[str, ...] = (words[start].lower(),)
    end = start + 1
    while True:
        if parts in names.rules:
            found = end
        after_mark = False
        if end < len(words) and words[end] == "." and parts[-1] in _SHORT:
            end += 1
        while end < len(words) and words[end] in _MARKS:
            end, after_mark = end + 1, True
        if end >= len(words):
            return found
        word = words[end].lower()
        is_ending = word == "s" and after_mark
        parts = (*parts[:-1], parts[-1] + "s") if is_ending else (*parts, word)
        end += 1
        if parts not in names.beginnings:
            return found

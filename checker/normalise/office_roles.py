"""Roles by the words that mean them, made from `lexicon/en/offices.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.normalise.lexicon import load


@dataclass(frozen=True, slots=True)
class Roles:
    """Role forms by first word, longest first; which roles need a name beside them."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    titles: frozenset[str]
    trades: frozenset[str]
    ranks: Mapping[str, str]
    plain: frozenset[str]
    after: Mapping[str, str]
    chiefs: Mapping[str, str]


@cache
def roles() -> Roles:
    """The roles, those of every portfolio made, read once."""
    data = load("offices")
    forms: dict[tuple[str, ...], str] = {}
    for group in ("trades", "titles", "roles"):
        for role, words in data[group].items():
            for form in words:
                forms[tuple(form.replace("-", " ").split())] = role
    for name, words in data["portfolios"].items():
        for form in words:
            own = tuple(form.split())
            for head in ("minister", "secretary"):
                forms.setdefault((*own, head), f"{name} {head}")
                for link in ("of", "for"):
                    forms.setdefault((head, link, *own), f"{name} {head}")
                    forms.setdefault((head, link, "the", *own), f"{name} {head}")
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, role in forms.items():
        by_first.setdefault(parts[0], []).append((parts, role))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return Roles(
        {first: tuple(entries) for first, entries in by_first.items()},
        frozenset(data["titles"]),
        frozenset(data["trades"]),
        data["ranks"],
        frozenset(data["plain"]),
        data["after"],
        data["chiefs"],
    )

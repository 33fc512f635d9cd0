"""The keys by which the parts of two names are compared: spelling families, not likeness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from checker.normalise.capitals import articles
from checker.normalise.fold import fold
from checker.normalise.lexicon import load

#: Endings of one sound in romanised names, each with the one that stands for all.
_ENDINGS = (
    ("off", "ov"),
    ("eff", "ev"),
    ("sky", "ski"),
    ("skiy", "ski"),
    ("skyy", "ski"),
    ("skyi", "ski"),
)


@cache
def families(group: str) -> Mapping[str, frozenset[str]]:
    """Folded form → every form of its families, of "same_given" or "same_family" names."""
    found: dict[str, set[str]] = {}
    for forms in load("people")[group]:
        for form in forms:
            found.setdefault(form, set()).update(forms)
    return {form: frozenset(forms) for form, forms in found.items()}


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("people")["particles"])


@lru_cache(maxsize=8192)
def surname_keys(surname: str) -> frozenset[str]:
    """Every folded form that counts as the same family name: without article and particles."""
    parts = fold(surname).split()
    while len(parts) > 1 and (parts[0] in articles() or parts[0] in _particles()):
        parts = parts[1:]
    name = "".join(parts)
    return (
        families("same_family").get(name)
        or families("same_given").get(name)
        or frozenset({_ending(name)})
    )


@lru_cache(maxsize=8192)
def given_keys(name: str) -> frozenset[str]:
    """Every folded form that counts as the same given name; an initial is its letter."""
    parts = fold(name).split()
    whole = "".join(parts)
    return families("same_given").get(whole) or frozenset({whole})


def _ending(name: str) -> str:
    for written, same in _ENDINGS:
        if name.endswith(written) and len(name) > len(written) + 2:
            return name[: -len(written)] + same
    return name


_HYPHENED = re.compile(r"[A-Z]\w*[-‐‑][a-z]\w+$")


def is_hyphened(part: str) -> bool:
    """Whether a part is of the shape of a Korean or Chinese given name: Ki-moon, Ying-jeou."""
    return _HYPHENED.match(part) is not None and not part.endswith(("ing", "ed", "like", "old"))


def pieces_of(part: str) -> list[str]:
    """The syllables of a hyphened given name, so that Ki-moon and Ki Moon are one."""
    return part.replace("‑", "-").replace("‐", "-").split("-") if is_hyphened(part) else [part]

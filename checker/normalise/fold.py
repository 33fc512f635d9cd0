"""Folding: the one form under which names and words that differ in dress only are the same."""

from __future__ import annotations

import re
from functools import lru_cache

_APART = re.compile(r"[^a-z0-9]+")
_NOTHING = str.maketrans("", "", "'’‘`ʿʾʻʼ")


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Lower case, no accents, no apostrophes, anything else that is no letter a single space."""
    if not words.isascii():
        from anyascii import anyascii

        words = anyascii(words.translate(_NOTHING))
    plain = words.casefold().translate(_NOTHING)
    return plain if plain.isalnum() else _APART.sub(" ", plain).strip()

"""A sentence's words: tokens with their places, stems, and which of them carry meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checker.model import Span
from checker.normalise.lexicon import load

_TOKEN = re.compile(r"[^\W_]+(?:[.'’‑-][^\W_]+)*|--|…|[^\w\s]|_")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word or mark of a document, with its place and its folded form.

    A token equals itself only, so that what is known of a sentence's tokens is found again fast.
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, and no mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()


def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of a span, with offsets into the whole text."""
    return tuple(
        Token(match.start(), match.end(), match[0], match[0].lower().replace("’", "'"))
        for match in _TOKEN.finditer(text, span.start, span.end)
    )


@cache
def stopwords() -> frozenset[str]:
    """The words that tell nothing about which event is meant."""
    data = load("stopwords")
    return frozenset(data["function"]) | frozenset(data["news"])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word, without a possessive ending (Snowball's English stemmer)."""
    return str(_stemmer().stemWord(_POSSESSIVE.sub("", word)))


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=65536)
def content_stem(lower: str) -> str:
    """The stem of a word that carries meaning, or "" for one that does not."""
    word = _POSSESSIVE.sub("", lower)
    if len(word) < 3 or word in stopwords() or not word[0].isalpha():
        return ""
    return stem(word)

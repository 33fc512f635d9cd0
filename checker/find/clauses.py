"""Clauses without a grammar: where they end, which word is the verb, and who its subject is.

No tagger runs here. A verb is known by its form (irregular pasts from the lexicon, -ed, what
follows an auxiliary) and by its neighbours; where these leave a doubt, no verb is found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.find.words import Token
from checker.normalise import verbs
from checker.normalise.lexicon import load


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The closed classes of words by which clauses are told apart."""

    subordinators: frozenset[str]
    coordinators: frozenset[str]
    borders: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    between: frozenset[str]


@cache
def clause_words() -> ClauseWords:
    """The word classes of `lexicon/en/clauses.yml`."""
    return ClauseWords(**{name: frozenset(words) for name, words in load("clauses").items()})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in a sentence's tokens: the chain of auxiliaries from `first` to the verb `at`."""

    first: int
    at: int
    base: str
    act: str
    passive: bool
    perfect: bool
    modal: str = ""


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "got"})
#: The forms of "have" that reach up to now; "had been killed" tells of a time before.
_TO_DATE = frozenset({"has", "have"})
_HAVE = frozenset({"has", "have", "had", "having"})
#: Words of "so far", "by now", "to date", which part an auxiliary from its verb.
_SO_FAR = frozenset({"so", "far", "by", "now", "date", "today"})
_MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must"})


def find_verbs(tokens: Sequence[Token]) -> tuple[Verb, ...]:
    """The verbs of a sentence in order, each with its auxiliaries; remembered, as many ask."""
    return _verbs(tuple(tokens))


@lru_cache(maxsize=256)
def _verbs(tokens: tuple[Token, ...]) -> tuple[Verb, ...]:
    found: list[Verb] = []
    index = 0
    while index < len(tokens):
        verb = _verb_from(tokens, index)
        if verb is None:
            index += 1
        else:
            found.append(verb)
            index = verb.at + 1
    return tuple(found)


def _verb_from(tokens: Sequence[Token], index: int) -> Verb | None:
    """The verb whose chain starts at a token, if one does."""
    word = tokens[index].lower
    if verbs.is_auxiliary(word):
        return _chain(tokens, index)
    if not tokens[index].is_word or "-" in word:
        return None
    if tokens[index].is_capital and index > 0:
        return None
    if verbs.is_speech(word) and not word.endswith("ing"):
        if _is_noun_position(tokens, index):
            return None
        return Verb(index, index, verbs.base(word), verbs.SPEECH, False, False)
    if verbs.may_be_past(word) and not _is_noun_position(tokens, index):
        return Verb(index, index, verbs.base(word), _act(tokens, index), False, False)
    return None


def _act(tokens: Sequence[Token], at: int) -> str:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return verbs.act_with(tokens[at].lower, following)


def _chain(tokens: Sequence[Token], index: int) -> Verb | None:
    """Auxiliaries and the adverbs among them, up to the verb that they carry."""
    words = clause_words()
    be = have = perfect = False
    modal = ""
    at = index
    while at < len(tokens) and at - index < 8:
        word = tokens[at].lower
        if word in _BE:
            be = True
        elif word in _HAVE:
            have, be, perfect = True, False, word in _TO_DATE
        elif verbs.is_auxiliary(word):
            modal = word if word in _MODALS else modal
        elif not (word in words.between or word.endswith("ly") or word in _SO_FAR):
            break
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    word = tokens[at].lower
    if verbs.may_be_participle(word) or verbs.may_be_past(word):
        if not (be or have or modal):
            return None
        return Verb(index, at, verbs.base(word), _act(tokens, at), be, perfect, modal)
    if be and word.endswith("ing"):
        return Verb(index, at, verbs.base(word), _act(tokens, at), False, perfect, modal)
    if (modal or not (be or have)) and word.isalpha() and word not in words.determiners:
        return Verb(index, at, verbs.base(word), _act(tokens, at), False, perfect, modal)
    return None


def _is_noun_position(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word stands where a noun or an adjective does: "the armed groups", "a report"."""
    words = clause_words()
    if index == 0:
        return True
    before = tokens[index - 1].lower
    if before in words.determiners or before in words.prepositions:
        return before != "that"
    return before.endswith(("'s", "s'")) and before not in ("it's", "that's")


def clause_around(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The tokens from `first` up to and without `last` that share a clause with the one given."""
    ends = _clause_ends(tuple(tokens))
    before, after = bisect_left(ends, index), bisect_right(ends, index)
    first = ends[before - 1] + 1 if before else 0
    return first, ends[after] if after < len(ends) else max(index, len(tokens))


@lru_cache(maxsize=256)
def _clause_ends(tokens: tuple[Token, ...]) -> tuple[int, ...]:
    """The tokens at which a clause ends, in order; remembered, as every claim asks."""
    return tuple(index for index in range(len(tokens)) if _ends_clause(tokens, index))


def is_border(token: Token) -> bool:
    """Whether a clause ends at the token."""
    return token.lower in _border_words()


@cache
def _border_words() -> frozenset[str]:
    return clause_words().borders | clause_words().subordinators


def _ends_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause ends at a token; "as" does so only with a verb of its own behind it."""
    if tokens[index].lower != "as":
        return is_border(tokens[index])
    for token in tokens[index + 1 : index + 7]:
        if not token.is_word:
            return False
        if verbs.is_auxiliary(token.lower) or verbs.may_be_past(token.lower):
            return True
    return False


def index_at(tokens: Sequence[Token], offset: int) -> int:
    """The number of the first token that ends after an offset."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low

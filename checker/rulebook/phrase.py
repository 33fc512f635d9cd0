"""The grammar of `say:` phrases: English with typed {slots}, alternatives and optional words.

    {count} {people}? (were|was|have been) killed     a slot, an optional slot, alternatives
    killed [at least] {count}                         optional words
    {old:count}                                       a slot under a name of its own
    ~die of ... wounds                                any form of the verb; up to four words between

The words of a phrase and those of a text are split alike, by `split_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.rulebook.records import SLOT_KINDS

#: In how many ways a phrase may be read at most, so that none can make a run hang.
MAX_WAYS = 2000
#: How many words a gap may pass over.
GAP_WORDS = 4
#: How deep brackets may stand in brackets.
MAX_DEPTH = 6

#: A word as phrases see it: an acronym with its points, a possessive ending, letters and digits
#: with what holds them together, or a mark that parts clauses. Quote marks, single points and
#: hyphens inside words are no words.
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|['’]s\b"
    r"|[^\W_]+(?:[.,]\d+)*(?:['’](?!s\b)[^\W_]+)*"
    r"|-{2,}|(?<=\s)-(?=\s)|[–—]|…|\.{2,}"
    r"|[,;:()\[\]?!]"
)
_MARKS = {"–": "--", "—": "--", "-": "--", "[": "(", "]": ")", "…": ";"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be found as it is, or in any of its forms."""

    text: str
    any_form: bool = False


@dataclass(frozen=True, slots=True)
class SlotNode:
    """A place for a mention or a noun group."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to four words of one clause."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several sequences; an empty one makes the whole optional."""

    branches: tuple[tuple[Node, ...], ...]


Node = Word | SlotNode | Gap | OneOf


class PhraseError(ValueError):
    """A phrase that is not right: the problem, the remedy, and where in the phrase it is."""

    def __init__(self, problem: str, remedy: str, offset: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.offset = offset


def fold_word(word: str) -> str:
    """A word as it is compared: lower case, straight apostrophes, one mark for every dash."""
    mark = _MARKS.get(word)
    if mark is not None:
        return mark
    if word.isascii():
        return ";" if word.startswith("..") else "--" if word.startswith("--") else word.lower()
    return word.replace("’", "'").casefold()


def split_words(text: str) -> list[str]:
    """The folded words and clause marks of a text."""
    return [fold_word(match.group()) for match in WORD.finditer(text)]


_PIECE = re.compile(r"\.\.\.|…|[()\[\]|{}?]|\s+|[^\s()\[\]|{}?]+")


@dataclass(slots=True)
class _Reader:
    """The pieces of a phrase and how far they are read."""

    text: str
    pieces: list[tuple[str, int]]
    at: int = 0

    def peek(self) -> str:
        return self.pieces[self.at][0] if self.at < len(self.pieces) else ""

    def offset(self) -> int:
        return self.pieces[self.at][1] if self.at < len(self.pieces) else len(self.text)


@lru_cache(maxsize=8192)
def parse_phrase(text: str) -> tuple[Node, ...]:
    """The nodes of a phrase.

    Raises PhraseError for an unknown slot, a bracket without its partner, a phrase without words
    and one that can be read in too many ways.
    """
    pieces = [(m.group(), m.start()) for m in _PIECE.finditer(text) if not m.group().isspace()]
    _check_depth(pieces)
    reader = _Reader(text, pieces)
    nodes = _sequence(reader, closing="", opened=0)
    _check_shape(nodes)
    return nodes


def _check_depth(pieces: Sequence[tuple[str, int]]) -> None:
    depth = 0
    for piece, offset in pieces:
        depth += (piece in {"(", "["}) - (piece in {")", "]"})
        if depth > MAX_DEPTH:
            raise PhraseError(
                f"more than {MAX_DEPTH} brackets stand in each other",
                "write it as several phrases",
                offset,
            )


def _sequence(reader: _Reader, *, closing: str, opened: int) -> tuple[Node, ...]:
    """The nodes up to the end, a bar or the closing bracket, which is left unread."""
    nodes: list[Node] = []
    while piece := reader.peek():
        offset = reader.offset()
        if piece == closing or (piece == "|" and closing):
            return tuple(nodes)
        reader.at += 1
        if piece == "(":
            nodes.append(OneOf(_branches(reader, ")", offset)))
        elif piece == "[":
            nodes.append(OneOf((*_branches(reader, "]", offset), ())))
        elif piece == "{":
            nodes.append(_slot(reader, offset))
        elif piece == "?":
            if not nodes or isinstance(nodes[-1], Word | Gap):
                raise PhraseError(
                    "“?” follows no slot and no bracket",
                    "write an optional word as [word]",
                    offset,
                )
            nodes[-1] = OneOf(((nodes[-1],), ()))
        elif piece in {"...", "…"}:
            nodes.append(Gap())
        elif piece == "|":
            raise PhraseError(
                "“|” stands outside brackets", "put the alternatives in (round brackets)", offset
            )
        elif piece in {")", "]", "}"}:
            raise PhraseError(
                f"“{piece}” closes a bracket that was not opened", "remove it or open it", offset
            )
        else:
            nodes.extend(_words(piece, offset))
    if closing:
        raise PhraseError(
            f"“{reader.text[opened]}” is not closed", f"close it with “{closing}”", opened
        )
    return tuple(nodes)


def _branches(reader: _Reader, closing: str, opened: int) -> tuple[tuple[Node, ...], ...]:
    branches = [_sequence(reader, closing=closing, opened=opened)]
    while reader.peek() == "|":
        reader.at += 1
        branches.append(_sequence(reader, closing=closing, opened=opened))
    reader.at += 1
    return tuple(branches)


def _slot(reader: _Reader, opened: int) -> SlotNode:
    body, close = reader.peek(), reader.at + 1
    if close >= len(reader.pieces) or reader.pieces[close][0] != "}":
        raise PhraseError("“{” is not closed", "write a slot as {count}", opened)
    reader.at += 2
    name, colon, kind = body.partition(":")
    kind = kind if colon else name
    if kind not in SLOT_KINDS:
        from difflib import get_close_matches

        near = get_close_matches(kind, SLOT_KINDS, n=1)
        remedy = f"did you mean {{{near[0]}}}?" if near else f"one of {', '.join(SLOT_KINDS)}"
        raise PhraseError(f"unknown slot {{{body}}}", remedy, opened)
    return SlotNode(name, kind)


def _words(piece: str, offset: int) -> Iterator[Word]:
    any_form = piece.startswith("~")
    words = split_words(piece.removeprefix("~"))
    if not words or (any_form and len(words) != 1):
        raise PhraseError(
            f"“{piece}” is no word", "write words, {slots}, (a|b), [optional] and ...", offset
        )
    for word in words:
        yield Word(word, any_form)


def _check_shape(nodes: tuple[Node, ...]) -> None:
    if not any(True for node in walk(nodes) if isinstance(node, Word)):
        slots = sum(1 for node in nodes if isinstance(node, SlotNode))
        if slots < 2:
            raise PhraseError("the phrase has no words", "add the words that tell the fact", 0)
    if _may_be_empty(nodes):
        raise PhraseError(
            "the phrase can match nothing at all", "make at least one part of it required", 0
        )
    for end in (nodes[0], nodes[-1]):
        if isinstance(end, Gap):
            raise PhraseError("a gap stands at an end of the phrase", "remove the “...”", 0)
    count = ways(nodes)
    if count > MAX_WAYS:
        raise PhraseError(
            f"the phrase can be read in {count:,} ways, and {MAX_WAYS:,} is the limit",
            "write it as several phrases",
            0,
        )
    _check_names(nodes, set())


def _check_names(nodes: Sequence[Node], seen: set[str]) -> None:
    """One name fills one slot: a second {count} on the same way needs a name of its own."""
    for node in nodes:
        if isinstance(node, SlotNode):
            if node.name in seen:
                raise PhraseError(
                    f"two slots are called {{{node.name}}}",
                    f"name the one that is not the value, for example {{other:{node.type}}}",
                    0,
                )
            seen.add(node.name)
        elif isinstance(node, OneOf):
            found: set[str] = set()
            for branch in node.branches:
                inner = set(seen)
                _check_names(branch, inner)
                found |= inner
            seen |= found


def _may_be_empty(nodes: Sequence[Node]) -> bool:
    return all(
        isinstance(node, Gap)
        or (isinstance(node, OneOf) and any(_may_be_empty(branch) for branch in node.branches))
        for node in nodes
    )


def ways(nodes: Sequence[Node]) -> int:
    """In how many ways a sequence can be read: what bounds the work of matching it."""
    product = 1
    for node in nodes:
        if isinstance(node, OneOf):
            product *= sum(ways(branch) for branch in node.branches)
        elif isinstance(node, Gap):
            product *= GAP_WORDS + 1
        if product > 10**9:
            break
    return product


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node of a phrase, those inside brackets too."""
    for node in nodes:
        yield node
        if isinstance(node, OneOf):
            for branch in node.branches:
                yield from walk(branch)

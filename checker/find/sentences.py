"""A document's sentences, each with its paragraph and the role of its line.

The library sentencex finds where sentences may end; what it does not know of news (times of day,
states, initials, quotations) is mended here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from checker.model import Document, Role, Sentence, Span
from checker.normalise.lexicon import load
from checker.normalise.quotes import marked_spans
from checker.read.layout import layout
from checker.read.origins_in_text import is_credit

#: The library's time grows with the square of a text's length, so it is given pieces.
PIECE, LONGEST_PIECE = 2_000, 8_000
#: A quotation stays in one sentence with whoever said it, unless it is a speech.
LONGEST_QUOTATION = 600
#: How much of either side tells whether a full stop ends a sentence.
NEAR = 80
#: An aside in brackets that is a sentence of its own is at most so long.
LONGEST_ASIDE = 500

_APOSTROPHE = re.compile(r"['’‘`´‛]")
_DOUBLE = re.compile(r"[“”„‟\"＂«»]")
_PIECE_END = re.compile(r"[.!?…][”)\]]*\s")
_LAST_WORD = re.compile(r"(?:^|[\s(\[“—–/-])([^\s(\[“—–/-]{1,20})\.[”)\]]*\s*\Z")
_FIRST_WORD = re.compile(r"[\s(\[“]*([^\W_]+)(\.?)")
_BEFORE_INITIAL = re.compile(r"(?:^|[(“]|(?:^|[\s(“])[A-ZÀ-Þ][\w.-]*)\s*[A-Z]\.\s*\Z")
_BEFORE_STATE = re.compile(r",\s+\S+\s*\Z")
_MISSED = re.compile(
    r"(?<=[.!?]\))\s+(?=[“(]?[A-ZÀ-Þ0-9])"  # (He left.) Then
    r"|(?<=[a-zß-ÿ]{2}[.!?])(?=[A-ZÀ-Þ][a-zß-ÿ]*\s)"  # He left.Then
    r"|(?<=[.!?…])\s*(?=\()|(?<=[.!?…][”)])\s*(?=\()"  # He left. (Reuters)
)


class _Lexicon(NamedTuple):
    titles: frozenset[str]
    latin: frozenset[str]
    before_figures: frozenset[str]
    may_end: frozenset[str]
    states: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    starters: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = load("sentences")
    return _Lexicon(**{name: frozenset(data[name]) for name in _Lexicon._fields})


def outline(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order; their spans have no space around them."""
    return _outline(document.text)


@lru_cache(maxsize=64)
def _outline(text: str) -> tuple[Sentence, ...]:
    masked, quotations = _masked(text)
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(layout(text)):
        role = paragraph.role
        if role is Role.HEADLINE:  # “Out of hospital... and back at work” is one headline
            sentences.append(Sentence(paragraph.span, len(sentences), number, role))
            continue
        for span in _split(text, masked, quotations, paragraph.span):
            role = paragraph.role
            if role is Role.BODY and is_credit(text[span.start : span.end]):
                role = Role.CREDIT
            sentences.append(Sentence(span, len(sentences), number, role))
    return tuple(sentences)


def _masked(text: str) -> tuple[str, list[Span]]:
    """The text, character for character, as the library reads it best; and its short quotations.

    Apostrophes become letters, the marks of a quotation that stays whole become “ and ”, other
    marks become spaces, and so do the line ends inside a paragraph.
    """
    chars = list(_DOUBLE.sub(" ", _APOSTROPHE.sub("x", text.replace("\n", " "))))
    kept = []
    for marked in marked_spans(text):
        whole, words = marked.whole, marked.words
        for at in (*range(whole.start, words.start), *range(words.end, whole.end)):
            chars[at] = " "
        if marked.is_closed and words.end - words.start <= LONGEST_QUOTATION:
            chars[whole.start], chars[whole.end - 1] = "“", "”"
            kept.append(whole)
    return "".join(chars), kept


def _split(text: str, masked: str, quotations: list[Span], span: Span) -> Iterator[Span]:
    """The sentences of one paragraph."""
    start = span.start
    for end in (*_ends(masked, quotations, span), span.end):
        # What was masked as space may be a mark: it belongs to the word that it touches.
        last = end if end == span.end else start + len(masked[start:end].rstrip())
        while last < end and not text[last].isspace():
            last += 1
        if words := text[start:last].strip():
            begin = start + len(text[start:last]) - len(text[start:last].lstrip())
            yield Span(begin, begin + len(words))
        start = last


def _ends(masked: str, quotations: list[Span], span: Span) -> Iterator[int]:
    """Where the sentences of a paragraph end, but for the last one."""
    missed = (match.end() for match in _MISSED.finditer(masked, span.start, span.end))
    for end in sorted({*_library_ends(masked, span), *missed}):
        inside = bisect_left(quotations, Span(end, -1)) - 1
        if inside >= 0 and quotations[inside].start < end < quotations[inside].end:
            continue
        if span.start < end < span.end and _is_end(masked, end, span):
            yield end


def _library_ends(masked: str, span: Span) -> Iterator[int]:
    from sentencex import get_sentence_boundaries

    for piece in _pieces(masked, span):
        for boundary in get_sentence_boundaries("en", masked[piece.start : piece.end]):
            yield piece.start + boundary["end_index"]


def _pieces(masked: str, span: Span) -> Iterator[Span]:
    """A paragraph in pieces that the library takes in its stride, cut behind a full stop."""
    start = span.start
    while span.end - start > PIECE:
        stop = _PIECE_END.search(masked, start + PIECE, min(start + LONGEST_PIECE, span.end))
        end = stop.end() if stop else min(start + LONGEST_PIECE, span.end)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _is_end(masked: str, end: int, span: Span) -> bool:
    """Whether a sentence ends here, where the library or a pattern sees one end."""
    left = masked[max(span.start, end - NEAR) : end]
    right = masked[end : min(span.end, end + NEAR)]
    first = _FIRST_WORD.match(right)
    if first is None:
        return False
    word = first[1]
    if word.islower() or (first[2] and word.casefold() in _lexicon().may_end):
        return False  # “Who knew? she asked”, “Guess? Inc.”
    if left.rstrip().endswith(")") and not _is_aside(masked, end, span):
        return False
    last = _LAST_WORD.search(left)
    return last is None or not _goes_on(last[1], left, word, right, is_short=bool(first[2]))


def _goes_on(last: str, left: str, word: str, right: str, *, is_short: bool) -> bool:
    """Whether the stop behind `last` belongs to a word cut short, with `word` to follow."""
    lexicon = _lexicon()
    folded, follows = last.casefold(), word.casefold()
    starts = follows in lexicon.starters and not (len(word) == 1 and is_short)
    is_bracket = right.lstrip().startswith("(")
    if folded in lexicon.clock and "." in folded:
        return follows in lexicon.after_clock or word[0].isdigit() or is_bracket
    if folded in lexicon.before_figures and last[0].isupper():
        return word[0].isdigit()
    if folded in lexicon.may_end and (is_bracket or not starts):
        return True
    if not last[0].isupper():
        return folded in lexicon.latin and not starts
    if folded in lexicon.titles:
        return not starts
    if folded in lexicon.states:
        return is_bracket or not (starts or _BEFORE_STATE.search(left))
    return len(last) == 1 and not starts and _BEFORE_INITIAL.search(left) is not None


def _is_aside(masked: str, end: int, span: Span) -> bool:
    """Whether the brackets that close here were a sentence of their own."""
    opening = masked.rfind("(", max(span.start, end - LONGEST_ASIDE), end)
    before = masked[span.start : opening].rstrip() if opening >= 0 else "x"
    return not before or before[-1] in ".!?…”"

"""The capitalised words of a text and the runs that they make: what every proper name is made of.

One scan, shared by people, offices, places and organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.model import Span
from checker.normalise.fold import fold
from checker.normalise.lexicon import load
from checker.normalise.wrapping import paragraph_spans

_WORD = re.compile(
    r"((?:[A-Z]\.){2,}"  # U.S., J.K.
    r"|[A-Z]\.(?=\s[A-Z])"  # S. Rich
    r"|[^\W\d_]+(?:(?:[-‐‑]|['’](?!s\b))[^\W\d_]+)*)"
    r"(?:['’]s\b)?"  # the genitive is no part of the name
)
_HYPHEN = re.compile(r"[-‐‑]")
#: More capitalised words in a row are no name; the bound keeps hostile text cheap.
_LONGEST_RUN = 12
#: So many quote marks, brackets and blanks may open a sentence.
_MOST_OPENING = 6
_OPENING = "\"“‘'«([{*_#>`"
_STOPS = ".!?:…;"
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of a text with their offsets, and the runs of capitalised words (first word and
    the one after the last). `lower` are the words that the text writes in lower case; in
    `headlines`, lines of Title Case, a capital means nothing.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    runs: Sequence[tuple[int, int]]
    lower: frozenset[str]
    headlines: Sequence[Span]
    wraps: frozenset[int]

    def joined(self, index: int) -> bool:
        """Whether nothing but one blank (after a short form, a stop too) parts it from the next."""
        end, start = self.ends[index], self.starts[index + 1]
        if self.text[end] == "." and not _is_short(self.words[index]):
            return False
        return _joined(self.text, end, start, self.wraps)

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else ""

    def after(self, index: int) -> str:
        """The two characters after a word."""
        return self.text[self.ends[index] : self.ends[index] + 2]

    def is_possessive(self, index: int) -> bool:
        """Whether the word bears 's, or an apostrophe after its own s."""
        after = self.after(index)
        if after in ("'s", "’s"):
            return True
        return after[:1] in ("'", "’") and self.words[index].endswith("s")

    def opens_sentence(self, index: int) -> bool:
        """Whether its place makes the word a capital: a sentence, line or quotation opens."""
        text, at = self.text, self.starts[index] - 1
        quoted = False
        floor = at - _MOST_OPENING
        while at >= 0 and at > floor and (text[at] in _OPENING or text[at] == " "):
            quoted = quoted or text[at] in '"“‘«'
            at -= 1
        if at < 0 or quoted:
            return True
        if text[at] == "\n":
            return at not in self.wraps
        if text[at] in "”’\"'–—-•*|/":
            return text[at] in "”’\"'•*|" and at > 0 and text[at - 1] in ".!?,…•*|"
        if text[at] == "." and index:
            return not _is_short(self.words[index - 1])
        return text[at] in _STOPS

    def span(self, first: int, last: int) -> Span:
        """The span from the first word up to and without the last."""
        return Span(self.starts[first], self.ends[last - 1])

    def in_headline(self, index: int) -> bool:
        """Whether the word stands in a line of Title Case."""
        start = self.starts[index]
        low, high = 0, len(self.headlines)
        while low < high:
            middle = (low + high) // 2
            if self.headlines[middle].end <= start:
                low = middle + 1
            else:
                high = middle
        return low < len(self.headlines) and self.headlines[low].start <= start


@lru_cache(maxsize=8)
def scan(text: str) -> Scan:
    """Scan a text once."""
    wraps = frozenset(
        at
        for paragraph in paragraph_spans(text)
        for at in _newlines(text, paragraph.start, paragraph.end)
    )
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = match.group(1)
        if "-" in word or "‑" in word or "‐" in word:
            for start, end in _parts(word):
                words.append(word[start:end])
                starts.append(match.start() + start)
                ends.append(match.start() + end)
        else:
            words.append(word)
            starts.append(match.start())
            ends.append(match.end(1))
    return Scan(
        text,
        words,
        starts,
        ends,
        list(_runs(text, words, starts, ends, wraps)),
        frozenset(word for word in words if word.islower()),
        _headlines(text, words, starts),
        wraps,
    )


def _newlines(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, end)


def _parts(word: str) -> Iterator[tuple[int, int]]:
    """Where a hyphened word is two: "Moscow-backed", "pro-Assad", "UN-Arab"; else it is one."""
    pieces = _HYPHEN.split(word)
    head, tail = pieces[0], pieces[-1]
    first, last = len(head), len(word) - len(tail)
    capital = next((piece for piece in pieces if piece[:1].isupper()), "")
    if tail in _tails() and capital:
        yield 0, last - 1
        yield last, len(word)
    elif (head.islower() and capital and head not in articles() and len(head) > 1) or (
        head.isupper() and len(head) > 1 and tail[:1].isupper()
    ):
        yield 0, first
        yield first + 1, len(word)
    else:
        yield 0, len(word)


@cache
def _tails() -> frozenset[str]:
    return frozenset(load("places")["tails"])


@cache
def articles() -> frozenset[str]:
    """Arabic articles before a family name."""
    return frozenset(load("people")["articles"])


@cache
def _short_forms() -> frozenset[str]:
    honorifics = {fold(word) for word in load("people")["honorifics"]}
    roles = {
        word
        for group in ("roles", "titles", "trades")
        for forms in load("offices")[group].values()
        for form in forms
        for word in form.split()
        if len(word) <= 4
    }
    return frozenset(honorifics | roles | {"jr", "sr", "st", "mt", "ft", "no", "inc", "corp", "co"})


def _is_short(word: str) -> bool:
    """Whether a stop after the word belongs to the word: "Sen.", "St.", an initial."""
    return (
        word.endswith(".") or len(word) == 1 or (len(word) <= 4 and word.lower() in _short_forms())
    )


def is_capital(word: str) -> bool:
    """Whether a word is written as a part of a name: Lavrov, al-Dabi, iPhone is none."""
    if word[0].isupper():
        return True
    if "-" in word or "’" in word or "'" in word:
        head, _, tail = word.replace("’", "-").replace("'", "-").partition("-")
        return tail[:1].isupper() and (head in articles() or head in ("d", "l"))
    return False


def _joined(text: str, end: int, start: int, wraps: frozenset[int]) -> bool:
    if start - end == 1:
        blank = text[end]
        return blank in " \u00a0-" or (blank == "\n" and end in wraps)
    if start - end == 2 and text[end] == ".":
        return text[end + 1] == " " or (text[end + 1] == "\n" and end + 1 in wraps)
    return False


def _runs(
    text: str,
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    wraps: frozenset[int],
) -> Iterator[tuple[int, int]]:
    first = -1
    for index, word in enumerate(words):
        if not (word[0].isupper() or is_capital(word)):
            if first >= 0:
                yield first, index
                first = -1
            continue
        if first >= 0 and index - first == _LONGEST_RUN:
            yield first, index
            first = index
        elif first >= 0:
            end, start = ends[index - 1], starts[index]
            if not (start - end == 1 and text[end] == " ") and not (
                _joined(text, end, start, wraps)
                and (text[end] != "." or _is_short(words[index - 1]))
            ):
                yield first, index
                first = index
        else:
            first = index
    if first >= 0:
        yield first, len(words)


def _headlines(text: str, words: Sequence[str], starts: Sequence[int]) -> list[Span]:
    found = []
    index = 0
    for paragraph in paragraph_spans(text):
        capital = long = 0
        while index < len(starts) and starts[index] < paragraph.end:
            if len(words[index]) > 3:
                long += 1
                capital += words[index][0].isupper()
            index += 1
        ends_plain = text[paragraph.end - 1] not in ".,;"
        if long >= _HEADLINE_WORDS and capital >= _HEADLINE_SHARE * long and ends_plain:
            found.append(paragraph)
    return found

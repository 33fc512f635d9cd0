"""Quotations: the words between quote marks, whatever marks a house uses.

Apostrophes are told apart by their neighbours, and a mark that is never closed ends with its
paragraph. A quotation inside a quotation belongs to the outer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.model import Kind, Mention, Span
from checker.normalise.fold import fold
from checker.normalise.lexicon import load
from checker.normalise.wrapping import paragraph_spans
from checker.values import MASK, Quotation

#: Words further apart than this are not between one pair of marks; one of the two went missing.
LONGEST = 5_000
#: How far a mark that is never closed may reach, at most to the end of its paragraph.
LONGEST_UNCLOSED = 1_500
#: How far a single quote may reach when its end can be a possessive as well (the rebels' camp).
LONGEST_DOUBTFUL = 300
#: A possessive inside a quotation stands at most so far from its end, in the same sentence.
NEAR = 60

_MARK = re.compile(r"''|``|[“”„‟\"＂«»‘’‚‛'`´‹›]")
_DOUBLE = frozenset('“”„‟"＂«»') | {"''", "``"}
_OPENERS = frozenset("“„‟«‘‚‛‹") | {"``"}
_CLOSERS = frozenset("”»’›") | {"''"}
_BEFORE_OPENING = frozenset("([{—–-…/:>")
_BEFORE_SINGLE = frozenset('([{—–“„"«:')
_PAUSES = frozenset(",.?!…")
_SENTENCE_END = re.compile(r"[.!?]\s")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+\b")
#: The '90s, the '08 games; but '15 Most Wanted' is a quotation.
_YEAR = re.compile(r"\d{2}(?:s|ers)?\b(?!\s[^'’‘.!?\n]{1,60}(?<=[^\WsS])['’](?!\w))")


class Marked(NamedTuple):
    """Words between marks: the whole with its marks, and the words alone."""

    whole: Span
    words: Span
    is_closed: bool


class _Mark(NamedTuple):
    at: int
    sign: str
    before: str  # the neighbours; a space stands for the paragraph's start and end
    after: str

    @property
    def end(self) -> int:
        return self.at + len(self.sign)

    @property
    def is_double(self) -> bool:
        return self.sign in _DOUBLE


def find(text: str) -> list[Mention]:
    """The quotations of a text, outermost ones only; the span covers the words, not the marks."""
    mentions = []
    for marked in marked_spans(text):
        words = text[marked.words.start : marked.words.end]
        value = parse(words)
        if value is not None:
            mentions.append(Mention(Kind.QUOTE, marked.words, words, value))
    return mentions


def parse(words: str) -> Quotation | None:
    """The quotation of some words, with or without their marks; None when there is no word."""
    inner = words.strip()
    marked = marked_spans(inner)
    if len(marked) == 1 and marked[0].whole == Span(0, len(inner)):
        inner = inner[marked[0].words.start : marked[0].words.end]
    runs = tuple(run for part in _parts(inner) if (run := tuple(_folded(part))))
    return Quotation(inner, runs) if runs else None


def marked_spans(text: str) -> list[Marked]:
    """Where the text has words between quote marks, outermost ones only, in order."""
    if _MARK.search(text) is None:
        return []
    found: list[Marked] = []
    paragraphs = paragraph_spans(text)
    for index, paragraph in enumerate(paragraphs):
        marks = list(_marks(text, paragraph))
        if marks:
            after = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
            found.extend(_pairs(text, paragraph, marks, text[after : after + 1]))
    return found


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        yield _Mark(start, match[0], before, after)


def _pairs(text: str, paragraph: Span, marks: list[_Mark], follows: str) -> Iterator[Marked]:
    """The pairs of one paragraph. `follows` is the first character of the next one."""
    index = 0
    while index < len(marks):
        mark = marks[index]
        if not (_opens_double(mark) if mark.is_double else _opens_single(text, mark)):
            index += 1
            continue
        close, blocked = (_close_double if mark.is_double else _close_single)(text, marks, index)
        if close is not None:
            end = marks[close]
            if words := _words(text, mark.end, end.at):
                yield Marked(Span(mark.at, end.end), words, True)
            index = close + 1
            continue
        if (
            not blocked
            and _may_stay_open(mark, paragraph, follows)
            and paragraph.end - mark.end <= LONGEST_UNCLOSED
        ):
            if words := _words(text, mark.end, paragraph.end):
                yield Marked(Span(mark.at, paragraph.end), words, False)
            return
        index += 1


def _words(text: str, start: int, end: int) -> Span | None:
    """The span without the space around it; None when no letter or digit is in it."""
    inner = text[start:end]
    if not any(char.isalnum() for char in inner):
        return None
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def _may_stay_open(mark: _Mark, paragraph: Span, follows: str) -> bool:
    if mark.after.isspace():
        return False
    if mark.is_double:
        return True
    # A single mark may be an apostrophe: it needs the look of a speech that goes on.
    return mark.sign == "‘" and (mark.at == paragraph.start or follows == "‘")


def _opens_double(mark: _Mark) -> bool:
    before, after = mark.before, mark.after
    if mark.sign in _CLOSERS:
        return before.isspace() and not after.isspace()
    if mark.sign in _OPENERS:
        return not _looks_closing(mark)
    if before.isspace():
        return True
    if before in _BEFORE_OPENING or _MARK.match(before):
        return not after.isspace()
    return before in ",.;!?" and after.isalnum()


def _looks_closing(mark: _Mark) -> bool:
    """Whether a mark, by its neighbours alone, stands behind its words: `word” and`."""
    behind = not mark.before.isspace() and mark.before not in _BEFORE_OPENING
    return behind and not mark.after.isalnum() and not _MARK.match(mark.after)


def _close_double(text: str, marks: list[_Mark], index: int) -> tuple[int | None, bool]:
    """The mark that closes this one, or None; and whether another opening one stands before it."""
    opening = marks[index]
    for at in range(index + 1, len(marks)):
        mark = marks[at]
        if mark.at - opening.at > LONGEST:
            return None, True
        if not mark.is_double or _is_inch_sign(text, mark):
            continue
        # Two straight marks are a pair however the spaces fell: `"midnight rules "set to go`.
        if _closes_double(mark) or (
            mark.sign == opening.sign == '"'
            and _is_last_double(marks, at)
            and _SENTENCE_END.search(text, opening.end, mark.at) is None
        ):
            return at, False
        return None, True
    return None, False


def _is_last_double(marks: list[_Mark], at: int) -> bool:
    """Whether no other double mark stands near behind this one."""
    after = marks[at + 1 : at + 9]
    return not any(mark.is_double for mark in after)


def _closes_double(mark: _Mark) -> bool:
    if mark.sign in _OPENERS:
        return _looks_closing(mark)
    starts_word = mark.before.isspace() or mark.before in "([{"
    return not (starts_word and not mark.after.isspace() and mark.after not in _PAUSES)


def _is_inch_sign(text: str, mark: _Mark) -> bool:
    return mark.sign == '"' and _FEET.search(text, max(0, mark.at - 5), mark.at) is not None


def _opens_single(text: str, mark: _Mark) -> bool:
    if mark.before.isspace():
        if mark.after.isspace():
            # “the boys ' camp”: a possessive torn off its word by some other program
            return mark.at < 2 or text[mark.at - 2] not in "sS"
    elif mark.before not in _BEFORE_SINGLE:
        return False
    if mark.after.isspace() or (mark.sign in "´`›" and not mark.after.isalnum()):
        return False
    if _YEAR.match(text, mark.end):
        return False
    elided = _FIRST_WORD.match(text, mark.end)
    return elided is None or elided[0].casefold() not in load("quotes")["elisions"]


def _close_single(text: str, marks: list[_Mark], index: int) -> tuple[int | None, bool]:
    """As for double marks; the end may be doubtful, where a possessive looks the same."""
    opening = marks[index]
    doubtful: int | None = None
    doubles = 0
    for at in range(index + 1, len(marks)):
        mark = marks[at]
        if mark.at - opening.at > LONGEST:
            break
        if mark.is_double:
            doubles += 1
        elif mark.before.isalnum() and mark.after.isalnum():
            continue
        elif not mark.after.isspace() and _opens_single(text, mark):
            return doubtful, True
        elif doubles % 2 or mark.after.isalnum():
            continue
        elif not _may_be_possessive(text, mark):
            return _surer(text, marks, doubtful, at), False
        elif doubtful is None and mark.at - opening.at <= LONGEST_DOUBTFUL:
            doubtful = at
    return doubtful, False


def _may_be_possessive(text: str, mark: _Mark) -> bool:
    """Whether an apostrophe would look the same here: the rebels’ camp, goin’ home."""
    if mark.after != " " or not text[mark.end + 1 : mark.end + 2].isalnum():
        return False
    before = text[mark.at - 2 : mark.at]
    return mark.before in "sS" or before in ("in", "s ", "S ")


def _surer(text: str, marks: list[_Mark], doubtful: int | None, sure: int) -> int:
    if doubtful is None or marks[sure].before in _PAUSES:
        return sure
    between = text[marks[doubtful].end : marks[sure].at]
    near = len(between) <= NEAR and not any(char in between for char in ".!?")
    return sure if near else doubtful


# Folding


_CASE_LETTER = re.compile(r"\[(\w)\](?=\w)")
_BREAK = re.compile(r"(?:\.\s?){2,}\.|…|\w*\[[^\[\]]{0,200}\]\w*|\([^()]{0,200}\)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_SIGNS = {"%": " percent ", "&": " and ", "per cent": "percent"}
_ISE = re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)\Z")
_OUR = re.compile(r"our(s|ed|ing|ite|ites|able|ful|ers?)?\Z")
#: A word that a desk has masked: f---ing, s**t, sh*t. Its opening is all that is known of it.
_MASKED = re.compile(
    r"\b(?:(?P<one>[b-hj-z])(?:-{2,}|[–—]+|_{2,})|(?P<few>[a-z]{1,3})\*+)[a-z*]*", re.IGNORECASE
)
_WORD_WITH_MARK = re.compile(r"[^\W\d_]+['’][^\W\d_]+|[^\W\d_]+")
#: Shorter words end in -ise or -our by nature: rise, four.
_SHORTEST_STYLED = 6


def _parts(words: str) -> list[str]:
    """The words between ellipses and insertions; “[T]he” is “the” and no insertion."""
    return _BREAK.split(_CASE_LETTER.sub(r"\1", words))


def _folded(words: str) -> Iterator[str]:
    end = 0
    for masked in _MASKED.finditer(words):
        yield from _styled(words[end : masked.start()])
        yield f"{fold(masked['one'] or masked['few'])}{MASK}"
        end = masked.end()
    yield from _styled(words[end:])


def _in_full(match: re.Match[str]) -> str:
    """A contraction in full: don't, do not."""
    lexicon = load("quotes")
    word = match[0].replace("’", "'").lower()
    if word in lexicon["contractions"]:
        return str(lexicon["contractions"][word])
    for ending, meant in lexicon["contracted"].items():
        if word.endswith(ending) and len(word) > len(ending):
            return f"{word.removesuffix(ending)} {meant}"
    return match[0]


def _styled(words: str) -> Iterator[str]:
    plain = _WORD_WITH_MARK.sub(_in_full, words)
    plain = _INITIALS.sub(lambda match: match[0].replace(".", ""), plain)
    plain = _THOUSANDS.sub("", plain)
    for sign, meant in _SIGNS.items():
        plain = plain.replace(sign, meant)
    lexicon = load("quotes")
    for word in fold(plain).split():
        styled = lexicon["numbers"].get(word) or lexicon["spellings"].get(word, word)
        if len(styled) >= _SHORTEST_STYLED:
            styled = _OUR.sub(r"or\1", _ISE.sub(r"iz\1", styled))
        yield from styled.split()

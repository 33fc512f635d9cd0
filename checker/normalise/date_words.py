"""A text as a row of words, each with the kind of word it is in the grammar of dates.

The row of kinds is a string with one letter a word, so that a form such as "the 31st of January"
is a regular expression over kinds of words: short, readable and quick on a text of any length.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from checker.normalise import feast_names
from checker.normalise.lexicon import load

#: Numbers keep their separators, so that the 5 of "5,400" and of "5.5" is no day of a month.
_WORD = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?![\d-])"
    r"|\d+(?:,\d{3}(?!\d))*(?:[.:/]\d+)*(?:[^\W\d_]+)?"
    r"|[^\W\d_]+"
    r"|\n[^\S\n]*\n"
    r"|[^\w\s]"
)
_NUMERIC = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d\d)"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)")
_SLASHED = re.compile(r"\d{4}/\d{1,2}")
_MONTH_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}")
_MONTH_OF_YEAR = re.compile(r"\d{1,2}/(?:19|20)\d\d")
_DECADE = re.compile(r"(1\d|20)?\d0s")

_MARKS = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‑": "dash",
    "/": "slash",
    "'": "apos",
    "’": "apos",
    "‘": "apos",
    "(": "open",
    ")": "close",
    "[": "open",
    "]": "close",
}
#: Kinds of words that are known by their shape and not from a list.
_SHAPES = (
    *("num", "big", "ord", "year", "decade", "numeric", "money", "para", "slashed"),
    *("month_day", "month_of_year", "year_quarter", "feast", "low_feast", "low_month"),
)
#: One letter for each kind; more of them than there are kinds.
_ALPHABET = string.ascii_letters + string.digits + '!"#%&,/:;<=>@_`~' + "αβγδεζηθικλμνξοπρστυφχψω"
OTHER = "x"


@dataclass(frozen=True, slots=True)
class Row:
    """A text's words, where each starts, and the letter of the kind that each is of."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    kinds: str

    def end(self, index: int) -> int:
        """Where in the text the word ends."""
        return self.starts[index] + len(self.words[index])

    def kind(self, index: int) -> str:
        """The letter of a word's kind; "" outside of the text."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else ""

    def word(self, index: int) -> str:
        """The word as written; "" outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def lower(self, index: int) -> str:
        """The folded word; "" outside of the text."""
        return self.word(index).lower()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of dates: each kind's letter, each word's kind, and the value of a word."""

    letters: Mapping[str, str]
    kind_of: Mapping[str, str]
    values: Mapping[str, Any]
    data: Mapping[str, Any]

    def words(self, name: str) -> frozenset[str]:
        """A list of the lexicon as a set."""
        return _word_set(name)


@cache
def _word_set(name: str) -> frozenset[str]:
    return frozenset(load("dates")[name])


@cache
def lexicon() -> Lexicon:
    """The lexicon of dates, read once."""
    data = load("dates")
    kinds: dict[str, str] = {}
    values: dict[str, Any] = {}

    def add(word: str, kind: str, value: Any = None, *, cased: bool = False) -> None:
        forms = {word.capitalize(), word.upper()} | (set() if cased else {word.lower()})
        for form in forms:
            kinds.setdefault(form, kind)
        if value is not None:
            for form in {*forms, word.lower()}:
                values.setdefault(form, value)

    many_sided, cased = set(data["many_sided_months"]), set(data["only_with_capital"])
    for number, word in enumerate(data["weekdays"]):
        add(word, "weekday", number)
    for number, word in enumerate(data["months"], 1):
        add(word, "shy_month" if word in many_sided else "month", number, cased=word in cased)
    for word, number in data["short_weekdays"].items():
        add(word, "wd", number, cased=word in cased)
    for word, number in data["short_months"].items():
        add(word, "mon", number, cased=word in cased)
    for group in ("ordinals", "cardinals"):
        for number, word in enumerate(data[group], 1):
            add(word, group[:-1], number)
    for group, kind in (
        ("tens", "ten"),
        ("ten_ordinals", "ordinal"),
        ("decade_words", "decade_word"),
        ("parts", "part"),
        ("near_days", "near_day"),
        ("seasons", "season"),
    ):
        for word, value in data[group].items():
            add(word, kind, value)
    kinds.update(dict.fromkeys(data["low_months"], "low_month"))
    for kind, words in data["kinds"].items():
        for word in words:
            add(str(word), kind)
    kinds["$"] = kinds["£"] = kinds["€"] = kinds["#"] = "money"
    kinds.update(_MARKS)
    names = sorted({*kinds.values(), *_SHAPES})
    letters = dict(zip(names, _ALPHABET.replace(OTHER, ""), strict=False))
    return Lexicon(letters, {word: letters[kind] for word, kind in kinds.items()}, values, data)


def row(text: str, *, folded: bool = False) -> Row:
    """The row of words of a text; `folded` takes "march" for the month as well."""
    known = lexicon().kind_of
    words: list[str] = []
    starts: list[int] = []
    for match in _WORD.finditer(text):
        words.append(match[0])
        starts.append(match.start())
    kinds = [known.get(word) or _shape(word) for word in words]
    if folded:
        kinds = [
            known.get(word.capitalize(), kind) for word, kind in zip(words, kinds, strict=True)
        ]
    return _with_feasts(Row(text, words, starts, "".join(kinds)), folded=folded)


def _with_feasts(plain: Row, *, folded: bool) -> Row:
    """The row with each feast's name as one word."""
    named = list(feast_names.spans(plain.words))
    if not named:
        return plain
    words: list[str] = []
    starts: list[int] = []
    kinds: list[str] = []
    done = 0
    for first, last in named:
        is_capital = folded or plain.words[first][0].isupper()
        words += plain.words[done:first]
        starts += plain.starts[done:first]
        kinds.append(plain.kinds[done:first])
        words.append(plain.text[plain.starts[first] : plain.end(last - 1)])
        starts.append(plain.starts[first])
        kinds.append(lexicon().letters["feast" if is_capital else "low_feast"])
        done = last
    words += plain.words[done:]
    starts += plain.starts[done:]
    kinds.append(plain.kinds[done:])
    return Row(plain.text, words, starts, "".join(kinds))


def _shape(word: str) -> str:
    """The letter of a word that no list has, by its shape."""
    first = word[0]
    if first.isdigit() and word.isascii():
        return _number_shape(word)
    if first == "\n":
        return lexicon().letters["para"]
    return OTHER


def _number_shape(word: str) -> str:
    letters = lexicon().letters
    if word.isdigit():
        if len(word) <= 2:
            return letters["num"]
        if len(word) == 4 and "1000" <= word <= "2199":
            return letters["year"]
        return letters["big"] if len(word) <= 4 else OTHER
    if _ORDINAL.fullmatch(word):
        return letters["ord"]
    if _DECADE.fullmatch(word):
        return letters["decade"]
    if len(word) <= 10 and _NUMERIC.fullmatch(word):
        return letters["numeric"]
    if len(word) <= 5 and _MONTH_DAY.fullmatch(word):
        return letters["month_day"]
    if len(word) <= 7 and _MONTH_OF_YEAR.fullmatch(word):
        return letters["month_of_year"]
    if len(word) <= 7 and _SLASHED.fullmatch(word):
        return letters["slashed"]
    return OTHER


def number_of(word: str) -> int | None:
    """The number that a word is: 31, 31st, thirty, first; None for any other word."""
    if word.isdigit():
        return int(word) if len(word) <= 4 else None
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal is not None:
        return int(ordinal[1])
    value = lexicon().values.get(word)
    return value if isinstance(value, int) else None


class Direction(StrEnum):
    """Where the verb places its date, seen from the document's day."""

    PAST = "past"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one date in their row, and the document's day where it is known.

    `lenient` says that the words are known to be a date, and `way` which way its verb points
    where that is known beforehand.
    """

    row: Row
    first: int
    last: int
    reference: date | None = None
    lenient: bool = False
    way: Direction | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.lower() for word in self.row.words[self.first : self.last])

    @property
    def kinds(self) -> str:
        """The letters of the words' kinds."""
        return self.row.kinds[self.first : self.last]

    @property
    def text(self) -> str:
        """The words as written."""
        return self.row.text[self.row.starts[self.first] : self.row.end(self.last - 1)]

    def positions(self, *names: str) -> list[int]:
        """Where words of these kinds stand in the row."""
        letters = {lexicon().letters[name] for name in names}
        return [i for i in range(self.first, self.last) if self.row.kinds[i] in letters]

    def value(self, *names: str) -> Any:
        """The value of the first word of one of these kinds; None if there is none."""
        for position in self.positions(*names):
            return lexicon().values.get(self.row.words[position])
        return None

    def before(self, back: int = 1) -> str:
        """The folded word before the date."""
        return self.row.lower(self.first - back)

    def next(self, on: int = 0) -> str:
        """The folded word after the date."""
        return self.row.lower(self.last + on)

    def is_kind(self, index: int, *names: str) -> bool:
        """Whether the word of the row is of one of these kinds."""
        kind = self.row.kind(index)
        return bool(kind) and any(kind == lexicon().letters[name] for name in names)

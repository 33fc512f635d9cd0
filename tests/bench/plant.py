"""Errors as they slip into a newsroom's copy: for each kind, the places of a story where one can be
planted, each with the words that stand there then.

The places are chosen by what is read in the text, whether or not it becomes a claim. An error is a
real one: a hedged figure is not moved by a tenth, which its hedge would allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from checker import Document
from checker.find.mentions import find_mentions
from checker.find.sentences import outline
from checker.find.story import TELLING
from checker.model import Kind, Mention, Span
from checker.values import MONTHS, WEEKDAYS, Bounds, Hedge, Measure, PersonName, Place
from tests.bench.rewrite import Edit, words

_COUNTED = (
    Kind.NUMBER,
    Kind.MONEY,
    Kind.QUANTITY,
    Kind.PERCENT,
    Kind.AGE,
    Kind.DURATION,
    Kind.SCORE,
)
#: An age or a score tenfold is no slip that anybody would overlook.
_ANY_SIZE = tuple(kind for kind in _COUNTED if kind not in (Kind.AGE, Kind.SCORE))
_SMALL = tuple(words()["numbers"])
_ORDINALS = tuple(words()["ordinals"])
_FIGURE = re.compile(rf"\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_SMALL[1:])})\b", re.IGNORECASE)
_SWAPPED = re.compile(r"(?=([1-9])([1-9]))")
_SCALE = re.compile(r"\b(million|billion|trillion)\b|(?<=\d)(m|mn|bn)\b", re.IGNORECASE)
_SCALES = {"million": "billion", "billion": "million", "trillion": "billion"}
_SCALES |= {"m": "bn", "mn": "bn", "bn": "m"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH_WORD = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_MONTH = re.compile(rf"\b(?:{_MONTH_WORD}|Sept)\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in WEEKDAYS)})\b")
_DAY = re.compile(
    rf"(?<=[A-Za-z.] )(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*:|\d)"
    rf"|\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?= (?:of )?(?:{_MONTH_WORD}))"
)
_CLOCK = re.compile(r"\b(\d{1,2})(?=(?:[:.]\d\d)?\s*(?:a\.?m|p\.?m))")
_WORD = re.compile(r"[A-Za-z]+")
#: A quotation with fewer words is a catchword, and a name shorter than this has too few letters.
LEAST_QUOTED, LEAST_LETTERS = 5, 5
_MARKS = '"“«'
#: So near to a name, a title is that person's.
BESIDE = 25

#: Figures that stand beside almost any other.
_LOOSE = (Hedge.VAGUE, Hedge.UNKNOWN, Hedge.BETWEEN, Hedge.UP_TO, Hedge.CEILING)

Finder = Callable[[str, Sequence[Mention], Random], Iterator[Edit]]


def plants(document: Document, kind: str, rng: Random) -> list[Edit]:
    """Every place of a document where an error of a kind can be planted, with its new words."""
    telling = [s.span for s in outline(document) if s.role in TELLING]
    mentions = [
        mention
        for mention in find_mentions(document)
        if any(span.contains(mention.span) for span in telling)
    ]
    found = KINDS[kind](document.text, mentions, rng)
    return [edit for edit in found if document.words(edit.span) != edit.text]


def _matches(
    pattern: re.Pattern[str], mentions: Sequence[Mention], *kinds: Kind
) -> Iterator[tuple[Mention, re.Match[str], Span]]:
    for mention in mentions:
        if mention.kind in kinds:
            for match in pattern.finditer(mention.text):
                start = mention.span.start
                yield mention, match, Span(start + match.start(), start + match.end())


def _hedge(mention: Mention) -> Hedge:
    value = mention.value
    if isinstance(value, Measure):
        return value.amount.hedge
    return value.hedge if isinstance(value, Bounds) else Hedge.NONE


def _moved(*factors: float, least: float, bare: bool, kinds: Sequence[Kind] = _COUNTED) -> Finder:
    """Figures times one of the factors."""

    def find(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
        for mention, match, span in _matches(_FIGURE, mentions, *kinds):
            hedge = _hedge(mention)
            if hedge in _LOOSE or (bare and hedge is not Hedge.NONE):
                continue
            number = _value(match[0])
            # Two does not become one: its noun would have to change as well.
            fitting = [factor for factor in factors if number * factor > 1]
            if number >= least and fitting:
                yield Edit(span, printed(number * rng.choice(fitting), match[0]))

    return find


def _value(figure: str) -> float:
    if figure[0].isdigit():
        return float(figure.replace(",", ""))
    return float(_SMALL.index(figure.lower()))


def printed(number: float, like: str) -> str:
    """A number in the form of another: with its decimals, its commas, or in words; a whole number
    stays whole, and moves by one at least.
    """
    _, point, decimals = like.partition(".")
    if point:
        return f"{number:.{len(decimals)}f}"
    was = _value(like)
    whole = int(number + 0.5)
    if whole == was:
        whole += 1 if number > was else -1
    if not like[0].isdigit() and whole < len(_SMALL):
        word = _SMALL[whole]
        return word.capitalize() if like[0].isupper() else word
    return f"{whole:,}" if "," in like or (not like[0].isdigit() and whole > 999) else str(whole)


def _digit_swap(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for mention, match, span in _matches(_FIGURE, mentions, *_COUNTED):
        pairs = [pair for pair in _SWAPPED.finditer(match[0]) if pair[1] != pair[2]]
        if pairs and _hedge(mention) is Hedge.NONE:
            pair = rng.choice(pairs)
            at = span.start + pair.start()
            yield Edit(Span(at, at + 2), pair[2] + pair[1])


def _scale(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for _, match, span in _matches(_SCALE, mentions, Kind.NUMBER, Kind.MONEY, Kind.QUANTITY):
        yield Edit(span, _SCALES[match[0].lower()])


def _weekday(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for _, match, span in _matches(_WEEKDAY, mentions, Kind.DATE):
        was = next(i for i, day in enumerate(WEEKDAYS) if day.startswith(match[0][:3]))
        # One night is told as either of two days: the error is two days off at least.
        day = WEEKDAYS[(was + rng.randint(2, 5)) % 7]
        yield Edit(span, day if len(match[0]) > 3 else day[:3])


def _day(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for mention, match, span in _matches(_DAY, mentions, Kind.DATE):
        name = "after" if match["after"] else "before"
        was = int(match[name])
        if 1 <= was <= 31 and _MONTH.search(mention.text):
            day = rng.choice([day for day in range(4, 21) if abs(day - was) > 1])
            suffix = "th" if match[0][-1].isalpha() else ""
            yield Edit(span, f"{day}{suffix}")


def _month(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for _, match, span in _matches(_MONTH, mentions, Kind.DATE):
        others = [month for month in MONTHS if month[:3] != match[0][:3]]
        month = rng.choice(others)
        yield Edit(span, month if len(match[0]) > 4 or match[0] == "May" else month[:3])


def _year(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for _, match, span in _matches(_YEAR, mentions, Kind.DATE):
        yield Edit(span, str(int(match[0]) + rng.choice((-10, -2, -1, 1, 2))))


def _title(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    people = [mention.span for mention in mentions if mention.kind is Kind.PERSON]
    rows: Mapping[str, str] = {
        title: row[(index + 1) % len(row)]
        for row in words()["titles"]
        for index, title in enumerate(row)
    }
    ranked = sorted(rows, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ranked))})\b", re.IGNORECASE)
    known = {title.lower(): title for title in rows}
    for match in pattern.finditer(text):
        span = Span(match.start(), match.end())
        near = Span(span.start - BESIDE, span.end + BESIDE)
        if any(near.overlaps(person) for person in people):
            new = rows[known[match[0].lower()]]
            yield Edit(span, new.title() if match[0].istitle() else new)


def _first_name(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for mention, value in _people(mentions):
        given = value.given[0]
        rows = words()["first_names"]
        row = next((row for row in rows if given in row), rng.choice(rows))
        others = [name for name in row if name[0] != given[0] and name not in text]
        at = mention.text.find(given)
        if at >= 0 and others and len(given) > 2:
            start = mention.span.start + at
            yield Edit(Span(start, start + len(given)), rng.choice(others))


def _surname(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for mention, value in _people(mentions):
        at = mention.text.rfind(value.surname)
        if at >= 0 and len(value.surname) >= LEAST_LETTERS and value.surname.isalpha():
            start = mention.span.start + at
            yield Edit(Span(start, start + len(value.surname)), misspelt(value.surname, rng))


def _people(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, PersonName]]:
    for mention in mentions:
        if isinstance(mention.value, PersonName) and mention.value.given:
            yield mention, mention.value


def misspelt(name: str, rng: Random) -> str:
    """A name with one slip of the hand: two letters change places, one is dropped or doubled."""
    inner = range(2, len(name) - 1)
    swaps = [i for i in inner if name[i] != name[i - 1]]
    at = rng.choice(swaps or list(inner))
    return rng.choice(
        (
            name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
        )
    )


def _place(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    known = words()["places"]
    for mention in mentions:
        value = mention.value
        if isinstance(value, Place) and value.name == mention.text and value.kind in known:
            others = [name for name in known[value.kind] if name not in text]
            yield Edit(mention.span, rng.choice(others))


def _unit(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    units = words()["units"]
    pattern = re.compile(rf"\b(?:{'|'.join(u for u in units if u.isalpha())})\b|[$£€]")
    kinds = (Kind.QUANTITY, Kind.DURATION, Kind.MONEY)
    for mention, match, span in _matches(pattern, mentions, *kinds):
        if _hedge(mention) is not Hedge.UNKNOWN:
            yield Edit(span, units[match[0]])


def _quote_word(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    known, endings = words()["quoted"], words()["endings"]
    for mention in mentions:
        if mention.kind is not Kind.QUOTE or len(mention.text.split()) < LEAST_QUOTED:
            continue
        if text[mention.span.start - 1] not in _MARKS:
            continue  # what an apostrophe seems to open may be no quotation
        for match in _WORD.finditer(mention.text):
            word = match[0]
            ending = next(end for end in endings if word.endswith(end))
            if word in known or (word.islower() and len(word) >= LEAST_LETTERS):
                start = mention.span.start + match.start()
                new = known.get(word) or rng.choice(endings[ending])
                yield Edit(Span(start, start + len(word)), new)


def _ordinal(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    pattern = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
    for _, match, span in _matches(pattern, mentions, Kind.ORDINAL):
        at = _ORDINALS.index(match[0].lower())
        yield Edit(span, _ORDINALS[(at + rng.randint(1, 3)) % len(_ORDINALS)])


def _clock(text: str, mentions: Sequence[Mention], rng: Random) -> Iterator[Edit]:
    for _, match, span in _matches(_CLOCK, mentions, Kind.TIME):
        yield Edit(span, str((int(match[1]) + rng.randint(2, 9)) % 12 + 1))


#: The kinds of error, each with how its places are found.
KINDS: Mapping[str, Finder] = {
    "number by a tenth": _moved(0.9, 1.1, least=10, bare=True),
    "number by a half": _moved(0.5, 1.5, least=2, bare=False),
    "number tenfold": _moved(10, least=1, bare=False, kinds=_ANY_SIZE),
    "digit swap": _digit_swap,
    "million for billion": _scale,
    "weekday": _weekday,
    "day": _day,
    "month": _month,
    "year": _year,
    "title": _title,
    "first name": _first_name,
    "surname": _surname,
    "place": _place,
    "unit": _unit,
    "quote word": _quote_word,
    "ordinal": _ordinal,
    "clock": _clock,
}
_NUMBERS = ("number by a tenth", "number by a half", "number tenfold", "digit swap")
#: What kind of error changes the value of a labelled pair of a kind.
OF_LABEL: Mapping[str, tuple[str, ...]] = {
    "age": ("number by a tenth", "number by a half", "digit swap"),
    "count": (*_NUMBERS, "ordinal"),
    "toll": _NUMBERS,
    "magnitude": _NUMBERS,
    "money": (*_NUMBERS, "million for billion", "unit"),
    "quantity": (*_NUMBERS, "million for billion", "unit"),
    "ordinal": ("ordinal", *_NUMBERS),
    "date": ("weekday", "day", "month", "year"),
    "time": ("clock", "weekday", "number by a half"),
    "name": ("first name", "surname"),
    "title": ("title",),
    "place": ("place",),
    "quote": ("quote word",),
}

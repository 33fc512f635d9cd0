"""All figures of a text in one pass: numbers, ordinals, percentages, money, quantities, scores,
ages and durations.

One scan finds the places where a figure may begin; at each the number is read once, with its range,
its unit and its hedges, and handed to the one kind that owns it. So no two kinds overlap, and a
text without figures costs the scan alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from checker.model import Kind, Mention
from checker.normalise import (
    ages,
    durations,
    hedges,
    labels,
    money,
    number_words,
    numerals,
    ordinals,
    quantities,
    ranges,
    scores,
    tails,
)
from checker.normalise.lexicon import load
from checker.normalise.numeral import Numeral
from checker.normalise.readings import Reading, mention, plain_minus, with_hedges
from checker.normalise.tails import Tail
from checker.values import Hedge, Measure

_SINGLE = re.compile(r"[Aa]n?[ -]([a-z]+)")
_RUN = re.compile(r"[\w]+")

_Found = tuple[Mention | None, int]


def find(text: str) -> list[Mention]:
    """All figures of a text in its order, none overlapping another."""
    found: list[Mention] = []
    reached = taken = 0
    for anchor in number_words.anchors().finditer(text):
        start = anchor.start()
        if start < reached:
            continue
        mentioned, end = _at(text, start, anchor[0], taken)
        reached = max(end, anchor.end())
        if mentioned is not None:
            found.append(mentioned)
            taken = mentioned.span.end
            reached = max(reached, taken)
    return _partnered(text, found)


def _at(text: str, start: int, token: str, floor: int) -> _Found:
    """The figure at an anchor, if it is one, and from where to look on."""
    end = start + len(token)
    if token[0] in "Aa" and not token[1].isdigit():
        single = _SINGLE.match(token)
        if single is not None:
            return _single(text, start, end, single[1], floor)
    if token.lower() in load("durations")["long"]:
        unit = load("durations")["long"][token.lower()]
        return durations.loose(text, start, end, unit), end
    return _number_at(text, start, floor)


def _single(text: str, start: int, end: int, word: str, floor: int) -> _Found:
    if word not in _units_of_time():
        return _single_unit(text, start, end, word, floor)
    old = ages.old_end(text, end)
    unit = _unit_of_time(word)
    if old is None:
        article = Numeral(start, text.index(word, start) - 1, 1.0, 1.0, 1, "words")
        tail = Tail("time", unit, "time", end, " ")
        left = hedges.left_words(text, start, floor)
        whole = Reading(start, end, article, hedges.bare(1.0, digits=1), tail, None, left, floor)
        parts = quantities.compound(text, whole)
        if parts.end > end:
            return _time(text, parts), parts.end
        return durations.single(text, start, end, unit, floor), end
    return None, old


def _single_unit(text: str, start: int, end: int, word: str, floor: int) -> _Found:
    """ "a mile and a half", "an ounce of gold", "more than a mile"; "$20 an ounce" is a price."""
    tail = tails.read(text, end - len(word) - 1, spelt=True)
    if tail is None or tail.end != end or (floor and not text[floor:start].strip()):
        return None, end
    left = hedges.left_words(text, start, floor)
    follows = _after_single().match(text, end)
    if follows is None and not hedges.before(text, start, floor, found=left).hedges:
        return None, end
    of = follows is not None and follows[1] == "of"
    if of and labels.next_word(text, end + 3) in ("his", "her", "its", "their", "the"):
        return None, end
    half = follows is not None and follows[1] == "and a half"
    amount = hedges.bare(1.5 if half else 1.0, digits=2 if half else 1)
    article = Numeral(start, end - len(word) - 1, 1.0, 1.0, 1, "words")
    stop = follows.end() if half and follows is not None else end
    tail = tail._replace(end=stop)
    reading = Reading(start, stop, article, amount, tail, None, left, floor)
    return quantities.build(text, reading), stop


@cache
def _after_single() -> re.Pattern[str]:
    return re.compile(f"[ ]({'|'.join(load('units_context')['singles_before'])})\\b")


@cache
def _units_of_time() -> dict[str, str]:
    return {
        word: unit for unit, entry in load("durations")["units"].items() for word in entry["words"]
    }


def _unit_of_time(word: str) -> str:
    return _units_of_time()[word.lower()]


def _number_at(text: str, start: int, floor: int) -> _Found:
    spelt = not text[start].isdigit()
    left = hedges.left_words(text, start, floor)
    sign = money.sign_before(text, start, floor)
    if not spelt and sign is None:
        decade = ages.decade(text, start, left, floor)
        if decade is not None:
            return decade
        skip = (
            labels.joined_end(text, start)
            or labels.month_end(text, start, left)
            or labels.shape_end(text, start, left)
        )
        if skip is not None:
            return None, skip
    numeral = numerals.read(text, start, money=sign is not None)
    if numeral is None or (sign is None and not spelt and text[start - 1 : start].isalpha()):
        run = _RUN.match(text, start)
        return None, run.end() if run is not None else start + 1
    if sign is not None:
        start = sign[0]
        left = hedges.left_words(text, start, floor)
    if numeral.form == "ordinal":
        return _ordinal(text, numeral, numeral.end, left, floor)
    if not spelt and sign is None:
        suffix = ordinals.suffix_end(text, numeral.end)
        if suffix is not None:
            return _ordinal(text, numeral, suffix, left, floor)
        if numeral.form == "digits":
            numeral = ranges.with_metres_or_millions(text, numeral, left)
    if spelt:
        if labels.is_joined_word(text, start):
            return None, numeral.end
        begun = _article_start(text, numeral, left)
        if begun is None:
            return None, numeral.end
        if begun != start:
            start, left = begun, left[:-1]
    return _figure(text, numeral, start, left, sign[1] if sign is not None else None, floor)


def _ordinal(text: str, numeral: Numeral, end: int, left: list[str], floor: int) -> _Found:
    if numeral.form == "ordinal" and _is_part(text, numeral, left):
        value = 1 / numeral.low
        part = Numeral(numeral.start, numeral.end, value, value, 2, "fraction")
        start = hedges.words_start(text, left[-1:], numeral.start)
        return _figure(text, part, start, left[:-1], None, floor)
    return ordinals.build(text, numeral, end, left), end


def _is_part(text: str, numeral: Numeral, left: list[str]) -> bool:
    """Whether "a third" is a part and no rank: "a third of them", "nearly a third"."""
    word = text[numeral.start : numeral.end].lower()
    article = bool(left) and left[-1].lower().lstrip(hedges.OPENING) in ("a", "an")
    if not article or word not in number_words.words().fractions:
        return False
    if text.startswith((" of ", " more", " less"), numeral.end):
        return True
    begun = hedges.words_start(text, left[-1:], numeral.start)
    by = len(left) > 1 and left[-2].lower() == "by"
    return by or bool(hedges.before(text, begun, 0, found=left[:-1]).hedges)


def _article_start(text: str, numeral: Numeral, left: list[str]) -> int | None:
    """Where a number in words begins, with its article; None where the words are no number."""
    word = text[numeral.start : numeral.end].lower()
    before = left[-1].lower().lstrip(hedges.OPENING) if left else ""
    article = before in ("a", "an")
    begun = hedges.words_start(text, left[-1:], numeral.start)
    first = re.match("[a-z]+", word)
    head = first[0] if first is not None else word
    if head in number_words.words().groups:
        return begun if article and text.startswith(" of ", numeral.end) else None
    if head in ("few", "handful", "couple"):
        if not article:
            return None
        if (
            head != "few"
            and numeral.form == "unknown"
            and text[numeral.end : numeral.end + 4] != " of "
        ):
            return None
        return (
            begun if not (head == "few" and len(left) > 1 and left[-2].lower() == "quite") else None
        )
    if numeral.form == "fraction" and head in ("quarter", "half"):
        return _half_start(text, numeral, left, begun)
    if head in number_words.words().fractions and head not in ("half", "quarter"):
        return None
    if head in number_words.words().magnitudes:
        if article:
            return begun
        # "Hundred thousand flee": without an article only before another magnitude.
        second = word.replace("-", " ").split()[1:2]
        return numeral.start if second and second[0] in number_words.words().magnitudes else None
    if head in ("half", "quarter") and article:
        return begun
    return numeral.start


def _half_start(text: str, numeral: Numeral, left: list[str], begun: int) -> int | None:
    """ "half of them", "more than half", "a quarter of a century"; not "the first half"."""
    article = bool(left) and left[-1].lower().lstrip(hedges.OPENING) in ("a", "an", "one")
    words = left[:-1] if article else left
    start = begun if article else numeral.start
    quarter = text[numeral.start : numeral.end].lower() == "quarter"
    if quarter and not article:
        return None
    follows = text.startswith((" of ", " the ", " its ", " their ", " his ", " her "), numeral.end)
    if article and not quarter:
        follows = text.startswith(" of ", numeral.end)
    if follows and not (words and words[-1].lower() in ("first", "second", "other", "latter")):
        return start
    if hedges.before(text, start, 0, found=words).hedges:
        return start
    return start if ranges.unit_after_part(text, numeral) is not None else None


def _figure(
    text: str, numeral: Numeral, start: int, left: list[str], sign: str | None, floor: int
) -> _Found:
    """The figure with its range and its unit, as the mention of the kind that owns it."""
    if sign is None and numeral.form in ("digits", "words"):
        score = (
            (scores.read(text, start, left) or scores.votes(text, start, left))
            if numeral.form == "digits" and not numeral.scaled
            else None
        ) or scores.ratio(text, numeral)
        if score is not None:
            return score, score.span.end
    reading = ranges.read(text, numeral, start=start, left=left, sign=sign, floor=floor)
    if reading is None:
        run = _RUN.match(text, numeral.end)
        return None, run.end() if run is not None else numeral.end
    return _mention(text, reading), reading.end


def _mention(text: str, reading: Reading) -> Mention | None:
    tail = reading.tail
    if reading.sign is not None:
        factor = tail.factor if tail is not None and tail.kind == "money" else 1.0
        return money.money(text, reading, code=reading.sign, factor=factor)
    if tail is None:
        return _plain(text, reading)
    if tail.kind == "percent":
        return money.percent(text, reading, unit=tail.key, dimension=tail.dimension)
    if tail.kind == "money":
        return money.money(text, reading, code=tail.key, factor=tail.factor)
    if tail.kind == "time":
        return _time(text, reading)
    return quantities.build(text, reading)


def _time(text: str, reading: Reading) -> Mention | None:
    assert reading.tail is not None
    unit = reading.tail.key
    if reading.numeral.low == 0:
        return None  # "zero-day", "zero hour"
    old = ages.old_end(text, reading.end)
    if old is None:
        hedged = with_hedges(text, reading)
        return durations.build(text, hedged, unit, reading.left, reading.floor)
    hedged = with_hedges(text, reading, after=False)
    if ages.is_of_person(text, old, unit):
        later = hedges.after(text, old)
        if later.hedge is not None:
            bounds = hedges.hedged(later.hedge, hedged.bounds)
            hedged, old = hedged._replace(bounds=bounds), later.end
        return ages.build(text, hedged, unit, old)
    words = text[hedged.start : old]
    value = durations.value_of(words, hedged.bounds, unit)
    return mention(text, Kind.DURATION, hedged.start, old, value)


def _plain(text: str, reading: Reading) -> Mention | None:
    """A figure without a unit: a number, a share, an age or a magnitude, or no figure at all."""
    numeral, left = reading.numeral, reading.left
    magnitude = quantities.magnitude(text, reading)
    if magnitude is not None:
        return magnitude
    if numeral.form == "fraction":
        return money.percent(text, reading, unit="fraction", dimension="percent")
    hedged = with_hedges(text, reading)
    is_hedged = hedged.bounds.hedge is not Hedge.NONE or bool(hedged.bounds.leaves_out)
    single = reading.bounds.hedge is Hedge.NONE
    if _is_age(text, reading, is_hedged=is_hedged):
        return ages.build(text, hedged, "year", hedged.end)
    if single and labels.is_year(text, numeral, left, hedged=is_hedged):
        return None
    if labels.is_kind_of(text, reading.start, reading.end):
        return None
    if not is_hedged and labels.is_label(text, numeral, reading.end, left):
        return None
    minus = None if labels.counts_a_noun(text, reading.end) else plain_minus(text, reading)
    if minus is not None and single:
        words = text[minus : hedged.end]
        bounds = replace(hedged.bounds.scaled(-1.0), text=words)
        return mention(text, Kind.NUMBER, minus, hedged.end, bounds)
    is_one = numeral.form == "words" and numeral.low in (0, 1) and single
    if is_one and not is_hedged and not labels.counts_one(text, numeral, left):
        return None
    return mention(text, Kind.NUMBER, hedged.start, hedged.end, hedged.bounds)


def _is_age(text: str, reading: Reading, *, is_hedged: bool) -> bool:
    """Whether a figure without a unit is how old somebody is: "aged 15", "Smith, 36,"."""
    numeral = reading.numeral
    if numeral.low > ages.OLDEST or numeral.scaled:
        return False
    if ages.is_told(reading.left, text, reading.start, reading.end):
        return True
    place = (text, reading.start, reading.end, reading.floor)
    beside = numeral.is_whole and not is_hedged
    return beside and (ages.is_apposed(*place) or ages.is_bracketed(*place))


_OPENS = re.compile(r"\s?\(|,? or |,? \(?i\.e\. |\s?[/=]\s?")
_PAIRED = frozenset({Kind.QUANTITY, Kind.MONEY})


def _partnered(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions with each two that say one thing twice, "40 km (25 miles)", made partners."""
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        if one.kind not in _PAIRED or one.kind is not other.kind:
            continue
        if _dimension(one) == "temperature difference":
            other = quantities.as_difference(other)
        if not _says_again(text, one, other):
            continue
        found[index] = replace(one, partner=other.span)
        found[index + 1] = replace(other, partner=one.span)
    return found


def _dimension(found: Mention) -> str:
    return found.value.dimension if isinstance(found.value, Measure) else ""


def _says_again(text: str, one: Mention, other: Mention) -> bool:
    if not isinstance(one.value, Measure) or not isinstance(other.value, Measure):
        return False
    unit_a, unit_b = one.value.unit, other.value.unit
    if _dimension(one) != _dimension(other) or unit_a == unit_b:
        return False
    gap = text[one.span.end : other.span.start]
    match = _OPENS.fullmatch(gap)
    if match is None:
        return False
    after = text[other.span.end : other.span.end + 1]
    if "(" in gap:
        return after in (")", ",", ";", "/", "")
    return "or" not in gap or gap.startswith(",") or after in (",", ".", ";", ")")

"""Quantities: a number with its unit, in the base unit of its dimension.

pint does the arithmetic, from the small file of units of our own (its default registry takes a
third of a second to load), and only where a text has a unit that is not already the base of its
dimension. A text without quantities never loads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from checker.model import Kind, Mention
from checker.normalise import durations, hedges, numerals, tails
from checker.normalise.lexicon import LANGUAGE, load
from checker.normalise.numeral import Numeral
from checker.normalise.readings import Reading, mention, minus_start, with_hedges
from checker.normalise.tails import Tail
from checker.values import Bounds, Hedge, Measure, Range, tidy


@cache
def _registry() -> Any:
    """The registry of the units in `units.txt`."""
    from importlib.resources import files

    import pint

    lines = files("checker.normalise.lexicon").joinpath(LANGUAGE, "units.txt").read_text("utf-8")
    return pint.UnitRegistry(lines.splitlines(), autoconvert_offset_to_baseunit=True)


@cache
def to_base(dimension: str, unit: str) -> tuple[float, float]:
    """The factor and the offset that take a number of `unit` to the base unit of `dimension`."""
    base = load("units")[dimension]["base"]
    if unit == base:
        return 1.0, 0.0
    registry = _registry()
    if dimension == "temperature":
        zero = registry.Quantity(0, unit).to(base).magnitude
        one = registry.Quantity(1, unit).to(base).magnitude
        return tidy(float(one - zero)), tidy(float(zero))
    return tidy(float(registry.Quantity(1, unit).to(base).magnitude)), 0.0


def measure(text: str, amount: Bounds, dimension: str, unit: str) -> Measure:
    """The quantity of so much of a unit, with its base."""
    entry = load("units")[dimension]["units"].get(unit, {})
    if "as" in entry:
        factor, _ = to_base(dimension, entry["as"])
        return Measure(text, amount, unit, dimension, _loose(amount, entry["loose"], factor))
    factor, offset = to_base(dimension, unit)
    return Measure(text, amount, unit, dimension, amount.scaled(factor, offset))


def _loose(amount: Bounds, loose: Sequence[float], factor: float) -> Bounds:
    """The base of a unit that is more than one ("ton"): from the least to the greatest of them."""
    low, high = (amount.scaled(share * factor) for share in loose)
    return replace(
        amount.scaled(factor),
        literal=_hull(low.literal, high.literal),
        usual=_hull(low.usual, high.usual),
    )


def _hull(a: Range, b: Range) -> Range:
    low, high = (a, b) if a.low <= b.low else (b, a)
    return Range(low.low, max(a.high, b.high), low.low_closed, high.high_closed)


@cache
def _context() -> dict[str, frozenset[str]]:
    lists = load("units_context")
    return {key: frozenset(value) for key, value in lists.items() if isinstance(value, list)}


_NEXT = re.compile(r"[ \u00a0\n]([A-Za-z]+)")
_JOINED = re.compile(r",?[ ]and[ ]|,[ ]|[ ]?|-")
_SHARED_MAGNITUDE = re.compile(r"[ ](?:and|or)[ ](?:[a-z]+[ ])?[1-9](?:\.[0-9])?[ -]magnitude\b")
_INCHES = re.compile(r"[ ]?ins?\b(?![ ](?:the|a|an|his|her|its|[0-9]))")
_OTHER_DEGREES = re.compile(r"[0-9][ ]?°?[CF]\b")
_PRIME = re.compile(r"['′’][ ]?([0-9]{1,2})(?:\"|″|''|”)")
_HYPHENED_INCHES = re.compile(r"-([0-9]|1[01])(?![0-9\w%])(?:-inch(?:es)?\b)?")


def primes(text: str, numeral: Numeral) -> tuple[Bounds, Tail] | None:
    """The height of 6'2" in feet; None where no feet and inches stand there."""
    match = _PRIME.match(text, numeral.end)
    if match is None or not numeral.is_whole or int(match[1]) >= 12:
        return None
    feet = tidy(numeral.low + int(match[1]) / 12)
    tail = Tail("unit", "foot", "length", match.end(), "", worded=False)
    return hedges.bare(feet, digits=3), tail


_CENTS = re.compile(r"(?:[ ]and)?[ ]([0-9]{1,2})(?:c|[ ]cents?)\b")
_BARE_CENTS = re.compile(r"(?:[ ]and)?[ ](?=[0-9a-z])")
_AND_HALF = re.compile(r"[ ]and[ ](?:an?[ ])?half\b")


def with_cents(text: str, reading: Reading) -> Reading:
    """ "$20 and 43c": an amount whose cents are told apart."""
    match = _CENTS.match(text, reading.end)
    whole = reading.numeral.is_whole and reading.bounds.hedge is Hedge.NONE
    if match is None or not whole:
        return reading
    return _plus(reading, int(match[1]) / 100, match.end())


def _cents_after(text: str, reading: Reading) -> Reading | None:
    """ "15 dollars 50", "20 dollars 43c": the cents behind the currency's name."""
    match = _CENTS.match(text, reading.end)
    if match is not None:
        return _plus(reading, int(match[1]) / 100, match.end())
    match = _BARE_CENTS.match(text, reading.end)
    if match is None or (reading.left and reading.left[-1].lower() in ("between", "from")):
        return None
    cents = numerals.read(text, match.end())
    if cents is None or cents.form not in ("digits", "words") or not 10 <= cents.low < 100:
        return None
    closed = re.match(r"[.,;)]?(?:\s|$)", text[cents.end : cents.end + 2]) is not None
    spaced = text[cents.end : cents.end + 1] not in ("", " ")
    if not closed or cents.scaled or not (spaced or cents.end == len(text)):
        return None
    return _plus(reading, cents.low / 100, cents.end)


def compound(text: str, reading: Reading) -> Reading:
    """The figure with its smaller parts: "5ft 9in", "2 hours 10 minutes", "20 dollars 43 cents"."""
    tail = reading.tail
    if tail is None or reading.bounds.hedge is not Hedge.NONE:
        return reading
    if tail.kind == "time":
        half = _AND_HALF.match(text, reading.end)
        if half is not None and reading.numeral.low == int(reading.numeral.low):
            return _plus(reading, 0.5, half.end())
    if tail.kind == "money" and tail.factor == 1.0 and not reading.numeral.scaled:
        whole = reading.numeral.low == int(reading.numeral.low)
        with_all = _cents_after(text, reading) if whole else None
        if with_all is not None:
            return with_all
    if tail.key == "foot" and tail.joint == "-":
        match = _HYPHENED_INCHES.match(text, reading.end)
        if match is not None:
            return _plus(reading, float(match[1]) / 12, match.end())
    while (part := _part(text, reading, tail)) is not None:
        share, end, tail = part
        reading = _plus(reading, share, end)
    return reading


def _plus(reading: Reading, share: float, end: int) -> Reading:
    bounds = reading.bounds
    total = tidy(bounds.nominal + share)
    amount = hedges.bare(total, digits=min(bounds.digits + 2, 9))
    kept = reading.tail._replace(end=end) if reading.tail is not None else None
    return reading._replace(end=end, bounds=amount, tail=kept)


def _part(text: str, reading: Reading, last: Tail) -> tuple[float, int, Tail] | None:
    """The next smaller part of a compound: what it adds in the first unit, its end, its unit."""
    first = reading.tail
    joined = _JOINED.match(text, reading.end)
    if first is None or joined is None:
        return None
    head = text[joined.end() : joined.end() + 1]
    if not (head.isdigit() or head.isalpha()):
        return None
    numeral = numerals.read(text, joined.end()) if head.isdigit() or joined[0] else None
    if numeral is None or numeral.form not in ("digits", "words"):
        return None
    tail = tails.read(text, numeral.end, spelt=numeral.form != "digits")
    inches = _INCHES.match(text, numeral.end)
    if last.key == "foot" and inches is not None and numeral.low < 12:
        tail = Tail("unit", "inch", "length", inches.end(), " ", worded=False)
    if tail is None or tail.kind != first.kind:
        return None
    if first.kind == "money":
        fits = tail.factor < last.factor and numeral.low < 100
        return (tidy(numeral.low * tail.factor), tail.end, tail) if fits else None
    if first.kind == "time":
        share = durations.days(tail.key) / durations.days(first.key)
        fits = durations.days(tail.key) < durations.days(last.key)
        return (tidy(numeral.low * share), tail.end, tail) if fits else None
    if tail.key not in load("units_context")["compounds"].get(last.key, ()):
        return None
    whole, part = (to_base(first.dimension, key)[0] for key in (first.key, tail.key))
    return tidy(numeral.low * part / whole), tail.end, tail


def build(text: str, reading: Reading) -> Mention | None:
    """The mention of a quantity."""
    tail = reading.tail
    if tail is None:
        return None
    hedged = with_hedges(text, reading)
    dimension, unit, bounds, start, end = (
        tail.dimension,
        tail.key,
        hedged.bounds,
        hedged.start,
        hedged.end,
    )
    following = _NEXT.match(text, end)
    word = following[1].lower() if following is not None else ""
    if dimension == "degree" and (word in _context()["degree_not_after"] or _is_point(text, end)):
        return None
    if text[tail.end - 1] in "CF" and not tail.worded and not _is_warm(text, reading, tail):
        return None
    if text.startswith("below zero", tail.end - 10):
        bounds = bounds.scaled(-1.0)
    elif dimension in ("temperature", "degree"):
        if word == "below" and text[end:].startswith(" below zero"):
            end += len(" below zero")
            bounds = bounds.scaled(-1.0)
        elif (minus := minus_start(text, reading)) is not None:
            start = min(start, minus)
            bounds = bounds.scaled(-1.0)
        elif dimension == "temperature" and _is_difference(reading, word):
            words = text[start:end]
            factor, _ = to_base(dimension, unit)
            base = bounds.scaled(factor)
            value = Measure(words, bounds, unit, "temperature difference", base)
            return mention(text, Kind.QUANTITY, start, end, value)
    if dimension == "magnitude":
        start = _magnitude_start(text, start, reading.floor)
    words = text[start:end]
    value = measure(words, replace(bounds, text=words), dimension, unit)
    return mention(text, Kind.QUANTITY, start, end, value)


def _is_point(text: str, end: int) -> bool:
    return re.match(r"[ ]?(?:[0-9]+['′]|[NSEW]\b)", text[end : end + 8]) is not None


def _is_warm(text: str, reading: Reading, tail: Tail) -> bool:
    """Whether "30C" is a temperature, as what stands around it tells; "13F" is a form."""
    if "°" in text[tail.end - 3 : tail.end] or minus_start(text, reading) is not None:
        return True
    near = text[max(0, reading.start - 14) : reading.start] + text[tail.end : tail.end + 14]
    if _OTHER_DEGREES.search(near) is not None:
        return True
    words = [*reading.left[-8:], *text[tail.end : tail.end + 60].split()[:8]]
    cues = _context()["temperature_cues"] | _context()["difference_before"]
    return any(word.lower().strip(".,;:()!?") in cues for word in words)


def _is_difference(reading: Reading, word: str) -> bool:
    left = reading.left[-1].lower() if reading.left else ""
    second = " ".join(reading.left[-2:]).lower()
    return (
        left in _context()["difference_before"]
        or (
            second.endswith((" of", "rise of"))
            and bool(_context()["difference_before"] & set(second.split()))
        )
        or word in _context()["difference_after"]
    )


def as_difference(found: Mention) -> Mention:
    """The mention of a temperature, read as a difference between two."""
    value = found.value
    if not isinstance(value, Measure) or value.dimension != "temperature":
        return found
    factor, _ = to_base("temperature", value.unit)
    base = value.amount.scaled(factor)
    return replace(found, value=replace(value, dimension="temperature difference", base=base))


def magnitude(text: str, reading: Reading) -> Mention | None:
    """ "magnitude 6.1", "a magnitude of 6.1", where the word stands before the number."""
    if reading.numeral.form != "digits" or not 1 <= reading.numeral.low < 10:
        return None
    near = text[max(0, reading.start - 60) : reading.end + 40]
    if reading.numeral.scaled or "agnitude" not in near:
        return None
    hedged = with_hedges(text, reading)
    start = _magnitude_start(text, hedged.start, reading.floor)
    if start == hedged.start and _SHARED_MAGNITUDE.match(text, hedged.end) is None:
        return None
    words = text[start : hedged.end]
    value = measure(words, replace(hedged.bounds, text=words), "magnitude", "magnitude")
    return mention(text, Kind.QUANTITY, start, hedged.end, value)


def _magnitude_start(text: str, start: int, floor: int) -> int:
    joined = re.search(r"\bmagnitude[ -]$", text[max(floor, start - 11) : start], re.IGNORECASE)
    if joined is not None:
        return start - len(joined[0])
    left = hedges.left_words(text, start, floor)
    for count in (2, 1):
        if " ".join(left[-count:]).lower().strip("(") in _context()["magnitude_before"]:
            return hedges.words_start(text, left[-count:], start)
    return start

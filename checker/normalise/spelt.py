"""Numbers in words at one place of a text: "two hundred and six", "half a million", "dozens"."""

from __future__ import annotations

import re

from checker.normalise.number_words import words
from checker.normalise.numeral import (
    GAP,
    GREATEST,
    JOINT,
    WORD,
    Numeral,
    magnitude,
    scaled,
    with_part,
)
from checker.values import significant_digits, tidy

_OF_A = re.compile(rf"{JOINT}(?:of{GAP}(?:an?{GAP})?|(?:an?{GAP}|a-))?([A-Za-z]+)\b", re.IGNORECASE)
_OF_MANY = re.compile(rf"{GAP}of{GAP}(thousands|millions|billions)\b", re.IGNORECASE)
_DIGIT = "zero|nought|naught|oh|one|two|three|four|five|six|seven|eight|nine"
_POINT = re.compile(
    rf"{GAP}point(?P<digits>(?:{GAP}(?:{_DIGIT})\b)+)|{GAP}point{GAP}(?P<whole>[a-z]+(?:-[a-z]+)?)",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"(?:{GAP}of)?{GAP}([A-Za-z]+)")
_COUNTED = re.compile(
    r" (?:of|more|dead|(?:were|are|have been|had been) (?:[a-z]+ed|hurt|dead|missing|held|shot))\b"
)
_PARTS_FOLLOW = re.compile(rf"{JOINT}([a-z]+s)\b", re.IGNORECASE)


def read(text: str, start: int) -> Numeral | None:
    """The number in words that begins at `start`, without its article."""
    match = WORD.match(text, start)
    if match is None:
        return None
    known, word = words(), match[1].lower()
    if word in known.fractions:
        part = _fraction(text, start, match.end(), word)
        if part is not None:
            return part
    if word in known.groups:
        size = float(known.groups[word])
        return Numeral(start, match.end(), size, size, 1, "words")
    if word in known.unknown:
        return _unknown(text, start, match.end(), word)
    if word in known.vague:
        return _vague(text, start, match.end(), word)
    return cardinal(text, start)


def _fraction(text: str, start: int, end: int, word: str) -> Numeral | None:
    """ "half a million", "a quarter of a million", "half", "a third": without its article."""
    known = words()
    value = 1 / known.fractions[word]
    after = _OF_A.match(text, end)
    if after is not None:
        factor = known.magnitudes.get(after[1].lower())
        if factor is not None:
            value = tidy(value * factor)
            return Numeral(start, after.end(), value, value, 1, "words", scaled=True)
    if word in known.ordinals:
        return None  # "a third man" and "a third of them" are told apart by what follows
    return Numeral(start, end, tidy(value), tidy(value), 2, "fraction")


def _unknown(text: str, start: int, end: int, word: str) -> Numeral:
    known = words()
    low, high = known.unknown[word]
    match = _TIMES.match(text, end)
    factor = known.magnitudes.get(match[1].lower()) if match is not None else None
    if match is None or factor is None or word not in known.vague_times:
        return Numeral(start, end, low, high, 1, "unknown")
    times = known.vague_times[word]
    vague = Numeral(start, match.end(), times[0] * factor, times[1] * factor, 1, "vague", True)
    return scaled(text, vague)


def _vague(text: str, start: int, end: int, word: str) -> Numeral | None:
    known = words()
    low, high = known.vague[word]
    match = _OF_MANY.match(text, end)
    if match is not None:
        factor = known.magnitudes[match[1].lower()[:-1]]
        times = low / 2 if word in ("hundreds", "thousands") else low
        floor = {"tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0}.get(word, times)
        top = {"tens": 100.0, "dozens": 100.0, "scores": 100.0, "hundreds": 1000.0}.get(word, high)
        return Numeral(start, match.end(), floor * factor, top * factor, 1, "vague", True)
    if word in ("tens", "scores") and _COUNTED.match(text, end) is None:
        return None  # "scores" are mostly those of a match
    return Numeral(start, end, low, high, 1, "vague", True)


def cardinal(text: str, start: int) -> Numeral | None:
    """Number words in a row, each of which must fit what stands before it."""
    known = words()
    total = group = added = 0.0
    room = 1000.0  # what may still be added to the group: less than this
    end, position, form, is_scaled, last = start, start, "words", False, 1.0
    while (match := WORD.match(text, position)) is not None and total + group < GREATEST:
        word = match[1].lower()
        if word == "and":
            if not is_scaled or room < 10 or end == start or not _goes_on(text, match.end()):
                break
            position = match.end()
            continue
        if word in known.cardinals:
            value = float(known.cardinals[word])
            if value >= room or (value == 0 and end != start):
                break
            group += value
            room = 10.0 if value >= 20 else 1.0
            last, added = 1.0, 0.0
        elif (factor := magnitude(word)) is not None:
            last = factor
            if end == start and word not in known.magnitudes:
                break
            is_scaled = True
            if factor in (12, 100):
                group = (group or 1) * factor
                room = 100.0 if factor == 100 else 0.0
                added = 0.0
            elif group == 0 and added > 0:  # "three thousand million", "two lakh crore"
                total, added = total - added + added * factor, added * factor
            else:
                added = (group or 1) * factor
                total, group, room = total + added, 0.0, 1000.0
        elif word in known.ordinals and end != start:
            value = float(known.ordinals[word])
            if value >= 100 and (group or total) and not added:  # "two hundredth"
                total, group, form, end = (total + group) * value, 0.0, "ordinal", match.end()
            elif value < room and (len(match[0]) == len(word) or text[end] == "-" or room <= 100):
                total, group, form, end = total + group + value, 0.0, "ordinal", match.end()
            break
        elif word in known.ordinals:
            value = float(known.ordinals[word])
            return Numeral(start, match.end(), value, value, 1, "ordinal")
        else:
            break
        end = position = match.end()
    if end == start or total + group > GREATEST:
        return None
    value = tidy(total + group)
    digits = significant_digits(f"{int(value)}")
    numeral = Numeral(start, end, value, value, digits, form, is_scaled, last)
    return numeral if form == "ordinal" else _with_rest(text, numeral)


def _goes_on(text: str, position: int) -> bool:
    """Whether "and" joins one more number word: not where parts follow ("and three quarters")."""
    known = words()
    follower = WORD.match(text, position)
    if follower is None:
        return False
    if follower[1].lower() not in known.cardinals:
        return known.ordinals.get(follower[1].lower(), 100) < 100
    part = _PARTS_FOLLOW.match(text, follower.end())
    if part is None and follower[1].lower() == "one":
        part = WORD.match(text, follower.end())
    return part is None or part[1].lower() not in known.fractions


def _with_rest(text: str, numeral: Numeral) -> Numeral:
    """The number with the part of one that follows: "two and a half million", "two thirds"."""
    known = words()
    half = with_part(text, numeral)
    if half is not numeral:
        return half
    point = _POINT.match(text, numeral.end)
    if point is not None and numeral.factor <= 1000:
        after = _after_point(text, point)
        if after is not None:
            printed, end = after
            value = tidy(float(f"{numeral.low:.0f}.{printed}"))
            digits = numeral.digits + len(printed)
            return scaled(text, Numeral(numeral.start, end, value, value, digits, "words"))
    part = WORD.match(text, numeral.end)
    if part is not None:
        folded = part[1].lower()
        plural = folded.endswith("s") or folded == "halves"
        under = known.fractions.get(folded)
        if under is not None and under < 100 and (numeral.scaled or numeral.low >= 100):
            under = None
        if under is not None and (plural if numeral.low > 1 else not plural) and folded != "second":
            value = tidy(numeral.low / under)
            return _of_magnitude(
                text, Numeral(numeral.start, part.end(), value, value, 2, "fraction")
            )
    return numeral


def _after_point(text: str, point: re.Match[str]) -> tuple[str, int] | None:
    """The digits that words behind "point" stand for, and where they end."""
    known = words()
    if point["digits"] is not None:
        spelt = [word.lower() for word in point["digits"].split()]
        return "".join("0" if word == "oh" else f"{known.cardinals[word]}" for word in spelt), (
            point.end()
        )
    tens, _, unit = point["whole"].lower().partition("-")
    if known.cardinals.get(tens, 0) < 10 or (unit and unit not in known.cardinals):
        return None
    return f"{known.cardinals[tens] + known.cardinals.get(unit, 0):.0f}", point.end()


def _of_magnitude(text: str, numeral: Numeral) -> Numeral:
    """ "two thirds of a million"."""
    match = _OF_A.match(text, numeral.end)
    factor = words().magnitudes.get(match[1].lower()) if match is not None else None
    if match is None or factor is None:
        return numeral
    value = tidy(numeral.low * factor)
    return Numeral(numeral.start, match.end(), value, value, 2, "words", scaled=True)

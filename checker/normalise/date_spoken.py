"""Years in words, as in speech and on monuments: nineteen eighty-four, two thousand and ten."""

from __future__ import annotations

from collections.abc import Sequence

from checker.normalise.date_words import Stretch, lexicon, number_of

_FIRST, _LAST = 1100, 2199
_LONGEST_DAY = 31
_KINDS = ("cardinal", "ten", "hundred", "thousand", "and", "dash", "comma")


def _number(words: Sequence[str]) -> int | None:
    """A number under a hundred: twelve, eighty, eighty four."""
    values = [number_of(word) for word in words]
    if len(values) == 1:
        return values[0]
    if len(values) == 2:
        tens, ones = values
        if tens is None or ones is None:
            return None
        if tens % 10 == 0 and tens >= 20 and ones <= 9:
            return tens + ones
    return None


def year_of(words: Sequence[str]) -> int | None:
    """The year that the words make together; None if they make none."""
    words = [word for word in words if word not in ("-", "–", ",", "and")]
    if len(words) < 2:
        return None
    first, rest = number_of(words[0]), words[1:]
    if first is None:
        return None
    if words[1] in ("thousand", "hundred"):
        whole = first * (1000 if words[1] == "thousand" else 100)
        rest = words[2:]
        more = _number(rest) if rest else 0
        year = None if more is None or more > 99 else whole + more
        if words[1] == "thousand" and first != 2:
            return None
    else:
        # "nineteen five" is no year; "nineteen fifteen" and "twenty twenty-one" are
        more = _number(rest)
        year = None if more is None or more < 10 else first * 100 + more
    return year if year is not None and _FIRST <= year <= _LAST else None


def spoken_year(stretch: Stretch) -> tuple[int, int] | None:
    """The year in words at the end of a date, and the position of its first word; None if there is
    none. "Twenty five nineteen eighty six" is a day and a year.
    """
    letters = {lexicon().letters[kind] for kind in _KINDS}
    first = stretch.last
    while first > stretch.first and stretch.row.kinds[first - 1] in letters:
        first -= 1
    words = [stretch.row.lower(index) for index in range(first, stretch.last)]
    for skip in range(len(words)):
        year = year_of(words[skip:])
        before = [word for word in words[:skip] if word not in ("-", "–", ",")]
        day = _number(before) if before else 1
        if year is not None and day is not None and day <= _LONGEST_DAY:
            return year, first + skip
    return None

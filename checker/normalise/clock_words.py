"""Times of day in words: "half past three in the afternoon", "six o'clock", "ten to noon"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.normalise.lexicon import load

_HALF_DAY, _DAY = 12 * 60, 24 * 60
_QUARTERS = {"half": 30, "quarter": 15}
_AFTERNOON = frozenset({"afternoon", "evening", "night"})


@dataclass(frozen=True, slots=True)
class Worded:
    """A time in words: where it stands, its minutes after midnight, and whether morning or
    afternoon is left open, in which case the minutes are those of the morning.
    """

    start: int
    end: int
    minutes: int
    is_open: bool


@cache
def _pattern() -> re.Pattern[str]:
    data = load("times")
    hours, minutes = "|".join(data["hours"]), "|".join(data["minutes"])
    half = (
        r"(?:\s?(?P<half>[apAP])(?:[mM]\b|\.\s?[mM]\b\.?)"
        r"|\s(?P<oclock>o['’]clock)\b)?"
        r"(?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|at\s(?P<night>night))\b)?"
    )
    return re.compile(
        rf"\b(?:(?:(?P<exact>half|(?:a\s)?quarter)|(?P<count>{minutes}|[1-5]?\d)(?:\sminutes)?)"
        rf"\s(?P<way>past|to|before)\s)?"
        rf"(?:(?P<named>noon|midday|midnight)|(?P<hour>{hours}|1[0-2]|[1-9]))(?![\w:.,]*\d)\b{half}",
        re.IGNORECASE,
    )


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:at|around|about|by|until|till|before|after|since|from|just)\s$", re.IGNORECASE
    )


#: One of these stands in every time in words.
_SIGNS = re.compile(
    r"\s(?:past\s|to\s(?:noon|midday|midnight)|at\snight|o['’]clock|[ap]\.?\s?m\b"
    r"|in\sthe\s(?:morning|afternoon|evening)|(?:five|ten|twenty)\sto\s)|quarter\s(?:to|before)\s"
)
#: How far before and after its sign a time in words may reach.
_BEFORE, _AFTER = 24, 40


def find(text: str, *, lenient: bool = False) -> list[Worded]:
    """The times in words of a text; `lenient` takes the text for a time."""
    stretches = [(0, len(text))] if lenient else _stretches(text)
    found: list[Worded] = []
    for start, end in stretches:
        for match in _pattern().finditer(text, start, end):
            worded = _read(text, match, lenient=lenient)
            if worded is not None:
                found.append(worded)
    return found


def _stretches(text: str) -> list[tuple[int, int]]:
    """The parts of a text in which a time in words may stand, none overlapping."""
    found: list[tuple[int, int]] = []
    for sign in _SIGNS.finditer(text):
        start, end = max(0, sign.start() - _BEFORE), sign.end() + _AFTER
        if found and found[-1][1] >= start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a time of day: "two in the morning" may be two of the wounded."""
    marked = bool(match["half"] or match["oclock"] or match["part"] or match["night"])
    told = _told().search(text, max(0, match.start() - 8), match.start()) is not None
    if match["count"]:
        return told and (marked or match["way"].lower() == "past" or bool(match["named"]))
    if match["exact"]:
        return told or marked or match["way"].lower() == "past"
    if match["named"] or not marked:
        return False
    is_word = match["hour"].isalpha()
    if match["half"] or match["oclock"]:  # in figures they are read with the other figures
        return is_word or bool(match["part"] or match["night"])
    return told


def _read(text: str, match: re.Match[str], *, lenient: bool) -> Worded | None:
    if not lenient and not _stands(text, match):
        return None
    exact, count = match["exact"], match["count"]
    data = load("times")
    if match["named"]:
        hour, is_open = data["named"][match["named"].lower()], False
    else:
        word = match["hour"].lower()
        hour = (int(word) if word.isdigit() else data["hours"].index(word) + 1) % 12 * 60
        part = (match["part"] or match["night"] or "").lower()
        is_late = (match["half"] or "").lower() == "p" or part in _AFTERNOON
        is_open = not (match["half"] or part)
        if part == "night" and hour < 6 * 60:  # "two o'clock at night" is before dawn
            is_late = False
        hour += _HALF_DAY if is_late else 0
    away = 0
    if exact:
        away = _QUARTERS[exact.lower().removeprefix("a ").strip()]
    elif count:
        word = count.lower()
        away = int(word) if word.isdigit() else data["minutes"][word]
    minutes = hour + (away if (match["way"] or "").lower() == "past" else -away)
    return Worded(match.start(), match.end(), minutes % _DAY, is_open)

"""Ages: "a 10-year-old girl", "Smith, 36,", "aged 15", "the 66-year-old", "in his 30s"."""

from __future__ import annotations

import re
from functools import cache

from checker.model import Kind, Mention
from checker.normalise import hedges
from checker.normalise.durations import days
from checker.normalise.lexicon import load
from checker.normalise.readings import Hedged, mention
from checker.values import Bounds, Hedge, Measure, Range

#: Nobody is older; a figure above it beside a name is something else.
OLDEST = 120
_DAYS_OF_YEAR = 365.2425

_OLD = re.compile(r"(?:[ -]|\s)olds?\b|[ ]of[ ]age\b|-olds\b")
_NOUN = re.compile(r"[ \u00a0\n-]([A-Za-z][A-Za-z'’-]*)")
_NAME_BEFORE = re.compile(
    r"(?:[A-Z][\w.'’-]*[ ])*(?:[A-Z][a-zA-Z'’.-]*[a-z.]|Jr\.|Sr\.|II|III),[ ]$"
)
_DECADE = re.compile(r"([1-9]0)['’]?s\b")


@cache
def _lists() -> dict[str, frozenset[str]]:
    lexicon = load("durations")
    return {key: frozenset(value) for key, value in lexicon.items() if isinstance(value, list)}


def old_end(text: str, end: int) -> int | None:
    """Where "-old", " old" or " of age" after a unit of time ends."""
    match = _OLD.match(text, end)
    return match.end() if match is not None else None


def is_of_person(text: str, end: int, unit: str) -> bool:
    """Whether "15-year-old" speaks of somebody; "a 15-month-old uprising" does not."""
    things, persons, stops = (_lists()[key] for key in ("things", "persons", "stops"))
    position = end
    for _ in range(4):
        match = _NOUN.match(text, position)
        if match is None:
            break
        word = match[1]
        folded = word.lower()
        if folded in stops:
            break
        if folded in persons:
            return True
        if folded in things or (folded.endswith("s") and folded[:-1] in things):
            return False
        position = match.end()
    return unit == "year"


def value_of(words: str, amount: Bounds, unit: str) -> Measure:
    """An age as printed, and in whole years."""
    if unit == "year":
        return Measure(words, amount, "year", "age", amount)
    share = days(unit) / _DAYS_OF_YEAR
    years = float(int(amount.nominal * share + 1e-9))
    whole = Bounds(words, years, Range(years, years), Range(years, years), amount.hedge, 1)
    return Measure(words, amount, unit, "age", whole)


def build(text: str, hedged: Hedged, unit: str, end: int) -> Mention:
    """The mention of an age that ends at `end`."""
    words = text[hedged.start : end]
    return mention(text, Kind.AGE, hedged.start, end, value_of(words, hedged.bounds, unit))


def is_apposed(text: str, start: int, end: int, floor: int) -> bool:
    """Whether a bare number stands beside a name as an age does: "Smith, 36, said"."""
    rest = text[end : end + 12]
    if text[start - 2 : start] != ", ":
        return False
    window = text[max(floor, start - 60) : start]
    match = _NAME_BEFORE.search(window)
    if match is None:
        noun = re.search(r"([a-z]+),[ ]$", window)
        if noun is None or noun[1] not in _lists()["aged_nouns"]:
            return False
    else:
        last = match[0][:-2].split()[-1]
        if last in _lists()["not_aged"] or last.rstrip(".") in _lists()["not_aged"]:
            return False
        before = window[: match.start()].split()
        words = match[0].split()
        if len(words) == 2 and words[0].lower() in _PLACE_WORDS:
            return False  # "In London, 40 were held"
        if len(match[0].split()) == 1 and before and before[-1].lower() in _PLACE_WORDS:
            return False
    if rest[:1] in (",", ".", ";", ")", "—", "–") or not rest:
        return not rest[1:2].isdigit()
    follower = _NOUN.match(text, end)
    return follower is not None and follower[1] in _lists()["aged_followers"]


_PLACE_WORDS = frozenset({"in", "at", "near", "from", "of", "on", "to", "since", "around"})


def is_bracketed(text: str, start: int, end: int, floor: int) -> bool:
    """Whether a bare number stands in brackets after a full name: "John Smith (36) said"."""
    if text[start - 2 : start] != " (" or text[end : end + 1] != ")":
        return False
    window = text[max(floor, start - 60) : start - 2]
    if re.search(r"[A-Z][a-z'’-]+ (?:[A-Z]\. )?[A-Z][a-zA-Z'’-]+$", window) is None:
        return False
    follower = _NOUN.match(text, end + 1)
    return text[end + 1 : end + 2] == "," or (
        follower is not None and follower[1] in _lists()["aged_followers"]
    )


_AGES_BEFORE = re.compile(r"\b(?:aged|ages) [0-9]{1,3}(?:, [0-9]{1,3})*,? (?:and|or) $")
_TOLD = re.compile(r"(?:[ ](?:when|at the time|and|years)\b|[,.;]|$)")


def is_told(left: list[str], text: str, start: int, end: int) -> bool:
    """Whether the words before a bare number say that it is an age: "aged 15", "he was 34"."""
    if _AGES_BEFORE.search(text[max(0, start - 30) : start]) is not None:
        return True
    words = [word.lower().strip("(\"'“‘,") for word in left[-3:]]
    if words and words[-1] in ("between", "from"):
        words, left = words[:-1], left[:-1]
    if not words:
        return False
    if len(words) > 1 and words[-1] == "of" and words[-2] in _lists()["aged_of"]:
        return text[end : end + 1] in (",", ".", ";", "") and not text[end + 1 : end + 2].isdigit()
    if words[-1] in _lists()["age_before"] and left[-1][-1] != ",":
        return words[-1] not in ("turned", "turns", "turning") or not text[end : end + 2].strip(
            " .,"
        )
    if len(words) > 1 and " ".join(words[-2:]) in _lists()["age_before"]:
        return True
    if len(words) > 1 and words[-1] in ("was", "is") and words[-2] in ("he", "she", "who"):
        return _TOLD.match(text, end) is not None
    return False


def decade(text: str, start: int, left: list[str], floor: int) -> tuple[Mention, int] | None:
    """ "in his 30s", "in her early 20s": all the years of it."""
    match = _DECADE.match(text, start)
    if match is None:
        return None
    part, index = "", len(left)
    joined = re.search(r"(early|mid|late)-$", text[max(floor, start - 6) : start], re.IGNORECASE)
    if joined is not None:
        part = joined[1].lower()
        index -= 1
    elif left and left[-1].lower() in ("early", "mid", "late", "middle"):
        part = "mid" if left[-1].lower() == "middle" else left[-1].lower()
        index -= 1
    if index < 1 or left[index - 1].lower() not in ("his", "her", "their", "my", "our"):
        return None
    first, last = load("durations")["decade_parts"][part]
    ten = float(match[1])
    begin = start
    if part:
        begin = (
            hedges.words_start(text, left[-1:], start) if joined is None else start - len(joined[0])
        )
    years = Range(ten + first, ten + last)
    words = text[begin : match.end()]
    amount = Bounds(words, ten + first, years, years, Hedge.BETWEEN, 2)
    found = mention(
        text, Kind.AGE, begin, match.end(), Measure(words, amount, "year", "age", amount)
    )
    return found, match.end()

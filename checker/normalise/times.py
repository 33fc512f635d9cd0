"""Times of day: "7:48 a.m.", "2000 GMT", "3.45pm local time (0245 GMT)", "around noon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from checker.model import Kind, Mention, Span
from checker.normalise import clock_words
from checker.normalise.clock_words import Worded
from checker.normalise.lexicon import load
from checker.values import Bounds, Hedge, Measure, Range

#: The dimension of a time of day: minutes after midnight, the zone as unit ("" where none is said).
CLOCK = "clock"
_DAY = 24 * 60
_HEDGE_REACH = 24
_KINDS = {
    "about": Hedge.ABOUT,
    "just after": Hedge.ABOUT,
    "just before": Hedge.ABOUT,
    "over": Hedge.OVER,
    "ceiling": Hedge.CEILING,
}
#: Before "14:30" without a zone these make it a time; otherwise it may be a score or a verse.
_AT = re.compile(
    r"\b(?:at|from|to|until|till|by|around|about|between|since|after|before|shortly)\s$"
)

_LEADING = re.compile(r"^(?:at|from|until|till|since)\s")
_WEEKDAY = re.compile(r"\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\sin\sthe\s")


@dataclass(frozen=True, slots=True)
class _Words:
    core: re.Pattern[str]
    hedge: re.Pattern[str]
    hedge_kind: Mapping[str, str]
    zones: Mapping[str, int]
    named: Mapping[str, int]
    widths: Mapping[str, tuple[float, float]]


@cache
def _words() -> _Words:
    data = load("times")
    zones = "|".join([*data["zones"], *data["open_zones"]])
    hedge_kind = {hedge: kind for kind, group in data["hedges"].items() for hedge in group}
    hedges = "|".join(sorted(hedge_kind, key=len, reverse=True)).replace(" ", r"\s")
    core = (
        rf"\b(?:12\s)?(?P<named>{'|'.join(data['named'])})\b"
        r"|(?<![\d.,:/$£€-])(?:"
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
        r"(?:\s?(?P<half>[apAP])(?:[mM]\b|\.\s?[mM]\b\.?)|(?P<clock>\so['’]clock)\b)?"
        r"|(?P<four>[0-2]\d[0-5]\d)(?P<hours>\s(?:hours|hrs)\b)?)(?![\d%°])"
        rf"(?:\s?(?P<zone>{zones})\b|\s(?P<local>local(?:\stime)?)\b"
        r"|\s(?P<named_zone>[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific)"
        r"(?:\s(?:[Ss]tandard|[Dd]aylight))?(?:\s[Tt]ime)?\b)?"
    )
    return _Words(
        re.compile(core),
        re.compile(rf"\b({hedges})\s$", re.IGNORECASE),
        hedge_kind,
        data["zones"],
        data["named"],
        {name: (low, high) for name, (low, high) in data["widths"].items()},
    )


def find(text: str) -> list[Mention]:
    """The times of day of a text, each a measure of `CLOCK`; "(0300 GMT)" is its own's partner."""
    found: list[Mention] = []
    for mention in _in_order(text):
        if found and text[found[-1].span.end : mention.span.start] in (" (", " [", "("):
            found[-1] = replace(found[-1], partner=mention.span)
            mention = replace(mention, partner=found[-1].span)
        found.append(mention)
    return found


def parse(words: str) -> Measure | None:
    """The time of day that the words make together ("3.45pm", "half past six"), or None."""
    words = words.strip()
    first = len(words) - len(_LEADING.sub("", words))
    for mention in [*find(words), *_lenient(words)]:
        is_whole = mention.span.start <= first and mention.span.end == len(words)
        if is_whole and isinstance(mention.value, Measure):
            return mention.value
    return None


def _lenient(words: str) -> Iterator[Mention]:
    """What the words are if they are known to be a time."""
    for worded in clock_words.find(words, lenient=True):
        yield _worded_mention(words, worded)
    for match in _words().core.finditer(words):
        mention = _mention(words, match, lenient=True)
        if mention is not None:
            yield mention


def _in_order(text: str) -> Iterator[Mention]:
    """The times in figures and in words; where two overlap, the longer one."""
    worded = [_worded_mention(text, found) for found in clock_words.find(text)]
    figures = [_mention(text, match) for match in _words().core.finditer(text)]
    last: Mention | None = None
    for mention in sorted(
        [*worded, *(found for found in figures if found is not None)],
        key=lambda mention: (mention.span.start, -mention.span.end),
    ):
        if last is not None and last.span.overlaps(mention.span):
            continue
        last = mention
        yield mention


def _worded_mention(text: str, worded: Worded) -> Mention:
    kind, start = _hedge(text, worded.start)
    span = Span(start, worded.end)
    said = text[span.start : span.end]
    width = "bare_five" if worded.minutes % 60 else "bare_hour"
    amount = _bounds(said, worded.minutes, kind, width)
    if worded.is_open:
        # morning or afternoon: the one or the other, and nobody can tell which
        literal = Range(amount.literal.low, amount.literal.high + _DAY // 2)
        amount = replace(amount, literal=literal, usual=literal)
    return Mention(Kind.TIME, span, said, Measure(said, amount, "", CLOCK, amount))


def _hedge(text: str, start: int) -> tuple[str, int]:
    """The kind of hedge before a time, and where it begins."""
    words = _words()
    opening = words.hedge.search(text, max(0, start - _HEDGE_REACH), start)
    if opening is None:
        return "", start
    return words.hedge_kind[" ".join(opening[1].lower().split())], opening.start()


def _mention(text: str, match: re.Match[str], *, lenient: bool = False) -> Mention | None:
    minutes = _minutes(text, match, lenient=lenient)
    if minutes is None:
        return None
    words = _words()
    kind, start = _hedge(text, match.start())
    span = Span(start, match.end())
    said = text[span.start : span.end]
    amount = _bounds(said, minutes, kind, _bare_width(match))
    zone = _zone(match)
    ahead = words.zones.get(zone, 0)
    if zone in ("UTC", "Z"):
        zone = "GMT"
    base = amount.scaled(1.0, (minutes - ahead) % _DAY - minutes)
    return Mention(Kind.TIME, span, said, Measure(said, amount, zone, CLOCK, base))


def _minutes(text: str, match: re.Match[str], *, lenient: bool) -> int | None:
    """Minutes after midnight; None where the figures are no time of day."""
    zoned = match["zone"] or match["local"] or match["named_zone"]
    if match["named"]:
        # "midnight rules", "high noon": a name only, unless a word makes it a time
        is_told = _AT.search(text, max(0, match.start() - 12), match.start()) is not None
        return _words().named[match["named"]] if is_told or lenient else None
    if match["four"]:
        if not (zoned or match["hours"]) or match["four"] >= "2400":
            return None
        return int(match["four"][:2]) * 60 + int(match["four"][2:])
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"] or match["clock"]:
        if hour > 12 and not (hour < 24 and match["minute"]):
            return None
        is_evening = (match["half"] or "").lower() == "p"
        return (
            (hour % 12 + (12 if is_evening else 0)) * 60 + minute
            if hour <= 12
            else (hour * 60 + minute)
        )
    if match["minute"] is None or hour > 23:
        return None
    colon = text[match.end("hour")] == ":"
    # One figure for the hour may be a lap or a round as well: "stopped it at 2:56".
    two_figures = match["hour"][1:] != "" or _WEEKDAY.match(text, match.end()) is not None
    at = _AT.search(text, max(0, match.start() - 12), match.start())
    is_told = bool(zoned) or (colon and two_figures and at is not None)
    return hour * 60 + minute if is_told or lenient else None


def _zone(match: re.Match[str]) -> str:
    if match["local"]:
        return "local"
    if match["named_zone"]:
        return match["named_zone"][0].upper() + "T"
    return match["zone"] or ""


def _bare_width(match: re.Match[str]) -> str:
    figures = match["minute"] or (match["four"] or "")[2:]
    if match["hour"] and not figures:
        return "bare_hour"
    return "bare_five" if figures[-1:] in ("0", "5") else "exact"


def _bounds(said: str, minutes: int, kind: str, bare: str) -> Bounds:
    hedge = _KINDS.get(kind, Hedge.NONE)
    if hedge is Hedge.OVER:
        literal, usual = Range(minutes, _DAY, False), Range(minutes, minutes + 60, False)
    elif hedge is Hedge.CEILING:
        literal, usual = Range(0, minutes), Range(max(0, minutes - 60), minutes)
    else:
        low, high = _words().widths[kind or bare]
        literal = Range(minutes - low, minutes + high)
        usual = literal if kind else Range(minutes, minutes)
    return Bounds(said, float(minutes), literal, usual, hedge, digits=4)

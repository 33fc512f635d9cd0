"""The day a story came out, by its own words: a byline, a "Last updated" line, a dateline.

Only lines that are made to say so count: near the top, or marked at the end. A date in the story's
prose never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from checker.model import Kind, Mention, Span
from checker.normalise import dates
from checker.normalise.lexicon import load
from checker.read.origins_in_text import canonical_origin, is_agency
from checker.values import DateInterval, Grain, Mode

#: Bylines stand among the first lines that are not empty, marked ones among the last as well.
TOP_LINES = 12
END_LINES = 6
#: A line that is a date and nothing else counts only so near to the top: timelines have many.
BARE_LINES = 5
LONGEST_LINE = 160
#: How far into a paragraph the date of a dateline may stand: "SAN FRANCISCO, Calif., June 3, 2013".
LONGEST_DATELINE = 60
#: More words before the date make a line a headline.
MOST_NAMES = 12

PUBLISHED_LINE = "published line"
BYLINE = "byline"
UPDATED_LINE = "last updated line"
DATELINE = "dateline"
#: Which evidence stands where a story has several.
_ORDER = (PUBLISHED_LINE, BYLINE, UPDATED_LINE, DATELINE)

_SEPARATOR = re.compile(r"\s*[|•·–—/()\[\]]\s*|\s*[,;]\s+|\s+-+\s+|\t+|\s{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_LINE = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,24}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
_URL_YEAR = re.compile(r"https?://\S{0,120}?/((?:19|20)\d\d)/\d{1,2}/")
_PLACE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:[,/]\s?[A-Z][\w.'’ -]{1,24}){0,2}\s?[,:–—-]*\s*"
    r"(?:\((?P<agency>[^()]{2,30})\))?\s*[,:–—-]*\s*(?:on\s)?"
)
_AFTER_DATELINE = re.compile(
    r"\s*(?:\((?P<agency>[^()]{2,30})\)|[A-Z][\w ]{1,20}(?=\s?[–—-]))?\s*(?:[–—:]|-+\s|\()"
)


@dataclass(frozen=True, slots=True)
class Published:
    """The day a story came out, how that is known ("byline", "published line", "last updated
    line", "dateline"), where it stands, and the agency or outlet that the line names, if any.
    """

    date: date
    evidence: str
    span: Span
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str


def published_in(text: str) -> Published | None:
    """The day a story came out as its own lines say, or None where none of them does."""
    lines = _lines(text)
    found = [*_in_top(lines), *_in_end(lines[TOP_LINES:][-END_LINES:])]
    bare = {item.date for item, is_bare in found if is_bare}
    kept = [item for item, is_bare in found if not is_bare or len(bare) == 1]
    dateline = _dateline(text, lines[:TOP_LINES])
    if dateline is not None:
        kept.append(dateline)
    return min(kept, key=lambda item: _ORDER.index(item.evidence), default=None)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            lines.append(_Line(start + len(raw) - len(raw.lstrip()), words))
        start += len(raw) + 1
    return lines


def _in_top(lines: list[_Line]) -> Iterator[tuple[Published, bool]]:
    for number, line in enumerate(lines[:TOP_LINES]):
        near = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
        for mention, day in _days(line):
            found = _marked(line, mention, day, near) or _byline(line, mention, day, near, number)
            if found is not None:
                yield found, _is_bare(line, mention) and number > 0
                break


def _in_end(lines: Sequence[_Line]) -> Iterator[tuple[Published, bool]]:
    for line in lines:
        for mention, day in _days(line):
            found = _marked(line, mention, day, ())
            if found is None and _agency(line.words):
                found = _byline(line, mention, day, (), TOP_LINES)
            if found is not None:
                yield found, False
                break


def _days(line: _Line) -> Iterator[tuple[Mention, date]]:
    """The full dates of a line that is short enough to be more than prose."""
    if len(line.words) > LONGEST_LINE or not any(char.isdigit() for char in line.words):
        return
    for mention in dates.find(line.words):
        value = mention.value
        if (
            mention.kind is Kind.DATE
            and isinstance(value, DateInterval)
            and value.grain is Grain.DAY
            and value.mode is Mode.ON
            and value.start is not None
        ):
            yield mention, value.start


def _is_bare(line: _Line, mention: Mention) -> bool:
    return not _WORD.search(line.words[: mention.span.start])


def _marked(line: _Line, mention: Mention, day: date, near: Sequence[_Line]) -> Published | None:
    """A line that says what its date is: "Published 14 June 2012", "Last updated: …"."""
    match = _label().search(line.words, 0, mention.span.start)
    tail = line.words[mention.span.end :]
    is_by = re.match(r"\s*(?:by|BY|By)\s|\s*[|•·–—-]\s", tail) is not None and _is_names(tail)
    if match is None or not (is_by or _is_after_date(tail)):
        return None
    label = " ".join(match["label"].lower().split())
    evidence = UPDATED_LINE if label in _list("updated") else PUBLISHED_LINE
    return _published(line, mention, day, evidence, near)


def _byline(
    line: _Line, mention: Mention, day: date, near: Sequence[_Line], number: int
) -> Published | None:
    """A line of names, separators and a date: "AFP, Tuesday 31 Jan 2012"."""
    head = line.words[: mention.span.start]
    tail = line.words[mention.span.end :]
    if _WORD.search(head):
        names = head
        stands = _is_after_date(tail) and _is_apart(head) and _is_names(head)
    else:
        names = "" if _is_after_date(tail) else tail
        stands = number < BARE_LINES and (
            not names or (_SEPARATOR.match(tail) is not None and _is_names(tail))
        )
    # The first line is the headline, unless it names who writes.
    if not stands or (number == 0 and names and not _names_writer(names)):
        return None
    return _published(line, mention, day, BYLINE, near)


def _is_apart(head: str) -> bool:
    """Whether something parts the names from the date: a comma, a bar, a line of "By …"."""
    return (
        _SEPARATOR.search(head[-4:] + " ") is not None
        or head.rstrip().endswith((":", ",", "-"))
        or head.startswith(("By ", "BY ", "by "))
        or _agency(head) != ""
    )


def _is_names(words: str) -> bool:
    found = _WORD.findall(words)
    small = _list("small") | _list("after_date") | _list("published") | _list("updated")
    return len(found) <= MOST_NAMES and all(
        word[0].isupper() or word.lower() in small for word in found
    )


def _names_writer(words: str) -> bool:
    return words.startswith(("By ", "BY ", "by ")) or bool(_agency(words) or _outlet(words))


def _is_after_date(tail: str) -> bool:
    """Whether nothing but a time, a zone or another marked date stands after the date."""
    rest = _label().split(tail, maxsplit=1)[0] if _label().search(tail) else tail
    return all(word.lower() in _list("after_date") for word in _WORD.findall(rest))


def _published(
    line: _Line, mention: Mention, day: date, evidence: str, near: Sequence[_Line]
) -> Published:
    outside = line.words[: mention.span.start] + " | " + line.words[mention.span.end :]
    publisher = _agency(outside) or _outlet(outside)
    for other in near:
        if not publisher and len(other.words) <= LONGEST_LINE // 2 and _is_names(other.words):
            publisher = _agency(other.words) or _outlet(other.words)
    span = Span(line.start + mention.span.start, line.start + mention.span.end)
    return Published(day, evidence, span, publisher)


def _agency(words: str) -> str:
    for part in _SEPARATOR.split(words):
        name = re.sub(r"^(?:by|source|from)\s*:?\s+", "", part.strip(" ,:;."), flags=re.IGNORECASE)
        if name and is_agency(name):
            return canonical_origin(name)
    return ""


def _outlet(words: str) -> str:
    """The part of a byline that is an outlet by its words: "The Harbour Post"."""
    for part in _SEPARATOR.split(words):
        name = part.strip(" ,:;.")
        if name.lower().startswith(("by ", "from ")) or _label().search(name):
            continue
        parts = name.split()
        if 1 <= len(parts) <= 6 and parts[-1] in _list("outlet"):
            return name
    return ""


def _dateline(text: str, lines: Sequence[_Line]) -> Published | None:
    """A place in capitals with a date: "DUBAI, June 14, 2012 (AFP) —".

    A day without its year counts where the text gives the year elsewhere: a copyright line, an
    address.
    """
    for line in lines:
        head = line.words[: 2 * LONGEST_DATELINE]
        place = _PLACE.match(head)
        if place is None:
            continue
        for mention in dates.find(head):
            value = mention.value
            after = _AFTER_DATELINE.match(head, mention.span.end)
            if not isinstance(value, DateInterval) or not place.start() < mention.span.start:
                continue
            if mention.span.start > min(place.end(), LONGEST_DATELINE) or (
                after is None and place["agency"] is None
            ):
                break
            day = value.start or _with_year(text, value)
            if day is None or value.grain is not Grain.DAY or value.mode is not Mode.ON:
                break
            agency = place["agency"] or (after["agency"] if after is not None else None) or ""
            span = Span(line.start + mention.span.start, line.start + mention.span.end)
            name = canonical_origin(agency) if is_agency(agency) else ""
            return Published(day, DATELINE, span, name)
    return None


def _with_year(text: str, value: DateInterval) -> date | None:
    year = _YEAR_LINE.search(text) or _URL_YEAR.search(text)
    if year is None or value.month is None or value.day is None:
        return None
    try:
        return date(int(year[1]), value.month, value.day)
    except ValueError:
        return None


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("bylines")[name])


@cache
def _label() -> re.Pattern[str]:
    labels = sorted(_list("published") | _list("updated"), key=len, reverse=True)
    spelt = "|".join(labels).replace(" ", r"\s+")
    return re.compile(
        rf"(?:^\s*|[|•·–—/,(\[]\s*|(?<=\d)\s|\s-\s|\s{{2}})(?P<label>{spelt})\b\s*[:–—-]?\s*(?:on\s+|at\s+)?",
        re.IGNORECASE,
    )

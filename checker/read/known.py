"""What a person wrote down about a story: its date, publisher, title and origins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checker.errors import InputError, Where
from checker.read.yaml_lines import Entry

DATE_KEYS = ("published", "date")
DATE_REMEDY = "write it as 2012-06-14"

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:[T\s].*)?", re.DOTALL)
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """What front matter or a `sources.yml` gives of a story; empty where it gives nothing."""

    title: str = ""
    published: date | None = None
    publisher: str = ""
    origins: tuple[str, ...] = ()


def known_from(fields: dict[str, Entry], path: str) -> Known:
    """The known fields of a mapping; other keys are the newsroom's own.

    Raises `InputError` with file and line for a date that is none.
    """
    by_key = {key.strip().casefold(): entry for key, entry in fields.items()}
    published = None
    for key in DATE_KEYS:
        entry = by_key.get(key)
        if entry is not None and (words := _text(entry)):
            published = _day(words, key, Where(path, entry.line))
            break
    origins = next((by_key[key] for key in ("origins", "origin") if key in by_key), None)
    return Known(
        title=_text(by_key.get("title")),
        published=published,
        publisher=_text(by_key.get("publisher")),
        origins=_texts(origins),
    )


def _text(entry: Entry | None) -> str:
    if entry is None or not isinstance(entry.value, str):
        return ""
    return " ".join(entry.value.split())


def _texts(entry: Entry | None) -> tuple[str, ...]:
    """A list of texts, or one text with commas."""
    if entry is None:
        return ()
    if isinstance(entry.value, list):
        return tuple(words for item in entry.value if (words := _text(item)))
    return tuple(part.strip() for part in _text(entry).split(",") if part.strip())


def _day(words: str, key: str, where: Where) -> date:
    day = (
        _figures(words) if words[0].isdigit() and not re.search(r"[^\W\d_T]", words[:12]) else None
    )
    if day is None and re.search(r"[^\W\d_]{3}", words):
        day = _written(words)
    if day is None:
        raise InputError(f"{key}: {words[:60]} is no date", remedy=DATE_REMEDY, where=where)
    return day


def _figures(words: str) -> date | None:
    try:
        if match := _ISO.fullmatch(words):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _NUMERIC.fullmatch(words):
            first, second, year = int(match[1]), int(match[2]), int(match[3])
            if first > 12:
                return date(year, second, first)
            if second > 12 or first == second:
                return date(year, first, second)
    except ValueError:
        pass
    return None


def _written(words: str) -> date | None:
    """A day in words, "14 June 2012", with all its parts; nothing is filled in."""
    import dateparser

    # A zone would shift the day; the day is the one that is written.
    plain = re.sub(r"\s+(?:at\s+)?\d{1,2}[:.]\d\d.*|\s*\([^)]*\)", "", words)
    found = dateparser.parse(
        plain,
        languages=["en"],
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
        },
    )
    return found.date() if found is not None else None

"""The news agencies that a story rests on, as far as its own words credit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from checker.normalise.lexicon import load
from checker.normalise.wrapping import paragraph_spans

#: How far into a paragraph a dateline may reach: `LONDON, June 14 (Reuters) -`.
LONGEST_DATELINE = 80
#: A byline stands among the first or the last lines, and is short.
BYLINE_LINES, LONGEST_BYLINE = 12, 90

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]")
_AND = re.compile(r"\s*(?:,|/|;|&|\band\b|\+|\|)\s*(?:the\s+)?", re.IGNORECASE)
_PICTURE = re.compile(r"©|\b(?:photos?|pictures?|images?|pictured|file)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’. /-]{2,}(?:,[^()]{0,40})?\s*\Z")
_STOP = re.compile(r"[.!?…][\"'”’»)]*\s*\Z")
_BYLINE_PARTS = re.compile(r"\s*[,|/–—-]\s*|\s+(?:for|via|and)\s+(?:the\s+)?|\s+(?=\d)|\s{2,}")
_BY = re.compile(r"(?:by|from|source|agency|with)\s*:?\s+(?:the\s+)?", re.IGNORECASE)

_REPORTED = r"(?:has |had |have |first |also |later |earlier )?(?:reported|reports|quoted|cited)\b"
_REPORTING = r"(?:is|was|are|were) (?:reporting|quoting|citing)\b"
_SAID = r"(?:said|says|wrote|writes)\b"
_STAFF = r"(?:staff )?(?:writers?|reporters?|correspondents?|photographers?|journalists?)\b"
_WITNESS = r"witness(?:es)?\b"
_CONTRIBUTED = r"(?:contributed|[^.\n]{0,60} contributed to this)\b"
_BEFORE = (
    r"according to|reported by|reports? (?:by|from|in)|citing|quoted by|as told by|seen by|"
    r"obtained by|reviewed by|tall(?:y|ies) by|a count by|compiled by|reported|reports"
)


class _Lexicon(NamedTuple):
    names: dict[str, str]  # by casefolded name: the short name
    guarded: frozenset[str]  # casefolded names that may be something else in running text
    generic: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    data = load("agencies")
    names = {
        name.casefold(): short
        for short, others in data["agencies"].items()
        for name in (short, *others)
    }
    guarded = frozenset(name.casefold() for name in data["only_credited"])
    return _Lexicon(names, guarded, tuple(data["generic"]))


def credited_origins(text: str) -> tuple[str, ...]:
    """The agencies that a text credits, by their short names, in the order of the text.

    Credits are agencies alone in brackets ("(AP, Reuters)"), datelines, bylines, and the words
    of a story that passes an agency's report on ("Reuters reported", "according to AFP", "an
    Associated Press writer"). A picture's credit is none, and neither is the agency to which
    somebody spoke.
    """
    found = [*_in_brackets(text), *_in_bylines(text), *_in_running_text(text)]
    found.sort(key=itemgetter(0))
    return tuple(dict.fromkeys(name for _, name in found))


def canonical_origin(name: str) -> str:
    """The short name of an agency; any other name as it is, its spaces tidied."""
    tidy = " ".join(name.split())
    return _lexicon().names.get(tidy.casefold(), tidy)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency, known or by its last words ("Coast Wire")."""
    tidy = " ".join(name.split())
    lexicon = _lexicon()
    if tidy.casefold() in lexicon.names:
        return True
    words = tidy.removeprefix("The ").split()
    return (
        1 < len(words) <= 5
        and all(word[0].isupper() for word in words)
        and tidy.endswith(tuple(f" {last}" for last in lexicon.generic))
    )


@cache
def agency_names() -> frozenset[str]:
    """Every name of a known agency, casefolded."""
    return frozenset(_lexicon().names)


@cache
def agency_words() -> frozenset[str]:
    """The single words, casefolded, that are an agency's whole name: afp, reuters."""
    return frozenset(name for name in _lexicon().names if " " not in name)


def is_credit(line: str) -> bool:
    """Whether a line is nothing but agencies in brackets."""
    match = _BRACKETS.fullmatch(line.strip())
    return match is not None and bool(_agencies(match[1]))


def _agencies(words: str) -> list[str]:
    """The agencies of a list that names nothing else; otherwise none."""
    parts = [part for part in _AND.split(words.strip()) if part]
    if not parts or not all(is_agency(part) or part.casefold() in _OTHERS for part in parts):
        return []
    return [canonical_origin(part) for part in parts if is_agency(part)]


_OTHERS = frozenset({"agencies", "wires", "wire services", "staff", "inputs", "with agencies"})


def _in_brackets(text: str) -> Iterator[tuple[int, str]]:
    for paragraph in paragraph_spans(text):
        for match in _BRACKETS.finditer(text, paragraph.start, paragraph.end):
            agencies = _agencies(match[1])
            if agencies and _is_credited(text, paragraph.start, paragraph.end, match):
                for name in agencies:
                    yield match.start(), name


def _is_credited(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether brackets hold a credit: alone, behind a dateline, or after the last full stop."""
    before = text[max(start, match.start() - LONGEST_DATELINE) : match.start()]
    if not before.strip():
        return True
    if _PICTURE.search(before):
        return False
    if match.start() - start <= LONGEST_DATELINE and _DATELINE.fullmatch(before):
        return True
    return not text[match.end() : end].strip(" .") and _STOP.search(before) is not None


def _in_bylines(text: str) -> Iterator[tuple[int, str]]:
    paragraphs = paragraph_spans(text)
    for paragraph in {*paragraphs[:BYLINE_LINES], *paragraphs[-3:]}:
        line = text[paragraph.start : paragraph.end]
        if len(line) > LONGEST_BYLINE or line.endswith(".") or _PICTURE.search(line):
            continue
        prefix = _BY.match(line)
        parts = _BYLINE_PARTS.split(line[prefix.end() :] if prefix else line)
        # A headline may name an agency too ("Tass, a history"): it is a byline when the agency
        # stands alone, behind "By", or beside a name or a date and nothing else.
        if all(_is_byline_part(part) for part in parts if part):
            for part in parts:
                if is_agency(part):
                    yield paragraph.start, canonical_origin(part)


def _is_byline_part(part: str) -> bool:
    words = part.split()
    return len(words) <= 5 and all(
        word[:1].isupper() or word[:1].isdigit() or word in ("of", "and", "al", "de", "in", "at")
        for word in words
    )


def _in_running_text(text: str) -> Iterator[tuple[int, str]]:
    for match in _running().finditer(text):
        name = match["after"] or match["before"]
        key = name.casefold()
        verb = match["verb"] or ""
        if (
            key in _lexicon().guarded
            and not re.match(_REPORTED, verb)
            and not re.match(_CONTRIBUTED, verb)
        ):
            continue
        yield match.start(), canonical_origin(name)


@cache
def _running() -> re.Pattern[str]:
    agencies = load("agencies")["agencies"]
    known = {name for short, others in agencies.items() for name in (short, *others)}
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in longest_first)
    first = "".join(sorted({name[0] for name in known}))
    generic = "|".join(_lexicon().generic)
    name = rf"(?=[A-Z{first}])(?:{names}|(?!The\s)(?:[A-Z]\w+\s){{1,3}}(?:{generic}))"
    behind = rf"(?:{_REPORTED}|{_REPORTING}|{_SAID}|{_STAFF}|{_WITNESS}|{_CONTRIBUTED})"
    return re.compile(
        rf"\b(?i:{_BEFORE})\s(?:the\s)?(?P<before>{name})(?![\w-]|\spoll)"
        rf"|\b(?P<after>{name})(?:\snews\sagency|\s\([A-Z]+\))?,?\s(?P<verb>{behind})"
    )

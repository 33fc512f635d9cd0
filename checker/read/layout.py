"""What each paragraph is in its story: headline, byline, caption, credit, furniture or body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.model import Role, Span
from checker.normalise.lexicon import load
from checker.normalise.wrapping import paragraph_spans
from checker.read.origins_in_text import agency_names, agency_words, is_credit

#: The lines of a page beside its story are short; longer ones are text whatever they say.
LONGEST_FURNITURE = 240
LONGEST_CAPTION = 480
LONGEST_BYLINE = 140
#: A headline is at most so long, and a heading between paragraphs is shorter.
LONGEST_HEADLINE, MOST_HEADLINE_WORDS = 150, 20
LONGEST_HEADING, MOST_HEADING_WORDS = 80, 12
#: With fewer words a line above the headline is only a section's name: “Conflict & Justice”.
FEWEST_TITLE_WORDS = 4
#: An outlet's name before a date: “Valley Evening Post, 3 May 2011”.
MOST_OUTLET_WORDS = 5

_STOPS = (".", ",", ";", ":", "…", '."', ".”", ".'", ".’", ".)")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s*\([^()]{1,40}\))?\Z")
_SENTENCE_END = re.compile(r"[a-z)\"”][.!?] [A-Z(]")
_ITEM = re.compile(r"[•·*+\-–—]\s|\d{1,3}[.)]\s")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NAME = (
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|la|van|von|der|den|al|bin|el|du) ){0,2}[A-ZÀ-Þ][\w.'’-]*){1,3}"
)
_NAMES = rf"{_NAME}(?:(?: ?, ?| and | & ){_NAME}){{0,4}}"
_PARTS = re.compile(r" ?[,|–—/·] ?| - ")
_PICTURED = re.compile(
    r"[,(] ?(?:pictured|seen|shown) (?:in|at|on|here|above|during|with|left|right)\b"
    r"|\bin this (?:file |undated |handout )*(?:photo|picture|image)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:said|says|told|added|according|reported|announced)\b")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document's text and its role."""

    span: Span
    role: Role


@lru_cache(maxsize=64)
def layout(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with their roles, in order."""
    spans = paragraph_spans(text)
    lines = [" ".join(text[span.start : span.end].split()) for span in spans]
    roles = [_role_by_words(line) for line in lines]
    apart = [_stands_apart(text, span) for span in spans]
    _name_headlines(lines, roles, apart)
    _name_repeated_captions(lines, roles)
    _name_writers(lines, roles)
    if not any(role is Role.BODY for role in roles):
        # A page of headlines alone: its words are all there is to check.
        roles = [Role.BODY if role is Role.HEADLINE else role for role in roles]
    return tuple(
        Paragraph(span, Role.BODY if role is None else role)
        for span, role in zip(spans, roles, strict=True)
    )


def title_of(text: str) -> str:
    """The headline of a text in one line, or nothing."""
    lines = [
        " ".join(text[paragraph.span.start : paragraph.span.end].split())
        for paragraph in layout(text)
        if paragraph.role is Role.HEADLINE
    ]
    full = (line for line in lines if len(line.split()) >= FEWEST_TITLE_WORDS)
    return next(full, lines[0] if lines else "")


def _role_by_words(line: str) -> Role | None:
    """The role that a paragraph has by its own words; None when they do not tell."""
    if len(line) <= LONGEST_FURNITURE:
        is_label = not line.endswith(".") or line.endswith("..")
        if is_credit(line) or _matches("contributions", line):
            return Role.CREDIT
        if _matches("notices", line):
            return Role.FURNITURE
        if is_label and (role := _role_of_label(line)) is not None:
            return role
    if len(line) <= LONGEST_CAPTION and _is_caption(line):
        return Role.CAPTION
    if _ITEM.match(line) or len(line) > LONGEST_HEADLINE:
        return Role.BODY
    return None


def _role_of_label(line: str) -> Role | None:
    if _matches("credit", line):
        return Role.CREDIT
    if _matches("furniture", line):
        return Role.FURNITURE
    return Role.BYLINE if len(line) <= LONGEST_BYLINE and _is_byline(line) else None


def _matches(name: str, line: str) -> bool:
    return _patterns()[name].fullmatch(line) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(lines).replace("…", ".*"), re.IGNORECASE)
        for name, lines in load("furniture")["lines"].items()
    }


@cache
def _stamps(name: str) -> frozenset[str]:
    return frozenset(load("furniture")["stamps"][name].split())


def _is_byline(line: str) -> bool:
    if _matches("byline", line) or _writers().fullmatch(line):
        return True
    return _is_stamp(line)


@cache
def _writers() -> re.Pattern[str]:
    """“By Ann Smith and Bo Lee, Coast Wire”, “Ann Smith, AFP”."""
    names = sorted(agency_names(), key=len, reverse=True)
    agencies = "|".join(re.escape(name) for name in names)
    return re.compile(
        rf"(?i:by) {_NAMES}(?: ?[,|/–—-] ?[^.!?]{{0,60}}| in [A-Z][^.!?]{{0,40}})?"
        rf"|(?:(?i:by) )?{_NAMES} ?[,|/–—-] ?(?i:the )?(?i:{agencies})"
        rf"|(?i:by) (?i:the )?(?i:{agencies})"
    )


def _is_stamp(line: str) -> bool:
    """Whether a line is a date, an agency, or an outlet with a date: “AFP, Tuesday 31 Jan 2012”."""
    words = _WORD.findall(line)
    plain = [word.casefold().rstrip(".") for word in words]
    dates, others = _stamps("dates"), _stamps("others")
    told = [word for word in plain if not word[0].isdigit() and word not in others]
    if not told:
        return False
    rest = [word for word in told if word not in dates and word not in agency_words()]
    if not rest:
        return True
    outlet = _WORD.findall(_PARTS.split(line, maxsplit=1)[0])
    return (
        len(rest) <= len(outlet) <= MOST_OUTLET_WORDS
        and len(outlet) < len(words)
        and all(word[0].isupper() for word in outlet)
        and not any(word in rest for word in plain[len(outlet) :])
        and any(word in dates for word in plain[len(outlet) :])
        and any(word[0].isdigit() for word in plain[len(outlet) :])
    )


def _is_caption(line: str) -> bool:
    if _matches("caption", line):
        return True
    return _PICTURED.search(line, 0, 160) is not None and _SPOKEN.search(line) is None


def _name_headlines(lines: list[str], roles: list[Role | None], apart: list[bool]) -> None:
    """Name the lines above the story, and the short ones between its paragraphs."""
    telling = [index for index, role in enumerate(roles) if role is None or role is Role.BODY]
    ended = any(_ENDED.search(lines[index]) for index in telling)
    at_top = True
    for index in telling:
        line = lines[index]
        if roles[index] is Role.BODY:
            at_top = False
        elif at_top and index != telling[-1] and _is_headline(line):
            roles[index] = Role.HEADLINE
            # Where no line has a full stop, only the first one can be told from the rest.
            at_top = ended
        elif not at_top and _is_heading(line) and (_has_title_case(line) or apart[index]):
            roles[index] = Role.HEADLINE
        else:
            roles[index] = Role.BODY
            at_top = False


def _is_headline(line: str) -> bool:
    return (
        len(line) <= LONGEST_HEADLINE
        and len(line.split()) <= MOST_HEADLINE_WORDS
        and not line.endswith(_STOPS)
        and not line[0].islower()
    )


def _is_heading(line: str) -> bool:
    return (
        len(line) <= LONGEST_HEADING
        and len(line.split()) <= MOST_HEADING_WORDS
        and line[-1] not in "!\"”’'"
        and _SENTENCE_END.search(line) is None
        and _is_headline(line)
    )


def _has_title_case(line: str) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) > 3]
    return len(long) >= 3 and all(word[0].isupper() or word[0].isdigit() for word in long)


def _stands_apart(text: str, span: Span) -> bool:
    """Whether blank lines stand before and behind."""
    before = text[max(0, span.start - 12) : span.start]
    after = text[span.end : span.end + 12]
    return before.count("\n") > 1 and after.count("\n") > 1


def _name_repeated_captions(lines: list[str], roles: list[Role | None]) -> None:
    """The line that a caption says again is its picture's alternative text, and no headline."""
    captions = [line for line, role in zip(lines, roles, strict=True) if role is Role.CAPTION]
    for index, role in enumerate(roles):
        if role is Role.HEADLINE and any(line.startswith(lines[index]) for line in captions[:20]):
            roles[index] = Role.CAPTION


def _name_writers(lines: list[str], roles: list[Role | None]) -> None:
    """“Ann Rowe, Valley Post” beside the line of the date is its writer's, and no headline."""
    for index, role in enumerate(roles):
        beside = roles[max(0, index - 1) : index + 2]
        if role is Role.HEADLINE and Role.BYLINE in beside and _signature().fullmatch(lines[index]):
            roles[index] = Role.BYLINE


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(rf"{_NAMES} ?[,|/–—] ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}")

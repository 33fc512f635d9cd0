"""Words that are known to be a figure: what only the text around them would tell is not asked for.

"2012" and "one" are numbers here, "a kilogram" is one of them, "a fifth" a part, and a dash before
the digits is a minus.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model import Kind
from checker.normalise import figures, number_words, numerals, ordinals
from checker.normalise.numeral import Numeral, scaled
from checker.normalise.quantities import to_base
from checker.normalise.readings import bounds_of
from checker.values import Bounds, Measure, Score, Value, exactly, tidy

_MINUS = re.compile(r"(?:[-−–][ ]*|(?:minus|negative)[ ])(?=[0-9.a-zA-Z])", re.IGNORECASE)
_ARTICLE = re.compile(r"an?[ ]+(?=[a-zA-Z])", re.IGNORECASE)
_PART = re.compile(r"(?:half|quarter|third|[a-z]+th)[ -](?:of[ ])?", re.IGNORECASE)
_DOUBLE_PRIME = re.compile(r"(?<=[0-9])''$|(?<=[0-9])[ ]\"$")
_SPACED_SIGN = re.compile(r"(?<=[0-9])[ ](?=[kKMh]$)")
_POINT = re.compile(r"([0-9]*) ?point ([0-9]+)", re.IGNORECASE)
_ZEROS = re.compile(r"^0+(?=[0-9])")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")

Parsed = tuple[Kind, Value]


def parse(words: str) -> Parsed | None:
    """The value of words that are a figure and nothing else, with its kind; None for others."""
    trimmed = words.strip()
    minus = _MINUS.match(trimmed)
    read = _whole(trimmed) if minus is not None else _read(trimmed)
    if read is None and minus is not None:
        rest = _read(trimmed[minus.end() :])
        read = (rest[0], _negative(rest[1])) if rest is not None else None
    return (read[0], _worded(read[1], trimmed)) if read is not None else None


def _read(words: str) -> Parsed | None:
    for said in (words, *_rewritten(words)):
        found = _whole(said)
        if found is not None:
            return found
    return _plain(words)


def _rewritten(words: str) -> list[str]:
    """The same in forms that a text around it would have told: "a kg" is "one kg"."""
    forms = []
    article = _ARTICLE.match(words)
    if article is not None:
        forms.append(f"one {words[article.end() :]}")
    if _PART.match(words) is not None:
        forms.append(f"a {words}")
        forms.append(_PART.sub(lambda part: f"a {part[0].rstrip(' -').split()[0]} of a ", words, 1))
    point = _POINT.fullmatch(words)
    if point is not None:
        forms.append(f"{point[1]}.{point[2]}")
    for pattern, form in ((_DOUBLE_PRIME, '"'), (_SPACED_SIGN, ""), (_ZEROS, "")):
        said = pattern.sub(form, words, count=1)
        if said != words:
            forms.append(said)
    return forms


def _whole(words: str) -> Parsed | None:
    for found in figures.find(words):
        if len(found.text) == len(words):
            return found.kind, found.value
    return None


def _plain(words: str) -> Parsed | None:
    match = number_words.anchors().search(words)
    if match is None or words[: match.start()].strip().lower() not in ("", "a", "an"):
        return None
    numeral = numerals.read(words, match.start())
    if numeral is None:
        return _fraction(words)
    if match.start() > 0 and numeral.form == "ordinal" and numeral.end == len(words):
        value = tidy(1 / numeral.low)
        share = replace(exactly(value, words), digits=2)
        return Kind.PERCENT, Measure(words, share, "fraction", "percent", share.scaled(100.0))
    if numeral.form == "ordinal" and numeral.end == len(words):
        return Kind.ORDINAL, exactly(numeral.low, words)
    if ordinals.suffix_end(words, numeral.end) == len(words):
        return Kind.ORDINAL, exactly(numeral.low, words)
    if numeral.end != len(words):
        numeral = _with_letter(words, numeral)
    if numeral is None or numeral.end != len(words):
        return _fraction(words)
    return Kind.NUMBER, bounds_of(numeral)


def _with_letter(words: str, numeral: Numeral) -> Numeral | None:
    """ "10M", "1.2b": a letter that in a text might be metres as well."""
    if numeral.form != "digits" or words[numeral.end :].strip() not in ("M", "B", "b"):
        return None
    return scaled(words, numeral, money=True)


def _fraction(words: str) -> Parsed | None:
    """ "3/15": in a text it may be a date, a score or a street."""
    match = _FRACTION.fullmatch(words)
    if match is None or not 0 < int(match[1]) < int(match[2]):
        return None
    share = exactly(tidy(int(match[1]) / int(match[2])), words, digits=2)
    return Kind.PERCENT, Measure(words, share, "fraction", "percent", share.scaled(100.0))


def _negative(value: Value) -> Value:
    match value:
        case Bounds():
            return value.scaled(-1.0)
        case Measure(dimension="temperature"):
            below = value.amount.scaled(-1.0)
            factor = to_base("temperature", value.unit)[0]
            offset = value.base.nominal - value.amount.nominal * factor
            return replace(value, amount=below, base=below.scaled(factor, offset))
        case Measure():
            return replace(value, amount=value.amount.scaled(-1.0), base=value.base.scaled(-1.0))
        case _:
            return value


def _worded(value: Value, words: str) -> Value:
    """The value with the words that were given."""
    if isinstance(value, Bounds | Measure | Score):
        return replace(value, text=words)
    return value

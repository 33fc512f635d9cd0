"""What follows a number and says what it is a number of: a unit, a currency, percent, a time.

One table for all of them, so that each number has one owner and its tail is looked up once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.normalise.lexicon import load

#: Signs that are also single letters, and are read after a space only with care.
_LETTERS = frozenset({"C", "F"})


class Tail(NamedTuple):
    """What a number is a number of: `kind` ("unit", "money", "percent" or "time"), the unit's
    `key`, its `dimension`, where it ends, and how it is joined ("", " " or "-").

    `factor` is 0.01 for cents, else one; `worded` tells a word ("degrees") from a sign ("°").
    """

    kind: str
    key: str
    dimension: str
    end: int
    joint: str
    factor: float = 1.0
    worded: bool = True


class _Entry(NamedTuple):
    kind: str
    key: str
    dimension: str
    factor: float
    joints: str  # the joints allowed: "*" for any, "" for none at all
    worded: bool


def _entries() -> Iterator[tuple[str, _Entry]]:
    for dimension, group in load("units").items():
        for key, unit in group["units"].items():
            entry = _Entry("unit", key, dimension, 1.0, "*", True)
            for word in unit.get("words", ()):
                yield word, entry
                if unit.get("plural", True):
                    yield f"{word}s", entry
            for sign in unit.get("signs", ()):
                yield sign, entry._replace(worded=False)
            for sign in unit.get("attached", ()):
                yield sign, entry._replace(worded=False, joints="")
    for key, unit in load("durations")["units"].items():
        for word in unit["words"]:
            yield word, _Entry("time", key, "time", 1.0, "*", True)
        for sign in unit.get("signs", ()):
            yield sign, _Entry("time", key, "time", 1.0, "*", False)
    money = load("money")
    for code, names in money["names"].items():
        for name in names:
            yield name, _Entry("money", code, "money", 1.0, "*", True)
            yield f"{name}s", _Entry("money", code, "money", 1.0, "*", True)
    for code in money["codes"]:
        yield code, _Entry("money", code, "money", 1.0, "*", False)
    for sign, code in money["signs"].items():
        if not sign[-1].isalpha() and " " not in sign and sign[-1] != ".":
            yield sign, _Entry("money", code, "money", 1.0, "*", False)
    for sign, code in money["after"].items():
        factor = 1e6 if sign in money["millions"] else 1.0
        yield sign, _Entry("money", code, "money", factor, "*", False)
    for sign, code in money["attached"].items():
        yield sign, _Entry("money", code, "money", 1.0, "", False)
    for name, code in money["cents"].items():
        joints = "" if len(name) == 1 else "*"
        yield name, _Entry("money", code, "money", 0.01, joints, len(name) > 1)
    for key, names in money["percent"].items():
        dimension = "percent" if key == "percent" else "percentage point"
        for name in names:
            yield name, _Entry("percent", key, dimension, 1.0, "*", name[0].isalpha())


class _Branch(NamedTuple):
    pattern: re.Pattern[str]
    words: dict[str, _Entry]
    signs: dict[str, _Entry]


def _alternation(phrases: dict[str, _Entry]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"[ \u00a0\n-]") for phrase in ordered)


@cache
def _branches() -> dict[str, _Branch]:
    """The table by the first character of what follows, lower case."""
    words: dict[str, dict[str, _Entry]] = {}
    signs: dict[str, dict[str, _Entry]] = {}
    for phrase, entry in _entries():
        table = words if entry.worded else signs
        table.setdefault(phrase[0].lower(), {}).setdefault(phrase, entry)
    found: dict[str, _Branch] = {}
    for first in {*words, *signs}:
        worded, signed = words.get(first, {}), signs.get(first, {})
        parts = []
        if worded:
            parts.append(rf"(?P<word>(?i:{_alternation(worded)}))(?![A-Za-z0-9])")
        if signed:
            parts.append(rf"(?P<sign>{_alternation(signed)})(?![A-Za-z0-9²³])")
        found[first] = _Branch(re.compile("|".join(parts)), worded, signed)
    return found


def read(text: str, end: int, *, spelt: bool = False) -> Tail | None:
    """The tail that follows a number which ends at `end`; `spelt` numbers take no bare sign."""
    joint = text[end : end + 1]
    position = end
    if joint in (" ", "-", "\u00a0", "\u202f", "\u2009", "\n", "‑") and joint:
        position += 1
        joint = "-" if joint in "-‑" else " "
    else:
        joint = ""
    first = text[position : position + 1].lower()
    if first in "([{<" and first:
        return _bracketed(text, position)
    branch = _branches().get(first)
    if branch is None:
        return None
    match = branch.pattern.match(text, position)
    if match is None:
        return None
    written = match[0]
    if match.lastgroup == "sign":
        entry = branch.signs.get(written) or branch.signs.get(_plain(written))
    else:
        entry = branch.words.get(_plain(written).lower())
    if entry is None or (entry.joints == "" and joint != ""):
        return None
    if spelt and not entry.worded and len(written) == 1:
        return None
    if written in _LETTERS and (joint == "-" or not _letter_stands(text, match.end(), joint)):
        return None
    return Tail(
        entry.kind, entry.key, entry.dimension, match.end(), joint, entry.factor, entry.worded
    )


_BRACKETED = re.compile(r"[(\[{<]([A-Za-z°²³/]{2,12})[)\]}>]")


def _bracketed(text: str, position: int) -> Tail | None:
    """The unit of "20 (kg)", as tables print it."""
    match = _BRACKETED.match(text, position)
    tail = read(text, position + 1) if match is not None else None
    if match is None or tail is None or tail.kind != "unit" or tail.end != match.end() - 1:
        return None
    return tail._replace(end=match.end(), joint=" ")


def _plain(written: str) -> str:
    """The words with single spaces, as the table has them."""
    return re.sub(r"[ \u00a0\n-]", " ", written) if len(written) > 2 else written


def _letter_stands(text: str, end: int, joint: str) -> bool:
    """Whether a C or F after a number may be a temperature: "30 C outside", not "23 F Block"."""
    rest = text[end : end + 2]
    return joint == "" or not (rest[:1] == " " and rest[1:].isupper()) or not rest

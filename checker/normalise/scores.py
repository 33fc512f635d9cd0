"""Scores, votes and ratios: "a 31-24 win", "by 341 votes to 96", "10 of the 15 members"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.model import Kind, Mention
from checker.normalise import labels, numerals
from checker.normalise.lexicon import load
from checker.normalise.numeral import Numeral
from checker.normalise.readings import mention
from checker.normalise.tails import read as read_tail
from checker.values import Score

_SCORE = re.compile(
    r"([0-9]{1,3})(?P<gap>[ ]?)[-–][ ]?([0-9]{1,3})(?:[ ]?[-–][ ]?([0-9]{1,3}))?"
    r"(?![\w%‰]|[-–.,:/][0-9])"
)
_FOR = re.compile(r"([0-9]{1,3})[ -](?:for|of)[ -]([0-9]{1,3})(?![\w%,.][0-9])")
_VOTES = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})*)(?:[ ]votes)?[ ](?:to|against)[ ]"
    r"([0-9]{1,3}(?:,[0-9]{3})*)(?![\w.,]?[0-9])"
)
_OF = re.compile(
    r"[ \n-](?P<how>in|out[ -]of|out[ ]of[ ]every|in[ ]every|of)[ \n-](?P<every>every[ ])?"
    r"(?:(?P<the>the|its|those|their|his|her)[ ])?(?=[0-9A-Za-z])"
)
_WORD = re.compile(r"[ \n](?:[a-z]+-)?([A-Za-z]+)")

#: How many words around two numbers are looked at for what they are.
LEFT, RIGHT = 6, 4


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(map(_as_text, value)) for key, value in load("scores").items()}


def _as_text(value: object) -> str:
    return str(value).lower()


def read(text: str, start: int, left: Sequence[str]) -> Mention | None:
    """The score that begins at `start`, where what stands around it says that it is one."""
    match = _SCORE.match(text, start)
    if match is None or read_tail(text, match.end()) is not None:
        return None
    one, other, third = match[1], match[3], match[4]
    if any(len(part) > 1 and part[0] == "0" for part in (one, other, third or "")):
        return None
    if left and left[-1].lower().strip(".(") in labels.lexicon()["label_before"]:
        return None
    words = _around(text, match.end(), left)
    voted = bool(words & _lists()["vote_cues"])
    cued = voted or bool(words & _lists()["score_cues"])
    bracketed = text[start - 1 : start] == "(" and text[match.end() : match.end() + 1] in (
        "",
        ")",
        ",",
    )
    falls = int(one) > int(other) and not match["gap"]
    bare = not match["gap"] and _stands_alone(text, match.end(), left)
    if third is None and not (cued or bracketed or falls or bare):
        return None
    if third is not None and not (cued or bracketed) and max(map(len, (one, other, third))) > 2:
        return None
    parts = tuple(float(part) for part in (one, other, third) if part is not None)
    sport = words & _lists()["score_cues"]
    of = "vote" if voted and not sport else "score"
    return _mention(text, start, match.end(), parts, of)


def _stands_alone(text: str, end: int, left: Sequence[str]) -> bool:
    """Whether nothing is counted by "9-14", and nothing before says what it numbers."""
    word = left[-1].lower().strip("(\"'“‘.") if left else ""
    if word in labels.lexicon()["label_before"] or word in load("durations")["age_before"]:
        return False
    if word in load("hedges")["before"]["about"] or word in ("between", "from", "of"):
        return False
    following = labels.next_word(text, end)
    return following.lower() in labels.lexicon()["ordinal_not_before"] or (
        not following and word in ("at", "now", "are", "is", "to")
    )


def _around(text: str, end: int, left: Sequence[str]) -> set[str]:
    near = [*left[-LEFT:], *text[end : end + 40].split()[:RIGHT]]
    return {word.lower().strip(".,;:()\"'“”’") for word in near}


def _mention(text: str, start: int, end: int, parts: tuple[float, ...], of: str) -> Mention:
    words = text[start:end]
    return mention(text, Kind.SCORE, start, end, Score(words, parts, of))


def votes(text: str, start: int, left: Sequence[str]) -> Mention | None:
    """ "by 341 votes to 96", "voted 52 to 48"."""
    match = _VOTES.match(text, start)
    if match is None:
        return None
    words = _around(text, match.end(), left)
    said = " votes" in match[0] or bool(words & {"vote", "voted", "votes", "voting", "ruled"})
    if not said or read_tail(text, match.end()) is not None:
        return None
    parts = tuple(float(part.replace(",", "")) for part in match.groups())
    return _mention(text, start, match.end(), parts, "vote")


def ratio(text: str, numeral: Numeral) -> Mention | None:
    """ "10 of the 15 members", "one in five", "29-of-34", "six out of 10"."""
    tight = _FOR.match(text, numeral.start) if numeral.form == "digits" else None
    if tight is not None and "-" in tight[0] and int(tight[1]) <= int(tight[2]):
        parts = (float(tight[1]), float(tight[2]))
        return _mention(text, numeral.start, tight.end(), parts, "ratio")
    match = _OF.match(text, numeral.end)
    if match is None or numeral.form not in ("digits", "words") or numeral.scaled:
        return None
    whole = numerals.read(text, match.end())
    if whole is None or whole.form not in ("digits", "words") or whole.low < numeral.low:
        return None
    if whole.low != int(whole.low) or numeral.low != int(numeral.low) or whole.low == 0:
        return None
    if read_tail(text, whole.end) is not None or text[whole.end : whole.end + 1] in ("%", ":", "/"):
        return None
    if text[whole.end : whole.end + 1].isalnum() or text[whole.end : whole.end + 2] == ".0":
        return None
    word = _WORD.match(text, whole.end)
    shared = word is not None and word[1].lower() in _lists()["shared"]
    proportion = f"{whole.low:.0f}" in _lists()["wholes"]
    how = match["how"].replace("-", " ")
    if how == "of" and not (shared or (proportion and whole.low == 10 and match["the"] is None)):
        return None
    if how == "in" and not (proportion and match["the"] is None and numeral.low < whole.low):
        return None
    parts = (numeral.low, whole.low)
    return _mention(text, numeral.start, whole.end, parts, "ratio")

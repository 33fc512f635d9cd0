"""Which way the governing verb points a date: behind the document's day, or ahead of it.

No parser: the words of the date's own clause are walked, first those before it ("will meet on
Tuesday"), then those after it ("On Tuesday the court is to rule"), until one of them tells.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from checker.normalise.date_words import Direction, Row
from checker.normalise.lexicon import load
from checker.normalise.verbs import may_be_participle, may_be_past

#: A clause of a news sentence is shorter; the bound keeps the walk in line with the text.
_REACH = 40
_QUOTES = frozenset('"“”«»')
_BREAKS = frozenset(";:—…!?")
_APOSTROPHES = frozenset("'’")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load("tense")[name])


def direction(row: Row, first: int, last: int) -> Direction:
    """Which way the verb points the date that stands from word `first` up to word `last`."""
    head = first
    while head > 0 and row.lower(head - 1) in ("on", "in", "by", "at", "until", "during"):
        head -= 1
    opens = head == 0 or row.words[head - 1] == "," or _is_break(row, head - 1)
    opens = opens or row.lower(head - 1) in ("and", "but", "or") or _opens_clause(row, head - 1)
    order: tuple[Callable[[Row, int], Direction], ...] = (_before, _after)
    places = (head, last)
    if opens:
        order, places = (_after, _before), (last, head)
    for look, place in zip(order, places, strict=True):
        found = look(row, place)
        if found is not Direction.UNKNOWN:
            return found
    return _before(row, head, whole=True)


def _opens_clause(row: Row, index: int) -> bool:
    return row.lower(index) in _words("clause_starts")


def _is_break(row: Row, index: int) -> bool:
    """Whether a sentence, a quotation or a line ends or begins at the word."""
    word = row.words[index]
    if word[0] == "\n" or word in _QUOTES or word in _BREAKS:
        return True
    if word == "-" and row.kind(index + 1) == row.kind(index):
        return True
    if word != ".":
        return _new_line(row, index)
    if index + 1 >= len(row.words):
        return True
    before, after = row.lower(index - 1), row.words[index + 1]
    if len(before) == 1 and before.isalpha():
        return False
    return before not in _words("abbreviations") and not after[0].islower()


def _new_line(row: Row, index: int) -> bool:
    """Whether the word ends a line after which a new paragraph begins without a blank line."""
    if index + 1 >= len(row.words):
        return False
    between = row.text[row.end(index) : row.starts[index + 1]]
    return "\n" in between and row.words[index + 1][0].isupper()


def _before(row: Row, head: int, *, whole: bool = False) -> Direction:
    """What the words before the date say, nearest first; `whole` looks beyond the clause."""
    infinitive = False
    for index in range(head - 1, max(-1, head - 1 - _REACH), -1):
        if _is_break(row, index) or (_opens_clause(row, index) and not whole):
            break
        word = row.lower(index)
        if word == "to" and _is_infinitive(row, index):
            told = _by_infinitive(row, index)
            if told is not None:
                return told
            infinitive = True
            continue
        told = _by_verb(row, index, head, infinitive=infinitive)
        if told is not None:
            return told
        if word == "ahead" and row.lower(index + 1) == "of":
            return Direction.AHEAD
    return Direction.UNKNOWN


def _after(row: Row, start: int) -> Direction:
    """What the words after the date say, up to the end of the clause."""
    for index in range(start, min(len(row.words), start + _REACH)):
        if _is_break(row, index) or (_opens_clause(row, index) and index > start + 1):
            break
        word, raw = row.lower(index), row.words[index]
        if word in _words("adjectives") or (raw[0].isupper() and index > start):
            continue
        told = _by_verb(row, index, len(row.words), infinitive=False)
        if told is not None:
            return told
        if word in _words("be_present") or word in _words("be_past"):
            following = row.lower(index + 1)
            if following in _words("looking_ahead"):
                return Direction.AHEAD
    return Direction.UNKNOWN


def _is_infinitive(row: Row, index: int) -> bool:
    """Whether the "to" stands before a verb, as far as its next word can tell."""
    following = row.words[index + 1] if index + 1 < len(row.words) else ""
    return (
        following.isalpha()
        and following.islower()
        and following not in _words("determiners")
        and not following.endswith(("ing", "s"))
    )


def _by_infinitive(row: Row, index: int) -> Direction | None:
    """What "to" with the word before it says: was to meet, agreed to meet, failed to appear."""
    governor = row.lower(index - 1)
    if any(governor in _words(form) for form in ("be_present", "be_past", "be_base")):
        following = row.lower(index + 1)
        return Direction.PAST if following == "have" else Direction.AHEAD
    if row.lower(index + 1) == "have":
        return Direction.PAST
    if governor in _words("had"):
        return Direction.PAST
    if governor in _words("have"):
        return Direction.AHEAD
    if governor in _words("awaiting") and not _is_negated_past(row, index - 1):
        return Direction.AHEAD
    return None


def _is_negated_past(row: Row, index: int) -> bool:
    return row.lower(index) in _words("implicative")


def _by_verb(row: Row, index: int, head: int, *, infinitive: bool) -> Direction | None:
    """What one word says, seen with the auxiliaries before it; None if it is no verb that tells."""
    word = row.lower(index)
    told: Direction | None = None
    if row.words[index][0].isupper() and index > 0 and not _is_break(row, index - 1):
        return None  # a name: May, Will, United
    if word in _words("modals") or (word == "won" and row.lower(index + 2) == "t"):
        told = _by_modal(row, index)
    elif word in _words("looking_ahead") and word not in _words("adjectives"):
        told = Direction.PAST if _auxiliary(row, index) == "had" else Direction.AHEAD
    elif word in _words("attributive"):
        told = _by_plan(row, index, head)
    elif word in _words("awaiting") and infinitive:
        told = Direction.AHEAD
    elif word in _words("timetable"):
        told = None if row.lower(index - 1) in _words("determiners") else Direction.AHEAD
    elif word in _words("timetable_plural"):
        told = _bare(row, index)
    elif word in _words("be_present"):
        told = _by_present(row, index, head)
    elif word in _words("be_past") or word in _words("had") or word in _words("have"):
        told = Direction.AHEAD if _leads_to(row, index) else Direction.PAST
        if word in _words("had") and _leads_to(row, index):
            told = Direction.PAST
    elif word in ("says", "say") and row.lower(index - 1) not in ("to", "not"):
        told = Direction.PAST
    elif word not in _words("adjectives") and (may_be_past(word) or may_be_participle(word)):
        told = _by_past(row, index)
    return told


def _leads_to(row: Row, index: int) -> bool:
    """Whether "to" with a verb follows: "was to meet", "has to leave"."""
    return row.lower(index + 1) == "to" and _is_infinitive(row, index + 1)


def _by_modal(row: Row, index: int) -> Direction | None:
    following = index + 1
    negated = False
    while row.lower(following) in _words("between") or row.word(following) in _APOSTROPHES:
        negated = negated or row.lower(following) in ("not", "n't", "t")
        following += 1
    word = row.lower(following)
    if word == "have":
        return Direction.PAST
    modal = row.lower(index)
    if modal == "could" and word == "be" and row.lower(following + 1) in _words("witnessed"):
        return Direction.PAST
    if negated and modal in ("could", "would"):
        refused = {word, row.lower(following + 1)} & _words("refusals")
        return Direction.PAST if refused or modal == "could" else Direction.AHEAD
    return Direction.AHEAD


def _by_plan(row: Row, index: int, head: int) -> Direction | None:
    """A plan that describes what lies ahead ("a planned visit"); "planned the attack" is past."""
    if row.lower(index + 1) in _words("determiners"):
        return Direction.PAST
    return Direction.AHEAD if index < head else None


def _by_present(row: Row, index: int, head: int) -> Direction | None:
    """ "Is to meet", "are meeting on Friday", "the deadline is Friday" look ahead."""
    if _leads_to(row, index) or index == head - 1:
        return Direction.AHEAD
    following = row.lower(index + 1)
    if following in _words("between"):
        following = row.lower(index + 2)
    return Direction.AHEAD if following.endswith("ing") and len(following) > 5 else None


def _bare(row: Row, index: int) -> Direction | None:
    """A bare form: ahead by itself, else by what stands before it."""
    if row.lower(index - 1) == "to":
        return None
    auxiliary = _auxiliary(row, index)
    if auxiliary:
        return Direction.PAST if auxiliary == "had" else None
    return None if row.lower(index - 1) in _words("determiners") else Direction.AHEAD


def _by_past(row: Row, index: int) -> Direction | None:
    """A past form or participle, by its auxiliaries: "held", "was held", "to be held"."""
    position = index - 1
    seen_be = False
    for _ in range(5):
        word = row.lower(position)
        if word in _words("be_base"):
            seen_be = True
        elif word in _words("modals"):
            return _by_modal(row, position)
        elif word == "to" and (seen_be or position == index - 1):
            if _by_infinitive(row, position) is Direction.AHEAD:
                return Direction.AHEAD
            governor = row.lower(position - 1)
            return Direction.AHEAD if seen_be and governor not in _words("implicative") else None
        elif word != "been" and word not in _words("between") and not word.endswith("ly"):
            break
        elif word == "been":
            return Direction.PAST
        position -= 1
    return Direction.PAST


def _auxiliary(row: Row, index: int) -> str:
    """The kind of auxiliary before a verb: "modal", "had" or ""."""
    for position in range(index - 1, max(-1, index - 5), -1):
        word: Any = row.lower(position)
        if word in _words("modals"):
            return "modal"
        if word in _words("had"):
            return "had"
        if word not in _words("between") and word not in _APOSTROPHES and not word.endswith("ly"):
            break
    return ""

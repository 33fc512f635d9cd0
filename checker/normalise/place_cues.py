"""What a text says about its places: "the city of X", "X province", "north of X", "X, Texas"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.normalise.capitals import Scan, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import demonyms, given_names, lookup, short_states
from checker.normalise.lexicon import load

#: The opening of a sentence is looked for in so many words before a name.
_SENTENCE = 25
#: "VARN, Zendland, June 3 (AP) —": the name at the head of a story.
_DATELINE_END = re.compile(
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?,? ?(?:\([^()\n]{2,40}\))? ?(?:--|[—–:-])[ \n]"
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The words by which a text places a name, from `lexicon/en/places.yml`."""

    kinds: Mapping[str, str]
    after: frozenset[str]
    firm: frozenset[str]
    loose: frozenset[str]
    not_in: frozenset[str]
    never: frozenset[str]
    directions: frozenset[str]
    distances: frozenset[str]


@cache
def cues() -> Cues:
    """The cue words, read once."""
    data = load("places")
    kinds = {word: kind for kind, words in data["kinds"].items() for word in words}
    plural = {
        f"{word[:-1]}ies" if word.endswith("y") else f"{word}s": kinds[word] for word in kinds
    }
    never = frozenset(fold(word) for word in [*data["never"], *load("people")["openers"]])
    return Cues(
        kinds | plural,
        frozenset(data["after"]),
        frozenset(data["firm"]),
        frozenset(data["loose"]),
        frozenset(data["not_in"]),
        never,
        frozenset(data["directions"]),
        frozenset(data["distances"]),
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands around a name. `firm` takes it for a place though nobody knows it, `loose` does
    so only for a name of the gazetteer; `kind` is what the text calls it; `holder` is the folded
    name of what it lies in, `near` of what it lies beside, as the text has them.
    """

    firm: bool = False
    loose: bool = False
    kind: str = ""
    holder: str = ""
    near: str = ""


def evidence(words: Scan, first: int, last: int) -> Evidence:
    """What the words around a name say of it as a place."""
    kind, holder, firm = _before(words, first)
    loose = firm
    word = _word(words, first - 1)
    if not kind and first and words.joined(first - 1):
        loose = loose or word in cues().loose | cues().firm | cues().directions
    kind_after, holder_after = _after(words, last)
    dateline = _is_dateline(words, first, last)
    if dateline and not holder_after and last < len(words.words) and words.gap(last) == ", ":
        holder_after = _name_from(words, last)
    if not holder and not holder_after:
        holder = _elsewhere(words, first)
    near = _neighbour(words, last)
    return Evidence(
        firm or bool(kind or kind_after or near) or dateline,
        loose or bool(holder_after) or dateline,
        kind or kind_after,
        holder or holder_after,
        near,
    )


def _elsewhere(words: Scan, first: int) -> str:
    """ "Elsewhere in Zendland, troops stormed Varn": what the whole sentence is set in."""
    places = _elsewheres(words.text)
    at = bisect_right(places, first) - 1
    if at < 0 or not first - _SENTENCE < places[at] < first - 2:
        return ""
    opened = any(
        words.words[index][0].isupper() and words.opens_sentence(index)
        for index in range(places[at] + 1, first + 1)
    )
    return "" if opened else _holder_behind(words, places[at] + 1)


@lru_cache(maxsize=8)
def _elsewheres(text: str) -> tuple[int, ...]:
    """Where the word "elsewhere" stands among the words of a text."""
    if "lsewhere" not in text:
        return ()
    return tuple(i for i, word in enumerate(scan(text).words) if word.lower() == "elsewhere")


def _word(words: Scan, index: int) -> str:
    return words.words[index].lower() if 0 <= index < len(words.words) else ""


def _before(words: Scan, first: int) -> tuple[str, str, bool]:
    """Kind, holder and firmness from what stands before: "in the Zendland city of", "near"."""
    if not first or not words.joined(first - 1):
        return "", "", False
    word = _word(words, first - 1)
    if word == "of" and first > 1 and words.joined(first - 2):
        kind = cues().kinds.get(_word(words, first - 2), "")
        if kind:
            return kind, _name_before(words, first - 2), True
        if _word(words, first - 2) in cues().directions:
            return "", "", True
    if word in cues().kinds and not word.endswith("s"):
        return cues().kinds[word], _name_before(words, first - 1), True
    at = first - 1
    while at > 0 and (word in cues().directions or word == "the") and words.joined(at - 1):
        at -= 1
        word = _word(words, at)
    if word == "the" or word not in cues().firm:
        return "", "", False
    if at > 0 and _word(words, at - 1) in cues().not_in:
        return "", "", False
    # "in the Thread" is a thing as often as a place: only with a direction is it firm.
    plain = at == first - 1 or _word(words, first - 1) in cues().directions
    return "", "", plain


def _name_before(words: Scan, at: int) -> str:
    """The name or demonym before a kind word: "Zendland" in "the Zendland port city"."""
    for back in (1, 2, 3):
        index = at - back
        if index < 0 or not (words.joined(index) or words.is_possessive(index)):
            return ""
        word = words.words[index]
        if word[0].isupper():
            if words.opens_sentence(index) and fold(word) in cues().never:
                return ""
            start = index
            while (
                start > max(0, index - 3)
                and words.words[start - 1][0].isupper()
                and words.joined(start - 1)
            ):
                if fold(words.words[start - 1]) in cues().never:
                    break
                start -= 1
            return fold(" ".join(words.words[start : index + 1]))
        if word in ("of", "the", "in", "a", "and"):
            return ""
    return ""


def _after(words: Scan, last: int) -> tuple[str, str]:
    """Kind and holder from what stands behind: "X province", "X, Texas", "X in Zendland"."""
    if last >= len(words.words):
        return "", ""
    gap = words.text[words.ends[last - 1] : words.starts[last]]
    word = words.words[last]
    if gap == " " or gap == "\n":
        low = word.lower()
        if low in cues().kinds and _is_capital_behind(words, last, "of"):
            # "the Zendland city of Varn": what stands before is what Varn lies in.
            return "place", ""
        kind = cues().kinds.get(low, "") if low in cues().after else ""
        if kind and not words.is_possessive(last - 1):
            return kind, _holder_behind(words, last + 1)
        if low == "and" and last + 2 < len(words.words):
            # "the Aleppo and Idlib provinces"
            shared = words.words[last + 2].lower()
            if shared in cues().after and shared.endswith("s") and words.joined(last + 1):
                return cues().kinds[shared], _holder_behind(words, last + 3)
        if low == "in":
            return "", _holder_behind(words, last)
        return "", ""
    if gap == ", " and word[0].isupper():
        return "", _holder_after_comma(words, last)
    if gap == ", " and word in ("a", "an", "the", "in"):
        return _apposed(words, last)
    return "", ""


def _is_capital_behind(words: Scan, at: int, link: str) -> bool:
    """Whether a linking word and a capitalised one follow a word."""
    return (
        at + 2 < len(words.words)
        and words.words[at + 1] == link
        and words.words[at + 2][0].isupper()
        and words.joined(at)
        and words.joined(at + 1)
    )


def _holder_behind(words: Scan, at: int) -> str:
    """The name behind "in": "Varn in southern Zendland"; words of direction are passed over."""
    if _word(words, at) != "in" or not words.joined(at - 1):
        return ""
    at += 1
    while _word(words, at) in cues().directions or _word(words, at) == "the":
        at += 1
    if at < len(words.words) and words.words[at][0].isupper() and words.joined(at - 1):
        return _name_from(words, at)
    return ""


def _name_from(words: Scan, at: int) -> str:
    """The longest name of the gazetteer from a word on, else the word itself if it can be one."""
    for size in (4, 3, 2, 1):
        end = at + size
        if end > len(words.words) or not all(words.joined(i) for i in range(at, end - 1)):
            continue
        name = fold(" ".join(words.words[at:end]))
        if lookup(name) is not None:
            return name
    name = fold(words.words[at])
    return "" if name in cues().never or name in demonyms() else name


def _holder_after_comma(words: Scan, at: int) -> str:
    """ "Stiles, Texas", "Rancho Mirage, Calif.", "Rankus, Syria": what lies around lies behind."""
    short = fold(words.words[at])
    if short in short_states() and (
        len(short) > 2 or words.words[at].isupper() or words.after(at)[:1] == "."
    ):
        return short
    for size in (3, 2, 1):
        end = at + size
        if end > len(words.words) or not all(words.joined(i) for i in range(at, end - 1)):
            continue
        known = lookup(fold(" ".join(words.words[at:end])))
        if known is not None and any(entry.kind in "nr" for entry in known.entries):
            return fold(" ".join(words.words[at:end]))
    return ""


def _apposed(words: Scan, at: int) -> tuple[str, str]:
    """ "Rankus, a mountain village in Syria": kind and holder from the apposition."""
    if words.words[at] == "in":
        return "", _holder_behind(words, at)
    for index in range(at + 1, min(at + 6, len(words.words))):
        if not words.joined(index - 1):
            break
        kind = cues().kinds.get(_word(words, index))
        if kind:
            return kind, _holder_behind(words, index + 1)
    return "", ""


def _neighbour(words: Scan, last: int) -> str:
    """What a name lies beside: "Rankus, (40 km) north of Damascus", "Rankus near Damascus"."""
    for index in range(last, min(last + 7, len(words.words) - 1)):
        gap = words.text[words.ends[index - 1] : words.starts[index]]
        if any(mark in gap for mark in ".;:!?\n"):
            return ""
        word = _word(words, index)
        if word in ("of", "from", "near", "outside") and words.words[index + 1][0].isupper():
            between = {_word(words, i) for i in range(last, index + 1)}
            if between & (cues().directions | cues().distances | {"near", "outside"}):
                return _name_from(words, index + 1)
            return ""
        if word not in cues().directions | cues().distances | {
            "about",
            "some",
            "just",
            "to",
            "the",
            "and",
        }:
            return ""
    return ""


def _is_dateline(words: Scan, first: int, last: int) -> bool:
    """Whether the name heads a story: "DUBAI:", "VARN, Zendland (AP) —"."""
    start = words.starts[first]
    if first and words.gap(first) == ", " and words.words[first - 1].isupper():
        # "Zendland" in "VARN, Zendland, June 3 (AP)".
        start = words.starts[first - 1]
        return (not start or words.text[start - 1] == "\n") and _is_dateline(
            words, first - 1, first
        )
    if start and words.text[start - 1] != "\n":
        return False
    end = words.ends[last - 1]
    upper = all(word.isupper() for word in words.words[first:last])
    for at in range(last, min(last + 4, len(words.words)) + 1):
        rest = words.text[end : end + 60]
        match = _DATELINE_END.match(rest)
        if match is not None:
            named = "(" in match.group() and fold(words.words[first]) not in given_names()
            return upper or named
        if at >= len(words.words) or words.text[end : words.starts[at]] not in (", ", " ", ". "):
            return False
        if not words.words[at][0].isupper():
            return False
        end = words.ends[at]
        if words.text[end : end + 1] == ".":
            end += 1
    return False

"""What looks like a number and is none: a time, a date, a telephone number, a flight, a street.

Each question is asked only at a place where a number was found, so that a text without numbers
costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.normalise import tails
from checker.normalise.lexicon import load
from checker.normalise.numeral import Numeral

_NEXT = re.compile(r"[ \u00a0\n]([A-Za-z][A-Za-z'’-]*)")
_GUN = re.compile(r"[- ](?:rifle|pistol|handgun|revolver|cal)")
_KIND_OF = re.compile(r"[- ]([A-Za-z]+)")
_ORDINAL_END = r"(?:st|nd|rd|th)?"


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The lists of the lexicon, as sets."""
    lists = load("numbers")
    return {key: frozenset(value) for key, value in lists.items() if isinstance(value, list)}


@cache
def _shapes() -> re.Pattern[str]:
    """What begins at a digit and is no figure, however it goes on."""
    months = "|".join(sorted(load("numbers")["months"], key=len, reverse=True))
    zones = "|".join(load("numbers")["zones"])
    day = rf"[0-9]{{1,2}}{_ORDINAL_END}"
    hour = r"[0-9]{1,2}(?:[:.][0-9]{2})?"
    half = r"(?:[ \u00a0]?[ap]\.[ ]?m\b\.?|[ \u00a0-]?[ap]m\b)"
    patterns = (
        # 7:48 a.m., 9.30pm, 10 p.m., 5-7 p.m., 2000 GMT, 8 o'clock, 1:09:32
        rf"(?i:[0-9]{{1,2}}(?:[:.][0-9]{{2}}){{0,2}}{half})",
        rf"(?i:{hour}(?:\ ?[-–]\ ?|\ to\ |\ and\ ){hour}{half})",
        r"[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{2})?(?:\.[0-9]+)?(?![0-9])",
        r"[0-9]{1,2}\ ?o['’]\ ?clock",
        rf"(?i:(?:[01]?[0-9]|2[0-4])[:.]?[0-5][0-9]\ ?(?:{zones})\b)",
        r"(?:[01][0-9]|2[0-4])[:.]?[0-5][0-9]\ ?(?:hours|hrs|local)\b",
        # 31 Jan, 10th of June, 24-26 July, 10 and 11 March, 2012-01-31, 5/17/2018, 31.1.2012
        rf"(?i:{day}(?:\ ?(?:[-–/&]|to|and|or)\ ?{day})?[ \u00a0-](?:of\ )?(?:{months})\b\.?)"
        r"(?:,?\ [0-9]{4}\b)?",
        r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])",
        r"[0-9]{1,4}\ ?/\ ?[0-9]{1,2}\ ?/\ ?[0-9]{1,4}",
        r"[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?![0-9.])",
        # 2012-13, 1995 - 99, 2011/12, the 1990s, '90s
        r"(?:1[5-9]|20)[0-9]{2}\ ?[-–/]\ ?(?:(?:1[5-9]|20)[0-9]{2}|[0-9]{2})(?![0-9,])",
        r"(?:1[0-9]|20)?[0-9]0['’]?s\b",
        # telephone numbers, serial numbers, addresses of machines
        r"\(?[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}(?![0-9])",
        r"[2-9][0-9]{2}-[0-9]{2}(?!00)[0-9]{2}(?![0-9])",
        r"[0-9]{1,4}(?:-[0-9]{2,7}){2,6}(?![0-9-])(?<=[0-9]{3})",
        r"[0-9]+(?:\.[0-9]+){2,}",
        r"0[0-9]{2,}(?:[ -][0-9]{2,6}){0,4}",
        r"00+[0-9]*|0[0-9]+",
        # a row of a table, the innings of a game, the numbers of a lottery
        r"[0-9]{1,4}(?:[ ,;|\t]\ ?[0-9]{1,4}){8,}(?![0-9])",
        # 4x4, 24/7, 9/11, 1080p
        r"[0-9]{1,2}x[0-9]{1,2}(?![0-9])",
        r"[0-9]{1,2}\ ?[x×]\ (?=[0-9])(?!10[\^*⁰-⁹⁻-])",
        r"[0-9]{3,4}[pi]\b",
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.VERBOSE)


@cache
def _after_month() -> re.Pattern[str]:
    return re.compile(
        rf"[0-9]{{1,2}}{_ORDINAL_END}(?:\ ?(?:[-–/&]|to|and|or)\ ?[0-9]{{1,2}}{_ORDINAL_END})?"
        r"(?![0-9,.]*[0-9])(?:,?\ ?(?:1[5-9]|20)[0-9]{2}\b)?|(?:1[5-9]|20)[0-9]{2}\b",
        re.VERBOSE,
    )


@cache
def _street() -> re.Pattern[str]:
    """After the number of a house or a street: "1600 Pennsylvania Avenue", "97th Avenue"."""
    kinds = "|".join(word.capitalize() for word in load("numbers")["streets"])
    return re.compile(rf"{_ORDINAL_END},?(?:[ ][A-Z][\w.'’]*){{0,3}}[ ](?:{kinds})\b")


@cache
def _attached_prefixes() -> frozenset[str]:
    """What may be joined to a number by a hyphen without making a name of it."""
    return frozenset({"then", "now", "mid", "over", "under", "a", "magnitude", "of", "near"})


def shape_end(text: str, start: int, left: Sequence[str] = (), *, names: bool = True) -> int | None:
    """Where the time, date or serial number that begins at `start` ends; None where none does.

    Without `names`, 911 and the like are numbers: "between 90 and 112".
    """
    match = _shapes().match(text, start)
    if match is not None:
        return match.end()
    if not names:
        return None
    named = _names("names").match(text, start)
    if named is not None:
        return named.end()
    called = _names("called").match(text, start)
    if called is None or _counts(text, called.end(), left):
        return None
    return called.end()


@cache
def _names(name: str) -> re.Pattern[str]:
    """A list of figures that are names: 9/11, 24/7; 911."""
    names = "|".join(re.escape(name) for name in load("numbers")[name])
    return re.compile(rf"(?:{names})(?![\w%]|[.,][0-9])")


def _counts(text: str, end: int, left: Sequence[str]) -> bool:
    """Whether a number that is also called (911, 112) counts something here: "112 people"."""
    if tails.read(text, end) is not None:
        return True
    if lexicon()["called_not"] & {word.lower() for word in left[-4:]}:
        return True
    return counts_a_noun(text, end) and next_word(text, end) not in lexicon()["called_with"]


def month_end(text: str, start: int, left: Sequence[str]) -> int | None:
    """Where the day or year that follows a month's name ends: "March 11, 2005", "Dec.14"."""
    if not left:
        return None
    word = left[-1]
    if not word[0].isupper() or word.rstrip(".,").lower() not in lexicon()["months"]:
        return None
    match = _after_month().match(text, start)
    return match.end() if match is not None else None


def joined_end(text: str, start: int) -> int | None:
    """Where a name that the number is written on to ends ("F-16", "CVE-2013-3893", "x=3")."""
    before = text[start - 1] if start > 0 else " "
    if before in "#@/_\\=&%?§№" or (before == "-" and start > 1 and text[start - 2].isalnum()):
        if before == "-":
            word = re.search(r"[\w]+$", text[max(0, start - 14) : start - 1])
            if word is not None and word[0].lower() in _attached_prefixes():
                return None
    elif before in ".:," and start > 1 and text[start - 2].isalnum():
        month = re.search(r"\b([A-Z][a-z]{2,3})\.$", text[max(0, start - 6) : start])
        if before == ":" and not text[start - 2].isdigit():
            return None
        if before == "," or (before == "." and month is None):
            return None
    else:
        return None
    match = re.compile(r"[\w-]+").match(text, start)
    return match.end() if match is not None else start + 1


def is_joined_word(text: str, start: int) -> bool:
    """Whether a number word is the end of a longer word: "pick-six", "ground-zero"."""
    if text[start - 1 : start] != "-" or not text[max(0, start - 2) : start - 1].isalnum():
        return False
    word = re.search(r"\w+$", text[max(0, start - 14) : start - 1])
    return word is None or word[0].lower() not in _attached_prefixes()


def is_label(text: str, numeral: Numeral, end: int, left: Sequence[str]) -> bool:
    """Whether a number without a hedge and a unit is the name or the number of something."""
    word = left[-1] if left else ""
    folded = word.lower().strip(".(\"'“‘")
    lists = lexicon()
    if numeral.form == "words" and not numeral.scaled:
        if folded in (
            "number",
            "version",
            "chapter",
            "article",
            "section",
            "phase",
            "page",
            "day",
            "square",
            "part",
            "act",
            "no",
        ):
            return True
        return text[numeral.start].isupper() and word in lists["label_before_capital"]
    if not numeral.is_whole:
        return False
    if _street().match(text, numeral.end) is not None:
        return True
    counted = counts_a_noun(text, end)
    if word and not word.endswith((",", ";", ":", ")")):
        if folded in lists["label_before"] and not (counted and word.islower()):
            return True
        if word in lists["label_before_capital"]:
            return True
        if word != word.lower() and word[-1].isalnum() and numeral.low < 1000 and not counted:
            return folded not in lists["not_labelling"] and folded not in lists["months"]
    return False


def is_kind_of(text: str, start: int, end: int) -> bool:
    """Whether what follows makes a kind of the number: "12-gauge", "two-way", "three-star"."""
    if text[start] == "." and _GUN.match(text, end) is not None:
        return True
    match = _KIND_OF.match(text, end)
    if match is None or match[1].lower() not in lexicon()["label_after"]:
        return False
    return text[end] == "-" or match[1].lower() in ("gauge", "caliber", "calibre", "karat", "carat")


def is_year(text: str, numeral: Numeral, left: Sequence[str], *, hedged: bool) -> bool:
    """Whether four bare digits are a year and not a number of something."""
    if numeral.end - numeral.start != 4 or not numeral.is_whole:
        return False
    if not 1500 <= numeral.low < 2100:
        return False
    word = next_word(text, numeral.end)
    if hedged:
        return not (word in lexicon()["counted"] or counts_a_noun(text, numeral.end))
    if word not in lexicon()["counted"]:
        return True
    return bool(left) and left[-1].lower().strip("(\"'“‘") in lexicon()["year_before"]


def next_word(text: str, end: int) -> str:
    """The word that follows, as it stands."""
    match = _NEXT.match(text, end)
    return match[1] if match is not None else ""


def counts_a_noun(text: str, end: int) -> bool:
    """Whether the words that follow look like the plural that is counted, or like casualties."""
    position = end
    for _ in range(3):
        match = _NEXT.match(text, position)
        if match is None:
            return False
        word = match[1]
        if word in lexicon()["counted"] or word in lexicon()["casualty_words"]:
            return True
        if word in lexicon()["not_nouns"] or word in lexicon()["ordinal_not_before"]:
            return False
        if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
            return word[0].islower() or position == end
        position = match.end()
    return False


def _is_level(text: str, numeral: Numeral, left: Sequence[str]) -> bool:
    """Whether zero is how far something went: "growth fell to zero", "zero is the target"."""
    if text[numeral.start].isupper() and left:
        return False  # Ground Zero
    word = next_word(text, numeral.end)
    if word:
        return word in lexicon()["zero_before"] and text[numeral.end] == " "
    stop = text[numeral.end : numeral.end + 1]
    return stop in ("", ".", ",", ";", ")", "\n", "?", "!")


def counts_one(text: str, numeral: Numeral, left: Sequence[str]) -> bool:
    """Whether "one" counts somebody or something: "one man", "killing one", not "one of the"."""
    if numeral.low == 0:
        return counts_a_noun(text, numeral.end) or _is_level(text, numeral, left)
    word = next_word(text, numeral.end)
    if word in lexicon()["one_before"]:
        return not (left and left[-1].lower() in ("the", "this", "that", "no", "any", "every"))
    stop = text[numeral.end : numeral.end + 1]
    follows = (
        not word
        or stop == "\n"
        or word in ("and", "in", "at", "on", "as", "after", "when", "during", "near")
    )
    killed = bool(left) and left[-1].lower() in lexicon()["one_after"]
    return killed and follows and stop != "-"

"""Whether words that look like a rarer form of a date are one in their company.

Feasts ("Christmas" is a season, a tree and a name as well as a day), numbers beside a weekday or a
month, lengths of time that may lie ahead ("in two weeks").
"""

from __future__ import annotations

from checker.normalise import feast_names
from checker.normalise.date_spoken import spoken_year
from checker.normalise.date_values import heading
from checker.normalise.date_words import Direction, Stretch, lexicon
from checker.normalise.verbs import may_be_past

#: How far back a word may stand that makes of "in two weeks" how long something took.
_REACH = 8
_ENDS = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "]", "”", "’", '"', "—", "–"})
_DAY_NAMES = (" day", " eve", "halloween", "hogmanay", "juneteenth", " night")


def is_noun(word: str) -> bool:
    """Whether the word may name a thing: in small letters, and no function word."""
    return word.isalpha() and word.islower() and word not in lexicon().words("function")


def describes(stretch: Stretch) -> bool:
    """Whether the date describes what follows: "after Tuesday's raid", "before Friday prayers"."""
    if stretch.is_kind(stretch.last, "apos"):
        return True
    return is_noun(stretch.row.word(stretch.last)) and not may_be_past(stretch.next())


def feast_stands(stretch: Stretch) -> bool:
    """Whether a feast's name is its day: with a year or a word of time, or as "on Good Friday"."""
    position = stretch.positions("feast", "low_feast")[0]
    name = stretch.row.words[position]
    is_low = stretch.is_kind(position, "low_feast")
    if is_low and feast_names.wants_capital(name):
        return False  # "he lent", "a happy new year"
    following = stretch.row.word(stretch.last)
    if following[:1].isupper() or stretch.is_kind(stretch.last, "dash"):
        return False  # "the Good Friday Agreement", "Easter Island", "a Christmas-tree seller"
    if position + 1 < stretch.last:
        return True
    if position > stretch.first:
        return not describes(stretch)
    unmistakable = not is_low and name.replace("’", "'").lower().endswith(_DAY_NAMES)
    if unmistakable and not feast_names.wants_capital(name):
        return True
    told = stretch.before() in lexicon().words("feast_before")
    return told and not describes(stretch)


def in_time_stands(stretch: Stretch) -> bool:
    """Whether "in two weeks" lies ahead, and is not how long something takes or took."""
    if stretch.before() not in ("in", "within"):
        return False
    if stretch.positions("time"):
        return True
    if not stretch.positions("num", "cardinal", "ten") or is_noun(stretch.row.word(stretch.last)):
        return False
    numbers = {lexicon().letters[kind] for kind in ("num", "big", "ord", "ordinal", "cardinal")}
    for index in range(max(0, stretch.first - _REACH), stretch.first - 1):
        if stretch.row.kinds[index] in numbers or stretch.row.lower(index) in _list("in_all"):
            return False
    return heading(stretch) is Direction.AHEAD


def worded_stands(stretch: Stretch) -> bool:
    """Whether numbers in words are a day or a year: "In March twenty-one people" has neither."""
    if stretch.is_kind(stretch.last, "dash", "hundred", "thousand") or is_noun(
        stretch.row.word(stretch.last)
    ):
        return False
    if stretch.is_kind(stretch.last - 1, "num") and len(stretch.positions("ord", "ordinal")) == 1:
        # "January first 12" is a year in "… 12 was cold"; "May first 12 were hurt" is none
        return stretch.next() in ("was", "is") or stretch.next() in _ENDS
    in_month = stretch.before() in ("in", "during", "throughout")
    return stretch.next() not in _list("counted") and not (in_month and _has_no_year(stretch))


def _has_no_year(stretch: Stretch) -> bool:
    return not stretch.positions("year") and spoken_year(stretch) is None


def weekday_day_stands(stretch: Stretch) -> bool:
    """Whether the number after a weekday is its day: "On Monday 21 people died" tells no day."""
    if stretch.positions("ord"):
        return " ".join(stretch.words[-2:]) not in _list("no_day_after")
    return stretch.row.word(stretch.last) in _ENDS


def figures_stand(stretch: Stretch) -> bool:
    """Whether "15/8" is a day and a month, and not odds, a share or a version."""
    figures = stretch.row.words[stretch.last - 1]
    if not stretch.positions("weekday", "wd") and stretch.before() != "on":
        return not stretch.before() and not stretch.next()
    if "." in figures and not stretch.positions("weekday", "wd"):
        return False
    return figures not in _list("no_figures") and not is_noun(stretch.row.word(stretch.last))


def ongoing_stands(stretch: Stretch) -> bool:
    """Whether "last two weeks" is the time up to now, and not "the last two weeks of the war"."""
    if stretch.words[0] not in ("last", "next"):
        return True
    return stretch.words[0] == "next" or stretch.before() in ("in", "over", "during", "within")


def decade_stands(stretch: Stretch) -> bool:
    """Whether "the 80s" are years, and no temperatures, ages or scores."""
    bare = [p for p in stretch.positions("decade") if not stretch.is_kind(p - 1, "apos")]
    if not bare or len(stretch.row.words[bare[0]]) > len("80s"):
        return True
    first = max(0, stretch.first - _REACH)
    around = {stretch.row.lower(index) for index in range(first, stretch.last + _REACH)}
    return not around & _list("no_decade_with")


def _list(name: str) -> frozenset[str]:
    return lexicon().words(name)

"""What stands around a date: what makes it no date at all, and what makes it a bound.

"Black Friday", "on Mondays", "a total of 2012", "Mrs May" are no dates; "since March 2011" is the
start of a time, "by Friday" its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from checker.normalise import date_sense
from checker.normalise.date_sense import describes as _describes
from checker.normalise.date_sense import is_noun as _is_noun
from checker.normalise.date_words import Stretch, lexicon
from checker.values import DateInterval, Mode

#: Marks that tie a number to what stands beside it: "/2012", "F-16".
_TIES = "/.-_=@#%&+~"
_BUSINESS_REACH = 12
#: More words than in "early today": with a capital inside they are a title.
_FEW = 2


def stands(name: str, stretch: Stretch) -> bool:
    """Whether the words are a date in their company, and nothing else that looks like one."""
    check = _CHECKS.get(name)
    return check is None or check(stretch)


def bounds_of(stretch: Stretch, value: DateInterval) -> tuple[Mode, int]:
    """What the date bounds, and the first word of the expression with the word that says so."""
    if value.mode is not Mode.ON or value.offset is not None:
        return value.mode, stretch.first
    before = stretch.before()
    bound = lexicon().data["bounds"].get(before)
    if bound is None:
        opening = stretch.first - (2 if before == "on" else 1)
        if stretch.row.lower(opening) in _list("starting"):
            return Mode.SINCE, opening
        return Mode.ON, stretch.first
    mode = Mode(bound)
    if before == "by" and stretch.words == ("overnight",):
        return Mode.ON, stretch.first
    if mode in (Mode.BEFORE, Mode.AFTER) and _describes(stretch):
        return Mode.ON, stretch.first
    return mode, stretch.first - 1


def _list(name: str) -> frozenset[str]:
    return lexicon().words(name)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _weekday_stands(stretch: Stretch) -> bool:
    """Whether a weekday is a day, and no custom ("every Friday") or name ("Black Friday")."""
    row = stretch.row
    position = (stretch.positions("weekday", "wd") or [stretch.first])[0]
    before, after = row.lower(position - 1), row.word(position + 1)
    short = stretch.is_kind(position, "wd")
    if short and len(stretch.words) <= 2 and (before != "on" or len(row.word(position)) < 4):
        return False
    if before == "on" and row.lower(position - 2) in _list("no_day_on"):
        return not _is_capital(row.word(position - 2))
    if {after, f"{after} {row.word(position + 2)}"} & _list("no_day_after"):
        return False
    if position == stretch.first:
        if before in _list("no_day_before"):
            return False
        if before in ("a", "an", "one"):
            return _is_noun(row.word(stretch.last))
    return True


def _dated_stands(stretch: Stretch) -> bool:
    """Whether a month with a number is a day of it, and not "In March 20 people were killed"."""
    if stretch.is_kind(stretch.first - 1, "money") or _is_tied_before(stretch):
        return False
    if stretch.positions("weekday", "wd", "year", "numeric", "ord"):
        return True
    months = stretch.positions("month", "shy_month", "mon")
    numbers = stretch.positions("num")
    if not months or not numbers:
        return True
    if stretch.is_kind(stretch.last, "num"):
        return False
    if numbers[0] < months[0]:
        return True
    if stretch.before() in ("in", "during", "throughout"):
        return False
    return stretch.next() not in _list("counted") or stretch.before() == "on"


def _is_tied_before(stretch: Stretch) -> bool:
    """Whether a mark ties the date to what stands before it: "page/2012", "-5"."""
    row, index = stretch.row, stretch.first - 1
    return index >= 0 and row.word(index) in _TIES and row.end(index) == row.starts[stretch.first]


def _is_tied_after(stretch: Stretch) -> bool:
    """Whether a mark ties the date to a word after it: "2012/page", "2012-x"."""
    row, index = stretch.row, stretch.last
    return (
        index + 1 < len(row.words)
        and row.word(index) in _TIES
        and row.starts[index] == row.end(index - 1)
        and row.starts[index + 1] == row.end(index)
    )


def _day_only_stands(stretch: Stretch) -> bool:
    """Whether "on the 15th" names a day, and not a floor or a lap."""
    following = stretch.row.word(stretch.last)
    return not _is_noun(following) and following != "-" and not _is_capital(following)


def _numeric_stands(stretch: Stretch) -> bool:
    if stretch.before() in _list("numbered"):
        return False
    return not _is_tied_before(stretch) and not _is_tied_after(stretch)


def _month_stands(stretch: Stretch) -> bool:
    """Whether a month's bare name is the month: people, verbs and virtues share some of them."""
    row = stretch.row
    position = stretch.positions("month", "shy_month", "mon")[0]
    sure = stretch.is_kind(position, "month")
    following, before = row.word(stretch.last), stretch.before()
    if row.word(position) in ("MAY", "MARCH", "AUGUST"):
        return False
    if position > stretch.first:
        return sure or not _is_capital(following)
    possessive = stretch.is_kind(stretch.last, "apos") and stretch.next(1) == "s"
    if possessive and not sure:
        return False  # "in May's favour"
    if before == "the":
        return sure and _is_noun(following)
    if before == "of":
        return sure or stretch.before(2) == "month"
    if before in _list("month_before"):
        return sure or before in ("in", "last", "next", "this") or not _is_capital(following)
    return sure and (possessive or before in _list("month_before_sure"))


def _year_stands(stretch: Stretch) -> bool:
    """Whether four figures are a year, and no count, number of a house or time of day."""
    number = stretch.row.word(stretch.positions("year")[-1])
    following, before = stretch.row.word(stretch.last), stretch.before()
    if stretch.is_kind(stretch.first - 1, "money", "dash", "slash") or _is_tied_after(stretch):
        return False
    if _is_counted(following.lower()):
        return False
    if number < "1500" and "year" not in stretch.words:
        return False
    plural = _is_noun(following) and following.endswith("s") and following not in _list("events")
    if len(stretch.words) > 1:
        return True
    if before == "the":
        named = following.isalpha() and following not in _list("function")
        return named and not plural and number >= "1700"
    if before == "of":
        is_sum = stretch.before(2) in _list("no_year_before") or _describes(stretch)
        return number >= "1700" and not is_sum
    if before in ("and", "to") and not stretch.is_kind(stretch.first - 2, "year"):
        return False
    if before in ("by", "from", "after", "before"):
        return not plural and not _describes(stretch)
    if before in _list("year_before"):
        return not (plural and int(number) % 50 == 0)
    return stretch.is_kind(stretch.last, "apos") and stretch.next(1) == "s"


def _is_counted(following: str) -> bool:
    """Whether the word makes the figures before it a count or a time of day."""
    return following in _list("no_year_after") or following in _list("counted")


def _years_stand(stretch: Stretch) -> bool:
    if stretch.is_kind(stretch.first - 1, "money") or _is_tied_before(stretch):
        return False
    return not _is_counted(stretch.next())


def _quarter_stands(stretch: Stretch) -> bool:
    """Whether a quarter is one of the year: with a year, or among words of business."""
    if stretch.positions("year", "years"):
        return True
    if stretch.words[-1].endswith("s"):
        return False
    first = max(0, stretch.first - _BUSINESS_REACH)
    around = [stretch.row.lower(i) for i in range(first, stretch.last + _BUSINESS_REACH)]
    is_match = any(word in _list("matches") for word in around)
    return not is_match and any(word in _list("business") for word in around)


def _season_stands(stretch: Stretch) -> bool:
    """Whether a season is one of a year: "fall" and "spring" are verbs and other things too."""
    position = stretch.positions("season")[0]
    if stretch.positions("year", "num"):
        return not stretch.row.word(position).isupper()
    if {"last", "this", "next"} & set(stretch.words):
        return True
    if _is_capital(stretch.row.word(position)):
        return False
    is_in_the = stretch.before() == "in" and stretch.words[0] == "the"
    return is_in_the and stretch.next() not in ("of", "from", "apart", "line", "air")


def _near_day_stands(stretch: Stretch) -> bool:
    """Whether today is a day: "USA Today" and "Tomorrow Never Dies" are names."""
    positions = stretch.positions("near_day")
    if not positions:
        return True
    word, before = stretch.row.word(positions[0]), stretch.row.word(stretch.first - 1)
    if _is_capital(word) and (stretch.next() in _list("broadcasts") or len(stretch.words) > _FEW):
        return False  # "the Today programme", "The Day After Tomorrow"
    if not _is_capital(word) or positions[0] > stretch.first:
        return stretch.before() != "of" or word in ("yesterday", "overnight")
    if before[:1].isalnum():
        return False
    return not _is_capital(stretch.row.word(stretch.last)) or before in ("", ".", "\n")


def _period_stands(stretch: Stretch) -> bool:
    """Whether "last week" is the one before this one, and not "the last week of the trial"."""
    words = stretch.words
    if words[-2:-1] == ("of",) or words[0] in _list("bare_units"):
        # "at the end of week three", "year-end results"
        return words[-1] == "end" and not _describes(stretch)
    return not (words[0] in ("last", "next") and stretch.before() == "the") or (
        stretch.next() != "of"
    )


def _weekend_stands(stretch: Stretch) -> bool:
    first, is_name = stretch.words[0], stretch.next() in _list("no_weekend_after")
    if len(stretch.words) > 1 and first not in ("early", "late", "earlier", "later"):
        return not (first == "the" and is_name)
    return (
        stretch.before() not in _list("no_weekend_before")
        and stretch.next() not in _list("no_weekend_after")
        and not _is_capital(stretch.row.word(stretch.last - 1))
    )


_CHECKS: Mapping[str, Callable[[Stretch], bool]] = MappingProxyType(
    {
        "weekday": _weekday_stands,
        "weekday_day": date_sense.weekday_day_stands,
        "weekday_figures": date_sense.figures_stand,
        "figures": date_sense.figures_stand,
        "worded": date_sense.worded_stands,
        "worded_month": date_sense.worded_stands,
        "worded_year": date_sense.worded_stands,
        "feast": date_sense.feast_stands,
        "in_time": date_sense.in_time_stands,
        "ongoing": date_sense.ongoing_stands,
        "decade": date_sense.decade_stands,
        "dated": _dated_stands,
        "numeric": _numeric_stands,
        "stamp": _numeric_stands,
        "day_only": _day_only_stands,
        "month": _month_stands,
        "year": _year_stands,
        "years": _years_stand,
        "quarter": _quarter_stands,
        "season": _season_stands,
        "period": _period_stands,
        "near_day": _near_day_stands,
        "weekend": _weekend_stands,
    }
)

"""The forms in which English news writes dates, as expressions over kinds of words.

Names in small letters are kinds of words (`normalise/date_words.py`), names in capitals stand for
a part defined here, and the rest is regular expression. `find_forms` gives the places where a form
stands; what each one means is told by `normalise/date_values.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.normalise.date_words import OTHER, Row, lexicon

_PARTS = {
    "WD": "(?:weekday|wd dot?)",
    "MON": "(?:month|shy_month|mon dot?)",
    "ORDW": "(?:ordinal|ten dash? ordinal)",
    "DAY": "(?:num|ord|the? ORDW)",
    "YEAR": "(?:year|apos num)",
    # numbers in words under a hundred, and years in words
    "DAYC": "(?:ten dash? cardinal|ten|cardinal)",
    "YEARW": "(?:(?:cardinal|ten) dash? DAYC|cardinal (?:hundred|thousand) and? DAYC?)",
    "FEAST": "(?:feast|low_feast)",
    "CALENDAR": "(?:week|months|quarter|years|decades)",
    "LOW": "(?:low_month|month|shy_month|mon dot?)",
    "CARD": "(?:cardinal|ten(?: dash? cardinal)?)",
    "COUNT": "(?:num|big|CARD|a? few of?|a)",
    "UNIT": "(?:day|week|fortnight|months|quarter|years|decades)",
    "LENGTHS": "(?:COUNT UNIT (?:(?:comma|and|comma and)? COUNT UNIT){0,2})",
    "EDGE": "(?:edge in?|mid dash?|the? bound of|mid of|the mid of)",
    "ACROSS": "(?:(?:dash|slash) (?:num|year))",
    "PART": "(?:mid? dash? part|part)",
    "TO": "(?:to|dash|until|and)",
    # the day of a month, in either order, with or without the year
    "DMY": "(?:(?:the? ord|num|the? ORDW) day? dot? of? MON(?: (?:comma|of|in)? YEAR)?)",
    "MDY": "(?:MON (?:the? ord|num|the? ORDW)(?: (?:comma|of)? YEAR)?)",
    # what may stand on either side of "between … and …" and "from … to …"
    "SIMPLE": "(?:WD comma? DMY|WD comma? MDY|DMY|MDY|EDGE? MON comma? YEAR|FEAST (?:comma? year)?"
    "|(?:last|next|this)? weekday PART?|EDGE? (?:last|next)? (?:month|shy_month|mon dot?)"
    "|year|near_day)",
    "DATED": "(?:WD comma? (?:the? ord|num) dot? of? MON(?: comma? YEAR)?|WD comma? MDY|DMY|MDY)",
}

#: The forms, the longest first: where two begin at one word the first stands.
_FORMS: tuple[tuple[str, str], ...] = (
    # days with the year, or the number, in words: June the fifth, nineteen eighty-four
    ("worded", "(?:WD comma?)? MON (?:the? ord|num|the? ORDW|DAYC) comma? of? YEARW"),
    (
        "worded",
        "(?:WD comma?)? (?:the? ord|num|the? ORDW|DAYC) day? of? MON (?:comma|of|in)? YEARW",
    ),
    ("worded", "(?:WD comma?)? (?:DAYC of? MON comma? year|MON DAYC comma? year)"),
    ("worded", "MON ten dash? cardinal"),
    ("worded_month", "MON (?:comma|of)? YEARW"),
    ("worded_year", "(?<=in)YEARW"),
    # months in small letters, which only a day and a year, or "on", make one
    (
        "dated",
        "(?:WD comma?)? (?:the? (?:ord|num|ORDW) of? low_month comma? year"
        "|low_month the? (?:ord|num|ORDW) comma? year)",
    ),
    ("dated", "(?<=on)(?:low_month (?:ord|num)|the? (?:ord|num) of? low_month)"),
    ("month_year", "(?<=in)EDGE? low_month comma? year"),
    # a weekday with figures: Friday 7/6, and "next 6th of April"
    ("weekday_figures", "(?:last|next|this)? WD comma? month_day"),
    ("figures", "month_day"),
    ("worded", "MON ORDW num"),
    ("dated", "(?:last|this)? WD (?:dash|open) MON dash num close?"),
    ("dated", "(?:last|next|this) (?:DMY|MDY)"),
    ("span", "(?:between|from) SIMPLE TO SIMPLE"),
    # 5-9 March 2012, March 5-9, 2012, March 5 to April 9
    (
        "days_month",
        "(?:between|from)? the? (?:num|ord) TO the? (?:num|ord) of? MON(?: comma? YEAR)?",
    ),
    ("month_days", "(?:between|from)? MON (?:num|ord) TO (?:num|ord)(?! of? MON)(?: comma? YEAR)?"),
    ("day_to_day", "DATED (?:to|dash|until) DATED"),
    (
        "months",
        "(?:between|from)? (?:mid dash?|edge)? MON YEAR? TO (?:mid dash?|edge)? MON comma? YEAR",
    ),
    # Tuesday (6 January), 6 January (Tuesday), Tuesday, the sixth of January
    (
        "dated",
        "(?:edge on?)? WD PART? comma? (?:open? DMY close?|open? MDY close?|open? numeric close?)",
    ),
    ("dated", "(?:WD comma?)? (?:DMY|MDY) of? (?:last|this|next) years"),
    ("dated", "(?:the? ord|num) MON of num"),
    ("dated", "MON comma ord"),
    ("year_first", "(?<=on)year num num"),
    ("dated", "(?:DMY|MDY|numeric) (?:comma WD|open WD close)"),
    ("dated", "(?:PART (?:of|on)|edge (?:on|in)?)? (?:DMY|MDY)(?: PART)?"),
    # dates written in an order or with marks of their own: 31-Oct-74, Oct-31-2011, 2011/23/Sep
    ("stamp", "num (?:dash|slash|dot) MON (?:dash|slash|dot)? (?:year|num)"),
    ("stamp", "MON (?:dash|slash) num (?:dash|slash|comma) (?:year|num)"),
    ("stamp", "slashed slash MON"),
    ("short_stamp", "MON slash num(?! (?:slash|dash))"),
    ("stamp", "year (?:dash|slash) (?:num (?:dash|slash) MON|MON (?:dash|slash) num)"),
    ("numeric", "numeric"),
    ("month_year", "(?:EDGE the?)? MON (?:comma|of)? YEAR"),
    ("month_year", "EDGE? MON of? (?:last|this|next) years"),
    ("nth", "the? (?:ORDW|ord) week of MON (?:comma|on) WD"),
    ("nth", "the? (?:ORDW|ord|last) (?:weekday|week) (?:of|in) MON(?: (?:comma|of)? year)?"),
    ("nth", "the? (?:ORDW|ord|last) weekday (?:of|in) (?:the|this|last|next) months"),
    ("nth", "the? last day (?:of|in) MON(?: (?:comma|of)? year)?"),
    (
        "nth",
        "the? (?:ORDW|ord) dash? last (?:week|day|weekday) (?:of|in)"
        " (?:MON (?:comma|of)? year?|year)",
    ),
    ("nth", "the? (?:ORDW|ord|last) (?:week|weekend) (?:of|in) year"),
    ("nth", "the? (?:ORDW|ord|last) weekend (?:of|in) MON (?:comma|of)? year?"),
    ("after_feast", "the? (?:ORDW|ord)? weekday (?:before|after) FEAST (?:comma? year)?"),
    ("week_of", "the? week of (?:DATED)"),
    (
        "quarter",
        "the? (?:ORDW|ord) dash? quarter (?:of|in)? (?:year|the years|(?:last|this|next) years)",
    ),
    (
        "fiscal",
        "the? (?:ORDW|ord) dash? (?:fiscal? quarter|half) of (?:fiscal years?|fy) (?:year|num)",
    ),
    (
        "fiscal",
        "(?:fiscal years?|fy) (?:year|apos? num) (?:(?:slash|dash) (?:num|year))?"
        "|fiscal years? slashed",
    ),
    ("quarter", "q num (?:of? year)?"),
    ("half", "the? (?:ORDW|ord) half of (?:year|the years|(?:last|this|next) years)"),
    ("half_month", "the? (?:ORDW|ord) half of MON (?:comma? year)?"),
    ("century", "(?:the? EDGE the?|the) (?:ORDW|ord) dash? century"),
    (
        "season",
        "EDGE? (?:the|last|past|this|next)? season (?:of|in)? (?:year ACROSS?|apos num)",
    ),
    ("season", "EDGE? (?:last|this|next|past|previous) season"),
    ("season", "(?<=in) the season"),
    ("years", "(?:between|from) year (?:to|dash|slash|and|until) (?:year|num)"),
    ("years", "year (?:to|dash|slash|until) (?:year|num)"),
    ("decade", "the? EDGE? apos? (?:decade|decade_word)"),
    # the past ten months, the last 24 hours, the next six weeks, three weeks ago, a day earlier
    (
        "feast",
        "(?:last|next|this|past|previous|following|coming|this (?:past|coming))? FEAST"
        " (?:(?:comma|of|in)? (?:year|YEARW)|of? (?:last|this|next) years"
        "|COUNT UNIT (?:ago|hence|from now)|in COUNT UNIT)?",
    ),
    ("feast", "the FEAST (?:of|in)? year"),
    ("in_time", "(?<=in)COUNT UNIT apos s? time"),
    ("in_time", "(?<=in)COUNT UNIT (?:on WD)?(?! (?:of|from|after|before|ago|since))"),
    ("ongoing", "(?:the|this) (?:last|past|previous|next|coming|following) COUNT (?:UNIT|hours)"),
    ("ongoing", "the (?:last|past) (?:UNIT|hours)"),
    ("ongoing", "(?:past|next|coming) COUNT (?:UNIT|hours)"),
    ("ongoing", "(?<=in)last COUNT (?:UNIT|hours)"),
    ("ongoing", "(?<=over)last COUNT (?:UNIT|hours)"),
    ("ongoing", "(?:last|past|next|coming) COUNT (?:UNIT|hours)"),
    ("near_day", "the? day (?:before|after) near_day"),
    (
        "weekday_from",
        "weekday comma? COUNT UNIT (?:from now|(?:after|before|from) (?:DATED|FEAST))",
    ),
    ("weekday", "a week (?:ago|from) WD"),
    ("anchored", "the (?:day|week) (?:before|after) (?:DATED|FEAST (?:comma? year)?)"),
    ("anchored", "COUNT UNIT (?:before|after|from|since) (?:DATED|numeric|SIMPLE|the? years year)"),
    ("ago", "COUNT UNIT (?:ago (?:near_day|this (?:week|months))?|from now|hence)"),
    ("offset", "LENGTHS (?:earlier|after|before|previous)"),
    ("offset", "the (?:day|week|months|years) (?:after|before|earlier)(?! next)"),
    ("offset", "the (?:next|following|previous|same) (?:day|week|months|years)"),
    ("offset", "the part before"),
    ("offset", "that same? (?:day|part)"),
    ("offset", "the (?:following|previous) weekday PART?"),
    ("near_day", "(?:earlier|edge)? near_day PART?"),
    ("near_day", "(?:edge|earlier)? this part"),
    ("near_day", "edge? last part"),
    (
        "period",
        "(?:edge|earlier) (?:in|on)? (?:the|this|last|next) (?:week|months|years|decades|quarter)",
    ),
    (
        "period",
        "(?:the? bound|the? mid dash?) of"
        " (?:(?:the|this)? (?:last|next|past|previous|coming|following)|the|this)? CALENDAR",
    ),
    ("period", "(?:the|this)? CALENDAR (?:dash|apos s) bound"),
    ("period", "the? rest of (?:the|this) CALENDAR"),
    ("period", "the (?:week|weekend|months|years) after next"),
    ("period", "(?:the|this)? (?:coming) CALENDAR"),
    (
        "weekend",
        "(?:edge|earlier)? (?:the|this|last|next|past|previous|coming|following){0,2} weekend",
    ),
    ("weekday", "the (?:edge|small) hours of WD PART?"),
    ("weekday", "before part on? WD"),
    ("weekday", "WD PART? (?:of|from)? (?:last|this|next|previous|the following) week"),
    ("weekday", "(?:last|this|next|previous) week (?:dash|apos s)? weekday PART?"),
    ("after_next", "the? (?:weekday|MON) after next"),
    (
        "weekday",
        "(?:this? (?:past|coming)|last|this|next|previous|following) edge? weekday PART?",
    ),
    (
        "weekday",
        "(?:the? PART (?:of|on)?|(?:edge|earlier) (?:in|on)?)(?:last|this|next|past)? WD PART?",
    ),
    ("weekday_day", "WD comma? the? ord|WD comma? the ORDW|weekday num"),
    ("weekday", "edge? weekday edge? PART?"),
    ("weekday", "wd dot? PART?"),
    ("period", "(?:this|last|next|past|previous) (?:week|months|years|decades|quarter)"),
    ("quarter", "the? (?:ORDW|ord) dash? quarter"),
    ("month", "EDGE? (?:last|this|next|past) (?:month|shy_month)"),
    ("month", "(?:edge in?|mid dash?|the? bound of) (?:month|shy_month|mon dot?)"),
    ("month", "month|shy_month"),
    ("year", "EDGE (?:the years? )?year"),
    ("year", "the years year|year era|era (?:year|big|num)|(?:num|big) era|year"),
    (
        "day_only",
        "(?:the? ord day? of?|the? num day? of) the?"
        " (?:this|last|next|previous|following|coming) months",
    ),
    ("day_only", "(?<=on) the ord"),
)


#: The forms of words that are known to be a date, as they stand in `parse`.
_LENIENT_FORMS: tuple[tuple[str, str], ...] = (
    ("worded", "(?:WD comma?)? (?:MON DAYC|DAYC of? MON)"),
    ("worded", "(?:the? ord|the? ORDW) of? MON num|MON (?:the? ord|the? ORDW) num"),
    ("dated", "the? num of MON|MON the num|(?:ORDW|ord) day of MON|num MON"),
    ("figures", "month_day|num (?:slash|dash) num"),
    ("stamp", "num dash num dash num"),
    ("month_figures", "month_of_year|slashed|year dash num"),
    ("worded_year", "YEARW"),
    ("month", "mon dot?"),
    ("day_only", "the? ord|the num|the? ORDW"),
    ("period", "(?:previous|the following) CALENDAR|the? bound of CALENDAR"),
)

#: Kinds that make a form by themselves.
ALONE = (
    *("decade", "decade_word", "feast", "low_feast", "month", "month_day", "near_day", "numeric"),
    *("shy_month", "wd", "weekday", "weekend", "year"),
)
#: Kinds with which no form begins.
_NEVER_FIRST = (
    *("of", "on", "in", "at", "to", "and", "s", "comma", "dot", "dash", "slash", "open"),
    *("hundred", "thousand", "time", "hence", "money", "para", "since", "until", "ago"),
    *("now", "close", "hours", "hour", "over", "century", "same"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A place where a form stands: its name, and its first and last word (the last left out)."""

    name: str
    first: int
    last: int


def _spelt(form: str) -> str:
    """The expression over letters: parts put in, names turned to letters, blanks removed."""
    while True:
        put_in = re.sub(r"[A-Z]{2,}", lambda match: _PARTS[match[0]], form)
        if put_in == form:
            break
        form = put_in
    letters = lexicon().letters
    spelt = re.sub(r"[a-z_]{1,}", lambda match: re.escape(letters[match[0]]), form)
    return spelt.replace(" ", "")


@cache
def _grammar(*, lenient: bool = False) -> tuple[re.Pattern[str], tuple[str, ...]]:
    forms = _LENIENT_FORMS if lenient else _FORMS
    groups = [f"(?P<f{index}>{_spelt(form)})" for index, (_, form) in enumerate(forms)]
    never = "".join(re.escape(lexicon().letters[name]) for name in _NEVER_FIRST)
    # Most words are of no kind at all, and most others make a form only with their neighbour: one
    # look at two letters passes them by.
    alone = "".join(re.escape(lexicon().letters[name]) for name in ALONE)
    # An apostrophe begins nothing but "'90s"; a million of them are to take no longer than words.
    quote = _spelt("apos(?!decade|decade_word)")
    guard = "" if lenient else f"(?![{OTHER}{never}]|[^{alone}](?:{OTHER}|$)|{quote})"
    return re.compile(f"{guard}(?:{'|'.join(groups)})"), tuple(name for name, _ in forms)


def next_form(row: Row, start: int) -> Form | None:
    """The first form that stands in a row of words at or after the word `start`."""
    pattern, names = _grammar()
    match = pattern.search(row.kinds, start)
    if match is None or match.lastgroup is None:
        return None
    return Form(names[int(match.lastgroup[1:])], match.start(), match.end())


def form_of(row: Row, first: int, last: int, *, lenient: bool = False) -> str | None:
    """The form that all the words from `first` up to `last` make together, or None; `lenient`
    looks among the forms of words that are known to be a date.
    """
    pattern, names = _grammar(lenient=lenient)
    match = pattern.fullmatch(row.kinds, first, last)
    if match is None or match.lastgroup is None:
        return None
    return names[int(match.lastgroup[1:])]


@cache
def _two_ends() -> re.Pattern[str]:
    end = "(?:DATED|SIMPLE)"
    return re.compile(_spelt(f"(?:between|from)?({end})TO({end})"))


def ends_of(row: Row, first: int, last: int) -> tuple[int, int] | None:
    """Where the first of two dates with a word between them ends, and where the second begins."""
    match = _two_ends().fullmatch(row.kinds, first, last)
    return None if match is None else (match.end(1), match.start(2))

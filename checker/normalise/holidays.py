"""Days of the year with a name of their own: Christmas Eve, New Year's Day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from checker.model import Kind, Mention, Span
from checker.normalise.date_days import calendar_day
from checker.normalise.date_words import Row, Stretch, lexicon


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace("'", "['’]") for name in lexicon().data["holidays"])
    return re.compile(rf"\b({names})\b(?:(?:,|,? in| of)? (\d{{4}})\b)?")


def find(row: Row, *, reference: date | None = None) -> Iterator[Mention]:
    """The named days of a text, with their year where it is printed or can be told."""
    for match in _pattern().finditer(row.text):
        month, day = lexicon().data["holidays"][match[1].replace("’", "'")]
        first = bisect_left(row.starts, match.start())
        last = bisect_left(row.starts, match.end())
        year = int(match[2]) if match[2] else None
        value = calendar_day(month, day, year, Stretch(row, first, last, reference))
        if value is not None:
            span = Span(*match.span())
            yield Mention(Kind.DATE, span, match[0], replace(value, text=match[0]))

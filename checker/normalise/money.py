"""Money and percentages: a number with a currency or a share of a hundred."""

from __future__ import annotations

import re
from functools import cache

from checker.model import Kind, Mention
from checker.normalise.lexicon import load
from checker.normalise.readings import (
    Reading,
    mention,
    minus_start,
    plain_minus,
    with_hedges,
)
from checker.values import Measure

#: How many words around "pounds" are looked at for money.
NEAR = 6


@cache
def _signs() -> re.Pattern[str]:
    """A sign or code of a currency at the end of what stands before a number."""
    money = load("money")
    signs = "|".join(re.escape(sign) for sign in sorted(money["signs"], key=len, reverse=True))
    codes = "|".join(money["codes"])
    return re.compile(
        rf"(?:(?<![A-Za-z0-9])|(?<=-a-)|(?<=[(-]))(?:{signs}|{codes})[ \u00a0]?[-−]?$"
    )


#: What a currency's sign or code may end with; most numbers have none of it before them.
_LAST = re.compile(r"[A-Za-z$£€¥₹₪₩₽₺₦฿₫₱₴₸₡₾₭₿元.][ \u00a0−-]{0,2}$")


def sign_before(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Where the currency sign straight before a number begins, and its code."""
    low = max(floor, start - 10)
    window = text[low:start]
    last = _LAST.search(window)
    if last is None:
        return None
    match = _signs().search(window)
    if match is None:
        return None
    written = re.sub(r"[ \u00a0−-]+$", "", match[0])
    code = load("money")["signs"].get(written, written)
    if written[-1].isalpha() and low + match.start() > 0 and text[low + match.start() - 1] == "-":
        return None
    return low + match.start(), str(code)


#: Percent, point and basis point in the base unit of their dimension.
_BASES = {"percent": 1.0, "percentage point": 1.0, "basis point": 0.01, "fraction": 100.0}


def percent(text: str, reading: Reading, *, unit: str, dimension: str) -> Mention:
    """A share: "5.5 per cent", "50 basis points", "two thirds"."""
    start, end, amount = with_hedges(text, reading)
    minus = minus_start(text, reading)
    if minus is not None:
        start, amount = min(start, minus), amount.scaled(-1.0)
    value = Measure(text[start:end], amount, unit, dimension, amount.scaled(_BASES[unit]))
    return mention(text, Kind.PERCENT, start, end, value)


def money(text: str, reading: Reading, *, code: str, factor: float = 1.0) -> Mention:
    """An amount in a currency, by its ISO code; cents are given in the currency itself."""
    start, end, amount = with_hedges(text, reading)
    if factor != 1.0:
        amount = amount.scaled(factor)
    minus = _minus_start(text, reading)
    if minus is not None:
        start, amount = min(start, minus), amount.scaled(-1.0)
    value = Measure(text[start:end], amount, code, "money", amount)
    return mention(text, Kind.MONEY, start, end, value)


def _minus_start(text: str, reading: Reading) -> int | None:
    """Where an amount below nought begins: "-$15", "$-99.99", "minus 5 million euros"."""
    if reading.sign is not None and text[reading.start : reading.numeral.start][-1:] in ("-", "−"):
        return reading.start
    return plain_minus(text, reading)


@cache
def _cues() -> frozenset[str]:
    return frozenset(load("money")["pounds_cues"])


def are_pounds_money(text: str, reading: Reading, end: int) -> bool:
    """Whether "pounds" are the money and not the weight."""
    if reading.numeral.factor >= 1_000_000:
        return True
    right = text[end : end + 60].split()[:NEAR]
    around = reading.left[-NEAR:] + right
    return any(word.lower().strip(".,;:()\"'“”’") in _cues() for word in around)


@cache
def _rare() -> frozenset[str]:
    return frozenset(load("money")["needs_magnitude"])


def is_currency_word(text: str, reading: Reading, name: str) -> bool:
    """Whether a currency's name that is a common word too ("won") is the currency here."""
    if name.lower() not in _rare():
        return True
    return reading.numeral.scaled or reading.numeral.low >= 1000

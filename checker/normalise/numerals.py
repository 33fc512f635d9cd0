"""Digits and number words at one place of a text, read into a plain number.

This is the floor under every kind of figure: it knows nothing of hedges, units or currencies.
"""

from __future__ import annotations

import re

from checker.normalise import spelt
from checker.normalise.number_words import words
from checker.normalise.numeral import GAP, LONGEST, Numeral, scaled, with_part
from checker.values import significant_digits, tidy

_DIGITS = re.compile(
    r"""
    (?P<whole>
        [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
      | [0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])
      | [0-9]{1,3}(?:[\u00a0\u2009\u202f'’][0-9]{3})+(?![0-9])
      | [0-9]{1,3}(?:\ [0-9]{3}){2,}(?![0-9]|[.,:/-][0-9])
      | [0-9]{1,3},?\ (?:000|[0-9]00)(?![0-9]|[.,:/-][0-9])
      | [0-9]+
    )?
    (?P<point>[.·][0-9]+)?
    """,
    re.VERBOSE,
)
_MIXED = re.compile(r"(?:[ -]|\u2009|\u00a0| {2})?([0-9]{1,2})[/⁄]([0-9]{1,3})(?![0-9/⁄])")
_PLAIN_FRACTION = re.compile(r"([0-9]{1,4})[/⁄]([0-9]{1,4})(?![0-9/⁄-])")
_POWER = re.compile(
    r"(?: ?[x×] ?10(?:(?:\^|\*\*)(?P<up>[-−]?[0-9]{1,2})|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,3})"
    r"|(?P<bare>[-−][0-9]{1,2}))|e(?P<typed>[-+]?[0-9]{1,2}))(?![0-9A-Za-z])"
)
_AND = re.compile(rf"{GAP}(?P<and>and{GAP})?(?=[0-9a-zA-Z])")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100})


def read(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at `start`, an anchor; None where there is none after all.

    With `money`, a single letter of magnitude counts too ("£91m", "$4b").
    """
    head = text[start]
    if (head.isdigit() and head.isascii()) or head == ".":
        return _with_smaller(text, _read_digits(text, start, money=money))
    if head in words().vulgar:
        value = words().vulgar[head]
        return scaled(text, Numeral(start, start + 1, value, value, 1, "fraction"))
    return spelt.read(text, start)


def _read_digits(text: str, start: int, *, money: bool) -> Numeral | None:
    match = _DIGITS.match(text, start)
    if match is None or match.end() == start or match.end() - start > LONGEST + 5:
        return None
    whole, point = match["whole"] or "", match["point"] or ""
    if point and text[match.end() : match.end() + 1] == "." and _digit_at(text, match.end() + 1):
        return None  # 10.0.0.1 and 2.4.1 are addresses and versions
    plain = "".join(filter(str.isdigit, whole))
    printed = plain + point.replace("·", ".")
    if len(printed) > LONGEST:
        return None
    if len(plain) > 1 and plain[0] == "0":
        return None
    value = float(printed)
    end, form, digits = match.end(), "digits", significant_digits(printed)
    if not point:
        fraction = _PLAIN_FRACTION.match(text, start)
        if fraction is not None:
            over, under = int(fraction[1]), int(fraction[2])
            if under in _DENOMINATORS and 0 < over < under:
                value = tidy(over / under)
                return scaled(
                    text, Numeral(start, fraction.end(), value, value, 2, "fraction"), money=money
                )
        mixed = _MIXED.match(text, end)
        if mixed is not None and _is_part(mixed[1], mixed[2]):
            value = tidy(value + int(mixed[1]) / int(mixed[2]))
            end, digits = mixed.end(), digits + 1
        elif text[end : end + 1] in words().vulgar:
            value, end, digits = value + words().vulgar[text[end]], end + 1, digits + 1
    power = _POWER.match(text, end)
    if power is not None:
        exponent = power["up"] or power["raised"] or power["bare"] or power["typed"]
        value = tidy(value * 10.0 ** _exponent(exponent))
        return Numeral(start, power.end(), value, value, digits, form, scaled=True)
    return with_part(
        text, scaled(text, Numeral(start, end, value, value, digits, form), money=money)
    )


def _with_smaller(text: str, numeral: Numeral | None) -> Numeral | None:
    """ "3 hundred and 21", "4 thousand 3 hundred", "6 crore and two hundred"."""
    while numeral is not None and numeral.factor in _PARTED and numeral.low == int(numeral.low):
        joint = _AND.match(text, numeral.end)
        if joint is None:
            break
        digits = text[joint.end()].isdigit()
        rest = (
            _read_digits(text, joint.end(), money=False)
            if digits
            else spelt.read(text, joint.end())
        )
        if (
            rest is None
            or rest.form not in ("digits", "words")
            or not 0 < rest.low < numeral.factor
        ):
            break
        beside = numeral.factor == 100 and joint["and"] is not None
        if rest.low != int(rest.low) or not (beside or rest.scaled):
            break
        low = tidy(numeral.low + rest.low)
        numeral = Numeral(
            numeral.start,
            rest.end,
            low,
            low,
            significant_digits(f"{low:.0f}"),
            "digits",
            True,
            rest.factor,
        )
    return numeral


#: The magnitudes after which a smaller part may follow; "2 million and 300 homes" are two figures.
_PARTED = frozenset({1e2, 1e3, 1e5, 1e7})


def _exponent(written: str) -> int:
    digits = written.translate(_SUPERSCRIPT).lstrip("+")
    return int(digits) if digits.lstrip("-").isdigit() and "-" not in digits[1:] else 0


def _digit_at(text: str, position: int) -> bool:
    return text[position : position + 1].isdigit()


def _is_part(over: str, under: str) -> bool:
    return int(under) in _DENOMINATORS and 0 < int(over) < int(under)

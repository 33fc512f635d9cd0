"""Digits and number words at one place of a text, read into a plain number.

This is the floor under every kind of figure: it knows nothing of hedges, units or currencies.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.normalise.number_words import words
from checker.values import significant_digits, tidy

#: A space as it stands between the words of one figure; a wrapped line counts as one.
SPACE = "[ \t\u00a0\u2009\u202f\n]"

#: More digits than this are a serial number, a hash or an attack, and no figure.
LONGEST = 16
#: Nothing in the news is greater; "million million million" without end is an attack.
GREATEST = 1e18


class Numeral(NamedTuple):
    """A number as written: where, how much, and with how many significant digits.

    `high` differs from `low` for words that are a number only loosely ("dozens": 24 to 100).
    `form` is "digits", "words", "vague", "unknown" ("several"), "fraction" or "ordinal"; `factor`
    is the magnitude the words end with ("5.4 million"), else one; `scaled` says that some
    magnitude was among them.
    """

    start: int
    end: int
    low: float
    high: float
    digits: int
    form: str
    scaled: bool = False
    factor: float = 1.0

    @property
    def is_whole(self) -> bool:
        """Whether a plain whole number in digits is meant, such as may be a year or a label."""
        return self.form == "digits" and not self.scaled and self.low == int(self.low)


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
_MIXED = re.compile(r"(?:[ -]|\u2009|\u00a0)?([0-9]{1,2})[/⁄]([0-9]{1,3})(?![0-9/⁄])")
_PLAIN_FRACTION = re.compile(r"([0-9]{1,4})[/⁄]([0-9]{1,4})(?![0-9/⁄-])")
_POWER = re.compile(
    r" ?[x×] ?10(?:(?:\^|\*\*)(?P<up>[-−]?[0-9]{1,2})|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,3})"
    r"|(?P<bare>[-−][0-9]{1,2}))(?![0-9])"
)
_WORD = re.compile(rf"(?:{SPACE}|-)?([A-Za-z]+)")
_AND_HALF = re.compile(
    rf"(?:{SPACE}|-)and(?:{SPACE}|-)(?:an?(?:{SPACE}|-)|(one|two|three)(?:{SPACE}|-))?"
    r"(half|third|quarter|thirds|quarters)\b",
    re.IGNORECASE,
)
_OF_A = re.compile(
    rf"(?:{SPACE}|-)(?:of{SPACE}(?:an?{SPACE})?|(?:an?{SPACE}|a-))?([A-Za-z]+)\b", re.IGNORECASE
)
_OF_MANY = re.compile(rf"{SPACE}of{SPACE}(thousands|millions|billions)\b", re.IGNORECASE)
_POINT = re.compile(
    rf"{SPACE}point((?:{SPACE}(?:zero|one|two|three|four|five|six|seven|eight|nine)\b)+)",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"(?:{SPACE}of)?{SPACE}([A-Za-z]+)")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100})


def read(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at `start`, an anchor; None where there is none after all.

    With `money`, a single letter of magnitude counts too ("£91m", "$4b").
    """
    head = text[start]
    if (head.isdigit() and head.isascii()) or head == ".":
        return _read_digits(text, start, money=money)
    if head in words().vulgar:
        value = words().vulgar[head]
        return _scaled(text, Numeral(start, start + 1, value, value, 1, "fraction"))
    return _read_words(text, start)


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
                return _scaled(
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
        exponent = power["up"] or power["raised"] or power["bare"]
        value = tidy(value * 10.0 ** _exponent(exponent))
        return Numeral(start, power.end(), value, value, digits, form, scaled=True)
    return _with_half(
        text, _scaled(text, Numeral(start, end, value, value, digits, form), money=money)
    )


def _exponent(written: str) -> int:
    digits = written.translate(_SUPERSCRIPT)
    return int(digits) if digits.lstrip("-").isdigit() and "-" not in digits[1:] else 0


def _digit_at(text: str, position: int) -> bool:
    return text[position : position + 1].isdigit()


def _is_part(over: str, under: str) -> bool:
    return int(under) in _DENOMINATORS and 0 < int(over) < int(under)


def _scaled(text: str, numeral: Numeral, *, money: bool = False) -> Numeral:
    """The number with the magnitude that follows it: "5.4 billion", "2bn", "2 dozen"."""
    known = words()
    while (match := _WORD.match(text, numeral.end)) is not None:
        word = match[1]
        after = text[match.end() : match.end() + 1]
        folded = word.lower()
        attached = match.start(1) == numeral.end
        factor = known.magnitudes.get(folded)
        if factor is None and folded.endswith("s"):
            factor = known.magnitudes.get(folded[:-1]) if folded in _PLURAL else None
        if factor is None and (attached or folded in ("bn", "mn", "tn", "mln", "bln")):
            factor = known.suffixes.get(folded) if word != "K" or attached else None
            if folded in ("mm", "mil") and not money:
                factor = None
        if factor is None and money and not after.isalnum():
            factor = known.money_suffixes.get(folded)
        if factor is None or after.isdigit() or numeral.high * factor > GREATEST:
            break
        low, high = tidy(numeral.low * factor), tidy(numeral.high * factor)
        form = "digits" if numeral.form == "fraction" else numeral.form
        factors = numeral.factor * factor
        numeral = Numeral(
            numeral.start, match.end(), low, high, numeral.digits, form, True, factors
        )
        if factor > 1000 and folded not in known.magnitudes:
            break
    return numeral


_PLURAL = frozenset({"millions", "billions", "trillions", "dozens"})


def _read_words(text: str, start: int) -> Numeral | None:
    match = _WORD.match(text, start)
    if match is None:
        return None
    known, word = words(), match[1].lower()
    if word in ("half", "quarter", "third") or word in known.fractions:
        part = _read_fraction(text, start, match.end(), word)
        if part is not None:
            return part
    if word in known.groups:
        size = float(known.groups[word])
        return Numeral(start, match.end(), size, size, 1, "words")
    if word in known.unknown:
        return _read_unknown(text, start, match.end(), word)
    if word in known.vague:
        return _read_vague(text, start, match.end(), word)
    return _read_cardinal(text, start)


def _read_fraction(text: str, start: int, end: int, word: str) -> Numeral | None:
    """ "half a million", "a quarter of a million", "half", "a third": without its article."""
    known = words()
    value = 1 / known.fractions[word]
    after = _OF_A.match(text, end)
    if after is not None:
        factor = known.magnitudes.get(after[1].lower())
        if factor is not None:
            value = tidy(value * factor)
            return Numeral(start, after.end(), value, value, 1, "words", scaled=True)
    if word in known.ordinals:
        return None  # "a third man" and "a third of them" are told apart by what follows
    return Numeral(start, end, tidy(value), tidy(value), 2, "fraction")


def _read_unknown(text: str, start: int, end: int, word: str) -> Numeral:
    known = words()
    low, high = known.unknown[word]
    match = _TIMES.match(text, end)
    factor = known.magnitudes.get(match[1].lower()) if match is not None else None
    if match is None or factor is None or word not in known.vague_times:
        return Numeral(start, end, low, high, 1, "unknown")
    times = known.vague_times[word]
    vague = Numeral(start, match.end(), times[0] * factor, times[1] * factor, 1, "vague", True)
    return _scaled(text, vague)


def _read_vague(text: str, start: int, end: int, word: str) -> Numeral | None:
    known = words()
    low, high = known.vague[word]
    match = _OF_MANY.match(text, end)
    if match is not None:
        factor = known.magnitudes[match[1].lower()[:-1]]
        times = low / 2 if word in ("hundreds", "thousands") else low
        floor = {"tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0}.get(word, times)
        top = {"tens": 100.0, "dozens": 100.0, "scores": 100.0, "hundreds": 1000.0}.get(word, high)
        return Numeral(start, match.end(), floor * factor, top * factor, 1, "vague", True)
    if word in ("tens", "scores") and text[end : end + 4] not in (" of ", " mor", " wer", " dea"):
        return None  # "scores" are mostly those of a match
    return Numeral(start, end, low, high, 1, "vague", True)


def _read_cardinal(text: str, start: int) -> Numeral | None:
    """Number words in a row, each of which must fit what stands before it."""
    known = words()
    total = group = added = 0.0
    room = 1000.0  # what may still be added to the group: less than this
    end, position, form, scaled, last = start, start, "words", False, 1.0
    while (match := _WORD.match(text, position)) is not None and total + group < GREATEST:
        word = match[1].lower()
        if word == "and":
            follower = _WORD.match(text, match.end())
            joined = follower is not None and follower[1].lower() in known.cardinals
            if not scaled or not joined or room < 10 or end == start:
                break
            position = match.end()
            continue
        if word in known.cardinals:
            value = float(known.cardinals[word])
            if value >= room or (value == 0 and end != start):
                break
            group += value
            room = 10.0 if value >= 20 else 1.0
            last, added = 1.0, 0.0
        elif word in known.magnitudes or (word[:-1] in known.magnitudes and word in _PLURAL):
            factor = known.magnitudes.get(word) or known.magnitudes[word[:-1]]
            last = factor
            if end == start and word in _PLURAL:
                break
            scaled = True
            if factor in (12, 100):
                group = (group or 1) * factor
                room = 100.0 if factor == 100 else 0.0
                added = 0.0
            elif group == 0 and added > 0:  # "three thousand million", "two lakh crore"
                total, added = total - added + added * factor, added * factor
            else:
                added = (group or 1) * factor
                total, group, room = total + added, 0.0, 1000.0
        elif word in known.ordinals and known.ordinals[word] < room and end != start:
            if match.end(1) - match.start(1) < 2 or text[end] == "-" or room <= 100:
                total, form, end = total + group + known.ordinals[word], "ordinal", match.end()
                group = 0.0
            break
        elif word in known.ordinals and end == start:
            value = float(known.ordinals[word])
            return Numeral(start, match.end(), value, value, 1, "ordinal")
        else:
            break
        end = position = match.end()
    if end == start or total + group > GREATEST:
        return None
    value = tidy(total + group)
    digits = significant_digits(f"{int(value)}")
    numeral = Numeral(start, end, value, value, digits, form, scaled, last)
    return numeral if form == "ordinal" else _with_part(text, numeral)


def _with_part(text: str, numeral: Numeral) -> Numeral:
    """The number with the part of one that follows: "two and a half million", "two thirds"."""
    known = words()
    half = _with_half(text, numeral)
    if half is not numeral:
        return half
    point = _POINT.match(text, numeral.end)
    if point is not None and not numeral.scaled:
        printed = "".join(f"{known.cardinals[word.lower()]}" for word in point[1].split())
        value = tidy(float(f"{numeral.low:.0f}.{printed}"))
        digits = numeral.digits + len(printed)
        return _scaled(text, Numeral(numeral.start, point.end(), value, value, digits, "words"))
    part = _WORD.match(text, numeral.end)
    if part is not None and not numeral.scaled and numeral.low < 100:
        folded = part[1].lower()
        plural = folded.endswith("s") or folded == "halves"
        under = known.fractions.get(folded)
        if under is not None and (plural if numeral.low > 1 else not plural) and folded != "second":
            value = tidy(numeral.low / under)
            return _of_magnitude(
                text, Numeral(numeral.start, part.end(), value, value, 2, "fraction")
            )
    return numeral


def _with_half(text: str, numeral: Numeral) -> Numeral:
    """ "two and a half million", "5 and a half", "a million and a half"."""
    match = _AND_HALF.match(text, numeral.end)
    if match is None or numeral.low != int(numeral.low):
        return numeral
    known = words()
    times = known.cardinals[match[1].lower()] if match[1] else 1
    part = times / known.fractions[match[2].lower()]
    value = tidy(numeral.low + numeral.factor * part)
    joined = numeral._replace(end=match.end(), low=value, high=value, digits=numeral.digits + 1)
    return joined if numeral.scaled else _scaled(text, joined)


def _of_magnitude(text: str, numeral: Numeral) -> Numeral:
    """ "two thirds of a million"."""
    match = _OF_A.match(text, numeral.end)
    factor = words().magnitudes.get(match[1].lower()) if match is not None else None
    if match is None or factor is None:
        return numeral
    value = tidy(numeral.low * factor)
    return Numeral(numeral.start, match.end(), value, value, 2, "words", scaled=True)

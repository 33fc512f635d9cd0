"""A number with what belongs to it: the second number of a range, and the unit of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.normalise import hedges, labels, money, numerals, tails
from checker.normalise.lexicon import load
from checker.normalise.number_words import words
from checker.normalise.numeral import Numeral
from checker.normalise.quantities import compound, primes, with_cents
from checker.normalise.readings import Reading, bounds_of, minus_start
from checker.normalise.tails import Tail
from checker.values import Bounds, Hedge, Range, tidy

_JOIN = re.compile(
    r"-?(?P<gap>[ \u00a0]?)(?P<dash>[-–‑~])[ \u00a0]?(?=[0-9$£€¥.½~])"
    r"|-?[ \u00a0\n](?P<word>to|or|and|through)[ \u00a0\n]|(?P<hyphened>-(?:to|or)[ -])"
)
_SOFT = re.compile(r"(?:about|around|some|roughly|perhaps|nearly|almost|~|more than)[ ]?")
_SIGN = re.compile(r"(?:US|C|A|NZ|HK|S)?[$£€¥₹]\s?")
_METRES = re.compile(r"[ -]?m(?![A-Za-z0-9²³'’/])")
_INCHES = re.compile(
    r"[ ]in(?:(?=(?P<size>[ ](?:thick|wide|long|tall|high|deep|across|of[ ](?:rain|snow)))\b)"
    r"|(?=[.,;)]|$))"
)
_LENGTHS = frozenset({"length", "width", "height", "depth", "diameter", "thickness", "measures"})
_CAPITAL = re.compile(r"[MB](?![A-Za-z0-9])")
_MAGNITUDE = re.compile(r"[ ](million|billion|trillion)\b")
_PARTED = re.compile(r"(?:[ ](?:of[ ])?an?|-an?|)(?=[ -])")


@cache
def _lists() -> dict[str, frozenset[str]]:
    keys = ("metres_after", "metres_before", "millions_before")
    found = {key: frozenset(load("numbers")[key]) for key in keys}
    found["change"] = frozenset(load("hedges")["change"])
    found["plural_only"] = frozenset(load("units_context")["plural_only"])
    return found


def read(
    text: str, numeral: Numeral, *, start: int, left: list[str], sign: str | None, floor: int
) -> Reading | None:
    """The figure that begins with a number; None where letters are written on to it (3D, 76ers)."""
    end, leaves_out, bounds = numeral.end, "", bounds_of(numeral)
    height = primes(text, numeral)
    if height is not None:
        return Reading(start, height[1].end, numeral, *height, None, left, floor)
    tail = _tail(text, numeral, left, sign)
    if tail is None and sign is None:
        between = hedges.after(text, end)
        if between.end > end:
            spaced = tails.read(text, between.end, spelt=numeral.form != "digits")
            if spaced is not None and spaced.joint != "":
                if between.hedge is not None:
                    bounds = hedges.hedged(between.hedge, bounds)
                tail, leaves_out = spaced, between.leaves_out
    if tail is not None and tail.kind == "money" and not (tail.worded or numeral.scaled):
        numeral, tail = _coded(text, numeral, tail)
        bounds = bounds_of(numeral)
    reading = Reading(start, end, numeral, bounds, tail, sign, left, floor, leaves_out)
    ranged = _range(text, reading) or _two_sided(text, reading)
    if ranged is not None:
        return ranged
    if tail is not None:
        return compound(text, reading._replace(end=tail.end))
    if sign is not None:
        return with_cents(text, reading)
    after = text[end : end + 1]
    if after.isalnum() and numeral.form == "digits":
        return None
    return reading


def _coded(text: str, numeral: Numeral, tail: Tail) -> tuple[Numeral, Tail]:
    """ "75 USD million": the magnitude behind the currency's code."""
    match = _MAGNITUDE.match(text, tail.end)
    if match is None:
        return numeral, tail
    factor = words().magnitudes[match[1]]
    value = tidy(numeral.low * factor)
    more = numeral._replace(low=value, high=value, scaled=True, factor=factor)
    return more, tail._replace(end=match.end())


def _tail(text: str, numeral: Numeral, left: list[str], sign: str | None) -> Tail | None:
    """What the number is a number of; after a currency sign only the currency said again."""
    if numeral.form == "fraction":
        part = unit_after_part(text, numeral)
        if part is not None:
            return part
    tail = tails.read(text, numeral.end, spelt=text[numeral.start].isalpha())
    if tail is None:
        if sign is not None or numeral.form != "digits" or numeral.scaled:
            return None
        inches = _inches(text, numeral, left)
        if inches is not None:
            return inches
        metres = _METRES.match(text, numeral.end)
        if metres is None:
            return None
        joint = metres[0][:-1]
        return Tail("unit", "metre", "length", metres.end(), joint, worded=False)
    if sign is not None:
        return tail if tail.kind == "money" and tail.worded else None
    if numeral.form in ("vague", "unknown") and tail.joint == "":
        return None
    return _checked(text, numeral, left, tail)


def _is_name(text: str, numeral: Numeral, tail: Tail) -> bool:
    """Whether unit and number are a name: the Six Day War, Nine Inch Nails, 40 Mile Road."""
    unit = text[numeral.end + 1 : tail.end]
    singular = numeral.low > 1 and unit.isalpha() and unit[-1] != "s"
    singular = singular and tail.kind in ("time", "unit")
    return (
        singular
        and tail.key not in ("foot", "hertz", "horsepower")
        and (
            text[tail.end : tail.end + 1] == " "
            and tail.dimension not in ("temperature", "magnitude")
        )
    )


def _is_no_cent(numeral: Numeral, left: list[str]) -> bool:
    word = left[-1].lower() if left else ""
    if numeral.low == 2 and word in ("my", "your", "his", "her", "their", "our"):
        return True
    return word in labels.lexicon()["label_before"]


def _inches(text: str, numeral: Numeral, left: list[str]) -> Tail | None:
    """ "2 1/2 in thick", "its length is 2 in.": where "in" is no preposition."""
    match = _INCHES.match(text, numeral.end)
    if match is None:
        return None
    if match["size"] is None and not _LENGTHS & {word.lower() for word in left[-6:]}:
        return None
    return Tail("unit", "inch", "length", numeral.end + 3, " ", worded=False)


def _checked(text: str, numeral: Numeral, left: list[str], tail: Tail) -> Tail | None:
    """The tail, where its word is not another word here: "two cup finals", "the 20 won"."""
    written = text[numeral.end : tail.end].lstrip(" -\u00a0")
    if tail.worded and tail.joint == " " and written[0].isupper() and _is_name(text, numeral, tail):
        return None
    if tail.kind == "money":
        reading = Reading(numeral.start, tail.end, numeral, bounds_of(numeral), tail, None, left, 0)
        if written == "Cent" or (tail.factor < 1 and _is_no_cent(numeral, left)):
            return None  # the singer, "my two cents", "section 7p"
        return tail if money.is_currency_word(text, reading, written) else None
    if tail.key == "pound" and tail.worded and written.lower() in ("pound", "pounds"):
        reading = Reading(numeral.start, tail.end, numeral, bounds_of(numeral), tail, None, left, 0)
        if money.are_pounds_money(text, reading, tail.end):
            return tail._replace(kind="money", key="GBP", dimension="money")
    if len(written) == 1 and tail.joint == " " and text[tail.end : tail.end + 1] == "-":
        return None
    if (tail.key == "bit" and numeral.low < 4) or (
        written == "t" and tail.joint and numeral.low < 100
    ):
        return None
    if tail.kind == "unit" and tail.key in _lists()["plural_only"] and tail.joint == " ":
        if tail.key == "stone":
            return tail if 4 <= numeral.low <= 40 else None
        if numeral.low > 1 and not written.endswith("s"):
            return None
    return tail


def unit_after_part(text: str, numeral: Numeral) -> Tail | None:
    """The unit of "half an hour", "half a mile", "three quarters of an inch", "half-litre"."""
    match = _PARTED.match(text, numeral.end)
    if match is None:
        return None
    tail = tails.read(text, match.end(), spelt=text[numeral.start].isalpha())
    return tail if tail is not None and tail.kind != "money" and tail.joint else None


def _range(text: str, reading: Reading) -> Reading | None:
    """The range that begins with the figure: "30 to 40", "5-7%", "between 44 mg and 50 mg"."""
    numeral, tail = reading.numeral, reading.tail
    if numeral.form not in ("digits", "words"):
        return None
    end = tail.end if tail is not None else numeral.end
    match = _JOIN.match(text, end)
    if match is None or not _may_join(match, reading):
        return None
    position = match.end()
    soft = _SOFT.match(text, position)
    if soft is not None:
        position = soft.end()
    below = tail is not None and tail.dimension in _BELOW and text[position : position + 1] in "-−"
    position += below
    if reading.sign is not None:
        signed = _SIGN.match(text, position)
        position = signed.end() if signed is not None else position
    if not _may_begin(text, position):
        return None
    second = numerals.read(text, position, money=reading.sign is not None)
    if second is None or second.form not in ("digits", "words"):
        return None
    if labels.shape_end(text, position, names=False) is not None and second.form == "digits":
        return None
    if second.form == "digits" and reading.sign is None:
        second = with_metres_or_millions(text, second, reading.left)
    second_tail = _tail(text, second, reading.left, reading.sign)
    if not _fit(tail, second_tail, reading):
        return None
    if match["gap"] and second_tail is None and not _is_range_told(reading.left):
        return None
    plain = tail is None and second_tail is None
    if plain and _is_four_digits(numeral) and labels.is_year(text, second, (), hedged=False):
        return None
    if second_tail is not None and second_tail.dimension in _BELOW:
        return _of_degrees(text, reading, second, second_tail, below=below)
    low, high = _scaled_alike(numeral, second)
    if low.low >= high.low or (match["word"] == "or" and high.low > 2 * low.low):
        return None
    if text[second.end : second.end + 1].isalnum() and second_tail is None:
        return None
    bounds: Bounds = hedges.between(bounds_of(low), bounds_of(high))
    stop = second_tail.end if second_tail is not None else second.end
    return reading._replace(end=stop, numeral=low, bounds=bounds, tail=second_tail or tail)


_BELOW = frozenset({"temperature", "degree"})


def _of_degrees(
    text: str, reading: Reading, second: Numeral, tail: Tail, *, below: bool
) -> Reading | None:
    """ "-5C to 3C", "-18C to -34C", told with the sign of the first, which `build` adds."""
    first = reading.numeral
    is_first_below = minus_start(text, reading) is not None
    sign = -1.0 if below is not is_first_below else 1.0
    one, other = first.low, second.low * sign
    if one == other or (one > other and not (below or is_first_below)):
        return None
    ends = Range(min(one, other), max(one, other))
    digits = max(first.digits, second.digits)
    bounds = Bounds("", ends.low, ends, ends, Hedge.BETWEEN, digits)
    return reading._replace(end=tail.end, bounds=bounds, tail=tail)


_OPPOSED = re.compile(r",?[ \n](?:but|and|yet)[ \n]")
_TOKEN = re.compile(r"[^ \n]+[ \n]")
_FLOORS = frozenset({Hedge.OVER, Hedge.FLOOR})
_CEILINGS = frozenset({Hedge.CEILING, Hedge.UP_TO})


def _two_sided(text: str, reading: Reading) -> Reading | None:
    """ "more than 20 but fewer than 30", "no more than 50 and no less than 20"."""
    numeral, tail = reading.numeral, reading.tail
    end = tail.end if tail is not None else numeral.end
    if text[end : end + 5].lstrip(",")[:2] not in (" b", " a", " y", "\nb", "\na"):
        return None
    if numeral.form not in ("digits", "words", "fraction"):
        return None
    first = hedges.before(text, reading.start, reading.floor, found=reading.left).hedges
    opposed = _opposed(text, end) if first else None
    if opposed is None:
        return None
    hedge, position = opposed
    upward = first[0] in _FLOORS
    if hedge not in (_CEILINGS if upward else _FLOORS) or not (upward or first[0] in _CEILINGS):
        return None
    second = numerals.read(text, position) if _may_begin(text, position) else None
    if second is None or second.form not in ("digits", "words"):
        return None
    second_tail = _tail(text, second, reading.left, None)
    if (
        not _fit(tail, second_tail, reading)
        or labels.shape_end(text, position, names=False) is not None
    ):
        return None
    low, high = (numeral, second) if upward else (second, numeral)
    if low.low >= high.low:
        return None
    bounds = hedges.between(bounds_of(low), bounds_of(high))
    stop = second_tail.end if second_tail is not None else second.end
    return reading._replace(
        end=stop, numeral=low, bounds=bounds, tail=second_tail or tail, two_sided=True
    )


def _opposed(text: str, end: int) -> tuple[Hedge, int] | None:
    """The hedge of up to five words after "but" or "and", and where its number begins."""
    match = _OPPOSED.match(text, end)
    if match is None:
        return None
    begun = position = match.end()
    best = None
    for _ in range(5):
        token = _TOKEN.match(text, position)
        if token is None:
            break
        position = token.end()
        found = hedges.before(text, position, begun)
        if found.hedges and found.start == begun:
            best = found.hedges[0], position
    return best


def _is_range_told(left: Sequence[str]) -> bool:
    return any(word.lower() in ("range", "ranges", "ranging", "ranged") for word in left[-3:])


def _is_four_digits(numeral: Numeral) -> bool:
    return numeral.is_whole and numeral.end - numeral.start == 4


def _may_begin(text: str, position: int) -> bool:
    head = text[position : position + 1]
    return bool(head) and (head.isdigit() or head.isalpha() or head in ".½⅓¼¾")


def _may_join(match: re.Match[str], reading: Reading) -> bool:
    """Whether the word or dash between two numbers can make a range of them."""
    left = [word.lower().strip(',.;:()"“”') for word in reading.left[-6:]]
    word = match["word"]
    if word == "and":
        return bool(left) and "between" in left[-3:]
    if word == "to":
        return match[0][0] == "-" or not (_lists()["change"] & set(left))
    if match["dash"]:
        return reading.numeral.form == "digits"
    return True


def _fit(first: Tail | None, second: Tail | None, reading: Reading) -> bool:
    """Whether the units of two numbers let them be the ends of one range."""
    if first is None:
        return True
    if second is None:
        return reading.sign is not None
    return first.kind == second.kind and first.key == second.key


def _scaled_alike(first: Numeral, second: Numeral) -> tuple[Numeral, Numeral]:
    """The first number with the magnitude of the second: "10 to 20 million"."""
    if first.scaled or second.factor == 1.0 or first.low >= second.low / second.factor:
        return first, second
    value = tidy(first.low * second.factor)
    return first._replace(low=value, high=value, scaled=True, factor=second.factor), second


def with_metres_or_millions(text: str, numeral: Numeral, left: Sequence[str]) -> Numeral:
    """The number, made millions where a single "m" follows it that is no metre."""
    if numeral.scaled:
        return numeral
    capital = _CAPITAL.match(text, numeral.end)
    if capital is not None and labels.counts_a_noun(text, capital.end()):
        factor = 1e6 if capital[0] == "M" else 1e9
        value = tidy(numeral.low * factor)
        return Numeral(
            numeral.start, capital.end(), value, value, numeral.digits, "digits", True, factor
        )
    match = _METRES.match(text, numeral.end)
    if match is None:
        return numeral
    if not _is_million(text, numeral, match, left):
        return numeral
    value = tidy(numeral.low * 1e6)
    return Numeral(numeral.start, match.end(), value, value, numeral.digits, "digits", True, 1e6)


def _is_million(text: str, numeral: Numeral, match: re.Match[str], left: Sequence[str]) -> bool:
    lists = _lists()
    rest = text[match.end() : match.end() + 40]
    if re.match(r"\s?\(", rest) or rest[:2] == " x" or match[0][0] == "-":
        return False
    words = [word.lower().strip(".,;:()") for word in rest.split()[:2]]
    if words and words[0] in lists["metres_after"]:
        return False
    if any(word.lower() in lists["metres_before"] for word in left[-3:]) and not (
        labels.counts_a_noun(text, match.end())
    ):
        return False
    if numeral.low >= 1000:
        return False
    if labels.counts_a_noun(text, match.end()):
        return True
    return any(word.lower() in lists["millions_before"] for word in left[-3:])

"""A plain number as written, and what follows it and belongs to it: a magnitude, a part of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.normalise.number_words import words
from checker.values import tidy

#: A space as it stands between the words of one figure; a wrapped line counts as one.
SPACE = "[ \t\u00a0\u2009\u202f\n]"
#: What may stand between two words of one figure: spaces, one line's end, or a hyphen.
GAP = "(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]?\n[ \t]?)"
JOINT = rf"(?:{GAP}|-)"

#: More digits than this are a serial number, a hash or an attack, and no figure.
LONGEST = 16
#: Nothing in the news is greater; "million million million" without end is an attack.
GREATEST = 1e18

#: A word that may go on with the figure.
WORD = re.compile(rf"{JOINT}?([A-Za-z]+)")
_PLURAL = frozenset({"millions", "billions", "trillions", "dozens"})
#: Magnitudes as abbreviated after a space.
_SPACED = frozenset({"bn", "mn", "tn", "mln", "bln", "tln", "trn"})


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


def magnitude(word: str) -> float | None:
    """What a folded word multiplies by: "million", "dozens"."""
    known = words().magnitudes
    return known.get(word) or (known.get(word[:-1]) if word in _PLURAL else None)


def scaled(text: str, numeral: Numeral, *, money: bool = False) -> Numeral:
    """The number with the magnitude that follows it: "5.4 billion", "2bn", "2 dozen"."""
    known = words()
    while (match := WORD.match(text, numeral.end)) is not None:
        word = match[1]
        after = text[match.end() : match.end() + 1]
        folded = word.lower()
        attached = match.start(1) == numeral.end
        factor = magnitude(folded)
        if factor is None and (attached or folded in _SPACED):
            factor = known.suffixes.get(folded) if word != "K" or attached else None
            if folded == "mm" and not money:
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


_AND_PART = re.compile(
    rf"{JOINT}(?:and|&){JOINT}(?:(?P<one>an?|one|1){JOINT}|(?P<many>[0-9]{{1,2}}|[a-z]+){JOINT})?"
    r"(?P<part>half|halves|[a-z]*(?:quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|twelfth|twentieth|thirtieth|hundredth|thousandth)s?)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(rf"{JOINT}([a-z]+)")
_NO_PLURALS = frozenset({"was", "is", "has", "as", "does", "us"})


def with_part(text: str, numeral: Numeral) -> Numeral:
    """The number with the part of one that follows: "two and a half million", "5 and a half",
    "a million and a half", "three and a fifth", "one hundred and three quarters".
    """
    match = _AND_PART.match(text, numeral.end)
    if match is None or numeral.low != int(numeral.low):
        return numeral
    known = words()
    word = match["part"].lower()
    under, many = known.fractions.get(word), (match["many"] or "").lower()
    times = 1.0
    if many:
        count = float(many) if many.isdigit() else known.cardinals.get(many)
        plural = word.endswith("s") or word == "halves"
        if count is None or not plural:
            return numeral
        times = count
    if under is None or under == 1 or (not many and word.endswith("s")):
        return numeral
    if word in known.ordinals and not _ends_a_number(text, match, bool(many)):
        return numeral
    part, end = times / under, match.end()
    following = WORD.match(text, end)
    above = magnitude(following[1].lower()) if following is not None else None
    if numeral.scaled and above is not None and following is not None and above < numeral.factor:
        value = tidy(numeral.low + above * part)  # "a billion and a half million"
        end = following.end()
    else:
        whole = 1.0 if numeral.factor == 100 else numeral.factor
        value = tidy(numeral.low + whole * part)
    joined = numeral._replace(end=end, low=value, high=value, digits=numeral.digits + 1)
    return joined if numeral.scaled else scaled(text, joined)


def _ends_a_number(text: str, match: re.Match[str], many: bool) -> bool:
    """Whether "two and a third" is a number and not "two, and a third man"."""
    if not many and match["one"] is None:
        return False
    noun = _NOUN.match(text, match.end())
    if noun is None or many:
        return True
    word = noun[1]
    return magnitude(word) is not None or (word.endswith("s") and word not in _NO_PLURALS)

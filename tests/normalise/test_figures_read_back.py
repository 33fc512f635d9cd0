"""Every value, printed in each of its forms, reads back, whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Kind
from checker.normalise import figures, numbers, units
from checker.values import Bounds, Measure, Score

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
UNITS = [*UNITS.split(), "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int, *, joint: str = " and ", hyphen: str = "-") -> str:
    """A whole number in words: British with "and", American without."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        rest = f"{hyphen}{UNITS[number % 10]}" if number % 10 else ""
        return TENS[number // 10] + rest
    for size, word in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            head = f"{spelt(number // size, joint=joint, hyphen=hyphen)} {word}"
            rest = number % size
            if not rest:
                return head
            link = joint if rest < 100 else " "
            return head + link + spelt(rest, joint=joint, hyphen=hyphen)
    raise AssertionError(number)


WHOLE = st.integers(0, 10**12 - 1) | st.integers(0, 2000)
FORMS = [
    lambda n: f"{n:,}",
    str,
    spelt,
    lambda n: spelt(n, joint=" "),
    lambda n: spelt(n, hyphen=" "),
    lambda n: spelt(n).capitalize(),
]


@given(WHOLE, st.sampled_from(FORMS))
def test_parse_reads_back_a_whole_number(number, form):
    assert numbers.parse(form(number)).nominal == number


@given(st.integers(1, 99_999), st.integers(1, 3))
def test_parse_reads_back_a_decimal(number, places):
    value = number / 10**places
    assert numbers.parse(f"{value:,.{places}f}").nominal == pytest.approx(value)


@given(st.integers(1, 9999), st.sampled_from(["million", "billion", "trillion"]))
def test_parse_reads_back_a_magnitude(tenths, magnitude):
    factor = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[magnitude]
    value = numbers.parse(f"{tenths / 10:.1f} {magnitude}")
    assert value.nominal == pytest.approx(tenths / 10 * factor)


AMOUNTS = [
    ("${:.1f} million", "USD", 1e6),
    ("${:.1f}m", "USD", 1e6),
    ("US${:.1f}bn", "USD", 1e9),
    ("£{:.1f} billion", "GBP", 1e9),
    ("{:.1f} million euros", "EUR", 1e6),
    ("{:.1f}m dollars", "USD", 1e6),
    ("EUR {:.1f} million", "EUR", 1e6),
    ("{:.1f} million Canadian dollars", "CAD", 1e6),
    ("Rs {:.1f} crore", "INR", 1e7),
]


@given(st.integers(1, 9999), st.sampled_from(AMOUNTS))
def test_parse_reads_back_money(tenths, amount):
    form, code, factor = amount
    value = numbers.parse(form.format(tenths / 10))
    assert value.unit == code
    assert value.amount.nominal == pytest.approx(tenths / 10 * factor)


MEASURES = [
    ("{} kilometres", "length", 1000),
    ("{}km", "length", 1000),
    ("{}-kilometre", "length", 1000),
    ("{} miles", "length", 1609.344),
    ("{} sq km", "area", 1e6),
    ("{} acres", "area", 4046.8564224),
    ("{} tonnes", "mass", 1000),
    ("{} litres", "volume", 1),
    ("{} mph", "speed", 1.609344),
    ("{}°C", "temperature", 1),
    ("minus {} degrees Celsius", "temperature", -1),
    ("{} megawatts", "power", 1e6),
    ("{}GB", "data", 1e9),
]


@given(st.integers(1, 9999), st.sampled_from(MEASURES))
def test_parse_reads_back_a_quantity(number, measure):
    form, dimension, factor = measure
    value = units.parse(form.format(number))
    assert value.dimension == dimension
    assert value.base.nominal == pytest.approx(number * factor)


@given(st.integers(1, 999), st.sampled_from(["day", "week", "month", "year", "hour", "minute"]))
def test_parse_reads_back_a_duration(number, unit):
    for form in (f"{number} {unit}s", f"{number}-{unit}", f"{spelt(number)} {unit}s"):
        value = units.parse(form)
        assert (value.amount.nominal, value.unit) == (number, unit)


@given(st.integers(1, 999))
def test_parse_reads_back_an_ordinal(number):
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0)
    assert numbers.parse(f"{number}{ending or 'th'}").nominal == number


@given(st.integers(0, 999), st.sampled_from(["{}%", "{} per cent", "{} percent", "{} pct"]))
def test_parse_reads_back_a_share(tenths, form):
    value = numbers.parse(form.format(tenths / 10))
    assert value.base.nominal == pytest.approx(tenths / 10)


@given(st.integers(1, 99), st.integers(1, 99))
def test_parse_reads_back_a_range(low, more):
    value = numbers.parse(f"between {low} and {low + more}")
    assert (value.literal.low, value.literal.high) == (low, low + more)


@given(st.integers(0, 99), st.integers(0, 99))
def test_find_reads_back_a_score(one, other):
    if (one, other) in ((24, 7), (50, 50), (9, 5)):
        return  # names by themselves
    found = figures.find(f"They won the match {one}-{other} at home.")
    assert [mention.value for mention in found] == [
        Score(f"{one}-{other}", (float(one), float(other)))
    ]


SAID = st.sampled_from(
    [
        "53 people",
        "$5.4 billion",
        "40 km",
        "5.5 per cent",
        "10 months",
        "two thirds of them",
        "at least 12 men",
        "some 230,000 votes",
        "a 31-24 win",
        "minus 5 Celsius",
        "a dozen dogs",
    ]
)
BEFORE = st.sampled_from(
    ["", "Officials said that ", "“", "(", "It was: ", "Then\n\n", "Yesterday, "]
)
AFTER = st.sampled_from(["", ".", ", he said.", "”", ")", "; nothing else", "\n\nMore followed."])


@given(BEFORE, SAID, AFTER)
def test_find_reads_the_same_whatever_stands_around(before, said, after):
    alone = figures.find(said)
    found = figures.find(before + said + after)
    assert [(m.kind, m.text, m.value) for m in found] == [(m.kind, m.text, m.value) for m in alone]
    assert all(
        m.span.start == a.span.start + len(before) for m, a in zip(found, alone, strict=True)
    )


@given(st.text(alphabet="0123456789,.-–$£€%½°'\" \nabkmMdBhtefornwsi()", max_size=60))
def test_find_gives_exact_words_and_finite_values(text):
    for mention in figures.find(text):
        assert text[mention.span.start : mention.span.end] == mention.text
        amount = mention.value.amount if isinstance(mention.value, Measure) else mention.value
        if isinstance(amount, Bounds):
            assert amount.literal.low <= amount.literal.high
            assert mention.kind is not Kind.NUMBER or amount.text == mention.text

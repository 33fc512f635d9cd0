"""Value first: a number, the many ways to say it, and what is no number."""

import math

import pytest

from checker.model import Kind
from checker.normalise import figures, numbers
from checker.values import Bounds, Measure, Score


def only(text):
    found = figures.find(text)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


NONE = [
    "One of the ministers resigned.",
    "No one was hurt.",
    "They accused one another.",
    "Call 020-7946-0958 for help.",
    "Call (202) 555-0143 for help.",
    "Dial 0800 496 0123.",
    "He called 911.",
    "The server at 10.20.30.40 was down.",
    "Version 2.4.1 is out.",
    "Flight MH17 was shot down.",
    "An F-16 and an AK-47 were seen.",
    "The bug is CVE-2014-0160.",
    "Super Bowl XXIII was a rout.",
    "The attacks of 9/11 changed it.",
    "In 2012, he moved.",
    "She has lived there since 2011.",
    "It began in March 2011.",
    "The 2004 tsunami is remembered.",
    "It was founded (1945) in Geneva.",
    "The 2012-13 season is over.",
    "From 1974 to 1978 he played.",
    "It was the fashion of the 1990s.",
    "It was the fashion of the '80s.",
    "They meet at 2000 GMT.",
    "It struck at 7:48 a.m.",
    "It struck at 9.30pm.",
    "Doors open from 5 to 7 p.m.",
    "He ran it in 2:09:45.",
    "They met on 31 Jan 2012.",
    "They met on January 31, 2012.",
    "They met on the 5th of June.",
    "They met on 10 and 11 March.",
    "They met on 2012-01-31.",
    "They met on 5/17/2018.",
    "The G8 met.",
    "Channel 4 said so.",
    "No. 10 Downing Street said so.",
    "He is the No. 1 pick.",
    "He lives at 1600 Pennsylvania Avenue.",
    "The corner of 97th Avenue and 117th Street",
    "Section 7 of the law",
    "Article 5 of the treaty",
    "Week 16 of the season",
    "It runs on Windows 8.",
    "The Boeing 737 landed.",
    "Interstate 95 was closed.",
    "He wore a number 10.",
    "The Philadelphia 76ers lost.",
    "A 3D film in 4K",
    "A 12-gauge shotgun",
    "A .22 rifle",
    "It has a 50-50 chance.",
    "The Boeing 777-200 landed.",
    "The iPhone 5, again",
    "A 7-Eleven shop",
    "A picture in 16:9",
    "For the first time, he spoke.",
    "Wait a second.",
    "In the first half they slept.",
    "The second half of the year",
    "It is a two-way street.",
    "The zero-day flaw",
    "World War Two ended.",
    "Formula One cars",
    "The couple were planning a trip.",
    "They scored late.",
    "He is better off.",
    "The third quarter was good.",
    "https://news.example/a?id=12345&p=2",
]


@pytest.mark.parametrize("text", NONE)
def test_find_leaves_what_is_no_number(text):
    assert figures.find(text) == []


NUMBERS = {
    12: ["12 people", "twelve people", "Twelve people", "TWELVE people", "a dozen people"],
    21: ["21 people", "twenty-one people", "twenty one people"],
    24: ["two dozen people", "2 dozen people", "24 people"],
    6: ["half a dozen people", "six people", "a half-dozen people"],
    2: ["a pair of gunmen", "two gunmen"],
    100: ["100 people", "a hundred people", "one hundred people"],
    102: ["a hundred and two people", "one hundred two people"],
    5432: ["5,432 people", "5432 people", "5\u00a0432 people"],
    1234567: ["1,234,567 people", "1 234 567 people", "12,34,567 people"],
    500_000: ["half a million people", "500,000 people", "500k people"],
    1_500_000: [
        "1.5 million people",
        "1.5m people",
        "1.5M users",
        "one and a half million people",
        "a million and a half people",
        "15 lakh people",
        "one point five million people",
    ],
    2_000_000_000: ["2bn people", "2 billion people", "two thousand million people"],
    250_000: ["a quarter of a million people"],
    3.25: ["3 1/4 pages", "3-1/4 pages", "3¼ pages", "three and a quarter pages"],
}


@pytest.mark.parametrize(
    ("number", "text"), [(number, text) for number, ways in NUMBERS.items() for text in ways]
)
def test_find_reads_a_number_in_every_form(number, text):
    found = only(text)
    assert found.kind is Kind.NUMBER
    assert isinstance(found.value, Bounds)
    assert found.value.nominal == number


INF = math.inf
HEDGES = [
    ("53", (53, 53), (53, 53)),
    ("5,400", (5350, 5450), (5350, 5450)),
    ("10,000", (9500, 10500), (9500, 10500)),
    ("some 230,000", (184_000, 276_000), (207_000, 253_000)),
    ("about 40", (32, 48), (36, 44)),
    ("an estimated 7,500", (6000, 9000), (6750, 8250)),
    ("40 or so", (32, 48), (36, 44)),
    ("more than 53", (53, INF), (53, 60)),
    ("over 5,400", (5400, INF), (5400, 5500)),
    ("well over 100", (100, INF), (100, 200)),
    ("at least eight", (8, INF), (8, 10)),
    ("no fewer than 12", (12, INF), (12, 20)),
    ("5,400 or more", (5400, INF), (5400, 5500)),
    ("200-plus", (200, INF), (200, 300)),
    ("at least an estimated 40", (32, INF), (36, 50)),
    ("nearly 400", (360, 400), (360, 400)),
    ("almost 100", (90, 100), (90, 100)),
    ("just under 50", (45, 50), (45, 50)),
    ("up to 1,000", (0, 1000), (0, 1000)),
    ("as many as 50", (0, 50), (0, 50)),
    ("no more than 50", (0, 50), (0, 50)),
    ("fewer than 50", (0, 50), (0, 50)),
    ("dozens", (24, INF), (24, 100)),
    ("hundreds of thousands", (200_000, INF), (200_000, 1_000_000)),
    ("tens of thousands", (20_000, INF), (20_000, 100_000)),
    ("several hundred", (200, INF), (200, 1000)),
    ("between 30 and 40", (30, 40), (30, 40)),
    ("30 to 40", (30, 40), (30, 40)),
    ("30-40", (30, 40), (30, 40)),
    ("10 to 20 million", (10_000_000, 20_000_000), (10_000_000, 20_000_000)),
    ("a record 12", (12, 12), (12, 12)),
]


@pytest.mark.parametrize(("words", "literal", "usual"), HEDGES)
def test_find_reads_hedges_by_the_table(words, literal, usual):
    found = only(f"It is said that {words} people were there.")
    assert found.text == words
    assert (found.value.literal.low, found.value.literal.high) == literal
    assert (found.value.usual.low, found.value.usual.high) == usual


@pytest.mark.parametrize("words", ["several", "a few", "a handful"])
def test_find_keeps_words_that_give_no_figure(words):
    text = "a handful of men" if words == "a handful" else f"{words} men"
    found = only(text)
    assert found.text == words
    assert found.value.hedge == "unknown"


@pytest.mark.parametrize(
    ("text", "words", "leaves_out"),
    [
        ("another 53 people died", "another 53", "another"),
        ("53 more people died", "53 more", "another"),
        ("dozens more civilians", "dozens more", "another"),
        ("four others were hurt", "four others", "others"),
        ("four other people were hurt", "four other", "others"),
        ("the other two men", "the other two", "others"),
        ("13 more than last year", "13", ""),
    ],
)
def test_find_keeps_who_is_left_out(text, words, leaves_out):
    found = only(text)
    assert (found.text, found.value.leaves_out) == (words, leaves_out)


def test_find_reads_a_change_as_two_numbers():
    assert [m.text for m in figures.find("The toll rose from 38 to 41.")] == ["38", "41"]


@pytest.mark.parametrize(
    ("text", "numbers_read"),
    [
        ("Killing one and wounding two", [1, 2]),
        ("one man was shot", [1]),
        ("at least one of them died", [1]),
        ("2000 homes burnt", [2000]),
        ("some 2000 people", [2000]),
        ("In Homs 55 civilians died", [55]),
        ("On Monday 53 people were killed", [53]),
        ("Quake Kills 24, Injures 200", [24, 200]),
    ],
)
def test_find_tells_numbers_from_their_doubles(text, numbers_read):
    assert [m.value.nominal for m in figures.find(text)] == numbers_read


@pytest.mark.parametrize(
    ("text", "words", "rank"),
    [
        ("the fourth quake of the week", "fourth", 4),
        ("his third title", "third", 3),
        ("the team's 16th straight win", "16th", 16),
        ("the twenty-first coach", "twenty-first", 21),
        ("she finished second", "second", 2),
        ("in third place", "third", 3),
    ],
)
def test_find_reads_ordinals_that_rank(text, words, rank):
    found = only(text)
    assert found.kind is Kind.ORDINAL
    assert (found.text, found.value.nominal) == (words, rank)


@pytest.mark.parametrize(
    ("text", "base", "unit"),
    [
        ("5.5 per cent", 5.5, "percent"),
        ("5.5%", 5.5, "percent"),
        ("five and a half percent", 5.5, "percent"),
        ("minus five percent", -5, "percent"),
        ("50 basis points", 0.5, "basis point"),
        ("two percentage points", 2, "percentage point"),
        ("two thirds of voters", 100 * 2 / 3, "fraction"),
        ("a quarter of voters", 25, "fraction"),
        ("three-quarters of voters", 75, "fraction"),
        ("half of the voters", 50, "fraction"),
        ("a quarter of a percentage point", 0.25, "percentage point"),
        ("a third of them", 100 / 3, "fraction"),
    ],
)
def test_find_reads_shares(text, base, unit):
    found = only(text)
    assert found.kind is Kind.PERCENT
    assert isinstance(found.value, Measure)
    assert found.value.unit == unit
    assert found.value.base.nominal == pytest.approx(base, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "words", "code", "amount"),
    [
        ("a $5.4 billion deal", "$5.4 billion", "USD", 5.4e9),
        ("paid US$1.5bn", "US$1.5bn", "USD", 1.5e9),
        ("paid £91m", "£91m", "GBP", 91e6),
        ("paid $334M", "$334M", "USD", 334e6),
        ("paid 3.2 million euros", "3.2 million euros", "EUR", 3.2e6),
        ("paid EUR 20", "EUR 20", "EUR", 20),
        ("paid A$12,500", "A$12,500", "AUD", 12500),
        ("paid 20 million pounds", "20 million pounds", "GBP", 20e6),
        ("fined 200 pounds", "200 pounds", "GBP", 200),
        ("paid 50 cents", "50 cents", "USD", 0.5),
        ("paid Rs 500", "Rs 500", "INR", 500),
        ("paid 10 Canadian dollars", "10 Canadian dollars", "CAD", 10),
        ("paid up to $6 million", "up to $6 million", "USD", 6e6),
        ("20 dollars and 43 cents", "20 dollars and 43 cents", "USD", 20.43),
    ],
)
def test_find_reads_money_with_its_code(text, words, code, amount):
    found = only(text)
    assert found.kind is Kind.MONEY
    assert (found.text, found.value.unit) == (words, code)
    assert found.value.amount.nominal == pytest.approx(amount)


def test_find_gives_the_magnitude_to_both_ends_of_a_range_of_money():
    found = only("It cost $10-$20 million.")
    assert (found.value.amount.literal.low, found.value.amount.literal.high) == (10e6, 20e6)


@pytest.mark.parametrize(
    ("text", "words", "parts", "of"),
    [
        ("a 31-24 win over Lyon", "31-24", (31, 24), "score"),
        ("Lyon (10-0) play on", "10-0", (10, 0), "score"),
        ("by 341 votes to 96", "341 votes to 96", (341, 96), "vote"),
        ("the senate voted 52-48", "52-48", (52, 48), "vote"),
        ("10 of the 15 members agreed", "10 of the 15", (10, 15), "ratio"),
        ("one in five adults", "one in five", (1, 5), "ratio"),
        ("29-of-34 passing", "29-of-34", (29, 34), "ratio"),
        ("six out of 10 voters", "six out of 10", (6, 10), "ratio"),
    ],
)
def test_find_reads_scores_votes_and_ratios(text, words, parts, of):
    found = only(text)
    assert found.kind is Kind.SCORE
    assert found.value == Score(words, parts, of)


def test_find_counts_twice_where_some_of_the_dead_are_told():
    assert [m.text for m in figures.find("12 of the 53 people killed")] == ["12", "53"]


@pytest.mark.parametrize(
    ("words", "nominal"),
    [("2012", 2012), ("one", 1), ("some 40", 40), ("two thousand", 2000), ("21st", 21)],
)
def test_parse_takes_the_words_for_a_figure(words, nominal):
    assert numbers.parse(words).nominal == nominal


@pytest.mark.parametrize("words", ["", "people", "the first quarter of it", "40 people"])
def test_parse_gives_nothing_for_other_words(words):
    assert numbers.parse(words) is None

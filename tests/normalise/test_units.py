"""Quantities, durations and ages: the value, the ways to say it, and what is none."""

import subprocess
import sys

import pytest

from checker.model import Kind
from checker.normalise import figures, units
from checker.values import Verdict, compare_conversion


def only(text):
    found = figures.find(text)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The 13F filing was late.",
        "It lies at 34 degrees north.",
        "It lies at 40°26′N.",
        "She has a degree in law.",
        "two cup finals",
        "a two-bit crook",
        "It pays $500 a week.",
        "It happens twice a week.",
        "three weeks ago",
        "two days later",
        "a day after the vote",
        "a year ago",
        "Wait a minute.",
        "The 100 Club",
        "He is in a second rehab centre.",
    ],
)
def test_find_leaves_what_is_no_quantity(text):
    assert [m for m in figures.find(text) if m.kind in units.KINDS] == []


@pytest.mark.parametrize(
    ("dimension", "base", "text"),
    [
        ("length", 40_000, "40 kilometers"),
        ("length", 40_000, "40km"),
        ("length", 40_000, "a 40-kilometre front"),
        ("length", 40_000, "forty kilometres"),
        ("length", 40_233.6, "25 miles"),
        ("length", 804.672, "half a mile"),
        ("length", 1.7526, "5ft 9in"),
        ("length", 1.7526, "5-foot-9"),
        ("length", 1.8796, "6'2\""),
        ("length", 60, "fell 60m from a ridge"),
        ("length", 18_520, "10 nautical miles"),
        ("area", 2_589_988.11, "one square mile"),
        ("area", 5_000_000, "5 sq km"),
        ("area", 5_000_000, "5 km²"),
        ("volume", 158.987, "one barrel"),
        ("mass", 3.7138, "8lb 3oz"),
        ("mass", 2000, "two tonnes"),
        ("mass", 9.0718, "20 pounds"),
        ("speed", 96.56, "60 mph"),
        ("speed", 96.56, "60 miles an hour"),
        ("speed", 100, "100 km/h"),
        ("temperature", 30, "highs of 30C"),
        ("temperature", 30, "86 degrees Fahrenheit"),
        ("temperature", -5, "-5°C"),
        ("temperature", -5, "minus 5 Celsius"),
        ("temperature difference", 2, "a rise of 2 degrees Celsius"),
        ("energy", 3.6e9, "1 MWh"),
        ("power", 5e8, "500 megawatts"),
        ("data", 2e9, "2 GB"),
        ("magnitude", 6.1, "a magnitude 6.1 quake"),
        ("magnitude", 6.1, "a 6.1-magnitude quake"),
        ("magnitude", 6.1, "a magnitude of 6.1"),
        ("magnitude", 6.1, "6.1 on the Richter scale"),
    ],
)
def test_find_reads_a_quantity_in_its_base_unit(dimension, base, text):
    found = only(text)
    assert found.kind is Kind.QUANTITY
    assert found.value.dimension == dimension
    assert found.value.base.nominal == pytest.approx(base, rel=1e-4)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2m Windows users", Kind.NUMBER),
        ("1.3m people", Kind.NUMBER),
        ("the 100m final", Kind.QUANTITY),
        ("a 5m wall", Kind.QUANTITY),
        ("fell about 200m down a gully", Kind.QUANTITY),
        ("paid £91m", Kind.MONEY),
    ],
)
def test_find_tells_metres_from_millions(text, kind):
    assert only(text).kind is kind


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It is 40 kilometers (25 miles) away.", Verdict.AGREES),
        ("It is 40 kilometers (30 miles) away.", Verdict.CONTRADICTS),
        ("It is 75 km (50 miles) away.", Verdict.AGREES),
        ("He is 5ft 9in (1.75m) tall.", Verdict.AGREES),
        ("It rose by 2 C (3.6 F) overnight.", Verdict.AGREES),
        ("It weighs 10 kg, or 22 pounds, in all.", Verdict.AGREES),
        ("It weighs 3 tons (2.7 tonnes) in all.", Verdict.AGREES),
    ],
)
def test_find_links_what_is_said_twice(text, verdict):
    one, other = figures.find(text)
    assert one.partner == other.span
    assert other.partner == one.span
    assert compare_conversion(one.value, other.value).verdict is verdict


def test_find_links_no_two_different_things():
    assert all(m.partner is None for m in figures.find("40 km and 25 miles; 5 kg (2 metres)"))


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("After 10 months of conflict", "10 months", 280, 310),
        ("encircled for the past six days", "the past six days", 6, 6),
        ("a 15-month-old uprising", "15-month-old", 420, 465),
        ("a yearlong crackdown", "yearlong", 292, 439.2),
        ("besieged for a week", "a week", 7, 7),
        ("within 24 hours", "24 hours", 1, 1),
        ("half an hour", "half an hour", 1 / 48, 1 / 48),
        ("2 hours 10 minutes", "2 hours 10 minutes", 130 / 1440, 130 / 1440),
        ("an hour and 45 minutes", "an hour and 45 minutes", 105 / 1440, 105 / 1440),
        ("for a year and a half", "a year and a half", 547.5, 549),
        ("a three-year-old company", "three-year-old", 1095, 1098),
        ("a 30-year-old mark", "30-year-old", 10950, 10980),
        ("a two-week-long siege", "two-week-long", 14, 14),
    ],
)
def test_find_reads_durations_in_days(text, words, low, high):
    found = only(text)
    assert found.kind is Kind.DURATION
    assert found.text == words
    assert found.value.base.literal.low == pytest.approx(low, rel=1e-6)
    assert found.value.base.literal.high == pytest.approx(high, rel=1e-6)


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        ("a 10-year-old girl", "10-year-old", 10),
        ("the 66-year-old said", "66-year-old", 66),
        ("a ten-year-old Greek boy", "ten-year-old", 10),
        ("Ann Smith, 36, said", "36", 36),
        ("Smith, 36, was hurt.", "36", 36),
        ("John Roe Jr., 49, escaped", "49", 49),
        ("Ann Smith (36) said", "36", 36),
        ("a boy aged 15", "15", 15),
        ("a woman of 34.", "34", 34),
        ("at the age of 15", "15", 15),
        ("She was 34.", "34", 34),
        ("She is 34 years old.", "34 years old", 34),
        ("an 18-month-old baby", "18-month-old", 1),
        ("a man in his 30s", "30s", 30),
        ("a woman in her early 20s", "early 20s", 20),
    ],
)
def test_find_reads_ages_in_whole_years(text, words, years):
    found = only(text)
    assert found.kind is Kind.AGE
    assert found.text == words
    assert found.value.dimension == "age"
    assert found.value.base.nominal == years


def test_find_reads_both_of_two_ages():
    found = figures.find("The boys, aged 15 and 17, were hurt.")
    assert [(m.kind, m.text) for m in found] == [(Kind.AGE, "15"), (Kind.AGE, "17")]


@pytest.mark.parametrize(
    "text",
    [
        "In Homs, 55 civilians died.",
        "She is a mother of 12.",
        "On Monday, 36 people met.",
        "On March 11, 2005, it came.",
    ],
)
def test_find_takes_no_count_for_an_age(text):
    assert all(m.kind is not Kind.AGE for m in figures.find(text))


def test_a_text_without_quantities_never_loads_pint():
    code = (
        "import sys\n"
        "from checker.normalise import figures\n"
        "figures.find('More than 5,400 people died in 10 months; Smith, 36, paid $5 million.')\n"
        "assert 'pint' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("words", ["40 km", "10 months", "5ft 9in"])
def test_parse_takes_the_whole_words(words):
    assert units.parse(words).text == words


@pytest.mark.parametrize("words", ["", "40", "40 km away"])
def test_parse_gives_nothing_for_other_words(words):
    assert units.parse(words) is None

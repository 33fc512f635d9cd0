"""People: who is a person, the parts of the name, and who is meant by a surname alone."""

from __future__ import annotations

import pytest

from checker.normalise import people
from checker.values import PersonName, Verdict, compare_people


def names(text: str) -> list[str]:
    return [mention.text for mention in people.find(text)]


def full(text: str) -> list[str]:
    """The people of a text by their fullest names, in the order of the text."""
    found = people.find(text)
    known = people.resolve(found)
    return [" ".join((*known[m.span].given, known[m.span].surname)) for m in found]


def name(words: str) -> PersonName:
    parsed = people.parse(words)
    assert parsed is not None
    return parsed


NOBODY = [
    "The Syrian National Council met on Monday.",
    "Meanwhile, the weather in Nice was fine.",
    "Twelve Syrians fled from East Jerusalem.",
    "He starred in American Pie before the World Cup.",
    "On Monday and Tuesday the Middle East was calm.",
    "The Indianapolis Colts lost in the Super Bowl.",
    "Russia and China vetoed it; Veto-wielding Russia did so twice.",
    "Storm Batters Northern Coast As Thousands Leave Homes",
    "The Foreign Minister of Zendland resigned.",
    "In New York and Los Angeles prices rose.",
    "Chipmaker AMD said that AMD would hire.",
    "He walked through Hyde Park to Main Street.",
    "United Nations observers left.",
    "Internet Explorer has a flaw.",
    "President's Day is a holiday.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_find_no_person(text):
    assert names(text) == []


PERSONS = [
    ("Foreign Minister Arvo Kesk spoke.", ["Arvo Kesk"]),
    ("Zendland's foreign minister, Arvo Kesk, spoke.", ["Arvo Kesk"]),
    ("Arvo Kesk, the foreign minister of Zendland, spoke.", ["Arvo Kesk"]),
    ("It is late, Arvo Kesk said.", ["Arvo Kesk"]),
    ("Police arrested Tolla Vintry, 36, on Monday.", ["Tolla Vintry"]),
    ("The death of 10-year-old Tolla Vintry shook the town.", ["Tolla Vintry"]),
    ("He met Ban Ki-moon and Ursula von der Leyen.", ["Ban Ki-moon", "Ursula von der Leyen"]),
    ("General Omar Ahmed Mustafa al-Dari left.", ["Omar Ahmed Mustafa al-Dari"]),
    ("Herman Van Rompuy and S. Rich agreed.", ["Herman Van Rompuy", "S. Rich"]),
    ("He met Dr. Ann Lee and Mrs Kang.", ["Dr. Ann Lee", "Mrs Kang"]),
    ("They blamed Barry White and Bill Gates.", ["Barry White", "Bill Gates"]),
    ("Troubled Tara Reid sang; troubled times.", ["Tara Reid"]),
    ("Jim O'Brien and Ka'Loni Marie Flynn won.", ["Jim O'Brien", "Ka'Loni Marie Flynn"]),
    ("Texas Republican Senator John Corwin voted.", ["John Corwin"]),
    ("pro-Kesk forces fled; Arvo Kesk said no.", ["Kesk", "Arvo Kesk"]),
    ("Michael Jordan flew to Amman in Jordan.", ["Michael Jordan"]),
    ("Sergei\u00a0Lavrov told Reuters.", ["Sergei\u00a0Lavrov"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_find_people(text, expected):
    assert names(text) == expected


def test_find_surname_only_after_its_full_name():
    assert names("Vintry said no.") == []
    assert full("Tolla Vintry, 36, was held. Vintry said no.") == ["Tolla Vintry"] * 2


def test_find_headline_name_only_when_it_stands_in_the_story():
    headline = "Arvo Kesk Defends Arms Sales After Talks\n"
    assert names(headline) == []
    assert names(headline + "Arvo Kesk said no.") == ["Arvo Kesk", "Arvo Kesk"]


def test_resolve_leaves_a_surname_that_two_people_bear():
    assert full("Hillary Clinton met Bill Clinton. Clinton spoke.")[-1] == "Clinton"


def test_resolve_completes_a_surname_with_another_article():
    assert full("Bashar al-Assad spoke. Assad left.")[-1] == "Bashar al-Assad"


def test_resolve_takes_the_fuller_name():
    assert set(full("Sgt. Mark Heller fell. Mark Jay Heller was 30. Heller is dead.")) == {
        "Mark Jay Heller"
    }


SAME = [
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Bashar Al-Assad", "Bashar al-Assad"),
    ("Aleksandr Petrov", "Alexander Petroff"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Wladimir Klitschko", "Vladimir Klichko"),
    ("Mohammed Morsi", "Mohamed Mursi"),
    ("Bill Gates", "William Gates"),
    ("Liz Taylor", "Elizabeth Taylor"),
    ("Hervé Ladsous", "Herve Ladsous"),
    ("J. Smith", "John Smith"),
    ("John Smith", "John Quentin Smith"),
    ("Ban Ki-moon", "Ban Ki Moon"),
    ("Kyung-wha Kang", "Kang Kyung-wha"),
    ("Dr. Ann Lee", "Ann Lee"),
    ("Smith", "Jane Smith"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_parse_same_person(a, b):
    assert compare_people(name(a), name(b)).verdict is Verdict.AGREES


OTHER = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Hillary Clinton", "Bill Clinton"),
    ("Jane Smith", "John Smith"),
    ("Sergei Lavrov", "Gennady Gatilov"),
    ("Ban Ki-moon", "Moon Jae-in"),
]


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_parse_another_person(a, b):
    assert compare_people(name(a), name(b)).verdict is Verdict.CONTRADICTS


def test_parse_slip_of_spelling_is_unsure():
    assert compare_people(name("Duncan Rait"), name("Duncan Raite")).verdict is Verdict.UNSURE


PARTS = [
    ("Ban Ki-moon", ("Ki-moon",), "Ban"),
    ("Hu Jintao", ("Jintao",), "Hu"),
    ("Kyung-wha Kang", ("Kyung-wha",), "Kang"),
    ("Herman Van Rompuy", ("Herman",), "Van Rompuy"),
    ("Ursula von der Leyen", ("Ursula",), "von der Leyen"),
    ("Mohammed Ahmed al-Dabi", ("Mohammed", "Ahmed"), "al-Dabi"),
    ("Lee Smith", ("Lee",), "Smith"),
    ("Mrs. May", (), "May"),
]


@pytest.mark.parametrize(("words", "given", "surname"), PARTS)
def test_parse_parts(words, given, surname):
    parsed = name(words)
    assert (parsed.given, parsed.surname) == (given, surname)


def test_parse_no_name():
    assert people.parse("the meeting") is None


def test_parse_suffix_and_honorific():
    parsed = name("Sir Arcade Joseph Comeaux Jr")
    assert (parsed.honorific, parsed.surname, parsed.suffix) == ("Sir", "Comeaux", "Jr")

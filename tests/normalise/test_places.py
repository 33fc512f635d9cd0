"""Places: the gazetteer's, the text's own, and the words that are none."""

from __future__ import annotations

import pytest

from checker.model import Mention
from checker.normalise import people, places
from checker.values import Place, place_relation


def find(text: str) -> list[Mention]:
    return places.find(text, taken=[mention.span for mention in people.find(text)])


def keys(text: str) -> list[str]:
    return [m.value.key for m in find(text) if isinstance(m.value, Place)]


def place(text: str, words: str) -> Place:
    value = next(m.value for m in find(text) if m.text == words)
    assert isinstance(value, Place)
    return value


NO_PLACE = [
    "Confidence in Vintry fell.",
    "He spoke in English and in Arabic.",
    "She starred in Taradise and in American Pie.",
    "It happened in March, in Ramadan, in Congress.",
    "Jackson said Clinton had lost the Reading round.",
    "Mobile phones are nice; Nice phones are not.",
    "Tell Us about it, or ask The Of.",
    "Paris Hilton and Michael Jordan spoke.",
    "The March of the penguins.",
    "He scored the most points in MVC history.",
    "Police said so in a statement on Facebook.",
    "The East and the West disagree.",
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_find_no_place(text):
    assert keys(text) == []


KNOWN = [
    ("They fled to Syria.", ["SY"]),
    ("the United States, Britain and the UAE", ["US", "GB", "AE"]),
    ("It fell on Homs.", ["SY/homs"]),
    ("He was in Homs province.", ["SY-HI"]),
    ("in the Aleppo and Idlib provinces", ["SY-HL", "SY-ID"]),
    ("Kiev and Kyiv", ["UA/kyiv", "UA/kyiv"]),
    ("Paris, Texas, and Paris", ["US/paris", "US-TX", "US/paris"]),
    ("a flat in Paris", ["FR/paris"]),
    ("the clinic in Rancho Mirage, Calif.", ["US/rancho-mirage"]),
    ("a fire in Mobile, Ala.", ["US/mobile"]),
    ("Washington was worried.", ["US/washington"]),
    ("Moscow-backed rebels", ["RU/moscow"]),
    (
        "Atlanta, Macon and Savannah lie in Georgia.",
        ["US/atlanta", "US/macon", "US/savannah", "US-GA"],
    ),
    ("Tbilisi, Georgia", ["GE/tbilisi", "GE"]),
    ("DUBAI: Prices rose.", ["AE/dubai"]),
    ("Michael Jordan flew to Amman in Jordan.", ["JO/amman", "JO"]),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_find_known_places(text, expected):
    assert keys(text) == expected


UNKNOWN = [
    ("The city of Varn fell.", "Varn", "city", ()),
    ("The port of Varn in Zendland fell.", "Varn", "city", ("zendland",)),
    ("It was in the Zendland city of Varn.", "Varn", "city", ("zendland",)),
    ("They died in Orlim and Tasko provinces in Zendland.", "Orlim", "region", ("zendland",)),
    ("They died in Orlim and Tasko provinces in Zendland.", "Tasko", "region", ("zendland",)),
    ("Marn, a village in southern Zendland, burnt.", "Marn", "city", ("zendland",)),
    ("Twelve were killed in Varn on Monday.", "Varn", "place", ()),
    ("Shells hit Rankus, 40 km (25 miles) north of Damascus.", "Rankus", "place", ("SY",)),
    ("A fire in Stiles, Texas, killed three.", "Stiles", "place", ("US-TX", "US")),
    ("VARN, Zendland, June 3 (AP) — A bomb went off.", "VARN", "place", ("zendland",)),
    ("Elsewhere in Zendland, troops took the town of Orlim.", "Orlim", "city", ("zendland",)),
    ("They met in Fulton County, Ga., on Monday.", "Fulton County", "place", ("US-GA", "US")),
]


@pytest.mark.parametrize(("text", "words", "kind", "within"), UNKNOWN)
def test_find_places_that_only_the_text_knows(text, words, kind, within):
    found = place(text, words)
    assert (found.known, found.kind, found.within) == (False, kind, within)


def test_find_one_name_is_one_place():
    text = "Varn burnt. The city of Varn in Zendland is old. Varn’s mayor left."
    assert keys(text) == ["varn", "varn", "zendland", "varn"]


def test_containment_of_city_region_and_country():
    homs, province, country = (places.parse(words) for words in ("Homs", "Latakia", "Syria"))
    assert homs is not None
    assert province is not None
    assert country is not None
    assert place_relation(homs, country) == "within"
    assert place_relation(country, homs) == "around"
    assert place_relation(homs, province) == "apart"


def test_parse_with_state():
    paris = places.parse("Paris, Texas")
    assert paris is not None
    assert paris.within == ("US-TX", "US")
    assert places.parse("Zendland") is None


def test_demonym():
    syria = places.demonym("Syrians")
    assert syria is not None
    assert (syria.key, syria.name) == ("SY", "Syria")
    assert places.demonym("soldiers") is None


def test_find_demonyms_only_when_asked():
    text = "Indonesian troops left."
    assert places.find(text) == []
    assert [m.value.key for m in places.find(text, demonyms=True)] == ["ID"]

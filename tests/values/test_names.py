"""Names, offices and places: what is one, what may be a slip, and what is another."""

from __future__ import annotations

import pytest

from checker.normalise import offices, orgs, people, places
from checker.values import Office, PersonName, Place, compare, exactly, place_relation


def person(words: str) -> PersonName:
    value = people.parse(words)
    assert isinstance(value, PersonName), words
    return value


def office(words: str) -> Office:
    value = offices.parse(words)
    assert isinstance(value, Office), words
    return value


def place(name: str, key: str, *within: str, known: bool = True, kind: str = "city") -> Place:
    return Place(name, name, key, kind, within, known)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Lavrov", "Sergei Lavrov"),
        ("J. Smith", "John Smith"),
        ("Bill Clinton", "William Clinton"),
        ("Ban Ki-moon", "Ban Ki Moon"),
        ("Mark Jay Heller", "Mark Heller"),
    ],
)
def test_forms_of_one_name_agree(a: str, b: str):
    assert both_ways(a, b) == {"agrees"}


@pytest.mark.parametrize(
    ("a", "b"), [("Duncan Rait", "Duncan Raite"), ("Marta Holm", "Martha Holm")]
)
def test_slips_of_spelling_are_unsure(a: str, b: str):
    assert "contradicts" not in both_ways(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jane Smith", "John Smith"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Anna Berg", "Anna Holm"),
        ("George Bush Jr.", "George Bush Sr."),
    ],
)
def test_two_people_contradict(a: str, b: str):
    assert both_ways(a, b) == {"contradicts"}


def both_ways(a: str, b: str) -> set[str]:
    first, second = person(a), person(b)
    return {compare(first, second).verdict, compare(second, first).verdict}


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("foreign minister", "Russian foreign minister", "agrees"),
        ("French foreign minister", "Russian foreign minister", "contradicts"),
        ("deputy foreign minister", "foreign minister", "contradicts"),
        ("foreign minister", "defence minister", "contradicts"),
        ("former president", "president", "contradicts"),
    ],
)
def test_offices_compare_by_role_rank_and_body(a: str, b: str, verdict: str):
    assert compare(office(a), office(b)).verdict == verdict


@pytest.mark.parametrize(("words", "past"), [("former mayor", True), ("mayor", False)])
def test_office_knows_whether_it_is_held_no_longer(words: str, past: bool):
    assert office(words).is_past is past


def test_names_of_one_body_agree():
    first, second = orgs.parse("United Nations"), orgs.parse("UN")
    third = orgs.parse("European Union")
    assert first is not None
    assert second is not None
    assert third is not None
    assert compare(first, second).verdict == "agrees"
    assert compare(first, third).verdict == "contradicts"


SYRIA = place("Syria", "SY", kind="country")
HOMS = place("Homs", "SY/homs", "SY")
IDLIB = place("Idlib", "SY/idlib", "SY")
BOTH = Place("Homs and Idlib", "Homs and Idlib", "SY/homs+SY/idlib", "places", ("SY",), True)
NOWHERE = place("Varn", "varn", known=False)
IN_SYRIA = place("Varn", "varn", "SY", known=False)
IN_PERU = place("Calca", "calca", "PE", known=False)
PERU = place("Peru", "PE", kind="country")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (HOMS, HOMS, "same"),
        (HOMS, SYRIA, "within"),
        (SYRIA, HOMS, "around"),
        (HOMS, IDLIB, "apart"),
        (SYRIA, PERU, "apart"),
        (HOMS, BOTH, "within"),
        (BOTH, HOMS, "around"),
        (NOWHERE, SYRIA, "unknown"),
        (NOWHERE, HOMS, "unknown"),
        (IN_SYRIA, SYRIA, "within"),
        (IN_SYRIA, HOMS, "unknown"),
        (IN_SYRIA, IN_PERU, "apart"),
        (IN_PERU, HOMS, "apart"),
    ],
)
def test_place_relation_says_how_two_places_lie(a: Place, b: Place, relation: str):
    assert place_relation(a, b) == relation
    turned = {"within": "around", "around": "within"}.get(relation, relation)
    assert place_relation(b, a) == turned


@pytest.mark.parametrize(("a", "b"), [("Homs", "Syria"), ("Lima", "Peru"), ("Hamburg", "Germany")])
def test_cities_of_the_gazetteer_lie_in_their_country(a: str, b: str):
    city, country = places.parse(a), places.parse(b)
    assert city is not None
    assert country is not None
    assert place_relation(city, country) == "within"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [(HOMS, SYRIA, "agrees"), (NOWHERE, HOMS, "unsure"), (HOMS, IDLIB, "contradicts")],
)
def test_places_compare_by_how_they_lie(a: Place, b: Place, verdict: str):
    assert compare(a, b).verdict == verdict


def test_values_of_unlike_kinds_are_unsure():
    assert compare(exactly(12), HOMS).verdict == "unsure"

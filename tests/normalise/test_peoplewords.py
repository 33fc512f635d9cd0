"""Groups of people: which key words stand for, and how two keys stand to each other."""

from __future__ import annotations

import pytest

from checker.normalise.peoplewords import Groups, classify, noun_at, relation, within


@pytest.mark.parametrize(
    "words",
    ["", "houses", "sheep", "lobsters", "Monday", "tractors", "per cent", "of the vote", "trees"],
)
def test_classify_knows_what_is_no_people(words: str) -> None:
    assert classify(words) == ""


@pytest.mark.parametrize(
    ("key", "ways"),
    [
        (
            "people",
            ["people", "People", "persons", "a person", "of its people", "of those\npeople"],
        ),
        ("civilians", ["civilians", "unarmed civilians", "of them civilians"]),
        ("soldiers", ["soldiers", "troops", "army officers", "bodies of soldiers", "a soldier"]),
        ("police", ["police officers", "policemen", "police", "of his police officers"]),
        ("passengers", ["of the 30 passengers", "other passengers", "passengers of the train"]),
        ("families", ["members of the same family", "relatives", "family members"]),
        ("children+women", ["women and children", "children and women", "women, children"]),
        ("syrian people", ["Syrians", "other Syrians", "Syrian people", "Syrian nationals people"]),
        ("israeli soldiers", ["Israeli soldiers", "unarmed Israeli troops"]),
        ("british people", ["Britons", "British people"]),
        ("tribesmen", ["tribesmen", "armed tribesmen"]),
        ("others", ["others", "of the others", "more"]),
    ],
)
def test_classify_gives_one_key_for_many_ways(key: str, ways: list[str]) -> None:
    assert {words: classify(words) for words in ways} == dict.fromkeys(ways, key)


@pytest.mark.parametrize(
    ("first", "second", "stand"),
    [
        ("people", "people", Groups.SAME),
        ("civilians", "people", Groups.WITHIN),
        ("people", "civilians", Groups.CONTAINS),
        ("soldiers", "security-forces", Groups.WITHIN),
        ("soldiers", "people", Groups.WITHIN),
        ("israeli soldiers", "soldiers", Groups.WITHIN),
        ("israeli soldiers", "israeli people", Groups.WITHIN),
        ("boys", "men", Groups.WITHIN),
        ("women", "children+women", Groups.WITHIN),
        ("children+women", "people", Groups.WITHIN),
        ("tribesmen", "people", Groups.WITHIN),
        ("soldiers", "civilians", Groups.APART),
        ("soldiers", "rebels", Groups.APART),
        ("men", "women", Groups.APART),
        ("women", "civilians", Groups.OPEN),
        ("children", "passengers", Groups.OPEN),
        ("israeli civilians", "palestinian civilians", Groups.APART),
        ("israeli people", "palestinian children", Groups.APART),
        ("syrian people", "christian people", Groups.OPEN),
    ],
)
def test_relation_tells_how_groups_stand(first: str, second: str, stand: Groups) -> None:
    assert relation(first, second) is stand
    assert within(first, second) == (stand in {Groups.SAME, Groups.WITHIN})


def test_noun_at_finds_where_a_noun_ends() -> None:
    assert noun_at(["two", "police", "officers", "fled"], 1) == 3
    assert noun_at(["the", "Syrians", "fled"], 1) == 2
    assert noun_at(["the", "houses"], 1) == 1

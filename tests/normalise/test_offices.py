"""Offices: one value, the many orders of words that say it; and who holds them."""

from __future__ import annotations

import pytest

from checker.normalise import offices, people
from checker.values import Office


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    values = [mention.value for mention in offices.find(text)]
    return [(v.role, v.body, v.rank) for v in values if isinstance(v, Office)]


def held(text: str) -> list[tuple[str, str, str]]:
    pairs = offices.holders(text, people.find(text), offices.find(text))
    return [
        (person.text, office.value.role, office.value.body)
        for person, office in pairs
        if isinstance(office.value, Office)
    ]


NO_OFFICE = [
    "The general election was held in May.",
    "A major fire broke out.",
    "He will head the team to Rome.",
    "They chair the meeting on Tuesday.",
    "The most representative group agreed.",
    "A doctor and a girl were among the dead.",
    "The foreign ministers of France and Britain met.",
    "The private sector grew.",
    "We judge them by their acts.",
    "The director's cut is longer.",
    "Conflict and justice were discussed.",
    "They lead by five points, a leader column said.",
]


@pytest.mark.parametrize("text", NO_OFFICE)
def test_find_no_office(text):
    assert found(text) == []


ONE_OFFICE = {
    ("foreign minister", "RU", ()): [
        "Russian Foreign Minister Sergei Lavrov spoke.",
        "Russia's foreign minister spoke.",
        "Russia’s Foreign Minister spoke.",
        "The foreign minister of Russia spoke.",
        "Russia's new foreign minister spoke.",
        "The Russian minister of foreign affairs spoke.",
    ],
    ("foreign minister", "RU", ("deputy",)): [
        "Russia's deputy foreign minister spoke.",
        "Russian Deputy Foreign Minister Gennady Gatilov spoke.",
        "Deputy Russian Foreign Minister Gennady Gatilov spoke.",
    ],
    ("defence minister", "", ("deputy",)): [
        "Deputy Defense Minister Anatoly Antonov spoke.",
        "the deputy defence minister spoke.",
    ],
    ("secretary-general", "un", ()): [
        "UN Secretary General Ban Ki-moon spoke.",
        "U.N. secretary-general Ban Ki-moon spoke.",
        "The UN chief spoke.",
        "The secretary-general of the United Nations spoke.",
    ],
    ("secretary-general", "un", ("former",)): [
        "former U.N. secretary-general Kofi Annan",
        "ex-UN chief Kofi Annan",
    ],
    ("secretary of state", "US", ()): [
        "US Secretary of State Hillary Clinton",
        "U.S. Secretary of State Hillary Clinton",
        "the American secretary of state",
    ],
    ("chief executive", "apple", ()): [
        "Apple CEO Tim Cook",
        "Apple's chief executive",
        "the chief executive of Apple",
        "Apple chief executive officer Tim Cook",
    ],
    ("prime minister", "GB", ()): [
        "British Prime Minister David Cameron",
        "Britain's premier",
        "the prime minister of the United Kingdom",
    ],
    ("peacekeeping chief", "un", ()): [
        "UN peacekeeping chief Herve Ladsous",
        "head of UN peacekeeping",
    ],
    ("president", "", ("elect",)): ["President-elect Barack Obama", "the president-elect"],
    ("mayor", "port-ellery", ()): ["the mayor of Port Ellery", "Mayor of Port Ellery"],
    ("mayor", "varn", ()): ["the mayor of Varn", "Mayor of Varn"],
    ("spokesman", "white-house", ()): [
        "White House spokesman Jay Carney",
        "a spokeswoman for the White House",
    ],
    ("ambassador", "US-to-LY", ()): [
        "the U.S. ambassador to Libya",
        "American ambassador to Tripoli",
    ],
    ("senator", "", ()): ["Sen. John McCain", "Senator John McCain"],
    ("foreign minister", "zendland", ()): [
        "Zendland's foreign minister",
        "foreign minister of Zendland",
    ],
    ("police chief", "aurora", ()): ["Aurora police chief Dan Oates"],
}


@pytest.mark.parametrize(
    ("value", "text"), [(value, text) for value, texts in ONE_OFFICE.items() for text in texts]
)
def test_find_office(value, text):
    assert found(text) == [value]


def test_near_roles_are_kept_apart():
    roles = {
        found(f"the {role} spoke.")[0][0]
        for role in ("chairman of Apple", "chief executive", "prime minister", "minister of state")
    }
    assert len(roles) == 4


LAVROV = ("Sergei Lavrov", "foreign minister", "RU")
HELD = [
    ("Russian Foreign Minister Sergei Lavrov spoke.", LAVROV),
    (
        "Sergei Lavrov, Russia's foreign minister, spoke.",
        ("Sergei Lavrov", "foreign minister", "RU"),
    ),
    (
        "Russia's foreign minister, Sergei Lavrov, spoke.",
        ("Sergei Lavrov", "foreign minister", "RU"),
    ),
    (
        "Sergei Lavrov, who is foreign minister of Russia, spoke.",
        ("Sergei Lavrov", "foreign minister", "RU"),
    ),
    (
        "Sergei Lavrov is the foreign minister of Russia.",
        ("Sergei Lavrov", "foreign minister", "RU"),
    ),
    ("her publicist, Jack Kerr, spoke.", ("Jack Kerr", "publicist", "")),
    ("The mayor of Varn, Tol Brask, spoke.", ("Tol Brask", "mayor", "varn")),
]


@pytest.mark.parametrize(("text", "pair"), HELD)
def test_holders_in_every_order(text, pair):
    assert held(text) == [pair]


def test_holders_of_two_titles_in_a_row():
    assert [pair[1] for pair in held("Pentagon spokesman Captain John Kirby spoke.")] == [
        "spokesman",
        "captain",
    ]


def test_holders_no_pair_across_a_list():
    assert held("He met the president, Hillary Clinton and the others.") == []


def test_parse_office():
    office = offices.parse("Russia's deputy foreign minister")
    assert office is not None
    assert (office.role, office.body, office.rank) == ("foreign minister", "RU", ("deputy",))
    assert offices.parse("the weather") is None

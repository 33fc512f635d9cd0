"""The finds come from understanding: the smallest edit that ends a disagreement ends its finding
and makes no other, and other names for people, places and months change nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from checker.check import check
from checker.model import Document
from checker.read import read_paths
from checker.rulebook import load_rules, shipped_corpus

#: The words that are changed in one story, and the finding that this ends: its rule and values.
EDITS = {
    "the same day of the defence": (
        "gulf-courier",
        "foreign minister on Thursday defended",
        "foreign minister on Wednesday defended",
        ("dates.differ", {"Thursday", "Wednesday"}),
    ),
    "the same day of the remarks": (
        "gulf-courier",
        "said yesterday that attack",
        "said on Tuesday that attack",
        ("dates.differ", {"yesterday", "Tuesday"}),
    ),
    "the same source": (
        "levant-monitor",
        "human rights groups say",
        "the United Nations says",
        ("tolls.credited-differently", {"more than 5,400"}),
    ),
    "a larger whole": (
        "levant-monitor",
        "A further 53 were killed",
        "A further 153 were killed",
        ("tolls.part-exceeds-whole", {"Almost 100", "A further 53"}),
    ),
    "the same civilians, and fewer than the country's": (
        "nile-dispatch",
        "among them 55 civilians",
        "among them 20 civilians",
        ("tolls.part-exceeds-whole", {"55", "35"}),
        ("tolls.differ", {"55", "At least 20"}),
    ),
    "another city": (
        "levant-monitor",
        "the central city of Homs",
        "the central city of Hama",
        ("tolls.differ", {"55", "At least 20"}),
    ),
    "another figure for the whole": (
        "gulf-courier",
        "claimed more than 10,000 lives",
        "claimed more than 12,000 lives",
        ("tolls.one-figure-two-facts", {"More than 10,000", "more than 10,000"}),
    ),
}

PEOPLE = {
    "Sergei Lavrov": "Viktor Petrenko",
    "Lavrov": "Petrenko",
    "Hillary Clinton": "Laura Harmon",
    "Clinton": "Harmon",
    "Assad": "Darwish",
    "Bashar": "Karim",
    "Kofi Annan": "Kwame Mensah",
    "Annan": "Mensah",
    "Gennady Gatilov": "Pavel Sorokin",
}
REAL = {
    "Syrian": "Libyan",
    "Syria": "Libya",
    "Homs": "Misrata",
    "Damascus": "Tripoli",
    "Idlib": "Sirte",
    "Aleppo": "Benghazi",
    "Daraa": "Tobruk",
}
INVENTED = {
    "Syrian": "Velmoran",
    "Syria": "Velmora",
    "Homs": "Tarsk",
    "Damascus": "Oldane",
    "Idlib": "Merrow",
    "Aleppo": "Kastri",
    "Daraa": "Ponna",
}
MONTHS = {"March": "April", "October": "November"}


@cache
def stories() -> tuple[Document, ...]:
    return read_paths([shipped_corpus() / "war-tolls"]).documents


def findings(documents: tuple[Document, ...]) -> set[tuple[str, str, frozenset[tuple[str, str]]]]:
    result = check(documents, rules=load_rules())
    return {
        (
            finding.rule,
            finding.severity.value,
            frozenset((c.document.id, c.value.text) for side in finding.sides for c in side.claims),
        )
        for finding in result.findings
    }


def edited(document: str, old: str, new: str) -> tuple[Document, ...]:
    told = []
    for story in stories():
        if story.id == document:
            assert story.text.count(old) == 1
            story = replace(story, text=story.text.replace(old, new))
        told.append(story)
    return tuple(told)


def renamed(names: dict[str, str]) -> tuple[Document, ...]:
    pattern = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(name)}" for name in names))
    return tuple(
        replace(story, text=pattern.sub(lambda match: names[match[0]], story.text))
        for story in stories()
    )


@pytest.mark.parametrize("name", EDITS)
def test_smallest_edit_ends_its_finding_and_makes_no_other(name):
    document, old, new, *ended = EDITS[name]
    before, after = findings(stories()), findings(edited(document, old, new))
    assert after <= before
    gone = [(rule, {text for _, text in claims}) for rule, _, claims in before - after]
    assert len(gone) == len(ended)
    for rule, values in ended:
        assert any(rule == lost and values <= texts for lost, texts in gone)


def shape(found):
    return {
        (rule, severity, frozenset(claims))
        for rule, severity, claims in found
        if not rule.startswith("names.")
    }


@pytest.mark.parametrize(
    "names",
    [PEOPLE, REAL, MONTHS, PEOPLE | REAL | MONTHS],
    ids=["people", "places", "months", "all of them"],
)
def test_other_names_change_nothing(names):
    before, after = findings(stories()), findings(renamed(names))
    assert shape(after) == shape(before)
    assert sum(rule.startswith("names.") for rule, _, _ in after) == 1


def test_invented_places_lose_only_what_hangs_on_a_map():
    """No story of these says that Tarsk is in Velmora, so its dead are no part of the country's."""
    before, after = findings(stories()), findings(renamed(PEOPLE | INVENTED))
    assert shape(after) < shape(before)
    assert {rule for rule, _, _ in after} >= {"dates.differ", "tolls.differ"}

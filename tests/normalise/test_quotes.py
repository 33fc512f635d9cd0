"""Quotations: the words between marks, and nothing that an apostrophe only seems to open."""

from __future__ import annotations

import time

import pytest

from checker.normalise import quotes
from checker.values import Verdict, compare_quotations


def words(text: str) -> list[str]:
    found = quotes.find(text)
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert [m.span for m in found] == sorted(m.span for m in found)
    return [m.text for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nobody spoke.",
        "The rebels' camp and the soldiers' barracks don't lie far apart.",
        "The rebels’ camp and the soldiers’ barracks don’t lie far apart.",
        "It was rock 'n' roll in the '60s and '70s, and the class of '08 won't forget 'em.",
        "It was rock ’n’ roll in the ’60s, ’twas said.",
        "O'Neill's house and Ka'eo's boat were sold for the girls' school and the boys' choir.",
        "The girls ' school and the boys ' choir were torn off by a tokeniser.",
        "He is 6'2\" tall, she is 5' 10\".",
        'The plank measured 12" by 4" when sawn.',
        "Coordinates 51°30′ N and 0°7′ W.",
        "An empty pair: \"\" and “ ” and ''.",
        "The 76ers' coach left; the Sixers' owner stayed.",
    ],
)
def test_find_stays_silent_on_apostrophes_and_inches(text):
    assert words(text) == []


SAID = "we will not leave"


@pytest.mark.parametrize(
    "text",
    [
        f'"{SAID}," he said.',
        f"“{SAID},” he said.",
        f"‘{SAID},’ he said.",
        f"'{SAID},' he said.",
        f"«{SAID},» he said.",
        f"« {SAID}, » he said.",
        f"»{SAID},« he said.",
        f"„{SAID},“ he said.",
        f"„{SAID},” he said.",
        f"``{SAID},'' he said.",
        f"`{SAID},' he said.",
        f'He said:"{SAID},"and went.',
        f'" {SAID}, " he said.',
        f"' {SAID}, ' he said.",
        f'The answer ("{SAID},") was short.',
        f'The answer--"{SAID},"--was short.',
        f"‟{SAID},” he said.",
        f"‹{SAID},› he said.",
        f'“{SAID}," he said.',
    ],
)
def test_find_reads_every_kind_of_mark(text):
    assert words(text) == [f"{SAID},"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They called it a ‘grave error’ and left.", ["grave error"]),
        ("They called it a 'grave error' and the owners' fault.", ["grave error"]),
        ("The ‘terrorists’ it blames fled.", ["terrorists"]),
        ("The 'terrorists' it blames fled to the miners' huts.", ["terrorists"]),
        ("‘The rebels’ camp is gone,’ he said. ‘No.’", ["The rebels’ camp is gone,", "No."]),
        ("'The rebels' camp is gone,' he said.", ["The rebels' camp is gone,"]),
        ("‘We don’t know,’ she said, ‘and won’t ask.’", ["We don’t know,", "and won’t ask."]),
        ("He was on the '10 Most Wanted' list.", ["10 Most Wanted"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("‘He told me “no” twice,’ she said.", ["He told me “no” twice,"]),
        ("“It is the miners’ choice,” she said.", ["It is the miners’ choice,"]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
        ('The "old rules "set in May remain.', ["old rules"]),
        ('"We left. He said "no way.', ["no way."]),
        ("A “first” and a “second”.", ["first", "second"]),
    ],
)
def test_find_tells_marks_from_apostrophes(text, found):
    assert words(text) == found


def test_find_ends_an_unclosed_mark_with_its_paragraph():
    text = 'She said "we are here.\n\nThe next day came, and "all was well".'
    assert words(text) == ["we are here.", "all was well"]


def test_find_gives_one_quotation_for_each_paragraph_of_a_speech():
    text = "“First we went.\n\n“Then we came back,” she said."
    assert words(text) == ["First we went.", "Then we came back,"]
    text = "‘First we went.\n\n‘Then we came back,’ she said."
    assert words(text) == ["First we went.", "Then we came back,"]


def test_find_goes_on_over_the_line_ends_of_wrapped_text():
    text = (
        '"We are not leaving this valley, whatever they may tell\n'
        "you in the capital about it. We have been here for many\n"
        'years," the mayor said on the steps of the town hall in\n'
        "the rain."
    )
    assert len(words(text)) == 1
    assert words(text)[0].endswith("years,")


def test_parse_folds_case_accents_marks_and_house_spelling():
    one = quotes.parse("“We’ll ORGANISE the defence of Málaga; ten per cent, 1,000 men.”")
    two = quotes.parse("we'll organize the defense of Malaga: 10% , 1000 men")
    assert one is not None
    assert two is not None
    assert one.words == two.words
    assert compare_quotations(one, two).verdict is Verdict.AGREES


def test_parse_splits_runs_at_ellipses_and_insertions():
    value = quotes.parse("[T]he army … took [the bridge] at dawn . . . and (sic) left ... it")
    assert value is not None
    assert value.runs == (("the", "army"), ("took",), ("at", "dawn"), ("and",), ("left",), ("it",))


def test_parse_keeps_initials_together():
    value = quotes.parse("the U.S. and the US")
    assert value is not None
    assert value.words == ("the", "us", "and", "the", "us")


@pytest.mark.parametrize("text", ["", "“”", "…", '"..."', "[ ]"])
def test_parse_gives_nothing_without_words(text):
    assert quotes.parse(text) is None


@pytest.mark.parametrize(
    "unit",
    ['"', "'", "‘", "’", "“", '"a ', "'a ", "a' ", "s' a", "''", "\"a' b ", "[a", "“a\n", "‘s’ a "],
)
def test_find_takes_time_in_line_with_the_text(unit):
    text = unit * (200_000 // len(unit))
    start = time.perf_counter()
    quotes.find(text)
    assert time.perf_counter() - start < 5

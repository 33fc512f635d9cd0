"""How a story is put in other words, and how an error is planted in it."""

from __future__ import annotations

from random import Random

import pytest

from checker import Document, load_rules
from checker.model import Span
from tests.bench.perturb import chosen, counterpart, make_copy, plant
from tests.bench.plant import KINDS, OF_LABEL, misspelt, plants, printed
from tests.bench.rewrite import Edit, apply, drop_clause, plain_days, quote_marks, reorder, synonyms

STORY = """\
Ferry sinks off Tarn Bay, 31 people drown

The ferry Corra sank on Monday, 5 March 2012, some 12 miles off Tarn Bay in Portugal, killing 31 \
people, Coast Guard Captain Ruth Holloway said. Divers worked through Tuesday night. Insurers put \
the loss at $2.5 billion. "We will never give up the search for them," she said.
"""


def document(text: str) -> Document:
    return Document.from_text(text, id="story")


def test_apply_makes_the_first_of_two_edits_that_overlap() -> None:
    edits = [Edit(Span(2, 4), "XY"), Edit(Span(0, 3), "-")]
    assert apply("abcdef", edits) == "-def"
    assert apply("abcdef", []) == "abcdef"


def test_reorder_leaves_a_sentence_that_leans_on_another() -> None:
    text = "Fire swept the mill. He ran. She ran after him. They met outside."
    assert reorder(text, Random(1)) == text


def test_reorder_keeps_every_sentence() -> None:
    text = "Fire swept the mill. Crews came at noon. Neighbours cheered. Roads were shut."
    changed = reorder(text, Random(1))
    assert changed != text
    assert sorted(changed.split(". ")[0:1]) == ["Fire swept the mill"]
    assert sorted(changed.rstrip(".").split(". ")) == sorted(text.rstrip(".").split(". "))


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Smith, whose dog barked, left.", "Smith, whose dog barked, left."),
        ("“Smith, who had slept badly, left,” she said.", None),
        ("Smith, who had slept badly, left.", "Smith left."),
        ("Crews left, although the roof still smoked.", "Crews left."),
    ],
)
def test_drop_clause_drops_what_only_says_more(text: str, changed: str | None) -> None:
    assert drop_clause(text, Random(1)) == (changed or text)


def test_plain_days_and_synonyms_leave_quotations_alone() -> None:
    text = "“They injured the children on Monday,” Smith said."
    for seed in range(10):
        assert plain_days(text, Random(seed)) == text
        assert synonyms(text, Random(seed)) == text


def test_plain_days_and_synonyms_change_running_text() -> None:
    text = "Shots injured the children on Monday."
    days = {plain_days(text, Random(seed)) for seed in range(10)}
    assert days == {text, "Shots injured the children Monday."}
    assert "Shots hurt the kids on Monday." in {synonyms(text, Random(s)) for s in range(20)}


def test_quote_marks_change_their_form_and_back() -> None:
    curly = quote_marks('He said "no" twice.', Random(1))
    assert curly == "He said “no” twice."
    assert quote_marks(curly, Random(1)) == 'He said "no" twice.'


@pytest.mark.parametrize(
    ("number", "like", "words"),
    [
        (13.2, "12", "13"),
        (2, "2", "1"),
        (6, "four", "six"),
        (6, "Four", "Six"),
        (40, "four", "40"),
        (5940, "5,400", "5,940"),
        (2.75, "2.5", "2.8"),
    ],
)
def test_printed_keeps_the_form_and_moves_the_number(number: float, like: str, words: str) -> None:
    assert printed(number, like) == words


def test_misspelt_is_one_slip_of_the_hand() -> None:
    for seed in range(50):
        slip = misspelt("Holloway", Random(seed))
        assert slip != "Holloway"
        assert abs(len(slip) - len("Holloway")) <= 1
        assert slip[0] == "H"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_plants_find_nothing_in_a_text_without_values(kind: str) -> None:
    assert plants(document("Rain fell for a while and stopped."), kind, Random(1)) == []


@pytest.mark.parametrize(
    ("kind", "was"),
    [
        ("number by a tenth", {"31"}),
        ("number tenfold", {"12", "31", "2.5"}),
        ("digit swap", {"31", "25"}),
        ("million for billion", {"billion"}),
        ("weekday", {"Monday", "Tuesday"}),
        ("day", {"5"}),
        ("month", {"March"}),
        ("year", {"2012"}),
        ("title", {"Captain"}),
        ("first name", {"Ruth"}),
        ("surname", {"Holloway"}),
        ("place", {"Portugal"}),
        ("unit", {"miles", "$"}),
        ("quote word", {"never", "search"}),
    ],
)
def test_plants_find_the_places_of_a_kind(kind: str, was: set[str]) -> None:
    story = document(STORY)
    edits = plants(story, kind, Random(3))
    found = {story.words(edit.span) for edit in edits}
    assert found & was
    assert all(edit.text != story.words(edit.span) for edit in edits)


def test_plants_leave_hedged_figures_where_the_hedge_allows_the_error() -> None:
    story = document("Some 12 people drowned, and 40 were saved.")
    edits = plants(story, "number by a tenth", Random(1))
    assert {story.words(edit.span) for edit in edits} == {"40"}


def test_every_kind_of_label_has_kinds_of_error() -> None:
    assert {kind for kinds in OF_LABEL.values() for kind in kinds} <= set(KINDS)


def test_an_error_is_found_and_nothing_besides() -> None:
    rules = load_rules()
    copy = make_copy("here", document(STORY), [], rules, seed=1)
    assert copy.alarms == []
    places = chosen([copy], "surname", seed=1, most=1)
    assert places == chosen([copy], "surname", seed=1, most=1)
    (went,) = [plant(copy, "surname", edit, rules) for _, edit in places]
    assert went.found
    assert went.besides == ()
    assert went.among is False


def test_counterpart_is_the_place_with_the_same_words_around() -> None:
    text = "Nine came by sea from the north. Nine came by land from the south."
    copy = make_copy("here", document(text), [], load_rules(), seed=1)
    at = copy.copy.text.index("Nine came by land")
    changed = apply(copy.copy.text, [Edit(Span(at, at + 4), "Seven")])
    there = counterpart(copy, changed, Span(at, at + 5))
    assert there == Span(text.rindex("Nine"), text.rindex("Nine") + 4)

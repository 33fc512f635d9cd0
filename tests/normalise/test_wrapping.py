"""Paragraphs of plain text."""

from __future__ import annotations

from checker.normalise.wrapping import paragraph_spans


def paragraphs(text: str) -> list[str]:
    return [" ".join(text[s.start : s.end].split()) for s in paragraph_spans(text)]


def test_paragraph_spans_takes_each_long_line_for_a_paragraph():
    text = "The mayor opened the bridge on Monday in front of a crowd.\nHe left at noon.\n"
    assert paragraphs(text) == text.strip().split("\n")


def test_paragraph_spans_joins_wrapped_lines():
    text = (
        "The mayor opened the bridge on Monday in front of a crowd that\n"
        "the police put at two thousand. Nobody was hurt when a stand\n"
        "Mr Lowe had built gave way.\n"
        "\n"
        "He left at noon.\n"
    )
    assert paragraphs(text) == [
        "The mayor opened the bridge on Monday in front of a crowd that the police put at two "
        "thousand. Nobody was hurt when a stand Mr Lowe had built gave way.",
        "He left at noon.",
    ]


def test_paragraph_spans_keeps_the_items_of_a_list_apart():
    text = "apples\npears\n- a first thing that is rather long\n- and another\n1. one\n2. two"
    assert paragraphs(text) == text.split("\n")


def test_paragraph_spans_starts_a_paragraph_at_an_indented_line():
    text = (
        "The mayor opened the bridge on Monday in front of a crowd that\n"
        "the police put at two thousand, and then he left at about noon.\n"
        "    Nobody was hurt."
    )
    assert paragraphs(text)[1:] == ["Nobody was hurt."]


def test_paragraph_spans_gives_exact_offsets():
    text = "\n  One.  \n\n\tTwo.\n"
    assert [text[s.start : s.end] for s in paragraph_spans(text)] == ["One.", "Two."]
    assert paragraph_spans("") == ()


def test_paragraph_spans_joins_lines_that_go_on_with_a_name():
    text = (
        "Bridge falls into the Arda\n"
        "Valley Post, 3 May 2011\n"
        "\n"
        '"I have crossed that bridge on every morning of my life and never once looked down," Ann\n'
        "Rowe said on the bank. Her brother was among the twelve who died there, a day before\n"
        "Easter.\n"
        "\n"
        "The bridge was built in 1911. The mayor had asked for a new one in each year since\n"
        "Monday Brook flooded.\n"
    )
    assert [words.split(" ")[0] for words in paragraphs(text)] == ["Bridge", "Valley", '"I', "The"]


def test_paragraph_spans_leaves_a_headline_above_its_story():
    text = (
        "Bridge falls into the Arda after years of warnings from the town's engineers\n"
        "Twelve people died on Monday, the mayor said.\n"
        "Nobody knew why it fell, she told the council of the town at its meeting.\n"
    )
    assert paragraphs(text) == text.strip().split("\n")

"""What holds for any text: nothing is lost, nothing moves, and nothing is read twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.find.sentences import outline
from checker.model import Document
from checker.normalise import quotes
from checker.normalise.wrapping import paragraph_spans
from checker.read.decode import decode
from checker.read.layout import layout
from checker.read.markdown import plain
from checker.read.origins_in_text import credited_origins
from checker.read.text import with_newlines

WORDS = "The bridge fell|Ann Rowe|the miners|12|U.S.|a.m.|Calif.|No.|AP|Reuters|By |Photo: |© |said"
MARKS = "( ) [ ] \" ' “ ” ‘ ’ « » '' `` * ** _ # ` ``` ~~ | <!-- --> <b> &amp; \\ -- — … ... é s'"
SPACES = (" ", " ", "\n", "\n\n", "\r\n", ". ", "? ", "! ", ", ", "> ", "- ", "\u00a0", "x" * 80)
PIECES = (*WORDS.split("|"), *MARKS.split(" "), *SPACES)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=200)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_covered_by_its_paragraphs_and_sentences(text):
    text = with_newlines(text)
    for spans in (
        paragraph_spans(text),
        [paragraph.span for paragraph in layout(text)],
        [sentence.span for sentence in outline(Document.from_text(text))],
    ):
        assert all(a.end <= b.start for a, b in pairwise(spans))
        words = [text[span.start : span.end] for span in spans]
        assert all(part and part == part.strip() for part in words)
        assert "".join("".join(words).split()) == "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_quotation_has_the_words_of_its_span(text):
    found = quotes.find(text)
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    credited_origins(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_markdown_keeps_its_length_and_its_lines(text):
    text = with_newlines(text)
    assert [len(line) for line in plain(text).text.split("\n")] == [
        len(line) for line in text.split("\n")
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=100))
def test_any_text_in_utf8_is_read_as_it_is(text):
    assert decode(text.encode()) == text

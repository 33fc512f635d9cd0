"""Markdown without its markup, character for character."""

from __future__ import annotations

import time

import pytest

from checker.read.markdown import plain

DEATHS = "12 people died"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"**{DEATHS}** here", f"{DEATHS} here"),
        (f"*{DEATHS}* here", f"{DEATHS} here"),
        (f"__{DEATHS}__ here", f"{DEATHS} here"),
        (f"***{DEATHS}*** here", f"{DEATHS} here"),
        ("**all *12* of them**", "all 12 of them"),
        (f"## {DEATHS} ##", DEATHS),
        (f"> > {DEATHS}", DEATHS),
        (f"- {DEATHS}", f"• {DEATHS}"),
        (f"1. {DEATHS}", f"• {DEATHS}"),
        (f"- [x] {DEATHS}", f"• {DEATHS}"),
        (f"[{DEATHS}](https://a.example/b_(c)) here", f"{DEATHS} here"),
        (f"[{DEATHS}][1] here\n\n[1]: https://a.example", f"{DEATHS} here"),
        (f"![{DEATHS}](a.png)", DEATHS),
        (f"{DEATHS}[^1]", DEATHS),
        (f"`{DEATHS}` here", f"{DEATHS} here"),
        (f"~~11~~ {DEATHS}", DEATHS),
        (f"<!-- 11 or 13? --> {DEATHS}", DEATHS),
        (f"<p class='a'>{DEATHS}</p>", DEATHS),
        (f"| Town | Dead |\n|---|---|\n| Arda | {DEATHS} |", f"Town Dead Arda {DEATHS}"),
        (f"```\n11 died\n```\n{DEATHS}", DEATHS),
        (f"~~~ sh\n11 died\n~~~\n{DEATHS}", DEATHS),
        (f"{DEATHS} <https://a.example/11>", DEATHS),
        (f"{DEATHS}&nbsp;here &amp; there", f"{DEATHS} here & there"),
        (f"{DEATHS}\n---\nmore", f"{DEATHS} more"),
        (f"{DEATHS}\n\n***\n", DEATHS),
        (r"\*12\* people died", "*12 * people died"),
        # what only looks like markup
        ("5 * 3 * 2 and a_b_c", "5 * 3 * 2 and a_b_c"),
        ("It was a long year,\n2012. It was hot.", "It was a long year, 2012. It was hot."),
        ("He said [the mayor] left", "He said [the mayor] left"),
        ("#12 in the list", "#12 in the list"),
        ("12 < 13 and 14 > 13", "12 < 13 and 14 > 13"),
    ],
)
def test_plain_keeps_the_words_and_their_places(text, words):
    read = plain(text).text
    assert len(read) == len(text)
    assert [len(line) for line in read.split("\n")] == [len(line) for line in text.split("\n")]
    if "\\" not in text:
        assert " ".join(read.split()) == words
    if DEATHS in text:
        assert text.rindex(DEATHS) == read.rindex(DEATHS)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("No heading", ""),
        ("# The *long* road\n\ntext", "The long road"),
        ("text\n\n## Below\n\n# Later", "Below"),
        ("The road\n========\n\ntext", "The road"),
    ],
)
def test_plain_gives_the_first_heading(text, heading):
    assert plain(text).heading == heading


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "[a](", "*", "**a", "_a ", "`", "``` ", "<", "<a ", "<!--", "&", "&a", "~~a", "|",
     "> ", "# ", "- ", "1. ", "\\", "a](", "(((", "[a]((a)", "* * ", "- - ", "[^", "http://",
     "*a b"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["", "\n"])
def test_plain_takes_time_in_line_with_the_text(unit, end):
    text = (unit + end) * (100_000 // len(unit + end))
    start = time.perf_counter()
    assert len(plain(text).text) == len(text)
    assert time.perf_counter() - start < 3

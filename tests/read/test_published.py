from __future__ import annotations

from datetime import date

import pytest

from checker.read.published import published_in

BODY = (
    "\n\nThe dam at Lower Weir gave way on Sunday, officials said, and two villages were cut off.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Dam gives way\n\nOn January 30, 2012, the dam gave way after a week of rain.",
        "Dam gives way\n\nJanuary 30, 2012, was the day the dam gave way.",
        "Dam gives way\n\nThe report, published 14 June 2012, says the dam was old.",
        "Dam gives way\n\nPublished in 1999, the book warned of it.",
        "Dam gives way\n\nLOWER WEIR, June 14 (AFP) — The dam gave way.",
        "The Flood of January 30, 2012\n\nThe dam gave way.",
        "Dam Breaks In Lower Weir, January 30, 2012\n\nThe dam gave way.",
        "Timeline\n\n29 January 2012\n\nRain began.\n\n30 January 2012\n\nThe dam gave way.",
        "Dam gives way\n\nBy Jane Doe\n\nThe dam gave way on Monday.",
        "Dam gives way\n\nUpdated at 5 p.m. on Tuesday",
        "The mayor of Lower Weir resigned on 31 January 2012, a day after the dam gave way.",
        "Last updated: 31 February 2012" + BODY,
        "",
    ],
)
def test_published_in_takes_no_date_of_the_story_for_its_own(text: str) -> None:
    assert published_in(text) is None


def test_published_in_leaves_a_marked_date_in_the_middle_alone() -> None:
    lines = "\n\n".join(f"Paragraph {number} of the story." for number in range(40))
    middle = lines.replace("Paragraph 20", "Posted 3 May 2012\n\nParagraph 20")
    assert published_in(middle) is None


@pytest.mark.parametrize(
    ("line", "evidence", "publisher"),
    [
        ("AFP , Tuesday 31 Jan 2012", "byline", "AFP"),
        ("Reuters | January 31, 2012 5:01 pm EST", "byline", "Reuters"),
        ("By Jane Doe | January 31, 2012 5:01 pm", "byline", ""),
        ("By JANE DOE, Associated Press – Jan 31, 2012", "byline", "AP"),
        ("Jane Doe, 31 January 2012", "byline", ""),
        ("The Weir Valley Post, 31 January 2012", "byline", "The Weir Valley Post"),
        ("31 January 2012", "byline", ""),
        ("Tue 31 Jan 2012 14.30 GMT", "byline", ""),
        ("31 January 2012 Last updated at 14:32 GMT", "byline", ""),
        ("Published 31 January 2012", "published line", ""),
        ("Published: 2012-01-31T14:32:00Z", "published line", ""),
        ("Posted on January 31, 2012 by Jane Doe", "published line", ""),
        ("First published on Tue 31 Jan 2012 23.08 GMT", "published line", ""),
        ("Last updated: January 31, 2012", "last updated line", ""),
        ("Updated 6:23 PM ET, Tue January 31, 2012", "last updated line", ""),
        ("LOWER WEIR, Jan. 31, 2012 (AFP) — The dam gave way.", "dateline", "AFP"),
        ("LOWER WEIR (Reuters) - January 31, 2012 - The dam gave way.", "dateline", "Reuters"),
        ("LOWER WEIR, Freedonia, 31 January 2012 -- The dam gave way.", "dateline", ""),
    ],
)
def test_published_in_reads_the_lines_that_say_so(line: str, evidence: str, publisher: str) -> None:
    text = f"Dam gives way at Lower Weir\n\n{line}{BODY}"
    found = published_in(text)
    assert found is not None
    assert found.date == date(2012, 1, 31)
    assert (found.evidence, found.publisher) == (evidence, publisher)
    assert found.span.start > text.index(line) - 1
    assert any(figure in text[found.span.start : found.span.end] for figure in ("31", "2012"))


def test_published_in_reads_a_dateline_with_the_year_of_the_copyright_line() -> None:
    text = f"Dam gives way\n\nLOWER WEIR, Jan 31 (AFP) — The dam gave way.{BODY}\n© 2012 AFP\n"
    found = published_in(text)
    assert found is not None
    assert (found.date, found.evidence) == (date(2012, 1, 31), "dateline")


def test_published_in_reads_a_marked_line_at_the_end() -> None:
    body = "\n\n".join(f"Paragraph {number} of the story." for number in range(40))
    found = published_in(f"{body}\n\nFirst Published: Jan 31, 2012 10:22 IST\n")
    assert found is not None
    assert found.date == date(2012, 1, 31)


def test_published_in_names_the_agency_of_the_line_before() -> None:
    found = published_in(f"Dam gives way\nMona Lind, AFP\nLast updated: January 31, 2012{BODY}")
    assert found is not None
    assert found.publisher == "AFP"


def test_published_in_prefers_the_day_of_publication_to_that_of_a_change() -> None:
    found = published_in(f"Dam gives way\nUpdated 2 February 2012\nPublished 31 January 2012{BODY}")
    assert found is not None
    assert (found.date, found.evidence) == (date(2012, 1, 31), "published line")

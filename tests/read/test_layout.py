"""What each line is in its story."""

from __future__ import annotations

import time

import pytest

from checker.model import Role
from checker.read.layout import layout, title_of

BODY = "The bridge over the Arda was closed on Monday, the town said. Nobody was hurt."


def role(line: str, *, above: str = "", below: str = BODY) -> Role:
    text = "\n\n".join(part for part in (above, line, below) if part)
    return next(p.role for p in layout(text) if text[p.span.start : p.span.end] == line)


@pytest.mark.parametrize(
    "line",
    [
        # lines that begin as a page's furniture does, and are the story
        "Terms of the deal were not disclosed.",
        "Subscribers fell by 12 per cent.",
        "Share prices fell by a tenth on Tuesday.",
        "Published figures show that 12 people died.",
        "Read more than 20 books, the school told its pupils.",
        "Support for the party fell to 12 per cent.",
        "Copyright cases rose to 340 last year.",
        "By 2012 the services had 5,000 staff.",
        "By Monday evening 12 people had died.",
        "Advertisements brought in $12 million.",
        "Sign language is taught in 40 schools.",
        "Reports from the valley said that 12 people had died.",
        "Loading docks were hit, and 12 people died.",
        "Editing genes by this method is forbidden.",
        "Photographs of the dead were shown to 12 families.",
        "Ann Rowe, pictured in the square on Monday, said that 12 people had died.",
        "“Read more,” she told the pupils.",
        "• 12 people died in Arda",
        "On Tuesday 31 January 2012 the bridge fell.",
        "Reuters and AFP cut 400 jobs.",
    ],
)
def test_layout_keeps_sentences_in_the_body(line):
    assert role(line, above=BODY) is Role.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Read more", "Read more: Ten bridges that fell", "READ ALSO: The river", "Related Stories",
        "More from The Valley Post: The river", "Short link:", "Short link: http://v.example/12",
        "Share this article", "Share on Facebook", "Tweet", "Leave a comment", "12 comments",
        "blog comments powered by Disqus", "Advertisement", "Support The Valley Post!",
        "Now is the time to support local reporting.", "Contribute Today", "Subscribe now",
        "Sign up for our newsletter", "Follow us on Twitter", "Follow @valleypost",
        "© 2012 The Valley Post", "Copyright 2012 The Valley Post. All rights reserved.",
        "This material may not be published, broadcast or rewritten.", "Tags: rivers, bridges",
        "https://valley.example/12", "* * *", "-----", "Back to top", "Story continues below",
        "Got a tip? Write to us at tips@valley.example.", "Most read", "Click here to subscribe",
    ],
)  # fmt: skip
def test_layout_finds_furniture(line):
    assert role(line, above=BODY) is Role.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Rowe", "By Ann Rowe and Bo de la Cruz, Valley Post", "by Ann Rowe in Arda",
        "Ann Rowe, AFP", "By Associated Press", "AFP", "AFP, Tuesday 31 Jan 2012",
        "Coast Wire, Tuesday 31 Jan 2012", "Valley Evening Post | 3 May 2011", "31 January 2012",
        "Last updated: January 30, 2012", "Published 10:45 a.m. EST, Jan. 30, 2012", "Monday",
        "By our correspondent in Arda", "Ann Rowe, Staff Writer", "5 min read", "Author: Ann Rowe",
        "Reuters - 3 May 2011", "By Channel Nine staff",
    ],
)  # fmt: skip
def test_layout_finds_bylines(line):
    assert role(line, above="Bridge falls into the Arda") is Role.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "The mayor at the bridge (Photo: Reuters)", "The mayor (AP Photo/Ann Rowe)",
        "Photo: Ann Rowe", "The bridge in 2009. © Ann Rowe - AFP/File", "Mayor Lowe (file photo)",
        "Mayor Lowe, pictured in 2011, is in his second term", "Image caption: the bridge",
        "The bridge as it was (File)", "The bridge before it fell. Photograph: Ann Rowe",
        "Soldiers in the square in this undated photo", "Mayor Lowe (left) (Getty Images)",
    ],
)  # fmt: skip
def test_layout_finds_captions(line):
    assert role(line, above="Bridge falls into the Arda") is Role.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "(AP, Reuters)", "(UNI)", "(Reuters)", "(Coast Wire)", "(AFP and dpa)", "(With agencies)",
        "(Reporting by Ann Rowe; Editing by Bo Lowe)", "Additional reporting by Ann Rowe",
        "The Associated Press contributed to this report.", "With inputs from PTI",
        "Ann Rowe contributed reporting from Arda.",
    ],
)  # fmt: skip
def test_layout_finds_credits(line):
    assert role(line, above=BODY, below="") is Role.CREDIT


def test_layout_finds_headlines_at_the_top_and_between_paragraphs():
    text = (
        "Town & Country\n\nBridge falls into the Arda\n\nMayor says it was old\n\n"
        f"{BODY}\n\nA long history\n\n{BODY}"
    )
    roles = [p.role for p in layout(text)]
    assert roles == [Role.HEADLINE] * 3 + [Role.BODY, Role.HEADLINE, Role.BODY]
    assert title_of(text) == "Bridge falls into the Arda"


def test_layout_finds_the_headline_of_lines_without_blank_lines():
    text = f"Bridge falls into the Arda, 12 die\n{BODY}\nHe left without a word, the mayor said"
    assert [p.role for p in layout(text)] == [Role.HEADLINE, Role.BODY, Role.BODY]


@pytest.mark.parametrize("text", ["Twelve people died", "Twelve people died\n", BODY])
def test_layout_takes_a_single_line_for_the_story(text):
    assert [p.role for p in layout(text)] == [Role.BODY]
    assert title_of(text) == ""


def test_layout_knows_a_writer_by_the_date_beside():
    text = f"Bridge falls into the Arda\n\nAnn Rowe, Meridian\n\n3 May 2011\n\n{BODY}"
    roles = [p.role for p in layout(text)]
    assert roles == [Role.HEADLINE, Role.BYLINE, Role.BYLINE, Role.BODY]


def test_layout_knows_a_picture_by_its_caption():
    text = f"Mayor Lowe\nMayor Lowe at the bridge in May. © Ann Rowe\n\nBridge falls\n\n{BODY}"
    roles = [p.role for p in layout(text)]
    assert roles == [Role.CAPTION, Role.CAPTION, Role.HEADLINE, Role.BODY]


@pytest.mark.parametrize(
    "unit", ["photo © (", "By Ann ", "A", "(AP) ", "…", "a. ", "x contributed "]
)
@pytest.mark.parametrize("width", [1, 200, 100_000])
def test_layout_takes_time_in_line_with_the_text(unit, width):
    line = unit * max(1, width // len(unit)) + "\n"
    text = line * max(1, 100_000 // len(line))
    start = time.perf_counter()
    layout(text)
    assert time.perf_counter() - start < 5

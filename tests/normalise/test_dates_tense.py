"""Bare weekdays by the direction of the verb and the document's day, a Thursday."""

from __future__ import annotations

from datetime import date

import pytest

from checker.normalise import dates
from checker.values import DateInterval, Grain

PAPER = date(2013, 5, 16)

# Each sentence with the days of May 2013 that its weekdays stand for, in order.
SENTENCES = {
    # the document's own day
    "The premier said on Thursday that the talks were over.": [16],
    "The board is meeting Thursday to name a successor.": [16],
    "A strike call for Thursday went unheard.": [16],
    # behind: past tense, passive, participles, perfect
    "The ferry sank on Monday.": [13],
    "The ferry was raised on Monday by two cranes.": [13],
    "A ferry raised on Monday is being searched.": [13],
    "On Monday, divers reached the ferry.": [13],
    "Divers, who reached the ferry on Monday, found nobody alive.": [13],
    "He has not been seen since Saturday.": [11],
    "The hut that burned down on Saturday had stood for a century.": [11],
    "A climber fell while crossing the glacier on Saturday.": [11],
    "The ministry on Tuesday denied the report.": [14],
    "Doctors said Wednesday the girl was out of danger.": [15],
    "Tuesday's derby drew a record crowd.": [14],
    # behind, although "to" and a modal stand there
    "She failed to turn up in court on Monday.": [13],
    "The mayor refused to step down on Tuesday.": [14],
    "The airline would not comment on Wednesday.": [15],
    "Nobody could be reached at the plant on Tuesday.": [14],
    "He could not be reached on Tuesday.": [14],
    "As many as nine sailors may have drowned on Saturday.": [11],
    "He is believed to have left the country on Saturday.": [11],
    "United Steel said on Monday that it would close two mills.": [13],
    # ahead: modals, plans, timetables, the future seen from the past
    "The cabinet will vote on Tuesday.": [21],
    "On Tuesday the cabinet will vote.": [21],
    "The cabinet won't vote on Tuesday.": [21],
    "The two leaders are to meet in Oslo on Monday.": [20],
    "The council was to meet on Friday.": [17],
    "The trial is due to open on Wednesday.": [22],
    "A ruling is expected Monday.": [20],
    "They agreed to hold another round on Sunday.": [19],
    "The envoy said he would fly to Cairo on Sunday.": [19],
    "The summit, to be held on Saturday, has split the bloc.": [18],
    "The deadline is Friday.": [17],
    "The exhibition opens on Saturday.": [18],
    "Prosecutors asked to delay a hearing planned for Monday.": [20],
    "The judge ordered the firm to pay by Monday.": [20],
    "The curfew stays in force until Monday.": [20],
    "“We will march on Saturday,” he said.": [18],
    "Police are preparing to clear the square on Saturday.": [18],
    "Thousands rallied ahead of a referendum on Sunday.": [19],
    # both in one sentence
    "Two men arrested on Sunday will be charged on Friday.": [12, 17],
    "An inquest will open on Monday into the blast that killed nine on Saturday.": [20, 11],
    "The envoy said on Sunday that he would fly home on Monday.": [12, 20],
    # last and next say it themselves
    "They will study what happened last Thursday.": [9],
    "They met last Friday.": [10],
    "Next Tuesday was named as the day.": [21],
    # no verb: the nearest, the past first
    "Blast in market on Tuesday": [14],
    "“Monday at the latest”": [13],
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_weekday_lies_where_the_verb_points(sentence: str, expected: list[int]) -> None:
    found = [
        mention.value.start.day
        for mention in dates.find(sentence, reference=PAPER)
        if isinstance(mention.value, DateInterval)
        and mention.value.grain is Grain.DAY
        and mention.value.start is not None
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The law was passed in October.", 2012),
        ("The law will be passed in October.", 2013),
        ("He was born on 3 August.", 2012),
        ("He will retire on 3 August.", 2013),
        ("He retires in March, the club has said he will leave in March.", 2014),
    ],
)
def test_month_without_a_year_lies_where_the_verb_points(sentence: str, year: int) -> None:
    value = dates.find(sentence, reference=PAPER)[-1].value
    assert isinstance(value, DateInterval)
    assert value.start is not None
    assert value.start.year == year


def test_direction_is_bounded_in_a_text_without_end() -> None:
    text = "word " * 20_000 + "on Tuesday " * 2_000
    assert len(dates.find(text, reference=PAPER)) == 2_000

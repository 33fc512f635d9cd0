from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from report_stories import DRAFT, NINE_OR_MORE, QUIET, TROUBLED, TWELVE

from checker import serial
from checker.model import Kind
from checker.report import json as report
from checker.values import (
    Bounds,
    DateInterval,
    Grain,
    Hedge,
    Measure,
    Mode,
    Office,
    PersonName,
    Place,
    Quotation,
    Range,
    Score,
    exactly,
    one_day,
)

SOME_40 = Bounds("some 40", 40, Range(32, 48), Range(36, 44), Hedge.ABOUT)


def value(made, kind=None):
    return serial.value_to_dict(made, kind=kind)


def test_quiet_result_has_empty_findings():
    found = QUIET.to_dict()
    assert found["schema"] == 1
    assert found["findings"] == found["unread"] == []
    assert found["coverage"] == {"claims": 3, "compared": 2, "alone": 1, "not_comparable": 0}


def test_result_is_the_documented_json(snapshot):
    assert report.render(TROUBLED.to_dict()) == snapshot


def test_offsets_and_positions_lead_back_to_the_words():
    for item in TROUBLED.to_dict()["claims"]:
        text = next(d.text for d in TROUBLED.documents if d.id == item["document"])
        assert text[item["start"] : item["end"]] == item["quote"]
        assert item["quote"] in item["sentence"]
        line = text.split("\n")[item["line"] - 1]
        assert line[item["column"] - 1 :].startswith(item["quote"].split("\n")[0])


def test_open_end_is_null():
    made = value(NINE_OR_MORE.value.value)
    assert (made["low"], made["high"]) == (9, None)
    assert (made["low_closed"], made["high_closed"]) == (True, False)


def test_whole_numbers_are_whole_and_fractions_stay():
    assert repr(value(exactly(12.0))["low"]) == "12"
    assert repr(value(exactly(2.5))["low"]) == "2.5"


@pytest.mark.parametrize(
    ("made", "kind", "expected"),
    [
        (SOME_40, None, {"kind": "count", "text": "some 40", "low": 32, "high": 48}),
        (exactly(4), Kind.ORDINAL, {"kind": "ordinal", "low": 4}),
        (
            Measure("40 km", exactly(40, "40"), "km", "length", exactly(40_000)),
            Kind.QUANTITY,
            {"kind": "quantity", "dimension": "length", "unit": "km", "low": 40, "high": 40},
        ),
        (Score("2-1", (2, 1)), None, {"kind": "score", "of": "score", "parts": [2, 1]}),
        (
            DateInterval("31 June", month=6, day=31, impossible=True),
            None,
            {"kind": "date", "start": None, "month": 6, "day": 31, "impossible": True},
        ),
        (
            DateInterval("yesterday", relative_days=-1),
            None,
            {"kind": "date", "start": None, "end": None, "relative_days": -1},
        ),
        (
            one_day(date(2012, 1, 31), "on Tuesday"),
            None,
            {"kind": "date", "start": "2012-01-31", "end": "2012-02-01", "grain": "day"},
        ),
        (DateInterval("Tuesday", weekday=1), None, {"kind": "weekday", "weekday": "Tuesday"}),
        (
            DateInterval("5 March", month=3, day=5),
            None,
            {"kind": "date", "start": None, "end": None, "month": 3, "day": 5},
        ),
        (
            DateInterval("2012", Grain.YEAR, date(2012, 1, 1), date(2013, 1, 1), mode=Mode.SINCE),
            None,
            {"kind": "date", "grain": "year", "mode": "since", "end": "2013-01-01"},
        ),
        (
            PersonName("Mr Ivo Varn", ("Ivo",), "Varn", honorific="Mr"),
            None,
            {"kind": "person", "given": ["Ivo"], "surname": "Varn", "honorific": "Mr"},
        ),
        (
            Office("deputy mayor of Varn", "mayor", "Varn", ("deputy",)),
            None,
            {"kind": "office", "role": "mayor", "body": "Varn", "rank": ["deputy"]},
        ),
        (
            Place("Homs", "Homs", "SY/homs", "city", ("SY",)),
            None,
            {"kind": "place", "name": "Homs", "key": "SY/homs", "within": ["SY"]},
        ),
        (Quotation("No.", (("no",),)), None, {"kind": "quote", "text": "No."}),
    ],
)
def test_value_is_written_by_its_kind(made, kind, expected):
    assert value(made, kind).items() >= expected.items()


def test_qualifier_says_how_it_was_got():
    made = serial.claim_to_dict(TWELVE)
    assert made["qualifiers"]["place"] == "Varn"
    assert made["qualifiers"]["period"] == ["2024-03-04", "2024-03-05"]
    assert made["qualified"] == {"place": "assumed", "period": "explicit", "people": "inherited"}


def test_claims_come_with_mentions_only_when_asked():
    made = serial.claims_to_dict([DRAFT], [TWELVE])
    assert "mentions" not in made
    assert made["claims"][0]["fact"] == "killed"
    made = serial.claims_to_dict([DRAFT], [TWELVE], {"draft": [TWELVE.value]})
    assert made["mentions"] == [
        {
            "document": "draft",
            "kind": "number",
            "text": "Twelve",
            "start": 22,
            "end": 28,
            "value": value(exactly(12, "Twelve")),
        }
    ]


def test_every_value_is_json():
    endless = Bounds("many", float("inf"), Range(0, float("inf")), Range(0, float("inf")))
    claim = replace(TWELVE, value=replace(TWELVE.value, value=endless))
    json.loads(report.render(serial.claims_to_dict([DRAFT], [claim])))

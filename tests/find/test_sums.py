"""Parts and totals in one statement."""

from __future__ import annotations

import pytest
from understanding import claims


@pytest.mark.parametrize(
    "text",
    [
        "He scored 30 points, 10 rebounds and 5 assists.",
        "The region has 600 schools, 350 hospitals and 20 clinics.",
        "Twelve people were killed, 30 injured and 9 are missing.",
        "About 600 jobs, 350 in Leeds and 300 in Gdansk, are at risk.",
        "The firm cut 600 jobs in May and 300 in June.",
        "Twelve people, two of them children.",
        "The plan cuts 600 jobs in Leeds, 350 in Gdansk and 300 in Turin.",
        "The firm will cut 350 jobs in Leeds, 90 in York and 300 in Gdansk.",
    ],
)
def test_figures_of_other_things_are_no_parts(text: str):
    assert claims(text, "sum") == []


@pytest.mark.parametrize(
    ("text", "total", "parts", "how"),
    [
        ("The firm cut 600 jobs, 350 in Leeds and 300 in Gdansk.", 600, 650, "all parts"),
        ("Twelve people, seven men and four women, were hurt.", 12, 11, "all parts"),
        ("Eleven people, including four women and three men, were hurt.", 11, 7, "some parts"),
        (
            "The firm cut 600 jobs, among them 350 in Leeds, 90 in York and 300 in Gdansk.",
            600,
            740,
            "some parts",
        ),
    ],
)
def test_parts_are_added_up_beside_their_total(text: str, total: int, parts: int, how: str):
    whole, added = claims(text, "sum")
    assert (whole.value.value.nominal, added.value.value.nominal) == (total, parts)
    assert {whole.head, added.head} == {how}

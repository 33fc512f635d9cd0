"""How firmly a toll is put: what is no fact comes first."""

from __future__ import annotations

import pytest
from understanding import claims, tolls

from checker.compare.pair import COMPARED
from checker.model import Assertion

LESS_THAN_A_FACT = {
    Assertion.POSSIBLE: [
        "The dam could kill 300 people, experts warn.",
        "The death toll could reach 300.",
        "Rescuers fear that 30 people were killed in Lima.",
        "It is feared that 30 people were killed in Lima.",
        "There is a risk that 30 people were killed in the tunnel.",
        "Police could not confirm that 30 people were killed in Lima.",
        "There were unconfirmed reports that 30 people were killed in Lima.",
        "Thirty people were probably killed in Lima.",
        "Perhaps 30 people were injured when the stand gave way.",
        "Were 30 people killed in Lima on Friday?",
        "Who killed 30 people in Lima?",
        "The colonel is accused of killing 30 people in Lima.",
        "Two men were charged with murdering 30 people in Lima.",
        "He is suspected of killing 30 people in Lima.",
    ],
    Assertion.FORECAST: [
        "The death toll is expected to reach 300.",
        "The storm will kill 300 people, the mayor said.",
    ],
    Assertion.HYPOTHETICAL: [
        "If 30 people were killed, the law demands an inquiry.",
        "Whether 30 people were killed is not known.",
        "Unless 30 people were injured, no inquiry is held.",
    ],
    Assertion.DENIED: [
        "The ministry denied that 30 people were killed in Lima on Friday.",
        "Police rejected claims that 30 people were killed.",
        "No evidence has emerged that 30 people were killed in Lima.",
        "It is not true that 30 people were killed in Lima.",
        "Reports that 30 people were killed were false.",
        "Reports that 30 people had been killed in Lima were denied by police.",
        "The claim that 30 people were injured turned out to be false.",
    ],
    Assertion.CORRECTED: [
        "An earlier version of this story said that 30 people were killed.",
        "Officials had earlier said 30 people were killed in Lima.",
        "It was wrongly reported that 30 people were injured.",
        "Correction: the Gazette mistakenly wrote that 30 people were killed.",
    ],
}


@pytest.mark.parametrize(
    ("text", "wanted"), [(text, how) for how, texts in LESS_THAN_A_FACT.items() for text in texts]
)
def test_what_is_less_than_a_fact_is_not_put_as_one(text: str, wanted: Assertion):
    found = {claim.assertion for claim in tolls(text)}
    assert found <= {wanted}


@pytest.mark.parametrize("text", [text for texts in LESS_THAN_A_FACT.values() for text in texts])
def test_what_is_less_than_a_fact_is_never_compared(text: str):
    assert not [claim for claim in tolls(text) if claim.assertion in COMPARED]


@pytest.mark.parametrize(
    "text",
    [
        "As many as 30 people may have been killed in Lima.",
        "Thirty people are feared dead in Lima.",
        "Thirty people are presumed dead in Lima.",
        "Thirty people were not killed in Lima.",
        "None of the 30 people were injured.",
    ],
)
def test_doubted_phrases_give_no_fact(text: str):
    assert not [claim for claim in tolls(text) if claim.assertion in COMPARED]


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people were killed in Lima, said the governor.",
        "The governor said that 30 people were killed in Lima.",
        "According to the hospital, 30 people were injured.",
        "It was reported that 30 people were killed in Lima.",
        "Thirty people were reportedly killed in Lima.",
    ],
)
def test_what_somebody_says_is_reported(text: str):
    assert [claim.assertion for claim in tolls(text)] == [Assertion.REPORTED]


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people were killed in Lima on Monday.",
        "The flood killed 30 people and may spread to the coast.",
        "Not only were 30 people killed, a bridge was lost as well.",
        "Thirty people were killed on Monday, and the clinic was not reached until dawn.",
        "The mayor did not come, and 30 people were injured.",
        "Thirty people were injured. The toll may rise.",
    ],
)
def test_what_the_paper_itself_says_is_stated(text: str):
    assert [claim.assertion for claim in tolls(text)] == [Assertion.STATED]


@pytest.mark.parametrize(
    "text",
    [
        "Exit polls gave the Liberals 142 seats in the chamber.",
        "Projections gave the Liberals 142 seats in the chamber.",
        "The Liberals won 142 seats in the chamber, according to exit polls.",
        "The former mayor faces 142 charges of fraud.",
        "The former mayor was indicted on 142 charges of fraud.",
        "The mayor is accused of spending 142 grants on a yacht.",
    ],
)
def test_forecast_or_accusation_is_no_figure(text: str):
    (figure,) = (claim for claim in claims(text, "figure") if claim.value.text == "142")
    assert figure.assertion not in COMPARED


@pytest.mark.parametrize(
    "text",
    [
        "The Liberals won 142 seats in the chamber.",
        "The former mayor was convicted on 142 charges of fraud.",
        "The former mayor admitted 142 charges of fraud.",
    ],
)
def test_result_or_verdict_is_a_figure(text: str):
    (figure,) = (claim for claim in claims(text, "figure") if claim.value.text == "142")
    assert figure.assertion in COMPARED


@pytest.mark.parametrize(
    "text",
    [
        "Norland would veto the treaty on fishing, foreign minister Pavel Orel said on Tuesday.",
        "On Tuesday foreign minister Pavel Orel said Norland might veto the treaty on fishing.",
        "Norland will not sign the treaty on fishing, foreign minister Pavel Orel said on Tuesday.",
    ],
)
def test_saying_is_as_firm_as_its_own_verb(text: str):
    (act,) = claims(text, "dated-act")
    assert act.assertion in COMPARED


@pytest.mark.parametrize(
    "text",
    [
        "Foreign minister Pavel Orel will speak in Lima on Tuesday.",
        "Foreign minister Pavel Orel is expected to say on Tuesday that he resigned.",
    ],
)
def test_saying_that_lies_ahead_is_a_forecast(text: str):
    assert not [act for act in claims(text, "dated-act") if act.assertion in COMPARED]

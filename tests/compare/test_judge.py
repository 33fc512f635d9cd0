"""The four questions and the verdict on a pair."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier import rulebook, two

from checker.compare.judge import judge, once_each
from checker.compare.questions import ask
from checker.compare.relations import RELATIONS
from checker.model import Answer, Judged, Pair, Reason, Severity
from checker.rulebook import Must
from checker.values import Verdict, unsure

FIRE = "{} people were killed in a fire at a mill in Porto on Monday{}."


def judged(first: str, second: str, rule_id: str = "tolls.differ") -> Judged:
    a, b, run = two(first, second)
    rule = rulebook().rule(rule_id)
    assert rule is not None
    reasons, score = ask(rule, rulebook().facts["killed"], a, b, run)
    pair = Pair(a, b, rule.id, reasons, score)
    return judge(pair, RELATIONS[rule.must](a, b, run), rulebook())


@pytest.mark.parametrize(
    ("second", "verdict", "severity"),
    [
        (FIRE.format("12", ""), Verdict.AGREES, None),
        (FIRE.format("At least ten", ""), Verdict.AGREES, None),
        (FIRE.format("At least two", ""), Verdict.UNSURE, Severity.WARNING),
        (FIRE.format("Nine", ""), Verdict.CONTRADICTS, Severity.ERROR),
        (FIRE.format("Nine", ", police said"), Verdict.CONTRADICTS, Severity.ERROR),
    ],
)
def test_pair_is_judged_by_its_values(second: str, verdict: Verdict, severity: Severity | None):
    found = judged(FIRE.format("Twelve", ""), second)
    assert (found.verdict, found.severity) == (verdict, severity)


def test_two_sources_soften_a_clash():
    found = judged(FIRE.format("Twelve", ", the mayor said"), FIRE.format("Nine", ", police said"))
    assert (found.verdict, found.severity) == (Verdict.CONTRADICTS, Severity.WARNING)


def test_open_question_makes_a_clash_a_doubt():
    second = FIRE.format("Nine", "").replace(" on Monday", "")
    found = judged(FIRE.format("Twelve", ""), second)
    answers = {reason.question: reason.answer for reason in found.pair.reasons}
    if Answer.UNKNOWN in (answers["time"], answers["definition"]):
        assert found.verdict is Verdict.UNSURE
    else:
        assert found.verdict is Verdict.CONTRADICTS


@pytest.mark.parametrize(
    ("second", "question"),
    [
        (FIRE.format("Nine", "").replace("Porto", "Braga"), "event"),
        (FIRE.format("Nine", "").replace("Monday", "Friday"), "event"),
        (FIRE.format("Nine", "").replace("people", "firefighters"), "definition"),
    ],
)
def test_question_that_is_answered_with_no_says_so(second: str, question: str):
    reasons = judged(FIRE.format("Twelve", ""), second).pair.reasons
    assert question in {reason.question for reason in reasons if reason.answer is Answer.NO}


def test_one_pair_is_flagged_by_one_rule_at_most():
    clash = judged(FIRE.format("Twelve", ""), FIRE.format("Nine", ""))
    doubt = replace(clash, verdict=Verdict.UNSURE, severity=Severity.WARNING)
    agreed = replace(clash, verdict=Verdict.AGREES, severity=None)
    assert once_each([doubt, agreed, clash]) == [agreed, clash]
    assert once_each([]) == []


NAMED = "The climber {} fell from a ridge on Mount Aspen on Friday, police in Lund said."


@pytest.mark.parametrize(
    ("second", "verdict", "severity"),
    [
        ("Omar al-Rashid", Verdict.AGREES, None),
        ("Omar Rashid", Verdict.AGREES, Severity.NOTE),
        ("O. al-Rashid", Verdict.AGREES, None),
        ("Omar al-Rashad", Verdict.UNSURE, Severity.WARNING),
        ("Peter Holm", Verdict.AGREES, None),
    ],
)
def test_name_is_judged_by_its_spelling(second: str, verdict: Verdict, severity: Severity | None):
    a, b, run = two(NAMED.format("Omar al-Rashid"), NAMED.format(second), fact="name")
    pair = Pair(a, b, "names.spelt-two-ways", ())
    found = judge(pair, RELATIONS[Must.SAME_PERSON](a, b, run), rulebook())
    assert (found.verdict, found.severity) == (verdict, severity)


def test_part_is_not_held_against_its_whole_on_two_doubts():
    """Neither what they count is sure, nor that the part is more."""
    a, b, _ = two(FIRE.format("Some 40", ""), FIRE.format("At least 30", ""))
    rule = "tolls.part-exceeds-whole"
    comparison = unsure("perhaps more")
    open_question = Reason("definition", Answer.UNKNOWN, "a place is not told")
    known = judge(Pair(a, b, rule, ()), comparison, rulebook())
    doubted = judge(Pair(a, b, rule, (open_question,)), comparison, rulebook())
    assert (known.verdict, doubted.verdict) == (Verdict.UNSURE, Verdict.AGREES)
    elsewhere = judge(Pair(a, b, "tolls.differ", (open_question,)), comparison, rulebook())
    assert elsewhere.verdict is Verdict.UNSURE

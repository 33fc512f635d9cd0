"""The verdict on a pair and how loud it is, by the table of the design."""

from __future__ import annotations

from collections.abc import Sequence

from checker.compare.relations import NOTED, ONE_DOUBT_ONLY
from checker.model import Answer, Claim, How, Judged, Kind, Pair, Severity, Span
from checker.rulebook import Condition, Dimension, Likeness, Relation, Rule, Rulebook
from checker.values import Comparison, Measure, Verdict


def judge(pair: Pair, comparison: Comparison, rules: Rulebook) -> Judged:
    """A pair with its verdict, its severity (none where it agrees) and why."""
    rule = rules.rule(pair.rule)
    assert rule is not None
    verdict, why = comparison.verdict, comparison.why
    open_question = next(
        (
            reason
            for reason in pair.reasons
            if reason.answer is Answer.UNKNOWN and reason.question in ("definition", "time")
        ),
        None,
    )
    doubled = verdict is Verdict.UNSURE and open_question is not None
    if doubled and rule.must in ONE_DOUBT_ONLY:
        verdict = Verdict.AGREES
    if verdict is Verdict.CONTRADICTS and open_question is not None:
        verdict, why = Verdict.UNSURE, f"{why}; but {open_question.evidence}"
    if verdict is Verdict.CONTRADICTS and _a_birthday_apart(pair.a, pair.b):
        verdict, why = Verdict.UNSURE, f"{why}; a birthday may lie between the two"
    if verdict is Verdict.CONTRADICTS and _possible_update(rule, rules, pair.a, pair.b):
        verdict = Verdict.UNSURE
        why = f"{why}; a possible update: {pair.a.as_of} and {pair.b.as_of}"
    note = NOTED.get(rule.must)
    noted = note(pair.a, pair.b) if note is not None and verdict is Verdict.AGREES else ""
    if noted:
        return Judged(pair, verdict, Severity.NOTE, noted)
    return Judged(pair, verdict, _severity(rule, verdict, pair), why)


def once_each(judged: Sequence[Judged]) -> list[Judged]:
    """Two values are flagged by one rule at most: the one with the gravest verdict, and among
    those the one that leaves the fewest questions open.
    """
    best: dict[frozenset[tuple[str, Span]], Judged] = {}
    for one in judged:
        if one.severity is None:
            continue
        both = frozenset(
            (claim.document.id, claim.value.span) for claim in (one.pair.a, one.pair.b)
        )
        known = best.get(both)
        if known is None or _clearness(one) > _clearness(known):
            best[both] = one
    kept = {id(one) for one in best.values()}
    return [one for one in judged if one.severity is None or id(one) in kept]


def _clearness(judged: Judged) -> tuple[bool, int]:
    open_questions = sum(
        1
        for reason in judged.pair.reasons
        if reason.answer is Answer.UNKNOWN and reason.question != "word"
    )
    return judged.verdict is Verdict.CONTRADICTS, -open_questions


def _severity(rule: Rule, verdict: Verdict, pair: Pair) -> Severity | None:
    if verdict is Verdict.AGREES:
        return None
    severity = Severity.ERROR if verdict is Verdict.CONTRADICTS else Severity.WARNING
    holding = _conditions(verdict, pair)
    if Condition.OTHER_SOURCE in holding:
        severity = _lower(severity, Severity.WARNING)
    for condition in holding:
        softened = rule.softened(condition)
        severity = severity if softened is None else _lower(severity, softened)
    return _lower(severity, rule.severity)


def _conditions(verdict: Verdict, pair: Pair) -> set[Condition]:
    """What a rule may soften a finding for, as far as it holds of the pair."""
    hows = {qualifier.how for claim in (pair.a, pair.b) for _, qualifier in claim.qualifiers}
    return {
        condition
        for condition, holds in (
            (Condition.OTHER_SOURCE, _other_source(pair.a, pair.b)),
            (Condition.INHERITED, How.INHERITED in hows),
            (Condition.ASSUMED, How.ASSUMED in hows),
            (Condition.UNSURE, verdict is Verdict.UNSURE),
        )
        if holds
    }


def _lower(a: Severity, b: Severity) -> Severity:
    return a if a.rank <= b.rank else b


def _other_source(a: Claim, b: Claim) -> bool:
    """Whether each side is attributed, to different sources."""
    if a.attribution is None or b.attribution is None:
        return False
    return a.attribution.source != b.attribution.source


def _a_birthday_apart(a: Claim, b: Claim) -> bool:
    """Whether two ages of one person are a year apart, so that both may have been right."""
    first, second = a.value.value, b.value.value
    if a.value.kind is not Kind.AGE or not (
        isinstance(first, Measure) and isinstance(second, Measure)
    ):
        return False
    return abs(first.base.nominal - second.base.nominal) <= 1


def _possible_update(rule: Rule, rules: Rulebook, a: Claim, b: Claim) -> bool:
    """Whether a closed period is given another figure by a later report."""
    counted = all(rules.facts[fact].like is Likeness.NONE for fact in rule.facts)
    timed = rule.relation(Dimension.PERIOD) in (Relation.SAME, Relation.WITHIN)
    known = a.as_of is not None and b.as_of is not None
    return counted and timed and known and a.as_of != b.as_of and not a.cumulative

"""The pairs of one fact become one finding with its sides."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from checker.model import Answer, Claim, ClaimKey, Finding, Judged, Reason, Side
from checker.rulebook import PART_AND_WHOLE, Must, Rule, Rulebook
from checker.values import (
    Bounds,
    DateInterval,
    Measure,
    Organisation,
    PersonName,
    Place,
    Quotation,
    Verdict,
    interval_text,
)

#: Rules that take their two claims in an order: the part and the whole, the earlier and the later.
_ORDERED = PART_AND_WHOLE | {Must.NOT_DECREASE, Must.NOT_STALE}
#: At most so many reasons are printed with a finding; the rest say the same of other pairs.
MOST_REASONS = 9


def group(judged: Sequence[Judged], rules: Rulebook, order: dict[str, int]) -> tuple[Finding, ...]:
    """All findings, in the order of the documents given by `order` (id to rank)."""
    by_rule: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        by_rule[one.pair.rule, one.pair.a.fact].append(one)
    findings: list[Finding] = []
    for (rule_id, fact), pairs in by_rule.items():
        rule = rules.rule(rule_id)
        assert rule is not None
        flagged = [
            one
            for one in pairs
            if one.severity is not None
            and _side_key(rule, one.pair.a) != _side_key(rule, one.pair.b)
        ]
        agreed = _beside([one for one in pairs if one.severity is None])
        findings.extend(
            _finding(rule, rules.facts[fact].title, component, agreed, order)
            for component in _components(flagged)
        )
    return _with_own_ids(sorted(findings, key=lambda finding: _place(finding, order)))


def _beside(judged: Sequence[Judged]) -> dict[ClaimKey, list[Claim]]:
    """By each claim, those that it was laid beside."""
    found: defaultdict[ClaimKey, list[Claim]] = defaultdict(list)
    for one in judged:
        found[one.pair.a.key].append(one.pair.b)
        found[one.pair.b.key].append(one.pair.a)
    return found


def _components(judged: Sequence[Judged]) -> list[list[Judged]]:
    """The pairs that hang together by a claim they share."""
    parent: dict[ClaimKey, ClaimKey] = {}

    def find(key: ClaimKey) -> ClaimKey:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one in judged:
        parent[find(one.pair.a.key)] = find(one.pair.b.key)
    components: defaultdict[ClaimKey, list[Judged]] = defaultdict(list)
    for one in judged:
        components[find(one.pair.a.key)].append(one)
    return list(components.values())


def _finding(
    rule: Rule,
    title: str,
    pairs: Sequence[Judged],
    agreed: Mapping[ClaimKey, Sequence[Claim]],
    order: dict[str, int],
) -> Finding:
    sides = _sides(rule, pairs, agreed, order)
    worst = _worst(pairs, order)
    severity = max((one.severity for one in pairs if one.severity), key=lambda s: s.rank)
    if rule.must in _ORDERED:
        first, second = (_in_scope(claim, worst) for claim in (worst.pair.a, worst.pair.b))
    else:
        clashing = {_side_key(rule, claim) for claim in (worst.pair.a, worst.pair.b)}
        first, second = (s.value for s in sides if _side_key(rule, s.claims[0]) in clashing)
    fields = {
        "fact": worst.pair.a.fact,
        "title": title,
        "a": first,
        "b": second,
        "why": worst.why,
        **{name: _scope_text(worst, name) for name in ("place", "period", "people")},
    }
    message = (rule.message or "{title}: {a} or {b}").format(**fields)
    return Finding(
        id=_fingerprint(rule, worst.pair.a.fact, sides),
        rule=rule.id,
        fact=worst.pair.a.fact,
        verdict=max((one.verdict for one in pairs), key=_rank),
        severity=severity,
        message=message,
        reasons=_reasons(worst, pairs, sides),
        sides=sides,
        advice=rule.do,
        see=rule.see,
    )


def _worst(pairs: Sequence[Judged], order: dict[str, int]) -> Judged:
    """The pair that a finding is told by: the gravest, among those the one whose values lie
    farthest apart, among those the first in the documents.
    """

    def badness(one: Judged) -> tuple[int, int, float, list[tuple[int, int]]]:
        claims = (one.pair.a, one.pair.b)
        severity = one.severity.rank if one.severity is not None else 0
        places = sorted((order[claim.document.id], claim.span.start) for claim in claims)
        return -severity, -_rank(one.verdict), -_apart(*claims), places

    return min(pairs, key=badness)


def _apart(a: Claim, b: Claim) -> float:
    """How far two values of one kind lie apart: figures as a share of the larger one, dates in
    days. Nought where there is no measure for it.
    """
    match a.value.value, b.value.value:
        case (Bounds() as first, Bounds() as second):
            return _share(first.nominal, second.nominal)
        case (Measure() as first, Measure() as second) if first.dimension == second.dimension:
            return _share(first.base.nominal, second.base.nominal)
        case (DateInterval(start=date() as first), DateInterval(start=date() as second)):
            return abs((first - second).days)
        case _:
            return 0.0


def _share(a: float, b: float) -> float:
    larger = max(abs(a), abs(b))
    return abs(a - b) / larger if larger else 0.0


def _in_scope(claim: Claim, worst: Judged) -> str:
    """A value with what sets its scope apart from the other's: "almost 100 people in Homs"."""
    pair = worst.pair
    other = pair.b if claim is pair.a else pair.a
    text = side_value(claim)
    for name, preposition in (("place", "in"), ("agent", "by")):
        own, others = claim.qualifier(name), other.qualifier(name)
        if own is not None and (others is None or others.key != own.key):
            text += f" {preposition} {own.text}"
    return text


def _rank(verdict: Verdict) -> int:
    return [Verdict.AGREES, Verdict.UNSURE, Verdict.CONTRADICTS].index(verdict)


def _scope_text(judged: Judged, name: str) -> str:
    qualifier = judged.pair.a.qualifier(name) or judged.pair.b.qualifier(name)
    return qualifier.text if qualifier is not None else ""


def _sides(
    rule: Rule,
    pairs: Sequence[Judged],
    agreed: Mapping[ClaimKey, Sequence[Claim]],
    order: dict[str, int],
) -> tuple[Side, ...]:
    """The distinct values with their claims; what agrees to the letter joins its side."""
    claims: dict[ClaimKey, Claim] = {}
    for one in pairs:
        for claim in (one.pair.a, one.pair.b):
            claims[claim.key] = claim
    keys = {_side_key(rule, claim) for claim in claims.values()}
    waiting = list(claims.values())
    while waiting:
        own = waiting.pop()
        for other in agreed.get(own.key, ()):
            if other.key not in claims and _side_key(rule, other) == _side_key(rule, own):
                claims[other.key] = other
                waiting.append(other)
    sides: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims.values(), key=lambda c: (order[c.document.id], c.span)):
        if _side_key(rule, claim) in keys:
            sides[_side_key(rule, claim)].append(claim)
    return tuple(
        Side(value=_label(rule, own[0]), claims=tuple(own), origins=_origins(own))
        for own in sides.values()
    )


def _origins(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What a side rests on: the agencies of its documents, else their outlets."""
    found: dict[str, None] = {}
    for claim in claims:
        document = claim.document
        for origin in document.origins or (document.publisher,):
            if origin:
                found[origin] = None
    return tuple(found)


def _side_key(rule: Rule, claim: Claim) -> Hashable:
    """What makes a side: the value, and where one value has two roles, the role as well."""
    if rule.must is Must.CREDITED_ALIKE:
        return claim.attribution.source if claim.attribution is not None else ""
    value = value_key(claim)
    if rule.must in _ORDERED:
        scope = tuple((name, qualifier.key) for name, qualifier in claim.qualifiers)
        return value, scope, claim.document.id if rule.must is Must.ONE_SCOPE else ""
    return value


def value_key(claim: Claim) -> Hashable:
    """The canonical form of a claim's value, by which sides are told apart."""
    value = claim.value.value
    match value:
        case Bounds():
            return value.literal.low, value.literal.high, value.hedge.value
        case Measure():
            return value.dimension, value.base.literal.low, value.base.literal.high, value.unit
        case DateInterval():
            if value.start is not None:
                return str(value.start), str(value.end), value.part
            return value.weekday, value.month, value.day, value.text.lower()
        case PersonName():
            return value.text
        case Quotation():
            return value.words
        case Place() | Organisation():
            return value.key
        case _:
            return value.text


def _label(rule: Rule, claim: Claim) -> str:
    """What a side is called: its value, and where the credit is in question, the credit."""
    if rule.must is Must.CREDITED_ALIKE and claim.attribution is not None:
        return f"{side_value(claim)}, on the word of {claim.attribution.text}"
    return side_value(claim)


def side_value(claim: Claim) -> str:
    """The value of a side for a person to read."""
    value = claim.value.value
    if isinstance(value, DateInterval) and value.start is not None:
        return interval_text(value)
    people = claim.qualifier("people")
    if people is not None and people.span is not None and isinstance(value, Bounds):
        return f"{claim.value.text} {people.text}"
    return claim.value.text


def _reasons(worst: Judged, pairs: Sequence[Judged], sides: Sequence[Side]) -> tuple[str, ...]:
    """Why the two are one fact and why they cannot both stand, in plain words, each once."""
    found: dict[str, None] = {}
    for question in _QUESTIONS:
        told = [reason for reason in worst.pair.reasons if reason.question == question]
        if told:
            found[_reason_text(told)] = None
    found[_clash(worst)] = None
    shared = set(sides[0].origins).intersection(*(side.origins for side in sides[1:]))
    if shared:
        found[f"All sides rest on {', '.join(sorted(shared))}."] = None
    for one in pairs:
        if one is not worst and one.why != worst.why and len(found) < MOST_REASONS:
            found[f"Also: {one.why}."] = None
    return tuple(found)


def _clash(judged: Judged) -> str:
    heading = {
        Verdict.CONTRADICTS: "Why both cannot stand",
        Verdict.UNSURE: "Why an editor should look",
        Verdict.AGREES: "What differs",
    }[judged.verdict]
    return f"{heading}: {judged.why}."


_QUESTIONS = {
    "event": "The same event?",
    "definition": "The same definition?",
    "time": "The same time?",
    "word": "Whose word?",
}


def _reason_text(told: Sequence[Reason]) -> str:
    """The answers to one question in one line: the weakest answer, and all the evidence."""
    question = _QUESTIONS[told[0].question]
    evidence = "; ".join(dict.fromkeys(reason.evidence for reason in told))
    if told[0].question == "word":
        return f"{question} {evidence[:1].upper()}{evidence[1:]}."
    answers = [reason.answer for reason in told]
    answer = next((a for a in (Answer.NO, Answer.UNKNOWN) if a in answers), Answer.YES)
    return f"{question} {answer.value.capitalize()}: {evidence}."


def _fingerprint(rule: Rule, fact: str, sides: Sequence[Side]) -> str:
    """An id that holds while the rule and the fact stay the same, and what makes the sides: their
    values, what they count, and where the rule asks for it their credits and scope.
    """
    parts = {
        repr((_side_key(rule, claim), value_key(claim), claim.head.partition("@")[0]))
        for side in sides
        for claim in side.claims
    }
    told = "\n".join((rule.id, fact, *sorted(parts)))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _with_own_ids(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings whose ids would be the same are numbered by the documents they stand in, whatever
    the order of those.
    """
    seen: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        seen[finding.id].append(finding)
    told: list[Finding] = []
    for finding in findings:
        same = sorted(seen[finding.id], key=_standing)
        count = same.index(finding)
        told.append(replace(finding, id=f"{finding.id}-{count + 1}") if count else finding)
    return tuple(told)


def _standing(finding: Finding) -> list[ClaimKey]:
    return sorted(claim.key for side in finding.sides for claim in side.claims)


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str]:
    first = finding.sides[0].claims[0]
    return -finding.severity.rank, order[first.document.id], first.span.start, finding.rule

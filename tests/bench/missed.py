"""Why a labelled pair was not found: which claim is not there, or which question failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker import Document
from checker.compare.evidence import Run, gather
from checker.compare.judge import judge
from checker.compare.pair import COMPARED, pairs_of
from checker.compare.places import settled
from checker.compare.questions import ask
from checker.compare.relations import RELATIONS
from checker.find.claims import understand
from checker.find.mentions import find_mentions
from checker.model import Answer, Claim, Reason
from checker.rulebook import Rule, Rulebook
from tests.bench.dossiers import Label, Quoted, covers

#: The stages at which a pair is lost, in the order of the way through the house.
NO_MENTION = "value not read"
NO_CLAIM = "value read, no claim"
OTHER_FACT = "claims of different facts"
ASSERTION = "not put forward as a fact"
APART = "not laid side by side"
DEFINITION, TIME, EVENT = "definition", "time", "event"
AGREED = "compared, and agrees"
OUTDONE = "compared, and a better counterpart stands"
QUIET = "flagged more quietly than asked"


@dataclass(frozen=True, slots=True)
class Loss:
    """Where a pair was lost, and what was seen there."""

    stage: str
    told: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A folder as the comparison sees it: its claims and what all of it says together."""

    documents: dict[str, Document]
    claims: tuple[Claim, ...]
    run: Run
    rules: Rulebook


def dossier(documents: Sequence[Document], rules: Rulebook) -> Dossier:
    """What the pairing starts from, made as `check` makes it."""
    found = settled([understand(document, rules) for document in documents])
    claims = tuple(claim for understood in found for claim in understood.claims)
    return Dossier({document.id: document for document in documents}, claims, gather(found), rules)


def loss(label: Label, seen: Dossier) -> Loss:
    """Where a pair was lost: at the farthest stage that any two of its claims came to."""
    sides = [_claims_at(side, seen) for side in (label.a, label.b)]
    for side, claims in zip((label.a, label.b), sides, strict=True):
        if not claims:
            return _without_claim(side, seen)
    losses = [
        found
        for a in sides[0]
        for b in sides[1]
        if a.fact == b.fact
        for rule in seen.rules.active
        if a.fact in rule.facts
        for found in [_loss_of(rule, a, b, seen)]
    ]
    if losses:
        return max(losses, key=lambda found: _STAGES.index(found.stage))
    told = " / ".join(", ".join(sorted({_told(claim) for claim in side})) for side in sides)
    return Loss(OTHER_FACT, told)


_STAGES = (APART, ASSERTION, EVENT, DEFINITION, TIME, AGREED, OUTDONE, QUIET)


def _claims_at(side: Quoted, seen: Dossier) -> list[Claim]:
    """The claims on a side: on its value's own words, where those are known, else on its words."""
    there = [claim for claim in seen.claims if covers(claim, side.document, side.span)]
    if side.value_span is not None:
        return [claim for claim in there if claim.value.span.overlaps(side.value_span)]
    return [claim for claim in there if claim.value.span.overlaps(side.span)] or there


def _without_claim(side: Quoted, seen: Dossier) -> Loss:
    mentions = [
        mention
        for mention in find_mentions(seen.documents[side.document])
        if mention.span.overlaps(side.value_span or side.span)
    ]
    told = f"“{side.quote}” [{side.value}]"
    if not mentions:
        return Loss(NO_MENTION, told)
    read = ", ".join(f"{mention.kind} “{mention.text}”" for mention in mentions)
    return Loss(NO_CLAIM, f"{told}: {read}")


def _told(claim: Claim) -> str:
    return f"{claim.fact}({claim.head}) “{claim.value.text}”"


def _loss_of(rule: Rule, a: Claim, b: Claim, seen: Dossier) -> Loss:
    """Where one rule lost two claims of one fact."""
    named = f"{rule.id}: {_told(a)} / {_told(b)}"
    reasons, score = ask(rule, seen.rules.facts[a.fact], a, b, seen.run)
    answers = f"{named}; {_answers(reasons)}; likeness {score:.2f}"
    found = pairs_of(rule, seen.rules, [a, b], seen.run, frozenset())
    if found:
        pair, comparison = found[0]
        judged = judge(pair, comparison, seen.rules)
        if judged.severity is None:
            return Loss(AGREED, f"{answers}; {judged.why}")
        everyone = pairs_of(rule, seen.rules, seen.claims, seen.run, frozenset())
        stood = any({one.a.key, one.b.key} == {a.key, b.key} for one, _ in everyone)
        return Loss(QUIET if stood else OUTDONE, f"{answers}; {judged.severity}: {judged.why}")
    asserted = {claim.assertion for claim in (a, b)}
    if not asserted <= COMPARED:
        return Loss(ASSERTION, f"{named}; {', '.join(sorted(asserted))}")
    for question in (EVENT, DEFINITION, TIME):
        told = {reason.answer for reason in reasons if reason.question == question}
        if Answer.NO in told or (question == EVENT and Answer.YES not in told):
            return Loss(question, answers)
    if sum(reason.answer is Answer.UNKNOWN for reason in reasons if reason.question != "word") >= 2:
        return Loss(TIME, answers)
    verdict = RELATIONS[rule.must](a, b, seen.run)
    return Loss(APART, f"{answers}; their values: {verdict.verdict}, {verdict.why}")


def _answers(reasons: Sequence[Reason]) -> str:
    asked = [reason for reason in reasons if reason.question != "word"]
    return "; ".join(f"{one.question}? {one.answer} ({one.evidence})" for one in asked)

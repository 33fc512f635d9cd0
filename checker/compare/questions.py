"""The four questions, asked of two claims before their values are compared.

1. The same event?  2. The same definition?  3. The same time?  4. Whose word?

Any *no*, or an event that is not known to be one, and the two are not compared.
"""

from __future__ import annotations

from checker.compare.alike import act_reasons, figure_reasons, slot_reasons
from checker.compare.evidence import (
    Run,
    one_happening,
    sentence_likeness,
    shared_words,
    story_likeness,
    told_elsewhere,
)
from checker.compare.scopes import (
    DEFINITION,
    EVENT,
    period_reason,
    place_reason,
    scope_reasons,
    starts_differ,
    strictly_inside,
    told_apart,
)
from checker.compare.thresholds import LIKE_SENTENCE, LIKE_STORY, LIKE_STORY_OF_ONE, SAME_SENTENCE
from checker.compare.who import holder_reasons, name_reasons, placed_reasons, quote_reasons
from checker.compare.word import word_reason
from checker.model import Answer, Claim, Kind, Reason
from checker.rulebook import Dimension, Fact, Likeness, Must, Relation, Rule


def ask(rule: Rule, fact: Fact, a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """The answers to the four questions, and how much speaks for one event."""
    parted = a.part_of is not None or b.part_of is not None
    if parted and a.sentence == b.sentence and fact.like is Likeness.PAIR:
        return (Reason(EVENT, Answer.YES, "both stand in one statement"),), 1.0
    match fact.like:
        case Likeness.NONE:
            return _fact_reasons(rule, a, b, run)
        case Likeness.ACT:
            return act_reasons(a, b, run)
        case Likeness.SENTENCE if a.value.kind in (Kind.PLACE, Kind.DATE, Kind.OFFICE):
            return slot_reasons(a, b, run)
        case Likeness.SENTENCE:
            return figure_reasons(a, b, run)
        case Likeness.SPEAKER:
            return quote_reasons(a, b, run)
        case Likeness.NAME:
            return name_reasons(a, b, run)
        case Likeness.PAIR if Kind.PLACE in fact.kinds:
            return placed_reasons(a, b, run)
        case Likeness.PAIR:
            return holder_reasons(a, b, run)


def _fact_reasons(rule: Rule, a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """Claims by phrase: place, period, people and agent are understood; the event is weighed."""
    wanted = dict(rule.when)
    apart = told_apart(a, b, wanted)
    if apart is not None:
        return (apart,), 0.0
    likeness = sentence_likeness(a, b, run)
    story = story_likeness(a, b, run)
    event = _event_of_fact(a, b, likeness, story, run)
    undated = a.qualifier("period") is None and b.qualifier("period") is None
    if (
        rule.must is Must.NOT_EXCEED
        and "people" in strictly_inside(a, b)
        and likeness < LIKE_SENTENCE
        and a.document.id != b.document.id
    ):
        event = Reason(EVENT, Answer.UNKNOWN, "those counted may have died in other events")
    once = event.answer is Answer.YES and (
        (undated and likeness >= LIKE_SENTENCE)
        or (story >= LIKE_STORY_OF_ONE and bool(one_happening(a, b, run)))
    )
    happening = one_happening(a, b, run)
    spot = event.answer is Answer.YES and bool(happening) and not happening.startswith("~")
    scopes = scope_reasons(a, b, wanted, once=once, spot=spot)
    reasons = [event, *scopes, word_reason(a, b)]
    if rule.relation(Dimension.ORIGIN) is Relation.SAME:
        reasons.append(_origin_reason(a, b))
    return tuple(reasons), likeness + story


def _origin_reason(a: Claim, b: Claim) -> Reason:
    """Whether both documents rest on one agency."""
    shared = set(a.document.origins) & set(b.document.origins)
    if shared:
        return Reason(DEFINITION, Answer.YES, f"both stories rest on {', '.join(sorted(shared))}")
    return Reason(DEFINITION, Answer.NO, "the stories rest on different origins")


def _event_of_fact(a: Claim, b: Claim, likeness: float, story: float, run: Run) -> Reason:
    place = place_reason(a, b, Relation.WITHIN)
    if place.answer is Answer.NO:
        place = place_reason(b, a, Relation.WITHIN)
    if place.answer is Answer.NO:
        return Reason(EVENT, Answer.NO, place.evidence)
    if one_happening(a, b, run) and told_elsewhere(a, b, run):
        return Reason(EVENT, Answer.NO, "the two stories open in places that lie apart")
    same_place = place.answer is Answer.YES
    if a.cumulative and b.cumulative:
        if starts_differ(a, b):
            return Reason(EVENT, Answer.NO, "the figures count from different starts")
        if same_place and (story >= LIKE_SENTENCE / 2 or likeness >= LIKE_SENTENCE):
            return Reason(EVENT, Answer.YES, f"{place.evidence}, both counting to date")
        happening = one_happening(a, b, run)
        if happening and story >= LIKE_STORY_OF_ONE:
            return Reason(EVENT, Answer.YES, f"both stories tell of one {happening.strip('~')}")
        return Reason(EVENT, Answer.UNKNOWN, "what the figures count from is not known")
    time = period_reason(a, b, Relation.SAME, once=False)
    if time.answer is Answer.NO and a.cumulative == b.cumulative:
        return Reason(EVENT, Answer.NO, time.evidence)
    words = ", ".join(shared_words(a, b, run))
    if likeness >= SAME_SENTENCE:
        return Reason(EVENT, Answer.YES, f"much the same sentence ({words})")
    if same_place and time.answer is Answer.YES and story >= LIKE_SENTENCE / 2:
        return Reason(EVENT, Answer.YES, f"{place.evidence}; {time.evidence}")
    if same_place and likeness >= LIKE_SENTENCE and time.answer is Answer.YES:
        return Reason(EVENT, Answer.YES, f"{place.evidence}, and the words {words}")
    happening = one_happening(a, b, run)
    if same_place and story >= LIKE_STORY_OF_ONE and happening:
        return Reason(
            EVENT, Answer.YES, f"{place.evidence}; both stories tell of one {happening.strip('~')}"
        )
    if same_place and likeness >= LIKE_SENTENCE and story >= LIKE_STORY:
        return Reason(EVENT, Answer.YES, f"{place.evidence}, and the words {words}")
    return Reason(EVENT, Answer.UNKNOWN, "nothing tells that the event is one")

"""The questions asked of people and their words: quotations, names, offices, whereabouts."""

from __future__ import annotations

from functools import cache

from checker.compare.evidence import (
    Run,
    readable,
    sentence_likeness,
    story_likeness,
    surname_key,
)
from checker.compare.scopes import (
    DEFINITION,
    EVENT,
    TIME,
)
from checker.compare.thresholds import (
    LIKE_STORY,
    LIKE_STORY_OF_ONE,
    SAME_SENTENCE,
    SAME_WORDING,
    SAME_WORDS,
)
from checker.compare.word import word_reason
from checker.model import Answer, Attribution, Claim, Reason
from checker.normalise.lexicon import load
from checker.values import PersonName, Quotation


def quote_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """One utterance: the same speaker, and words that are much the same."""
    likeness = _wording_likeness(a, b)
    first, second = a.attribution, b.attribution
    if first is not None and second is not None:
        same = _speaker(first.source) == _speaker(second.source)
        if not same and likeness < SAME_WORDS:
            return (Reason(EVENT, Answer.UNKNOWN, "not the same speaker"),), likeness
    elif likeness < SAME_WORDS:
        return (Reason(EVENT, Answer.UNKNOWN, "a speaker is not known"),), likeness
    if a.document.id == b.document.id:
        return (Reason(EVENT, Answer.UNKNOWN, "one story may quote two utterances"),), likeness
    if likeness < SAME_WORDING:
        return (Reason(EVENT, Answer.UNKNOWN, "perhaps another utterance"),), likeness
    return (
        Reason(EVENT, Answer.YES, _utterance(first, second)),
        Reason(DEFINITION, Answer.YES, "both quote word for word"),
        Reason(TIME, Answer.YES, "an utterance is made once"),
        word_reason(a, b),
    ), likeness


def _utterance(a: Attribution | None, b: Attribution | None) -> str:
    if a is not None and b is not None and _speaker(a.source) == _speaker(b.source):
        return f"the same speaker ({a.text}), much the same words"
    return "much the same words"


def _wording_likeness(a: Claim, b: Claim) -> float:
    """How much two quotations have in common, word for word, from nought to one."""
    from rapidfuzz.distance import Indel

    first, second = a.value.value, b.value.value
    if not isinstance(first, Quotation) or not isinstance(second, Quotation):
        return 0.0
    # An excerpt is as much alike as its own words are in the longer one.
    shared = Indel.similarity(first.words, second.words) / 2
    return float(shared / max(1, min(len(first.words), len(second.words))))


def _speaker(source: str) -> str:
    return source.split("/")[0]


def name_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """One person: the same office beside the name, or much the same sentence."""
    likeness = sentence_likeness(a, b, run)
    story = story_likeness(a, b, run)
    offices = a.event.actors & b.event.actors
    if offices:
        evidence = f"the same office stands beside both names: {readable(min(offices))}"
    elif likeness >= SAME_SENTENCE:
        evidence = "the names stand in much the same sentence"
    elif story >= LIKE_STORY and (likeness > 0 or _same_given(a, b)):
        evidence = "the names stand in stories that are much the same"
    else:
        return (Reason(EVENT, Answer.UNKNOWN, "perhaps two people"),), likeness
    return (
        Reason(EVENT, Answer.YES, evidence),
        Reason(DEFINITION, Answer.YES, "both are a person's full name"),
        Reason(TIME, Answer.YES, "a name does not change with the day"),
    ), likeness + story


def _same_given(a: Claim, b: Claim) -> bool:
    first, second = a.value.value, b.value.value
    if not isinstance(first, PersonName) or not isinstance(second, PersonName):
        return False
    return first.given == second.given


def placed_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """One body or person, told of in stories that are much the same."""
    story = story_likeness(a, b, run)
    if a.document.id == b.document.id or story < LIKE_STORY_OF_ONE:
        return (Reason(EVENT, Answer.UNKNOWN, "perhaps another house of that name"),), story
    return (
        Reason(EVENT, Answer.YES, f"both speak of {readable(a.head)}, in stories much the same"),
        Reason(DEFINITION, Answer.YES, "both tell where it is"),
        Reason(TIME, Answer.YES, "a place does not change with the day"),
        word_reason(a, b),
    ), story


def _body_of(claim: Claim, run: Run) -> str:
    """The body of a holder's office, from where the name stands, else from where the run tells."""
    role, _, body = claim.head.partition("@")
    if body or not isinstance(claim.value.value, PersonName):
        return body
    known = run.bodies.get((role, surname_key(claim.value.value)), frozenset())
    return min(known) if len(known) == 1 else ""


@cache
def _of_houses() -> frozenset[str]:
    """The roles of companies and clubs, whose story need not say whose they are."""
    return frozenset(load("offices")["sole_in_a_house"])


def _only_ones(a: Claim, b: Claim, run: Run) -> bool:
    """Whether each document names one holder of the role only, so that it need not say of what."""
    role = a.head.partition("@")[0]
    return all(run.role_holders.get((claim.document.id, role), 0) == 1 for claim in (a, b))


def holder_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """One office with one body, told of at about one time."""
    story = story_likeness(a, b, run)
    role = a.head.partition("@")[0]
    body, other_body = (_body_of(claim, run) for claim in (a, b))
    if body == other_body and body:
        definition = Reason(
            DEFINITION, Answer.YES, f"both hold it for: {readable(f'place:{body}')}"
        )
    elif body and other_body:
        definition = Reason(DEFINITION, Answer.NO, "the offices belong to different bodies")
    elif role.partition(":")[2] in _of_houses() and story >= LIKE_STORY and _only_ones(a, b, run):
        evidence = "one side leaves open whose office it is, in stories that are much the same"
        definition = Reason(DEFINITION, Answer.UNKNOWN, evidence)
    else:
        definition = Reason(DEFINITION, Answer.NO, "whose office it is is not told")
    near = a.as_of is not None and b.as_of is not None and abs((a.as_of - b.as_of).days) <= 31
    if near or story >= LIKE_STORY:
        time = Reason(TIME, Answer.YES, "both are told of one time")
    else:
        time = Reason(TIME, Answer.UNKNOWN, "at what time is not known")
    event = Reason(EVENT, Answer.YES, f"the same office: {readable(role)}")
    return (event, definition, time, word_reason(a, b)), story

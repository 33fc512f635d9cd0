"""The questions asked of claims by likeness: dated acts, figures, and what stands in one slot."""

from __future__ import annotations

import math

from checker.compare.apart import again, happens_once, other_figures, other_occasion, other_thing
from checker.compare.evidence import (
    Run,
    actors,
    clause_likeness,
    core_likeness,
    given_names_clash,
    other_participants,
    readable,
    sentence_likeness,
    shared_quotes,
    shared_words,
    story_likeness,
    told_by_both,
)
from checker.compare.scopes import (
    DEFINITION,
    EVENT,
    TIME,
)
from checker.compare.thresholds import (
    LARGEST_SLIP,
    LEAST_SHARED,
    LIKE_SENTENCE,
    LIKE_STORY,
    LIKE_STORY_OF_ONE,
    QUOTE_BONUS,
    SAME_CORE,
    SAME_RANK,
    SAME_SENTENCE,
    SAME_SLOT,
    SAME_SPEECH,
)
from checker.compare.word import word_reason
from checker.model import Answer, Claim, Kind, Reason
from checker.normalise.verbs import SPEECH, act
from checker.values import Bounds, DateInterval, Measure, Verdict, compare


def act_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """One act by one actor: what is done or said must be the same too."""
    shared_actors = actors(a, run) & actors(b, run)
    likeness = sentence_likeness(a, b, run, without=shared_actors)
    quotes = shared_quotes(a, b, run)
    score = likeness + QUOTE_BONUS * min(quotes, 2)
    if not shared_actors or given_names_clash(a, b):
        return (Reason(EVENT, Answer.UNKNOWN, "not the same actor"),), score
    apart = other_occasion(a, b, run)
    if apart or again(a, b) or (other_figures(a, b) and not quotes):
        why = apart or "what comes with the act is another"
        return (Reason(EVENT, Answer.NO, why),), score
    who = ", ".join(sorted(readable(actor) for actor in shared_actors))
    beyond = {word for word in told_by_both(a, b) - shared_actors if act(word) != a.event.act}
    once = happens_once(a.event.act) or bool(quotes)
    enough = SAME_SPEECH if a.event.act == SPEECH else LIKE_SENTENCE
    if not once or a.document.id == b.document.id or not _is_named(shared_actors):
        enough = SAME_SENTENCE
    if score < enough or len(beyond) < 2:
        return (Reason(EVENT, Answer.UNKNOWN, f"{who}, but perhaps another occasion"),), score
    words = ", ".join(shared_words(a, b, run))
    evidence = f"the same actor ({who}), the same act, and the words {words}"
    if quotes:
        evidence += f"; {quotes} of the same quotations stand in both stories"
    reasons = (
        Reason(EVENT, Answer.YES, evidence),
        Reason(DEFINITION, Answer.YES, "both give the day of the act"),
        Reason(TIME, Answer.YES, "an act that is one happens on one day")
        if once
        else Reason(TIME, Answer.UNKNOWN, "the like may have been done on both days"),
        word_reason(a, b),
    )
    return reasons, score


def _is_named(keys: frozenset[str]) -> bool:
    """Whether one of the actors has a name or an office, and is not just "a man"."""
    return any(not key.startswith("noun:") for key in keys)


def figure_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """A figure with the same noun or unit in much the same sentence."""
    likeness = sentence_likeness(a, b, run)
    story = story_likeness(a, b, run)
    shared = told_by_both(a, b)
    near = clause_likeness(a, b, run) if len(a.event.near & b.event.near) >= 3 else 0.0
    core = core_likeness(a, b, run)
    enough = SAME_RANK if a.value.kind is Kind.ORDINAL else SAME_SENTENCE
    like = len(shared) >= 3 and (
        max(likeness, near) >= enough
        or (
            enough == SAME_SENTENCE
            and core >= SAME_CORE
            and likeness >= LIKE_SENTENCE
            and story >= LIKE_STORY / 2
        )
    )
    # A clause with a word more ("core inflation", "excluding debt") may be of another thing.
    alike_throughout = likeness >= SAME_SLOT or a.event.near == b.event.near
    likeness = max(likeness, near)
    person = _one_person(a, b, story)
    if person:
        return (
            Reason(EVENT, Answer.YES, f"both tell it of {person}, in stories much the same"),
            Reason(DEFINITION, Answer.YES, "both give the same of one person"),
            _figure_time(a, b),
            word_reason(a, b),
        ), 1.0 + story
    if other_participants(a, b, run):
        return (Reason(EVENT, Answer.NO, "each names somebody whom the other does not"),), likeness
    apart = other_occasion(a, b, run) or other_thing(a, b)
    if a.value.kind is Kind.ORDINAL and other_figures(a, b):
        apart = apart or "the figures beside it are others too"
    if apart:
        return (Reason(EVENT, Answer.NO, apart),), likeness
    if not like or not _of_one_size(a, b):
        return (Reason(EVENT, Answer.UNKNOWN, "the sentences are not much the same"),), likeness
    words = ", ".join(shared_words(a, b, run))
    reasons = [
        Reason(EVENT, Answer.YES, f"much the same sentence ({words})"),
        Reason(DEFINITION, Answer.YES, f"both give a number of: {readable(a.head.split('|')[1])}")
        if alike_throughout
        else Reason(DEFINITION, Answer.UNKNOWN, "the sentences differ in more than the figure"),
    ]
    for claim in (a, b):
        value = claim.value.value
        if isinstance(value, Bounds) and value.leaves_out:
            reasons.append(Reason(DEFINITION, Answer.NO, f"“{value.text}” leaves somebody out"))
    reasons.append(_figure_time(a, b))
    reasons.append(word_reason(a, b))
    return tuple(reasons), likeness + story / 10


def slot_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """A place, a day or a title in the same slot of a sentence that is nearly the same."""
    likeness = sentence_likeness(a, b, run)
    shared = told_by_both(a, b)
    if a.document.id == b.document.id or likeness < SAME_SLOT or len(shared) < LEAST_SHARED:
        return (Reason(EVENT, Answer.UNKNOWN, "the sentences are not nearly the same"),), likeness
    apart = other_occasion(a, b, run)
    if apart or again(a, b) or other_figures(a, b) or not _of_one_grain(a, b):
        return (Reason(EVENT, Answer.NO, apart or "another occasion"),), likeness
    words = ", ".join(shared_words(a, b, run))
    return (
        Reason(EVENT, Answer.YES, f"nearly the same sentence ({words})"),
        Reason(DEFINITION, Answer.YES, "both stand in the same slot of it"),
        _slot_time(a, b),
        word_reason(a, b),
    ), likeness


def _slot_time(a: Claim, b: Claim) -> Reason:
    """Two days in one slot: what is told may have been done on both."""
    first, second = a.value.value, b.value.value
    days = isinstance(first, DateInterval) and isinstance(second, DateInterval) and first.is_day
    if days:
        return Reason(TIME, Answer.UNKNOWN, "the like may have been done on both days")
    return Reason(TIME, Answer.YES, "no other time is told")


def _of_one_grain(a: Claim, b: Claim) -> bool:
    """Whether two dates are as fine: a day and a year are not one slot."""
    first, second = a.value.value, b.value.value
    if isinstance(first, DateInterval) and isinstance(second, DateInterval):
        return first.grain is second.grain
    return True


def _one_person(a: Claim, b: Claim, story: float) -> str:
    """The person whose age or record both figures are, where the stories are much the same."""
    if a.head != b.head or a.document.id == b.document.id or story < LIKE_STORY_OF_ONE:
        return ""
    owner = a.head.split("|")[1]
    return readable(owner) if owner.startswith("person:") else ""


def _of_one_size(a: Claim, b: Claim) -> bool:
    """Whether two figures can be one that was changed: not many times apart, unless by a slip of
    magnitude (million for billion), which keeps the digits.
    """
    sizes = [_size(claim) for claim in (a, b)]
    if min(sizes) <= 0:
        return True
    printed = [_printed(claim) for claim in (a, b)]
    if printed[0] == printed[1]:
        # The same numeral in two units is a unit that was changed.
        return True
    times = max(sizes) / min(sizes)
    power = 10 ** round(math.log10(times))
    return times <= LARGEST_SLIP or 0.97 <= times / power <= 1.03


def _printed(claim: Claim) -> float:
    value = claim.value.value
    if isinstance(value, Bounds):
        return value.nominal
    return value.amount.nominal if isinstance(value, Measure) else 0.0


def _size(claim: Claim) -> float:
    value = claim.value.value
    if isinstance(value, Bounds):
        return value.nominal
    return value.base.nominal if isinstance(value, Measure) else 0.0


def _figure_time(a: Claim, b: Claim) -> Reason:
    first, second = a.qualifier("period"), b.qualifier("period")
    if first is None or second is None:
        return Reason(TIME, Answer.YES, "no other time is told")
    one, other = first.value, second.value
    if (
        isinstance(one, DateInterval)
        and isinstance(other, DateInterval)
        and compare(one, other).verdict is Verdict.CONTRADICTS
    ):
        return Reason(TIME, Answer.NO, f"different times: {first.text} and {second.text}")
    return Reason(TIME, Answer.YES, "the times can be one")

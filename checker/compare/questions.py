"""The four questions, asked of two claims before their values are compared.

1. The same event?  2. The same definition?  3. The same time?  4. Whose word?

Any *no*, or an event that is not known to be one, and the two are not compared. The thresholds
are shares of common words, weighted by how rare they are in the run; they are tuned on text, with
precision first.
"""

from __future__ import annotations

import math

from checker.compare.evidence import (
    Run,
    actors,
    clause_likeness,
    core_likeness,
    given_names_clash,
    one_happening,
    other_participants,
    readable,
    sentence_likeness,
    shared_quotes,
    shared_words,
    story_likeness,
    surname_key,
    told_elsewhere,
)
from checker.compare.scopes import (
    DEFINITION,
    EVENT,
    TIME,
    WORD,
    period_reason,
    place_reason,
    scope_reasons,
    starts_differ,
    told_apart,
)
from checker.model import Answer, Attribution, Claim, Kind, Reason
from checker.normalise.verbs import SPEECH
from checker.rulebook import Dimension, Fact, Likeness, Relation, Rule
from checker.values import Bounds, DateInterval, Measure, PersonName, Quotation, Verdict, compare

#: Sentences so much alike are about one event, whatever else is known.
SAME_SENTENCE = 0.5
#: So much alike, they are when their stories are alike as well, or place or day is the same.
LIKE_SENTENCE = 0.25
#: Two stories with so much in common tell of one event.
LIKE_STORY = 0.22
#: What a person says is told apart by what is said: more of it must be the same.
SAME_SPEECH = 0.3
#: So much of the shorter sentence stands in a longer one that tells the same and more.
SAME_CORE = 0.6
#: Where both stories open with one earthquake, or one crash, so much in common is enough.
LIKE_STORY_OF_ONE = 0.1
#: Quotations that share so many of their words, whoever is named for them, are one utterance.
SAME_WORDS = 0.8
#: Quotations of one speaker that share so many of their words, in order, are one utterance.
SAME_WORDING = 0.66
#: "The fourth election" and "the first under the new law" are one: a rank needs more in common.
SAME_RANK = 0.7
#: A slot is the same only in a sentence that is nearly the same, with so many words shared.
SAME_SLOT = 0.8
LEAST_SHARED = 5
#: A figure that is so many times the other is another figure.
LARGEST_SLIP = 5.0
#: What a long quotation that stands in both stories adds.
QUOTE_BONUS = 0.15


def ask(rule: Rule, fact: Fact, a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """The answers to the four questions, and how much speaks for one event."""
    parted = a.part_of is not None or b.part_of is not None
    if parted and a.sentence == b.sentence and fact.like is Likeness.PAIR:
        return (Reason(EVENT, Answer.YES, "both stand in one statement"),), 1.0
    match fact.like:
        case Likeness.NONE:
            return _fact_reasons(rule, a, b, run)
        case Likeness.ACT:
            return _act_reasons(a, b, run)
        case Likeness.SENTENCE if a.value.kind in (Kind.PLACE, Kind.DATE, Kind.OFFICE):
            return _slot_reasons(a, b, run)
        case Likeness.SENTENCE:
            return _figure_reasons(a, b, run)
        case Likeness.SPEAKER:
            return _quote_reasons(a, b, run)
        case Likeness.NAME:
            return _name_reasons(a, b, run)
        case Likeness.PAIR if Kind.PLACE in fact.kinds:
            return _placed_reasons(a, b, run)
        case Likeness.PAIR:
            return _holder_reasons(a, b, run)


def word_reason(a: Claim, b: Claim) -> Reason:
    """Whose word it is: never a gate, always told."""
    first, second = a.attribution, b.attribution
    if first is None and second is None:
        return Reason(WORD, Answer.UNKNOWN, "neither side names a source")
    if first is None or second is None:
        named = first or second
        assert named is not None
        return Reason(WORD, Answer.UNKNOWN, f"one side is on the word of {named.text}")
    if first.source == second.source:
        return Reason(WORD, Answer.YES, f"both are on the word of {first.text}")
    return Reason(WORD, Answer.NO, f"on the word of {first.text}, and of {second.text}")


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


def _act_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """One act by one actor: what is done or said must be the same too."""
    shared_actors = actors(a, run) & actors(b, run)
    likeness = sentence_likeness(a, b, run, without=shared_actors)
    quotes = shared_quotes(a, b, run)
    score = likeness + QUOTE_BONUS * min(quotes, 2)
    if not shared_actors or given_names_clash(a, b):
        return (Reason(EVENT, Answer.UNKNOWN, "not the same actor"),), score
    who = ", ".join(sorted(readable(actor) for actor in shared_actors))
    beyond = (a.event.words & b.event.words) | {
        name for name in a.event.names & b.event.names if name not in shared_actors
    }
    enough = SAME_SPEECH if a.event.act == SPEECH else LIKE_SENTENCE
    if a.document.id == b.document.id or not _is_named(shared_actors):
        enough = SAME_SENTENCE
    words = ", ".join(shared_words(a, b, run))
    if score < enough or len(beyond) < 2:
        return (Reason(EVENT, Answer.UNKNOWN, f"{who}, but perhaps another occasion"),), score
    evidence = f"the same actor ({who}), the same act, and the words {words}"
    if quotes:
        evidence += f"; {quotes} of the same quotations stand in both stories"
    reasons = (
        Reason(EVENT, Answer.YES, evidence),
        Reason(DEFINITION, Answer.YES, "both give the day of the act"),
        Reason(TIME, Answer.YES, "an act that is one happens on one day"),
        word_reason(a, b),
    )
    return reasons, score


def _is_named(keys: frozenset[str]) -> bool:
    """Whether one of the actors has a name or an office, and is not just "a man"."""
    return any(not key.startswith("noun:") for key in keys)


def _figure_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """A figure with the same noun or unit in much the same sentence."""
    likeness = sentence_likeness(a, b, run)
    story = story_likeness(a, b, run)
    shared = (a.event.words & b.event.words) | (a.event.names & b.event.names)
    words = ", ".join(shared_words(a, b, run))
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
    if not like or not _of_one_size(a, b):
        return (Reason(EVENT, Answer.UNKNOWN, "the sentences are not much the same"),), likeness
    reasons = [
        Reason(EVENT, Answer.YES, f"much the same sentence ({words})"),
        Reason(DEFINITION, Answer.YES, f"both give a number of: {readable(a.head.split('|')[1])}"),
    ]
    for claim in (a, b):
        value = claim.value.value
        if isinstance(value, Bounds) and value.leaves_out:
            reasons.append(Reason(DEFINITION, Answer.NO, f"“{value.text}” leaves somebody out"))
    reasons.append(_figure_time(a, b))
    reasons.append(word_reason(a, b))
    return tuple(reasons), likeness + story / 10


def _slot_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
    """A place, a day or a title in the same slot of a sentence that is nearly the same."""
    likeness = sentence_likeness(a, b, run)
    shared = (a.event.words & b.event.words) | (a.event.names & b.event.names)
    if a.document.id == b.document.id or likeness < SAME_SLOT or len(shared) < LEAST_SHARED:
        return (Reason(EVENT, Answer.UNKNOWN, "the sentences are not nearly the same"),), likeness
    words = ", ".join(shared_words(a, b, run))
    return (
        Reason(EVENT, Answer.YES, f"nearly the same sentence ({words})"),
        Reason(DEFINITION, Answer.YES, "both stand in the same slot of it"),
        Reason(TIME, Answer.YES, "no other time is told"),
        word_reason(a, b),
    ), likeness


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


def _quote_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
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


def _name_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
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


def _placed_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
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


def _only_ones(a: Claim, b: Claim, run: Run) -> bool:
    """Whether each document names one holder of the role only, so that it need not say of what."""
    role = a.head.partition("@")[0]
    return all(run.role_holders.get((claim.document.id, role), 0) == 1 for claim in (a, b))


def _same_given(a: Claim, b: Claim) -> bool:
    first, second = a.value.value, b.value.value
    if not isinstance(first, PersonName) or not isinstance(second, PersonName):
        return False
    return first.given == second.given


def _holder_reasons(a: Claim, b: Claim, run: Run) -> tuple[tuple[Reason, ...], float]:
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
    elif story >= LIKE_STORY and _only_ones(a, b, run):
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

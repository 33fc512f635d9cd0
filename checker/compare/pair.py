"""Which claims are about one fact: block first, ask the four questions second.

Only claims that share a key (a name, a rare word, an office, a run of quoted words) are laid side
by side, so that the work grows with the text and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.compare.evidence import Run, actors, story_likeness, surname_key, told_by_both
from checker.compare.questions import ask
from checker.compare.relations import RELATIONS, are_two_people
from checker.compare.scopes import strictly_inside
from checker.compare.thresholds import LIKE_STORY
from checker.model import Answer, Assertion, Claim, ClaimKey, Pair, Reason
from checker.rulebook import PART_AND_WHOLE, Fact, Likeness, Must, Reach, Rule, Rulebook
from checker.values import (
    Bounds,
    Comparison,
    DateInterval,
    Hedge,
    Measure,
    PersonName,
    Place,
    Quotation,
    comparable_dates,
)

#: Of those that share a key, each claim is laid beside so many others: the work grows with the
#: claims, not with their square.
MOST_BESIDE = 16
#: By so many of its rarest words a claim is looked up.
RAREST = 8
#: A counterpart whose evidence is this much weaker than the best one's is another fact.
NEAR_BEST = 0.85

#: A smaller figure than this comes twice by chance.
LEAST_TELLING = 10

COMPARED = frozenset({Assertion.STATED, Assertion.REPORTED})


def pairs_of(
    rule: Rule, rules: Rulebook, claims: Sequence[Claim], run: Run, drafts: frozenset[str]
) -> list[tuple[Pair, Comparison]]:
    """Every pair of claims that the rule may compare, with how their values compare.

    With `drafts`, one of the two stands in a draft.
    """
    found: list[tuple[Pair, Comparison]] = []
    for fact_id in rule.facts:
        fact = rules.facts[fact_id]
        own = [claim for claim in claims if claim.fact == fact_id and _is_compared(fact, claim)]
        for first, second in _candidates(fact, own, run):
            if drafts and not {first.document.id, second.document.id} & drafts:
                continue
            for a, b in _orders(rule, first, second, drafts):
                if rule.must is Must.SAME_PERSON and are_two_people(a, b, run):
                    continue
                pair = _pair(rule, fact, a, b, run)
                if pair is not None:
                    found.append((pair, RELATIONS[rule.must](a, b, run)))
        if fact.like not in (Likeness.NONE, Likeness.PAIR, Likeness.NAME):
            found = _aligned(found)
    return _nearest_wholes(found) if rule.must is Must.NOT_EXCEED else found


def _nearest_wholes(
    found: Sequence[tuple[Pair, Comparison]],
) -> list[tuple[Pair, Comparison]]:
    """Each part beside those wholes of a document that differ from it on the fewest dimensions:
    a city's civilians beside the country's civilians rather than beside all of the country's dead.
    """
    steps = [len(strictly_inside(pair.a, pair.b)) for pair, _ in found]
    fewest: dict[tuple[ClaimKey, str], int] = {}
    for (pair, _), count in zip(found, steps, strict=True):
        place = (pair.a.key, pair.b.document.id)
        fewest[place] = min(fewest.get(place, count), count)
    return [
        (pair, comparison)
        for (pair, comparison), count in zip(found, steps, strict=True)
        if count == fewest[pair.a.key, pair.b.document.id]
    ]


def _is_compared(fact: Fact, claim: Claim) -> bool:
    """Whether a claim is put forward as a fact. Names, offices, quoted words and what a statement
    says twice stand whatever the sentence does with them.
    """
    weighed = fact.like in (Likeness.NONE, Likeness.SENTENCE, Likeness.ACT)
    return not weighed or claim.assertion in COMPARED


def _candidates(fact: Fact, claims: Sequence[Claim], run: Run) -> Iterator[tuple[Claim, Claim]]:
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for key in _keys(fact, claim, run):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    beside: Counter[int] = Counter()
    # The rarest keys come first: what they bring together is most likely one thing.
    for _, block in sorted(blocks.items(), key=lambda item: (len(item[1]), item[0])):
        dealt = _dealt(claims, block)
        for place, number in enumerate(dealt):
            for other in dealt[place + 1 : place + 1 + MOST_BESIDE]:
                pair = (min(number, other), max(number, other))
                if pair in seen or min(beside[number], beside[other]) >= MOST_BESIDE:
                    continue
                seen.add(pair)
                beside.update(pair)
                yield claims[pair[0]], claims[pair[1]]


def _dealt(claims: Sequence[Claim], block: Sequence[int]) -> Sequence[int]:
    """The claims of a block dealt out by their values in turn, the first of each value, then the
    second of each: so that a claim meets every other value before it meets one a second time.
    """
    turns: Counter[str] = Counter()
    dealt: list[tuple[int, str, ClaimKey, int]] = []
    for key, number in sorted((claims[number].key, number) for number in block):
        value = claims[number].value.text.casefold()
        dealt.append((turns[value], value, key, number))
        turns[value] += 1
    return [number for *_, number in sorted(dealt)]


def _keys(fact: Fact, claim: Claim, run: Run) -> set[str]:
    """The keys under which a claim meets those that may be about the same."""
    value = claim.value.value
    match fact.like:
        case Likeness.PAIR:
            if isinstance(value, PersonName | Place):
                return {claim.head.partition("@")[0]}
            anchor = claim.part_of or claim.value.span
            return {f"{claim.document.id}:{anchor.start}"}
        case Likeness.NAME if isinstance(value, PersonName):
            keys = {f"surname {key}" for key in value.surname_keys}
            first = min(value.given_keys[0], default="") if value.given_keys else ""
            return keys | {f"given {first} {surname_key(value)[:1]}"}
        case Likeness.SPEAKER if isinstance(value, Quotation):
            words = value.words
            return {" ".join(words[i : i + 3]) for i in range(0, max(1, len(words) - 2))}
        case Likeness.ACT:
            return {f"{claim.event.act} {actor}" for actor in actors(claim, run)}
        case Likeness.SENTENCE:
            keys = {f"{claim.head} {word}" for word in _rarest(claim, run)}
            return keys | {claim.head} if "|person:" in claim.head else keys
        case _:
            keys = set(_rarest(claim, run))
            place = claim.qualifier("place")
            if place is not None:
                around = place.value.within if isinstance(place.value, Place) else ()
                keys |= {f"place {key}" for key in (place.key, *around)}
            return keys


def _rarest(claim: Claim, run: Run) -> list[str]:
    words = claim.event.words | claim.event.names
    return sorted(words, key=lambda word: (-run.weight(word), word))[:RAREST]


def _orders(
    rule: Rule, first: Claim, second: Claim, drafts: frozenset[str]
) -> Iterable[tuple[Claim, Claim]]:
    """The order in which a rule takes two claims: the part first, the earlier first, the draft
    first. None where the rule does not speak of where they stand.
    """
    same_document = first.document.id == second.document.id
    if rule.within is Reach.DOCUMENTS and same_document:
        return ()
    if rule.within is Reach.DOCUMENT and not same_document:
        return ()
    if rule.within is Reach.STATEMENT and not (
        same_document and first.sentence.index == second.sentence.index
    ):
        return ()
    if rule.must in PART_AND_WHOLE:
        return [(a, b) for a, b in ((first, second), (second, first)) if strictly_inside(a, b)]
    if rule.must in (Must.NOT_DECREASE, Must.NOT_STALE):
        return _by_time(rule, first, second, drafts)
    return ((first, second),)


def _by_time(
    rule: Rule, first: Claim, second: Claim, drafts: frozenset[str]
) -> Iterable[tuple[Claim, Claim]]:
    if first.as_of is None or second.as_of is None or not (first.cumulative and second.cumulative):
        return ()
    if rule.must is Must.NOT_STALE:
        draft, source = (first, second) if first.document.id in drafts else (second, first)
        if source.document.id in drafts or draft.as_of is None or source.as_of is None:
            return ()
        return ((draft, source),) if source.as_of <= draft.as_of else ()
    if first.as_of == second.as_of:
        return ()
    return ((first, second),) if first.as_of < second.as_of else ((second, first),)


def _pair(rule: Rule, fact: Fact, a: Claim, b: Claim, run: Run) -> Pair | None:
    """The pair, when no question is answered with no and the event is known to be one."""
    if fact.like is Likeness.ACT and a.document.id == b.document.id and a.sentence == b.sentence:
        return None
    same_words = a.document.id == b.document.id and a.value.span.overlaps(b.value.span)
    if same_words and fact.like is not Likeness.PAIR:
        return None
    if not _alike(rule, a, b):
        return None
    reasons, score = ask(rule, fact, a, b, run)
    if any(reason.answer is Answer.NO for reason in reasons if reason.question != "word"):
        return None
    if not any(r.question == "event" and r.answer is Answer.YES for r in reasons):
        borne_out = _borne_out(fact, a, b, run)
        return Pair(a, b, rule.id, (borne_out,), 0.0) if borne_out is not None else None
    open_questions = {
        reason.question
        for reason in reasons
        if reason.answer is Answer.UNKNOWN and reason.question in ("definition", "time")
    }
    return Pair(a, b, rule.id, reasons, score) if len(open_questions) < 2 else None


def _borne_out(fact: Fact, a: Claim, b: Claim, run: Run) -> Reason | None:
    """What is enough to take one claim for the other's support, though it would not be enough to
    hold them against each other: the very same figure of the same thing in stories that are much
    the same. It never makes a finding.
    """
    if fact.like not in (Likeness.NONE, Likeness.SENTENCE) or a.document.id == b.document.id:
        return None
    shared = told_by_both(a, b)
    story = story_likeness(a, b, run)
    if a.head != b.head or _figure(a) != _figure(b) or len(shared) < 2 or story < LIKE_STORY:
        return None
    return Reason("event", Answer.YES, "the same figure, in stories that are much the same")


def _figure(claim: Claim) -> tuple[float, str] | None:
    value = claim.value.value
    if isinstance(value, Bounds):
        return value.nominal, value.hedge.value
    return (value.base.nominal, value.amount.hedge.value) if isinstance(value, Measure) else None


def _alike(rule: Rule, a: Claim, b: Claim) -> bool:
    """What a rule on one and the same figure asks of the two figures themselves."""
    first, second = a.value.value, b.value.value
    if rule.must in (Must.CREDITED_ALIKE, Must.ONE_SCOPE):
        return (
            isinstance(first, Bounds)
            and isinstance(second, Bounds)
            and first.nominal == second.nominal
            and first.hedge == second.hedge
            and first.hedge not in (Hedge.VAGUE, Hedge.UNKNOWN)
            and first.nominal >= LEAST_TELLING
            and (first.digits >= 2 or rule.must is Must.ONE_SCOPE)
        )
    if isinstance(first, Measure) and isinstance(second, Measure):
        return first.dimension == second.dimension
    if isinstance(first, DateInterval) and isinstance(second, DateInterval):
        return a.part_of is not None or b.part_of is not None or comparable_dates(first, second)
    return True


def _aligned(
    found: Sequence[tuple[Pair, Comparison]],
) -> list[tuple[Pair, Comparison]]:
    """For each claim and each other document the counterparts that fit best, and no others.

    A sentence that is like two others of a story is about what it is most like; and where a
    counterpart bears the claim out, a weaker one does not contradict it.
    """
    best: dict[tuple[ClaimKey, str], float] = {}
    borne_out: dict[tuple[ClaimKey, str], float] = {}
    for pair, comparison in found:
        for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
            place = (own.key, other.document.id)
            best[place] = max(best.get(place, 0.0), pair.score)
            if comparison.verdict == "agrees":
                borne_out[place] = max(borne_out.get(place, 0.0), pair.score)
    kept: list[tuple[Pair, Comparison]] = []
    for pair, comparison in found:
        places = ((pair.a.key, pair.b.document.id), (pair.b.key, pair.a.document.id))
        if any(pair.score < NEAR_BEST * best[place] for place in places):
            continue
        if comparison.verdict != "agrees" and any(
            borne_out.get(place, 0.0) >= NEAR_BEST * pair.score for place in places
        ):
            continue
        kept.append((pair, comparison))
    return kept

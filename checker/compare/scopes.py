"""How two claims lie to each other on place, period, people and agent: the second question and
the third, dimension by dimension.
"""

from __future__ import annotations

from datetime import date, timedelta

from checker.model import Answer, Claim, How, Qualifier, Reason
from checker.normalise import peoplewords
from checker.rulebook import Dimension, Relation
from checker.values import Bounds, DateInterval, Grain, Mode, Place, Verdict, place_relation
from checker.values import compare as compare_values

#: "Ten months" and "since March" may be one start when they are no more days apart than this.
SAME_START = 75
#: A toll that does not say from when it runs is taken to run over so many days at least.
NEWEST_RUN = 31
#: From so many days on, a time has a count of its own.
LONGER = 7
DEFINITION, TIME, EVENT, WORD = "definition", "time", "event", "word"


def place_reason(
    a: Claim, b: Claim, wanted: Relation, *, once: bool = False, spot: bool = False
) -> Reason:
    """Whether the two speak of one place, or the first of a place in the second's.

    Where the event is one that happens `once`, a larger place that is not said but inherited may
    be the smaller one; and where it happens at one place (`spot`), a country and its province are
    two ways to tell where. A town is not: one earthquake has its dead in many towns.
    """
    first, second = a.qualifier("place"), b.qualifier("place")
    if first is None and second is None and once:
        return Reason(DEFINITION, Answer.YES, "no place is told, and what is told is one event")
    if first is None or second is None:
        return Reason(DEFINITION, Answer.UNKNOWN, "a place is not told")
    relation = _lie(first, second)
    told = f"{_told(first)} and {_told(second)}"
    assumed = How.ASSUMED in (first.how, second.how)
    if relation == "same":
        if assumed:
            return Reason(DEFINITION, Answer.UNKNOWN, f"the place may be one: {told}")
        return Reason(DEFINITION, Answer.YES, f"the same place: {told}")
    inner = first.value if relation == "within" else second.value
    of_region = isinstance(inner, Place) and inner.kind == "region"
    if spot and of_region and relation in ("within", "around") and a.document != b.document:
        if wanted is Relation.WITHIN:
            return Reason(DEFINITION, Answer.NO, f"one place, told more or less closely: {told}")
        return Reason(DEFINITION, Answer.YES, f"one place, told more or less closely: {told}")
    if relation == "within" and wanted is Relation.WITHIN:
        answer = Answer.UNKNOWN if assumed else Answer.YES
        return Reason(DEFINITION, answer, f"{first.text} lies in {second.text}: {told}")
    if relation in ("within", "around") and wanted is not Relation.WITHIN:
        broad = second if relation == "within" else first
        if once and broad.how is not How.EXPLICIT:
            return Reason(DEFINITION, Answer.UNKNOWN, f"the place may be one: {told}")
        return Reason(DEFINITION, Answer.NO, f"a place and a larger one around it: {told}")
    if relation == "unknown":
        return Reason(DEFINITION, Answer.UNKNOWN, f"how the places lie is not known: {told}")
    return Reason(DEFINITION, Answer.NO, f"different places: {told}")


def _lie(a: Qualifier, b: Qualifier) -> str:
    if isinstance(a.value, Place) and isinstance(b.value, Place):
        return place_relation(a.value, b.value)
    return "same" if a.key == b.key else "unknown"


def _told(qualifier: Qualifier) -> str:
    if qualifier.how is How.EXPLICIT:
        return qualifier.text
    return f"{qualifier.text} ({qualifier.how})"


def period_reason(a: Claim, b: Claim, wanted: Relation, *, once: bool) -> Reason:
    """Whether the two speak of one time, or the first of a time in the second's.

    `once` says that the event is known to be one, and can happen only once: then a time that is
    not told stands open no longer.
    """
    if a.cumulative and b.cumulative:
        return _both_to_date(a, b)
    if a.cumulative != b.cumulative:
        if wanted is Relation.WITHIN and b.cumulative:
            return _within_the_run(a, b)
        return Reason(TIME, Answer.NO, "one figure is for a time, the other runs to date")
    first, second = a.qualifier("period"), b.qualifier("period")
    if first is None or second is None:
        if once:
            return Reason(TIME, Answer.YES, "it can happen only once")
        return Reason(TIME, Answer.UNKNOWN, "a time is not told")
    told = f"{_told(first)} and {_told(second)}"
    one, other = first.value, second.value
    if not isinstance(one, DateInterval) or not isinstance(other, DateInterval):
        return Reason(TIME, Answer.UNKNOWN, f"the times cannot be told: {told}")
    verdict = compare_values(one, other).verdict
    if verdict is Verdict.CONTRADICTS:
        if once and How.ASSUMED in (first.how, second.how):
            return Reason(TIME, Answer.YES, f"it happened only once: {told}")
        return Reason(TIME, Answer.NO, f"different times: {told}")
    if How.ASSUMED in (first.how, second.how):
        if once:
            return Reason(TIME, Answer.YES, f"it happened only once: {told}")
        return Reason(TIME, Answer.UNKNOWN, f"the time may be one: {told}")
    if verdict is Verdict.UNSURE:
        return Reason(TIME, Answer.UNKNOWN, f"the time may be one: {told}")
    if wanted is Relation.WITHIN:
        inside = _days(one) <= _days(other)
        answer = Answer.YES if inside else Answer.NO
        return Reason(TIME, answer, f"a time within the other: {told}" if inside else told)
    if _days(one) != _days(other):
        # What a week or a year has seen in all is another thing than what one day has.
        apart = not once and max(_days(one), _days(other)) >= LONGER
        answer = Answer.NO if apart else Answer.UNKNOWN
        return Reason(TIME, answer, f"a time and a longer one around it: {told}")
    return Reason(TIME, Answer.YES, f"the same time: {told}")


def _within_the_run(a: Claim, b: Claim) -> Reason:
    """Whether a closed time lies in the one that a figure runs over, up to its date."""
    first, start = _start(a), _start(b)
    if first is None or b.as_of is None:
        return Reason(TIME, Answer.UNKNOWN, "how the times lie is not known")
    earliest = start or b.as_of - timedelta(days=NEWEST_RUN)
    if earliest <= first <= b.as_of:
        return Reason(TIME, Answer.YES, "a time within a longer one that runs to date")
    return Reason(TIME, Answer.NO, f"{first} lies outside the time up to {b.as_of}")


def _both_to_date(a: Claim, b: Claim) -> Reason:
    if starts_differ(a, b):
        return Reason(TIME, Answer.NO, f"counted from {_start(a)} and from {_start(b)}")
    if a.as_of is None or b.as_of is None:
        if a.document.id == b.document.id:
            return Reason(TIME, Answer.YES, "both run to the date of one document")
        return Reason(TIME, Answer.NO, "figures that run to date, in stories without dates")
    if a.as_of == b.as_of:
        return Reason(TIME, Answer.YES, f"both run to {a.as_of}")
    return Reason(TIME, Answer.NO, f"as of {a.as_of} and as of {b.as_of}")


def starts_differ(a: Claim, b: Claim) -> bool:
    """Whether two figures that run to date are known to count from different starts."""
    first, second = _start(a), _start(b)
    if first is not None and second is not None:
        return abs((first - second).days) > SAME_START
    periods = a.qualifier("period"), b.qualifier("period")
    if any(_from_a_weekday(period) for period in periods):
        return True
    if all(period is not None and period.how is not How.ASSUMED for period in periods):
        return len({period.key for period in periods if period is not None}) > 1
    for start, claim in ((first, a), (second, b)):
        # A toll without a start counts from the beginning, which lies far back in a long story.
        if start is not None and claim.as_of is not None:
            return (claim.as_of - start).days < SAME_START
    return False


def _from_a_weekday(period: Qualifier | None) -> bool:
    """Whether a figure counts from a day of the week, and so for some days only."""
    value = period.value if period is not None else None
    return isinstance(value, DateInterval) and value.weekday is not None


def _start(claim: Claim) -> date | None:
    period = claim.qualifier("period")
    value = period.value if period is not None else None
    return value.start if isinstance(value, DateInterval) else None


def _days(value: DateInterval) -> int:
    if value.start is not None and value.end is not None:
        return (value.end - value.start).days
    return {Grain.DAY: 1, Grain.WEEKEND: 2, Grain.WEEK: 7, Grain.MONTH: 30}.get(value.grain, 366)


def people_reason(a: Claim, b: Claim, wanted: Relation) -> Reason:
    """Whether the two count the same people, or the first some of the second's."""
    first, second = a.qualifier("people"), b.qualifier("people")
    if first is None or second is None:
        return Reason(DEFINITION, Answer.YES, "both count the same thing")
    relation = peoplewords.relation(first.key, second.key)
    told = f"{first.key} and {second.key}"
    if relation is peoplewords.Groups.SAME:
        return Reason(DEFINITION, Answer.YES, f"both count {first.key}")
    if relation is peoplewords.Groups.WITHIN and wanted is Relation.WITHIN:
        return Reason(DEFINITION, Answer.YES, f"{first.key} are among {second.key}")
    return Reason(DEFINITION, Answer.NO, f"they count different people: {told}")


def agent_reason(a: Claim, b: Claim, wanted: Relation) -> Reason:
    """Whether the two can speak of the same doers."""
    first, second = a.qualifier("agent"), b.qualifier("agent")
    if first is None and second is None:
        return Reason(DEFINITION, Answer.YES, "neither says who did it")
    if first is not None and second is not None:
        answer = Answer.YES if first.key == second.key else Answer.NO
        return Reason(DEFINITION, answer, f"done by {first.text} and by {second.text}")
    if wanted is Relation.WITHIN and first is None:
        return Reason(DEFINITION, Answer.NO, "the whole counts one doer only")
    runs_on = a.cumulative and b.cumulative
    if wanted is Relation.SAME or (runs_on and wanted is Relation.COMPATIBLE):
        return Reason(DEFINITION, Answer.NO, "one side limits the figure to one doer")
    return Reason(DEFINITION, Answer.YES, "one side leaves open who did it")


def leaves_out_reason(a: Claim, b: Claim) -> Reason | None:
    """A figure for "others" leaves out whoever was just named; one for "another 53" is whole for
    its own time, and leaves out only what it adds to.
    """
    for claim in (a, b):
        value = claim.value.value
        if not isinstance(value, Bounds) or not value.leaves_out:
            continue
        period = claim.qualifier("period")
        closed = (
            period is not None
            and period.how is How.EXPLICIT
            and isinstance(period.value, DateInterval)
            and period.value.mode is Mode.ON
        )
        if value.leaves_out == "another" and closed:
            continue
        return Reason(DEFINITION, Answer.NO, f"“{claim.value.text}” leaves somebody out")
    return None


def strictly_inside(a: Claim, b: Claim) -> tuple[str, ...]:
    """The dimensions on which the first claim's scope lies strictly inside the second's.

    Only what is said counts: a place that is merely assumed makes no part. Of one day's dead the
    doer is often just left out; only in a toll that runs on does naming him limit the figure.
    """
    found: list[str] = []
    people = a.qualifier("people"), b.qualifier("people")
    if people[0] is not None and people[1] is not None:
        inside = peoplewords.relation(people[0].key, people[1].key)
        if inside is peoplewords.Groups.WITHIN:
            found.append("people")
    place = a.qualifier("place"), b.qualifier("place")
    if place[0] is not None and place[1] is not None:
        explicit = place[0].how is How.EXPLICIT
        if explicit and _lie(place[0], place[1]) == "within":
            found.append("place")
    runs_on = a.cumulative and b.cumulative
    if runs_on and a.qualifier("agent") is not None and b.qualifier("agent") is None:
        found.append("agent")
    if not a.cumulative and b.cumulative:
        found.append("period")
    return tuple(found)


_DIMENSIONS = {Dimension.PEOPLE: people_reason, Dimension.AGENT: agent_reason}


def told_apart(a: Claim, b: Claim, wanted: dict[Dimension, Relation]) -> Reason | None:
    """Why two claims are not about one thing, whatever their event: other people, another doer.

    Asked first of all, since it costs least.
    """
    for dimension, ask in _DIMENSIONS.items():
        if wanted.get(dimension, Relation.ANY) is not Relation.ANY:
            reason = ask(a, b, wanted[dimension])
            if reason.answer is Answer.NO:
                return reason
    return None


def scope_reasons(
    a: Claim, b: Claim, wanted: dict[Dimension, Relation], *, once: bool, spot: bool
) -> list[Reason]:
    """The answers on every dimension that a rule asks for. `once` and `spot` say that the event
    is one that happens only once, and at one place.
    """
    reasons: list[Reason] = []
    place = wanted.get(Dimension.PLACE, Relation.ANY)
    if place is not Relation.ANY:
        reasons.append(place_reason(a, b, place, once=once, spot=spot))
    reasons.extend(
        ask(a, b, wanted[dimension])
        for dimension, ask in _DIMENSIONS.items()
        if wanted.get(dimension, Relation.ANY) is not Relation.ANY
    )
    period = wanted.get(Dimension.PERIOD, Relation.ANY)
    if period is not Relation.ANY:
        reasons.append(period_reason(a, b, period, once=once))
    left_out = leaves_out_reason(a, b)
    return [*reasons, left_out] if left_out is not None else reasons

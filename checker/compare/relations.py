"""The few kinds of `must`: what has to hold between the values of two claims of one fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.compare.evidence import Run, sentence_likeness
from checker.compare.scopes import strictly_inside
from checker.model import Claim
from checker.rulebook import Must
from checker.values import (
    WEEKDAYS,
    Bounds,
    Comparison,
    DateInterval,
    Measure,
    PersonName,
    agrees,
    compare,
    compare_bounds,
    compare_conversion,
    compare_not_exceeding,
    compare_people,
    contradicts,
    span_text,
    unsure,
)

#: So much alike are two sentences in which one name has taken another's place.
SAME_PLACE = 0.7
Test = Callable[[Claim, Claim, Run], Comparison]


def overlap(a: Claim, b: Claim, run: Run) -> Comparison:
    """The two values can be one."""
    return compare(a.value.value, b.value.value)


def not_exceed(a: Claim, b: Claim, run: Run) -> Comparison:
    """The first, a part, is no more than the second, the whole."""
    first, second = a.value.value, b.value.value
    if isinstance(first, Bounds) and isinstance(second, Bounds):
        return compare_not_exceeding(first, second)
    if isinstance(first, Measure) and isinstance(second, Measure):
        return compare_not_exceeding(first.base, second.base)
    return unsure("the two are not figures")


def not_decrease(a: Claim, b: Claim, run: Run) -> Comparison:
    """The later figure, which counts from the same start, is no less than the earlier."""
    first, second = a.value.value, b.value.value
    if not isinstance(first, Bounds) or not isinstance(second, Bounds):
        return unsure("the two are not figures")
    result = compare_not_exceeding(first, second)
    if result.verdict == "contradicts":
        return unsure(
            f"a revision: {span_text(first)} as of {a.as_of}, "
            f"but only {span_text(second)} as of {b.as_of}"
        )
    return agrees("a figure that runs to date may grow")


def not_stale(a: Claim, b: Claim, run: Run) -> Comparison:
    """The draft's figure is no lower than that of a source no younger than the draft."""
    first, second = a.value.value, b.value.value
    if not isinstance(first, Bounds) or not isinstance(second, Bounds):
        return unsure("the two are not figures")
    if first.literal.meets(second.literal) and first.usual.meets(second.usual):
        return agrees("the figure is as new as its sources")
    if second.nominal > first.nominal:
        return unsure(f"overtaken: {span_text(second)} stood by {b.as_of}")
    return agrees("the figure is no older than its sources")


def credited_alike(a: Claim, b: Claim, run: Run) -> Comparison:
    """One figure, in stories of one origin, is credited to one source."""
    if a.attribution is None or b.attribution is None:
        return agrees("one of them names no source")
    if a.attribution.source == b.attribution.source:
        return agrees("both name one source")
    return unsure(
        f"the same figure is credited to {a.attribution.text} and to {b.attribution.text}"
    )


def one_scope(a: Claim, b: Claim, run: Run) -> Comparison:
    """One figure, hedged alike, does not stand both for a part and for the whole of it."""
    dimensions = strictly_inside(a, b)
    if not dimensions:
        return agrees("both speak of one scope")
    part = a.qualifier(dimensions[0])
    limit = f" ({part.text})" if part is not None else ""
    return unsure(f"one figure stands for a part{limit} and for the whole")


def same_words(a: Claim, b: Claim, run: Run) -> Comparison:
    """Two quotations of one utterance have one wording."""
    return compare(a.value.value, b.value.value)


def same_person(a: Claim, b: Claim, run: Run) -> Comparison:
    """Two names of one person are spelt alike."""
    first, second = a.value.value, b.value.value
    if not isinstance(first, PersonName) or not isinstance(second, PersonName):
        return unsure("the two are not names")
    result = compare_people(first, second)
    if result.verdict == "contradicts" and _changed_given_name(a, b, run):
        return unsure(f"{first.text} and {second.text} stand in nearly the same sentence")
    return result


def _changed_given_name(a: Claim, b: Claim, run: Run) -> bool:
    """Whether two names that share a surname take each other's place: in nearly the same sentence,
    and in no story are both of them named.
    """
    surnames = {claim.head.partition("/")[0] for claim in (a, b)}
    together = a.head in run.named[b.document.id] or b.head in run.named[a.document.id]
    return len(surnames) == 1 and not together and sentence_likeness(a, b, run) >= SAME_PLACE


def same_holder(a: Claim, b: Claim, run: Run) -> Comparison:
    """One office has one holder."""
    first, second = a.value.value, b.value.value
    if not isinstance(first, PersonName) or not isinstance(second, PersonName):
        return unsure("the two are not names")
    result = compare_people(first, second)
    if result.verdict == "contradicts":
        return contradicts(f"one office, two holders: {first.text} and {second.text}")
    return agrees(result.why)


def convert(a: Claim, b: Claim, run: Run) -> Comparison:
    """ "X (Y)" says one quantity in two units."""
    first, second = a.value.value, b.value.value
    if not isinstance(first, Measure) or not isinstance(second, Measure):
        return agrees("the two are not quantities")
    if first.dimension != second.dimension or first.unit == second.unit:
        return agrees("they are not one quantity in two units")
    return compare_conversion(first, second)


def sum_to(a: Claim, b: Claim, run: Run) -> Comparison:
    """The parts, already added up, make the total; some of them are no more than it."""
    total, parts = (a, b) if b.part_of is not None else (b, a)
    first, second = total.value.value, parts.value.value
    if isinstance(first, Bounds) and isinstance(second, Bounds):
        if parts.head == "some parts":
            return compare_not_exceeding(second, first)
        return compare_bounds(first, second)
    return unsure("the two are not figures")


def weekday_fits(a: Claim, b: Claim, run: Run) -> Comparison:
    """The weekday printed beside a date is the weekday of that date."""
    for day, weekday in ((a.value.value, b.value.value), (b.value.value, a.value.value)):
        if not isinstance(day, DateInterval) or not isinstance(weekday, DateInterval):
            continue
        if day.start is None or weekday.weekday is None:
            continue
        if day.start.weekday() == weekday.weekday:
            return agrees("the weekday is that of the date")
        return contradicts(f"{day.text} is a {WEEKDAYS[day.start.weekday()]}, not a {weekday.text}")
    return agrees("no weekday stands beside a date")


def exists(a: Claim, b: Claim, run: Run) -> Comparison:
    """The date stands in the calendar."""
    for claim in (a, b):
        value = claim.value.value
        if isinstance(value, DateInterval) and value.impossible:
            return contradicts(f"no calendar has “{value.text}”")
    return agrees("the date stands in the calendar")


RELATIONS: Mapping[Must, Test] = {
    Must.OVERLAP: overlap,
    Must.NOT_EXCEED: not_exceed,
    Must.NOT_DECREASE: not_decrease,
    Must.NOT_STALE: not_stale,
    Must.SUM_TO: sum_to,
    Must.CONVERT: convert,
    Must.SAME_DAY: overlap,
    Must.WEEKDAY_FITS: weekday_fits,
    Must.EXISTS: exists,
    Must.SAME_WORDS: same_words,
    Must.SAME_PERSON: same_person,
    Must.SAME_OFFICE: overlap,
    Must.SAME_HOLDER: same_holder,
    Must.CREDITED_ALIKE: credited_alike,
    Must.ONE_SCOPE: one_scope,
}

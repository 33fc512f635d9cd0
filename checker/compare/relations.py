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
NO_FIGURES = "the two are not figures"
NO_NAMES = "the two are not names"


def _figures(a: Claim, b: Claim) -> tuple[Bounds, Bounds] | None:
    """The two figures, measures of one dimension in its base unit; None where one is no figure."""
    first, second = a.value.value, b.value.value
    if isinstance(first, Bounds) and isinstance(second, Bounds):
        return first, second
    if isinstance(first, Measure) and isinstance(second, Measure):
        return (first.base, second.base) if first.dimension == second.dimension else None
    return None


def _names(a: Claim, b: Claim) -> tuple[PersonName, PersonName] | None:
    """The two names; None where one is no name."""
    first, second = a.value.value, b.value.value
    if isinstance(first, PersonName) and isinstance(second, PersonName):
        return first, second
    return None


def overlap(a: Claim, b: Claim, run: Run) -> Comparison:
    """The two values can be one."""
    return compare(a.value.value, b.value.value)


def not_exceed(a: Claim, b: Claim, run: Run) -> Comparison:
    """The first, a part, is no more than the second, the whole."""
    figures = _figures(a, b)
    return compare_not_exceeding(*figures) if figures is not None else unsure(NO_FIGURES)


def not_decrease(a: Claim, b: Claim, run: Run) -> Comparison:
    """The later figure, which counts from the same start, is no less than the earlier."""
    figures = _figures(a, b)
    if figures is None:
        return unsure(NO_FIGURES)
    first, second = figures
    result = compare_not_exceeding(first, second)
    if result.verdict == "contradicts":
        return unsure(
            f"a revision: {span_text(first)} as of {a.as_of}, "
            f"but only {span_text(second)} as of {b.as_of}"
        )
    return agrees("a figure that runs to date may grow")


def not_stale(a: Claim, b: Claim, run: Run) -> Comparison:
    """The draft's figure is no lower than that of a source no younger than the draft."""
    figures = _figures(a, b)
    if figures is None:
        return unsure(NO_FIGURES)
    first, second = figures
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
    """Two names of one person are spelt alike; two people may be called what they are."""
    names = _names(a, b)
    if names is None:
        return unsure(NO_NAMES)
    first, second = names
    result = compare_people(first, second)
    if result.verdict == "contradicts" and _changed_given_name(a, b, run):
        return unsure(f"{first.text} and {second.text} stand in nearly the same sentence")
    return agrees(f"two people: {result.why}") if result.verdict == "contradicts" else result


def are_two_people(a: Claim, b: Claim, run: Run) -> bool:
    """Whether two names are those of two people, and so nothing to hold against each other."""
    names = _names(a, b)
    return (
        names is not None
        and compare_people(*names).verdict == "contradicts"
        and not _changed_given_name(a, b, run)
    )


def two_spellings(a: Claim, b: Claim) -> str:
    """What to note of two names that are one: they are spelt in two ways, none merely shorter."""
    names = _names(a, b)
    if names is None:
        return ""
    first, second = names
    apart = first.surname != second.surname or _given_apart(first, second)
    one = apart and compare_people(first, second).verdict == "agrees"
    return "one name in two spellings" if one else ""


def _given_apart(a: PersonName, b: PersonName) -> bool:
    """Whether given names, as many on both sides, differ by more than an initial."""
    return len(a.given) == len(b.given) and any(
        one != other
        and one[:1] == other[:1]  # Bill for William is no spelling
        and len(one.strip(".")) > 1
        and len(other.strip(".")) > 1
        for one, other in zip(a.given, b.given, strict=True)
    )


def _changed_given_name(a: Claim, b: Claim, run: Run) -> bool:
    """Whether two names that share a surname take each other's place: in nearly the same sentence,
    and in no story are both of them named.
    """
    surnames = {claim.head.partition("/")[0] for claim in (a, b)}
    together = a.head in run.named[b.document.id] or b.head in run.named[a.document.id]
    return len(surnames) == 1 and not together and sentence_likeness(a, b, run) >= SAME_PLACE


def same_holder(a: Claim, b: Claim, run: Run) -> Comparison:
    """One office has one holder."""
    names = _names(a, b)
    if names is None:
        return unsure(NO_NAMES)
    first, second = names
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
    figures = _figures(total, parts)
    if figures is None:
        return unsure(NO_FIGURES)
    first, second = figures
    if parts.head == "some parts":
        return compare_not_exceeding(second, first)
    return compare_bounds(first, second)


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


#: Those under which agreement means that both say the same. That a part fits its whole, or that a
#: toll has grown, bears neither of the two out.
BEARING_OUT = frozenset(
    {
        Must.OVERLAP,
        Must.SAME_DAY,
        Must.SAME_WORDS,
        Must.SAME_PERSON,
        Must.SAME_OFFICE,
        Must.SAME_HOLDER,
    }
)

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

#: What deserves a note though it agrees, by `must`: its words, or none.
NOTED: Mapping[Must, Callable[[Claim, Claim], str]] = {Must.SAME_PERSON: two_spellings}

#: Those for which two doubts, one on the figures and one on what they count, make no finding.
ONE_DOUBT_ONLY = frozenset({Must.NOT_EXCEED})

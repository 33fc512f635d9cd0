"""Rules for a person to read: the list, a rule in full, its meaning, and how its examples fare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from checker.model import Severity
from checker.report import words
from checker.report.terminal import STYLES, Line, show
from checker.report.understood import table

if TYPE_CHECKING:
    from checker.rulebook import Example, Rule, Rulebook
    from checker.trial import Outcome

#: What each kind of example says of its stories, for an explanation in plain English.
SAYS = {
    "contradicts": "These contradict each other:",
    "unsure": "Here an editor has to look:",
    "agrees": "These agree, and nothing is said:",
    "todo": "Known gaps, on which the rule is not yet right:",
}


def write_list(book: Rulebook, stream: TextIO) -> None:
    """Each rule in one line: its id, its severity and what it is about."""
    rows = [
        (rule.id, "off" if rule.off else rule.severity.value, _about(rule)) for rule in book.rules
    ]
    show(table(("rule", "severity", "about"), rows)[:-1], stream)


def _about(rule: Rule) -> str:
    return rule.title or rule.why.partition(". ")[0]


def write_page(rule: Rule, book: Rulebook, stream: TextIO) -> None:
    """A rule in full: its definition, its facts and every example."""
    show([*_heading(rule), *_definition(rule, book), [], *_meaning(rule), *_examples(rule)], stream)


def write_explanation(rule: Rule, stream: TextIO) -> None:
    """What a rule means, why it matters, what to do, and one example of each kind."""
    show([*_heading(rule), *_meaning(rule), *_examples(rule, most=1)], stream)


def _heading(rule: Rule) -> Iterator[Line]:
    yield [(rule.id, "bold"), (": ", ""), (rule.severity.value, STYLES[rule.severity])]
    if rule.title:
        yield [(rule.title, "")]
    yield []


def _definition(rule: Rule, book: Rulebook) -> Iterator[Line]:
    titles = [book.facts[id].title or id for id in rule.facts if id in book.facts]
    yield _labelled("facts", words.listed(titles))
    when = ", ".join(f"{dimension.value} {relation.value}" for dimension, relation in rule.when)
    if when:
        yield _labelled("when", when)
    yield _labelled("must", rule.must.value)
    softened = ", ".join(f"{severity.value} if {cause.value}" for cause, severity in rule.soften)
    if softened:
        yield _labelled("softened", softened)
    if rule.off:
        yield _labelled("off", "this rule is not run")
    if rule.where is not None:
        yield _labelled("written in", str(rule.where))


def _meaning(rule: Rule) -> Iterator[Line]:
    if rule.why:
        yield _labelled("why", rule.why)
    if rule.do:
        yield _labelled("what to do", rule.do)
    if rule.see:
        yield _labelled("see", rule.see)


def _labelled(label: str, text: str) -> Line:
    return [(f"{label}: ", "dim"), (words.clean(text), "")]


def _examples(rule: Rule, *, most: int | None = None) -> Iterator[Line]:
    for kind, heading in SAYS.items():
        examples: tuple[Example, ...] = getattr(rule.examples, kind)
        if examples and not (kind == "todo" and most is not None):
            yield []
            yield [(heading, "bold")]
            for example in examples[:most]:
                yield from _example(example)


def _example(example: Example) -> Iterator[Line]:
    mark = "-"
    for item in example.items:
        known = [item.publisher, words.day(item.published) if item.published is not None else ""]
        told = ", ".join(part for part in known if part)
        yield [
            (f"  {mark} ", ""),
            (words.clean(item.text), ""),
            (f" ({told})" if told else "", "dim"),
        ]
        mark = " "


def write_trial(outcomes: Sequence[Outcome], stream: TextIO) -> None:
    """Where an example does not give what it says, both side by side; and the count."""
    lines: list[Line] = []
    for outcome in outcomes:
        if not outcome.ok:
            place = f"{outcome.where}: " if outcome.where is not None else ""
            lines += [
                [(place, ""), (outcome.rule, "bold")],
                [("    expected  ", "dim"), (outcome.expected, "")],
                [("    got       ", "dim"), (outcome.got, STYLES[Severity.ERROR])],
            ]
    tried = [outcome for outcome in outcomes if not outcome.todo]
    failed = sum(not outcome.ok for outcome in tried)
    rules = len({outcome.rule for outcome in outcomes})
    count = f"{words.count_of(len(tried), 'example')} of {words.count_of(rules, 'rule')}: "
    gaps = len(outcomes) - len(tried)
    lines.append(
        [
            (count, ""),
            (f"{failed:,} not as expected" if failed else "all as expected", "bold"),
            (f"; {words.count_of(gaps, 'known gap')}" if gaps else "", ""),
        ]
    )
    show(lines, stream)

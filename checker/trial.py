"""Runs the examples of the rules: what each rule says of its own stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.check import check
from checker.errors import Where
from checker.model import Document
from checker.rulebook import Example, Must, Reach, Rule, Rulebook
from checker.values import Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one example fared: what it is given under, and what the rule said of it."""

    rule: str
    ok: bool
    expected: str
    got: str
    where: Where | None
    todo: bool = False


def run_examples(rules: Rulebook) -> tuple[Outcome, ...]:
    """The outcome of every example of every rule, those of rules that are off among them.

    An example is right when the rule gives just the verdict that it stands under; known gaps
    (`todo`) are right whatever comes.
    """
    return tuple(
        outcome for rule in rules.rules if rule.examples for outcome in _of_rule(rule, rules)
    )


def _of_rule(rule: Rule, rules: Rulebook) -> Iterator[Outcome]:
    alone = Rulebook(facts=rules.facts, rules=(replace(rule, off=False),))
    for expected, examples in (
        (Verdict.CONTRADICTS, rule.examples.contradicts),
        (Verdict.UNSURE, rule.examples.unsure),
        (Verdict.AGREES, rule.examples.agrees),
    ):
        for example in examples:
            got = verdict_of(rule, alone, example)
            yield Outcome(rule.id, got == expected.value, expected.value, got, example.where)
    for example in rule.examples.todo:
        got = verdict_of(rule, alone, example)
        yield Outcome(rule.id, True, "a known gap", got, example.where, todo=True)


def verdict_of(rule: Rule, rules: Rulebook, example: Example) -> str:
    """What a rule says of the stories of an example: the gravest verdict of its findings, or
    "agrees" where it finds nothing that an editor must look at.
    """
    documents = [
        Document.from_text(
            item.text,
            id=f"story {number}",
            published=item.published,
            publisher=item.publisher,
            origins=item.origins,
        )
        for number, item in enumerate(example.items, start=1)
    ]
    if rule.must is Must.NOT_STALE and rule.within is not Reach.DOCUMENT:
        result = check(documents[:1], against=documents[1:], rules=rules)
    else:
        result = check(documents, rules=rules)
    verdicts = {finding.verdict for finding in result.findings}
    for verdict in (Verdict.CONTRADICTS, Verdict.UNSURE):
        if verdict in verdicts:
            return verdict.value
    return Verdict.AGREES.value

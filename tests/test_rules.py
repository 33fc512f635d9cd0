"""Every example of every shipped rule, as `checker rules test` runs them."""

from __future__ import annotations

import pytest

from checker.rulebook import load_rules
from checker.trial import run_examples

OUTCOMES = run_examples(load_rules())


def test_every_shipped_rule_has_examples_that_ran():
    assert {outcome.rule for outcome in OUTCOMES} == {rule.id for rule in load_rules().rules}


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda o: f"{o.rule}:{o.where.line}")
def test_rule_says_of_its_example_what_it_stands_under(outcome):
    assert outcome.ok, f"{outcome.where}: expected {outcome.expected}, got {outcome.got}"

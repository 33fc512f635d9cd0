"""YAML to facts and rules; a bad file is an error with file, line and remedy."""

from __future__ import annotations

from checker.rulebook.load import load_rules, shipped_corpus, shipped_rules
from checker.rulebook.records import (
    ASKED,
    PART_AND_WHOLE,
    Condition,
    Dimension,
    Example,
    Examples,
    Fact,
    Item,
    Likeness,
    Must,
    Reach,
    Relation,
    Rule,
    Rulebook,
)

__all__ = [
    "ASKED",
    "PART_AND_WHOLE",
    "Condition",
    "Dimension",
    "Example",
    "Examples",
    "Fact",
    "Item",
    "Likeness",
    "Must",
    "Reach",
    "Relation",
    "Rule",
    "Rulebook",
    "load_rules",
    "shipped_corpus",
    "shipped_rules",
]

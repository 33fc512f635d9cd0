"""Which claims are laid side by side: all that share a key, and no more than grows in line."""

from __future__ import annotations

import pytest

from checker import Document, load_rules
from checker.check import check
from checker.compare.evidence import gather
from checker.compare.pair import MOST_BESIDE, _candidates
from checker.find.claims import understand
from checker.model import Claim


def laid_beside(texts: list[str], fact: str) -> tuple[list[Claim], list[tuple[Claim, Claim]]]:
    rules = load_rules()
    found = [
        understand(Document.from_text(text, id=f"{n:03}"), rules) for n, text in enumerate(texts)
    ]
    claims = [c for understood in found for c in understood.claims if c.fact == fact]
    return claims, list(_candidates(rules.facts[fact], claims, gather(found)))


def test_claims_without_a_word_in_common_do_not_meet():
    texts = ["Nine miners died in Lima.", "A storm killed 30 sailors off Iceland."]
    claims, pairs = laid_beside(texts, "killed")
    assert len(claims) == 2
    assert pairs == []


def test_claims_that_share_a_place_meet_once():
    texts = ["Nine miners died in Lima on Monday.", "Twelve miners died in Lima on Monday."]
    _, pairs = laid_beside(texts, "killed")
    assert [(a.document.id, b.document.id) for a, b in pairs] == [("000", "001")]


def test_every_pair_of_a_small_dossier_is_laid_side_by_side():
    texts = [f"{n} miners died in Lima on Monday." for n in range(10, 20)]
    claims, pairs = laid_beside(texts, "killed")
    assert len(pairs) == len(claims) * (len(claims) - 1) / 2


@pytest.mark.parametrize("stories", [50, 150])
def test_pairs_grow_in_line_with_the_claims(stories: int):
    texts = [f"{10 + n % 5} miners died in Lima on Monday." for n in range(stories)]
    claims, pairs = laid_beside(texts, "killed")
    assert len(claims) == stories
    assert len(pairs) <= MOST_BESIDE * len(claims)


def test_one_dissenter_among_many_stories_is_found():
    texts = ["Twelve miners died in a pit in Lima on Monday."] * 140
    texts[70] = "Nine miners died in a pit in Lima on Monday."
    documents = [Document.from_text(text, id=f"{n:03}") for n, text in enumerate(texts)]
    (finding,) = check(documents, rules=load_rules()).findings
    assert sorted(side.value for side in finding.sides) == ["Nine miners", "Twelve miners"]

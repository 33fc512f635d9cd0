"""Our own stories: a dossier gives just the findings of its expected.yml, a quiet pair none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
import yaml

from checker.model import Claim, Document, Finding, Severity, Side, Span
from checker.values import Verdict

CORPUS = Path(__file__).parent.parent / "corpus"
DOSSIERS = sorted(path.parent for path in CORPUS.glob("*/expected.yml"))
QUIET = sorted(path for path in (CORPUS / "quiet").iterdir() if path.is_dir())
STORIES = frozenset({".md", ".txt"})
RULES = frozenset(
    {
        "tolls.differ",
        "tolls.part-exceeds-whole",
        "tolls.falls",
        "tolls.credited-differently",
        "tolls.one-figure-two-facts",
        "dates.differ",
        "dates.weekday-mismatch",
        "dates.impossible",
        "officials.one-office-two-holders",
        "names.spelt-two-ways",
        "quotes.altered",
        "quantities.differ",
        "quantities.conversion",
        "sums.do-not-add-up",
    }
)


@dataclass(frozen=True)
class Words:
    """Some words of a document, around the value that a claim gives."""

    document: str
    words: str

    def __str__(self) -> str:
        return f"{self.document}: “{self.words}”"


@dataclass(frozen=True)
class Expected:
    """A finding that must come: each side in full, and what else may stand on one of them."""

    rule: str
    verdict: Verdict
    severity: Severity
    sides: tuple[tuple[Words, ...], ...]
    also: tuple[Words, ...]

    def __str__(self) -> str:
        head = f"{self.rule} ({self.verdict}, {self.severity})"
        return "\n".join([head, *(f"    {words}" for side in self.sides for words in side)])


def test_corpus_has_its_dossiers_and_quiet_pairs():
    assert len(DOSSIERS) >= 6
    assert len(QUIET) >= 12
    assert all(3 <= len(stories(folder)) <= 6 for folder in DOSSIERS)
    assert all(len(stories(folder)) == 2 for folder in QUIET)


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda path: path.name)
def test_expected_words_stand_in_their_documents(folder: Path):
    texts = {path.stem: path.read_text(encoding="utf-8") for path in stories(folder)}
    for words in all_words(folder):
        assert words.document in texts, f"{folder.name} has no story {words.document}"
        assert places(texts[words.document], words.words), f"not in its story: {words}"


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda path: path.name)
def test_expected_findings_are_of_known_kinds(folder: Path):
    findings = expected(folder)
    assert findings
    assert {finding.rule for finding in findings} <= RULES
    assert all(len(finding.sides) >= 2 for finding in findings)


@pytest.mark.parametrize("folder", QUIET, ids=lambda path: path.name)
def test_quiet_pair_gives_no_finding(folder: Path):
    findings, _ = run(folder)
    assert not findings, "\n".join(["flagged, though nothing disagrees:", *map(shown, findings)])


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda path: path.name)
def test_dossier_keeps_silent_where_nothing_disagrees(folder: Path):
    findings, documents = run(folder)
    flagged = [
        f"{words} in\n{shown(finding)}"
        for words in silent(folder)
        for finding in findings
        if any(is_borne_by(words, side, documents) for side in finding.sides)
    ]
    assert not flagged, "\n".join(["must stay silent:", *flagged])


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda path: path.name)
def test_dossier_gives_exactly_its_findings(folder: Path):
    findings, documents = run(folder)
    wanted = expected(folder)
    matched = assign(wanted, findings, documents)
    missing = [item for index, item in enumerate(wanted) if index not in matched]
    extra = [item for index, item in enumerate(findings) if index not in matched.values()]
    lines = [f"missing: {item}" for item in missing] + [f"extra: {shown(item)}" for item in extra]
    assert not lines, "\n".join([f"{folder.name}:", *lines])


def stories(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in STORIES)


def expected(folder: Path) -> tuple[Expected, ...]:
    return tuple(
        Expected(
            rule=item["rule"],
            verdict=Verdict(item["verdict"]),
            severity=Severity(item["severity"]),
            sides=tuple(tuple(words_of([side])) for side in item["sides"]),
            also=tuple(words_of(item.get("also", ()))),
        )
        for item in load(folder)["findings"]
    )


def silent(folder: Path) -> list[Words]:
    return [words for item in load(folder)["silent"] for words in words_of(item["where"])]


def all_words(folder: Path) -> Iterator[Words]:
    for finding in expected(folder):
        yield from (words for side in finding.sides for words in side)
        yield from finding.also
    yield from silent(folder)


def words_of(entries: Iterable[dict[str, str]]) -> Iterator[Words]:
    return (Words(name, words) for entry in entries for name, words in entry.items())


@cache
def load(folder: Path) -> dict:
    return yaml.safe_load((folder / "expected.yml").read_text(encoding="utf-8"))


def places(text: str, words: str) -> list[Span]:
    """Where the words stand in the text, over line breaks as well."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    pattern = rf"(?<!\w){pattern}(?!\w)"
    return [Span(*match.span()) for match in re.finditer(pattern, text)]


@cache
def run(folder: Path) -> tuple[tuple[Finding, ...], dict[str, Document]]:
    from checker.check import check
    from checker.read import read_paths
    from checker.rulebook import load_rules

    reading = read_paths([folder])
    assert not reading.unread
    result = check(reading.documents, rules=load_rules())
    return tuple(result.findings), {document.id: document for document in reading.documents}


def is_borne_by(words: Words, side: Side, documents: dict[str, Document]) -> bool:
    return any(bears(claim, words, documents) for claim in side.claims)


def bears(claim: Claim, words: Words, documents: dict[str, Document]) -> bool:
    """Whether the claim's value lies in these words, and these words in its sentence."""
    if claim.document.id != words.document:
        return False
    return any(
        claim.sentence.span.contains(place) and place.overlaps(claim.value.span)
        for place in places(documents[words.document].text, words.words)
    )


def fits(item: Expected, finding: Finding, documents: dict[str, Document]) -> bool:
    """Whether the finding is the expected one, with no claim on a side that is not foreseen."""
    kinds = (finding.rule, finding.verdict, finding.severity)
    if kinds != (item.rule, item.verdict, item.severity) or len(finding.sides) < len(item.sides):
        return False
    foreseen = (*(words for side in item.sides for words in side), *item.also)
    if not all(
        any(bears(claim, words, documents) for words in foreseen)
        for side in finding.sides
        for claim in side.claims
    ):
        return False
    return any(
        all(
            is_borne_by(words, side, documents)
            for wanted, side in zip(item.sides, order, strict=True)
            for words in wanted
        )
        for order in permutations(finding.sides, len(item.sides))
    )


def assign(
    wanted: Sequence[Expected], findings: Sequence[Finding], documents: dict[str, Document]
) -> dict[int, int]:
    """The finding of each expected one, none of them taken twice, as many as can be had."""
    holders: dict[int, int] = {}

    def place(index: int, tried: set[int]) -> bool:
        for number, finding in enumerate(findings):
            if number not in tried and fits(wanted[index], finding, documents):
                tried.add(number)
                if number not in holders or place(holders[number], tried):
                    holders[number] = index
                    return True
        return False

    for index in range(len(wanted)):
        place(index, set())
    return {index: number for number, index in holders.items()}


def shown(finding: Finding) -> str:
    lines = [f"{finding.rule} ({finding.verdict}, {finding.severity}) {finding.message}"]
    for side in finding.sides:
        for claim in side.claims:
            line, _ = claim.document.position(claim.span.start)
            sentence = " ".join(claim.document.words(claim.sentence.span).split())
            lines.append(f"    {claim.document.id}:{line} “{claim.value.text}” in “{sentence}”")
    return "\n".join(lines)

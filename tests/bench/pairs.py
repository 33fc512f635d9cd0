"""Labelled pairs of claims in real articles: what is found of them, and what is flagged besides.

`python -m tests.bench.pairs CLUSTERS_DIR LABELS [--folders 01-21] [--quiet]` checks each folder as
one dossier and prints, by pair and by fact, per kind and in all, for each half of the folders and
for all: recall, alarms, linked agreements and findings per article; then every miss and every
false alarm with its reason. With `--quiet`, the figures alone.

A pair is found when two different sides of one error or warning cover its two spans (of names, a
note too); a fact, when one of its pairs is. An agreement is linked when a claim on either span
names the other's document in `agreed_by`. A finding is unlabelled when two of its sides cover no
labelled pair.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker import Result, check, load_rules
from checker.model import Finding
from checker.rulebook import Rulebook
from tests.bench.dossiers import (
    LOUD,
    Label,
    Quoted,
    covers,
    folders,
    is_heard,
    labels,
    number_of,
    sets_apart,
    stories,
)
from tests.bench.missed import Loss, dossier
from tests.bench.missed import loss as loss_of

#: Up to this number a folder is for building on; those beyond are kept for the proof.
LAST_TO_BUILD_ON = 21


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled pair with the loudest finding that sets its sides apart, where one does.

    `linked` counts the sides on which a claim says that the other's document bears it out.
    """

    label: Label
    finding: Finding | None
    linked: int
    lost: Loss | None = None

    @property
    def is_found(self) -> bool:
        """Whether the finding is loud enough to count."""
        return self.finding is not None and is_heard(self.finding, self.label.kind)

    @property
    def is_missed(self) -> bool:
        """Whether the pair should have been flagged, or linked, and was not."""
        if self.label.is_plain:
            return not self.linked
        return not (self.label.is_hard or self.is_found)

    @property
    def is_alarm(self) -> bool:
        """Whether an editor is held up by it; a note holds nobody up."""
        return self.finding is not None and self.finding.severity in LOUD


@dataclass(frozen=True, slots=True)
class Dossier:
    """How a folder went: its pairs, its findings and those among them that no label speaks of."""

    folder: str
    articles: int
    pairs: tuple[Scored, ...]
    findings: tuple[Finding, ...]
    unlabelled: tuple[Finding, ...]


def score(folder: Path, told: Sequence[Label], rules: Rulebook, *, reasons: bool) -> Dossier:
    """One folder, checked as one dossier. With `reasons`, each miss tells where it was lost."""
    documents = stories(folder)
    result = check(documents, rules=rules)
    seen = dossier(documents, rules) if reasons else None
    pairs = []
    for label in told:
        apart = [finding for finding in result.findings if sets_apart(finding, label.a, label.b)]
        finding = max(apart, key=lambda one: one.severity.rank, default=None)
        scored = Scored(label, finding, _linked(result, label))
        if seen is not None and scored.is_missed:
            scored = replace(scored, lost=loss_of(label, seen))
        pairs.append(scored)
    unlabelled = [
        finding
        for finding in result.findings
        if not any(sets_apart(finding, label.a, label.b) for label in told)
    ]
    return Dossier(folder.name, len(documents), tuple(pairs), result.findings, tuple(unlabelled))


def _linked(result: Result, label: Label) -> int:
    return _borne_out(result, label.a, label.b) + _borne_out(result, label.b, label.a)


def _borne_out(result: Result, own: Quoted, other: Quoted) -> bool:
    return any(
        other.document in checked.agreed_by
        for checked in result.claims
        if covers(checked.claim, own.document, own.span)
    )


def _share(found: Iterable[bool]) -> str:
    told = list(found)
    return f"{sum(told):>3} of {len(told):<3} {sum(told) / len(told):.2f}" if told else "–"


def _facts(pairs: Iterable[Scored]) -> list[bool]:
    """Of each fact, whether one of its pairs is found."""
    found: dict[str, bool] = {}
    for pair in pairs:
        key = pair.label.fact or pair.label.id
        found[key] = found.get(key, False) or pair.is_found
    return list(found.values())


_Choice = Callable[[Label], bool]
_COLUMNS: tuple[tuple[str, _Choice], ...] = (
    ("contradicts", lambda label: label.verdict == "contradicts"),
    ("differs", lambda label: label.verdict == "differs"),
)


def table(dossiers: Sequence[Dossier]) -> list[str]:
    """The figures of some folders, a line a kind and one in all."""
    pairs = [pair for dossier in dossiers for pair in dossier.pairs]
    kinds = sorted({pair.label.kind for pair in pairs})
    head = f"{'kind':<11}" + "".join(
        f"{name:<17}"
        for name in (
            "contradicts: pair",
            " fact",
            "differs: pair",
            " fact",
            "hard: alarms",
            "plain: linked",
        )
    )
    rows = [(kind, [pair for pair in pairs if pair.label.kind == kind]) for kind in kinds]
    lines = [head, *(_row(name, some) for name, some in (*rows, ("in all", pairs)))]
    return [*lines, *_volumes(dossiers, pairs)]


def _row(name: str, pairs: Sequence[Scored]) -> str:
    cells = []
    for _, choice in _COLUMNS:
        chosen = [pair for pair in pairs if choice(pair.label)]
        cells += [_share(pair.is_found for pair in chosen), _share(_facts(chosen))]
    hard = [pair for pair in pairs if pair.label.is_hard]
    plain = [pair for pair in pairs if pair.label.is_plain]
    cells += [_share(pair.is_alarm for pair in hard), _share(pair.linked > 0 for pair in plain)]
    return f"{name:<11}" + "".join(f"{cell:<17}" for cell in cells)


def _volumes(dossiers: Sequence[Dossier], pairs: Sequence[Scored]) -> list[str]:
    articles = sum(dossier.articles for dossier in dossiers)
    findings = [finding for dossier in dossiers for finding in dossier.findings]
    unlabelled = [finding for dossier in dossiers for finding in dossier.unlabelled]
    loud = [finding for finding in findings if finding.severity in LOUD]
    beside = [finding for finding in unlabelled if finding.severity in LOUD]
    both = [pair for pair in pairs if pair.label.is_plain]
    verdicts = Counter(
        f"{pair.label.verdict} told as {pair.finding.verdict} ({pair.finding.severity})"
        for pair in pairs
        if pair.finding is not None and not pair.label.is_hard
    )
    told = ", ".join(f"{count} {name}" for name, count in sorted(verdicts.items()))
    per = max(1, articles)
    return [
        f"verdicts of what is found: {told or 'none'}",
        f"notes on hard agreements: {_notes(pairs)}; plain agreements flagged: "
        f"{sum(pair.is_alarm for pair in both)}; linked on both sides: "
        f"{_share(pair.linked == 2 for pair in both).strip()}",
        f"{articles} articles; errors and warnings {len(loud)}, {len(loud) / per:.3f} an article; "
        f"unlabelled {len(beside)}, {len(beside) / per:.3f} an article; "
        f"notes {len(findings) - len(loud)}, unlabelled {len(unlabelled) - len(beside)}",
    ]


def _notes(pairs: Sequence[Scored]) -> int:
    return sum(
        pair.label.is_hard and pair.finding is not None and not pair.is_alarm for pair in pairs
    )


def listing(dossiers: Sequence[Dossier]) -> list[str]:
    """Every miss, every false alarm, every agreement that is not linked, every other finding."""
    pairs = [pair for dossier in dossiers for pair in dossier.pairs]
    missed = [pair for pair in pairs if pair.is_missed]
    lines = _losses("Misses", [pair for pair in missed if not pair.label.is_plain])
    alarms = [pair for pair in pairs if pair.label.verdict == "agrees" and pair.is_alarm]
    lines += ["", f"False alarms ({len(alarms)}):"]
    for pair in alarms:
        assert pair.finding is not None
        lines += ["", *_both(pair.label), *told_finding(pair.finding)]
    unlinked = [pair for pair in missed if pair.label.is_plain]
    lines += _losses("Plain agreements that are not linked", unlinked)
    beside = [(dossier.folder, finding) for dossier in dossiers for finding in dossier.unlabelled]
    lines += ["", f"Findings that no label speaks of ({len(beside)}):"]
    for folder, finding in beside:
        lines += ["", f"  {folder}", *told_finding(finding)]
    return lines


def _losses(title: str, pairs: Sequence[Scored]) -> list[str]:
    lost = [(pair.label, pair.lost) for pair in pairs if pair.lost is not None]
    stages = Counter(loss.stage for _, loss in lost)
    lines = ["", f"{title} ({len(lost)}), by where they were lost:"]
    lines += [f"  {count:>3} {stage}" for stage, count in stages.most_common()]
    for label, loss in lost:
        lines += ["", *_both(label), f"    lost: {loss.stage}: {loss.told}"]
    return lines


def _both(label: Label) -> list[str]:
    name = f"{label.verdict}{', hard' if label.is_hard else ''}"
    return [
        f"  {label.id} {label.kind} ({name}): {label.why}",
        *(
            f"    {side.document}:{side.span.start} “{side.quote}” [{side.value}]"
            for side in (label.a, label.b)
        ),
    ]


def told_finding(finding: Finding) -> list[str]:
    lines = [f"    {finding.severity} {finding.rule}: {finding.message}"]
    for side in finding.sides:
        claim = side.claims[0]
        more = f" and {len(side.claims) - 1} more" if len(side.claims) > 1 else ""
        sentence = " ".join(claim.document.words(claim.sentence.span).split())
        lines.append(f"      {side.value}: {claim.document.id}{more}: {sentence}")
    return [*lines, *(f"      {reason}" for reason in finding.reasons)]


def folder_range(words: str) -> tuple[int, int]:
    first, _, last = words.partition("-")
    return int(first), int(last or first)


def main() -> None:
    """Print the figures and, unless told not to, all that stands behind them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pairs")
    parser.add_argument("clusters", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--folders", type=folder_range, default=(0, 10**6), metavar="01-21")
    parser.add_argument("--quiet", action="store_true", help="the figures alone")
    args = parser.parse_args()
    rules, told = load_rules(), labels(args.labels)
    low, high = args.folders
    dossiers = [
        score(
            folder,
            [label for label in told if label.folder == folder.name],
            rules,
            reasons=not args.quiet,
        )
        for folder in folders(args.clusters)
        if low <= number_of(folder.name) <= high
    ]
    first = [one for one in dossiers if number_of(one.folder) <= LAST_TO_BUILD_ON]
    second = [one for one in dossiers if number_of(one.folder) > LAST_TO_BUILD_ON]
    parts = [("to build on", first), ("kept for the proof", second)]
    if first and second:
        parts.append(("all", dossiers))
    for name, some in parts:
        if some:
            print(f"\nFolders {some[0].folder} to {some[-1].folder}, {name}")
            print("\n".join(line.rstrip() for line in table(some)))
    if not args.quiet:
        print("\n".join(listing(dossiers)))


if __name__ == "__main__":
    main()

"""One error planted in real text: is it found, and is nothing else flagged?

`python -m tests.bench.perturb FOLDER [--labels LABELS] [--folders 01-21] [--seed 1] [--per-kind 30]
[--quiet]` takes each story of a folder, or of each folder under it, and makes a copy in slightly
other words. The copy alone must raise nothing. Then it gets one error at a time, and is checked
against the story itself and, separately, against the other stories of its folder. With `--labels`,
one side of each plain agreement gets an error, and is checked against the other side's story alone.

An error is found when a side of an error or warning (of names, a note too) covers its words. What
the story's own text raises by itself is told apart and counts for nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from checker import Document, check, load_rules
from checker.model import Finding, Span
from checker.rulebook import Rulebook
from tests.bench.dossiers import (
    LOUD,
    Label,
    Quoted,
    folders,
    is_heard,
    labels,
    number_of,
    sets_apart,
    side_covers,
    stories,
)
from tests.bench.missed import dossier, loss
from tests.bench.pairs import folder_range, told_finding
from tests.bench.plant import KINDS, OF_LABEL, plants
from tests.bench.rewrite import Edit, apply, rewrite

#: A copy stands beside its story under this name.
COPY = "copy of "
#: So many characters either way tell which of two places with the same words is meant.
AROUND = 60
#: Kinds that the issue does not name: they are planted in labelled pairs only.
_OF_LABELS_ONLY = ("ordinal", "clock")


@dataclass(frozen=True, slots=True)
class Copy:
    """A story, its copy in other words, the other stories of its folder, and what is raised where
    no error stands: by the story itself, by the copy beside it, by the copy beside the others.
    """

    folder: str
    story: Document
    copy: Document
    others: tuple[Document, ...]
    own: tuple[Finding, ...]
    beside: tuple[Finding, ...]
    among: tuple[Finding, ...]

    @property
    def alarms(self) -> list[Finding]:
        """What the copy raises beside its story, though every fact is as it was."""
        known = {_key(finding) for finding in self.own}
        return [one for one in self.beside if one.severity in LOUD and _key(one) not in known]


@dataclass(frozen=True, slots=True)
class Planted:
    """How one error went. `among` is None where the other stories dispute that place anyway."""

    kind: str
    copy: Copy
    edit: Edit
    found: bool
    among: bool | None
    besides: tuple[Finding, ...]
    lost: str = ""


def _key(finding: Finding) -> tuple[str, frozenset[str]]:
    return finding.rule, frozenset(side.value for side in finding.sides)


def make_copy(
    folder: str, story: Document, others: Sequence[Document], rules: Rulebook, seed: int
) -> Copy:
    """A story's copy in other words, with what is raised before any error stands in it."""
    text = rewrite(story.text, Random(f"{seed} {folder} {story.id}"))
    copy = Document.from_text(text, id=f"{COPY}{story.id}", published=story.published)
    return Copy(
        folder,
        story,
        copy,
        tuple(others),
        own=check([story], rules=rules).findings,
        beside=check([copy], against=[story], rules=rules).findings,
        among=check([copy], against=others, rules=rules).findings,
    )


def plant(copy: Copy, kind: str, edit: Edit, rules: Rulebook) -> Planted:
    """The copy with one error, checked against its story and against the others."""
    text = apply(copy.copy.text, [edit])
    draft = replace(copy.copy, text=text)
    span = Span(edit.span.start, edit.span.start + len(edit.text))
    name = "name" if kind in ("first name", "surname") else kind
    beside = check([draft], against=[copy.story], rules=rules).findings
    among = check([draft], against=copy.others, rules=rules).findings
    found = any(_is_found(finding, name, draft, span) for finding in beside)
    disputed = any(_is_found(finding, name, copy.copy, edit.span) for finding in copy.among)
    known = {_key(finding) for finding in (*copy.own, *copy.beside)}
    besides = [
        finding
        for finding in beside
        if finding.severity in LOUD
        and _key(finding) not in known
        and not _covered(finding, draft, span)
    ]
    return Planted(
        kind,
        copy,
        edit,
        found,
        None if disputed else any(_is_found(one, name, draft, span) for one in among),
        tuple(besides),
        "" if found else _lost(copy, draft, span, kind, rules),
    )


def _covered(finding: Finding, document: Document, span: Span) -> bool:
    return any(side_covers(side, document.id, span) for side in finding.sides)


def _is_found(finding: Finding, kind: str, document: Document, span: Span) -> bool:
    return is_heard(finding, kind) and _covered(finding, document, span)


def _lost(copy: Copy, draft: Document, span: Span, kind: str, rules: Rulebook) -> str:
    """Where an error that nobody found was lost."""
    there = counterpart(copy, draft.text, span)
    if there is None:
        return "no counterpart"
    sides = [
        Quoted(document.id, where, document.words(where), document.words(where))
        for document, where in ((draft, span), (copy.story, there))
    ]
    label = Label("", copy.folder, kind, sides[0], sides[1], "contradicts", False, "", "")
    found = loss(label, dossier([draft, copy.story], rules))
    return f"{found.stage}: {found.told}"


def counterpart(copy: Copy, text: str, span: Span) -> Span | None:
    """Where the story says what the copy says at a span, by the words around it."""
    before = set(text[max(0, span.start - AROUND) : span.start].split())
    after = set(text[span.end : span.end + AROUND].split())
    grown = len(text) - len(copy.copy.text)
    was = copy.copy.text[span.start : span.end - grown]
    story, best = copy.story.text, None
    at = story.find(was)
    while at >= 0:
        end = at + len(was)
        shared = len(before & set(story[max(0, at - AROUND) : at].split()))
        shared += len(after & set(story[end : end + AROUND].split()))
        if best is None or shared > best[0]:
            best = shared, Span(at, end)
        at = story.find(was, at + 1)
    return best[1] if best is not None else None


def chosen(copies: Sequence[Copy], kind: str, seed: int, most: int) -> list[tuple[Copy, Edit]]:
    """Places for the errors of one kind, one a story as long as there are stories, the same ones
    whenever the seed is the same.
    """
    rng = Random(f"{seed} {kind}")
    rounds: defaultdict[int, list[tuple[Copy, Edit]]] = defaultdict(list)
    for copy in copies:
        edits = plants(copy.copy, kind, Random(f"{seed} {kind} {copy.folder} {copy.story.id}"))
        rng.shuffle(edits)
        for number, edit in enumerate(edits):
            rounds[number].append((copy, edit))
    places: list[tuple[Copy, Edit]] = []
    for number in sorted(rounds):
        rng.shuffle(rounds[number])
        places += rounds[number]
    return places[:most]


def table(planted: Sequence[Planted]) -> list[str]:
    """A line a kind, and one in all."""
    lines = [f"{'kind':<21}{'planted':>7}  {'in the story':<16}{'among others':<16}other findings"]
    for kind in (*dict.fromkeys(one.kind for one in planted), "in all"):
        some = [one for one in planted if kind in (one.kind, "in all")]
        among = [one.among for one in some if one.among is not None]
        besides = sum(bool(one.besides) for one in some)
        found = _share([one.found for one in some])
        lines.append(f"{kind:<21}{len(some):>7}  {found:<16}{_share(among):<16}{besides}")
    return lines


def _share(found: Sequence[bool]) -> str:
    return f"{sum(found):>3} of {len(found):<3} {sum(found) / len(found):.2f}" if found else "–"


def listing(copies: Sequence[Copy], planted: Sequence[Planted]) -> list[str]:
    """Every false alarm, every error that was not found, and what was flagged besides."""
    lines = [""]
    lines.append("Findings on copies without an error:")
    for copy in copies:
        for finding in copy.alarms:
            lines += ["", f"  {copy.folder} {copy.story.id}", *told_finding(finding)]
    missed = [one for one in planted if not one.found]
    stages = Counter((one.kind, one.lost.partition(":")[0]) for one in missed)
    lines += ["", f"Errors not found in the story itself ({len(missed)}):"]
    lines += [f"  {count:>3} {kind}: {stage}" for (kind, stage), count in sorted(stages.items())]
    for one in missed:
        lines += ["", f"  {_where(one)}", f"    lost: {one.lost}"]
    lines += ["", "Flagged besides the error:"]
    for one in planted:
        for finding in one.besides:
            lines += ["", f"  {_where(one)}", *told_finding(finding)]
    return lines


def _where(one: Planted) -> str:
    text, span = one.copy.copy.text, one.edit.span
    left = " ".join(text[max(0, span.start - AROUND) : span.start].split(" "))
    right = text[span.end : span.end + AROUND]
    changed = f"{left}[{text[span.start : span.end]} → {one.edit.text}]{right}"
    return f"{one.kind}, {one.copy.folder} {one.copy.story.id}: …{' '.join(changed.split())}…"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A plain agreement with an error in one of its sides, and whether the other side tells."""

    label: Label
    kind: str
    edit: Edit
    found: bool
    lost: str = ""


def agreements(
    told: Sequence[Label], documents: Sequence[Document], rules: Rulebook, seed: int
) -> list[Agreement]:
    """Each plain agreement with one error of each fitting kind on each side in turn."""
    by_id = {document.id: document for document in documents}
    out: list[Agreement] = []
    for label in told:
        for own, other in ((label.a, label.b), (label.b, label.a)):
            story, source = by_id[own.document], by_id[other.document]
            for kind in OF_LABEL[label.kind]:
                rng = Random(f"{seed} {label.id} {kind} {own.document}")
                where = own.value_span or own.span
                edits = [one for one in plants(story, kind, rng) if where.overlaps(one.span)]
                if edits:
                    edit = rng.choice(edits)
                    out.append(_against(label, kind, edit, own, other, (story, source), rules))
    return out


def _against(
    label: Label,
    kind: str,
    edit: Edit,
    own: Quoted,
    other: Quoted,
    pair: tuple[Document, Document],
    rules: Rulebook,
) -> Agreement:
    story, source = pair
    draft = replace(story, text=apply(story.text, [edit]))
    span = Span(edit.span.start, edit.span.start + len(edit.text))
    here = Quoted(draft.id, span, edit.text, edit.text)
    name = "name" if label.kind == "name" else kind
    findings = check([draft], against=[source], rules=rules).findings
    if any(is_heard(one, name) and sets_apart(one, here, other) for one in findings):
        return Agreement(label, kind, edit, True)
    asked = replace(label, a=here, b=other)
    found = loss(asked, dossier([draft, source], rules))
    return Agreement(label, kind, edit, False, f"{found.stage}: {found.told}")


def agreement_table(told: Sequence[Label], out: Sequence[Agreement]) -> list[str]:
    """The share that is found, by the kind of the label and by the kind of the error."""
    lines = ["", "An error in one side of a plain agreement, against the other story alone"]
    for title, key in (("label", lambda one: one.label.kind), ("error", lambda one: one.kind)):
        groups: defaultdict[str, list[bool]] = defaultdict(list)
        for one in out:
            groups[key(one)].append(one.found)
        lines += [f"  {title} {name:<22}{_share(groups[name])}" for name in sorted(groups)]
    pairs: defaultdict[str, list[bool]] = defaultdict(list)
    for one in out:
        pairs[one.label.id].append(one.found)
    means = [sum(found) / len(found) for found in pairs.values()]
    mean = sum(means) / len(means) if means else 0.0
    none = len(told) - len(pairs)
    lines.append(f"  in all {_share([one.found for one in out]).strip()}; a pair's mean {mean:.2f}")
    lines.append(f"  {len(pairs)} pairs; {none} more have no place for an error")
    return lines


def agreement_listing(told: Sequence[Label], out: Sequence[Agreement]) -> list[str]:
    """Every planted agreement that was not found, and the pairs without a place for an error."""
    missed = [one for one in out if not one.found]
    lines = ["", "Not found:"]
    lines += [f"  {one.label.id} {one.kind} → {one.edit.text}: {one.lost}" for one in missed]
    planted = {one.label.id for one in out}
    bare = [f"{label.id} ({label.kind})" for label in told if label.id not in planted]
    return [*lines, "", f"Without a place for an error: {', '.join(bare) or 'none'}"]


def main() -> None:
    """Print the figures and, unless told not to, all that stands behind them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.perturb")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--folders", type=folder_range, default=(0, 10**6), metavar="01-21")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-kind", type=int, default=30)
    parser.add_argument("--quiet", action="store_true", help="the figures alone")
    args = parser.parse_args()
    rules = load_rules()
    low, high = args.folders
    chosen_folders = [
        folder for folder in folders(args.folder) if low <= number_of(folder.name) <= high
    ]
    read = {folder.name: stories(folder) for folder in chosen_folders}
    copies = [
        make_copy(name, story, [one for one in some if one is not story], rules, args.seed)
        for name, some in read.items()
        for story in some
    ]
    planted = [
        plant(copy, kind, edit, rules)
        for kind in KINDS
        if kind not in _OF_LABELS_ONLY
        for copy, edit in chosen(copies, kind, args.seed, args.per_kind)
    ]
    alarms = sum(bool(copy.alarms) for copy in copies)
    changed = sum(copy.copy.text != copy.story.text for copy in copies)
    print(f"{len(copies)} copies, {changed} in other words: {alarms} raise a finding of their own")
    print("\n".join(line.rstrip() for line in table(planted)))
    if not args.quiet:
        print("\n".join(listing(copies, planted)))
    if args.labels is not None:
        told = [one for one in labels(args.labels) if one.is_plain and one.folder in read]
        out = [
            one
            for name, some in read.items()
            for one in agreements([x for x in told if x.folder == name], some, rules, args.seed)
        ]
        print("\n".join(agreement_table(told, out)))
        if not args.quiet:
            print("\n".join(agreement_listing(told, out)))


if __name__ == "__main__":
    main()

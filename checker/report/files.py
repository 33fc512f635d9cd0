"""Where a report goes: a name that tells it apart, and no file that is not a report of ours."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from hashlib import sha256
from pathlib import Path

from checker.errors import UsageError
from checker.read.marks import mark_of

#: The name of a report has no more bytes than this, whatever the draft is called.
LONGEST_NAME = 100

REMEDY = "choose another --output"


class Owner(Enum):
    """Whose file lies where a report is to go."""

    NONE = "no file"
    SAME = "a report on the same drafts, or one that does not name its drafts"
    REPORT = "a report on other drafts"
    OTHER = "no report of ours"


def real(path: str | Path) -> Path:
    """The path without links; unlike Path.resolve it takes what no file can be called, too."""
    return Path(os.path.realpath(path))


def name_of(drafts: Sequence[str], inputs: Collection[Path]) -> str:
    """What a report is called: the draft, the folder, or the folder that several drafts lie in.

    `inputs` are the real paths of the files that were read.
    """
    named = [real(path) for path in drafts if path != "-"]
    folders = {path.parent for path in named}
    if not named:
        name = "stdin"
    elif len(named) == 1:
        name = named[0].stem if named[0] in inputs else named[0].name
    elif len(folders) == 1:
        name = folders.pop().name
    else:
        name = f"{named[0].stem}-and-{len(named) - 1}-more"
    return _cut(name) or "report"


def _cut(name: str) -> str:
    encoded = os.fsencode(name)
    return name if len(encoded) <= LONGEST_NAME else encoded[:LONGEST_NAME].decode(errors="ignore")


def key_of(drafts: Sequence[str], folder: Path) -> str:
    """Twelve characters that are the same for the same drafts, as they lie from the reports."""
    named = sorted({"-" if path == "-" else _from(folder, path) for path in drafts})
    return sha256("\0".join(named).encode("utf-8", errors="surrogateescape")).hexdigest()[:12]


def _from(folder: Path, path: str) -> str:
    try:
        return os.path.relpath(real(path), real(folder))
    except ValueError:  # on another drive
        return str(real(path))


def target_of(
    folder: Path, name: str, suffix: str, drafts: Sequence[str], inputs: Collection[Path]
) -> Path:
    """The file for a report: the one that these drafts had before, or else a free one.

    A report on other drafts keeps its name; the new one takes its folder into its own. Raises
    `UsageError` where the file is a story that was read, or was not made by the checker.
    """
    key = key_of(drafts, folder)
    targets = [folder / f"{tried}{suffix}" for tried in _names(name, drafts, key)]
    if real(targets[0]) in inputs:
        raise UsageError(f"the report would write over {targets[0]}", remedy=REMEDY)
    owners = {target: _owner(target, key) for target in targets}
    if owners[targets[0]] is Owner.OTHER:
        problem = f"{targets[0]} is there already and was not made by checker"
        raise UsageError(problem, remedy=f"move it, or {REMEDY}")
    for wanted in (Owner.SAME, Owner.NONE):
        for target in targets:
            if owners[target] is wanted and real(target) not in inputs:
                return target
    raise UsageError(f"other reports lie at {targets[0]} and {targets[-1]}", remedy=REMEDY)


def _names(name: str, drafts: Sequence[str], key: str) -> Iterator[str]:
    yield name
    named = [real(path) for path in drafts if path != "-"]
    if named and (parent := named[0].parent.name) and parent != name:
        yield _cut(f"{parent}-{name}")
    yield f"{name}-{key}"


def _owner(target: Path, key: str) -> Owner:
    try:
        if not target.exists():
            return Owner.NONE
        found = mark_of(target)
    except OSError as error:
        raise _unwritable(target, error) from error
    if found is None:
        return Owner.OTHER
    return Owner.SAME if found in ("", key) else Owner.REPORT


def write(text: str, target: Path) -> None:
    """Write a report, and its folder where there is none. Raises `UsageError` where that fails."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> UsageError:
    problem = f"the report cannot be written to {target}: {error.strerror}"
    return UsageError(problem, remedy=REMEDY)

"""What the suites of figures share: a case, how it went, and what is out of scope."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

OUT_OF_SCOPE = Path(__file__).parent / "out_of_scope"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a suite: `kind` is the suite's own name for it, `gold` what it asks for, and
    `out_of_scope` why it is not asked of a checker of news, if it is not.
    """

    suite: str
    kind: str
    id: str
    text: str
    gold: Any
    out_of_scope: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: right, wrong or missed, and what was read."""

    verdict: str
    read: str = ""


def rows(folder: Path, suite: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The lines of a suite, each with its number from nought."""
    path = folder / f"{suite}.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        yield number, json.loads(line)


@cache
def out_of_scope(name: str) -> dict[str, str]:
    """Why a case is left out, by its id; an entry may be a run of ids ("Model-3..7")."""
    groups = yaml.safe_load((OUT_OF_SCOPE / f"{name}.yml").read_text(encoding="utf-8"))
    return {id: group["why"] for group in groups for run in group["ids"] for id in _spelt_out(run)}


def _spelt_out(run: str) -> Iterator[str]:
    first, dots, last = run.partition("..")
    stem, _, number = first.rpartition("-")
    for each in range(int(number), int(last) + 1) if dots else [number]:
        yield f"{stem}-{each}"

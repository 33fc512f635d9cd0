"""`sources.yml` beside the stories: what they themselves do not say."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from checker.errors import InputError, Where
from checker.read.decode import decode
from checker.read.known import Known, known_from
from checker.read.yaml_lines import read_entries

NAME = "sources.yml"
REMEDY = "write lines such as story.txt: {published: 2012-06-14, publisher: UNI}"


class Sources(NamedTuple):
    """The stories of one folder by file name or by stem, and what is wrong with the file."""

    known: dict[str, Known]
    errors: tuple[InputError, ...]

    def of(self, file: Path) -> Known:
        """What is known of a file of this folder; its full name goes before its stem."""
        return self.known.get(file.name) or self.known.get(file.stem) or Known()


def sources_in(folder: Path) -> Sources:
    """The `sources.yml` of a folder; without one, nothing is known and nothing is wrong."""
    path = folder / NAME
    try:
        text = decode(path.read_bytes())
    except FileNotFoundError:
        return Sources({}, ())
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        return Sources({}, (_error(problem, "check its rights", path),))
    except InputError as error:
        return Sources({}, (_error(error.problem, error.remedy, path),))
    try:
        root = read_entries(text, str(path))
    except InputError as error:
        return Sources({}, (error,))
    if root is None or root.value == "":
        return Sources({}, ())
    if not isinstance(root.value, dict):
        return Sources({}, (_error("this is no list of stories", REMEDY, path, root.line),))
    known: dict[str, Known] = {}
    errors: list[InputError] = []
    for name, entry in root.value.items():
        if entry.value == "":
            continue
        if not isinstance(entry.value, dict):
            errors.append(_error(f"{name} has no keys and values", REMEDY, path, entry.line))
            continue
        try:
            known[name.strip()] = known_from(entry.value, str(path))
        except InputError as error:
            errors.append(error)
    return Sources(known, tuple(errors))


def _error(problem: str, remedy: str, path: Path, line: int | None = None) -> InputError:
    return InputError(problem, remedy=remedy, where=Where(str(path), line))

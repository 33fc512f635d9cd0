"""`sources.yml` beside the stories: what they themselves do not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from checker.errors import InputError, Where
from checker.read.decode import decode
from checker.read.known import Known, known_from
from checker.read.yaml_lines import Entry, read_entries

NAME = "sources.yml"
REMEDY = "write lines such as story.txt: {published: 2012-06-14, publisher: UNI}"

#: More entries than this about no file are only counted.
MOST_STRAYS = 5

#: Of a name that is no file's so many characters are shown.
LONGEST_NAME = 100


class Sources(NamedTuple):
    """The stories of one folder by file name or by stem, and what is wrong with the file."""

    known: dict[str, Known]
    errors: tuple[InputError, ...]
    #: One line for each entry that is about no file of the folder.
    warnings: tuple[str, ...] = ()

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
    return Sources(known, tuple(errors), tuple(_strays(root.value, folder, text)))


def _strays(entries: Mapping[str, Entry], folder: Path, text: str) -> Iterator[str]:
    """What is said of stories that are not there: a typo hides what is known of a story."""
    try:
        files = {file.name: file.stem for file in sorted(folder.iterdir()) if file.name != NAME}
    except OSError:  # a folder that may be gone through and not be listed
        return
    there = {*files, *files.values()}
    strays = [name for name in entries if name.strip() not in there]
    if not strays:
        return
    from difflib import get_close_matches

    by_stem = {stem: name for name, stem in files.items()}
    for name in strays[:MOST_STRAYS]:
        where = Where(str(folder / NAME), _line(name, entries[name].line, text))
        # Endings are alike everywhere, and would make any two short names near.
        near = get_close_matches(Path(name).stem, by_stem, n=1)
        hint = f"perhaps {by_stem[near[0]]}" if near else "check its name"
        yield f"{where}: there is no story {name[:LONGEST_NAME]}; {hint}"
    if len(strays) > MOST_STRAYS:
        rest = len(strays) - MOST_STRAYS
        yield f"{folder / NAME}: so it is with {rest} more of its entries"


def _line(name: str, value: int, text: str) -> int:
    """The line of a key, whose value may begin below it."""
    above = text.splitlines()[:value][::-1]
    starts = (name, f'"{name}', f"'{name}", f"? {name}")
    return next(
        (value - back for back, line in enumerate(above[:3]) if line.lstrip().startswith(starts)),
        value,
    )


def _error(problem: str, remedy: str, path: Path, line: int | None = None) -> InputError:
    return InputError(problem, remedy=remedy, where=Where(str(path), line))

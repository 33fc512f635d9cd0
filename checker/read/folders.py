"""Paths as a person names them to the story files that they mean."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.errors import InputError, Where
from checker.model import Unread
from checker.read.marks import mark_of
from checker.read.sources import NAME as SOURCES

SUFFIXES = (".txt", ".md", ".markdown")
#: What lies beside stories and is none. Named by itself, a README is read all the same.
NO_STORIES = ("readme", "changelog", "license", "contributing")
STDIN = "-"
READ = "stories are read as .txt, .md or .markdown"


class StoryFile(NamedTuple):
    """A file to read, None for standard input; `path` as it is to be shown."""

    file: Path | None
    path: str


def story_files(paths: Sequence[str | Path]) -> tuple[list[StoryFile], list[Unread]]:
    """The stories that some paths name, each once, in order; and what cannot be looked into."""
    files: list[StoryFile] = []
    unread: list[Unread] = []
    seen: set[str] = set()
    for path in paths:
        try:
            for file in _files(path, unread):
                real = STDIN if file is None else os.path.realpath(file)
                if real not in seen:
                    seen.add(real)
                    files.append(StoryFile(file, STDIN if file is None else show(file)))
        except InputError as error:
            unread.append(unread_of(show(path) or '""', error))
        except (OSError, ValueError) as error:
            unread.append(unread_of(show(path), os_problem(error)))
    return files, unread


def show(path: str | Path) -> str:
    """A path on one line that can be printed anywhere."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in os.fspath(path)
    )


def unread_of(path: str, error: InputError) -> Unread:
    """The record of what could not be read: one line with the place, the problem, the remedy."""
    placed = error
    if error.where is None:
        placed = InputError(error.problem, remedy=error.remedy, where=Where(path))
    return Unread(path, " ".join(str(placed).split()))


def os_problem(error: OSError | ValueError) -> InputError:
    """What the system says about a path, in words for a person."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError("there is no such file or folder", remedy="check the path")
    if isinstance(error, PermissionError):
        return InputError("this may not be read", remedy="check the rights of the file")
    if isinstance(error, OSError):
        return InputError(f"this cannot be read: {error.strerror}", remedy="check the path")
    return InputError("this is no path", remedy="check the path")


def _files(path: str | Path, unread: list[Unread]) -> Iterator[Path | None]:
    if path == STDIN:
        yield None
        return
    if not os.fspath(path):
        raise InputError("an empty path names no file", remedy="name a file or a folder")
    file = Path(path)
    if not file.exists():
        raise FileNotFoundError
    if not file.is_dir():
        if file.name == SOURCES:  # given by a shell's `*`, and read beside its stories anyway
            return
        if file.suffix and file.suffix.casefold() not in SUFFIXES:
            raise InputError(f"{file.suffix} files are not read", remedy=READ)
        yield file
        return
    found = len(unread)
    for story in _walk(file, unread):
        found = -1
        yield story
    if found == len(unread):
        raise InputError("the folder holds no story", remedy=READ)


def _walk(folder: Path, unread: list[Unread]) -> Iterator[Path]:
    """The stories under a folder in order of their paths; hidden files and folders are skipped.

    Links to folders are followed, and a folder that was seen is not gone through again, so that a
    link back to a folder above ends there.
    """
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if not here.is_dir():
            if _is_story(here):
                yield here
            continue
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            inner = sorted(entry for entry in here.iterdir() if not entry.name.startswith("."))
        except OSError as error:
            unread.append(unread_of(show(here), os_problem(error)))
            continue
        waiting.extend(reversed(inner))


def _is_story(file: Path) -> bool:
    """Whether a file of a folder is a story: by its name, no pipe or device, no report of ours."""
    stem = file.stem.casefold()
    if file.suffix.casefold() not in SUFFIXES or stem.startswith(NO_STORIES):
        return False
    if not file.is_file():
        return not file.exists()  # a link that leads nowhere is told when it is read
    try:
        return mark_of(file) is None
    except OSError:  # told when it is read
        return True

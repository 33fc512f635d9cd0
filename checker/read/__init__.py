"""Files to documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO

from checker.errors import InputError
from checker.model import Document, Unread
from checker.read.decode import decode
from checker.read.folders import StoryFile, os_problem, show, story_files, unread_of
from checker.read.front_matter import part
from checker.read.ids import document_ids
from checker.read.known import Known
from checker.read.layout import title_of
from checker.read.markdown import plain
from checker.read.origins_in_text import canonical_origin, credited_origins, is_agency
from checker.read.sources import NAME as SOURCES
from checker.read.sources import Sources, sources_in
from checker.read.text import with_newlines

#: A story is a few kilobytes; what is larger than this is none.
LARGEST = 20_000_000

MARKDOWN = (".md", ".markdown")

EMPTY = "add the story's text, or leave the file out"


@dataclass(frozen=True, slots=True)
class Reading:
    """What some paths gave: the documents, each input that could not be read, and lines of
    warning about what was read and is of no use.
    """

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    warnings: tuple[str, ...] = ()


def read_paths(
    paths: Sequence[str | Path],
    *,
    stdin: TextIO | BinaryIO | None = None,
    default_date: date | None = None,
) -> Reading:
    """Read files, folders (with all that lies under them) and `-`, standard input, in that order.

    Nothing is raised for an input that cannot be read: it becomes an `Unread` whose `error` is one
    line that names it, the problem and the remedy, and the others are read. `default_date` is the
    date of the documents for which nothing else gives one.
    """
    files, unread = story_files(paths)
    folders: dict[Path, Sources] = {}
    documents: list[Document] = []
    for story, id in zip(files, document_ids([story.file for story in files]), strict=True):
        try:
            known = _beside(story.file, folders, unread)
            text = with_newlines(_content(story.file, stdin))
            documents.append(_document(text, id, story, known, default_date))
        except InputError as error:
            unread.append(unread_of(story.path, error))
        except OSError as error:
            unread.append(unread_of(story.path, os_problem(error)))
    warnings = [show(line) for sources in folders.values() for line in sources.warnings]
    return Reading(tuple(documents), tuple(unread), tuple(warnings))


def _beside(file: Path | None, folders: dict[Path, Sources], unread: list[Unread]) -> Known:
    """What the `sources.yml` of the file's folder says of it; its errors are told once."""
    if file is None:
        return Known()
    folder = file.parent
    if folder not in folders:
        folders[folder] = sources_in(folder)
        path = show(folder / SOURCES)
        unread.extend(unread_of(path, error) for error in folders[folder].errors)
    return folders[folder].of(file)


def _content(file: Path | None, stdin: TextIO | BinaryIO | None) -> str:
    if file is None:
        stream = sys.stdin if stdin is None else stdin
        data: bytes | str = getattr(stream, "buffer", stream).read(LARGEST + 1)
    else:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        problem = f"this is larger than {LARGEST // 1_000_000} MB, and no story"
        raise InputError(problem, remedy="give the story alone")
    text = decode(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    if not text.strip():
        raise InputError("this is empty", remedy=EMPTY)
    return text


def _document(
    text: str, id: str, story: StoryFile, beside: Known, default_date: date | None
) -> Document:
    parted = part(text, story.path)
    suffix = "" if story.file is None else story.file.suffix.casefold()
    heading, words = "", parted.text
    if suffix in MARKDOWN or (not suffix and parted.has_front_matter):
        words, heading = plain(words)
    if not words.strip():
        raise InputError("there is no text below the front matter", remedy=EMPTY)
    own = parted.known
    published, evidence, byline = _published(words, own, beside, default_date)
    publisher = own.publisher or beside.publisher or byline
    declared = (*own.origins, *beside.origins, *((publisher,) if is_agency(publisher) else ()))
    origins = (*(canonical_origin(name) for name in declared), *credited_origins(words))
    return Document(
        id=id,
        text=words,
        path=None if story.file is None else story.path,
        title=own.title or heading or title_of(words),
        publisher=publisher,
        published=published,
        published_evidence=evidence,
        origins=tuple(dict.fromkeys(origins)),
    )


def _published(
    text: str, own: Known, beside: Known, default: date | None
) -> tuple[date | None, str, str]:
    """The day of a story, the evidence for it, and the outlet that its byline names."""
    from checker.read.published import published_in

    found = published_in(text)
    dates = (
        (own.published, "front matter"),
        (found.date, found.evidence) if found is not None else (None, ""),
        (beside.published, SOURCES),
        (default, "--date"),
    )
    day, evidence = next((pair for pair in dates if pair[0] is not None), (None, ""))
    return day, evidence, found.publisher if found is not None else ""

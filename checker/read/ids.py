"""Short names for documents, unique among those read together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

STDIN = "stdin"


def document_ids(files: Sequence[Path | None]) -> list[str]:
    """An id for each file: its stem, or as much of its path as tells it apart; "stdin" for None.

    The suffix belongs to the id only where nothing else tells two files apart.
    """
    paths = [_parts(file) for file in files]
    by_stem: dict[str, set[tuple[str, ...]]] = {}
    for path in paths:
        by_stem.setdefault(path[-1], set()).add(path)
    ends = {path: end for group in by_stem.values() for path, end in _ends(group)}
    return _suffixed([ends[path] for path in paths], files)


def _parts(file: Path | None) -> tuple[str, ...]:
    if file is None:
        return (STDIN,)
    path = file.absolute()
    return (*path.parent.parts[1:], path.stem)


def _ends(paths: set[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each path with as many of its last parts as no other path ends in."""
    waiting = paths
    for length in range(1, max(len(path) for path in paths) + 1):
        count = Counter(path[-length:] for path in paths)
        for path in waiting:
            if count[path[-length:]] == 1:
                yield path, "/".join(path[-length:])
        waiting = {path for path in waiting if count[path[-length:]] > 1}
        if not waiting:
            return
    for path in waiting:
        yield path, "/".join(path)


def _suffixed(ids: list[str], files: Sequence[Path | None]) -> list[str]:
    """Ids that are still the same get their suffix, and as a last resort a number."""
    count = Counter(ids)
    used: set[str] = set()
    unique = []
    for id, file in zip(ids, files, strict=True):
        name = f"{id}{file.suffix}" if count[id] > 1 and file is not None else id
        number = 1
        while name in used:
            number += 1
            name = f"{id}-{number}"
        used.add(name)
        unique.append(name)
    return unique

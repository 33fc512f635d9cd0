"""Flat YAML with the line of every value, read so that no file can do harm.

The file is read event by event: nothing is constructed (2012-02-30 stays what was written), no
alias is followed, and nesting ends the reading instead of the process, which PyYAML's composer
over libyaml does not survive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.errors import InputError, Where

if TYPE_CHECKING:
    from yaml import Event

#: What people write here is two or three levels deep.
DEEPEST = 20
#: And short: a larger file is something else.
LARGEST = 1_000_000

REMEDY = "check indentation, colons and quote marks just before this place"


class Entry(NamedTuple):
    """A value with its line: a text, a list of entries, or a mapping of entries by key."""

    value: str | list[Entry] | dict[str, Entry]
    line: int


def read_entries(text: str, path: str, *, first_line: int = 1) -> Entry | None:
    """The content of some YAML; None where there is none.

    `first_line` is the line of the file on which the text begins. Raises `InputError` with the
    line for what is no YAML.
    """
    import yaml

    if len(text) > LARGEST:
        where = Where(path, first_line)
        raise InputError("this is too long for YAML by hand", remedy="keep it short", where=where)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _entry(iter(yaml.parse(text, Loader=loader)), first_line, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else first_line
        what = " ".join(part for part in (error.context, error.problem) if part)
        where = Where(path, line, mark.column + 1 if mark else None)
        raise InputError(f"no valid YAML: {what}", remedy=REMEDY, where=where) from None
    except yaml.YAMLError as error:
        what = " ".join(str(error).split())
        where = Where(path, first_line)
        raise InputError(f"no valid YAML: {what}", remedy=REMEDY, where=where) from None


def _entry(events: Iterator[Event], first_line: int, path: str) -> Entry | None:
    import yaml

    root: list[Entry] = []
    # Each level is its container, the line it begins on, and the key that waits for its value.
    levels: list[tuple[list[Entry] | dict[str, Entry], int, list[str]]] = [(root, first_line, [])]
    for event in events:
        line = first_line + (event.start_mark.line if event.start_mark is not None else 0)
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(levels) > DEEPEST:
                where = Where(path, line)
                raise InputError("this is nested too deeply", remedy=REMEDY, where=where)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            levels.append(({} if is_mapping else [], line, []))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            container, start, _ = levels.pop()
            _put(levels[-1], Entry(container, start))
        elif isinstance(event, yaml.ScalarEvent):
            empty = not event.style and event.value in ("~", "null", "Null", "NULL")
            _put(levels[-1], Entry("" if empty else event.value, line))
        elif isinstance(event, yaml.AliasEvent):
            _put(levels[-1], Entry("", line))
        elif isinstance(event, yaml.DocumentEndEvent):
            break
    return root[0] if root else None


def _put(level: tuple[list[Entry] | dict[str, Entry], int, list[str]], entry: Entry) -> None:
    container, _, waiting = level
    if isinstance(container, list):
        container.append(entry)
    elif waiting:
        container[waiting.pop()] = entry
    else:
        waiting.append(entry.value if isinstance(entry.value, str) else "")

"""The command line: what is read from it, which parts of the house it calls, the exit status.

0: nothing at or above `--fail-on`; 1: findings; 2: usage or configuration; 3: an input could not
be read (the others are still checked). Whatever takes time to load is imported by the command
that needs it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TextIO

from checker.arguments import parse
from checker.errors import CheckerError, InputError, UsageError
from checker.report import files
from checker.report.files import real

if TYPE_CHECKING:
    import argparse

    from checker.check import Result
    from checker.model import Document, Unread
    from checker.rulebook import Rule, Rulebook

OK, FOUND, USAGE, UNREAD = 0, 1, 2, 3

#: What a shell reports for a program ended by Ctrl-C, and for one whose reader went away.
INTERRUPTED, BROKEN_PIPE = 130, 141

SUFFIXES = {"markdown": ".md", "json": ".json", "terminal": ".txt"}


def entry() -> NoReturn:
    """The `checker` command."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A story, or the name of a file, may hold what the terminal's encoding has not.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        args = parse(argv)
        status = COMMANDS[args.command](args)
        sys.stdout.flush()
    except CheckerError as error:
        _complain(str(error).splitlines())
        return UNREAD if isinstance(error, InputError) else USAGE
    except KeyboardInterrupt:
        _complain(["interrupted"])
        return INTERRUPTED
    except BrokenPipeError:
        _abandon_output()
        return BROKEN_PIPE
    except OSError as error:
        _abandon_output()
        _complain([f"the output cannot be written: {error.strerror or error}"])
        return USAGE
    except SystemExit as end:  # how argparse ends --help and --version
        return end.code if isinstance(end.code, int) else OK
    return status


def _abandon_output() -> None:
    """Leave nothing to flush at the end of the interpreter, which would fail once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check(args: argparse.Namespace) -> int:
    """Check, write the report where it was asked for, and say on the terminal what came out."""
    result = _checked(args)
    _complain_unread(result.unread)
    status = _status(result, args.fail_on)
    target = args.output or ("reports" if args.format == "markdown" else "-")
    name = files.name_of(args.drafts, _inputs(result.documents))
    if target == "-":
        _print(result, args.format, name, quiet=args.quiet)
        return status
    if not result.documents:
        return status
    report = _write(result, args.format, Path(target), args.drafts, name)
    if not args.quiet:
        from checker.report import terminal

        terminal.write(result, sys.stdout, brief=True)
        print(f"Report: {report}")
    return status


def _hook(args: argparse.Namespace) -> int:
    """Check staged drafts: silent when nothing is wrong, else what is wrong and where."""
    if not args.drafts:
        return OK
    result = _checked(args)
    _complain_unread(result.unread)
    status = _status(result, args.fail_on)
    if result.findings:
        from checker.report import terminal

        terminal.write(result, sys.stdout)
    if status == FOUND:
        print("Mend the draft, or commit it as it is: SKIP=fact-consistency git commit")
    return status


def _checked(args: argparse.Namespace) -> Result:
    from checker.check import check

    day, rules = _date(args.date), _load(args.rules)
    drafts, sources, unread = _documents(args.drafts, args.against, day)
    against = sources if args.against else None
    if against == () and drafts:
        _complain(["--against names no story beside the drafts: there is nothing to check them by"])
    return check(drafts, against=against, rules=rules, unread=unread)


def _status(result: Result, fail_on: str) -> int:
    if result.unread:
        return UNREAD
    if fail_on == "never":
        return OK
    from checker.model import Severity

    least = Severity(fail_on).rank
    return FOUND if any(found.severity.rank >= least for found in result.findings) else OK


def _print(result: Result, format: str, name: str, *, quiet: bool) -> None:
    if format != "terminal":
        sys.stdout.write(_rendered(result, format, name))
    elif result.findings or not quiet:
        from checker.report import terminal

        terminal.write(result, sys.stdout, marked=not sys.stdout.isatty())


def _rendered(result: Result, format: str, name: str, *, made_from: str = "") -> str:
    if format == "json":
        from checker.report import json

        return json.render(result.to_dict(), made_from=made_from)
    if format == "markdown":
        from checker.report import markdown

        return markdown.render(result, name=name, made_from=made_from)
    from checker.report import terminal

    return terminal.render(result, made_from=made_from)


def _write(result: Result, format: str, folder: Path, drafts: Sequence[str], name: str) -> Path:
    """Write a report; a second run on the same drafts writes over the first one's."""
    inputs = _inputs(result.documents)
    target = files.target_of(folder, name, SUFFIXES[format], drafts, inputs)
    text = _rendered(result, format, name, made_from=files.key_of(drafts, folder))
    files.write(text, target)
    return target


def _inputs(documents: Iterable[Document]) -> set[Path]:
    return {real(document.path) for document in documents if document.path}


def _date(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"--date: {words} is no date", remedy="write it as 2012-06-14") from None


def _load(folders: Sequence[Path]) -> Rulebook:
    from checker.rulebook import load_rules

    return load_rules(*folders)


def _documents(
    drafts: Sequence[str], against: Sequence[str], default_date: date | None
) -> tuple[tuple[Document, ...], tuple[Document, ...], tuple[Unread, ...]]:
    """The drafts, the sources, and what could not be read, with ids that are unique among all.

    A file that is named on both sides (a draft that lies in the folder of its sources) is on the
    side that names it most closely.
    """
    from checker.read import read_paths

    reading = read_paths([*drafts, *against], stdin=_stdin(), default_date=default_date)
    _complain(reading.warnings)
    first, second = ([real(path) for path in side] for side in (drafts, against))
    own: list[Document] = []
    sources: list[Document] = []
    for document in reading.documents:
        if document.path is None or document.path == "-":
            is_draft = "-" in drafts
        else:
            path = real(document.path)
            is_draft = _closeness(path, first) >= _closeness(path, second)
        (own if is_draft else sources).append(document)
    return tuple(own), tuple(sources), tuple(reading.unread)


def _closeness(path: Path, named: Iterable[Path]) -> int:
    """How closely some arguments name a file: the parts of the longest one that it lies under."""
    return max((len(item.parts) for item in named if path.is_relative_to(item)), default=-1)


def _read(args: argparse.Namespace) -> int:
    """Show stories as they are read: what is known of each, and its sentences."""
    from checker.find.sentences import outline
    from checker.report import understood

    documents, _, unread = _documents(args.files, (), _date(args.date))
    _complain_unread(unread)
    outlines = {document.id: outline(document) for document in documents}
    if args.format == "json":
        from checker import serial
        from checker.report import json

        sys.stdout.write(json.render(serial.stories_to_dict(documents, outlines, unread)))
    else:
        understood.write_stories(documents, outlines, sys.stdout)
    return UNREAD if unread else OK


def _claims(args: argparse.Namespace) -> int:
    """Show the claims of some stories, and with --mentions all the figures, dates and names."""
    from checker.check import claims_of
    from checker.find.mentions import find_mentions
    from checker.report import understood

    day, rules = _date(args.date), _load(args.rules)
    documents, _, unread = _documents(args.files, (), day)
    _complain_unread(unread)
    claims = {document.id: claims_of(document, rules) for document in documents}
    mentions = {document.id: find_mentions(document) for document in documents}
    if args.format == "json":
        from checker import serial
        from checker.report import json

        listed = [claim for found in claims.values() for claim in found]
        shown = mentions if args.mentions else None
        sys.stdout.write(json.render(serial.claims_to_dict(documents, listed, shown, unread)))
    else:
        understood.write_claims(documents, claims, sys.stdout)
        if args.mentions:
            understood.write_mentions(documents, mentions, sys.stdout)
    return UNREAD if unread else OK


def _list_rules(args: argparse.Namespace) -> int:
    from checker.report import rules

    rules.write_list(_load(args.rules), sys.stdout)
    return OK


def _show_rule(args: argparse.Namespace) -> int:
    from checker.report import rules

    book = _load(args.rules)
    rules.write_page(_rule(book, args.rule), book, sys.stdout)
    return OK


def _explain(args: argparse.Namespace) -> int:
    from checker.report import rules

    rules.write_explanation(_rule(_load(args.rules), args.rule), sys.stdout)
    return OK


def _test_rules(args: argparse.Namespace) -> int:
    """Run the examples of the rules, of named folders only theirs, and print what differs."""
    from checker.report import rules
    from checker.trial import run_examples

    book = _load([*args.rules, *args.folders])
    if args.folders:
        book = _written_in(book, args.folders)
    outcomes = run_examples(book)
    rules.write_trial(outcomes, sys.stdout)
    return OK if all(outcome.ok for outcome in outcomes) else FOUND


def _written_in(book: Rulebook, folders: Sequence[Path]) -> Rulebook:
    from dataclasses import replace

    named = [real(folder) for folder in folders]
    paths = [(rule, rule.where and real(rule.where.path)) for rule in book.rules]
    return replace(
        book, rules=tuple(rule for rule, path in paths if path and _closeness(path, named) >= 0)
    )


def _rule(book: Rulebook, id: str) -> Rule:
    found = book.rule(id)
    if found is not None:
        return found
    from difflib import get_close_matches

    near = get_close_matches(id, [rule.id for rule in book.rules], n=1)
    hint = f"perhaps {near[0]}" if near else "see checker rules list"
    hint += "; rules of your own need --rules DIR"
    raise UsageError(f"there is no rule {id}", remedy=hint)


def _complain_unread(unread: Iterable[Unread]) -> None:
    _complain(
        item.error if item.path in item.error else f"{item.path}: {item.error}" for item in unread
    )


def _complain(lines: Iterable[str]) -> None:
    """Say on standard error what is wrong, one line each."""
    from checker.report.words import clean

    sys.stdout.flush()
    for line in lines:
        print(f"checker: {clean(line)}", file=sys.stderr)


def _stdin() -> BinaryIO | TextIO:
    return getattr(sys.stdin, "buffer", sys.stdin)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "claims": _claims,
    "explain": _explain,
    "hook": _hook,
    "read": _read,
    "rules list": _list_rules,
    "rules show": _show_rule,
    "rules test": _test_rules,
}

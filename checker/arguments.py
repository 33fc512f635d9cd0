"""What can be said on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from checker.errors import UsageError

if TYPE_CHECKING:
    Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"

EXAMPLES = """\
examples:
  checker check stories/                          compare the stories of a folder with each other
  checker check draft.md --against sources/       compare a draft with the stories it rests on
  checker check - --against sources/ < draft.md   read the draft from standard input
  checker claims draft.md                         show what is understood of a story
  checker rules list                              show what is looked for

exit status: 0 nothing found, 1 findings, 2 usage or configuration, 3 an input could not be read
"""

CHECK_EXAMPLES = """\
Without --against, all the stories are compared with each other. With it, the drafts are compared
with the sources and with themselves. The sources are not compared with each other.

examples:
  checker check stories/
  checker check draft.md --against sources/ wire/0614.txt
  checker check draft.md --against sources/ --format json | jq .findings
  checker check draft.md --against sources/ --fail-on warning --rules our-rules/

exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage or configuration,
3 an input could not be read (the others are still checked, and the report says which was not)
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, as all errors are here."""

    def error(self, message: str) -> NoReturn:
        remedy = f"see {self.prog} --help"
        if message.endswith("required: DRAFT"):
            remedy = f"name the drafts before --against; {remedy}"
        raise UsageError(message, remedy=remedy)


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The arguments of one run; `command` is the name of the command ("check", "rules list" …).

    Errors: a `UsageError` for what cannot be understood, SystemExit for --help and --version.
    """
    return _parser().parse_args(argv)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="checker",
        description="Shows where a draft and its sources disagree, before the story runs.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_check(commands)
    _add_reading(commands)
    _add_rules(commands)
    _add_hook(commands)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and end")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"checker {version('fact-consistency')}")
        parser.exit()


def _add_check(commands: Commands) -> None:
    parser = commands.add_parser(
        "check",
        help="compare stories and report what disagrees",
        description="Compare stories and report where they disagree.",
        epilog=CHECK_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("drafts", nargs="+", metavar="DRAFT", help="file, folder, or - for stdin")
    parser.add_argument(
        "--against",
        nargs="+",
        action="extend",
        default=[],
        metavar="PATH",
        help="files and folders of the sources; name the drafts before this option",
    )
    parser.add_argument(
        "--format",
        choices=("markdown", "json", "terminal"),
        default="markdown",
        help="what to make (default: %(default)s)",
    )
    parser.add_argument(
        "--output",
        metavar="DIR",
        help="folder for the report, or - for stdout (default: reports/ for markdown, else -)",
    )
    _add_common(parser)
    parser.add_argument(
        "--quiet",
        action="store_true",
        help="print no summary: only errors, and the report if it goes to stdout",
    )
    parser.set_defaults(command="check")


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        default="error",
        help="the least severity that makes the exit status 1 (default: %(default)s)",
    )
    _add_rules_option(parser)
    _add_date(parser)


def _add_rules_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="a folder of your own rules, which add to the shipped ones; may be repeated",
    )


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--date",
        metavar="DATE",
        help="the day of stories that bear no date of their own, as 2012-06-14",
    )


def _add_reading(commands: Commands) -> None:
    read = commands.add_parser("read", help="show a story as it is read")
    claims = commands.add_parser("claims", help="show the claims that are understood of a story")
    for parser in (read, claims):
        parser.add_argument("files", nargs="+", metavar="FILE", help="file, folder, or - for stdin")
        parser.add_argument("--format", choices=("table", "json"), default="table")
        _add_date(parser)
    claims.add_argument("--mentions", action="store_true", help="show figures, dates and names too")
    _add_rules_option(claims)
    read.set_defaults(command="read")
    claims.set_defaults(command="claims")


def _add_rules(commands: Commands) -> None:
    rules = commands.add_parser("rules", help="list, show and test the rules")
    parts = rules.add_subparsers(metavar="list|show|test", required=True)
    listing = parts.add_parser("list", help="each rule in one line")
    showing = parts.add_parser("show", help="one rule in full, with its examples")
    showing.add_argument("rule", metavar="RULE")
    testing = parts.add_parser("test", help="run the examples of the rules")
    testing.add_argument(
        "folders", nargs="*", type=Path, metavar="DIR", help="only the rules that are written here"
    )
    explaining = commands.add_parser("explain", help="say what a rule means and what to do")
    explaining.add_argument("rule", metavar="RULE")
    for parser in (listing, showing, testing, explaining):
        _add_rules_option(parser)
    listing.set_defaults(command="rules list")
    showing.set_defaults(command="rules show")
    testing.set_defaults(command="rules test")
    explaining.set_defaults(command="explain")


def _add_hook(commands: Commands) -> None:
    parser = commands.add_parser(
        "hook",
        help="check the drafts that pre-commit names",
        description=(
            "Compare drafts with each other and with the sources, for pre-commit, which puts the "
            "names of the staged files last. So --against takes one path here, and may be repeated."
        ),
    )
    parser.add_argument("drafts", nargs="*", metavar="DRAFT")
    parser.add_argument("--against", action="append", default=[], metavar="PATH")
    _add_common(parser)
    parser.set_defaults(command="hook")

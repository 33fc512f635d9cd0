"""The public suites and the speed of the normalisers, in one run with the rivals that install.

    python -m tests.bench.normalisers SUITES_DIR [--news FOLDER] [--misses] [--no-speed]

How a case counts is said in `suites_figures` and `suites_dates`. Rates are given both ways: of what
is in scope for news, and of all. The lists of what is out of scope were fixed before anything was
tuned, are kept in `out_of_scope/` with the reasons, and hold at most 12% of a suite.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import speed, suites_dates, suites_figures
from tests.bench.rivals import rivals

#: What is aimed at, of what is in scope, by suite and kind; None is the whole suite.
AIMS: dict[tuple[str, str], float] = {
    ("recognizers numbers and units", "all of it"): 0.95,
    ("recognizers", "single dates"): 0.97,
    ("duckling", "days, months, years and periods"): 0.85,
    **{
        ("duckling", kind): 0.92
        for kind in (
            "Numeral",
            "Quantity",
            "Distance",
            "Temperature",
            "AmountOfMoney",
            "Duration",
        )
    },
    ("quantulum", "quantities"): 0.85,
}


Counts = dict[tuple[str, str], Counter[str]]


def main(argv: list[str]) -> int:
    """Print the bench; the status says nothing, the numbers do."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.normalisers")
    parser.add_argument("suites", type=Path, help="the folder of the suites")
    parser.add_argument("--news", type=Path, help="a folder of stories for the speed part")
    parser.add_argument("--size", type=int, default=speed.SIZE, help="characters of that text")
    parser.add_argument("--no-speed", action="store_true", help="the suites alone")
    parser.add_argument("--no-misses", action="store_true", help="the rates alone")
    options = parser.parse_args(argv)
    print(__doc__.split("\n\n")[2])
    for module, title in ((suites_figures, "figures"), (suites_dates, "dates")):
        print(f"\n== {title}\n")
        print((module.__doc__ or "").partition("How a case counts:")[2].strip())
        for line in _suite(module, options):
            print(line)
    if not options.no_speed:
        print("\n== speed\n")
        for line in speed.report(options.news, options.size):
            print(line)
    return 0


def _suite(module: Any, options: argparse.Namespace) -> Iterator[str]:
    counts: Counts = defaultdict(Counter)
    reasons: Counter[tuple[str, str]] = Counter()
    others = rivals()
    if module is suites_figures:
        names = ", ".join(name for name, _ in others.values())
        yield f"rivals in this run: {names or 'none installs'}"
    for case in module.cases(options.suites):
        outcome = module.score(case)
        tally = counts[case.suite, case.kind]
        right = outcome.verdict == "right"
        tally.update(all=1, all_right=right)
        if module is suites_figures and case.suite in others:
            passed = others[case.suite][1](case)
            if passed is not None:
                scope = not case.out_of_scope
                tally.update(rival=passed and scope, rival_scope=scope)
                tally.update(rival_all_right=passed, rival_all=1)
        if case.out_of_scope:
            reasons[case.suite, case.out_of_scope] += 1
            continue
        tally.update(scope=1, right=right)
        if not right and not options.no_misses:
            read = f": {outcome.read}" if outcome.read else ""
            name = f"{case.suite} {case.id} ({case.kind})"
            yield f"  {outcome.verdict} {name} {_short(case.text)}{read}"
    yield ""
    for suite in dict.fromkeys(suite for suite, _ in counts):
        kinds = {kind: tally for (name, kind), tally in counts.items() if name == suite}
        for kind, tally in sorted(kinds.items()):
            yield _line(suite, kind, tally, AIMS.get((suite, kind)))
        total: Counter[str] = Counter()
        for tally in kinds.values():
            total.update(tally)
        yield _line(suite, "all of it", total, AIMS.get((suite, "all of it")))
        left = total["all"] - total["scope"]
        share = left / total["all"]
        yield f"    out of scope: {left} of {total['all']} ({share:.1%})"
        for (name, why), count in reasons.items():
            if name == suite:
                yield f"      {count} × {why}"


def _line(suite: str, kind: str, tally: Counter[str], aim: float | None) -> str:
    scope = tally["right"] / tally["scope"] if tally["scope"] else 0.0
    line = (
        f"{suite:12} {kind:18} in scope {tally['right']:4} of {tally['scope']:4} = {scope:6.1%}"
        f"   all {tally['all_right']:4} of {tally['all']:4} = "
        f"{tally['all_right'] / tally['all']:6.1%}"
    )
    if aim is not None:
        line += f"   aim {aim:.0%}: {'reached' if scope >= aim else 'SHORT'}"
    if tally["rival_scope"]:
        scope = tally["rival"] / tally["rival_scope"]
        rate = tally["rival_all_right"] / tally["rival_all"]
        line += f"   the rival {scope:.1%} in scope, {rate:.1%} of all {tally['rival_all']}"
    return line


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 160 else f"{one_line[:157]}…"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

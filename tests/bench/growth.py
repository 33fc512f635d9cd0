"""How long a check takes, and how that grows with the number of articles.

`python -m tests.bench.growth FOLDER [--articles 44] [--rounds 5]` takes that many stories of a
folder, or of the folders under it, checks them, and then ten times as many: other stories of the
folder as long as there are enough, and, a harder case, ten copies of the same ones in slightly
other words. It then times `checker check` on them as a whole process from a cold start, beside
`python -c pass`. Every time is the best of the rounds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from checker import Document, check, load_rules
from checker.rulebook import Rulebook
from tests.bench.dossiers import folders, stories
from tests.bench.rewrite import rewrite

TIMES = 10


def best(rounds: int, run: Callable[[], object]) -> float:
    """The seconds that the fastest of some rounds takes."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def own_texts(documents: Sequence[Document], mark: str) -> list[Document]:
    """The documents under other names and with a word more, so that nothing remembered of one
    round helps the next.
    """
    return [
        replace(document, id=f"{mark} {document.id}", text=f"{document.text}\n\nNote {mark}.\n")
        for document in documents
    ]


def many_times(documents: Sequence[Document], times: int) -> list[Document]:
    """Copies of each document in slightly other words."""
    return [
        replace(
            document,
            id=f"{document.id} {number}",
            text=rewrite(document.text, Random(f"{document.id} {number}")),
        )
        for number in range(times)
        for document in documents
    ]


def timed(documents: Sequence[Document], rules: Rulebook, rounds: int) -> float:
    """The seconds that one check of the documents takes, after start-up."""
    check(documents[:3], rules=rules)
    rounds_of = iter([own_texts(documents, f"round {number}") for number in range(rounds)])
    return best(rounds, lambda: check(next(rounds_of), rules=rules))


def cold(documents: Sequence[Document], rounds: int) -> tuple[float, float]:
    """The seconds of `checker check` as a whole process, and those of `python -c pass`."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "stories"
        folder.mkdir()
        for number, document in enumerate(documents):
            (folder / f"{number:03}.txt").write_text(document.text, encoding="utf-8")
        command = [sys.executable, "-m", "checker", "check", str(folder)]
        command += ["--output", str(Path(place) / "reports")]
        whole = best(rounds, lambda: subprocess.run(command, capture_output=True, check=False))
    bare = [sys.executable, "-c", "pass"]
    return whole, best(rounds, lambda: subprocess.run(bare, check=True))


def main() -> None:
    """Print every time, and the ratios that the issue asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=44)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    everything = [
        replace(story, id=f"{folder.name}/{story.id}")
        for folder in folders(args.folder)
        for story in stories(folder)
    ]
    some = everything[: args.articles]
    rules = load_rules()
    size = sum(len(story.text) for story in some) / 1000
    few = timed(some, rules, args.rounds)
    print(f"{len(some)} articles, {size:.0f} kB: {few:.3f} s after start-up (aim: 44 in 0.5 s)")
    runs = [("the same told ten times", many_times(some, TIMES))]
    if len(everything) >= TIMES * len(some):
        runs.insert(0, ("ten times as many", everything[: TIMES * len(some)]))
    for name, documents in runs:
        long = timed(documents, rules, max(1, args.rounds // 2))
        grown = sum(len(story.text) for story in documents) / 1000 / size
        print(
            f"{name}: {len(documents)} articles, {grown:.1f} times the text: {long:.3f} s, "
            f"{long / few:.1f} times as long (aim: 13)"
        )
    for count in sorted({min(5, len(some)), len(some)}):
        whole, bare = cold(some[:count], args.rounds)
        print(
            f"cold: checker check on {count} articles {whole:.2f} s, "
            f"python -c pass {bare:.3f} s, {whole / bare:.0f} times"
        )


if __name__ == "__main__":
    main()

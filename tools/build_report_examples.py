"""Makes the example of each format in reports/ from a dossier of the corpus.

python tools/build_report_examples.py           write them
python tools/build_report_examples.py --check   say whether they are as they would be written
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from checker.cli import SUFFIXES, main

ROOT = Path(__file__).parent.parent
DOSSIER = "corpus/war-tolls"


def made(format: str) -> str:
    """The report on the dossier in one format."""
    with redirect_stdout(StringIO()) as printed:
        main(["check", DOSSIER, "--format", format, "--output", "-"])
    return printed.getvalue()


def build(*, check: bool) -> int:
    """Write each example, or count those that are out of date."""
    os.chdir(ROOT)
    stale = 0
    for format, suffix in SUFFIXES.items():
        example, text = Path(f"reports/example{suffix}"), made(format)
        if not check:
            example.write_text(text, encoding="utf-8")
        elif not example.is_file() or example.read_text(encoding="utf-8") != text:
            print(f"{example} is out of date: run python {Path(__file__).relative_to(ROOT)}")
            stale += 1
    return stale


if __name__ == "__main__":
    sys.exit(min(build(check="--check" in sys.argv[1:]), 1))

"""How fast mentions are found, as ratios in one run: the machine's own speed falls out.

The text is a megabyte of news: the stories of our corpus over and over, each time with other
figures, weekdays and months and in another order, so that nothing remembered helps; or the stories
of a folder that is given.
"""

from __future__ import annotations

import importlib
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.find.mentions import find_mentions
from checker.model import Document
from checker.normalise import dates, figures, proper, quotes
from checker.values import MONTHS, WEEKDAYS

CORPUS = Path(__file__).parent.parent.parent / "corpus"
SIZE = 1_000_000
#: Our share of the plain regular expression's speed, how often ours is dateparser's, and how much
#: longer than news a hostile text of the same size may take.
SHARE, TIMES, SLOWEST = 1 / 8, 10, 10

_WORD = r"[A-Z][\w'’-]+"
_PLAIN = re.compile(rf"\b\d+(?:[.,]\d+)*\b|\b(?:{'|'.join(WEEKDAYS)})\b|\b{_WORD}(?:\s{_WORD})*\b")
#: Texts that a careless reader takes for ever over, by name.
HOSTILE = {
    "digits": "1",
    "digits apart": "1 ",
    "digits and commas": "1,",
    "commas": ",",
    "quote marks": "“",
    "straight quote marks": '"',
    "apostrophes": "'",
    "brackets": "(",
    "capitals": "A",
    "capitalised words": "Ab ",
    "initials": "A. ",
    "hyphens": "a-",
    "number words": "one hundred and ",
    "hedges": "more than ",
    "months": "May ",
    "spaces": " ",
    "line ends": "\n",
}


def news(folder: Path | None, size: int = SIZE) -> str:
    """A text of that many characters."""
    stories = list(_stories(folder if folder is not None else CORPUS))
    chance = random.Random(2012)
    parts: list[str] = []
    length = 0
    while length < size:
        chance.shuffle(stories)
        for story in stories:
            told = _varied(story, chance)
            parts.append(told)
            length += len(told) + 2
    return "\n\n".join(parts)[:size]


def _stories(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".md") and path.name != "README.md":
            yield path.read_text(encoding="utf-8", errors="replace")


def _varied(story: str, chance: random.Random) -> str:
    days, months = _rotated(WEEKDAYS, chance), _rotated(MONTHS, chance)
    text = re.sub(r"[1-9]", lambda _: str(chance.randint(1, 9)), story)
    text = re.sub("|".join(WEEKDAYS), lambda m: days[m[0]], text)
    return re.sub("|".join(MONTHS), lambda m: months[m[0]], text)


def _rotated(names: Sequence[str], chance: random.Random) -> dict[str, str]:
    step = chance.randrange(len(names))
    return {name: names[(index + step) % len(names)] for index, name in enumerate(names)}


def seconds(work: Callable[[str], Any], text: str) -> float:
    """The processor's time for one run over a text."""
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def _mentions(text: str) -> object:
    return find_mentions(Document.from_text(text, published=date(2012, 6, 14)))


_KINDS: dict[str, Callable[[str], Any]] = {
    "figures": figures.find,
    "dates and times": lambda text: dates.find(text, reference=date(2012, 6, 14)),
    "names": proper.find,
    "quotations": quotes.find,
}


def report(folder: Path | None, size: int = SIZE) -> Iterator[str]:
    """The lines of the speed part of the bench."""
    text = news(folder, 2 * size)
    warm, text = text[:size], text[size : 2 * size]
    _mentions(warm[: size // 20])  # lexicons and tables are read once
    plain = seconds(lambda t: [(m.start(), m[0]) for m in _PLAIN.finditer(t)], text)
    ours = seconds(_mentions, text)
    rate = len(text) / 1e6
    yield f"news, {rate:.1f} MB: one plain regular expression {rate / plain:.1f} MB/s"
    yield (
        f"  all mentions {rate / ours:.2f} MB/s: 1/{ours / plain:.1f} of it "
        f"({_verdict(plain / ours >= SHARE)}, wanted 1/{1 / SHARE:.0f})"
    )
    for name, work in _KINDS.items():
        alone = seconds(work, warm)
        yield f"    {name}: {alone / len(warm) * 1e6:.2f} s a megabyte"
    yield from _dateparser(text, ours)
    yield "hostile, as against news of the same length:"
    for name, piece in HOSTILE.items():
        spent = seconds(_mentions, piece * (size // len(piece)))
        share = spent / ours
        yield f"  {name}: {share:.1f} times ({_verdict(share <= SLOWEST)})"


def _dateparser(text: str, ours: float) -> Iterator[str]:
    """dateparser.search alone, on a tenth of the text: it is slow, and its time grows with it."""
    search: Any = importlib.import_module("dateparser.search").search_dates
    part = text[: len(text) // 20]
    pieces = part.split("\n\n")
    spent = seconds(lambda _: [search(p, languages=["en"]) for p in pieces if p.strip()], part)
    times = spent / len(part) * len(text) / ours
    yield f"  dateparser.search takes {times:.1f} times as long ({_verdict(times >= TIMES)})"


def _verdict(good: bool) -> str:
    return "good" if good else "SHORT"

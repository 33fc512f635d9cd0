"""The tables of values: every way to say a value gives it, and no negative gives any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.find.mentions import find_mentions
from checker.model import Document, Kind, Mention
from checker.normalise import dates, numbers, offices, orgs, people, places, quotes, times, units
from checker.serial import value_to_dict
from checker.values import Bounds, Measure, Value

TABLES = sorted((Path(__file__).parent.parent / "corpus" / "values").glob("*.yml"))
NEGATIVES = 40
_MARKED = re.compile(r"<(.+?)>(?![0-9])", re.DOTALL)
#: What a value that is written as one word stands for, the first that the value has.
_MAIN = ("name", "role", "surname", "weekday", "text")


@dataclass(frozen=True)
class Way:
    """One way to say a value: the text without marks, and where the value's words stand in it."""

    kinds: frozenset[Kind]
    reference: date | None
    value: Any
    text: str
    start: int
    end: int
    among: bool
    is_found: bool

    @property
    def is_bare(self) -> bool:
        """Whether the text is the value's words and nothing else."""
        return (self.start, self.end) == (0, len(self.text))


def table(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def kinds_of(path: Path) -> frozenset[Kind]:
    return frozenset(Kind(kind) for kind in table(path)["kinds"])


def ways(path: Path) -> Iterator[Any]:
    """The ways of a table as test cases; those of a known gap must fail."""
    whole = table(path)
    for entry in whole["values"]:
        gap = entry.get("todo")
        marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap is not None else []
        for said in entry["say"]:
            among = isinstance(said, Mapping)
            marked = said["text"] if among else str(said)
            found = _MARKED.search(marked)
            words = found[1] if found is not None else marked
            text = marked if found is None else _MARKED.sub(r"\1", marked, count=1)
            start = found.start() if found is not None else 0
            reference = entry.get("reference", whole.get("reference"))
            end = start + len(words)
            is_found = found is not None or whole.get("alone") != "parse"
            kinds = kinds_of(path)
            way = Way(kinds, reference, entry["value"], text, start, end, among, is_found)
            yield pytest.param(way, marks=marks, id=f"{path.stem}: {marked}")


def found_in(text: str, kinds: frozenset[Kind], reference: date | None = None) -> list[Mention]:
    document = Document.from_text(text, published=reference)
    return [mention for mention in find_mentions(document) if mention.kind in kinds]


def parsed(words: str, kinds: frozenset[Kind], reference: date | None) -> Value | None:
    """The words read by the parser of the kind; of several kinds, by the first that can."""
    for kind in sorted(kinds):
        match kind:
            case Kind.DATE:
                value = dates.parse(words, reference=reference)
            case Kind.TIME:
                value = times.parse(words)
            case Kind.PERSON:
                value = people.parse(words)
            case Kind.OFFICE:
                value = offices.parse(words)
            case Kind.PLACE:
                value = places.parse(words)
            case Kind.ORG:
                value = orgs.parse(words)
            case Kind.QUOTE:
                value = quotes.parse(words)
            case Kind.QUANTITY | Kind.DURATION | Kind.AGE:
                value = units.parse(words)
            case _:
                value = numbers.parse(words)
        if value is not None:
            return value
    return None


def facets(value: Value, kind: Kind | None) -> dict[str, Any]:
    """The JSON form of a value, with the parts of a figure that it leaves out."""
    form = value_to_dict(value, kind=kind)
    amount = value.amount if isinstance(value, Measure) else value
    if isinstance(amount, Bounds):
        form |= {
            "nominal": amount.nominal,
            "digits": amount.digits,
            "leaves_out": amount.leaves_out,
        }
    if isinstance(value, Measure):
        form["base"] = {**form["base"], "nominal": value.base.nominal}
    return form


def expected(value: Any, form: Mapping[str, Any]) -> Mapping[str, Any]:
    """A value as the table writes it, as the part of the JSON form that it stands for."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, bool | int | float):
        return {"nominal": value}
    if "start" in form:
        start, _, end = str(value).partition("/")
        return {"start": start, "end": end} if end else {"start": start, "grain": "day"}
    return {next(key for key in _MAIN if key in form): value}


def differences(value: Any, form: Any, path: str = "") -> list[str]:
    """What of the expected value the form does not have."""
    if isinstance(value, Mapping) and isinstance(form, Mapping):
        return [
            line
            for key, part in value.items()
            for line in differences(part, form.get(key), f"{path}.{key}")
        ]
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, list | tuple) and isinstance(form, list) and len(value) == len(form):
        return [
            line
            for index, (one, other) in enumerate(zip(value, form, strict=True))
            for line in differences(one, other, f"{path}[{index}]")
        ]
    number = isinstance(value, int | float) and isinstance(form, int | float)
    same = form == pytest.approx(value, rel=1e-9) if number else form == value
    return [] if same else [f"{path.lstrip('.')}: {form!r}, not {value!r}"]


def check_value(expectation: Any, value: Value, kind: Kind | None) -> None:
    form = facets(value, kind)
    wrong = differences(expected(expectation, form), form)
    assert not wrong, "; ".join(wrong)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_has_its_negatives(path: Path):
    negatives = table(path)["negatives"]
    assert len(set(negatives)) == len(negatives) >= NEGATIVES


NEGATIVE = [
    pytest.param(kinds_of(path), text, id=f"{path.stem}: {text}")
    for path in TABLES
    for text in table(path)["negatives"]
]


@pytest.mark.parametrize(("kinds", "text"), NEGATIVE)
def test_find_finds_nothing_in_a_negative(kinds: frozenset[Kind], text: str):
    assert [(mention.kind.value, mention.text) for mention in found_in(text, kinds)] == []


WAYS = [way for path in TABLES for way in ways(path)]


@pytest.mark.parametrize("way", [way for way in WAYS if way.values[0].is_found])
def test_find_reads_every_way_to_say_a_value(way: Way):
    found = found_in(way.text, way.kinds, way.reference)
    words = way.text[way.start : way.end]
    there = [mention for mention in found if mention.span.start == way.start]
    spans = [mention.text for mention in (there if way.among else found)]
    assert spans == [words], f"found {[mention.text for mention in found]}"
    check_value(way.value, there[0].value, there[0].kind)


@pytest.mark.parametrize("way", [way for way in WAYS if way.values[0].is_bare])
def test_parse_reads_every_way_that_stands_alone(way: Way):
    value = parsed(way.text, way.kinds, way.reference)
    assert value is not None, "not read at all"
    check_value(way.value, value, next(iter(way.kinds)) if len(way.kinds) == 1 else None)

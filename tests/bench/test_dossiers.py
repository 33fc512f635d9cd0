"""What covers what, and how labelled pairs are read."""

from __future__ import annotations

import json
from pathlib import Path

from checker import Document, check, load_rules
from checker.model import Span
from tests.bench.dossiers import Quoted, folders, labels, natural, number_of, sets_apart, stories
from tests.bench.missed import NO_CLAIM, NO_MENTION, dossier, loss
from tests.bench.pairs import score

FIRST = "Twelve people were killed in Homs on Monday. The mayor wore a hat."
SECOND = "Nine people were killed in Homs on Monday. The mayor was bald at 5:14 a.m. local time."


def quoted(document: str, text: str, words: str, value: str) -> Quoted:
    at = text.index(words)
    return Quoted(document, Span(at, at + len(words)), words, value)


def write_label(path: Path, sides: tuple[Quoted, Quoted], verdict: str) -> None:
    rows = [
        {
            "doc": side.document,
            "start": side.span.start,
            "end": side.span.end,
            "quote": side.quote,
            "value": side.value,
        }
        for side in sides
    ]
    label = {"id": "x-1", "folder": "07_homs", "kind": "toll", "label": verdict, "why": "told so"}
    path.write_text(json.dumps({**label, "a": rows[0], "b": rows[1]}) + "\n", encoding="utf-8")


def folder_of(root: Path) -> Path:
    folder = root / "07_homs"
    folder.mkdir()
    (folder / "1.txt").write_text(FIRST, encoding="utf-8")
    (folder / "2.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_natural_puts_two_before_ten() -> None:
    assert sorted(["10_b", "2_a", "2_b"], key=natural) == ["2_a", "2_b", "10_b"]


def test_number_of_a_folder_is_what_its_name_begins_with() -> None:
    assert [number_of(name) for name in ("07_homs", "23_x", "homs")] == [7, 23, 0]


def test_folders_are_those_below_or_the_root_itself(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    assert folders(tmp_path) == [folder]
    assert folders(folder) == [folder]


def test_value_span_is_none_where_the_reader_put_the_value_in_other_words() -> None:
    assert quoted("1.txt", FIRST, "Twelve people", "12").value_span is None
    assert quoted("1.txt", FIRST, "Twelve people", "people").value_span == Span(7, 13)


def test_sets_apart_asks_for_two_sides() -> None:
    documents = [Document.from_text(FIRST, id="1.txt"), Document.from_text(SECOND, id="2.txt")]
    (finding,) = check(documents, rules=load_rules()).findings
    first = quoted("1.txt", FIRST, "Twelve people were killed", "12")
    second = quoted("2.txt", SECOND, "Nine people were killed", "9")
    elsewhere = quoted("2.txt", SECOND, "The mayor was bald", "bald")
    assert not sets_apart(finding, first, first)
    assert not sets_apart(finding, first, elsewhere)
    assert sets_apart(finding, first, second)
    assert sets_apart(finding, second, first)


def test_score_tells_what_is_found_and_what_no_label_speaks_of(tmp_path: Path) -> None:
    folder, path = folder_of(tmp_path), tmp_path / "labels.jsonl"
    sides = (quoted("1.txt", FIRST, "Twelve", "12"), quoted("2.txt", SECOND, "Nine", "9"))
    write_label(path, sides, "contradicts")
    told = labels(path)
    scored = score(folder, told, load_rules(), reasons=True)
    assert [pair.is_found for pair in scored.pairs] == [True]
    assert (scored.articles, len(scored.findings), scored.unlabelled) == (2, 1, ())
    assert len(score(folder, [], load_rules(), reasons=True).unlabelled) == 1


def test_score_counts_a_flagged_agreement_as_an_alarm(tmp_path: Path) -> None:
    folder, path = folder_of(tmp_path), tmp_path / "labels.jsonl"
    sides = (quoted("1.txt", FIRST, "Twelve", "12"), quoted("2.txt", SECOND, "Nine", "9"))
    write_label(path, sides, "agrees")
    (pair,) = score(folder, labels(path), load_rules(), reasons=True).pairs
    assert pair.is_alarm
    assert pair.lost is not None


def test_loss_tells_a_value_that_is_not_read_from_one_without_a_claim(tmp_path: Path) -> None:
    folder, path = folder_of(tmp_path), tmp_path / "labels.jsonl"
    seen = dossier(stories(folder), load_rules())
    words = (quoted("1.txt", FIRST, "a hat", "a hat"), quoted("2.txt", SECOND, "bald", "bald"))
    write_label(path, words, "contradicts")
    assert loss(labels(path)[0], seen).stage == NO_MENTION
    clock = (quoted("1.txt", FIRST, "Twelve", "Twelve"), quoted("2.txt", SECOND, "5:14", "5:14"))
    write_label(path, clock, "contradicts")
    assert loss(labels(path)[0], seen).stage == NO_CLAIM

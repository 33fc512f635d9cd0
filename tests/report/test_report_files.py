from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from checker.cli import main

NINE = "Nine people were killed in Lisbon on Monday when a tram left its rails.\n"
TWELVE = "Twelve people were killed in Lisbon on Monday when a tram left its rails.\n"
FORMATS = [("markdown", ".md"), ("json", ".json"), ("terminal", ".txt")]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Two folders, each with a story of the same name."""
    monkeypatch.chdir(tmp_path)
    for folder, text in (("first", NINE), ("second", TWELVE)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "s.txt").write_text(text, encoding="utf-8")
    return tmp_path


def check(*argv: str, format: str = "markdown", output: str = "reports") -> int:
    options = ["--date", "2024-03-05", "--format", format, "--output", output, "--quiet"]
    return main(["check", *argv, *options])


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("format", "suffix"), FORMATS)
def test_second_run_ends_as_the_first_and_changes_nothing(desk, format, suffix):
    assert check(".", format=format) == 1
    report = desk / f"reports/{desk.name}{suffix}"
    first = report.read_bytes()
    assert check(".", format=format) == 1
    assert written(desk / "reports") == [report.name]
    assert report.read_bytes() == first


@pytest.mark.parametrize("output", [".", "first"])
@pytest.mark.parametrize(("format", "suffix"), FORMATS)
def test_report_among_the_stories_is_not_read_as_one(desk, capsys, output, format, suffix):
    for _ in range(2):
        assert check(".", format=format, output=output) == 1
    main(["check", ".", "--format", "json"])
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert [document["path"] for document in documents] == ["first/s.txt", "second/s.txt"]


@pytest.mark.parametrize("format", ["markdown", "terminal"])
def test_report_that_a_shell_wrote_is_not_read_as_a_story(desk, capsys, format):
    check(".", format=format, output="-")
    (desk / "saved.txt").write_text(capsys.readouterr().out, encoding="utf-8")
    assert check(".") == 1
    assert "saved.txt" not in (desk / f"reports/{desk.name}.md").read_text(encoding="utf-8")


def test_report_that_is_named_is_read(desk, capsys):
    check(".")
    assert check(f"reports/{desk.name}.md", format="json", output="-") in (0, 1)
    assert json.loads(capsys.readouterr().out)["documents"]


def test_story_that_lies_in_a_folder_of_reports_is_read(desk, capsys):
    check(".")
    (desk / "reports/field.txt").write_text(NINE, encoding="utf-8")
    main(["check", ".", "--format", "json"])
    paths = [each["path"] for each in json.loads(capsys.readouterr().out)["documents"]]
    assert "reports/field.txt" in paths


@pytest.mark.parametrize(
    "text",
    [
        "<!-- made by checker -->\n" + NINE,
        "# Fact check: trams\n\nThe page was made by checker, a tool.\n",
        "made by checker\n" + NINE,
    ],
)
def test_story_that_speaks_of_the_checker_is_read(desk, capsys, text):
    (desk / "first/t.txt").write_text(text, encoding="utf-8")
    main(["check", "first", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 2


@pytest.mark.parametrize(
    ("format", "name", "text"),
    [
        ("markdown", "first.md", "Ask the harbour office.\n"),
        ("json", "first.json", '{"name": "trams"}\n'),
        ("terminal", "first.txt", "Ask the harbour office.\n"),
    ],
)
def test_file_of_somebody_else_is_not_written_over(desk, capsys, format, name, text):
    (desk / name).write_text(text, encoding="utf-8")
    assert check("first", format=format, output=".") == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"checker: {name} is there already and was not made by checker")
    assert said.err.count("\n") == 1
    assert (desk / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("format", "suffix"), FORMATS)
def test_stories_of_one_name_have_a_report_each(desk, format, suffix):
    for _ in range(2):
        check("first/s.txt", format=format)
        check("second/s.txt", format=format)
        assert written(desk / "reports") == [f"s{suffix}", f"second-s{suffix}"]
    if format != "terminal":  # which names no story where nothing is found
        assert "first/s.txt" in (desk / f"reports/s{suffix}").read_text(encoding="utf-8")


def test_reports_from_two_places_are_told_apart(desk, monkeypatch):
    for folder in ("first", "second"):
        monkeypatch.chdir(desk / folder)
        check("s.txt", output="../reports")
    assert written(desk / "reports") == ["s.md", "second-s.md"]


def test_other_drafts_of_one_folder_have_a_report_of_their_own(desk):
    for name in "abc":
        (desk / "first" / f"{name}.txt").write_text(NINE, encoding="utf-8")
    for _ in range(2):
        check("first/a.txt", "first/b.txt")
        check("first/b.txt", "first/c.txt")
        check("first")
    assert len(written(desk / "reports")) == 3


def test_report_keeps_its_place_when_a_source_is_added(desk):
    check("first/s.txt")
    check("first/s.txt", "--against", "second")
    assert written(desk / "reports") == ["s.md"]


def test_name_of_a_report_is_short_in_bytes(desk):
    (desk / ("電" * 80 + ".txt")).write_text(NINE, encoding="utf-8")
    assert check("電" * 80 + ".txt") == 0
    (name,) = written(desk / "reports")
    assert len(name.encode()) <= 103


def test_pipe_in_the_place_of_a_report_is_refused(desk, capsys):
    os.mkfifo(desk / "s.md")
    assert check("first/s.txt", output=".") == 2
    assert capsys.readouterr().err.count("\n") == 1

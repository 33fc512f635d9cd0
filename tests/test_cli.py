from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from checker.cli import COMMANDS, main

HEAD = "---\npublished: 2024-03-05\npublisher: {}\n---\n"
NINE = "Nine people were killed in Lisbon on Monday when a tram left its rails.\n"
TWELVE = "Twelve people were killed in Lisbon on Monday when a tram left its rails.\n"
FLOOR = "At least nine people were killed in Lisbon on Monday when a tram left its rails.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a draft and a source that disagree, and one that agrees with the source."""
    monkeypatch.chdir(tmp_path)
    for name, outlet, text in (
        ("draft.md", "Harbour Post", TWELVE),
        ("mended.md", "Harbour Post", NINE),
        ("sources/wire.txt", "Coast Wire", NINE),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD.format(outlet) + text, encoding="utf-8")
    return tmp_path


def run(*argv: str, cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "checker", *argv]
    env = os.environ | {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, check=False
    )


def one_line(text: str) -> bool:
    return text.startswith("checker: ") and text.count("\n") == 1 and text.endswith("\n")


def test_check_is_quiet_when_nothing_disagrees(desk, capsys):
    assert main(["check", "mended.md", "--against", "sources"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Nothing disagrees.")
    assert said.err == ""


def test_check_writes_a_report_and_ends_by_saying_where(desk, capsys):
    assert main(["check", "draft.md", "--against", "sources"]) == 1
    said = capsys.readouterr()
    assert said.out.endswith("Report: reports/draft.md\n")
    assert "draft.md:5:1: " in said.out
    assert "sources/wire.txt:5:1: " in said.out
    report = (desk / "reports/draft.md").read_text(encoding="utf-8")
    assert report.startswith("# Fact check: draft\n")
    assert "## 1. Error: " in report
    assert "`tolls.differ`" in report


def test_second_run_writes_over_the_first(desk):
    main(["check", "draft.md", "--against", "sources"])
    first = (desk / "reports/draft.md").read_bytes()
    main(["check", "draft.md", "--against", "sources"])
    assert [path.name for path in (desk / "reports").iterdir()] == ["draft.md"]
    assert (desk / "reports/draft.md").read_bytes() == first


def test_report_is_named_for_the_folder(desk):
    main(["check", "sources", "--output", "out"])
    assert (desk / "out/sources.md").is_file()


def test_report_of_two_drafts_is_named_for_their_folder(desk):
    main(["check", "draft.md", "mended.md", "--output", "out"])
    assert (desk / f"out/{desk.name}.md").is_file()


def test_report_never_writes_over_a_story(desk, capsys):
    before = (desk / "draft.md").read_bytes()
    assert main(["check", "draft.md", "--against", "sources", "--output", "."]) == 2
    assert (desk / "draft.md").read_bytes() == before
    assert one_line(capsys.readouterr().err)


def test_report_that_cannot_be_written_is_one_line(desk, capsys):
    assert main(["check", "draft.md", "--output", "sources/wire.txt"]) == 2
    said = capsys.readouterr()
    assert one_line(said.err)
    assert "sources/wire.txt" in said.err


def test_json_goes_to_standard_output(desk, capsys):
    assert main(["check", "draft.md", "--against", "sources", "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == 1
    assert [finding["rule"] for finding in said["findings"]] == ["tolls.differ"]
    assert not (desk / "reports").exists()


def test_json_goes_to_the_folder_that_is_named(desk, capsys):
    main(["check", "draft.md", "--against", "sources", "--format", "json", "--output", "out"])
    assert json.loads((desk / "out/draft.json").read_text(encoding="utf-8"))["findings"]
    assert capsys.readouterr().out.endswith("Report: out/draft.json\n")


def test_terminal_format_gives_the_reasons(desk, capsys):
    assert main(["check", "draft.md", "--against", "sources", "--format", "terminal"]) == 1
    said = capsys.readouterr().out
    assert "The same event?" in said
    assert "\x1b" not in said
    assert not (desk / "reports").exists()


def test_markdown_can_go_to_standard_output(desk, capsys):
    main(["check", "draft.md", "--against", "sources", "--output", "-"])
    assert capsys.readouterr().out.startswith("# Fact check: draft\n")


def test_every_format_says_the_same_findings(desk, capsys):
    said = {}
    for format in ("markdown", "json", "terminal"):
        main(["check", "draft.md", "--against", "sources", "--format", format, "--output", "-"])
        said[format] = capsys.readouterr().out
    for finding in json.loads(said["json"])["findings"]:
        assert finding["id"] in said["markdown"]
        assert finding["id"] in said["terminal"]


def test_quiet_prints_no_summary(desk, capsys):
    assert main(["check", "draft.md", "--against", "sources", "--quiet"]) == 1
    assert capsys.readouterr() == ("", "")
    assert (desk / "reports/draft.md").is_file()


def test_quiet_prints_a_report_that_goes_to_standard_output(desk, capsys):
    main(["check", "draft.md", "--against", "sources", "--quiet", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["findings"]


def test_draft_that_is_its_own_source_is_told_in_one_line(desk, capsys):
    assert main(["check", "draft.md", "--against", "draft.md"]) == 0
    said = capsys.readouterr().err
    assert one_line(said)
    assert "--against" in said


def test_entry_of_sources_yml_without_a_story_is_one_line_and_no_failure(desk, capsys):
    (desk / "sources/sources.yml").write_text("wire.txt: {}\nwirre.txt: {publisher: UNI}\n")
    assert main(["check", "mended.md", "--against", "sources"]) == 0
    said = capsys.readouterr().err
    assert one_line(said)
    assert "sources/sources.yml:2: there is no story wirre.txt; perhaps wire.txt" in said


@pytest.mark.parametrize(
    ("fail_on", "status"), [("never", 0), ("error", 1), ("warning", 1), ("note", 1)]
)
def test_fail_on_sets_what_makes_the_status_one(desk, fail_on, status):
    argv = ["check", "draft.md", "--against", "sources", "--quiet", "--fail-on", fail_on]
    assert main(argv) == status


def test_unsure_finding_fails_only_on_warning(desk):
    (desk / "sources/wire.txt").write_text(HEAD.format("Coast Wire") + FLOOR, encoding="utf-8")
    (desk / "draft.md").write_text(
        HEAD.format("Harbour Post") + FLOOR.replace("nine", "forty"), encoding="utf-8"
    )
    argv = ["check", "draft.md", "--against", "sources", "--quiet"]
    assert main(argv) == 0
    assert main([*argv, "--fail-on", "warning"]) == 1


def test_stories_without_sources_are_compared_with_each_other(desk):
    assert main(["check", "draft.md", "mended.md", "--quiet"]) == 1


def test_sources_are_not_compared_with_each_other(desk, capsys):
    (desk / "sources/post.txt").write_text(HEAD.format("Post") + TWELVE, encoding="utf-8")
    (desk / "other.md").write_text("The town hall opens again.\n", encoding="utf-8")
    assert main(["check", "other.md", "--against", "sources"]) == 0


def test_draft_that_lies_among_its_sources_is_read_once(desk, capsys):
    argv = ["check", "sources/wire.txt", "--against", ".", "--format", "json"]
    main(argv)
    said = json.loads(capsys.readouterr().out)
    paths = [document["path"] for document in said["documents"]]
    assert len(paths) == len(set(paths)) == 3
    assert {
        claim["document"] for f in said["findings"] for s in f["sides"] for claim in s["claims"]
    }


def test_draft_and_source_of_one_name_are_told_apart(desk, capsys):
    (desk / "sources/draft.md").write_text(HEAD.format("Coast Wire") + NINE, encoding="utf-8")
    assert main(["check", "draft.md", "--against", "sources", "--format", "json"]) == 1
    ids = [document["id"] for document in json.loads(capsys.readouterr().out)["documents"]]
    assert len(ids) == len(set(ids)) == 3


def test_draft_comes_from_standard_input(desk):
    done = run("check", "-", "--against", "sources", cwd=desk, stdin=HEAD.format("Post") + TWELVE)
    assert done.returncode == 1, done.stderr
    assert (desk / "reports/stdin.md").is_file()


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["check"], "DRAFT"),
        (["check", "--against", "sources", "draft.md"], "--against"),
        (["chekc", "draft.md"], "chekc"),
        (["check", "draft.md", "--format", "pdf"], "pdf"),
        (["check", "draft.md", "--date", "2024-02-31"], "2024-02-31"),
        (["check", "draft.md", "--date", "yesterday"], "2012-06-14"),
        (["check", "draft.md", "--rules", "nowhere"], "nowhere"),
        (["explain", "tolls.difer"], "tolls.differ"),
        (["rules", "show", "nothing.like-it"], "checker rules list"),
    ],
)
def test_wrong_usage_is_one_line_and_status_two(desk, capsys, argv, says):
    assert main(argv) == 2
    said = capsys.readouterr()
    assert one_line(said.err), said.err
    assert says in said.err
    assert said.out == ""


def test_wrong_rules_are_named_with_file_and_line(desk, capsys):
    rules = desk / "rules"
    rules.mkdir()
    (rules / "ours.yml").write_text("rules:\n  - id: ours.wrong\n    must: overlapp\n")
    assert main(["check", "draft.md", "--rules", "rules"]) == 2
    said = capsys.readouterr()
    assert all(line.startswith("checker: rules/ours.yml:") for line in said.err.splitlines())
    assert "overlapp" in said.err
    assert not (desk / "reports").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("photo.txt", b"\x00\x01\x02\xff\xd8" * 50),
        ("broken.md", b"---\npublished: [\n---\nTwelve people were killed.\n"),
        ("late.md", b"---\npublished: 2024-02-31\n---\nTwelve people were killed.\n"),
    ],
)
def test_unreadable_input_is_one_line_and_the_rest_is_checked(desk, capsys, name, content):
    if content is not None:
        (desk / name).write_bytes(content)
    assert main(["check", "draft.md", name, "--against", "sources"]) == 3
    said = capsys.readouterr()
    assert one_line(said.err), said.err
    assert name in said.err
    report = next((desk / "reports").glob("*.md")).read_text(encoding="utf-8")
    assert "could not be read" in report
    assert name in report
    assert "`tolls.differ`" in report


@pytest.mark.parametrize("name", ["a" * 5000, "loop", "no\nsuch.txt"])
def test_path_that_can_be_no_file_is_one_line(desk, capsys, name):
    (desk / "loop").symlink_to(desk / "loop")
    assert main(["check", name, "--against", "sources"]) == 3
    assert one_line(capsys.readouterr().err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device to write to")
def test_output_that_cannot_be_written_is_one_line(desk):
    command = f"'{sys.executable}' -m checker check draft.md --format json > /dev/full"
    done = subprocess.run(
        ["bash", "-c", command], cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert one_line(done.stderr)


def test_folder_without_stories_is_one_line(desk, capsys):
    (desk / "void").mkdir()
    assert main(["check", "void"]) == 3
    said = capsys.readouterr()
    assert one_line(said.err)
    assert "void" in said.err
    assert said.out == ""
    assert not (desk / "reports").exists()


def test_read_shows_date_evidence_and_sentences(desk, capsys):
    assert main(["read", "draft.md"]) == 0
    said = capsys.readouterr().out
    assert "Harbour Post" in said
    assert "5 March 2024 (front matter)" in said
    assert TWELVE.strip() in said


def test_read_gives_the_text_as_json(desk, capsys):
    assert main(["read", "draft.md", "--format", "json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    (sentence,) = [each for each in document["sentences"] if each["role"] == "body"]
    assert document["text"][sentence["start"] : sentence["end"]] == TWELVE.strip()


def test_claims_are_a_table(desk, capsys):
    assert main(["claims", "draft.md"]) == 0
    said = capsys.readouterr().out
    assert "Twelve people were killed" in said
    assert "Lisbon" in said


def test_claims_are_json_with_mentions_when_asked(desk, capsys):
    assert main(["claims", "draft.md", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "killed" in [claim["fact"] for claim in said["claims"]]
    assert "mentions" not in said
    assert main(["claims", "draft.md", "--format", "json", "--mentions"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {"number", "place", "date"} <= {mention["kind"] for mention in said["mentions"]}


def test_rules_are_listed_shown_and_explained(capsys):
    assert main(["rules", "list"]) == 0
    assert "tolls.differ" in capsys.readouterr().out
    assert main(["rules", "show", "tolls.differ"]) == 0
    assert "must: overlap" in capsys.readouterr().out
    assert main(["explain", "tolls.differ"]) == 0
    said = capsys.readouterr().out
    assert "why: " in said
    assert "must:" not in said


def test_rules_test_shows_what_came_instead(desk, capsys):
    (desk / "ours.yml").write_text(
        """
rules:
  - id: ours.tolls
    facts: [killed]
    when: {place: same, period: same, people: same}
    must: overlap
    severity: error
    examples:
      contradicts:
        - ["Nine people were killed in Lisbon on Monday.", "Nine died in Lisbon on Monday."]
      agrees:
        - ["Ten people were killed in Lisbon on Monday.", "Ten died in Lisbon on Monday."]
        - ["Six people were killed in Lisbon on Monday.", "Six died in Lisbon on Monday."]
"""
    )
    assert main(["rules", "test", "ours.yml"]) == 1
    said = capsys.readouterr().out
    assert "ours.yml:10" in said
    assert "expected  contradicts" in said
    assert said.endswith("3 examples of 1 rule: 1 not as expected\n")


def test_rule_shown_to_contributors_works(tmp_path, capsys):
    page = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (tmp_path / "arrests.yml").write_text(page.split("```yaml\n")[1].split("```")[0])
    assert main(["rules", "test", str(tmp_path)]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out == "3 examples of 1 rule: all as expected\n"


def test_version_and_help_load_nothing_heavy():
    heavy = {"yaml", "dateparser", "pint", "rapidfuzz", "rich", "checker.check", "checker.rulebook"}
    code = (
        "import sys\n"
        "from checker.cli import main\n"
        "main(['--version']); main(['check', '--help'])\n"
        f"print('heavy:', sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("checker ")
    assert "heavy: []" in done.stdout
    assert "examples:" in done.stdout


def test_reader_that_goes_away_is_no_error(desk):
    command = (
        f"'{sys.executable}' -m checker check draft.md --against sources --format json | head -c 1"
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=desk, capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.stdout == b"{"


def test_interrupt_is_one_line(capsys, monkeypatch):
    def interrupted(args):
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "check", interrupted)
    assert main(["check", "-"]) == 130
    assert capsys.readouterr() == ("", "checker: interrupted\n")


def test_terminal_of_another_encoding_is_no_error(desk):
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "checker", "check", "draft.md", "--against", "sources"]
    done = subprocess.run(command, cwd=desk, env=env, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr == b""


def test_package_gives_the_functions_whatever_was_imported_before():
    code = (
        "import checker.check\n"
        "from checker import Document, check, load_rules\n"
        "assert callable(check) and callable(load_rules)\n"
        "assert check is checker.check\n"
        "draft = Document.from_text('Nine people were killed in Lisbon.', id='a')\n"
        "assert check([draft]).findings == ()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_python_interface_checks_a_draft_against_sources(desk):
    from checker import Document, check

    draft = Document.from_text(TWELVE, id="draft", published=date(2024, 3, 5))
    source = Document.from_text(NINE, id="wire", published=date(2024, 3, 5))
    result = check([draft], against=[source])
    (finding,) = result.findings
    assert finding.rule == "tolls.differ"
    assert json.loads(json.dumps(result.to_dict()))["findings"]

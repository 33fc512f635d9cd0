"""What the papers of the house say is so: commands, outputs, pages, keys and links."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from checker import cli
from checker.arguments import parse
from checker.cli import main
from checker.model import Assertion, How, Kind, Role, Severity, Status
from checker.normalise.lexicon import load
from checker.rulebook import load_rules
from checker.values import Grain, Hedge, Mode, Verdict

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "reports/README.md", "corpus/README.md")
    for path in ROOT.glob(pattern)
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs/json.md").read_text(encoding="utf-8")
#: Two stories with what the corpus lacks: a weekday and a day without a year, a speed, a vote.
LINES = (
    "The council met on Tuesday and again two days earlier; the storm of 5 March blew at 50 mph.\n"
    "It has sat for the past six days, and voted by 341 votes to 96.\n"
)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[list[str]]:
    """The `checker` commands of a page's shell blocks, without redirections and comments."""
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    last = [line.split("&&")[-1].strip().removeprefix(".venv/bin/") for line in lines]
    return [shlex.split(line, comments=True)[1:] for line in last if line.startswith("checker ")]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    prose = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), f"{page.name} links to {target}"
        if anchor:
            assert anchor in anchors(linked.read_text(encoding="utf-8")), target


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_made_pages_have_not_drifted():
    command = [sys.executable, str(ROOT / "tools/build_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_rule_has_its_page():
    pages = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/rules").glob("*.md")
    }
    for rule in load_rules().rules:
        assert rule.where is not None
        assert f"## {rule.id}\n" in pages[Path(rule.where.path).stem + ".md"]
        assert f"[{rule.id}](" in pages["README.md"]
        assert rule.title, rule.id
        assert rule.why, rule.id
        assert rule.do, rule.id
        assert rule.see, rule.id


def test_readme_has_the_two_commands_that_stand_alone():
    alone = [block.strip() for block in blocks(README, "sh") if "venv" in block]
    assert len(alone) == 2
    start = "python3.11 -m venv .venv && .venv/bin/pip install -q -e "
    assert alone[0] == f"{start}. && .venv/bin/checker check corpus/war-tolls"
    assert alone[1] == f"{start}'.[dev]' && .venv/bin/pytest"


def test_readme_commands_can_be_said():
    said = commands(README)
    assert len(said) >= 6
    for argv in said:
        assert parse(argv).command in cli.COMMANDS


def test_readme_demo_says_where_its_report_lies(tmp_path, monkeypatch, capsys):
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    assert main(commands(README)[0]) == 1
    assert capsys.readouterr().out.endswith("\nReport: reports/war-tolls.md\n")
    (excerpt,) = re.findall(r"^````markdown\n(.*?)\n````$", README, re.MULTILINE | re.DOTALL)
    assert excerpt.startswith("## ")
    assert excerpt in Path("reports/war-tolls.md").read_text(encoding="utf-8")


def test_readme_tells_each_option_of_check(capsys):
    main(["check", "--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out.partition("options:")[2]))
    table = set(re.findall(r"^\| `(--[a-z-]+)", README, re.MULTILINE))
    assert table == options - {"--help"}


def test_readme_tells_each_exit_status():
    table = {int(status) for status in re.findall(r"^\| (\d) \|", README, re.MULTILINE)}
    assert table == {cli.OK, cli.FOUND, cli.USAGE, cli.UNREAD}


def test_readme_python_prints_what_it_says(capsys):
    (code,) = blocks(README, "python")
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip() == code.rstrip().rpartition("# ")[2]


def test_readme_rules_of_your_own_load(tmp_path):
    (text,) = (block for block in blocks(README, "yaml") if block.startswith("rules:"))
    (tmp_path / "ours.yml").write_text(text, encoding="utf-8")
    book, shipped = load_rules(tmp_path), load_rules()
    changed = {rule.id for rule in book.rules if rule != shipped.rule(rule.id)}
    assert changed == {entry["id"] for entry in yaml.safe_load(text)["rules"]}


def test_readme_hook_is_the_one_that_is_offered():
    (text,) = (block for block in blocks(README, "yaml") if block.startswith("repos:"))
    (hook,) = yaml.safe_load(text)["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == offered["id"]
    assert parse([*shlex.split(offered["entry"])[1:], *hook["args"], "a.md"]).against


def test_architecture_names_the_floors_in_their_order():
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    with (ROOT / "pyproject.toml").open("rb") as file:
        (contract,) = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    floors = [layer.removeprefix("checker.") for layer in contract["layers"]]
    drawn = re.findall(r"^    ([a-z]+)/? {2,}\S", page.partition("## Floors")[2], re.MULTILINE)
    assert drawn == floors


def test_architecture_names_no_file_that_is_not_there():
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    there = {path.name for path in ROOT.rglob("*.py")}
    named = set(re.findall(r"\b([a-z_]+\.py)\b", page)) - {"context.py"}
    assert named <= there, sorted(named - there)


@cache
def keys_said() -> frozenset[str]:
    """Every key of docs/json.md: whatever stands in backticks."""
    return frozenset(re.findall(r"`([^`\s]+)`", JSON))


def keys_of(value: object, *, without: tuple[str, ...] = ("qualifiers", "qualified")) -> set[str]:
    """All keys of some JSON; those of a qualifier are names, not keys."""
    if isinstance(value, list):
        return {key for item in value for key in keys_of(item)}
    if not isinstance(value, dict):
        return set()
    inner = {key for name, item in value.items() if name not in without for key in keys_of(item)}
    return inner | value.keys()


def test_json_page_tells_every_key(tmp_path, monkeypatch, capsys):
    (tmp_path / "lines.txt").write_text(LINES, encoding="utf-8")
    story = str(tmp_path / "lines.txt")
    monkeypatch.chdir(ROOT)
    printed: set[str] = set()
    for argv in (
        ["check", "corpus", story, "nowhere.txt"],
        ["claims", "corpus", story, "--mentions"],
        ["read", story],
    ):
        main([*argv, "--format", "json"])
        printed |= keys_of(json.loads(capsys.readouterr().out))
    assert printed <= keys_said(), sorted(printed - keys_said())
    first = "\n".join(re.findall(r"^\| (`[^|]+) \|", JSON, re.MULTILINE))
    told = set(re.findall(r"`([a-z_]+)`", first)) - {kind.value for kind in Kind}
    assert told <= printed, sorted(told - printed)


@pytest.mark.parametrize(
    "kinds", [Assertion, Grain, Hedge, How, Kind, Mode, Role, Severity, Status, Verdict]
)
def test_json_page_tells_every_member(kinds: type[StrEnum]):
    for member in kinds:
        assert member is Mode.ON or f"`{member.value}`" in JSON, member


def test_json_page_tells_the_base_of_every_dimension():
    for dimension in load("units"):
        assert f"`{dimension}`" in JSON.partition("Base units")[2], dimension


def test_changelog_has_this_version():
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {version('fact-consistency')} " in page

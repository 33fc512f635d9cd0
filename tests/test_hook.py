"""The hook in the real pre-commit: a contradiction stops a commit, a mended draft passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checker.cli import main

ROOT = Path(__file__).parent.parent
SOURCE = """---
published: 2024-03-05
publisher: Coast Wire
---
Nine people were killed in Lisbon on Monday when a tram left its rails.
"""
WRONG = """---
published: 2024-03-05
publisher: Harbour Post
---
# Tram leaves its rails

Twelve people were killed in Lisbon on Monday when a tram left its rails.
"""
MENDED = WRONG.replace("Twelve", "Nine")


@pytest.fixture
def env(tmp_path):
    """The environment of a person with a plain git, whatever this one is run in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {
        f"GIT_{role}_{part}": "desk@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    return (
        kept
        | who
        | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
    )


@pytest.fixture
def desk(tmp_path, env):
    """A desk's repository: a folder of sources, and one of drafts that is still empty."""
    desk = tmp_path / "desk"
    write(desk / "sources" / "wire.txt", SOURCE)
    run("git", "init", "--quiet", cwd=desk, env=env)
    return desk


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(
    *command: str, cwd: Path, env: dict[str, str], ok: bool = True
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert not ok or done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done


def commit(desk: Path, env: dict[str, str], message: str) -> subprocess.CompletedProcess[str]:
    run("git", "add", "--all", cwd=desk, env=env)
    return run("git", "commit", "-m", message, cwd=desk, env=env, ok=False)


def our_hook() -> dict[str, object]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hook


def configure(desk: Path, env: dict[str, str], repo: dict[str, object]) -> None:
    write(desk / ".pre-commit-config.yaml", yaml.safe_dump({"repos": [repo]}))
    run("pre-commit", "install", cwd=desk, env=env)


def hold_a_desk_to_its_sources(desk: Path, env: dict[str, str]) -> None:
    """What every installation of the hook must do."""
    first = commit(desk, env, "the sources")
    assert first.returncode == 0, first.stdout + first.stderr

    write(desk / "drafts" / "tram.md", WRONG)
    stopped = commit(desk, env, "a draft that contradicts its source")
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode != 0, said
    assert "drafts/tram.md:7:" in said
    assert "sources/wire.txt:5:" in said
    assert "tolls.differ" in said

    write(desk / "drafts" / "tram.md", MENDED)
    mended = commit(desk, env, "the mended draft")
    assert mended.returncode == 0, mended.stdout + mended.stderr
    log = run("git", "log", "--format=%s", cwd=desk, env=env).stdout
    assert log.splitlines() == ["the mended draft", "the sources"]


def test_hook_stops_a_contradiction_and_lets_the_mended_draft_pass(desk, env):
    hook = our_hook() | {
        "language": "system",
        "entry": f"{sys.executable} -m {our_hook()['entry']}",
        "files": "^drafts/",
        "args": ["--against", "sources/"],
    }
    configure(desk, env, {"repo": "local", "hooks": [hook]})
    hold_a_desk_to_its_sources(desk, env)


@pytest.fixture
def house(tmp_path, env):
    """The project as it stands here, committed to a repository that pre-commit can clone."""
    listing = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(listing, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this is no git checkout, so there is nothing that pre-commit could clone")
    house = tmp_path / "house"
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (house / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, house / name)
    run("git", "init", "--quiet", cwd=house, env=env)
    run("git", "add", "--all", cwd=house, env=env)
    run("git", "commit", "--quiet", "-m", "as it stands", cwd=house, env=env)
    return house


@pytest.fixture
def online(tmp_path, env):
    """pre-commit installs the hook from a package index; only CI may not do without one."""
    pip = [sys.executable, "-m", "pip", "--timeout", "10", "--retries", "0", "--quiet"]
    wanted = [*pip, "download", "--no-deps", "--dest", str(tmp_path / "index"), "hatchling"]
    if subprocess.run(wanted, env=env, capture_output=True, check=False).returncode != 0:
        assert not os.environ.get("CI"), "no package index can be reached"
        pytest.skip("no package index can be reached")


@pytest.mark.usefixtures("online")
def test_hook_works_as_pre_commit_installs_it(desk, env, house):
    head = run("git", "rev-parse", "HEAD", cwd=house, env=env).stdout.strip()
    used = {"id": "fact-consistency", "files": "^drafts/", "args": ["--against", "sources/"]}
    configure(desk, env, {"repo": str(house), "rev": head, "hooks": [used]})
    hold_a_desk_to_its_sources(desk, env)


def test_hook_is_silent_without_drafts(capsys):
    assert main(["hook", "--against", "sources/"]) == 0
    assert capsys.readouterr() == ("", "")


def test_hook_is_silent_when_nothing_is_wrong(desk, capsys, monkeypatch):
    write(desk / "drafts" / "tram.md", MENDED)
    monkeypatch.chdir(desk)
    assert main(["hook", "--against", "sources/", "drafts/tram.md"]) == 0
    assert capsys.readouterr() == ("", "")


def test_hook_compares_staged_drafts_with_each_other(desk, capsys, monkeypatch):
    write(desk / "drafts" / "tram.md", WRONG)
    write(desk / "drafts" / "late.md", MENDED)
    monkeypatch.chdir(desk)
    assert main(["hook", "drafts/late.md", "drafts/tram.md"]) == 1
    assert "drafts/tram.md:7:" in capsys.readouterr().out


def test_hook_says_nothing_of_what_only_the_sources_disagree_on(desk, capsys, monkeypatch):
    write(desk / "sources" / "post.txt", WRONG)
    write(desk / "drafts" / "other.md", "The town hall of Porto opens again on Friday.\n")
    monkeypatch.chdir(desk)
    assert main(["hook", "--against", "sources/", "drafts/other.md"]) == 0
    assert capsys.readouterr() == ("", "")


def test_hook_takes_several_folders(desk, capsys, monkeypatch):
    write(desk / "wire" / "more.txt", "A bridge opened in Porto on Friday.\n")
    write(desk / "drafts" / "tram.md", WRONG)
    monkeypatch.chdir(desk)
    assert main(["hook", "--against", "wire/", "--against", "sources/", "drafts/tram.md"]) == 1
    assert "SKIP=fact-consistency" in capsys.readouterr().out


def test_hook_tells_of_a_missing_folder(desk, capsys, monkeypatch):
    write(desk / "drafts" / "tram.md", MENDED)
    monkeypatch.chdir(desk)
    assert main(["hook", "--against", "nowhere/", "drafts/tram.md"]) == 3
    assert "nowhere" in capsys.readouterr().err

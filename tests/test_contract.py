from __future__ import annotations

import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent


def test_each_floor_imports_only_the_floors_under_it(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_contract_names_every_floor():
    with (ROOT / "pyproject.toml").open("rb") as file:
        contract = tomllib.load(file)["tool"]["importlinter"]["contracts"][0]
    named = {name.strip("()") for layer in contract["layers"] for name in layer.split(" | ")}
    parts = (ROOT / "checker").iterdir()
    modules = {f"checker.{part.stem}" for part in parts if part.suffix in ("", ".py")}
    missing = modules - named - {"checker.__init__", "checker.__main__", "checker.__pycache__"}
    assert not missing, f"on no floor: {sorted(missing)}"

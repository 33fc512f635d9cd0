"""A cross-source fact-consistency checker for editors.

    from checker import Document, check, load_rules

    draft = Document.from_text("…", id="draft", published=date(2012, 6, 14))
    result = check([draft], against=sources, rules=load_rules())

What is named in `__all__` is loaded when it is first used, so that `import checker` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.check import Result, check
    from checker.errors import CheckerError
    from checker.model import Document, Finding, Severity
    from checker.read import read_paths
    from checker.rulebook import load_rules
    from checker.values import Verdict

__all__ = [
    "CheckerError",
    "Document",
    "Finding",
    "Result",
    "Severity",
    "Verdict",
    "check",
    "load_rules",
    "read_paths",
]

_HOMES = {
    "CheckerError": "checker.errors",
    "Document": "checker.model",
    "Finding": "checker.model",
    "Result": "checker.check",
    "Severity": "checker.model",
    "Verdict": "checker.values",
    "check": "checker.check",
    "load_rules": "checker.rulebook",
    "read_paths": "checker.read",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """The package, in which `check` is the function and not the module of that name.

    Importing a module binds it in its package; without this `from checker import check` would
    give one or the other, by what was imported before.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name == "check" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package

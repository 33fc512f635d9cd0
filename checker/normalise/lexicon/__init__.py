"""The words, as commented YAML in a folder a language, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

#: The language whose folder is read; another language will be another folder.
LANGUAGE = "en"


@cache
def load(name: str) -> Any:
    """The content of `<language>/<name>.yml`; on, off, yes and no are words in it, not booleans."""
    import yaml

    text = files(__name__).joinpath(LANGUAGE, f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_loader())


@cache
def _loader() -> Any:
    """YAML's safe loader without the booleans of YAML 1.1 that are everyday words."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, form) for tag, form in known if not tag.endswith(":bool") or first in "tTfF"]
        for first, known in base.yaml_implicit_resolvers.items()
    }
    return type("WordLoader", (base,), {"yaml_implicit_resolvers": resolvers})

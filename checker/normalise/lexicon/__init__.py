"""The words, as commented YAML in a folder a language, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

#: The language whose folder is read; another language will be another folder.
LANGUAGE = "en"


@cache
def load(name: str) -> Any:
    """The content of `<language>/<name>.yml`."""
    import yaml

    text = files(__name__).joinpath(LANGUAGE, f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

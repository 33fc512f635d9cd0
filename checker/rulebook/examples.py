"""The examples of a rule: stories, and what is said of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.rulebook.records import Example, Examples, Item
from checker.rulebook.yaml_file import RuleFile

if TYPE_CHECKING:
    from yaml import Node

_EXAMPLE_KEYS = ("contradicts", "unsure", "agrees", "todo")
_ITEM_KEYS = ("text", "published", "publisher", "origin", "origins")


def read_examples(file: RuleFile, node: Node) -> Examples:
    """The examples of a rule; too few of a kind, and whatever else is wrong, is told."""
    found: dict[str, tuple[Example, ...]] = {}
    for key, entry in file.fields(node, "examples", _EXAMPLE_KEYS).items():
        read = (_example(file, example) for example in file.entries(entry, key))
        found[key] = tuple(example for example in read if example is not None)
    examples = Examples(**found)
    if not examples.contradicts and not examples.unsure:
        file.wrong(
            node,
            "the rule shows no example of what it flags",
            "add one under `contradicts:` or `unsure:`",
        )
    if len(examples.agrees) < 2:
        file.wrong(
            node,
            f"the rule has {len(examples.agrees)} examples of what stays silent",
            "add at least two under `agrees:`",
        )
    return examples


def _example(file: RuleFile, node: Node) -> Example | None:
    """A list of stories, or one story alone."""
    from yaml import SequenceNode

    nodes = node.value if isinstance(node, SequenceNode) else [node]
    items = [item for item in (_item(file, entry) for entry in nodes) if item is not None]
    if not nodes:
        file.wrong(node, "the example has no story", "write one or more sentences")
    return Example(tuple(items), file.where(node)) if len(items) == len(nodes) and items else None


def _item(file: RuleFile, node: Node) -> Item | None:
    from yaml import MappingNode, ScalarNode

    if not isinstance(node, MappingNode):
        # The line breaks of a block are the story's own.
        text = file.text(node, "story")
        return Item(str(node.value) if isinstance(node, ScalarNode) else text) if text else None
    keys = file.fields(node, "story", _ITEM_KEYS)
    if "text" not in keys:
        file.wrong(node, "the story has no “text”", "add `text:`")
        return None
    if not file.text(keys["text"], "text"):
        return None
    origins = [
        words
        for key in ("origin", "origins")
        if key in keys
        for words, _ in file.texts(keys[key], key)
    ]
    return Item(
        text=str(keys["text"].value),
        published=_day(file, keys["published"]) if "published" in keys else None,
        publisher=file.text(keys["publisher"], "publisher") if "publisher" in keys else "",
        origins=tuple(origins),
    )


def _day(file: RuleFile, node: Node) -> date | None:
    words = file.text(node, "published")
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        file.wrong(node, f"“{words}” is no day", "write it as 2012-01-31")
        return None

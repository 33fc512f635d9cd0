"""Rule files to a rulebook: the shipped ones first, then each folder over the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from checker.errors import RuleError, RuleErrors, Where
from checker.model import Severity
from checker.rulebook.phrase import PhraseError, SlotNode, parse_phrase, walk
from checker.rulebook.records import (
    MESSAGE_FIELDS,
    QUALIFIERS,
    SLOT_KINDS,
    VALUES,
    Condition,
    Dimension,
    Example,
    Examples,
    Fact,
    Item,
    Likeness,
    Must,
    Reach,
    Relation,
    Rule,
    Rulebook,
)
from checker.rulebook.yaml_file import RuleFile, guess

if TYPE_CHECKING:
    from yaml import Node

_FACT_ID = re.compile(r"[a-z][a-z0-9_-]*\Z")
_RULE_ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)+\Z")

_FACT_KEYS = ("title", "value", "say", "also", "not", "like", "qualify")
_RULE_KEYS = (
    "id",
    "title",
    "facts",
    "when",
    "must",
    "severity",
    "soften",
    "message",
    "why",
    "see",
    "do",
    "within",
    "off",
    "examples",
)
_EXAMPLE_KEYS = ("contradicts", "unsure", "agrees", "todo")
_ITEM_KEYS = ("text", "published", "publisher", "origin", "origins")


@dataclass(slots=True)
class _Shelf:
    """What is read so far. `named` holds the ids of facts that were written, right or wrong."""

    facts: dict[str, Fact] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    fact_lists: list[tuple[RuleFile, str, Node]] = field(default_factory=list)
    errors: list[RuleError] = field(default_factory=list)


def shipped_rules() -> Path:
    """The folder of the rules that come with the checker."""
    return _shipped("rules")


def shipped_corpus() -> Path:
    """The folder of the demonstration stories that come with the checker."""
    return _shipped("corpus")


def _shipped(name: str) -> Path:
    """Inside the wheel the folder lies in the package, in a checkout beside it."""
    package = Path(str(files("checker")))
    inside = package / "shipped" / name
    return inside if inside.is_dir() else package.parent / name


def load_rules(*folders: Path, shipped: bool = True) -> Rulebook:
    """The rulebook of the shipped rules and of a newsroom's folders (or single files).

    A later folder adds to the earlier ones, or overrides by id: a rule with a `must` of its own,
    or a fact with a `value`, replaces the earlier one; any other keys change only themselves.

    Raises RuleErrors with everything that is wrong in all of the files.
    """
    shelf = _Shelf()
    layers = [shipped_rules(), *folders] if shipped else list(folders)
    for layer in layers:
        _read_layer(Path(layer), shelf)
    for file, id, node in shelf.fact_lists:
        if id not in shelf.named:
            file.wrong(node, f"unknown fact “{id}”", guess(id, sorted(shelf.named)))
    if shelf.errors:
        raise RuleErrors(sorted(shelf.errors, key=_place))
    return Rulebook(shelf.facts, tuple(shelf.rules.values()))


def _place(error: RuleError) -> tuple[str, int, int]:
    where = error.where or Where("")
    return where.path, where.line or 0, where.column or 0


def _read_layer(layer: Path, shelf: _Shelf) -> None:
    paths = [layer] if layer.is_file() else sorted(_yaml_files(layer))
    if not paths:
        problem = "holds no rule file" if layer.is_dir() else "no such folder of rules"
        remedy = "name a folder with .yml files in it"
        shelf.errors.append(RuleError(problem, remedy=remedy, where=Where(str(layer))))
    seen: dict[str, Where] = {}
    for path in paths:
        file = RuleFile(str(path), shelf.errors)
        root = file.root(path)
        if root is None:
            continue
        parts = file.fields(root, "the file", ("facts", "rules"))
        if "facts" in parts:
            for id, node in file.fields(parts["facts"], "facts").items():
                if _is_new(file, node, f"fact {id}", seen):
                    _read_fact(file, id, node, shelf)
        if "rules" in parts:
            for node in file.entries(parts["rules"], "rules"):
                _read_rule(file, node, shelf, seen)


def _yaml_files(folder: Path) -> Iterable[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in {".yml", ".yaml"} and not hidden and path.is_file():
            yield path


def _is_new(file: RuleFile, node: Node, name: str, seen: dict[str, Where]) -> bool:
    where = file.where(node)
    first = seen.setdefault(name, where)
    if first is not where:
        file.wrong(node, f"{name} is defined a second time", f"it stands in {first} already")
    return first is where


def _read_fact(file: RuleFile, id: str, node: Node, shelf: _Shelf) -> None:
    shelf.named.add(id)
    if not _FACT_ID.match(id):
        file.wrong(node, f"“{id}” is no id for a fact", "use small letters, digits and hyphens")
    keys = file.fields(node, f"fact {id}", _FACT_KEYS)
    earlier = shelf.facts.get(id)
    given: dict[str, Any] = {"id": id, "where": file.where(node)}
    if earlier is not None and "value" not in keys:
        given = {key: getattr(earlier, key) for key in Fact.__slots__} | given
    elif not keys:
        return
    for key in ("title", "value"):
        if key not in keys and key not in given:
            file.wrong(node, f"fact {id} has no “{key}”", f"add `{key}:`")
    if "title" in keys:
        given["title"] = file.text(keys["title"], "title")
    if "value" in keys:
        given["value"] = _known(file, keys["value"], "value", VALUES)
        kinds = [kind for name in given["value"] for kind in SLOT_KINDS[name]]
        given["kinds"] = tuple(dict.fromkeys(kinds))
    if "like" in keys:
        given["like"] = file.choice(keys["like"], "like", Likeness) or Likeness.NONE
    if "qualify" in keys:
        names = _known(file, keys["qualify"], "qualifier", [name.value for name in QUALIFIERS])
        given["qualify"] = tuple(Dimension(name) for name in names)
    value = given.get("value", ())
    if "say" in keys:
        given["say"] = _phrases(file, keys["say"], value)
    if "also" in keys:
        given["say"] = (*given.get("say", ()), *_phrases(file, keys["also"], value))
    if "not" in keys:
        given["not_"] = _phrases(file, keys["not"], ())
    if "say" not in given and not given.get("like"):
        file.wrong(node, f"fact {id} is never found", "add `say:` phrases or `like:`")
    if "title" in given and "value" in given:
        shelf.facts[id] = Fact(**given)


def _known(file: RuleFile, node: Node, what: str, names: Iterable[str]) -> tuple[str, ...]:
    """Words that must be among the names; those that are not are told and left out."""
    found: list[str] = []
    known = list(names)
    for words, entry in file.texts(node, what):
        if words in known:
            found.append(words)
        else:
            file.wrong(entry, f"unknown {what} “{words}”", guess(words, known))
    return tuple(dict.fromkeys(found))


def _phrases(file: RuleFile, node: Node, value: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases that are right; with a `value`, each must have a slot for it."""
    found: list[str] = []
    for words, entry in file.texts(node, "phrase"):
        try:
            nodes = parse_phrase(words)
        except PhraseError as error:
            problem = f"{error.problem} in the phrase “{words}”"
            file.wrong(entry, problem, error.remedy, error.offset)
            continue
        slots = {node.name for node in walk(nodes) if isinstance(node, SlotNode)}
        if value and not slots & set(value):
            wanted = " or ".join(f"{{{name}}}" for name in value)
            file.wrong(
                entry,
                f"the phrase “{words}” has no slot for the fact's value",
                f"put {wanted} where the value stands",
            )
        found.append(words)
    return tuple(found)


def _read_rule(file: RuleFile, node: Node, shelf: _Shelf, seen: dict[str, Where]) -> None:
    keys = file.fields(node, "rule", _RULE_KEYS)
    if "id" not in keys:
        if keys:
            file.wrong(node, "the rule has no “id”", "add an id such as `tolls.differ`")
        return
    id = file.text(keys["id"], "id")
    if not id or not _is_new(file, keys["id"], f"rule {id}", seen):
        return
    if not _RULE_ID.match(id):
        remedy = "name topic and defect in small letters, such as `tolls.differ`"
        file.wrong(keys["id"], f"“{id}” is no id for a rule", remedy)
    earlier = shelf.rules.get(id)
    given: dict[str, Any] = {"id": id, "where": file.where(node)}
    if earlier is not None and "must" not in keys:
        given = {key: getattr(earlier, key) for key in Rule.__slots__} | given
    else:
        _check_complete(file, node, id, keys, shelf)
    before = len(file.errors)
    given |= _rule_fields(file, keys, shelf)
    _check_softer(file, keys, given)
    if len(file.errors) == before and {"facts", "must", "severity", "examples"} <= set(given):
        shelf.rules[id] = Rule(**given)


def _check_complete(
    file: RuleFile, node: Node, id: str, keys: dict[str, Node], shelf: _Shelf
) -> None:
    missing = [key for key in ("facts", "must", "severity", "examples") if key not in keys]
    if "must" in missing and shelf.rules and not {"facts", "examples"} & set(keys):
        remedy = guess(id, sorted(shelf.rules))
        file.wrong(node, f"there is no earlier rule {id} to override", remedy)
        return
    for key in missing:
        file.wrong(node, f"rule {id} has no “{key}”", f"add `{key}:`")


def _rule_fields(file: RuleFile, keys: dict[str, Node], shelf: _Shelf) -> dict[str, Any]:
    """The parts of a rule that are given, checked; a part that is wrong is told and left out."""
    given: dict[str, Any] = {}
    for key in ("title", "message", "why", "see", "do"):
        if key in keys:
            given[key] = file.text(keys[key], key)
    if "facts" in keys:
        ids = file.texts(keys["facts"], "facts")
        given["facts"] = tuple(id for id, _ in ids)
        shelf.fact_lists.extend((file, id, entry) for id, entry in ids)
        if not ids:
            file.wrong(keys["facts"], "the rule speaks of no fact", "name one fact or more")
    if "when" in keys:
        found = file.pairs(keys["when"], "when", Dimension, Relation)
        given["when"] = tuple((Dimension(key), relation) for key, relation in found.items())
    if "soften" in keys:
        softer = file.pairs(keys["soften"], "soften", Condition, Severity)
        given["soften"] = tuple((Condition(key), severity) for key, severity in softer.items())
    if "must" in keys:
        given["must"] = file.choice(keys["must"], "must", Must)
    if "severity" in keys:
        given["severity"] = file.choice(keys["severity"], "severity", Severity)
    if "within" in keys:
        given["within"] = file.choice(keys["within"], "within", Reach)
    if "off" in keys:
        given["off"] = file.flag(keys["off"], "off")
    if "message" in keys:
        _check_message(file, keys["message"], given["message"])
    if "examples" in keys:
        given["examples"] = _examples(file, keys["examples"])
    return given


def _check_softer(file: RuleFile, keys: dict[str, Node], given: dict[str, Any]) -> None:
    """`soften` only lowers: what it gives is below the rule's own severity."""
    severity = given.get("severity")
    if severity is None or "soften" not in keys:
        return
    for condition, softer in given["soften"]:
        if softer.rank >= severity.rank:
            problem = f"soften: {softer} for {condition} is no lower than the rule's {severity}"
            file.wrong(keys["soften"], problem, "give a lower severity, or leave it out")


def _check_message(file: RuleFile, node: Node, message: str) -> None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
    except ValueError:
        file.wrong(node, "the message has a brace without its partner", "write a brace as {{ or }}")
        return
    for name in names:
        if name not in MESSAGE_FIELDS:
            file.wrong(node, f"the message names {{{name}}}", guess(name, MESSAGE_FIELDS))


def _examples(file: RuleFile, node: Node) -> Examples:
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

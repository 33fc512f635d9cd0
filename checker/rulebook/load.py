"""Rule files to a rulebook: the shipped ones first, then each folder over the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from checker.errors import RuleError, RuleErrors, Where
from checker.model import Severity
from checker.rulebook.examples import read_examples
from checker.rulebook.phrase import PhraseError, SlotNode, parse_phrase, walk
from checker.rulebook.records import (
    ASKED,
    MESSAGE_FIELDS,
    PART_AND_WHOLE,
    QUALIFIERS,
    SLOT_KINDS,
    VALUES,
    Condition,
    Dimension,
    Fact,
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


@dataclass(slots=True)
class _Shelf:
    """What is read so far. `named` holds the ids of facts that were written, right or wrong."""

    facts: dict[str, Fact] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    fact_lists: list[tuple[RuleFile, str, Node]] = field(default_factory=list)
    whens: dict[str, tuple[RuleFile, Node]] = field(default_factory=dict)
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
    _check_whens(shelf)
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
        if {"facts", "must", "when"} & set(keys):
            shelf.whens[id] = (file, keys.get("when", node))


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
        given["when"] = _when(file, keys["when"])
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
        given["examples"] = read_examples(file, keys["examples"])
    return given


def _when(file: RuleFile, node: Node) -> tuple[tuple[Dimension, Relation], ...]:
    """What `when` asks, each relation one that can be asked of its dimension."""
    found: list[tuple[Dimension, Relation]] = []
    for key, entry in file.fields(node, "when").items():
        if key == "event":
            file.wrong(entry, "when: that the event is the same is always asked", "leave it out")
            continue
        if key not in list(Dimension):
            file.wrong(entry, f"when: unknown key “{key}”", guess(key, Dimension))
            continue
        dimension = Dimension(key)
        words = file.text(entry, f"when for {key}")
        asked = [relation.value for relation in ASKED[dimension]]
        if words in asked:
            found.append((dimension, Relation(words)))
        elif words:
            file.wrong(entry, f"unknown when for {key} “{words}”", guess(words, asked))
    return tuple(found)


def _check_whens(shelf: _Shelf) -> None:
    """What no claim of the rule's facts can answer is not asked: it would pass as held."""
    for id, (file, node) in shelf.whens.items():
        rule = shelf.rules[id]
        asked = {relation for _, relation in rule.when} - {Relation.ANY}
        for fact in rule.facts:
            if asked and fact in shelf.facts and shelf.facts[fact].like:
                problem = f"rule {id}: `when` is not asked of “{fact}”, which is found by likeness"
                file.wrong(node, problem, "leave `when:` out: the same event is always asked")
        if Relation.WITHIN in asked and rule.must not in PART_AND_WHOLE:
            kinds = " or ".join(sorted(f"`must: {must}`" for must in PART_AND_WHOLE))
            problem = f"rule {id}: `within` says nothing for `must: {rule.must}`"
            file.wrong(node, problem, f"write `same`, or {kinds}, which take a part and a whole")


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
        parts = list(Formatter().parse(message))
    except ValueError:
        file.wrong(node, "the message has a brace without its partner", "write a brace as {{ or }}")
        return
    for _, name, layout, conversion in parts:
        if name is None:
            continue
        if name not in MESSAGE_FIELDS:
            file.wrong(node, f"the message names {{{name}}}", guess(name, MESSAGE_FIELDS))
        elif layout or conversion:
            more = f"!{conversion}" if conversion else f":{layout}"
            problem = f"the message formats {{{name}{more}}}"
            file.wrong(node, problem, f"write {{{name}}} alone: all of them are plain words")

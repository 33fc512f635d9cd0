"""YAML for people: every value with its place in the file, and every mistake told at once.

The file is composed to nodes and never constructed, so the traps of YAML do not spring: `no` and
`on` stay words, 2012-01-31 stays what was written, and a key given twice is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from checker.errors import RuleError, Where

if TYPE_CHECKING:
    from yaml import Node

#: A rule file is small; what is larger is not a rule file.
MAX_BYTES = 2_000_000
#: And what stands in a rule is six levels deep at most.
DEEPEST = 30

_TRUE = {"true", "yes", "on"}
_FALSE = {"false", "no", "off"}

Name = TypeVar("Name", bound=StrEnum)


def guess(word: str, known: Iterable[str]) -> str:
    """The remedy for a word that is not known: what was probably meant, or what there is."""
    from difflib import get_close_matches

    names = [name for name in known if name]
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"did you mean “{near[0]}”?"
    return f"use one of: {', '.join(names)}" if len(names) <= 20 else "check the spelling"


def _check_depth(text: str, loader: Any, path: str) -> None:
    """Refuse what no rule needs and what would end the process: PyYAML's composer over libyaml
    does not survive some tens of thousands of nested brackets.
    """
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise RuleError(
                f"more than {DEEPEST} brackets or indents stand in each other",
                remedy="a rule needs six at most",
                where=Where(path, event.start_mark.line + 1 if event.start_mark else None),
            )


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file that is read, and the errors found in it so far."""

    path: str
    errors: list[RuleError] = field(default_factory=list)

    def where(self, node: Node, offset: int | None = None) -> Where:
        """The place of a node, or of a character of its one-line scalar."""
        mark = node.start_mark
        column = mark.column + 1
        if offset and node.end_mark.line == mark.line:
            column += offset + (getattr(node, "style", None) in {"'", '"'})
        return Where(self.path, mark.line + 1, column)

    def wrong(self, node: Node, problem: str, remedy: str, offset: int | None = None) -> None:
        """Note a mistake."""
        self.errors.append(RuleError(problem, remedy=remedy, where=self.where(node, offset)))

    def root(self, path: Path) -> Node | None:
        """The file's document; None where it is empty or cannot be read."""
        import yaml

        try:
            if path.stat().st_size > MAX_BYTES:
                raise RuleError(
                    "the file is too large for rules",
                    remedy=f"keep it under {MAX_BYTES // 1_000_000} MB",
                    where=Where(self.path),
                )
            text = path.read_bytes().decode("utf-8-sig")
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            _check_depth(text, loader, self.path)
            return yaml.compose(text, Loader=loader)
        except RuleError as error:
            self.errors.append(error)
        except OSError as error:
            self._unreadable(f"cannot be read: {error.strerror}", "check the path and its rights")
        except UnicodeDecodeError as error:
            self._unreadable(f"byte {error.start} is not UTF-8", "save the file as UTF-8")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = " ".join(part for part in (error.context, error.problem) if part)
            place = Where(self.path, mark.line + 1, mark.column + 1) if mark else Where(self.path)
            remedy = "check indentation, colons and quote marks just before this place"
            self.errors.append(RuleError(f"not valid YAML: {what}", remedy=remedy, where=place))
        except (yaml.YAMLError, RecursionError) as error:
            self._unreadable(f"not valid YAML: {error}".splitlines()[0], "write it as plain YAML")
        return None

    def _unreadable(self, problem: str, remedy: str) -> None:
        self.errors.append(RuleError(problem, remedy=remedy, where=Where(self.path)))

    def fields(self, node: Node, what: str, known: Iterable[str] | None = None) -> dict[str, Node]:
        """The keys of a mapping with the nodes under them; keys that are not known are told."""
        from yaml import MappingNode, ScalarNode

        if not isinstance(node, MappingNode):
            self.wrong(node, f"{what} is not a mapping", "write it as `key: value` lines")
            return {}
        names = None if known is None else list(known)
        found: dict[str, Node] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.wrong(key, f"{what} has a key that is no word", "use plain words as keys")
            elif names is not None and key.value not in names:
                self.wrong(key, f"{what}: unknown key “{key.value}”", guess(key.value, names))
            elif key.value in found:
                self.wrong(key, f"{what}: “{key.value}” is given twice", "remove one of them")
            else:
                found[key.value] = value
        return found

    def entries(self, node: Node, what: str) -> list[Node]:
        """The nodes of a list."""
        from yaml import SequenceNode

        if isinstance(node, SequenceNode):
            return list(node.value)
        self.wrong(node, f"{what} is not a list", "write each entry on a line with “- ”")
        return []

    def text(self, node: Node, what: str) -> str:
        """The words of a scalar, as they were written."""
        from yaml import ScalarNode

        if not isinstance(node, ScalarNode):
            self.wrong(node, f"{what} is not a line of text", "write it as plain text")
            return ""
        words = " ".join(str(node.value).split())
        if not words or node.tag.endswith(":null"):
            self.wrong(node, f"{what} is empty", "fill it in or remove the key")
            return ""
        return words

    def texts(self, node: Node, what: str) -> list[tuple[str, Node]]:
        """One line of text or a list of them, each with its node."""
        from yaml import ScalarNode

        nodes = [node] if isinstance(node, ScalarNode) else self.entries(node, what)
        read = [(self.text(entry, what), entry) for entry in nodes]
        return [(words, entry) for words, entry in read if words]

    def choice(self, node: Node, what: str, names: type[Name]) -> Name | None:
        """One of the known names; None, with the mistake told, for any other word."""
        words = self.text(node, what)
        for name in names:
            if words and name.value == words:
                return name
        if words:
            self.wrong(node, f"unknown {what} “{words}”", guess(words, [n.value for n in names]))
        return None

    def pairs(
        self, node: Node, what: str, keys: type[StrEnum], names: type[Name]
    ) -> Mapping[str, Name]:
        """A mapping whose keys and values are known names."""
        found: dict[str, Name] = {}
        for key, value in self.fields(node, what, [key.value for key in keys]).items():
            name = self.choice(value, f"{what} for {key}", names)
            if name is not None:
                found[key] = name
        return found

    def flag(self, node: Node, what: str) -> bool:
        """True or false."""
        words = self.text(node, what).lower()
        if words and words not in _TRUE | _FALSE:
            self.wrong(node, f"{what} is neither true nor false", "write true or false")
        return words in _TRUE

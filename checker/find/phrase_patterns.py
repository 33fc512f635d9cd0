"""A `say:` phrase as a matcher: the words it is looked up by, the slots it needs, its pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.find.clauses import clause_words
from checker.find.encoded import MARKS, end_mark, start_mark
from checker.normalise import verbs
from checker.rulebook import Fact
from checker.rulebook.phrase import GAP_WORDS, Gap, Node, OneOf, SlotNode, Word, parse_phrase, walk

_PLAIN = re.compile(r"[^\W_]+")
#: The words that no gap passes over, beside the marks that part clauses.
_GAP_STOPS = "|".join(
    ("and", "but", "while", "or", "as", "after", "before", "when", "that", "who", "which")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a fact, which finds the fact or (`vetoes`) rules it out.

    A sentence must hold one of the `anchors`, if there are any, and a slot of each type that it
    `needs`. `types` are all slot types that it may hold. A fact `of_people` counts people in some
    phrase of it.
    """

    fact: str
    text: str
    vetoes: bool
    opens_with_slot: bool
    counts_people: bool
    of_people: bool
    anchors: frozenset[str]
    needs: frozenset[str]
    types: frozenset[str]


def plain_words(text: str) -> set[str]:
    """The letters and digits of a text in lower case, parted by anything else."""
    return set(_PLAIN.findall(text.lower()))


def phrases_of(fact: Fact) -> tuple[Phrase, ...]:
    """The phrases of a fact, those that rule it out among them."""
    of_people = any("{people}" in text for text in fact.say)
    return tuple(
        _phrase(fact.id, text, vetoes=vetoes, of_people=of_people)
        for texts, vetoes in ((fact.say, False), (fact.not_, True))
        for text in texts
    )


def _phrase(fact: str, text: str, *, vetoes: bool, of_people: bool) -> Phrase:
    """What must be known of a phrase before it is tried."""
    nodes = parse_phrase(text)
    slots = {node.name: node.type for node in walk(nodes) if isinstance(node, SlotNode)}
    return Phrase(
        fact=fact,
        text=text,
        vetoes=vetoes,
        opens_with_slot=isinstance(nodes[0], SlotNode),
        counts_people=slots.get("count") == "count" and slots.get("people") == "people",
        of_people=of_people,
        anchors=_anchors(nodes),
        needs=frozenset(node.type for node in nodes if isinstance(node, SlotNode)),
        types=frozenset(slots.values()),
    )


def _anchors(nodes: tuple[Node, ...]) -> frozenset[str]:
    """The rarest words of which a text must hold one for the nodes to match, as plain words."""
    best: frozenset[str] = frozenset()
    for node in nodes:
        words = _words_of(node)
        if words and (not best or _rarity(words) > _rarity(best)):
            best = words
    return best


def _words_of(node: Node) -> frozenset[str]:
    match node:
        case Word():
            return frozenset(
                max(pieces, key=len) if (pieces := _PLAIN.findall(form)) else ""
                for form in _forms(node)
            ) - {""}
        case OneOf():
            needed = [_anchors(branch) for branch in node.branches]
            return frozenset().union(*needed) if all(needed) else frozenset()
        case _:
            return frozenset()


@cache
def _rarity(words: frozenset[str]) -> tuple[bool, int, int]:
    """The better words to look a phrase up by: no function words, few, and long."""
    closed = clause_words()
    common = any(
        word in closed.prepositions
        or word in closed.determiners
        or word in closed.coordinators
        or word in closed.subordinators
        or verbs.is_auxiliary(word)
        for word in words
    )
    return not common, -len(words), min(len(word) for word in words)


@cache
def _forms(word: Word) -> tuple[str, ...]:
    return verbs.forms(word.text) if word.any_form else (word.text,)


@cache
def pattern(text: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The regular expression of a phrase, and the name of the slot that each group holds."""
    groups: list[str] = []
    body = "".join(_regex(node, groups) for node in parse_phrase(text))
    return re.compile(f"(?<=[ {MARKS[1:-1]}]){body}"), tuple(groups)


def _regex(node: Node, groups: list[str]) -> str:
    match node:
        case Word():
            forms = "|".join(map(re.escape, _forms(node)))
            return f"{MARKS}*(?:{forms}) "
        case SlotNode():
            groups.append(node.name)
            start, end = start_mark(node.type), end_mark(node.type)
            return f"{MARKS}*({start}[^{end}]*{end})"
        case Gap():
            return rf"(?:{MARKS}*(?!(?:{_GAP_STOPS}) )\w[^ ]* ){{0,{GAP_WORDS}}}?"
        case OneOf():
            # Longer readings first, so that the longest one is found.
            branches = sorted(filter(None, node.branches), key=len, reverse=True)
            inner = "|".join(
                "".join(_regex(part, groups) for part in branch) for branch in branches
            )
            return f"(?:{inner})?" if () in node.branches else f"(?:{inner})"

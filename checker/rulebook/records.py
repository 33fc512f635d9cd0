"""Facts, rules and their examples: what the YAML says, checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from checker.errors import Where
from checker.model import Kind, Severity

#: The slots that a phrase may hold, and the mentions that can fill each. Those without a kind are
#: noun groups that `find/phrases.py` finds in the sentence itself.
SLOT_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "count": (Kind.NUMBER,),
    "number": (Kind.NUMBER,),
    "ordinal": (Kind.ORDINAL,),
    "percent": (Kind.PERCENT,),
    "money": (Kind.MONEY,),
    "quantity": (Kind.QUANTITY,),
    "score": (Kind.SCORE,),
    "age": (Kind.AGE,),
    "date": (Kind.DATE,),
    "period": (Kind.DATE, Kind.DURATION),
    "duration": (Kind.DURATION,),
    "time": (Kind.TIME,),
    "person": (Kind.PERSON,),
    "office": (Kind.OFFICE,),
    "org": (Kind.ORG,),
    "place": (Kind.PLACE,),
    "quote": (Kind.QUOTE,),
    "who": (Kind.PERSON, Kind.OFFICE, Kind.ORG),
    "people": (),
    "agent": (),
}

#: The slots that can hold a fact's value.
VALUES = tuple(name for name, kinds in SLOT_KINDS.items() if len(kinds) == 1 and name != "org")

#: What a message template may name: the fact's id and title, the rule's reason, and the two sides.
MESSAGE_FIELDS = ("fact", "title", "a", "b", "why", "place", "period", "people")


class Likeness(StrEnum):
    """How a claim is found beside the phrases: by what is much the same elsewhere."""

    NONE = ""
    ACT = "act"  # the same act of the same actor
    SENTENCE = "sentence"  # much the same sentence
    SPEAKER = "speaker"  # the same speaker's words
    NAME = "name"  # a person's name, spelt in full
    PAIR = "pair"  # two mentions side by side: a person with an office, "X (Y)"


class Dimension(StrEnum):
    """What two claims are laid side by side on before their values are compared."""

    PLACE = "place"
    PERIOD = "period"
    PEOPLE = "people"
    AGENT = "agent"
    ORIGIN = "origin"  # the agency or the text that both documents rest on


#: The dimensions that a fact's claims can be limited by.
QUALIFIERS = (Dimension.PLACE, Dimension.PERIOD, Dimension.PEOPLE, Dimension.AGENT)


class Relation(StrEnum):
    """How two claims must stand to each other on a dimension for a rule to speak."""

    SAME = "same"
    WITHIN = "within"  # the first inside the second
    COMPATIBLE = "compatible"  # the same, or one side leaves it open
    ANY = "any"


#: What `when` can ask of claims that are found by phrase. That the event is one is always asked;
#: claims by likeness are asked all that they can answer without a `when`.
ASKED: Mapping[Dimension, tuple[Relation, ...]] = {
    Dimension.PLACE: (Relation.SAME, Relation.WITHIN, Relation.ANY),
    Dimension.PERIOD: (Relation.SAME, Relation.WITHIN, Relation.ANY),
    Dimension.PEOPLE: (Relation.SAME, Relation.WITHIN, Relation.ANY),
    Dimension.AGENT: (Relation.SAME, Relation.WITHIN, Relation.COMPATIBLE, Relation.ANY),
    Dimension.ORIGIN: (Relation.SAME, Relation.ANY),
}


class Must(StrEnum):
    """What must hold of two claims on which `when` holds."""

    OVERLAP = "overlap"  # their values can be one
    NOT_EXCEED = "not-exceed"  # the first, a part, is no more than the second
    NOT_DECREASE = "not-decrease"  # the later is no less than the earlier
    NOT_STALE = "not-stale"  # a draft's figure is no older than the newest
    SUM_TO = "sum-to"  # the parts make the total
    CONVERT = "convert"  # "X (Y)" says one quantity twice
    SAME_DAY = "same-day"
    WEEKDAY_FITS = "weekday-fits"  # the printed weekday is that of the date
    EXISTS = "exists"  # the date stands in the calendar
    SAME_WORDS = "same-words"
    SAME_PERSON = "same-person"
    SAME_OFFICE = "same-office"
    SAME_HOLDER = "same-holder"
    CREDITED_ALIKE = "credited-alike"  # one figure is credited to one source
    ONE_SCOPE = "one-scope"  # one figure stands for one scope


#: The kinds of `must` that lay a part, first, beside a whole: those for which `within` has a sense.
PART_AND_WHOLE = frozenset({Must.NOT_EXCEED, Must.ONE_SCOPE})


class Condition(StrEnum):
    """When a finding is softened."""

    OTHER_SOURCE = "other-source"  # each side is attributed, to different sources
    INHERITED = "inherited"  # a qualifier that counts does not stand in the sentence itself
    ASSUMED = "assumed"  # nothing in the text says so
    UNSURE = "unsure"  # the verdict is no more than unsure


class Reach(StrEnum):
    """Where the two claims may stand."""

    ANY = "any"
    DOCUMENTS = "documents"  # in two documents
    DOCUMENT = "document"  # in one
    STATEMENT = "statement"  # in one sentence


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be claimed, and the words in which it is.

    `value` names the slots that hold the value, `kinds` the mentions that may fill them. `not_`
    are phrases that veto a match of `say` over the same words. A claim is limited by `qualify`.
    """

    id: str
    title: str
    value: tuple[str, ...]
    kinds: tuple[Kind, ...]
    say: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    like: Likeness = Likeness.NONE
    qualify: tuple[Dimension, ...] = ()
    where: Where | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One story of an example."""

    text: str
    published: date | None = None
    publisher: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """Stories that are checked together; one item is enough for a rule within one document."""

    items: tuple[Item, ...]
    where: Where | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Examples:
    """What a rule says of which stories; `todo` are the gaps that are known."""

    contradicts: tuple[Example, ...] = ()
    unsure: tuple[Example, ...] = ()
    agrees: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What should agree. `severity` is a ceiling, which `soften` may only lower.

    `why` says why it matters, `see` on whose authority, `do` what an editor can do about it.
    """

    id: str
    facts: tuple[str, ...]
    must: Must
    severity: Severity
    examples: Examples
    title: str = ""
    when: tuple[tuple[Dimension, Relation], ...] = ()
    soften: tuple[tuple[Condition, Severity], ...] = ()
    message: str = ""
    why: str = ""
    see: str = ""
    do: str = ""
    within: Reach = Reach.ANY
    off: bool = False
    where: Where | None = field(default=None, compare=False)

    def relation(self, dimension: Dimension) -> Relation:
        """What `when` asks of a dimension; any where it says nothing."""
        return next((value for key, value in self.when if key is dimension), Relation.ANY)

    def softened(self, condition: Condition) -> Severity | None:
        """The severity that holds under a condition, where `soften` names it."""
        return next((value for key, value in self.soften if key is condition), None)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All facts by id and all rules in order, those that are `off` among them."""

    facts: Mapping[str, Fact]
    rules: tuple[Rule, ...]
    _by_id: Mapping[str, Rule] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Every pair is judged by its rule: the rules are looked up by id."""
        object.__setattr__(self, "_by_id", {rule.id: rule for rule in self.rules})

    def rule(self, id: str) -> Rule | None:
        """The rule of that id, if there is one."""
        return self._by_id.get(id)

    @property
    def active(self) -> tuple[Rule, ...]:
        """The rules that are not `off`."""
        return tuple(rule for rule in self.rules if not rule.off)

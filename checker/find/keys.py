"""The canonical keys by which names are told apart: "person:lavrov/sergei", "office:mayor@"."""

from __future__ import annotations

from checker.find.story import Story
from checker.model import Mention
from checker.values import Office, Organisation, PersonName, Place


def source_key(story: Story, mention: Mention) -> str:
    """The canonical key of a speaker: a person by name, a body by its own key, an office."""
    value = mention.value
    if isinstance(value, PersonName):
        return person_key(story.person(mention))
    if isinstance(value, Organisation):
        return f"agency:{value.key}" if value.kind == "agency" else value.key
    if isinstance(value, Office):
        return office_key(value)
    if isinstance(value, Place):
        return f"place:{value.key}"
    return mention.text.lower()


def person_key(name: PersonName) -> str:
    """A person's key: the surname's first folded form and, where known, the given name's."""
    surname = min(name.surname_keys, default=name.surname.lower())
    given = min(name.given_keys[0], default="") if name.given_keys else ""
    return f"person:{surname}/{given}"


def office_key(office: Office) -> str:
    """An office's key: its rank, role and body."""
    return f"office:{' '.join((*office.rank, office.role))}@{office.body}"

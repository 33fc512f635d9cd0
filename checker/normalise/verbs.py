"""Verb forms: the base of a form, its tense, and the family of acts it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from checker.normalise.lexicon import load

SPEECH = "speech"
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class _Verbs:
    base_of: dict[str, str]
    past: frozenset[str]
    participles: frozenset[str]
    auxiliary: frozenset[str]
    family: dict[str, str]
    weak: frozenset[str]
    with_word: dict[str, dict[str, str]]


@cache
def _verbs() -> _Verbs:
    data = load("verbs")
    base_of: dict[str, str] = {}
    past: set[str] = set()
    participles: set[str] = set()
    for base, (simple, participle) in data["irregular"].items():
        for form in (base, simple, participle, third_person(base), present_participle(base)):
            base_of.setdefault(form, base)
        past.add(simple)
        participles.add(participle)
    family: dict[str, str] = {}
    for base in data["speech"]:
        family[base] = SPEECH
        for form in regular_forms(base):
            base_of.setdefault(form, base)
    for group in data["same_act"]:
        for base in group:
            family.setdefault(base, group[0])
            for form in regular_forms(base):
                base_of.setdefault(form, base)
    return _Verbs(
        base_of,
        frozenset(past),
        frozenset(participles),
        frozenset(data["auxiliary"]),
        family,
        frozenset(data["speech_weak"]),
        data["with_word"],
    )


def third_person(base: str) -> str:
    """The form of "he, she, it": says, goes, carries."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def present_participle(base: str) -> str:
    """The form in -ing: saying, making, hitting."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return (base + base[-1] if _doubles(base) else base) + "ing"


def regular_past(base: str) -> str:
    """The past form in -ed: killed, carried, stopped, died."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base) else base) + "ed"


def regular_forms(base: str) -> tuple[str, ...]:
    """Base, third person, -ing and -ed of a regular verb."""
    return base, third_person(base), present_participle(base), regular_past(base)


def forms(base: str) -> tuple[str, ...]:
    """Every form of a verb, or of a noun made like one: die, dies, dying, died."""
    irregular = load("verbs")["irregular"].get(base, ())
    return tuple(dict.fromkeys((*regular_forms(base), *irregular)))


def _doubles(base: str) -> bool:
    """Whether the last consonant is doubled: one short syllable, as in hit, rob, plan."""
    syllables = sum(
        1
        for i, char in enumerate(base)
        if char in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS)
    )
    return (
        len(base) >= 3
        and syllables == 1
        and base[-1] not in _VOWELS + "wxy"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
    )


@lru_cache(maxsize=16384)
def base(word: str) -> str:
    """The base of a verb's form: said is say, defended is defend, stopping is stop.

    A form that no list knows is undone by rule; a word that is no verb's form comes back as it is.
    """
    word = word.lower()
    known = _verbs().base_of.get(word)
    if known is not None:
        return known
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _undo(word[: -len(ending)])
    return word


def _undo(stem: str) -> str:
    """The base behind a stem that lost its ending: stopp is stop, defend stays, mak is make."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz" + _VOWELS:
        return stem[:-1]
    silent = ("at", "iz", "is", "uc", "os", "ag", "ir", "or", "ul", "iv", "ok", "uc", "ac", "u")
    if stem.endswith(("v", "c", "dg", "rg", "as", "us")) or (
        len(stem) > 3 and stem.endswith(silent) and not stem.endswith(("oat", "eat", "our", "air"))
    ):
        return stem + "e"
    return stem


def act(word: str) -> str:
    """The family of acts of a verb's form: "speech" for said and announced, "hit" for struck."""
    root = base(word)
    return _verbs().family.get(root, root)


def act_with(word: str, following: str) -> str:
    """The family of acts of a verb and the word after it: "found guilty" is convict."""
    pairs = _verbs().with_word.get(base(word))
    return act(word) if pairs is None else pairs.get(following.lower(), act(word))


def is_auxiliary(word: str) -> bool:
    """Whether the word only carries a tense: was, has, will."""
    return word.lower() in _verbs().auxiliary


def is_speech(word: str) -> bool:
    """Whether the word is a form of a verb of saying."""
    return _verbs().family.get(base(word)) == SPEECH


def is_weak_speech(word: str) -> bool:
    """Whether a verb of saying has other uses too: "wrote a book", "added two seats"."""
    return base(word) in _verbs().weak


def may_be_past(word: str) -> bool:
    """Whether the form can be a simple past: said, defended, hit."""
    word = word.lower()
    return word in _verbs().past or (word.endswith("ed") and len(word) > 4) or word == "died"


def may_be_participle(word: str) -> bool:
    """Whether the form can be a past participle: killed, taken."""
    word = word.lower()
    return word in _verbs().participles or (word.endswith("ed") and len(word) > 3)

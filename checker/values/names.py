"""People, offices and places: told apart part by part, never by one fuzzy score."""

from __future__ import annotations

from dataclasses import dataclass

from checker.values.verdict import Comparison, agrees, contradicts, unsure


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts, as written, and the keys by which parts are compared.

    `given` are the given names and initials in order, `surname` the family name with its
    particles. `given_keys` and `surname_keys` hold every folded form that counts as the same
    (case, accents, hyphens, transliteration, nickname), made by `normalise/people.py`.
    """

    text: str
    given: tuple[str, ...]
    surname: str
    given_keys: tuple[frozenset[str], ...] = ()
    surname_keys: frozenset[str] = frozenset()
    honorific: str = ""
    suffix: str = ""


def compare_people(a: PersonName, b: PersonName) -> Comparison:
    """Whether two names can be one person's.

    agrees: the same, or a known variant (transliteration, nickname, initial, a part left out).
    unsure: the names are alike but for what may be a slip of spelling.
    contradicts: two different people.
    """
    if not (a.surname_keys & b.surname_keys):
        # The one fuzzy step, taken last and only for a slip inside one part, when all the other
        # parts are the same: 82 for Kim Jong Un and Kim Jong Il is not to be trusted.
        if a.given and b.given and _same_given(a, b) == "same" and _slip(a.surname, b.surname):
            return unsure(f"{a.surname} and {b.surname} differ by what may be a slip")
        return contradicts(f"{a.surname} is not {b.surname}")
    given = _same_given(a, b)
    if given == "other":
        if len(a.given_keys) == len(b.given_keys) == 1 and (
            _slip(a.given[0], b.given[0]) or _same_opening(a.given[0], b.given[0])
        ):
            return unsure(f"{a.given[0]} and {b.given[0]} may be one name in two forms")
        return contradicts(f"{a.text} and {b.text} share a surname only")
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return contradicts(f"{a.text} and {b.text} are told apart by {a.suffix} and {b.suffix}")
    return agrees(f"{a.text} and {b.text} are one name")


def _same_given(a: PersonName, b: PersonName) -> str:
    """Given names side by side: "same", "open" where one side has none, or "other"."""
    if not a.given_keys or not b.given_keys:
        return "open"
    short, long = sorted((a.given_keys, b.given_keys), key=len)
    position = 0
    for keys in short:
        while position < len(long) and not _keys_meet(keys, long[position]):
            position += 1
        if position == len(long):
            return "other"
        position += 1
    return "same"


def _keys_meet(a: frozenset[str], b: frozenset[str]) -> bool:
    if a & b:
        return True
    initials_a = {key for key in a if len(key) == 1}
    initials_b = {key for key in b if len(key) == 1}
    return bool(
        initials_a & {key[0] for key in b if key} or initials_b & {key[0] for key in a if key}
    )


def _slip(a: str, b: str) -> bool:
    """Whether two spellings are one letter apart, in words long enough for that to mean much."""
    from rapidfuzz.distance import OSA

    first, second = a.casefold(), b.casefold()
    if first + "a" == second or second + "a" == first:
        # Petrov and Petrova are husband and wife.
        return False
    return min(len(first), len(second)) >= 4 and OSA.distance(first, second) == 1


def _same_opening(a: str, b: str) -> bool:
    """Whether two given names open alike, as forms of one name do: Alexandros and Alexis."""
    return a.casefold()[:4] == b.casefold()[:4] and min(len(a), len(b)) > 4


@dataclass(frozen=True, slots=True)
class Office:
    """An office: a `role` by its canonical name ("foreign minister"), the `body` it belongs to
    (a country's code, or an organisation's canonical name; "" where it is not said), and its
    `rank` words ("deputy", "former", "acting" …) in alphabetical order.
    """

    text: str
    role: str
    body: str = ""
    rank: tuple[str, ...] = ()

    @property
    def is_past(self) -> bool:
        """Whether the words say that the person holds it no longer, or not yet."""
        return bool({"former", "late", "elect", "designate"} & set(self.rank))


def compare_offices(a: Office, b: Office) -> Comparison:
    """Whether two offices can be one."""
    if a.role != b.role:
        return contradicts(f"{a.text} is not {b.text}")
    if a.rank != b.rank:
        return contradicts(f"{a.text} is not the same rank as {b.text}")
    if a.body and b.body and a.body != b.body:
        return contradicts(f"{a.text} and {b.text} belong to different bodies")
    return agrees(f"{a.text} and {b.text} are one office")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body with a name of its own. `key` is one for all its names ("un" for UN and United
    Nations); `kind` is "agency" for a news agency or outlet, else "body".
    """

    text: str
    name: str
    key: str
    kind: str = "body"


def compare_organisations(a: Organisation, b: Organisation) -> Comparison:
    """Whether two bodies can be one."""
    if a.key == b.key:
        return agrees(f"{a.text} and {b.text} are one body")
    return contradicts(f"{a.name} is not {b.name}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its canonical `name`, its `kind` (country, region, city, area …) and the places
    it lies in, from the nearest outwards, as canonical keys (`within`). `key` tells places of
    one name apart: "SY", "SY/homs"; a place that no gazetteer knows has its folded name.
    """

    text: str
    name: str
    key: str
    kind: str = "place"
    within: tuple[str, ...] = ()
    known: bool = False


def place_relation(a: Place, b: Place) -> str:
    """How `a` lies to `b`: same, within, around (b lies in a), overlap, apart, or unknown.

    Several places told together ("Homs and Idlib") have their keys joined by a plus sign.
    """
    if a.key == b.key:
        return "same"
    parts_a, parts_b = set(a.key.split("+")), set(b.key.split("+"))
    if parts_a < parts_b:
        return "within"
    if parts_b < parts_a:
        return "around"
    if len(parts_a) > 1 or len(parts_b) > 1:
        return "unknown" if not (parts_a | set(a.within)) & (parts_b | set(b.within)) else "overlap"
    if b.key in a.within:
        return "within"
    if a.key in b.within:
        return "around"
    if not a.known or not b.known:
        shared = set(a.within) & set(b.within)
        known_apart = a.within and b.within and not shared
        return "apart" if known_apart else "unknown"
    return "apart"


def compare_places(a: Place, b: Place) -> Comparison:
    """Whether two places given for one thing can both stand."""
    relation = place_relation(a, b)
    if relation == "apart":
        return contradicts(f"{a.name} is not {b.name}")
    if relation == "unknown":
        return unsure(f"how {a.name} lies to {b.name} is not known")
    return agrees(f"{a.name} and {b.name} are the same, or one lies in the other")

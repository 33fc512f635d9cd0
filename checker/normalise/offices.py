"""Offices: who stands for what body, in every order of words that the news uses.

"Russian Foreign Minister", "Russia's foreign minister" and "the foreign minister of Russia" are one
office, `Office(role="foreign minister", body="RU")`. Roles, ranks and portfolios are data
(`lexicon/en/offices.yml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from checker.model import Kind, Mention, Span
from checker.normalise import orgs, verbs
from checker.normalise.capitals import Scan, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import Entry, demonyms, lookup
from checker.normalise.holders import holders
from checker.normalise.office_roles import roles
from checker.normalise.place_cues import cues
from checker.normalise.place_names import key_by_text
from checker.values import Office

__all__ = ["find", "found", "holders", "parse"]

_OF = frozenset({"of", "for", "to", "at"})
#: Words between a body and a role that are no part of either: "UN's new human rights chief".
_MAX_ROLE = 6


@dataclass(frozen=True, slots=True)
class _Found:
    """An office as words: from `first` up to and without `last`; the role starts at `role_at`."""

    first: int
    last: int
    role: str
    body: str
    rank: tuple[str, ...]


def find(text: str) -> list[Mention]:
    """The offices of a text, in order, each with its rank, role and body."""
    return [mention for mention, _, _ in found(text)]


def parse(words: str) -> Office | None:
    """The office that some words name, or None."""
    stripped = words.strip()
    mentions = [m for m in find(f"{stripped} Xy") if m.text == stripped]
    value = mentions[0].value if mentions else None
    return value if isinstance(value, Office) else None


@lru_cache(maxsize=8)
def found(text: str) -> tuple[tuple[Mention, int, int], ...]:
    """The mentions with their first word and the one after the last in the text's scan."""
    words = scan(text)
    bodies = {first: (last, mention) for mention, first, last in orgs.found(text)}
    ends = {last: (first, mention) for mention, first, last in orgs.found(text)}
    inside = {
        index
        for mention, first, last in orgs.found(text)
        for index in range(first, last)
        if last - first > 1
    }
    mentions: list[tuple[Mention, int, int]] = []
    done = 0
    index = 0
    by_first = roles().by_first
    for index, word in enumerate(words.words):
        if index < done or index in inside:
            continue
        low = word.lower()
        if low not in by_first and "-" not in low:
            continue
        office = _office_at(words, index, bodies, ends, done)
        if office is None:
            continue
        done = office.last
        span = _with_stop(words, words.span(office.first, office.last))
        shown = text[span.start : span.end]
        value = Office(shown, office.role, office.body, office.rank)
        mentions.append((Mention(Kind.OFFICE, span, shown, value), office.first, office.last))
    return tuple(mentions)


def _with_stop(words: Scan, span: Span) -> Span:
    """With the stop of a short form: "Gov.", "Sgt.", where the name goes on behind it."""
    after = words.text[span.end : span.end + 3]
    if after[:2] == ". " and after[2:].isupper() and words.text[span.start : span.end].istitle():
        return Span(span.start, span.end + 1)
    return span


_ByEdge = Mapping[int, tuple[int, Mention]]


def _office_at(
    words: Scan, index: int, bodies: _ByEdge, ends: _ByEdge, floor: int
) -> _Found | None:
    match = _role_at(words, index)
    if match is None:
        return None
    last, role, prefix = match
    if (
        (role in roles().ranks or role in roles().trades)
        and last < len(words.words)
        and words.joined(last - 1)
    ):
        following = words.words[last].lower()
        if following in roles().by_first or last in bodies or fold(following) in demonyms():
            return None
    edge, core, rank = _ranks_before(words, index, floor)
    rank = [*prefix, *rank]
    first, body = _body_before(words, edge, ends, floor, role)
    if body:
        _, first, more = _ranks_before(words, first, floor)
        rank += more
    else:
        first = core
    if words.text[words.ends[last - 1] : words.ends[last - 1] + 1] == "-" or last < len(
        words.words
    ):
        last, rank = _rank_after(words, last, rank)
    at = last
    if not words.is_possessive(last - 1) and (not body or role in _ACCREDITED):
        last, other = _body_after(words, last, bodies, role)
        body = f"{body}-to-{other}" if body and other else body or other
    role, body = _settled(role, body)
    found = _Found(first, last, role, body, tuple(sorted(set(rank))))
    return found if _stands(words, found, index, at) else None


def _role_at(words: Scan, index: int) -> tuple[int, str, list[str]] | None:
    """The longest role that starts at a word: the word after it, its name, and rank prefixes."""
    parts: list[tuple[str, int]] = []
    prefix: list[str] = []
    for at in range(index, min(index + _MAX_ROLE, len(words.words))):
        if at > index and not words.joined(at - 1):
            break
        pieces = words.words[at].lower().rstrip(".").split("-")
        if at == index and len(pieces) > 1 and pieces[0] in roles().ranks:
            prefix.append(roles().ranks[pieces.pop(0)])
        parts.extend((piece, at) for piece in pieces)
    if not parts:
        return None
    own = tuple(piece for piece, _ in parts)
    for form, role in roles().by_first.get(parts[0][0], ()):
        if own[: len(form)] == form:
            end = parts[len(form) - 1][1] + 1
            whole = len(parts) == len(form) or parts[len(form)][1] == end
            suffix = parts[len(form)][0] if not whole else ""
            if whole or suffix in roles().after:
                if suffix:
                    prefix.append(roles().after[suffix])
                return end, role, prefix
    return None


def _ranks_before(words: Scan, index: int, floor: int) -> tuple[int, int, list[str]]:
    """Rank words before a role: where they start with plain ones ("new") and without, and ranks."""
    rank: list[str] = []
    core = index
    while index > floor and words.joined(index - 1) and not words.is_possessive(index - 1):
        word = words.words[index - 1].lower()
        if word in roles().ranks:
            rank.append(roles().ranks[word])
            core = index - 1
        elif word not in roles().plain:
            break
        index -= 1
    return index, core, rank


def _rank_after(words: Scan, last: int, rank: list[str]) -> tuple[int, list[str]]:
    if last < len(words.words):
        word = words.words[last].lower()
        if word in roles().after and words.starts[last] - words.ends[last - 1] == 1:
            return last + 1, [*rank, roles().after[word]]
    return last, rank


def _body_before(words: Scan, first: int, ends: _ByEdge, floor: int, role: str) -> tuple[int, str]:
    """The body named just before a role: an organisation, a demonym, a place, "Russia's"."""
    before = first - 1
    if before < floor or not _near(words, before):
        return first, ""
    if first in ends:
        at, mention = ends[first]
        return (at, _body_key(mention)) if at >= floor else (first, "")
    word = words.words[before]
    if not word[0].isupper():
        return first, ""
    name = fold(word)
    if name in demonyms():
        two = f"{fold(words.words[before - 1])} {name}" if before > floor else ""
        if two in demonyms() and words.joined(before - 1):
            return before - 1, demonyms()[two]
        return before, demonyms()[name]
    for size in (3, 2, 1):
        at = first - size
        if at < floor or any(not words.joined(i) for i in range(at, before)):
            continue
        if not words.words[at][0].isupper():
            continue
        place = lookup(fold(" ".join(words.words[at:first])))
        if place is not None and (
            size > 1 or role in _LOCAL or not place.ambiguous or words.is_possessive(before)
        ):
            return at, _place_body(place.usual, role)
    if words.is_possessive(before) and name not in cues().never:
        return _unknown_owner(words, before, floor)
    key = key_by_text(words, word)
    return (before, key) if key else (first, "")


def _unknown_owner(words: Scan, before: int, floor: int) -> tuple[int, str]:
    """ "Zendland's foreign minister": a body that nobody knows is a body all the same."""
    at = before
    while at > max(floor, before - 3) and words.words[at - 1][0].isupper() and words.joined(at - 1):
        at -= 1
    return at, fold(" ".join(words.words[at : before + 1])).replace(" ", "-")


def _place_body(entry: Entry, role: str) -> str:
    """A country or region by its code, a town by its name; an envoy's capital is its state."""
    if entry.kind not in "cC":
        return entry.key
    if entry.kind == "C" and role in _ACCREDITED:
        return entry.country
    return fold(entry.name).replace(" ", "-")


def _near(words: Scan, index: int) -> bool:
    gap = words.text[words.ends[index] : words.starts[index + 1]]
    return gap in (" ", "'s ", "’s ", "' ", "’ ", "\u00a0", "-") or words.joined(index)


def _body_key(mention: Mention) -> str:
    value = mention.value
    return getattr(value, "key", "")


def _body_after(words: Scan, last: int, bodies: _ByEdge, role: str) -> tuple[int, str]:
    """The body named by "of …", "for …", "to …" behind a role."""
    at = last
    if at + 1 >= len(words.words) or words.words[at] not in _OF or not words.joined(at - 1):
        return last, ""
    at += 1
    if words.words[at] in ("the", "The") and at + 1 < len(words.words):
        at += 1
    if at in bodies and words.joined(at - 1):
        end, mention = bodies[at]
        return end, _body_key(mention) + _rest_of_body(words, end)
    if not words.words[at][0].isupper() or not words.joined(at - 1):
        return last, ""
    for size in (3, 2, 1):
        end = at + size
        if end > len(words.words) or any(not words.joined(i) for i in range(at, end - 1)):
            continue
        place = lookup(fold(" ".join(words.words[at:end])))
        if place is not None and not words.is_possessive(end - 1):
            if words.words[end : end + 1] == ["and"]:
                return last, ""
            return end, _place_body(place.usual, role)
    name = fold(words.words[at])
    if words.words[last] != "of" or name in demonyms() or name in cues().never:
        return last, ""
    end = _unknown_end(words, at)
    if words.is_possessive(end - 1):
        return last, ""
    return end, fold(" ".join(words.words[at:end])).replace(" ", "-")


def _unknown_end(words: Scan, at: int) -> int:
    """The end of a town's name that nobody knows: "Port Ellery", but "Varn" before "Tol Brask"."""
    end = at + 1
    while end < min(at + 4, len(words.words)) and words.joined(end - 1):
        if not words.words[end][0].isupper() or words.is_possessive(end - 1):
            break
        end += 1
    if end - at <= 2:
        return end
    return at + 2 if words.words[at] in _PLACE_OPENINGS else at + 1


def _rest_of_body(words: Scan, end: int) -> str:
    """What goes on behind a body's name: the "observer mission" of the Arab League."""
    own: list[str] = []
    while end < len(words.words) and words.joined(end - 1) and not words.is_possessive(end - 1):
        word = words.words[end]
        ends = word in _BREAKS or verbs.is_speech(word) or verbs.is_auxiliary(word)
        if not word.islower() or ends or len(own) == 2:
            break
        own.append(word)
        end += 1
    return "/" + "-".join(own) if own and not verbs.may_be_past(own[0]) else ""


def _settled(role: str, body: str) -> tuple[str, str]:
    """The office that plain words for it mean: the head of NATO, the head of UN peacekeeping."""
    if role not in ("chief", "head", "leader"):
        return role, body
    owner, _, branch = body.partition("/")
    for form, name in roles().by_first.get(branch.partition("-")[0], ()):
        if branch and form == (*branch.split("-"), "chief"):
            return name, owner
    return str(roles().chiefs.get(body, role)), body


#: A town's name that starts with one of these goes on.
_PLACE_OPENINGS = frozenset(
    {"Port", "Fort", "New", "San", "Santa", "Saint", "St", "El", "Los", "Las"}
)
#: These belong to towns and states, so that a doubtful name before them is a place's.
_LOCAL = frozenset(
    {"mayor", "police chief", "fire chief", "sheriff", "governor", "senator", "attorney general"}
)
#: These are sent by one body to another: both tell which office it is.
_ACCREDITED = frozenset({"ambassador", "envoy"})
_ALSO_WORDS = frozenset({"representative", "speaker", "chairman", "judge", "justice", "envoy"})
_GENERIC = frozenset(
    {"head", "chief", "director", "leader", "deputy", "minister", "founder", "commissioner"}
)


def _stands(words: Scan, office: _Found, index: int, at: int) -> bool:
    """Whether the words are an office here, and not "to head north" or "a general election"."""
    word = words.words[index]
    named = at < len(words.words) and words.words[at][0].isupper() and words.joined(at - 1)
    beside = named or _beside_name(words, office.first, at)
    if office.role in roles().titles:
        return word[0].isupper() and named
    if office.role in roles().trades:
        return beside and (word.islower() or named or bool(office.body))
    if office.role in _ALSO_WORDS:
        return (named and word[0].isupper()) or bool(office.body) or (named and beside)
    if office.role in _GENERIC:
        before = words.words[office.first - 1].lower() if office.first else ""
        return (
            bool(office.body)
            or (named and word[0].isupper())
            or (beside and before not in ("to", "will", "would", "should"))
        )
    return True


#: Between a name and an office these part the two: "in Homs, among them a doctor".
_BREAKS = frozenset(
    [
        "among",
        "including",
        "and",
        "or",
        "with",
        "by",
        "for",
        "of",
        "to",
        "in",
        "at",
        "from",
        "killed",
        "like",
        "as",
        "than",
        "plus",
        "but",
        "where",
    ]
)


def _beside_name(words: Scan, first: int, last: int) -> bool:
    """Whether a name stands in apposition: "her publicist, Jack Ketsoyan", "Kirby, a spokesman"."""
    if (
        last < len(words.words)
        and words.gap(last) == ", "
        and words.words[last][0].isupper()
        and not words.opens_sentence(last)
    ):
        return True
    at = first
    while at > 0 and first - at < 4:
        gap = words.gap(at)
        if gap == ", ":
            return words.words[at - 1][0].isupper()
        before = words.words[at - 1].lower()
        if before in _BREAKS or verbs.is_speech(before):
            return False
        if gap.strip() != "" and gap not in ("'s ", "’s "):
            return False
        at -= 1
    return False

"""Organisations: those with a name in the lexicon, and those whose name says what they are.

"Syrian National Council" is a body by its last word; "the SNC" and "the Council" are that body
once the text has named it in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.model import Kind, Mention
from checker.normalise.capitals import Scan, scan
from checker.normalise.fold import fold
from checker.normalise.gazetteer import demonyms, given_names, lookup
from checker.normalise.lexicon import load
from checker.values import MONTHS, WEEKDAYS, Organisation

_LINKS = frozenset({"of", "for", "on"})
#: Heads that are family names as well: "Emily Post" is no newspaper.
_ALSO_NAMES = frozenset(
    {
        "Post",
        "Church",
        "Bank",
        "Court",
        "Front",
        "Guard",
        "Trust",
        "Wire",
        "Daily",
        "Mirror",
        "Force",
    }
)
#: What a company's name may carry or leave out.
_TRADE = frozenset({"Corp", "Corporation", "Inc", "Ltd", "Co", "Company", "plc", "PLC", "LLC"})
_MAX_WORDS = 9


@dataclass(frozen=True, slots=True)
class _Bodies:
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    names: Mapping[str, str]
    agencies: frozenset[str]
    heads: frozenset[str]
    alone: frozenset[str]
    openers: frozenset[str]


@cache
def _bodies() -> _Bodies:
    data = load("orgs")
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    names: dict[str, str] = {}
    for group in ("bodies", "agencies"):
        for key, forms in data[group].items():
            names[key] = forms[0]
            for form in forms:
                words = tuple(scan(form).words)
                by_first.setdefault(words[0], []).append((words, key))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return _Bodies(
        {first: tuple(entries) for first, entries in by_first.items()},
        names,
        frozenset(data["agencies"]),
        frozenset(data["heads"]),
        frozenset(data["alone"]),
        frozenset(load("people")["openers"]),
    )


#: First and last word (exclusive) of a body's name, and its key.
_Found = tuple[int, int, str]


def find(text: str) -> list[Mention]:
    """The organisations of a text, each with one key for all the names it goes by there."""
    return [mention for mention, _, _ in found(text)]


def parse(words: str) -> Organisation | None:
    """The organisation that some words name, or None."""
    mentions = find(words)
    if len(mentions) == 1 and mentions[0].text == words.strip():
        value = mentions[0].value
        return value if isinstance(value, Organisation) else None
    return None


@lru_cache(maxsize=8)
def found(text: str) -> tuple[tuple[Mention, int, int], ...]:
    """The mentions with their first word and the one after the last in the text's scan."""
    words = scan(text)
    full = [*_full_names(words)]
    full.extend(_ministries(words, {i for first, last, _ in full for i in range(first, last)}))
    keys = _short_names(words, full)
    taken = {index for first, last, _ in full for index in range(first, last)}
    full.extend(_later_names(words, full, taken))
    full.sort()
    mentions = []
    for first, last, key in full:
        span = words.span(first, last)
        shown = text[span.start : span.end]
        own = keys.get(key, key)
        name = _bodies().names.get(own) or next(
            (" ".join(words.words[a:b]) for a, b, k in full if k == own), shown
        )
        kind = "agency" if own in _bodies().agencies else "body"
        mentions.append(
            (Mention(Kind.ORG, span, shown, Organisation(shown, name, own, kind)), first, last)
        )
    return tuple(mentions)


def _full_names(words: Scan) -> list[_Found]:
    full: list[_Found] = []
    done = 0
    for start, end in words.runs:
        first = max(start, done)
        while first < end:
            match = _known(words, first) or _structured(words, first, end)
            if match is None:
                first += 1
                continue
            full.append(match)
            first = done = match[1]
    return full


def _ministries(words: Scan, taken: set[int]) -> Iterator[_Found]:
    """Ministries in lower case with their country: "French foreign ministry", "Syria's army"."""
    if not {"ministry", "army", "military", "navy", "parliament"} & words.lower:
        return
    for _, end in words.runs:
        last = end - 1
        if last in taken or end >= len(words.words):
            continue
        key = demonyms().get(fold(words.words[last])) or (
            _country(words.words[last]) if words.is_possessive(last) else ""
        )
        if not key:
            continue
        for at in range(end, min(end + 4, len(words.words))):
            word = words.words[at]
            if at > end and not words.joined(at - 1):
                break
            if word in ("ministry", "army", "military", "navy", "parliament"):
                if word == "ministry" or at == end:
                    name = "-".join(words.words[end : at + 1])
                    yield last, at + 1, f"{key}/{name.replace('defense', 'defence')}"
                break
            if word not in _portfolio_words():
                break


@cache
def _portfolio_words() -> frozenset[str]:
    forms = (form for words in load("offices")["portfolios"].values() for form in words)
    return frozenset(word for form in forms for word in form.split())


def _country(word: str) -> str:
    known = lookup(fold(word))
    if known is None or known.entries[0].kind != "n":
        return ""
    return known.entries[0].key


def _known(words: Scan, first: int) -> _Found | None:
    """A name of the lexicon; a longer name by structure that starts with it stands before it."""
    for form, key in _bodies().by_first.get(words.words[first], ()):
        last = first + len(form)
        if tuple(words.words[first:last]) == form and _close(words, first, last):
            end = _run_end(words, first)
            longer = _structured(words, first, end) if end > last else None
            if longer is None or longer[1] <= last:
                return first, last, key
            trade = longer[1] == last + 1 and words.words[last] in _TRADE
            return (first, longer[1], key) if trade else longer
    return None


def _close(words: Scan, first: int, last: int) -> bool:
    return all(words.starts[i + 1] - words.ends[i] <= 2 for i in range(first, last - 1))


def _run_end(words: Scan, index: int) -> int:
    end = index + 1
    limit = min(len(words.words), index + _MAX_WORDS)
    while end < limit and words.words[end][0].isupper() and words.joined(end - 1):
        end += 1
    return end


def _structured(words: Scan, first: int, end: int) -> _Found | None:
    """A name that ends in a head word, with what "of" or "for" adds to it."""
    bodies = _bodies()
    if words.words[first] in bodies.openers:
        return None
    head = -1
    for index in range(first, min(end, first + _MAX_WORDS)):
        if words.words[index] in ("The", "A", "An"):
            return None
        if words.words[index] in bodies.heads:
            head = index
        if words.is_possessive(index):
            break
    if head < 0 or words.in_headline(first):
        return None
    last = _extended(words, head)
    if last == head + 1 and not _is_name(words, first, head):
        return None
    if first == head and words.opens_sentence(first) and words.words[first].lower() in words.lower:
        return None
    return first, last, fold(" ".join(words.words[first:last])).replace(" ", "-")


def _is_name(words: Scan, first: int, head: int) -> bool:
    """Whether what stands before the head makes a name of it."""
    if head == first:
        return False
    own = words.words[first:head]
    if words.words[head] in _ALSO_NAMES and fold(own[0]) in given_names():
        return False
    if len(own) == 1 and words.opens_sentence(first) and own[0].lower() in words.lower:
        return False
    if head == first + 1 and fold(own[0]) in demonyms():
        # "Russian Forces", "American Court": a demonym alone names no single body, these do.
        return words.words[head] in ("Army", "Navy", "Parliament", "Congress", "Senate")
    return True


def _extended(words: Scan, head: int) -> int:
    """The end of a name after its head: "Ministry of Foreign Affairs and Trade"."""
    index = head + 1
    if (
        index + 1 >= len(words.words)
        or words.words[index] not in _LINKS
        or not words.joined(head)
        or words.is_possessive(head)
        or words.words[head] in _TRADE
    ):
        return index
    after = index + 1
    if words.words[after] == "the" and after + 1 < len(words.words):
        after += 1
    if not words.words[after][0].isupper() or not words.joined(index):
        return index
    name = fold(words.words[after])
    if words.words[index] == "on" or name in _calendar():
        return index
    last = _run_end(words, after)
    if (
        last + 1 < len(words.words)
        and words.words[last] == "and"
        and words.words[last + 1][0].isupper()
        and words.joined(last - 1)
        and words.joined(last)
        and words.words[index] == "of"
        and words.words[head] in ("Ministry", "Department", "Office", "Institute", "Committee")
    ):
        last = _run_end(words, last + 1)
    return last


@cache
def _calendar() -> frozenset[str]:
    return frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))


def _initials(name: Sequence[str]) -> str:
    return "".join(word[0] for word in name if word[0].isupper())


def _short_names(words: Scan, full: Sequence[_Found]) -> dict[str, str]:
    """Key of a shorter name → key of the one longer name of the text that contains it."""
    names: dict[str, tuple[str, ...]] = {}
    for first, last, key in full:
        names.setdefault(key, tuple(words.words[first:last]))
    unknown = [key for key in names if key not in _bodies().names]
    by_end: dict[str, list[str]] = {}
    for key, name in names.items():
        for size in range(2, len(name)):
            by_end.setdefault(" ".join(name[-size:]), []).append(key)
    shorter = {}
    for key in unknown:
        longer = set(by_end.get(" ".join(names[key]), ()))
        if len(longer) == 1:
            shorter[key] = longer.pop()
    return shorter


def _later_names(words: Scan, full: Sequence[_Found], taken: set[int]) -> list[_Found]:
    """Initials and single head words that stand for a body named in full elsewhere in the text."""
    bodies = _bodies()
    initials: dict[str, set[str]] = {}
    heads: dict[str, set[str]] = {}
    for first, last, key in full:
        if last - first > 1:
            name = words.words[first:last]
            initials.setdefault(_initials(name), set()).add(key)
            for word in name:
                if word in bodies.alone:
                    heads.setdefault(word, set()).add(key)
    later: list[_Found] = []
    for start, end in words.runs:
        for index in range(start, end):
            word = words.words[index]
            if index in taken:
                continue
            keys: set[str] = set()
            if word.isupper() and 2 <= len(word) <= 7:
                keys = initials.get(word, set())
            elif word in heads and index and words.words[index - 1] in ("the", "The"):
                keys = heads[word]
            if len(keys) == 1:
                later.append((index, index + 1, next(iter(keys))))
    return later

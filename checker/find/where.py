"""Where it happened: the place of a claim, and the main place of a story.

A qualifier that stands in the claim's own sentence is explicit. What the sentence leaves out is
taken from the paragraph or the story (inherited) or from the document's date (assumed), and is
marked so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from checker.find.attribution import Saying
from checker.find.borders import clauses_between, parted
from checker.find.clauses import find_verbs, index_at, is_border
from checker.find.story import TELLING, Story
from checker.find.words import Token
from checker.model import How, Kind, Mention, Qualifier, Role, Sentence, Span
from checker.normalise import gazetteer, places, verbs
from checker.values import Office, Place

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "across",
        "around",
        "outside",
        "inside",
        "within",
        "throughout",
        "off",
    }
)


_AWAY = frozenset({"to", "from", "against", "with", "for", "by", "towards", "toward", "between"})


#: How much a mention of a place says that the story happens there.
_THERE, _NAMED, _ACTING = 12, 4, 1


#: Acts that are done to a place: "stormed Homs", "hit the coast of Peru".
_STRICKEN = frozenset(
    {"hit", "attack", "bomb", "arrest", "destroy", "devastate", "flood", "batter", "sweep"}
)


#: A lead is so many sentences long.
LEAD = 3


def place_of(
    story: Story, sentence: Sentence, span: Span, said: Sequence[Saying]
) -> Qualifier | None:
    """Where it happened: in the sentence, else in the paragraph, else the story's main place."""
    here = _place_in(story, sentence, span, said)
    if here is not None:
        return here
    for index in range(sentence.index - 1, -1, -1):
        other = story.sentences[index]
        if other.paragraph != sentence.paragraph:
            break
        near = _place_in(story, other, other.span, ())
        if near is not None:
            return replace(near, how=How.INHERITED)
    main = main_place(story)
    if main is None:
        return None
    how = How.INHERITED if _named_in_lead(story, main) else How.ASSUMED
    return Qualifier(main.name, main.key, how, main)


@lru_cache(maxsize=64)
def main_place(story: Story) -> Place | None:
    """The country, else the place, where things happen in a story.

    A place counts by its use: most where something is said to be there, little where it only acts
    ("Russia has blocked …"). Each place counts for the country that it lies in too.
    """
    counts: Counter[str] = Counter()
    by_key: dict[str, Place] = {}
    for sentence in story.sentences:
        tokens = story.tokens[sentence.index]
        for mention in story.of_kind(sentence, Kind.PLACE):
            value = mention.value
            if not isinstance(value, Place):
                continue
            by_key.setdefault(value.key, value)
            for key in {value.key, *value.within[-1:]}:
                counts[key] += _weight_in(tokens, mention)
    if not counts:
        return None
    for key in [key for key in counts if key not in by_key]:
        inside = [place for place in by_key.values() if key in place.within]
        if len(inside) == 1:
            # A country that is not named, of which one town is, is no place of the story's own.
            del counts[key]
    depth = {key: len(by_key[key].within) if key in by_key else 0 for key in counts}
    best = max(counts, key=lambda key: (counts[key], -depth[key], key))
    if best in by_key:
        return by_key[best]
    return gazetteer.place_of_key(best, best)


def _weight_in(tokens: Sequence[Token], mention: Mention) -> int:
    if is_locative(tokens, mention):
        return _THERE
    after = index_at(tokens, mention.span.end)
    acts = any(verb.first == after for verb in find_verbs(tokens))
    owns = after > 0 and tokens[after - 1].lower.endswith(("'s", "s'"))
    return _ACTING if acts or owns else _NAMED


def _named_in_lead(story: Story, place: Place) -> bool:
    telling = [s for s in story.sentences if s.role in TELLING]
    lead = [s for s in telling if s.role is Role.HEADLINE][:2]
    lead += [s for s in telling if s.role is Role.BODY][:LEAD]
    return any(_tells_of(story, sentence, place) for sentence in lead)


def _tells_of(story: Story, sentence: Sentence, place: Place) -> bool:
    """Whether a sentence names a place, an office of it or its people ("Syria's president")."""
    for mention in story.of_kind(sentence, Kind.PLACE, Kind.OFFICE):
        value = mention.value
        if isinstance(value, Place) and place.key in (value.key, *value.within):
            return True
        if isinstance(value, Office) and value.body == place.key:
            return True
    nations = (places.demonym(token.text) for token in story.tokens[sentence.index])
    return any(nation is not None and nation.key == place.key for nation in nations)


def _place_in(
    story: Story, sentence: Sentence, span: Span, said: Sequence[Saying]
) -> Qualifier | None:
    """The place in a sentence that a claim hangs on: a locative one, near it, the most specific."""
    tokens = story.tokens[sentence.index]
    found = [
        mention
        for mention in story.of_kind(sentence, Kind.PLACE)
        if not any(saying.words.overlaps(mention.span) for saying in said)
        and is_locative(tokens, mention)
        and clauses_between(tokens, span, mention.span) <= 1
    ]
    if not found:
        return None

    def distance(mention: Mention) -> tuple[bool, int]:
        after = mention.span.start >= span.start
        apart = mention.span.start - span.end if after else span.start - mention.span.end
        return parted(tokens, span, mention.span), apart

    nearest = min(found, key=distance)
    assert isinstance(nearest.value, Place)
    for other in found:
        if isinstance(other.value, Place) and nearest.value.key in other.value.within:
            nearest = other
    return _joined(story, tokens, found, nearest)


def is_locative(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the words before a place say that something is there."""
    at = index_at(tokens, mention.span.start) - 1
    steps = 0
    while at >= 0 and steps < 6:
        word = tokens[at].lower
        if word in _LOCATIVE:
            return True
        if word in _AWAY or is_border(tokens[at]) or word == ",":
            return False
        if word == "of" or (word == "and" and steps == 0):
            # "the city of X", "an attack on X and Y": what stands before decides.
            at, steps = at - 1, steps
            continue
        if verbs.act(word) in _STRICKEN:
            return True
        at, steps = at - 1, steps + 1
    return False


def _joined(
    story: Story, tokens: Sequence[Token], found: Sequence[Mention], chosen: Mention
) -> Qualifier:
    """The chosen place, together with those that "and" joins to it."""
    assert isinstance(chosen.value, Place)
    group = [chosen]
    for other in found:
        if other is chosen or not isinstance(other.value, Place):
            continue
        if other.value.key in chosen.value.within or chosen.value.key in other.value.within:
            continue
        first, second = sorted((chosen, other), key=lambda mention: mention.span)
        low, high = index_at(tokens, first.span.end), index_at(tokens, second.span.start)
        between = [token.lower for token in tokens[low:high]]
        if "and" in between and len(between) <= 4:
            group.append(other)
    if len(group) == 1:
        return Qualifier(
            chosen.value.name, chosen.value.key, How.EXPLICIT, chosen.value, chosen.span
        )
    values = sorted(
        (mention.value for mention in group if isinstance(mention.value, Place)),
        key=lambda place: place.key,
    )
    shared = [key for key in values[0].within if all(key in value.within for value in values)]
    name = " and ".join(value.name for value in values)
    joined = Place(
        text=name,
        name=name,
        key="+".join(value.key for value in values),
        kind="places",
        within=tuple(shared),
        known=all(value.known for value in values),
    )
    return Qualifier(name, joined.key, How.EXPLICIT, joined, chosen.span)

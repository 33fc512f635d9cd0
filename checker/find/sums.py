"""Parts and their total in one statement: "600 jobs, 350 in Leeds and 300 in Gdansk".

A full enumeration makes its total; what is told as some of the whole ("including 350 in Leeds and
300 in Gdansk") is no more than it. Things of other kinds ("30 points, 10 rebounds and 5 assists")
are no parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.find.clauses import clause_words, find_verbs, index_at
from checker.find.story import Story
from checker.find.words import Token
from checker.model import Kind, Mention, Sentence, Span
from checker.normalise import peoplewords
from checker.values import Bounds, Hedge, plain

_OPENS = frozenset({",", "--", "—", "–", ":", "("})
_REACH = 5
_EXACT = frozenset({Hedge.NONE})


def sums_in(story: Story, sentence: Sentence) -> Iterator[tuple[Mention, Mention, bool]]:
    """Each total with its parts, added up, as one mention that spans them, and whether the parts
    are all there are.
    """
    tokens = story.tokens[sentence.index]
    numbers = [
        mention
        for mention in story.of_kind(sentence, Kind.NUMBER)
        if isinstance(mention.value, Bounds) and mention.value.hedge in _EXACT
    ]
    if len(numbers) < 3:
        return
    verbs = {index for verb in find_verbs(tokens) for index in range(verb.first, verb.at + 1)}
    taken: set[Span] = set()
    for position, total in enumerate(numbers[:-2]):
        if total.span in taken:
            continue
        parts = _parts_after(story, tokens, total, numbers[position + 1 :], verbs)
        if len(parts) >= 2 and _are_parts(story, tokens, total, parts):
            taken.update(part.span for part in parts)
            before = tokens[index_at(tokens, parts[0].span.start) - 1].lower
            yield total, _added(story, tokens, parts), before in _OPENS


def _parts_after(
    story: Story,
    tokens: Sequence[Token],
    total: Mention,
    numbers: Sequence[Mention],
    verbs: set[int],
) -> list[Mention]:
    """The figures of the list that follows a total, up to the one after "and"."""
    parts: list[Mention] = []
    last = total
    for mention in numbers:
        low, high = index_at(tokens, last.span.end), index_at(tokens, mention.span.start)
        between = [token.lower for token in tokens[low:high]]
        if high - low > _REACH + 1 or verbs & set(range(low, high)) or not between:
            return []
        if last is total:
            if between[-1] not in _OPENS and not _opens_some(between):
                return []
        elif between[-1] not in (",", "and"):
            return []
        parts.append(mention)
        if between[-1] == "and" and last is not total:
            return parts
        last = mention
    return []


def _opens_some(between: Sequence[str]) -> bool:
    """Whether the words before the first part say that the parts are some of the whole."""
    return between[-1] == "including" or list(between[-2:]) in (["among", "them"], ["of", "them"])


def _are_parts(
    story: Story, tokens: Sequence[Token], total: Mention, parts: Sequence[Mention]
) -> bool:
    """Whether the list parts the total by place ("350 in Leeds") or by kind of people."""
    prepositions = clause_words().prepositions
    after = [tokens[min(index_at(tokens, part.span.end), len(tokens) - 1)] for part in parts]
    if all(token.lower in prepositions and token.lower != "of" for token in after):
        return not _is_listed(tokens, total, parts[0])
    whole = _people_after(story, tokens, total)
    groups = [_people_after(story, tokens, part) for part in parts]
    if not whole or not all(groups) or len(set(groups)) < len(groups):
        return False
    return all(peoplewords.relation(group, whole) is peoplewords.Groups.WITHIN for group in groups)


def _is_listed(tokens: Sequence[Token], total: Mention, part: Mention) -> bool:
    """Whether the figure is itself the first of the list: "350 jobs in Leeds, 90 in York and …"."""
    low, high = index_at(tokens, total.span.end), index_at(tokens, part.span.start)
    between = [token.lower for token in tokens[low:high]]
    placed = any(word in clause_words().prepositions for word in between)
    return placed and not _opens_some(between)


def _people_after(story: Story, tokens: Sequence[Token], mention: Mention) -> str:
    at = index_at(tokens, mention.span.end)
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].is_word:
        if tokens[end].lower in ("and", "were", "was", "in", "at"):
            break
        end += 1
    if end == at:
        return ""
    return peoplewords.classify(story.words(Span(tokens[at].start, tokens[end - 1].end)))


def _added(story: Story, tokens: Sequence[Token], parts: Sequence[Mention]) -> Mention:
    bounds = [part.value for part in parts if isinstance(part.value, Bounds)]
    literal, usual = bounds[0].literal, bounds[0].usual
    for value in bounds[1:]:
        literal, usual = literal.plus(value.literal), usual.plus(value.usual)
    end = index_at(tokens, parts[-1].span.end)
    while (
        end < len(tokens) and tokens[end].is_word and end - index_at(tokens, parts[-1].span.end) < 2
    ):
        end += 1
    span = Span(parts[0].span.start, max(parts[-1].span.end, tokens[end - 1].end))
    nominal = sum(value.nominal for value in bounds)
    value = Bounds(
        plain(nominal), nominal, literal, usual, digits=max(value.digits for value in bounds)
    )
    return Mention(Kind.NUMBER, span, story.words(span), value)

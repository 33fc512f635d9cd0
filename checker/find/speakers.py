"""Who the speaker is: the noun group before or after a verb of saying, and its source key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checker.find.clauses import Verb, clause_words, find_verbs, index_at, is_border
from checker.find.keys import source_key
from checker.find.story import Story
from checker.find.words import Token
from checker.model import Attribution, Kind, Mention, Sentence, Span
from checker.normalise import verbs
from checker.normalise.lexicon import load
from checker.values import Organisation

#: A speaker is looked for in so many words before or after the verb of saying.
REACH = 12
#: Of a speaker told in more words than this, only the head is kept.
LONG_SPEAKER = 6
#: The kinds of mentions that speak, the first before the others.
SPEAKERS = (Kind.PERSON, Kind.ORG, Kind.OFFICE, Kind.PLACE)
#: Words that open what is said, and no speaker's name.
_NO_SPEAKER = frozenset({"that", "they", "he", "she", "it", "we", "i", "there", "on", "in", "at"})
_CLOSERS = frozenset({'"', "”", "’", "'", ","})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    nobody: frozenset[str]
    same: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = load("attribution")
    return _Lexicon(
        nobody=frozenset(data["nobody"]),
        same={words.lower(): group[0] for group in data["same_source"] for words in group},
    )


def speaker_in(story: Story, sentence: Sentence, tokens: Sequence[Token]) -> Attribution | None:
    """The speaker that a stretch of a sentence names, by a name or by common words."""
    if not tokens:
        return None
    inside = [
        mention
        for mention in story.of_kind(sentence, *SPEAKERS)
        if tokens[0].start <= mention.span.start and mention.span.end <= tokens[-1].end
    ]
    if inside:
        mention = min(inside, key=_rank)
        return _as_speaker(story, mention, Span(tokens[0].start, mention.span.end))
    common = _common_speaker(story, tokens, len(tokens))
    return common[0] if common is not None else None


def speaker_before(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> tuple[Attribution, Span] | None:
    """The subject of a verb of saying, when it stands before it."""
    end = verb.first
    words = clause_words()
    while end > 0 and (tokens[end - 1].lower in words.between or tokens[end - 1].text == ","):
        end -= 1
    end = _skip_date(story, sentence, tokens, end)
    if end == 0:
        return None
    mention = _ending_at(story, sentence, tokens[end - 1].end)
    if mention is not None and mention.kind is Kind.PLACE:
        # "the refugee agency in Geneva said": the place only says where the speaker is.
        at = index_at(tokens, mention.span.start)
        if at > 1 and tokens[at - 1].lower in words.prepositions:
            end = at - 1
            mention = _ending_at(story, sentence, tokens[end - 1].end)
    if mention is None and end < verb.first and tokens[end].text == ",":
        # "Rebels, who control the town, say": the subject stands before the apposition.
        opened = max((i for i in range(end) if tokens[i].text == ","), default=0)
        if opened:
            end = opened
            mention = _ending_at(story, sentence, tokens[end - 1].end)
    if mention is not None and not _is_possessor(tokens, end):
        start = _np_start(story, sentence, tokens, mention)
        return _as_speaker(story, mention, Span(start, mention.span.end)), Span(
            start, mention.span.end
        )
    return _common_speaker(story, tokens, end)


def _skip_date(story: Story, sentence: Sentence, tokens: Sequence[Token], end: int) -> int:
    """The token before a date that stands between the speaker and the verb: "X on Monday said"."""
    for mention in story.of_kind(sentence, Kind.DATE):
        if end > 0 and mention.span.contains(Span(tokens[end - 1].start, tokens[end - 1].end)):
            end = index_at(tokens, mention.span.start)
            while end > 0 and tokens[end - 1].lower in ("on", "in", "late", "early", ","):
                end -= 1
    return end


def _is_possessor(tokens: Sequence[Token], end: int) -> bool:
    return tokens[end - 1].lower.endswith(("'s", "s'"))


def _ending_at(story: Story, sentence: Sentence, offset: int) -> Mention | None:
    """The widest speaker's mention that ends at an offset."""
    ending = [
        mention for mention in story.of_kind(sentence, *SPEAKERS) if mention.span.end == offset
    ]
    return min(ending, key=_rank, default=None)


def _np_start(story: Story, sentence: Sentence, tokens: Sequence[Token], mention: Mention) -> int:
    """Where the speaker's noun group starts: the office before the name is part of it."""
    start = mention.span.start
    for other in story.of_kind(sentence, Kind.OFFICE):
        if other.span.end <= start and start - other.span.end <= 2:
            start = other.span.start
    index = index_at(tokens, start)
    if index > 0 and tokens[index - 1].lower in clause_words().determiners:
        start = tokens[index - 1].start
    return start


def _common_speaker(
    story: Story, tokens: Sequence[Token], end: int
) -> tuple[Attribution, Span] | None:
    """A speaker named by common words: "human rights groups", "a spokesman for the army"."""
    words = clause_words()
    start = end
    while start > 0 and end - start < REACH:
        token = tokens[start - 1]
        if is_border(token) or token.text == "," or token.lower in words.coordinators:
            break
        start -= 1
    group = [token for token in tokens[start:end] if token.is_word]
    known = [
        index
        for index in range(len(group))
        if " ".join(token.lower for token in group[index:]) in _lexicon().same
    ]
    if known:
        # "a crackdown on dissent human rights groups say has killed": only the end of it speaks.
        group = group[known[0] :]
    elif len(group) > LONG_SPEAKER:
        # "The mother of a girl killed on Albany street said": the head is enough.
        cut = next((i for i, t in enumerate(group) if i and t.lower in words.prepositions), None)
        group = group[:cut]
    if not group or any(verbs.is_auxiliary(token.lower) for token in group):
        return None
    if len(group) == 1 and group[0].lower in _lexicon().nobody:
        return _by_pronoun(story, group[0])
    span = Span(group[0].start, group[-1].end)
    core = [
        token.lower
        for token in group
        if token.lower not in words.determiners and token.lower not in words.between
    ]
    if not core:
        return None
    text = " ".join(core)
    return Attribution(story.words(span), _lexicon().same.get(text, text), span), span


def _by_pronoun(story: Story, token: Token) -> tuple[Attribution, Span] | None:
    """Whom "he", "she" or "it" stands for: the last speaker of the sentences before."""
    kinds = {"he": (Kind.PERSON,), "she": (Kind.PERSON,), "it": (Kind.ORG,)}.get(token.lower)
    if kinds is None:
        return None
    here = story.sentence_at(token.start)
    for sentence in reversed(story.sentences[max(0, here.index - 3) : here.index + 1]):
        earlier = [
            mention
            for mention in story.of_kind(sentence, *kinds)
            if mention.span.end <= token.start and not _is_agency(mention)
        ]
        if earlier:
            mention = earlier[0] if sentence.index < here.index else earlier[-1]
            span = Span(token.start, token.end)
            return _as_speaker(story, mention, mention.span), span
    return None


def _is_agency(mention: Mention) -> bool:
    return isinstance(mention.value, Organisation) and mention.value.kind == "agency"


def speaker_after(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> tuple[Attribution, Span] | None:
    """The subject of an inverted verb of saying: "…, said the Observatory"."""
    if not follows_closing(tokens, verb.first) or verb.first != verb.at:
        return None
    words = clause_words()
    at = verb.at + 1
    while at < len(tokens) and tokens[at].lower in words.determiners:
        at += 1
    if at >= len(tokens):
        return None
    offset = tokens[at].start
    dates = story.of_kind(sentence, Kind.DATE)
    if tokens[at].lower in _NO_SPEAKER or any(d.span.start <= offset < d.span.end for d in dates):
        return None
    near = [
        mention
        for mention in story.of_kind(sentence, *SPEAKERS)
        if tokens[verb.at].end <= mention.span.start <= offset + 60
        and _is_one_group(tokens[at : index_at(tokens, mention.span.start)])
    ]
    if near:
        first = [m for m in near if m.span.start <= offset]
        mention = min(near if not first else first + near, key=_rank)
        span = Span(tokens[verb.at + 1].start, mention.span.end)
        return _as_speaker(story, mention, span), span
    end = at
    while end < len(tokens) and tokens[end].is_word and end - at < 6:
        if tokens[end].lower in words.prepositions or is_border(tokens[end]):
            break
        end += 1
    return _common_speaker(story, tokens[at:end], end - at) if end > at else None


def follows_closing(tokens: Sequence[Token], first: int) -> bool:
    """Whether a comma or a closing quote stands before a verb: "…, said Porter"."""
    return first > 0 and tokens[first - 1].text in _CLOSERS


def _is_one_group(tokens: Sequence[Token]) -> bool:
    """Whether the tokens can stand between a verb of saying and the name of who says it."""
    if any(token.text in ",.;" or is_border(token) for token in tokens):
        return False
    return not find_verbs(tokens) and not any(token.lower in _NO_SPEAKER for token in tokens)


def _as_speaker(story: Story, mention: Mention, span: Span) -> Attribution:
    """A mention as a speaker, told by a span: its holder speaks for an office."""
    holder = story.holder_of(mention)
    if holder is not None:
        # "Hillary Clinton, the US secretary of state, said": the person speaks, not the office.
        mention = holder
    return Attribution(story.words(span), source_key(story, mention), span)


def _rank(mention: Mention) -> tuple[int, Span]:
    """A person speaks before a body, a body before an office, an office before a place."""
    return SPEAKERS.index(mention.kind), mention.span

"""Who says it: the speaker of a claim, by the verb of saying that governs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
SPEAKERS = (Kind.PERSON, Kind.ORG, Kind.OFFICE, Kind.PLACE)
#: Words that open what is said, and no speaker's name.
_NO_SPEAKER = frozenset({"that", "they", "he", "she", "it", "we", "i", "there", "on", "in", "at"})
_CLOSERS = frozenset({'"', "”", "’", "'", ","})


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying with its speaker and the stretch of the sentence that is said.

    `words` is the stretch of the saying itself, speaker and verb.
    """

    words: Span
    said: Span
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class _Lexicon:
    leading: tuple[tuple[str, ...], ...]
    nobody: frozenset[str]
    trailing: frozenset[str]
    giving: frozenset[str]
    same: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = load("attribution")
    return _Lexicon(
        leading=tuple(tuple(phrase.split()) for phrase in data["leading"]),
        nobody=frozenset(data["nobody"]),
        trailing=frozenset(data["trailing"]),
        giving=frozenset(data["giving"]),
        same={words.lower(): group[0] for group in data["same_source"] for words in group},
    )


@lru_cache(maxsize=64)
def sayings(story: Story, sentence: Sentence) -> tuple[Saying, ...]:
    """Every saying of a sentence: what is said, and by whom."""
    tokens = story.tokens[sentence.index]
    found: list[Saying] = []
    for verb in find_verbs(tokens):
        if verb.act == verbs.SPEECH and not verb.passive:
            saying = _by_verb(story, sentence, tokens, verb)
            if saying is not None:
                found.append(saying)
    found.extend(_by_phrase(story, sentence, tokens))
    return tuple(found)


def attribution_of(story: Story, sentence: Sentence, span: Span) -> Attribution | None:
    """Who says the words of a span, as the sentence (or the quotation it belongs to) tells.

    Of several sayings the one whose words stand nearest governs; an outlet that reports what a
    speaker said is not the speaker.
    """
    covering = [
        saying
        for saying in sayings(story, sentence)
        if saying.said.contains(span) or saying.said.start <= span.start < saying.said.end
    ]
    if covering:
        nearest = min(
            covering,
            key=lambda saying: (
                _is_outlet(saying.attribution),
                min(abs(saying.words.end - span.start), abs(saying.words.start - span.end)),
            ),
        )
        return nearest.attribution
    return _by_own_verb(story, sentence, span) or _by_quotation(story, sentence, span)


def _is_outlet(attribution: Attribution) -> bool:
    return attribution.source.startswith("agency:")


def _by_verb(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> Saying | None:
    """The saying of one verb: "X said that …", "…, X said", "…, said X"."""
    inverted = _speaker_after(story, sentence, tokens, verb)
    before = _speaker_before(story, sentence, tokens, verb)
    after_text = _first_content_after(story, sentence, tokens, verb)
    if inverted is not None and (before is None or _follows_closing(tokens, verb.first)):
        speaker, start, end = inverted[0], tokens[verb.first].start, inverted[1].end
        return Saying(Span(start, end), Span(sentence.span.start, start), speaker)
    if before is None:
        return None
    speaker, words = before
    whole = Span(words.start, tokens[verb.at].end)
    if after_text is None:
        return Saying(whole, Span(sentence.span.start, words.start), speaker)
    if verbs.is_weak_speech(tokens[verb.at].text) and not _opens_statement(tokens, verb.at):
        return None
    return Saying(whole, Span(tokens[verb.at].end, sentence.span.end), speaker)


def _opens_statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that", a colon or a quotation follows, as a weak verb of saying needs."""
    following = [token.lower for token in tokens[at + 1 : at + 7]]
    return any(word in ("that", ":", '"', "“", "‘") for word in following)


def _follows_closing(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].text in _CLOSERS


def _first_content_after(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> int | None:
    """Where what is said starts after the verb, or None where only trimmings follow:
    "Twelve people died, the minister said on Tuesday in a statement."

    What stands before the speaker is the statement when it has a verb of its own.
    """
    rest = tokens[verb.at + 1 :]
    first = next((token for token in rest if token.is_word or token.text in '"“‘'), None)
    if first is None:
        return None
    if first.text in '"“‘' or first.lower == "that":
        return verb.at + 1
    if _statement_before(tokens, verb) and _is_trimming(story, sentence, rest, first):
        return None
    return verb.at + 1


def _is_trimming(story: Story, sentence: Sentence, rest: Sequence[Token], first: Token) -> bool:
    """Whether what follows the verb of saying only says when, where and to whom."""
    if rest[0] is not first or first.lower in _lexicon().trailing:
        return True
    return any(
        date.span.start <= first.start < date.span.end
        for date in story.of_kind(sentence, Kind.DATE)
    )


def _statement_before(tokens: Sequence[Token], verb: Verb) -> bool:
    """Whether a clause with its verb, ended by a comma or a closing quote, precedes the speaker."""
    low = max(0, verb.first - REACH)
    marks = [
        index for index in range(low, verb.first) if tokens[index].text in (",", "”", '"', "’")
    ]
    return bool(marks) and any(other.at < marks[-1] for other in find_verbs(tokens))


def _speaker_before(
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
        return _attribution(story, mention, Span(start, mention.span.end)), Span(
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


def _rank(mention: Mention) -> tuple[int, Span]:
    """A person speaks before a body, a body before an office, an office before a place."""
    return SPEAKERS.index(mention.kind), mention.span


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
            return _attribution(story, mention, mention.span), span
    return None


def _is_agency(mention: Mention) -> bool:
    return isinstance(mention.value, Organisation) and mention.value.kind == "agency"


def _speaker_after(
    story: Story, sentence: Sentence, tokens: Sequence[Token], verb: Verb
) -> tuple[Attribution, Span] | None:
    """The subject of an inverted verb of saying: "…, said the Observatory"."""
    if not _follows_closing(tokens, verb.first) or verb.first != verb.at:
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
        return _attribution(story, mention, span), span
    end = at
    while end < len(tokens) and tokens[end].is_word and end - at < 6:
        if tokens[end].lower in words.prepositions or is_border(tokens[end]):
            break
        end += 1
    return _common_speaker(story, tokens[at:end], end - at) if end > at else None


def _is_one_group(tokens: Sequence[Token]) -> bool:
    """Whether the tokens can stand between a verb of saying and the name of who says it."""
    if any(token.text in ",.;" or is_border(token) for token in tokens):
        return False
    return not find_verbs(tokens) and not any(token.lower in _NO_SPEAKER for token in tokens)


def _by_phrase(story: Story, sentence: Sentence, tokens: Sequence[Token]) -> list[Saying]:
    """Sources named by a phrase: "according to the ministry", ", citing police"."""
    words = clause_words()
    found: list[Saying] = []
    for at, token in enumerate(tokens):
        for phrase in _lexicon().leading:
            if token.lower != phrase[0]:
                continue
            end = at + len(phrase)
            if tuple(t.lower for t in tokens[at:end]) != phrase or end >= len(tokens):
                continue
            stop = end
            while (
                stop < len(tokens)
                and stop - end < REACH
                and not (
                    is_border(tokens[stop])
                    or tokens[stop].text in ",."
                    or (
                        stop > end
                        and tokens[stop].lower in words.prepositions
                        and tokens[stop].lower not in ("of", "for")
                    )
                )
            ):
                stop += 1
            inside = [
                mention
                for mention in story.of_kind(sentence, *SPEAKERS)
                if tokens[end].start <= mention.span.start
                and stop > end
                and mention.span.end <= tokens[stop - 1].end
            ]
            if inside:
                mention = min(inside, key=_rank)
                speaker = _attribution(story, mention, Span(tokens[end].start, mention.span.end))
            else:
                common = _common_speaker(story, tokens[end:stop], stop - end)
                if common is None:
                    continue
                speaker = common[0]
            words_span = Span(token.start, tokens[max(end, stop - 1)].end)
            found.append(Saying(words_span, sentence.span, speaker))
    return found


def _by_own_verb(story: Story, sentence: Sentence, span: Span) -> Attribution | None:
    """Who gives a figure by a verb that is part of the claim: "officials put the toll at 31"."""
    tokens = story.tokens[sentence.index]
    for verb in find_verbs(tokens):
        if tokens[verb.at].start == span.start and verb.base in _lexicon().giving:
            before = _speaker_before(story, sentence, tokens, verb)
            return before[0] if before is not None else None
    return None


def _by_quotation(story: Story, sentence: Sentence, span: Span) -> Attribution | None:
    """The speaker of a quotation that runs on into this sentence from the one before, or on."""
    for neighbour in (sentence.index - 1, sentence.index + 1):
        if not 0 <= neighbour < len(story.sentences):
            continue
        other = story.sentences[neighbour]
        if other.paragraph != sentence.paragraph or not _is_quoted(story, sentence, span):
            continue
        spoken = sayings(story, other)
        if spoken:
            return spoken[0].attribution
    return None


def _is_quoted(story: Story, sentence: Sentence, span: Span) -> bool:
    indexes = range(max(0, sentence.index - 2), sentence.index + 1)
    return any(
        mention.kind is Kind.QUOTE and mention.span.overlaps(span)
        for index in indexes
        for mention in story.mentions[index]
    )


def _attribution(story: Story, mention: Mention, span: Span) -> Attribution:
    holder = next((person for person, office in story.holders if office.span == mention.span), None)
    if holder is not None:
        # "Hillary Clinton, the US secretary of state, said": the person speaks, not the office.
        mention = holder
    return Attribution(story.words(span), source_key(story, mention), span)

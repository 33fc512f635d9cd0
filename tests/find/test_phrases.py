"""Phrases over a sentence: each test marks the slots of its sentence as <type words>."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.find.phrases import PhraseMatch, Slot, compile_book, slots_of
from checker.model import Kind, Mention, Span
from checker.rulebook import Fact
from checker.rulebook.phrase import PhraseError, parse_phrase
from checker.values import DateInterval, Mode, exactly

KILLED = (
    "{count} {people}? (were|was|have been|had been) killed",
    "(killed|killing) {count} {people}?",
    "death toll [from ...] (rose|climbed|stands|has risen) (to|at) {count}",
    "{count} {people}? (are|were|was|) dead",
)
_MARK = re.compile(r"<(\w+) ([^<>]+)>")


def fact(*say: str, id: str = "killed", vetoes: tuple[str, ...] = ()) -> Fact:
    return Fact(id, "Title", ("count",), (Kind.NUMBER,), say=say, not_=vetoes)


def read(marked: str) -> tuple[str, list[Slot]]:
    """The sentence without its marks, and the slots."""
    text, slots = "", []
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        slots.append(Slot(mark[1], Span(len(text), len(text) + len(mark[2]))))
        text += mark[2]
        last = mark.end()
    return text + marked[last:], slots


def matches(marked: str, *facts: Fact) -> tuple[str, list[PhraseMatch]]:
    text, slots = read(marked)
    return text, compile_book(facts or (fact(*KILLED),)).match(text, slots)


def found(marked: str, *facts: Fact) -> list[dict[str, str]]:
    """The words in the slots of each match."""
    text, all_found = matches(marked, *facts)
    return [
        {name: text[span.start : span.end] for name, span in match.slots.items()}
        for match in all_found
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "<count Twelve> people were not killed.",
        "<count Twelve> people were never killed.",
        "<count Twelve> people were nearly killed.",
        "<count Twelve> people were wrongly reported killed.",
        "<count Twelve> people, the army said, and a dog were killed.",
        "<count Twelve> people arrived; others were killed.",
        "<count Twelve> people arrived, and were killed.",
        "<count Twelve> houses were killed.",
        "<count Twelve> people said rebels were killed.",
        "A bus carrying <count 30> pilgrims was killed.",
        "Talks with <count 30> rebels were killed.",
        "People were killed.",
        "A mother of <count 12> was killed.",
        "A storm killed <count 12> sheep.",
        "A storm killed <count 12> lobsters.",
        "A storm killed <count thousands> of cattle.",
        "<count Dozens> of cattle were killed.",
        "<count 12> dead cows were washed ashore.",
        "",
        "...",
        "killed",
    ],
)
def test_match_stays_silent(marked: str) -> None:
    assert found(marked) == []


@pytest.mark.parametrize(
    ("marked", "count", "people"),
    [
        ("<count Nearly 400> have been killed since.", "Nearly 400", ""),
        ("<count Nearly 400> people have been killed.", "Nearly 400", "people"),
        ("A raid has killed <count more than 5,400> people.", "more than 5,400", "people"),
        ("<count 53> PEOPLE\nWERE  Killed.", "53", "PEOPLE"),
        ("<count 53> people have also reportedly been killed.", "53", "people"),
        ("“<count 53> people” were ‘killed’.", "53", "people"),
        ("<count 53> people in the city of Varn were killed.", "53", "people"),
        ("<count 53> people who were attending a funeral were killed.", "53", "people"),
        ("<count 53> people trapped under the rubble were killed.", "53", "people"),
        ("<count 12> of the <count 30> passengers were killed.", "12", "of the 30 passengers"),
        ("<count 12> of them were killed.", "12", "of them"),
        ("<count 12> more were killed.", "12", "more"),
        ("<count 12> members of the same family were killed.", "12", "members of the same family"),
        ("<count 12> women and children were killed.", "12", "women and children"),
        ("killed <count 12> men, women and children", "12", "men, women and children"),
        ("killing <count 12> ballet dancers in Varn", "12", "ballet dancers"),
        ("killing <count 12> Zendish army soldiers in Varn", "12", "Zendish army soldiers"),
        ("killed <count 100> Syrians in Varn", "100", "Syrians"),
        ("<count 12> police officers' lives ended; <count 3> cadets were killed.", "3", "cadets"),
        ("The death toll from the quake has risen to <count 230>.", "230", ""),
        ("The death-toll stands at <count 230>.", "230", ""),
        ("The death toll now stands at <count 230>.", "230", ""),
        ("The crash killed all <count 12> people aboard.", "12", "people"),
        ("<count 12> people were, sadly, killed.", "12", "people"),
        ("<count 12> people dead", "12", "people"),
        ("<count 12> dead", "12", ""),
        ("a raid with <count 12> people dead", "12", "people"),
        ("The quake killed <count 12> last night.", "12", ""),
        ("The quake killed <count 12> <date Monday> night.", "12", ""),
        ("The quake killed <count hundreds> of its people.", "hundreds", "of its people"),
    ],
)
def test_match_finds_figure_and_people(marked: str, count: str, people: str) -> None:
    (slots,) = found(marked)
    assert slots["count"] == count
    assert slots.get("people", "") == people


@pytest.mark.parametrize(
    ("marked", "insertion"),
    [
        (
            "<count Almost 100> people, including <count 55> civilians, were killed.",
            ", including 55 civilians,",
        ),
        (
            "<count 53> people -- <count 35> of them civilians -- were killed.",
            "-- 35 of them civilians --",
        ),
        ("<count 53> people – <count 35> of them men – were killed.", "– 35 of them men –"),
        (
            "<count 12> people (<count three> of them children) were killed.",
            "(three of them children)",
        ),
        ("<count 12> people, most of them women, were killed.", ", most of them women,"),
        (
            "<count 12> people, including a doctor, two nurses and a girl, were killed.",
            ", including a doctor, two nurses and a girl,",
        ),
        (
            "<count 12> people, <count three> of them children, were killed.",
            ", three of them children,",
        ),
        (
            "<count 12> people, a man and his sons among them, were killed.",
            ", a man and his sons among them,",
        ),
        ("<count 12> people, according to the army, were killed.", ", according to the army,"),
        ("<count 12> people, officials said, were killed.", ", officials said,"),
        ("<count 12> people, who had fled, were killed.", ", who had fled,"),
        ("<count 12> people including <count two> girls were killed.", "including two girls"),
        (
            "A blast killed <count 12> people, among them a doctor and a girl.",
            ", among them a doctor and a girl",
        ),
        (
            "A blast killed <count 12> people, including <count 5> girls, and hurt many.",
            ", including 5 girls,",
        ),
    ],
)
def test_match_skips_insertions_and_tells_them(marked: str, insertion: str) -> None:
    text, (match,) = matches(marked)
    assert [text[span.start : span.end] for span in match.insertions] == [insertion]


def test_match_gives_spans_of_the_exact_words() -> None:
    text, (match,) = matches("On Monday, <count almost 100> people, most of them men, were killed.")
    assert text[match.span.start : match.span.end] == (
        "almost 100 people, most of them men, were killed"
    )
    assert match.fact == "killed"
    assert match.phrase == KILLED[0]


def test_match_gives_one_match_for_the_same_words() -> None:
    rival = fact("{count} {people}? were killed", "{count} {people}", "killed")
    assert len(found("<count 12> people were killed.", rival)) == 1


def test_match_gives_every_fact_over_the_same_words() -> None:
    second = fact("{count} {people}? were killed", id="attack")
    _, both = matches("<count 12> people were killed.", fact(*KILLED), second)
    assert [match.fact for match in both] == ["attack", "killed"]


def test_match_gives_each_of_two_figures() -> None:
    marked = "<count 12> men were killed on Monday and <count 3> women were killed on Tuesday."
    assert [slots["count"] for slots in found(marked)] == ["12", "3"]


def test_match_is_vetoed_by_not() -> None:
    guarded = fact(*KILLED, vetoes=("none of [the] {count} {people}? were",))
    assert found("None of the <count 12> passengers were killed.", guarded) == []
    assert found("All of the <count 12> passengers were killed.", guarded)


@pytest.mark.parametrize(
    ("marked", "counts"),
    [
        ("<count Twelve> soldiers and <count two> policemen were killed.", ["Twelve", "two"]),
        (
            "<count Ten> men, <count two> women, and <count three> girls were killed.",
            ["Ten", "two", "three"],
        ),
        ("It killed <count 12> soldiers and <count two> policemen in Varn.", ["12", "two"]),
        ("It killed <count 12> soldiers and <count two> policemen were hurt.", ["12"]),
        ("It killed <count 12> soldiers and <count two> others wounded.", ["12"]),
        ("It killed <count 12> people and <count 30> injured.", ["12"]),
        ("It injured <count 12> men and <count two> boys were killed.", ["two"]),
    ],
)
def test_match_finds_figures_counted_together(marked: str, counts: list[str]) -> None:
    assert sorted(slots["count"] for slots in found(marked)) == sorted(counts)


@pytest.mark.parametrize(
    ("phrase", "marked", "slots"),
    [
        ("~arrest {count}", "Police will arrest <count 12>.", {"count": "12"}),
        ("~arrest {count}", "Arresting <count 12> took hours.", {"count": "12"}),
        ("~die in ... fire", "They died in a big house fire.", {}),
        ("~die in ... fire", "They died in a house on <count 2> fire.", {}),
        (
            "{person} [,] {age}",
            "<person Ann Day>, <age 42>, left.",
            {"person": "Ann Day", "age": "42"},
        ),
        ("{place}'s toll", "<place Varn>’s toll", {"place": "Varn"}),
        ("(in|at) {place}", "at <place Varn>", {"place": "Varn"}),
        (
            "{who} said",
            "<office Foreign Minister> <person Ann Day> said",
            {"who": "Foreign Minister Ann Day"},
        ),
        ("{who} said", "Witnesses said so.", {"who": "Witnesses"}),
        (
            "{count} ([of] {people}|houses) hit",
            "<count 9> of men hit",
            {"count": "9", "people": "of men"},
        ),
        (
            "rose from {old:count} to {count}",
            "rose from <count 9> to <count 12>",
            {"old": "9", "count": "12"},
        ),
        ("killed by {agent}", "killed by a falling tree in Varn", {"agent": "a falling tree"}),
        ("killed by {agent}", "killed by US-led forces driving north", {"agent": "US-led forces"}),
        (
            "{agent} killed {count}",
            "Masked gunmen killed <count 12>",
            {"agent": "Masked gunmen", "count": "12"},
        ),
        ("has risen [sharply] to {count}", "has risen sharply to <count 12>", {"count": "12"}),
        ("don't want {count}", "We don’t want <count 12>", {"count": "12"}),
        ("U.S. toll {count}", "the U.S. toll: ha. The U.S. toll <count 12>", {"count": "12"}),
    ],
)
def test_match_reads_the_grammar(phrase: str, marked: str, slots: dict[str, str]) -> None:
    assert found(marked, fact(phrase)) == [slots]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("~die in ... fire", "They died in bed, by fire."),
        ("~die in ... fire", "They died in bed and on fire."),
        ("~die in ... fire", "They died in one two three four five fire."),
        ("the toll", "the tolls"),
        ("the toll", "bathe toll"),
        ("is dead", "is, dead"),
    ],
)
def test_match_keeps_to_words_and_clauses(phrase: str, text: str) -> None:
    assert found(text, fact(phrase)) == []


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("{coutn} died", "unknown slot"),
        ("(a|b died", "not closed"),
        ("[a died", "not closed"),
        ("{count died", "not closed"),
        ("a) died", "not opened"),
        ("a | b", "outside brackets"),
        ("died? of", "follows no slot"),
        ("{count}", "no words"),
        ("[maybe]", "nothing at all"),
        ("... died", "gap stands at an end"),
        ("{count} to {count}", "two slots are called"),
        ("[a] " * 12 + "b", "in 4,096 ways"),
        ("(" * 9 + "a" + ")" * 9, "brackets stand in each other"),
        ("died %", "is no word"),
        ("", "no words"),
    ],
)
def test_parse_phrase_tells_what_is_wrong(phrase: str, told: str) -> None:
    with pytest.raises(PhraseError, match=told):
        parse_phrase(phrase)


def test_match_is_not_slowed_by_hostile_input() -> None:
    ways = "(a|a a|a a a) " * 5 + "[a] [a] b {count}"
    hostile = "a " * 3000 + "(, including " * 2000 + "-- killed " * 2000 + "<count 12>"
    start = time.perf_counter()
    found(hostile, fact(ways), fact(*KILLED, id="second"))
    assert time.perf_counter() - start < 5


SOUP = re.findall(
    r"\S+|\n",
    "12 people were killed , including 3 girls -- ( ) [ ] ; : who of the them and more others said "
    "men women Syrians reportedly not in Varn Monday 's ’ “ ” … - \n by with carrying mother dead",
)


@given(st.lists(st.sampled_from(SOUP), max_size=40), st.sampled_from([" ", ""]))
@settings(max_examples=150, deadline=None)
def test_match_stands_any_words(words: list[str], glue: str) -> None:
    """Whatever the words: the spans are of the sentence, and a slot is just what was given."""
    text = glue.join(words)
    given_slots = [Slot("count", Span(*m.span())) for m in re.finditer(r"\d+", text)]
    for match in compile_book([fact(*KILLED, "{who} ... dead by {agent} [of] {count}")]).match(
        text, given_slots
    ):
        assert 0 <= match.span.start < match.span.end <= len(text)
        assert match.slots["count"] in {slot.span for slot in given_slots}
        assert all(match.span.contains(span) for span in match.slots.values())


def test_match_tries_only_phrases_whose_words_are_there() -> None:
    """Two thousand phrases cost little where none of their words is said."""
    facts = [
        fact(f"~act{i} {{count}}", f"{{count}} were act{i}ed", id=f"f{i}") for i in range(1000)
    ]
    book = compile_book(facts)
    text, slots = read("<count 12> were act7ed on the way to the old bridge at Varn.")
    book.match(text, slots)
    start = time.perf_counter()
    for _ in range(200):
        assert len(book.match(text, slots)) == 1
    assert time.perf_counter() - start < 1


def test_slots_of_gives_a_mention_each_slot_it_can_fill() -> None:
    since = DateInterval("since March", mode=Mode.SINCE)
    mentions = [
        Mention(Kind.NUMBER, Span(12, 14), "12", exactly(12, "12")),
        Mention(Kind.DATE, Span(20, 31), "since March", since),
        Mention(Kind.DATE, Span(90, 96), "Monday", DateInterval("Monday", weekday=0)),
    ]
    inside = [
        Mention(Kind.DURATION, Span(40, 47), "12 days", DateInterval("12 days")),
        Mention(Kind.NUMBER, Span(40, 42), "12", exactly(12, "12")),
    ]
    assert slots_of(inside, Span(10, 50)) == [
        Slot("duration", Span(30, 37)),
        Slot("period", Span(30, 37)),
    ]
    assert slots_of(mentions, Span(10, 50)) == [
        Slot("number", Span(2, 4)),
        Slot("count", Span(2, 4)),
        Slot("date", Span(10, 21)),
        Slot("period", Span(10, 21)),
    ]

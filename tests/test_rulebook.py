"""Rule files: what loads, what layers do, and what each mistake is told as."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from checker.errors import RuleError, RuleErrors
from checker.model import Kind, Severity
from checker.rulebook import (
    ASKED,
    Condition,
    Dimension,
    Likeness,
    Must,
    Reach,
    Relation,
    Rulebook,
    load_rules,
)

FACTS = """
facts:
  killed:
    title: People killed
    value: count
    say:
      - "{count} {people}? (were|was|have been) killed"
      - "~kill {count} {people}?"
    not:
      - "none of [the] {count} {people}?"
    qualify: [people, place, period, agent]
"""

RULE = """
rules:
  - id: tolls.differ
    facts: [killed]
    when: {place: same, agent: compatible}
    must: overlap
    severity: error
    soften: {other-source: warning}
    why: First figures are often wrong.
    see: A style guide
    within: documents
    examples:
      contradicts:
        - ["Twelve people were killed in Varn.", "Nine people were killed in Varn."]
      agrees:
        - ["Twelve people were killed in Varn.", "A dozen people were killed in Varn."]
        - - {text: "More than 50 people have been killed.", published: 2012-01-31, publisher: no}
          - {text: "Some 70 have been killed.", published: 2012-03-13, origin: AFP, origins: [AP]}
"""


def write(folder: Path, text: str, name: str = "tolls.yml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, text: str) -> Rulebook:
    return load_rules(write(folder, text), shipped=False)


def problems(folder: Path, text: str) -> list[str]:
    """What is told of a file, a line each, without the folder."""
    with pytest.raises(RuleErrors) as caught:
        load(folder, text)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.errors)
    return [line.removeprefix(f"{folder}/") for line in lines]


def test_load_rules_reads_a_fact(tmp_path: Path) -> None:
    fact = load(tmp_path, FACTS + RULE).facts["killed"]
    assert (fact.title, fact.value, fact.kinds) == ("People killed", ("count",), (Kind.NUMBER,))
    assert len(fact.say) == 2
    assert len(fact.not_) == 1
    assert fact.qualify == (
        Dimension.PEOPLE,
        Dimension.PLACE,
        Dimension.PERIOD,
        Dimension.AGENT,
    )
    assert fact.like is Likeness.NONE


def test_load_rules_reads_a_rule(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, FACTS + RULE).rules
    assert rule.must is Must.OVERLAP
    assert rule.severity is Severity.ERROR
    assert rule.within is Reach.DOCUMENTS
    assert rule.relation(Dimension.AGENT) is Relation.COMPATIBLE
    assert rule.relation(Dimension.PERIOD) is Relation.ANY
    assert rule.softened(Condition.OTHER_SOURCE) is Severity.WARNING
    assert rule.softened(Condition.ASSUMED) is None
    assert rule.where is not None
    assert rule.where.line == 14


def test_load_rules_keeps_examples_as_written(tmp_path: Path) -> None:
    """A date is a day and not YAML's idea of one, and the outlet called “no” is no boolean."""
    examples = load(tmp_path, FACTS + RULE).rules[0].examples
    assert [len(example.items) for example in examples.agrees] == [2, 2]
    first, second = examples.agrees[1].items
    assert first.published == date(2012, 1, 31)
    assert first.publisher == "no"
    assert second.origins == ("AFP", "AP")
    assert examples.contradicts[0].where is not None


def test_load_rules_takes_a_single_story_as_an_example(tmp_path: Path) -> None:
    text = FACTS + RULE.replace(
        '- ["Twelve people were killed in Varn.", "A dozen people were killed in Varn."]',
        "- |\n          Twelve people were killed.\n\n          They were miners.",
    )
    (item,) = load(tmp_path, text).rules[0].examples.agrees[0].items
    assert item.text == "Twelve people were killed.\n\nThey were miners.\n"


def test_load_rules_takes_fact_ids_that_yaml_reads_as_booleans(tmp_path: Path) -> None:
    book = load(tmp_path, "facts:\n  no: {title: Votes against, value: number, like: sentence}\n")
    assert book.facts["no"].like is Likeness.SENTENCE


def test_load_rules_reads_all_files_of_a_folder_but_hidden_ones(tmp_path: Path) -> None:
    write(tmp_path, RULE, "a.yml")
    write(tmp_path / "more", FACTS, "b.yaml")
    write(tmp_path, "nonsense: [", ".draft.yml")
    assert load_rules(tmp_path, shipped=False).rules[0].id == "tolls.differ"


def test_load_rules_overrides_by_id_in_part(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", FACTS + RULE)
    desk = write(tmp_path / "desk", "rules:\n  - {id: tolls.differ, severity: note, soften: {}}\n")
    (rule,) = load_rules(ours, desk, shipped=False).rules
    assert rule.severity is Severity.NOTE
    assert rule.must is Must.OVERLAP
    assert len(rule.examples.agrees) == 2


def test_load_rules_turns_a_rule_off(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", FACTS + RULE)
    desk = write(tmp_path / "desk", "rules:\n  - {id: tolls.differ, off: yes}\n")
    book = load_rules(ours, desk, shipped=False)
    assert book.rules[0].off
    assert book.active == ()


def test_load_rules_replaces_a_rule_that_is_given_whole(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", FACTS + RULE)
    desk = write(tmp_path / "desk", RULE.replace("    soften: {other-source: warning}\n", ""))
    (rule,) = load_rules(ours, desk, shipped=False).rules
    assert rule.soften == ()
    assert "desk" in str(rule.where)


def test_load_rules_adds_words_to_a_fact(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", FACTS)
    desk = write(tmp_path / "desk", 'facts:\n  killed: {also: "{count} souls perished"}\n')
    fact = load_rules(ours, desk, shipped=False).facts["killed"]
    assert len(fact.say) == 3
    assert fact.title == "People killed"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: error", "severty: error", "tolls.yml:18:5: rule: unknown key “severty”"),
        ("severity: error", "severity: errors", "unknown severity “errors” (did you mean “error”?"),
        ("must: overlap", "must: overlaps", "unknown must “overlaps” (did you mean “overlap”?"),
        ("place: same", "place: sam", "unknown when for place “sam” (did you mean “same”?"),
        ("place: same", "plaec: same", "when: unknown key “plaec” (did you mean “place”?"),
        (
            "facts: [killed]",
            "facts: [kiled]",
            "15:13: unknown fact “kiled” (did you mean “killed”?",
        ),
        ("within: documents", "within: papers", "unknown within “papers”"),
        ("other-source: warning", "other-source: error", "is no lower than the rule's error"),
        ("tolls.differ", "differ", "“differ” is no id for a rule"),
        ("2012-01-31", "2012-02-31", "“2012-02-31” is no day (write it as 2012-01-31)"),
        ("value: count", "value: cuont", "unknown value “cuont” (did you mean “count”?"),
        ("~kill {count}", "~kill {cuont}", "unknown slot {cuont}"),
        ("(were|was|have been)", "(were|was|have been", "7:28: “(” is not closed in the phrase"),
        ("~kill {count} {people}?", "many were killed", "has no slot for the fact's value"),
        ("why: First figures are often wrong.", "why:", "why is empty (fill it in or remove"),
        ("see: A style guide", "message: '{a} or {thing}'", "the message names {thing}"),
        (
            "see: A style guide",
            "message: '{a:d}'",
            ": the message formats {a:d} (write {a} alone",
        ),
        ("see: A style guide", "message: '{a!x}'", "the message formats {a!x} (write {a} alone"),
        ("see: A style guide", "message: '{a:{zz}}'", "the message formats {a:{zz}}"),
        ("see: A style guide", "message: '{a.b}'", "the message names {a.b}"),
        ("see: A style guide", "message: '{}'", "the message names {}"),
        ("place: same", "place: differs", "16:19: unknown when for place “differs” (use one of: "),
        ("place: same", "place: overlaps", "unknown when for place “overlaps”"),
        ("place: same", "place: compatible", "unknown when for place “compatible” (use one of: "),
        (
            "place: same",
            "origin: within",
            "unknown when for origin “within” (use one of: same, any",
        ),
        ("place: same", "event: same", "16:19: when: that the event is the same is always"),
        ("place: same", "source: same", "when: unknown key “source”"),
        ("place: same", "head: same", "“head” (use one of: place, period, people, agent, origin)"),
        ("place: same", "place: within", "16:11: rule tolls.differ: `within` says nothing for"),
        (
            "    qualify:",
            "    like: sentence\n    qualify:",
            "not asked of “killed”, which is found",
        ),
        ("see: A style guide", "see: [a]", "see is not a line of text"),
        ("see: A style guide", "off: perhaps", "off is neither true nor false"),
        ("      contradicts:\n", "      contradict:\n", "no example of what it flags"),
        ("        - - {text", "      todo:\n        - - {text", "1 examples of what stays silent"),
        ("must: overlap", "must: [overlap]", "must is not a line of text"),
        ("    when:", "\twhen:", "not valid YAML"),
        ("severity: error", "severity: error\n    severity: note", "“severity” is given twice"),
    ],
)
def test_load_rules_tells_what_is_wrong(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in FACTS + RULE
    assert any(told in line for line in problems(tmp_path, (FACTS + RULE).replace(old, new, 1)))


@pytest.mark.parametrize("message", ["{title}: {a} or {b}", "{{x}} {a}", "", "“{a}” ({place})"])
def test_load_rules_takes_a_message_of_plain_fields(tmp_path: Path, message: str) -> None:
    told = f"message: '{message}'" if message else ""
    (rule,) = load(tmp_path, FACTS + RULE.replace("see: A style guide", told)).rules
    assert rule.message == message


@pytest.mark.parametrize("dimension", list(Dimension))
def test_load_rules_takes_what_can_be_asked(tmp_path: Path, dimension: Dimension) -> None:
    """Every dimension can be left open, and `within` goes with a part and a whole."""
    for relation in ASKED[dimension]:
        text = RULE.replace("{place: same, agent: compatible}", f"{{{dimension}: {relation}}}")
        text = text.replace("must: overlap", "must: not-exceed")
        (rule,) = load(tmp_path, FACTS + text).rules
        assert rule.when == ((dimension, relation),)


def test_load_rules_tells_a_fact_that_came_to_be_found_by_likeness(tmp_path: Path) -> None:
    """A layer may change the fact alone: the rule over it is then not asked."""
    ours = write(tmp_path / "ours", FACTS + RULE)
    desk = write(tmp_path / "desk", "facts:\n  killed: {like: sentence}\n")
    with pytest.raises(RuleErrors, match=r"tolls.yml:16:11.*found by likeness .leave `when:` out"):
        load_rules(ours, desk, shipped=False)


def test_rulebook_finds_a_rule_by_its_id(tmp_path: Path) -> None:
    book = load(tmp_path, FACTS + RULE)
    assert book.rule("tolls.differ") is book.rules[0]
    assert book.rule("tolls") is None
    assert Rulebook(book.facts, ()).rule("tolls.differ") is None


def test_load_rules_wants_examples(tmp_path: Path) -> None:
    start = RULE.index("    examples:")
    (line,) = problems(tmp_path, FACTS + RULE[:start])
    assert line == "tolls.yml:14:5: rule tolls.differ has no “examples” (add `examples:`)"


def test_load_rules_tells_all_mistakes_of_all_files(tmp_path: Path) -> None:
    write(tmp_path, FACTS.replace("value: count", "value: size").replace("[people", "[folk"))
    with pytest.raises(RuleErrors) as caught:
        load_rules(write(tmp_path, "rules: {}\n", "b.yml"), tmp_path / "gone", shipped=False)
    told = str(caught.value)
    assert len(caught.value.errors) == 4
    assert "unknown value “size”" in told
    assert "unknown qualifier “folk”" in told
    assert "rules is not a list" in told
    assert "gone: no such folder of rules" in told


def test_load_rules_tells_an_id_given_twice_in_a_layer(tmp_path: Path) -> None:
    write(tmp_path, FACTS + RULE, "a.yml")
    write(tmp_path, FACTS + RULE, "b.yml")
    with pytest.raises(RuleErrors) as caught:
        load_rules(tmp_path, shipped=False)
    first, second = str(caught.value).splitlines()
    assert "fact killed is defined a second time" in first
    assert "rule tolls.differ is defined a second time" in second
    assert "a.yml:14:9" in second


def test_load_rules_tells_an_override_of_nothing(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", FACTS + RULE)
    desk = write(tmp_path / "desk", "rules:\n  - {id: tolls.difer, off: true}\n")
    with pytest.raises(RuleErrors, match=r"no earlier rule tolls.difer .*“tolls.differ”"):
        load_rules(ours, desk, shipped=False)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"facts: [",
        b"facts: &a [*a]\n",
        b"just words",
        b"- a list",
        b"facts:\n  ? [a]\n  : b\n",
        b"rules: [{id: [x]}]",
        b"rules: [{}, 3, {id: 3, facts: 4, must: 5}]",
        b"--- a\n--- b\n",
        b"[" * 20_000,
        b"facts: !!python/object/apply:os.system ['true']",
    ],
)
def test_load_rules_survives_any_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.yml").write_bytes(content)
    with pytest.raises(RuleErrors, match=r"bad\.yml"):
        load_rules(tmp_path, shipped=False)


def test_load_rules_takes_an_empty_file(tmp_path: Path) -> None:
    assert load(tmp_path, "# nothing yet\n").rules == ()


def test_load_rules_is_fast(tmp_path: Path) -> None:
    phrases = "".join(f'      - "{{count}} {{people}}? (were|was) act{i}ed"\n' for i in range(10))
    facts = "".join(
        f"  fact-{i}:\n    title: Fact {i}\n    value: count\n    say:\n{phrases}"
        for i in range(80)
    )
    folder = write(tmp_path, f"facts:\n{facts}")
    load_rules(folder, shipped=False)
    start = time.perf_counter()
    load_rules(folder, shipped=False)
    assert time.perf_counter() - start < 0.2


def test_rule_file_of_nested_brackets_is_an_error_and_not_the_end(tmp_path):
    (tmp_path / "deep.yml").write_text("rules: " + "[" * 60_000)
    with pytest.raises(RuleError, match="brackets or indents"):
        load_rules(tmp_path, shipped=False)

"""Makes the pages of docs/rules/ from rules/*.yml, and the excerpt of a report in README.md.

python tools/build_docs.py           write them
python tools/build_docs.py --check   say whether they are as they would be written
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from checker.cli import main
from checker.report.markdown import code, escape
from checker.report.words import day, listed
from checker.rulebook import (
    Condition,
    Dimension,
    Example,
    Fact,
    Item,
    Likeness,
    Must,
    Reach,
    Relation,
    Rule,
    Rulebook,
    load_rules,
)

ROOT = Path(__file__).parent.parent
PAGES = Path("docs/rules")
INDEX = PAGES / "README.md"
MADE = "Made by `python tools/build_docs.py` from rules/*.yml. Change those, not this page."

README = Path("README.md")
#: The finding that README.md shows: the dossier, and the rule of which it is the first finding.
SHOWN = ("corpus/war-tolls", "tolls.differ")
_EXCERPT = re.compile(r"(?<=<!-- excerpt -->\n).*?(?=<!-- end of excerpt -->)", re.DOTALL)

MUST = {
    Must.OVERLAP: "the two ranges share a value",
    Must.NOT_EXCEED: "the part is no more than the whole",
    Must.NOT_DECREASE: "the later figure is no less than the earlier",
    Must.NOT_STALE: "a draft's figure is the newest that its sources had",
    Must.SUM_TO: "the parts make the total",
    Must.CONVERT: "both units say one quantity, as far as they are printed",
    Must.SAME_DAY: "both days can be one day",
    Must.WEEKDAY_FITS: "the weekday is that of the date",
    Must.EXISTS: "the calendar has the day",
    Must.SAME_WORDS: "the words are the same; an excerpt, an ellipsis or a bracket is no change",
    Must.SAME_PERSON: "the two names are spelt alike",
    Must.SAME_OFFICE: "both give the person one office",
    Must.SAME_HOLDER: "both name one person in the office",
    Must.CREDITED_ALIKE: "both credit the figure to one source",
    Must.ONE_SCOPE: "one figure stands for one scope",
}
RELATION = {
    Relation.SAME: "the same",
    Relation.WITHIN: "one inside the other",
    Relation.COMPATIBLE: "the same, or left open by one of them",
    Relation.ANY: "any",
}
DIMENSION = {
    Dimension.PLACE: "place",
    Dimension.PERIOD: "time",
    Dimension.PEOPLE: "people",
    Dimension.AGENT: "who did it",
    Dimension.ORIGIN: "what the stories rest on",
}
REACH = {
    Reach.ANY: "in two stories, or in one",
    Reach.DOCUMENTS: "in two stories",
    Reach.DOCUMENT: "in one story",
    Reach.STATEMENT: "in one sentence",
}
CONDITION = {
    Condition.OTHER_SOURCE: "where each side names a source of its own",
    Condition.UNSURE: "where the verdict is unsure",
}
LIKENESS = {
    Likeness.ACT: "any day of an act, beside the same act of the same actor elsewhere",
    Likeness.SENTENCE: "any figure, beside much the same sentence elsewhere",
    Likeness.SPEAKER: "any quotation, beside much the same words elsewhere",
    Likeness.NAME: "any name that stands in full, beside one much like it elsewhere",
    Likeness.PAIR: "two things that stand side by side in one sentence",
}
EXAMPLES = {
    "contradicts": "These contradict each other:",
    "unsure": "Here a person has to look:",
    "agrees": "Here nothing is said:",
    "todo": "Known gaps, on which the rule is not yet right:",
}


def pages(book: Rulebook) -> dict[Path, str]:
    """Each page by its path: one a rule file, and the index."""
    topics = dict.fromkeys(topic(rule) for rule in book.rules)
    made = {PAGES / f"{name}.md": page(name, book) for name in topics}
    return made | {INDEX: _text(_index(book))}


def topic(entry: Rule | Fact) -> str:
    """The rule file that a rule or a fact is written in, without its suffix."""
    assert entry.where is not None
    return Path(entry.where.path).stem


def page(name: str, book: Rulebook) -> str:
    """The page of one rule file: its rules, each with all its examples, and its facts."""
    facts = [fact for fact in book.facts.values() if topic(fact) == name]
    blocks = [f"<!-- {MADE} -->", *_heading(name)]
    for rule in book.rules:
        if topic(rule) == name:
            blocks += _rule(rule, book)
    blocks += ["## What is found", *(block for fact in facts for block in _fact(fact))]
    return _text(blocks)


def _text(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _heading(name: str) -> Iterator[str]:
    """The first line of the rule file says what it is about."""
    lines = Path(f"rules/{name}.yml").read_text(encoding="utf-8").splitlines()
    title, _, about = lines[0].removeprefix("# ").partition(": ")
    yield f"# {title}"
    yield f"{about[:1].upper()}{about[1:]} [All rules](README.md)"


def _rule(rule: Rule, book: Rulebook) -> Iterator[str]:
    yield f"## {rule.id}"
    yield f"{escape(rule.title)}.{' This rule is off.' if rule.off else ''}"
    yield f"**Why it matters.** {escape(rule.why)}"
    yield f"**What to do.** {escape(rule.do)}"
    yield f"**Authority.** {escape(rule.see)}"
    yield "\n".join(f"- {key}: {value}" for key, value in _definition(rule, book))
    for kind, heading in EXAMPLES.items():
        examples: tuple[Example, ...] = getattr(rule.examples, kind)
        if examples:
            yield heading
            yield "\n".join(map(_example, examples))


def _definition(rule: Rule, book: Rulebook) -> Iterator[tuple[str, str]]:
    facts = [f"{escape(book.facts[id].title)} ({code(id)})" for id in rule.facts]
    yield "compares", listed(facts)
    yield "stated", REACH[rule.within]
    for dimension, relation in rule.when:
        yield DIMENSION[dimension], RELATION[relation]
    yield "must hold", f"{MUST[rule.must]} ({code(rule.must.value)})"
    softened = "".join(
        f"; {severity.value} {CONDITION[condition]}" for condition, severity in rule.soften
    )
    yield "severity", f"{rule.severity.value}{softened}"


def _example(example: Example) -> str:
    """The stories of one example, a line each."""
    return "- " + "\\\n  ".join(map(_story, example.items))


def _story(item: Item) -> str:
    known = [
        *([escape(item.publisher)] if item.publisher else []),
        *([day(item.published)] if item.published is not None else []),
        *([f"rests on {escape(listed(item.origins))}"] if item.origins else []),
    ]
    return escape(item.text) + (f" *({', '.join(known)})*" if known else "")


def _fact(fact: Fact) -> Iterator[str]:
    yield f"### {fact.id}"
    limits = [DIMENSION[dimension] for dimension in fact.qualify]
    limited = f" It is limited by {listed(limits)}." if limits else ""
    yield f"{escape(fact.title)}. Its value: {listed(fact.value, 'or')}.{limited}"
    if fact.like:
        yield f"Found by likeness: {LIKENESS[fact.like]}."
    for heading, phrases in (("Found in the words", fact.say), ("But not in", fact.not_)):
        if phrases:
            yield heading
            yield "\n".join(["```text", *phrases, "```"])


def _index(book: Rulebook) -> Iterator[str]:
    yield f"<!-- {MADE} -->"
    yield "# Rules"
    yield (
        "What is compared, and what must hold. Each rule has its reason, its authority and its "
        "examples on the page of its topic, and `checker explain RULE` prints them too. A severity "
        "is a ceiling: what is unsure is a warning at most, and so is a contradiction whose sides "
        "each name a source of their own."
    )
    rows = [f"| {_link(rule)} | {_loudness(rule)} | {escape(rule.title)} |" for rule in book.rules]
    yield "\n".join(["| rule | severity | what it flags |", "| --- | --- | --- |", *rows])
    yield f"{len(book.rules)} rules over {len(book.facts)} facts."


def _link(rule: Rule) -> str:
    return f"[{rule.id}]({topic(rule)}.md#{anchor(rule.id)})"


def _loudness(rule: Rule) -> str:
    return "off" if rule.off else rule.severity.value


def anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading: small letters, digits and hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def with_excerpt(readme: str) -> str:
    """README.md with the excerpt as the report has it now."""
    dossier, id = SHOWN
    with redirect_stdout(StringIO()) as printed:
        main(["check", dossier, "--output", "-"])
    findings = re.split(r"^## ", printed.getvalue(), flags=re.MULTILINE)[1:]
    shown = next(f"## {finding}" for finding in findings if f"Rule `{id}`" in finding)
    return _EXCERPT.sub(lambda _: f"\n````markdown\n{shown.strip()}\n````\n\n", readme)


def build(*, check: bool) -> int:
    """Write each page, or count those that are out of date."""
    os.chdir(ROOT)
    wanted = pages(load_rules())
    wanted[README] = with_excerpt(README.read_text(encoding="utf-8"))
    left = set(PAGES.glob("*.md")) - wanted.keys()
    stale = left | {path for path, text in wanted.items() if _read(path) != text}
    for path in sorted(stale):
        if check:
            print(f"{path} is out of date: run python {Path(__file__).relative_to(ROOT)}")
        elif path in left:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
    return len(stale) if check else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(min(build(check="--check" in sys.argv[1:]), 1))

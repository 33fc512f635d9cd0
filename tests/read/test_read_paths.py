"""Files, folders and standard input to documents, and one clear line for each that is none."""

from __future__ import annotations

import io
import os
from datetime import date

import pytest

from checker.read import read_paths

BODY = "Twelve people died in Arda on Monday."


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, content=BODY):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def only(paths, **options):
    reading = read_paths(paths, **options)
    assert reading.unread == ()
    (document,) = reading.documents
    return document


def test_read_paths_reads_a_file(desk):
    write(desk / "story.txt", f"Bridge falls into river\n\n{BODY}\n")
    document = only(["story.txt"])
    assert (document.id, document.path) == ("story", "story.txt")
    assert document.title == "Bridge falls into river"
    assert document.text.endswith(f"{BODY}\n")
    assert (document.published, document.published_evidence, document.origins) == (None, "", ())


def test_read_paths_reads_a_folder_and_all_under_it_in_order(desk):
    names = ("b/x.md", "a.txt", "b/a/y.markdown", "c.TXT")
    others = (
        "README.md",
        ".hidden.txt",
        ".git/z.txt",
        "expected.yml",
        "notes.docx",
        "CHANGELOG.md",
    )
    for name in (*names, *others):
        write(desk / "stories" / name)
    reading = read_paths(["stories"])
    assert [document.id for document in reading.documents] == ["a", "y", "x", "c"]
    assert reading.unread == ()


def test_read_paths_reads_a_file_once(desk):
    write(desk / "stories" / "a.txt")
    (desk / "link.txt").symlink_to("stories/a.txt")
    reading = read_paths(["stories/a.txt", "stories", "./stories/../stories/a.txt", "link.txt"])
    assert [document.path for document in reading.documents] == ["stories/a.txt"]


def test_read_paths_goes_through_no_folder_twice(desk):
    write(desk / "stories" / "a.txt")
    (desk / "stories" / "loop").symlink_to("..")
    assert only(["stories"]).id == "a"


def test_read_paths_gives_the_shortest_ids_that_differ(desk):
    for name in ("x/a.txt", "y/a.txt", "y/b.txt", "z/c.txt", "z/c.md", "p/q/d.txt", "o/q/d.txt"):
        write(desk / name)
    reading = read_paths([desk / name for name in ("x", "y", "z", "p", "o")])
    assert [document.id for document in reading.documents] == [
        "x/a", "y/a", "b", "c.md", "c.txt", "p/q/d", "o/q/d",
    ]  # fmt: skip


@pytest.mark.parametrize("stream", [io.StringIO(BODY), io.BytesIO(BODY.encode("utf-16"))])
def test_read_paths_reads_standard_input_once(stream):
    document = only(["-", "-"], stdin=stream)
    assert (document.id, document.path, document.text) == ("stdin", None, BODY)


def test_read_paths_reads_standard_input_with_front_matter_as_markdown():
    text = "---\npublished: 2012-06-14\n---\nTwelve **people** died.\n"
    document = only(["-"], stdin=io.StringIO(text))
    assert document.published == date(2012, 6, 14)
    assert document.text == "   \n" + " " * 21 + "\n   \nTwelve   people   died.\n"


def test_read_paths_makes_every_line_end_a_newline(desk):
    write(desk / "a.txt", "One.\r\nTwo.\rThree.\u2028Four.\x85Five.")
    assert only(["a.txt"]).text == "One.\nTwo.\nThree.\nFour.\nFive."


# Dates, publishers and origins


HEAD = (
    "---\ntitle: The bridge\ndate: {day}\npublisher: Valley Post\n"
    "origins: [Agence France-Presse]\n---\n"
)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "day",
    ["2012-06-14", "'2012-06-14'", "2012-06-14T23:30:00-05:00", "2012-06-14 10:00", "2012/6/14",
     "14 June 2012", "June 14, 2012", "Thursday 14 June 2012", "14/06/2012",
     "14 Jun 2012, 10:45 GMT"],
)  # fmt: skip
def test_read_paths_believes_front_matter_first(desk, name, day):
    write(desk / name, HEAD.format(day=day) + f"\n\nAFP, Tuesday 31 Jan 2012\n\n{BODY}")
    write(desk / "sources.yml", "a: {published: 2011-01-01, publisher: Coast Post}")
    document = only([name])
    assert (document.title, document.publisher) == ("The bridge", "Valley Post")
    assert (document.published, document.published_evidence) == (date(2012, 6, 14), "front matter")
    assert document.origins == ("AFP",)
    assert document.position(document.text.index("Twelve")) == (11, 1)


def test_read_paths_believes_a_byline_before_sources_yml_and_that_before_the_default(desk):
    write(desk / "a.txt", f"Bridge falls\n\nAFP, Tuesday 31 Jan 2012\n\n{BODY}")
    write(desk / "b.txt")
    write(desk / "c.txt")
    write(desk / "sources.yml", "{a.txt: {published: 2011-01-01}, b: {published: 2011-01-02}}")
    a, b, c = read_paths(["."], default_date=date(2011, 1, 3)).documents
    assert (a.published, a.publisher) == (date(2012, 1, 31), "AFP")
    assert (b.published, b.published_evidence) == (date(2011, 1, 2), "sources.yml")
    assert (c.published, c.published_evidence) == (date(2011, 1, 3), "--date")


def test_read_paths_takes_what_stories_do_not_say_from_sources_yml(desk):
    write(desk / "000.txt", f"{BODY} (AP)")
    write(desk / "000.md")
    write(
        desk / "sources.yml",
        "# dates\n"
        "000.txt: {published: 2012-06-14, publisher: UNI, origins: [Reuters]}\n"
        "000: {publisher: Valley Post, origin: Coast Wire}\n"
        "gone.txt: {published: 2012-06-14}\n",
    )
    (markdown, text), unread = (reading := read_paths(["."])).documents, reading.unread
    assert unread == ()
    assert (text.publisher, text.origins) == ("UNI", ("Reuters", "UNI", "AP"))
    assert (markdown.publisher, markdown.origins) == ("Valley Post", ("Coast Wire",))


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{BODY}\n\n---\n\nHe left.",
        f"---\n{BODY}",
        f"{BODY}\n---\ntitle: no front matter here\n---\n",
        f"-----\ntitle: x\n-----\n{BODY}",
    ],
)
def test_read_paths_takes_a_rule_for_no_front_matter(desk, text):
    write(desk / "a.txt", text)
    assert only(["a.txt"]).text == text


def test_read_paths_skips_what_front_matter_says_to_others(desk):
    write(
        desk / "a.md",
        "---\nlayout: post\ntags: [a, b]\nauthor: {name: Ann, desk: [x]}\npublished:\ntitle: null\n"
        f"origins: AP, Reuters\n...\n# Bridge falls\n\n{BODY}",
    )
    document = only(["a.md"])
    assert (document.title, document.published) == ("Bridge falls", None)
    assert document.origins == ("AP", "Reuters")


# What cannot be read


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "", "a.txt: this is empty"),
        ("a.txt", " \n\t\n", "a.txt: this is empty"),
        ("a.txt", b"\x00\x01\x02" * 50, "a.txt: the file is binary"),
        ("a.txt", b"%PDF-1.7 ...", "a.txt: the file is a PDF"),
        ("a.docx", "words", "a.docx: .docx files are not read (stories are read as .txt, .md"),
        ("a.md", "---\ntitle: x\n---\n", "a.md: there is no text below the front matter"),
        ("a.md", f"---\ntitle: x\n{BODY}", "a.md:1: the front matter is never closed"),
        ("a.md", f"---\ntitle: [x\ndate: y\n---\n{BODY}", "a.md:3:5: no valid YAML"),
        ("a.md", f"---\na: b: c\n---\n{BODY}", "a.md:2:5: no valid YAML"),
        ("a.md", f"---\n- a: b\n---\n{BODY}", "a.md:2: the front matter is no list of keys"),
        ("a.md", f"---\nt: x\npublished: 2012-02-30\n---\n{BODY}", "a.md:3: published: 2012-02-30"),
        ("a.md", f"---\ndate: 31 June 2012\n---\n{BODY}", "a.md:2: date: 31 June 2012 is no date"),
        ("a.md", f"---\ndate: 2012\n---\n{BODY}", "a.md:2: date: 2012 is no date"),
        ("a.md", f"---\ndate: June 2012\n---\n{BODY}", "a.md:2: date: June 2012 is no date"),
        ("a.md", f"---\ndate: 04/05/2012\n---\n{BODY}", "a.md:2: date: 04/05/2012 is no date"),
        ("a.md", f"---\ndate: tomorrow\n---\n{BODY}", "a.md:2: date: tomorrow is no date"),
        ("a.md", "---\na: " + "[" * 50_000 + f"\n---\n{BODY}", "a.md:2: this is nested too deeply"),
        ("a.md", "---\na: " + "{a: " * 50_000 + f"\n---\n{BODY}", "a.md:2: this is nested"),
        ("a.md", f"---\n\x07: b\n---\n{BODY * 20}", "a.md:2: no valid YAML"),
    ],
)
def test_read_paths_tells_a_bad_file_in_one_line_and_reads_the_rest(desk, name, content, words):
    write(desk / name, content)
    write(desk / "good.txt")
    reading = read_paths([name, "good.txt"])
    assert [document.id for document in reading.documents] == ["good"]
    (unread,) = reading.unread
    assert unread.path == name
    assert unread.error.startswith(words)
    assert unread.error.endswith(")")
    assert len(unread.error) < 300
    assert "\n" not in unread.error


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing.txt", "missing.txt: there is no such file or folder (check the path)"),
        ("good.txt/x.txt", "good.txt/x.txt: there is no such file or folder"),
        ("empty", "empty: the folder holds no story (stories are read as .txt"),
        ("", '"": an empty path names no file'),
        ("a\0b", "a\\x00b: there is no such file or folder"),
        ("a\nb.txt", "a\\nb.txt: there is no such file"),
        ("dangling.txt", "dangling.txt: there is no such file"),
        ("itself.txt", "itself.txt: there is no such file"),
    ],
)
def test_read_paths_tells_a_path_that_leads_nowhere(desk, path, words):
    write(desk / "good.txt")
    write(desk / "empty" / "README.md")
    (desk / "dangling.txt").symlink_to("nowhere.txt")
    (desk / "itself.txt").symlink_to("itself.txt")
    reading = read_paths([path, "good.txt"])
    assert [document.id for document in reading.documents] == ["good"]
    (unread,) = reading.unread
    assert unread.error.startswith(words)


@pytest.mark.parametrize(
    ("content", "words", "published"),
    [
        (
            "a.txt: {published: 2012-02-30}\nb: {published: 2012-06-14}",
            ":1: published: 2012-02-30",
            1,
        ),
        ("b: {published: 2012-06-14}\na: 2012-06-14", ":2: a has no keys and values", 1),
        ("a: {published: [\n", ":2:1: no valid YAML", 0),
        ("- a\n- b", ":1: this is no list of stories", 0),
        (b"\x00\x01\x02", ": the file is binary", 0),
        ("[" * 100_000, ":1: this is nested too deeply", 0),
    ],
)
def test_read_paths_tells_a_bad_sources_yml_once_and_reads_the_stories(
    desk, content, words, published
):
    write(desk / "a.txt")
    write(desk / "b.txt")
    write(desk / "sources.yml", content)
    reading = read_paths(["."])
    assert len(reading.documents) == 2
    assert sum(document.published is not None for document in reading.documents) == published
    (unread,) = reading.unread
    assert unread.path == "sources.yml"
    assert unread.error.startswith(f"sources.yml{words}")


def test_read_paths_overlooks_sources_yml_when_a_shell_names_it(desk):
    write(desk / "a.txt")
    write(desk / "sources.yml", "a: {publisher: Valley Post}")
    assert only(["a.txt", "sources.yml"]).publisher == "Valley Post"


def test_read_paths_tells_a_file_that_is_too_large(desk):
    write(desk / "a.txt", b"a b. " * 4_000_001)
    (unread,) = read_paths(["a.txt"]).unread
    assert unread.error.startswith("a.txt: this is larger than 20 MB")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_read_paths_tells_what_may_not_be_read(desk):
    write(desk / "stories" / "a.txt").chmod(0)
    write(desk / "stories" / "b" / "b.txt")
    (desk / "stories" / "b").chmod(0)
    write(desk / "stories" / "c.txt")
    reading = read_paths(["stories"])
    (desk / "stories" / "b").chmod(0o700)
    assert [document.id for document in reading.documents] == ["c"]
    assert {unread.path for unread in reading.unread} == {"stories/a.txt", "stories/b"}
    assert all("this may not be read" in unread.error for unread in reading.unread)


def test_read_paths_leaves_pipes_in_folders_alone(desk):
    write(desk / "stories" / "a.txt")
    os.mkfifo(desk / "stories" / "b.txt")
    assert only(["stories"]).id == "a"


def test_read_paths_tells_empty_standard_input():
    (unread,) = read_paths(["-"], stdin=io.BytesIO(b"")).unread
    assert unread.error.startswith("-: this is empty")


def test_read_paths_tells_of_entries_about_no_file_and_reads_the_rest(desk):
    (desk / "here.txt").write_text("A tram left its rails.\n")
    (desk / "b.txt").write_text("A tram left its rails.\n")
    (desk / "sources.yml").write_text(
        "here: {publisher: UNI}\nher.txt:\n  publisher: UNI\nzzz.txt:\n"
    )
    reading = read_paths(["here.txt"])
    assert not reading.unread
    assert reading.documents[0].publisher == "UNI"
    assert reading.warnings == (
        "sources.yml:2: there is no story her.txt; perhaps here.txt",
        "sources.yml:4: there is no story zzz.txt; check its name",
    )


def test_read_paths_counts_entries_about_no_file_when_they_are_many(desk):
    (desk / "here.txt").write_text("A tram left its rails.\n")
    (desk / "sources.yml").write_text("".join(f"{n}00.txt: {{}}\n" for n in range(1, 51)))
    assert len(warnings := read_paths(["here.txt"]).warnings) == 6
    assert "45 more" in warnings[-1]

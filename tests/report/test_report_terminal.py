from __future__ import annotations

import io
from dataclasses import replace

from report_stories import QUIET, TOLL, TROUBLED

from checker.report import terminal


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(result, *, brief=False, stream=None):
    stream = stream if stream is not None else io.StringIO()
    terminal.write(result, stream, brief=brief)
    return stream.getvalue()


def test_quiet_result_is_one_line():
    assert printed(QUIET) == "Nothing disagrees. 2 stories, 3 claims: 2 compared, 1 alone.\n"


def test_piped_output_is_plain(snapshot):
    text = printed(TROUBLED)
    assert "\x1b" not in text
    assert text == snapshot


def test_brief_output_leaves_out_reasons(snapshot):
    text = printed(TROUBLED, brief=True)
    assert "The same event?" not in text
    assert text == snapshot


def test_terminal_gets_colours(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in printed(TROUBLED, stream=Terminal())


def test_no_color_is_respected(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed(TROUBLED, stream=Terminal())


def test_story_cannot_send_control_characters():
    finding = replace(TOLL, message="\x1b[2Jgone\r\nerror: forged")
    text = printed(replace(TROUBLED, findings=(finding,)))
    assert "\x1b" not in text
    assert "\nerror: forged" not in text


def test_story_cannot_send_markup(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    finding = replace(TOLL, message="[bold]as it is[/bold] :smile:")
    text = printed(replace(TROUBLED, findings=(finding,)), stream=Terminal())
    assert "[bold]as it is[/bold] :smile:" in text

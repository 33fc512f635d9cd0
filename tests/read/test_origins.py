"""The agencies that a story credits."""

from __future__ import annotations

import time

import pytest

from checker.read.origins_in_text import canonical_origin, credited_origins, is_agency

BODY = "The bridge over the Arda was closed on Monday, the town said."


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The mayor (Photo: Reuters)",
        "The mayor at the bridge. © Ann Rowe - AFP/File",
        "The mayor told Reuters that the bridge was closed.",
        "The mayor told the state-run TASS news agency that the bridge was closed.",
        "Mayor Bloomberg said that the bridge was closed, according to Bloomberg.",
        "Rep. Ann Rowe (PA) said so.",
        "The Palestinian Authority (PA) said so.",
        "The Andhra Pradesh government (AP) said so.",
        "The Associated Press of the town was a newspaper.",
        "Reuters cut 400 jobs.",
        "The bridge, an AP-GfK poll said, is loved.",
        "The Wire reported on the bridge.",
    ],
)
def test_credited_origins_stays_silent(text):
    assert credited_origins(f"Bridge falls into river\n\n{text}\n\n{BODY}") == ()


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (f"{BODY}\n\n(AP, Reuters)", ("AP", "Reuters")),
        (f"{BODY} (UNI)", ("UNI",)),
        (f"{BODY}\n[AFP]", ("AFP",)),
        (f"{BODY} (Reuters and Agence France-Presse)", ("Reuters", "AFP")),
        (f"{BODY} (Coast Wire)", ("Coast Wire",)),
        (f"ARDA, June 14 (Reuters) - {BODY}", ("Reuters",)),
        (f"ARDA, Texas (AP) — {BODY}", ("AP",)),
        (f"Bridge falls\n\nAFP, Tuesday 31 Jan 2012\n\n{BODY}", ("AFP",)),
        (f"Bridge falls\n\nAnn Rowe, AFP\n\n{BODY}", ("AFP",)),
        (f"Bridge falls\n\nBy Ann Rowe, Associated Press\n\n{BODY}", ("AP",)),
        (f"Bridge falls\n\nBy The Associated Press\n\n{BODY}", ("AP",)),
        (f"Bridge falls\n\nReuters\n\n{BODY}", ("Reuters",)),
        (f"{BODY}\n\nSource: Xinhua", ("Xinhua",)),
        (f"Bridge falls\n\nAP, Reuters\n\n{BODY}", ("AP", "Reuters")),
        (f"Bridge falls\n\nBy Ann Rowe for Reuters\n\n{BODY}", ("Reuters",)),
        ("The bridge fell, Reuters reported.", ("Reuters",)),
        ("The bridge fell, reports AP.", ("AP",)),
        ("The bridge fell, according to the Associated Press.", ("AP",)),
        ("The bridge fell, according to Agence France Presse.", ("AFP",)),
        ("Russia's Interfax news agency said that the bridge fell.", ("Interfax",)),
        ("Citing AFP, the paper wrote that the bridge fell.", ("AFP",)),
        ("The bridge fell, Bloomberg reported.", ("Bloomberg",)),
        ("Press Trust of India (PTI) reported that the bridge fell.", ("PTI",)),
        ("A Reuters reporter saw it.", ("Reuters",)),
        ("An Associated Press writer saw it.", ("AP",)),
        ("A draft seen by AFP says so.", ("AFP",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("Reuters' Ann Rowe contributed to this report.", ()),
        (
            "The bridge fell, Coast Wire reported. Reuters reported it too.",
            ("Coast Wire", "Reuters"),
        ),
    ],
)
def test_credited_origins_finds_credits(text, origins):
    assert credited_origins(text) == origins


def test_canonical_origin_gives_the_short_name():
    assert canonical_origin("agence  France-Presse") == "AFP"
    assert canonical_origin("Valley Post") == "Valley Post"
    assert is_agency("Andes News Agency")
    assert not is_agency("Valley Post")
    assert not is_agency("Wire")


@pytest.mark.parametrize(
    "unit", ["(AP) ", "(", "AP ", "News Wire ", "Aaa ", "according to ", "AFP, "]
)
def test_credited_origins_takes_time_in_line_with_the_text(unit):
    start = time.perf_counter()
    credited_origins(unit * (200_000 // len(unit)))
    assert time.perf_counter() - start < 3

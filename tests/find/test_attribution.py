"""Who says it."""

from __future__ import annotations

import pytest
from understanding import toll


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in Lima.",
        "Twelve people were killed on the way to a police station.",
        "The flood killed 12 people and drowned the ministry's files.",
        "Twelve people were killed. The mayor said the bridge was old.",
    ],
)
def test_nobody_is_named_where_nobody_says_it(text: str):
    assert toll(text).attribution is None


SAID = [
    ("Police said twelve people were killed.", "police"),
    ("Twelve people were killed, police said.", "police"),
    ("Twelve people were killed, police officials said.", "police"),
    ("Twelve people were killed, according to police.", "police"),
    ("Twelve people were killed, the United Nations said.", "un"),
    ("The UN says that twelve people were killed.", "un"),
    ("Twelve people were killed, said Maria Ortega, a nurse.", "person:ortega/maria"),
    ("“Twelve people were killed,” Maria Ortega said.", "person:ortega/maria"),
    ("Maria Ortega, the mayor, said twelve people were killed.", "person:ortega/maria"),
    ("Twelve people were killed, Reuters reported, quoting police.", "police"),
    ("The governor put the death toll at 31.", "office:governor@"),
    ("Opposition activists said twelve people were killed.", "activists"),
    ("Maria Ortega runs the clinic. She said twelve people were killed.", "person:ortega/maria"),
]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_speaker_is_found_wherever_he_stands(text: str, source: str):
    attribution = toll(text).attribution
    assert attribution is not None
    assert attribution.source == source


@pytest.mark.parametrize("text", [text for text, _ in SAID])
def test_speakers_words_stand_in_the_text(text: str):
    attribution = toll(text).attribution
    assert attribution is not None
    assert attribution.text in text

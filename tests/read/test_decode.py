"""Bytes to text."""

from __future__ import annotations

import random

import pytest

from checker.errors import InputError
from checker.read.decode import decode

STORY = "Twelve people died, “and nobody came”, the café’s owner said – £5m was lost in Málaga. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "mac_roman"])
@pytest.mark.parametrize("copies", [1, 50])
def test_decode_reads_english_in_everyday_encodings(encoding, copies):
    assert decode((STORY * copies).encode(encoding)) == STORY * copies


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_decode_reads_wide_encodings_with_and_without_a_mark(encoding):
    assert decode(STORY.encode(encoding)) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "£5m was lost.",
        "Café owners left.",
        "He said “no”.",
        "It’s over.",
        "2°C – cold.",
        "3½ miles",
    ],
)
def test_decode_reads_one_strange_byte(text):
    assert decode(text.encode("cp1252")) == text


def test_decode_mends_stray_bytes_in_utf8():
    assert decode("“Yes,” he said. It".encode() + b"\x92s over.") == "“Yes,” he said. It’s over."


def test_decode_reads_other_scripts_by_guess():
    text = "新华社 said twelve people were killed in 北京 on Monday. " * 5
    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 words",
        b"PK\x03\x04rest",
        b"{\\rtf1 words}",
        bytes(range(256)) * 4,
        random.Random(1).randbytes(2000),
        b"text with \x01\x02\x03 controls",
        b"\xef\xbb\xbfabc\xff",
    ],
)
def test_decode_refuses_what_is_no_text(data):
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)

"""Bytes to text: UTF-8 by right, other encodings by what makes the text English."""

from __future__ import annotations

import codecs
import re

from checker.errors import InputError

#: Where so large a part of the high bytes makes sense as English, the encoding is settled.
SETTLED = 0.7
#: Text has next to no control characters.
MOST_CONTROLS = 0.01
REMEDY = "save it as plain text in UTF-8"

_MARKS = (  # the longer ones first: UTF-32's begins as UTF-16's does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: How files begin that people take for stories (each format's own signature).
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a Word document or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
)
_ENGLISH = re.compile(
    # punctuation and signs of the trade; letters with accents where words have them
    r"[‘’“”–—…•£€°½¼¾²®™«»§\u00a0¡¿]"
    r"|(?<=[A-Za-z])[à-öø-ÿšžœß]|[à-öø-ÿšžœ](?=[A-Za-z])"
    r"|(?<![^\W\d_])[À-ÖØ-ÞŠŽ](?=[a-z])|(?<=[A-Z])[À-ÖØ-Þ]|[À-ÖØ-Þ](?=[A-Z])"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPED = re.compile(r"[\udc80-\udcff]")


def decode(data: bytes) -> str:
    """The text of some bytes, without a byte order mark.

    Raises `InputError`, without its place, for what is no text.
    """
    for start, what in _SIGNATURES:
        if data.startswith(start):
            raise InputError(f"the file is {what}, not plain text", remedy=REMEDY)
    text = _decoded(data)
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise _binary()
    return text


def _binary() -> InputError:
    return InputError("the file is binary, not text", remedy=REMEDY)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if b"\x00" in data:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data) or _guessed(data)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        problem = f"the file says that it is {name}, but byte {error.start} is not"
        raise InputError(problem, remedy=REMEDY) from None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in English every second byte is zero, and no other one."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.7 * half and others < 0.1 * half:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    raise _binary()


def _western(data: bytes) -> str | None:
    """The text as UTF-8 with a few stray bytes, as Windows-1252 or as Mac Roman."""
    escaped = data.decode("utf-8", errors="surrogateescape")
    stray = len(_ESCAPED.findall(escaped))
    if stray < sum(char > "\x7f" for char in escaped) - stray:
        # Pasted together from two encodings: the stray bytes are nearly always Windows-1252.
        return _ESCAPED.sub(lambda match: _windows(ord(match[0]) - 0xDC00), escaped)
    high = sum(byte > 0x7F for byte in data)
    best, most = None, 0
    for encoding in ("cp1252", "mac_roman"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        fitting = len(_ENGLISH.findall(text))
        if fitting > most:
            best, most = text, fitting
    return best if most >= SETTLED * high else None


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError("the file is in no encoding that can be told", remedy=REMEDY)
    return str(best)

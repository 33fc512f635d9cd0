"""Records as JSON: the machine-readable form of everything the checker says (schema 1).

Keys are only ever added within a schema. `null` is an open end, or something that is not known.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.model import (
    Checked,
    Claim,
    Document,
    Finding,
    How,
    Kind,
    Mention,
    Qualifier,
    Sentence,
    Side,
    Status,
    Unread,
)
from checker.values import (
    WEEKDAYS,
    Bounds,
    DateInterval,
    Measure,
    Mode,
    Office,
    Organisation,
    PersonName,
    Place,
    Quotation,
    Range,
    Score,
    Value,
)

SCHEMA = 1

#: What became of a claim that was compared with another one.
COMPARED = frozenset({Status.CONTRADICTED, Status.UNSURE, Status.AGREED})


def result_to_dict(
    *,
    documents: Iterable[Document],
    findings: Iterable[Finding],
    claims: Iterable[Checked],
    unread: Iterable[Unread] = (),
) -> dict[str, Any]:
    """A whole check: documents, findings with their sides, every claim, and the coverage."""
    checked = tuple(claims)
    return {
        "schema": SCHEMA,
        "documents": [document_to_dict(document) for document in documents],
        "findings": [finding_to_dict(finding) for finding in findings],
        "claims": [checked_to_dict(item) for item in checked],
        "unread": _unread(unread),
        "coverage": coverage(checked),
    }


def claims_to_dict(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    mentions: Mapping[str, Sequence[Mention]] | None = None,
    unread: Iterable[Unread] = (),
) -> dict[str, Any]:
    """What was understood of some documents; `mentions` are by the document's id."""
    listed: dict[str, Any] = {
        "schema": SCHEMA,
        "documents": [document_to_dict(document) for document in documents],
        "claims": [claim_to_dict(claim) for claim in claims],
        "unread": _unread(unread),
    }
    if mentions is not None:
        listed["mentions"] = [
            mention_to_dict(mention, document=id)
            for id, found in mentions.items()
            for mention in found
        ]
    return listed


def stories_to_dict(
    documents: Iterable[Document],
    outlines: Mapping[str, Sequence[Sentence]],
    unread: Iterable[Unread] = (),
) -> dict[str, Any]:
    """Some documents as they were read, each with its text and sentences."""
    return {
        "schema": SCHEMA,
        "documents": [
            {
                **document_to_dict(document),
                "text": document.text,
                "sentences": [
                    {
                        "start": sentence.span.start,
                        "end": sentence.span.end,
                        "line": document.position(sentence.span.start)[0],
                        "paragraph": sentence.paragraph,
                        "role": sentence.role.value,
                    }
                    for sentence in outlines[document.id]
                ],
            }
            for document in documents
        ],
        "unread": _unread(unread),
    }


def coverage(claims: Sequence[Checked]) -> dict[str, int]:
    """How many claims there are, were compared with another one, and stand alone."""
    return {
        "claims": len(claims),
        "compared": sum(item.status in COMPARED for item in claims),
        "alone": sum(item.status is Status.ALONE for item in claims),
        "not_comparable": sum(item.status is Status.NOT_COMPARABLE for item in claims),
    }


def document_to_dict(document: Document) -> dict[str, Any]:
    """A document without its text."""
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published is not None else None,
        "published_evidence": document.published_evidence,
        "origins": list(document.origins),
    }


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """A finding with its sides."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "fact": finding.fact,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "reasons": list(finding.reasons),
        "advice": finding.advice,
        "see": finding.see,
        "sides": [_side(side) for side in finding.sides],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "value": side.value,
        "origins": list(side.origins),
        "claims": [claim_to_dict(claim) for claim in side.claims],
    }


def checked_to_dict(item: Checked) -> dict[str, Any]:
    """A claim and what became of it."""
    return {
        **claim_to_dict(item.claim),
        "status": item.status.value,
        "agreed_by": list(item.agreed_by),
    }


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """A claim: where it stands, its words and its canonical form.

    `qualified` says of each qualifier whether it is explicit, inherited or assumed.
    """
    line, column = claim.document.position(claim.span.start)
    return {
        "document": claim.document.id,
        "line": line,
        "column": column,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "sentence": claim.document.words(claim.sentence.span),
        "fact": claim.fact,
        "head": claim.head,
        "value": value_to_dict(claim.value.value, kind=claim.value.kind),
        "qualifiers": {name: qualifier_to_json(value) for name, value in claim.qualifiers},
        "qualified": {name: How(value.how).value for name, value in claim.qualifiers},
        "attribution": claim.attribution.text if claim.attribution is not None else None,
        "source": claim.attribution.source if claim.attribution is not None else None,
        "assertion": claim.assertion.value,
        "as_of": claim.as_of.isoformat() if claim.as_of is not None else None,
        "cumulative": claim.cumulative,
    }


def qualifier_to_json(qualifier: Qualifier) -> str | list[str]:
    """A place by its name, a period by its days (half-open), and anything else by its words."""
    match qualifier.value:
        case Place(name=name):
            return name
        case DateInterval(start=start, end=end) if start is not None and end is not None:
            return [start.isoformat(), end.isoformat()]
        case _:
            return qualifier.text


def mention_to_dict(mention: Mention, *, document: str) -> dict[str, Any]:
    """Some words of a document and their value."""
    return {
        "document": document,
        "kind": mention.kind.value,
        "text": mention.text,
        "start": mention.span.start,
        "end": mention.span.end,
        "value": value_to_dict(mention.value, kind=mention.kind),
    }


def value_to_dict(value: Value, *, kind: Kind | None = None) -> dict[str, Any]:
    """A value by its kind: the mention's where it is given, else what the value itself tells."""
    match value:
        case Bounds():
            name = "count" if kind in (None, Kind.NUMBER) else kind.value
            return {"kind": name, "text": value.text, **_bounds(value)}
        case Measure():
            return {
                "kind": value.dimension if kind is None else kind.value,
                "text": value.text,
                "dimension": value.dimension,
                "unit": value.unit,
                **_bounds(value.amount),
                "base": _ends(value.base.literal),
            }
        case DateInterval():
            return _date(value)
        case PersonName():
            return {
                "kind": "person",
                "text": value.text,
                "given": list(value.given),
                "surname": value.surname,
                "honorific": value.honorific,
            }
        case Office():
            return {
                "kind": "office",
                "text": value.text,
                "role": value.role,
                "body": value.body,
                "rank": list(value.rank),
            }
        case Organisation():
            return {"kind": "org", "text": value.text, "name": value.name, "key": value.key}
        case Place():
            return {
                "kind": "place",
                "text": value.text,
                "name": value.name,
                "key": value.key,
                "within": list(value.within),
            }
        case Quotation():
            return {"kind": "quote", "text": value.text}
        case Score():
            parts = [_number(part) for part in value.parts]
            return {"kind": "score", "text": value.text, "of": value.of, "parts": parts}


def _bounds(bounds: Bounds) -> dict[str, Any]:
    """The literal range at the top, the usual reading beside it."""
    return {**_ends(bounds.literal), "hedge": bounds.hedge.value, "usual": _ends(bounds.usual)}


def _ends(range: Range) -> dict[str, Any]:
    return {
        "low": _number(range.low),
        "high": _number(range.high),
        "low_closed": range.low_closed and math.isfinite(range.low),
        "high_closed": range.high_closed and math.isfinite(range.high),
    }


def _number(number: float) -> int | float | None:
    if not math.isfinite(number):
        return None
    return int(number) if number == int(number) else number


def _date(value: DateInterval) -> dict[str, Any]:
    """Days where they are known; else the weekday, or the month and day, that the words give."""
    if not value.is_resolved and value.weekday is not None:
        dated: dict[str, Any] = {
            "kind": "weekday",
            "text": value.text,
            "weekday": WEEKDAYS[value.weekday],
        }
    else:
        dated = {
            "kind": "date",
            "text": value.text,
            "start": value.start.isoformat() if value.start is not None else None,
            "end": value.end.isoformat() if value.end is not None else None,
            "grain": value.grain.value,
        }
        if not value.is_resolved and value.month is not None:
            dated |= {"month": value.month, "day": value.day}
    if value.mode is not Mode.ON:
        dated["mode"] = value.mode.value
    if value.part:
        dated["part"] = value.part
    if value.printed_weekday is not None:
        dated["printed_weekday"] = WEEKDAYS[value.printed_weekday]
    if value.offset is not None:
        dated["offset"] = value.offset
    if value.relative_days is not None:
        dated["relative_days"] = value.relative_days
    if value.impossible:
        dated["impossible"] = True
    return dated


def _unread(unread: Iterable[Unread]) -> list[dict[str, str]]:
    return [{"path": item.path, "error": item.error} for item in unread]

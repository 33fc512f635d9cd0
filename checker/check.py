"""The whole way as one function: documents and rules to a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.compare.evidence import gather
from checker.compare.group import group
from checker.compare.judge import judge, once_each
from checker.compare.pair import COMPARED, pairs_of
from checker.compare.places import settled
from checker.compare.relations import BEARING_OUT
from checker.errors import UsageError
from checker.find.claims import find_claims, understand
from checker.model import Checked, Claim, ClaimKey, Document, Finding, Judged, Status, Unread
from checker.rulebook import Rulebook, load_rules
from checker.values import Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """All that one check has to say. `drafts` are the ids of the documents under check, where
    they are checked against others; it is empty where all are compared with all.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    claims: tuple[Checked, ...]
    unread: tuple[Unread, ...] = ()
    drafts: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The result as the documented JSON, schema 1."""
        from checker.serial import result_to_dict

        return result_to_dict(
            documents=self.documents,
            findings=self.findings,
            claims=self.claims,
            unread=self.unread,
        )


def check(
    documents: Sequence[Document],
    *,
    against: Sequence[Document] | None = None,
    rules: Rulebook | None = None,
    unread: Sequence[Unread] = (),
) -> Result:
    """Compare the documents with each other, or, with `against`, each of them with itself and
    with those; the latter are then not compared among themselves.

    Raises UsageError where two documents bear one id.
    """
    book = rules if rules is not None else load_rules()
    everything = [*documents, *(against or ())]
    order: dict[str, int] = {}
    for document in everything:
        if document.id in order:
            raise UsageError(
                f"two documents have the id {document.id!r}", remedy="give each its own id"
            )
        order[document.id] = len(order)
    found = settled([understand(document, book) for document in everything])
    claims = [claim for understood in found for claim in understood.claims]
    drafts = tuple(document.id for document in documents) if against is not None else ()
    run = gather(found)
    judged = once_each(
        [
            judge(pair, comparison, book)
            for rule in book.active
            for pair, comparison in pairs_of(rule, book, claims, run, frozenset(drafts))
        ]
    )
    findings = group(judged, book, order)
    return Result(
        documents=tuple(everything),
        findings=_in_draft_order(findings, order) if drafts else findings,
        claims=tuple(_checked(claims, judged, book)),
        unread=tuple(unread),
        drafts=drafts,
    )


def _in_draft_order(findings: Sequence[Finding], order: dict[str, int]) -> tuple[Finding, ...]:
    """Findings where the draft's reader meets them."""

    def place(finding: Finding) -> tuple[int, int]:
        claims = [claim for side in finding.sides for claim in side.claims]
        return min((order[claim.document.id], claim.span.start) for claim in claims)

    return tuple(sorted(findings, key=place))


def claims_of(document: Document, rules: Rulebook) -> tuple[Claim, ...]:
    """What is understood of one document."""
    return find_claims(document, rules)


def _checked(claims: Sequence[Claim], judged: Sequence[Judged], rules: Rulebook) -> list[Checked]:
    """Each claim with what became of it. Only what says the same bears a claim out."""
    bearing = {rule.id for rule in rules.rules if rule.must in BEARING_OUT}
    verdicts: dict[ClaimKey, set[Verdict]] = {}
    agreed: dict[ClaimKey, dict[str, None]] = {}
    for one in judged:
        for own, other in ((one.pair.a, one.pair.b), (one.pair.b, one.pair.a)):
            if one.verdict is Verdict.AGREES and one.pair.rule not in bearing:
                continue
            verdicts.setdefault(own.key, set()).add(one.verdict)
            if one.verdict is Verdict.AGREES and own.document.id != other.document.id:
                agreed.setdefault(own.key, {})[other.document.id] = None
    checked: list[Checked] = []
    for claim in claims:
        known = verdicts.get(claim.key, set())
        if Verdict.CONTRADICTS in known:
            status = Status.CONTRADICTED
        elif Verdict.UNSURE in known:
            status = Status.UNSURE
        elif Verdict.AGREES in known:
            status = Status.AGREED
        elif claim.assertion not in COMPARED:
            status = Status.NOT_COMPARABLE
        else:
            status = Status.ALONE
        checked.append(Checked(claim, status, tuple(agreed.get(claim.key, {}))))
    return checked

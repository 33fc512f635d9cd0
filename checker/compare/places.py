"""What one story tells of a place holds in the others: "the Zendland city of Varn"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Claim, Qualifier, Understood
from checker.values import Place


def settled(found: Sequence[Understood]) -> list[Understood]:
    """The same claims, their places that no gazetteer knows lying where any document puts them.

    Where two documents put one name in places that do not agree, it lies in neither.
    """
    around = _around(found)
    if not around:
        return list(found)
    return [
        replace(understood, claims=tuple(_settled(claim, around) for claim in understood.claims))
        for understood in found
    ]


def _around(found: Sequence[Understood]) -> dict[str, tuple[str, ...]]:
    told: dict[str, set[tuple[str, ...]]] = {}
    for understood in found:
        for place in understood.places:
            if not place.known and place.within:
                told.setdefault(place.key, set()).add(place.within)
    settled_places: dict[str, tuple[str, ...]] = {}
    for key, ways in told.items():
        longest = max(ways, key=lambda within: (len(within), within))
        if all(set(within) <= set(longest) for within in ways):
            settled_places[key] = longest
    return settled_places


def _settled(claim: Claim, around: dict[str, tuple[str, ...]]) -> Claim:
    qualifier = claim.qualifier("place")
    if qualifier is None or not isinstance(qualifier.value, Place) or qualifier.value.known:
        return claim
    within = around.get(qualifier.key)
    if within is None or within == qualifier.value.within:
        return claim
    placed: Qualifier = replace(qualifier, value=replace(qualifier.value, within=within))
    return replace(
        claim,
        qualifiers=tuple(
            (name, placed if name == "place" else other) for name, other in claim.qualifiers
        ),
    )

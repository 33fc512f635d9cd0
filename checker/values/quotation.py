"""Quoted words, compared as they were said: brackets, ellipses and excerpts are no change."""

from __future__ import annotations

from dataclasses import dataclass

from checker.values.verdict import Comparison, agrees, contradicts, unsure

#: At and above this share of common words two quotations of one speaker are one utterance.
SAME_UTTERANCE = 75.0


#: The end of a word of which a desk shows the opening only: f---ing is "f*".
MASK = "*"

#: Articles and the like, which a reporter's notes lose first.
_SMALL = frozenset({"a", "an", "the", "that", "and"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between quote marks. `runs` are the folded words between ellipses and brackets:
    what stands in one run was said in one breath. A masked word is its opening and `MASK`.
    """

    text: str
    runs: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All the words, folded, in order."""
        return tuple(word for run in self.runs for word in run)


def compare_quotations(a: Quotation, b: Quotation) -> Comparison:
    """Whether two quotations of one utterance have the same wording."""
    from rapidfuzz import fuzz

    short, long = sorted((a, b), key=lambda quotation: len(quotation.words))
    if all(_run_stands_in(run, long.words) for run in short.runs):
        return agrees("the words are the same, as far as both quote them")
    if _same_words(_without_small_words(a), _without_small_words(b)):
        return unsure("the wording differs in small words only")
    score = fuzz.partial_ratio(" ".join(short.words), " ".join(long.words))
    if score >= SAME_UTTERANCE:
        return contradicts(f"the wording differs (alike by {score:.0f} in a hundred)")
    return unsure("the two may be different utterances")


def _without_small_words(quotation: Quotation) -> tuple[str, ...]:
    return tuple(word for word in quotation.words if word not in _SMALL)


def _run_stands_in(run: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the run stands in the words as it is, word for word."""
    if f" {' '.join(run)} " in f" {' '.join(words)} ":
        return True
    if not any(word.endswith(MASK) for word in (*run, *words)):
        return False
    return any(
        _same_words(run, words[at : at + len(run)]) for at in range(len(words) - len(run) + 1)
    )


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the words are the same one by one; a masked word is any word of its opening."""
    return len(a) == len(b) and all(
        one == other or _is_masked(one, other) or _is_masked(other, one)
        for one, other in zip(a, b, strict=True)
    )


def _is_masked(masked: str, word: str) -> bool:
    return masked.endswith(MASK) and word.startswith(masked.removesuffix(MASK))

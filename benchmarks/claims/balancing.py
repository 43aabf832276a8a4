"""Calibration of the claim classifier: score thresholds by language and balance, and percentages by score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from rules.claims.screening.candidates import BALANCES

if TYPE_CHECKING:
    from benchmarks.claims.hearing import Scored

DOUBTED = {"cautious": Fraction(1, 4), "balanced": Fraction(1, 4), "keen": Fraction(1, 10)}
"""Words that claim are doubted where, of texts that score lower, no more are claims than this."""
PRECISION = {"cautious": Fraction(92, 100), "balanced": Fraction(76, 100), "keen": Fraction(65, 100)}
"""How many of what is heard must be claims, for each balance, among texts of which half are claims."""
ENOUGH = 150
"""Of a language with fewer texts in the corpus nothing is heard but by who is keen, by the scores of all languages."""
NEVER = 1_000_000
"""No text has this score."""
FLOORS = {"cautious": 60, "balanced": 0, "keen": -100}
"""No less is heard, whatever the corpus says: of half a page of any other words none sounds like a claim."""
_STEP = 25
"""So many texts at least have a percentage in common."""


def thresholds(
    scored_texts: Sequence[Scored], languages: Sequence[str], learned: Mapping[str, int]
) -> Mapping[str, tuple[int, ...]]:
    """Choose for each language and balance the least score from which on enough of what is heard are claims.

    `learned` says how many texts of each language the corpus has.
    """
    bounds: dict[str, tuple[int, ...]] = {}
    for language in languages:
        if learned.get(language, 0) < ENOUGH:
            bounds[language] = tuple(
                _least(scored_texts, PRECISION[each]) if each == "keen" else NEVER for each in BALANCES
            )
            continue
        own = [each for each in scored_texts if each.language == language]
        least = [_least(own, PRECISION[balance]) for balance in BALANCES]
        bounds[language] = tuple(max(*least[place:], FLOORS[balance]) for place, balance in enumerate(BALANCES))
    return bounds


def doubts(scored_texts: Sequence[Scored], heard: Mapping[str, tuple[int, ...]]) -> Mapping[str, tuple[int, ...]]:
    """Choose for each language and balance the score below which words that claim are doubted.

    What would be heard without such words is never doubted; `heard` says from which scores on that is.
    """
    bounds: dict[str, tuple[int, ...]] = {}
    for language, least in heard.items():
        own = [each for each in scored_texts if each.language == language and each.worded]
        wanted = [min(_doubt(own, DOUBTED[balance]), score) for balance, score in zip(BALANCES, least, strict=True)]
        bounds[language] = tuple(min(wanted[: place + 1]) for place in range(len(wanted)))
    return bounds


def _doubt(scored_texts: Sequence[Scored], most: Fraction) -> int:
    """Give the greatest score below which no more of the texts are claims; below all if there is none."""
    ranked = sorted(scored_texts, key=lambda each: each.score)
    bound = -NEVER
    claims = 0
    for place, each in enumerate(ranked, start=1):
        claims += each.claim
        tied = place < len(ranked) and ranked[place].score == each.score
        if not tied and claims <= most * place:
            bound = each.score + 1
    return bound


def _least(scored_texts: Sequence[Scored], precision: Fraction) -> int:
    """Give the least score from which on so many of the texts are claims; above all if there is none."""
    ranked = sorted(scored_texts, key=lambda each: -each.score)
    least = (ranked[0].score if ranked else 0) + 1
    claims = 0
    for place, each in enumerate(ranked, start=1):
        claims += each.claim
        tied = place < len(ranked) and ranked[place].score == each.score
        if not tied and claims >= precision * place:
            least = each.score
    return least


def percents(scored_texts: Sequence[Scored]) -> tuple[tuple[int, int], ...]:
    """Say how many in a hundred texts are claims from which score on, never fewer at a higher score.

    Neighbours that would contradict that are pooled (isotonic regression), and so are too few to say anything.
    """
    pools: list[tuple[int, int, int]] = []
    for each in sorted(scored_texts, key=lambda each: each.score):
        pools.append((each.score, int(each.claim), 1))
        while len(pools) > 1 and (
            pools[-2][2] < _STEP
            or pools[-2][0] == pools[-1][0]
            or pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]
        ):
            _, claims, texts = pools.pop()
            pools[-1] = (pools[-1][0], pools[-1][1] + claims, pools[-1][2] + texts)
    rounded = accumulate(((100 * (claims + 1)) // (texts + 2) for _, claims, texts in pools), max)
    return tuple((score, percent) for (score, _, _), percent in zip(pools, rounded, strict=True))


def precision_average(scored_texts: Sequence[Scored]) -> float:
    """Average, over languages, the precision at each claim in the order of scores: 1 if all claims come first."""
    averages: list[float] = []
    for language in sorted({each.language for each in scored_texts}):
        ranked = sorted(
            (each for each in scored_texts if each.language == language), key=lambda each: (-each.score, each.claim)
        )
        claims = total = 0
        for place, each in enumerate(ranked, start=1):
            claims += each.claim
            total += (claims << 32) // place if each.claim else 0
        averages.append(total / max(claims, 1) / (1 << 32))
    return sum(averages) / max(len(averages), 1)

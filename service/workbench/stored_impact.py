"""Impact of a draft or version on stored results, as pages show it: who moves, and where on the axis of points."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from service.workbench.queries import id_of
from service.workbench.scorecard_lookup import version_of
from service.workbench.titles import conclusion_title
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model import Scorecard
    from service.workbench.page import PageRequest
    from touchstone.v1 import draft_pb2 as drafts, evaluation_pb2

IMPACT = "ScorecardService/MeasureDraftImpact"
_RESULTS_ON_PAGE = 100
_LEFT, _WIDTH = 2, 96
"""Where the axis of points begins, and how long it is, in percent of the width."""


@dataclass(frozen=True, slots=True)
class Move:
    """A stored result before and after, in words and as places on the axis of points."""

    subject: str
    evaluation: str
    before: str
    after: str
    before_score: str
    after_score: str
    is_moved: bool
    is_other: bool
    """Whether it is concluded otherwise."""
    criteria: Sequence[str]
    problem: str
    places: Sequence[float] = ()
    """Where its scores before and after stand, in percent of the width; empty where one is open."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What a draft or version moves among the stored results that were looked at."""

    moves: Sequence[Move]
    ticks: Sequence[tuple[int, float]]
    """Points of the axis, and where they stand in percent of the width."""
    subject_count: int
    next_page_token: str

    @property
    def concluded_otherwise(self) -> Sequence[Move]:
        """Those that are concluded otherwise, or could not be evaluated."""
        return [move for move in self.moves if move.is_other or move.problem]

    @property
    def transitions(self) -> Sequence[tuple[str, str, int]]:
        """From which conclusion to which other one, and how many, the most frequent first."""
        counts = Counter((move.before, move.after) for move in self.moves if move.is_other)
        return [(before, after, count) for (before, after), count in counts.most_common()]

    @property
    def moved_count(self) -> int:
        """How many have another score or conclusion."""
        return sum(move.is_moved for move in self.moves)


@dataclass(frozen=True, slots=True)
class ImpactPart:
    """What is known of an impact by now: nothing, if it is not to be known; why, if it failed; or that it goes on."""

    answer: Impact | None = None
    problem: str = ""
    waits: bool = False


async def draft_impact(page_request: PageRequest, base: str, revision: drafts.DraftRevision) -> ImpactPart:
    """Return what a revision moves among the results that are stored under the version before it."""
    if not base or not revision.content_digest:
        return ImpactPart()
    return await _impact(page_request, editing.MeasureDraftImpactRequest(draft_revision=revision.name), base, base)


async def version_impact(page_request: PageRequest, base: str, version: str) -> ImpactPart:
    """Say what a published version moves among the results that are stored under another one."""
    return await _impact(page_request, editing.MeasureDraftImpactRequest(scorecard_version=version), base, version)


async def _impact(
    page_request: PageRequest, asked: editing.MeasureDraftImpactRequest, base: str, changed: str
) -> ImpactPart:  # fmt: skip
    """Give what comes of it, for which nobody waits; `changed` is the version by whose words the conclusions are told.

    A page of it is bounded, and is kept for a while.
    """
    if not page_request.may(IMPACT):
        return ImpactPart()
    asked.parent, asked.base_version, asked.page_size = page_request.parent, base, _RESULTS_ON_PAGE
    asked.page_token = page_request.query.get("page_token", "")
    key = (IMPACT, page_request.user_key, page_request.language, asked.SerializeToString(deterministic=True))
    part = await page_request.part(
        page_request.background_tasks.result(key, lambda: _measured(page_request, asked, changed))
    )
    return ImpactPart(part.answer, part.problem, waits=part.answer is None and not part.problem)


async def _measured(page_request: PageRequest, asked: editing.MeasureDraftImpactRequest, changed: str) -> Impact:
    answer = await page_request.ask(IMPACT, asked)
    card = await version_of(page_request, asked.base_version)
    changed_card = await version_of(page_request, changed)
    scores = [_both_scores(result) for result in answer.results]
    known = [score for pair in scores if pair for score in pair]
    low, high = (min(known) // 10 * 10, -(-max(known) // 10) * 10) if known else (0, 100)
    span = max(high - low, 10)

    def place(score: Fraction) -> float:
        return round(float(_LEFT + (score - low) * _WIDTH / span), 2)

    moves = [
        _move(result, (card, changed_card), page_request.language, tuple(map(place, pair)))
        for result, pair in zip(answer.results, scores, strict=True)
    ]
    ticks = [(int(low) + step, place(Fraction(int(low) + step))) for step in range(0, int(span) + 1, 10)]
    return Impact(moves, ticks, answer.subject_count, answer.next_page_token)


def _both_scores(result: editing.ResultImpact) -> tuple[Fraction, ...]:
    """Give the scores before and after, if each is one number; else nothing."""
    spans = (result.before.score.exact, result.after.score.exact)
    return tuple(Fraction(span.low) for span in spans) if all(span.low == span.high != "" for span in spans) else ()


def _move(
    result: editing.ResultImpact, cards: tuple[Scorecard, Scorecard], language: str, places: Sequence[float]
) -> Move:
    before = conclusion_title(cards[0], result.before, language)
    after = conclusion_title(cards[1], result.after, language) if result.HasField("after") else ""
    return Move(
        id_of(result.subject), result.evaluation, before, after, _score(result.before), _score(result.after),
        result.moved, bool(after) and before != after, list(result.criterion_ids), result.problem, places,
    )  # fmt: skip


def _score(conclusion: evaluation_pb2.Conclusion) -> str:
    """Write a score as it is told, or the ends between which it lies."""
    figure = conclusion.score
    ends = figure.rounded if figure.HasField("rounded") else figure.exact
    if not ends.low and not ends.high:
        return ""
    return ends.low if ends.low == ends.high else f"{ends.low or '…'} – {ends.high or '…'}"

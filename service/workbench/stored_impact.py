"""Impact of a draft or version on stored results: conclusions and scores before and after."""

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
_PAGE_SIZE = 100
_AXIS_START_PERCENT, _AXIS_LENGTH_PERCENT = 2, 96


@dataclass(frozen=True, slots=True)
class Move:
    """Stored result under the old and the changed rules."""

    subject: str
    evaluation: str
    before: str
    after: str
    before_score: str
    after_score: str
    is_moved: bool
    is_other: bool
    criteria: Sequence[str]
    problem: str
    places: Sequence[float] = ()
    """Axis positions of both scores in percent; empty if either is undetermined."""


@dataclass(frozen=True, slots=True)
class Impact:
    """Impact on the examined stored results."""

    moves: Sequence[Move]
    ticks: Sequence[tuple[int, float]]
    subject_count: int
    next_page_token: str

    @property
    def concluded_otherwise(self) -> Sequence[Move]:
        return [move for move in self.moves if move.is_other or move.problem]

    @property
    def transitions(self) -> Sequence[tuple[str, str, int]]:
        counts = Counter((move.before, move.after) for move in self.moves if move.is_other)
        return [(before, after, count) for (before, after), count in counts.most_common()]

    @property
    def moved_count(self) -> int:
        return sum(move.is_moved for move in self.moves)


@dataclass(frozen=True, slots=True)
class ImpactPart:
    """Impact or problem; `waits` while it is computed; empty without permission."""

    answer: Impact | None = None
    problem: str = ""
    waits: bool = False


async def draft_impact(page_request: PageRequest, base: str, revision: drafts.DraftRevision) -> ImpactPart:
    """Return the impact of a revision on results of the version before it."""
    if not base or not revision.content_digest:
        return ImpactPart()
    return await _impact(page_request, editing.MeasureDraftImpactRequest(draft_revision=revision.name), base, base)


async def version_impact(page_request: PageRequest, base: str, version: str) -> ImpactPart:
    """Return the impact of a published version on results of another version."""
    return await _impact(page_request, editing.MeasureDraftImpactRequest(scorecard_version=version), base, version)


async def _impact(
    page_request: PageRequest, request: editing.MeasureDraftImpactRequest, base: str, changed: str
) -> ImpactPart:  # fmt: skip
    if not page_request.may(IMPACT):
        return ImpactPart()
    request.parent, request.base_version, request.page_size = page_request.parent, base, _PAGE_SIZE
    request.page_token = page_request.query.get("page_token", "")
    key = (IMPACT, page_request.user_key, page_request.language, request.SerializeToString(deterministic=True))
    part = await page_request.part(
        page_request.background_tasks.result(key, lambda: _measured(page_request, request, changed))
    )
    return ImpactPart(part.answer, part.problem, waits=part.answer is None and not part.problem)


async def _measured(page_request: PageRequest, request: editing.MeasureDraftImpactRequest, changed: str) -> Impact:
    answer = await page_request.ask(IMPACT, request)
    card = await version_of(page_request, request.base_version)
    changed_card = await version_of(page_request, changed)
    scores = [_both_scores(result) for result in answer.results]
    known = [score for pair in scores if pair for score in pair]
    low, high = (min(known) // 10 * 10, -(-max(known) // 10) * 10) if known else (0, 100)
    span = max(high - low, 10)

    def position(score: Fraction) -> float:
        return round(float(_AXIS_START_PERCENT + (score - low) * _AXIS_LENGTH_PERCENT / span), 2)

    moves = [
        _move(result, (card, changed_card), page_request.language, tuple(map(position, pair)))
        for result, pair in zip(answer.results, scores, strict=True)
    ]
    ticks = [(int(low) + step, position(Fraction(int(low) + step))) for step in range(0, int(span) + 1, 10)]
    return Impact(moves, ticks, answer.subject_count, answer.next_page_token)


def _both_scores(result: editing.ResultImpact) -> tuple[Fraction, ...]:
    spans = (result.before.score.exact, result.after.score.exact)
    return tuple(Fraction(span.low) for span in spans) if all(span.low == span.high != "" for span in spans) else ()


def _move(
    result: editing.ResultImpact, cards: tuple[Scorecard, Scorecard], language: str, positions: Sequence[float]
) -> Move:
    before = conclusion_title(cards[0], result.before, language)
    after = conclusion_title(cards[1], result.after, language) if result.HasField("after") else ""
    return Move(
        id_of(result.subject), result.evaluation, before, after, _score(result.before), _score(result.after),
        result.moved, bool(after) and before != after, list(result.criterion_ids), result.problem, positions,
    )  # fmt: skip


def _score(conclusion: evaluation_pb2.Conclusion) -> str:
    figure = conclusion.score
    ends = figure.rounded if figure.HasField("rounded") else figure.exact
    if not ends.low and not ends.high:
        return ""
    return ends.low if ends.low == ends.high else f"{ends.low or '…'} – {ends.high or '…'}"

"""Trials of a draft: edges without example, slips that no example notices, and stored results that it moves."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.workbench.draft_texts import confirmed, lines_of
from service.workbench.page import Page, PagePart
from service.workbench.pages.drafts import begun_name, draft_frame, first_revision, open_draft, save_files
from service.workbench.queries import id_of
from service.workbench.scorecard_lookup import version_of
from service.workbench.titles import conclusion_title
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model import Scorecard
    from service.workbench.page import PageRequest, Shown
    from touchstone.v1 import evaluation_pb2

_say = message_factory(__name__)

_PROPOSE, _SLIPS, IMPACT = (
    f"ScorecardService/{call}" for call in ("ProposeDraftExamples", "TryDraftSlips", "MeasureDraftImpact")
)
_SLIPS_ON_PAGE, _RESULTS_ON_PAGE = 100, 100
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
    """What a draft moves among the stored results that were looked at."""

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
    def moved_count(self) -> int:
        """How many have another score or conclusion."""
        return sum(move.is_moved for move in self.moves)


async def measure_impact(page_request: PageRequest, base: str, revision: str) -> Impact:
    """Evaluate one page of stored results anew; `base` is the version under which they were stored."""
    asked = editing.MeasureDraftImpactRequest(
        parent=page_request.parent, draft_revision=revision, base_version=base, page_size=_RESULTS_ON_PAGE,
        page_token=page_request.query.get("page_token", ""),
    )  # fmt: skip
    answer = await page_request.ask(IMPACT, asked)
    card = await version_of(page_request, base)
    scores = [_both_scores(result) for result in answer.results]
    known = [score for pair in scores if pair for score in pair]
    low, high = (min(known) // 10 * 10, -(-max(known) // 10) * 10) if known else (0, 100)
    span = max(high - low, 10)

    def place(score: Fraction) -> float:
        return round(float(_LEFT + (score - low) * _WIDTH / span), 2)

    moves = [
        _move(result, card, page_request.language, tuple(map(place, pair)))
        for result, pair in zip(answer.results, scores, strict=True)
    ]
    ticks = [(int(low) + step, place(Fraction(int(low) + step))) for step in range(0, int(span) + 1, 10)]
    return Impact(moves, ticks, answer.subject_count, answer.next_page_token)


def _both_scores(result: editing.ResultImpact) -> tuple[Fraction, ...]:
    """Give the scores before and after, if each is one number; else nothing."""
    spans = (result.before.score.exact, result.after.score.exact)
    return tuple(Fraction(span.low) for span in spans) if all(span.low == span.high != "" for span in spans) else ()


def _move(result: editing.ResultImpact, card: Scorecard, language: str, places: Sequence[float]) -> Move:
    before = conclusion_title(card, result.before, language)
    after = conclusion_title(card, result.after, language) if result.HasField("after") else ""
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


async def _load_impact(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    base = begun_name(await first_revision(page_request))
    impact = PagePart()
    if base and opened.draft.revision.content_digest:
        impact = await page_request.part(measure_impact(page_request, base, opened.draft.revision.name))
    return {**await draft_frame(page_request, opened), "impact": impact, "base": base}


async def _load_proposals(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    name, language = opened.draft.name, page_request.language
    edges, slips = PagePart(), PagePart()
    if page_request.query.get("slips"):
        tried = editing.TryDraftSlipsRequest(
            name=name, language_code=language, page_size=_SLIPS_ON_PAGE,
            page_token=page_request.query.get("page_token", ""),
        )  # fmt: skip
        slips = await page_request.ask_part(_SLIPS, tried)
    else:
        asked = editing.ProposeDraftExamplesRequest(name=name, language_code=language)
        edges = await page_request.ask_part(_PROPOSE, asked)
    return {**await draft_frame(page_request, opened), "edges": edges, "slips": slips, "confirmed": confirmed}


async def _add_example(page_request: PageRequest) -> str:
    """Put a proposed example into its file; what was saved meanwhile keeps it from being put in the wrong place."""
    opened, path = await open_draft(page_request), page_request.typed("path")
    base, after = page_request.typed("base_revision"), page_request.typed("after_line")
    lines = lines_of(opened.files[path]) if path in opened.files else []
    if not after.isdecimal() or len(after) > 7 or int(after) > len(lines):
        raise InputError((Violation("after_line", _say("NO_SUCH_LINE", count=len(lines)), "WRONG_VALUE"),))
    lines[int(after) : int(after)] = lines_of(page_request.typed("example").replace("\r\n", "\n"))
    files = {**opened.files, path: "\n".join(lines) + "\n"}
    await save_files(page_request, opened, files, int(base) if base.isdecimal() and len(base) < 8 else 0)
    return f"{opened.address}/proposals"


PAGES = (
    Page("/workbench/drafts/{draft}/proposals", "draft_proposals.html.jinja", _PROPOSE, _load_proposals, _add_example),
    Page("/workbench/drafts/{draft}/impact", "draft_impact.html.jinja", IMPACT, _load_impact),
)

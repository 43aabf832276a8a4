"""Background measurement of proof figures, until every mutant is tried."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from service.output.report.ladder import percentage
from touchstone.v1 import draft_editing_pb2 as editing

if TYPE_CHECKING:
    from service.workbench.page import PageRequest
    from touchstone.v1 import scorecard_pb2

MEASURE = "ScorecardService/MeasureProofFigures"


async def keep_measuring(page_request: PageRequest, *, draft_revision: str = "", scorecard_version: str = "") -> bool:
    """Measure a revision or version in the background; return whether this is still running.

    Raises:
        TouchstoneError: If the measurement fails or is not permitted.
    """
    request = editing.MeasureProofFiguresRequest(parent=page_request.parent, language_code=page_request.language)
    if draft_revision:
        request.draft_revision = draft_revision
    else:
        request.scorecard_version = scorecard_version
    detached_request = replace(page_request, cached_responses={}, files=())

    async def measure() -> None:
        while (await detached_request.ask(MEASURE, request)).waiting_slip_count:
            pass

    task_key = MEASURE, page_request.parent, draft_revision or scorecard_version
    return await page_request.background_tasks.keep_going(task_key, measure)


def noticed_percent(figures: scorecard_pb2.ProofFigures) -> str:
    """Return the percentage of mutants killed; empty if none was tried."""
    if not figures.slip_count:
        return ""
    return percentage(Fraction(figures.noticed_slip_count, figures.slip_count))

"""Stored evaluations of subjects for one year, with only the parts read by summaries."""

from collections.abc import Mapping
from typing import Any

from service.store.tables import EvaluationRow
from tests.support.small_card import CARD
from tests.support.stored import evaluation_row, written_steps

VERSION = f"scorecards/{CARD}/versions/1.0.0"


def result(
    number: int,
    subject: str,
    conclusion: Mapping[str, Any],
    *,
    score: str | tuple[str, str] | None = None,
    year: int = 2025,
    gates: Mapping[str, str] | None = None,
    points: Mapping[str, tuple[str, str]] | None = None,
    track: Mapping[str, str] | None = None,
    organization: str = "a",
    version: str = VERSION,
) -> EvaluationRow:
    """Return an evaluation of a subject for a year, with an as-of date in the following year."""
    low, high = score if isinstance(score, tuple) else (score, score)
    scored = {} if score is None else {"score": {"exact": {"low": low, "high": high}}}
    record = written_steps(
        ["facts/claim_year", {"value": {"period": {"first": f"{year}-01-01", "last": f"{year}-12-31"}}}],
        *([f"gates/{gate}", outcome, ""] for gate, outcome in (gates or {}).items()),
        *([f"indicators/{id}", "not_met", *both] for id, both in (points or {}).items()),
        subject=f"organizations/{organization}/subjects/{subject}",
        scorecard_version=version,
        as_of_date=f"{year + 1}-03-01",
        conclusion={**conclusion, **scored},
        track=dict(track or {}),
    )
    return evaluation_row(
        f"{number:04}", record, organization=organization, kind=conclusion["kind"], grade=conclusion.get("grade")
    )

"""Stored records that contain only the parts under test."""

from typing import Any

from rules.contracts.canonical import Json, canonical_bytes
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS
from rules.contracts.record_bytes import RecordHead, WrittenSteps


def written_steps(
    *leading_steps: list[Any],
    subject: str = "organizations/a/subjects/b",
    scorecard_version: str = "scorecards/c/versions/1.0.0",
    as_of_date: str = "2026-03-01",
    conclusion: Json = None,
    track: Json = None,
) -> WrittenSteps:
    """Return a record of these steps, followed by a track, a certainty and a conclusion."""
    steps = [
        *leading_steps,
        *([["track", track]] if track else []),
        ["standing", {"certainty": "confirmed"}],
        ["conclusion", conclusion or {"kind": "graded"}],
    ]
    head = RecordHead(
        schema_number=RECORD_SCHEMA,
        semantics=SEMANTICS,
        scorecard_version=scorecard_version,
        rule_digest="ab" * 32,
        subject=subject,
        settings={},
        as_of_date=as_of_date,
        known_time="2026-03-01T12:00:00Z",
        step_count=len(steps),
        trail_digest="cd" * 32,
    )
    return WrittenSteps(head, tuple(map(canonical_bytes, steps)))

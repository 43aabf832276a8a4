"""Stored records and evaluations that contain only the parts under test."""

from typing import Any

from rules.contracts.canonical import Json, canonical_bytes
from rules.contracts.record import RECORD_SCHEMA, SEMANTICS
from rules.contracts.record_bytes import RecordHead, WrittenSteps
from service.store.stored_records import pack
from service.store.tables import EvaluationRow


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


def evaluation_row(
    number: str,
    record: WrittenSteps,
    *,
    organization: str = "a",
    kind: str = "graded",
    grade: str | None = None,
    create_time: str = "2026-03-01T00:00:00Z",
) -> EvaluationRow:
    """Return the evaluation that is stored with a record."""
    return EvaluationRow(
        name=f"organizations/{organization}/evaluations/{number}", organization=organization,
        request_id=f"request {number}", body_digest="body", create_time=create_time, subject=record.head.subject,
        scorecard_version=record.head.scorecard_version, as_of_date=record.head.as_of_date, conclusion_kind=kind,
        grade=grade, record_digest="digest", record=pack(record), record_key=bytes(32),
        software_versions='{"touchstone": "1.0.0"}',
    )  # fmt: skip

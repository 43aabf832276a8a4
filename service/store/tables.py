"""Which tables does the store have?"""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class EvaluationRow(SQLModel, table=True):
    """One stored evaluation; the record as compressed canonical bytes, and the columns by which it is found.

    `body_digest` is the digest of the request before defaults were filled in; instants and dates are text.
    `archive_findings` is a JSON list, written in the transaction that stores the row.
    """

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("organization", "request_id", name="evaluation_request"),
        Index("evaluation_by_time", "organization", "create_time", "name"),
        Index("evaluation_by_date", "organization", "as_of_date", "name"),
    )

    name: str = Field(primary_key=True)
    organization: str
    request_id: str
    body_digest: str
    create_time: str
    subject: str = Field(index=True)
    scorecard_version: str = Field(index=True)
    as_of_date: str
    conclusion_kind: str
    grade: str | None
    record_digest: str
    record: bytes
    record_key: bytes
    software_versions: str
    archive_findings: str = "[]"


class UsageRow(SQLModel, table=True):
    """One identifier that an evaluation used: a serial of a summed list, or the digest of a piece of evidence.

    `kind` keeps serials of different registers apart, `value_digest` is over the kind and the value in normal form,
    `place` is where it stands, and `period` is the claim period of the evaluation, empty if that is unknown.
    """

    __tablename__ = "usage"
    __table_args__ = (Index("usage_by_value", "organization", "value_digest", "subject", "period"),)

    evaluation: str = Field(primary_key=True)
    value_digest: str = Field(primary_key=True)
    organization: str
    kind: str
    subject: str
    period: str
    place: str


class OutcomeRow(SQLModel, table=True):
    """The answer to one criterion in one evaluation, projected from the stored record; may be rebuilt at any time.

    Points are exact numbers as text: a plain decimal, or a reduced fraction.
    """

    __tablename__ = "outcome"
    __table_args__ = (Index("outcome_by_criterion", "criterion", "outcome"),)

    evaluation: str = Field(primary_key=True)
    criterion: str = Field(primary_key=True)
    kind: str
    outcome: str
    points_low: str | None
    points_high: str | None
    maximum_points: str | None = None


class StandingRow(SQLModel, table=True):
    """What a ranking needs of one evaluation, projected from the stored record; may be rebuilt at any time.

    `track` is canonical JSON of the parts of the track that are known. Scores are exact numbers as text.
    """

    __tablename__ = "standing"
    __table_args__ = (Index("standing_by_version", "organization", "scorecard_version", "subject", "evaluation"),)

    evaluation: str = Field(primary_key=True)
    organization: str
    scorecard_version: str
    subject: str
    as_of_date: str
    conclusion_kind: str
    track: str
    score_low: str | None
    score_low_open: bool
    score_high: str | None
    score_high_open: bool


class ProjectedRow(SQLModel, table=True):
    """An evaluation whose outcomes are projected."""

    __tablename__ = "projected"

    evaluation: str = Field(primary_key=True)

"""Which tables keep what was done about a correction?"""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class CampaignRow(SQLModel, table=True):
    """A correction: what turned out wrong, why, by which instant it is known, and how many results rest on it.

    `kind`, `value`, `at_least`, `at_most` and `unit` are those of a question where something is used; `principal` is a
    JSON object. `affected` is -1 while these are being found.
    """

    __tablename__ = "campaign"
    __table_args__ = (Index("campaign_by_organization", "organization", "name"),)

    name: str = Field(primary_key=True)
    organization: str
    kind: str
    value: str
    at_least: str
    at_most: str
    unit: str
    reason: str
    principal: str
    create_time: str
    affected: int


class CampaignItemRow(SQLModel, table=True):
    """A result that a correction touches: what it concludes once more, and what was decided of it last.

    `state` is `pending` until it was evaluated again, then `same`, `changed` or `failed`. `before` and `after` are JSON
    objects, `criteria` is a JSON list of ids, `double_uses` is how many the archive found. `disposition` is empty until
    somebody decided.
    """

    __tablename__ = "campaign_item"
    __table_args__ = (
        Index("campaign_item_by_state", "campaign", "state", "disposition"),
        Index("campaign_item_by_evaluation", "evaluation"),
    )

    campaign: str = Field(primary_key=True)
    evaluation: str = Field(primary_key=True)
    subject: str
    scorecard_version: str
    as_of_date: str
    before: str
    double_uses: int = 0
    state: str = "pending"
    after: str = ""
    after_version: str = ""
    criteria: str = "[]"
    problem: str = ""
    disposition: str = ""
    reason: str = ""
    person: str = ""
    dispose_time: str = ""


class DispositionRow(SQLModel, table=True):
    """One decision about a result that a correction touches; a later one takes its place and leaves it there."""

    __tablename__ = "disposition"
    __table_args__ = (Index("disposition_by_evaluation", "evaluation"),)

    campaign: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    evaluation: str
    disposition: str
    reason: str
    person: str
    principal: str
    time: str

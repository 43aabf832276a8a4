"""Which tables tell what evaluations rest on?"""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class SupportRow(SQLModel, table=True):
    """One thing that an evaluation rests on, by its digest, and the last part of the name of the evaluation."""

    __tablename__ = "support"
    __table_args__ = ({"sqlite_with_rowid": False},)

    support: bytes = Field(primary_key=True)
    evaluation: str = Field(primary_key=True)


class SupportingValueRow(SQLModel, table=True):
    """A number or a day that an evaluation rests on: the digest of its fact, and its bytes in the order of numbers."""

    __tablename__ = "supporting_value"
    __table_args__ = ({"sqlite_with_rowid": False},)

    support: bytes = Field(primary_key=True)
    value: bytes = Field(primary_key=True)
    evaluation: str = Field(primary_key=True)

"""Which tables does the log have?"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class LogLeafRow(SQLModel, table=True):
    """One leaf of the log, written with what it notes; positions follow one another from 0 without a gap.

    `digest` is that of the document, which is canonical JSON (docs/spec/log.md); `subject` is empty in what is noted of
    nobody.
    """

    __tablename__ = "log_leaf"
    __table_args__ = (
        UniqueConstraint("kind", "name", name="log_leaf_once"),
        Index("log_leaf_by_subject", "subject", "position"),
    )

    position: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str
    name: str
    subject: str
    digest: str
    document: bytes


class LogTileRow(SQLModel, table=True):
    """The hashes of one tile of the tree; the newest of a level grows until it is full."""

    __tablename__ = "log_tile"

    level: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    hashes: bytes


class LogCheckpointRow(SQLModel, table=True):
    """A checkpoint of the log as the sequencer wrote it, and when; the newest says how many leaves the tree has."""

    __tablename__ = "log_checkpoint"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    time: str
    note: str


class LogCosignatureRow(SQLModel, table=True):
    """The line by which a witness cosigned a checkpoint."""

    __tablename__ = "log_cosignature"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    witness: str = Field(primary_key=True)
    line: str


class LogTimeStampRow(SQLModel, table=True):
    """The token by which a time stamping authority stamped a checkpoint, and the time that stands in it."""

    __tablename__ = "log_time_stamp"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    authority: str = Field(primary_key=True)
    time: str
    token: bytes

"""Which tables hold drafts, their revisions, and what is said of them?"""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel


class DraftRow(SQLModel, table=True):
    """The draft of one version that an organisation keeps here; `newest` is the number of its newest revision."""

    __tablename__ = "draft"
    __table_args__ = (Index("draft_by_organization", "organization", "name"),)

    name: str = Field(primary_key=True)
    organization: str
    create_time: str
    newest: int


class DraftContentRow(SQLModel, table=True):
    """All files of a revision, once for each organisation however often they are saved: compressed canonical JSON."""

    __tablename__ = "draft_content"

    organization: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    files: bytes


class RevisionRow(SQLModel, table=True):
    """One revision of a draft, and what its files would be as a version; the digests are empty if they do not compile.

    `problems` is a JSON list of the first errors.
    """

    __tablename__ = "draft_revision"

    draft: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    organization: str
    files_digest: str
    create_time: str
    principal: str
    note: str
    version: str
    content_digest: str
    rule_digest: str
    text_digest: str
    problems: str


class DraftCommentRow(SQLModel, table=True):
    """A remark on a line of a revision; open until it has a `resolve_time`."""

    __tablename__ = "draft_comment"

    draft: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    revision: int
    path: str
    line: int
    line_text: str
    text: str
    principal: str
    create_time: str
    resolve_time: str | None = None
    resolve_principal: str | None = None


class DraftStatementRow(SQLModel, table=True):
    """What somebody signed of a draft, as the envelope that was given, and who handed it in when."""

    __tablename__ = "draft_statement"

    draft: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    envelope: str
    principal: str
    create_time: str

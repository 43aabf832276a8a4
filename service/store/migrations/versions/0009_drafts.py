"""Schema 9: drafts of organisations with revisions, files, comments and signed statements."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_FOR_EVER = ("draft_content", "draft_revision", "draft_statement")


def upgrade() -> None:
    """Add the tables; what was saved and signed is never changed, nor taken away."""
    op.create_table(
        "draft",
        sa.Column("name", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("create_time", text(), nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index("draft_by_organization", "draft", ["organization", "name"])
    op.create_table(
        "draft_content",
        sa.Column("organization", text(), nullable=False),
        sa.Column("digest", text(), nullable=False),
        sa.Column("files", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("organization", "digest"),
    )
    op.create_table(
        "draft_revision",
        sa.Column("draft", text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, text(), nullable=False) for name in _REVISION),
        sa.PrimaryKeyConstraint("draft", "number"),
    )
    op.create_table(
        "draft_comment",
        sa.Column("draft", text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("path", text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("line_text", text(), nullable=False),
        sa.Column("text", text(), nullable=False),
        sa.Column("principal", text(), nullable=False),
        sa.Column("create_time", text(), nullable=False),
        sa.Column("resolve_time", text(), nullable=True),
        sa.Column("resolve_principal", text(), nullable=True),
        sa.PrimaryKeyConstraint("draft", "number"),
    )
    op.create_table(
        "draft_statement",
        sa.Column("draft", text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("envelope", text(), nullable=False),
        sa.Column("principal", text(), nullable=False),
        sa.Column("create_time", text(), nullable=False),
        sa.PrimaryKeyConstraint("draft", "position"),
    )
    for table in _FOR_EVER:
        never_changes(table, "what was saved and signed of drafts never changes")


_REVISION = (
    "organization",
    "files_digest",
    "create_time",
    "principal",
    "note",
    "version",
    "content_digest",
    "rule_digest",
    "text_digest",
    "problems",
)


def downgrade() -> None:
    """Take them away again, with everything that was drafted here."""
    for table in _FOR_EVER:
        may_change(table)
    for table in ("draft_statement", "draft_comment", "draft_revision", "draft_content", "draft"):
        op.drop_table(table)

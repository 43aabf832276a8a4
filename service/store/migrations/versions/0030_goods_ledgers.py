"""Schema 30: ledgers of goods with revisions and sums, requests to suppliers and their answers."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_FOR_EVER = ("goods_content", "goods_revision")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, text(), nullable=False) for name in names]


def upgrade() -> None:
    """Add the tables; what was saved of goods is never changed, nor taken away."""
    op.create_table(
        "goods_ledger",
        *_texts("name", "organization", "display_name"),
        sa.Column("year", sa.Integer(), nullable=False),
        *_texts("create_time"),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index("goods_ledger_by_organization", "goods_ledger", ["organization", "name"])
    op.create_table(
        "goods_content",
        *_texts("organization", "digest"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("organization", "digest"),
    )
    op.create_table(
        "goods_revision",
        *_texts("ledger"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("organization", "content_digest"),
        sa.Column("line_count", sa.Integer(), nullable=False),
        *_texts("note", "principal", "create_time"),
        sa.PrimaryKeyConstraint("ledger", "number"),
    )
    op.create_table(
        "goods_pricing",
        *_texts("ledger"),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_texts("question"),
        sa.Column("priced", sa.Integer(), nullable=False),
        sa.Column("sums", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("ledger", "revision", "question"),
    )
    op.create_table(
        "supplier_request",
        *_texts("ledger"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("organization", "link_digest", "supplier", "message", "lines", "facts", "principal"),
        *_texts("create_time", "expire_time"),
        sa.Column("withdraw_time", text(), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ledger", "number"),
        sa.UniqueConstraint("link_digest", name="supplier_request_link"),
    )
    op.create_table(
        "supplier_answer",
        *_texts("ledger"),
        sa.Column("request", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("cells", "respondent", "remark", "state", "create_time", "decide_principal"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ledger", "request", "number"),
    )
    for table in _FOR_EVER:
        never_changes(table, "what was saved of goods never changes")


def downgrade() -> None:
    """Take them away again, with all goods that were kept here."""
    for table in _FOR_EVER:
        may_change(table)
    for table in (
        "supplier_answer",
        "supplier_request",
        "goods_pricing",
        "goods_revision",
        "goods_content",
        "goods_ledger",
    ):
        op.drop_table(table)

"""Schema 10: the log with leaves, tiles of its tree, checkpoints and their cosignatures."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NEVER_CHANGING = ("log_leaf", "log_checkpoint", "log_cosignature")


def upgrade() -> None:
    """Add the tables; what was stored before is not noted."""
    op.create_table(
        "log_leaf",
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", text(), nullable=False),
        sa.Column("name", text(), nullable=False),
        sa.Column("subject", text(), nullable=False),
        sa.Column("digest", text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("kind", "name", name="log_leaf_once"),
    )
    op.create_index("log_leaf_by_subject", "log_leaf", ["subject", "position"])
    op.create_table(
        "log_tile",
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("level", "number"),
    )
    op.create_table(
        "log_checkpoint",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("time", text(), nullable=False),
        sa.Column("note", text(), nullable=False),
        sa.PrimaryKeyConstraint("size"),
    )
    op.create_table(
        "log_cosignature",
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("witness", text(), nullable=False),
        sa.Column("line", text(), nullable=False),
        sa.PrimaryKeyConstraint("size", "witness"),
    )
    for table in _NEVER_CHANGING:
        never_changes(table, "what is noted in the log never changes")


def downgrade() -> None:
    """Take them away again: bundles and mirrors still prove what was noted, the store no more."""
    for table in _NEVER_CHANGING:
        may_change(table)
        op.drop_table(table)
    op.drop_table("log_tile")

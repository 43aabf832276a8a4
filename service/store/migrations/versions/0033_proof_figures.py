"""Schema 33: proof figures of versions and drafts."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_COUNTS = ("example_count", "failed_examples", "slip_count", "tried_slips", "told_slips", "noticed_slips")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "proof_figures",
        *(sa.Column(name, text(), nullable=False) for name in ("content_digest", "software_version", "measure_time")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.Column("unnoticed", text(), nullable=False),
        sa.PrimaryKeyConstraint("content_digest"),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("proof_figures")

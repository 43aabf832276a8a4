"""Schema 12: corrections, the results that each touches, and what was decided of them."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_CAMPAIGN = (
    "name", "organization", "kind", "value", "at_least", "at_most", "unit", "reason", "principal", "create_time",
)  # fmt: skip
_ITEM = (
    "campaign", "evaluation", "subject", "scorecard_version", "as_of_date", "before", "state", "after",
    "after_version", "criteria", "problem", "disposition", "reason", "person", "dispose_time",
)  # fmt: skip


def upgrade() -> None:
    """Add the tables; decisions never change."""
    op.create_table(
        "campaign",
        *(sa.Column(name, text(), nullable=False) for name in _CAMPAIGN),
        sa.Column("affected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_index("campaign_by_organization", "campaign", ["organization", "name"])
    op.create_table(
        "campaign_item",
        *(sa.Column(name, text(), nullable=False) for name in _ITEM),
        sa.Column("double_uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("campaign", "evaluation"),
    )
    op.create_index("campaign_item_by_state", "campaign_item", ["campaign", "state", "disposition"])
    op.create_table(
        "disposition",
        sa.Column("campaign", text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *(
            sa.Column(name, text(), nullable=False)
            for name in ("evaluation", "disposition", "reason", "person", "principal", "time")
        ),
        sa.PrimaryKeyConstraint("campaign", "number"),
    )
    never_changes("disposition", "what was decided of a result never changes")


def downgrade() -> None:
    """Take them away again; that something was decided stays noted in the log."""
    may_change("disposition")
    for table in ("disposition", "campaign_item", "campaign"):
        op.drop_table(table)

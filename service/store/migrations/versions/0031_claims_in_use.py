"""Schema 31: claims in use, where they are shown, the words that find them, and how they were judged."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import may_change, never_changes, text

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_CLAIM = (
    ("name", text), ("organization", text), ("content", text), ("quote", text), ("medium", text),
    ("revision", sa.Integer), ("standing", sa.Integer), ("judged_state", text), ("problem", text),
    ("expire_date", text), ("next_check_date", text), ("sign_off", text), ("create_time", text), ("update_time", text),
    ("end_time", text),
)  # fmt: skip
_JUDGEMENT = (
    ("claim", text), ("number", sa.Integer), ("organization", text), ("time", text), ("as_of_date", text),
    ("cause", text), ("revision", sa.Integer), ("standing", sa.Integer), ("earlier_standing", sa.Integer),
    ("moved", sa.Integer), ("places", text), ("cards", text), ("expired", text),
)  # fmt: skip
_INDEXES = {
    "claim_in_use_by_standing": "standing",
    "claim_in_use_by_expiry": "expire_date",
    "claim_in_use_by_check": "next_check_date",
    "claim_in_use_by_judgement": "judged_state",
}


def upgrade() -> None:
    """Add the tables; judgements never change."""
    op.create_table(
        "claim_in_use",
        *(sa.Column(name, kind(), nullable=False) for name, kind in _CLAIM),
        sa.PrimaryKeyConstraint("name"),
    )
    for name, column in _INDEXES.items():
        op.create_index(name, "claim_in_use", ["organization", "end_time", column, "name"])
    for table, column in (("claim_place", "jurisdiction"), ("claim_word", "word")):
        op.create_table(
            table,
            *(sa.Column(name, text(), nullable=False) for name in ("organization", column, "claim")),
            sa.PrimaryKeyConstraint("organization", column, "claim"),
        )
        op.create_index(f"{table}_by_claim", table, ["claim"])
    op.create_table(
        "claim_judgement",
        *(sa.Column(name, kind(), nullable=False) for name, kind in _JUDGEMENT),
        sa.PrimaryKeyConstraint("claim", "number"),
    )
    op.create_index("claim_judgement_by_move", "claim_judgement", ["organization", "moved", "time", "claim"])
    never_changes("claim_judgement", "how a claim was judged never changes")


def downgrade() -> None:
    """Take them away again."""
    may_change("claim_judgement")
    for table in ("claim_judgement", "claim_word", "claim_place", "claim_in_use"):
        op.drop_table(table)

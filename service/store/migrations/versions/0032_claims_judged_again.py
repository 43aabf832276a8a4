"""Schema 32: which claims in use wait to be judged again, and what they have to tell."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_TABLE = "claim_in_use"
_TEXTS = ("owner_account", "judge_time", "judged_rules", "own_rules", "due_date", "seen_date", "notice_date")
_NUMBERS = ("milliseconds", "fallen")
_INDEXES = {
    "claim_in_use_by_due": ("organization", "end_time", "due_date", "name"),
    "claim_in_use_by_rules": ("organization", "end_time", "judged_rules", "judge_time", "due_date", "name"),
    "claim_in_use_by_notice": ("organization", "end_time", "notice_date", "name"),
    "claim_in_use_by_own_notice": ("organization", "end_time", "owner_account", "notice_date", "name"),
}


def upgrade() -> None:
    """Let all that are kept wait: what they were judged by is not known in the new form."""
    for name in _TEXTS:
        op.add_column(_TABLE, sa.Column(name, text(), nullable=False, server_default=""))
    for name in _NUMBERS:
        op.add_column(_TABLE, sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE claim_in_use SET judge_time = substr(judged_state, 1, 10) || 'T00:00:00Z', "
        "due_date = '9999-12-31', problem = ''"
    )
    op.drop_index("claim_in_use_by_judgement", _TABLE)
    op.drop_column(_TABLE, "judged_state")
    for name, columns in _INDEXES.items():
        op.create_index(name, _TABLE, [*columns])


def downgrade() -> None:
    """Let all that are kept be judged again as before."""
    for name in _INDEXES:
        op.drop_index(name, _TABLE)
    op.add_column(_TABLE, sa.Column("judged_state", text(), nullable=False, server_default=""))
    op.execute("UPDATE claim_in_use SET judged_state = substr(judge_time, 1, 10) || ' '")
    op.create_index("claim_in_use_by_judgement", _TABLE, ["organization", "end_time", "judged_state", "name"])
    for name in (*_TEXTS, *_NUMBERS):
        op.drop_column(_TABLE, name)

"""Schema 29: what was concluded of each subject in each year, and tallies over it."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_YEAR = ("organization", "scorecard", "year")
_INDEXES = {
    "subject": (*_YEAR, "subject", "evaluation"),
    "score": (*_YEAR, "counts", "score_low", "subject"),
    "conclusion": (*_YEAR, "counts", "conclusion", "score_low", "subject"),
    "movement": (*_YEAR, "counts", "before", "conclusion", "score_low", "subject"),
}


def upgrade() -> None:
    """Add them; all is projected again, with these, when the store is next written."""
    names = ("organization", "scorecard", "scorecard_version", "year", "subject", "conclusion", "before", "track")
    op.create_table(
        "yearly_result",
        sa.Column("evaluation", text(), nullable=False),
        *(sa.Column(name, text(), nullable=False) for name in names),
        sa.Column("counts", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("score_low", "score_high")),
        sa.PrimaryKeyConstraint("evaluation"),
    )
    for name, columns in _INDEXES.items():
        op.create_index(f"yearly_result_by_{name}", "yearly_result", list(columns))
    _create("open_gate", (*_YEAR, "gate", "outcome", "evaluation"))
    _create(
        "result_tally",
        (*_YEAR, "measure", "scorecard_version", "track", "key"),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("least", "greatest", "most")),
    )
    for table in ("outcome", "finding", "record_figures", "standing", "unprojected"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
    op.execute("INSERT INTO unprojected SELECT name FROM evaluation")


def _create(table: str, key: tuple[str, ...], *columns: sa.Column[int]) -> None:
    texts = (sa.Column(name, text(), nullable=False) for name in key)
    op.create_table(table, *texts, *columns, sa.PrimaryKeyConstraint(*key))


def downgrade() -> None:
    """Take them away again; nothing is lost that the stored records do not say."""
    for table in ("yearly_result", "open_gate", "result_tally"):
        op.drop_table(table)

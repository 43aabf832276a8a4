"""Schema 16: the figures of each record of a list, and a view of them (docs/sql-views.md)."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; all is projected again, with these figures, when the store is next written."""
    op.create_table(
        "record_figures",
        sa.Column("evaluation", text(), nullable=False),
        sa.Column("list", text(), nullable=False),
        sa.Column("record", text(), nullable=False),
        sa.Column("figures", text(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation", "list", "record"),
    )
    for table in ("outcome", "finding", "standing", "unprojected"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
    op.execute("INSERT INTO unprojected SELECT name FROM evaluation")
    op.execute(f"CREATE VIEW bi_records AS {_records(op.get_bind().dialect.name)}")


def _records(backend: str) -> str:
    low, high = _member(backend, "low"), _member(backend, "high")
    figures = "json_each(r.figures) AS f" if backend == "sqlite" else "json_each(r.figures::json) AS f(key, value)"
    key = "f.key" if backend == "sqlite" else 'f.key COLLATE "C"'
    return (
        "SELECT l.evaluation, l.organization, l.subject, c.scorecard_version, l.as_of_date, l.create_time,"  # noqa: S608 -- ours
        f" r.list, r.record, {key} AS figure, {_member(backend, 'answer')} AS answer,"
        f" {low} AS figure_low, {_decimal(backend, low)} AS figure_low_decimal,"
        f" {_flag(backend, 'low_open')} AS figure_low_open,"
        f" {high} AS figure_high, {_decimal(backend, high)} AS figure_high_decimal,"
        f" {_flag(backend, 'high_open')} AS figure_high_open"
        " FROM listed l JOIN conclusion c ON c.id = l.conclusion"
        f" JOIN record_figures r ON r.evaluation = l.evaluation, {figures}"
    )


def _member(backend: str, name: str) -> str:
    return f"json_extract(f.value, '$.{name}')" if backend == "sqlite" else f"(f.value ->> '{name}') COLLATE \"C\""


def _flag(backend: str, name: str) -> str:
    return _member(backend, name) if backend == "sqlite" else f"(f.value ->> '{name}')::boolean"


def _decimal(backend: str, exact: str) -> str:
    """Give the expression for an exact number, a plain decimal or a reduced fraction, to six places."""
    if backend == "sqlite":
        slash = f"instr({exact}, '/')"
        return (
            f"ROUND(CASE {slash} WHEN 0 THEN CAST({exact} AS REAL) ELSE CAST(substr({exact}, 1, {slash} - 1) AS REAL)"
            f" / CAST(substr({exact}, {slash} + 1) AS REAL) END, 6)"
        )
    below = f"COALESCE(NULLIF(split_part({exact}, '/', 2), ''), '1')::numeric"
    return f"ROUND(split_part({exact}, '/', 1)::numeric / {below}, 6)"


def downgrade() -> None:
    """Take them away again; nothing is lost that the stored records do not say."""
    op.execute("DROP VIEW bi_records")
    op.drop_table("record_figures")

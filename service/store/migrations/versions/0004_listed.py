"""Schema 4: listing positions of evaluations, with stage and verdict."""

import zlib

import orjson
import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_AT_ONCE = 500
_OF_RECORD = ("stage", "verdict")
_CONCLUSION = ("organization", "scorecard_version", "kind", "grade", *_OF_RECORD)
_OLD_INDEXES = (
    "evaluation_by_time", "evaluation_by_date", "ix_evaluation_subject", "ix_evaluation_scorecard_version"
)  # fmt: skip


def upgrade() -> None:
    """Add the tables, fill them from the stored records, and drop the indexes that they replace."""
    conclusions = op.create_table(
        "conclusion",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, text(), nullable=False) for name in _CONCLUSION),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(*_CONCLUSION, name="conclusion_once"),
    )
    listed = op.create_table(
        "listed",
        sa.Column("evaluation", text(), nullable=False),
        sa.Column("organization", text(), nullable=False),
        sa.Column("subject", text(), nullable=False),
        sa.Column("create_time", text(), nullable=False),
        sa.Column("as_of_date", text(), nullable=False),
        sa.Column("conclusion", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation"),
        sqlite_with_rowid=False,
    )
    _fill(op.get_bind(), conclusions, listed)
    by_time, by_date = ["create_time", "evaluation"], ["as_of_date", "create_time", "evaluation"]
    op.create_index("listed_by_time", "listed", ["organization", *by_time])
    op.create_index("listed_by_date", "listed", ["organization", *by_date])
    op.create_index("listed_by_subject_and_time", "listed", ["organization", "subject", *by_time])
    op.create_index("listed_by_subject_and_date", "listed", ["organization", "subject", *by_date])
    op.create_index("listed_by_conclusion_and_time", "listed", ["conclusion", *by_time])
    op.create_index("listed_by_conclusion_and_date", "listed", ["conclusion", *by_date])
    for index in _OLD_INDEXES:
        op.drop_index(index, "evaluation")


def _fill(connection: sa.Connection, conclusions: sa.Table, listed: sa.Table) -> None:
    evaluation = sa.table(
        "evaluation",
        *(sa.column(name) for name in (
            "name", "organization", "create_time", "subject", "scorecard_version", "as_of_date", "conclusion_kind",
            "grade", "record",
        )),
    )  # fmt: skip
    ids: dict[tuple[str, ...], int] = {}
    rows: list[sa.Row[tuple[str, ...]]] = []
    while True:
        page = sa.select(evaluation).order_by(evaluation.c.name).limit(_AT_ONCE)
        rows = list(connection.execute(page.where(evaluation.c.name > rows[-1].name) if rows else page))
        places = []
        for row in rows:
            known = (row.organization, row.scorecard_version, row.conclusion_kind, row.grade or "")
            key = (*known, *_recorded(row.record))
            if key not in ids:
                connection.execute(conclusions.insert(), dict(zip(_CONCLUSION, key, strict=True)))
                same = (conclusions.c[name] == value for name, value in zip(_CONCLUSION, key, strict=True))
                ids[key] = connection.execute(sa.select(conclusions.c.id).where(*same)).scalar_one()
            columns = {name: getattr(row, name) for name in ("organization", "subject", "create_time", "as_of_date")}
            places.append({**columns, "evaluation": row.name, "conclusion": ids[key]})
        if not places:
            return
        connection.execute(listed.insert(), places)


def _recorded(record: bytes) -> tuple[str, ...]:
    """Give the stage and the verdict of a record; neither of one that is damaged, which its verification tells."""
    try:
        conclusion = orjson.loads(zlib.decompress(record))["conclusion"]
        return tuple(str(conclusion.get(name) or "") for name in _OF_RECORD)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return ("", "")


def downgrade() -> None:
    """Refuse: evaluations are kept; restore a backup instead."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")

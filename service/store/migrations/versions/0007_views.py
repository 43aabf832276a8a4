"""Schema 7: the answer of each finding, and views for reports (docs/sql-views.md)."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ABOUT = "l.evaluation, l.organization, l.subject, c.scorecard_version, l.as_of_date, l.create_time"
_PLACES = "listed l JOIN conclusion c ON c.id = l.conclusion"
_ANSWERS = (
    "c.kind AS conclusion_kind, NULLIF(c.grade, '') AS grade, NULLIF(c.stage, '') AS stage,"
    " NULLIF(c.verdict, '') AS verdict"
)
_SCORE = (
    "s.score_low, {score_low} AS score_low_decimal, s.score_low_open,"
    " s.score_high, {score_high} AS score_high_decimal, s.score_high_open"
)
_FOUND = {
    "sqlite": ("json_each(e.archive_findings)", "json_array_length(f.value, '$.evaluations')"),
    "postgresql": (
        "json_array_elements(e.archive_findings::json) AS f(value)",
        "json_array_length(f.value -> 'evaluations')",
    ),
}


def upgrade() -> None:
    """Add them; all is projected again, with the findings, when the store is next written."""
    op.create_table(
        "finding",
        sa.Column("evaluation", text(), nullable=False),
        sa.Column("finding", text(), nullable=False),
        sa.Column("outcome", text(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation", "finding"),
    )
    for table in ("outcome", "standing", "unprojected"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
    op.execute("INSERT INTO unprojected SELECT name FROM evaluation")
    for name, rows in _views(op.get_bind().dialect.name).items():
        op.execute(f"CREATE VIEW {name} AS {rows}")


def _views(backend: str) -> dict[str, str]:
    score = _SCORE.format(**{end: _decimal(backend, f"s.{end}") for end in ("score_low", "score_high")})
    points = ", ".join(
        f"o.{name}, {_decimal(backend, f'o.{name}')} AS {name}_decimal"
        for name in ("points_low", "points_high", "maximum_points")
    )
    elements, count = _FOUND[backend]
    if backend == "sqlite":
        elements = f"{elements} AS f"
    of_others = f"{_member(backend, 'id')} = 'ARCHIVE.OTHER_ORGANIZATION'"
    hidden = ", ".join(
        f"CASE WHEN {of_others} THEN NULL ELSE {_member(backend, name)} END AS {said}"
        for name, said in (("evaluations", "other_evaluations"), ("subjects", "other_subjects"))
    )
    double_uses = (
        f"(SELECT COUNT(*) FROM evaluation e, {elements}"  # noqa: S608 -- ours, likewise below
        f" WHERE e.name = l.evaluation AND {_member(backend, 'severity')} = 'major') AS double_uses"
    )
    last = "SELECT MAX(evaluation) FROM standing GROUP BY organization, scorecard_version, subject"  # named by time
    return {
        "bi_evaluations": (
            f"SELECT {_ABOUT}, {_ANSWERS}, {score}, {double_uses}, e.record_digest FROM {_PLACES}"  # noqa: S608
            " JOIN evaluation e ON e.name = l.evaluation LEFT JOIN standing s ON s.evaluation = l.evaluation"
        ),
        "bi_standings": (
            f"SELECT {_ABOUT}, {_ANSWERS}, s.track, {score}, {double_uses} FROM {_PLACES}"  # noqa: S608
            f" JOIN standing s ON s.evaluation = l.evaluation WHERE s.evaluation IN ({last})"
        ),
        "bi_criteria": (
            f"SELECT {_ABOUT}, o.criterion, o.kind, o.outcome, {points} FROM {_PLACES}"  # noqa: S608
            " JOIN outcome o ON o.evaluation = l.evaluation"
        ),
        "bi_gates": (
            f"SELECT {_ABOUT}, o.criterion AS gate, o.outcome FROM {_PLACES}"  # noqa: S608
            " JOIN outcome o ON o.evaluation = l.evaluation WHERE o.kind = 'gate'"
        ),
        "bi_findings": (
            f"SELECT {_ABOUT}, f.finding, f.outcome FROM {_PLACES}"  # noqa: S608
            " JOIN finding f ON f.evaluation = l.evaluation"
        ),
        "bi_archive_findings": (
            f"SELECT {_ABOUT}, {_member(backend, 'id')} AS finding, {_member(backend, 'severity')} AS severity,"  # noqa: S608
            f" {_member(backend, 'place')} AS place, {count} AS other_count, {hidden},"
            f" {_member(backend, 'periods')} AS periods"
            f" FROM {_PLACES} JOIN evaluation e ON e.name = l.evaluation, {elements}"
        ),
    }


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


def _member(backend: str, name: str) -> str:
    return f"json_extract(f.value, '$.{name}')" if backend == "sqlite" else f"(f.value ->> '{name}') COLLATE \"C\""


def downgrade() -> None:
    """Take them away again; nothing is lost that the stored records do not say."""
    for name in _views(op.get_bind().dialect.name):
        op.execute(f"DROP VIEW {name}")
    op.drop_table("finding")

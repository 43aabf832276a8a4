"""Schema 34: uses and answers of an evaluation in one row each, and a compact index of uses; those of before stay."""

import json
import sqlite3
import zlib
from importlib import import_module
from typing import cast

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import changes_only, may_change, text

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

_NUMBER = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
_HOLDERS = """
INSERT INTO use_holder (organization, subject, period)
SELECT organization, subject, period FROM usage
UNION SELECT organization, subject, '' FROM evaluation
    WHERE NOT EXISTS (SELECT 1 FROM usage WHERE usage.evaluation = evaluation.name)
"""
_NUMBERED = """
INSERT INTO evaluation_uses (number, evaluation, holder)
SELECT row_number() OVER (ORDER BY e.name), e.name, h.id
FROM evaluation e LEFT JOIN (SELECT evaluation, MIN(period) AS period FROM usage GROUP BY evaluation) u
    ON u.evaluation = e.name
JOIN use_holder h ON h.organization = e.organization AND h.subject = e.subject AND h.period = COALESCE(u.period, '')
"""
_KEY = {"sqlite": "index_key(s.value_digest)", "postgresql": "('x' || left(s.value_digest, 16))::bit(64)::bigint"}
_INDEXED = """
INSERT INTO use_index (value, holder, number)
SELECT DISTINCT {key}, u.holder, u.number FROM usage s JOIN evaluation_uses u ON u.evaluation = s.evaluation
ORDER BY 1, 2, 3
"""
_ANSWERS = {
    "sqlite": """
SELECT s.evaluation, json_extract(f.value, '$[0]') AS criterion, k.key AS kind,
    json_extract(f.value, '$[1]') AS outcome, json_extract(f.value, '$[2]') AS maximum_points,
    json_extract(f.value, '$[3]') AS points_low,
    json_extract(f.value, CASE json_array_length(f.value) WHEN 5 THEN '$[4]' ELSE '$[3]' END) AS points_high
FROM standing s, json_each(s.outcomes) AS k, json_each(k.value) AS f
""",
    "postgresql": """
SELECT s.evaluation, (f.value ->> 0) COLLATE "C" AS criterion, k.key COLLATE "C" AS kind,
    (f.value ->> 1) COLLATE "C" AS outcome, (f.value ->> 2) COLLATE "C" AS maximum_points,
    (f.value ->> 3) COLLATE "C" AS points_low,
    (f.value ->> CASE json_array_length(f.value) WHEN 5 THEN 4 ELSE 3 END) COLLATE "C" AS points_high
FROM standing s, json_each(s.outcomes::json) AS k, json_array_elements(k.value) AS f(value)
""",
}
_FINDINGS = {
    "sqlite": """
SELECT s.evaluation, f.value AS finding, k.key AS outcome
FROM standing s, json_each(s.findings) AS k, json_each(k.value) AS f
""",
    "postgresql": """
SELECT s.evaluation, f.value COLLATE "C" AS finding, k.key COLLATE "C" AS outcome
FROM standing s, json_each(s.findings::json) AS k, json_array_elements_text(k.value) AS f(value)
""",
}
_STORED = sa.text(
    "SELECT u.evaluation, h.organization, h.subject, h.period, u.digests, u.places"
    " FROM evaluation_uses u JOIN use_holder h ON h.id = u.holder WHERE u.digests IS NOT NULL"
)
_USAGE = sa.text(
    "INSERT INTO usage (evaluation, value_digest, organization, kind, subject, period, place)"
    " VALUES (:evaluation, :value_digest, :organization, :kind, :subject, :period, :place)"
)

_ID = "substr(u.evaluation, length(u.evaluation) - 35)"
_SUPPORTS_BEFORE = (
    f"INSERT INTO support (support, evaluation) SELECT i.support, {_ID}"  # noqa: S608 -- ours, likewise below
    " FROM support_index i JOIN evaluation_uses u ON u.number = i.number",
    f"INSERT INTO supporting_value (support, value, evaluation) SELECT i.support, i.value, {_ID}"  # noqa: S608
    " FROM value_index i JOIN evaluation_uses u ON u.number = i.number",
)


_DIGEST_BYTES = 32


def _index_key(value_digest: str) -> int:
    """Give the first 64 bits of a digest."""
    return int.from_bytes(bytes.fromhex(value_digest[:16]), signed=True)


def _unpacked(digests: bytes, places: bytes) -> list[tuple[str, str, str]]:
    """Give the kind, the digest and the place of each value that an evaluation uses."""
    values = [digests[start : start + _DIGEST_BYTES].hex() for start in range(0, len(digests), _DIGEST_BYTES)]
    stored = json.loads(zlib.decompress(places)) if places else []
    return [(kind, value, place) for value, (kind, place) in zip(values, stored, strict=True)]


def upgrade() -> None:
    """Add tables and columns; number what is stored, and index its uses, which stay where they are, in one pass."""
    op.create_table(
        "use_holder",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, text(), nullable=False) for name in ("organization", "subject", "period")),
        sa.UniqueConstraint("organization", "subject", "period", name="use_holder_once"),
    )
    op.create_table(
        "evaluation_uses",
        sa.Column("number", _NUMBER, autoincrement=False),
        sa.Column("evaluation", text(), nullable=False, unique=True),
        sa.Column("holder", sa.Integer(), nullable=False),
        sa.Column("digests", sa.LargeBinary(), nullable=True),
        sa.Column("places", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "use_index",
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("value", "holder", "number"),
        sqlite_with_rowid=False,
    )
    for table, columns in (("support_index", ("support",)), ("value_index", ("support", "value"))):
        op.create_table(
            table,
            *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in columns),
            sa.Column("number", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint(*columns, "number"),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "indexed_uses", sa.Column("number", _NUMBER, autoincrement=False), sa.PrimaryKeyConstraint("number")
    )
    connection, backend = op.get_bind(), op.get_bind().dialect.name
    if backend == "sqlite":
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        driver.create_function("index_key", 1, _index_key, deterministic=True)
    for statement in (_HOLDERS, _NUMBERED, _INDEXED.format(key=_KEY[backend])):
        op.execute(statement)
    op.execute("INSERT INTO indexed_uses SELECT COALESCE(MAX(number), 0) FROM evaluation_uses")
    op.create_index("evaluation_uses_by_holder", "evaluation_uses", ["holder"])
    under = "name > OLD.evaluation || '/erasures/' AND name < OLD.evaluation || '/erasures0'"
    noted = f"EXISTS (SELECT 1 FROM log_leaf WHERE kind = 'erasure' AND {under})"  # noqa: S608 -- ours, likewise below
    gone = "EXISTS (SELECT 1 FROM erased_request WHERE evaluation = OLD.evaluation)"
    changes_only(
        "evaluation_uses",
        "stored uses never change",
        update=(
            "NEW.number = OLD.number AND NEW.evaluation = OLD.evaluation AND ("
            f"NEW.holder = OLD.holder AND NEW.digests = OLD.digests AND {noted}"
            f" OR NEW.holder = 0 AND length(NEW.digests) = 0 AND length(NEW.places) = 0 AND {gone})"
        ),
        delete="1 = 0",
    )
    for name in ("outcomes", "findings"):
        op.add_column("standing", sa.Column(name, text(), nullable=True))
    answers, findings = _ANSWERS[backend], _FINDINGS[backend]
    for name, rows in _views(backend).items():
        compact = rows.replace(" outcome o ON", f" ({answers}) o ON").replace(" finding f ON", f" ({findings}) f ON")
        _make_view(name, f"{rows} UNION ALL {compact}")


def _views(backend: str) -> dict[str, str]:
    """Give the views of answers as they were before."""
    views = import_module("service.store.migrations.versions.0007_views")._views(backend)
    return {name: views[name] for name in ("bi_criteria", "bi_gates", "bi_findings")}


def _make_view(name: str, rows: str) -> None:
    op.execute(f"DROP VIEW IF EXISTS {name}")
    op.execute(f"CREATE VIEW {name} AS {rows}")


def downgrade() -> None:
    """Write the uses as they were written before, and let all be projected again."""
    connection = op.get_bind()
    for evaluation, organization, subject, period, digests, places in connection.execute(_STORED).all():
        whose = {"evaluation": evaluation, "organization": organization, "subject": subject, "period": period}
        usages = [
            {**whose, "kind": kind, "value_digest": value, "place": place}
            for kind, value, place in _unpacked(digests, places)
        ]
        if usages:
            connection.execute(_USAGE, usages)
    for statement in _SUPPORTS_BEFORE:
        op.execute(statement)
    may_change("evaluation_uses")
    for table in ("support_index", "value_index", "indexed_uses", "use_index", "evaluation_uses", "use_holder"):
        op.drop_table(table)
    for name, rows in _views(connection.dialect.name).items():
        _make_view(name, rows)
    for name in ("outcomes", "findings"):
        op.drop_column("standing", name)
    projected = ("outcome", "finding", "record_figures", "standing", "yearly_result", "open_gate", "result_tally")
    for table in (*projected, "unprojected"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 -- ours
    op.execute("INSERT INTO unprojected SELECT name FROM evaluation")

"""Schema 13: what was erased of an evaluation, the only change that it admits."""

import sqlalchemy as sa
from alembic import op

from service.store.schema_forms import changes_only, may_change, never_changes, text

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_SAID = {"evaluation": "a stored evaluation never changes", "usage": "a stored usage never changes"}
_SAME = (
    "name", "organization", "request_id", "body_digest", "create_time", "subject", "scorecard_version", "as_of_date",
    "conclusion_kind", "record_digest", "software_versions", "principal",
)  # fmt: skip
_USED = ("evaluation", "value_digest", "organization", "kind", "subject", "period")
_COUNT = {"sqlite": "json_array_length({row}.erasures)", "postgresql": "json_array_length({row}.erasures::json)"}


def upgrade() -> None:
    """Add the column and the table; what is erased must be noted in the log first, in the same transaction."""
    backend = op.get_bind().dialect.name
    op.add_column("evaluation", sa.Column("erasures", text(), nullable=False, server_default="[]"))
    op.create_table(
        "erased_request",
        sa.Column("organization", text(), nullable=False),
        sa.Column("request_id", text(), nullable=False),
        sa.Column("evaluation", text(), nullable=False),
        sa.PrimaryKeyConstraint("organization", "request_id"),
        sa.UniqueConstraint("evaluation", name="erased_once"),
    )
    never_changes("erased_request", "what was erased stays noted")
    for table in _SAID:
        may_change(table)
    before, after = (_COUNT[backend].format(row=row) for row in ("OLD", "NEW"))
    number = f"CAST({after} AS TEXT)"
    noted = f"SELECT 1 FROM log_leaf WHERE kind = 'erasure' AND name = OLD.name || '/erasures/' || {number}"  # noqa: S608 -- ours
    same = " AND ".join(f"NEW.{name} = OLD.{name}" for name in _SAME)
    grade = "NEW.grade = OLD.grade OR (NEW.grade IS NULL AND OLD.grade IS NULL)"
    changes_only(
        "evaluation",
        _SAID["evaluation"],
        update=f"{same} AND ({grade}) AND length(NEW.record_key) = 0 AND {after} = {before} + 1 AND EXISTS ({noted})",
        delete="EXISTS (SELECT 1 FROM erased_request WHERE evaluation = OLD.name)",
    )
    used = " AND ".join(f"NEW.{name} = OLD.{name}" for name in _USED)
    under = "name > OLD.evaluation || '/erasures/' AND name < OLD.evaluation || '/erasures0'"
    erased = f"SELECT 1 FROM log_leaf WHERE kind = 'erasure' AND {under}"  # noqa: S608 -- ours
    changes_only(
        "usage",
        _SAID["usage"],
        update=f"{used} AND EXISTS ({erased})",
        delete="EXISTS (SELECT 1 FROM erased_request WHERE evaluation = OLD.evaluation)",
    )


def downgrade() -> None:
    """Take the column and the table back, unless something was erased: the schema before would tell it as damage."""
    erased = "SELECT 1 FROM evaluation WHERE erasures <> '[]' UNION ALL SELECT 1 FROM erased_request"
    if op.get_bind().execute(sa.text(erased)).first() is not None:
        raise NotImplementedError("what was erased cannot be told by the schema before; restore a backup instead")
    for table in _SAID:
        may_change(table)
    may_change("erased_request")
    op.drop_table("erased_request")
    op.drop_column("evaluation", "erasures")
    for table, said in _SAID.items():
        never_changes(table, said)

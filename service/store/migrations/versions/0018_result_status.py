"""Schema 18: decisions about a result, found by the result and shown in the views."""

from collections.abc import Callable
from importlib import import_module

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_STATUS = (
    "(SELECT COALESCE(CASE MAX(CASE i.disposition WHEN 'stands' THEN 1 WHEN 'to_be_asked' THEN 2 WHEN 'changed' THEN 3"
    " WHEN 'withdrawn' THEN 4 END) WHEN 2 THEN 'in_question' WHEN 3 THEN 'corrected' WHEN 4 THEN 'withdrawn' END,"
    " 'stands'){collation} FROM campaign_item i WHERE i.evaluation = l.evaluation) AS status"
)
_SHOWING = ("bi_evaluations", "bi_standings")


def upgrade() -> None:
    """Add the indexes, and make the two views of results anew with one column more."""
    op.create_index("disposition_by_evaluation", "disposition", ["evaluation"])
    op.create_index("campaign_item_by_evaluation", "campaign_item", ["evaluation"])
    collation = ' COLLATE "C"' if op.get_bind().dialect.name == "postgresql" else ""
    status = _STATUS.format(collation=collation)
    _make_views(lambda rows: rows.replace(" FROM listed l ", f", {status} FROM listed l ", 1))


def downgrade() -> None:
    """Take them away again."""
    _make_views(lambda rows: rows)
    op.drop_index("campaign_item_by_evaluation", "campaign_item")
    op.drop_index("disposition_by_evaluation", "disposition")


def _make_views(shown: Callable[[str], str]) -> None:
    views = import_module("service.store.migrations.versions.0007_views")._views(op.get_bind().dialect.name)
    for name in _SHOWING:
        op.execute(f"DROP VIEW {name}")
        op.execute(f"CREATE VIEW {name} AS {shown(views[name])}")

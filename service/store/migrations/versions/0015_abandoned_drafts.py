"""Schema 15: deletion of abandoned drafts, once the log says so."""

from alembic import op

from service.store.schema_forms import changes_only, may_change, never_changes

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_SAID = "what was saved and signed of drafts never changes"
_NEVER = "1 = 0"
_NOTED = (
    "EXISTS (SELECT 1 FROM log_leaf WHERE kind = 'draft-erasure' AND name > OLD.draft || '/erasures/' "
    "AND name < OLD.draft || '/erasures0') AND NOT EXISTS (SELECT 1 FROM draft WHERE name = OLD.draft)"
)
_UNUSED = (
    "NOT EXISTS (SELECT 1 FROM draft_revision WHERE organization = OLD.organization AND files_digest = OLD.digest)"
)
_DELETED = {"draft_revision": _NOTED, "draft_statement": _NOTED, "draft_content": _UNUSED}


def upgrade() -> None:
    """Let revisions and statements go with their draft, if that is noted, and files that no revision has."""
    for table, condition in _DELETED.items():
        may_change(table)
        changes_only(table, _SAID, update=_NEVER, delete=condition)
    op.create_index("draft_revision_by_files", "draft_revision", ["organization", "files_digest"])


def downgrade() -> None:
    """Let nothing of drafts go; what is gone stays noted."""
    op.drop_index("draft_revision_by_files")
    for table in _DELETED:
        may_change(table)
        never_changes(table, _SAID)

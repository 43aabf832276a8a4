"""Schema 17: a mark of older evaluations for which no bases were noted."""

import sqlalchemy as sa
from alembic import op

from service.store.result_dependencies import SupportKind, support_digest

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_FOUND = sa.text(
    "INSERT INTO support (support, evaluation) SELECT :untold, evaluation FROM support WHERE support = :version "
    "ON CONFLICT DO NOTHING"
)


def upgrade() -> None:
    """Let every basis of its version find what is stored, until it is told again with the gazette at hand."""
    connection = op.get_bind()
    made = connection.execute(sa.text("SELECT DISTINCT organization, scorecard_version FROM conclusion"))
    for organization, version in made.all():
        untold = support_digest(organization, SupportKind.BASIS, version)
        its = support_digest(organization, SupportKind.VERSION, version)
        connection.execute(_FOUND, {"untold": untold, "version": its})


def downgrade() -> None:
    """Take nothing away: what is found by a basis is found by nothing else."""

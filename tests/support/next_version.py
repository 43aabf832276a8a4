"""A later software version for tests of upgrades: the migrations of this one, and one more."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from service.store import database

SCHEMA = "9000"
"""The schema number of the later version."""
TABLE = "of_the_next_version"
_MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = {next!r}, {newest!r}, None, None


def upgrade() -> None:
    op.create_table({table!r}, sa.Column("id", sa.Integer(), primary_key=True))
"""
_SOFTWARE = """
from pathlib import Path

from service.store import database

database.MIGRATIONS = Path({migrations!r})
"""


class NextVersion:
    """The later version, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.migrations = shutil.copytree(database.MIGRATIONS, folder / "migrations")
        migration = _MIGRATION.format(next=SCHEMA, newest=database.newest_schema(), table=TABLE)
        (self.migrations / "versions" / f"{SCHEMA}_next.py").write_text(migration, encoding="utf-8")
        self._software = folder / "software"
        self._software.mkdir()
        source = _SOFTWARE.format(migrations=str(self.migrations))
        (self._software / "sitecustomize.py").write_text(source, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """Environment variables that make a new process run the later version."""
        return {"PYTHONPATH": os.pathsep.join(filter(None, (str(self._software), os.environ.get("PYTHONPATH"))))}

    @contextmanager
    def in_this_process(self) -> Iterator[None]:
        """Run this process as the later version within the context."""
        with patch.object(database, "MIGRATIONS", self.migrations):
            _forget_migrations()
            yield
        _forget_migrations()


def _forget_migrations() -> None:
    for cached in (
        database.schemas,
        database._newest_numbers,
        database._new_store_statements,
        database._migrated_schema,
    ):
        cached.cache_clear()

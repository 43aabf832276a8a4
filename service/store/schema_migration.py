"""Schema migration by Alembic, which only this module and the migrations load."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

if TYPE_CHECKING:
    from sqlalchemy import Connection


def upgrade(connection: Connection, migrations: Path, revision: str = "head") -> None:
    """Run the pending migrations of a folder up to a revision."""
    config = Config(stdout=StringIO())  # the default stream is bound at import
    config.set_main_option("script_location", str(migrations))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)

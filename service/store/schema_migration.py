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
    """Run the migrations of a folder up to a revision, those that a store does not have yet."""
    config = Config(stdout=StringIO())  # else what standard output was when it was first imported
    config.set_main_option("script_location", str(migrations))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)

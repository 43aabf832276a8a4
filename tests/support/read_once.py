"""Published cards and reference tables, which the tests read once of the same bytes.

Every command reads what it needs anew, and hundreds of commands are called in one process here. What is read never
changes, and what cannot be read is refused each time.
"""

from functools import lru_cache

from rules.model.published import read_published
from rules.model.table_form import read_table
from service.gazette import tables, versions

_CARDS, _TABLES = 128, 48


def read_once() -> None:
    """Let the gazette give the same card, and the same table, for the same bytes."""
    versions.read_published = lru_cache(_CARDS)(read_published)  # type: ignore[attr-defined]
    tables.read_table = lru_cache(_TABLES)(read_table)  # type: ignore[attr-defined]

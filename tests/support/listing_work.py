"""A store that counts the SQL statements of a list, to show that a longer page takes no more of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event, insert

from service.identity.principals import LOCAL, set_principal
from service.store.store import Store
from service.store.write_access import with_write_access

PARENT, TIME, DAY = "organizations/a", "2026-03-01T00:00:00Z", "2026-03-01"


class CountedStore:
    """A store, and the SQL statements that it ran."""

    def __init__(self, folder: Path) -> None:
        self.store, self.statements = Store(f"sqlite:///{folder}/store.sqlite3"), list[str]()
        self._own = threading.get_ident()
        event.listen(self.store._engine, "checkout", self._trace)

    def _trace(self, driver: Any, *_: Any) -> None:
        driver.set_trace_callback(self._note)

    def _note(self, statement: str) -> None:
        """Record statements of the test's own thread only, because the store's writer runs in another thread."""
        if threading.get_ident() == self._own:
            self.statements.append(statement)

    def add(self, table: Any, rows: list[dict[str, Any]]) -> None:
        with with_write_access(self.store._engine).begin() as connection:
            connection.execute(insert(table), rows)

    def check(self, add: Callable[[int], None], listed: Callable[[], int]) -> None:
        """Check that ten more rows, each added by its number, take no more statements to list."""
        set_principal(LOCAL)
        taken = []
        for first, last in ((0, 2), (2, 12)):
            for number in range(first, last):
                add(number)
            taken.append(self.statements_of(listed, last))
        assert taken[0] == taken[1], self.statements

    def statements_of(self, listed: Callable[[], int], count: int) -> int:
        self.statements.clear()
        assert listed() == count
        return sum(statement.startswith(("SELECT", "WITH")) for statement in self.statements)

"""How is a statement of every evaluation run? Composed once for each database; composing takes longer than most run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, CursorResult
    from sqlalchemy.sql.elements import CompilerElement


@dataclass(frozen=True, slots=True)
class _Composed:
    """A text, the names of its parameters in order unless the driver knows them by name, and its constants."""

    text: str
    names: tuple[str, ...] | None
    constants: Mapping[str, Any]

    def given(self, values: Mapping[str, Any]) -> Any:
        """Put the values as the driver takes them."""
        known = {**self.constants, **values} if self.constants else values
        return dict(known) if self.names is None else tuple(map(known.__getitem__, self.names))


class Prepared:
    """One statement whose values go to the driver as they are: texts, whole numbers, flags, bytes and None."""

    def __init__(self, compose: Callable[[str], CompilerElement]) -> None:
        """Compose it, when it is first run, by the name of the database."""
        self._compose = compose
        self._composed: dict[str, _Composed] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> CursorResult[Any]:
        """Run it once."""
        composed = self._on(connection)
        return connection.exec_driver_sql(composed.text, composed.given(values))

    def run_each(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for every row, if there is any."""
        if rows:
            composed = self._on(connection)
            connection.exec_driver_sql(composed.text, [composed.given(row) for row in rows])

    def _on(self, connection: Connection) -> _Composed:
        dialect = connection.dialect
        found = self._composed.get(dialect.name)
        if found is None:
            compiled = self._compose(dialect.name).compile(dialect=dialect)
            names = getattr(compiled, "positiontup", None)
            constants = {name: value for name, value in compiled.params.items() if value is not None}
            found = _Composed(str(compiled), None if names is None else tuple(names), constants)
            self._composed[dialect.name] = found
        return found

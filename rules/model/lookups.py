"""Table lookup model: references, keys and rows of a looked-up quantity; resolution of editions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Protocol

from rules.contracts.errors import VersionError
from rules.contracts.inputs import FrozenModel
from rules.contracts.messages import message_factory
from rules.model.definitions import TextByLanguage
from rules.model.forms import QuantityForm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rules.model.tables import Table

_message = message_factory(__name__)

WORD = "word"
"""Pseudo-unit of a lookup that returns a word."""


class TableReference(FrozenModel):
    """A reference table: `id` names it in lookups, `name` in the gazette.

    With `edition`, that edition and manifest `digest` are used. Otherwise it is the edition in force on the as-of date,
    as known at the known time.
    """

    id: str
    name: str
    edition: str | None = None
    digest: str | None = None
    basis: tuple[str, ...] = ()


class KeyDerivation(StrEnum):
    """Part of a named value that is looked up."""

    VALUE = "value"
    YEAR = "year"
    QUARTER = "quarter"


class TableKey(FrozenModel):
    """Search key of a column: a named value, or a fixed word."""

    column: str
    name: str | None = None
    reading: KeyDerivation = KeyDerivation.VALUE
    word: str | None = None


class TableLookup(FrozenModel):
    """One table and its search keys."""

    table: str
    keys: tuple[TableKey, ...]
    basis: tuple[str, ...]


class TableQuantity(QuantityForm):
    """A number or word from a reference table; the first lookup with a result wins.

    With `list`, there is one value per record.
    """

    kind: Literal["table"] = "table"
    id: str
    labels: TextByLanguage = {}
    unit: str = ""
    gives: Literal["number", "word"] = "number"
    list: str | None = None
    column: str
    rows: tuple[TableLookup, ...]

    @property
    def directly_reads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key.name for row in self.rows for key in row.keys if key.name is not None))

    @property
    def within(self) -> str | None:
        return self.list


class TableSource(Protocol):
    """Source of reference tables; None means that the table does not exist."""

    def edition_of(self, name: str, edition: str) -> Table | None:
        """Return one edition."""

    def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
        """Return the edition in force on `as_of`, as known on `known`."""

    def latest(self, name: str) -> Table | None:
        """Return the edition that no other supersedes."""


def tables_in_force(
    references: Iterable[TableReference], source: TableSource | None, *, as_of: date, known: date
) -> dict[str, Table]:
    """Return the tables for an evaluation by id, without those that have no edition in force.

    Raises:
        VersionError: If a pinned edition is missing or has the wrong digest.
    """
    tables: dict[str, Table] = {}
    for reference in references:
        if reference.edition is not None:
            tables[reference.id] = _pinned_edition(reference, source)
        elif source is not None:
            table = source.in_force(reference.name, as_of=as_of, known=known)
            tables |= {} if table is None else {reference.id: table}
    return tables


def _pinned_edition(reference: TableReference, source: TableSource | None) -> Table:
    edition_name = f"{reference.name}@{reference.edition}"
    table = None if source is None else source.edition_of(reference.name, reference.edition or "")
    if table is None:
        raise VersionError(_message("TABLE_ABSENT", table=edition_name), missing=False)
    if reference.digest not in (None, table.manifest_digest):
        reason = _message("CARD_RESTS_ON", table=edition_name, digest=reference.digest)
        raise VersionError(_message("OTHER_TABLE_DIGEST", said=reason, digest=table.manifest_digest), missing=False)
    return table

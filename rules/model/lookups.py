"""Table lookup model: references, keys and places of a looked-up quantity; resolution of editions."""

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

_say = message_factory(__name__)

WORD = "word"
"""Stands in place of a unit where a lookup gives a word of the table instead of a number."""


class TableReference(FrozenModel):
    """A reference table that the card uses: `id` names it in lookups, `name` in the gazette.

    With `edition` exactly this one is used, and `digest` is that of its manifest; without, the edition that is in
    force on the as-of date as known at the known time.
    """

    id: str
    name: str
    edition: str | None = None
    digest: str | None = None
    basis: tuple[str, ...] = ()


class KeyDerivation(StrEnum):
    """What of a named value is looked up."""

    VALUE = "value"
    YEAR = "year"
    QUARTER = "quarter"


class TableKey(FrozenModel):
    """What is looked up in one key column: the value under a name, the year or quarter of a date, or a fixed word."""

    column: str
    name: str | None = None
    reading: KeyDerivation = KeyDerivation.VALUE
    word: str | None = None


class TableLookup(FrozenModel):
    """One place to look: a table of the card and the keys."""

    table: str
    keys: tuple[TableKey, ...]
    basis: tuple[str, ...]


class TableQuantity(QuantityForm):
    """A value looked up in the column of a reference table, in one place after the other until one answers.

    `gives` says whether that is a number, in `unit`, or a word of the table. With `list`, one for each of its records.
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
        """What the keys read."""
        return tuple(dict.fromkeys(key.name for row in self.rows for key in row.keys if key.name is not None))

    @property
    def within(self) -> str | None:
        """The list whose fields it reads."""
        return self.list


class TableSource(Protocol):
    """Where reference tables come from; None says that there is none."""

    def edition_of(self, name: str, edition: str) -> Table | None:
        """Give one edition."""

    def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
        """Give the edition that is valid on a civil date, as known on a day."""

    def latest(self, name: str) -> Table | None:
        """Give the edition that no other supersedes."""


def tables_in_force(
    references: Iterable[TableReference], source: TableSource | None, *, as_of: date, known: date
) -> dict[str, Table]:
    """Give the tables of a card for one evaluation, by their ids; one that no edition governs is left out.

    Raises:
        VersionError: an edition that the card names is not there, or is not the one that it was published with.
    """
    tables: dict[str, Table] = {}
    for reference in references:
        if reference.edition is not None:
            tables[reference.id] = pinned_edition(reference, source)
        elif source is not None:
            table = source.in_force(reference.name, as_of=as_of, known=known)
            tables |= {} if table is None else {reference.id: table}
    return tables


def pinned_edition(reference: TableReference, source: TableSource | None) -> Table:
    """Give the edition that a card names."""
    named = f"{reference.name}@{reference.edition}"
    table = None if source is None else source.edition_of(reference.name, reference.edition or "")
    if table is None:
        raise VersionError(_say("TABLE_ABSENT", table=named), missing=False)
    if reference.digest not in (None, table.manifest_digest):
        reason = _say("CARD_RESTS_ON", table=named, digest=reference.digest)
        raise VersionError(_say("OTHER_TABLE_DIGEST", said=reason, digest=table.manifest_digest), missing=False)
    return table

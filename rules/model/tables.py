"""Reference table model: manifest, key and value columns, sources, gaps and corrections."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from pydantic import Field, field_validator, model_validator

from rules.contracts.inputs import FrozenModel
from rules.contracts.messages import message_factory
from rules.contracts.units import UnitError, unit
from rules.model.definitions import Certainty, TextByLanguage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model.table_lookup import RowSearch

_say = message_factory(__name__)

TABLE_SCHEMA = 1
_NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_EDITION = r"^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$"
_COLUMN = r"^[a-z][a-z0-9_]*$"

Row = tuple[str, ...]
"""The cells of one row as they stand in the file: first the keys, then the values."""


class KeyType(StrEnum):
    """What kind of word stands in a key column, and so when it matches what is looked up."""

    CN_CODE = "cn_code"
    """4, 6, 8 or 10 digits; a longer code finds the row of the longest heading that holds it."""
    COUNTRY = "country"
    """A country as two capitals (ISO 3166-1), or a group of countries in small letters, such as `other`."""
    YEARS = "years"
    """A year or a span of years, `2026`, `2026-2027` or `2028-` without end; a year finds the span that holds it."""
    QUARTER = "quarter"
    """A quarter, `2026-Q1`."""
    CODE = "code"
    """A word of the table itself, such as a sector or a production route."""


class ValueType(StrEnum):
    """What kind of word stands in a value column."""

    NUMBER = "number"
    CODE = "code"
    CERTAINTY = "certainty"
    """How sure this one row is; it stands in place of the certainty of the whole table."""


class KeyColumn(FrozenModel):
    """One column by which rows are found.

    With `every`, a row may say `*`: it holds for every word that no other row names. With `greatest_of_several`, what
    is looked up may name several words joined by `/`, and the greatest number of those that have rows answers.
    """

    id: str = Field(pattern=_COLUMN)
    type: KeyType
    labels: TextByLanguage = {}
    one_of: tuple[str, ...] = ()
    every: bool = False
    greatest_of_several: bool = False


class ValueColumn(FrozenModel):
    """One column of answers. What is not a number is never zero; which words may stand instead is said here.

    `look_further` allows `-` (the source refers to another row or table), `out_of_scope` allows `N/A` (no such value
    is asked for), `unknown` allows a blank cell (the source has a figure or should have one; it is not known here),
    `every` allows `*` in a column of codes (the source names none, so any will do).
    """

    id: str = Field(pattern=_COLUMN)
    type: ValueType = ValueType.NUMBER
    unit: str = ""
    labels: TextByLanguage = {}
    one_of: tuple[str, ...] = ()
    look_further: bool = False
    out_of_scope: bool = False
    unknown: bool = False
    every: bool = False

    @field_validator("unit")
    @classmethod
    def _unit_is_known(cls, symbol: str) -> str:
        try:
            unit(symbol)
        except UnitError as error:
            raise ValueError(str(error)) from None
        return symbol


class Source(FrozenModel):
    """Where the figures stand: the act, the place in it, and the file they were read from, with its SHA-256."""

    instrument: str
    clause: str = ""
    workbook: str = ""
    workbook_digest: str = ""
    note: TextByLanguage = {}


class Gap(FrozenModel):
    """Rows that the source has and this table has not: all whose keys are these."""

    keys: dict[str, str]
    reason: TextByLanguage


class Correction(FrozenModel):
    """What was set right against the edition before, or against the file that was read."""

    place: str
    was: str
    now: str
    reason: TextByLanguage


class Manifest(FrozenModel):
    """What a table says about itself.

    `first_date` and `last_date` bound the civil dates for which the edition is valid, `known_from` is the day on which
    its source was published. A table that is not `complete` never answers that there is no such row. `supersedes` names
    the edition that this one replaces, or several: a correction of two editions of which one replaces the other.
    """

    schema_number: int = Field(default=TABLE_SCHEMA, alias="schema")
    name: str = Field(pattern=_NAME)
    edition: str = Field(pattern=_EDITION)
    title: TextByLanguage
    keys: tuple[KeyColumn, ...] = Field(min_length=1)
    values: tuple[ValueColumn, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = Field(min_length=1)
    certainty: Certainty
    first_date: date
    last_date: date | None = None
    known_from: date
    complete: bool
    coverage: TextByLanguage
    gaps: tuple[Gap, ...] = ()
    supersedes: str | tuple[str, ...] | None = None
    corrections: tuple[Correction, ...] = ()
    rows: int = 0
    content_digest: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The ids of all columns, in the order of the file."""
        return (*(key.id for key in self.keys), *(value.id for value in self.values))

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The editions that this one replaces, the one to compare it with first."""
        return (self.supersedes,) if isinstance(self.supersedes, str) else self.supersedes or ()

    def value_column(self, column: str) -> ValueColumn:
        """Find a column of answers.

        Raises:
            KeyError: there is none of this id.
        """
        return next(value for value in self.values if value.id == column) if self._gives(column) else _no(column, self)

    def _gives(self, column: str) -> bool:
        return any(value.id == column for value in self.values)

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if self.schema_number != TABLE_SCHEMA:
            raise ValueError(_say("MANIFEST_SCHEMA", found=self.schema_number, known=TABLE_SCHEMA))
        repeated = [column for column, count in Counter(self.columns).items() if count > 1]
        if repeated:
            raise ValueError(_say("COLUMNS_TWICE", columns=repeated))
        if sum(value.type is ValueType.CERTAINTY for value in self.values) > 1:
            raise ValueError(_say("ONE_CERTAINTY"))
        if sum(key.type is KeyType.CN_CODE for key in self.keys) > 1:
            raise ValueError(_say("ONE_KEY_OF_CODES"))
        if sum(key.type is KeyType.YEARS for key in self.keys) > 1:
            raise ValueError(_say("ONE_KEY_OF_YEARS"))
        if self.last_date is not None and self.last_date < self.first_date:
            raise ValueError(_say("ENDS_BEFORE_IT_BEGINS", first=self.first_date, last=self.last_date))
        if self.edition in self.predecessors:
            raise ValueError(_say("NOT_ITS_OWN_PREDECESSOR", edition=self.edition))
        known = {key.id for key in self.keys}
        stray = sorted({key for gap in self.gaps for key in gap.keys} - known)
        if stray:
            raise ValueError(_say("GAPS_OF_NO_KEY", columns=stray))
        return self


def _no(column: str, manifest: Manifest) -> ValueColumn:
    there = ", ".join(value.id for value in manifest.values)
    raise KeyError(f"the table {manifest.name} gives no '{column}'; it gives {there}")


@dataclass(frozen=True, slots=True)
class Table:
    """One edition of a reference table, digest checked: its manifest, its rows, and where each code stands.

    `by_code` leads from a CN code, or from the first key of a table without codes, to the rows that have it; `codes`
    are those words sorted.
    """

    manifest: Manifest
    manifest_digest: str
    rows: tuple[Row, ...]
    by_code: Mapping[str, tuple[int, ...]] = field(repr=False)
    codes: tuple[str, ...] = field(repr=False)
    name: str = field(init=False, compare=False)
    """The name with the edition, as trails and messages write it."""
    positions: Mapping[str, int] = field(init=False, compare=False, repr=False)
    """The place of each column in a row."""
    leading_key: KeyColumn = field(init=False, compare=False, repr=False)
    certainty_column: str | None = field(init=False, compare=False, repr=False)
    """The column in which each row says how sure it is, if there is one."""
    searches: dict[tuple[tuple[str, str], ...], RowSearch] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """The last searches for rows, by their keys."""

    def __post_init__(self) -> None:
        """Derive what every lookup asks."""
        manifest = self.manifest
        columns = {column: position for position, column in enumerate(manifest.columns)}
        own = next((value.id for value in manifest.values if value.type is ValueType.CERTAINTY), None)
        object.__setattr__(self, "name", f"{manifest.name}@{manifest.edition}")
        object.__setattr__(self, "positions", columns)
        object.__setattr__(self, "leading_key", manifest.keys[leading_key(manifest)])
        object.__setattr__(self, "certainty_column", own)


def leading_key(manifest: Manifest) -> int:
    """Give the place of the key by which rows are indexed: the CN code if there is one, else the first."""
    return next((position for position, key in enumerate(manifest.keys) if key.type is KeyType.CN_CODE), 0)

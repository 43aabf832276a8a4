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

_message = message_factory(__name__)

TABLE_SCHEMA = 1
_NAME_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_EDITION_PATTERN = r"^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$"
_COLUMN_PATTERN = r"^[a-z][a-z0-9_]*$"

Row = tuple[str, ...]
"""The cells of a row as stored in the file: keys, then values."""


class KeyType(StrEnum):
    """Type of the words in a key column, which determines how they match."""

    CN_CODE = "cn_code"
    """4, 6, 8 or 10 digits; a longer code matches the row of its longest heading."""
    COUNTRY = "country"
    """Two capital letters (ISO 3166-1), or a country group in lower case, such as `"other"`."""
    YEARS = "years"
    """A year or span: `2026`, `2026-2027`, or `2028-` without end; a year matches the span that contains it."""
    QUARTER = "quarter"
    CODE = "code"
    """A word defined by the table, such as a sector or a production route."""


class ValueType(StrEnum):
    """Type of a value column; a certainty cell replaces the certainty of the table for its row."""

    NUMBER = "number"
    CODE = "code"
    CERTAINTY = "certainty"


_AT_MOST_ONE: Mapping[StrEnum, str] = {
    ValueType.CERTAINTY: "ONE_CERTAINTY",
    KeyType.CN_CODE: "ONE_KEY_OF_CODES",
    KeyType.YEARS: "ONE_KEY_OF_YEARS",
}
"""Message for each type of column that a table may have only once."""


class KeyColumn(FrozenModel):
    """A column that identifies rows.

    `every` allows `*`, which matches every word that no other row names. `greatest_of_several` allows a lookup of words
    joined by `/`; the greatest number found is the answer.
    """

    id: str = Field(pattern=_COLUMN_PATTERN)
    type: KeyType
    labels: TextByLanguage = {}
    one_of: tuple[str, ...] = ()
    every: bool = False
    greatest_of_several: bool = False


class ValueColumn(FrozenModel):
    """A column of answers; a cell without a number is never zero.

    - `look_further` allows `-`: the source refers to another row or table.
    - `out_of_scope` allows `N/A`: no such value is required.
    - `unknown` allows a blank: the source has, or should have, a figure that is not known here.
    - `every` allows `*`: the source names no code, so any is accepted.
    """

    id: str = Field(pattern=_COLUMN_PATTERN)
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
    """Origin of the figures: act, clause, and the file they were read from, with its SHA-256 digest."""

    instrument: str
    clause: str = ""
    workbook: str = ""
    workbook_digest: str = ""
    note: TextByLanguage = {}


class Gap(FrozenModel):
    """Rows with these keys that the source has and this table lacks."""

    keys: dict[str, str]
    reason: TextByLanguage


class Correction(FrozenModel):
    """A correction of the previous edition or of the source file."""

    place: str
    was: str
    now: str
    reason: TextByLanguage


class Manifest(FrozenModel):
    """Metadata of a table edition.

    It is valid for civil dates from `first_date` to `last_date`; its source was published on `known_from`. Only a
    `complete` table can answer that a row does not exist. `supersedes` names several editions if this one corrects two
    and one of them replaces the other.
    """

    schema_number: int = Field(default=TABLE_SCHEMA, alias="schema")
    name: str = Field(pattern=_NAME_PATTERN)
    edition: str = Field(pattern=_EDITION_PATTERN)
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
        return (*(key.id for key in self.keys), *(value.id for value in self.values))

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The editions that this edition replaces, starting with the edition to compare it with."""
        return (self.supersedes,) if isinstance(self.supersedes, str) else self.supersedes or ()

    def value_column(self, column: str) -> ValueColumn:
        known = {value.id: value for value in self.values}
        if column not in known:
            raise KeyError(f"the table {self.name} gives no '{column}'; it gives {', '.join(known)}")
        return known[column]

    @model_validator(mode="after")
    def _validate_consistency(self) -> Self:
        if self.schema_number != TABLE_SCHEMA:
            raise ValueError(_message("MANIFEST_SCHEMA", found=self.schema_number, known=TABLE_SCHEMA))
        repeated = [column for column, count in Counter(self.columns).items() if count > 1]
        if repeated:
            raise ValueError(_message("COLUMNS_TWICE", columns=repeated))
        types = Counter[StrEnum]([*(value.type for value in self.values), *(key.type for key in self.keys)])
        for type, problem in _AT_MOST_ONE.items():
            if types[type] > 1:
                raise ValueError(_message(problem))
        if self.last_date is not None and self.last_date < self.first_date:
            raise ValueError(_message("ENDS_BEFORE_IT_BEGINS", first=self.first_date, last=self.last_date))
        if self.edition in self.predecessors:
            raise ValueError(_message("NOT_ITS_OWN_PREDECESSOR", edition=self.edition))
        stray = sorted(set().union(*(gap.keys for gap in self.gaps)).difference(key.id for key in self.keys))
        if stray:
            raise ValueError(_message("GAPS_OF_NO_KEY", columns=stray))
        return self


@dataclass(frozen=True, slots=True)
class Table:
    """A table edition with a checked digest and lookup indexes.

    `by_code` maps each CN code, or the first key of a table without codes, to rows; `codes` has the same words sorted.
    """

    manifest: Manifest
    manifest_digest: str
    rows: tuple[Row, ...]
    by_code: Mapping[str, tuple[Row, ...]] = field(repr=False)
    codes: tuple[str, ...] = field(repr=False)
    name: str = field(init=False, compare=False)
    positions: Mapping[str, int] = field(init=False, compare=False, repr=False)
    leading_key: KeyColumn = field(init=False, compare=False, repr=False)
    certainty_column: str | None = field(init=False, compare=False, repr=False)
    searches: dict[tuple[tuple[str, str], ...], RowSearch] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    valid_words: set[tuple[str, str]] = field(init=False, default_factory=set, compare=False, repr=False)
    """Words of lookup keys that were checked, by column."""

    def __post_init__(self) -> None:
        manifest = self.manifest
        columns = {column: position for position, column in enumerate(manifest.columns)}
        own = next((value.id for value in manifest.values if value.type is ValueType.CERTAINTY), None)
        object.__setattr__(self, "name", f"{manifest.name}@{manifest.edition}")
        object.__setattr__(self, "positions", columns)
        object.__setattr__(self, "leading_key", manifest.keys[leading_key(manifest)])
        object.__setattr__(self, "certainty_column", own)


def leading_key(manifest: Manifest) -> int:
    """Return the index of the key column that indexes the rows: the CN code, or else the first key."""
    return next((position for position, key in enumerate(manifest.keys) if key.type is KeyType.CN_CODE), 0)

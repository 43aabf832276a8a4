"""Upload formats of public registers, declared in TOML files of this package."""

from __future__ import annotations

from functools import cache
from typing import Literal

import orjson
from pydantic import Field, model_validator

from rules.contracts import read_toml
from service.cases.credentials.facts import StrictModel, TranslatedText

Certainty = Literal["read", "secondary", "recalled", "own"]
FileType = Literal["xlsx", "csv", "xml"]
FILE_TYPES: tuple[FileType, ...] = ("xlsx", "csv", "xml")
FORMATS = ("china-certificates", "iaf-certsearch")
"""The name of a format is the name of its file."""
MOST_IN_CELL = 32_767
"""Characters of a spreadsheet cell; a longer text would be cut."""
ON_CERTIFICATE_STATES = frozenset({"valid", "suspended", "withdrawn", "cancelled", "superseded", "expired"})


class RegisterColumn(StrictModel):
    """Column of an upload file; `certainty` states how the column is known."""

    head: str = Field(min_length=1)
    titles: TranslatedText
    element: str = Field(default="", pattern=r"^[A-Za-z_]*$")
    """Name in XML; by default the heading."""
    group: str = Field(default="", pattern=r"^[A-Za-z_]*$")
    """Parent element in XML."""
    sources: tuple[str, ...] = ()
    """Certificate fields; the first one with a value is used."""
    codes: dict[str, str] = {}
    values: tuple[str, ...] = ()
    """Allowed values; empty if any text is allowed."""
    most: int = Field(default=0, ge=0)
    """Maximum number of characters; 0 if unknown."""
    required: bool = False
    required_for: tuple[str, ...] = ()
    """Certificate states that require a value."""
    certainty: Certainty
    note: TranslatedText = TranslatedText()

    @property
    def allowed_values(self) -> tuple[str, ...]:
        return self.values or tuple(dict.fromkeys(self.codes.values()))

    @property
    def limit(self) -> int:
        """Maximum number of characters; that of a spreadsheet cell if the platform's is unknown."""
        return self.most or MOST_IN_CELL

    def is_required(self, state: str) -> bool:
        return self.required or state in self.required_for

    def coded(self, value: str) -> str:
        return self.codes.get(value, "") if self.codes else value


class RegisterFormat(StrictModel):
    """Upload format: its columns in order, its files, and the facts about it that could not be read."""

    id: str
    titles: TranslatedText
    source: str = Field(min_length=1)
    time_zone: str
    """Time zone of months and of the days of an export."""
    rows: Literal["events", "certificates"]
    """Whether a row is an event of a certificate, or a certificate with an event in the period."""
    sheet: str
    root: str
    row: str
    file_name: str
    most_bytes: dict[FileType, int]
    """Maximum size of a file by type; 0 if unknown."""
    unread: tuple[TranslatedText, ...]
    columns: tuple[RegisterColumn, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _check(self) -> RegisterFormat:
        if len({*self.heads}) != len(self.heads):
            raise ValueError(self.id)
        for column in self.columns:
            foreign = {*column.codes.values()} - {*column.allowed_values}
            if foreign or {*column.required_for} - ON_CERTIFICATE_STATES:
                raise ValueError(column.head)
        return self

    @property
    def heads(self) -> list[str]:
        return [column.head for column in self.columns]

    def column(self, head: str) -> RegisterColumn | None:
        return next((column for column in self.columns if column.head == head), None)


@cache
def register_format(id: str) -> RegisterFormat | None:
    """Return a format; None if there is none with this id."""
    if id not in FORMATS:
        return None
    # Strict models accept lists as tuples from JSON only.
    return RegisterFormat.model_validate_json(orjson.dumps({"id": id, **read_toml(__package__, f"{id}.toml")}))

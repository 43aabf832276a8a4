"""What does a line of goods state, and where does each of its cells stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.schemes.cbam.cells import IMPORTED_ON, MASS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import DeclaredValue
    from service.reading.tabular.texts import TextSheet
    from service.reading.tree.problems import Problem
    from service.schemes.cbam.cells import Note

_say = speaker(__name__)

LINE = "line"
CODE = "cn_code"
ORIGIN = "country_of_origin"
CODE_OF_RECORD, ORIGIN_OF_RECORD = "code", "origin"
DETERMINATION = "determination"
PRECURSORS = "precursors"
REQUIRED = (LINE, CODE, ORIGIN, IMPORTED_ON, MASS, DETERMINATION)

_FIELD = re.compile(r"facts\[(?P<fact>\w+)\](?:\.records\[(?P<name>.*)\](?:\.(?P<field>\w+))?)?", re.DOTALL)
"""How the rules name a fact, or a field of a record by the beginning of its key."""
_KEY_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of one sheet stand, by the ids of their facts; `file` is named if it is a second one."""

    file: str
    sheet: TextSheet
    numbers: Mapping[str, int]

    def place(self, row: int, id: str) -> str:
        """Name the cell of a fact in a row; the first of the row if the fact has no column."""
        return self.cell(row, self.numbers.get(id, 0))

    def cell(self, row: int, number: int = 0) -> str:
        """Name a cell by its column, counted from 0."""
        cell = self.sheet.place(row, number)
        return _say("IN_FILE", file=self.file, cell=cell) if self.file else cell


@dataclass(frozen=True, slots=True)
class Listed:
    """Where the precursors of a line stand: their columns, and each with its row and its name."""

    columns: Columns
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line: its name, its row, the values of the facts that it states, and what was taken for something else."""

    name: str
    row: int
    columns: Columns
    facts: dict[str, DeclaredValue]
    code: str = ""
    origin: str = ""
    notes: tuple[Note, ...] = ()
    listed: Listed | None = None

    def place(self, id: str = LINE) -> str:
        """Name the cell of a fact."""
        return self.columns.place(self.row, id)

    def place_of(self, field: str) -> tuple[str, str]:
        """Name the cell of a field of the input, and what stands there; a precursor stands in a sheet of its own."""
        found = _FIELD.match(field)
        if found is None:
            return self.place(), field
        fact, name, id = found["fact"], found["name"], found["field"]
        if fact != PRECURSORS or self.listed is None:
            return self.place(fact), fact
        rows = (row for row, given in self.listed.rows if name is None or given[:_KEY_SHOWN] == name)
        return self.listed.columns.place(next(rows, self.listed.rows[0][0]), id or LINE), id or fact


@dataclass(frozen=True, slots=True)
class Goods:
    """All lines of the files, and notes on what was read otherwise than it is stored."""

    lines: tuple[GoodsLine, ...]
    notes: tuple[Problem, ...]

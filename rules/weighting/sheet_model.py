"""Sheet model: rows, cells and their places in a text table or workbook."""

from __future__ import annotations

from dataclasses import dataclass

_TEXT = {"en": "line {row}, column {column}", "zh": "第 {row} 行第 {column} 列"}
_LINE = {"en": "line {row}", "zh": "第 {row} 行"}
_SHEET = {"en": "{source}, sheet {sheet}", "zh": "{source} 工作表“{sheet}”"}


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A cell, row or whole of a sheet; rows and columns are counted from 1, and 0 stands for all of them.

    The cells of a workbook are named by letter and number, those of a text table by line and column.
    """

    source: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    def cell(self, language: str) -> str:
        """Name the cell or row within its sheet, such as `D17` or `line 4, column 3`."""
        if not self.row:
            return self.source
        if self.sheet:
            return f"{_letters(self.column)}{self.row}" if self.column else _LINE[language].format(row=self.row)
        pattern = _TEXT if self.column else _LINE
        return pattern[language].format(row=self.row, column=self.column)

    def describe(self, language: str) -> str:
        """Name the place with its file and sheet."""
        whole = _SHEET[language].format(source=self.source, sheet=self.sheet) if self.sheet else self.source
        if not self.row:
            return whole
        between = ", " if self.sheet and language == "en" else " "
        return f"{whole}{between}{self.cell(language)}"


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row with its number in the file; cells are text without the spaces around it."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Give the text of a cell, counted from 1; beyond the end of the row it is empty."""
        return self.cells[column - 1] if column <= len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one text table, or of one sheet of a workbook (`title`); `expert` says whose they are.

    In line `guessed` the first text stands by which the encoding of the file was guessed, if it was. `hidden` states
    what is hidden in the sheet.
    """

    source: str
    expert: str
    rows: tuple[SheetRow, ...]
    title: str = ""
    guessed: int = 0
    hidden: tuple[str, ...] = ()

    def place(self, row: int = 0, column: int = 0) -> SheetPlace:
        """Give the place of a cell, a row or the whole sheet."""
        return SheetPlace(self.source, self.title, row, column)

    def content(self) -> tuple[SheetRow, ...]:
        """Give the rows that say something: neither empty, nor a comment that begins with `#` and a space."""
        return tuple(row for row in self.rows if any(row.cells) and not is_comment(row.cells))


def is_comment(cells: tuple[str, ...]) -> bool:
    """Say whether a row is a comment; `#REF!`, which a broken formula leaves, is none."""
    return bool(cells) and (cells[0] == "#" or cells[0].startswith("# "))

"""How do the sheets look on which new sentences and examples are written, and the one with what to choose from?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from rules.language.additions import rule_titles
from rules.language.file_names import language_of
from rules.language.lexicon import lexicon
from rules.language.shapes import NUMBERS, headings, shapes
from service.reading.rule_tables.forms import EXAMPLES, MARK, PLACE_JOINT, SENTENCES, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 300
"""So many rows have lists to choose from, and are text."""
_WIDE, _NARROW = 40, 16
_BOLD, _HEADING = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
_CHANGES = ("change_", "evidence_", "setting_", "suppose_")
_WITH_TABLE = "change_records"


@dataclass(frozen=True, slots=True)
class NewSheets:
    """What the sheets offer: the places of a draft, its files in `files`, in the words of `language`."""

    files: Mapping[str, str]
    language: str

    @property
    def offered(self) -> str:
        """The language of the shapes: that of the workbook, unless no file of the draft is in it."""
        there = sorted({language_of(path) or self.language for path in self.files})
        return self.language if self.language in there or not there else there[0]

    def blocks(self) -> Iterator[tuple[str, list[list[str]]]]:
        """Give the name of each sheet for what is new with its first rows: the mark, and the heading."""
        said = words(self.language)["new"]
        yield said["sentences"], [[f"{MARK} {SENTENCES}", said["sentences_how"]], [*said["sentence_heading"], *NUMBERS]]
        yield said["examples"], [[f"{MARK} {EXAMPLES}", said["examples_how"]], list(said["example_heading"])]

    def write(self, book: Workbook) -> None:
        """Add the sheets to a workbook."""
        sentences, examples = [_begun(book, name, rows) for name, rows in self.blocks()]
        lists: Worksheet = book.create_sheet(words(self.language)["new"]["shapes"])
        steps = lexicon(self.offered).steps
        known = shapes(self.offered)
        rules = [
            f"{path}{PLACE_JOINT}{title}"
            for path in sorted(self.files)
            for title in rule_titles(self.files[path], path)
        ]
        columns = [
            [*rules, *sorted(self.files)],
            list(known),
            [steps[key].shown for key in steps if key.startswith(_CHANGES) and key != _WITH_TABLE],
            [steps[key].shown for key in steps if key.startswith("expect_")],
        ]
        for column, (title, texts) in enumerate(zip(words(self.language)["new"]["lists"], columns, strict=True), 1):
            _put(lists, 1, column, title, heading=True)
            for row, text in enumerate(texts, 2):
                _put(lists, row, column, text)
            lists.column_dimensions[get_column_letter(column)].width = _WIDE
        _put(lists, 1, len(columns) + 1, words(self.language)["new"]["columns"], heading=True)
        self._headings(lists, [shape.key for shape in known.values()], len(columns) + 1)
        _offer(sentences, 1, lists, 1, len(columns[0]))
        _offer(sentences, 2, lists, 2, len(columns[1]))
        _offer(examples, 1, lists, 1, len(rules))
        _offer(examples, 3, lists, 3, len(columns[2]))
        _offer(examples, 5, lists, 4, len(columns[3]))

    def _headings(self, lists: Worksheet, keys: Sequence[str], first: int) -> None:
        """Write beside each shape the columns of its table; those that may be left out stand in brackets."""
        for row, key in enumerate(keys, 2):
            either = words(self.language)["new"]["either"]
            cells: list[str] = []
            for needed, optional in headings(key, self.offered):
                cells += [*([either] if cells else []), *needed, *(f"[{word}]" for word in optional)]
            for column, text in enumerate(cells, first):
                _put(lists, row, column, text)


def _begun(book: Workbook, name: str, rows: list[list[str]]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    count = len(rows[-1])
    for row in range(1, _ROWS + 1):
        for column in range(1, count + 1):
            sheet.cell(row, column).number_format = "@"
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            _put(sheet, row, column, text, heading=row == len(rows))
    for column in range(1, count + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if column <= 2 or count == 5 else _NARROW
    sheet.cell(1, 1).font = _BOLD
    return sheet


def _put(sheet: Worksheet, row: int, column: int, text: str, *, heading: bool = False) -> None:
    cell = sheet.cell(row, column, text)
    cell.data_type, cell.number_format, cell.alignment = "s", "@", Alignment(vertical="top")
    if heading:
        cell.fill, cell.font = _HEADING, _BOLD


def _offer(sheet: Worksheet, column: int, lists: Worksheet, of: int, count: int) -> None:
    """Offer the first so many of a list in a column; words of one's own are taken as well."""
    if not count:
        return
    letter, source = get_column_letter(column), get_column_letter(of)
    formula = f"{quote_sheetname(lists.title)}!${source}$2:${source}${count + 1}"
    offered = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    offered.add(f"{letter}3:{letter}{_ROWS}")
    sheet.add_data_validation(offered)

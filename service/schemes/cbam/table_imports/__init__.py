"""Registry of CBAM workbook kinds for table import: default values and benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import read_toml
from service.input.workbook_formats import WorkbookFormat

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rules.model import PlacedRow
    from service.input.cells import CellProblems
    from service.input.tabular.cell_texts import TextSheet

_DRAFTS = read_toml(__name__, "drafts.toml")


def _read_default_values(
    sheets: Sequence[TextSheet], unknown: Collection[str], problems: CellProblems
) -> list[PlacedRow]:
    from service.schemes.cbam.table_imports.workbooks import read_default_values  # noqa: PLC0415 -- not needed for help

    return read_default_values(sheets, unknown, problems)


def _read_benchmarks(sheets: Sequence[TextSheet], unknown: Collection[str], problems: CellProblems) -> list[PlacedRow]:
    from service.schemes.cbam.table_imports.workbooks import read_benchmarks  # noqa: PLC0415 -- not needed for help

    return read_benchmarks(sheets, unknown, problems)


KINDS = (
    WorkbookFormat("cbam-defaults", _DRAFTS["cbam-defaults"], _read_default_values),
    WorkbookFormat("cbam-benchmarks", _DRAFTS["cbam-benchmarks"], _read_benchmarks),
)

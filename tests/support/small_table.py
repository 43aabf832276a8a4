"""Small reference table with every cell meaning, and workbooks in the European Commission's layout."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from rules.model.table_form import PlacedRow, seal_table
from rules.model.tables import Manifest, Table

Grid = dict[str, list[list[object]]]

ROWS = (
    ("BR", "25231000", "grey", "0.86", "0.04", "0.9", "A", "secondary"),
    ("BR", "25231000", "white", "1.2", "0.05", "1.25", "B", "secondary"),
    ("BR", "25232100", "*", "", "", "", "*", "secondary"),
    ("BR", "7203", "*", "-", "-", "-", "-", "secondary"),
    ("BR", "7208", "*", "1.62", "N/A", "1.62", "C", "confirmed"),
    ("BR", "720851", "*", "1.7", "N/A", "1.7", "C/F", "own_reading"),
    ("BR", "2804", "*", "-", "-", "-", "-", "secondary"),
    ("BR", "73181510", "*", "0", "N/A", "0", "E", "secondary"),
    ("BR", "73181520", "*", "2", "N/A", "2", "E", "secondary"),
    ("other", "7203", "*", "1.325", "N/A", "1.325", "*", "own_reading"),
    ("other", "2804", "*", "-", "-", "-", "-", "secondary"),
    ("other", "7208", "*", "4.049", "N/A", "4.049", "C", "secondary"),
)


def small_manifest(**changes: object) -> Manifest:
    figure = {"unit": "tCO2e/t", "look_further": True, "unknown": True}
    fields: dict[str, Any] = {
        "name": "defaults",
        "edition": "2026-02-04",
        "title": {"en": "Default values", "zh": "缺省值"},
        "keys": [
            {"id": "country", "type": "country"},
            {"id": "cn_code", "type": "cn_code"},
            {"id": "variant", "type": "code", "one_of": ["grey", "white"], "every": True},
        ],
        "values": [
            {"id": "direct", **figure},
            {"id": "indirect", "out_of_scope": True, **figure},
            {"id": "total", **figure},
            {"id": "route", "type": "code", "look_further": True, "every": True},
            {"id": "certainty", "type": "certainty"},
        ],
        "sources": [{"instrument": "an act"}],
        "certainty": "secondary",
        "first_date": "2026-01-01",
        "known_from": "2025-12-31",
        "complete": True,
        "coverage": {"en": "everything", "zh": "全部"},
    }
    return Manifest.model_validate({**fields, **changes})


def placed(rows: Iterable[tuple[str, ...]]) -> list[PlacedRow]:
    """Return the rows with locations, starting at `line 2`."""
    return [PlacedRow(row, (f"line {line}",) * len(row)) for line, row in enumerate(rows, 2)]


def small_table(rows: Iterable[tuple[str, ...]] = ROWS, **changes: object) -> Table:
    return seal_table(small_manifest(**changes), placed(rows))


def benchmarks() -> Table:
    """Return a small table of benchmarks with routes, years, and a row for every route."""
    manifest = small_manifest(
        name="benchmarks",
        keys=[
            {"id": "cn_code", "type": "cn_code"},
            {"id": "column", "type": "code", "one_of": ["A", "B"]},
            {"id": "route", "type": "code", "every": True, "greatest_of_several": True},
            {"id": "year", "type": "years"},
        ],
        values=[{"id": "value", "unit": "tCO2e/t"}],
    )
    rows = (
        ("72083900", "A", "*", "2026-2030", "0.044"),
        ("72083900", "B", "C", "2026-2030", "1.37"),
        ("72083900", "B", "E", "2026-2030", "0.072"),
        ("72271000", "B", "F", "2026-2027", "1.613"),
        ("72271000", "B", "F", "2028-2030", "1.6"),
        ("72271000", "B", "H", "2026-", "0.3"),
        ("73181575", "B", "*", "2026-2027", "1.154"),
        ("73181575", "B", "*", "2028-2030", "1.116"),
        ("73181575", "B", "C", "2026-2030", "1.364"),
    )
    return seal_table(manifest, placed(rows))


def default_value_grid() -> Grid:
    head: list[object] = [
        "Product CN Code", "Description", "Default Value\n(direct emissions)", "Default Value (Indirect emissions)",
        "Default Value (total emissions)", "2026 Default Value (Including mark-up)",
        "2027 Default Value (Including mark-up)", "2028 Default Value (Including mark-up)",
        "Underlying production route determining CBAM BM",
    ]  # fmt: skip
    marks: list[object] = ["10% mark-up", "20% mark-up", "30% mark-up"]
    algeria: list[list[object]] = [
        ["Algeria"],
        [],
        [*head],
        ["Cement", None, None, None, None, *marks],
        ["2523 10 00", "White clinker", 1.29, 0.06, 1.34, 1.474, 1.608, 1.742, "(B)"],
        ["2523 10 00", "Grey clinker", 1.24, 0.04, 1.28, 1.408, 1.536, 1.664, "(A)"],
        ["Fertilisers", None, None, None, None, "1% mark-up", "1% mark-up", "1% mark-up"],
        [3102, "Nitrogenous fertilisers", "see below"],
        [31021019, "Urea", 1.32, "0,10", "1,410", 1.4241, 1.4241, 1.4241],
        ["Iron and steel", None, None, None, None, *marks],
        ["7203", "Direct reduced iron", "–", "–", "–", "–", "–", "–"],
        ["7205", "Granules", 2.89, "N/A", 2.89, 3.179, 3.468, 3.757, "(C)/(F)"],
    ]
    other: list[list[object]] = [
        ["Other Countries and Territories"],
        [*head],
        ["Iron and steel", None, None, None, None, *marks],
        ["7203", "Direct reduced iron", 1.325, "N/A", 1.325, 1.4575, 1.59, 1.7225],
    ]
    return {"Overview": [["For information"]], "Algeria": algeria, "Other Countries and Territorie": other}


def benchmark_grid() -> Grid:
    head: list[object] = [
        "CN code", "CN Description", "Column A BMg* [tCO2e/t]", "Column A Production route indicator",
        "Column B BMg [tCO2e/t]", "Column B Production route indicator",
    ]  # fmt: skip
    return {
        "Version history": [["Version 1"]],
        "Benchmarks": [
            ["Benchmarks"],
            head,
            ["Cement"],
            [25232100, "White Portland cement", 0, None, 0.859, None],
            ["Iron and steel"],
            [72083900, "Coils", 0.044, None, 1.37, "(C)"],
            [None, None, None, None, 0.481, "(D)"],
            [None, None, None, None, 0.072, "(E)"],
            ["7318 15 75", "Screws", 0.038, None, 1.154, "(1)"],
            [None, None, None, None, 1.116, "(2)"],
            [72271000, "Rods", 0.1, "(F)", 1.613, "(F)(1)"],
            [None, None, None, None, 1.6, "(F)(2)"],
        ],
    }


def workbook(grid: Grid) -> bytes:
    """Write sheets as a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in grid.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()

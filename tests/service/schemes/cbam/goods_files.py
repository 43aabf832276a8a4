"""Test helpers for CBAM goods files: CSV and workbook builders, reading, and expected violations."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from rules.contracts.errors import InputError, Violation
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.schemes.cbam.goods import GoodsLine, read_goods
from tests.support.cbam_declaring import HEADER
from touchstone.v1.cbam_service_pb2 import GoodsFile

CARD = Gazette(CHECKOUT / "scorecards").versions("cbam-goods")[-1].scorecard
ROW = "1,72083900,BR,2026-05-10,1000,no,default,0"
PARTS = "line,name,code,origin,consumed (t),method,accredited,period_covered,allocation_verified"


def saved(tmp_path: Path, content: str | bytes, name: str = "goods.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def goods_file(path: Path) -> GoodsFile:
    """Read a file to be declared."""
    return GoodsFile(name=path.name, content=path.read_bytes())


def read(tmp_path: Path, content: str | bytes) -> tuple[GoodsLine, ...]:
    """Read a file of goods."""
    return read_goods(goods_file(saved(tmp_path, content)), CARD).lines


def refused(tmp_path: Path, content: str | bytes, parts: str | None = None) -> list[Violation]:
    """Return all violations of a goods file and an optional precursors file."""
    other = None if parts is None else GoodsFile(name="parts.csv", content=parts.encode())
    with pytest.raises(InputError) as error:
        read_goods(goods_file(saved(tmp_path, content)), CARD, precursors=other)
    return list(error.value.violations)


def places(violations: list[Violation]) -> list[tuple[str, str]]:
    """Return the location and kind of each violation."""
    return [(one.field, one.reason) for one in violations]


def with_cell(column: str, text: str) -> str:
    """Write one line of goods with another text in a column."""
    names = [name.partition(" (")[0] for name in HEADER.split(",")]
    cells = ROW.split(",")
    cells[names.index(column)] = text
    return f"{HEADER}\n{','.join(cells)}\n"


def workbook(*sheets: tuple[str, list[list[object]]], merge: str = "") -> bytes:
    """Write a workbook of sheets."""
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def typed() -> list[list[object]]:
    """Return the header and one line with the cell types of a workbook."""
    return [[*HEADER.split(",")], ["1", 72083900, "BR", "2026-05-10", 1000, "no", "default", 0]]

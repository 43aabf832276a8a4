"""Workbook input guard: zip bombs, document types, invalid packages, and row and subject limits."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from service.batch.sources import open_batch
from service.input.tabular import xlsx_scan
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import Layout
from tests.support.filled_workbooks import AS_OF, filled, problems, read
from tests.support.small_card import small_card, small_subject
from tests.support.tiers import tries
from tests.support.workbooks import Filled


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def bomb(path: Path) -> None:
    filled().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/media.xml", "w") as part:
        for _ in range(80):
            part.write(bytes(1_000_000))


def doctype(path: Path) -> None:
    filled().save(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/extra.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>')


def damaged(path: Path) -> None:
    filled().save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"][:200]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def other_package(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("make", "expected_message"),
    [
        (lambda path: write(path, b"a,b\n1,2\n"), "The file is not an XLSX workbook ("),
        (lambda path: write(path, b""), "The file is not an XLSX workbook ("),
        (lambda path: write(path, bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)), "workbook of Excel 97-2003 (.xls)"),
        (
            lambda path: write(path, bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")),
            "The workbook is encrypted. Open it, remove its password",
        ),
        (other_package, "The file is an OpenDocument file (.ods, .odt or .odp), not an XLSX workbook"),
        (bomb, "The part 'xl/media.xml' of the workbook unpacks to 80000000 bytes. The limit is"),
        (doctype, "The part 'xl/extra.xml' of the workbook declares a document type"),
        (damaged, "The workbook cannot be read ("),
    ],
)
def test_a_file_that_is_no_sound_workbook_is_refused(
    make: Callable[[Path], None], expected_message: str, tmp_path: Path
) -> None:
    make(tmp_path / "x.xlsx")
    (line,) = problems(tmp_path / "x.xlsx")
    assert expected_message in line


@pytest.mark.full
@pytest.mark.timeout(120)  # against reading them all; a few seconds are enough
def test_a_hundred_thousand_rows_above_the_limit_are_refused(tmp_path: Path) -> None:
    path = filled(layout=Layout.MANY).save(tmp_path / "x.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    (name,) = (
        name for name, content in parts.items() if b"touchstone facts-many" in content or name.endswith("sheet3.xml")
    )
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    rows = b"".join(row % (number, number) for number in range(5, 300_000))
    parts[name] = parts[name].replace(b"</sheetData>", rows + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    with pytest.raises(PlacedError, match="has more than 200000 rows with content"), path.open("rb") as file:
        xlsx_scan.scan(file)


def test_subjects_above_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.input.workbook.batch_tables.MAXIMUM_SUBJECTS", 3)
    book = Filled(small_card(), Layout.MANY, "en")
    book.fill_many([small_subject().model_copy(update={"subject": f"organizations/a/subjects/s{n}"}) for n in range(4)])
    path = book.save(tmp_path / "x.xlsx")
    with (
        pytest.raises(PlacedError, match="Sheet Facts, A7: The table has more than 3 subjects"),
        open_batch(path, small_card(), as_of=AS_OF, settings={}),
    ):
        pass


@settings(max_examples=tries(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_corrupted_workbook_is_either_read_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damaged", numbered=True)
    path = filled().save(folder / "x.xlsx")
    with zipfile.ZipFile(path) as package:
        parts = {name: bytearray(package.read(name)) for name in package.namelist()}
    content = parts[data.draw(st.sampled_from(sorted(parts)))]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 20))] = data.draw(
            st.sampled_from((b"", b"9", b'"', b"<", b"-1"))
        )
        if not content:
            break
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, bytes(part))
    with contextlib.suppress(PlacedError):
        read(path)

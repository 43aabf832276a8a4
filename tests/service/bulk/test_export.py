"""Exported files: equal content in every form, formulas as text, invalid output refused."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import Result
from openpyxl import load_workbook

from service.bulk import table_files
from service.bulk.table_files import write_table, writer_for
from service.store import reporting_views
from service.store.listing_query import FIELDS
from service.store.reporting_views import EVALUATIONS, View
from tests.service.store.test_reporting_views import fill
from tests.support.commands import touchstone

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3"
    fill(address)
    return address


def export(url: str, out: Path, *more: str, organization: str = "organizations/a") -> Result:
    return touchstone("evaluation", "export", organization, "--out", str(out), "--database-url", url, *more)


def sheet_of(path: Path) -> Any:
    return load_workbook(path).active


def cells(path: Path) -> list[dict[str, Any]]:
    """Read a file of any form, every value as CSV writes it."""
    match path.suffix:
        case ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))
        case ".parquet":
            rows = [list(row.values()) for row in pl.read_parquet(path).to_dicts()]
            heads = pl.read_parquet(path).columns
        case _:
            head, *body = sheet_of(path).iter_rows(values_only=True)
            heads, rows = list(map(str, head)), [list(row) for row in body]
    return [{head: plain(value) for head, value in zip(heads, row, strict=True)} for row in rows]


def plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal | float):
        return f"{value:.6f}"
    return "" if value is None else str(value)


def numbered(path: Path, view: View) -> list[dict[str, str]]:
    """Return the rows with all decimal places, because a sheet drops trailing zeros."""
    decimals = [name for name in view.columns if name.endswith("_decimal")]
    return [
        {name: f"{float(value):.6f}" if name in decimals and value else value for name, value in row.items()}
        for row in cells(path)
    ]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("what", "view", "count"),
    [
        ("evaluations", reporting_views.EVALUATIONS, 3),
        ("standings", reporting_views.STANDINGS, 2),
        ("criteria", reporting_views.CRITERIA, 9),
        ("gates", reporting_views.GATES, 3),
        ("findings", reporting_views.FINDINGS, 6),
        ("archive-findings", reporting_views.ARCHIVE_FINDINGS, 5),
    ],
)
def test_every_form_contains_the_same_rows(url: str, tmp_path: Path, what: str, view: View, count: int) -> None:
    tables = []
    for ending in ("csv", "xlsx", "parquet"):
        out = tmp_path / f"table.{ending}"
        result = export(url, out, "--what", what, "--format", "json")
        assert result.exit_code == 0, result.output
        summary = json.loads(result.stdout)
        assert summary == {"organization": "organizations/a", "view": view.name, "rows": count, "out": str(out)}
        tables.append(numbered(out, view))
    assert tables[0] == tables[1] == tables[2]
    assert len(tables[0]) == count
    assert tuple(tables[0][0]) == view.columns
    assert {path.name for path in tmp_path.iterdir()} == {"table.csv", "table.xlsx", "table.parquet"}


def test_parquet_preserves_types_and_exact_numbers(url: str, tmp_path: Path) -> None:
    assert export(url, tmp_path / "t.parquet").exit_code == 0
    frame = pl.read_parquet(tmp_path / "t.parquet")
    assert frame.schema["score_low"] == pl.String
    assert frame.schema["score_low_decimal"] == pl.Decimal(38, 6)
    assert frame.schema["score_high_open"] == pl.Boolean
    assert frame.schema["double_uses"] == pl.Int64
    assert frame["score_low"][0] == "170/3"
    assert frame["score_low_decimal"][0] == Decimal("56.666667")


def test_an_empty_answer_is_a_table_without_rows(url: str, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "parquet"):
        out = tmp_path / f"none.{ending}"
        assert export(url, out, "--filter", "record.conclusion.grade = none").exit_code == 0
        assert cells(out) == []
    assert tuple(pl.read_parquet(tmp_path / "none.parquet").columns) == EVALUATIONS.columns


def test_formulas_stay_texts_and_negative_numbers_numbers(tmp_path: Path) -> None:
    view = View("v", ("name", "points_low", "points_low_decimal"))
    rows = [(formula, "-4/3", Decimal("-1.333333")) for formula in FORMULAS]
    for ending in ("csv", "xlsx", "parquet"):
        assert write_table(tmp_path / f"t.{ending}", view, rows, writer_for(tmp_path / f"t.{ending}")) == len(FORMULAS)
    assert [row["name"] for row in cells(tmp_path / "t.csv")] == [f"'{formula}" for formula in FORMULAS]
    assert {(row["points_low"], row["points_low_decimal"]) for row in cells(tmp_path / "t.csv")} == {
        ("-4/3", "-1.333333")
    }
    sheet = sheet_of(tmp_path / "t.xlsx")
    assert {cell.data_type for row in sheet.iter_rows(min_row=2, max_col=2) for cell in row} == {"s"}
    assert {cell.data_type for (cell,) in sheet.iter_rows(min_row=2, min_col=3)} == {"n"}
    assert [row["name"] for row in cells(tmp_path / "t.parquet")] == list(FORMULAS)


def test_characters_not_allowed_in_xml_are_replaced_in_a_sheet(tmp_path: Path) -> None:
    write_table(tmp_path / "t.xlsx", View("v", ("name",)), [("a\x01b",)], writer_for(tmp_path / "t.xlsx"))
    assert cells(tmp_path / "t.xlsx") == [{"name": "a\N{REPLACEMENT CHARACTER}b"}]


def test_a_full_sheet_is_refused_and_the_existing_file_is_unchanged(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_files, "_MOST_ROWS", 2)
    (tmp_path / "t.xlsx").write_text("before")
    result = export(url, tmp_path / "t.xlsx")
    assert result.exit_code == 2
    assert "--out: The table has more than 2 rows, the maximum of a sheet. Write .parquet or .csv" in result.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("t.xlsx", "before")]


@pytest.mark.parametrize(
    ("more", "organization", "expected_message"),
    [
        ((), "organizations/nobody", "ORGANIZATION: No evaluation of 'organizations/nobody' is stored"),
        (("--filter", "grade = gold"), "organizations/a", "'grade' is not a field for filters"),
    ],
)
def test_invalid_options_are_reported_and_no_file_is_created(
    url: str, tmp_path: Path, more: tuple[str, ...], organization: str, expected_message: str
) -> None:
    result = export(url, tmp_path / "t.csv", *more, organization=organization)
    assert result.exit_code == 2
    assert expected_message in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "expected_message"), [("t.txt", "does not end with .parquet, .csv or .xlsx"), ("no/t.csv", "cannot be written")])  # fmt: skip # noqa: E501
def test_a_file_that_cannot_be_is_refused(url: str, tmp_path: Path, name: str, expected_message: str) -> None:
    result = export(url, tmp_path / name)
    assert result.exit_code == 2
    assert expected_message in result.stderr


def test_the_help_names_every_field_of_a_filter() -> None:
    for command in (("evaluation", "export"), ("batch", "replay"), ("draft", "impact")):
        help_text = "".join(touchstone(*command, "--help").stdout.split())
        assert ",".join(FIELDS) in help_text


def test_csv_and_xlsx_need_no_polars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    for ending in ("csv", "xlsx"):
        write_table(tmp_path / f"t.{ending}", View("v", ("name",)), [("a",)], writer_for(tmp_path / f"t.{ending}"))
        assert cells(tmp_path / f"t.{ending}") == [{"name": "a"}]
    with pytest.raises(ModuleNotFoundError):  # which the command reports with the extra to install
        writer_for(tmp_path / "t.parquet")


MEASURED = """
import resource, sys
from decimal import Decimal
from pathlib import Path
from service.bulk.table_files import write_table, writer_for
from service.store.reporting_views import CRITERIA
path = Path(sys.argv[1])
one = ("organizations/a/evaluations/%032d", *("x" * 40,) * 8, "-4/3", Decimal(-1), None, None, "10", Decimal(10))
rows = ((one[0] % place, *one[1:]) for place in range(int(sys.argv[2])))
write_table(path, CRITERIA, rows, writer_for(path))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.full
@pytest.mark.parametrize(
    ("ending", "few", "many", "most"),
    [("csv", 1_000, 100_000, 1.1), ("xlsx", 1_000, 10_000, 1.1), ("parquet", 150_000, 600_000, 1.5)],
)
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, ending: str, few: int, many: int, most: float) -> None:
    """Parquet buffers a group of rows; buffering them in the other forms would need a quarter more memory."""

    def kilobytes(rows: int) -> int:
        command = (sys.executable, "-c", MEASURED, str(tmp_path / f"t.{ending}"), str(rows))
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)  # noqa: S603 -- our own words

    assert kilobytes(many) < kilobytes(few) * most

"""`table import` of CBAM workbooks: dry run, superseding editions with a comparison, and cell errors."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import Result

from tests.support.commands import touchstone
from tests.support.small_table import benchmark_grid, default_value_grid, workbook


def imported(tmp_path: Path, content: bytes, *arguments: object) -> Result:
    book = tmp_path / "book.xlsx"
    book.write_bytes(content)
    return touchstone("table", "import", book, "--gazette", tmp_path / "gazette", *arguments)


DEFAULTS = ("--kind", "cbam-defaults", "--known-from", "2025-12-31")


def test_a_workbook_is_imported_as_an_edition_only_on_request(tmp_path: Path) -> None:
    content = workbook(default_value_grid())
    tried = imported(tmp_path, content, *DEFAULTS, "--edition", "2026-02-04")
    assert tried.exit_code == 0
    assert tried.stdout == "cbam-default-values@2026-02-04: 6 rows; no earlier edition to compare with\n"
    assert "nothing was written" in tried.stderr
    assert not (tmp_path / "gazette").exists()
    assert imported(tmp_path, content, *DEFAULTS, "--edition", "2026-02-04", "--write").exit_code == 0
    assert (
        touchstone("table", "check", "--gazette", tmp_path / "gazette").stdout
        == "1 edition, all unchanged since publication\n"
    )


def test_the_next_edition_supersedes_and_is_compared(tmp_path: Path) -> None:
    imported(tmp_path, workbook(default_value_grid()), *DEFAULTS, "--edition", "2026-02-04", "--write")
    grid = default_value_grid()
    grid["Algeria"][11] = ["7205", "Granules", 2.5, "N/A", 2.5, 2.75, 3, 3.25, "(C)/(F)"]
    del grid["Algeria"][10]
    next_edition = ("--edition", "2026-08-06", "--known-from", "2026-07-31", "--kind", "cbam-defaults")
    shown = imported(tmp_path, workbook(grid), *next_edition, "--format", "json")
    document = json.loads(shown.stdout)
    assert document["manifest"]["supersedes"] == "2026-02-04"
    column = document["difference"]["old"]["columns"].index("cn_code")
    assert [row[column] for row in document["difference"]["removed"]] == ["7203"]
    assert [(one["column"], one["old"], one["new"]) for one in document["difference"]["changed"]] == [
        ("direct", "2.89", "2.5"),
        ("total", "2.89", "2.5"),
        ("direct_workbook", "2.89", "2.5"),
        ("total_workbook", "2.89", "2.5"),
    ]
    text = imported(tmp_path, workbook(grid), *next_edition, "--limit", "1")
    assert text.stdout.splitlines()[-1] == "  … and 3 more cells changed; --limit 0 shows all"
    elsewhere = tmp_path / "elsewhere"
    assert imported(tmp_path, workbook(grid), *next_edition, "--out", elsewhere).exit_code == 0
    assert len(list(elsewhere.iterdir())) == 2


def test_every_problem_of_a_workbook_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    grid = benchmark_grid()
    grid["Benchmarks"][3][2] = "x"
    grid["Benchmarks"][5][5] = "(X)"
    benchmarks = ("--kind", "cbam-benchmarks", "--edition", "1", "--known-from", "2025-12-22", "--write")
    refused = imported(tmp_path, workbook(grid), *benchmarks)
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "touchstone: Sheet Benchmarks, C4: 'x' is not a number. "
        "Enter a number. If the value is stated elsewhere, for example on another sheet, enter – (look further). "
        "If no value applies, enter N/A (out of scope).",
        "touchstone: Sheet Benchmarks, F6: '(X)' is not an indicator. Use the form (C), (1) or (F)(2).",
    ]
    assert not (tmp_path / "gazette").exists()

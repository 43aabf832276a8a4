"""Formats of other publishers, read as quarterly reports."""

from __future__ import annotations

from pathlib import Path

from service.schemes.cbam.quarterly_report.report_reader import read_report
from tests.support.foreign_formats import check_reader


def test_the_reader_names_the_format_that_it_found_and_those_that_it_reads(tmp_path: Path) -> None:
    check_reader(("cbam_quarterly_report",), lambda sample, _: read_report(sample.encode()), tmp_path)

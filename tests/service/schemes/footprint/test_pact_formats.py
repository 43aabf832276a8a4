"""Formats of other publishers, read as PACT records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from service.schemes.footprint.pact import read_record
from tests.support.foreign_formats import check_reader


def test_the_reader_names_the_format_that_it_found_and_those_that_it_reads(tmp_path: Path) -> None:
    def read(sample: Any, folder: Path) -> None:
        (folder / "record.json").write_text(json.dumps(sample), encoding="utf-8")
        read_record(folder / "record.json")

    check_reader(("pact",), read, tmp_path)

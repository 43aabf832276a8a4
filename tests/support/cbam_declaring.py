"""Test helpers for `cbam declare`: goods files, the command, and its JSON result."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import Result

from service.configuration.folders import CHECKOUT
from tests.support.commands import touchstone

EXAMPLE = CHECKOUT / "examples" / "cbam" / "goods-2026.csv"
PRECURSORS = EXAMPLE.parent / "precursors-2026.csv"
HEADER = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)"
COIL = "72083900,BR,2026-05-10"


def declare(path: Path, *arguments: str) -> Result:
    """Run the command."""
    return touchstone("cbam", "declare", path, *arguments)


def document(path: Path, *arguments: str) -> Any:
    """Return the JSON result of the command."""
    return json.loads(declare(path, "--format", "json", *arguments).stdout)


def written(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    """Write lines of goods under a header."""
    path = tmp_path / "goods.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def only_line(path: Path, *arguments: str) -> Any:
    """Return the JSON result of the first line."""
    return document(path, *arguments)["lines"][0]

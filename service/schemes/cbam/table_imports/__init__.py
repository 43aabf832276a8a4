"""Registry of CBAM workbook kinds for table import: default values and benchmarks."""

from __future__ import annotations

from rules.contracts import read_toml
from service.input.table_imports import WorkbookFormat
from service.schemes.cbam.table_imports.workbooks import read_benchmarks, read_default_values

_DRAFTS = read_toml(__name__, "drafts.toml")
KINDS = (
    WorkbookFormat("cbam-defaults", _DRAFTS["cbam-defaults"], read_default_values),
    WorkbookFormat("cbam-benchmarks", _DRAFTS["cbam-benchmarks"], read_benchmarks),
)

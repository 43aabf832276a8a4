"""Registry of CBAM workbook kinds for table import: default values and benchmarks."""

from __future__ import annotations

from rules.contracts.toml_files import read_toml
from service.reading.table_imports import Kind
from service.schemes.cbam.table_imports.workbooks import read_benchmarks, read_default_values

_DRAFTS = read_toml(__name__, "drafts.toml")
KINDS = (
    Kind("cbam-defaults", _DRAFTS["cbam-defaults"], read_default_values),
    Kind("cbam-benchmarks", _DRAFTS["cbam-benchmarks"], read_benchmarks),
)

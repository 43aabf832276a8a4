"""Which sectors do the Commission's workbooks name, with which mark-up, and which goods stand there in two colours?"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from rules.contracts.toml_files import read_toml


class _Sectors(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    two_colours: list[str]
    mark_up: dict[str, list[int]]


_READ = _Sectors.model_validate(read_toml("service.schemes.cbam.table_imports", "sectors.toml"))
SECTORS = _READ.mark_up
"""Sectors as the workbooks name them, in small letters; the mark-up in percent of 2026, 2027 and later."""
TWO_COLOURS = frozenset(_READ.two_colours)
"""CN codes for which the workbook has a white and a grey row."""

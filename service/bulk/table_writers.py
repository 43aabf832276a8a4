"""Table writers that this product adds: Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.bulk.command_handlers import polars_extra

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from service.store.reporting_views import View


def _write_parquet(path: Path, view: View, rows: Iterable[tuple[Any, ...]]) -> int:
    with polars_extra("form"):
        from service.bulk.parquet_file import write_parquet  # noqa: PLC0415 -- optional dependency
    return write_parquet(path, view, rows)


WRITERS = {"parquet": _write_parquet}

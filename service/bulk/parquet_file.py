"""Streaming Parquet writer: row chunks joined into one file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from service.store.reporting_views import PLACES, ColumnKind, View

_CHUNK_ROWS = 50_000
_TYPES: dict[ColumnKind, pl.DataType] = {
    ColumnKind.TEXT: pl.String(),
    ColumnKind.EXACT: pl.String(),
    ColumnKind.DECIMAL: pl.Decimal(38, PLACES),
    ColumnKind.FLAG: pl.Boolean(),
    ColumnKind.COUNT: pl.Int64(),
}


def write_parquet(path: Path, view: View, rows: Iterable[tuple[Any, ...]]) -> int:
    """Write rows and return their number; chunk files remain next to the file."""
    schema = {name: _TYPES[view.kind_of(name)] for name in view.columns}
    parts: list[Path] = []
    source, count = iter(rows), 0
    while True:
        frame = pl.DataFrame(list(islice(source, _CHUNK_ROWS)), schema=schema, orient="row")
        if frame.is_empty() and parts:
            break
        parts.append(path.with_name(f"part-{len(parts):05}.parquet"))
        frame.write_parquet(parts[-1])
        count += frame.height
    pl.scan_parquet(parts).sink_parquet(path, compression="zstd")
    return count

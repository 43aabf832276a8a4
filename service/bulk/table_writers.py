"""Table writers that this product adds: streaming Parquet, with row chunks joined into one file."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from service.store.reporting_views import PLACES, ColumnKind, View

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_CHUNK_ROWS = 50_000


def write_parquet(path: Path, view: View, rows: Iterable[tuple[Any, ...]]) -> int:
    """Write rows and return their number; chunk files remain next to the file."""
    import polars as pl  # noqa: PLC0415 -- optional dependency

    types: dict[ColumnKind, Any] = {
        ColumnKind.DECIMAL: pl.Decimal(38, PLACES),
        ColumnKind.FLAG: pl.Boolean(),
        ColumnKind.COUNT: pl.Int64(),
    }
    schema = {name: types.get(view.kind_of(name), pl.String()) for name in view.columns}
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


WRITERS = {"parquet": write_parquet}

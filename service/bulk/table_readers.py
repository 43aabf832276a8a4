"""Readers of tabular files that need an optional package: rows as exact texts, the headings first."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.input.tabular.cell_texts import plain_decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_message = message_factory(__name__)

_MAX_ROWS = 200_000


def _parquet_rows(content: bytes) -> Iterator[list[str]]:
    """Yield the rows of a Parquet file; decimals, dates and integers keep all digits."""
    try:
        polars = import_module("polars")
    except ModuleNotFoundError:
        raise InputError.of("file", _message("PARQUET_NEEDS_EXTRA"), "NOT_INSTALLED") from None
    try:
        frame = polars.read_parquet(BytesIO(content), n_rows=_MAX_ROWS + 1, use_pyarrow=False)
    except polars.exceptions.PolarsError as error:
        problem = str(error).splitlines()[0][:200]
        raise InputError.of("file", _message("FILE_DAMAGED", problem=problem), "WRONG_FILE") from None
    yield list(frame.columns)
    for row in frame.iter_rows():
        yield ["" if value is None else _text(value) for value in row]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain_decimal(Decimal(repr(value))) if isinstance(value, float) and isfinite(value) else str(value)


READERS: Mapping[str, Callable[[bytes], Iterator[list[str]]]] = {"application/vnd.apache.parquet": _parquet_rows}

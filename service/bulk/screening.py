"""Screening of a chunk of subjects: columns where possible, otherwise the exact core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

import polars as pl

from rules.columns import CellValue, ExactFallback, OutputColumn, output_columns
from rules.contracts import (
    EngineDisagreement,
    InputError,
    RoundingMode,
    format_exact,
    in_language,
    message_factory,
    round_to,
)
from service.bulk.columnar_input import SUBJECT, InputReader, subject_from_row
from service.bulk.expressions import ColumnEvaluator, polars_type

_message = message_factory(__name__)

BY, REFUSED = "by", "refused"
COLUMNS, CORE = "columns", "core"
_ROW_INDEX = "place"
_MAXIMUM_VIOLATIONS = 3
_CACHED_NUMBERS = 4_096


@dataclass(frozen=True, slots=True)
class ScreeningParameters:
    """Parameters of all subjects in a run."""

    as_of: date
    known: str
    settings: Mapping[str, str]
    language: str = "en"


class Screening:
    """Screens subjects by columns, and the remaining subjects by the core."""

    def __init__(
        self, core: ExactFallback, parameters: ScreeningParameters, schema: pl.Schema, *, criteria: bool = True
    ) -> None:
        self._parameters = parameters
        self._card = core.engine.plan.scorecard
        self._inputs = InputReader(core.engine.plan, schema)
        self._core = core
        self.cells = tuple(cell for cell in output_columns(core.engine) if criteria or not cell.of_criteria)
        self._evaluator = ColumnEvaluator(core, parameters.as_of, parameters.settings, self.cells)

    @property
    def why(self) -> str:
        return self._evaluator.why

    @property
    def schema(self) -> dict[str, Any]:
        column_types: dict[str, Any] = {SUBJECT: pl.String, BY: pl.Enum([COLUMNS, CORE, REFUSED]), REFUSED: pl.String}
        return column_types | {cell.name: polars_type(cell) for cell in self.cells}

    def answer(self, subjects: pl.DataFrame) -> pl.DataFrame:
        by_columns, remaining = self.by_columns(subjects)
        if remaining.is_empty():
            return by_columns.drop(_ROW_INDEX)
        answered = self.by_core(remaining.drop(_ROW_INDEX)).insert_column(0, remaining[_ROW_INDEX])
        if by_columns.is_empty():
            return answered.drop(_ROW_INDEX)
        return pl.concat([by_columns, answered]).sort(_ROW_INDEX).drop(_ROW_INDEX)

    def by_columns(self, subjects: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        subjects = subjects.with_row_index(_ROW_INDEX)
        read = self._inputs.read(subjects)
        facts, requested = read.usual(), subjects.filter(~read.odd)
        remaining = [subjects.filter(read.odd)]
        computed = self._evaluator.cells(facts) if requested.height else None
        if computed is None:
            return pl.DataFrame(schema={_ROW_INDEX: pl.UInt32, **self.schema}), subjects
        shown, odd = computed
        if odd.any():
            remaining.append(requested.filter(odd))
            requested, shown = requested.filter(~odd), shown.filter(~odd)
        answer = requested.select(
            pl.col(_ROW_INDEX),
            pl.col(SUBJECT).cast(pl.String),
            pl.lit(COLUMNS, self.schema[BY]).alias(BY),
            pl.lit(None, pl.String).alias(REFUSED),
        )
        return answer.hstack(shown), pl.concat(remaining).sort(_ROW_INDEX)

    def by_core(self, subjects: pl.DataFrame) -> pl.DataFrame:
        rows: list[dict[str, Any]] = []
        for row in subjects.iter_rows(named=True):
            named = {SUBJECT: None if row[SUBJECT] is None else str(row[SUBJECT])}
            if row[SUBJECT] is None:
                message = in_language(_message("SUBJECT_MISSING"), self._parameters.language)
                rows.append({**named, BY: REFUSED, REFUSED: f"{SUBJECT}: {message}"})
                continue
            try:
                subject = subject_from_row(
                    self._card,
                    row,
                    as_of=self._parameters.as_of.isoformat(),
                    known=self._parameters.known,
                    settings=self._parameters.settings,
                )
                values = self._core.cells(subject)
            except InputError as error:
                rows.append({**named, BY: REFUSED, REFUSED: short_error_text(error, self._parameters.language)})
                continue
            except EngineDisagreement as error:
                raise EngineDisagreement(f"{named[SUBJECT]}: {error}") from error
            rows.append({**named, BY: CORE, **{cell.name: written(cell, values[cell.name]) for cell in self.cells}})
        schema = self.schema
        return pl.DataFrame({name: [row.get(name) for row in rows] for name in schema}, schema=schema)


def written(cell: OutputColumn, value: CellValue) -> str | Decimal | int | None:
    """Convert a value of the core to a cell value, rounding half to even."""
    return _rounded_number(*value.as_integer_ratio(), cell.places or 0) if isinstance(value, Fraction) else value


@lru_cache(_CACHED_NUMBERS)
def _rounded_number(numerator: int, denominator: int, places: int) -> Decimal | int:
    text = format_exact(round_to(Fraction(numerator, denominator), places, RoundingMode.HALF_EVEN))
    return Decimal(text) if places else int(text)


def short_error_text(error: InputError, language: str) -> str:
    """Format the first problems of a refused subject."""
    shown = [
        f"{violation.field}: {in_language(violation.description, language)}"
        for violation in error.violations[:_MAXIMUM_VIOLATIONS]
    ]
    more = len(error.violations) - len(shown)
    return "; ".join([*shown, *([f"+{more}"] if more else [])])

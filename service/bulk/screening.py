"""Screening of a chunk of subjects: by columns where possible, row by row on the exact core otherwise."""

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

_say = message_factory(__name__)

BY, REFUSED = "by", "refused"
COLUMNS, CORE = "columns", "core"
_PLACE = "place"
_MOST_VIOLATIONS = 3
"""How many problems of a refused subject are told."""
_NUMBERS_KEPT = 4_096
"""How many numbers of cells are kept as they are written: points repeat."""


@dataclass(frozen=True, slots=True)
class ScreeningParameters:
    """What every subject of a run is asked: on which civil date, as known when, and under which settings."""

    as_of: date
    known: str
    settings: Mapping[str, str]
    language: str = "en"
    """In which what is refused is told."""


class Screening:
    """Screens subjects of one card; what columns do not tell is told by the core, row by row."""

    def __init__(
        self, core: ExactFallback, asked: ScreeningParameters, schema: pl.Schema, *, criteria: bool = True
    ) -> None:
        """Prepare for inputs of one form; without `criteria` the answers hold conclusions alone."""
        self._asked = asked
        self._card = core.engine.plan.scorecard
        self._inputs = InputReader(core.engine.plan, schema)
        self._core = core
        self.cells = tuple(cell for cell in output_columns(core.engine) if criteria or not cell.of_criteria)
        self._telling = ColumnEvaluator(core, asked.as_of, asked.settings, self.cells)

    @property
    def why(self) -> str:
        """Why columns cannot hold the card, if they cannot."""
        return self._telling.why

    @property
    def schema(self) -> dict[str, Any]:
        """The columns of the answer and their types."""
        column_types: dict[str, Any] = {SUBJECT: pl.String, BY: pl.Enum([COLUMNS, CORE, REFUSED]), REFUSED: pl.String}
        return column_types | {cell.name: polars_type(cell) for cell in self.cells}

    def answer(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Answer for each subject, in their order."""
        by_columns, remaining = self.by_columns(subjects)
        if remaining.is_empty():
            return by_columns.drop(_PLACE)
        answered = self.by_core(remaining.drop(_PLACE)).insert_column(0, remaining[_PLACE])
        if by_columns.is_empty():
            return answered.drop(_PLACE)
        return pl.concat([by_columns, answered]).sort(_PLACE).drop(_PLACE)

    def by_columns(self, subjects: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Compute in columns, numbered by `place`; give beside it the subjects of which columns do not tell."""
        subjects = subjects.with_row_index(_PLACE)
        read = self._inputs.read(subjects)
        facts, asked = read.usual(), subjects.filter(~read.odd)
        remaining = [subjects.filter(read.odd)]
        computed = self._telling.cells(facts) if asked.height else None
        if computed is None:
            return pl.DataFrame(schema={_PLACE: pl.UInt32, **self.schema}), subjects
        shown, odd = computed
        if odd.any():
            remaining.append(asked.filter(odd))
            asked, shown = asked.filter(~odd), shown.filter(~odd)
        answer = asked.select(
            pl.col(_PLACE),
            pl.col(SUBJECT).cast(pl.String),
            pl.lit(COLUMNS, self.schema[BY]).alias(BY),
            pl.lit(None, pl.String).alias(REFUSED),
        )
        return answer.hstack(shown), pl.concat(remaining).sort(_PLACE)

    def by_core(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Answer by the exact core, row by row."""
        rows: list[dict[str, Any]] = []
        for row in subjects.iter_rows(named=True):
            named = {SUBJECT: None if row[SUBJECT] is None else str(row[SUBJECT])}
            if row[SUBJECT] is None:
                message = in_language(_say("SUBJECT_MISSING"), self._asked.language)
                rows.append({**named, BY: REFUSED, REFUSED: f"{SUBJECT}: {message}"})
                continue
            try:
                subject = subject_from_row(
                    self._card,
                    row,
                    as_of=self._asked.as_of.isoformat(),
                    known=self._asked.known,
                    settings=self._asked.settings,
                )
                values = self._core.cells(subject)
            except InputError as error:
                rows.append({**named, BY: REFUSED, REFUSED: short_error_text(error, self._asked.language)})
                continue
            except EngineDisagreement as error:
                raise EngineDisagreement(f"{named[SUBJECT]}: {error}") from error
            rows.append({**named, BY: CORE, **{cell.name: written(cell, values[cell.name]) for cell in self.cells}})
        schema = self.schema
        return pl.DataFrame({name: [row.get(name) for row in rows] for name in schema}, schema=schema)


def written(cell: OutputColumn, value: CellValue) -> str | Decimal | int | None:
    """Write what stands in a cell after a decision of the core."""
    return _number(*value.as_integer_ratio(), cell.places or 0) if isinstance(value, Fraction) else value


@lru_cache(_NUMBERS_KEPT)
def _number(above: int, below: int, places: int) -> Decimal | int:
    text = format_exact(round_to(Fraction(above, below), places, RoundingMode.HALF_EVEN))
    return Decimal(text) if places else int(text)


def short_error_text(error: InputError, language: str) -> str:
    """Say what is wrong with a subject, the field first."""
    shown = [
        f"{violation.field}: {in_language(violation.description, language)}"
        for violation in error.violations[:_MOST_VIOLATIONS]
    ]
    more = len(error.violations) - len(shown)
    return "; ".join([*shown, *([f"+{more}"] if more else [])])

"""What do the columns of some subjects come to, and what the exact core has to say of the rest?"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl

from rules.columns.cells import cells
from rules.columns.exact import BeyondColumns
from rules.columns.lowering import ODD, lower_card
from rules.columns.values import MAY_BE_ABSENT, Given, field_column, input_column
from rules.contracts.errors import EngineDisagreement, InputError
from rules.contracts.messages import speaker
from rules.contracts.numbers import RoundingMode, format_exact, round_to
from rules.model.scorecard import FactType
from service.bulk.cells_given import subject_of
from service.bulk.expressions import computed, kind_of
from service.bulk.inputs import SUBJECT, Inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from rules.columns.cells import Cell, CellValue
    from rules.columns.core import Core
    from rules.columns.forms import Column
    from rules.columns.lowering import Lowered
    from rules.model.scorecard import FactDefinition
    from service.bulk.inputs import FactColumns

_say = speaker(__name__)

BY, REFUSED = "by", "refused"
COLUMNS, CORE = "columns", "core"
_PLACE = "place"
_READY = 16
"""How many forms of the columns are kept lowered."""
_MOST_VIOLATIONS = 3
"""How many problems of a refused subject are told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What every subject of a run is asked: on which civil date, as known when, and under which settings."""

    as_of: date
    known: str
    settings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Form:
    """Which facts, or fields of records, are missing of some, do not apply to some, and how many digits they have."""

    open: frozenset[str]
    absent: frozenset[str]
    sizes: tuple[tuple[str, int], ...]

    @staticmethod
    def of(definitions: Iterable[FactDefinition], frame: pl.DataFrame, column: Callable[[str, str], Column]) -> _Form:
        """See it in columns."""
        counts = frame.null_count().row(0, named=True)
        columns = {
            fact.id: column(fact.id, "first" if fact.type is FactType.PERIOD else "").name for fact in definitions
        }
        absent = {
            fact.id for fact in definitions if fact.may_not_apply and frame[column(fact.id, MAY_BE_ABSENT).name].any()
        }
        sizes: dict[str, int] = {}
        for fact in definitions:
            if fact.type is FactType.NUMBER:
                ends = (frame[columns[fact.id]].min(), frame[columns[fact.id]].max())
                sizes[fact.id] = max(len(str(abs(end))) if isinstance(end, int) else 1 for end in ends)
        open_ = frozenset(name for name, found in columns.items() if counts[found])
        return _Form(open_, frozenset(absent), tuple(sizes.items()))

    def given(
        self,
        places: Mapping[str, int],
        settings: Mapping[str, str],
        day: date,
        lists: Mapping[str, Given] | None = None,
    ) -> Given:
        """Say what the columns hold."""
        return Given(places, dict(self.sizes), self.open, self.absent, settings, day, lists or {})


class Screening:
    """Screens subjects of one card; what columns do not tell is told by the core, row by row."""

    def __init__(self, core: Core, asked: Asked, schema: pl.Schema, *, criteria: bool = True) -> None:
        """Prepare for inputs of one form; without `criteria` the answers hold conclusions alone.

        Raises:
            InputError: a column of the inputs is unknown or not exact.
        """
        self._asked = asked
        self._card = core.engine.plan.scorecard
        self._inputs = Inputs(core.engine.plan, schema)
        self._core = core
        self._lowered: OrderedDict[tuple[_Form, ...], Lowered | None] = OrderedDict()
        self.cells = tuple(cell for cell in cells(core.engine) if criteria or not cell.criterion)
        self.why = ""

    @property
    def schema(self) -> dict[str, Any]:
        """The columns of the answer and their types."""
        found: dict[str, Any] = {SUBJECT: pl.String, BY: pl.Enum([COLUMNS, CORE, REFUSED]), REFUSED: pl.String}
        return found | {cell.name: kind_of(cell) for cell in self.cells}

    def answer(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Answer for each subject, in their order.

        Raises:
            EngineDisagreement: the two evaluators of the core differ on a subject, so there is no answer.
        """
        told, left = self.by_columns(subjects)
        if left.is_empty():
            return told.drop(_PLACE)
        answered = self.by_core(left.drop(_PLACE)).insert_column(0, left[_PLACE])
        return pl.concat([told, answered]).sort(_PLACE).drop(_PLACE) if not told.is_empty() else answered.drop(_PLACE)

    def by_columns(self, subjects: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Compute in columns, numbered by `place`; give beside it the subjects of which columns do not tell."""
        subjects = subjects.with_row_index(_PLACE)
        read = self._inputs.read(subjects)
        facts, asked = read.usual(), subjects.filter(~read.odd)
        left = [subjects.filter(read.odd)]
        lowered = self._lowered_for(facts) if asked.height else None
        if lowered is None:
            return pl.DataFrame(schema={_PLACE: pl.UInt32, **self.schema}), subjects
        found = computed(facts, lowered, self.cells)
        odd = found[ODD]
        if odd.any():
            left.append(asked.filter(odd))
            asked, found = asked.filter(~odd), found.filter(~odd)
        told = asked.select(
            pl.col(_PLACE),
            pl.col(SUBJECT).cast(pl.String),
            pl.lit(COLUMNS, self.schema[BY]).alias(BY),
            pl.lit(None, pl.String).alias(REFUSED),
        )
        whole = told.hstack([self._column(found, cell) for cell in self.cells])
        return whole, pl.concat(left).sort(_PLACE)

    def _column(self, found: pl.DataFrame, cell: Cell) -> pl.Series:
        if cell.name in found.columns:
            return found[cell.name]
        # Grades that are possible: of what columns tell it is one.
        return found["grade"].cast(pl.String).alias(cell.name)

    def _lowered_for(self, facts: FactColumns) -> Lowered | None:
        """Lower the card for facts of which some are missing; None if columns cannot hold it."""
        whole = _Form.of(self._card.facts, facts.frame, input_column)
        inside: dict[str, _Form] = {}
        for name, one in facts.lists.items():
            fields = self._core.engine.plan.records[name].record.fields
            inside[name] = _Form.of(fields, one.frame, partial(field_column, name))
        key = (whole, *inside.values())
        if key not in self._lowered:
            settings = {one.id: self._asked.settings.get(one.id, one.default) for one in self._card.settings}
            chosen = {name: choice for name, choice in settings.items() if choice is not None}
            day = self._asked.as_of
            lists = {name: found.given(facts.lists[name].places, chosen, day) for name, found in inside.items()}
            given = whole.given(facts.places, chosen, day, lists)
            try:
                if len(chosen) < len(settings):
                    raise BeyondColumns("a setting is open")
                self._lowered[key] = lower_card(self._core.engine, given)
            except BeyondColumns as error:
                self.why = str(error)
                self._lowered[key] = None
        self._lowered.move_to_end(key)
        while len(self._lowered) > _READY:
            self._lowered.popitem(last=False)
        return self._lowered[key]

    def by_core(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Answer by the exact core, row by row.

        Raises:
            EngineDisagreement: its two evaluators differ on a subject, so there is no answer.
        """
        rows: list[dict[str, Any]] = []
        for row in subjects.iter_rows(named=True):
            named = {SUBJECT: None if row[SUBJECT] is None else str(row[SUBJECT])}
            if row[SUBJECT] is None:
                said = _say("SUBJECT_MISSING")
                rows.append({**named, BY: REFUSED, REFUSED: f"{SUBJECT}: {said}"})
                continue
            try:
                subject = subject_of(
                    self._card,
                    row,
                    as_of=self._asked.as_of.isoformat(),
                    known=self._asked.known,
                    settings=self._asked.settings,
                )
                found = self._core.cells(subject)
            except InputError as error:
                rows.append({**named, BY: REFUSED, REFUSED: _told(error)})
                continue
            except EngineDisagreement as error:
                raise EngineDisagreement(f"{named[SUBJECT]}: {error}") from error
            rows.append({**named, BY: CORE, **{cell.name: _written(cell, found[cell.name]) for cell in self.cells}})
        schema = self.schema
        return pl.DataFrame({name: [row.get(name) for row in rows] for name in schema}, schema=schema)


def _written(cell: Cell, value: CellValue) -> str | Decimal | int | None:
    if not isinstance(value, Fraction):
        return value
    text = format_exact(round_to(value, cell.places or 0, RoundingMode.HALF_EVEN))
    return Decimal(text) if cell.places else int(text)


def _told(error: InputError) -> str:
    """Say what is wrong with a subject, the field first."""
    shown = [f"{one.field}: {one.description}" for one in error.violations[:_MOST_VIOLATIONS]]
    more = len(error.violations) - len(shown)
    return "; ".join([*shown, *([f"+{more}"] if more else [])])

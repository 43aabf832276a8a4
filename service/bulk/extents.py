"""As which columns stand facts that the core has read, evidence and judgements included?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl

from rules.columns.tables import texts_looked_up
from rules.columns.values import MAY_BE_ABSENT, MOST_CHOICES, WORD, field_column, input_column
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    records_of,
)
from rules.model.scorecard import FactType
from service.bulk.cells_given import FLAGS
from service.bulk.inputs import FactColumns, ListColumns
from service.bulk.readings import LARGEST, TEXT_PLACES, places_of_domain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.columns.forms import Column
    from rules.contracts.extents import Extent
    from rules.engine.plan import Plan
    from rules.model.scorecard import FactDefinition


class ReadColumns:
    """Puts what was read of the subjects of one card into columns; what is unknown is missing there."""

    def __init__(self, plan: Plan) -> None:
        """Know the columns of the card."""
        self._plan = plan
        words = texts_looked_up(plan)
        self._whole = _Definitions(plan.scorecard.facts, plan.names.domains, words, input_column)
        self._inside = {
            name: _Definitions(scope.record.fields, scope.names.domains, words, partial(field_column, name))
            for name, scope in plan.records.items()
        }

    def columns(self, read: Sequence[Mapping[str, Extent]]) -> FactColumns:
        """Give the columns of some subjects; one whose numbers have too many digits is odd."""
        frame, odd = self._whole.frame(read)
        marked = set(odd)
        lists: dict[str, ListColumns] = {}
        for name, definitions in self._inside.items():
            owned = [(place, one.fields) for place, extents in enumerate(read) for one in records_of(extents[name])]
            inner, wrong = definitions.frame([fields for _, fields in owned])
            marked.update(owned[place][0] for place in wrong)
            of = pl.Series([place for place, _ in owned], dtype=pl.Int64)
            lists[name] = ListColumns(inner, of, definitions.places)
        odd_ones = pl.Series([place in marked for place in range(len(read))], dtype=pl.Boolean)
        return FactColumns(frame, odd_ones, self._whole.places, lists)


class _Definitions:
    """The columns of some facts, or of the fields of a record."""

    def __init__(
        self,
        definitions: Sequence[FactDefinition],
        domains: Mapping[str, tuple[str, ...]],
        words: frozenset[str],
        column: Callable[[str, str], Column],
    ) -> None:
        self._definitions = definitions
        self._column = column
        self._words = words
        self.places = {
            fact.id: max(places_of_domain(fact), TEXT_PLACES) for fact in definitions if fact.type is FactType.NUMBER
        }
        self._codes = {fact.id: _codes(fact, domains) for fact in definitions}

    def frame(self, read: Sequence[Mapping[str, Extent]]) -> tuple[pl.DataFrame, list[int]]:
        """Give the columns, and the places of rows that are odd."""
        made: dict[str, pl.Series] = {}
        odd: list[int] = []
        for fact in self._definitions:
            extents = [one[fact.id] for one in read]
            parts = ("first", "last") if fact.type is FactType.PERIOD else ("",)
            for part in parts:
                values = [self._value(fact, part, extent) for extent in extents]
                if fact.type is FactType.NUMBER or len(fact.choices) > MOST_CHOICES:
                    odd += [place for place, value in enumerate(values) if value is _TOO_LONG]
                    values = [None if value is _TOO_LONG else value for value in values]
                name = self._column(fact.id, part).name
                made[name] = pl.Series(values, dtype=self._kind(fact))
            if fact.id in self._words:
                written = [_word(extent) for extent in extents]
                made[self._column(fact.id, WORD).name] = pl.Series(written, dtype=pl.String)
            if fact.may_not_apply:
                absent = [isinstance(extent, NotApplicable) for extent in extents]
                made[self._column(fact.id, MAY_BE_ABSENT).name] = pl.Series(absent, dtype=pl.Boolean)
        return pl.DataFrame(made), odd

    def _kind(self, fact: FactDefinition) -> Any:
        if fact.type not in (FactType.CHOICE, FactType.FLAG, FactType.TEXT):
            return pl.Int64
        return pl.UInt8 if len(self._codes[fact.id]) < 255 else pl.UInt32

    def _value(self, fact: FactDefinition, part: str, extent: Extent) -> Any:
        match extent:
            case NumberExtent():
                return self._number(fact, extent)
            case ChoiceExtent(possible, others):
                codes = self._codes[fact.id]
                # A text that no rule names is coded as the others, behind all that rules name.
                return codes.get(next(iter(possible)), len(codes)) if len(possible) == 1 and not others else None
            case ChoicesExtent(surely, possibly):
                if surely != possibly:
                    return None
                codes = self._codes[fact.id]
                return _TOO_LONG if len(codes) > MOST_CHOICES else sum(1 << codes[choice] for choice in surely)
            case PeriodExtent(first, last):
                day = (first if part == "first" else last).value
                return None if day is None else int(day)
            case RecordsExtent(records):
                return None if records is None else len(records)
            case _:
                return None

    def _number(self, fact: FactDefinition, extent: NumberExtent) -> Any:
        number = extent.interval.value
        if number is None or fact.type is not FactType.NUMBER:
            return None if number is None else int(number)
        scaled = number * 10 ** self.places[fact.id]
        return int(scaled) if scaled.denominator == 1 and abs(scaled) <= LARGEST else _TOO_LONG


_TOO_LONG = object()
"""Stands for a value that columns cannot hold."""


def _word(extent: Extent) -> str | None:
    match extent:
        case ChoiceExtent(possible=possible, others=False) if len(possible) == 1:
            return next(iter(possible))
        case _:
            return None


def _codes(fact: FactDefinition, domains: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    match fact.type:
        case FactType.FLAG:
            return {word: int(value) for word, value in FLAGS.items()}
        case FactType.CHOICES:
            return {choice.id: place for place, choice in enumerate(fact.choices)}
        case FactType.TEXT:
            return {word: code for code, word in enumerate(domains[fact.id][:-1])}
        case FactType.CHOICE:
            return {word: code for code, word in enumerate(domains[fact.id])}
        case _:
            return {}

"""What do columns of facts come to, and of which subjects do they not tell?"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

import polars as pl

from rules.columns.exact import BeyondColumns
from rules.columns.lowering import ODD, lower_card
from rules.columns.tables import Lookups
from rules.columns.values import MAY_BE_ABSENT, Given, field_column, input_column
from rules.model.scorecard import FactType
from service.bulk.expressions import Computing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from rules.columns.cells import Cell
    from rules.columns.core import Core
    from rules.columns.forms import Column
    from rules.model.scorecard import FactDefinition
    from service.bulk.inputs import FactColumns

_COARSELY = 3
_READY = 16
"""How many forms of the columns are kept lowered."""


@dataclass(frozen=True, slots=True)
class _Form:
    """Which facts, or fields of records, are missing of some, do not apply to some, and how many digits they have."""

    open: frozenset[str]
    absent: frozenset[str]
    sizes: tuple[tuple[str, int], ...]

    @staticmethod
    def of(
        definitions: Iterable[FactDefinition],
        frame: pl.DataFrame,
        column: Callable[[str, str], Column],
        places: Mapping[str, int],
    ) -> _Form:
        """See it in columns."""
        counts = frame.null_count().row(0, named=True)
        columns = {
            fact.id: column(fact.id, "first" if fact.type is FactType.PERIOD else "").name for fact in definitions
        }
        absent = {
            fact.id for fact in definitions if fact.may_not_apply and frame[column(fact.id, MAY_BE_ABSENT).name].any()
        }
        sizes = {
            fact.id: _digits(fact, places[fact.id], frame[columns[fact.id]])
            for fact in definitions
            if fact.type is FactType.NUMBER
        }
        open_ = frozenset(name for name, found in columns.items() if counts[found])
        return _Form(open_, frozenset(absent), tuple(sizes.items()))

    def given(
        self,
        places: Mapping[str, int],
        settings: Mapping[str, str],
        day: date,
        lookups: Lookups,
        lists: Mapping[str, Given] | None = None,
    ) -> Given:
        """Say what the columns hold."""
        return Given(places, dict(self.sizes), self.open, self.absent, settings, day, lookups, lists or {})


def _digits(fact: FactDefinition, places: int, numbers: pl.Series) -> int:
    """Bound the digits of scaled numbers, coarsely, so that most parts of an input have the same form."""
    ends = (numbers.min(), numbers.max())
    most = max(len(str(abs(end))) if isinstance(end, int) else 1 for end in ends)
    found = -(-most // _COARSELY) * _COARSELY
    if fact.at_least is None or fact.at_most is None:
        return found
    return min(found, len(str(ceil(max(abs(fact.at_least), abs(fact.at_most)) * 10**places))))


class Telling:
    """Computes the cells of a card on a civil date, under the settings chosen, for columns of whatever form."""

    def __init__(self, core: Core, as_of: date, settings: Mapping[str, str], cells: tuple[Cell, ...]) -> None:
        """Prepare nothing yet: what is computed depends on which facts are missing."""
        self._engine = core.engine
        self._lookups = Lookups(core.engine.libraries.of(core.tables))
        self._card = core.engine.plan.scorecard
        self._as_of = as_of
        chosen = {one.id: settings.get(one.id, one.default) for one in self._card.settings}
        self._settings = {name: choice for name, choice in chosen.items() if choice is not None}
        self._is_open = len(self._settings) < len(chosen)
        self._cells = cells
        self._ready: OrderedDict[tuple[_Form, ...], Computing | None] = OrderedDict()
        self.why = ""
        """Why columns cannot hold the card, if they cannot."""

    def cells(self, facts: FactColumns) -> tuple[pl.DataFrame, pl.Series] | None:
        """Give the cells of all subjects, and mark those of whom they do not tell; None if columns tell of none."""
        computing = self._computing(facts)
        if computing is None:
            return None
        found = computing.cells(facts)
        return found.select(self._column(found, cell) for cell in self._cells), found[ODD]

    @staticmethod
    def _column(found: pl.DataFrame, cell: Cell) -> pl.Series:
        if cell.name in found.columns:
            return found[cell.name]
        # Grades that are possible: of what columns tell it is one.
        return found["grade"].cast(pl.String).alias(cell.name)

    def _computing(self, facts: FactColumns) -> Computing | None:
        """Lower the card for facts of which some are missing; None if columns cannot hold it."""
        whole = _Form.of(self._card.facts, facts.frame, input_column, facts.places)
        inside: dict[str, _Form] = {}
        for name, one in facts.lists.items():
            fields = self._engine.plan.records[name].record.fields
            inside[name] = _Form.of(fields, one.frame, partial(field_column, name), one.places)
        key = (whole, *inside.values())
        if key not in self._ready:
            asked = self._settings, self._as_of, self._lookups
            lists = {name: found.given(facts.lists[name].places, *asked) for name, found in inside.items()}
            given = whole.given(facts.places, *asked, lists)
            try:
                if self._is_open:
                    raise BeyondColumns("a setting is open")
                self._ready[key] = Computing(lower_card(self._engine, given), self._cells)
            except BeyondColumns as error:
                self.why = str(error)
                self._ready[key] = None
        self._ready.move_to_end(key)
        while len(self._ready) > _READY:
            self._ready.popitem(last=False)
        return self._ready[key]

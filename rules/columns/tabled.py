"""Vectorized table lookups: column expressions for numbers and words from reference tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.columns.asking import TruthColumns, where_applicable
from rules.columns.exact import ExactColumn, NotVectorizableError, WholeColumn
from rules.columns.forms import FALSE, Call, Literal, Operator, any_true, choose, equals_any, negate
from rules.columns.tables import ABSENT, MISSING, OPEN
from rules.columns.values import BoundedValue
from rules.model.lookups import KeyDerivation
from rules.model.scorecard import FactType, TableQuantity
from rules.program.nodes import OTHER_TEXT

if TYPE_CHECKING:
    from rules.columns.forms import Node
    from rules.columns.quantities import QuantityColumns
    from rules.columns.tables import ColumnLookup
    from rules.model.lookups import TableKey
    from rules.program.nodes import Word


class TableLookupColumns:
    """Lookups in tables by their names, each made once, of the subject or of each record as the quantities are."""

    def __init__(self, quantities: QuantityColumns) -> None:
        """Look up for these quantities."""
        self._quantities = quantities
        self._found: dict[str, tuple[Node, ColumnLookup]] = {}

    def gives_word(self, name: str) -> bool:
        """Say whether a name is that of a word that is looked up."""
        quantity = self._quantities.plan.quantities.get(name)
        return isinstance(quantity, TableQuantity) and quantity.gives == "word"

    def number(self, name: str) -> BoundedValue:
        """Give a number of a table; where no table says, or a key is open, it is unknown."""
        column, lookup = self._looked_up(name)
        there = Call(Operator.AT_MOST, (Literal(lookup.low), column))
        shown = WholeColumn(choose(there, column, Literal(lookup.low)), lookup.low, lookup.high)
        number, absent = ExactColumn(shown, lookup.divisor), equals_any(column, [lookup.low + ABSENT])
        return BoundedValue(number, number, unknown=negate(any_true(there, absent)), absent=absent)

    def asked(self, measure: Word, allowed: frozenset[str]) -> TruthColumns:
        """Ask whether a word is allowed; what no table says may be any word, so that it is left open."""
        column, lookup = self._looked_up(measure.name)
        compared = {word: word if word in measure.domain else OTHER_TEXT for word in lookup.words}
        met = equals_any(column, [code for code, word in enumerate(lookup.words) if compared[word] in allowed])
        missing, open_ = (equals_any(column, [lookup.low + offset]) for offset in (MISSING, OPEN))
        self._quantities.facts.odd.append(any_true(missing, open_) if allowed >= set(measure.domain) else open_)
        return where_applicable(met, negate(met), equals_any(column, [lookup.low + ABSENT]), any_true(missing, open_))

    def _looked_up(self, name: str) -> tuple[Node, ColumnLookup]:
        """Give the column of what is found, as `ColumnLookup` says, and what finds it."""
        quantities = self._quantities
        if quantities.outside is not None and name not in quantities.definitions:
            return quantities.outside.tabled._looked_up(name)
        if name not in self._found:
            quantity = quantities.definitions.get(name)
            if not isinstance(quantity, TableQuantity):
                raise NotVectorizableError(f"{name} is not looked up where it is asked")
            named = {key.name for row in quantity.rows for key in row.keys if key.name is not None}
            domains = {key_name: self._looked_up(key_name)[1].words for key_name in named if self.gives_word(key_name)}
            domains |= {
                key_name: quantities.facts.names.domains[key_name] for key_name in named if self._is_choice(key_name)
            }
            lookup = quantities.facts.given.lookups.of(quantity, domains)
            keys = (self._key(key) for key in lookup.keys)
            node: Node = Call(Operator.LOOK_UP, (Literal(lookup), *keys)) if lookup.keys else Literal(lookup.find(()))
            self._found[name] = quantities.steps.keep(node), lookup
        return self._found[name]

    def _is_choice(self, name: str) -> bool:
        fact = self._quantities.facts.definitions.get(name)
        return fact is not None and fact.type is FactType.CHOICE

    def _key(self, key: TableKey) -> Node:
        facts, name = self._quantities.facts, key.name or ""
        if key.reading is not KeyDerivation.VALUE:
            day = facts.definitions.get(name)
            if day is None or day.type is not FactType.DATE or day.may_not_apply:
                raise NotVectorizableError(f"{name}, which is looked up, is no date that always applies")
            operator = Operator.YEAR if key.reading is KeyDerivation.YEAR else Operator.QUARTER
            return Call(operator, (facts.column(name),))
        if self.gives_word(name):
            return self._looked_up(name)[0]
        if not self._is_choice(name):
            return facts.word(name)
        code, _, absent, perhaps = facts.code(name)
        if absent is not FALSE or perhaps is not FALSE:
            raise NotVectorizableError(f"{name}, which is looked up, may not apply")
        return code

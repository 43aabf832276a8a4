"""Facts as column values: lower and upper bounds, with masks for missing, unknown and absent."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field, replace
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from rules.columns.exact_arithmetic import ExactColumn, WholeColumn, constant, scale
from rules.columns.expression_nodes import (
    FALSE,
    Call,
    ColumnReference,
    Literal,
    Node,
    Operator,
    all_true,
    any_true,
    fill,
    is_missing,
    negate,
)
from rules.columns.limits import NotVectorizableError
from rules.contracts.dates import FIRST_DAY, LAST_DAY
from rules.engine.threshold_codes import codings
from rules.model.expressions import AS_OF, PeriodEdge
from rules.model.scorecard import FactType
from rules.program.nodes import tests_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rules.columns.tables import ColumnLookups
    from rules.engine.plan import Plan
    from rules.model.scorecard import FactDefinition
    from rules.program.lowering import LoweringNames
    from rules.program.nodes import AtomicTest

MOST_CHOICES = 62
"""How many choices a fact of several may have: a bit each."""
MAY_BE_ABSENT, WORD = "absent", "word"


@dataclass(frozen=True, slots=True)
class InputColumns:
    """What the columns of an input hold, as far as expressions depend on it.

    `places` are the decimal places of each fact that is a number, whose column holds whole numbers so scaled, all of
    them in its domain and of at most so many digits as `sizes` says; `open` the facts of which some are missing;
    `absent` those of which some do not apply.
    """

    places: Mapping[str, int]
    sizes: Mapping[str, int]
    open: frozenset[str]
    absent: frozenset[str]
    settings: Mapping[str, str]
    as_of: date
    lookups: ColumnLookups
    lists: Mapping[str, InputColumns] = field(default_factory=dict)
    """The same of the fields of the records of each list that stands in columns."""

    def columns_of_record(self, name: str, fields: Iterable[str]) -> InputColumns:
        """Give what the columns hold that are seen inside a record: its fields before the facts."""
        own, hidden = self.lists[name], frozenset(fields)
        return InputColumns(
            {**self.places, **own.places},
            {**self.sizes, **own.sizes},
            (self.open - hidden) | own.open,
            (self.absent - hidden) | own.absent,
            self.settings,
            self.as_of,
            self.lookups,
        )


@dataclass(frozen=True, slots=True)
class BoundedValue:
    """All numbers that are possible, from `low` to `high`, both included.

    `missing` says of which subjects it is not known, so that the ends are those of its domain; `unbounded` that an end
    only stands for numbers beyond all that it is compared with; `unknown` of which subjects columns do not say what is
    possible. `absent` says to which it does not apply, `maybe_absent` of which not even that is known. If the ends were
    not added up exactly, the lower one lies between `low` and the first of `bounds_only`, the other from the second up
    to `high`.
    """

    low: ExactColumn
    high: ExactColumn
    missing: Node = FALSE
    unbounded: bool = False
    unknown: Node = FALSE
    absent: Node = FALSE
    maybe_absent: Node = FALSE
    bounds_only: tuple[ExactColumn, ExactColumn] | None = None

    @property
    def is_known(self) -> bool:
        """Whether it is one number for every subject."""
        return self.low is self.high


def input_column(fact: str, part: str = "") -> ColumnReference:
    """Name the column of a fact; no id holds a colon."""
    return ColumnReference(f"fact:{fact}:{part}")


def is_of_subject(column: str) -> bool:
    """Say whether a column is of a fact, the same for every record of a subject."""
    return column.startswith("fact:")


def field_column(records: str, name: str, part: str = "") -> ColumnReference:
    """Name the column of a field of the records of a list."""
    return ColumnReference(f"field:{records}.{name}:{part}")


@dataclass
class CardFactColumns:
    """The facts of a card as columns, each made once; `core_conditions` send a subject to the exact core.

    Inside the records `within` a list their `fields` stand before the facts.

    A number is below `limit` of its scaled whole numbers, unless its domain says less.
    """

    definitions: Mapping[str, FactDefinition]
    names: LoweringNames
    input_columns: InputColumns
    limit: int
    atoms: InitVar[Iterable[AtomicTest]]
    within: str = ""
    fields: frozenset[str] = frozenset()
    core_conditions: list[Node] = field(default_factory=list)
    _values: dict[tuple[str, PeriodEdge | None], BoundedValue] = field(default_factory=dict)

    def __post_init__(self, atoms: Iterable[AtomicTest]) -> None:
        self._reach: dict[str, Fraction] = {}
        for measure, coding in codings(atoms).items():
            name = getattr(measure, "name", "")
            sizes = [abs(threshold) for threshold in coding.thresholds]
            self._reach[name] = max([self._reach.get(name, Fraction(0)), *sizes])

    @staticmethod
    def of_card(plan: Plan, input_columns: InputColumns, limit: int) -> CardFactColumns:
        """Take the facts of a card."""
        networks = (plan.first_network, plan.second_network)
        atoms = [atom for network in networks for rule in network.rules for atom in rule.atoms]
        atoms += [atom for compiled in plan.prepared.values() for tests in tests_in(compiled.node) for atom in tests]
        return CardFactColumns(
            {fact.id: fact for fact in plan.scorecard.facts}, plan.names, input_columns, limit, atoms
        )

    def column(self, name: str, part: str = "") -> ColumnReference:
        """Name the column of a fact, or of a field of the record that is looked into."""
        return field_column(self.within, name, part) if name in self.fields else input_column(name, part)

    def absence(self, fact: str) -> tuple[Node, Node]:
        """Say to which subjects a fact does not apply, and of which not even that is known."""
        if not self.definitions[fact].may_not_apply:
            return FALSE, FALSE
        absent = self.column(fact, MAY_BE_ABSENT) if fact in self.input_columns.absent else FALSE
        if fact not in self.input_columns.open:
            return absent, FALSE
        return absent, all_true(is_missing(self.raw(fact)), negate(absent))

    def raw(self, fact: str) -> ColumnReference:
        """Give the first column of a fact."""
        period = self.definitions[fact].type is FactType.PERIOD
        return self.column(fact, PeriodEdge.FIRST.value if period else "")

    def day(self, name: str, edge: PeriodEdge | None) -> BoundedValue:
        """Give a date fact, or an end of a period fact, as its day number."""
        if name == AS_OF:
            today = constant(self.input_columns.as_of.toordinal())
            return BoundedValue(today, today)
        if (name, edge) not in self._values:
            column = self.column(name, edge.value if edge is not None else "")
            days = FIRST_DAY, LAST_DAY
            self._values[name, edge] = self._value(name, WholeColumn(column, *days), days, 1)
        return self._values[name, edge]

    def number(self, name: str) -> BoundedValue:
        """Give a fact that is a number, in its own unit."""
        if (name, None) not in self._values:
            definition = self.definitions[name]
            if definition.type is not FactType.NUMBER:
                raise NotVectorizableError(f"{name} is no number")
            column, unity = self.column(name), 10 ** self.input_columns.places[name]
            domain = self._end(definition.at_least, unity, name), self._end(definition.at_most, unity, name)
            size = 10 ** self.input_columns.sizes[name]
            most = min(size, self.limit)
            if size > self.limit:
                self.core_conditions.append(self._too_large(column, name))
            low, high = -most if domain[0] is None else domain[0], most if domain[1] is None else domain[1]
            inside = WholeColumn(column, min(max(low, -most), most), max(min(high, most), -most))
            self._values[name, None] = self._value(name, inside, domain, unity)
        return self._values[name, None]

    def _end(self, bound: Fraction | None, unity: int, name: str) -> int | None:
        if bound is None or abs(bound * unity) > self.limit:
            return None
        if (bound * unity).denominator != 1:
            raise NotVectorizableError(f"{name} has too few decimal places for its domain")
        return (bound * unity).numerator

    def _too_large(self, column: ColumnReference, name: str) -> Node:
        """Hold where a number is too large to compute with."""
        outside = any_true(
            Call(Operator.LESS, (column, Literal(-self.limit))), Call(Operator.LESS, (Literal(self.limit), column))
        )
        return fill(outside, False) if name in self.input_columns.open else outside

    def _value(self, name: str, inside: WholeColumn, domain: tuple[int | None, int | None], unity: int) -> BoundedValue:
        """Give a value, with the ends of its domain where it is missing; an end of None is beyond everything."""
        absent, perhaps = self.absence(name)
        known = ExactColumn(inside, unity)
        if name not in self.input_columns.open:
            return BoundedValue(known, known, absent=absent, maybe_absent=perhaps)
        column, ends = inside.node, []
        beyond = max(self.limit, ceil(self._reach.get(name, Fraction(0)) * unity)) + 1
        for end, sign in zip(domain, (-1, 1), strict=True):
            most = sign * beyond if end is None else end
            filled = WholeColumn(fill(column, most), min(inside.low, most), max(inside.high, most))
            ends.append(ExactColumn(filled, unity))
        # Of what perhaps does not apply nothing is told, whatever its ends.
        missing = is_missing(column) if perhaps is FALSE else FALSE
        return BoundedValue(ends[0], ends[1], missing, None in domain, absent=absent, maybe_absent=perhaps)

    def code(self, name: str) -> tuple[Node, bool, Node, Node]:
        """Give the code of a choice, flag or text; whether it can be missing; and its absence."""
        definition = self.definitions.get(name)
        if definition is None or definition.type not in (FactType.CHOICE, FactType.FLAG, FactType.TEXT):
            raise NotVectorizableError(f"{name} has no codes")
        return self.column(name), name in self.input_columns.open, *self.absence(name)

    def word(self, name: str) -> ColumnReference:
        """Give a text as it is written."""
        definition = self.definitions[name]
        if definition.type is not FactType.TEXT or definition.may_not_apply:
            raise NotVectorizableError(f"{name} is no text that always applies")
        return self.column(name, WORD)

    def bits(self, name: str) -> tuple[Node, bool, Node, Node]:
        """Give several choices as a bit each, in the order of the definition; and the same."""
        definition = self.definitions[name]
        if definition.type is not FactType.CHOICES or len(definition.choices) > MOST_CHOICES:
            raise NotVectorizableError(f"{name} has too many choices")
        return self.column(name), name in self.input_columns.open, *self.absence(name)


def scaled_value(value: BoundedValue, factor: Fraction) -> BoundedValue:
    """Give a number times a constant above zero."""
    if value.bounds_only is not None:
        raise NotVectorizableError("something is computed from what was not added up exactly")
    low = scale(value.low, factor)
    high = low if value.is_known else scale(value.high, factor)
    return replace(value, low=low, high=high)

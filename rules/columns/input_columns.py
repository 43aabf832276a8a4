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
    NotVectorizableError,
    Operator,
    all_true,
    any_true,
    fill,
    is_missing,
    negate,
)
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
MAY_BE_ABSENT, WORD = "absent", "word"


@dataclass(frozen=True, slots=True)
class InputColumns:
    """Properties of input columns that expressions depend on.

    `places` are the decimal places of number facts. Their columns contain integers scaled by them, within the domain
    and with at most `sizes` digits. `open` lists facts with missing values, `absent` facts that do not apply to some
    subjects.
    """

    places: Mapping[str, int]
    sizes: Mapping[str, int]
    open: frozenset[str]
    absent: frozenset[str]
    settings: Mapping[str, str]
    as_of: date
    lookups: ColumnLookups
    lists: Mapping[str, InputColumns] = field(default_factory=dict)

    def columns_of_record(self, name: str, fields: Iterable[str]) -> InputColumns:
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
    """All possible numbers from `low` to `high`, both included.

    `missing` marks subjects without a value; their bounds are those of the domain. `unbounded`: a bound only represents
    numbers beyond every threshold. `unknown` marks subjects where columns cannot represent the possible values.
    `absent` marks subjects where the number does not apply, `maybe_absent` subjects where that is unknown.

    `bounds_only` is set if the ends were not added up exactly. The lower end is between `low` and its first item, the
    upper end between its second item and `high`.
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
        return self.low is self.high


def input_column(fact: str, part: str = "") -> ColumnReference:
    """Return the column of a fact; ids contain no colon."""
    return ColumnReference(f"fact:{fact}:{part}")


def is_of_subject(column: str) -> bool:
    """Return whether a column contains a fact, not a record field."""
    return column.startswith("fact:")


def field_column(records: str, name: str, part: str = "") -> ColumnReference:
    """Return the column of a record field."""
    return ColumnReference(f"field:{records}.{name}:{part}")


@dataclass
class CardFactColumns:
    """Columns of the facts of a scorecard, each created once.

    `core_conditions` collects conditions that send a subject to the exact core, such as numbers beyond `limit`. Inside
    the record list `within`, its `fields` take precedence over facts.
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
        self._largest_thresholds: dict[str, Fraction] = {}
        for measure, coding in codings(atoms).items():
            name = getattr(measure, "name", "")
            sizes = [abs(threshold) for threshold in coding.thresholds]
            self._largest_thresholds[name] = max([self._largest_thresholds.get(name, Fraction(0)), *sizes])

    @staticmethod
    def of_card(plan: Plan, input_columns: InputColumns, limit: int) -> CardFactColumns:
        networks = (plan.first_network, plan.second_network)
        atoms = [atom for network in networks for rule in network.rules for atom in rule.atoms]
        atoms += [atom for compiled in plan.prepared.values() for tests in tests_in(compiled.node) for atom in tests]
        return CardFactColumns(
            {fact.id: fact for fact in plan.scorecard.facts}, plan.names, input_columns, limit, atoms
        )

    def column(self, name: str, part: str = "") -> ColumnReference:
        return field_column(self.within, name, part) if name in self.fields else input_column(name, part)

    def absence(self, fact: str) -> tuple[Node, Node]:
        """Return two conditions: the fact does not apply; its applicability is unknown."""
        if not self.definitions[fact].may_not_apply:
            return FALSE, FALSE
        absent = self.column(fact, MAY_BE_ABSENT) if fact in self.input_columns.absent else FALSE
        if fact not in self.input_columns.open:
            return absent, FALSE
        return absent, all_true(is_missing(self.raw(fact)), negate(absent))

    def raw(self, fact: str) -> ColumnReference:
        period = self.definitions[fact].type is FactType.PERIOD
        return self.column(fact, PeriodEdge.FIRST.value if period else "")

    def day(self, name: str, edge: PeriodEdge | None) -> BoundedValue:
        if name == AS_OF:
            today = constant(self.input_columns.as_of.toordinal())
            return BoundedValue(today, today)
        if (name, edge) not in self._values:
            column = self.column(name, edge.value if edge is not None else "")
            days = FIRST_DAY, LAST_DAY
            self._values[name, edge] = self._value(name, WholeColumn(column, *days), days, 1)
        return self._values[name, edge]

    def number(self, name: str) -> BoundedValue:
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
        outside = any_true(
            Call(Operator.LESS, (column, Literal(-self.limit))), Call(Operator.LESS, (Literal(self.limit), column))
        )
        return fill(outside, False) if name in self.input_columns.open else outside

    def _value(self, name: str, inside: WholeColumn, domain: tuple[int | None, int | None], unity: int) -> BoundedValue:
        absent, maybe_absent = self.absence(name)
        known = ExactColumn(inside, unity)
        if name not in self.input_columns.open:
            return BoundedValue(known, known, absent=absent, maybe_absent=maybe_absent)
        column, ends = inside.node, []
        out_of_reach = max(self.limit, ceil(self._largest_thresholds.get(name, Fraction(0)) * unity)) + 1
        for end, sign in zip(domain, (-1, 1), strict=True):
            most = sign * out_of_reach if end is None else end
            filled = WholeColumn(fill(column, most), min(inside.low, most), max(inside.high, most))
            ends.append(ExactColumn(filled, unity))
        # A fact that may not apply is undetermined anyway, so its bounds do not matter.
        missing = is_missing(column) if maybe_absent is FALSE else FALSE
        return BoundedValue(ends[0], ends[1], missing, None in domain, absent=absent, maybe_absent=maybe_absent)

    def code(self, name: str) -> tuple[Node, bool, Node, Node]:
        definition = self.definitions.get(name)
        if definition is None or definition.type not in (FactType.CHOICE, FactType.FLAG, FactType.TEXT):
            raise NotVectorizableError(f"{name} has no codes")
        return self.column(name), name in self.input_columns.open, *self.absence(name)

    def word(self, name: str) -> ColumnReference:
        definition = self.definitions[name]
        if definition.type is not FactType.TEXT or definition.may_not_apply:
            raise NotVectorizableError(f"{name} is no text that always applies")
        return self.column(name, WORD)

    def bits(self, name: str) -> tuple[Node, bool, Node, Node]:
        definition = self.definitions[name]
        if definition.type is not FactType.CHOICES or len(definition.choices) > MOST_CHOICES:
            raise NotVectorizableError(f"{name} has too many choices")
        return self.column(name), name in self.input_columns.open, *self.absence(name)


def scaled_value(value: BoundedValue, factor: Fraction) -> BoundedValue:
    """Multiply a number by a positive constant."""
    if value.bounds_only is not None:
        raise NotVectorizableError("something is computed from what was not added up exactly")
    low = scale(value.low, factor)
    high = low if value.is_known else scale(value.high, factor)
    return replace(value, low=low, high=high)

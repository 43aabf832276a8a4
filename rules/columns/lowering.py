"""Lowering of a scorecard to output columns: aggregates over lists, gates to verdict.

It also determines the subjects that need the exact core.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.columns import output_schema
from rules.columns.exact_arithmetic import (
    ExactColumn,
    WholeColumn,
    compare,
    constant,
    divide,
    is_zero,
    round_column,
    scale,
    select_exact,
    whole,
)
from rules.columns.expression_nodes import (
    FALSE,
    INT128_LIMIT,
    TRUE,
    Call,
    ColumnReference,
    Literal,
    Node,
    NotVectorizableError,
    Operator,
    all_true,
    any_true,
    choose,
    equals_any,
    negate,
)
from rules.columns.input_columns import BoundedValue, CardFactColumns, is_of_subject
from rules.columns.outcomes import TruthColumns, all_hold, any_holds, definite_truth
from rules.columns.output_schema import output_columns
from rules.columns.point_arithmetic import EXACT_ARITHMETIC, INTERVAL_ARITHMETIC, UNITY
from rules.columns.quantities import QuantityColumns
from rules.columns.scores import PointsAdder, ScoreLowering
from rules.columns.shared_subexpressions import SharedColumns
from rules.contracts.numbers import RoundingMode
from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome
from rules.contracts.units import unit
from rules.engine.grades import every_stage, graded_rows, row_condition_id, row_rule_id
from rules.engine.read_subject import MAXIMUM_RECORDS
from rules.engine.verdicts import lower_verdicts
from rules.model.expressions import STAGE, TOTAL_SCORE
from rules.model.scorecard import AggregateKind, FactType

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.columns.input_columns import InputColumns
    from rules.columns.output_schema import OutputColumn
    from rules.columns.scores import PointsColumns
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.plan import Plan
    from rules.model.scorecard import Ladder, SumQuantity, VerdictRule
    from rules.program.nodes import FirstMatchingWord

_ENDS = (output_schema.SCORE_LOW_COLUMN, output_schema.SCORE_HIGH_COLUMN)
_EMPTY_CODE = -1


_UNIT_AMOUNT = BoundedValue(constant(Fraction(1)), constant(Fraction(1)))


_SUMMABLE_FIGURES = (None, AggregateKind.COUNT, AggregateKind.SHARE, AggregateKind.AVERAGE)


@dataclass(frozen=True, slots=True)
class LoweredList:
    """Computation for the records of a list: `layers` of steps, and `amounts` to add up per subject.

    The sums become columns of the same names, in 128 bits if listed in `wide`, and 0 without records. `odd_column`
    marks subjects with a record that needs the exact core.
    """

    name: str
    layers: tuple[dict[str, Node], ...]
    amounts: dict[str, Node]
    wide: frozenset[str]
    needs_core: Node

    @property
    def odd_column(self) -> ColumnReference:
        return ColumnReference(f"odd:{self.name}")


class ListSums:
    """Sums over one list, each lowered on request."""

    def __init__(self, plan: Plan, name: str, input_columns: InputColumns, limit: int) -> None:
        scope = plan.records[name]
        self._fields = {field.id: field for field in scope.record.fields}
        self._rules = {rule.id: rule for rule in scope.network.rules}
        self._units = scope.names.units
        self._name, self._steps = name, SharedColumns()
        subject_facts = CardFactColumns.of_card(plan, input_columns, limit)
        self._facts = CardFactColumns(
            {**subject_facts.definitions, **self._fields},
            scope.names,
            input_columns.columns_of_record(name, self._fields),
            limit,
            [atom for rule in scope.network.rules for atom in rule.atoms],
            name,
            frozenset(self._fields),
            subject_facts.core_conditions,
        )
        outside = QuantityColumns(plan, subject_facts, self._steps)
        self._quantities = QuantityColumns(plan, self._facts, self._steps, within=name, outside=outside)
        self._amounts: dict[str, Node] = {}
        self._totals: dict[str, WholeColumn] = {}

    @property
    def is_requested(self) -> bool:
        return bool(self._amounts)

    def lowered(self) -> LoweredList:
        needs_core = any_true(*self._facts.core_conditions)
        wide = frozenset(column for column, total in self._totals.items() if total.is_wide)
        layers = self._steps.layers({**self._amounts, "odd": needs_core})
        return LoweredList(self._name, layers, self._amounts, wide, needs_core)

    def of(self, quantity: SumQuantity) -> BoundedValue:
        if quantity.each is not None:
            raise NotVectorizableError(f"{quantity.id} is summed for each record of {quantity.each}")
        if quantity.figure not in _SUMMABLE_FIGURES:
            raise NotVectorizableError(
                f"{quantity.id} is the {quantity.figure} of records, which columns do not add up"
            )
        core_conditions, rules = self._facts.core_conditions, range(len(quantity.rows))
        replies = [self._quantities.tests.rule(self._rules[f"{quantity.id}:{index}"].atoms) for index in rules]
        met = any_true(*(reply.met for reply in replies)) if replies else TRUE
        core_conditions.append(all_true(negate(met), any_true(*(reply.is_open for reply in replies))))
        part = self._quantities.number(quantity.of) if quantity.of else _UNIT_AMOUNT
        counted = TRUE if quantity.figure is AggregateKind.SHARE else met
        core_conditions.append(all_true(counted, any_true(part.missing, part.maybe_absent, part.unknown)))
        if quantity.of and quantity.of not in self._fields:
            core_conditions.append(all_true(counted, part.absent))
        applies = negate(part.absent)
        base = unit(self._units[quantity.of]).factor if quantity.of else Fraction(1)
        if quantity.figure is None and not self._has_common_denominator(part.low):
            least, most = self._add_bounded_sum(quantity.id, all_true(met, applies), scale(part.low, base))
            low, high = (scale(end, 1 / unit(quantity.unit).factor) for end in (least, most))
            return BoundedValue(low, high, bounds_only=(high, low))
        summed = self._add_sum_column(f"sum:{quantity.id}", all_true(met, applies), part.low)
        divisor = {
            AggregateKind.SHARE: (applies, part.low),
            AggregateKind.AVERAGE: (all_true(met, applies), _UNIT_AMOUNT.low),
        }.get(quantity.figure or AggregateKind.COUNT)
        if divisor is None:
            number = scale(summed, base / unit(quantity.unit).factor)
            return BoundedValue(number, number)
        factor = Fraction(1) if quantity.figure is AggregateKind.SHARE else base
        return _ratio(quantity, summed, self._add_sum_column(f"of:{quantity.id}", *divisor), factor)

    def _add_sum_column(self, column: str, counts: Node, part: ExactColumn) -> ExactColumn:
        above, below = part.numerator, part.denominator
        total = WholeColumn(
            ColumnReference(column), min(above.low, 0) * MAXIMUM_RECORDS, max(above.high, 0) * MAXIMUM_RECORDS
        )
        if total.size >= INT128_LIMIT:
            raise NotVectorizableError(f"{column} can overflow 126 bits")
        if below is not None:
            below = replace(below, node=self._as_subject_node(below.node, column))
        self._amounts[column], self._totals[column] = choose(counts, above.node, whole(0).node), total
        return ExactColumn(total, part.divisor, below)

    def _add_bounded_sum(self, name: str, counts: Node, part: ExactColumn) -> tuple[ExactColumn, ExactColumn]:
        """Bound a sum of quotients to within a trillionth of the base unit per record."""
        near = INTERVAL_ARITHMETIC.take(part)
        low, high = (ExactColumn(end, UNITY) for end in (near.low, near.high))
        return self._add_sum_column(f"low:{name}", counts, low), self._add_sum_column(f"high:{name}", counts, high)

    def _has_common_denominator(self, part: ExactColumn) -> bool:
        try:
            return part.denominator is None or self._as_subject_node(part.denominator.node, "") is not None
        except NotVectorizableError:
            return False

    def _as_subject_node(self, node: Node, column: str) -> Node:
        match node:
            case ColumnReference(name=name) if name in self._steps.made:
                return self._as_subject_node(self._steps.made[name], column)
            case ColumnReference(name=name) if not is_of_subject(name):
                raise NotVectorizableError(f"{column} adds up quotients")
            case Call(operator=operator, operands=operands):
                written = tuple(self._as_subject_node(operand, column) for operand in operands)
                return node if written == operands else Call(operator, written)
            case _:
                return node


def _ratio(quantity: SumQuantity, part: ExactColumn, by: ExactColumn, factor: Fraction) -> BoundedValue:
    number, is_empty = scale(divide(part, by), factor / unit(quantity.unit).factor), is_zero(by)
    if quantity.when_none is None:
        return BoundedValue(number, number, unknown=is_empty)
    number = select_exact(is_empty, constant(quantity.when_none), number)
    return BoundedValue(number, number)


@dataclass
class ConclusionLowering:
    """Column counterpart of `rules.engine.inference_engine`; fills `codes` and `numbers` for the `cells`."""

    quantities: QuantityColumns
    steps: SharedColumns
    every_grade: tuple[str, ...]
    cells: tuple[OutputColumn, ...]
    codes: dict[str, Node] = field(default_factory=dict)
    numbers: dict[str, tuple[WholeColumn, Node]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._plan = self.quantities.plan
        self._card = self._plan.scorecard
        self._tests = self.quantities.tests
        self._core_conditions = self.quantities.facts.core_conditions
        self._first_pass_rules = {rule.id: rule for rule in self._plan.first_network.rules}
        self._second_pass_rules = {rule.id: rule for rule in self._plan.second_network.rules}

    def conclude(self) -> None:
        applies = self._rule("card:applies")
        self._core_conditions.append(applies.is_open)
        gates = self._gates()
        stage = self._stage()
        self._score(stage)
        verdict, verdict_undetermined = self._verdict()
        grade, grade_undetermined = self._grade(applies, gates)
        for finding in self._card.findings:
            self._write_outcome(
                f"findings.{finding.id}", self._share_columns(self._second_pass_rule(f"finding:{finding.id}"))
            )
        failed = any_true(*(reply.fails for reply, _ in gates.values()))
        incomplete = any_true(*(waits for _, waits in gates.values()))
        if self._card.verdicts is not None:
            conclusion: Node = _kind(ConclusionKind.JUDGED)
            self._core_conditions.append(
                all_true(applies.met, negate(failed), negate(incomplete), verdict_undetermined)
            )
        elif grade is None:
            conclusion = _kind(ConclusionKind.SCORED)
        else:
            has_no_grade = equals_any(grade, [self.every_grade.index(NO_GRADE)])
            conclusion = choose(has_no_grade, _kind(ConclusionKind.NOT_GRADED), _kind(ConclusionKind.GRADED))
            self._core_conditions += [all_true(applies.met, negate(failed), any_true(incomplete, grade_undetermined))]
            self.codes[output_schema.GRADE_COLUMN] = grade
        conclusion = choose(incomplete, _kind(ConclusionKind.INCOMPLETE), conclusion)
        conclusion = choose(failed, _kind(ConclusionKind.GATE_FAILED), conclusion)
        kind = self.steps.keep(choose(applies.met, conclusion, _kind(ConclusionKind.NOT_APPLICABLE)))
        self.codes[output_schema.CONCLUSION_COLUMN] = kind
        if stage is not None:
            self.codes[output_schema.STAGE_COLUMN] = choose(applies.met, stage, Literal(_EMPTY_CODE))
        if verdict is not None:
            judged = equals_any(kind, [_code(ConclusionKind.JUDGED)])
            self.codes[output_schema.VERDICT_COLUMN] = choose(judged, verdict, Literal(_EMPTY_CODE))

    def _rule(self, name: str) -> TruthColumns:
        return (
            self._share_columns(self._tests.rule(self._first_pass_rules[name].atoms))
            if name in self._first_pass_rules
            else definite_truth(TRUE)
        )

    def _second_pass_rule(self, name: str) -> TruthColumns:
        return self._tests.rule(self._second_pass_rules[name].atoms)

    def _share_columns(self, reply: TruthColumns) -> TruthColumns:
        if reply.is_open is FALSE and reply.absent is FALSE:
            return definite_truth(self.steps.keep(reply.met))
        return TruthColumns(*(self.steps.keep(part) for part in (reply.met, reply.fails, reply.absent)))

    def _write_outcome(self, cell: str, reply: TruthColumns) -> None:
        code = {outcome: Literal(position) for position, outcome in enumerate(Outcome)}
        undetermined = choose(reply.absent, code[Outcome.NOT_APPLICABLE], code[Outcome.UNDETERMINED])
        not_met = reply.fails
        if reply.is_open is FALSE and reply.absent is FALSE:
            not_met, undetermined = TRUE, code[Outcome.NOT_MET]
        self.codes[cell] = choose(reply.met, code[Outcome.MET], choose(not_met, code[Outcome.NOT_MET], undetermined))

    def _gates(self) -> dict[str, tuple[TruthColumns, Node]]:
        outcomes: dict[str, tuple[TruthColumns, Node]] = {}
        for gate in self._card.gates:
            requires, applies = self._rule(f"{gate.id}:requires"), self._rule(f"{gate.id}:applies")
            without = any_true(applies.fails, applies.absent, requires.absent)
            reply = TruthColumns(
                all_true(applies.met, requires.met), all_true(applies.met, requires.fails), without
            ) if without is not FALSE or applies.is_open is not FALSE else requires  # fmt: skip
            reply = self._share_columns(reply)
            self._write_outcome(f"gates.{gate.id}", reply)
            self._tests.answers[gate.id] = reply
            outcomes[gate.id] = reply, all_true(reply.is_open, negate(requires.met))
        return outcomes

    def _stage(self) -> Node | None:
        if self._plan.stage is None:
            return None
        every = every_stage(self._card)
        chosen, undetermined = _first_match_columns(self._plan.stage, self._rule, every)
        self._core_conditions.append(undetermined)
        stage = self.steps.keep(chosen)
        self._tests.selections[STAGE] = stage
        return stage

    def _score(self, stage: Node | None) -> None:
        if not self._card.indicators:
            return
        points = ScoreLowering(self._plan, self._tests, self.steps, self._core_conditions).points()
        self._tests.points[TOTAL_SCORE] = self._total(points, stage)
        places = {cell.name: cell.places or 0 for cell in self.cells}
        sections = {item.id: item.section for item in self._card.indicators}
        for name, earned in points.items():
            applies = all_true(earned.applies, self._counts(sections[name], stage))
            absent = negate(applies)
            self._tests.points[name] = BoundedValue(earned.low, earned.high, absent=absent)
            self._tests.answers[name] = TruthColumns(applies, FALSE, absent)
            has_range = (
                FALSE
                if earned.low is earned.high
                else all_true(applies, compare(Operator.LESS, earned.low, earned.high))
            )
            cell_places = places[f"points.{name}"]
            for cell, number, shown in (
                ("points", earned.low, applies),
                (output_schema.OPEN_POINT_BOUNDS_COLUMN, earned.high, has_range),
            ):
                self.numbers[f"{cell}.{name}"] = round_column(number, cell_places), shown

    def _total(self, points: dict[str, PointsColumns], stage: Node | None) -> BoundedValue:
        try:
            low, high = PointsAdder(self._plan, points, self._core_conditions, EXACT_ARITHMETIC).total(stage)
            shared_low = self.steps.keep_exact(low)
            value = BoundedValue(shared_low, shared_low if low is high else self.steps.keep_exact(high))
            ends = [(value.low, value.low), (value.high, value.high)]
            known = value.is_known
            self._show_score(ends)
        except NotVectorizableError:
            least, most = PointsAdder(self._plan, points, self._core_conditions, INTERVAL_ARITHMETIC).total(stage)
            (first, second), (third, last) = (
                (self.steps.keep_exact(end) for end in bounds.ends) for bounds in (least, most)
            )
            value = BoundedValue(first, last, bounds_only=(second, third))
            ends = [(first, second), (third, last)]
            known = least is most
            self._show_score(ends)
        if not self._card.card.compare_rounded:
            return value
        rounding = self._card.card.rounding
        if rounding.mode is not RoundingMode.HALF_EVEN:
            raise NotVectorizableError(f"the score is compared as rounded {rounding.mode.value}")
        rounded_ends = [ExactColumn(self._rounded(*end, rounding.places), 10**rounding.places) for end in ends]
        compared = [self.steps.keep_exact(column) for column in (rounded_ends[:1] if known else rounded_ends)]
        return BoundedValue(compared[0], compared[-1])

    def _show_score(self, ends: list[tuple[ExactColumn, ExactColumn]]) -> None:
        places = {cell.name: cell.places or 0 for cell in self.cells}
        shown = {name: self._rounded(*end, places[name]) for name, end in zip(_ENDS, ends, strict=True)}
        self.numbers |= {name: (score, TRUE) for name, score in shown.items()}

    def _rounded(self, lower: ExactColumn, upper: ExactColumn, places: int) -> WholeColumn:
        rounded = round_column(lower, places)
        if lower is not upper:
            self._core_conditions.append(
                compare(Operator.LESS, ExactColumn(rounded), ExactColumn(round_column(upper, places)))
            )
        return rounded

    def _counts(self, section: str, stage: Node | None) -> Node:
        if stage is None or self._card.stages is None:
            return TRUE
        every = every_stage(self._card)
        return equals_any(
            stage,
            [
                every.index(listed_stage.id)
                for listed_stage in self._card.stages.stages
                if section in listed_stage.sections
            ],
        )

    def _grade(self, applies: TruthColumns, gates: dict[str, tuple[TruthColumns, Node]]) -> tuple[Node | None, Node]:
        ladder = self._card.ladder
        if ladder is None or self._plan.grade is None:
            return None, FALSE
        rows = {
            row_rule_id(position): self._share_columns(self._ladder_row(ladder, position))
            for position, _ in graded_rows(ladder)
        }
        chosen, undetermined = _first_match_columns(self._plan.grade, rows.__getitem__, self.every_grade)
        failed = any_true(negate(applies.met), *(reply.fails for reply, _ in gates.values()))
        grade = choose(failed, Literal(self.every_grade.index(NO_GRADE)), chosen)
        return self.steps.keep(grade), undetermined

    def _ladder_row(self, ladder: Ladder, position: int) -> TruthColumns:
        condition = self._second_pass_rule(row_condition_id(ladder, position))
        exceptions = ladder.exceptions_to(ladder.rows[position])
        if not exceptions:
            return condition
        excepted = any_holds(self._second_pass_rule(row_rule_id(exception)) for exception in exceptions)
        return all_hold((condition, TruthColumns(excepted.fails, excepted.met)))

    def _verdict(self) -> tuple[Node | None, Node]:
        verdicts = self._card.verdicts
        if verdicts is None:
            return None, FALSE
        rules = {rule.id: self._share_columns(self._verdict_rule_truth(rule)) for rule in verdicts.rules}
        for rule, reply in rules.items():
            self._write_outcome(f"rules.{rule}", reply)
        chosen, undetermined = _first_match_columns(
            lower_verdicts(verdicts), rules.__getitem__, output_schema.VERDICT_VALUES
        )
        return self.steps.keep(chosen), undetermined

    def _verdict_rule_truth(self, rule: VerdictRule) -> TruthColumns:
        rows = any_holds(self._rule(f"verdict:{rule.id}:{index}") for index in range(len(rule.rows)))
        force = self._rule(f"verdict:{rule.id}:force")
        if force.absent is not FALSE:
            force = TruthColumns(force.met, any_true(force.fails, force.absent))
        return all_hold((rows, force))


def _first_match_columns(
    node: FirstMatchingWord, reply: Callable[[str], TruthColumns], words: tuple[str, ...]
) -> tuple[Node, Node]:
    rows = [any_holds(map(reply, criteria)) if len(criteria) > 1 else reply(criteria[0]) for criteria, _ in node.rows]
    code: Node = Literal(words.index(node.otherwise) if node.otherwise in words else _EMPTY_CODE)
    for row, (_, word) in reversed(list(zip(rows, node.rows, strict=True))):
        code = choose(row.met, Literal(words.index(word)), code)
    earlier = [[negate(before.met) for before in rows[:position]] for position in range(len(rows))]
    return code, any_true(*(all_true(row.is_open, *before) for row, before in zip(rows, earlier, strict=True)))


def _code(kind: ConclusionKind) -> int:
    return list(ConclusionKind).index(kind)


def _kind(kind: ConclusionKind) -> Literal:
    return Literal(_code(kind))


_CANDIDATE_LIMITS = tuple(10**digits for digits in (15, 12, 10, 9, 8, 7, 6))
"""Candidate limits of scaled integers; the first without overflow is used."""
NEEDS_CORE = "odd"


@dataclass(frozen=True, slots=True)
class LoweredCard:
    """Computation of a scorecard: sums over `lists`, then `layers` of steps, then the cells.

    Each layer reads only earlier layers. `needs_core` marks subjects for the exact core. `codes` are indexes into the
    words of a cell; a negative index is an empty cell. `numbers` are integers in units of the last decimal place, with
    the condition that the cell is not empty.
    """

    lists: tuple[LoweredList, ...]
    layers: tuple[dict[str, Node], ...]
    codes: dict[str, Node]
    numbers: dict[str, tuple[WholeColumn, Node]]
    needs_core: Node


def lower_card(engine: InferenceEngine, input_columns: InputColumns) -> LoweredCard:
    """Lower a scorecard for input columns.

    Raises:
        NotVectorizableError: If every subject must go to the core.
    """
    for limit in _CANDIDATE_LIMITS[:-1]:
        try:
            return _lowered(engine, input_columns, limit)
        except NotVectorizableError:
            continue
    return _lowered(engine, input_columns, _CANDIDATE_LIMITS[-1])


def _lowered(engine: InferenceEngine, input_columns: InputColumns, limit: int) -> LoweredCard:
    steps = SharedColumns()
    plan = engine.plan
    facts = CardFactColumns.of_card(plan, input_columns, limit)
    for fact in plan.scorecard.facts:
        if fact.type is FactType.NUMBER:
            facts.number(fact.id)
    sums = {name: ListSums(plan, name, input_columns, limit) for name in plan.records if name in input_columns.lists}
    quantities = QuantityColumns(plan, facts, steps, {name: list_sums.of for name, list_sums in sums.items()})
    concluding = ConclusionLowering(quantities, steps, engine.every_grade, output_columns(engine))
    concluding.conclude()
    summed = tuple(list_sums.lowered() for list_sums in sums.values() if list_sums.is_requested)
    needs_core = any_true(*facts.core_conditions, *(lowered.odd_column for lowered in summed))
    outputs = {**concluding.codes, NEEDS_CORE: needs_core}
    for name, (shown, is_filled) in concluding.numbers.items():
        outputs |= {f"{name}:number": shown.node, f"{name}:there": is_filled}
    return LoweredCard(summed, steps.layers(outputs), concluding.codes, concluding.numbers, needs_core)

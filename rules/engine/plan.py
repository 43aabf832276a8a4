"""Evaluation plan of a version: symbol table, rule networks of two passes, record scopes, lowered quantities.

Scoring strategies, one for each kind of scale, are here too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from math import prod
from typing import TYPE_CHECKING, Protocol, TypeVar, Union

from rules.contracts.errors import PlanError
from rules.contracts.extents import NotApplicable, UnknownOrAbsent
from rules.contracts.intervals import UNBOUNDED
from rules.contracts.outcomes import Outcome
from rules.engine.earned_points import ScaleResult
from rules.engine.grades import every_stage, lower_ladder, lower_stages, row_condition_id, stage_rules
from rules.engine.maturity import MaturityScoring
from rules.engine.network import Network, PlannedRule
from rules.engine.threshold_codes import ComparisonThresholds, collect_thresholds
from rules.engine.verdicts import verdict_rules
from rules.model import symbol_table as model_names
from rules.model.edge_rows import row_span
from rules.model.expressions import (
    AS_OF,
    STAGE,
    TOTAL_SCORE,
    ChoiceClause,
    Condition,
    OutcomeClause,
    names_in_condition,
)
from rules.model.lint.decision_tables import leaves_no_gap
from rules.model.name_usage import facts_and_quantities_in
from rules.model.quantities import NamedCondition
from rules.model.scales import SCALE_KINDS
from rules.model.scorecard import (
    DateLookup,
    FactDefinition,
    FactType,
    FormulaQuantity,
    LadderRow,
    LookupQuantity,
    RecordType,
    Scorecard,
    SumQuantity,
    TableQuantity,
)
from rules.model.symbol_table import section_names
from rules.program import abstract_interpretation
from rules.program.abstract_interpretation import points_by_count, possible_points
from rules.program.compiled_evaluation import CompiledQuantity
from rules.program.lowering import LoweringNames, lower_quantity
from rules.program.nodes import OTHER_TEXT, AtomicTest, NamedNumber, Piecewise, PointsByCount, tests_in
from rules.program.scales import better_pieces, lower_scale
from rules.program.value_environment import CONDITION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts.extents import ListRecord
    from rules.engine.incremental_inference import ChangedNames
    from rules.model.quantities import ConditionRow, FormulaRow, LookupRow
    from rules.model.scorecard import DateRow, Indicator, Quantity
    from rules.program.nodes import FirstMatchingWord, Piece, Scored
    from rules.program.value_environment import Values

DecidingRow = Union["FormulaRow", "ConditionRow", "LookupRow", "DateRow"]
MAXIMUM_COMBINATIONS = 64
Part = TypeVar("Part")


class ScoringStrategy(Protocol):
    """The scoring of all indicators with the same or similar kinds of scale."""

    def rules(self) -> list[PlannedRule]:
        """Return the rules for the first pass."""

    def add_figures(self, values: Values, changes: ChangedNames) -> None:
        """Set the figures of changed scales in `values`, before the first pass."""
        del values, changes

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        """Return the points that the outcomes leave possible."""

    def bases(self, _outcomes: Mapping[str, Outcome]) -> Iterable[str]:
        return ()


class RowScoring(ScoringStrategy):
    """Points by table rows, used by most kinds of scale."""

    def __init__(self, scales: Mapping[str, Piecewise]) -> None:
        self._scales = scales
        self._rows = {
            indicator: [(f"{indicator}:row:{index}", piece) for index, piece in enumerate(scale.pieces)]
            for indicator, scale in scales.items()
        }

    def rules(self) -> list[PlannedRule]:
        return [PlannedRule(rule, piece.tests) for rows in self._rows.values() for rule, piece in rows]

    def give(self, indicator: Indicator, values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        answers = [(row, outcomes[rule]) for rule, row in self._rows[indicator.id]]
        is_measured, extents = Outcome.MET, [values.extents[name] for name in indicator.scale.reads]
        if any(isinstance(extent, NotApplicable) for extent in extents):
            is_measured = Outcome.NOT_MET
        elif any(isinstance(extent, UnknownOrAbsent) for extent in extents):
            is_measured = Outcome.UNDETERMINED
        possible = [row for row, answer in answers if answer is not Outcome.NOT_MET]
        points = possible_points(self._scales[indicator.id], possible, values)
        return ScaleResult(points, is_measured, tuple(dict.fromkeys(row.number for row in possible)))


class CountScoring(ScoringStrategy):
    """Points by the number of satisfied parts."""

    def __init__(self, scales: Mapping[str, PointsByCount]) -> None:
        self._scales = scales
        self._parts = {
            indicator: [
                PlannedRule.of_clauses(f"{indicator}:part:{index}", part) for index, part in enumerate(scale.parts)
            ]
            for indicator, scale in scales.items()
        }

    def rules(self) -> list[PlannedRule]:
        return [part for parts in self._parts.values() for part in parts]

    def give(self, indicator: Indicator, _values: Values, outcomes: Mapping[str, Outcome]) -> ScaleResult:
        answers = [outcomes[part.id] for part in self._parts[indicator.id]]
        points, holding = points_by_count(self._scales[indicator.id], answers)
        return ScaleResult(points, parts=holding)


def scoring_strategies(
    scorecard: Scorecard, names: LoweringNames, scales: Mapping[str, Scored]
) -> dict[str, ScoringStrategy]:
    """Return the scoring strategy for each kind of scale."""
    by_row = RowScoring({name: scale for name, scale in scales.items() if isinstance(scale, Piecewise)})
    return {
        **dict.fromkeys(SCALE_KINDS, by_row),
        "count": CountScoring({name: scale for name, scale in scales.items() if isinstance(scale, PointsByCount)}),
        "maturity": MaturityScoring(scorecard, names),
    }


def _card_names(scorecard: Scorecard) -> LoweringNames:
    units = {TOTAL_SCORE: "point", AS_OF: ""}
    units |= {quantity.id: quantity.unit for quantity in scorecard.quantities}
    units |= dict.fromkeys(section_names(scorecard), "point")
    for indicator in scorecard.indicators:
        units |= {indicator.id: "point", **indicator.scale.figures(indicator.id)}
    domains = {setting.id: tuple(choice.id for choice in setting.choices) for setting in scorecard.settings}
    if scorecard.stages is not None:
        domains[STAGE] = every_stage(scorecard)
    domains |= {quantity.id: CONDITION for quantity in scorecard.quantities if isinstance(quantity, NamedCondition)}
    conditions = [placed.condition for placed in model_names.conditions(scorecard)]
    for quantity in _words_from_tables(scorecard):
        domains[quantity] = (*sorted(_named_values(conditions).get(quantity, set())), OTHER_TEXT)
    return _extend_names(LoweringNames(units, domains), scorecard.facts, conditions)


def _extend_names(
    names: LoweringNames, definitions: Iterable[FactDefinition], conditions: list[Condition]
) -> LoweringNames:
    texts = _named_values(conditions)
    units, domains = dict(names.units), dict(names.domains)
    for definition in definitions:
        if definition.type is FactType.NUMBER:
            units[definition.id] = definition.unit
        domain = _domain_of(definition, texts.get(definition.id, set()))
        if domain:
            domains[definition.id] = domain
    return LoweringNames(units, domains)


def _named_values(conditions: list[Condition]) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = {}
    for condition in conditions:
        for clause in condition:
            if isinstance(clause, ChoiceClause):
                texts.setdefault(clause.name, set()).update(clause.values)
    return texts


def _domain_of(definition: FactDefinition, texts: set[str]) -> tuple[str, ...]:
    if definition.type is FactType.FLAG:
        return ("no", "yes")
    if definition.type in (FactType.CHOICE, FactType.CHOICES):
        return tuple(choice.id for choice in definition.choices)
    return (*sorted(texts), OTHER_TEXT) if definition.type is FactType.TEXT else ()


@dataclass(frozen=True, slots=True)
class RecordScope:
    """The type, names and network for the records of one list.

    `reads` are outside names in sum conditions. `summed` are the fields and quantities to sum. `units` are those of the
    fields and of all other names.
    """

    record: RecordType
    names: LoweringNames
    network: Network
    reads: tuple[str, ...]
    summed: dict[str, FactDefinition]
    units: dict[str, str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        of_fields = {record_field.id: record_field.unit for record_field in self.record.fields}
        object.__setattr__(self, "units", {**self.names.units, **of_fields})

    def values_of_record(self, record: ListRecord, whole: Values) -> Values:
        return whole.with_fields(record.fields, self.units, record.plain)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything derived from a scorecard before an evaluation.

    `better` maps each scale piece to the next piece with more points. `order` maps each quantity to the names it reads,
    dependencies first.
    """

    scorecard: Scorecard
    names: LoweringNames
    records: dict[str, RecordScope]
    first_network: Network
    second_network: Network
    scales: dict[str, Scored]
    better: dict[str, dict[int, Piece | None]]
    quantities: dict[str, Quantity]
    order: dict[str, tuple[str, ...]]
    members: dict[str, tuple[Indicator, ...]]
    scoring: dict[str, ScoringStrategy]
    giving_words: frozenset[str]
    prepared: dict[str, CompiledQuantity]
    comparison_thresholds: ComparisonThresholds
    stage: FirstMatchingWord | None
    grade: FirstMatchingWord | None


def make_plan(scorecard: Scorecard, like: Plan | None = None) -> Plan:
    """Lower every condition and scale of a scorecard, reusing equal parts of `like`.

    Raises:
        PlanError: If the scorecard cannot be concluded soundly.
    """
    names = _reuse_part(_card_names(scorecard), None if like is None else like.names)
    _refuse_outcomes_of_points(scorecard)
    _refuse_many_combinations(scorecard)
    scales = {indicator.id: lower_scale(indicator, names) for indicator in scorecard.indicators}
    scoring = scoring_strategies(scorecard, names, scales)
    records = _record_scopes(scorecard, names, like)
    first = _reuse_part(
        Network.of(_first_pass(scorecard, names, scoring)), None if like is None else like.first_network
    )
    second = _reuse_part(Network.of(_second_pass(scorecard, names)), None if like is None else like.second_network)
    prepared = _compiled_quantities(scorecard, names, records)
    named = (prepared[quantity.id].node for quantity in scorecard.quantities if isinstance(quantity, NamedCondition))
    return Plan(
        scorecard=scorecard,
        names=names,
        records=records,
        first_network=first,
        second_network=second,
        scales=scales,
        better={name: better_pieces(scale.pieces) for name, scale in scales.items()},
        quantities={quantity.id: quantity for quantity in scorecard.quantities},
        order=_quantity_order(scorecard),
        members=_members_by_section(scorecard),
        scoring=scoring,
        giving_words=frozenset(_words_from_tables(scorecard)),
        prepared=prepared,
        comparison_thresholds=collect_thresholds(
            scorecard,
            (first, second, *(scope.network for scope in records.values())),
            (atom for node in named for tests in tests_in(node) for atom in tests),
        ),
        stage=lower_stages(scorecard.stages),
        grade=lower_ladder(scorecard.ladder),
    )


def _refuse_many_combinations(scorecard: Scorecard) -> None:
    combinations = prod(len(setting.choices) for setting in scorecard.settings)
    if combinations > MAXIMUM_COMBINATIONS:
        raise PlanError(
            f"The settings have {combinations} combinations. At most {MAXIMUM_COMBINATIONS} are allowed, "
            "because an evaluation with open settings tries all of them.",
            "settings",
            found=str(combinations),
            most=str(MAXIMUM_COMBINATIONS),
        )


def _members_by_section(scorecard: Scorecard) -> dict[str, tuple[Indicator, ...]]:
    return {
        section.id: tuple(item for item in scorecard.indicators if item.section == section.id)
        for section in scorecard.sections
    }


def _words_from_tables(scorecard: Scorecard) -> list[str]:
    tabled = (quantity for quantity in scorecard.quantities if isinstance(quantity, TableQuantity))
    return [quantity.id for quantity in tabled if quantity.gives == "word"]


def _reuse_part(part: Part, before: Part | None) -> Part:
    return before if before is not None and before == part else part


def deciding_quantity_rows(plan: Plan, quantity: Quantity, values: Values) -> tuple[list[DecidingRow], tuple[str, ...]]:
    """Return the rows that may decide a lowered quantity, and the bases of its fallback.

    Both are empty for sums and table lookups.
    """
    if isinstance(quantity, SumQuantity | TableQuantity):
        return [], ()
    positions, falls_back = abstract_interpretation.deciding_rows(plan.prepared[quantity.id].node, values)
    otherwise = quantity.otherwise_basis if falls_back and isinstance(quantity, LookupQuantity | DateLookup) else ()
    return [quantity.rows[position] for position in positions], otherwise


def _compiled_quantities(
    scorecard: Scorecard, names: LoweringNames, records: dict[str, RecordScope]
) -> dict[str, CompiledQuantity]:
    known, prepared = model_names.DefinitionIndex(scorecard), {}
    for quantity in scorecard.quantities:
        owner = quantity.owner
        inside = names if owner is None else records[owner].names
        no_gap = isinstance(quantity, FormulaQuantity) and leaves_no_gap(known, quantity)
        node = lower_quantity(quantity, inside, leaves_no_gap=no_gap)
        if node is not None:
            prepared[quantity.id] = CompiledQuantity(node)
    return prepared


def _record_scopes(scorecard: Scorecard, names: LoweringNames, like: Plan | None) -> dict[str, RecordScope]:
    records = {record.id: record for record in scorecard.records}
    scopes: dict[str, RecordScope] = {}
    for fact in scorecard.facts:
        sums = [item for item in scorecard.quantities if isinstance(item, SumQuantity) and item.list == fact.id]
        each = [item for item in scorecard.quantities if item.owner == fact.id]
        if fact.record is not None and (sums or each):
            before = None if like is None else like.records.get(fact.id)
            scopes[fact.id] = _record_scope(records[fact.record], sums, each, names, before)
    return scopes


def _record_scope(
    record: RecordType,
    sums: Sequence[SumQuantity],
    each: Sequence[Quantity],
    names: LoweringNames,
    before: RecordScope | None,
) -> RecordScope:
    rows = [(f"{quantity.id}:{index}", row.where) for quantity in sums for index, row in enumerate(quantity.rows)]
    conditions = [where for _, where in rows]
    conditions += [row.when for quantity in each if isinstance(quantity, FormulaQuantity) for row in quantity.rows]
    scope = _reuse_part(_extend_names(names, record.fields, conditions), None if before is None else before.names)
    network = Network.of([PlannedRule.of(rule, where, scope) for rule, where in rows])
    fields = {field.id: field for field in record.fields}
    computed = _computed_fields(sums, fields, names)
    read = chain.from_iterable(names_in_condition(where) for _, where in rows)
    reads = tuple(dict.fromkeys(name for name in read if name not in fields))
    network = _reuse_part(network, None if before is None else before.network)
    return RecordScope(record, scope, network, reads, fields | computed)


def _computed_fields(
    sums: Sequence[SumQuantity], fields: Mapping[str, FactDefinition], names: LoweringNames
) -> dict[str, FactDefinition]:
    return {
        quantity.of: FactDefinition(id=quantity.of, type=FactType.NUMBER, unit=names.units.get(quantity.of, ""))
        for quantity in sums
        if quantity.of not in fields
    }


def _first_pass(scorecard: Scorecard, names: LoweringNames, scoring: dict[str, ScoringStrategy]) -> list[PlannedRule]:
    rules = [PlannedRule.of("card:applies", scorecard.applies, names)] if scorecard.applies else []
    for gate in scorecard.gates:
        rules.append(PlannedRule.of(f"{gate.id}:requires", gate.requires, names))
        if gate.applies:
            rules.append(PlannedRule.of(f"{gate.id}:applies", gate.applies, names))
    for indicator in scorecard.indicators:
        if indicator.applies:
            rules.append(PlannedRule.of(f"{indicator.id}:applies", indicator.applies, names))
        if indicator.must:
            rules.append(PlannedRule.of(f"{indicator.id}:must", indicator.must, names))
    rules += [rule for strategy in dict.fromkeys(scoring.values()) for rule in strategy.rules()]
    return [*rules, *stage_rules(scorecard, names), *verdict_rules(scorecard, names)]


def _second_pass(scorecard: Scorecard, names: LoweringNames) -> list[PlannedRule]:
    rules: list[PlannedRule] = []
    if scorecard.ladder:
        for index, row in enumerate(scorecard.ladder.rows):
            rule = row_condition_id(scorecard.ladder, index)
            rules.append(PlannedRule.of(rule, row.requires, names, _score_atoms(row)))
    return rules + [PlannedRule.of(f"finding:{finding.id}", finding.when, names) for finding in scorecard.findings]


def _score_atoms(row: LadderRow) -> tuple[AtomicTest, ...]:
    span = row_span(row)
    return () if span == UNBOUNDED else (AtomicTest(NamedNumber(TOTAL_SCORE), (span,)),)


def _refuse_outcomes_of_points(scorecard: Scorecard) -> None:
    """Reject tests of outcomes that depend on points, because points are final only after the second pass begins."""
    indicators = {indicator.id for indicator in scorecard.indicators}
    requirements = (row.requires for row in scorecard.ladder_rows)
    for condition in (*requirements, *(finding.when for finding in scorecard.findings)):
        for clause in condition:
            if not isinstance(clause, OutcomeClause) or clause.criterion not in indicators:
                continue
            if clause.outcome is not Outcome.NOT_APPLICABLE:
                raise PlanError(
                    f"A condition may test whether indicator {clause.criterion} is not applicable, or compare its "
                    f"points. It must not test whether the indicator is {clause.outcome.value.replace('_', ' ')}."
                )


def _quantity_order(scorecard: Scorecard) -> dict[str, tuple[str, ...]]:
    """Order quantities after their dependencies, which all sums over one list share."""
    known = model_names.DefinitionIndex(scorecard)
    needs = {quantity.id: set(facts_and_quantities_in(known, quantity)) for quantity in scorecard.quantities}
    for fact in scorecard.facts:
        sums = [item for item in scorecard.quantities if isinstance(item, SumQuantity) and item.list == fact.id]
        shared = {name for item in sums for row in item.rows for name in names_in_condition(row.where)}
        for item in sums:
            needs[item.id] |= shared - known.fields(fact.id).keys()
    return {name: tuple(sorted(needs[name])) for name in _in_dependency_order(needs)}


def _in_dependency_order(needs: Mapping[str, set[str]]) -> list[str]:
    order: list[str] = []
    remaining = dict(needs)
    while remaining:
        ready = [name for name, read in remaining.items() if not (read & remaining.keys())]
        if not ready:
            raise PlanError(f"These quantities depend on each other: {', '.join(sorted(remaining))}.")
        order += ready
        for name in ready:
            del remaining[name]
    return order

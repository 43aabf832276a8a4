"""Dependency trace of an inference: blockers, bases of quantities, and the inputs that undetermined answers need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import RecordsExtent, is_known, records_of
from rules.contracts.outcomes import Outcome
from rules.engine.aggregates import counts, is_neutral
from rules.engine.compute import WHOLE
from rules.engine.dependencies import names_of_indicator
from rules.engine.plan import deciding_quantity_rows
from rules.model.expressions import UndeterminedFormula, names_in_condition, names_in_formula
from rules.model.name_usage import names_in_rule
from rules.model.quantities import ConditionRow, FormulaQuantity, FormulaRow, LookupQuantity, SumQuantity
from rules.model.scorecard import DateLookup, TableQuantity
from rules.program.abstract_interpretation import evaluate_tests
from rules.trail.deserialization import subject_of
from rules.trail.question import read_question
from rules.trail.tables import tables_of_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.contracts.extents import ListRecord
    from rules.contracts.outcomes import UnknownReason
    from rules.contracts.record import Bounds, MissingValue, Record
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.lookups import LookupResult
    from rules.engine.plan import DecidingRow
    from rules.model.expressions import Condition
    from rules.model.quantities import Quantity, SumRow
    from rules.program.lowering import LoweringNames
    from rules.program.value_environment import Values


@dataclass(frozen=True, slots=True)
class Blocker:
    """Cause of an undetermined result: an unknown fact, a failed table lookup, or an undetermined formula."""

    name: str
    list: str = ""
    record: str = ""
    missing: LookupResult | None = field(default=None, compare=False)
    by_rules: bool = False


@dataclass(frozen=True, slots=True)
class DependencyTrace:
    """Blockers of applicability, gates and results, and the bases of all traced rows.

    `left_open` maps each result to the quantities that the rules themselves leave undetermined.
    """

    applies: tuple[Blocker, ...]
    gates: tuple[Blocker, ...]
    results: Mapping[str, tuple[Blocker, ...]]
    bases: frozenset[str]
    left_open: Mapping[str, tuple[Blocker, ...]] = field(default_factory=dict)


def trace_dependencies(
    engine: InferenceEngine,
    inference: Inference,
    unknown: Mapping[str, UnknownReason],
    bases: frozenset[str] | None = None,
) -> DependencyTrace:
    """Trace an inference back to blockers and bases; compute `bases` if None."""
    card = engine.plan.scorecard
    bases = _bases_behind(engine, inference) if bases is None else bases
    if inference.applies is Outcome.NOT_MET:
        return DependencyTrace((), (), {}, bases)
    undetermined_conditions: list[Condition] = []
    for gate in card.gates:
        if inference.passes[gate.id] is Outcome.UNDETERMINED:
            undetermined_conditions += (gate.applies, gate.requires)
    extents = inference.values.extents
    blockers: dict[str, tuple[Blocker, ...]] = {}
    left_open: dict[str, tuple[Blocker, ...]] = {}
    for result in card.results:
        blockers[result.id] = left_open[result.id] = ()
        if not is_known(extents[result.name]):
            tracer = _trace_blockers(engine, inference, unknown, names=(result.name,))
            blockers[result.id], left_open[result.id] = tuple(tracer.blockers), tuple(tracer.left_open)
    applies = () if inference.applies is Outcome.MET else (card.applies,)
    return DependencyTrace(
        tuple(_trace_blockers(engine, inference, unknown, applies).blockers),
        tuple(_trace_blockers(engine, inference, unknown, undetermined_conditions).blockers),
        blockers,
        bases,
        left_open,
    )


def _bases_behind(engine: InferenceEngine, inference: Inference) -> frozenset[str]:
    card = engine.plan.scorecard
    tracer = _DependencyTracer(engine, inference, {})
    tracer.bases_of_names(names_in_condition(card.applies), tracer.subject_scope)
    if inference.applies is Outcome.NOT_MET:
        return frozenset(tracer.bases)
    for gate in card.gates:
        if inference.gates[gate.id] is not Outcome.NOT_APPLICABLE:
            tracer.bases.update(dict.fromkeys(gate.basis))
            tracer.bases_of_names(names_in_condition((*gate.applies, *gate.requires)), tracer.subject_scope)
    for result in card.results:
        tracer.bases.update(dict.fromkeys(result.basis))
        tracer.bases_of_names((result.name,), tracer.subject_scope)
    return frozenset(tracer.bases)


def lookups_without_value(
    engine: InferenceEngine, inference: Inference, unknown: Mapping[str, UnknownReason]
) -> frozenset[tuple[str, str]]:
    """Return (quantity, record key) of each failed lookup that leaves an answer of the scorecard undetermined."""
    card = engine.plan.scorecard
    gates = (condition for gate in card.gates for condition in (gate.applies, gate.requires))
    names = (
        *(result.name for result in card.results),
        *(name for indicator in card.indicators for name in names_of_indicator(indicator)),
        *(name for row in card.stage_rows for name in names_in_condition(row.when)),
        *(name for rule in card.verdict_rules for name in names_in_rule(rule)),
    )
    conditions = (card.applies, *gates, *(finding.when for finding in card.findings))
    blockers = _trace_blockers(engine, inference, unknown, conditions, names).blockers
    return frozenset((blocker.name, blocker.record) for blocker in blockers if blocker.missing is not None)


def missing_inputs_by_answer(
    engine: InferenceEngine, inference: Inference, unknown: Mapping[str, UnknownReason]
) -> dict[str, tuple[Blocker, ...]]:
    """Return, by id, the blockers of undetermined gates and findings, and of all results."""
    card, second = engine.plan.scorecard, inference.second_pass
    gates = [gate for gate in card.gates if inference.gates[gate.id] is Outcome.UNDETERMINED]
    findings = [finding for finding in card.findings if second[f"finding:{finding.id}"] is Outcome.UNDETERMINED]
    tracers = {
        **{gate.id: _trace_blockers(engine, inference, unknown, (gate.applies, gate.requires)) for gate in gates},
        **{finding.id: _trace_blockers(engine, inference, unknown, (finding.when,)) for finding in findings},
        **{result.id: _trace_blockers(engine, inference, unknown, names=(result.name,)) for result in card.results},
    }
    return {id: (*tracer.blockers, *tracer.left_open) for id, tracer in tracers.items()}


class ComputedQuantity(NamedTuple):
    """Computed quantity and its bases; `list` and `record` are empty for a quantity of the subject itself."""

    name: str
    list: str = ""
    record: str = ""
    bases: tuple[str, ...] = ()


def computed_quantities_behind(
    engine: InferenceEngine, inference: Inference, names: Iterable[str], list: str = "", record: str = WHOLE
) -> tuple[ComputedQuantity, ...]:
    """Return the quantities that `names` (of one record if `list` is set) depend on, in computation order."""
    tracer = _DependencyTracer(engine, inference, {})
    tracer.bases_of_names(names, tracer.scope(list, record))
    order = {name: number for number, name in enumerate(engine.plan.order)}
    quantities = (
        ComputedQuantity(*qualified_name, bases=tuple(dict.fromkeys(bases)))
        for qualified_name, bases in tracer.computed.items()
    )
    return tuple(sorted(quantities, key=lambda quantity: (order[quantity.name], quantity.record)))


class _Scope(NamedTuple):
    values: Values
    names: LoweringNames
    list: str = ""
    record: str = WHOLE


class _TracedRow(NamedTuple):
    scope: _Scope
    basis: tuple[str, ...] = ()
    when: Condition = ()
    operands: tuple[str, ...] = ()
    is_left_open: bool = False


class _DependencyTracer:
    def __init__(self, engine: InferenceEngine, inference: Inference, unknown: Mapping[str, UnknownReason]) -> None:
        self.blockers: dict[Blocker, None] = {}
        self.left_open: dict[Blocker, None] = {}
        self.bases: dict[str, None] = {}
        self.subject_scope = _Scope(inference.values, engine.plan.names)
        self._engine = engine
        self._inference = inference
        self._unknown = unknown
        self._quantities = engine.plan.quantities
        self._followed: set[tuple[str, str, str]] = set()
        self.computed: dict[tuple[str, str, str], tuple[str, ...]] = {}
        """Traced quantities, with the bases of their rows."""

    def scope(self, list: str, record: str) -> _Scope:
        listed = records_of(self._inference.values.extents[list]) if list else ()
        return next((self._record_scope(list, each) for each in listed if each.key == record), self.subject_scope)

    def blockers_of_condition(self, condition: Condition, scope: _Scope) -> None:
        outcomes = [evaluate_tests(self._engine.atoms_of(clause, scope.names), scope.values) for clause in condition]
        if Outcome.NOT_MET in outcomes:
            return
        for clause, outcome in zip(condition, outcomes, strict=True):
            if outcome is Outcome.UNDETERMINED:
                for name in clause.reads:
                    self.blockers_of_name(name, scope)

    def blockers_of_name(self, name: str, scope: _Scope) -> None:
        if name not in scope.values.extents or is_known(scope.values.extents[name]):
            return
        quantity = self._quantities.get(name)
        qualified_name = self._qualified_name(name, quantity, scope)
        if qualified_name in self._followed:
            return
        self._followed.add(qualified_name)
        scope = scope if qualified_name[1] else self.subject_scope
        match quantity:
            case None:
                self._blockers_of_fact(qualified_name, scope)
                return
            case TableQuantity():
                consulted = self._lookup_result(quantity, scope)
                if consulted is not None and consulted.reason is not None:
                    self.blockers[Blocker(*qualified_name, consulted)] = None
                self.blockers_of_names(consulted.open_keys if consulted is not None else (), scope)
                return
            case SumQuantity() if quantity.list in self._unknown:
                self.blockers[Blocker(quantity.list)] = None
        for row in self._traced_rows(quantity, scope):
            if not (isinstance(quantity, SumQuantity) and is_neutral(quantity, row.scope.values)):
                self.blockers_of_condition(row.when, row.scope)
                if row.is_left_open:
                    self.left_open[Blocker(*qualified_name, by_rules=True)] = None
                self.blockers_of_names(row.operands, row.scope)

    def blockers_of_names(self, names: Iterable[str], scope: _Scope) -> None:
        for name in names:
            self.blockers_of_name(name, scope)

    def _blockers_of_fact(self, qualified_name: tuple[str, str, str], scope: _Scope) -> None:
        name, of_record, record = qualified_name
        if (f"{of_record}[{record}].{name}" if of_record else name) in self._unknown:
            self.blockers[Blocker(*qualified_name)] = None
        elif isinstance(scope.values.extents[name], RecordsExtent):
            for inner in self._scopes_of_records(name):
                fields = self._engine.plan.records[name].record.fields
                self.blockers_of_names((field.id for field in fields), inner)

    def bases_of_names(self, names: Iterable[str], scope: _Scope) -> None:
        for name in names:
            quantity = self._quantities.get(name)
            qualified_name = self._qualified_name(name, quantity, scope)
            if quantity is None or qualified_name in self.computed:
                continue
            self.computed[qualified_name] = ()
            for row in self._traced_rows(quantity, scope if qualified_name[1] else self.subject_scope):
                self.computed[qualified_name] += row.basis
                self.bases.update(dict.fromkeys(row.basis))
                self.bases_of_names((*names_in_condition(row.when), *row.operands), row.scope)

    def _traced_rows(self, quantity: Quantity, scope: _Scope) -> Iterator[_TracedRow]:
        match quantity:
            case TableQuantity():
                consulted = self._lookup_result(quantity, scope)
                tried = len(consulted.tried) if consulted is not None else 0
                yield from (_TracedRow(scope, row.basis) for row in quantity.rows[:tried])
                keys = tuple(key.name for row in quantity.rows for key in row.keys if key.name)
                yield _TracedRow(scope, operands=keys)
            case SumQuantity():
                for inner, counting in self._counted_records(quantity, scope):
                    yield from (_TracedRow(inner, row.basis, row.where) for row in counting)
                    yield _TracedRow(inner, operands=(quantity.of,) if quantity.of else ())
            case _:
                rows, otherwise = deciding_quantity_rows(self._engine.plan, quantity, scope.values)
                for row in rows:
                    yield _traced_row(row, scope)
                is_left_open = isinstance(quantity, FormulaQuantity) and quantity.tabled is not None and not rows
                keys = quantity.reads if isinstance(quantity, LookupQuantity | DateLookup) else ()
                yield _TracedRow(scope, otherwise, (), keys, is_left_open)

    def _qualified_name(self, name: str, quantity: Quantity | None, scope: _Scope) -> tuple[str, str, str]:
        if not scope.list:
            return name, "", WHOLE
        if quantity is not None:
            inside = quantity.owner == scope.list
        else:
            inside = any(field.id == name for field in self._engine.plan.records[scope.list].record.fields)
        return (name, scope.list, scope.record) if inside else (name, "", WHOLE)

    def _counted_records(self, quantity: SumQuantity, scope: _Scope) -> Iterator[tuple[_Scope, list[SumRow]]]:
        record_scope = self._engine.plan.records[quantity.list]
        for record, outcomes in self._inference.operands_of_sum(quantity, record_scope, scope.record):
            counted = counts(quantity, outcomes)
            if counted is not Outcome.NOT_MET:
                rows = [row for index, row in enumerate(quantity.rows) if outcomes[f"{quantity.id}:{index}"] is counted]
                yield self._record_scope(quantity.list, record), rows

    def _lookup_result(self, quantity: TableQuantity, scope: _Scope) -> LookupResult | None:
        return self._inference.lookups.get(quantity.id, {}).get(scope.record if quantity.owner else WHOLE)

    def _scopes_of_records(self, records: str) -> Iterator[_Scope]:
        for record in records_of(self._inference.values.extents[records]):
            yield self._record_scope(records, record)

    def _record_scope(self, records: str, record: ListRecord) -> _Scope:
        scope = self._engine.plan.records[records]
        return _Scope(scope.values_of_record(record, self._inference.values), scope.names, records, record.key)


def _trace_blockers(
    engine: InferenceEngine,
    inference: Inference,
    unknown: Mapping[str, UnknownReason],
    conditions: Iterable[Condition] = (),
    names: Iterable[str] = (),
) -> _DependencyTracer:
    tracer = _DependencyTracer(engine, inference, unknown)
    for condition in conditions:
        tracer.blockers_of_condition(condition, tracer.subject_scope)
    tracer.blockers_of_names(names, tracer.subject_scope)
    return tracer


def _traced_row(row: DecidingRow, scope: _Scope) -> _TracedRow:
    if isinstance(row, FormulaRow):
        is_left_open = isinstance(row.formula, UndeterminedFormula)
        return _TracedRow(scope, row.basis, row.when, tuple(names_in_formula(row.formula)), is_left_open)
    return _TracedRow(scope, row.basis, row.when if isinstance(row, ConditionRow) else ())


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Inputs that an undetermined answer needs: facts, nearest first, settings and missing table values.

    `left_open` are quantities that the rules leave undetermined; no fact can determine them.
    """

    id: str
    facts: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    missing: tuple[MissingValue, ...] = ()
    left_open: tuple[str, ...] = ()


def open_answers(engine: InferenceEngine, record: Record, at_hand: Inference | None = None) -> tuple[OpenAnswer, ...]:
    """Return the undetermined gates, findings and results of a record, each with the inputs it needs.

    `at_hand` is the inference of the record; None repeats it.

    Raises:
        VersionError: If a reference table of the record is missing.
        EngineDisagreement: If the two evaluators differ.
    """
    names = dict(_undetermined_names(engine, record))
    if not names:
        return ()
    tables = tables_of_record(record.tables, engine.tables)
    reading, question = read_question(engine, subject_of(record), tables)
    inference = engine.infer(question) if at_hand is None else at_hand
    blockers = missing_inputs_by_answer(engine, inference, reading.verified.unknown)
    undecided = [setting.id for setting in engine.plan.scorecard.settings if reading.settings.get(setting.id) is None]
    missing = {(value.quantity, value.record): value for value in record.missing_values}
    addresses = {fact.id.split("[", maxsplit=1)[0]: fact.id for fact in reversed(record.open_facts)}

    def answer(id: str, name: str) -> OpenAnswer:
        own_blockers, behind = blockers.get(id, ()), engine.dependencies.of((name,))
        lookups = [(blocker.name, blocker.record) for blocker in own_blockers if blocker.missing is not None]
        return OpenAnswer(
            id,
            _blocking_facts(own_blockers) if own_blockers else _open_facts_behind(record, id, behind, addresses),
            tuple(setting for setting in undecided if setting in behind),
            tuple(missing[key] for key in lookups if key in missing),
            tuple(_address(blocker) for blocker in own_blockers if blocker.by_rules),
        )

    return tuple(answer(id, name) for id, name in names.items())


def _blocking_facts(blockers: Sequence[Blocker]) -> tuple[str, ...]:
    return tuple(_address(blocker) for blocker in blockers if blocker.missing is None and not blocker.by_rules)


def _open_facts_behind(
    record: Record, answer: str, behind: tuple[str, ...], addresses: Mapping[str, str]
) -> tuple[str, ...]:
    return tuple(addresses[fact] for fact in behind if fact in addresses) or tuple(
        fact.id for fact in record.open_facts if answer in fact.criteria
    )


def _undetermined_names(engine: InferenceEngine, record: Record) -> Iterator[tuple[str, str]]:
    for criterion in record.criteria:
        if criterion.kind == "gate" and criterion.outcome is Outcome.UNDETERMINED:
            yield criterion.id, criterion.id
    for finding in record.findings:
        if finding.outcome is Outcome.UNDETERMINED:
            yield finding.id, finding.id
    names = {result.id: result.name for result in engine.plan.scorecard.results}
    for result in record.results:
        if _is_undetermined(result.figure.exact):
            yield result.id, names[result.id]


def _is_undetermined(bounds: Bounds) -> bool:
    return bounds.low is None or bounds.low != bounds.high


def _address(blocker: Blocker) -> str:
    return f"{blocker.list}[{blocker.record}].{blocker.name}" if blocker.list else blocker.name

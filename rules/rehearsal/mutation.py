"""Mutation testing of a draft: mutants that its examples detect or miss, and the sentence that each changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.contracts.errors import InputError, PlanError, VersionError
from rules.contracts.extents import is_known
from rules.contracts.outcomes import Outcome
from rules.engine.decide import Decision, decide
from rules.engine.inference_engine import InferenceEngine
from rules.language.card_rows import RowPair, card_rows, cell_changes, pair_changed_rows
from rules.language.language_versions import place_of_rule
from rules.model.digest import rule_digest
from rules.model.expressions import UndeterminedFormula
from rules.model.mutants import MutationKind, all_mutants
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity
from rules.program.abstract_interpretation import evaluate_quantity, evaluate_tests
from rules.rehearsal.example_runner import (
    ReferenceCaseCache,
    changed_question_with_tables,
    expectation_failures,
    is_graded,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.network import Network
    from rules.engine.plan import Plan
    from rules.language.card_rows import CardRow
    from rules.language.compiler import Compilation
    from rules.model.examples import Example
    from rules.model.lookups import TableSource
    from rules.model.mutants import Mutant
    from rules.model.scorecard import Quantity, Scorecard
    from rules.program.nodes import AtomicTest
    from rules.program.value_environment import Values


class OracleEngine(InferenceEngine):
    """Engine that uses only the oracle; its results are never answers to users.

    Parts of the plan that equal those of `before` are reused.
    """

    def __init__(self, scorecard: Scorecard, tables: TableSource | None, before: OracleEngine | None = None) -> None:
        super().__init__(scorecard, tables, oracle_only=True, reuse_plan=None if before is None else before.plan)
        if before is not None and before.plan.first_network is self.plan.first_network:
            self.first_evaluator = before.first_evaluator
        if before is not None and before.plan.second_network is self.plan.second_network:
            self.second_evaluator = before.second_evaluator

    def infer(self, question: InferenceQuestion, reference: Inference | None = None) -> Inference:
        return self.explore(question, reference)

    def confirm(self, explored: Sequence[Inference], agreed: Inference) -> None:
        """Skip the confirmation, because the oracle is the only evaluator."""


@dataclass(frozen=True, slots=True)
class EvaluatedExample:
    """An example with its question and its decision under the unmodified scorecard."""

    example: Example
    question: InferenceQuestion
    decision: Decision
    graded: bool

    @property
    def is_settled(self) -> bool:
        inference = self.decision.inference
        is_ambiguous = len(inference.grades) > 1 or len(inference.stages) > 1
        judged = inference.verdict_result is not None and len(inference.verdict_result.possible) > 1
        return not (is_ambiguous or judged or self.decision.alternatives)


def _evaluate_examples(engine: OracleEngine, examples: Iterable[Example]) -> tuple[list[EvaluatedExample], int]:
    all_examples = list(examples)
    reference, evaluated = ReferenceCaseCache(engine, (example.as_of for example in all_examples)), []
    for example in all_examples:
        graded = is_graded(engine.plan.scorecard, example)
        try:
            question = reference.question_for((placed.item for placed in example.changes), example.as_of)
        except (InputError, VersionError):
            continue
        decision = _decision(engine, question, reference.inference_on(example.as_of), graded=graded)
        if not expectation_failures(engine, example, question, decision):
            evaluated.append(EvaluatedExample(example, question, decision, graded))
    return evaluated, len(all_examples) - len(evaluated)


def _decision(
    engine: OracleEngine, question: InferenceQuestion, reference: Inference | None, *, graded: bool
) -> Decision:
    reference = None if question.supposed_numbers else reference
    if graded:
        return decide(engine, question, previous=reference)
    inference = engine.explore(question, reference)
    return Decision(inference, inference.kind, ())


class PlannedMutant:
    """One mutant with its plan, for comparison with the unmodified scorecard."""

    def __init__(self, scorecard: Scorecard, before: OracleEngine) -> None:
        self.engine = OracleEngine(scorecard, before.tables, before)
        self._same_inputs = self.engine.plan.scorecard.settings == before.plan.scorecard.settings
        self._reaches = _impact_predicate(before.plan, self.engine.plan)
        self._undetermined_quantities = frozenset(_changed_undetermined_quantities(before.plan, self.engine.plan))
        self._has_severity_changes = bool(_severity_changes(before.plan.scorecard, self.engine.plan.scorecard))
        self._references: dict[date, Inference] = {}

    def is_killed_by(self, known: EvaluatedExample) -> bool:
        conclusion = self.concluded(known)
        return conclusion is not None and bool(expectation_failures(self.engine, known.example, *conclusion))

    def concluded(self, known: EvaluatedExample) -> tuple[InferenceQuestion, Decision] | None:
        """Evaluate an example under the mutant; None if the result equals that of the unmodified scorecard."""
        if not self._reaches(known.decision.inference):
            return None
        engine, question = self.engine, known.question
        if not self._same_inputs:
            question = changed_question_with_tables(
                engine, (placed.item for placed in known.example.changes), known.example.as_of
            )
        inference = self._explored(question)
        if (
            known.is_settled
            and not self._has_severity_changes
            and _is_same_conclusion(inference, known.decision.inference)
        ):
            extents = inference.values.extents
            if all(name not in extents or is_known(extents[name]) for name in self._undetermined_quantities):
                return None
        if known.graded:
            return question, decide(engine, question, previous=inference if not question.supposed_numbers else None)
        return question, Decision(inference, inference.kind, ())

    def _explored(self, question: InferenceQuestion) -> Inference:
        if question.supposed_numbers:
            return self.engine.explore(question)
        inference = self.engine.explore(question, self._references.get(question.as_of))
        self._references.setdefault(question.as_of, inference)
        return inference


def _is_same_conclusion(first: Inference, other: Inference) -> bool:
    comparable = replace(first, question=other.question, values=other.values, counted_records=other.counted_records)
    return comparable == other and first.values.extents == other.values.extents


def _impact_predicate(before: Plan, after: Plan) -> Callable[[Inference], bool]:
    """Return a predicate for whether the changes affect the inference of an example.

    It is always true if only a weight or a verdict changed, since any example may detect that.
    """
    first = _changed_rules(before.first_network, after.first_network)
    second = _changed_rules(before.second_network, after.second_network)
    quantities = [quantity for name, quantity in after.quantities.items() if quantity != before.quantities.get(name)]
    rows = {name: changed_rows for name in before.scales if (changed_rows := _changed_scale_rows(before, after, name))}
    severity_changes = _severity_changes(before.scorecard, after.scorecard)
    undetermined_ids = frozenset(_changed_undetermined_quantities(before, after))
    if not (first or second or quantities or rows or severity_changes):
        return lambda _: True

    def reaches(inference: Inference) -> bool:
        values, earned = inference.values, inference.score.indicator_points
        return (
            _any_outcome_differs(first, inference.first_pass, values)
            or _any_outcome_differs(second, inference.second_pass, values)
            or any(not row_numbers.isdisjoint(earned[name].rows) for name, row_numbers in rows.items())
            or any(inference.second_pass.get(f"finding:{name}") is Outcome.MET for name in severity_changes)
            or any(
                _may_change(quantity, after, values, is_left_undetermined=quantity.id in undetermined_ids)
                for quantity in quantities
            )
        )

    return reaches


def _any_outcome_differs(
    rules: Mapping[str, tuple[AtomicTest, ...] | None], outcomes: Mapping[str, Outcome], values: Values
) -> bool:
    return any(_rule_outcome(name, atoms, values) is not outcomes.get(name, _NOT_MET) for name, atoms in rules.items())


_NOT_MET = Outcome.NOT_MET
_MET_IF_MISSING_SUFFIXES = (":applies", ":must")


def _changed_rules(before: Network, after: Network) -> dict[str, tuple[AtomicTest, ...] | None]:
    old, new = before.atoms_by_rule, after.atoms_by_rule
    return {name: new.get(name) for name in (*old, *new) if old.get(name) != new.get(name)}


def _changed_scale_rows(before: Plan, after: Plan, indicator: str) -> frozenset[int]:
    old, new = before.scales[indicator].pieces, after.scales[indicator].pieces
    return frozenset(row.number for position, row in enumerate(old) if position >= len(new) or new[position] != row)


def _severity_changes(before: Scorecard, after: Scorecard) -> list[str]:
    now = {finding.id: finding for finding in after.findings}
    return [finding.id for finding in before.findings if now[finding.id].severity is not finding.severity]


def _rule_outcome(name: str, atoms: tuple[AtomicTest, ...] | None, values: Values) -> Outcome:
    if atoms is None:
        return Outcome.MET if name.endswith(_MET_IF_MISSING_SUFFIXES) else _NOT_MET
    return evaluate_tests(atoms, values)


def _may_change(quantity: Quantity, plan: Plan, values: Values, *, is_left_undetermined: bool) -> bool:
    if isinstance(quantity, (SumQuantity, TableQuantity)) or quantity.owner is not None:
        return True
    extent = values.extents.get(quantity.id)
    if extent is not None and not is_known(extent) and is_left_undetermined:
        return True
    return evaluate_quantity(plan.prepared[quantity.id].node, values) != extent


def _changed_undetermined_quantities(before: Plan, after: Plan) -> Iterator[str]:
    """Yield the ids of changed quantities that have a row with an undetermined formula, before or after."""
    for name, now in after.quantities.items():
        was = before.quantities.get(name)
        if now != was and (_has_undetermined_row(now) or (was is not None and _has_undetermined_row(was))):
            yield name


def _has_undetermined_row(quantity: Quantity) -> bool:
    return isinstance(quantity, FormulaQuantity) and any(
        isinstance(row.formula, UndeterminedFormula) for row in quantity.rows
    )


_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class SurvivingMutant:
    """A mutant that no example detects, with the old and the new sentence in the requested language.

    `now` is blank if the row is dropped. `location` is in the file of that language. `name` is unique in the scorecard.
    `because` is the recorded reason why no example could detect it, or blank.
    """

    path: str
    kind: MutationKind
    location: Location | None
    heading: str = ""
    context: str = ""
    was: str = ""
    now: str = ""
    name: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class MutationReport:
    """Numbers of tried and detected mutants, and the survivors; `untried` mutants exceeded the time limit.

    A mutant that the engine cannot plan could not be published and is not counted. `failed` examples fail under the
    unmodified scorecard and detect nothing. `idle` lists mutants with a recorded reason that are detected or do not
    exist.
    """

    card: str
    version: str
    rule_digest: str
    examples: int
    failed: int
    noticed: int
    survivors: tuple[SurvivingMutant, ...]
    untried: int
    idle: tuple[str, ...] = ()

    @property
    def argued(self) -> int:
        return sum(bool(survivor.because) for survivor in self.survivors)

    @property
    def tried(self) -> int:
        return self.noticed + len(self.survivors)

    @property
    def percent(self) -> Fraction:
        """The percentage of mutants detected, not counting survivors with a recorded reason; 100 if none counts."""
        counted = self.tried - self.argued
        return _HUNDRED * self.noticed / counted if counted else _HUNDRED


def mutate(  # noqa: PLR0913 -- independent options of one run
    compilation: Compilation,
    scorecard: Scorecard,
    language: str,
    *,
    tables: TableSource | None = None,
    argued: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    progress: Callable[[int, int], None] | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> MutationReport:
    """Create each mutant of a compiled folder in turn and run the examples on it.

    `argued` contains, by mutant name and language, why no example could detect the mutant. `progress` receives the
    numbers of tried and of all mutants. If `go_on` returns False, the rest stays untried.

    Raises:
        PlanError: If the scorecard itself cannot be planned.
    """
    renderer = MutantRenderer(scorecard, language, compilation.locations.get(language, {}))
    trials = MutationTrials(compilation, scorecard, tables)
    every = trials.every
    names = mutant_names(every)
    noticed, survivors, done = 0, [], 0
    for mutant in every:
        if not go_on():
            break
        done += 1
        outcome = trials.notices(mutant)
        noticed += outcome is True
        if outcome is False:
            name = names[done - 1]
            survivors.append(
                replace(renderer.survivor(mutant), name=name, because=argued.get(name, {}).get(language, ""))
            )
        if progress is not None:
            progress(done, len(every))
    card = scorecard.card
    return MutationReport(
        card.id,
        card.version,
        rule_digest(scorecard),
        len(compilation.examples),
        trials.failed,
        noticed,
        tuple(survivors),
        len(every) - done,
        tuple(sorted(argued.keys() - {survivor.name for survivor in survivors})) if done == len(every) else (),
    )


def mutant_names(every: Iterable[Mutant]) -> tuple[str, ...]:
    """Return a unique name for each mutant: its path and kind, numbered from the second use of a name."""
    name_counts: Counter[str] = Counter()
    names = []
    for mutant in every:
        name = f"{mutant.path} {mutant.kind}"
        name_counts[name] += 1
        names.append(name if name_counts[name] == 1 else f"{name} {name_counts[name]}")
    return tuple(names)


class MutationTrials:
    """Runner of examples on mutants, with the examples near the change first.

    `failed` is the number of examples that fail under the unmodified scorecard; these are not run.

    Raises:
        PlanError: If the scorecard itself cannot be planned.
    """

    def __init__(self, compilation: Compilation, scorecard: Scorecard, tables: TableSource | None) -> None:
        self.engine, self._locations = OracleEngine(scorecard, tables), compilation.locations
        known, self.failed = _evaluate_examples(self.engine, compilation.examples)
        self.card_location = Location(next(iter(compilation.locations.values()))["card.id"].path, 1, 1)
        self.every = list(all_mutants(self.engine.plan.scorecard))
        self._known: dict[str, list[EvaluatedExample]] = {}
        self._ordered: dict[tuple[tuple[str, int], ...], Sequence[EvaluatedExample]] = {}
        for evaluated in known:
            self._known.setdefault(evaluated.example.location.path, []).append(evaluated)

    def slipped(self, slip: Mutant) -> PlannedMutant | None:
        try:
            return PlannedMutant(slip.scorecard, self.engine)
        except PlanError:
            return None

    def notices(self, slip: Mutant) -> bool | None:
        planned = self.slipped(slip)
        return None if planned is None else any(planned.is_killed_by(known) for known in self.nearest(slip.path))

    def nearest(self, path: str) -> Sequence[EvaluatedExample]:
        source_locations = (place_of_rule(locations, path) for locations in self._locations.values())
        lines = tuple((location.path, location.line) for location in source_locations if location is not None)
        if lines not in self._ordered:
            self._ordered[lines] = self._nearest_first(lines)
        return self._ordered[lines]

    def _nearest_first(self, lines: tuple[tuple[str, int], ...]) -> Sequence[EvaluatedExample]:
        near: list[EvaluatedExample] = []
        files = dict(self._known)
        for path, line in lines:
            near += sorted(files.pop(path, ()), key=lambda evaluated: abs(evaluated.example.location.line - line))
        return [*near, *(evaluated for own in files.values() for evaluated in own)]


class MutantRenderer:
    """Description of mutants in one language."""

    def __init__(self, scorecard: Scorecard, language: str, locations: Mapping[str, Location]) -> None:
        self._scorecard, self._language, self._locations = scorecard, language, locations

    @cached_property
    def _rows(self) -> tuple[CardRow, ...]:
        return card_rows(self._scorecard, self._language)

    def survivor(self, slip: Mutant) -> SurvivingMutant:
        location = place_of_rule(self._locations, slip.path)
        dropped_row = next((row for row in self._rows if row.path == slip.path), None)
        if slip.kind is MutationKind.DROPPED and dropped_row is not None and dropped_row.path != dropped_row.owner:
            (change, *_) = cell_changes(RowPair(dropped_row, None))
            return SurvivingMutant(slip.path, slip.kind, location, change.heading, was=change.was)
        pairs = pair_changed_rows(self._rows, card_rows(slip.scorecard, self._language))
        for change in (change for pair in pairs for change in cell_changes(pair)):
            text = change.heading, change.context, change.was, change.now
            return SurvivingMutant(slip.path, slip.kind, location, *text)
        return SurvivingMutant(slip.path, slip.kind, location)

"""Pinning examples of surviving mutants: minimal examples that detect them, with full expectations."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from rules.contracts.dates import add_days
from rules.contracts.errors import InputError, VersionError
from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    NotApplicable,
    NumberExtent,
    is_known,
    known_choices,
    known_number,
    known_word,
)
from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.engine.decide import decide
from rules.language.edge_values import EdgeContext, near
from rules.language.example_synthesis import ChangeFinder, NoSolutionError, to_declared_value
from rules.language.render import Renderer
from rules.model.clause_coverage import Edge, edge_rows
from rules.model.edge_rows import EdgeSide, stated_bounds
from rules.model.examples import (
    Example,
    ExpectAbsent,
    ExpectConclusion,
    ExpectCondition,
    ExpectFinding,
    ExpectGrades,
    ExpectLeft,
    ExpectMissing,
    ExpectNumber,
    ExpectOutcome,
    ExpectRule,
    ExpectStages,
    ExpectVerdict,
    ExpectVerdicts,
    ExpectWord,
    FactChange,
    PlacedItem,
    SettingChange,
    ValueOverride,
)
from rules.model.expressions import AS_OF, TOTAL_SCORE, BaseDateClause, OutcomeClause
from rules.model.name_usage import names_behind, names_in_rule
from rules.model.quantities import NamedCondition
from rules.model.range_analysis import fact_domain
from rules.model.scorecard import DateLookup, FactDefinition, FactType
from rules.model.symbol_table import DefinitionIndex, all_clauses
from rules.program.abstract_interpretation import condition_outcome
from rules.rehearsal.example_runner import changed_question_with_tables
from rules.rehearsal.expectation_checks import (
    ExpectationChecker,
    interval_of,
    is_left_open,
    missing_tables,
    number_expectation,
    record_expectations,
    rule_state,
)
from rules.rehearsal.mutation import EvaluatedExample, MutantRenderer, MutationTrials, mutant_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.contracts.diagnostics import Location
    from rules.contracts.extents import Extent
    from rules.contracts.intervals import Interval
    from rules.engine.decide import Decision
    from rules.engine.inference_engine import InferenceEngine
    from rules.language.compiler import Compilation
    from rules.model.edge_rows import EdgeRow, PlacedClause
    from rules.model.examples import Change, Expectation
    from rules.model.expressions import Clause
    from rules.model.lookups import TableSource
    from rules.model.mutants import Mutant
    from rules.model.scorecard import Quantity, Scorecard
    from rules.rehearsal.mutation import PlannedMutant, SurvivingMutant


Subject = tuple[tuple["Change", ...], "date"]
"""The changes to the reference case, and the day of the evaluation."""
_SAMPLE_NUMBERS = tuple(map(Fraction, (0, 1, 2, 3, 10, 100)))


@dataclass(frozen=True)
class NeighbouringValues:
    """Values of facts at the boundaries of a scorecard, and the subjects that differ by one such value."""

    scorecard: Scorecard

    @cached_property
    def _names(self) -> DefinitionIndex:
        return DefinitionIndex(self.scorecard)

    @cached_property
    def _rows(self) -> Sequence[EdgeRow]:
        return tuple(edge_rows(self.scorecard))

    @cached_property
    def _placed_clauses(self) -> Sequence[PlacedClause]:
        rows = (placed for row in self._rows for placed in row.clauses)
        return tuple(dict.fromkeys(chain(all_clauses(self.scorecard), rows)))

    @cached_property
    def _clauses(self) -> Mapping[tuple[str | None, str], Sequence[Clause]]:
        by_name: dict[tuple[str | None, str], dict[Clause, None]] = defaultdict(dict)
        for placed in self._placed_clauses:
            if (name := _name_of(placed.clause)) is not None:
                by_name[placed.within, name][placed.clause] = None
        return {key: tuple(every) for key, every in by_name.items()}

    @cached_property
    def _case(self) -> Mapping[str, DeclaredValue]:
        return {value.fact: value.value for value in self.scorecard.reference_case}

    @cached_property
    def days(self) -> tuple[date, ...]:
        days: set[date] = set()
        for clause in chain.from_iterable(self._clauses.values()):
            for _, end in clause.compared if isinstance(clause, BaseDateClause) else ():
                if end.literal is not None:
                    days |= {add_days(end.literal, by) for by in (-1, 0, 1)}
        return tuple(sorted(day for day in days if day >= self.scorecard.card.first_date))

    def at_edges(self, path: str, day: date) -> Iterator[Subject]:
        """Yield subjects at the boundaries of a row: it is just true, or exactly one clause is false.

        For a setting, these are the rows that read it; for the rounding of comparisons, scores near each bound.
        """
        setting = path.removeprefix("settings[").partition("]")[0] if path.startswith("settings[") else None
        finder = ChangeFinder(self._names, day)
        for row in self._rows:
            if setting is not None:
                touched = any(_name_of(clause.clause) == setting for clause in row.clauses)
            else:
                touched = path.startswith(row.path) or row.path.startswith(path)
            for side in (EdgeSide.HOLDS, EdgeSide.FAILS) if touched else ():
                for clause in row.clauses:
                    changes = finder.changes(row, Edge(clause.path, side))
                    if changes is not None:
                        yield (
                            tuple(change for change in changes if setting is None or _changed_name(change) != setting),
                            day,
                        )
        if path == "card.compare_rounded":
            for score in self._scores():
                yield (ValueOverride(TOTAL_SCORE, score),), day

    def _scores(self) -> Iterator[Fraction]:
        for row in self.scorecard.ladder_rows:
            for bound in stated_bounds(row).values():
                yield from (bound - Fraction(1, 1000), bound + Fraction(1, 1000))

    def names_at(self, path: str) -> tuple[str, ...]:
        owner = path.partition("]")[0]
        direct = (
            placed for placed in self._placed_clauses if path.startswith(placed.path) or placed.path.startswith(path)
        )
        related = (placed for placed in self._placed_clauses if placed.path.startswith(owner))
        named = [name for placed in chain(direct, related) if (name := _name_of(placed.clause)) is not None]
        named += self._other_reads(*owner.split("[", 1))
        return tuple(dict.fromkeys(chain(named, names_behind(self._names, named))))

    def _other_reads(self, kind: str, id: str = "") -> Sequence[str]:
        match kind:
            case "quantities":
                return self._names.quantities[id].reads
            case "indicators":
                return self._names.indicators[id].scale.reads
            case "verdicts.rules":
                return names_in_rule(self._names.rules[id])
            case _:
                return ()

    def neighbours(self, subject: Subject, name: str) -> Iterator[Subject]:
        changes, day = subject
        if name == AS_OF:
            yield from ((changes, other) for other in self.days if other != day)
            return
        rest = tuple(change for change in changes if _changed_name(change) != name)
        for change in self._changes(name, subject):
            if change not in changes:
                yield (*rest, change), day

    def _changes(self, name: str, subject: Subject) -> Iterator[Change]:
        fact, setting = self._names.facts.get(name), self._names.settings.get(name)
        quantity = self._names.quantities.get(name)
        changes, day = subject
        case = {
            **self._case,
            **{change.fact: change.value for change in changes if isinstance(change, FactChange) and change.value},
        }
        around = EdgeContext(self._names, case, day)
        if setting is not None:
            yield from (SettingChange(name, choice.id) for choice in setting.choices)
        elif fact is not None and fact.record is not None:
            yield from self._record_changes(fact, around)
        elif fact is not None:
            yield from (FactChange(name, value) for value in self.values(fact, around))
            yield FactChange(name, None)
        elif name == TOTAL_SCORE or (quantity is not None and quantity.owner is None and not quantity.is_date):
            yield from self._overrides(name, around)

    def _overrides(self, name: str, around: EdgeContext) -> Iterator[ValueOverride]:
        for clause in self._clauses.get((None, name), ()):
            for value in near(name, clause, around):
                if isinstance(value, NumberExtent) and value.interval.value is not None:
                    yield ValueOverride(name, value.interval.value)

    def values(self, fact: FactDefinition, around: EdgeContext) -> Iterator[DeclaredValue]:
        if fact.may_not_apply:
            yield DeclaredValue(not_applicable=True)
        clauses = self._clauses.get((around.within, fact.id), ())
        at_edges = ((value, clause) for clause in clauses for value in near(fact.id, clause, around))
        words, numbers = (product(visit(fact, around), (None,)) for visit in (_words, _number_candidates))
        for value, clause in chain(words, at_edges, numbers):
            with suppress(NoSolutionError):
                yield to_declared_value(fact, value, clause)

    def _record_changes(self, fact: FactDefinition, around: EdgeContext) -> Iterator[FactChange]:
        value = around.case.get(fact.id)
        records = value.records if value is not None and value.records else ()
        fields = self._names.fields(fact.id)
        for position, record in islice(enumerate(records), 3):
            before, after = records[:position], records[position + 1 :]
            inside = EdgeContext(self._names, {**around.case, **record}, around.as_of, fact.id)
            for name, field in fields.items():
                others = [{**record, name: value} for value in self.values(field, inside)]
                if name in record:
                    others.append({key: value for key, value in record.items() if key != name})
                for other in others:
                    yield FactChange(fact.id, DeclaredValue(records=(*before, other, *after)))
            if len(records) > 1:
                yield FactChange(fact.id, DeclaredValue(records=(*before, *after)))
        yield FactChange(fact.id, None)


def _changed_name(change: Change) -> str:
    candidates = (getattr(change, key, None) for key in ("fact", "setting", "name"))
    return next((name for name in candidates if isinstance(name, str)), "")


def _name_of(clause: Clause) -> str | None:
    return None if isinstance(clause, OutcomeClause) else clause.name


def _words(fact: FactDefinition, around: EdgeContext) -> Iterator[Extent]:
    every = ("yes", "no") if fact.type is FactType.FLAG else tuple(choice.id for choice in fact.choices)
    if fact.type is not FactType.CHOICES:
        yield from map(known_word, every)
        return
    current = around.known_value(fact.id)
    selected = current.surely if isinstance(current, ChoicesExtent) else frozenset()
    sets = (*(frozenset({choice}) for choice in every), *(selected ^ {choice} for choice in every))
    yield from (known_choices(chosen) for chosen in sets if chosen)


def _number_candidates(fact: FactDefinition, around: EdgeContext) -> Iterator[Extent]:
    current = around.known_value(fact.id)
    number = current.interval.value if fact.type is FactType.NUMBER and isinstance(current, NumberExtent) else None
    derived_numbers = () if number is None else (number * 2, number / 2, number + 1)
    for value in (*_SAMPLE_NUMBERS, *derived_numbers) if fact.type is FactType.NUMBER else ():
        on_grid = not fact.multiple_of or not value % fact.multiple_of
        if on_grid and fact_domain(fact).contains(value):
            yield known_number(value)


def _candidate_expectations(engine: InferenceEngine, decision: Decision) -> Iterator[Expectation]:
    """Yield the expectations that an example could have: the overall conclusion first, then its parts.

    Numbers without a finite decimal form, unbounded intervals and looked-up days are left out.
    """
    yield from _concluded(decision)
    card, inference = engine.plan.scorecard, decision.inference
    if inference.verdict_result is not None:
        for rule in inference.verdict_result.rules:
            yield ExpectRule(rule.rule, rule_state(inference, rule.rule))
    for gate in card.gates:
        yield ExpectOutcome(gate.id, inference.gates[gate.id])
    for finding in card.findings:
        raised = inference.second_pass.get(f"finding:{finding.id}", Outcome.NOT_MET)
        if raised is not Outcome.UNDETERMINED:
            met = raised is Outcome.MET
            yield ExpectFinding(finding.id, raised=met, severity=finding.severity if met else None)
    for indicator in card.indicators:
        interval = interval_of(engine, decision, indicator.id)
        if interval is None:
            yield ExpectOutcome(indicator.id, Outcome.NOT_APPLICABLE)
        yield from _number_expectations(indicator.id, interval)
    if card.indicators:
        yield from _number_expectations(TOTAL_SCORE, interval_of(engine, decision, TOTAL_SCORE))
    for quantity in card.quantities:
        yield from _quantity_expectations(quantity, engine, decision)


def _concluded(decision: Decision) -> Iterator[Expectation]:
    judged = decision.verdict_result
    if judged is not None:
        yield ExpectVerdict(judged.verdict) if len(judged.possible) == 1 else ExpectVerdicts(judged.possible)
        return
    if decision.possible:
        yield ExpectGrades(decision.possible)
    if decision.possible_stages:
        yield ExpectStages(decision.possible_stages)
    yield ExpectConclusion(decision.kind)


def _quantity_expectations(quantity: Quantity, engine: InferenceEngine, decision: Decision) -> Iterator[Expectation]:
    name, owner = quantity.id, quantity.owner
    if owner is not None:
        for expected in record_expectations(name, owner, engine, decision.inference):
            if not isinstance(expected.item, ExpectNumber) or "/" not in format_exact(expected.item.value):
                yield expected
        return
    extent = decision.inference.values.extents.get(name)
    if isinstance(quantity, DateLookup):
        return
    match quantity, extent:
        case NamedCondition(), _:
            yield ExpectCondition(name, condition_outcome(extent))
        case _, NotApplicable():
            yield ExpectAbsent(name)
        case _, ChoiceExtent(possible, others) if len(possible) == 1 and not others:
            yield ExpectWord(name, min(possible))
        case _, NumberExtent(interval):
            yield from _number_expectations(name, interval)
        case _:
            pass
    if extent is not None and not is_known(extent):
        yield from (ExpectMissing(name, table) for table in missing_tables(name, None, engine, decision.inference))
        if is_left_open(name, None, engine, decision.inference):
            yield ExpectLeft(name)


def _number_expectations(name: str, interval: Interval | None) -> list[Expectation]:
    ends = () if interval is None else (interval.low, interval.high)
    is_decimal = not any("/" in format_exact(end) for end in ends if end is not None)
    expected = number_expectation(name, interval)
    return [expected] if expected is not None and is_decimal else []


_MAX_START_EXAMPLES, _MAX_TRIED_SUBJECTS = 24, 500


@dataclass(frozen=True, slots=True)
class PinningResult:
    """The examples found, by the heading of their rule, and the number of mutants without an example."""

    examples: Mapping[str, Sequence[Example]]
    remaining: int


def find_pinning_examples(  # noqa: PLR0913 -- independent options of one search
    compilation: Compilation,
    scorecard: Scorecard,
    language: str,
    *,
    tables: TableSource | None = None,
    progress: Callable[[int, int], None] | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> PinningResult:
    """Search for the fewest changes that make an example detect each surviving mutant.

    An example found for one mutant is also tried on the following mutants; if it detects one, that expectation is
    added.

    Raises:
        PlanError: If the scorecard itself cannot be planned.
    """
    trials = MutationTrials(compilation, scorecard, tables)
    renderer = MutantRenderer(scorecard, language, compilation.locations.get(language, {}))
    search = _PinningSearch(trials, Renderer(scorecard, language))
    unpinned = 0
    for done, mutant in enumerate(trials.every):
        if not go_on():
            break
        planned = trials.slipped(mutant)
        if planned is not None and not any(planned.is_killed_by(known) for known in trials.nearest(mutant.path)):
            unpinned += not search.pins(mutant, planned)
        if progress is not None:
            progress(done + 1, len(trials.every))
    examples: dict[str, list[Example]] = {}
    for mutant, example in search.pinned_examples():
        examples.setdefault(renderer.survivor(mutant).heading, []).append(example)
    return PinningResult(examples, unpinned)


@dataclass(frozen=True, slots=True)
class TriedMutant:
    """A tried mutant, whether an example detects it, and otherwise a found example that would."""

    mutant: SurvivingMutant
    noticed: bool
    example: Example | None = None


def try_mutants(  # noqa: PLR0913 -- independent options of one search
    trials: MutationTrials,
    compilation: Compilation,
    scorecard: Scorecard,
    language: str,
    *,
    start: int,
    look_on: Callable[[], bool] | None,
) -> Iterator[TriedMutant | None]:
    """Yield each mutant from number `start` on; None for a mutant that is not a valid scorecard.

    Examples are searched while `look_on` returns True, and not at all if it is None. Mutants are tried lazily.
    """
    renderer = MutantRenderer(scorecard, language, compilation.locations.get(language, {}))
    search, names = _PinningSearch(trials, Renderer(scorecard, language)), mutant_names(trials.every)
    for mutant, name in islice(zip(trials.every, names, strict=True), start, None):
        planned = trials.slipped(mutant)
        if planned is None:
            yield None
            continue
        noticed = any(planned.is_killed_by(known) for known in trials.nearest(mutant.path))
        example = None if noticed or look_on is None else search.example_for(mutant, planned, look_on)
        yield TriedMutant(replace(renderer.survivor(mutant), name=name), noticed, example)


class _PinningSearch:
    def __init__(self, trying: MutationTrials, words: Renderer) -> None:
        self._trials, self._engine, self._words = trying, trying.engine, words
        self._neighbours = NeighbouringValues(trying.engine.plan.scorecard)
        self._concluded: dict[str, EvaluatedExample | None] = {}
        self._pinned: list[tuple[Mutant, EvaluatedExample, list[Expectation]]] = []

    def pinned_examples(self) -> Iterator[tuple[Mutant, Example]]:
        for mutant, known, expectations in self._pinned:
            expected = tuple(
                PlacedItem(expectation, "", self._trials.card_location) for expectation in dict.fromkeys(expectations)
            )
            yield mutant, replace(known.example, expectations=expected)

    def example_for(self, slip: Mutant, slipped: PlannedMutant, look_on: Callable[[], bool]) -> Example | None:
        self._pinned.clear()
        is_detected = self.pins(slip, slipped, look_on)
        return next((example for _, example in self.pinned_examples()), None) if is_detected else None

    def pins(self, slip: Mutant, slipped: PlannedMutant, look_on: Callable[[], bool] = lambda: True) -> bool:
        """Return whether an earlier or new example detects a mutant; store its new example or expectation."""
        for _, known, expectations in self._pinned:
            detecting = self._detecting_expectations(slipped, known)
            if detecting:
                if not any(expectation in expectations for expectation in detecting):
                    expectations.append(detecting[0])
                return True
        tried_keys: set[str] = set()
        for subject in self._subjects(slip, slipped):
            key = repr(subject)
            if key in tried_keys:
                continue
            tried_keys.add(key)
            if len(tried_keys) > _MAX_TRIED_SUBJECTS or not look_on():
                return False
            tried = self._conclude_cached(subject)
            if tried is not None and self._detecting_expectations(slipped, tried):
                minimal = self._minimized(tried, slipped)
                self._pinned.append((slip, minimal, [self._detecting_expectations(slipped, minimal)[0]]))
                return True
        return False

    def _subjects(self, mutant: Mutant, planned: PlannedMutant) -> Iterator[Subject]:
        starts = [_subject(known.example) for known in self._trials.nearest(mutant.path)[:_MAX_START_EXAMPLES]]
        day = max((day for _, day in starts), default=self._engine.plan.scorecard.card.first_date)
        starts.append(((), day))
        original_values, mutated_values = self._neighbours, NeighbouringValues(planned.engine.plan.scorecard)
        names = original_values.names_at(mutant.path)
        yield from starts
        boundary_subjects = [
            subject for side in (original_values, mutated_values) for subject in side.at_edges(mutant.path, day)
        ]
        yield from boundary_subjects
        near = [
            subject
            for start in (*boundary_subjects, *starts[:4])
            for name in names[:1]
            for subject in mutated_values.neighbours(start, name)
        ]
        yield from near
        wide = [
            subject
            for name in names
            for start in (*boundary_subjects[:3], *starts[:6])
            for subject in original_values.neighbours(start, name)
        ]
        yield from wide
        for start in near[:12]:
            for name in names[:5]:
                yield from original_values.neighbours(start, name)

    def _conclude_cached(self, subject: Subject) -> EvaluatedExample | None:
        key = repr(subject)
        if key not in self._concluded:
            self._concluded[key] = self._conclude(subject)
        return self._concluded[key]

    def _conclude(self, subject: Subject) -> EvaluatedExample | None:
        changes, day = subject
        try:
            question = changed_question_with_tables(self._engine, changes, day)
            decision = decide(self._engine, question)
        except (InputError, VersionError):
            return None
        return EvaluatedExample(_example(subject, self._card_location), question, decision, graded=True)

    @property
    def _card_location(self) -> Location:
        return self._trials.card_location

    def _detecting_expectations(self, planned: PlannedMutant, known: EvaluatedExample) -> Sequence[Expectation]:
        conclusion = planned.concluded(known)
        if conclusion is None:
            return ()
        original = ExpectationChecker(self._engine, known.question, known.decision, self._words)
        mutated = ExpectationChecker(planned.engine, *conclusion, self._words)
        differing = (
            candidate
            for candidate in _candidate_expectations(self._engine, known.decision)
            if mutated.differs(candidate) is not None and original.differs(candidate) is None
        )
        return tuple(islice(differing, 2))

    def _minimized(self, known: EvaluatedExample, planned: PlannedMutant) -> EvaluatedExample:
        for placed in known.example.changes:
            changes = tuple(change.item for change in known.example.changes if change is not placed)
            fewer = self._conclude_cached((changes, known.example.as_of))
            if fewer is not None and self._detecting_expectations(planned, fewer):
                return self._minimized(fewer, planned)
        return known


def _subject(example: Example) -> Subject:
    return tuple(placed.item for placed in example.changes), example.as_of


def _example(subject: Subject, location: Location) -> Example:
    changes, day = subject
    return Example("", "", location, day, tuple(PlacedItem(change, "", location) for change in changes), ())

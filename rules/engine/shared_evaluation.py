"""Evaluation shared by subjects of one scorecard: each quantity is computed once for equal inputs.

Equal facts are one object, found by identity. Subjects with the same rule outcomes and deciding rows share one full
evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.errors import EngineDisagreement, InputError
from rules.contracts.extents import ChoiceExtent, NumberExtent
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.intervals import point_interval
from rules.engine.compute import WHOLE
from rules.engine.inference import InferenceQuestion
from rules.engine.plan import deciding_quantity_rows
from rules.model.expressions import AS_OF
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity
from rules.program.value_environment import Values

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping
    from datetime import date

    from rules.contracts.extents import Extent
    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.outcomes import UnknownReason
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.lookups import LookupResult, TableLibrary
    from rules.engine.read_subject import SubjectReading
    from rules.model.scorecard import Quantity, Scorecard
    from rules.model.tables import Table

    _IdentityGetter = Callable[[Mapping[str, Extent]], "_Identities"]

_MAXIMUM_EXTENTS = 100_000
_Identities = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SharedFigures:
    """The values of a subject, its table lookups, and why facts are unknown.

    `way` is equal for subjects with the same conclusions for the same reasons.
    """

    question: InferenceQuestion
    values: Values
    lookups: dict[str, Mapping[str, LookupResult]]
    unknown: dict[str, UnknownReason]
    way: tuple[int, ...]

    def inference_like(self, example: Inference) -> Inference:
        return replace(example, question=self.question, values=self.values, lookups=self.lookups)

    def check(self, whole: Inference) -> None:
        extents = whole.values.extents
        differing = [name for name, extent in self.values.extents.items() if extents[name] != extent]
        if differing:
            raise EngineDisagreement(f"Shared figures differ on {', '.join(differing[:10])}.")


class _Fact(NamedTuple):
    value: DeclaredValue
    extent: Extent
    unknown: UnknownReason | None


class _Figure(NamedTuple):
    extent: Extent
    way: int
    consulted: Mapping[str, LookupResult] | None = None


class _Step(NamedTuple):
    quantity: Quantity
    identities: _IdentityGetter
    figures: dict[_Identities, _Figure]


@dataclass(slots=True)
class _Shared:
    """The facts and figures so far; the references keep each `id` valid as a key."""

    equal: dict[Extent, Extent] = field(default_factory=dict)
    facts: dict[tuple[str, int], _Fact] = field(default_factory=dict)
    days: dict[date, Extent] = field(default_factory=dict)
    figures: dict[str, dict[_Identities, _Figure]] = field(default_factory=dict)
    steps: dict[int, tuple[TableLibrary, tuple[_Step, ...]]] = field(default_factory=dict)
    outcomes: tuple[dict[_Identities, int], ...] = field(default_factory=lambda: ({}, {}))

    def one(self, extent: Extent) -> Extent:
        return self.equal.setdefault(extent, extent)


class SharedEvaluator:
    """Computes the figures of subjects with the same scorecard and settings."""

    def __init__(self, engine: InferenceEngine, settings: Mapping[str, str]) -> None:
        plan = self._plan = engine.plan
        self._engine, self._settings = engine, dict(settings)
        self._empty_reading = self._reading({})
        chosen = {} if self._empty_reading is None else self._empty_reading.settings
        self._choices = {name: ChoiceExtent(frozenset({word})) for name, word in chosen.items() if word is not None}
        quantities = [plan.quantities[name] for name in plan.order if plan.quantities[name].owner is None]
        names = {AS_OF, *chosen, *(fact.id for fact in plan.scorecard.facts), *(quantity.id for quantity in quantities)}
        self._quantities = [
            (quantity, _identity_getter(names.intersection(plan.order[quantity.id]))) for quantity in quantities
        ]
        measure_names = [network.measures_by_name.keys() for network in (plan.first_network, plan.second_network)]
        evaluators = (engine.first_evaluator, engine.second_evaluator)
        self._rules = list(zip(evaluators, map(_identity_getter, measure_names), strict=True))
        is_read_here = all(map(names.issuperset, measure_names))
        self._is_shareable = _can_share(plan.scorecard) and is_read_here and len(self._choices) == len(chosen)
        self._derivations: dict[Hashable, int] = {}
        self._shared = _Shared()

    def figures(
        self, facts: Mapping[str, DeclaredValue], as_of: date, tables: Mapping[str, Table]
    ) -> SharedFigures | None:
        """Compute the figures of a subject; return None if it needs a full evaluation.

        Reasons are a list with records, an invalid input, a setting without choice, or a scorecard with more than
        gates, findings and figures.

        Raises:
            EngineDisagreement: If the evaluators differ.
        """
        self._engine.cancellation.go_on()
        if len(self._shared.equal) > _MAXIMUM_EXTENTS:
            self._shared = _Shared()
        empty_reading, shared = self._empty_reading, self._shared
        if empty_reading is None or not self._is_shareable or not self._read_unread(facts):
            return None
        stated, unknown = dict.copy(empty_reading.verified.extents), empty_reading.verified.unknown.copy()
        for name, value in facts.items():
            fact = shared.facts[name, id(value)]
            stated[name] = fact.extent
            if fact.unknown is None:
                unknown.pop(name, None)
        if as_of not in shared.days:
            shared.days[as_of] = NumberExtent(point_interval(Fraction(as_of.toordinal())))
        extents = {**stated, **self._choices, AS_OF: shared.days[as_of]}
        question = InferenceQuestion(stated, empty_reading.settings, as_of, {}, tables=tables)
        values, lookups, derivations = Values(extents, self._plan.names.units), {}, []
        library = self._engine.libraries.of(tables)
        for quantity, identities, figures in self._steps(library):
            key = identities(extents)
            figure = figures.get(key)
            if figure is None:
                figure = figures[key] = self._figure(quantity, values, library, question)
            extents[quantity.id] = figure.extent
            derivations.append(figure.way)
            if figure.consulted is not None:
                lookups[quantity.id] = figure.consulted
        for (evaluator, identities), outcomes in zip(self._rules, shared.outcomes, strict=True):
            key = identities(extents)
            if key not in outcomes:
                outcomes[key] = self._derivation_number(tuple(evaluator.conclude_both_each([values])[0].values()))
            derivations.append(outcomes[key])
        return SharedFigures(question, values, lookups, unknown, tuple(derivations))

    def _reading(self, facts: Mapping[str, DeclaredValue]) -> SubjectReading | None:
        """Read facts; None if any is invalid. The date is arbitrary: only evidence depends on it."""
        declared = tuple([DeclaredFact.trusted({"id": name, "value": value}) for name, value in facts.items()])
        subject = {"subject": "", "as_of": "2000-01-01", "known": "", "settings": self._settings, "facts": declared}
        try:
            return self._engine.subject_reader.read(Subject.trusted(subject))
        except InputError:
            return None

    def _read_unread(self, facts: Mapping[str, DeclaredValue]) -> bool:
        shared = self._shared
        unread = {name: value for name, value in facts.items() if (name, id(value)) not in shared.facts}
        if not unread:
            return True
        reading = None if any(value.records for value in unread.values()) else self._reading(unread)
        if reading is None:
            return False
        for name, value in unread.items():
            extent = shared.one(reading.verified.extents[name])
            shared.facts[name, id(value)] = _Fact(value, extent, reading.verified.unknown.get(name))
        return True

    def _steps(self, library: TableLibrary) -> tuple[_Step, ...]:
        shared = self._shared
        if id(library) not in shared.steps:
            figures = [
                {} if isinstance(quantity, TableQuantity) else shared.figures.setdefault(quantity.id, {})
                for quantity, _ in self._quantities
            ]
            steps = tuple(map(_Step, *zip(*self._quantities, strict=True), figures))
            shared.steps[id(library)] = library, steps
        return shared.steps[id(library)][1]

    def _figure(
        self, quantity: Quantity, values: Values, library: TableLibrary, question: InferenceQuestion
    ) -> _Figure:
        if isinstance(quantity, TableQuantity):
            answer = library.consult(quantity, values)
            last = answer.tried[-1].table if answer.certainty is not None else ""
            derivation = self._derivation_number((quantity.id, len(answer.tried), answer.certainty, last))
            return _Figure(self._shared.one(answer.extent), derivation, {WHOLE: answer})
        if isinstance(quantity, SumQuantity):
            extent = self._engine.infer(question).values.extents[quantity.id]
            return _Figure(self._shared.one(extent), self._derivation_number(quantity.id))
        extent = self._plan.prepared[quantity.id].value(quantity.id, values, values.known)
        if isinstance(quantity, FormulaQuantity) and quantity.tabled is None and not quantity.rows[0].when:
            return _Figure(self._shared.one(extent), self._derivation_number(quantity.id))
        rows, otherwise = deciding_quantity_rows(self._plan, quantity, values)
        return _Figure(self._shared.one(extent), self._derivation_number((quantity.id, *map(id, rows), otherwise)))

    def _derivation_number(self, content: Hashable) -> int:
        return self._derivations.setdefault(content, len(self._derivations))


def _can_share(card: Scorecard) -> bool:
    scored = card.indicators or card.ladder or card.stages or card.verdicts
    linked = any(fact.issued_for or fact.previous for fact in card.facts)
    return not (scored or linked or any(record.belongs_to for record in card.records))


def _identity_getter(names: Iterable[str]) -> _IdentityGetter:
    ordered = sorted(names)
    if not ordered:
        return lambda _: ()
    if len(ordered) == 1:
        [only] = ordered
        return lambda extents: (id(extents[only]),)
    take = itemgetter(*ordered)
    return lambda extents: tuple(map(id, take(extents)))

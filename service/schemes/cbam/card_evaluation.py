"""Evaluation of CBAM scorecards without a trail, the importer's yearly mass threshold, and situations of goods lines.

Lines in the same situation have equal inputs to a scorecard except for the size. Each situation is evaluated once and
scaled by size, if the rules prove that this is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property, partial

from rules.api import decide, read_subject
from rules.contracts import (
    UNBOUNDED,
    ConclusionKind,
    DeclaredFact,
    DeclaredValue,
    Interval,
    NumberExtent,
    Outcome,
    Subject,
    VersionError,
    convert,
    format_exact,
    parse_decimal_or_ratio,
)
from rules.engine import (
    MAXIMUM_RECORDS,
    AnswerInvariance,
    DayBreaks,
    Inference,
    InferenceQuestion,
    Plan,
    SharedEvaluator,
)
from rules.model import AS_OF, Basis, PublishedVersion, Table
from rules.trail import DependencyTrace, trace_dependencies, weakest_certainty, with_table_certainty
from service.base import instants
from service.base.resource_names import CardName
from service.evaluating.evaluators import Evaluators
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.goods import CODE, LINE, MASS, ORIGIN, GoodsLine

_PLACEHOLDER_SUBJECT = "organizations/importer/subjects/importer"


@dataclass(frozen=True)
class UntracedEvaluation:
    """Conclusion of both evaluators about one subject, without a trail."""

    published: PublishedVersion
    inference: Inference
    kind: ConclusionKind
    certainty: str
    find_way: Callable[[], DependencyTrace]

    @cached_property
    def way(self) -> DependencyTrace:
        return self.find_way()

    def number(self, name: str) -> Interval:
        extent = self.inference.values.extents[name]
        return extent.interval if isinstance(extent, NumberExtent) else UNBOUNDED

    def result(self, id: str) -> Interval:
        return next(self.number(result.name) for result in self.published.scorecard.results if result.id == id)

    def results(self) -> dict[str, Interval]:
        return {result.id: self.number(result.name) for result in self.published.scorecard.results}


_TRIAL_OUTCOMES = 50
"""Number of outcomes to evaluate before sharing must save time."""


@dataclass(slots=True)
class _SimilarSubjects:
    evaluator: SharedEvaluator
    examples: dict[Hashable, UntracedEvaluation] = field(default_factory=dict)
    request_count: int = 0

    @property
    def pays(self) -> bool:
        return len(self.examples) < _TRIAL_OUTCOMES + self.request_count // 2


def untraced_evaluator(gazette: Gazette, known: str = "") -> closing[UntracedEvaluator]:
    """Open an evaluator with the tables of a gazette, by default as known now."""
    return closing(UntracedEvaluator(gazette, TableStore(gazette.folder / FOLDER), known or instants.now()))


class UntracedEvaluator:
    """Evaluator without trails that caches versions and tables by date."""

    def __init__(
        self, gazette: Gazette, table_store: TableStore, known: str, *, evaluators: Evaluators | None = None
    ) -> None:
        self.known = known
        self.table_store = table_store
        self._gazette = gazette
        self._owns_engines = evaluators is None
        self._evaluators = Evaluators(table_store) if evaluators is None else evaluators
        self._in_force: dict[tuple[str, date], PublishedVersion | None] = {}
        self._tables: dict[tuple[str, date], dict[str, Table]] = {}
        self._similar_subjects: dict[tuple[Hashable, ...], _SimilarSubjects] = {}

    def close(self) -> None:
        if self._owns_engines:
            self._evaluators.close()

    def in_force(self, card: str, day: date) -> PublishedVersion | None:
        if (card, day) not in self._in_force:
            try:
                self._in_force[card, day] = self._gazette.find(CardName(card), as_of=day, known=self.known)
            except VersionError:
                self._in_force[card, day] = None
        return self._in_force[card, day]

    def first_day(self, card: str) -> date:
        return min(outline.card.first_date for outline in self._gazette.outlines(card))

    def newest(self, card: str) -> PublishedVersion:
        return self._gazette.newest(card)

    def reckon(
        self,
        published: PublishedVersion,
        as_of: date,
        facts: Mapping[str, DeclaredValue],
        settings: Mapping[str, str] | None = None,
    ) -> UntracedEvaluation:
        engine = self._evaluators.engine(published)
        declared = tuple([DeclaredFact.trusted({"id": id, "value": value}) for id, value in facts.items()])
        subject_fields = {
            "subject": _PLACEHOLDER_SUBJECT,
            "as_of": as_of.isoformat(),
            "known": self.known,
            "settings": dict(settings or {}),
        }
        subject = Subject.trusted({**subject_fields, "facts": declared})
        reading = read_subject(engine.plan.scorecard, subject)
        tables = self._tables_at(published, as_of)
        question = InferenceQuestion(reading.verified.extents, reading.settings, as_of, {}, tables=tables)
        decision = decide(engine, question)
        certainty = with_table_certainty(weakest_certainty(engine.plan, decision), decision.inference).certainty
        find_trace = partial(trace_dependencies, engine, decision.inference, reading.verified.unknown)
        return UntracedEvaluation(published, decision.inference, decision.kind, certainty, find_trace)

    def reckon_alike(
        self, published: PublishedVersion, as_of: date, facts: Mapping[str, DeclaredValue], settings: Mapping[str, str]
    ) -> UntracedEvaluation:
        engine, key = self._evaluators.engine(published), (published.name, *settings.items())
        if key not in self._similar_subjects:
            self._similar_subjects[key] = _SimilarSubjects(SharedEvaluator(engine, settings))
        group = self._similar_subjects[key]
        figures = group.evaluator.figures(facts, as_of, self._tables_at(published, as_of)) if group.pays else None
        if figures is None:
            return self.reckon(published, as_of, facts, settings)
        group.request_count += 1
        if figures.way not in group.examples:
            group.examples[figures.way] = self.reckon(published, as_of, facts, settings)
            figures.check(group.examples[figures.way].inference)
        example = group.examples[figures.way]
        inference, unknown = figures.inference_like(example.inference), figures.unknown

        def find_trace() -> DependencyTrace:
            return trace_dependencies(engine, inference, unknown, example.way.bases)

        return UntracedEvaluation(published, inference, example.kind, example.certainty, find_trace)

    def plan(self, published: PublishedVersion) -> Plan:
        return self._evaluators.engine(published).plan

    def editions(self, published: PublishedVersion, as_of: date) -> tuple[tuple[str, str], ...]:
        return tuple((id, table.manifest_digest) for id, table in self._tables_at(published, as_of).items())

    def _tables_at(self, published: PublishedVersion, as_of: date) -> dict[str, Table]:
        if (published.name, as_of) not in self._tables:
            known = date.fromisoformat(self.known[:10])
            self._tables[published.name, as_of] = self._evaluators.engine(published).tables_at(as_of, known)
        return self._tables[published.name, as_of]


IMPORTER = "cbam-importer"
EXCLUDED = "carved_out"
_LINES, _YEAR_END = "lines", "year_end"
_EXCEEDS, _LIABLE, _COUNTED = "exceeds", "liable", "mass_to_threshold"
_TONNES = "t"
_KILOGRAM = Fraction(1, 1000)
_FIRST_BATCH_SIZE = 500
"""Number of largest goods evaluated first; if they exceed the threshold, the others cannot change that."""

Kind = tuple[str | None, str | None]
PERHAPS: Kind = (None, None)
"""Kind of goods that may be excluded from the threshold."""


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """Conclusion of the importer scorecard about one year.

    `mass` counts towards the threshold, in tonnes. `alone` is whether each kind of goods is liable below the threshold;
    empty if it is exceeded.
    """

    exceeded: Outcome
    mass: Interval
    version: str
    bases: tuple[Basis, ...]
    alone: Mapping[Kind, Outcome]


def goods_kind(line: GoodsLine) -> Kind:
    """Return the code and country of a line."""
    code, origin = line.facts.get(CODE), line.facts.get(ORIGIN)
    return code.text if code is not None else None, origin.text if origin is not None else None


def assess_threshold(year: int, lines: Iterable[GoodsLine], reckoner: UntracedEvaluator) -> ThresholdResult:
    """Evaluate a year's goods with the importer scorecard."""
    masses, kinds = _masses_and_kinds(lines)
    largest = sorted(masses, key=lambda goods: (-(masses[goods] or 0), str(goods)))
    exceeded, counted, published = _evaluate_largest_first(
        year, [(kind, masses[kind, part]) for kind, part in largest], reckoner
    )
    alone = {}
    if exceeded is not Outcome.MET:
        alone = {kind: _outcome(_evaluate_goods(year, [(kind, _KILOGRAM)], reckoner).number(_LIABLE)) for kind in kinds}
    card = published.scorecard
    named = {basis for result in card.results if result.id == _COUNTED for basis in result.basis}
    bases = tuple(basis for basis in card.bases if basis.id in named)
    return ThresholdResult(exceeded, counted, published.name, bases, alone)


def _masses_and_kinds(
    lines: Iterable[GoodsLine],
) -> tuple[Mapping[tuple[Kind, int], Fraction | None], Iterable[Kind]]:
    """Return the masses by kind and sum group, and all kinds of goods that are not excluded."""
    masses: dict[tuple[Kind, int], Fraction | None] = {}
    kinds: dict[Kind, None] = {}
    for line in lines:
        excluded = line.facts.get(EXCLUDED)
        if excluded is None or not excluded.flag:
            kind, mass = goods_kind(line), mass_of(line)
            kinds[kind] = None
            goods = (kind if excluded is not None else PERHAPS, _sum_group(mass))
            masses[goods] = None if mass is None else (masses.get(goods) or Fraction(0)) + mass
    return masses, kinds


def _evaluate_largest_first(
    year: int, goods: Sequence[tuple[Kind, Fraction | None]], reckoner: UntracedEvaluator
) -> tuple[Outcome, Interval, PublishedVersion]:
    evaluated_goods = goods[:_FIRST_BATCH_SIZE]
    answer = _evaluate_goods(year, evaluated_goods, reckoner)
    if _outcome(answer.number(_EXCEEDS)) is not Outcome.MET and len(goods) > len(evaluated_goods):
        evaluated_goods = goods[:MAXIMUM_RECORDS]
        answer = _evaluate_goods(year, evaluated_goods, reckoner)
    exceeded, counted = _outcome(answer.number(_EXCEEDS)), answer.result(_COUNTED)
    if len(goods) > len(evaluated_goods):
        counted = Interval(counted.low, None)
        exceeded = exceeded if exceeded is Outcome.MET else Outcome.UNDETERMINED
    return exceeded, counted, answer.published


def _outcome(answer: Interval) -> Outcome:
    if answer.value is None:
        return Outcome.UNDETERMINED
    return Outcome.MET if answer.value else Outcome.NOT_MET


def share_counted(year: int, kind: Kind, reckoner: UntracedEvaluator) -> Interval:
    """Return the part of one tonne that counts towards the threshold."""
    return _evaluate_goods(year, [(kind, Fraction(1))], reckoner).result(_COUNTED)


def mass_of(line: GoodsLine) -> Fraction | None:
    """Return the net mass in tonnes, or None if not stated."""
    stated = line.facts.get(MASS)
    if stated is None or stated.number is None:
        return None
    return convert(parse_decimal_or_ratio(stated.number), stated.unit or "", _TONNES)


def _sum_group(mass: Fraction | None) -> int:
    """Return a group key: 0 unknown, 1 decimal, else the denominator; sums within a group have few digits."""
    if mass is None:
        return 0
    return mass.denominator if "/" in format_exact(mass) else 1


def _evaluate_goods(
    year: int, masses: Iterable[tuple[Kind, Fraction | None]], reckoner: UntracedEvaluator
) -> UntracedEvaluation:
    last = date(year, 12, 31)
    records = []
    for number, ((code, origin), mass) in enumerate(masses, 1):
        values = {
            "line": DeclaredValue(text=str(number)),
            "imported_on": DeclaredValue(date=last.isoformat()),
            "cn_code": None if code is None else DeclaredValue(text=code),
            "origin": None if origin is None else DeclaredValue(text=origin),
            "net_mass": None if mass is None else DeclaredValue(number=format_exact(mass), unit=_TONNES),
        }
        records.append({id: value for id, value in values.items() if value is not None})
    facts = {_YEAR_END: DeclaredValue(date=last.isoformat()), _LINES: DeclaredValue(records=tuple(records))}
    published = reckoner.in_force(IMPORTER, last) or reckoner.newest(IMPORTER)
    return reckoner.reckon(published, last, facts)


class ValueNumbers:
    """Numbers of values: equal values have equal numbers, which compare much faster."""

    def __init__(self) -> None:
        self._by_content: dict[Hashable, int] = {}
        self._by_identity: dict[int, tuple[DeclaredValue, int]] = {}

    def of(self, value: DeclaredValue) -> int:
        known = self._by_identity.get(id(value))
        if known is None:
            content = _content(value)
            known = value, self._by_content.setdefault(content, len(self._by_content))
            self._by_identity[id(value)] = known  # keeps the value alive, so that its identity stays unique
        return known[1]

    def forget_identities(self) -> None:
        self._by_identity.clear()


def _content(value: DeclaredValue) -> Hashable:
    if value.records is None:
        return value
    return tuple(tuple((id, _content(part)) for id, part in record.items()) for record in value.records)


@dataclass(frozen=True, slots=True)
class SituatedLine:
    """Situation of a line: with equal keys, only size and day may differ."""

    key: Hashable
    size: Fraction | None


@dataclass(frozen=True, slots=True)
class _VersionInvariance:
    grows: bool
    breaks: DayBreaks | None


class SituationFinder:
    """Finder of lines that, for one measure, differ only in size (`sizes`, mass first)."""

    def __init__(
        self, reckoner: UntracedEvaluator, result: str, columns: Mapping[str, str], sizes: tuple[str, ...], day: str
    ) -> None:
        self._reckoner, self._result, self._day = reckoner, result, day
        self._sizes = sizes
        self._mass, *others = (columns[name] for name in sizes)
        self._other_sizes = tuple(others)
        self._columns = tuple(sorted({*columns.values()} - {LINE, columns[day], self._mass}))
        self._uses_code = CODE in self._columns
        self._names = {name for name, column in columns.items() if column == LINE}
        self._invariances: dict[str, _VersionInvariance] = {}

    def situated(self, line: GoodsLine, numbers: ValueNumbers) -> SituatedLine:
        facts = line.facts
        stated = tuple(-1 if (value := facts.get(column)) is None else numbers.of(value) for column in self._columns)
        mass = facts.get(self._mass)
        code = line.code if self._uses_code else ""  # as written, because texts quote it
        if mass is None or mass.number is None or not self._is_mass_only_size(line):
            mass_number = -1 if mass is None else numbers.of(mass)
            return SituatedLine((code, stated, mass_number), None)
        return SituatedLine((code, stated, mass.unit or ""), parse_decimal_or_ratio(mass.number))

    def _is_mass_only_size(self, line: GoodsLine) -> bool:
        others = (line.facts.get(column) for column in self._other_sizes)
        return all(
            other is None or other.number is None or not parse_decimal_or_ratio(other.number) for other in others
        )

    def stretch(self, published: PublishedVersion, day: date, as_of: date) -> Hashable | None:
        """Return a key shared by days with equal answers; None if scaling by size may be inexact."""
        invariance = self._invariance(published)
        if not invariance.grows:
            return None
        editions = self._reckoner.editions(published, as_of)
        if invariance.breaks is None:
            return published.name, editions, day, as_of
        return published.name, editions, invariance.breaks.stretch({self._day: day, AS_OF: as_of})

    def _invariance(self, published: PublishedVersion) -> _VersionInvariance:
        if published.name not in self._invariances:
            plan = self._reckoner.plan(published)
            name = next(result.name for result in plan.scorecard.results if result.id == self._result)
            answer = AnswerInvariance(plan, name)
            grows = not self._names & answer.names and answer.grows_with(self._sizes)
            self._invariances[published.name] = _VersionInvariance(grows, answer.day_breaks((self._day, AS_OF)))
        return self._invariances[published.name]

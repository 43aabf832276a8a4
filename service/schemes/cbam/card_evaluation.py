"""CBAM card evaluation without a trail: a goods line by its import day, and the importer's mass threshold."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from rules.engine import MAXIMUM_RECORDS, Inference, InferenceQuestion, Plan, SharedEvaluator
from rules.model import Basis, PublishedVersion, Table
from rules.trail import DependencyTrace, trace_dependencies, weakest_certainty, with_table_certainty
from service.base.resource_names import CardName
from service.evaluating.evaluators import Evaluators
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.goods import CODE, MASS, ORIGIN, GoodsLine

_NOBODY = "organizations/importer/subjects/importer"
"""A name is asked for; nothing is stored under it."""


@dataclass(frozen=True)
class UntracedEvaluation:
    """What was concluded of one subject: by both evaluators, as everywhere, but without steps to prove it."""

    published: PublishedVersion
    inference: Inference
    kind: ConclusionKind
    certainty: str
    find_way: Callable[[], DependencyTrace]

    @cached_property
    def way(self) -> DependencyTrace:
        """Give what leaves it open and what it rests on, which is looked for where it is asked."""
        return self.find_way()

    def number(self, name: str) -> Interval:
        """Give all that a quantity can be."""
        extent = self.inference.values.extents[name]
        return extent.interval if isinstance(extent, NumberExtent) else UNBOUNDED

    def results(self) -> dict[str, Interval]:
        """Give the results of the card by their ids."""
        return {result.id: self.number(result.name) for result in self.published.scorecard.results}


_WAYS_TRIED = 50
"""In how many ways subjects may come out before it is asked whether many come out the same."""


@dataclass(slots=True)
class _AlikeSubjects:
    """Subjects of one version and choice of settings: one whole evaluation for each way in which they come out."""

    evaluator: SharedEvaluator
    examples: dict[Hashable, UntracedEvaluation] = field(default_factory=dict)
    asked: int = 0

    @property
    def pays(self) -> bool:
        """Whether so many come out the same way that it costs less to look for it."""
        return len(self.examples) < _WAYS_TRIED + self.asked // 2


class UntracedEvaluator:
    """Finds for each of many dates what governs it, once."""

    def __init__(
        self, gazette: Gazette, table_store: TableStore, known: str, *, evaluators: Evaluators | None = None
    ) -> None:
        """Evaluate as known at an instant, with `evaluators` that somebody else keeps, or with its own."""
        self.known = known
        self.table_store = table_store
        self._gazette = gazette
        self._owns_engines = evaluators is None
        self._evaluators = Evaluators(table_store) if evaluators is None else evaluators
        self._in_force: dict[tuple[str, date], PublishedVersion | None] = {}
        self._tables: dict[tuple[str, date], dict[str, Table]] = {}
        self._alike: dict[tuple[Hashable, ...], _AlikeSubjects] = {}

    def close(self) -> None:
        """Free the engines, if they are its own."""
        if self._owns_engines:
            self._evaluators.close()

    def in_force(self, card: str, day: date) -> PublishedVersion | None:
        """Give the version of a card that governs a day, if there is one; the lines of a year share few days."""
        if (card, day) not in self._in_force:
            try:
                self._in_force[card, day] = self._gazette.find(CardName(card), as_of=day, known=self.known)
            except VersionError:
                self._in_force[card, day] = None
        return self._in_force[card, day]

    def first_day(self, card: str) -> date:
        """Give the first day that any version of a card governs."""
        return min(outline.card.first_date for outline in self._gazette.outlines(card))

    def newest(self, card: str) -> PublishedVersion:
        """Give the newest version of a card."""
        return self._gazette.newest(card)

    def reckon(
        self,
        published: PublishedVersion,
        as_of: date,
        facts: Mapping[str, DeclaredValue],
        settings: Mapping[str, str] | None = None,
    ) -> UntracedEvaluation:
        """Evaluate facts under a version."""
        engine = self._evaluators.engine(published)
        declared = tuple([DeclaredFact.trusted({"id": id, "value": value}) for id, value in facts.items()])
        asked = {"subject": _NOBODY, "as_of": as_of.isoformat(), "known": self.known, "settings": dict(settings or {})}
        subject = Subject.trusted({**asked, "facts": declared})
        reading = read_subject(engine.plan.scorecard, subject)
        tables = self._tables_at(published, as_of)
        question = InferenceQuestion(reading.verified.extents, reading.settings, as_of, {}, tables=tables)
        decision = decide(engine, question)
        certainty = with_table_certainty(weakest_certainty(engine.plan, decision), decision.inference).certainty
        find_way = partial(trace_dependencies, engine, decision.inference, reading.verified.unknown)
        return UntracedEvaluation(published, decision.inference, decision.kind, certainty, find_way)

    def reckon_alike(
        self, published: PublishedVersion, as_of: date, facts: Mapping[str, DeclaredValue], settings: Mapping[str, str]
    ) -> UntracedEvaluation:
        """Evaluate facts as `reckon` does, one of many subjects, at less cost.

        Of subjects that come out the same way one is evaluated whole, and the others are given its conclusion.
        """
        engine, key = self._evaluators.engine(published), (published.name, *settings.items())
        if key not in self._alike:
            self._alike[key] = _AlikeSubjects(SharedEvaluator(engine, settings))
        alike = self._alike[key]
        figures = alike.evaluator.figures(facts, as_of, self._tables_at(published, as_of)) if alike.pays else None
        if figures is None:
            return self.reckon(published, as_of, facts, settings)
        alike.asked += 1
        if figures.way not in alike.examples:
            alike.examples[figures.way] = self.reckon(published, as_of, facts, settings)
            figures.check(alike.examples[figures.way].inference)
        example = alike.examples[figures.way]
        inference, unknown = figures.inference_like(example.inference), figures.unknown

        def find_way() -> DependencyTrace:
            return trace_dependencies(engine, inference, unknown, example.way.bases)

        return replace(example, inference=inference, find_way=find_way)

    def plan(self, published: PublishedVersion) -> Plan:
        """Give what is derived from the rules of a version before any subject is seen."""
        return self._evaluators.engine(published).plan

    def editions(self, published: PublishedVersion, as_of: date) -> tuple[tuple[str, str], ...]:
        """Give the editions of reference tables by which a version answers on a day, by the ids of the tables."""
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
_LARGEST = 500
"""The largest goods are asked about first; if these alone exceed the threshold the others change nothing."""

Kind = tuple[str | None, str | None]
"""Code and country of goods, each None if it is not known."""
PERHAPS: Kind = (None, None)
"""As what goods are given of which it is open whether they are excluded: they may count, and may not."""


@dataclass(frozen=True, slots=True)
class ThresholdResult:
    """What the card of importers says of a year.

    `mass` counts for the threshold, in tonnes; without upper end it is at least so much. Unless it is exceeded,
    `alone` says of each kind of goods whether it owes something even then.
    """

    exceeded: Outcome
    mass: Interval
    version: str
    bases: tuple[Basis, ...]
    alone: Mapping[Kind, Outcome]


def goods_kind(line: GoodsLine) -> Kind:
    """Give the code and country of a line."""
    code, origin = line.facts.get(CODE), line.facts.get(ORIGIN)
    return code.text if code is not None else None, origin.text if origin is not None else None


def assess_threshold(year: int, lines: Iterable[GoodsLine], reckoner: UntracedEvaluator) -> ThresholdResult:
    """Ask the card of importers about all goods of a calendar year."""
    masses: dict[tuple[Kind, int], Fraction | None] = {}
    kinds: dict[Kind, None] = {}
    for line in lines:
        excluded = line.facts.get(EXCLUDED)
        if excluded is None or not excluded.flag:
            kind, mass = goods_kind(line), mass_of(line)
            kinds[kind] = None
            goods = (kind if excluded is not None else PERHAPS, _part(mass))
            masses[goods] = None if mass is None else (masses.get(goods) or Fraction(0)) + mass
    largest = sorted(masses, key=lambda goods: (-(masses[goods] or 0), str(goods)))
    exceeded, counted, published = _settled(year, [(kind, masses[kind, part]) for kind, part in largest], reckoner)
    alone = {}
    if exceeded is not Outcome.MET:
        alone = {kind: _outcome(_ask(year, [(kind, _KILOGRAM)], reckoner).number(_LIABLE)) for kind in kinds}
    card = published.scorecard
    named = {basis for result in card.results if result.id == _COUNTED for basis in result.basis}
    bases = tuple(basis for basis in card.bases if basis.id in named)
    return ThresholdResult(exceeded, counted, published.name, bases, alone)


def _settled(
    year: int, goods: Sequence[tuple[Kind, Fraction | None]], reckoner: UntracedEvaluator
) -> tuple[Outcome, Interval, PublishedVersion]:
    """Ask about the largest goods, and about more only if these do not settle it."""
    asked = goods[:_LARGEST]
    answer = _ask(year, asked, reckoner)
    if _outcome(answer.number(_EXCEEDS)) is not Outcome.MET and len(goods) > len(asked):
        asked = goods[:MAXIMUM_RECORDS]
        answer = _ask(year, asked, reckoner)
    exceeded, counted = _outcome(answer.number(_EXCEEDS)), answer.results()[_COUNTED]
    if len(goods) > len(asked):
        counted = Interval(counted.low, None)
        exceeded = exceeded if exceeded is Outcome.MET else Outcome.UNDETERMINED
    return exceeded, counted, answer.published


def _outcome(answer: Interval) -> Outcome:
    """Read a quantity that is 1 for yes and 0 for no."""
    if answer.value is None:
        return Outcome.UNDETERMINED
    return Outcome.MET if answer.value else Outcome.NOT_MET


def share_counted(year: int, kind: Kind, reckoner: UntracedEvaluator) -> Interval:
    """Give how much of a tonne of a kind of goods counts for the threshold of a year."""
    return _ask(year, [(kind, Fraction(1))], reckoner).results()[_COUNTED]


def mass_of(line: GoodsLine) -> Fraction | None:
    """Give the net mass of a line in tonnes; None if it states none."""
    stated = line.facts.get(MASS)
    if stated is None or stated.number is None:
        return None
    return convert(parse_decimal_or_ratio(stated.number), stated.unit or "", _TONNES)


def _part(mass: Fraction | None) -> int:
    """Say with which masses one is added up: decimals, or fractions of the same kind, whose sum keeps few digits."""
    if mass is None:
        return 0
    return mass.denominator if "/" in format_exact(mass) else 1


def _ask(year: int, masses: Iterable[tuple[Kind, Fraction | None]], reckoner: UntracedEvaluator) -> UntracedEvaluation:
    last = date(year, 12, 31)
    records = []
    for place, ((code, origin), mass) in enumerate(masses, 1):
        values = {
            "line": DeclaredValue(text=str(place)),
            "imported_on": DeclaredValue(date=last.isoformat()),
            "cn_code": None if code is None else DeclaredValue(text=code),
            "origin": None if origin is None else DeclaredValue(text=origin),
            "net_mass": None if mass is None else DeclaredValue(number=format_exact(mass), unit=_TONNES),
        }
        records.append({id: value for id, value in values.items() if value is not None})
    facts = {_YEAR_END: DeclaredValue(date=last.isoformat()), _LINES: DeclaredValue(records=tuple(records))}
    published = reckoner.in_force(IMPORTER, last) or reckoner.newest(IMPORTER)
    return reckoner.reckon(published, last, facts)

"""CBAM declaration: goods lines, yearly totals, threshold and missing facts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from rules.api import reportable_lookups
from rules.contracts import (
    ConclusionKind,
    DeclaredValue,
    InputError,
    MissingReason,
    Outcome,
    Violation,
    in_language,
    message_factory,
    parse_decimal,
    typeset,
    wording_loader,
)
from rules.language import Renderer
from rules.model import Basis, FactDefinition, FactType, Gate, PublishedVersion, Scorecard, TextByLanguage
from rules.trail import Blocker, FailedLookup, sentence_templates as trail_words
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.card_evaluation import (
    ThresholdResult,
    UntracedEvaluation,
    UntracedEvaluator,
    assess_threshold,
    goods_kind,
    mass_of,
)
from service.schemes.cbam.goods import (
    CODE,
    CODE_OF_RECORD,
    DETERMINATION,
    IMPORTED_ON,
    ORIGIN,
    ORIGIN_OF_RECORD,
    GoodsLine,
    ReinterpretedCell,
    lookup_key_columns,
)
from service.schemes.cbam.idle_facts import IdleFactFinder, idle_notes

OF_IDS = "en"
COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Obstacle to a figure: a fact to enter or a failed lookup, with its cell if any."""

    text: str
    fact: str = ""
    place: str = ""


class AllowedContentText:
    """Descriptions of the values allowed in a cell."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self._language = language
        self._words = words(language)
        self._read_as = lookup_key_columns(scorecard)

    def of(self, fact: FactDefinition, within: str = "") -> str:
        allowed = self._content_of_type(fact, within)
        return self._words["allowed_or_not"].format(allowed=allowed) if fact.may_not_apply else allowed

    def of_supplier(self, fact: FactDefinition, within: str = "") -> str:
        if fact.type is FactType.RECORDS:
            return str(self._words["allowed_of_supplier"])
        return self.of(fact, within)

    def _choice(self, id: str, labels: TextByLanguage) -> str:
        label = id if self._language == OF_IDS else labels.get(self._language, id)
        return id if label == id else str(self._words["allowed_choice"].format(label=label, id=id))

    def _content_of_type(self, fact: FactDefinition, within: str) -> str:
        match fact.type:
            case FactType.CHOICE:
                named = (self._choice(choice.id, choice.labels) for choice in fact.choices)
                listed: str = self._words["listing"].join(named)
                return listed
            case FactType.NUMBER:
                key = "allowed_number" if fact.unit else "allowed_plain_number"
                number: str = self._words[key].format(unit=fact.unit)
                return number
            case FactType.TEXT:
                read_as = self._read_as.get((within, fact.id), fact.type.value)
                return str(self._words[f"allowed_{read_as}"])
            case _:
                return str(self._words[f"allowed_{fact.type.value}"])


class ObstacleRenderer:
    """Renderer of obstacles for one version and language."""

    def __init__(self, card: Scorecard, language: str) -> None:
        self.language = language
        self._words = words(language)
        self._templates = trail_words(language)
        self._renderer = Renderer(card, language)
        self._allowed = AllowedContentText(card, language)
        self._facts = {fact.id: fact for fact in card.facts}
        types = {record.id: record for record in card.records}
        self._fields = {fact.id: types[fact.record].fields for fact in card.facts if fact.record is not None}
        self._tables = {reference.id: reference.name for reference in card.tables or ()}

    def obstacles(
        self, line: GoodsLine, stops: Iterable[Blocker], of_scope: Container[Blocker] = ()
    ) -> tuple[Obstacle, ...]:
        listed = tuple(stops)
        if not listed:
            return ()
        silent = [stop for stop in listed if stop.missing is not None]
        looked = [
            FailedLookup(stop.list, stop.record, stop.missing.table, stop.missing.keys)
            for stop in silent
            if stop.missing
        ]
        following = {
            stop for stop, is_reportable in zip(silent, reportable_lookups(looked), strict=True) if not is_reportable
        }
        return tuple(
            dict.fromkeys(
                self._blocker_obstacle(line, stop, of_scope=stop in of_scope)
                for stop in listed
                if stop not in following
            )
        )

    def _blocker_obstacle(self, line: GoodsLine, stop: Blocker, *, of_scope: bool) -> Obstacle:
        """Return an obstacle that cites the stated code, not the last heading looked up."""
        name = self._renderer.name(stop.name, stop.list or None)
        missing = stop.missing
        if missing is None or missing.reason is None:
            return self._unknown(line, stop, name)
        columns = [column for column, _ in missing.keys]
        if of_scope and CODE in columns:
            return self._obstacle("outside_lists", code=line.code)
        if columns == [COUNTRY]:
            return self._no_country(line, stop, missing.keys[0][1])
        if stop.list and columns == [CODE]:
            cell, fact = self._cell(line, stop, CODE_OF_RECORD)
            slots = {"record": stop.record, "code": missing.keys[0][1], "where": self._location_text(cell, fact)}
            return self._obstacle("outside_lists_of_record", fact, cell, **slots)
        named = self._words["keys"]
        keys = self._words["listing"].join(
            f"{named.get(column, column)} {word if column != CODE or stop.list else _stated_code(line, word)}"
            for column, word in missing.keys
        )
        table = self._tables.get(missing.table, missing.table)
        reason = self._templates[f"missing_{missing.reason.value}"].format(table=table, keys=keys)
        record_phrase = self._words["of_record"].format(record=stop.record) if stop.list else ""
        remedy, fact, cell = self._remedy(line, stop, missing.reason, table)
        return self._obstacle("silent", fact, cell, name=name, whose=record_phrase, reason=reason, remedy=remedy)

    def _remedy(self, line: GoodsLine, stop: Blocker, reason: MissingReason, table: str) -> tuple[str, str, str]:
        key = reason.value if reason in (MissingReason.DIVIDED, MissingReason.AMBIGUOUS) else table
        remedy = self._words["remedies_of_record" if stop.list else "remedies"].get(key)
        if remedy is None:
            return "", "", ""
        if "fact" not in remedy:
            return remedy["text"], "", ""
        cell, fact = self._cell(line, stop, remedy["fact"])
        return remedy["text"].format(where=self._location_text(cell, fact)), fact, cell

    def _cell(self, line: GoodsLine, stop: Blocker, id: str) -> tuple[str, str]:
        if not stop.list:
            return (line.place(id) if id in line.columns.numbers else ""), id
        listed = line.listed
        if listed is None or id not in listed.columns.numbers:
            return "", f"{stop.list}[{stop.record}].{id}"
        cell, _ = line.place_of(f"facts[{stop.list}].records[{stop.record}].{id}")
        return cell, f"{stop.list}[{stop.record}].{id}"

    def _location_text(self, cell: str, fact: str) -> str:
        return in_language(cell, self.language) or self._words["in_column"].format(id=fact)

    def _no_country(self, line: GoodsLine, stop: Blocker, word: str) -> Obstacle:
        field = f"facts[{stop.list}].records[{stop.record}].{ORIGIN_OF_RECORD}" if stop.list else ""
        cell, fact = line.place_of(field) if field else (line.place(ORIGIN), ORIGIN)
        slots = {"place": in_language(cell, self.language), "found": word, "fact": fact}
        return self._obstacle("no_country", fact, cell, allowed=self._words["allowed_country"], **slots)

    def _unknown(self, line: GoodsLine, stop: Blocker, name: str) -> Obstacle:
        cell, id = self._cell(line, stop, stop.name)
        if stop.list:
            fact = next(field for field in self._fields[stop.list] if field.id == stop.name)
            key = "enter" if cell else "enter_field"
        else:
            fact = self._facts[stop.name]
            key = "enter" if cell else "add_column"
        if fact.type is FactType.RECORDS:
            key = "enter_list"
        heading = f"{id} ({fact.unit})" if fact.unit else id
        slots = {"name": name, "id": id, "place": in_language(cell, self.language), "heading": heading}
        slots |= {
            "allowed": self._allowed.of(fact, stop.list),
            "where": self._location_text(cell, id),
        }
        return self._obstacle(key, id, cell, **slots)

    def _obstacle(self, key: str, fact: str = "", cell: str = "", /, **slots: str) -> Obstacle:
        return Obstacle(typeset(self._words[key].format(**slots), self.language), fact, cell)


def _stated_code(line: GoodsLine, word: str) -> str:
    stated = line.facts.get(CODE)
    return line.code if stated is not None and (stated.text or "").startswith(word) else word


BY_DEFAULT, BY_ACTUAL = DeclaredValue(choice="default"), DeclaredValue(choice="actual")
"""Determination methods of emissions; every line may use default values."""
OWED = "certificates_due"
COST = "cost_due"


class LineStatus(StrEnum):
    """Status of a declared line."""

    COMPUTED = "computed"
    GATE_FAILED = "gate_failed"
    INCOMPLETE = "incomplete"
    SCOPE_OPEN = "scope_open"
    NOT_CONCERNED = "not_applicable"
    EXEMPT = "exempt"
    TRANSITIONAL = "transitional"
    NOT_GOVERNED = "not_governed"


@dataclass(frozen=True, slots=True)
class FailedGate:
    """Unmet gate with the cells of its facts."""

    id: str
    label: str
    places: tuple[str, ...]


_NOTHING_DUE = (LineStatus.NOT_CONCERNED, LineStatus.EXEMPT, LineStatus.TRANSITIONAL)
_STATUS_BY_CONCLUSION = {
    ConclusionKind.SCORED: LineStatus.COMPUTED,
    ConclusionKind.GATE_FAILED: LineStatus.GATE_FAILED,
    ConclusionKind.NOT_APPLICABLE: LineStatus.NOT_CONCERNED,
}


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """Status, figures (tCO2e and EUR), mass in tonnes and obstacles of one line.

    `figures` are valid only if `standing` is computed.
    """

    name: str
    place: str
    code: str
    origin: str
    day: date
    standing: LineStatus
    figures: Mapping[str, Fraction | None]
    failed: tuple[FailedGate, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    stops: tuple[Obstacle, ...] = ()
    unpriced: tuple[Obstacle, ...] = ()
    certainty: str = ""
    notes: tuple[ReinterpretedCell, ...] = ()
    by_default: Fraction | None = None
    remarks: tuple[str, ...] = ()
    mass: Fraction | None = None

    @property
    def due(self) -> Fraction | None:
        """Certificates due; 0 without an obligation, None if a gate fails or a value is missing."""
        return self._owed(OWED)

    @property
    def cost(self) -> Fraction | None:
        """Cost in EUR; 0 without certificates due, even if the price is unknown."""
        return Fraction(0) if self.due == 0 else self._owed(COST)

    def _owed(self, result: str) -> Fraction | None:
        if self.standing in _NOTHING_DUE:
            return Fraction(0)
        return self.figures.get(result) if self.standing is LineStatus.COMPUTED else None


def _ungoverned_line(line: GoodsLine, day: date, standing: LineStatus) -> DeclaredLine:
    """Return a line without figures, because no valid evaluation exists for its import day."""
    mass = mass_of(line)
    return DeclaredLine(line.name, line.place(), line.code, line.origin, day, standing, {}, notes=line.notes, mass=mass)


def _line_status(reckoned: UntracedEvaluation) -> LineStatus:
    if reckoned.inference.applies is Outcome.UNDETERMINED:
        return LineStatus.SCOPE_OPEN
    status = _STATUS_BY_CONCLUSION.get(reckoned.kind, LineStatus.INCOMPLETE)
    if status is LineStatus.COMPUTED and reckoned.result(OWED).value is None:
        return LineStatus.INCOMPLETE
    return status


def _declare_line(
    line: GoodsLine, day: date, reckoned: UntracedEvaluation, renderer: ObstacleRenderer, *, today: date
) -> DeclaredLine:
    card, inference = reckoned.published.scorecard, reckoned.inference
    figures = {id: interval.value for id, interval in reckoned.results().items()}
    status = _line_status(reckoned)
    language = renderer.language
    trace = reckoned.way
    stopping = dict.fromkeys((*trace.applies, *trace.gates, *trace.results.get(OWED, ())))
    rest = dict.fromkeys(stop for stops in trace.results.values() for stop in stops if stop not in stopping)
    concerned = status is not LineStatus.NOT_CONCERNED
    stops = renderer.obstacles(line, stopping, trace.applies)
    is_origin_missing = any(stop.fact == ORIGIN for stop in stops)
    return DeclaredLine(
        name=line.name,
        place=line.place(),
        code=line.code,
        origin=line.origin,
        day=day,
        standing=status,
        figures=figures if concerned and not is_origin_missing else {},
        failed=tuple(
            FailedGate(gate.id, _label(gate.labels, language, gate.id), _gate_cells(gate, line))
            for gate in card.gates
            if concerned and inference.gates[gate.id] is Outcome.NOT_MET
        ),
        findings=tuple(
            (rule.id, _label(rule.labels, language, rule.id))
            for rule in card.findings
            if concerned and inference.second_pass[f"finding:{rule.id}"] is Outcome.MET
        ),
        stops=stops,
        unpriced=renderer.obstacles(line, rest),
        certainty=reckoned.certainty,
        notes=line.notes,
        remarks=(words(language)["day_to_come"],) if day > today else (),
        mass=mass_of(line),
    )


def _gate_cells(gate: Gate, line: GoodsLine) -> tuple[str, ...]:
    names = dict.fromkeys(name for clause in gate.requires if (name := getattr(clause, "name", "")) in line.facts)
    return tuple(line.place(name) for name in names if name in line.columns.numbers)


def _label(labels: TextByLanguage, language: str, otherwise: str) -> str:
    return typeset(labels.get(language) or labels.get("en") or otherwise, language)


_message = message_factory(__name__)
words = wording_loader(__name__)

CARD = "cbam-goods"
PRICES, PRICE = "cbam-certificate-price", "price"
_NO_PRICE_PAID = {"carbon_price_paid": DeclaredValue(number="0", unit="EUR/t")}
"""Added for default values: a carbon price paid can be claimed only with actual values."""


@dataclass(frozen=True, slots=True)
class YearTotals:
    """Totals of the lines of one calendar year.

    `due` and `cost` add up the known figures; None if no line has one. While the threshold is undetermined, they assume
    that it is exceeded, and `due_below` and `cost_below` that it is not. `priced_range` prices certificates without a
    price at the lowest and highest price so far, as an illustration. Among the `undetermined` lines, `by_actual` use
    actual values. By default values, `by_default_of` of them would owe `by_default`.
    """

    year: int
    threshold: ThresholdResult
    lines: tuple[DeclaredLine, ...]
    due: Fraction | None
    due_below: Fraction | None
    cost: Fraction | None
    cost_below: Fraction | None
    without_price: Fraction
    priced_range: tuple[Fraction, Fraction] | None
    undetermined: tuple[str, ...]
    by_actual: int
    by_default: Fraction
    by_default_of: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """Declared lines in file order, yearly totals and articles."""

    lines: tuple[DeclaredLine, ...]
    years: tuple[YearTotals, ...]
    assessed: tuple[Basis, ...]
    not_assessed: tuple[Basis, ...]
    not_encoded: tuple[str, ...]
    versions: tuple[str, ...]

    @property
    def undetermined(self) -> bool:
        ungoverned = any(line.standing is LineStatus.NOT_GOVERNED for line in self.lines)
        open_years = (year.undetermined or year.threshold.exceeded is Outcome.UNDETERMINED for year in self.years)
        return ungoverned or any(open_years)


def declare(  # noqa: PLR0913 -- inputs of the evaluation
    lines: Sequence[GoodsLine],
    *,
    gazette: Gazette,
    table_store: TableStore,
    known: str,
    settings: Mapping[str, str],
    language: str,
) -> Declaration:
    """Evaluate every line on its import day, apply the thresholds and add up.

    Raises:
        InputError: If any line is invalid.
    """
    with closing(UntracedEvaluator(gazette, table_store, known)) as reckoner:
        work = _DeclarationBuilder(reckoner, settings, language)
        declared_lines = [work.line(line) for line in lines]
        if work.wrong:
            raise InputError(tuple(dict.fromkeys(work.wrong)))
        return work.composed(lines, declared_lines)


class _DeclarationBuilder:
    def __init__(self, reckoner: UntracedEvaluator, settings: Mapping[str, str], language: str) -> None:
        self.wrong: list[Violation] = []
        self._reckoner = reckoner
        self._today = date.fromisoformat(reckoner.known[:10])
        self._settings = settings
        self._language = language
        self._bases: set[str] = set()
        self._cards: dict[str, Scorecard] = {}
        self._obstacle_renderers: dict[str, ObstacleRenderer] = {}
        self._idle_facts = IdleFactFinder(COST, settings)

    def line(self, line: GoodsLine) -> DeclaredLine:
        day = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        published = self._reckoner.in_force(CARD, day)
        if published is None:
            early = day < self._reckoner.first_day(CARD)
            return _ungoverned_line(line, day, LineStatus.TRANSITIONAL if early else LineStatus.NOT_GOVERNED)
        try:
            reckoned = self._reckoner.reckon_alike(published, day, line.facts, self._settings)
        except InputError as error:
            self.wrong += [
                violation if violation.field.startswith("settings") else _with_cell_location(violation, line)
                for violation in error.violations
            ]
            return _ungoverned_line(line, day, LineStatus.NOT_GOVERNED)
        self._bases |= reckoned.way.bases
        declared = _declare_line(line, day, reckoned, self._obstacle_renderer(reckoned), today=self._today)
        if idle := tuple(self._idle(line, day, published)):
            declared = replace(declared, remarks=(*idle, *declared.remarks))
        by_default = self._by_default(line, declared, reckoned)
        return declared if by_default is None else replace(declared, by_default=by_default)

    def _idle(self, line: GoodsLine, day: date, published: PublishedVersion) -> Iterator[str]:
        if line.facts.get(DETERMINATION) != BY_DEFAULT:
            return
        idle = self._idle_facts.idle(self._reckoner, published, day, line.facts)
        yield from (note.text for note in idle_notes(published.scorecard, idle, line.facts, self._language))

    def _obstacle_renderer(self, reckoned: UntracedEvaluation) -> ObstacleRenderer:
        name, card = reckoned.published.name, reckoned.published.scorecard
        if name not in self._obstacle_renderers:
            self._cards[name], self._obstacle_renderers[name] = card, ObstacleRenderer(card, self._language)
        return self._obstacle_renderers[name]

    def _by_default(self, line: GoodsLine, declared: DeclaredLine, reckoned: UntracedEvaluation) -> Fraction | None:
        if not _by_actual(line) or declared.due is not None:
            return None
        facts = {**line.facts, DETERMINATION: BY_DEFAULT, **_NO_PRICE_PAID}
        other = self._reckoner.reckon_alike(reckoned.published, declared.day, facts, self._settings)
        return other.result(OWED).value if _line_status(other) is LineStatus.COMPUTED else None

    def composed(self, lines: Sequence[GoodsLine], declared_lines: list[DeclaredLine]) -> Declaration:
        """Apply the yearly thresholds, which modifies `declared_lines`, and add up."""
        years = list(self._years(lines, declared_lines))
        cards = [self._cards[name] for name in sorted(self._cards)] or [self._reckoner.newest(CARD).scorecard]
        bases = {basis.id: basis for card in cards for basis in card.bases}
        of_threshold = {basis.id: basis for year in years for basis in year.threshold.bases}
        return Declaration(
            lines=tuple(declared_lines),
            years=tuple(years),
            assessed=(*(basis for id, basis in bases.items() if id in self._bases), *of_threshold.values()),
            not_assessed=tuple(basis for id, basis in bases.items() if id not in self._bases),
            not_encoded=tuple(
                dict.fromkeys(
                    typeset(by_language.get(self._language, by_language["en"]), self._language)
                    for card in cards
                    for by_language in card.card.not_assessed
                )
            ),
            versions=tuple(sorted({*self._cards, *(year.threshold.version for year in years)})),
        )

    def _years(self, lines: Sequence[GoodsLine], declared_lines: list[DeclaredLine]) -> Iterator[YearTotals]:
        by_year: dict[int, list[int]] = {}
        for index, declared in enumerate(declared_lines):
            if declared.standing not in (LineStatus.TRANSITIONAL, LineStatus.NOT_GOVERNED):
                by_year.setdefault(declared.day.year, []).append(index)
        for year, indexes in sorted(by_year.items()):
            threshold = assess_threshold(year, [lines[index] for index in indexes], self._reckoner)
            for index in indexes:
                declared_lines[index] = _exempted(declared_lines[index], lines[index], threshold)
            yield self._year(year, threshold, [(declared_lines[index], lines[index]) for index in indexes])

    def _year(
        self, year: int, threshold: ThresholdResult, lines: Sequence[tuple[DeclaredLine, GoodsLine]]
    ) -> YearTotals:
        declared_lines = tuple(declared for declared, _ in lines)
        never_exempt = [declared for declared, line in lines if threshold.alone.get(goods_kind(line)) is Outcome.MET]
        undetermined = [(declared, line) for declared, line in lines if declared.due is None]
        by_default = [declared.by_default for declared in declared_lines if declared.by_default is not None]
        without_price = _total(declared.due for declared in declared_lines if declared.cost is None)
        (due, cost), (due_below, cost_below) = _sums(declared_lines), _sums(never_exempt)
        span = self._price_span()
        return YearTotals(
            year=year,
            threshold=threshold,
            lines=declared_lines,
            due=due,
            due_below=due_below,
            cost=cost,
            cost_below=cost_below,
            without_price=without_price,
            priced_range=(span[0] * without_price, span[1] * without_price) if span and without_price else None,
            undetermined=tuple(declared.name for declared, _ in undetermined),
            by_actual=sum(_by_actual(line) for _, line in undetermined),
            by_default=_total(by_default),
            by_default_of=len(by_default),
            is_over=self._today > date(year, 12, 31),
        )

    def _price_span(self) -> tuple[Fraction, Fraction] | None:
        table = self._reckoner.table_store.in_force(PRICES, as_of=self._today, known=self._today)
        if table is None:
            return None
        price_index = len(table.manifest.keys) + [column.id for column in table.manifest.values].index(PRICE)
        prices = [parse_decimal(row[price_index]) for row in table.rows if row[price_index]]
        return (min(prices), max(prices)) if prices else None


def _with_cell_location(violation: Violation, line: GoodsLine) -> Violation:
    cell, fact = line.place_of(violation.field)
    return Violation(cell, _message("OF_FACT", fact=fact, problem=violation.description), violation.reason)


def _by_actual(line: GoodsLine) -> bool:
    return line.facts.get(DETERMINATION) not in (None, BY_DEFAULT)


def _exempted(declared: DeclaredLine, line: GoodsLine, threshold: ThresholdResult) -> DeclaredLine:
    if threshold.exceeded is not Outcome.NOT_MET or declared.standing is LineStatus.NOT_CONCERNED:
        return declared
    if threshold.alone.get(goods_kind(line)) is not Outcome.NOT_MET:
        return declared
    return replace(declared, standing=LineStatus.EXEMPT, stops=(), by_default=None)


def _sums(lines: Sequence[DeclaredLine]) -> tuple[Fraction | None, Fraction | None]:
    """Return the certificates due and their cost."""
    return _total_known([line.due for line in lines]), _total_known([line.cost for line in lines])


def _total_known(numbers: Sequence[Fraction | None]) -> Fraction | None:
    return None if numbers and all(number is None for number in numbers) else _total(numbers)


def _total(numbers: Iterable[Fraction | None]) -> Fraction:
    return sum((number for number in numbers if number is not None), Fraction(0))

"""CBAM declaration: emissions and cost of each goods line, yearly totals, threshold, and missing facts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
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
"""The language of which ids are words."""
COUNTRY = "country"
"""The key column by which tables know countries."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way, in words: the fact to enter, with its cell if it has one, or the table that is silent."""

    text: str
    fact: str = ""
    place: str = ""


class AllowedContentText:
    """Says in words what may stand in a cell."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self._language = language
        self._words = words(language)
        self._read_as = lookup_key_columns(scorecard)

    def of(self, fact: FactDefinition, within: str = "") -> str:
        """Say it of a fact, or of a field of the records in the list `within`."""
        allowed = self._of_kind(fact, within)
        return self._words["allowed_or_not"].format(allowed=allowed) if fact.may_not_apply else allowed

    def of_supplier(self, fact: FactDefinition, within: str = "") -> str:
        """Say it to whoever fills in no file, but a form."""
        if fact.type is FactType.RECORDS:
            return str(self._words["allowed_of_supplier"])
        return self.of(fact, within)

    def _choice(self, id: str, labels: TextByLanguage) -> str:
        """Name a choice; where ids are foreign words, by its label too, if it has one."""
        label = id if self._language == OF_IDS else labels.get(self._language, id)
        return id if label == id else str(self._words["allowed_choice"].format(label=label, id=id))

    def _of_kind(self, fact: FactDefinition, within: str) -> str:
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
    """Speaks for one version of the card in one language."""

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
        """Say what stops the rules, the nearest first, and not what only follows from another stop."""
        listed = tuple(stops)
        silent = [stop for stop in listed if stop.missing is not None]
        looked = [
            FailedLookup(stop.list, stop.record, stop.missing.table, stop.missing.keys)
            for stop in silent
            if stop.missing
        ]
        following = {stop for stop, told_too in zip(silent, reportable_lookups(looked), strict=True) if not told_too}
        return tuple(
            dict.fromkeys(
                self._of_stop(line, stop, of_scope=stop in of_scope) for stop in listed if stop not in following
            )
        )

    def _of_stop(self, line: GoodsLine, stop: Blocker, *, of_scope: bool) -> Obstacle:
        """Say what stops the rules; a code as it was given, not the heading that was looked for last."""
        name = self._renderer.name(stop.name, stop.list or None)
        missing = stop.missing
        if missing is None or missing.reason is None:
            return self._unknown(line, stop, name)
        if of_scope and any(column == CODE for column, _ in missing.keys):
            return self._obstacle("outside_lists", code=line.code)
        if [column for column, _ in missing.keys] == [COUNTRY]:
            return self._no_country(line, stop, missing.keys[0][1])
        if stop.list and [column for column, _ in missing.keys] == [CODE]:
            place, fact = self._cell(line, stop, CODE_OF_RECORD)
            slots = {"record": stop.record, "code": missing.keys[0][1], "where": self._place_text(place, fact)}
            return self._obstacle("outside_lists_of_record", fact, place, **slots)
        named = self._words["keys"]
        keys = self._words["listing"].join(
            f"{named.get(column, column)} {word if column != CODE or stop.list else _as_given(line, word)}"
            for column, word in missing.keys
        )
        table = self._tables.get(missing.table, missing.table)
        reason = self._templates[f"missing_{missing.reason.value}"].format(table=table, keys=keys)
        whose = self._words["of_record"].format(record=stop.record) if stop.list else ""
        remedy, fact, place = self._remedy(line, stop, missing.reason, table)
        return self._obstacle("silent", fact, place, name=name, whose=whose, reason=reason, remedy=remedy)

    def _remedy(self, line: GoodsLine, stop: Blocker, reason: MissingReason, table: str) -> tuple[str, str, str]:
        """Say what to enter where a table is silent, and in which cell of which fact; nothing if nothing would help."""
        key = reason.value if reason in (MissingReason.DIVIDED, MissingReason.AMBIGUOUS) else table
        remedy = self._words["remedies_of_record" if stop.list else "remedies"].get(key)
        if remedy is None:
            return "", "", ""
        if "fact" not in remedy:
            return remedy["text"], "", ""
        place, fact = self._cell(line, stop, remedy["fact"])
        return remedy["text"].format(where=self._place_text(place, fact)), fact, place

    def _cell(self, line: GoodsLine, stop: Blocker, id: str) -> tuple[str, str]:
        """Name the cell of a fact, or of a field of the record that stops the rules, if it has one, and the fact."""
        if not stop.list:
            return (line.place(id) if id in line.columns.numbers else ""), id
        listed = line.listed
        if listed is None or id not in listed.columns.numbers:
            return "", f"{stop.list}[{stop.record}].{id}"
        place, _ = line.place_of(f"facts[{stop.list}].records[{stop.record}].{id}")
        return place, f"{stop.list}[{stop.record}].{id}"

    def _place_text(self, place: str, fact: str) -> str:
        return in_language(place, self.language) or self._words["in_column"].format(id=fact)

    def _no_country(self, line: GoodsLine, stop: Blocker, word: str) -> Obstacle:
        """Name the cell of a country that stands in no list of countries."""
        field = f"facts[{stop.list}].records[{stop.record}].{ORIGIN_OF_RECORD}" if stop.list else ""
        place, fact = line.place_of(field) if field else (line.place(ORIGIN), ORIGIN)
        slots = {"place": in_language(place, self.language), "found": word, "fact": fact}
        return self._obstacle("no_country", fact, place, allowed=self._words["allowed_country"], **slots)

    def _unknown(self, line: GoodsLine, stop: Blocker, name: str) -> Obstacle:
        """Name the fact to enter, the cell or column that it belongs in, and what may stand there."""
        place, id = self._cell(line, stop, stop.name)
        if stop.list:
            fact = next(field for field in self._fields[stop.list] if field.id == stop.name)
            key = "enter" if place else "enter_field"
        else:
            fact = self._facts[stop.name]
            key = "enter" if place else "add_column"
        if fact.type is FactType.RECORDS:
            key = "enter_list"
        heading = f"{id} ({fact.unit})" if fact.unit else id
        slots = {"name": name, "id": id, "place": in_language(place, self.language), "heading": heading}
        slots |= {
            "allowed": self._allowed.of(fact, stop.list),
            "where": self._place_text(place, id),
        }
        return self._obstacle(key, id, place, **slots)

    def _obstacle(self, key: str, fact: str = "", place: str = "", /, **slots: str) -> Obstacle:
        return Obstacle(typeset(self._words[key].format(**slots), self.language), fact, place)


def _as_given(line: GoodsLine, word: str) -> str:
    """Give the code of a line as it was written, for the heading of it that was looked for."""
    stated = line.facts.get(CODE)
    return line.code if stated is not None and (stated.text or "").startswith(word) else word


BY_DEFAULT, BY_ACTUAL = DeclaredValue(choice="default"), DeclaredValue(choice="actual")
"""The determinations: by default values, which every line may choose, and by actual ones."""
OWED = "certificates_due"
COST = "cost_due"


class LineStatus(StrEnum):
    """How a line stands: what its figures are worth."""

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
    """A gate that is not met: its id, its label, and the cells of the facts that it asks about."""

    id: str
    label: str
    places: tuple[str, ...]


_NOTHING_DUE = (LineStatus.NOT_CONCERNED, LineStatus.EXEMPT, LineStatus.TRANSITIONAL)
_STANDINGS = {
    ConclusionKind.SCORED: LineStatus.COMPUTED,
    ConclusionKind.GATE_FAILED: LineStatus.GATE_FAILED,
    ConclusionKind.NOT_APPLICABLE: LineStatus.NOT_CONCERNED,
}


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """One line: how it stands, its figures in tCO2e and EUR or None, and what is in the way, the nearest first.

    `figures` hold only as the standing says. `by_default` is what would be due by default values instead.
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
    """The net mass in tonnes."""

    @property
    def due(self) -> Fraction | None:
        """Certificates due; nothing on goods that are not concerned, None if a gate fails or a value is missing."""
        return self._owed(OWED)

    @property
    def cost(self) -> Fraction | None:
        """Cost in EUR; certificates that are not there cost nothing at any price."""
        return Fraction(0) if self.due == 0 else self._owed(COST)

    def _owed(self, result: str) -> Fraction | None:
        if self.standing in _NOTHING_DUE:
            return Fraction(0)
        return self.figures.get(result) if self.standing is LineStatus.COMPUTED else None


def ungoverned_line(line: GoodsLine, day: date, standing: LineStatus) -> DeclaredLine:
    """Say of a line that no version of the card governs its day of import."""
    mass = mass_of(line)
    return DeclaredLine(line.name, line.place(), line.code, line.origin, day, standing, {}, notes=line.notes, mass=mass)


def line_status(reckoned: UntracedEvaluation) -> LineStatus:
    """Say how a line stands of which the card concludes this; without a figure it is not computed."""
    if reckoned.inference.applies is Outcome.UNDETERMINED:
        return LineStatus.SCOPE_OPEN
    standing = _STANDINGS.get(reckoned.kind, LineStatus.INCOMPLETE)
    if standing is LineStatus.COMPUTED and reckoned.results()[OWED].value is None:
        return LineStatus.INCOMPLETE
    return standing


def declare_line(
    line: GoodsLine, day: date, reckoned: UntracedEvaluation, renderer: ObstacleRenderer, *, today: date
) -> DeclaredLine:
    """Say what the card concludes of a line, and what in it is odd."""
    card, inference = reckoned.published.scorecard, reckoned.inference
    figures = {id: interval.value for id, interval in reckoned.results().items()}
    standing = line_status(reckoned)
    language = renderer.language
    way = reckoned.way
    stopping = dict.fromkeys((*way.applies, *way.gates, *way.results.get(OWED, ())))
    rest = dict.fromkeys(stop for stops in way.results.values() for stop in stops if stop not in stopping)
    concerned = standing is not LineStatus.NOT_CONCERNED
    stops = renderer.obstacles(line, stopping, way.applies)
    nowhere = any(stop.fact == ORIGIN for stop in stops)
    return DeclaredLine(
        name=line.name,
        place=line.place(),
        code=line.code,
        origin=line.origin,
        day=day,
        standing=standing,
        figures=figures if concerned and not nowhere else {},
        failed=tuple(
            FailedGate(gate.id, _label(gate.labels, language, gate.id), _gate_places(gate, line))
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


def _gate_places(gate: Gate, line: GoodsLine) -> tuple[str, ...]:
    names = dict.fromkeys(name for clause in gate.requires if (name := getattr(clause, "name", "")) in line.facts)
    return tuple(line.place(name) for name in names if name in line.columns.numbers)


def _label(labels: TextByLanguage, language: str, otherwise: str) -> str:
    return typeset(labels.get(language) or labels.get("en") or otherwise, language)


_say = message_factory(__name__)
words = wording_loader(__name__)

CARD = "cbam-goods"
PRICES, PRICE = "cbam-certificate-price", "price"
_NO_PRICE_PAID = {"carbon_price_paid": DeclaredValue(number="0", unit="EUR/t")}
"""A carbon price paid is claimed with actual values only."""


@dataclass(frozen=True, slots=True)
class YearTotals:
    """What the lines of one calendar year amount to, with the threshold applied.

    `due` and `cost` add up the lines that have them, and are None where no line has; they stand under the condition
    that the threshold is exceeded while that is undetermined, and `due_below` and `cost_below` are those if it is not.
    `priced_range` is what the certificates without a price would cost at the lowest and the highest price published so
    far: an illustration, for no price is carried forward. `by_actual` are the undetermined lines by actual values;
    `by_default` is what those that default ones determine, `by_default_of` of them, would owe by these.
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
    """All lines in the order of the file, the years, and which articles were and were not assessed."""

    lines: tuple[DeclaredLine, ...]
    years: tuple[YearTotals, ...]
    assessed: tuple[Basis, ...]
    not_assessed: tuple[Basis, ...]
    not_encoded: tuple[str, ...]
    versions: tuple[str, ...]

    @property
    def undetermined(self) -> bool:
        """Whether anything is not determined that a declaration needs."""
        ungoverned = any(line.standing is LineStatus.NOT_GOVERNED for line in self.lines)
        open_years = (year.undetermined or year.threshold.exceeded is Outcome.UNDETERMINED for year in self.years)
        return ungoverned or any(open_years)


def declare(  # noqa: PLR0913 -- one for each thing that a year of lines is evaluated with
    lines: Sequence[GoodsLine],
    *,
    gazette: Gazette,
    table_store: TableStore,
    known: str,
    settings: Mapping[str, str],
    language: str,
) -> Declaration:
    """Evaluate every line as of its day of import, ask whether the threshold is exceeded, and add up."""
    reckoner = UntracedEvaluator(gazette, table_store, known)
    try:
        work = _DeclarationBuilder(reckoner, settings, language)
        declared_lines = [work.line(line) for line in lines]
        if work.wrong:
            raise InputError(tuple(dict.fromkeys(work.wrong)))
        return work.composed(lines, declared_lines)
    finally:
        reckoner.close()


class _DeclarationBuilder:
    def __init__(self, reckoner: UntracedEvaluator, settings: Mapping[str, str], language: str) -> None:
        self.wrong: list[Violation] = []
        self._reckoner = reckoner
        self._today = date.fromisoformat(reckoner.known[:10])
        self._settings = settings
        self._language = language
        self._bases: set[str] = set()
        self._cards: dict[str, Scorecard] = {}
        self._tellers: dict[str, ObstacleRenderer] = {}
        self._idle_facts = IdleFactFinder(COST, settings)

    def line(self, line: GoodsLine) -> DeclaredLine:
        """Evaluate one line; what is wrong with it is noted."""
        day = date.fromisoformat(line.facts[IMPORTED_ON].date or "")
        published = self._reckoner.in_force(CARD, day)
        if published is None:
            early = day < self._reckoner.first_day(CARD)
            return ungoverned_line(line, day, LineStatus.TRANSITIONAL if early else LineStatus.NOT_GOVERNED)
        try:
            reckoned = self._reckoner.reckon_alike(published, day, line.facts, self._settings)
        except InputError as error:
            self.wrong += [
                violation if violation.field.startswith("settings") else _with_its_cell(violation, line)
                for violation in error.violations
            ]
            return ungoverned_line(line, day, LineStatus.NOT_GOVERNED)
        self._bases |= reckoned.way.bases
        declared = declare_line(line, day, reckoned, self._teller(reckoned), today=self._today)
        declared = replace(declared, remarks=(*self._idle(line, day, published), *declared.remarks))
        by_default = self._by_default(line, declared, reckoned)
        return declared if by_default is None else replace(declared, by_default=by_default)

    def _idle(self, line: GoodsLine, day: date, published: PublishedVersion) -> Iterator[str]:
        """Report the facts that do not count because a line is declared by default values."""
        if line.facts.get(DETERMINATION) != BY_DEFAULT:
            return
        idle = self._idle_facts.idle(self._reckoner, published, day, line.facts)
        yield from (note.text for note in idle_notes(published.scorecard, idle, line.facts, self._language))

    def _teller(self, reckoned: UntracedEvaluation) -> ObstacleRenderer:
        name, card = reckoned.published.name, reckoned.published.scorecard
        if name not in self._tellers:
            self._cards[name], self._tellers[name] = card, ObstacleRenderer(card, self._language)
        return self._tellers[name]

    def _by_default(self, line: GoodsLine, declared: DeclaredLine, reckoned: UntracedEvaluation) -> Fraction | None:
        """Ask what a line would owe by default values, if it does not come out by actual ones but does by them."""
        if not _by_actual(line) or declared.due is not None:
            return None
        facts = {**line.facts, DETERMINATION: BY_DEFAULT, **_NO_PRICE_PAID}
        other = self._reckoner.reckon_alike(reckoned.published, declared.day, facts, self._settings)
        return other.results()[OWED].value if line_status(other) is LineStatus.COMPUTED else None

    def composed(self, lines: Sequence[GoodsLine], declared_lines: list[DeclaredLine]) -> Declaration:
        """Apply the threshold of each year, and add up."""
        by_year: dict[int, list[int]] = {}
        for place, declared in enumerate(declared_lines):
            if declared.standing not in (LineStatus.TRANSITIONAL, LineStatus.NOT_GOVERNED):
                by_year.setdefault(declared.day.year, []).append(place)
        years = []
        for year, places in sorted(by_year.items()):
            asked = assess_threshold(year, [lines[place] for place in places], self._reckoner)
            for place in places:
                declared_lines[place] = _exempted(declared_lines[place], lines[place], asked)
            years.append(self._year(year, asked, [(declared_lines[place], lines[place]) for place in places]))
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

    def _year(self, year: int, asked: ThresholdResult, lines: Sequence[tuple[DeclaredLine, GoodsLine]]) -> YearTotals:
        every = [declared for declared, _ in lines]
        never_exempt = [declared for declared, line in lines if asked.alone.get(goods_kind(line)) is Outcome.MET]
        without_price = _total(declared.due for declared in every if declared.cost is None)
        span = self._price_span()
        return YearTotals(
            year=year,
            threshold=asked,
            lines=tuple(every),
            due=_total_known([declared.due for declared in every]),
            due_below=_total_known([declared.due for declared in never_exempt]),
            cost=_total_known([declared.cost for declared in every]),
            cost_below=_total_known([declared.cost for declared in never_exempt]),
            without_price=without_price,
            priced_range=(span[0] * without_price, span[1] * without_price) if span and without_price else None,
            undetermined=tuple(declared.name for declared in every if declared.due is None),
            by_actual=sum(declared.due is None and _by_actual(line) for declared, line in lines),
            by_default=_total(declared.by_default for declared in every),
            by_default_of=sum(declared.by_default is not None for declared in every),
            is_over=self._today > date(year, 12, 31),
        )

    def _price_span(self) -> tuple[Fraction, Fraction] | None:
        table = self._reckoner.table_store.in_force(PRICES, as_of=self._today, known=self._today)
        if table is None:
            return None
        place = len(table.manifest.keys) + [column.id for column in table.manifest.values].index(PRICE)
        prices = [parse_decimal(row[place]) for row in table.rows if row[place]]
        return (min(prices), max(prices)) if prices else None


def _with_its_cell(violation: Violation, line: GoodsLine) -> Violation:
    """Name the cell of a fault that the rules find, in the sheet of precursors if it is there."""
    place, fact = line.place_of(violation.field)
    return Violation(place, _say("OF_FACT", fact=fact, problem=violation.description), violation.reason)


def _by_actual(line: GoodsLine) -> bool:
    return line.facts.get(DETERMINATION) not in (None, BY_DEFAULT)


def _exempted(declared: DeclaredLine, line: GoodsLine, asked: ThresholdResult) -> DeclaredLine:
    """Let the threshold exempt a line that is concerned, where the card of importers says so for sure."""
    if asked.exceeded is not Outcome.NOT_MET or declared.standing is LineStatus.NOT_CONCERNED:
        return declared
    if asked.alone.get(goods_kind(line)) is not Outcome.NOT_MET:
        return declared
    return replace(declared, standing=LineStatus.EXEMPT, stops=(), by_default=None)


def _total_known(numbers: Sequence[Fraction | None]) -> Fraction | None:
    """Add up what is known; None if there is something of which nothing is."""
    return None if numbers and all(number is None for number in numbers) else _total(numbers)


def _total(numbers: Iterable[Fraction | None]) -> Fraction:
    return sum((number for number in numbers if number is not None), Fraction(0))

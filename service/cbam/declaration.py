"""What is due on each line of an importer's year, what in total, and what cannot be said yet?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.numbers import parse_decimal, parse_exact
from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.language.render import Renderer
from rules.model.scorecard import FormulaQuantity, SumQuantity, TableQuantity, list_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain_tables import missing_texts
from service.cbam.goods_file import IMPORTED_ON
from service.evaluator import new_record_key
from service.names import CardName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts.record import Record
    from rules.model.published import Published
    from rules.model.scorecard import Basis, Scorecard
    from service.cbam.goods_file import GoodsLine
    from service.gazette import Gazette
    from service.tables import Shelf

CARD = "cbam-goods"
PRICES = "cbam-certificate-price"
_DEFAULT_ROUTE = frozenset(
    {"sector", "counted", "group", "default_value", "default_route", "mark_up", "retained_share", "correction",
     "benchmark_b", "price"}
)  # fmt: skip
_ALWAYS = _DEFAULT_ROUTE | {
    "value_used",
    "see_default",
    "sefa_default",
    "net_default",
    "see",
    "net_emissions",
    "certificates",
    "price_used",
    "cost",
}
_OWED = "certificates_due"
_COST = "cost_due"
_FIRST_OF_ACTUAL = "V1"
_REDUCTION = "reduction"


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """One line: its conclusion, what is due in tCO2e and EUR or None, and in words what stands in the way."""

    name: str
    place: str
    conclusion: ConclusionKind
    figures: Mapping[str, Fraction | None]
    failed: tuple[str, ...]
    findings: tuple[str, ...]
    missing: tuple[str, ...]
    certainty: str

    @property
    def due(self) -> Fraction | None:
        """Certificates due; nothing on goods that are not concerned, None if a gate fails or a value is missing."""
        return self._owed(_OWED)

    @property
    def cost(self) -> Fraction | None:
        """Cost in EUR, as far as price and certificates are known."""
        return self._owed(_COST)

    def _owed(self, result: str) -> Fraction | None:
        if self.conclusion is ConclusionKind.NOT_APPLICABLE:
            return Fraction(0)
        return self.figures.get(result) if self.conclusion is ConclusionKind.SCORED else None


@dataclass(frozen=True, slots=True)
class Declaration:
    """All lines with their totals.

    `due` and `cost` add up the lines that have them. `priced_range` is what certificates without a price would cost at
    the lowest and at the highest price published so far: an illustration, no price is carried forward.
    """

    lines: tuple[DeclaredLine, ...]
    due: Fraction
    cost: Fraction
    without_price: Fraction
    priced_range: tuple[Fraction, Fraction] | None
    undetermined: tuple[str, ...]
    assessed: tuple[Basis, ...]
    not_assessed: tuple[Basis, ...]
    not_encoded: tuple[str, ...]
    version: str


def declare(  # noqa: PLR0913 -- one for each thing that a year of lines is evaluated with
    lines: Sequence[GoodsLine],
    *,
    gazette: Gazette,
    shelf: Shelf,
    known: str,
    settings: Mapping[str, str],
    language: str,
) -> Declaration:
    """Evaluate every line as of its day of import, and add up.

    Raises:
        InputError: a line is wrong; the cell is named.
        VersionError: no version of the card governs a day of import.
    """
    evaluators: dict[str, tuple[Published, Evaluator]] = {}
    declared: list[DeclaredLine] = []
    outcomes: dict[str, bool] = {}
    try:
        for line in lines:
            day = line.facts[IMPORTED_ON].date or ""
            published = gazette.find(CardName(CARD), as_of=date.fromisoformat(day), known=known)
            if published.name not in evaluators:
                made = Evaluator(published.scorecard, published.rule_digest, published.name, shelf)
                evaluators[published.name] = (published, made)
            record = _evaluate(line, evaluators[published.name][1], known, settings)
            declared.append(_line(line, record, published, language))
            for criterion in record.criteria:
                applied = criterion.outcome is not Outcome.NOT_APPLICABLE
                outcomes[criterion.id] = outcomes.get(criterion.id, False) or applied
    finally:
        for _, evaluator in evaluators.values():
            evaluator.close()
    newest = list(evaluators.values())[-1][0]
    return _composed(tuple(declared), newest, outcomes, _price_span(shelf, known), language)


def _evaluate(line: GoodsLine, evaluator: Evaluator, known: str, settings: Mapping[str, str]) -> Record:
    subject = Subject(
        subject=f"organizations/importer/subjects/line-{line.place.lower().replace(' ', '-').replace(',', '')}",
        as_of=line.facts[IMPORTED_ON].date or "",
        known=known,
        settings=dict(settings),
        facts=tuple(DeclaredFact(id=id, value=value) for id, value in line.facts.items()),
        evidence=(),
    )
    try:
        return evaluator.evaluate(subject, new_record_key()).record
    except InputError as error:
        raise InputError(
            tuple(Violation(line.place, f"{one.field}: {one.description}", one.reason) for one in error.violations)
        ) from None


def _line(line: GoodsLine, record: Record, published: Published, language: str) -> DeclaredLine:
    chosen = line.facts.get("determination")
    of_route = _DEFAULT_ROUTE if chosen is not None and chosen.choice == "default" else None
    figures = {result.id: _exact(result.figure.exact.low, result.figure.exact.high) for result in record.results}
    renderer = Renderer(published.scorecard, language)
    texts = [text for one, text in missing_texts(record, renderer) if of_route is None or one.quantity in of_route]
    texts += [renderer.name(fact.id) for fact in record.open_facts]
    settled = all(value is not None for value in figures.values()) and record.conclusion.kind is ConclusionKind.SCORED
    concerned = record.conclusion.kind is not ConclusionKind.NOT_APPLICABLE
    return DeclaredLine(
        name=line.name,
        place=line.place,
        conclusion=record.conclusion.kind,
        figures=figures,
        failed=tuple(one.id for one in record.criteria if concerned and one.outcome is Outcome.NOT_MET),
        findings=tuple(one.id for one in record.findings if concerned and one.outcome is Outcome.MET),
        missing=() if settled or not concerned else tuple(dict.fromkeys(texts)),
        certainty=record.standing.certainty,
    )


def _exact(low: str | None, high: str | None) -> Fraction | None:
    return parse_exact(low) if low is not None and low == high else None


def _price_span(shelf: Shelf, known: str) -> tuple[Fraction, Fraction] | None:
    day = date.fromisoformat(known[:10])
    table = shelf.in_force(PRICES, as_of=day, known=day)
    prices = [] if table is None else [parse_decimal(row[1]) for row in table.rows if row[1]]
    return (min(prices), max(prices)) if prices else None


def _composed(
    lines: tuple[DeclaredLine, ...],
    published: Published,
    outcomes: Mapping[str, bool],
    span: tuple[Fraction, Fraction] | None,
    language: str,
) -> Declaration:
    without_price = _total(line.due for line in lines if line.cost is None)
    scorecard = published.scorecard
    asked = _asked(scorecard, outcomes)
    return Declaration(
        lines=lines,
        due=_total(line.due for line in lines),
        cost=_total(line.cost for line in lines),
        without_price=without_price,
        priced_range=(span[0] * without_price, span[1] * without_price) if span and without_price else None,
        undetermined=tuple(line.name for line in lines if line.due is None),
        assessed=tuple(basis for basis in scorecard.bases if basis.id in asked),
        not_assessed=tuple(basis for basis in scorecard.bases if basis.id not in asked),
        not_encoded=tuple(one.get(language, one["en"]) for one in scorecard.card.not_assessed),
        version=published.name,
    )


def _asked(scorecard: Scorecard, outcomes: Mapping[str, bool]) -> set[str]:
    """List the bases of what was computed: of the default route always, of actual values if a line states them."""
    actual = outcomes.get(_FIRST_OF_ACTUAL, False)
    asked = {basis for gate in scorecard.gates if outcomes.get(gate.id, False) for basis in gate.basis}
    asked |= {basis for result in scorecard.results for basis in result.basis}
    for quantity in scorecard.quantities:
        of_whole = not isinstance(quantity, SumQuantity) and list_of(quantity) is None and quantity.id != _REDUCTION
        if isinstance(quantity, (FormulaQuantity, TableQuantity)) and (quantity.id in _ALWAYS or (actual and of_whole)):
            asked |= {basis for row in quantity.rows for basis in row.basis}
    return asked


def _total(numbers: Iterable[Fraction | None]) -> Fraction:
    return sum((number for number in numbers if number is not None), Fraction(0))

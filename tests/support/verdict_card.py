"""Cards with verdict rules, written with one short call for each rule."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from rules.contracts.extents import Extent, NumberExtent, PeriodExtent
from rules.contracts.intervals import point_interval
from rules.contracts.outcomes import Verdict
from rules.model.definitions import FactDefinition, FactType
from rules.model.expressions import AS_OF, Clause, DateExpression
from rules.model.scorecard import (
    DateLookup,
    DateRow,
    FindingSeverity,
    Quantity,
    Scorecard,
    Setting,
    VerdictRow,
    VerdictRule,
    Verdicts,
)
from tests.support.engine_card import LAW, card, choice, flag


def day(text: str) -> DateExpression:
    """Name a civil date."""
    return DateExpression(literal=date.fromisoformat(text))


def rule(
    name: str,
    verdict: str,
    *rows: tuple[Clause, ...],
    first: str | DateExpression | None = None,
    last: str | None = None,
    warn_from: str | None = None,
) -> VerdictRule:
    """Define a rule by its rows; dates are written as text."""
    return VerdictRule(
        id=name,
        labels={"en": f"rule {name}", "zh": f"规则 {name}"},
        rows=tuple(VerdictRow(when=row) for row in rows),
        verdict=Verdict(verdict),
        severity=FindingSeverity.MAJOR,
        first=day(first) if isinstance(first, str) else first,
        last=None if last is None else day(last),
        warn_from=None if warn_from is None else day(warn_from),
        remedy={"en": f"mend {name}", "zh": f"改正 {name}"},
        basis=LAW,
    )


def verdict_card(
    *rules: VerdictRule,
    facts: tuple[FactDefinition, ...] = (),
    governed_by: str = AS_OF,
    otherwise: str = "ok",
    quantities: tuple[Quantity, ...] = (),
    settings: tuple[Setting, ...] = (),
) -> Scorecard:
    plain = card(
        *(flag(name) for name in "abc"),
        choice("country", "de", "fr", "se"),
        FactDefinition(id="placed_on", type=FactType.DATE),
        FactDefinition(id="shown", type=FactType.PERIOD),
        *facts,
        quantities=quantities,
        settings=settings,
    )
    verdicts = Verdicts(governed_by=governed_by, otherwise=Verdict(otherwise), otherwise_basis=LAW, rules=rules)
    return plain.model_copy(update={"verdicts": verdicts})


def transposition(**days: str) -> DateLookup:
    """Return a lookup of a date by country; `otherwise` is the fallback."""
    otherwise = days.pop("otherwise", None)
    rows = tuple(
        DateRow(keys=(country,), value="never" if text == "never" else day(text), basis=LAW)
        for country, text in days.items()
    )
    return DateLookup(
        id="transposed", by=("country",), rows=rows, otherwise_basis=LAW,
        otherwise=None if otherwise is None else ("never" if otherwise == "never" else day(otherwise)),
    )  # fmt: skip


def on(text: str) -> Extent:
    return NumberExtent(point_interval(Fraction(date.fromisoformat(text).toordinal())))


def during(first: str, last: str) -> Extent:
    ends = (point_interval(Fraction(date.fromisoformat(text).toordinal())) for text in (first, last))
    return PeriodExtent(*ends)


Known = Mapping[str, Extent]

"""Days of possible changes of a stored result.

Between two of these days the result is the same. If rules calculate with the as-of date, there are more days to sample,
and the days between two different samples are searched by halving.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from rules.contracts import DateError, VersionError, add_days, add_months, parse_date
from rules.engine import counting_values
from rules.model import (
    AS_OF,
    BaseDateClause,
    DatedParts,
    DateExpression,
    DateLookup,
    FormulaQuantity,
    PeriodEdge,
    apply_day_shift,
    find_version_in_force,
)

if TYPE_CHECKING:
    from rules.contracts import DeclaredValue, EvidenceItem, Subject
    from rules.model import PublishedVersion, Scorecard, VersionOutline
    from service.gazette.table_order import TableStores
    from service.gazette.versions import Gazette

_MONTH_END_DAYS = 3
"""Largest distance in days that the end of a short month adds to a shifted day."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, inclusive."""

    first: date
    last: date

    def inside(self, days: Iterable[date]) -> list[date]:
        """Return the sorted days after the first day."""
        return sorted({day for day in days if self.first < day <= self.last})


class DayComparison(NamedTuple):
    """Comparison of the as-of date with the dates of a name, each shifted by an expression."""

    name: str
    of_name: DateExpression | None = None
    of_as_of: DateExpression | None = None

    def days(self, day: date) -> Iterator[date]:
        """Yield the as-of dates of a possible change of the comparison with a date of the name."""
        shift = self.of_as_of
        if shift is None:
            compared = day if self.of_name is None else apply_day_shift(self.of_name, day)
            yield from (compared, add_days(compared, 1))
            return
        compared = add_months(add_days(day, -shift.shift_days), -shift.shift_months)
        near = _MONTH_END_DAYS if shift.shift_months else 0
        yield from (add_days(compared, number) for number in range(-near, near + 2))


class ScorecardDays:
    """Days that the rules of one scorecard version name, for many subjects."""

    def __init__(self, scorecard: Scorecard) -> None:
        self._scorecard = scorecard
        self._parts = DatedParts(scorecard)
        fields = {field.id: field for record in scorecard.records for field in record.fields}
        definitions = (*scorecard.facts, *fields.values())
        self._ages = {each.maximum_age_months for each in definitions if each.maximum_age_months is not None}
        quantities = scorecard.quantities or ()
        self._looked_up = {each.id: set(_literals(each)) for each in quantities if isinstance(each, DateLookup)}
        self._formulas = [each for each in quantities if isinstance(each, FormulaQuantity) and each.gives == "date"]
        self._comparisons: set[DayComparison] = set()
        self._calculates = self._collect(scorecard)
        self._dated = {each.id for each in definitions} | self._looked_up.keys()
        self._dated |= {each.id for each in self._formulas if each.list is None}

    @cached_property
    def needs_samples(self) -> bool:
        """Whether a rule calculates with the as-of date, so that not all days of changes can be listed."""
        compared = {comparison.name for comparison in self._comparisons}
        return self._calculates or not compared <= self._dated or any(map(_reads_day, self._formulas))

    def of_subject(self, subject: Subject, computed: Mapping[str, date], span: Span) -> list[date]:
        """Return the days after the first day of a span, up to its last day."""
        days = {*self._evidence_days(subject.evidence), *(day for _, day in self.named(subject, computed))}
        stated = self._stated(subject, computed)
        for comparison in self._comparisons:
            for day in stated.get(comparison.name, ()):
                days.update(comparison.days(day))
        if self.needs_samples:
            days.update(_samples({day for of_name in stated.values() for day in of_name}, span))
        return span.inside(days)

    def named(self, subject: Subject, computed: Mapping[str, date]) -> Iterator[tuple[str, date]]:
        """Yield each rule with the days that it names, and the following days."""
        dates = dict(_dates_of(counting_values(self._scorecard, subject)))
        for rule in self._parts.rules(dates, computed):
            yield rule.rule, rule.day
            yield rule.rule, add_days(rule.day, 1)  # the named day may be a last day

    def _collect(self, value: object) -> bool:
        """Add the comparisons of a part of the scorecard; return whether it uses the as-of date in another manner."""
        if isinstance(value, tuple | Mapping):
            parts = value.values() if isinstance(value, Mapping) else value
            return max(map(self._collect, parts), default=False)  # visits each part
        if not isinstance(value, BaseModel):
            return value == AS_OF
        if isinstance(value, BaseDateClause):
            return max((self._add_comparison(value, end) for _, end in value.compared), default=False)
        names = (name for name in type(value).model_fields if name != "governed_by")
        return max((self._collect(getattr(value, name)) for name in names), default=False)

    def _add_comparison(self, clause: BaseDateClause, end: DateExpression) -> bool:
        if AS_OF not in (clause.name, end.name):
            return False
        if clause.name == end.name or (end.name == AS_OF and (end.month_start or end.calendar_day is not None)):
            return True
        if end.name == AS_OF:
            self._comparisons.add(DayComparison(clause.name, of_as_of=end))
        elif end.name is not None:
            self._comparisons.add(DayComparison(end.name, of_name=end))
        return False  # the parts of the scorecard yield a day without a name

    def _stated(self, subject: Subject, computed: Mapping[str, date]) -> dict[str, set[date]]:
        """Return the dates of facts, record fields and quantities, by name."""
        stated = {name: set(days) for name, days in self._looked_up.items()}
        for name, day in computed.items():
            stated.setdefault(name, set()).add(day)
        values = counting_values(self._scorecard, subject)
        for rows in (values, *(row for value in values.values() for row in value.records or ())):
            for (name, _), day in _dates_of(rows):
                stated.setdefault(name, set()).add(day)
        return stated

    def _evidence_days(self, evidence: Iterable[EvidenceItem]) -> Iterator[date]:
        for item in evidence:
            try:
                issued = parse_date(item.issue_date) if item.issue_date else None
                begins = [parse_date(each) for each in (item.issue_date, item.valid_from) if each]
                ends = [parse_date(item.valid_until)] if item.valid_until else []
            except DateError:
                continue  # an item with an invalid date never counts
            if issued is not None:
                ends += [add_months(issued, months) for months in self._ages]
            yield from begins
            yield from (add_days(end, 1) for end in ends)


def _dates_of(values: Mapping[str, DeclaredValue]) -> Iterator[tuple[tuple[str, PeriodEdge | None], date]]:
    for name, value in values.items():
        stated: dict[PeriodEdge | None, str | None] = {None: value.date}
        if value.period is not None:
            stated |= {PeriodEdge.FIRST: value.period.first, PeriodEdge.LAST: value.period.last}
        for edge, text in stated.items():
            try:
                if text is not None:
                    yield (name, edge), parse_date(text)
            except DateError:
                continue  # the value is rejected on every day


def _literals(value: object) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _literals(each)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _literals(getattr(value, name))


def _samples(stated: Iterable[date], span: Span) -> Iterator[date]:
    """Yield the first day of each month, and the monthly returns of stated days with the following days."""
    month = span.first.replace(day=1)
    months = (span.last.year - month.year) * 12 + span.last.month - month.month
    anchors = {month, *(month.replace(day=min(day.day, 28)) for day in stated)}
    for anchor in anchors:
        for number in range(months + 1):
            day = add_months(anchor, number)
            yield from (day, add_days(day, 1))
    for day in stated:
        for number in range(span.first.year - day.year, span.last.year - day.year + 1):
            yearly = add_months(day, 12 * number)
            yield from (yearly, add_days(yearly, 1))


def _reads_day(value: object) -> bool:
    if isinstance(value, tuple):
        return any(map(_reads_day, value))
    if isinstance(value, BaseModel):
        return any(_reads_day(getattr(value, name)) for name in type(value).model_fields)
    return value == AS_OF


@dataclass
class RulesByDay:
    """Version and table editions in force on each day, as known at one time; for one organization."""

    gazette: Gazette
    shelves: TableStores
    known: str
    _outlines: dict[str, tuple[VersionOutline, ...]] = field(default_factory=dict)
    _versions: dict[tuple[str, date], PublishedVersion | None] = field(default_factory=dict)
    _signatures: dict[tuple[str, date], Any] = field(default_factory=dict)

    def outlines(self, card: str) -> tuple[VersionOutline, ...]:
        if card not in self._outlines:
            self._outlines[card] = self.gazette.outlines(card)
        return self._outlines[card]

    def version(self, card: str, day: date) -> PublishedVersion | None:
        """Return the version in force on a day; None without exactly one."""
        if (card, day) not in self._versions:
            try:
                name = find_version_in_force(self.outlines(card), day, self.known).name
                self._versions[card, day] = self.gazette.version_named(name)
            except VersionError:
                self._versions[card, day] = None
        return self._versions[card, day]

    def known_on(self, day: date) -> str:
        """Return the time for knowledge of table editions: the present, or the beginning of a future day."""
        return max(self.known, f"{day.isoformat()}T00:00:00Z")

    def changes(self, card: str, span: Span) -> Iterator[date]:
        """Yield each day with a version or table edition in force that differs from the day before."""
        day = span.first
        while day < span.last:
            day += timedelta(days=1)
            if self._signature(card, day) != self._signature(card, day - timedelta(days=1)):
                yield day

    def _signature(self, card: str, day: date) -> tuple[str, tuple[str, ...]]:
        if (card, day) not in self._signatures:
            version = self.version(card, day)
            self._signatures[card, day] = ("", ()) if version is None else (version.name, self._editions(version, day))
        signature: tuple[str, tuple[str, ...]] = self._signatures[card, day]
        return signature

    def _editions(self, version: PublishedVersion, day: date) -> tuple[str, ...]:
        references = [each for each in version.scorecard.tables or () if each.edition is None]
        if not references:
            return ()
        source, known = self.shelves.source(version), date.fromisoformat(self.known_on(day)[:10])
        tables = (source.in_force(each.name, as_of=day, known=known) for each in references)
        return tuple("" if table is None else table.name for table in tables)

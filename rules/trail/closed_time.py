"""Closed reporting periods: changes still possible on the as-of date, and shifts to the next period.

Feasibility is derived from the declarations of a scorecard, never from its names:

- A period that rules read, or that requires evidence, governs the subject. After it ends, numbers, and choices that
  require evidence, can change only by the correction of an error.
- Flags and multiple choices may represent a document, certificate or verification that can still be obtained. A choice
  without evidence may represent a claim. The scorecard does not show this, so such a change is reported with that
  reservation.
- A day before the as-of date has passed.
- In an added record, the days that rules compare with the as-of date are acts (a retirement, a cancellation). Only acts
  must not have passed; other days, such as a vintage, may have.
- Without an act, none of the days may have passed. A record without days belongs to the closed period.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.dates import Period, add_days, add_months
from rules.contracts.extents import ListRecord, NumberExtent, PeriodExtent, RecordsExtent, day_of
from rules.contracts.intervals import point_interval
from rules.model.expressions import AS_OF, BaseDateClause
from rules.model.name_usage import used_names
from rules.model.scorecard import FactType
from rules.model.symbol_table import DefinitionIndex, conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.extents import Extent
    from rules.contracts.inputs import DeclaredValue
    from rules.engine.inference import InferenceQuestion
    from rules.model.expressions import Clause
    from rules.model.scorecard import FactDefinition, RecordType, Scorecard


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """A period fact that has ended, and the first period of the same length after it that has days left."""

    fact: str
    period: Period
    following: Period
    months: int
    days: int

    def shifted(self, day: date) -> date:
        return add_months(day, self.months) if self.months else add_days(day, self.days)


def closed_period(scorecard: Scorecard, used: Mapping[str, DeclaredValue], as_of: date) -> ClosedPeriod | None:
    """Return the governing period that ended last; None if one has not ended or none is known."""
    read = used_names(DefinitionIndex(scorecard))
    known = [
        (date.fromisoformat(value.period.last), date.fromisoformat(value.period.first), fact.id)
        for fact in scorecard.facts
        if fact.type is FactType.PERIOD and (fact.id in read or fact.evidence)
        if (value := used.get(fact.id)) is not None and value.period is not None
    ]
    if not known:
        return None
    last, first, name = max(known)
    return None if last >= as_of else _following_period(name, Period(first, last), as_of)


def _following_period(name: str, period: Period, as_of: date) -> ClosedPeriod:
    """Repeat a period until it has days left, by months if it consists of full months, else by days."""
    first, next_first = period.first, add_days(period.last, 1)
    length = (next_first.year - first.year) * 12 + next_first.month - first.month
    if length and add_months(first, length) == next_first:
        times = 1
        while (last := add_days(add_months(first, (times + 1) * length), -1)) < as_of:
            times += 1
        months = times * length
        return ClosedPeriod(name, period, Period(add_months(first, months), last), months, 0)
    length = (next_first - first).days
    days = -(-(as_of - period.last).days // length) * length
    return ClosedPeriod(name, period, Period(add_days(first, days), add_days(period.last, days)), 0, days)


class ChangeFeasibility:
    """Feasibility of changes on the as-of date."""

    def __init__(self, scorecard: Scorecard, used: Mapping[str, DeclaredValue], as_of: date) -> None:
        self.as_of = as_of
        self.closed = closed_period(scorecard, used, as_of)
        self._acts = _act_fields(scorecard)
        self._definitions = {fact.id: fact for fact in scorecard.facts}
        self._records = {record.id: record for record in scorecard.records}

    @property
    def today(self) -> Fraction:
        return Fraction(self.as_of.toordinal())

    def is_settled(self, definition: FactDefinition) -> bool:
        """Return whether a fact was measured in a closed period, so that only errors can be corrected."""
        measured = definition.type is FactType.NUMBER or (definition.type is FactType.CHOICE and definition.evidence)
        return self.closed is not None and bool(measured)

    def still(self, name: str, kind: RecordType, record: ListRecord) -> ListRecord | None:
        """Return an added record with acts not before the as-of date; None if it belongs to the closed period."""
        days = _days(kind, record)
        if not days:
            return None if self.closed is not None else record
        acts = {field: max(day, self.today) for field, day in days.items() if field in self._acts.get(name, ())}
        if acts:
            others = {field: min(day, max(acts.values())) for field, day in days.items() if field not in acts}
        else:
            others = {field: max(day, self.today) for field, day in days.items()}
        return _with_days(record, {**others, **acts})

    def followed(self, day: Fraction) -> Fraction:
        """Return the same day of the following period, or the day itself if no period is closed."""
        if self.closed is None:
            return day
        return Fraction(self.closed.shifted(date.fromordinal(day_of(day))).toordinal())

    def translated(self, question: InferenceQuestion) -> InferenceQuestion:
        if self.closed is None:
            return question
        facts = {
            name: self._shift_extent(extent, self._definitions.get(name)) for name, extent in question.facts.items()
        }
        return replace(question, facts=facts, as_of=self.closed.shifted(question.as_of))

    def _shift_extent(self, extent: Extent, definition: FactDefinition | None) -> Extent:
        match extent:
            case NumberExtent(interval) if definition is not None and definition.type is FactType.DATE:
                return extent if interval.value is None else NumberExtent(point_interval(self.followed(interval.value)))
            case PeriodExtent(first, last) if first.value is not None and last.value is not None:
                return PeriodExtent(
                    point_interval(self.followed(first.value)), point_interval(self.followed(last.value))
                )
            case RecordsExtent(records) if records is not None and definition is not None:
                kind = self._records[definition.record or ""]
                days = [(record, _days(kind, record).items()) for record in records]
                moved = (
                    _with_days(record, {field: self.followed(day) for field, day in record_days})
                    for record, record_days in days
                )
                return RecordsExtent(tuple(moved))
            case _:
                return extent

    def following(self, name: str, kind: RecordType, record: ListRecord) -> ListRecord:
        """Return a record moved to the following period, with its acts not before the as-of date."""
        moved = {field: self.followed(day) for field, day in _days(kind, record).items()}
        acts = self._acts.get(name, frozenset(moved))
        return _with_days(
            record, {field: max(day, self.today) if field in acts else day for field, day in moved.items()}
        )


def _days(kind: RecordType, record: ListRecord) -> dict[str, Fraction]:
    days: dict[str, Fraction] = {}
    for field in kind.fields:
        extent = record.fields.get(field.id)
        if field.type is FactType.DATE and isinstance(extent, NumberExtent) and extent.interval.value is not None:
            days[field.id] = extent.interval.value
    return days


def _with_days(record: ListRecord, days: Mapping[str, Fraction]) -> ListRecord:
    changed: dict[str, Extent] = {field: NumberExtent(point_interval(day)) for field, day in days.items()}
    return ListRecord(record.key, {**record.fields, **changed})


def _act_fields(scorecard: Scorecard) -> dict[str, frozenset[str]]:
    dates = {
        fact.id: {field.id for field in kind.fields if field.type is FactType.DATE}
        for fact in scorecard.facts
        for kind in scorecard.records
        if kind.id == fact.record
    }
    act_fields: dict[str, set[str]] = {}
    for placed in conditions(scorecard):
        for name in dates.keys() & {placed.within}:
            compared = {field for clause in placed.condition for field in _compared_with_as_of(clause)}
            act_fields.setdefault(name, set()).update(compared & dates[name])
    return {name: frozenset(fields) for name, fields in act_fields.items() if fields}


def _compared_with_as_of(clause: Clause) -> Iterator[str]:
    if isinstance(clause, BaseDateClause):
        name, *others = clause.reads
        if AS_OF in others:
            yield name
        elif name == AS_OF:
            yield from others

"""Which changes to the reference case give every clause of a row its wanted answer?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from rules.contracts.dates import Period
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.language.edge_points import ways_to_points
from rules.language.edge_values import Surroundings, Wanted, answer, convert_or_same, find_value, given_value
from rules.model.examples import FactChange, SettingChange, Supposition
from rules.model.expressions import (
    AS_OF,
    STAGE,
    TOTAL_SCORE,
    ChoiceClause,
    NumberClause,
    NumberLiteral,
    NumberOperator,
    OutcomeClause,
)
from rules.model.named_conditions import NamedCondition
from rules.model.names import POINT, Names
from rules.model.places import Side
from rules.model.scorecard import FactDefinition, FactType, list_of
from rules.model.section_points import sections_in
from rules.model.uses import names_behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.language.edge_values import Value
    from rules.model.edges import Edge
    from rules.model.examples import Change
    from rules.model.expressions import Clause, Condition
    from rules.model.places import EdgeRow
    from rules.model.scorecard import Scorecard


class NoWay(Exception):  # noqa: N818  not an error: the search ends without an answer
    """No value can give a clause its wanted answer."""


@dataclass(frozen=True)
class Proposer:
    """Looks for one value per name, so that all clauses of a row have their wanted answers."""

    scorecard: Scorecard
    as_of: date

    def changes(self, row: EdgeRow, edge: Edge) -> tuple[Change, ...] | None:
        """Give the changes for a row, or None; the edge's own clause comes first, so that its value is at the edge."""
        ordered = sorted(row.clauses, key=lambda one: one.path != edge.path)
        wanted = [Wanted(one.clause, edge.side is Side.HOLDS or one.path != edge.path) for one in ordered]
        try:
            found = self._resolve(wanted, row.clauses[0].within, forced=1)
        except NoWay:
            return None
        return tuple(change for position, change in enumerate(found) if change not in found[:position])

    @cached_property
    def _names(self) -> Names:
        return Names(self.scorecard)

    @cached_property
    def _case(self) -> Mapping[str, DeclaredValue]:
        return {value.fact: value.value for value in self.scorecard.reference_case}

    def _resolve(self, wanted: Iterable[Wanted], within: str | None = None, forced: int = 0) -> list[Change]:
        """Find the changes; the first `forced` names change even if the reference case already answers as wanted."""
        groups: dict[str, list[Wanted]] = {}
        changes: list[Change] = []
        for one in (plain for whole in wanted for plain in self._spelled_out(whole)):
            if isinstance(one.clause, OutcomeClause):
                changes += self._outcome(one.clause, holds=one.holds)
            else:
                groups.setdefault(one.clause.name, []).append(one)
        record = self._first_record(within)
        around = Surroundings(self._names, {**self._case, **record}, self.as_of, within)
        fields: dict[str, DeclaredValue] = {}
        for position, (name, clauses) in enumerate(groups.items()):
            if (position >= forced or name == AS_OF) and self._already(name, clauses, around):
                continue
            if name == STAGE:
                changes += self._stage(clauses, around)
                continue
            if name in self._names.indicators and name not in self._names.fields(within):
                changes += self._points(name, clauses)
                continue
            if sections := sections_in(name):
                changes += self._points_together(sections, clauses)
                continue
            value = find_value(name, clauses, around)
            if value is None:
                raise NoWay
            field = self._names.fields(within).get(name)
            if field is not None:
                fields[name] = declared(field, value, clauses)
            else:
                changes.append(self._change(name, value, clauses))
        if within is not None:
            changes.append(FactChange(within, DeclaredValue(records=({**record, **fields},))))
        return changes

    def _spelled_out(self, wanted: Wanted) -> Iterator[Wanted]:
        """Ask of a condition that has a name what its first case and its exceptions ask."""
        clause = wanted.clause
        condition = self._names.quantities.get(clause.name) if isinstance(clause, ChoiceClause) else None
        if not isinstance(condition, NamedCondition) or not isinstance(clause, ChoiceClause):
            yield wanted
            return
        if (clause.values == ("yes",)) is wanted.holds:
            asked = [Wanted(one, holds=True) for one in condition.cases[0].when]
            asked += [Wanted(row.when[0], holds=False) for row in condition.exceptions]
        else:
            asked = [Wanted(row.when[0], holds=False) for row in condition.cases]
        for one in asked:
            yield from self._spelled_out(one)

    def _first_record(self, within: str | None) -> dict[str, DeclaredValue]:
        value = self._case.get(within or "")
        return dict(value.records[0]) if value is not None and value.records else {}

    def _already(self, name: str, clauses: list[Wanted], around: Surroundings) -> bool:
        setting = self._names.settings.get(name)
        value = setting.default if setting is not None else given_value(name, around)
        return value is not None and all(answer(one.clause, value, around) is one.holds for one in clauses)

    def _change(self, name: str, value: Value, clauses: list[Wanted]) -> Change:
        fact = self._names.facts.get(name)
        if fact is not None:
            return FactChange(name, declared(fact, value, clauses))
        if name in self._names.settings and isinstance(value, str):
            return SettingChange(name, value)
        quantity = self._names.quantities.get(name)
        whole = name == TOTAL_SCORE or (quantity is not None and list_of(quantity) is None)
        if whole and isinstance(value, Fraction):
            return Supposition(name, value)
        if whole and isinstance(value, date):
            return Supposition(name, Fraction(value.toordinal()))
        raise NoWay

    def _stage(self, clauses: list[Wanted], around: Surroundings) -> list[Change]:
        """Bring the subject into a stage that answers the clauses as wanted."""
        rows = self.scorecard.stages.rows if self.scorecard.stages is not None else ()
        for position, row in enumerate(rows):
            if not all(answer(one.clause, row.stage, around) is one.holds for one in clauses):
                continue
            earlier = [Wanted(other.when[0], holds=False) for other in rows[:position] if other.when]
            try:
                return self._resolve([*(Wanted(clause, holds=True) for clause in row.when), *earlier])
            except NoWay:
                continue
        raise NoWay

    def _points(self, name: str, clauses: list[Wanted]) -> list[Change]:
        """Bring an indicator to points that answer the clauses as wanted."""
        indicator = self._names.indicators[name]
        around = Surroundings(self._names, self._case, self.as_of)
        for points, way in ways_to_points(indicator):
            if all(answer(one.clause, points, around) is one.holds for one in clauses):
                must = [] if points == 0 else [Wanted(clause, holds=True) for clause in indicator.must]
                applies = [Wanted(clause, holds=True) for clause in indicator.applies]
                try:
                    return self._resolve([*way, *must, *applies])
                except NoWay:
                    continue
        raise NoWay

    def _points_together(self, sections: tuple[str, ...], clauses: list[Wanted]) -> list[Change]:
        """Give all indicators of sections their full points, or none, whatever answers the clauses as wanted."""
        members = [one for one in self.scorecard.indicators if one.section in sections]
        around = Surroundings(self._names, self._case, self.as_of)
        for share in (Fraction(1), Fraction(0)):
            points = share * sum((one.maximum for one in members), Fraction(0))
            if not all(answer(one.clause, points, around) is one.holds for one in clauses):
                continue
            exactly = [
                NumberClause(
                    name=one.id,
                    operator=NumberOperator.IS,
                    operand=NumberLiteral(value=share * one.maximum, unit=POINT),
                )
                for one in members
            ]
            return [change for clause in exactly for change in self._points(clause.name, [Wanted(clause, holds=True)])]
        raise NoWay

    def _outcome(self, clause: OutcomeClause, *, holds: bool) -> list[Change]:
        """Bring a gate or indicator to an outcome, or to another one."""
        outcome = clause.outcome
        if not holds:
            outcome = Outcome.NOT_MET if outcome is Outcome.MET else Outcome.MET
        gate, indicator = self._names.gates.get(clause.criterion), self._names.indicators.get(clause.criterion)
        criterion = gate or indicator
        if criterion is None:
            raise NoWay
        if outcome is Outcome.NOT_APPLICABLE:
            return self._failing(criterion.applies)
        applying = [Wanted(one, holds=True) for one in criterion.applies]
        if outcome is Outcome.UNDETERMINED:
            return [*self._resolve(applying), self._missing(clause.criterion)]
        if gate is None:
            return self._resolve(applying)
        if outcome is Outcome.MET:
            return self._resolve([*applying, *(Wanted(one, holds=True) for one in gate.requires)])
        return [*self._resolve(applying), *self._failing(gate.requires)]

    def _failing(self, condition: Condition) -> list[Change]:
        """Make the first clause of a condition fail that can."""
        for clause in condition:
            try:
                return self._resolve([Wanted(clause, holds=False)], forced=1)
            except NoWay:
                continue
        raise NoWay

    def _missing(self, criterion: str) -> Change:
        gate = self._names.gates.get(criterion)
        roots = [one.name for one in gate.requires if not isinstance(one, OutcomeClause)] if gate else [criterion]
        for name in names_behind(self._names, roots):
            if name in self._names.facts:
                return FactChange(name, None)
        raise NoWay


def declared(fact: FactDefinition, value: Value, clauses: list[Wanted]) -> DeclaredValue:
    """Give a value as it would be declared, a number in the unit of the clause that asks for it.

    Raises:
        NoWay: the value does not fit the type of the fact, or does not end as a decimal.
    """
    match fact.type, value:
        case FactType.NUMBER, Fraction():
            return _declared_number(fact, value, clauses[0].clause)
        case FactType.DATE, date():
            return DeclaredValue(date=value.isoformat())
        case FactType.PERIOD, Period(first, last):
            return DeclaredValue(period=PeriodText(first=first.isoformat(), last=last.isoformat()))
        case FactType.PERIOD, date():
            return DeclaredValue(period=PeriodText(first=value.isoformat(), last=value.isoformat()))
        case FactType.FLAG, "yes" | "no":
            return DeclaredValue(flag=value == "yes")
        case FactType.CHOICE, str():
            return DeclaredValue(choice=value)
        case FactType.TEXT, str():
            return DeclaredValue(text=value)
        case FactType.CHOICES, frozenset():
            return DeclaredValue(choices=tuple(choice.id for choice in fact.choices if choice.id in value))
        case _:
            raise NoWay


def _declared_number(fact: FactDefinition, value: Fraction, clause: Clause) -> DeclaredValue:
    units = [fact.unit]
    if isinstance(clause, NumberClause) and isinstance(clause.operand, NumberLiteral):
        units.insert(0, clause.operand.unit)
    for unit in units:
        number = format_exact(convert_or_same(value, fact.unit, unit))
        if "/" not in number:
            return DeclaredValue(number=number, unit=unit or None)
    raise NoWay

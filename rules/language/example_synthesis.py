"""Example synthesis for one boundary: fact changes that make a row just true, or one clause alone false."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from rules.contracts.dates import day_in_calendar
from rules.contracts.extents import ChoiceExtent, ChoicesExtent, NumberExtent, PeriodExtent, known_number, known_word
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.intervals import Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.language.edge_values import ClauseTarget, EdgeContext, answers_as_wanted, convert_or_same, find_value
from rules.language.lexicon import load_lexicon
from rules.language.render import Renderer
from rules.language.render_steps import change_lines, evaluate_line, expectation_line, scenario_lines
from rules.language.source import StepSection
from rules.model.clause_coverage import rows_by_clause
from rules.model.edge_rows import EdgeSide, number_clause
from rules.model.examples import FactChange, SettingChange, ValueOverride
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
from rules.model.forms import PERCENT
from rules.model.name_usage import names_behind
from rules.model.quantities import NamedCondition
from rules.model.scorecard import FactDefinition, FactType
from rules.model.symbol_table import POINT, DefinitionIndex, decode_section_total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.contracts.extents import Extent
    from rules.model.clause_coverage import Edge
    from rules.model.edge_rows import EdgeRow
    from rules.model.examples import Change, Expectation
    from rules.model.expressions import Clause, Condition
    from rules.model.scorecard import Indicator, Scorecard


_SHARES_TO_TRY = (Fraction(1), Fraction(0), Fraction(1, 2))


def _targets_by_points(indicator: Indicator) -> Iterator[tuple[Fraction, list[ClauseTarget]]]:
    scale = indicator.scale
    if parts := scale.conditions:
        for failing in range(len(parts) + 1):
            targets = [
                ClauseTarget(clause, holds=position >= failing)
                for position, part in enumerate(parts)
                for clause in part[: 1 if position < failing else None]
            ]
            yield indicator.maximum * (len(parts) - failing) / len(parts), targets
    elif scale.points:
        targets_by_path = {
            row.path: [ClauseTarget(placed.clause, holds=True) for placed in row.clauses] for row in scale.edge_rows("")
        }
        for points_path, points in scale.points.items():
            yield points, targets_by_path.get(f".{points_path.removesuffix('.points')}", [])
    else:
        for share in _SHARES_TO_TRY[: 2 if scale.ratings else None]:
            yield indicator.maximum * share, [_equals(name, share * 100, PERCENT) for name in scale.reads]


def _equals(name: str, value: Fraction, unit: str) -> ClauseTarget:
    return ClauseTarget(number_clause(name, NumberOperator.IS, value, unit), holds=True)


class NoSolutionError(Exception):
    """No value has the wanted outcome for a clause."""


@dataclass(frozen=True)
class ChangeFinder:
    """Finder of values with the wanted outcomes for all clauses of a row."""

    names: DefinitionIndex
    as_of: date

    def changes(self, row: EdgeRow, edge: Edge) -> tuple[Change, ...] | None:
        ordered = sorted(row.clauses, key=lambda placed: placed.path != edge.path)
        wanted = [
            ClauseTarget(placed.clause, edge.side is EdgeSide.HOLDS or placed.path != edge.path) for placed in ordered
        ]
        try:
            resolved = self._resolve(wanted, row.clauses[0].within, forced=1)
        except NoSolutionError:
            return None
        return tuple(change for position, change in enumerate(resolved) if change not in resolved[:position])

    @cached_property
    def _case(self) -> Mapping[str, DeclaredValue]:
        return {value.fact: value.value for value in self.names.scorecard.reference_case}

    def _resolve(self, wanted: Iterable[ClauseTarget], within: str | None = None, forced: int = 0) -> list[Change]:
        """Return the changes; the first `forced` names change even if the reference case already fits."""
        groups: dict[str, list[ClauseTarget]] = {}
        changes: list[Change] = []
        for target in chain.from_iterable(map(self._expand_named_condition, wanted)):
            if isinstance(target.clause, OutcomeClause):
                changes += self._outcome_changes(target.clause, holds=target.holds)
            else:
                groups.setdefault(target.clause.name, []).append(target)
        record = self._first_record(within)
        around = EdgeContext(self.names, {**self._case, **record}, self.as_of, within)
        fields: dict[str, DeclaredValue] = {}
        for position, (name, clauses) in enumerate(groups.items()):
            if (position >= forced or name == AS_OF) and self._already_satisfied(name, clauses, around):
                continue
            if name == STAGE:
                changes += self._stage_changes(clauses, around)
                continue
            if name in self.names.indicators and name not in self.names.fields(within):
                changes += self._points_changes(name, clauses)
                continue
            if sections := decode_section_total(name):
                changes += self._section_total_changes(sections, clauses)
                continue
            value = find_value(name, clauses, around)
            if value is None:
                raise NoSolutionError
            field = self.names.fields(within).get(name)
            if field is not None:
                fields[name] = to_declared_value(field, value, clauses[0].clause)
            else:
                changes.append(self._change(name, value, clauses))
        if within is not None:
            changes.append(FactChange(within, DeclaredValue(records=({**record, **fields},))))
        return changes

    def _expand_named_condition(self, wanted: ClauseTarget) -> Iterator[ClauseTarget]:
        clause = wanted.clause
        condition = self.names.quantities.get(clause.name) if isinstance(clause, ChoiceClause) else None
        if not isinstance(condition, NamedCondition) or not isinstance(clause, ChoiceClause):
            yield wanted
            return
        if (clause.values == ("yes",)) is wanted.holds:
            targets = [ClauseTarget(case_clause, holds=True) for case_clause in condition.cases[0].when]
            targets += [ClauseTarget(row.when[0], holds=False) for row in condition.exceptions]
        else:
            targets = [ClauseTarget(row.when[0], holds=False) for row in condition.cases]
        for target in targets:
            yield from self._expand_named_condition(target)

    def _first_record(self, within: str | None) -> dict[str, DeclaredValue]:
        value = self._case.get(within or "")
        return dict(value.records[0]) if value is not None and value.records else {}

    def _already_satisfied(self, name: str, clauses: list[ClauseTarget], around: EdgeContext) -> bool:
        value = around.known_value(name)
        return value is not None and answers_as_wanted(clauses, value, around)

    def _change(self, name: str, value: Extent, clauses: list[ClauseTarget]) -> Change:
        fact = self.names.facts.get(name)
        if fact is not None:
            return FactChange(name, to_declared_value(fact, value, clauses[0].clause))
        if name in self.names.settings and isinstance(value, ChoiceExtent):
            return SettingChange(name, min(value.possible))
        quantity = self.names.quantities.get(name)
        is_total = name == TOTAL_SCORE or (quantity is not None and quantity.owner is None)
        if is_total and isinstance(value, NumberExtent) and value.interval.value is not None:
            return ValueOverride(name, value.interval.value)
        raise NoSolutionError

    def _stage_changes(self, clauses: list[ClauseTarget], around: EdgeContext) -> list[Change]:
        rows = self.names.scorecard.stage_rows
        for position, row in enumerate(rows):
            if not answers_as_wanted(clauses, known_word(row.stage), around):
                continue
            earlier = [ClauseTarget(other.when[0], holds=False) for other in rows[:position] if other.when]
            try:
                return self._resolve([*(ClauseTarget(clause, holds=True) for clause in row.when), *earlier])
            except NoSolutionError:
                continue
        raise NoSolutionError

    def _points_changes(self, name: str, clauses: list[ClauseTarget]) -> list[Change]:
        indicator = self.names.indicators[name]
        around = EdgeContext(self.names, self._case, self.as_of)
        for points, targets in _targets_by_points(indicator):
            if answers_as_wanted(clauses, known_number(points), around):
                required = [] if points == 0 else [ClauseTarget(clause, holds=True) for clause in indicator.must]
                applies = [ClauseTarget(clause, holds=True) for clause in indicator.applies]
                try:
                    return self._resolve([*targets, *required, *applies])
                except NoSolutionError:
                    continue
        raise NoSolutionError

    def _section_total_changes(self, sections: tuple[str, ...], clauses: list[ClauseTarget]) -> list[Change]:
        members = [indicator for indicator in self.names.scorecard.indicators if indicator.section in sections]
        around = EdgeContext(self.names, self._case, self.as_of)
        for share in (Fraction(1), Fraction(0)):
            points = share * sum((member.maximum for member in members), Fraction(0))
            if not answers_as_wanted(clauses, known_number(points), around):
                continue
            member_targets = ((member.id, _equals(member.id, share * member.maximum, POINT)) for member in members)
            return [change for name, target in member_targets for change in self._points_changes(name, [target])]
        raise NoSolutionError

    def _outcome_changes(self, clause: OutcomeClause, *, holds: bool) -> list[Change]:
        outcome = clause.outcome
        if not holds:
            outcome = Outcome.NOT_MET if outcome is Outcome.MET else Outcome.MET
        gate, indicator = self.names.gates.get(clause.criterion), self.names.indicators.get(clause.criterion)
        criterion = gate or indicator
        if criterion is None:
            raise NoSolutionError
        if outcome is Outcome.NOT_APPLICABLE:
            return self._failing_changes(criterion.applies)
        applying = [ClauseTarget(applicable_clause, holds=True) for applicable_clause in criterion.applies]
        if outcome is Outcome.UNDETERMINED:
            return [*self._resolve(applying), self._remove_fact(clause.criterion)]
        if gate is None:
            return self._resolve(applying)
        if outcome is Outcome.MET:
            return self._resolve(
                [*applying, *(ClauseTarget(required_clause, holds=True) for required_clause in gate.requires)]
            )
        return [*self._resolve(applying), *self._failing_changes(gate.requires)]

    def _failing_changes(self, condition: Condition) -> list[Change]:
        for clause in condition:
            try:
                return self._resolve([ClauseTarget(clause, holds=False)], forced=1)
            except NoSolutionError:
                continue
        raise NoSolutionError

    def _remove_fact(self, criterion: str) -> Change:
        gate = self.names.gates.get(criterion)
        roots = (
            [
                required_clause.name
                for required_clause in gate.requires
                if not isinstance(required_clause, OutcomeClause)
            ]
            if gate
            else [criterion]
        )
        for name in names_behind(self.names, roots):
            if name in self.names.facts:
                return FactChange(name, None)
        raise NoSolutionError


def to_declared_value(fact: FactDefinition, value: Extent, clause: Clause | None) -> DeclaredValue:
    """Convert an extent to a declared value, preferring the unit of `clause`.

    Raises:
        NoSolutionError: If the value does not fit the type or has no finite decimal form.
    """
    match fact.type, value:
        case FactType.NUMBER, NumberExtent(Interval(low=Fraction() as number)):
            return _declared_number(fact, number, clause)
        case FactType.DATE, NumberExtent(day):
            return DeclaredValue(date=_day_text(day))
        case FactType.PERIOD, PeriodExtent(first, last):
            return DeclaredValue(period=PeriodText(first=_day_text(first), last=_day_text(last)))
        case FactType.PERIOD, NumberExtent(day):
            return DeclaredValue(period=PeriodText(first=_day_text(day), last=_day_text(day)))
        case FactType.FLAG, ChoiceExtent(chosen):
            return DeclaredValue(flag="yes" in chosen)
        case FactType.CHOICE, ChoiceExtent(chosen):
            return DeclaredValue(choice=min(chosen))
        case FactType.TEXT, ChoiceExtent(chosen):
            return DeclaredValue(text=min(chosen))
        case FactType.CHOICES, ChoicesExtent(chosen):
            return DeclaredValue(choices=tuple(choice.id for choice in fact.choices if choice.id in chosen))
        case _:
            raise NoSolutionError


def _day_text(day: Interval) -> str:
    return day_in_calendar(int(day.low or 0)).isoformat()


def _declared_number(fact: FactDefinition, value: Fraction, clause: Clause | None) -> DeclaredValue:
    units = [fact.unit]
    if isinstance(clause, NumberClause) and isinstance(clause.operand, NumberLiteral):
        units.insert(0, clause.operand.unit)
    for unit in units:
        number = format_exact(convert_or_same(value, fact.unit, unit))
        if "/" not in number:
            return DeclaredValue(number=number, unit=unit or None)
    raise NoSolutionError


@dataclass(frozen=True, slots=True)
class ExampleProposal:
    """A proposed example, derived from the clauses alone and not yet confirmed by an evaluation."""

    title: str
    as_of: date
    changes: tuple[Change, ...]
    lines: tuple[str, ...]


class ExampleProposer:
    """Proposer of examples for one scorecard in one language."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self.renderer, self.rows = Renderer(scorecard, language), rows_by_clause(scorecard)

    def propose(self, edge: Edge, as_of: date | None = None) -> ExampleProposal | None:
        row = self.rows.get(edge.path)
        if row is None or edge.side not in row.sides:
            return None
        names = self.renderer.names
        day = _matching_as_of(names, row, edge, as_of or names.scorecard.card.first_date)
        changes = ChangeFinder(names, day).changes(row, edge)
        if changes is None:
            return None
        lines = tuple(line for change in changes for line in change_lines(change, self.renderer))
        return ExampleProposal(_title(row, edge, self.renderer), day, changes, lines)

    def lines(self, proposal: ExampleProposal, expectations: Iterable[Expectation]) -> list[str]:
        renderer = self.renderer
        change_steps = ((StepSection.CONTEXT, change_lines(change, renderer)) for change in proposal.changes)
        when = (StepSection.WHEN, [evaluate_line(proposal.as_of, renderer)])
        then = ((StepSection.THEN, [expectation_line(expected, renderer)]) for expected in expectations)
        return scenario_lines(proposal.title, (*change_steps, when, *then), renderer.words)


def _matching_as_of(names: DefinitionIndex, row: EdgeRow, edge: Edge, as_of: date) -> date:
    wanted = [
        ClauseTarget(placed.clause, edge.side is EdgeSide.HOLDS or placed.path != edge.path)
        for placed in sorted(row.clauses, key=lambda row_clause: row_clause.path != edge.path)
        if getattr(placed.clause, "name", None) == AS_OF
    ]
    case = {value.fact: value.value for value in names.scorecard.reference_case}
    day = find_value(AS_OF, wanted, EdgeContext(names, case, as_of)) if wanted else None
    return day_in_calendar(int(day.interval.low or 0)) if isinstance(day, NumberExtent) else as_of


def _title(row: EdgeRow, edge: Edge, renderer: Renderer) -> str:
    clauses = [renderer.clause(placed.clause, placed.within) for placed in row.clauses if placed.path == edge.path]
    shown = renderer.words.clauses_separator.join(clauses)
    return f"{_owner_name(edge.path, renderer)}: {shown}: {renderer.words.words['sides'].write(edge.side)}"


def _owner_name(path: str, renderer: Renderer) -> str:
    kind, _, rest = path.partition("[")
    name = rest.split("]", 1)[0]
    if kind == "ladder.rows":
        return renderer.grade(renderer.scorecard.ladder_rows[int(name)].grade)
    if kind == "stages.rows":
        return renderer.stage(renderer.scorecard.stage_rows[int(name)].stage)
    if kind == "verdicts.rules":
        return name
    for shared in renderer.scorecard.shared_rules:
        if kind.startswith(f"{shared.kind}."):
            return renderer.words.words[f"{shared.kind}_rules"].write(shared.rule_at(path))
    return renderer.scorecard.card.id if kind == "applies" else renderer.name(name)


def insert_scenario(text: str, line: int, scenario: Sequence[str], language: str) -> str:
    """Append a scenario to the rule that contains a line, counted from 1.

    A line above all rules selects the first rule. A file without rules receives a new one.
    """
    keywords = load_lexicon(language).keywords
    lines = text.rstrip("\n").split("\n")
    rules = [at for at, line_text in enumerate(lines) if line_text.strip().startswith(f"{keywords['rule']}:")]
    if not rules:
        return "\n".join([*lines, "", f"  {keywords['rule']}: {keywords['examples']}", *scenario]) + "\n"
    end = next((at for at in rules if at >= max(line, rules[0] + 1)), len(lines))
    while end > 0 and (not lines[end - 1].strip() or (end < len(lines) and lines[end - 1].lstrip().startswith("#"))):
        end -= 1
    return "\n".join([*lines[:end], "", *scenario, *lines[end:]]) + "\n"

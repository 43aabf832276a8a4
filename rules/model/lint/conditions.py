"""Lint of conditions, stages and verdict rules: unsatisfiable, redundant and uncovered cases."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import chain, pairwise, product
from math import prod
from typing import TYPE_CHECKING

from rules.contracts.intervals import UNBOUNDED, Interval, intersect, lies_inside
from rules.contracts.numbers import format_exact
from rules.model.expressions import ChoiceClause, OutcomeClause, apply_day_shift
from rules.model.implication import (
    allowed_choices,
    allowed_values,
    condition_implies,
    excludes,
    implies,
)
from rules.model.lint.issue import issue
from rules.model.name_usage import names_behind
from rules.model.range_analysis import value_range
from rules.model.scorecard import DateLookup, FactDefinition
from rules.model.symbol_table import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.model.edge_rows import PlacedCondition
    from rules.model.expressions import Clause, Condition, DateExpression
    from rules.model.lint.issue import Issue
    from rules.model.scorecard import VerdictRule
    from rules.model.symbol_table import DefinitionIndex

    _Value = Fraction | str


_MAX_COMBINATIONS = 20_000
_OTHER_TEXT = ""
ABSENT = "N/A"
"""The value of a fact that does not apply; every clause about it is false."""


def covers_every_case(conditions: Sequence[Condition], names: DefinitionIndex) -> bool:
    """Return whether in every case some condition is provably true, provided that the facts apply."""
    return first_uncovered(conditions, names, absent=False) is None


def first_uncovered(
    conditions: Sequence[Condition], names: DefinitionIndex, within: str | None = None, *, absent: bool = True
) -> tuple[tuple[str, str], ...] | None:
    """Return the first case, as names and values, that may satisfy no condition; None if there is none.

    It tries every choice, and one number or day from each span between bounds; with `absent`, also facts that do not
    apply. An empty case means undecided: too many combinations, or a clause that cannot be tried. `within` is the list
    with the fields that the conditions may read.
    """
    if any(not condition for condition in conditions):
        return None
    by_subject: dict[str, list[Clause]] = {}
    for clause in chain.from_iterable(conditions):
        by_subject.setdefault(_subject(clause, names, within), []).append(clause)
    cannot_be_tried = bool(by_subject.pop(_OTHER_TEXT, ()))
    axes = [_tried_values(name, own, names, within, absent=absent) for name, own in by_subject.items()]
    if prod(map(len, axes)) > _MAX_COMBINATIONS:
        return ()
    for chosen_values in product(*axes):
        case = dict(zip(by_subject, chosen_values, strict=True))
        if not any(all(_holds(clause, case, names, within) for clause in condition) for condition in conditions):
            if cannot_be_tried:
                return ()
            return tuple((name, _format_value(name, value, names, within)) for name, value in case.items())
    return None


def _tried_values(
    name: str, clauses: Sequence[Clause], names: DefinitionIndex, within: str | None, *, absent: bool
) -> list[_Value]:
    values, definition = set(_values(name, clauses, names, within)), names.definition(name, within)
    if absent and isinstance(definition, FactDefinition) and definition.may_not_apply:
        values.add(ABSENT)
    return sorted(values, key=lambda value: (isinstance(value, str), value))


def _format_value(name: str, value: _Value, names: DefinitionIndex, within: str | None) -> str:
    if isinstance(value, str):
        return value or "…"
    if names.is_date(name, within):
        return date.fromordinal(int(value)).isoformat()
    return f"{format_exact(value)} {names.unit(name, within)}".strip()


def _subject(clause: Clause, names: DefinitionIndex, within: str | None) -> str:
    if isinstance(clause, ChoiceClause):
        return clause.name
    span = allowed_values(clause, names, within)
    name = getattr(clause, "name", _OTHER_TEXT)
    return name if span is not None and span.subject == name else _OTHER_TEXT


def _values(name: str, clauses: Sequence[Clause], names: DefinitionIndex, within: str | None) -> Iterator[_Value]:
    known = [choice.id for choice in names.choices(name, within)]
    chosen_of = [clause for clause in clauses if isinstance(clause, ChoiceClause)]
    if known or chosen_of:
        yield from known or (*(value for clause in chosen_of for value in clause.values), _OTHER_TEXT)
        return
    ends = set(chain.from_iterable(_span_ends(clause, names, within) for clause in clauses))
    definition = names.definition(name, within)
    step = definition.multiple_of if isinstance(definition, FactDefinition) else None
    day = names.is_date(name, within)
    yield from _samples(ends, UNBOUNDED if day else value_range(name, names, within), Fraction(1) if day else step)


def _span_ends(clause: Clause, names: DefinitionIndex, within: str | None) -> list[Fraction]:
    span = allowed_values(clause, names, within)
    ends = () if span is None else (span.interval.low, span.interval.high, span.excluded)
    return [end for end in ends if end is not None]


def _samples(ends: set[Fraction], domain: Interval, step: Fraction | None) -> Iterator[Fraction]:
    bounds = sorted({*ends, *(end for end in (domain.low, domain.high) if end is not None)})
    outside = [(bounds[0] - (step or 1) * 2, bounds[0]), (bounds[-1], bounds[-1] + (step or 1) * 2)] if bounds else []
    spans = (*pairwise(bounds), *outside)
    inside = [low + (high - low) / 2 if not step else (low // step + 1) * step for low, high in spans]
    for value in dict.fromkeys((*bounds, *inside)):
        if domain.contains(value) and (not step or value % step == 0):
            yield value


def _holds(clause: Clause, case: Mapping[str, _Value], names: DefinitionIndex, within: str | None) -> bool:
    value = case.get(_subject(clause, names, within))
    if value == ABSENT:
        return False
    if isinstance(clause, ChoiceClause):
        return isinstance(value, str) and value in allowed_choices(clause, {value, *clause.values})
    span = allowed_values(clause, names, within)
    if span is None or not isinstance(value, Fraction):
        return False
    return value != span.excluded if span.excluded is not None else span.interval.contains(value)


def redundant_rows(
    conditions: Sequence[Condition], names: DefinitionIndex, within: str | None = None, *, ordered: bool = True
) -> Iterator[tuple[int, int]]:
    """Yield each row that another row makes redundant, with that other row.

    In an `ordered` list the first true row applies, so only an earlier row counts. Otherwise any true row applies, and
    the later one of two equal rows is redundant.
    """
    for position, condition in enumerate(conditions):
        for index, other in enumerate(conditions[:position] if ordered else conditions):
            weaker = index != position and condition_implies(condition, other, names, within)
            if weaker and (index < position or not condition_implies(other, condition, names, within)):
                yield position, index
                break


def redundant_row_issue(path: str, position: int, other: int, *, same: bool) -> Issue:
    """Return the issue of a row, counted from 0, that another row makes redundant."""
    problem = "duplicate" if same else "unreachable"
    return issue("RL042", path, problem, row=str(position + 1), other=str(other + 1))


def check_rows(
    names: DefinitionIndex, conditions: Sequence[Condition], path: str, *, ordered: bool = True
) -> Iterator[Issue]:
    """Report every row that another row makes redundant; see `redundant_rows`."""
    for position, other in redundant_rows(conditions, names, ordered=ordered):
        same = set(conditions[position]) == set(conditions[other])
        yield redundant_row_issue(f"{path}[{position}]", position, other, same=same)


def check_verdicts(names: DefinitionIndex) -> Iterator[Issue]:
    """Check the verdict rules of a scorecard."""
    card = names.scorecard
    if card.verdicts is None:
        return
    if card.ladder is not None:
        yield issue("RL058", "verdicts", "main")
    governing = names.facts.get(card.verdicts.governed_by)
    if governing is not None and governing.may_not_apply:
        yield issue("RL045", "verdicts.governed_by", "main", fact=governing.id)
    for rule in card.verdicts.rules:
        path = f"verdicts.rules[{rule.id}].rows"
        yield from check_rows(names, [row.when for row in rule.rows], path, ordered=False)
        yield from _check_dates(names, rule)


def _check_dates(names: DefinitionIndex, rule: VerdictRule) -> Iterator[Issue]:
    path = f"verdicts.rules[{rule.id}]"
    first, last, warning = (_possible_days(day, names) for day in (rule.first, rule.last, rule.warn_from))
    if first and last and max(last) < min(first):
        shown = {"first": min(first).isoformat(), "last": max(last).isoformat()}
        yield issue("RL049", f"{path}.last", "force", id=rule.id, **shown)
    if first and warning and min(warning) > max(first):
        shown = {"first": max(first).isoformat(), "warning": min(warning).isoformat()}
        yield issue("RL049", f"{path}.warn_from", "warning", id=rule.id, **shown)
    if rule.warn_from is not None and rule.first is None:
        yield issue("RL048", f"{path}.warn_from", "warning", id=rule.id)


def _possible_days(expression: DateExpression | None, names: DefinitionIndex) -> tuple[date, ...]:
    if expression is None:
        return ()
    days: tuple[date, ...] = ()
    lookup = names.quantities.get(expression.name or "")
    if expression.literal is not None:
        days = (expression.literal,)
    elif isinstance(lookup, DateLookup):
        values = (*(row.value for row in lookup.rows), lookup.otherwise)
        days = tuple(
            day for value in values if value is not None and value != "never" for day in _possible_days(value, names)
        )
    return tuple(apply_day_shift(expression, day) for day in days)


def check_stages(names: DefinitionIndex) -> Iterator[Issue]:
    """Check the stages of a scorecard."""
    card = names.scorecard
    if card.stages is None:
        return
    for stage in card.stages.stages:
        points = sum(
            (stage_section.maximum for stage_section in card.sections if stage_section.id in stage.sections),
            Fraction(0),
        )
        if points != stage.maximum:
            stated, total = format_exact(stage.maximum), format_exact(points)
            path = f"stages.stages[{stage.id}].maximum"
            yield issue("RL040", path, "stage", stage=stage.id, stated=stated, found=total)
    counted = {section for stage in card.stages.stages for section in stage.sections}
    for section in card.sections:
        if section.id not in counted:
            yield issue("RL040", f"sections[{section.id}]", "uncounted", section=section.id)
    conditions = [row.when for row in card.stages.rows]
    yield from check_rows(names, conditions, "stages.rows")
    if not covers_every_case(conditions, names):
        yield issue("RL056", f"stages.rows[{len(conditions) - 1}]", "stage")


_DECIDING_PATHS = ("applies", "stages.", "ladder.", "verdicts.", "findings[")
"""Path prefixes of conditions that need an answer even if a fact does not apply."""


def check_conditions(names: DefinitionIndex) -> Iterator[Issue]:
    """Check every condition of the scorecard."""
    for placed in conditions(names.scorecard):
        yield from _check_clauses(names, placed)
        yield from _check_pairs(names, placed)
        yield from _check_applicability(names, placed)


def _check_clauses(names: DefinitionIndex, placed: PlacedCondition) -> Iterator[Issue]:
    for position, clause in enumerate(placed.condition):
        path = f"{placed.path}[{position}]"
        answer = _fixed_answer(clause, names, placed.within)
        if answer is not None:
            code, problem = ("RL048", "always") if answer else ("RL047", "never")
            yield issue(code, path, problem, name=clause.reads[0])


def _fixed_answer(clause: Clause, names: DefinitionIndex, within: str | None) -> bool | None:
    if isinstance(clause, ChoiceClause):
        known = {choice.id for choice in names.choices(clause.name, within)}
        allowed = allowed_choices(clause, known)
        return None if not known or (allowed and allowed != known) else allowed == known
    span = allowed_values(clause, names, within)
    if span is None or span.subject != clause.reads[0]:
        return None
    domain = value_range(span.subject, names, within)
    wanted = span.interval.value if span.excluded is None else span.excluded
    if wanted is not None and (not domain.contains(wanted) or _off_grid(span.subject, wanted, names, within)):
        return span.excluded is not None
    if span.excluded is not None:
        return None
    if lies_inside(domain, span.interval):
        return True
    return None if intersect(domain, span.interval) is not None else False


def _off_grid(name: str, value: Fraction, names: DefinitionIndex, within: str | None) -> bool:
    definition = names.definition(name, within)
    multiple = definition.multiple_of if isinstance(definition, FactDefinition) else None
    return bool(multiple and value % multiple)


def _check_pairs(names: DefinitionIndex, placed: PlacedCondition) -> Iterator[Issue]:
    for position, clause in enumerate(placed.condition):
        path = f"{placed.path}[{position}]"
        subject = clause.reads[0]
        for earlier, other in enumerate(placed.condition[:position]):
            if excludes(clause, other, names, placed.within):
                yield issue(
                    "RL047", path, "contradiction", name=subject, clause=str(position + 1), other=str(earlier + 1)
                )
            elif implies(other, clause, names, placed.within):
                yield issue("RL048", path, "implied", name=subject, clause=str(position + 1), other=str(earlier + 1))
            elif implies(clause, other, names, placed.within):
                earlier_path = f"{placed.path}[{earlier}]"
                yield issue(
                    "RL048", earlier_path, "implied", name=subject, clause=str(earlier + 1), other=str(position + 1)
                )


def _check_applicability(names: DefinitionIndex, placed: PlacedCondition) -> Iterator[Issue]:
    shared = (f"{shared_rule.kind}." for shared_rule in names.scorecard.shared_rules)
    if not placed.path.startswith((*_DECIDING_PATHS, *shared)):
        return
    for position, clause in enumerate(placed.condition):
        if isinstance(clause, OutcomeClause):
            continue  # a criterion always has an outcome
        for fact in _may_not_apply(names, clause.reads):
            yield issue("RL045", f"{placed.path}[{position}]", "main", fact=fact)


def _may_not_apply(names: DefinitionIndex, roots: tuple[str, ...]) -> Iterator[str]:
    for name in names_behind(names, roots):
        fact = names.facts.get(name)
        if fact is not None and fact.may_not_apply:
            yield name

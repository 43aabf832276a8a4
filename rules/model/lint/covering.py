"""Does one of several conditions hold whatever the facts are?"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from typing import TYPE_CHECKING

from rules.contracts.intervals import EVERYTHING, Interval
from rules.contracts.numbers import format_exact
from rules.model.expressions import ChoiceClause
from rules.model.implication import allowed, chosen, condition_implies
from rules.model.lint.issue import issue
from rules.model.ranges import value_range
from rules.model.scorecard import FactDefinition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.model.expressions import Clause, Condition
    from rules.model.lint.issue import Issue
    from rules.model.names import Names

    _Value = Fraction | str

_MOST_COMBINATIONS = 20_000
_OTHER = ""
"""Stands for every text that no clause names."""
ABSENT = "N/A"
"""Stands for a fact that does not apply; no clause about it holds."""


def covered(conditions: Sequence[Condition], names: Names) -> bool:
    """Say whether surely one of the conditions holds if their facts apply, as far as their form shows."""
    return first_uncovered(conditions, names, absent=False) is None


def first_uncovered(
    conditions: Sequence[Condition], names: Names, within: str | None = None, *, absent: bool = True
) -> tuple[tuple[str, str], ...] | None:
    """Give the first case for which perhaps none of the conditions holds, by names and values; None without one.

    Every choice, and one number or day of each span between the bounds that the clauses draw, is tried in every
    combination, and with `absent` that a fact does not apply. A clause of any other form may fail; a case that names
    nothing is empty. `within` is the list whose fields the conditions may read.
    """
    if any(not condition for condition in conditions):
        return None
    clauses = [clause for condition in conditions for clause in condition]
    axes: dict[str, set[_Value]] = {}
    for clause in clauses:
        axes.setdefault(_subject(clause, names, within), set())
    axes.pop(_OTHER, None)
    for name, values in axes.items():
        own = [one for one in clauses if _subject(one, names, within) == name]
        values.update(_values(name, own, names, within))
        definition = names.definition(name, within)
        if absent and isinstance(definition, FactDefinition) and definition.may_not_apply:
            values.add(ABSENT)
    size = 1
    for values in axes.values():
        size *= len(values)
    if size > _MOST_COMBINATIONS:
        return ()
    ordered = [sorted(values, key=lambda value: (isinstance(value, str), value)) for values in axes.values()]
    for chosen_values in product(*ordered):
        case = dict(zip(axes, chosen_values, strict=True))
        if not any(all(_holds(clause, case, names, within) for clause in condition) for condition in conditions):
            if any(not _subject(clause, names, within) for clause in clauses):
                return ()
            return tuple((name, _shown(name, value, names, within)) for name, value in case.items())
    return None


def _shown(name: str, value: _Value, names: Names, within: str | None) -> str:
    if isinstance(value, str):
        return value or "…"
    if names.is_date(name, within):
        return date.fromordinal(int(value)).isoformat()
    return f"{format_exact(value)} {names.unit(name, within)}".strip()


def _subject(clause: Clause, names: Names, within: str | None) -> str:
    """Give the one name whose value decides a clause, or nothing if that cannot be tried."""
    if isinstance(clause, ChoiceClause):
        return clause.name
    span = allowed(clause, names, within)
    name = getattr(clause, "name", _OTHER)
    return name if span is not None and span.subject == name else _OTHER


def _values(name: str, clauses: Sequence[Clause], names: Names, within: str | None) -> Iterator[_Value]:
    known = [choice.id for choice in names.choices(name, within)]
    chosen_of = [clause for clause in clauses if isinstance(clause, ChoiceClause)]
    if known or chosen_of:
        yield from known or (*(value for clause in chosen_of for value in clause.values), _OTHER)
        return
    ends: set[Fraction] = set()
    for clause in clauses:
        span = allowed(clause, names, within)
        if span is not None:
            ends.update(end for end in (span.interval.low, span.interval.high, span.excluded) if end is not None)
    definition = names.definition(name, within)
    step = definition.multiple_of if isinstance(definition, FactDefinition) else None
    day = names.is_date(name, within)
    yield from _samples(ends, EVERYTHING if day else value_range(name, names, within), Fraction(1) if day else step)


def _samples(ends: set[Fraction], domain: Interval, step: Fraction | None) -> Iterator[Fraction]:
    """Visit one number of the domain in each span that the ends draw, and the ends; only multiples of a step."""
    bounds = sorted({*ends, *(end for end in (domain.low, domain.high) if end is not None)})
    outside = [(bounds[0] - (step or 1) * 2, bounds[0]), (bounds[-1], bounds[-1] + (step or 1) * 2)] if bounds else []
    between = [low + (high - low) / 2 if not step else (low // step + 1) * step for low, high in pairwise(bounds)]
    beyond = [low + (high - low) / 2 if not step else (low // step + 1) * step for low, high in outside]
    for value in dict.fromkeys((*bounds, *between, *beyond)):
        if domain.contains(value) and (not step or value % step == 0):
            yield value


def _holds(clause: Clause, case: Mapping[str, _Value], names: Names, within: str | None) -> bool:
    value = case.get(_subject(clause, names, within))
    if value == ABSENT:
        return False
    if isinstance(clause, ChoiceClause):
        return isinstance(value, str) and value in chosen(clause, {value, *clause.values})
    span = allowed(clause, names, within)
    if span is None or not isinstance(value, Fraction):
        return False
    return value != span.excluded if span.excluded is not None else span.interval.contains(value)


def check_rows(names: Names, conditions: Sequence[Condition], path: str) -> Iterator[Issue]:
    """Report every row that an earlier one leaves nothing to decide."""
    for position, condition in enumerate(conditions):
        for earlier, other in enumerate(conditions[:position]):
            if condition_implies(condition, other, names):
                problem = "duplicate" if set(condition) == set(other) else "unreachable"
                shown = {"row": str(position + 1), "other": str(earlier + 1)}
                yield issue("RL042", f"{path}[{position}]", problem, **shown)
                break

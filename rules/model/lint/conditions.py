"""Can every condition hold, does every clause matter, and does none stand on a fact that may not apply?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.intervals import intersect
from rules.model.expressions import ChoiceClause, OutcomeClause, names_in_clause
from rules.model.implication import allowed, chosen, excludes, implies, inside
from rules.model.lint.issue import issue
from rules.model.names import conditions
from rules.model.ranges import value_range
from rules.model.scorecard import FactDefinition
from rules.model.uses import names_behind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from rules.model.expressions import Clause
    from rules.model.lint.issue import Issue
    from rules.model.names import Names
    from rules.model.places import PlacedCondition

_DECIDING = ("applies", "stages.", "ladder.", "verdicts.", "findings[")
"""Where a condition must have an answer even if a fact does not apply."""


def check_conditions(names: Names) -> Iterator[Issue]:
    """Check every condition of the scorecard."""
    for placed in conditions(names.scorecard):
        yield from _check_clauses(names, placed)
        yield from _check_pairs(names, placed)
        yield from _check_applicability(names, placed)


def _check_clauses(names: Names, placed: PlacedCondition) -> Iterator[Issue]:
    for position, clause in enumerate(placed.condition):
        path = f"{placed.path}[{position}]"
        answer = _fixed_answer(clause, names, placed.within)
        if answer is not None:
            code, problem = ("RL048", "always") if answer else ("RL047", "never")
            yield issue(code, path, problem, name=names_in_clause(clause)[0])


def _fixed_answer(clause: Clause, names: Names, within: str | None) -> bool | None:
    """Give the answer of a clause that is the same for every value inside the domains, or None."""
    if isinstance(clause, ChoiceClause):
        known = {choice.id for choice in names.choices(clause.name, within)}
        left = chosen(clause, known)
        return None if not known or (left and left != known) else left == known
    span = allowed(clause, names, within)
    if span is None or span.subject != names_in_clause(clause)[0]:
        return None
    domain = value_range(span.subject, names, within)
    wanted = span.interval.value if span.excluded is None else span.excluded
    if wanted is not None and (not domain.contains(wanted) or _off_grid(span.subject, wanted, names, within)):
        return span.excluded is not None
    if span.excluded is not None:
        return None
    if inside(domain, span.interval):
        return True
    return None if intersect(domain, span.interval) is not None else False


def _off_grid(name: str, value: Fraction, names: Names, within: str | None) -> bool:
    """Say whether only multiples are allowed of a fact and a value is none."""
    definition = names.definition(name, within)
    multiple = definition.multiple_of if isinstance(definition, FactDefinition) else None
    return bool(multiple and value % multiple)


def _check_pairs(names: Names, placed: PlacedCondition) -> Iterator[Issue]:
    for position, clause in enumerate(placed.condition):
        path = f"{placed.path}[{position}]"
        subject = names_in_clause(clause)[0]
        for earlier, other in enumerate(placed.condition[:position]):
            if excludes(clause, other, names, placed.within):
                yield issue(
                    "RL047", path, "contradiction", name=subject, clause=str(position + 1), other=str(earlier + 1)
                )
            elif implies(other, clause, names, placed.within):
                yield issue("RL048", path, "implied", name=subject, clause=str(position + 1), other=str(earlier + 1))
            elif implies(clause, other, names, placed.within):
                place = f"{placed.path}[{earlier}]"
                yield issue("RL048", place, "implied", name=subject, clause=str(earlier + 1), other=str(position + 1))


def _check_applicability(names: Names, placed: PlacedCondition) -> Iterator[Issue]:
    shared = (f"{one.kind}." for one in names.scorecard.shared_rules)
    if not placed.path.startswith((*_DECIDING, *shared)):
        return
    for position, clause in enumerate(placed.condition):
        if isinstance(clause, OutcomeClause):
            continue  # whatever a criterion rests on, it has an outcome
        for fact in _may_not_apply(names, names_in_clause(clause)):
            yield issue("RL045", f"{placed.path}[{position}]", "main", fact=fact)


def _may_not_apply(names: Names, roots: tuple[str, ...]) -> Iterator[str]:
    for name in names_behind(names, roots):
        fact = names.facts.get(name)
        if fact is not None and fact.may_not_apply:
            yield name

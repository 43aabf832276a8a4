"""Clause sentences by role (requirement, condition or premise): actual value first, then the comparison."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.messages import join_items
from rules.contracts.numbers import format_for_display, parse_exact
from rules.language.render import Renderer
from rules.model.expressions import IncludesClause, OutcomeClause
from rules.model.names import all_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.model.expressions import (
        ChoiceClause,
        Clause,
        DateClause,
        DateRangeClause,
        IncludesNoneClause,
        NumberClause,
        NumberRangeClause,
    )
    from rules.model.scorecard import Scorecard

    _Comparing = (
        NumberClause
        | NumberRangeClause
        | ChoiceClause
        | IncludesClause
        | IncludesNoneClause
        | DateClause
        | DateRangeClause
    )


_PLACES = 2
"""At least so many decimals; there are more where they are needed to be told from a round number."""


class PeopleRenderer(Renderer):
    """Writes as `Renderer` does, but lists as the language does, and values that are fractions as decimals."""

    def choices(self, name: str, values: Iterable[str], within: str | None = None) -> str:
        """Write several values of a choice as a list."""
        return join_items((self.choice(name, value, within) for value in values), self.language)

    def value(self, name: str, value: DeclaredValue, within: str | None = None) -> str:
        """Write a declared value; one that never ends is told by decimals and marked as near."""
        if value.number is None or "/" not in value.number:
            return super().value(name, value, within)
        return self.words.write_number(format_for_display(parse_exact(value.number), _PLACES), value.unit or "")


_REQUIRED = re.compile(r"gates\[.*\]\.requires\[|indicators\[.*\]\.(must|scale\.parts\[\d+\])\[|ladder\.")
_COPULA = "is "
"""With it begin comparisons in English; in Chinese they begin with the verb that is wanted."""

_GIVEN = re.compile(r"verdicts\.")


class Stance(StrEnum):
    """What a card does with a clause: require it, make something depend on it, or say it behind an "if"."""

    REQUIRED = "required"
    CONDITION = "condition"
    GIVEN = "given"


def stance_at(path: str) -> Stance:
    """Give the stance of a clause by its path in the model."""
    if _REQUIRED.match(path):
        return Stance.REQUIRED
    return Stance.GIVEN if _GIVEN.match(path) else Stance.CONDITION


def stances(scorecard: Scorecard) -> dict[int, Stance]:
    """Give the stance of every clause of a card by its identity; clauses of the scorecard live as long as it."""
    rows = scorecard.ladder.rows if scorecard.ladder is not None else ()
    exceptions = tuple(f"ladder.rows[{place}]." for place, row in enumerate(rows) if row.exception)
    return {
        id(placed.clause): Stance.GIVEN if placed.path.startswith(exceptions) else stance_at(placed.path)
        for placed in all_clauses(scorecard)
    }


def clause_comparison(clause: _Comparing, within: str | None, templates: Mapping[str, str], marking: Renderer) -> str:
    """Say what a clause asks; of one value it asks that this is included, not any of it."""
    if isinstance(clause, IncludesClause) and len(clause.values) == 1:
        return templates["includes_one"].format(value=marking.choices(clause.name, clause.values, within))
    return marking.comparison(clause, within)


def clause_question(  # noqa: PLR0913 -- these are the parts of a clause
    clause: Clause,
    within: str | None,
    stance: Stance,
    templates: Mapping[str, str],
    *,
    plain: Renderer,
    marking: Renderer,
    found: str,
) -> str:
    """Say a clause; `found` stands where the value of its name goes and is empty if an evaluation has none.

    `marking` writes all other names of the clause.
    """
    if isinstance(clause, OutcomeClause) or not found:
        return templates[f"{stance}_of"].format(clause=marking.clause(clause, within))
    comparison = clause_comparison(clause, within, templates, marking)
    if stance is not Stance.GIVEN:
        comparison = comparison.removeprefix(_COPULA)
    return templates[stance].format(name=plain.name(clause.name, within), value=found, comparison=comparison)

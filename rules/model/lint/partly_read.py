"""Lint of record flags that rules read only for some choices and otherwise ignore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.definitions import FactType
from rules.model.expressions import ChoiceClause
from rules.model.implication import allowed_choices
from rules.model.lint.issue import issue
from rules.model.symbol_table import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.model.definitions import FactDefinition
    from rules.model.edge_rows import PlacedCondition
    from rules.model.lint.issue import Issue
    from rules.model.symbol_table import DefinitionIndex


def check_partly_read(names: DefinitionIndex) -> Iterator[Issue]:
    """Report a flag that rules ignore for some values of a choice in the same record.

    A declared "no" would then have no effect, although it may contradict the conclusion. `in_some_cases` permits this.
    """
    placed_conditions = tuple(conditions(names.scorecard))
    for record in names.scorecard.records:
        lists = [fact.id for fact in names.scorecard.facts if fact.record == record.id]
        choices = [field for field in record.fields if field.type is FactType.CHOICE]
        for field in record.fields:
            if field.type is FactType.FLAG and field.in_some_cases is None:
                of_record = (placed for placed in placed_conditions if placed.within in lists)
                readers = [placed for placed in of_record if _reads(placed, field.id)]
                ignored = ((choice, value) for choice in choices for value in _ignored_values(choice, readers))
                if readers and (first := next(ignored, None)) is not None:
                    path, named = f"records[{record.id}].fields[{field.id}]", {"name": field.id, "choice": first[0].id}
                    yield issue("RL132", path, "main", within=lists[0], value=first[1], **named)


def _reads(placed: PlacedCondition, name: str) -> bool:
    return any(name in clause.reads for clause in placed.condition)


def _ignored_values(choice: FactDefinition, readers: Sequence[PlacedCondition]) -> tuple[str, ...]:
    known = {value.id for value in choice.choices}
    read = {value for placed in readers for value in _accepted_choices(placed, choice.id, known)}
    return tuple(value.id for value in choice.choices if value.id not in read)


def _accepted_choices(placed: PlacedCondition, choice: str, known: set[str]) -> set[str]:
    choice_clauses = (
        clause for clause in placed.condition if isinstance(clause, ChoiceClause) and clause.name == choice
    )
    return known.intersection(*(allowed_choices(clause, known) for clause in choice_clauses))

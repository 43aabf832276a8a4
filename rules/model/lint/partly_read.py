"""Flags of a record that rules read only beside some choices of it, so that the others ignore what is declared."""

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
    """Check that a flag of a record can change an outcome for every record, or that the card says in which it cannot.

    Where each condition that reads the flag asks for some values of a choice of the same record, too, a "no" is ignored
    beside any other value, although it may contradict what the rules conclude there.
    """
    placed_conditions = tuple(conditions(names.scorecard))
    for record in names.scorecard.records:
        lists = [fact.id for fact in names.scorecard.facts if fact.record == record.id]
        choices = [field for field in record.fields if field.type is FactType.CHOICE]
        for field in record.fields:
            if field.type is FactType.FLAG and field.in_some_cases is None:
                of_record = (placed for placed in placed_conditions if placed.within in lists)
                readers = [placed for placed in of_record if _reads(placed, field.id)]
                ignored = ((choice, value) for choice in choices for value in _ignored(choice, readers))
                if readers and (first := next(ignored, None)) is not None:
                    path, named = f"records[{record.id}].fields[{field.id}]", {"name": field.id, "choice": first[0].id}
                    yield issue("RL132", path, "main", within=lists[0], value=first[1], **named)


def _reads(placed: PlacedCondition, name: str) -> bool:
    return any(name in clause.reads for clause in placed.condition)


def _ignored(choice: FactDefinition, readers: Sequence[PlacedCondition]) -> tuple[str, ...]:
    """Return the values of a choice beside which none of the conditions can be true."""
    known = {value.id for value in choice.choices}
    read = {value for placed in readers for value in _admitted(placed, choice.id, known)}
    return tuple(value.id for value in choice.choices if value.id not in read)


def _admitted(placed: PlacedCondition, choice: str, known: set[str]) -> set[str]:
    asked = (clause for clause in placed.condition if isinstance(clause, ChoiceClause) and clause.name == choice)
    return known.intersection(*(allowed_choices(clause, known) for clause in asked))

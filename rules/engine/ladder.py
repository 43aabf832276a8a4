"""Grade ladder: rule ids of its rows, exceptions to grades, and lowering to a first-match choice.

What a row asks is concluded under the id of the row; if its grade has exceptions, apart from these, under an id of its
own, and the row is joined with them here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import NO_GRADE, any_of, unless
from rules.program.nodes import FirstMatchingWord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.outcomes import Outcome
    from rules.model.scorecard import Ladder, LadderRow


def row_rule_id(place: int) -> str:
    """Give the id under which stands whether a row holds, or an exception does."""
    return f"ladder:{place}"


def row_condition_id(ladder: Ladder, place: int) -> str:
    """Give the id of the planned rule of what a row asks by itself."""
    return f"ladder:{place}:asked" if ladder.exceptions_to(ladder.rows[place]) else row_rule_id(place)


def rule_ids_behind_row(ladder: Ladder, place: int) -> list[str]:
    """Give the ids of all planned rules on which it rests whether a row holds."""
    return [row_condition_id(ladder, place), *map(row_rule_id, ladder.exceptions_to(ladder.rows[place]))]


def add_row_outcomes(ladder: Ladder | None, outcomes: dict[str, Outcome]) -> None:
    """Add to the outcomes of the planned rules whether each row of a grade with exceptions holds."""
    for place, row in enumerate(ladder.rows if ladder is not None else ()):
        exceptions = ladder.exceptions_to(row) if ladder is not None else ()
        if ladder is not None and exceptions:
            excepted = [outcomes[row_rule_id(exception)] for exception in exceptions]
            outcomes[row_rule_id(place)] = unless(outcomes[row_condition_id(ladder, place)], any_of(excepted))


def lower_ladder(ladder: Ladder | None) -> FirstMatchingWord | None:
    """Lower the rows that can give a grade to the choice of one."""
    if ladder is None:
        return None
    return FirstMatchingWord(tuple(((row_rule_id(place),), row.grade) for place, row in graded_rows(ladder)), NO_GRADE)


def graded_rows(ladder: Ladder | None) -> Iterator[tuple[int, LadderRow]]:
    """Visit the rows that can give a grade, with their places."""
    return ((place, row) for place, row in enumerate(ladder.rows if ladder is not None else ()) if not row.exception)

"""Is every subject in a stage, can every row be reached, and do the points of each stage add up?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.model.lint.covering import check_rows, covered
from rules.model.lint.issue import issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.lint.issue import Issue
    from rules.model.names import Names


def check_stages(names: Names) -> Iterator[Issue]:
    """Check the stages of a card, if it has any."""
    card = names.scorecard
    if card.stages is None:
        return
    for stage in card.stages.stages:
        points = sum((one.maximum for one in card.sections if one.id in stage.sections), Fraction(0))
        if points != stage.maximum:
            stated, found = format_exact(stage.maximum), format_exact(points)
            path = f"stages.stages[{stage.id}].maximum"
            yield issue("RL040", path, "stage", stage=stage.id, stated=stated, found=found)
    counted = {section for stage in card.stages.stages for section in stage.sections}
    for section in card.sections:
        if section.id not in counted:
            yield issue("RL040", f"sections[{section.id}]", "uncounted", section=section.id)
    conditions = [row.when for row in card.stages.rows]
    yield from check_rows(names, conditions, "stages.rows")
    if not covered(conditions, names):
        yield issue("RL056", f"stages.rows[{len(conditions) - 1}]", "stage")

"""Under which name do conditions of grades and findings compare the points of one section, or of several together?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import names_in_condition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.scorecard import Scorecard

_OPENING, _JOINING = "section:", "+"


def name_of_sections(sections: Sequence[str]) -> str:
    """Give the name of the points that sections have together; no id holds a colon or a plus."""
    return _OPENING + _JOINING.join(sections)


def sections_in(name: str) -> tuple[str, ...]:
    """List the sections whose points a name stands for; none if it is another name."""
    return tuple(name.removeprefix(_OPENING).split(_JOINING)) if name.startswith(_OPENING) else ()


def section_names(scorecard: Scorecard) -> tuple[str, ...]:
    """List the names of points of sections that grades and findings compare."""
    rows = scorecard.ladder.rows if scorecard.ladder is not None else ()
    conditions = [*(row.requires for row in rows), *(finding.when for finding in scorecard.findings)]
    read = (name for condition in conditions for name in names_in_condition(condition))
    return tuple(dict.fromkeys(name for name in read if sections_in(name)))

"""How is an edge that no example shows told, at its place and in the words of the rule?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.render import Renderer
from rules.language.twins import nearest_place
from rules.model.edges import row_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.report import Report
    from rules.model.edges import Edge
    from rules.model.scorecard import Scorecard


def report_edge(
    edge: Edge, scorecard: Scorecard, language: str, locations: Mapping[str, Location], report: Report
) -> None:
    """Report an edge without example: a clause that never just holds or fails, or a place that never answers."""
    place = nearest_place(locations, edge.path)
    if place is None:
        return
    row, renderer = row_of(scorecard, edge.path), Renderer(scorecard, language)
    if row is None:
        id, _, rest = edge.path.removeprefix("quantities[").partition("].rows[")
        number = str(int(rest.removesuffix("]")) + 1)
        report.add("RL052", place, "place", name=renderer.name(id), number=number)
        return
    placed = next(clause for clause in row.clauses if clause.path == edge.path)
    report.add("RL052", place, edge.side.value, clause=renderer.clause(placed.clause, placed.within))

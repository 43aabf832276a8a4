"""How is an edge that no example shows told, at its place and in the words of the rule?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.render import Renderer
from rules.language.twins import nearest_place
from rules.model.days_in_effect import unshown
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
    clause, card = renderer.clause(placed.clause, placed.within), scorecard.card
    why = unshown(card, row, edge.path, edge.side)
    if why is None:
        report.add("RL052", place, edge.side.value, clause=clause)
        return
    effect = {"first": card.first_date.isoformat(), "last": card.last_date.isoformat() if card.last_date else "…"}
    report.add("RL115", place, why, clause=clause, earlier=renderer.words.words["values"].write("earlier"), **effect)

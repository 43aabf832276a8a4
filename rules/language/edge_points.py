"""Which clauses bring an indicator to which points?"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rules.language.edge_values import Wanted
from rules.model.expressions import NumberClause, NumberLiteral, NumberOperator
from rules.model.scorecard import BandScale, ChoiceScale, CountScale, LineScale, ShareScale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model.scorecard import Indicator

_SHARES = (Fraction(1), Fraction(0), Fraction(1, 2))


def ways_to_points(indicator: Indicator) -> Iterator[tuple[Fraction, list[Wanted]]]:
    """Visit points that an indicator can earn, each with what must hold for it."""
    scale = indicator.scale
    match scale:
        case BandScale(bands=bands):
            yield from _by_rows(indicator, [band.points for band in bands])
        case ChoiceScale(rows=rows):
            yield from _by_rows(indicator, [row.points for row in rows])
        case LineScale(corners=corners):
            yield from _by_rows(indicator, [corner.points for corner in corners])
        case CountScale(parts=parts):
            for failing in range(len(parts) + 1):
                way = [
                    Wanted(clause, holds=position >= failing)
                    for position, part in enumerate(parts)
                    for clause in part[: 1 if position < failing else None]
                ]
                yield indicator.maximum * (len(parts) - failing) / max(len(parts), 1), way
        case ShareScale():
            for share in _SHARES:
                literal = NumberLiteral(value=share * 100, unit="%")
                clause = NumberClause(name=scale.measure, operator=NumberOperator.IS, operand=literal)
                yield indicator.maximum * share, [Wanted(clause, holds=True)]
        case _:
            yield from _by_ratings(indicator)


def _by_ratings(indicator: Indicator) -> Iterator[tuple[Fraction, list[Wanted]]]:
    """Visit full points and none; every aspect is rated the same."""
    for share in _SHARES[:2]:
        literal = NumberLiteral(value=share * 100, unit="%")
        rated = indicator.scale.reads
        clauses = [NumberClause(name=name, operator=NumberOperator.IS, operand=literal) for name in rated]
        yield indicator.maximum * share, [Wanted(clause, holds=True) for clause in clauses]


def _by_rows(indicator: Indicator, points: list[Fraction]) -> Iterator[tuple[Fraction, list[Wanted]]]:
    ways = {row.path: [Wanted(one.clause, holds=True) for one in row.clauses] for row in indicator.scale.edge_rows("")}
    for position, value in enumerate(points):
        way = next((clauses for path, clauses in ways.items() if path.endswith(f"[{position}]")), [])
        yield value, way

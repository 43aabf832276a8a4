"""A list of measures as read from a file, and the text of costs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from rules.contracts import InputError, message_factory
from rules.planning import MAXIMUM_MEASURES, CostRange, MeasureList, check_measures
from service.input.dossier.dossier_reader import ParsedFile
from service.input.tree.placed_errors import PlacedError, raise_placed_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts import Subject
    from rules.model import Scorecard
    from service.input.tree.nodes import FieldReader
    from service.input.tree.placed_errors import FilePosition, Problem

_message = message_factory(__name__)

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_COSTS = re.compile(rf"({_NUMBER})(?:\s*(?:-|–|—|−|~|～|至|\bto\b)\s*({_NUMBER}))?")
_PART = re.compile(r"measures\[[0-9]+\]\.(?:effects\[[0-9]+\]|[a-z_]+)")


@dataclass(frozen=True, slots=True)
class MeasureFile(ParsedFile):
    """A valid list of measures with the position of each field."""

    measures: MeasureList


def cost_range(text: str) -> CostRange | None:
    """Return a cost as written: `1200`, or `1200-1500` for a cost between two amounts; None for other text."""
    match = _COSTS.fullmatch(text.strip())
    return None if match is None else CostRange(least=match[1], most=match[2] or match[1])


def cost_text(cost: CostRange) -> str:
    """Return a cost as `cost_range` reads it."""
    return cost.least if cost.least == cost.most else f"{cost.least}-{cost.most}"


def refuse_long_list(place: FilePosition | None, count: int) -> NoReturn:
    """Raise PlacedError for a list with too many measures."""
    raise_placed_error(place, _message("TOO_MANY_MEASURES", count=count, most=MAXIMUM_MEASURES), "TOO_MANY")


def checked_list(
    measures: MeasureList, fields: FieldReader, scorecard: Scorecard, subject: Subject | None
) -> MeasureFile:
    """Check a list that was read with `fields`.

    Raises:
        PlacedError: If there is any problem; measures that could not be read are not checked again.
    """
    read = MeasureFile(fields.positions, measures)
    problems = [*fields.problems, *_violations(read, scorecard, subject, fields.problems)]
    if problems:
        raise PlacedError(problems)
    return read


def _violations(
    read: MeasureFile, scorecard: Scorecard, subject: Subject | None, problems: list[Problem]
) -> Iterator[Problem]:
    """Yield the violations of parts that could be read."""
    malformed = {_part(problem.field) for problem in problems}
    whole = {field for problem in problems for field in _enclosing(problem.field)}
    try:
        check_measures(scorecard, read.measures, subject)
    except InputError as error:
        for problem in read.located(error).problems:
            if problem.field not in whole and _part(problem.field) not in malformed:
                yield problem


def _part(field: str) -> str:
    match = _PART.match(field)
    return match[0] if match else field


def _enclosing(field: str) -> Iterator[str]:
    while field:
        yield field
        field = field[: max(field.rfind("."), field.rfind("["), 0)]

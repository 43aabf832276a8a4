"""Which figures did each record of a list come to? Read from a stored record, one row for each record of a list."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete

from rules.trail.codes import read_code
from service.store.tables import RecordFiguresRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Connection

    from rules.contracts.written import WrittenSteps

_ROWS = RecordFiguresRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_NUMBER = re.compile(r"-?\d+(\.\d+|/\d+)?")


def figures_in(name: str, record: WrittenSteps) -> Iterator[dict[str, Any]]:
    """Give the rows of one evaluation."""
    for step, found in record.found.items():
        place = _place(step)
        if place is not None and len(found) > 1 and isinstance(found[1], dict):
            figures = {figure: _figure(codes[0]) for figure, codes in found[1].items()}
            list_, key = place
            yield {"evaluation": name, "list": list_, "record": key, "figures": json.dumps(figures, sort_keys=True)}


def forget_figures(connection: Connection, evaluation: str, gone: Collection[str]) -> None:
    """Delete the figures of the records whose steps are erased."""
    for place in filter(None, map(_place, gone)):
        list_, key = place
        its = (_ROWS.c.evaluation == evaluation, _ROWS.c.list == list_, _ROWS.c.record == key)
        connection.execute(delete(_ROWS).where(*its))


def _place(step: str) -> tuple[str, str] | None:
    """Give the list and the key of the record that a step is of; None of other steps."""
    group, _, rest = step.partition("/")
    list_, slash, key = rest.partition("/")
    return (list_, key) if group == "facts" and slash else None


def _figure(code: Any) -> dict[str, Any]:
    """Write the ends of a number, which are exact; of what is none, such as a day or a choice, how it stands there."""
    if not isinstance(code, str):
        return {"answer": "; ".join(map(str, code)) if isinstance(code, list) else str(code)}
    if not (_NUMBER.fullmatch(code) or code[:1] in ("[", "(")):
        return {"answer": code}
    bounds = read_code(code)
    if not all(end is None or _NUMBER.fullmatch(end) for end in (bounds.low, bounds.high)):
        return {"answer": code}
    ends = {"low": bounds.low, "high": bounds.high}
    return {**ends, "low_open": bounds.low_open, "high_open": bounds.high_open}

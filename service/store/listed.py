"""Under which conclusion, subject, day and time is an evaluation found in listings? Written as its record says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from rules.trail.walk_conclusion import CONCLUSION
from service.store.prepared import Prepared
from service.store.tables import ConclusionRow, ListedRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from rules.contracts.written import WrittenSteps
    from service.store.tables import EvaluationRow

_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_NAMES = ("organization", "scorecard_version", "kind", "grade", "stage", "verdict")
"""The columns of a conclusion by which it is found."""
_ENLIST = Prepared(lambda _: insert(_LISTED))
_FIND = Prepared(
    lambda _: select(_CONCLUSIONS.c.id).where(*(_CONCLUSIONS.c[name] == bindparam(name) for name in _NAMES))
)


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """Where one evaluation stands: its own columns, and those of its conclusion."""

    listed: Mapping[str, str]
    conclusion: Mapping[str, str]


def new_place(row: EvaluationRow, *, stage: str | None, verdict: str | None) -> ListedPlace:
    """Give the place of an evaluation that is being stored."""
    stated = {
        "subject": row.subject,
        "as_of_date": row.as_of_date,
        "scorecard_version": row.scorecard_version,
        "conclusion": {"kind": row.conclusion_kind, "grade": row.grade, "stage": stage, "verdict": verdict},
    }
    return _place(row.name, row.organization, row.create_time, stated)


def recorded_place(evaluation: str, create_time: str, record: WrittenSteps) -> ListedPlace:
    """Give the place of an evaluation from its record.

    Raises:
        KeyError: the record does not say what was concluded.
    """
    (conclusion,) = record.found[CONCLUSION]
    stated = {**record.head.model_dump(), "conclusion": conclusion}
    return _place(evaluation, evaluation.split("/")[1], create_time, stated)


def _place(evaluation: str, organization: str, create_time: str, record: Mapping[str, Any]) -> ListedPlace:
    """Give a place; what the conclusion leaves out is found as the empty text."""
    conclusion = record["conclusion"]
    return ListedPlace(
        listed={
            "evaluation": evaluation,
            "organization": organization,
            "subject": record["subject"],
            "create_time": create_time,
            "as_of_date": record["as_of_date"],
        },
        conclusion={
            "organization": organization,
            "scorecard_version": record["scorecard_version"],
            "kind": conclusion["kind"],
            **{name: conclusion.get(name) or "" for name in ("grade", "stage", "verdict")},
        },
    )


def enlist(connection: Connection, places: Sequence[ListedPlace]) -> None:
    """Write the places of evaluations that have none yet."""
    known: dict[tuple[str, ...], int] = {}
    rows = []
    for one in places:
        key = tuple(one.conclusion.values())
        if key not in known:
            known[key] = _conclusion(connection, one.conclusion)
        rows.append({**one.listed, "conclusion": known[key]})
    _ENLIST.run_each(connection, rows)


def enlist_again(connection: Connection, places: Sequence[ListedPlace]) -> None:
    """Write the places of evaluations anew."""
    names = [one.listed["evaluation"] for one in places]
    connection.execute(delete(_LISTED).where(_LISTED.c.evaluation.in_(names)))
    enlist(connection, places)


def _conclusion(connection: Connection, columns: Mapping[str, str]) -> int:
    found = _FIND.value(connection, columns)
    if found is None:
        connection.execute(insert(_CONCLUSIONS), columns)
        found = _FIND.value(connection, columns)
    return int(found)

"""Projection of records into searchable rows: answer of each criterion, bases, listing position."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, Engine, bindparam, delete, exists, insert, select
from sqlalchemy.exc import OperationalError

from rules.contracts import Bounds, Outcome, TouchstoneError, WrittenSteps, all_of, error_message
from rules.trail import CONCLUSION_STEP, TRACK_STEP, read_code
from service.base import logs
from service.base.refusals import Refusal
from service.store.criterion_outcomes import pack_findings, pack_outcomes
from service.store.prepared_statements import PreparedStatement
from service.store.result_dependencies import Cards, EvaluationSupports, add_supports, no_cards, supports_of
from service.store.stored_records import unpack
from service.store.tables import (
    ConclusionRow,
    EvaluationRow,
    ListedRow,
    RecordFiguresRow,
    StandingRow,
    UnprojectedRow,
    UnreadableRow,
)
from service.store.yearly_results import (
    OPEN_GATES,
    RESULTS,
    TALLIES,
    YearlyResultRow,
    add_yearly_results,
    year_of,
    yearly_result,
)

if TYPE_CHECKING:
    _Stored = tuple[str, str, bytes, str]
    """Name, time, record and software of an evaluation."""


_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LISTED_ROWS = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_NAMES = ("organization", "scorecard_version", "kind", "grade", "stage", "verdict")
"""The columns of a conclusion by which it is found."""
_ENLIST = PreparedStatement(lambda _: insert(_LISTED_ROWS))
_FIND = PreparedStatement(
    lambda _: select(_CONCLUSIONS.c.id).where(*(_CONCLUSIONS.c[name] == bindparam(name) for name in _NAMES))
)


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """Where one evaluation stands: its own columns, and those of its conclusion."""

    listed: Mapping[str, str]
    conclusion: Mapping[str, str]


def new_listing_entry(row: EvaluationRow, *, stage: str | None, verdict: str | None) -> ListingEntry:
    """Give the place of an evaluation that is being stored."""
    stated = {
        "subject": row.subject,
        "as_of_date": row.as_of_date,
        "scorecard_version": row.scorecard_version,
        "conclusion": {"kind": row.conclusion_kind, "grade": row.grade, "stage": stage, "verdict": verdict},
    }
    return _listed_place(row.name, row.organization, row.create_time, stated)


def listing_entry_of_record(evaluation: str, create_time: str, record: WrittenSteps) -> ListingEntry:
    """Give the place of an evaluation from its record."""
    (conclusion,) = record.results_by_step[CONCLUSION_STEP]
    stated = {**record.head.model_dump(), "conclusion": conclusion}
    return _listed_place(evaluation, evaluation.split("/")[1], create_time, stated)


def _listed_place(evaluation: str, organization: str, create_time: str, record: Mapping[str, Any]) -> ListingEntry:
    """Give a place; what the conclusion leaves out is found as the empty text."""
    conclusion = record["conclusion"]
    return ListingEntry(
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


def add_listing_entries(connection: Connection, places: Sequence[ListingEntry]) -> None:
    """Write the places of evaluations that have none yet."""
    known: dict[tuple[str, ...], int] = {}
    rows = []
    for entry in places:
        key = tuple(entry.conclusion.values())
        if key not in known:
            known[key] = _conclusion(connection, entry.conclusion)
        rows.append({**entry.listed, "conclusion": known[key]})
    _ENLIST.run_each(connection, rows)


def replace_listing_entries(connection: Connection, places: Sequence[ListingEntry]) -> None:
    """Write the places of evaluations anew."""
    names = [entry.listed["evaluation"] for entry in places]
    connection.execute(delete(_LISTED_ROWS).where(_LISTED_ROWS.c.evaluation.in_(names)))
    add_listing_entries(connection, places)


def _conclusion(connection: Connection, columns: Mapping[str, str]) -> int:
    conclusion_id = _FIND.value(connection, columns)
    if conclusion_id is None:
        connection.execute(insert(_CONCLUSIONS), columns)
        conclusion_id = _FIND.value(connection, columns)
    return int(conclusion_id)


_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_UNREADABLE = UnreadableRow.__table__  # type: ignore[attr-defined] # likewise
_MAX_NAMES = 100


@dataclass(frozen=True, slots=True)
class OmittedEvaluations:
    """How many evaluations are left out, and which, the first hundred by name."""

    count: int = 0
    names: tuple[str, ...] = ()


def omitted_evaluations(
    connection: Connection, organization: str, *, met: Collection[str] = (), version: str | None = None
) -> OmittedEvaluations:
    """Give what answers about an organisation, or about one version, leave out: unreadable ones, known or `met` now."""
    is_there = _EVALUATIONS.c.name == _UNREADABLE.c.evaluation, _EVALUATIONS.c.organization == organization
    meant = () if version is None else (_EVALUATIONS.c.scorecard_version == version,)
    # From the few that are unreadable to their evaluations, not the other way round, which reads all of them.
    chosen = select(_UNREADABLE.c.evaluation).where(exists().where(*is_there, *meant))
    names = {
        *connection.execute(chosen).scalars(),
        *unreadable_unprojected_names(connection, organization, version),
        *met,
    }
    return OmittedEvaluations(len(names), tuple(sorted(names)[:_MAX_NAMES]))


_ROWS = RecordFiguresRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_NUMBER = re.compile(r"-?\d+(\.\d+|/\d+)?")


def record_figure_rows(name: str, record: WrittenSteps) -> Iterator[dict[str, Any]]:
    """Give the rows of one evaluation."""
    for step, values in record.results_by_step.items():
        place = _place(step)
        if place is not None and len(values) > 1 and isinstance(values[1], dict):
            figures = {figure: _figure(codes[0]) for figure, codes in values[1].items()}
            list_, key = place
            yield {"evaluation": name, "list": list_, "record": key, "figures": json.dumps(figures, sort_keys=True)}


def delete_record_figures(connection: Connection, evaluation: str, gone: Collection[str]) -> None:
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


_FIGURES = RecordFiguresRow.__table__  # type: ignore[attr-defined] # likewise
_STANDINGS = StandingRow.__table__  # type: ignore[attr-defined] # likewise
_UNPROJECTED = UnprojectedRow.__table__  # type: ignore[attr-defined] # likewise
_ADD_FIGURES = PreparedStatement(lambda _: insert(_FIGURES))
_ADD_STANDINGS = PreparedStatement(lambda _: insert(_STANDINGS))
_FORGET_UNREAD = PreparedStatement(
    lambda _: delete(_UNREADABLE).where(_UNREADABLE.c.evaluation == bindparam("evaluation"))
)
_RECORD_COLUMNS = (
    _EVALUATIONS.c.name,
    _EVALUATIONS.c.create_time,
    _EVALUATIONS.c.record,
    _EVALUATIONS.c.software_versions,
)
_AT_ONCE = 64
_UNPROJECTED_RECORDS = select(*_RECORD_COLUMNS).join(_UNPROJECTED, _UNPROJECTED.c.evaluation == _EVALUATIONS.c.name)
_FIRST_UNPROJECTED = PreparedStatement(
    lambda _: _UNPROJECTED_RECORDS.order_by(_UNPROJECTED.c.evaluation).limit(bindparam("most"))
)
_PROJECTED = PreparedStatement(
    lambda _: delete(_UNPROJECTED).where(_UNPROJECTED.c.evaluation == bindparam("evaluation"))
)


def project_evaluations(connection: Connection, rows: Iterable[_Stored], cards: Cards, *, again: bool = False) -> int:
    """Write the outcomes of stored evaluations, what they rest on and where they stand; count the outcomes.

    `cards` tell which bases they read. With `again` their places in listings, which were written with them, are
    written anew. A record that cannot be read gives no outcomes, and keeps its place; verifying that evaluation says
    what is wrong with it.
    """
    count = 0
    figures: list[dict[str, Any]] = []
    standings: list[dict[str, Any]] = []
    names: list[str] = []
    supports: list[tuple[str, EvaluationSupports]] = []
    places: list[ListingEntry] = []
    yearly: list[tuple[YearlyResultRow, list[dict[str, Any]]]] = []
    for row in rows:
        name = row[0]
        names.append(name)
        projection = build_projection(*row, cards)
        if projection is not None:
            count += len(projection.outcomes)
            figures.extend(projection.figures)
            standings.append(projection.standing)
            supports.append((name, projection.supports))
            places.append(projection.listing_entry)
            yearly.append((projection.yearly_result, projection.outcomes))
    _note_unread(connection, names, read=[standing["evaluation"] for standing in standings])
    _ADD_FIGURES.run_each(connection, figures)
    _ADD_STANDINGS.run_each(connection, standings)
    add_yearly_results(connection, yearly)
    add_supports(connection, supports)
    _PROJECTED.run_each(connection, [{"evaluation": name} for name in names])
    if again:
        replace_listing_entries(connection, places)
    return count


def _note_unread(connection: Connection, names: Sequence[str], read: Collection[str]) -> None:
    """Note which of some evaluations could not be read, and no longer those that can."""
    _FORGET_UNREAD.run_each(connection, [{"evaluation": name} for name in names])
    unread = [{"evaluation": name} for name in names if name not in read]
    if unread:
        connection.execute(insert(_UNREADABLE), unread)


@dataclass(frozen=True, slots=True)
class Projection:
    """What is projected of one record: its rows in each table, what it rests on, and its place in listings."""

    outcomes: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    standing: dict[str, Any]
    supports: EvaluationSupports
    listing_entry: ListingEntry
    yearly_result: YearlyResultRow


def build_projection(
    name: str, create_time: str, record: bytes, software_versions: str, cards: Cards
) -> Projection | None:
    """Say what is projected of one evaluation; None of a record that cannot be read."""
    try:
        organization, read = name.split("/")[1], unpack(record)
        outcomes = list(_outcomes(name, read))
        standing, entry = _standing(name, read, outcomes), listing_entry_of_record(name, create_time, read)
        return Projection(
            outcomes=outcomes,
            figures=list(record_figure_rows(name, read)),
            standing=standing,
            supports=supports_of(read, organization, software_versions, cards(organization, read.head)),
            listing_entry=entry,
            yearly_result=yearly_result(standing, entry.conclusion, year_of(read)),
        )
    except Exception:
        logs.error("record_unreadable", evaluation=name)
        return None


def project_unwritten(connection: Connection, organization: str, cards: Cards = no_cards) -> list[Projection]:
    """Project, for one answer, what of an organisation could not be written yet, such as on a full disk.

    Which bases it read is told where there are `cards`.
    """
    if not waits_for_projection(connection, organization):
        return []  # without looking through all that the organisation has
    missing = connection.execute(_UNPROJECTED_RECORDS.where(_EVALUATIONS.c.organization == organization))
    projections = (build_projection(row[0], row[1], row[2], row[3], cards) for row in missing)
    return [projection for projection in projections if projection is not None]


def unreadable_unprojected_names(connection: Connection, organization: str, version: str | None) -> list[str]:
    """Name what of an organisation, or of one version, waits for projection and cannot be read."""
    if not waits_for_projection(connection, organization):
        return []
    missing = _UNPROJECTED_RECORDS.where(_EVALUATIONS.c.organization == organization)
    if version is not None:
        missing = missing.where(_EVALUATIONS.c.scorecard_version == version)
    rows = connection.execute(missing)
    return [row[0] for row in rows if build_projection(row[0], row[1], row[2], row[3], no_cards) is None]


def waits_for_projection(connection: Connection, organization: str = "") -> bool:
    """Say whether any evaluation, or any of an organisation, is not projected yet."""
    name, prefix = _UNPROJECTED.c.evaluation, f"organizations/{organization}/evaluations/"
    chosen = select(name).limit(1)
    if organization:
        chosen = chosen.where(name > prefix, name < f"{prefix[:-1]}0")
    return connection.execute(chosen).first() is not None


def project_pending(engine: Engine, cards: Cards, *, again: bool = False) -> int:
    """Project every evaluation that is not projected yet, group by group, and say how many outcomes were added."""
    count, evaluations = 0, _AT_ONCE
    while evaluations == _AT_ONCE:
        evaluations, outcomes = project_pending_batch(engine, cards, most=_AT_ONCE, again=again)
        count += outcomes
    return count


def project_pending_batch(engine: Engine, cards: Cards, *, most: int, again: bool = False) -> tuple[int, int]:
    """Project so many of them; the answer is how many there were, fewer if none is left, and how many outcomes.

    An evaluation that cannot be projected never stops the others: it is noted as unreadable, and logged.
    """
    rows: list[_Stored] = []
    try:
        with engine.begin() as connection:
            rows += [(row[0], row[1], row[2], row[3]) for row in _FIRST_UNPROJECTED.rows(connection, {"most": most})]
            return len(rows), project_evaluations(connection, rows, cards, again=again)
    except (OperationalError, Refusal):
        raise  # the database cannot be written now, whatever the evaluation
    except Exception as error:
        if not rows:
            raise
        if len(rows) == 1:
            _set_aside(engine, rows[0][0], error)
            return 1, 0
    done = [project_pending_batch(engine, cards, most=1, again=again) for _ in rows]
    return sum(evaluations for evaluations, _ in done), sum(outcomes for _, outcomes in done)


def _set_aside(engine: Engine, name: str, error: Exception) -> None:
    """Take an evaluation out of the queue, and note it as unreadable, unless another server has done so or read it."""
    with engine.begin() as connection:
        waits = select(_UNPROJECTED.c.evaluation).where(_UNPROJECTED.c.evaluation == name)
        if connection.execute(waits).first() is None:
            return
        _note_unread(connection, [name], read=())
        _PROJECTED.run_each(connection, [{"evaluation": name}])
    problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
    logs.error("evaluation_not_projected", evaluation=name, problem=problem[:400])


@dataclass(frozen=True, slots=True)
class RebuildResult:
    """The number of outcomes, and the evaluations that stay unreadable."""

    outcomes: int
    unreadable: tuple[str, ...]


def rebuild_projections(engine: Engine, cards: Cards) -> RebuildResult:
    """Delete all outcomes and project them again from the stored records.

    Places in listings are replaced one by one, so that none is ever missing; outcomes that an interruption leaves
    missing are projected at the next start.
    """
    with engine.begin() as connection:
        for table in (_FIGURES, _STANDINGS, RESULTS, OPEN_GATES, TALLIES, _UNPROJECTED):
            connection.execute(delete(table))
        connection.execute(insert(_UNPROJECTED).from_select(["evaluation"], select(_EVALUATIONS.c.name)))
    outcomes = project_pending(engine, cards, again=True)
    with engine.connect() as connection:
        chosen = select(_UNREADABLE.c.evaluation).order_by(_UNREADABLE.c.evaluation)
        return RebuildResult(outcomes, tuple(connection.execute(chosen).scalars()))


_KINDS = {"rules": "rule", "gates": "gate", "indicators": "indicator"}


def _outcomes(name: str, record: WrittenSteps) -> Iterable[dict[str, Any]]:
    for step, values in record.results_by_step.items():
        group, _, criterion = step.partition("/")
        if group not in _KINDS:
            continue
        outcome = values[0]
        if group == "rules":
            outcome = all_of([Outcome(values[0]), Outcome(values[1])]).value
        points = read_code(values[1]) if group == "indicators" else Bounds()
        yield {
            "evaluation": name,
            "criterion": criterion,
            "kind": _KINDS[group],
            "outcome": outcome,
            "points_low": points.low,
            "points_high": points.high,
            "maximum_points": values[2] if group == "indicators" else None,
        }


def _findings(record: WrittenSteps) -> Iterator[tuple[str, str]]:
    for step, values in record.results_by_step.items():
        group, _, finding = step.partition("/")
        if group == "findings":
            yield finding, values[0]


def _standing(name: str, record: WrittenSteps, outcomes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    head, (conclusion,) = record.head, record.results_by_step[CONCLUSION_STEP]
    track = record.results_by_step.get(TRACK_STEP, [{}])[0]
    score = conclusion.get("score", {}).get("exact", {})
    return {
        "evaluation": name,
        "organization": name.split("/")[1],
        "scorecard_version": head.scorecard_version,
        "subject": head.subject,
        "as_of_date": head.as_of_date,
        "conclusion_kind": conclusion["kind"],
        "track": orjson.dumps(track, option=orjson.OPT_SORT_KEYS).decode(),
        "score_low": score.get("low"),
        "score_low_open": score.get("low_open", False),
        "score_high": score.get("high"),
        "score_high_open": score.get("high_open", False),
        "outcomes": pack_outcomes(outcomes),
        "findings": pack_findings(_findings(record)),
    }

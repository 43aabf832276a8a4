"""Projection of records into searchable rows: criterion outcomes, bases, listing position."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from sqlalchemy import Connection, Engine, bindparam, delete, exists, func, insert, select
from sqlalchemy.exc import OperationalError

from rules.contracts import Outcome, TouchstoneError, WrittenSteps, all_of, error_message, message_factory
from rules.trail import CONCLUSION_STEP, TRACK_STEP, read_code
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.store.criterion_outcomes import pack_findings, pack_outcomes
from service.store.months import archived_months, is_evaluation
from service.store.prepared_statements import PreparedStatement
from service.store.result_dependencies import Cards, EvaluationSupports, add_supports, no_cards, supports_of
from service.store.stored_records import unpack
from service.store.tables import (
    CONCLUSIONS,
    EVALUATIONS,
    LISTED_ROWS,
    RECORD_FIGURES as _FIGURES,
    STANDINGS,
    UNPROJECTED_ROWS as _UNPROJECTED,
    UNREADABLE_ROWS as _UNREADABLE,
    VALUE_BLOCKS,
    EvaluationRow,
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


_message = message_factory(__name__)

_CONCLUSION_KEY = ("organization", "scorecard_version", "kind", "grade", "stage", "verdict")
_INSERT_LISTED = PreparedStatement(lambda _: insert(LISTED_ROWS))
_FIND_CONCLUSION = PreparedStatement(
    lambda _: select(CONCLUSIONS.c.id).where(*(CONCLUSIONS.c[name] == bindparam(name) for name in _CONCLUSION_KEY))
)


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """Listing columns of an evaluation and of its conclusion."""

    listed: Mapping[str, str]
    conclusion: Mapping[str, str]


def new_listing_entry(row: EvaluationRow, *, stage: str | None, verdict: str | None) -> ListingEntry:
    """Return the listing entry of an evaluation that is being stored."""
    stated = {
        "subject": row.subject,
        "as_of_date": row.as_of_date,
        "scorecard_version": row.scorecard_version,
        "conclusion": {"kind": row.conclusion_kind, "grade": row.grade, "stage": stage, "verdict": verdict},
    }
    return _listing_entry(row.name, row.organization, row.create_time, stated)


def _listing_entry_of_record(evaluation: str, create_time: str, record: WrittenSteps) -> ListingEntry:
    (conclusion,) = record.results_by_step[CONCLUSION_STEP]
    stated = {**record.head.model_dump(), "conclusion": conclusion}
    return _listing_entry(evaluation, evaluation.split("/")[1], create_time, stated)


def _listing_entry(evaluation: str, organization: str, create_time: str, record: Mapping[str, Any]) -> ListingEntry:
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
    """Insert listing entries for evaluations without any."""
    known: dict[tuple[str, ...], int] = {}
    rows = []
    for entry in places:
        key = tuple(entry.conclusion.values())
        if key not in known:
            known[key] = _conclusion(connection, entry.conclusion)
        rows.append({**entry.listed, "conclusion": known[key]})
    _INSERT_LISTED.run_each(connection, rows)


def _replace_listing_entries(connection: Connection, places: Sequence[ListingEntry]) -> None:
    names = [entry.listed["evaluation"] for entry in places]
    connection.execute(delete(LISTED_ROWS).where(LISTED_ROWS.c.evaluation.in_(names)))
    add_listing_entries(connection, places)


def _conclusion(connection: Connection, columns: Mapping[str, str]) -> int:
    conclusion_id = _FIND_CONCLUSION.value(connection, columns)
    if conclusion_id is None:
        connection.execute(insert(CONCLUSIONS), columns)
        conclusion_id = _FIND_CONCLUSION.value(connection, columns)
    return int(conclusion_id)


_MAX_NAMES = 100


@dataclass(frozen=True, slots=True)
class OmittedEvaluations:
    """Number of omitted evaluations, and the first hundred names."""

    count: int = 0
    names: tuple[str, ...] = ()


def omitted_evaluations(
    connection: Connection, organization: str, *, met: Collection[str] = (), version: str | None = None
) -> OmittedEvaluations:
    """Return unreadable evaluations of an organization or version, including `met`."""
    is_stored = EVALUATIONS.c.name == _UNREADABLE.c.evaluation, EVALUATIONS.c.organization == organization
    of_version = () if version is None else (EVALUATIONS.c.scorecard_version == version,)
    # Start from the few unreadable evaluations; the reverse join would read all evaluations.
    chosen = select(_UNREADABLE.c.evaluation).where(exists().where(*is_stored, *of_version))
    names = {
        *connection.execute(chosen).scalars(),
        *_unreadable_unprojected_names(connection, organization, version),
        *met,
    }
    return OmittedEvaluations(len(names), tuple(sorted(names)[:_MAX_NAMES]))


_FACTS = "facts"
_NUMBER = re.compile(r"-?\d+(\.\d+|/\d+)?")


_Groups = Mapping[str, list[tuple[str, list[Any]]]]
"""Results of steps by group, with the rest of the step id."""


def _by_group(record: WrittenSteps) -> _Groups:
    groups: dict[str, list[tuple[str, list[Any]]]] = {}
    for step, values in record.results_by_step.items():
        group, _, name = step.partition("/")
        if group in groups:
            groups[group].append((name, values))
        else:
            groups[group] = [(name, values)]
    return groups


def _record_figure_rows(name: str, groups: _Groups) -> Iterator[dict[str, Any]]:
    for fact, values in groups.get(_FACTS, ()):
        if "/" in fact and len(values) > 1 and isinstance(values[1], dict):
            figures = {figure: _figure(codes[0]) for figure, codes in values[1].items()}
            list_, _, key = fact.partition("/")
            yield {"evaluation": name, "list": list_, "record": key, "figures": json.dumps(figures, sort_keys=True)}


def delete_record_figures(connection: Connection, evaluation: str, gone: Collection[str]) -> None:
    """Delete the figures of erased steps."""
    for list_record in filter(None, map(_list_record, gone)):
        list_, key = list_record
        conditions = (_FIGURES.c.evaluation == evaluation, _FIGURES.c.list == list_, _FIGURES.c.record == key)
        connection.execute(delete(_FIGURES).where(*conditions))


def _list_record(step: str) -> tuple[str, str] | None:
    group, _, rest = step.partition("/")
    list_, slash, key = rest.partition("/")
    return (list_, key) if group == _FACTS and slash else None


def _figure(code: Any) -> dict[str, Any]:
    if not isinstance(code, str):
        return {"answer": "; ".join(map(str, code)) if isinstance(code, list) else str(code)}
    if not (_NUMBER.fullmatch(code) or code[:1] in ("[", "(")):
        return {"answer": code}
    bounds = read_code(code)
    if not all(end is None or _NUMBER.fullmatch(end) for end in (bounds.low, bounds.high)):
        return {"answer": code}
    ends = {"low": bounds.low, "high": bounds.high}
    return {**ends, "low_open": bounds.low_open, "high_open": bounds.high_open}


_ADD_FIGURES = PreparedStatement(lambda _: insert(_FIGURES))
_ADD_STANDINGS = PreparedStatement(lambda _: insert(STANDINGS))
_DELETE_UNREADABLE = PreparedStatement(
    lambda _: delete(_UNREADABLE).where(_UNREADABLE.c.evaluation == bindparam("evaluation"))
)
_RECORD_COLUMNS = (
    EVALUATIONS.c.name,
    EVALUATIONS.c.create_time,
    EVALUATIONS.c.record,
    EVALUATIONS.c.software_versions,
)
_BATCH_SIZE = 64
_UNPROJECTED_RECORDS = select(*_RECORD_COLUMNS).join(_UNPROJECTED, _UNPROJECTED.c.evaluation == EVALUATIONS.c.name)
_FIRST_UNPROJECTED = PreparedStatement(
    lambda database: (
        select(*_RECORD_COLUMNS)
        .join(_UNPROJECTED, is_evaluation(database, _UNPROJECTED.c.evaluation))
        .order_by(_UNPROJECTED.c.evaluation)
        .limit(bindparam("most"))
    )
)
_DELETE_UNPROJECTED = PreparedStatement(
    lambda _: delete(_UNPROJECTED).where(_UNPROJECTED.c.evaluation == bindparam("evaluation"))
)


def project_evaluations(connection: Connection, rows: Iterable[_Stored], cards: Cards, *, again: bool = False) -> int:
    """Write derived rows; return the number of outcomes.

    With `again`, listing entries are replaced. Unreadable records have no outcomes and retain their listing entries;
    verification reports the problem.
    """
    count = 0
    figures: list[dict[str, Any]] = []
    standings: list[dict[str, Any]] = []
    names: list[str] = []
    supports: list[tuple[str, EvaluationSupports]] = []
    listing_entries: list[ListingEntry] = []
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
            listing_entries.append(projection.listing_entry)
            yearly.append((projection.yearly_result, projection.outcomes))
    _update_unreadable(connection, names, read=[result_row["evaluation"] for result_row in standings])
    _ADD_FIGURES.run_each(connection, figures)
    _ADD_STANDINGS.run_each(connection, standings)
    add_yearly_results(connection, yearly)
    add_supports(connection, supports)
    _DELETE_UNPROJECTED.run_each(connection, [{"evaluation": name} for name in names])
    if again:
        _replace_listing_entries(connection, listing_entries)
    return count


def _update_unreadable(connection: Connection, names: Sequence[str], read: Collection[str]) -> None:
    _DELETE_UNREADABLE.run_each(connection, [{"evaluation": name} for name in names])
    unread = [{"evaluation": name} for name in names if name not in read]
    if unread:
        connection.execute(insert(_UNREADABLE), unread)


@dataclass(frozen=True, slots=True)
class Projection:
    """Rows and supports projected from one record."""

    outcomes: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    standing: dict[str, Any]
    supports: EvaluationSupports
    listing_entry: ListingEntry
    yearly_result: YearlyResultRow


def build_projection(
    name: str, create_time: str, record: bytes, software_versions: str, cards: Cards
) -> Projection | None:
    """Return the projection, or None if the record is unreadable."""
    try:
        organization, read = name.split("/")[1], unpack(record)
        groups = _by_group(read)
        outcomes = list(_outcomes(name, groups))
        result_row, entry = _result_row(name, read, groups, outcomes), _listing_entry_of_record(name, create_time, read)
        return Projection(
            outcomes=outcomes,
            figures=list(_record_figure_rows(name, groups)),
            standing=result_row,
            supports=supports_of(read, organization, software_versions, cards(organization, read.head)),
            listing_entry=entry,
            yearly_result=yearly_result(result_row, entry.conclusion, year_of(read)),
        )
    except Exception:
        logs.error("record_unreadable", evaluation=name)
        return None


def project_unwritten(connection: Connection, organization: str, cards: Cards = no_cards) -> list[Projection]:
    """Return missing projections without storing them, for example while the disk is full."""
    if not waits_for_projection(connection, organization):
        return []  # avoids a scan of the organization
    missing = connection.execute(_UNPROJECTED_RECORDS.where(EVALUATIONS.c.organization == organization))
    projections = (build_projection(row[0], row[1], row[2], row[3], cards) for row in missing)
    return [projection for projection in projections if projection is not None]


def _unreadable_unprojected_names(connection: Connection, organization: str, version: str | None) -> list[str]:
    if not waits_for_projection(connection, organization):
        return []
    missing = _UNPROJECTED_RECORDS.where(EVALUATIONS.c.organization == organization)
    if version is not None:
        missing = missing.where(EVALUATIONS.c.scorecard_version == version)
    rows = connection.execute(missing)
    return [row[0] for row in rows if build_projection(row[0], row[1], row[2], row[3], no_cards) is None]


def waits_for_projection(connection: Connection, organization: str = "") -> bool:
    """Return whether any evaluation, or any of an organization, awaits projection."""
    name, prefix = _UNPROJECTED.c.evaluation, f"organizations/{organization}/evaluations/"
    chosen = select(name).limit(1)
    if organization:
        chosen = chosen.where(name > prefix, name < f"{prefix[:-1]}0")
    return connection.execute(chosen).first() is not None


_MAX_COUNTED = 10_000
_COUNTED = select(_UNPROJECTED.c.evaluation).limit(_MAX_COUNTED).subquery()
_LAG = select(func.count(), func.min(LISTED_ROWS.c.create_time)).select_from(
    _COUNTED.outerjoin(LISTED_ROWS, LISTED_ROWS.c.evaluation == _COUNTED.c.evaluation)
)


def projection_lag(connection: Connection) -> tuple[int, str | None]:
    """Return the number of unprojected evaluations, up to 10,000, and the time of the oldest of them."""
    count, oldest = connection.execute(_LAG).one()
    return count, oldest


def project_pending(engine: Engine, cards: Cards, *, again: bool = False) -> int:
    """Project all pending evaluations; return the number of outcomes."""
    count, evaluations = 0, _BATCH_SIZE
    while evaluations == _BATCH_SIZE:
        evaluations, outcomes = project_pending_batch(engine, cards, most=_BATCH_SIZE, again=again)
        count += outcomes
    return count


def project_pending_batch(engine: Engine, cards: Cards, *, most: int, again: bool = False) -> tuple[int, int]:
    """Project up to `most` evaluations; return the numbers of evaluations and outcomes.

    An evaluation that fails is logged as unreadable and does not stop the others.
    """
    rows: list[_Stored] = []
    try:
        with engine.begin() as connection:
            rows += [(row[0], row[1], row[2], row[3]) for row in _FIRST_UNPROJECTED.rows(connection, {"most": most})]
            return len(rows), project_evaluations(connection, rows, cards, again=again)
    except (OperationalError, Refusal):
        raise  # not caused by an evaluation
    except Exception as error:
        if not rows:
            raise
        if len(rows) == 1:
            _mark_unreadable(engine, rows[0][0], error)
            return 1, 0
    done = [project_pending_batch(engine, cards, most=1, again=again) for _ in rows]
    return sum(evaluations for evaluations, _ in done), sum(outcomes for _, outcomes in done)


def _mark_unreadable(engine: Engine, name: str, error: Exception) -> None:
    with engine.begin() as connection:
        waits = select(_UNPROJECTED.c.evaluation).where(_UNPROJECTED.c.evaluation == name)
        if connection.execute(waits).first() is None:
            return
        _update_unreadable(connection, [name], read=())
        _DELETE_UNPROJECTED.run_each(connection, [{"evaluation": name}])
    problem = error_message(error) if isinstance(error, TouchstoneError) else type(error).__name__
    logs.error("evaluation_not_projected", evaluation=name, problem=problem[:400])


@dataclass(frozen=True, slots=True)
class RebuildResult:
    """Number of outcomes, and evaluations that are still unreadable."""

    outcomes: int
    unreadable: tuple[str, ...]


def rebuild_projections(engine: Engine, cards: Cards) -> RebuildResult:
    """Project all outcomes again from the stored records.

    Listing entries are replaced individually, so none is ever missing. The next start completes an interrupted rebuild.

    Raises:
        Refusal: If months are archived, because their rows could not be rebuilt.
    """
    with engine.begin() as connection:
        if months := [row.month for row in archived_months(connection)]:
            raise Refusal(Reason.EVALUATION_ARCHIVED, _message("REBUILD_ARCHIVED", months=months))
        for table in (_FIGURES, STANDINGS, RESULTS, OPEN_GATES, TALLIES, VALUE_BLOCKS, _UNPROJECTED):
            connection.execute(delete(table))
        connection.execute(insert(_UNPROJECTED).from_select(["evaluation"], select(EVALUATIONS.c.name)))
    outcomes = project_pending(engine, cards, again=True)
    with engine.connect() as connection:
        chosen = select(_UNREADABLE.c.evaluation).order_by(_UNREADABLE.c.evaluation)
        return RebuildResult(outcomes, tuple(connection.execute(chosen).scalars()))


_KINDS = {"rules": "rule", "gates": "gate", "indicators": "indicator"}


def _outcomes(name: str, groups: _Groups) -> Iterator[dict[str, Any]]:
    for group in filter(_KINDS.__contains__, groups):
        kind = _KINDS[group]
        for criterion, values in groups[group]:
            outcome, low, high, most = values[0], None, None, None
            if kind == "rule":
                outcome = all_of([Outcome(values[0]), Outcome(values[1])]).value
            elif kind == "indicator":
                points, most = read_code(values[1]), values[2]
                low, high = points.low, points.high
            yield {
                "evaluation": name,
                "criterion": criterion,
                "kind": kind,
                "outcome": outcome,
                "points_low": low,
                "points_high": high,
                "maximum_points": most,
            }


def _result_row(
    name: str, record: WrittenSteps, groups: _Groups, outcomes: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
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
        "findings": pack_findings((finding, values[0]) for finding, values in groups.get("findings", ())),
    }

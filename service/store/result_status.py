"""Queries of the status of stored results, and of undecided cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import ColumnElement, Connection, bindparam, func, select, text

from service.base import instants
from service.store.prepared_statements import TEXT_ELEMENTS, PreparedStatement
from service.store.result_states import (
    ENDS_APPEAL,
    INVALID_STATES,
    STATE_AFTER,
    ResultDecision,
    ResultStatus,
    status_of,
)
from service.store.tables import (
    CASE_ITEMS as _ITEMS,
    CASE_LABELS as _LABELS,
    CASE_STEPS as _STEPS,
    CASES,
    DISPOSITIONS,
    LISTED_ROWS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


RESULTS = "results"
_BATCH_SIZE = 500


def decisions_on(connection: Connection, evaluations: Collection[str]) -> Mapping[str, tuple[ResultDecision, ...]]:
    """Return decisions of campaigns and cases by evaluation."""
    by_evaluation = dict(campaign_decisions_on(connection, evaluations))
    for name, cases in _cases_based_on(connection, evaluations).items():
        for case in cases:
            by_evaluation[name] = (*by_evaluation.get(name, ()), *_decisions_in(connection, case, name))
    return {name: decisions for name, decisions in by_evaluation.items() if decisions}


def _is_named(column: ColumnElement[str], database: str) -> ColumnElement[bool]:
    return column.in_(text(TEXT_ELEMENTS[database].format(list=":names")))


_CASES_BASED_ON = PreparedStatement(
    lambda database: select(_LABELS.c.label, _LABELS.c.id).where(
        _LABELS.c.organization == bindparam("organization"),
        _LABELS.c.kind == RESULTS,
        _is_named(_LABELS.c.label, database),
    )
)
_CAMPAIGN_DECISIONS = PreparedStatement(
    lambda database: select(
        DISPOSITIONS.c.evaluation, *(DISPOSITIONS.c[name] for name in ResultDecision.__dataclass_fields__)
    ).where(_is_named(DISPOSITIONS.c.evaluation, database))
)


def _cases_based_on(connection: Connection, evaluations: Collection[str]) -> Mapping[str, list[str]]:
    by_organization: dict[str, list[str]] = {}
    for name in sorted(evaluations):
        _, _, remainder = name.partition("/")  # submitted names may be arbitrary
        by_organization.setdefault(remainder.partition("/")[0], []).append(name)
    by_evaluation: dict[str, list[str]] = {}
    for organization, names in by_organization.items():
        values = {"organization": organization, "names": orjson.dumps(names).decode()}
        for name, case in _CASES_BASED_ON.rows(connection, values):
            by_evaluation.setdefault(name, []).append(case)
    return by_evaluation


def _decisions_in(connection: Connection, case: str, evaluation: str) -> Iterable[ResultDecision]:
    items = {
        f"{item_row.kind}/{item_row.number}": orjson.loads(item_row.content)
        for item_row in connection.execute(
            select(_ITEMS).where(_ITEMS.c.case_name == case, _ITEMS.c.kind.in_(("certificates", "appeals")))
        )
    }
    dependent_items = {item for item, content in items.items() if content.get("evaluation", evaluation) == evaluation}
    appeals_by_step = {content.get("raised_by"): item for item, content in items.items() if item.startswith("appeals/")}
    for item in dependent_items:
        expire_time = items[item].get("expire_time", "")
        if expire_time and expire_time <= instants.now():
            yield ResultDecision(f"{case}/{item}", 0, "expire", items[item]["last_date"], expire_time)
    steps = select(_STEPS).where(_STEPS.c.case_name == case).order_by(_STEPS.c.number)
    for step_row in connection.execute(steps) if items else ():
        item = appeals_by_step.get(step_row.number, step_row.item)
        if item in dependent_items and step_row.step in {*STATE_AFTER, *ENDS_APPEAL}:
            public = orjson.loads(step_row.content).get("public_reason")
            yield ResultDecision(
                f"{case}/{item}", step_row.number, step_row.step, public or step_row.reason, step_row.time
            )


def campaign_decisions_on(
    connection: Connection, evaluations: Collection[str]
) -> Mapping[str, tuple[ResultDecision, ...]]:
    """Return decisions of campaigns by evaluation."""
    by_evaluation: dict[str, tuple[ResultDecision, ...]] = {}
    values = {"names": orjson.dumps(sorted(evaluations)).decode()}
    for evaluation, *decision in _CAMPAIGN_DECISIONS.rows(connection, values):
        by_evaluation[evaluation] = (*by_evaluation.get(evaluation, ()), ResultDecision(*decision))
    return by_evaluation


def result_statuses(connection: Connection, evaluations: Collection[str]) -> Mapping[str, ResultStatus]:
    """Return the status of each evaluation with decisions; the others are valid."""
    return {
        name: status
        for name, decisions in decisions_on(connection, evaluations).items()
        if (status := status_of(decisions)) is not None
    }


_INVALIDATING_DISPOSITIONS = tuple(name for name, state in STATE_AFTER.items() if state in INVALID_STATES)
_INVALID_CERTIFICATE_STATES = ("suspended", "withdrawn", "cancelled")
_LIVE_CERTIFICATE_STATES = ("valid", "suspended")
_OPEN_SURVEILLANCE_STATES = ("planned", "evaluating", "evaluated", "in_review", "recommended")
UNDECIDED = ("submitted", "waiting", "accepted", "contracted", *_OPEN_SURVEILLANCE_STATES)
_OPEN_CASE_STATES = (*UNDECIDED, "granted")


def invalid_results(connection: Connection, organization: str) -> Mapping[str, ResultStatus]:
    """Return the invalid results of an organization."""
    of_evaluations, of_cases = (f"organizations/{organization}/{part}/" for part in ("evaluations", "cases"))
    disposed = select(DISPOSITIONS.c.evaluation).where(
        *_has_prefix(DISPOSITIONS.c.evaluation, of_evaluations),
        DISPOSITIONS.c.disposition.in_(_INVALIDATING_DISPOSITIONS),
    )
    certified = select(_ITEMS.c.content).where(
        _ITEMS.c.kind == "certificates",
        _ITEMS.c.state.in_(_INVALID_CERTIFICATE_STATES),
        *_has_prefix(_ITEMS.c.case_name, of_cases),
    )
    names = {
        *connection.execute(disposed).scalars(),
        *(orjson.loads(content).get("evaluation", "") for content in connection.execute(certified).scalars()),
    }
    statuses = result_statuses(connection, names - {""})
    return {name: status for name, status in statuses.items() if not status.stands}


def _has_prefix(column: ColumnElement[str], prefix: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column > prefix, column < f"{prefix[:-1]}0"


@dataclass(frozen=True, slots=True)
class CaseSteps:
    """Step numbers of a case on a result: the conclusion, with its content, and decisions."""

    case: str
    concluded: int
    content: str
    steps: tuple[int, ...]


def case_steps_on(connection: Connection, evaluation: str) -> list[CaseSteps]:
    """Return the steps of each case that decided on a result."""
    case_steps = []
    for case in sorted(_cases_based_on(connection, (evaluation,)).get(evaluation, ())):
        steps = sorted(decision.number for decision in _decisions_in(connection, case, evaluation) if decision.number)
        conditions = (_STEPS.c.case_name == case, _STEPS.c.step == "conclude")
        concluded = [
            (number, content)
            for number, content in connection.execute(select(_STEPS.c.number, _STEPS.c.content).where(*conditions))
            if orjson.loads(content).get("evaluation") == evaluation
        ]
        if steps and concluded:
            case_steps.append(CaseSteps(case, *max(concluded), tuple(steps)))
    return case_steps


@dataclass(frozen=True, slots=True)
class BasedOn:
    """Number of valid or suspended certificates, and of open cases, based on results."""

    certificates: int
    open_cases: int


def based_on(connection: Connection, organization: str, evaluations: Collection[str]) -> BasedOn:
    """Count the live certificates and open cases based on the evaluations."""
    names, certificates = set(evaluations), 0
    surveyed = select(_ITEMS.c.case_name, _ITEMS.c.content).where(
        _ITEMS.c.kind.in_(("surveillances", "recertifications")),
        _ITEMS.c.state.in_(_OPEN_SURVEILLANCE_STATES),
        *_has_prefix(_ITEMS.c.case_name, f"organizations/{organization}/cases/"),
    )
    open_cases = {case for case, content in connection.execute(surveyed) if _evaluation_of(content) in names}
    cases = sorted({case for its in _cases_based_on(connection, names).values() for case in its})
    for start in range(0, len(cases), _BATCH_SIZE):
        some = cases[start : start + _BATCH_SIZE]
        read = select(CASES.c.name, CASES.c.content).where(CASES.c.name.in_(some), CASES.c.state.in_(_OPEN_CASE_STATES))
        open_cases.update(case for case, content in connection.execute(read) if _evaluation_of(content) in names)
        certified = select(_ITEMS.c.content).where(
            _ITEMS.c.case_name.in_(some), _ITEMS.c.kind == "certificates", _ITEMS.c.state.in_(_LIVE_CERTIFICATE_STATES)
        )
        certificates += sum(
            _evaluation_of(content) in names and not _has_expired(content)
            for content in connection.execute(certified).scalars()
        )
    return BasedOn(certificates, len(open_cases))


def _evaluation_of(content: str) -> str:
    return str(orjson.loads(content).get("evaluation", ""))


def _has_expired(content: str) -> bool:
    expire_time = orjson.loads(content).get("expire_time", "")
    return bool(expire_time) and expire_time <= instants.now()


def live_certificates(connection: Connection, evaluation: str) -> list[tuple[str, str, str]]:
    """Return case, item and number of valid or suspended certificates based on an evaluation."""
    certificates = []
    for case in _cases_based_on(connection, (evaluation,)).get(evaluation, ()):
        conditions = (
            _ITEMS.c.case_name == case,
            _ITEMS.c.kind == "certificates",
            _ITEMS.c.state.in_(_LIVE_CERTIFICATE_STATES),
        )
        for item_row in connection.execute(select(_ITEMS).where(*conditions).order_by(_ITEMS.c.number)):
            content = orjson.loads(item_row.content)
            if content.get("evaluation") == evaluation:
                certificates.append((case, f"certificates/{item_row.number}", content.get("number", "")))
    return certificates


@dataclass(frozen=True, slots=True)
class UndecidedCases:
    """Number of undecided cases, and of those evaluated for a date in a period."""

    all: int
    reevaluated: int


def count_undecided_cases(
    connection: Connection, organization: str, card: str, period: tuple[str, str]
) -> UndecidedCases:
    """Count undecided cases; `period` is the first and last date of a new version."""
    chosen = select(CASES.c.content).where(
        CASES.c.organization == organization,
        CASES.c.state.in_(UNDECIDED),
        CASES.c.content.contains(f'"scorecards/{card}', autoescape=True),
    )
    contents = [orjson.loads(content) for content in connection.execute(chosen).scalars()]
    own = [content for content in contents if content.get("scorecard", "").split("/")[1:2] == [card]]
    evaluations = [content["evaluation"] for content in own if content.get("evaluation")]
    return UndecidedCases(len(own), _count_dated(connection, evaluations, period))


def _count_dated(connection: Connection, evaluations: Sequence[str], period: tuple[str, str]) -> int:
    count = 0
    for start in range(0, len(evaluations), _BATCH_SIZE):
        some = evaluations[start : start + _BATCH_SIZE]
        chosen = select(func.count()).where(
            LISTED_ROWS.c.evaluation.in_(some), LISTED_ROWS.c.as_of_date.between(*period)
        )
        count += int(connection.execute(chosen).scalar() or 0)
    return count

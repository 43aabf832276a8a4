"""Status of a stored result: valid, questioned, corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

import orjson
from sqlalchemy import ColumnElement, Connection, select

from service.base import instants
from service.store.tables import CaseItemRow, CaseLabelRow, CaseRow, CaseStepRow, DispositionRow

_DISPOSITIONS = DispositionRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LABELS = CaseLabelRow.__table__  # type: ignore[attr-defined] # likewise
_CASES = CaseRow.__table__  # type: ignore[attr-defined] # likewise
_ITEMS = CaseItemRow.__table__  # type: ignore[attr-defined] # likewise
_STEPS = CaseStepRow.__table__  # type: ignore[attr-defined] # likewise
RESULTS = "results"
"""The labels by which the cases are found that rest on a result."""
_AT_ONCE = 500


class ResultState(IntEnum):
    """How a result stands; `_GRAVITY` puts them in order."""

    STANDS = 1
    IN_QUESTION = 2
    CORRECTED = 3
    WITHDRAWN = 4
    EXPIRED = 5
    SUPERSEDED = 6
    UNDER_APPEAL = 7
    SUSPENDED = 8


_GRAVITY = (
    ResultState.STANDS, ResultState.EXPIRED, ResultState.SUPERSEDED, ResultState.UNDER_APPEAL,
    ResultState.IN_QUESTION, ResultState.SUSPENDED, ResultState.CORRECTED, ResultState.WITHDRAWN,
)  # fmt: skip
_INVALID_STATES = frozenset((ResultState.SUSPENDED, ResultState.CORRECTED, ResultState.WITHDRAWN))
_STATES = {
    "stands": ResultState.STANDS,
    "to_be_asked": ResultState.IN_QUESTION,
    "changed": ResultState.CORRECTED,
    "withdrawn": ResultState.WITHDRAWN,
    "reinstate": ResultState.STANDS,
    "suspend": ResultState.SUSPENDED,
    "withdraw": ResultState.WITHDRAWN,
    "cancel": ResultState.WITHDRAWN,
    "supersede": ResultState.SUPERSEDED,
    "expire": ResultState.EXPIRED,
    "appeal": ResultState.UNDER_APPEAL,
}
"""To each disposition of a campaign, and each step of a certificate or appeal, what it makes of the result."""
_ENDS_APPEAL = frozenset({"uphold", "dismiss"})


@dataclass(frozen=True, slots=True)
class ResultStatus:
    """What was decided of a result, in which campaign or case, why, and when (`YYYY-MM-DDThh:mm:ssZ`)."""

    state: ResultState
    campaign: str
    reason: str
    time: str

    @property
    def stands(self) -> bool:
        """Say whether the result may still be relied on."""
        return self.state not in _INVALID_STATES


@dataclass(frozen=True, slots=True)
class ResultDecision:
    """One disposition of a result, the `number`th of its campaign; or a step in a certificate or appeal of a case."""

    campaign: str
    number: int
    disposition: str
    reason: str
    time: str


def status_of(decisions: Iterable[ResultDecision], known: str | None = None) -> ResultStatus | None:
    """Give the status of a result by all decisions on it, or by those known at an instant; None if there are none.

    Each campaign is about one thing that turned out wrong, so in each the last decision counts, and of the campaigns
    the gravest: what was withdrawn for one reason does not stand because another reason did not bear on it.
    """
    last: dict[str, ResultDecision] = {}
    for decision in sorted(decisions, key=lambda entry: entry.number):
        if known is None or decision.time <= known:
            last[decision.campaign] = decision
    statuses = [
        ResultStatus(
            _STATES[last_decision.disposition], last_decision.campaign, last_decision.reason, last_decision.time
        )
        for last_decision in last.values()
        if last_decision.disposition in _STATES
    ]
    return max(statuses, key=lambda status: (_GRAVITY.index(status.state), status.time, status.campaign), default=None)


def decisions_on(connection: Connection, evaluations: Collection[str]) -> Mapping[str, tuple[ResultDecision, ...]]:
    """Read the decisions of campaigns and cases on each of these evaluations on which there is one."""
    by_evaluation = dict(campaign_decisions_on(connection, evaluations))
    for name, cases in _cases_on(connection, evaluations).items():
        for case in cases:
            by_evaluation[name] = (*by_evaluation.get(name, ()), *_decisions_in(connection, case, name))
    return {name: decisions for name, decisions in by_evaluation.items() if decisions}


def _cases_on(connection: Connection, evaluations: Collection[str]) -> Mapping[str, list[str]]:
    """Name the cases that rest on each of these evaluations."""
    by_organization: dict[str, list[str]] = {}
    for name in sorted(evaluations):
        _, _, behind = name.partition("/")  # what somebody sends to be verified may have any name
        by_organization.setdefault(behind.partition("/")[0], []).append(name)
    by_evaluation: dict[str, list[str]] = {}
    for organization, names in by_organization.items():
        for start in range(0, len(names), _AT_ONCE):
            its = (_LABELS.c.organization == organization, _LABELS.c.kind == RESULTS)
            asked = select(_LABELS.c.label, _LABELS.c.id).where(
                *its, _LABELS.c.label.in_(names[start : start + _AT_ONCE])
            )
            for name, case in connection.execute(asked):
                by_evaluation.setdefault(name, []).append(case)
    return by_evaluation


def _decisions_in(connection: Connection, case: str, evaluation: str) -> Iterable[ResultDecision]:
    """Give what the steps of a case decided of its certificates that rest on an evaluation, and appeals in it."""
    items = {
        f"{item_row.kind}/{item_row.number}": orjson.loads(item_row.content)
        for item_row in connection.execute(
            select(_ITEMS).where(_ITEMS.c.case_name == case, _ITEMS.c.kind.in_(("certificates", "appeals")))
        )
    }
    resting = {item for item, content in items.items() if content.get("evaluation", evaluation) == evaluation}
    made = {content.get("raised_by"): item for item, content in items.items() if item.startswith("appeals/")}
    for item in resting:
        over = items[item].get("expire_time", "")
        if over and over <= instants.now():
            yield ResultDecision(f"{case}/{item}", 0, "expire", items[item]["last_date"], over)
    steps = select(_STEPS).where(_STEPS.c.case_name == case).order_by(_STEPS.c.number)
    for step_row in connection.execute(steps) if items else ():
        item = made.get(step_row.number, step_row.item)
        if item in resting and step_row.step in {*_STATES, *_ENDS_APPEAL}:
            public = orjson.loads(step_row.content).get("public_reason")
            yield ResultDecision(
                f"{case}/{item}", step_row.number, step_row.step, public or step_row.reason, step_row.time
            )


def campaign_decisions_on(
    connection: Connection, evaluations: Collection[str]
) -> Mapping[str, tuple[ResultDecision, ...]]:
    """Read the decisions of campaigns on each of these evaluations on which there is one."""
    by_evaluation: dict[str, tuple[ResultDecision, ...]] = {}
    names = sorted(evaluations)
    read = (_DISPOSITIONS.c.evaluation, *(_DISPOSITIONS.c[name] for name in ResultDecision.__dataclass_fields__))
    for start in range(0, len(names), _AT_ONCE):
        asked = select(*read).where(_DISPOSITIONS.c.evaluation.in_(names[start : start + _AT_ONCE]))
        for evaluation, *decision in connection.execute(asked):
            by_evaluation[evaluation] = (*by_evaluation.get(evaluation, ()), ResultDecision(*decision))
    return by_evaluation


def result_statuses(connection: Connection, evaluations: Collection[str]) -> Mapping[str, ResultStatus]:
    """Give the status of each of these evaluations of which something was decided; the others stand."""
    return {
        name: status
        for name, decisions in decisions_on(connection, evaluations).items()
        if (status := status_of(decisions)) is not None
    }


_NOT_STANDING = tuple(name for name, state in _STATES.items() if state in _INVALID_STATES)
_STATES_OF_CERTIFICATES = ("suspended", "withdrawn", "cancelled")
"""The states of certificates in which the result that one rests on does not stand."""
_LIVE_CERTIFICATES = ("valid", "suspended")
_OPEN_SURVEILLANCES = ("planned", "evaluating", "evaluated", "in_review", "recommended")
UNDECIDED = ("submitted", "waiting", "accepted", "contracted", *_OPEN_SURVEILLANCES)
"""The states of a case before its decision."""
_OPEN_CASES = (*UNDECIDED, "granted")
"""The states of cases, and of surveillances in them, in which a procedure is open."""


def invalid_results(connection: Connection, organization: str) -> Mapping[str, ResultStatus]:
    """Give the results of an organisation that do not stand, found by what was decided of them."""
    of_evaluations, of_cases = (f"organizations/{organization}/{part}/" for part in ("evaluations", "cases"))
    disposed = select(_DISPOSITIONS.c.evaluation).where(
        *_below(_DISPOSITIONS.c.evaluation, of_evaluations), _DISPOSITIONS.c.disposition.in_(_NOT_STANDING)
    )
    certified = select(_ITEMS.c.content).where(
        _ITEMS.c.kind == "certificates",
        _ITEMS.c.state.in_(_STATES_OF_CERTIFICATES),
        *_below(_ITEMS.c.case_name, of_cases),
    )
    names = {
        *connection.execute(disposed).scalars(),
        *(orjson.loads(content).get("evaluation", "") for content in connection.execute(certified).scalars()),
    }
    statuses = result_statuses(connection, names - {""})
    return {name: status for name, status in statuses.items() if not status.stands}


def _below(column: ColumnElement[str], prefix: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Ask for names under a place, which ends in a slash."""
    return column > prefix, column < f"{prefix[:-1]}0"


@dataclass(frozen=True, slots=True)
class CaseSteps:
    """The steps of a case that bear on a result: which concluded on it, what was given with that, and what followed."""

    case: str
    concluded: int
    content: str
    steps: tuple[int, ...]


def case_steps_on(connection: Connection, evaluation: str) -> list[CaseSteps]:
    """Give the steps of each case that bear on a result, if any decided of it."""
    case_steps = []
    for case in sorted(_cases_on(connection, (evaluation,)).get(evaluation, ())):
        steps = sorted(decision.number for decision in _decisions_in(connection, case, evaluation) if decision.number)
        its = (_STEPS.c.case_name == case, _STEPS.c.step == "conclude")
        concluded = [
            (number, content)
            for number, content in connection.execute(select(_STEPS.c.number, _STEPS.c.content).where(*its))
            if orjson.loads(content).get("evaluation") == evaluation
        ]
        if steps and concluded:
            case_steps.append(CaseSteps(case, *max(concluded), tuple(steps)))
    return case_steps


@dataclass(frozen=True, slots=True)
class BasedOn:
    """How many certificates that are valid or suspended, and how many open cases, are based on results."""

    certificates: int
    open_cases: int


def based_on(connection: Connection, organization: str, evaluations: Collection[str]) -> BasedOn:
    """Count the certificates and open cases of an organisation that are based on any of these evaluations."""
    names, certificates = set(evaluations), 0
    surveyed = select(_ITEMS.c.case_name, _ITEMS.c.content).where(
        _ITEMS.c.kind == "surveillances",
        _ITEMS.c.state.in_(_OPEN_SURVEILLANCES),
        *_below(_ITEMS.c.case_name, f"organizations/{organization}/cases/"),
    )
    open_cases = {case for case, content in connection.execute(surveyed) if _evaluation_of(content) in names}
    cases = sorted({case for its in _cases_on(connection, names).values() for case in its})
    for start in range(0, len(cases), _AT_ONCE):
        some = cases[start : start + _AT_ONCE]
        read = select(_CASES.c.name, _CASES.c.content).where(_CASES.c.name.in_(some), _CASES.c.state.in_(_OPEN_CASES))
        open_cases.update(case for case, content in connection.execute(read) if _evaluation_of(content) in names)
        certified = select(_ITEMS.c.content).where(
            _ITEMS.c.case_name.in_(some), _ITEMS.c.kind == "certificates", _ITEMS.c.state.in_(_LIVE_CERTIFICATES)
        )
        certificates += sum(
            _evaluation_of(content) in names and not _is_over(content)
            for content in connection.execute(certified).scalars()
        )
    return BasedOn(certificates, len(open_cases))


def _evaluation_of(content: str) -> str:
    return str(orjson.loads(content).get("evaluation", ""))


def _is_over(content: str) -> bool:
    over = orjson.loads(content).get("expire_time", "")
    return bool(over) and over <= instants.now()


def live_certificates(connection: Connection, evaluation: str) -> list[tuple[str, str, str]]:
    """Give case, item and number of each certificate that rests on a result and is valid or suspended."""
    certificates = []
    for case in _cases_on(connection, (evaluation,)).get(evaluation, ()):
        its = (_ITEMS.c.case_name == case, _ITEMS.c.kind == "certificates", _ITEMS.c.state.in_(_LIVE_CERTIFICATES))
        for item_row in connection.execute(select(_ITEMS).where(*its).order_by(_ITEMS.c.number)):
            content = orjson.loads(item_row.content)
            if content.get("evaluation") == evaluation:
                certificates.append((case, f"certificates/{item_row.number}", content.get("number", "")))
    return certificates

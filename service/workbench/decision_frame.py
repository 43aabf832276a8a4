"""Review and decision frame: conclusion, recommendation, checks, findings and steps by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError
from service.base import instants
from service.base.refusals import Refusal
from service.cases import workflow_steps
from service.workbench.ladders import load_ladder
from service.workbench.page import PageRequest
from service.workbench.queries import declared_step, id_of, item_kind, state_step
from service.workbench.scorecard_lookup import version_in_force, version_of
from service.workbench.titles import result_title, site_titles, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model import Scorecard
    from service.cases.credentials.decisions import DecisionStatement
    from service.workbench.page import Shown
    from service.workbench.queries import People
    from touchstone.v1 import case_service_pb2 as cases

FUNCTIONS = ("evaluation", "review", "decision")
_CHECKED_STEPS = frozenset({"grant", "maintain", "renew"})


@dataclass(frozen=True, slots=True)
class PersonActs:
    """Steps of one person in one function."""

    name: str
    is_me: bool
    steps: Sequence[str]
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class DecidedFinding:
    """Finding as shown to reviewers and deciders."""

    name: str
    requirement: str
    severity: str
    statement: str
    state: str
    state_date: str
    """Civil date in the scheme's time zone; empty for the initial state."""
    due_date: str
    """Deadline; empty once it has ended."""


@dataclass(frozen=True, slots=True)
class StatementSite:
    """Site in a decision statement."""

    name: str
    id: str
    address: str


@dataclass(frozen=True, slots=True)
class StatementReading:
    """Accepted own interpretation, with its clause."""

    id: str
    place: str


@dataclass(frozen=True, slots=True)
class StatementInTitles:
    """Decision statement with titles and names for ids."""

    card: str
    version: str
    result: str
    sites: Sequence[StatementSite]
    deciders: Sequence[str]
    recused: Sequence[str]
    readings: Sequence[StatementReading]
    time: str


def _acts_by_function(
    page_request: PageRequest, case: cases.Case, item: str, who: People
) -> list[tuple[str, list[PersonActs]]]:
    result = []
    for function in FUNCTIONS:
        by_person: dict[str, list[cases.CaseStep]] = {}
        for step in case.steps:
            if step.function == function and step.item in ("", item):
                by_person.setdefault(step.person, []).append(step)
        acts = [
            PersonActs(
                who.name(person), bool(person) and person == who.me, list(dict.fromkeys(step.step for step in steps)),
                page_request.time_in(steps[0].step_time, case.time_zone)[:10],
                page_request.time_in(steps[-1].step_time, case.time_zone)[:10],
            )
            for person, steps in by_person.items()
        ]  # fmt: skip
        result.append((function, acts))
    return result


def decided_findings(page_request: PageRequest, case: cases.Case) -> list[DecidedFinding]:
    """Return all findings of a case with states and dates."""
    return [
        DecidedFinding(
            item.item, item.content.requirement, item.content.severity, item.content.statement, item.state,
            page_request.time_in(step.step_time, case.time_zone)[:10] if (step := state_step(case, item)) else "",
            "" if item.state in workflow_steps.FINDING_ENDS else item.content.due_date,
        )
        for item in case.items
        if item_kind(item.item) == workflow_steps.FINDING
    ]  # fmt: skip


async def load_decision_frame(
    page_request: PageRequest, case: cases.Case, who: People, item: str = "", step: str = ""
) -> Shown:
    """Load the template data of review and decision pages.

    `item` is empty for the case itself, otherwise for example `surveillances/1`.
    """
    content = next((case_item.content for case_item in case.items if case_item.item == item), case.content)
    language = page_request.language
    ladder = await load_ladder(page_request, content.evaluation)
    card = ladder.formatter.scorecard if ladder is not None else await _card_in_force(page_request, case)
    checks = [check for check in case.decision_checks if check.item == item]
    recommendations = [taken for taken in case.steps if taken.step == "recommend" and taken.item == item]
    return {
        "ladder": ladder,
        "concluded": content,
        "card_title": _card_title(card, language) or id_of(case.content.scorecard),
        "result_title": result_title(card, content.result, language) if card and content.result else content.result,
        "acts": _acts_by_function(page_request, case, item, who),
        "findings": decided_findings(page_request, case),
        "blocking": [check for check in checks if check.in_the_way] if step in _CHECKED_STEPS | {""} else [],
        "is_checked": step in _CHECKED_STEPS,
        "recommended": next(reversed(recommendations), None),
        "frame_item": item,
        "ahead": _steps_ahead(case, item),
    }  # fmt: skip


def _steps_ahead(case: cases.Case, item: str) -> list[cases.NextCaseStep]:
    return [
        next_step for next_step in case.next_steps
        if next_step.item == item and next_step.function in ("review", "decision") and not next_step.hindrance
    ]  # fmt: skip


def is_framed(item: str, step: str) -> bool:
    """Return whether a step reviews or decides an evaluation."""
    try:
        declared = declared_step(item_kind(item), step)
    except Refusal:
        return False
    return declared.function in ("review", "decision") and bool({"in_review", "recommended"} & {*declared.sources})


async def _card_in_force(page_request: PageRequest, case: cases.Case) -> Scorecard | None:
    try:
        return await version_in_force(page_request, case.content.scorecard)
    except TouchstoneError:
        return None


def _card_title(card: Scorecard | None, language: str) -> str:
    return title_of(card.card.titles, language) if card is not None else ""


async def statement_in_titles(
    page_request: PageRequest, statement: DecisionStatement, who: People, client: cases.CaseClient, zone: str
) -> StatementInTitles:
    """Return a statement with titles; ids without a title are unchanged."""
    decided, language = statement.decision, page_request.language
    try:
        card: Scorecard | None = await version_of(page_request, decided.scorecard_version)
    except TouchstoneError:
        card = None
    bases = {basis.id: f"{basis.instrument}, {basis.place}" for basis in card.bases} if card is not None else {}
    addresses = site_titles(client, language)
    return StatementInTitles(
        card=_card_title(card, language) or decided.scorecard_version,
        version=id_of(decided.scorecard_version),
        result=result_title(card, decided.grade, language) if card is not None else decided.grade,
        sites=[StatementSite(name, id_of(name), addresses.get(id_of(name), "")) for name in decided.sites],
        deciders=who.names(decided.deciders),
        recused=who.names(decided.recused),
        readings=[StatementReading(id, bases.get(id, "")) for id in decided.accepted_readings],
        time=_in_zone(decided.time, zone),
    )


def _in_zone(instant: str, zone: str) -> str:
    return f"{PageRequest.time_in(instants.to_timestamp(instant), zone)} ({zone})"

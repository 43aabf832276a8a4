"""Start page of a trial: sample users, case states, stories, and the files of a factory to plan for."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import TouchstoneError
from service.examples import planned_factory
from service.identity.principals import Principal, PrincipalKind
from service.workbench.page import Download, Page
from service.workbench.pages.score import possibility_word
from service.workbench.pages.score_preview import evaluate_unstored, points_span_text
from service.workbench.queries import id_of, load_client
from service.workbench.sample import CASES, ORGANIZATION, PARENT, PEOPLE, RULE_STORY, STORY
from service.workbench.scorecard_lookup import version_of
from service.workbench.sessions import SignedInUser
from service.workbench.titles import titles
from service.workbench.trial import START
from service.workbench.waiting_work import Scope, load_waiting
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    evaluation_pb2,
    evaluation_service_pb2,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest, Shown
    from service.workbench.sample import StoryStep
    from service.workbench.waiting_work import Waiting

_VIEWER = "ada"
"""Sample user who may read and evaluate all cases."""
_LADDER_PIXELS = 84
_YAML = "application/yaml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class _CaseState:
    case: cases.Case
    client: str
    points: str
    grades: Sequence[tuple[str, str]]
    """Title and possibility of each grade, lowest first."""
    open_facts: int
    declared_facts: int
    awaited: Sequence[str]


async def _load(page_request: PageRequest) -> Shown:
    by_person = {name: _as_sample_user(page_request, name) for name in PEOPLE}
    loads = (load_waiting(user_request, Scope.OWN) for user_request in by_person.values())
    waiting = dict(zip(PEOPLE, await asyncio.gather(*loads), strict=True))
    case_states = []
    for case in CASES:
        with suppress(TouchstoneError):  # erased or never created
            case_states.append(await _load_case_state(by_person[_VIEWER], case, waiting))
    declared = {_VIEWER: sum(case_state.declared_facts for case_state in case_states)}
    trial = page_request.trial
    start_time = Timestamp()
    start_time.FromJsonString(trial.start_time if trial is not None else "1970-01-01T00:00:00Z")
    is_new_trial = page_request.user is None and page_request.earlier_trial not in ("", trial and trial.start)
    return {
        "people": PEOPLE, "stories": _stories(page_request), "standings": case_states, "begun": start_time,
        "is_anew": is_new_trial,
        "waiting": {
            name: _waiting_text(page_request, waits, declared.get(name, 0)) for name, waits in waiting.items()
        }, "drawn": _LADDER_PIXELS,
        "next": page_request.typed("next") or page_request.query.get("next", ""),
    }  # fmt: skip


def _as_sample_user(page_request: PageRequest, name: str) -> PageRequest:
    principal = Principal(name, PrincipalKind.ACCOUNT, ORGANIZATION, frozenset(PEOPLE[name].roles))
    return replace(page_request, user=SignedInUser(principal, ""))


def _waiting_text(page_request: PageRequest, waiting: Waiting, declared_facts: int) -> str:
    w = page_request.w
    names = [row.name for row in waiting.mine]
    counts = [f"{names.count(name)} × {name}" for name in dict.fromkeys(names)]
    if declared_facts:
        counts.insert(0, w["start_declared"].format(count=declared_facts))
    return w["comma"].join(counts) or str(w["start_nothing"])


async def _load_case_state(page_request: PageRequest, id: str, waiting: Mapping[str, Waiting]) -> _CaseState:
    name = f"{PARENT}/cases/{id}"
    case = await page_request.ask("CaseService/GetCase", cases.GetCaseRequest(name=name))
    awaited = [person for person, waits in waiting.items() if any(row.case_name == name for row in waits.mine)]
    record, facts = await _load_record(page_request, case)
    client = (await load_client(page_request, id_of(case.client))).display_name
    if record is None:
        return _CaseState(case, client, "", (), *facts, awaited)
    titled = titles(await version_of(page_request, record.scorecard_version), page_request.language)
    concluded = record.conclusion
    grades = [
        (titled.get(grade.grade) or page_request.word("no_rung", grade.grade), possibility_word(grade.possibility))
        for grade in reversed(concluded.grades)
    ]
    points = points_span_text(concluded.score) if concluded.HasField("score") else ""
    return _CaseState(case, client, points, grades, *facts, awaited)


async def _load_record(
    page_request: PageRequest, case: cases.Case
) -> tuple[evaluation_pb2.EvaluationRecord | None, tuple[int, int]]:
    """Return the record, stored or provisional, and the numbers of open and declared facts.

    The record is None without a dossier or while computed; stored records have no counts.
    """
    if case.content.evaluation:
        request = evaluation_service_pb2.GetEvaluationRequest(
            name=case.content.evaluation, view=evaluation_pb2.EVALUATION_VIEW_FULL
        )
        return (await page_request.ask("EvaluationService/GetEvaluation", request)).record, (0, 0)
    known = await page_request.ask("DossierService/GetCaseDossier", dossiers.GetCaseDossierRequest(name=case.name))
    if not known.revision:
        return None, (0, 0)
    key = ("start", known.name, case.as_of_date)
    record = await page_request.background_tasks.result(
        key, lambda: evaluate_unstored(page_request, known, known.content.facts, case.as_of_date)
    )
    states = [fact.state for fact in known.facts]
    return record, (states.count("open"), states.count("declared"))


def _stories(page_request: PageRequest) -> Mapping[str, Sequence[StoryStep]]:
    signs_rules = page_request.trial is not None and page_request.trial.rule_trust is not None
    return {"start_story": STORY, **({"start_rule_story": RULE_STORY} if signs_rules else {})}


async def _download_dossier(page_request: PageRequest) -> Download:
    dossier, _ = planned_factory(page_request.language)
    return Download("planned-factory.yaml", _YAML, dossier.encode())


async def _download_measures(page_request: PageRequest) -> Download:
    _, measures = planned_factory(page_request.language)
    return Download("measures.yaml", _YAML, measures.encode())


async def _handled_by_application(_visit: PageRequest) -> str:
    raise AssertionError


PAGES = (
    Page(START, "start.html.jinja", "", _load, _handled_by_application, public=True, of_trial=True),
    Page(f"{START}/planned-factory.yaml", "", "", _download_dossier, public=True, of_trial=True),
    Page(f"{START}/measures.yaml", "", "", _download_measures, public=True, of_trial=True),
)

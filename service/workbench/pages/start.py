"""Start page of a trial: the people of the sample body to enter as, where each case stands, and the story."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import TouchstoneError
from service.identity.principals import Principal, PrincipalKind
from service.workbench.page import Page
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

_LOOKING = "ada"
"""As whom the cases are looked at, who may read and evaluate them all."""
_DRAWN = 84
"""How wide the cells of all grades are together, in pixels."""


@dataclass(frozen=True, slots=True)
class _CaseStanding:
    """A case of the sample, as the table tells it."""

    case: cases.Case
    client: str
    points: str
    grades: Sequence[tuple[str, str]]
    """Each grade by its title, with how possible it is, the lowest first."""
    open_facts: int
    declared_facts: int
    """How many facts were not sent, and how many were and are not verified."""
    awaited: Sequence[str]
    """For whom of the sample it waits."""


async def _load(page_request: PageRequest) -> Shown:
    by_person = {name: _seen_by(page_request, name) for name in PEOPLE}
    loads = (load_waiting(one, Scope.OWN) for one in by_person.values())
    waiting = dict(zip(PEOPLE, await asyncio.gather(*loads), strict=True))
    standings = []
    for case in CASES:
        with suppress(TouchstoneError):  # erased, or never made; the people are there all the same
            standings.append(await _standing(by_person[_LOOKING], case, waiting))
    declared = {_LOOKING: sum(standing.declared_facts for standing in standings)}
    trial = page_request.trial
    begun = Timestamp()
    begun.FromJsonString(trial.start_time if trial is not None else "1970-01-01T00:00:00Z")
    is_anew = page_request.user is None and page_request.earlier_trial not in ("", trial and trial.start)
    return {
        "people": PEOPLE, "stories": _stories(page_request), "standings": standings, "begun": begun, "is_anew": is_anew,
        "waiting": {
            name: _counts(page_request, waits, declared.get(name, 0)) for name, waits in waiting.items()
        }, "drawn": _DRAWN,
        "next": page_request.typed("next") or page_request.query.get("next", ""),
    }  # fmt: skip


def _seen_by(page_request: PageRequest, name: str) -> PageRequest:
    """Give the request as if somebody of the sample made it."""
    principal = Principal(name, PrincipalKind.ACCOUNT, ORGANIZATION, frozenset(PEOPLE[name].roles))
    return replace(page_request, user=SignedInUser(principal, ""))


def _counts(page_request: PageRequest, waiting: Waiting, declared_facts: int) -> str:
    """Return in words how many things of each kind wait for a person, and how many facts to verify."""
    w = page_request.w
    names = [row.name for row in waiting.mine]
    counts = [f"{names.count(name)} × {name}" for name in dict.fromkeys(names)]
    if declared_facts:
        counts.insert(0, w["start_declared"].format(count=declared_facts))
    return w["comma"].join(counts) or str(w["start_nothing"])


async def _standing(page_request: PageRequest, id: str, waiting: Mapping[str, Waiting]) -> _CaseStanding:
    name = f"{PARENT}/cases/{id}"
    case = await page_request.ask("CaseService/GetCase", cases.GetCaseRequest(name=name))
    awaited = [person for person, waits in waiting.items() if any(row.case_name == name for row in waits.mine)]
    record, facts = await _record(page_request, case)
    client = (await load_client(page_request, id_of(case.client))).display_name
    if record is None:
        return _CaseStanding(case, client, "", (), *facts, awaited)
    titled = titles(await version_of(page_request, record.scorecard_version), page_request.language)
    concluded = record.conclusion
    grades = [
        (titled.get(grade.grade) or page_request.word("no_rung", grade.grade), possibility_word(grade.possibility))
        for grade in reversed(concluded.grades)
    ]
    points = points_span_text(concluded.score) if concluded.HasField("score") else ""
    return _CaseStanding(case, client, points, grades, *facts, awaited)


async def _record(
    page_request: PageRequest, case: cases.Case
) -> tuple[evaluation_pb2.EvaluationRecord | None, tuple[int, int]]:
    """Give what was concluded of a case, or what its dossier would be evaluated to, and which facts wait in it."""
    if case.content.evaluation:
        asked = evaluation_service_pb2.GetEvaluationRequest(
            name=case.content.evaluation, view=evaluation_pb2.EVALUATION_VIEW_FULL
        )
        return (await page_request.ask("EvaluationService/GetEvaluation", asked)).record, (0, 0)
    known = await page_request.ask("DossierService/GetCaseDossier", dossiers.GetCaseDossierRequest(name=case.name))
    if not known.revision:
        return None, (0, 0)
    what = ("start", known.name, case.as_of_date)
    record = await page_request.background_tasks.result(
        what, lambda: evaluate_unstored(page_request, known, known.content.facts, case.as_of_date)
    )
    states = [fact.state for fact in known.facts]
    return record, (states.count("open"), states.count("declared"))


def _stories(page_request: PageRequest) -> Mapping[str, Sequence[StoryStep]]:
    """Give the stories that can be walked here, by what their words are found by."""
    signs_rules = page_request.trial is not None and page_request.trial.rule_trust is not None
    return {"start_story": STORY, **({"start_rule_story": RULE_STORY} if signs_rules else {})}


async def _answered_before(_visit: PageRequest) -> str:
    """Stand for what the application does itself, before there is a session."""
    raise AssertionError


PAGES = (Page(START, "start.html.jinja", "", _load, _answered_before, public=True, of_trial=True),)

"""Case pages: list, overview by stages, items, log and certificate files, with helpers for case steps."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import TouchstoneError, message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.cases import workflow_steps
from service.cases.case_work import CLIENT_ROLES
from service.cases.dossier_handlers import STEPS
from service.output.mapping.mapper import word_of
from service.workbench.ladders import certain_ladder, load_ladder
from service.workbench.page import Download, Page
from service.workbench.pages.outlook import expected_changes_of
from service.workbench.queries import (
    ENDED,
    declared_step,
    displayed_evaluation,
    id_of,
    item_kind,
    load_case,
    load_client,
    load_people,
    persons_of,
    scalar_fields,
)
from service.workbench.scorecard_lookup import version_in_force
from service.workbench.titles import (
    case_card,
    content_titles,
    evaluation_titles,
    profile_titles,
    requirement_titles,
    result_title,
    result_titles,
    site_titles,
)
from touchstone.v1 import audit_planning_service_pb2 as planning, case_service_pb2 as cases, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.model import Scorecard
    from service.output.report.ladder import Ladder
    from service.workbench.page import PageRequest, Shown
    from service.workbench.queries import People

_message = message_factory(__name__)
_MAX_LOG_STEPS = 10
_EVALUATION = "EvaluationService/GetEvaluation"
_PROGRAMME = "AuditPlanningService/GetAuditProgramme"
_FILE = "CaseService/GetCertificateFile"
_SIGNED = "signed_paper"
_FILES = tuple(name.removeprefix("KIND_").lower() for name in cases.GetCertificateFileRequest.Kind.keys()[1:])


def _folded_by_step(steps: Iterable[cases.CaseStep]) -> list[tuple[cases.CaseStep, int]]:
    folded: dict[str, tuple[cases.CaseStep, int]] = {}
    for step in steps:
        folded[step.step] = step, folded.get(step.step, (step, 0))[1] + 1
    return list(folded.values())


def _folded_runs(steps: Iterable[cases.CaseStep]) -> list[tuple[cases.CaseStep, int]]:
    runs: list[tuple[cases.CaseStep, int]] = []
    for step in steps:
        if runs and all(getattr(runs[-1][0], name) == getattr(step, name) for name in ("person", "step", "item")):
            runs[-1] = step, runs[-1][1] + 1
        else:
            runs.append((step, 1))
    return runs[::-1]


def _next_actions(case: cases.Case) -> list[cases.NextCaseStep]:
    awaited = [step for step in case.next_steps if not declared_step(item_kind(step.item), step.step).optional]
    concluded = {step.item for step in awaited if step.step == "conclude"}
    return [step for step in case.next_steps if step.step == "verify" and step.item in concluded] + awaited


def _needs_evaluation(step: cases.NextCaseStep) -> bool:
    return step.step == "conclude" and not step.evaluations


def _action_name(page_request: PageRequest, step: cases.NextCaseStep) -> str:
    return str(page_request.w["evaluate"]) if _needs_evaluation(step) else page_request.word("step", step.step)


def _action_address(case: cases.Case, step: cases.NextCaseStep) -> str:
    return f"/workbench/cases/{id_of(case.name)}/score" if _needs_evaluation(step) else step_address(case, step)


def _steps_by_stage(case: cases.Case) -> list[tuple[str, list[tuple[cases.CaseStep, int]], list[cases.NextCaseStep]]]:
    declared = [
        step
        for step in workflow_steps.steps()
        if workflow_steps.CASE in step.of and step.to and step.function != "client"
    ]
    done = [step for step in case.steps if not step.item]
    return [
        (
            function,
            _folded_by_step(step for step in done if step.function == function),
            [next_step for next_step in case.next_steps if not next_step.item and next_step.function == function],
        )
        for function in dict.fromkeys(step.function for step in declared)
    ]


def item_with_step(case: cases.Case, step: str) -> str:
    """Return the item with an open step: a surveillance, or empty for the case."""
    return next((next_step.item for next_step in case.next_steps if next_step.step == step), "")


def item_of(case: cases.Case, page_request: PageRequest) -> cases.CaseItem | None:
    """Return the item in the page address; None for the case itself."""
    if "kind" not in page_request.path:
        return None
    return _item_named(case, f"{page_request.path['kind']}/{page_request.path['number']}")


def _item_named(case: cases.Case, name: str) -> cases.CaseItem:
    for item in case.items:
        if item.item == name:
            return item
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_ITEM", item=name[:80]))


def step_address(case: cases.Case, step: cases.NextCaseStep) -> str:
    """Return the page address of a step; dossier steps and verification have special pages."""
    if step.step == "verify":
        return f"/workbench/cases/{id_of(case.name)}/assess"
    if step.step in STEPS:
        return f"/workbench/cases/{id_of(case.name)}/dossier-file?step={quote(f'{step.item}/{step.step}'.lstrip('/'))}"
    return "/".join(filter(None, ("/workbench/cases", id_of(case.name), step.item, "steps", step.step)))


async def case_part_context(page_request: PageRequest) -> tuple[cases.Case, People, Shown]:
    """Return the case, the reader and the shared values of a page part."""
    case, who = await asyncio.gather(load_case(page_request), load_people(page_request, ()))
    return case, who, {"case": case, "id": id_of(case.name), "who": who, "mine": _own_next_steps(case)}


async def case_page_context(page_request: PageRequest) -> tuple[cases.Case, People, Shown]:
    """Return the case, its persons and the shared values of case pages."""
    case = await load_case(page_request)
    who, client, card, profiles = await asyncio.gather(
        load_people(page_request, persons_of(case)),
        load_client(page_request, id_of(case.client)),
        case_card(page_request, case),
        profile_titles(page_request),
    )
    shown = {
        "case": case, "id": id_of(case.name), "who": who, "client": client, "mine": _own_next_steps(case),
        "address": lambda step: step_address(case, step), "case_card": card,
        "profile_title": profiles.get(case.profile, case.profile),
        "site_titles": site_titles(client, page_request.language),
    }  # fmt: skip
    return case, who, shown


def _own_next_steps(case: cases.Case) -> set[tuple[str, str]]:
    return {(next_step.item, next_step.step) for next_step in case.next_steps if not next_step.hindrance}


def steps_since_form(page_request: PageRequest, case: cases.Case) -> list[cases.CaseStep]:
    """Return the steps taken since the form was opened."""
    form_revision = parse_whole_number(page_request.typed("revision"), least=1)
    return [] if form_revision is None else [step for step in case.steps if form_revision < step.number]


def take_step_request(
    page_request: PageRequest, step: str, content: cases.CaseContent, item: str = ""
) -> cases.TakeCaseStepRequest:
    """Return the request for a step, on the revision that the form shows."""
    return cases.TakeCaseStepRequest(
        name=f"{page_request.parent}/cases/{page_request.path['case']}", item=item, step=step, content=content,
        revision=parse_whole_number(page_request.typed("revision")) or 0,
        reason=page_request.typed("reason"),
    )  # fmt: skip


async def take_step(page_request: PageRequest, step: str, content: cases.CaseContent, item: str = "") -> None:
    """Submit a step on the case or an item from a form."""
    await page_request.ask("CaseService/TakeCaseStep", take_step_request(page_request, step, content, item))


async def _load_list(page_request: PageRequest) -> Shown:
    request = cases.ListCasesRequest(
        parent=page_request.parent, state=page_request.query.get("state", ""),
        client_id=page_request.query.get("client", ""),
        page_token=page_request.query.get("page_token", ""),
    )  # fmt: skip
    listed = await page_request.ask("CaseService/ListCases", request)
    states = list(
        dict.fromkeys(
            state for step in workflow_steps.steps() if workflow_steps.CASE in step.of for state in step.sources
        )
    )
    ends = [
        step.to
        for step in workflow_steps.steps()
        if workflow_steps.CASE in step.of and step.to and step.to not in states
    ]
    return {
        "listed": listed, "states": [*states, *dict.fromkeys(ends)],
        "results": await _load_results(page_request, listed.cases),
        "profiles": await profile_titles(page_request) if listed.cases else {},
    }  # fmt: skip


async def _load_results(
    page_request: PageRequest, listed: Sequence[cases.Case]
) -> Mapping[str, tuple[Ladder | None, str]]:
    concluded = [case for case in listed if case.content.result]
    if not concluded or not page_request.may("ScorecardService/ExportScorecardVersion"):
        return {}
    known: dict[str, Scorecard | None] = {}
    for scorecard in dict.fromkeys(case.content.scorecard for case in concluded):
        try:
            known[scorecard] = await version_in_force(page_request, scorecard)
        except TouchstoneError:
            known[scorecard] = None
    language = page_request.language
    return {
        case.name: (
            certain_ladder(card, case.content.result, language),
            result_title(card, case.content.result, language),
        )
        for case in concluded
        if (card := known[case.content.scorecard]) is not None
    }


async def _load_case(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    open_items = [item for item in case.items if item.state not in ENDED]
    steps_by_item = {item.item: [step for step in case.next_steps if step.item == item.item] for item in case.items}
    stages = _steps_by_stage(case)
    stage_functions = {function for function, _, _ in stages}
    other = [
        next_step for next_step in case.next_steps if not next_step.item and next_step.function not in stage_functions
    ]
    shown["result"] = (await _result_titles(page_request, case, case.content)).get(case.content.result, "")
    shown["ladder"] = await _load_ladder(page_request, case)
    actions = _next_actions(case)
    shown["audits"] = await _audits_to_come(page_request, case)
    return {
        **shown, "stages": stages, "open_items": open_items, "ways": steps_by_item, "other": other,
        "actions": [step for step in actions if _waits_for_reader(page_request, step)],
        "awaited": [step for step in actions if not _waits_for_reader(page_request, step)],
        "recent": _folded_runs(case.steps)[:_MAX_LOG_STEPS],
        "expected": await expected_changes_of(page_request, case.content.evaluation),
        "action_name": lambda step: _action_name(page_request, step),
        "action_address": lambda step: _action_address(case, step),
    }  # fmt: skip


async def _audits_to_come(page_request: PageRequest, case: cases.Case) -> Sequence[planning.ProgrammeAudit]:
    if not case.certificate_state or not page_request.may(_PROGRAMME):
        return ()
    programme = await page_request.ask(_PROGRAMME, planning.GetAuditProgrammeRequest(name=case.name))
    return list(programme.audits)


def _waits_for_reader(page_request: PageRequest, step: cases.NextCaseStep) -> bool:
    roles = page_request.user.principal.roles if page_request.user else frozenset()
    return not step.hindrance and (step.function != "client" or bool(roles & CLIENT_ROLES))


async def _load_item(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    item = item_of(case, page_request)
    assert item is not None  # noqa: S101 -- the address names an item
    titled = await field_titles(page_request, case, item.content, shown)
    return {
        **shown, "item": item, "steps": _item_steps(case, item),
        "ways": [next_step for next_step in case.next_steps if next_step.item == item.item],
        "facts": content_titles(page_request, scalar_fields(item.content), titled),
        "files": certificate_files(page_request, case, item),
        "expected": await expected_changes_of(page_request, item.content.evaluation)
        if item_kind(item.item) == workflow_steps.CERTIFICATE else [],
    }  # fmt: skip


def _item_steps(case: cases.Case, item: cases.CaseItem) -> list[cases.CaseStep]:
    """Return the steps of an item; those of a finding begin with the step that raised it."""
    own = [step for step in case.steps if step.item == item.item]
    raising = _raising_step(case, item) if item_kind(item.item) == workflow_steps.FINDING else None
    return own if raising is None else [raising, *own]


def _raising_step(case: cases.Case, item: cases.CaseItem) -> cases.CaseStep | None:
    """Return the step that raised a finding: by a person, else by the rules if only one evaluation was concluded."""
    raised = (item.content.requirement, item.content.statement)
    same = [
        other.item
        for other in case.items
        if item_kind(other.item) == workflow_steps.FINDING
        and (other.content.requirement, other.content.statement) == raised
    ]
    by_person = [
        step
        for step in case.steps
        if step.step == "raise" and (step.content.requirement, step.content.statement) == raised
    ]
    by_rules = [step for step in case.steps if step.step == "conclude"]
    if by_person:
        return by_person[same.index(item.item)] if len(by_person) == len(same) else None
    return by_rules[0] if len(by_rules) == 1 else None


async def _result_titles(page_request: PageRequest, case: cases.Case, content: cases.CaseContent) -> Mapping[str, str]:
    result_content = cases.CaseContent(scorecard=case.content.scorecard, result=content.result)
    return {result: title for (_, result), title in (await result_titles(page_request, [result_content])).items()}


async def field_titles(
    page_request: PageRequest, case: cases.Case, content: cases.CaseContent, shown: Shown
) -> Mapping[str, Mapping[str, str]]:
    """Return titles for ids in the fields of a case or item; `shown` has the page values."""
    return {
        "scorecard": {case.content.scorecard: str(shown["case_card"])},
        "sites": shown["site_titles"],
        "team": {person: shown["who"].name(person) for person in content.team},
        "result": await _result_titles(page_request, case, content),
        "campaign": {content.campaign: id_of(content.campaign)},
        "requirement": await requirement_titles(page_request, case.content.scorecard) if content.requirement else {},
        **{
            name: {value: await _evaluation_title(page_request, value)}
            for name in ("evaluation", "previous_evaluation")
            if (value := getattr(content, name))
        },
    }


async def _evaluation_title(page_request: PageRequest, name: str) -> str:
    if page_request.may(_EVALUATION):
        part = await page_request.ask_part(_EVALUATION, evaluation_service_pb2.GetEvaluationRequest(name=name))
        if part.answer is not None:
            ((_, title, _),) = await evaluation_titles(page_request, [part.answer])
            return title
    return id_of(name)


async def _load_ladder(page_request: PageRequest, case: cases.Case) -> Ladder | None:
    if not page_request.may(_EVALUATION):
        return None
    try:
        return await load_ladder(page_request, await displayed_evaluation(page_request, case))
    except TouchstoneError:
        return None


def certificate_files(page_request: PageRequest, case: cases.Case, item: cases.CaseItem) -> Sequence[str]:
    """Return the file kinds of a certificate with a signed decision; empty for other items."""
    is_printed = item_kind(item.item) == workflow_steps.CERTIFICATE and bool(case.content.decision_digest)
    listed = [name for name in _FILES if name != _SIGNED]  # its own page shows the level of the signature
    return listed if is_printed and page_request.may(_FILE) else ()


async def _load_file(page_request: PageRequest) -> Download:
    if page_request.path["file"] not in _FILES:
        raise Refusal(
            Reason.PATH_NOT_FOUND, _message("NO_SUCH_FILE", file=page_request.path["file"][:80], known=list(_FILES))
        )
    request = cases.GetCertificateFileRequest(
        name=f"{page_request.parent}/cases/{page_request.path['case']}",
        item=f"certificates/{page_request.path['number']}",
        kind=f"KIND_{page_request.path['file'].upper()}",
    )  # fmt: skip
    file = await page_request.ask(_FILE, request)
    return Download(file.file_name, file.media_type, file.content)


async def _load_signature(page_request: PageRequest) -> Shown:
    case = await load_case(page_request)
    item = _item_named(case, f"certificates/{page_request.path['number']}").item
    request = cases.GetCertificateFileRequest(name=case.name, item=item, kind="KIND_SIGNED_PAPER")
    file: cases.CertificateFile = await page_request.ask(_FILE, request)
    level = word_of(cases.CertificateFile.SignatureLevel, file.signature_level)
    return {"signed": file, "level": level, "item": item, "case": page_request.path["case"]}


async def _load_log(page_request: PageRequest) -> Shown:
    return (await case_page_context(page_request))[2]


_GET = "CaseService/GetCase"
PAGES = (
    Page("/workbench/cases", "cases.html.jinja", "CaseService/ListCases", _load_list, nav="cases", nav_group="cases"),
    Page("/workbench/cases/{case}", "case.html.jinja", _GET, _load_case),
    Page("/workbench/cases/{case}/log", "log.html.jinja", _GET, _load_log),
    Page("/workbench/cases/{case}/certificates/{number}/files/{file}", "", _FILE, _load_file),
    Page("/workbench/cases/{case}/certificates/{number}/signature", "signature.html.jinja", _FILE, _load_signature),
    Page("/workbench/cases/{case}/{kind}/{number}", "item.html.jinja", _GET, _load_item),
)

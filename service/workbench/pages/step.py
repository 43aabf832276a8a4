"""Step forms of a case, generated from the declaration of each step."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from service.workbench.case_documents import load_documents
from service.workbench.decision_frame import is_framed, load_decision_frame
from service.workbench.message_forms import MessageForm
from service.workbench.page import Page, PrefilledForm
from service.workbench.pages.case_pages import (
    case_page_context,
    field_titles,
    item_of,
    steps_since_form,
    take_step_request,
)
from service.workbench.pages.decision import carried_form_values, prepare_decision_request
from service.workbench.queries import MOST, declared_step, id_of, item_kind, load_case, load_people, scalar_fields
from service.workbench.titles import content_titles, evaluation_titles, requirement_titles, site_titles
from touchstone.v1 import case_service_pb2 as cases, correction_service_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.cases import workflow_steps
    from service.workbench.message_forms import Choices, FormField
    from service.workbench.page import PageRequest, Shown

_PREFILLED_FROM_CASE = ("evaluation", "report_digest", "sites", "scope", "scope_zh", "outsourced", "profile_name",
                        "renewed_sites")  # fmt: skip
_FROM_REPORT_PAGE = ("evaluation", "report_digest")
_SEVERITIES = ("major", "minor", "observation")


def _form(step: workflow_steps.WorkflowStep) -> MessageForm:
    return MessageForm(cases.CaseContent, (*step.needs, *step.takes), needed=step.needs)


async def _fields(
    page_request: PageRequest, step: workflow_steps.WorkflowStep, known: cases.CaseContent, choices: Choices
) -> list[FormField]:
    initial = cases.CaseContent(**{name: getattr(known, name) for name in _PREFILLED_FROM_CASE})
    from_report = {name: [page_request.query[name]] for name in _FROM_REPORT_PAGE if name in page_request.query}
    fields = _form(step).fields(page_request, initial, choices, filled=from_report)
    if "requirement" not in step.needs:
        return fields
    titles = await requirement_titles(page_request, known.scorecard)
    criteria = [(id, title) for id, title in titles.items() if "/" not in id]
    return [replace(one, suggestions=criteria) if one.name == "requirement" else one for one in fields]


async def _choices(
    page_request: PageRequest,
    step: workflow_steps.WorkflowStep,
    opened: cases.NextCaseStep | None,
    case: cases.Case,
    client: cases.CaseClient,
) -> Choices:
    fields = {*step.needs, *step.takes}
    choices: Choices = {}
    if "sites" in fields and client.sites:
        choices["sites"] = [*site_titles(client, page_request.language).items()]
    if "renewed_sites" in fields and client.sites:
        choices["renewed_sites"] = [*site_titles(client, page_request.language).items()]
    if "team" in fields:
        choices["team"] = await _evaluators(page_request)
    if "severity" in fields:
        choices["severity"] = page_request.choices("severity", _SEVERITIES)
    if "evidence" in fields:
        listed, documents = await load_documents(page_request)
        if listed.files_kept:  # otherwise the form takes digests of files that are not stored
            choices["evidence"] = [(each.digest, each.title) for each in documents if not each.is_removed]
    if "languages" in fields:
        choices["languages"] = [*page_request.w["certificate_language"].items()]
    if "profile_name" in fields and case.newer_profile_name:
        number = case.newer_profile_name.rpartition("@")[2]
        choices["profile_name"] = [(case.newer_profile_name, page_request.w["revision"].format(number=number))]
    if "evaluation" in fields:
        choices["evaluation"] = await _evaluations(page_request, opened)
    if "campaign" in fields and page_request.may("CorrectionService/ListCampaigns"):
        choices["campaign"] = await _campaigns(page_request)
    return choices


async def _evaluators(page_request: PageRequest) -> list[tuple[str, str]]:
    registered = (await load_people(page_request)).known.values()
    return [(person.person, person.display_name) for person in registered if "evaluation" in person.functions]


async def _evaluations(page_request: PageRequest, opened: cases.NextCaseStep | None) -> Sequence[tuple[str, ...]]:
    requests = (
        evaluation_service_pb2.GetEvaluationRequest(name=name, view="EVALUATION_VIEW_BASIC")
        for name in (opened.evaluations if opened is not None else ())
    )
    usable = await asyncio.gather(*(page_request.ask("EvaluationService/GetEvaluation", each) for each in requests))
    return await evaluation_titles(page_request, usable)


async def _campaigns(page_request: PageRequest) -> list[tuple[str, str]]:
    wanted = correction_service_pb2.ListCampaignsRequest(parent=page_request.parent, page_size=MOST)
    campaigns = (await page_request.ask("CorrectionService/ListCampaigns", wanted)).campaigns
    return [(campaign.name, f"{id_of(campaign.name)}: {campaign.value}") for campaign in campaigns]


async def _load(page_request: PageRequest) -> Shown:
    case, who, shown = await case_page_context(page_request)
    item = item_of(case, page_request)
    name = "" if item is None else item.item
    step = declared_step(item_kind(name), page_request.path["step"])
    known = cases.CaseContent()
    known.CopyFrom(case.content)
    if item is not None:
        for field in ("sites", "scope"):
            known.ClearField(field)
        known.MergeFrom(item.content)
    known.profile_name = case.newer_profile_name
    certificates = [each.content for each in case.items if each.item.startswith("certificates/")]
    if step.step == "recertify" and certificates:  # the certificate may have been reduced
        known.scope, known.scope_zh = certificates[-1].scope, certificates[-1].scope_zh
        known.renewed_sites.extend(certificates[-1].sites)
    opened = _find_open_step(case, name, step.step)
    choices = await _choices(page_request, step, opened, case, shown["client"])
    framed = is_framed(name, step.step)
    if framed:
        shown |= await load_decision_frame(page_request, case, who, name, step.step)
    able = opened.persons if opened is not None and opened.signer_count > 1 else None
    return {
        **shown, "item": item, "step": step, "is_framed": framed, "opened": opened,
        "fields": await _fields(page_request, step, known, choices),
        "since": steps_since_form(page_request, case),
        "facts": content_titles(
            page_request, scalar_fields(known), await field_titles(page_request, case, known, shown)
        ),
        "cosigners": None if able is None else [(person, who.name(person)) for person in able if person != who.me],
    }  # fmt: skip


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    item = "/".join(page_request.path[name] for name in ("kind", "number") if name in page_request.path)
    step = declared_step(item_kind(item), page_request.path["step"])
    content = _form(step).read(page_request, cases.CaseContent())
    request, address = (
        take_step_request(page_request, step.step, content, item),
        f"/workbench/cases/{page_request.path['case']}",
    )
    opened = _find_open_step(await load_case(page_request), item, step.step) if step.function == "decision" else None
    if opened is not None and opened.signer_count:
        others = page_request.several("other_deciders")
        await page_request.ask(
            "CaseService/PrepareCaseDecision", prepare_decision_request(request, others, passkey=False)
        )
        return PrefilledForm(f"{address}/decision", carried_form_values(request, others))
    await page_request.ask("CaseService/TakeCaseStep", request)
    return address + (f"/{item}" if item else "")


def _find_open_step(case: cases.Case, item: str, step: str) -> cases.NextCaseStep | None:
    return next((next_step for next_step in case.next_steps if (next_step.item, next_step.step) == (item, step)), None)


_TAKE, _SCRIPT = "CaseService/TakeCaseStep", "digest.js"
PAGES = (
    Page("/workbench/cases/{case}/steps/{step}", "step.html.jinja", _TAKE, _load, _act, script=_SCRIPT),
    Page("/workbench/cases/{case}/{kind}/{number}/steps/{step}", "step.html.jinja", _TAKE, _load, _act, script=_SCRIPT),
)

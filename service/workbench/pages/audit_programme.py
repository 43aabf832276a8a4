"""Audit programme of a case, its calendar file, and the form that computes a sample and an audit time."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from google.protobuf.json_format import MessageToJson

from rules.contracts import InputError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.cases.audit_plans import AUDITS
from service.output.terminal.icalendar import CalendarEvent, write_icalendar
from service.workbench.forms import line_values
from service.workbench.message_forms import reporting_at
from service.workbench.page import Download, Page, PrefilledForm
from service.workbench.pages.case_pages import case_page_context
from service.workbench.queries import id_of, load_case
from touchstone.v1 import audit_plan_pb2 as plans, audit_planning_service_pb2 as planning, case_service_pb2 as cases

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_PROGRAMME, _PREVIEW = "AuditPlanningService/GetAuditProgramme", "AuditPlanningService/PreviewAuditPlan"
_RULES = "AuditPlanningService/GetAuditRules"
_CONDITION_GROUPS = ("conditions", "sampling_conditions")
_MOST_NUMBER = 9_999_999
_TIME_FIELDS = ("personnel", "planned_days", "on_site_days", "deviation_reason", "time_adjustments")
_FORM_FIELDS = frozenset({"central_function", "groups", "excluded", "adjustments", "selected", *_TIME_FIELDS})


def _programme_request(page_request: PageRequest) -> planning.GetAuditProgrammeRequest:
    return planning.GetAuditProgrammeRequest(name=f"{page_request.parent}/cases/{page_request.path['case']}")


async def _load(page_request: PageRequest) -> Shown:
    (_, _, shown), programme, rules = await asyncio.gather(
        case_page_context(page_request),
        page_request.ask(_PROGRAMME, _programme_request(page_request)),
        page_request.ask(_RULES, planning.GetAuditRulesRequest()),
    )
    return {**shown, "programme": programme, "rules": rules, "conditions": _titles(page_request, rules)}


def _titles(page_request: PageRequest, rules: planning.AuditRules) -> dict[str, str]:
    return {rule.rule: rule.titles[page_request.language] for rule in rules.rules}


async def _download_calendar(page_request: PageRequest) -> Download:
    case, programme = await asyncio.gather(
        load_case(page_request), page_request.ask(_PROGRAMME, _programme_request(page_request))
    )
    time = case.steps[-1].step_time.ToDatetime().strftime("%Y-%m-%dT%H:%M:%SZ")
    entries = [
        CalendarEvent(
            date.fromisoformat(audit.due_date), audit.audit.upper(), case.name,
            page_request.w["due_event"].format(
                what=page_request.w["audit"][audit.audit], about=f"{id_of(case.name)} · {', '.join(audit.sites)}"
            ),
            time,
            uid,
        )
        for audit, uid in zip(programme.audits, audit_uids(programme), strict=True)
    ]  # fmt: skip
    file = write_icalendar(entries, page_request.language)
    return Download("audits.ics", "text/calendar; charset=utf-8", file)


def audit_uids(programme: planning.AuditProgramme) -> list[str]:
    """Return the identity of each audit to come in calendars: its number from the end, as decided audits disappear."""
    numbered = enumerate(reversed(programme.audits))
    texts = [f"touchstone:audit\n{programme.certificate}\n{number}\n{audit.audit}" for number, audit in numbered]
    return [str(uuid.uuid5(uuid.NAMESPACE_URL, text)) for text in reversed(texts)]


async def _load_plan(page_request: PageRequest) -> Shown:
    step = page_request.path["step"]
    if step not in AUDITS:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_PLAN_OF_STEP", step=step[:80], known=sorted(AUDITS)))
    (case, _, shown), rules = await asyncio.gather(
        case_page_context(page_request), page_request.ask(_RULES, planning.GetAuditRulesRequest())
    )
    preview = None
    if "central_function" in page_request.values:
        with suppress(InputError):
            preview = await _preview(page_request, _conditions(rules))
    certified = [item for item in case.items if item.item.startswith("certificates/")]
    return {
        **shown,
        "step_name": step,
        "audit": str(AUDITS[step]),
        "preview": preview,
        "rules": rules,
        "conditions": _conditions(rules),
        "criteria": [rule for rule in rules.rules if rule.group == "criteria"],
        "factors": [rule for rule in rules.rules if rule.group == "sample_factors"],
        "renewed": list(certified[-1].content.sites) if certified else [],
        "proposed": [] if preview is None else _proposed_lines(preview),
    }


def _conditions(rules: planning.AuditRules) -> list[planning.AuditRule]:
    return [rule for rule in rules.rules if rule.group in _CONDITION_GROUPS]


def _proposed_lines(preview: planning.AuditPlanPreview) -> list[str]:
    sample = preview.sampling
    drawn = {site for group in sample.sampled_groups for site in group.random_sites}
    return [f"{site} | longest_ago |" for site in sample.sites if site not in drawn | {sample.central_function}]


async def _preview(page_request: PageRequest, conditions: Sequence[planning.AuditRule]) -> planning.AuditPlanPreview:
    """Return the computed plan; note the violations of the form on the page."""
    request = planning.PreviewAuditPlanRequest(
        name=f"{page_request.parent}/cases/{page_request.path['case']}", step=page_request.path["step"]
    )
    try:
        request.content.CopyFrom(_content(page_request, conditions))
        with reporting_at(_form_field):
            preview: planning.AuditPlanPreview = await page_request.ask(_PREVIEW, request)
    except InputError as error:
        if not page_request.errors:
            page_request.note_problems(error)
        raise
    return preview


def _form_field(path: str) -> str:
    """Return the field of the form for a field of the request."""
    parts = path.replace("[", ".").split(".")
    if "audit_time" in parts and "adjustments" in parts:
        return "time_adjustments"
    if "audit_time" in parts and "sites" in parts:
        return "personnel"
    return next((part for part in reversed(parts) if part in _FORM_FIELDS), "conditions")


def _content(page_request: PageRequest, conditions: Sequence[planning.AuditRule]) -> cases.CaseContent:
    """Return the typed plan; raise InputError naming every incomplete line."""
    content = cases.CaseContent(
        due_date=page_request.typed("due_date").strip(), renewed_sites=page_request.several("renewed_sites")
    )
    violations: list[Violation] = []
    if page_request.typed("central_function"):
        content.site_sampling.CopyFrom(_typed_sampling(page_request, conditions, violations))
    if any(page_request.typed(name).strip() for name in _TIME_FIELDS):
        content.audit_time.CopyFrom(_typed_time(page_request, violations))
    if violations:
        raise InputError(tuple(violations))
    return content


def _typed_sampling(
    page_request: PageRequest, conditions: Sequence[planning.AuditRule], violations: list[Violation]
) -> plans.SiteSampling:
    sampling = plans.SiteSampling(central_function=page_request.typed("central_function"))
    for id in (condition.rule for condition in conditions):
        reason, met = page_request.typed(f"reason_{id}").strip(), bool(page_request.typed(f"met_{id}"))
        if met or reason:
            sampling.conditions.append(plans.SamplingCondition(condition=id, met=met, reason=reason))
    for group, sites, reason in _rows(page_request, "groups", 3, violations):
        members = [site.strip() for site in sites.replace("，", ",").split(",") if site.strip()]
        sampling.groups.append(plans.SiteGroup(group=group, sites=members, reason=reason))
    for site, reason in _rows(page_request, "excluded", 2, violations):
        sampling.excluded.append(plans.ExcludedSite(site=site, reason=reason))
    for factor, change, reason, group in _rows(page_request, "adjustments", 4, violations, least=3):
        number = _whole(change, "adjustments", violations)
        sampling.adjustments.append(plans.SampleAdjustment(factor=factor, change=number, reason=reason, group=group))
    for site, criterion, reason in _rows(page_request, "selected", 3, violations):
        sampling.selected.append(plans.SelectedSite(site=site, criterion=criterion, reason=reason))
    return sampling


def _typed_time(page_request: PageRequest, violations: list[Violation]) -> plans.AuditTime:
    planned, on_site = page_request.typed("planned_days").strip(), page_request.typed("on_site_days").strip()
    reason_typed = page_request.typed("deviation_reason").strip()
    time = plans.AuditTime(planned_days=planned, on_site_days=on_site, deviation_reason=reason_typed)
    sites: dict[str, plans.SiteAuditTime] = {}
    for site, persons, hours, counted, reason, complexity in _rows(page_request, "personnel", 6, violations, least=2):
        row = sites.setdefault(site, plans.SiteAuditTime(site=site))
        row.complexity = complexity or row.complexity
        row.personnel.append(
            plans.PersonnelGroup(
                persons=_whole(persons, "personnel", violations), hours_share=hours, counted_share=counted,
                reason=reason,
            )
        )  # fmt: skip
    for site, kind, percent, reason in _rows(page_request, "time_adjustments", 4, violations):
        row = sites.setdefault(site, plans.SiteAuditTime(site=site))
        number = _whole(percent, "time_adjustments", violations)
        row.adjustments.append(plans.TimeAdjustment(kind=kind, percent=number, reason=reason))
    time.sites.extend(sites.values())
    return time


def _rows(
    page_request: PageRequest, name: str, most: int, violations: list[Violation], *, least: int = 0
) -> Iterator[list[str]]:
    """Yield the values of each typed line; note a line with too few or too many values."""
    for line in page_request.several(name):
        values = line_values(line)
        if not (least or most) <= len(values) <= most:
            violations.append(Violation(name, _message("PLAN_LINE", found=line[:80]), "MALFORMED"))
        else:
            yield [*values, *[""] * (most - len(values))]


def _whole(text: str, name: str, violations: list[Violation]) -> int:
    number = parse_whole_number(text[text.startswith(("-", "+")) :], most=_MOST_NUMBER)
    if number is not None:
        return -number if text.startswith("-") else number
    violations.append(Violation(name, _message("PLAN_NUMBER", found=text[:80]), "MALFORMED"))
    return 0


async def _submit_plan(page_request: PageRequest) -> PrefilledForm:
    """Compute again, or continue to the step with the plan."""
    if page_request.typed("act") != "proceed":
        return PrefilledForm(page_request.address, page_request.values)
    conditions = _conditions(await page_request.ask(_RULES, planning.GetAuditRulesRequest()))
    content = _content(page_request, conditions)
    step, case = page_request.path["step"], page_request.path["case"]
    preview = await _preview(page_request, conditions)
    drawn = {site for group in preview.sampling.sampled_groups for site in group.random_sites}
    chosen = {row.site for row in content.site_sampling.selected}
    sites = sorted(filter(None, {content.site_sampling.central_function, *drawn, *chosen}))
    values = {
        "sites": sites or [row.site for row in content.audit_time.sites],
        "due_date": [content.due_date],
        "renewed_sites": list(content.renewed_sites),
        **{
            name: [MessageToJson(getattr(content, name), indent=None)]
            for name in ("site_sampling", "audit_time")
            if content.HasField(name)
        },
    }
    return PrefilledForm(
        f"/workbench/cases/{case}/steps/{step}", {name: texts for name, texts in values.items() if texts}
    )


PAGES = (
    Page("/workbench/cases/{case}/programme", "audit_programme.html.jinja", _PROGRAMME, _load),
    Page("/workbench/cases/{case}/programme/audits.ics", "", _PROGRAMME, _download_calendar),
    Page("/workbench/cases/{case}/programme/{step}", "audit_plan.html.jinja", _PREVIEW, _load_plan, _submit_plan),
)

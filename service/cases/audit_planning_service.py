"""AuditPlanningService: rules of audit planning, previews of plans, and the audits of a cycle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.json_format import ParseDict

from rules.contracts import LANGUAGES, InputError, Label, message_factory, parse_date
from service.api.service_dependencies import ServiceContext, answers_in_threads, require_store
from service.audit_planning.audit_rules import audit_rules, audit_time_tables
from service.audit_planning.audit_time import decimal_text
from service.audit_planning.certification_cycle import Cycle, planned_audits, renewal_window, with_sites
from service.audit_planning.recorded_samples import recorded_differences
from service.audit_planning.site_sampling import (
    RULE,
    SAMPLED,
    sample_differences,
    suggested_sites,
)
from service.cases import workflow_steps
from service.cases.audit_plans import AUDITS, computed_sample, time_details
from service.cases.case_names import check_name, read_case_content
from service.cases.certified_sites import certificates_now, running_certificates, sites_to_choose_from
from service.cases.client_side import check_own
from service.cases.profile_versions import case_context
from touchstone.v1 import audit_plan_pb2, audit_planning_service_pb2 as planning, case_service_pb2

if TYPE_CHECKING:
    from service.cases.step_context import Content, StepContext
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader
    from service.store.store import Store

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class AuditPlans:
    """RPC methods that plan audits."""

    store: Store
    gazette: Gazette

    def preview(self, request: planning.PreviewAuditPlanRequest) -> planning.AuditPlanPreview:
        check_name(request.name)
        if request.step not in AUDITS:
            message = _message("NO_AUDIT_STEP", found=request.step[:80], known=[*AUDITS])
            raise InputError.of("step", message, "WRONG_VALUE" if request.step else "REQUIRED")
        content = read_case_content(request.content)
        with self.store.cases.read_transaction() as reading:
            base = self._context(reading, request.name)
            step = workflow_steps.step_named(request.step, workflow_steps.CASE)
            step_context = replace(base, step=step, submitted_content=content)
            preview = planning.AuditPlanPreview(population=sites_to_choose_from(step_context))
            if step_context.profile.sample == RULE:
                sample = computed_sample(step_context)
                drawn = [site for group in sample["sampled_groups"] for site in group["random_sites"]]
                suggested = suggested_sites(sample, _last_visits(base))
                chosen = sorted({sample["central_function"], *drawn, *suggested})
                preview.sampling.CopyFrom(_message_of({**sample, "sites": chosen}, case_service_pb2.CaseSampling()))
            if content.get("audit_time") and (computed := time_details(step_context)) is not None:
                preview.computed_time.CopyFrom(_message_of(computed, audit_plan_pb2.AuditTimeResult()))
        return preview

    def programme(self, request: planning.GetAuditProgrammeRequest) -> planning.AuditProgramme:
        check_name(request.name)
        with self.store.cases.read_transaction() as reading:
            step_context = self._context(reading, request.name)
            programme = planning.AuditProgramme(plans=_recorded_plans(step_context))
            certificates = certificates_now(step_context) or running_certificates(step_context)
            if certificates:
                _add_cycle(programme, step_context, certificates[-1][1])
        return programme

    def _context(self, reading: CaseReader, name: str) -> StepContext:
        return case_context(reading, self.gazette, check_own(reading, reading.case(name), name))


def get_audit_rules(_: planning.GetAuditRulesRequest) -> planning.AuditRules:
    """Return the rules and tables of audit planning."""
    rules = [rule for group in audit_rules().values() for rule in group.values()]
    return planning.AuditRules(
        rules=[
            planning.AuditRule(
                rule=rule.id, group=rule.kind, titles=_titles(rule.label), certainty=rule.certainty,
                source=rule.source,
            )
            for rule in rules
        ],
        tables=[
            planning.AuditTimeTable(
                table=table.id, titles=_titles(table.label), certainty=table.certainty, source=table.source,
                levels=table.levels,
                bands=[
                    planning.AuditTimeBand(up_to=upper, days=[decimal_text(day) for day in days])
                    for upper, days in table.rows
                ],
            )
            for table in audit_time_tables().values()
        ],
    )  # fmt: skip


def _titles(label: Label) -> dict[str, str]:
    return {language: label.in_language(language) for language in LANGUAGES}


def check_site_sample(request: planning.CheckSiteSampleRequest) -> planning.CheckSiteSampleResponse:
    """Compute a recorded sample again, and return the differences."""
    return planning.CheckSiteSampleResponse(differences=recorded_differences(request.sampling))


def _message_of(content: Content, message: Any) -> Any:
    return ParseDict(dict(content), message, ignore_unknown_fields=True)


def _recorded_plans(step_context: StepContext) -> Iterator[planning.RecordedPlan]:
    for step in step_context.steps:
        seeds = step_context.steps[: step.number - 1]
        content = orjson.loads(step.content) if step.step in AUDITS and step.item == "" else {}
        sample, computed = content.get("sampling", {}), content.get("computed_time")
        if sample.get("rule") == RULE or computed:
            plan = planning.RecordedPlan(step_number=step.number)
            plan.sampling.CopyFrom(_message_of(sample, case_service_pb2.CaseSampling()))
            if sample.get("rule") == RULE:
                plan.differences.extend(_differences(sample))
                if not any((row.number, row.case_digest) == (sample["seed_step"], sample["seed"]) for row in seeds):
                    plan.differences.append("seed")
            if computed:
                plan.computed_time.CopyFrom(_message_of(computed, audit_plan_pb2.AuditTimeResult()))
            yield plan


def _differences(sample: Content) -> list[str]:
    """Return the differences of a recorded sample, or the fields of a record that the rules no longer allow."""
    try:
        return sample_differences(sample)
    except InputError as error:
        return sorted({violation.field.removeprefix("sampling.") for violation in error.violations})


def _add_cycle(programme: planning.AuditProgramme, step_context: StepContext, certificate: Content) -> None:
    profile, today = step_context.profile, step_context.day.isoformat()
    last = parse_date(certificate["last_date"]) if certificate.get("last_date") else None
    held = certificate.get("surveyed_date")
    cycle = Cycle(
        parse_date(certificate.get("decision_date") or certificate["first_date"]), last, profile.surveillance_months,
        profile.renewal_months, (parse_date(held),) if held else (),
    )  # fmt: skip
    programme.cycle, programme.certificate = certificate.get("cycle", 1), certificate["number"]
    if last is not None:
        first, end = renewal_window(last, profile.renewal_months, profile.restoration_months)
        programme.last_date, programme.renewal_first_date = last.isoformat(), first.isoformat()
        programme.restoration_last_date = end.isoformat()
    sample = step_context.case_content.get("sampling", {})
    audits = with_sites(
        [*planned_audits(cycle)], certificate.get("sites", ()), sample.get("central_function", ""),
        _last_visits(step_context), rule=profile.sample if profile.sample != RULE else sample.get("method", SAMPLED),
        groups=[row.get("sites", ()) for row in sample.get("groups", ())],
    )  # fmt: skip
    programme.audits.extend(
        planning.ProgrammeAudit(
            audit=audit.audit, due_date=audit.due.isoformat(), sites=audit.sites,
            overdue=audit.due.isoformat() < today,
        )
        for audit in audits
    )  # fmt: skip


def _last_visits(step_context: StepContext) -> dict[str, str]:
    """Return the day of the last planned visit by site."""
    visits: dict[str, str] = {}
    for step in step_context.steps:
        if step.step in AUDITS and step.item == "":
            content = orjson.loads(step.content)
            visits |= {site: max(visits.get(site, ""), content["due_date"]) for site in content["sites"]}
    return visits


_SERVICE = planning.DESCRIPTOR.services_by_name["AuditPlanningService"]


def add(parts: ServiceContext) -> None:
    """Register the methods of AuditPlanningService."""
    plans = AuditPlans(require_store(parts), parts.gazette)
    reading = answers_in_threads(
        parts.limiters.reading,
        {
            "GetAuditRules": get_audit_rules,
            "PreviewAuditPlan": plans.preview,
            "GetAuditProgramme": plans.programme,
            "CheckSiteSample": check_site_sample,
        },
    )
    parts.answer(_SERVICE, reading)

"""Sample of sites and audit time of an audit to plan: population, seed, details to store, and guards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, message_factory
from service.audit_planning.audit_rules import Audit
from service.audit_planning.audit_time import compute_time
from service.audit_planning.site_sampling import RULE, SampleBasis, choice_violations, compute_sample, required_size
from service.cases.certified_sites import applied_sites, certified_sites, sites_to_choose_from
from service.cases.step_context import Content, Guard, StepContext, step_refused, wrong_content

if TYPE_CHECKING:
    from service.store.tables import CaseStepRow

_message = message_factory(__name__)

AUDITS = {"plan": Audit.INITIAL, "survey": Audit.SURVEILLANCE, "recertify": Audit.RECERTIFICATION}
_SEED_STEPS = frozenset({"agree", "grant", "issue", "maintain", "renew", "issue_renewal"})
"""Steps that no planner takes. The digest after the last of them is the seed, so a sample cannot be drawn again."""


def seed_step_of(step_context: StepContext) -> CaseStepRow:
    """Return the step with the seed of the next sample; raise Refusal if no agreement or decision was made."""
    step: CaseStepRow | None = next((row for row in reversed(step_context.steps) if row.step in _SEED_STEPS), None)
    if step is None:
        raise step_refused(_message("NO_SEED"))
    return step


def computed_sample(step_context: StepContext) -> dict[str, Any]:
    """Return the sample by IAF MD 1, without the chosen sites."""
    submitted, audit = step_context.submitted_content, AUDITS[step_context.step.step]
    if not submitted.get("site_sampling"):
        raise InputError.of("content.site_sampling", _message("SAMPLING_NEEDED"), "REQUIRED")
    population = sites_to_choose_from(step_context)
    seed_step = seed_step_of(step_context)
    known = set(certified_sites(step_context)) if audit is not Audit.INITIAL else set(population)
    basis = SampleBasis(
        audit,
        tuple(population),
        seed_step.case_digest,
        tuple(sorted(set(population) - known)),
        tuple(sorted(_visited_in_year(step_context))) if audit is Audit.SURVEILLANCE else (),
        seed_step.number,
    )
    return compute_sample(basis, submitted["site_sampling"], "content.site_sampling")


def _visited_in_year(step_context: StepContext) -> set[str]:
    """Return the sites of other surveillances that are due in the calendar year of this one."""
    year = str(step_context.submitted_content.get("due_date", ""))[:4]
    visited: set[str] = set()
    for item in step_context.items:
        content = orjson.loads(item.content)
        if item.kind == "surveillances" and item.state != "discontinued" and content.get("due_date", "")[:4] == year:
            visited.update(content.get("sites", ()))
    return visited


def _minimum_sample(step_context: StepContext, site_count: int) -> int:
    return required_size(step_context.profile.sample, AUDITS[step_context.step.step], site_count)


def sampling_details(step_context: StepContext) -> Content:
    """Return the sampling rule, the population, the minimum sample and the chosen sites."""
    chosen = sorted(step_context.submitted_content["sites"])
    if step_context.profile.sample == RULE:
        return {**computed_sample(step_context), "sites": chosen}
    population = sites_to_choose_from(step_context)
    return {
        "rule": step_context.profile.sample,
        "population": population,
        "least": str(_minimum_sample(step_context, len(population))),
        "sites": chosen,
    }


def _sample_large_enough(step_context: StepContext) -> None:
    chosen = set(step_context.submitted_content["sites"])
    if step_context.profile.sample == RULE:
        violations = [*choice_violations(computed_sample(step_context), chosen, "content.sites")]
        if violations:
            raise InputError(tuple(violations))
        return
    if step_context.submitted_content.get("site_sampling"):
        raise wrong_content("site_sampling", _message("SAMPLING_UNUSED", rule=step_context.profile.sample))
    applied = len(sites_to_choose_from(step_context))
    needed = _minimum_sample(step_context, applied)
    if len(chosen) < needed:
        raise wrong_content("sites", _message("SAMPLE_TOO_SMALL", found=len(chosen), needed=needed, of=applied))


def time_details(step_context: StepContext) -> Content | None:
    """Return the computed audit time; None if the profile names no table."""
    table = step_context.profile.audit_time
    if table == "none":
        return None
    plan: Mapping[str, Any] = step_context.submitted_content.get("audit_time") or {}
    if not plan:
        raise InputError.of("content.audit_time", _message("AUDIT_TIME_NEEDED"), "REQUIRED")
    return compute_time(table, AUDITS[step_context.step.step], plan, "content.audit_time")


def _audit_time_planned(step_context: StepContext) -> None:
    computed = time_details(step_context)
    if computed is None:
        if step_context.submitted_content.get("audit_time"):
            raise wrong_content("audit_time", _message("AUDIT_TIME_UNUSED"))
        return
    timed, visited = {row["site"] for row in computed["sites"]}, set(step_context.submitted_content["sites"])
    if timed != visited:
        message = _message("OTHER_TIMED_SITES", missing=sorted(visited - timed), more=sorted(timed - visited))
        raise wrong_content("audit_time.sites", message)
    if computed["too_short"] and not computed.get("deviation_reason"):
        message = _message(
            "TIME_TOO_SHORT", found=computed["planned_days"], needed=computed["computed_days"],
            on_site=computed["on_site_days"], least=computed["least_on_site_days"],
        )  # fmt: skip
        raise wrong_content("audit_time.planned_days", message)


def certifiable_sites(step_context: StepContext) -> list[str]:
    """Return the sites applied for that the sample does not exclude."""
    excluded = {row["site"] for row in step_context.content.get("sampling", {}).get("excluded", ())}
    return [site for site in applied_sites(step_context) if site not in excluded]


PLAN_GUARDS: Mapping[str, Guard] = {
    "sample_large_enough": _sample_large_enough,
    "audit_time_planned": _audit_time_planned,
}

"""Sites and certificates of a case: applied for, certified, and to renew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from service.cases import workflow_steps
from service.cases.workflow_steps import RECERTIFICATION

if TYPE_CHECKING:
    from service.cases.step_context import Content, StepContext
    from service.store.tables import CaseItemRow


def certificates_now(step_context: StepContext) -> list[tuple[CaseItemRow, Content]]:
    """Return the certificates that are valid or suspended today."""
    today = step_context.day.isoformat()
    return [
        (item, known)
        for item, known in running_certificates(step_context)
        if (known.get("last_date") or today) >= today
    ]


def running_certificates(step_context: StepContext) -> list[tuple[CaseItemRow, Content]]:
    """Return the certificates that no decision ended, even if they expired."""
    certificates = [(item, orjson.loads(item.content)) for item in step_context.items if item.kind == "certificates"]
    return [(item, known) for item, known in certificates if item.state in workflow_steps.RUNNING]


def certificate_to_renew(step_context: StepContext) -> tuple[CaseItemRow, Content] | None:
    """Return the newest certificate with a last day; None if there is none."""
    dated = [(item, known) for item, known in running_certificates(step_context) if known.get("last_date")]
    return dated[-1] if dated else None


def certified_sites(step_context: StepContext) -> list[str]:
    """Return the sites of the certificates that are valid, suspended or to renew."""
    certificates = certificates_now(step_context)
    if step_context.step.step == "recertify" or step_context.kind == RECERTIFICATION:
        renewed = certificate_to_renew(step_context)
        certificates = [] if renewed is None else [renewed]
    return sorted({site for _, content in certificates for site in content.get("sites", ())})


def applied_sites(step_context: StepContext) -> list[str]:
    """Return the sites applied for: in the application, or for a recertification."""
    if step_context.step.step == "recertify" or step_context.kind == RECERTIFICATION:
        known = step_context.submitted_content.get("renewed_sites") or step_context.item_content.get("renewed_sites")
        return list(known or certified_sites(step_context))
    sites: list[str] = []
    for step in step_context.steps:
        if step.item == "" and step.step in {"apply", "answer"}:
            sites = orjson.loads(step.content).get("sites", sites)
    return sites


def sites_to_choose_from(step_context: StepContext) -> list[str]:
    """Return the population of a sample, in order."""
    if step_context.step.step == "survey":
        return certified_sites(step_context)
    return sorted(set(applied_sites(step_context)))

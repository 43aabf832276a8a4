"""Effects of case steps by name, and the due dates of cases and items.

`steps.toml` names the effects of each step. They run in its transaction, before the step is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import Outcome, add_days, add_months, parse_date
from service.base import instants
from service.cases import guards, workflow_steps
from service.cases.case_names import caller_identity
from service.cases.certificate_files import CertificateFiles, certifies
from service.cases.certified_sites import certificate_to_renew
from service.cases.evaluation_basis import decided_audits, latest_evaluation, result_of
from service.cases.profile_versions import case_context
from service.cases.step_context import StepContext, read_day
from service.store.cases import CLIENTS
from service.store.result_status import RESULTS
from service.store.tables import DispositionRow

if TYPE_CHECKING:
    from service.cases.scheme_profiles import Profile
    from service.cases.step_context import Content
    from service.gazette.versions import Gazette
    from service.store.cases import CaseWriter
    from service.store.tables import CaseItemRow, CaseRow

_CERTIFICATE_FIELDS = (
    "scorecard", "scope", "sites", "evaluation", "record_digest", "dossier_revision", "result", "report_digest",
    "conditions", "decision_digest", "scope_zh", "conditions_zh",
)  # fmt: skip
"""Copied when a certificate is issued; later changes of the case have no effect."""


_CASE_DUE = {"waiting": "answer", "planned": "evaluation", "evaluating": "evaluation"}
_APPEAL_DUE = {"acknowledged": "appeal", "investigated": "appeal"}


@dataclass(slots=True)
class StepChange:
    """A step before it is stored. Effects change `content`: that of the item, or of the case if there is no item."""

    writing: CaseWriter
    gazette: Gazette
    files: CertificateFiles
    context: StepContext
    reason: str
    content: dict[str, Any]
    profile_revision: int
    following: list[Callable[[], StepContext | None]] = field(default_factory=list)
    """Steps to take after this one is stored."""

    @property
    def row(self) -> CaseRow:
        return self.context.row

    @property
    def number(self) -> int:
        return self.row.revision + 1

    def set_due(self, item: str, kind: str, state: str, content: Content) -> None:
        due = due_dates(self.context.profile, kind, state, content)
        self.writing.set_due(self.row.organization, self.row.name, item, due)

    def add_item(self, kind: str, content: Content) -> CaseItemRow:
        state = workflow_steps.FIRST_STATES[kind]
        added = self.writing.add_item(self.row.name, workflow_steps.ITEMS[kind], state, content)
        self.set_due(f"{added.kind}/{added.number}", kind, state, content)
        return added


def _add_item(change: StepChange, more: Content | None = None) -> CaseItemRow:
    content = {**change.context.submitted_content, "raised_by": change.number, **(more or {})}
    return change.add_item(change.context.step.makes, content)


def _add_appeal(change: StepChange) -> None:
    _add_item(change)


def _add_finding(change: StepChange) -> None:
    submitted = change.context.submitted_content
    due = add_days(change.context.day, change.context.profile.due_days[submitted["severity"]]).isoformat()
    _add_item(change, {"due_date": submitted.get("due_date", due)})


def _add_surveillance(change: StepChange) -> None:
    _add_item(change, {"previous_evaluation": latest_evaluation(change.context)})


def _add_recertification(change: StepChange) -> None:
    context = change.context
    renewed = certificate_to_renew(context)
    assert renewed is not None  # noqa: S101 -- the guard `renewable` found it
    offered = {name: renewed[1][name] for name in ("scope", "scope_zh") if renewed[1].get(name)}
    audits = decided_audits(context)
    if dossiers := [content["dossier_name"] for content in audits if content.get("dossier_name")]:
        offered["dossier_name"] = dossiers[-1]
    offered |= {"renewed_sites": renewed[1].get("sites", [])}
    added = {"previous_evaluation": latest_evaluation(context), "predecessor": renewed[1]["number"]}
    _add_item(change, {**offered, **context.submitted_content, **added})


def _issue_certificate(change: StepChange) -> None:
    content = _certificate_content(change.context)
    content["decision_date"] = _decided(change.context, "", "grant")
    if change.context.submitted_content.get("predecessor"):
        content["cycle"] = 1 + _cycle_of(change, change.context.submitted_content["predecessor"])
    _issue(change, content, change.context.submitted_content.get("predecessor", ""))


def _issue_renewed_certificate(change: StepChange) -> None:
    """Issue the certificate of a recertification; it ends a term after the certificate that it replaces."""
    context, recertification = change.context, change.context.item_name
    predecessor = context.item_content["predecessor"]
    content = _certificate_content(context, based_on=predecessor_content(change, predecessor)["last_date"])
    content |= {
        "decision_date": _decided(context, recertification, "renew"),
        "recertification": recertification,
        "predecessor": predecessor,
        "cycle": 1 + _cycle_of(change, predecessor),
    }
    _issue(change, content, predecessor)


def predecessor_content(change: StepChange, number: str) -> Content:
    """Return the content of a certificate of the organization; empty if there is none with the number."""
    match = change.writing.numbered(change.row.organization, number)
    return {} if match is None else orjson.loads(match[1].content)


def _cycle_of(change: StepChange, number: str) -> int:
    return int(predecessor_content(change, number).get("cycle", 1))


def _decided(step_context: StepContext, item: str, name: str) -> str:
    times = [step.time for step in step_context.steps if (step.item, step.step) == (item, name)]
    return instants.day_of(max(times), step_context.profile.time_zone).isoformat() if times else ""


def _issue(change: StepChange, content: Content, predecessor: str) -> None:
    profile, organization = change.context.profile, change.row.organization
    taken = {name: value for name, value in change.context.submitted_content.items() if name != "due_date"}
    added = change.add_item(workflow_steps.CERTIFICATE, {**taken, "raised_by": change.number, **content})
    item, day = f"{added.kind}/{added.number}", parse_date(content["first_date"])
    number = change.writing.assign_number(
        organization, profile.numbering(day), lambda serial: profile.number_for(serial, day), change.row.name, item
    )
    numbered = {**orjson.loads(added.content), "number": number}
    change.writing.change_item(added, added.state, numbered)
    if certifies(change.files.certifying, organization):
        stored = added.model_copy(update={"content": orjson.dumps(numbered).decode()})
        change.files.facts(change.writing, change.context, stored)
    if predecessor:
        change.following.append(partial(_superseding_step, change, predecessor, number))


def _certificate_content(step_context: StepContext, based_on: str = "") -> dict[str, Any]:
    """Return the content of a certificate; its last day is a term after `based_on`, or after its first day."""
    content = {name: step_context.content[name] for name in _CERTIFICATE_FIELDS if step_context.content.get(name)}
    submitted, months = step_context.submitted_content, step_context.profile.validity_months
    first = read_day(submitted, "first_date") if submitted.get("first_date") else step_context.day
    content["first_date"] = first.isoformat()
    if months:
        last = add_months(parse_date(based_on), months) if based_on else add_days(add_months(first, months), -1)
        content["last_date"] = last.isoformat()
        content["expire_time"] = instants.first_instant_of(add_days(last, 1), step_context.profile.time_zone)
    content["holder"] = step_context.client["display_name"]
    saved = step_context.case_reader.document(step_context.row.organization, CLIENTS, step_context.client_id)
    content["client_revision"] = 0 if saved is None else saved.revision
    registered = ("registered_id", "region_code")
    return content | {name: step_context.client[name] for name in registered if step_context.client.get(name)}


def _superseding_step(change: StepChange, predecessor: str, number: str) -> StepContext | None:
    numbered = change.writing.numbered(change.row.organization, predecessor)
    if numbered is None:
        return None
    case, item = numbered
    return replace(
        case_context(change.writing, change.gazette, case), step=workflow_steps.step_named("supersede"),
        actor=change.context.actor, item=item, submitted_content={"successor": number},
    )  # fmt: skip


def _begin_new_edition(change: StepChange) -> None:
    change.content["edition"] = change.context.item_content.get("edition", 1) + 1


def _decide_in_campaign(change: StepChange) -> None:
    submitted = change.context.submitted_content
    if not submitted.get("campaign"):
        return
    change.writing.save_disposition(
        DispositionRow(
            campaign=submitted["campaign"],
            number=0,
            evaluation=change.content["evaluation"],
            disposition="withdrawn" if change.context.step.to == "withdrawn" else "to_be_asked",
            reason=change.reason,
            person=change.context.actor.person,
            principal=caller_identity(),
            time=instants.now(),
        )
    )


def _record_evaluation(change: StepChange) -> None:
    row, previous = change.context.evaluation, change.context.case_content.get("evaluation")
    change.content |= {
        "record_digest": row.record_digest,
        "dossier_revision": row.body_digest,
        "result": result_of(change.context),
    }
    if change.context.item is None:
        change.writing.label(change.row.organization, {(RESULTS, change.content["evaluation"])}, change.row.name)
        if previous not in (None, change.content["evaluation"]):
            change.content["previous_evaluation"] = previous
    _raise_findings(change)


def _raise_findings(change: StepChange) -> None:
    """Add a finding for each failed gate and met finding of the evaluation, unless it is open already."""
    context, profile = change.context, change.context.profile
    head, name = context.written_steps.head, context.evaluation.name
    scorecard = context.gazette.made_by(head.scorecard_version, head.rule_digest).scorecard
    present = set()
    for item in context.items:
        known = orjson.loads(item.content)
        if item.kind == "findings" and (item.state in guards.OPEN_FINDINGS or known.get("evaluation") == name):
            present.add(known.get("requirement"))
    raised = [
        (f"gates/{gate.id}", Outcome.NOT_MET, gate.labels, "major", None) for gate in scorecard.gates
    ] + [
        (f"findings/{finding.id}", Outcome.MET, finding.labels, finding.severity.value, finding.close_within_days)
        for finding in scorecard.findings
    ]  # fmt: skip
    for step, outcome, labels, severity, close_within in raised:
        id = step.partition("/")[2]
        requirement = f"{scorecard.card.id}/{id}"
        if context.written_steps.outcome(step) != outcome or requirement in present:
            continue
        due = add_days(context.day, close_within or profile.due_days[severity]).isoformat()
        content = {
            "severity": severity, "requirement": requirement, "statement": labels.get("en", id), "evaluation": name,
            "due_date": due, "raised_by": change.number,
        }  # fmt: skip
        change.add_item(workflow_steps.FINDING, content)


def _record_maintenance(change: StepChange) -> None:
    for item in change.context.items:
        if item.kind == workflow_steps.ITEMS[workflow_steps.CERTIFICATE] and item.state in workflow_steps.RUNNING:
            content = {**orjson.loads(item.content), "surveyed_date": change.context.day.isoformat()}
            change.writing.change_item(item, item.state, content)
            change.set_due(f"{item.kind}/{item.number}", workflow_steps.CERTIFICATE, item.state, content)


def _move_to_newer_profile(change: StepChange) -> None:
    for item in change.context.items:
        kind, content = workflow_steps.KINDS[item.kind], orjson.loads(item.content)
        change.set_due(f"{item.kind}/{item.number}", kind, item.state, content)
    change.profile_revision = int(change.context.submitted_content["profile_name"].rpartition("@")[2])


EFFECTS: Mapping[str, Callable[[StepChange], None]] = {
    "add_appeal": _add_appeal,
    "add_finding": _add_finding,
    "add_surveillance": _add_surveillance,
    "add_recertification": _add_recertification,
    "issue_renewed_certificate": _issue_renewed_certificate,
    "issue_certificate": _issue_certificate,
    "begin_new_edition": _begin_new_edition,
    "decide_in_campaign": _decide_in_campaign,
    "record_evaluation": _record_evaluation,
    "record_maintenance": _record_maintenance,
    "move_to_newer_profile": _move_to_newer_profile,
}


def due_dates(profile: Profile, kind: str, state: str, content: Content) -> dict[str, str]:
    """Return the due dates of a case or item by kind of due date."""
    day = content.get("due_date", "")
    if kind == workflow_steps.CERTIFICATE:
        return _certificate_due(profile, state, day, content)
    if kind == workflow_steps.FINDING:
        return {} if state in workflow_steps.FINDING_ENDS else {"finding": day}
    if kind in workflow_steps.LATER_EVALUATIONS:
        return {"evaluation": day} if state in {"planned", "evaluating"} else {}
    due_kind = (_CASE_DUE if kind == workflow_steps.CASE else _APPEAL_DUE).get(state)
    return {due_kind: day} if due_kind and day else {}


def _certificate_due(profile: Profile, state: str, day: str, content: Content) -> dict[str, str]:
    if state not in workflow_steps.RUNNING:
        return {}
    due = {}
    if content.get("last_date"):
        due["expiry"] = content["last_date"]
    if profile.surveillance_months:
        first = parse_date(content.get("surveyed_date") or content.get("decision_date") or content["first_date"])
        due["surveillance"] = add_months(first, profile.surveillance_months).isoformat()
    if state == "suspended":
        due["suspension_end"] = day
    return due

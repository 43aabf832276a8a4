"""Guards of case steps by name, the guards of findings, and guards evaluated in advance of a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import orjson

from rules.contracts import InputError, TouchstoneError, error_message, in_language, message_factory
from service.base.grpc_status import log_failure
from service.base.resource_names import DIGEST
from service.cases import dossiers, workflow_steps
from service.cases.certificate_scope import CERTIFICATE_GUARDS
from service.cases.evaluation_basis import EVALUATION_GUARDS, candidate_evaluations
from service.cases.impartiality import PERSON_GUARDS
from service.cases.step_context import Content, Guard, StepContext, read_day, step_refused, wrong_content
from service.cases.workflow_steps import CASE, RECERTIFICATION, SURVEILLANCE, WorkflowStep
from touchstone.v1 import case_service_pb2

_DECISION_STEPS = {CASE: "grant", SURVEILLANCE: "maintain", RECERTIFICATION: "renew"}
_UNDECIDED_STATES = frozenset({"evaluated", "in_review", "recommended"})
_CHECKED_GUARDS = (
    "result_is_one", "findings_closed", "evaluation_newest", "evaluation_stands", "version_governs", "no_double_use",
    "readings_accepted", "evidence_in_date", "client_stands", "certificate_stands", "renewable",
)  # fmt: skip
_FACTS_GUARD = "facts_verified"
_OFFER_GUARDS = ("overdue", "extension_left", "renewable")
"""Guards that need no submitted content: a step that they refuse is not offered."""

_message = message_factory(__name__)
OPEN_FINDINGS = frozenset({"open", "answered", "planned", "evidenced"})
_SEVERITIES = ("major", "minor", "observation")


def _severity_known(step_context: StepContext) -> None:
    if step_context.submitted_content["severity"] not in step_context.profile.due_days:
        known = list(step_context.profile.due_days)
        raise wrong_content(
            "severity", _message("NO_SEVERITY", found=step_context.submitted_content["severity"], known=known)
        )


def _findings_closed(step_context: StepContext) -> None:
    opened = [
        f"{item.kind}/{item.number}"
        for item in step_context.items
        if item.kind == "findings"
        and item.state in OPEN_FINDINGS
        and orjson.loads(item.content).get("severity") in step_context.profile.blocking
    ]
    if opened:
        raise step_refused(_message("FINDINGS_OPEN", found=opened))


def _evidence_digests(step_context: StepContext) -> None:
    for evidence_digest in step_context.submitted_content.get("evidence", ()):
        if DIGEST.match(evidence_digest) is None:
            raise wrong_content("evidence", _message("NO_DIGEST", found=evidence_digest[:80]), "MALFORMED")


def _due_later(step_context: StepContext) -> None:
    if not step_context.submitted_content.get("due_date"):
        return
    day = read_day(step_context.submitted_content, "due_date")
    known = step_context.item_content.get("due_date", "")
    if day <= step_context.day or (step_context.step.step == "extend" and day.isoformat() <= known):
        raise wrong_content(
            "due_date", _message("DUE_BEFORE", found=day, after=max(known, step_context.day.isoformat()))
        )


def _extension_available(step_context: StepContext) -> None:
    name = step_context.item_name
    extensions = sum(step.item == name and step.step == "extend" for step in step_context.steps)
    if extensions >= step_context.profile.extensions:
        raise step_refused(_message("NO_EXTENSION_LEFT", item=name, most=step_context.profile.extensions))


def _overdue(step_context: StepContext) -> None:
    day = step_context.item_content.get("due_date", "")
    if day >= step_context.day.isoformat():
        raise step_refused(_message("NOT_OVERDUE", item=step_context.item_name, day=day))


def _severity_raised(step_context: StepContext) -> None:
    known, severity = step_context.item_content.get("severity", ""), step_context.submitted_content["severity"]
    more_severe = _SEVERITIES[: _SEVERITIES.index(known)]
    if severity not in more_severe:
        raise wrong_content("severity", _message("NOT_GRAVER", found=severity, known=list(more_severe)))


def is_offered(step_context: StepContext, step: WorkflowStep) -> bool:
    """Return whether a step that the state allows is also possible by date, extensions and severity."""
    if "graver" in step.guards and step_context.item_content.get("severity") == _SEVERITIES[0]:
        return False
    return _passes_guards(step_context, step, [name for name in _OFFER_GUARDS if name in step.guards], {})


_EVALUATION_GUARD_NAMES = (
    "same_evaluation",
    "evaluation_fits",
    "evaluation_newest",
    "evaluated_anew",
    "dossier_evaluated",
)


def usable_evaluations(step_context: StepContext, step: WorkflowStep) -> list[str]:
    """Return the candidate evaluations that pass the step's evaluation guards."""
    if "evaluation" not in step.needs:
        return []
    guard_names = [name for name in _EVALUATION_GUARD_NAMES if name in step.guards]
    return [
        name
        for name in candidate_evaluations(step_context)
        if _passes_guards(step_context, step, guard_names, {"evaluation": name})
    ]


def _passes_guards(
    step_context: StepContext, step: WorkflowStep, guard_names: Sequence[str], submitted: Content
) -> bool:
    context = replace(step_context, step=step, submitted_content=submitted)
    try:
        for name in guard_names:
            GUARDS[name](context)
    except TouchstoneError:
        return False
    return True


GUARDS: Mapping[str, Guard] = {
    **PERSON_GUARDS,
    **CERTIFICATE_GUARDS,
    **EVALUATION_GUARDS,
    "severity_known": _severity_known,
    "findings_closed": _findings_closed,
    "evidence_digests": _evidence_digests,
    "due_later": _due_later,
    "extension_left": _extension_available,
    "overdue": _overdue,
    "graver": _severity_raised,
    "team_large_enough": dossiers.check_team,
    "dossier_fits": dossiers.check_dossier_change,
    "dossier_evaluated": dossiers.check_evaluation_current,
    "facts_verified": dossiers.check_facts_verified,
    "rated_by_all": dossiers.check_ratings_complete,
    "fact_asked": dossiers.check_commented_fact,
}


def decision_checks(step_context: StepContext, language: str) -> Iterator[case_service_pb2.DecisionCheck]:
    """Yield the checks of the next decision on a case, surveillance or recertification, if any."""
    if step_context.state not in _UNDECIDED_STATES or not step_context.content.get("evaluation"):
        return
    step = workflow_steps.step_named(_DECISION_STEPS[step_context.kind], step_context.kind)
    required = step_context.guards_of(step)
    inputs = {name: step_context.content.get(name) for name in ("evaluation", "report_digest", "sites")}
    context = replace(
        step_context, step=step, submitted_content={name: value for name, value in inputs.items() if value}
    )
    for name in (*(name for name in _CHECKED_GUARDS if name in required), _FACTS_GUARD):
        problem = _problem(context, name, language)
        if problem and name not in required:
            problem = in_language(_message("ONLY_A_WARNING", problem=problem), language)
        yield case_service_pb2.DecisionCheck(
            item=step_context.item_name, check=name, passed=not problem, in_the_way=name in required and bool(problem),
            problem=problem,
        )  # fmt: skip


def _problem(context: StepContext, name: str, language: str) -> str:
    try:
        GUARDS[name](context)
    except InputError as error:
        return " ".join(in_language(violation.description, language) for violation in error.violations)
    except TouchstoneError as error:
        return in_language(error_message(error), language)
    except Exception as error:
        log_failure(error, case=context.row.name, check=name)
        return in_language(_message("CHECK_FAILED"), language)
    return ""

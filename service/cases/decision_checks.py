"""Decision checks: guards of the next decision, evaluated in advance.

Only guards without further input are included. Unverified facts are always reported, but block only if the profile
requires verification.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.contracts import InputError, TouchstoneError, error_message, in_language, message_factory
from service.base.grpc_status import log_failure
from service.cases import guards, workflow_steps
from service.cases.step_context import StepContext
from service.cases.workflow_steps import CASE, SURVEILLANCE
from touchstone.v1 import case_service_pb2

_message = message_factory(__name__)
_DECISION_STEPS = {CASE: "grant", SURVEILLANCE: "maintain"}
_UNDECIDED_STATES = frozenset({"evaluated", "in_review", "recommended"})
_CHECKED_GUARDS = (
    "result_is_one", "findings_closed", "evaluation_newest", "evaluation_stands", "version_governs", "no_double_use",
    "readings_accepted", "evidence_in_date", "client_stands", "certificate_stands",
)  # fmt: skip
_FACTS_GUARD = "facts_verified"


def decision_checks(step_context: StepContext, language: str) -> Iterator[case_service_pb2.DecisionCheck]:
    """Yield the checks of the next decision on a case or surveillance, if any."""
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
        yield case_service_pb2.DecisionCheck(
            item=step_context.item_name, check=name, passed=not problem, in_the_way=name in required and bool(problem),
            problem=problem,
        )  # fmt: skip


def _problem(context: StepContext, name: str, language: str) -> str:
    try:
        guards.GUARDS[name](context)
    except InputError as error:
        return "; ".join(in_language(violation.description, language) for violation in error.violations)
    except TouchstoneError as error:
        return in_language(error_message(error), language)
    except Exception as error:
        log_failure(error, case=context.row.name, check=name)
        return in_language(_message("CHECK_FAILED"), language)
    return ""

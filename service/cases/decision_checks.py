"""Checks of a decision ahead: what would be in its way as things stand, told from the evaluation on.

They are the guards of the decision that need nothing given, and how many facts of the dossier are verified, which is in
the way only where the profile says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules.contracts import InputError, TouchstoneError, error_message, in_language, message_factory
from service.base.grpc_status import log_failure
from service.cases import guards, workflow_steps
from service.cases.step_context import StepContext
from service.cases.workflow_steps import CASE, SURVEILLANCE, WorkflowStep
from touchstone.v1 import case_service_pb2

_say = message_factory(__name__)
_DECISIONS = {CASE: "grant", SURVEILLANCE: "maintain"}
"""The step that decides on an evaluation, by what was evaluated."""
_STATES = frozenset({"evaluated", "in_review", "recommended"})
"""The states in which an evaluation waits for its decision."""
_CHECKED = (
    "result_is_one", "findings_closed", "evaluation_newest", "evaluation_stands", "version_governs", "no_double_use",
    "readings_accepted", "evidence_in_date", "client_stands", "certificate_stands",
)  # fmt: skip
_VERIFIED = "facts_verified"


def decision_checks(step_context: StepContext, language: str) -> Iterator[case_service_pb2.DecisionCheck]:
    """Check what the decision on a case or surveillance would be checked for; nothing where none is ahead."""
    if step_context.state not in _STATES or not step_context.content.get("evaluation"):
        return
    step = _decision(step_context)
    named = step_context.guards_of(step)
    given = {name: step_context.content.get(name) for name in ("evaluation", "report_digest", "sites")}
    context = replace(step_context, step=step, given_content={name: value for name, value in given.items() if value})
    for name in (*(name for name in _CHECKED if name in named), _VERIFIED):
        problem = _problem(context, name, language)
        yield case_service_pb2.DecisionCheck(
            item=step_context.item_name, check=name, passed=not problem, in_the_way=name in named and bool(problem),
            problem=problem,
        )  # fmt: skip


def _decision(step_context: StepContext) -> WorkflowStep:
    name = _DECISIONS[step_context.kind]
    return next(step for step in workflow_steps.steps() if step.step == name and step_context.kind in step.of)


def _problem(context: StepContext, name: str, language: str) -> str:
    """Say what a guard refuses; empty if nothing."""
    try:
        guards.GUARDS[name](context)
    except InputError as error:
        return "; ".join(in_language(violation.description, language) for violation in error.violations)
    except TouchstoneError as error:
        return in_language(error_message(error), language)
    except Exception as error:
        log_failure(error, case=context.row.name, check=name)
        return in_language(_say("CHECK_FAILED"), language)
    return ""

"""Guards of persons: competence, independence of earlier steps, interests in the client, and signers of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import orjson

from rules.contracts import (
    Message,
    message_factory,
)
from service.cases.step_context import Content, Guard, StepContext, merged_clients, step_refused, wrong_content
from service.identity.principals import Role

if TYPE_CHECKING:
    from service.cases.workflow_steps import WorkflowStep
    from service.store.tables import CaseStepRow

_say = message_factory(__name__)
_MIN_DECIDERS = 2


def eligible_persons(step_context: StepContext, step: WorkflowStep) -> list[str]:
    """Name who did not take part in what excludes a step, and, where it asks for competence, is competent for it."""
    excluded = step_context.profile.excluding(step.function)
    if "outsider" in step.guards:
        excluded = {past_step.function for past_step in step_context.steps} - {step.function, "client"}
    took = [past_step for past_step in step_context.steps if past_step.function in excluded]
    persons, accounts = {past_step.person for past_step in took}, {past_step.account for past_step in took}
    eligible = []
    for person, known in step_context.persons:
        barred = "disjoint" in step.guards or "outsider" in step.guards
        barred = barred and (person in persons or bool(accounts & set(known.get("accounts", ()))))
        lacking = "competent" in step.guards and _competence(
            known, step.function, step_context.row.profile, step_context.day
        )
        outside = bool(known.get("client")) and Role.APPLICANT not in step.roles
        if not barred and not lacking and not outside:
            eligible.append(person)
    return eligible


def _eligible_or_nobody(step_context: StepContext) -> object:
    return eligible_persons(step_context, step_context.step) or [_say("NOBODY")]


def _disjoint(step_context: StepContext) -> None:
    before = step_context.involved(step_context.profile.excluding(step_context.step.function))
    if before is not None:
        message = _say(
            "TOOK_PART", person=step_context.actor.person, function=_say(f"KIND_{before.function.upper()}"),
            step=before.step,
            time=before.time, other=_say(f"KIND_{step_context.step.function.upper()}"),
            able=_eligible_or_nobody(step_context),
        )  # fmt: skip
        raise step_refused(message)


def _outsider(step_context: StepContext) -> None:
    before = step_context.involved({step.function for step in step_context.steps} - {"appeal", "client"})
    if before is not None:
        message = _say(
            "NOT_AN_OUTSIDER",
            person=step_context.actor.person,
            step=before.step,
            time=before.time,
            able=_eligible_or_nobody(step_context),
        )
        raise step_refused(message)


def _competence(known: Content, function: str, profile: str, day: date) -> Message | None:
    if function not in known.get("functions", ()):
        return _say("NOT_COMPETENT", function=_say(f"KIND_{function.upper()}"))
    if known.get("profiles") and profile not in known["profiles"]:
        return _say("NOT_FOR_PROFILE", profile=profile)
    if known.get("last_date") and day.isoformat() > known["last_date"]:
        return _say("NO_LONGER", day=known["last_date"])
    return None


def _competent(step_context: StepContext) -> None:
    problem = _competence(
        step_context.actor.known, step_context.step.function, step_context.row.profile, step_context.day
    )
    if problem is not None:
        raise step_refused(
            _say(
                "PERSON_MAY_NOT",
                person=step_context.actor.person,
                problem=problem,
                able=_eligible_or_nobody(step_context),
            )
        )


def _no_interest(step_context: StepContext) -> None:
    interests = set(step_context.actor.known.get("interests", ()))
    client = step_context.row.client.rpartition("/")[2]
    if interests & {client, *merged_clients(step_context, client)}:
        raise step_refused(_say("HAS_INTEREST", person=step_context.actor.person, client=client))


def _of_team(step_context: StepContext) -> None:
    if step_context.actor.person not in step_context.content.get("team", ()):
        raise step_refused(
            _say("NOT_OF_TEAM", person=step_context.actor.person, team=list(step_context.content.get("team", ())))
        )


def _team_competent(step_context: StepContext) -> None:
    for person in step_context.given_content["team"]:
        row = step_context.case_reader.document(step_context.row.organization, "persons", person)
        known = {} if row is None else orjson.loads(row.document)
        if row is None:
            raise wrong_content("team", _say("NO_PERSON", person=person), "NOT_FOUND")
        problem = _competence(known, "evaluation", step_context.row.profile, step_context.day)
        if problem is not None:
            raise wrong_content("team", _say("TEAM_MAY_NOT", person=person, problem=problem))
        if step_context.row.client.rpartition("/")[2] in known.get("interests", ()):
            raise wrong_content("team", _say("TEAM_INTEREST", person=person))


def _other_than_author(step_context: StepContext) -> None:
    before = step_context.involved({"client"}, item=step_context.item_name) or _raised_by(step_context)
    if before is not None:
        message = _say("OWN_FINDING", person=step_context.actor.person, step=before.step, time=before.time)
        raise step_refused(message)


def _raised_by(step_context: StepContext) -> CaseStepRow | None:
    """Give the step that raised the finding, if it was the same person's."""
    number = step_context.item_content.get("raised_by")
    for step in step_context.steps:
        same = step.person == step_context.actor.person or step.account == step_context.actor.account
        if step.number == number and step.step == "raise" and same:
            return step
    return None


def _decision_signed(step_context: StepContext) -> None:
    if not step_context.deciders:
        raise step_refused(_say("DECISION_UNSIGNED", step=step_context.step.step))


def _two_decide(step_context: StepContext) -> None:
    if len(step_context.deciders) < _MIN_DECIDERS:
        raise step_refused(_say("TWO_DECIDE", step=step_context.step.step))


PERSON_GUARDS: Mapping[str, Guard] = {
    "disjoint": _disjoint,
    "outsider": _outsider,
    "competent": _competent,
    "no_interest": _no_interest,
    "of_team": _of_team,
    "team_competent": _team_competent,
    "other_than_author": _other_than_author,
    "decision_signed": _decision_signed,
    "two_decide": _two_decide,
}

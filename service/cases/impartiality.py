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
    from service.cases.life import WorkflowStep
    from service.store.tables import CaseStepRow

_say = message_factory(__name__)
_TWO = 2


def eligible_persons(facing: StepContext, step: WorkflowStep) -> list[str]:
    """Name who did not take part in what excludes a step, and, where it asks for competence, is competent for it."""
    excluded = facing.profile.excluding(step.function)
    if "outsider" in step.guards:
        excluded = {past_step.function for past_step in facing.steps} - {step.function, "client"}
    took = [past_step for past_step in facing.steps if past_step.function in excluded]
    persons, accounts = {past_step.person for past_step in took}, {past_step.account for past_step in took}
    eligible = []
    for person, known in facing.persons:
        barred = "disjoint" in step.guards or "outsider" in step.guards
        barred = barred and (person in persons or bool(accounts & set(known.get("accounts", ()))))
        lacking = "competent" in step.guards and _competence(known, step.function, facing.row.profile, facing.day)
        outside = bool(known.get("client")) and Role.APPLICANT not in step.roles
        if not barred and not lacking and not outside:
            eligible.append(person)
    return eligible


def _others(facing: StepContext) -> object:
    return eligible_persons(facing, facing.step) or [_say("NOBODY")]


def _disjoint(facing: StepContext) -> None:
    before = facing.involved(facing.profile.excluding(facing.step.function))
    if before is not None:
        message = _say(
            "TOOK_PART", person=facing.actor.person, function=_say(f"KIND_{before.function.upper()}"), step=before.step,
            time=before.time, other=_say(f"KIND_{facing.step.function.upper()}"), able=_others(facing),
        )  # fmt: skip
        raise step_refused(message)


def _outsider(facing: StepContext) -> None:
    before = facing.involved({step.function for step in facing.steps} - {"appeal", "client"})
    if before is not None:
        message = _say(
            "NOT_AN_OUTSIDER", person=facing.actor.person, step=before.step, time=before.time, able=_others(facing)
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


def _competent(facing: StepContext) -> None:
    problem = _competence(facing.actor.known, facing.step.function, facing.row.profile, facing.day)
    if problem is not None:
        raise step_refused(_say("PERSON_MAY_NOT", person=facing.actor.person, problem=problem, able=_others(facing)))


def _no_interest(facing: StepContext) -> None:
    interests = set(facing.actor.known.get("interests", ()))
    client = facing.row.client.rpartition("/")[2]
    if interests & {client, *merged_clients(facing, client)}:
        raise step_refused(_say("HAS_INTEREST", person=facing.actor.person, client=client))


def _of_team(facing: StepContext) -> None:
    if facing.actor.person not in facing.content.get("team", ()):
        raise step_refused(_say("NOT_OF_TEAM", person=facing.actor.person, team=list(facing.content.get("team", ()))))


def _team_competent(facing: StepContext) -> None:
    for person in facing.given["team"]:
        row = facing.reading.document(facing.row.organization, "persons", person)
        known = {} if row is None else orjson.loads(row.document)
        if row is None:
            raise wrong_content("team", _say("NO_PERSON", person=person), "NOT_FOUND")
        problem = _competence(known, "evaluation", facing.row.profile, facing.day)
        if problem is not None:
            raise wrong_content("team", _say("TEAM_MAY_NOT", person=person, problem=problem))
        if facing.row.client.rpartition("/")[2] in known.get("interests", ()):
            raise wrong_content("team", _say("TEAM_INTEREST", person=person))


def _other_than_author(facing: StepContext) -> None:
    before = facing.involved({"client"}, item=facing.item_name) or _raised_by(facing)
    if before is not None:
        message = _say("OWN_FINDING", person=facing.actor.person, step=before.step, time=before.time)
        raise step_refused(message)


def _raised_by(facing: StepContext) -> CaseStepRow | None:
    """Give the step that raised the finding, if it was the same person's."""
    number = facing.item_content.get("raised_by")
    for step in facing.steps:
        same = step.person == facing.actor.person or step.account == facing.actor.account
        if step.number == number and step.step == "raise" and same:
            return step
    return None


def _decision_signed(facing: StepContext) -> None:
    if not facing.deciders:
        raise step_refused(_say("DECISION_UNSIGNED", step=facing.step.step))


def _two_decide(facing: StepContext) -> None:
    if len(facing.deciders) < _TWO:
        raise step_refused(_say("TWO_DECIDE", step=facing.step.step))


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

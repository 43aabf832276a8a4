"""Permission of persons for case steps: roles, competence, independence, interests.

Guards, offered steps and work lists all use `hindrance`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import orjson

from rules.contracts import Message, message_factory
from service.cases.client_side import is_applicant
from service.cases.step_context import Actor, Content, Guard, StepContext, step_refused, wrong_content
from service.cases.workflow_steps import role_words, step_word
from service.identity.principals import Role
from service.store.cases import CLIENTS

if TYPE_CHECKING:
    from service.cases.workflow_steps import WorkflowStep
    from service.store.tables import CaseStepRow

_message = message_factory(__name__)
_MIN_DECIDERS = 2
_OUTSIDER_FUNCTIONS = frozenset({"appeal", "client"})

_AREA_FUNCTIONS = frozenset({"evaluation", "review", "decision"})
"""Functions that need competence in the technical areas of a case."""

_HindranceCheck = Callable[[StepContext, "WorkflowStep", Actor], Message | None]


def hindrance(step_context: StepContext, step: WorkflowStep, actor: Actor) -> Message | None:
    """Return why a person may not take a step; None if they may."""
    return next(_hindrances(step_context, step, actor), None)


def _hindrances(step_context: StepContext, step: WorkflowStep, actor: Actor) -> Iterator[Message]:
    if (lacking := lacks_role(step, actor)) is not None:
        yield lacking
    if (outside := acts_for_client(step, actor)) is not None:
        yield outside
    for name in step_context.guards_of(step):
        if name in _HINDRANCE_CHECKS and (reason := _HINDRANCE_CHECKS[name](step_context, step, actor)) is not None:
            yield reason


def lacks_role(step: WorkflowStep, actor: Actor) -> Message | None:
    """Return a message if the person's known roles exclude a step."""
    if _may_have_role(step, actor):
        return None
    return _message("ROLE_FOR_STEP", step=step_word(step.step), roles=role_words(step))


def _may_have_role(step: WorkflowStep, actor: Actor) -> bool:
    return actor.roles is None or not actor.roles.isdisjoint(step.roles)


def acts_for_client(step: WorkflowStep, actor: Actor) -> Message | None:
    """Return a message if a client's person takes a step of the certification body."""
    if not actor.known.get("client") or Role.APPLICANT in step.roles:
        return None
    return _message("OF_CLIENT", person=actor.name)


def eligible_persons(step_context: StepContext, step: WorkflowStep) -> list[str]:
    """Return the persons without a known hindrance to a step."""
    checks = {name: _HINDRANCE_CHECKS[name] for name in step_context.guards_of(step) if name in _HINDRANCE_CHECKS}
    key = (
        step_context.row.name, len(step_context.steps), step_context.item_name, step.function, step.roles,
        frozenset(checks),
    )  # fmt: skip
    eligible = step_context.registry.eligible_persons
    if key not in eligible:  # shared by many steps
        eligible[key] = [
            actor.person
            for actor in step_context.registry.actors
            if _may_have_role(step, actor)
            and acts_for_client(step, actor) is None
            and all(check(step_context, step, actor) is None for check in checks.values())
        ]
    return eligible[key]


def _took_part(step_context: StepContext, step: WorkflowStep, actor: Actor) -> Message | None:
    before = step_context.involved(actor, step_context.profile.excluding(step.function))
    if before is None:
        return None
    return _message(
        "TOOK_PART", person=actor.name, function=_message(f"KIND_{before.function.upper()}"),
        step=step_word(before.step), time=before.time, other=_message(f"KIND_{step.function.upper()}"),
    )  # fmt: skip


def _no_outsider(step_context: StepContext, _: WorkflowStep, actor: Actor) -> Message | None:
    before = step_context.involved(actor, {step.function for step in step_context.steps} - _OUTSIDER_FUNCTIONS)
    if before is None:
        return None
    return _message("NOT_AN_OUTSIDER", person=actor.name, step=step_word(before.step), time=before.time)


def _incompetent(step_context: StepContext, step: WorkflowStep, actor: Actor) -> Message | None:
    problem = _competence(actor.known, step.function, step_context)
    return problem and _message("PERSON_MAY_NOT", person=actor.name, problem=problem)


def _competence(known: Content, function: str, step_context: StepContext) -> Message | None:
    if function not in known.get("functions", ()):
        return _message("NOT_COMPETENT", function=_message(f"KIND_{function.upper()}"))
    if known.get("profiles") and step_context.row.profile not in known["profiles"]:
        return _message("NOT_FOR_PROFILE", profile=step_context.profile.title)
    if known.get("last_date") and step_context.day.isoformat() > known["last_date"]:
        return _message("NO_LONGER", day=known["last_date"])
    needed, covered = needed_areas(step_context), covered_areas(known, function, step_context)
    if covered is not None and not covered:
        return _message("COMPETENCE_EXPIRED", function=_message(f"KIND_{function.upper()}"), day=step_context.day)
    lacking = needed - (covered or frozenset()) if function in _AREA_FUNCTIONS else frozenset()
    # Assessors cover the areas as a team; every other person alone.
    if lacking and (function != "evaluation" or lacking == needed):
        return _message("AREA_LACKING", areas=sorted(lacking), day=step_context.day)
    return None


def needed_areas(step_context: StepContext) -> frozenset[str]:
    """Return the technical areas of a case: those of its profile and those named when it was accepted."""
    named = step_context.submitted_content.get("technical_areas") or step_context.case_content.get(
        "technical_areas", ()
    )
    return frozenset((*step_context.profile.technical_areas, *named))


def covered_areas(known: Content, function: str, step_context: StepContext) -> frozenset[str] | None:
    """Return the areas of a person's competences for a function that are valid today; None without any competence."""
    today = step_context.day.isoformat()
    listed = [row for row in known.get("competences", ()) if row["function"] == function]
    if not listed:
        return None
    return frozenset(row["area"] for row in listed if row["first_date"] <= today <= (row.get("last_date") or today))


def _interested(step_context: StepContext, _: WorkflowStep, actor: Actor) -> Message | None:
    if not _has_interest(step_context, actor.known):
        return None
    return _message("HAS_INTEREST", person=actor.name, client=_client_name(step_context))


def _has_interest(step_context: StepContext, known: Content) -> bool:
    """Return whether a person has an interest in the client or in a client merged into it."""
    interests = known.get("interests", ())
    return bool(interests) and not step_context.registry.merged_into(step_context.client_id).isdisjoint(interests)


def _client_name(step_context: StepContext) -> str:
    client = step_context.client_id
    registered = step_context.case_reader.display_names(step_context.row.organization, CLIENTS, [client])
    return registered.get(client, client)


def _not_of_team(step_context: StepContext, _: WorkflowStep, actor: Actor) -> Message | None:
    team = list(step_context.content.get("team", ()))
    if actor.person in team:
        return None
    return _message("NOT_OF_TEAM", person=actor.name, team=[step_context.registry.name(person) for person in team])


def _author(step_context: StepContext, _: WorkflowStep, actor: Actor) -> Message | None:
    before = step_context.involved(actor, {"client"}, item=step_context.item_name) or _raising_step(step_context, actor)
    if before is None:
        return None
    return _message("OWN_FINDING", person=actor.name, step=step_word(before.step), time=before.time)


def _raising_step(step_context: StepContext, actor: Actor) -> CaseStepRow | None:
    number = step_context.item_content.get("raised_by")
    for step in step_context.steps:
        if step.number == number and step.step == "raise" and actor.took(step):
            return step
    return None


_HINDRANCE_CHECKS: Mapping[str, _HindranceCheck] = {
    "disjoint": _took_part,
    "outsider": _no_outsider,
    "competent": _incompetent,
    "no_interest": _interested,
    "of_team": _not_of_team,
    "other_than_author": _author,
}


def _guard(name: str) -> Guard:
    def guard(step_context: StepContext) -> None:
        reason = _HINDRANCE_CHECKS[name](step_context, step_context.step, step_context.actor)
        if reason is not None and is_applicant():
            raise step_refused(_message("BODY_KNOWS_WHY"))
        if reason is not None:
            able = [step_context.registry.name(id) for id in eligible_persons(step_context, step_context.step)]
            raise step_refused(_message("WHO_ELSE_MAY", reason=reason, able=able))

    return guard


def _team_competent(step_context: StepContext) -> None:
    covered: set[str] = set()
    for person in step_context.submitted_content["team"]:
        row = step_context.case_reader.document(step_context.row.organization, "persons", person)
        known = {} if row is None else orjson.loads(row.document)
        if row is None:
            raise wrong_content("team", _message("NO_PERSON", person=person), "NOT_FOUND")
        problem = _competence(known, "evaluation", step_context)
        if problem is not None:
            raise wrong_content("team", _message("TEAM_MAY_NOT", person=person, problem=problem))
        if _has_interest(step_context, known):
            raise wrong_content("team", _message("TEAM_INTEREST", person=person))
        covered |= covered_areas(known, "evaluation", step_context) or frozenset()
    if lacking := sorted(needed_areas(step_context) - covered):
        raise wrong_content("team", _message("TEAM_LACKS_AREA", areas=lacking, day=step_context.day))


def _decision_signed(step_context: StepContext) -> None:
    if not step_context.deciders:
        raise step_refused(_message("DECISION_UNSIGNED", step=step_word(step_context.step.step)))


def _two_decide(step_context: StepContext) -> None:
    if len(step_context.deciders) < _MIN_DECIDERS:
        raise step_refused(_message("TWO_DECIDE", step=step_word(step_context.step.step)))


PERSON_GUARDS: Mapping[str, Guard] = {
    **{name: _guard(name) for name in _HINDRANCE_CHECKS},
    "team_competent": _team_competent,
    "decision_signed": _decision_signed,
    "two_decide": _two_decide,
}

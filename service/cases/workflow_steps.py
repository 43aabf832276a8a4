"""Case workflow: steps and states, from `steps.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts import Message, message_factory, read_toml

if TYPE_CHECKING:
    from service.cases.scheme_profiles import Profile

_message = message_factory(__name__)

CASE, FINDING, CERTIFICATE, SURVEILLANCE = "case", "finding", "certificate", "surveillance"
RECERTIFICATION = "recertification"
LATER_EVALUATIONS = (SURVEILLANCE, RECERTIFICATION)
"""Kinds of item with an evaluation of their own."""
APPEALS = ("appeal", "complaint")
FIRST_STATES = {
    FINDING: "open", CERTIFICATE: "valid", SURVEILLANCE: "planned", RECERTIFICATION: "planned", "appeal": "received",
    "complaint": "received",
}  # fmt: skip
FINDING_ENDS = frozenset({"closed", "dropped"})
RUNNING, EXPIRED = frozenset({"valid", "suspended"}), "expired"
"""Certificate states that expire after the last day; the resulting state, which is never stored."""
WITH_CERTIFICATE = frozenset({"certified"})
ITEMS = {
    FINDING: "findings", CERTIFICATE: "certificates", SURVEILLANCE: "surveillances",
    RECERTIFICATION: "recertifications", "appeal": "appeals", "complaint": "complaints",
}  # fmt: skip
KINDS = {name: kind for kind, name in ITEMS.items()}


class WorkflowStep(NamedTuple):
    """Step definition in `steps.toml`."""

    of: tuple[str, ...]
    step: str
    sources: tuple[str, ...]
    roles: tuple[str, ...]
    function: str
    to: str = ""
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    makes: str = ""
    effects: tuple[str, ...] = ()
    transient: bool = False
    """Whether the submitted content is stored with the step only, not in the case."""
    decides_certificate: bool = False
    """Whether the decision is signed if the organization issues certificates."""
    assessors: int = 1
    """Minimum number of assessors in the profile."""
    optional: bool = False
    """Whether the step is never pending work."""
    answers_due: str = ""
    """Kind of due item that the step settles."""


@cache
def steps() -> tuple[WorkflowStep, ...]:
    """Return all steps in file order."""
    return tuple(map(_read_step, read_toml(__package__, "steps.toml")["steps"]))


def _read_step(row: dict[str, Any]) -> WorkflowStep:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return WorkflowStep(sources=values.pop("from"), **values)


def step_named(name: str, kind: str = "") -> WorkflowStep:
    """Return the first step with a name, of a kind if given."""
    return next(step for step in steps() if step.step == name and (not kind or kind in step.of))


def step_word(step: str) -> Message:
    """Return the display name of a step."""
    return _message(f"NAME_STEP_{step.upper()}")


def role_words(step: WorkflowStep) -> list[Message]:
    """Return the display names of a step's roles."""
    return [_message(f"NAME_{role.upper()}") for role in step.roles]


@cache
def states_of(kind: str) -> tuple[str, ...]:
    """Return the states of a kind in file order."""
    own_steps = [step for step in steps() if kind in step.of]
    states = [FIRST_STATES.get(kind, ""), *(state for step in own_steps for state in (*step.sources, step.to))]
    if kind == CERTIFICATE:
        states.append(EXPIRED)
    return tuple(dict.fromkeys(filter(None, states)))


@cache
def states_with_steps(kind: str) -> frozenset[str]:
    """Return the states of a kind that are not final."""
    return frozenset(state for step in steps() if kind in step.of for state in step.sources)


def step_names() -> frozenset[str]:
    """Return all step names, such as `certificate.suspend`."""
    return frozenset(f"{of}.{step.step}" for step in steps() for of in step.of)


def steps_of(kind: str, profile: Profile) -> Iterator[WorkflowStep]:
    """Return the steps of a kind in a profile."""
    return (step for step in steps() if kind in step.of and f"{kind}.{step.step}" not in profile.without)


def open_steps(kind: str, state: str, profile: Profile) -> Iterator[WorkflowStep]:
    """Return the steps available in a state."""
    return (step for step in steps_of(kind, profile) if state in step.sources and step.assessors <= profile.assessors)

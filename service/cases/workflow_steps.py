"""Case workflow: steps and the states in which each may be taken, read from `steps.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import Message, message_factory, read_toml

if TYPE_CHECKING:
    from service.cases.scheme_profiles import Profile

_say = message_factory(__name__)

CASE, FINDING, CERTIFICATE, SURVEILLANCE = "case", "finding", "certificate", "surveillance"
APPEALS = ("appeal", "complaint")
FIRST_STATES = {
    FINDING: "open", CERTIFICATE: "valid", SURVEILLANCE: "planned", "appeal": "received", "complaint": "received",
}  # fmt: skip
"""What a step makes, and the state that it is in at first."""
FINDING_ENDS = frozenset({"closed", "dropped"})
"""The states of a finding in which nothing of it is open."""
RUNNING, EXPIRED = frozenset({"valid", "suspended"}), "expired"
"""The states of a certificate that end by themselves after its last day, and that which follows, which nobody keeps."""
WITH_CERTIFICATE = frozenset({"certified"})
"""The states of a case in which a certificate was issued."""
ITEMS = {
    FINDING: "findings", CERTIFICATE: "certificates", SURVEILLANCE: "surveillances", "appeal": "appeals",
    "complaint": "complaints",
}  # fmt: skip
"""What each is called in the names of items."""
KINDS = {name: kind for kind, name in ITEMS.items()}


class WorkflowStep(NamedTuple):
    """One row of the table."""

    of: tuple[str, ...]
    step: str
    sources: tuple[str, ...]
    to: str
    roles: tuple[str, ...]
    function: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    guards: tuple[str, ...]
    makes: str
    assessors: int
    """How many have to rate apart under a profile before it is offered."""
    optional: bool
    """Nothing waits for it: it may be taken, or not."""
    answers_due: str
    """The kind of due item that waits for it; empty if none does."""


@cache
def steps() -> tuple[WorkflowStep, ...]:
    """Give all rows in order."""
    return tuple(
        WorkflowStep(
            of=tuple(row["of"]),
            step=row["step"],
            sources=tuple(row["from"]),
            to=row.get("to", ""),
            roles=tuple(row["roles"]),
            function=row["function"],
            needs=tuple(row.get("needs", ())),
            takes=tuple(row.get("takes", ())),
            guards=tuple(row.get("guards", ())),
            makes=row.get("makes", ""),
            assessors=row.get("assessors", 1),
            optional=row.get("optional", False),
            answers_due=row.get("answers_due", ""),
        )
        for row in read_toml(__package__, "steps.toml")["steps"]
    )


def step_word(step: str) -> Message:
    """Give what a step is called."""
    return _say(f"NAME_STEP_{step.upper()}")


def role_words(step: WorkflowStep) -> list[Message]:
    """Give what the roles of a step are called."""
    return [_say(f"NAME_{role.upper()}") for role in step.roles]


@cache
def states_of(kind: str) -> tuple[str, ...]:
    """Name the states that something of a kind may be in, in the order of the table."""
    its = [step for step in steps() if kind in step.of]
    states = [FIRST_STATES.get(kind, ""), *(state for step in its for state in (*step.sources, step.to))]
    if kind == CERTIFICATE:
        states.append(EXPIRED)
    return tuple(dict.fromkeys(filter(None, states)))


@cache
def states_with_steps(kind: str) -> frozenset[str]:
    """Name the states of something of a kind in which a step is left; in any other it has ended."""
    return frozenset(state for step in steps() if kind in step.of for state in step.sources)


def step_names() -> frozenset[str]:
    """Name every step with what it is a step of, as profiles name them: `certificate.suspend`."""
    return frozenset(f"{of}.{step.step}" for step in steps() for of in step.of)


def steps_of(kind: str, profile: Profile) -> Iterator[WorkflowStep]:
    """Give the steps of a case, finding, certificate, complaint or appeal under a profile."""
    return (step for step in steps() if kind in step.of and f"{kind}.{step.step}" not in profile.without)


def open_steps(kind: str, state: str, profile: Profile) -> Iterator[WorkflowStep]:
    """Give the steps that may be taken in a state."""
    return (step for step in steps_of(kind, profile) if state in step.sources and step.assessors <= profile.assessors)

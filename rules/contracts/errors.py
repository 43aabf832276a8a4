"""Exception hierarchy of the core.

TouchstoneError
├── RuleSourceError        a feature folder does not compile; carries all its diagnostics
├── InputError             the caller's facts, settings or evidence are wrong; carries all violations
├── VersionError           no scorecard version, or none in force
├── TrailError             a record or trail cannot be read
│   └── ErasedError        what it would take was erased from the record
├── PlanError              a scorecard does not fit inside the engine's fence
├── InstallationError      a file of the program is missing, damaged or of another version
├── EngineDisagreement     durable-rules and the oracle differ; nothing may be stored
└── Stopped                whoever asked no longer waits for the answer
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    from rules.contracts.diagnostics import Diagnostic

    P = ParamSpec("P")
    Result = TypeVar("Result")


class TouchstoneError(Exception):
    """Base of every error that the core raises on purpose."""


class RuleSourceError(TouchstoneError):
    """A rule source does not compile."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep all diagnostics, sorted by place."""
        self.diagnostics = diagnostics
        super().__init__(f"{len(diagnostics)} diagnostics; first: {diagnostics[0].message if diagnostics else ''}")


@dataclass(frozen=True, slots=True)
class Violation:
    """One wrong field of an input: where it is, what was found, what is allowed."""

    field: str
    description: str
    reason: str


class InputError(TouchstoneError):
    """The facts, settings or evidence of one subject cannot be accepted; every violation is listed."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        """Keep all violations in the order in which they were found."""
        self.violations = violations
        super().__init__("; ".join(f"{violation.field}: {violation.description}" for violation in violations))


def attempt(violations: list[Violation], read: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result | None:
    """Read one thing of several; what is wrong with it joins the violations, and then there is None."""
    try:
        return read(*args, **kwargs)
    except InputError as error:
        violations.extend(error.violations)
        return None


class VersionError(TouchstoneError):
    """A scorecard version does not exist (`missing`) or is not in force."""

    def __init__(self, message: str, *, missing: bool) -> None:
        """Say what was asked for and what there is."""
        self.missing = missing
        super().__init__(message)


class TrailError(TouchstoneError):
    """A record, envelope or trail cannot be read at all."""


class ErasedError(TrailError):
    """What is asked for would need what was erased from a record; what is left of it still proves itself."""


class PlanError(TouchstoneError):
    """A scorecard exceeds a limit inside which durable-rules is known to answer rightly.

    `problem` and `arguments` name the variant of RL055 that says it in the language of an author.
    """

    def __init__(self, message: str, problem: str = "main", **arguments: str) -> None:
        """Keep the parts beside the message."""
        self.problem = problem
        self.arguments = arguments or {"reason": message}
        super().__init__(message)


class InstallationError(TouchstoneError):
    """A file that the program needs is missing, damaged or of another version; whoever installed it can mend that."""


class EngineDisagreement(TouchstoneError):  # noqa: N818 - it names what happened
    """The two evaluators gave different outcomes for the same plan and facts."""


class EvaluationCancelledError(TouchstoneError):
    """Whoever asked no longer waits, so the evaluation was given up; nothing may be stored."""

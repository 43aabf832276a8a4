"""Exception hierarchy of the core: `TouchstoneError` and its subclasses.

`ErasedError` is a `TrailError`; all other errors derive directly from `TouchstoneError`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, Self, TypeVar

    from rules.contracts.diagnostics import Diagnostic

    P = ParamSpec("P")
    Result = TypeVar("Result")


class TouchstoneError(Exception):
    """Base of every error that the core raises on purpose."""


class RuleSourceError(TouchstoneError):
    """Error for a feature folder that does not compile."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__(f"{len(diagnostics)} diagnostics. First: {diagnostics[0].message if diagnostics else ''}")


@dataclass(frozen=True, slots=True)
class Violation:
    """An invalid input field, with a message and a reason code."""

    field: str
    description: str
    reason: str


class InputError(TouchstoneError):
    """Error for invalid facts, settings or evidence, with all violations."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        self.violations = violations
        super().__init__(" ".join(f"{violation.field}: {violation.description}" for violation in violations))

    @classmethod
    def of(cls, field: str, description: str, reason: str) -> Self:
        """Return the error for a single violation."""
        return cls((Violation(field, description, reason),))


def attempt(violations: list[Violation], read: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result | None:
    """Return the result of `read`; on InputError, extend `violations` and return None."""
    try:
        return read(*args, **kwargs)
    except InputError as error:
        violations.extend(error.violations)
        return None


class VersionError(TouchstoneError):
    """Error for a scorecard version that does not exist (`missing`) or is not in force."""

    def __init__(self, message: str, *, missing: bool) -> None:
        self.missing = missing
        super().__init__(message)


class TrailError(TouchstoneError):
    """Error for a record, envelope or trail that cannot be read."""


class ErasedError(TrailError):
    """Error for an operation that needs erased parts of a record."""


class PlanError(TouchstoneError):
    """Error for a scorecard beyond the limits where durable-rules is known to be correct.

    `problem` and `arguments` select the text of diagnostic RL055.
    """

    def __init__(self, message: str, problem: str = "main", **arguments: str) -> None:
        self.problem = problem
        self.arguments = arguments or {"reason": message}
        super().__init__(message)


class InstallationError(TouchstoneError):
    """Error for a program file that is missing, invalid or of another version."""


class EngineDisagreement(TouchstoneError):  # noqa: N818 -- named after the event
    """The two evaluators returned different outcomes for the same plan and facts; nothing may be stored."""


class EvaluationCancelledError(TouchstoneError):
    """The caller cancelled the evaluation; nothing may be stored."""

"""Reader for values from an earlier evaluation: origin check, value, and reason for a missing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.inputs import PreviousGapReason
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_values import read_scalar

if TYPE_CHECKING:
    from rules.contracts.extents import Extent
    from rules.contracts.inputs import DeclaredFact, DeclaredValue
    from rules.engine.read_values import Violations
    from rules.model.scorecard import FactDefinition

_say = message_factory(__name__)

_REASONS = {
    PreviousGapReason.OPEN: UnknownReason.PREVIOUS_OPEN,
    PreviousGapReason.REPEALED: UnknownReason.PREVIOUS_REPEALED,
    PreviousGapReason.ERASED: UnknownReason.PREVIOUS_ERASED,
}


def check_origin(definition: FactDefinition, fact: DeclaredFact | None, violations: Violations) -> None:
    """Refuse a value that the card takes from an earlier evaluation alone, and such a result where none is taken."""
    if fact is None:
        return
    source = definition.previous
    if source is None and fact.previous is not None:
        violations.add(f"facts[{fact.id}].previous", "NOT_WANTED", _say("NO_PREVIOUS_WANTED"))
    stated = fact.value is not None or fact.ratings or fact.verification is not None
    if source is not None and not source.may_be_stated and stated:
        violations.add(f"facts[{fact.id}].value", "NOT_WANTED", _say("PREVIOUS_ALONE"))


def read_previous(
    definition: FactDefinition, fact: DeclaredFact | None, violations: Violations
) -> tuple[Extent, DeclaredValue] | None:
    """Read the value that an earlier evaluation gives; None if there is none, or none that the fact allows."""
    if fact is None or fact.previous is None or fact.previous.value is None:
        return None
    value = fact.previous.value
    return read_scalar(definition, value, f"facts[{definition.id}].previous.value", violations)


def missing_previous_reason(fact: DeclaredFact | None) -> UnknownReason:
    """Say why an earlier evaluation gives no value."""
    previous = None if fact is None else fact.previous
    return UnknownReason.PREVIOUS_MISSING if previous is None or previous.lacks is None else _REASONS[previous.lacks]

"""Verification of facts taken from earlier evaluations, against the records of those evaluations.

Check 10 of the verification. Whether each of them proves itself in all else is asked by verifying it, too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.erased import ErasedRecord
from rules.contracts.errors import TrailError
from rules.contracts.inputs import PreviousGapReason
from rules.contracts.messages import Message, error_message, join_clauses, message_factory
from rules.trail.commitments import KEY_BYTES
from rules.trail.forms import mismatched_steps_of, read_record, trail_digest_of
from rules.trail.previous import EarlierEvaluation, PreviousSourceMatcher
from rules.trail.reading_back import inputs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts.inputs import DeclaredFact, PreviousValue, Subject
    from rules.contracts.record_bytes import WrittenRecord, WrittenSteps
    from rules.model.published import PublishedVersion

_say = message_factory(__name__)
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class PreviousRecord:
    """An earlier evaluation at hand: its name, empty if it has none, record, digest and key, and the version of it."""

    name: str
    content: bytes
    stated_digest: str
    record_key: bytes
    version: PublishedVersion | None


@dataclass(frozen=True, slots=True)
class _Problem:
    """What fails, or only cannot be compared."""

    said: Message
    fails: bool


def facts_from_previous(written: WrittenSteps) -> tuple[DeclaredFact, ...]:
    """List the facts of a record that say from which earlier evaluation they are.

    Raises:
        TrailError: a step of a fact or of evidence does not say what one has to.
    """
    return tuple(fact for fact in inputs_of(written).facts if fact.previous is not None)


def check_previous(
    written: WrittenRecord, version: PublishedVersion | None, previous_records: Sequence[PreviousRecord]
) -> tuple[bool | None, str] | None:
    """Say whether every value taken is what the record it is from gives; None is that it cannot be compared.

    There is no answer at all if nothing was taken, or the record does not say what.
    """
    try:
        previous_facts = facts_from_previous(written)
    except TrailError:
        return None  # of which recomputing tells
    if not previous_facts:
        return None
    if version is None:
        return None, _say("PREVIOUS_WITHOUT_RULES")
    problems = list(_problems(inputs_of(written), previous_facts, version, previous_records))
    for fails in (True, False):
        messages = [problem.said for problem in problems if problem.fails is fails]
        if messages:
            return False if fails else None, messages[0] if len(messages) == 1 else join_clauses(messages)
    return True, _say("PREVIOUS_HOLDS", facts=[fact.id for fact in previous_facts])


def _problems(
    subject: Subject,
    previous_facts: Sequence[DeclaredFact],
    version: PublishedVersion,
    previous_records: Sequence[PreviousRecord],
) -> Iterator[_Problem]:
    definitions = {fact.id: fact for fact in version.scorecard.facts if fact.previous is not None}
    for fact in previous_facts:
        previous = fact.previous
        if previous is None or fact.id not in definitions:
            continue  # which recomputing refuses
        name = previous.evaluation or previous.record_digest[:_SHOWN]
        previous_record = _at_hand(previous, previous_records)
        if previous_record is None:
            message = _say("PREVIOUS_ABSENT", fact=fact.id, name=name, digest=previous.record_digest)
            yield _Problem(message, fails=False)
            continue
        try:
            earlier = read_record(previous_record.content)
        except TrailError as error:
            message = _say("PREVIOUS_UNREADABLE", fact=fact.id, name=name, problem=error_message(error))
            yield _Problem(message, fails=True)
            continue
        problem = _unproved(fact.id, previous, previous_record, earlier)
        if problem is None:
            wanted = PreviousSourceMatcher(version.scorecard, subject, definitions[fact.id])
            problem = _other_value(
                fact.id,
                name,
                previous,
                wanted,
                EarlierEvaluation(previous_record.name, earlier, previous_record.version),
            )
        if problem is not None:
            yield problem


def _at_hand(previous: PreviousValue, previous_records: Sequence[PreviousRecord]) -> PreviousRecord | None:
    named = (record for record in previous_records if previous.evaluation and record.name == previous.evaluation)
    return next(
        (record for record in previous_records if record.stated_digest == previous.record_digest), None
    ) or next(named, None)


def fault_of(previous_record: PreviousRecord, written: WrittenRecord | ErasedRecord) -> Message | None:
    """Say what keeps the bytes of an earlier record from saying what they were written to say; None if nothing does.

    Of one from which something was erased each step left opens by itself.
    """
    name = previous_record.name or previous_record.stated_digest[:_SHOWN]
    if written.digest != previous_record.stated_digest:
        return _say("PREVIOUS_DIGEST", name=name, found=written.digest, stated=previous_record.stated_digest)
    if trail_digest_of(written) != written.head.trail_digest:
        return _say("PREVIOUS_ROOT", name=name)
    if isinstance(written, ErasedRecord):
        return _say("PREVIOUS_CLOSED", name=name) if mismatched_steps_of(written, b"") else None
    if len(previous_record.record_key) == KEY_BYTES and not mismatched_steps_of(written, previous_record.record_key):
        return None
    return _say("PREVIOUS_CLOSED" if previous_record.record_key else "PREVIOUS_WITHOUT_KEY", name=name)


def _unproved(
    fact: str, previous: PreviousValue, previous_record: PreviousRecord, earlier: WrittenRecord | ErasedRecord
) -> _Problem | None:
    fault = fault_of(replace(previous_record, stated_digest=previous.record_digest), earlier)
    if fault is None:
        return None
    lacks_key = earlier.digest == previous.record_digest and not previous_record.record_key
    return _Problem(_say("PREVIOUS_UNPROVED", fact=fact, problem=fault), fails=not lacks_key)


def _other_value(
    fact: str, name: str, previous: PreviousValue, wanted: PreviousSourceMatcher, earlier: EarlierEvaluation
) -> _Problem | None:
    """Say what else the earlier evaluation gives than what was used, or why it is none that is meant."""
    if earlier.version is None and wanted.needs_version:
        version = earlier.written.head.scorecard_version
        return _Problem(_say("PREVIOUS_VERSION", fact=fact, name=name, version=version), fails=False)
    if previous.lacks is not PreviousGapReason.ERASED and wanted.is_erased(earlier):
        return _Problem(_say("PREVIOUS_ERASED_SINCE", fact=fact, name=name), fails=False)
    problem = wanted.problem(earlier)
    if problem is not None:
        return _Problem(_say("PREVIOUS_NOT_MEANT", fact=fact, problem=problem), fails=True)
    again = wanted.found((earlier,))
    if again is not None and (again.value, again.lacks) == (previous.value, previous.lacks):
        return None
    sides = {"found": previous_value_text(again), "used": previous_value_text(previous)}
    return _Problem(_say("PREVIOUS_DIFFERS", fact=fact, name=name, **sides), fails=True)


def previous_value_text(previous: PreviousValue | None) -> str:
    """Write what an earlier evaluation gives, as the record has it."""
    value = None if previous is None else previous.value
    if value is None:
        return "-" if previous is None or previous.lacks is None else previous.lacks.value
    plain = value.number or value.choice or value.date or value.text
    if plain is None:
        plain = "not_applicable" if value.not_applicable else {True: "yes", False: "no"}.get(value.flag is True, "")
    return f"{plain} {value.unit}" if value.unit else plain

"""How are earlier evaluations, exported as files or messages, handed to whoever takes something from them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, TrailError, VersionError, Violation
from rules.contracts.messages import words_of
from rules.trail.forms import read_record
from rules.trail.previous import Earlier
from rules.trail.verify_previous import PreviousRecord
from service.answering.envelopes import exported_content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.written import Head, WrittenSteps
    from rules.model.published import Published
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2


def earlier(name: str, written: WrittenSteps, gazette: Gazette, draft: Published | None = None) -> Earlier:
    """Give an earlier evaluation with the version that it was made under, which may be the draft at hand."""
    return Earlier(name, written, version_of(written.head, gazette, draft))


def exported(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> PreviousRecord:
    """Give an exported evaluation as one that others are taken from.

    Raises:
        InputError: it was not exported with its record.
        TrailError: its bytes are no record.
    """
    content = exported_content(evaluation)
    version = version_of(read_record(content).head, gazette)
    return PreviousRecord(evaluation.name, content, evaluation.record_digest, evaluation.record_key, version)


def refuse_unreadable(evaluations: Iterable[evaluation_pb2.Evaluation], *, field: str) -> None:
    """Refuse earlier evaluations that a caller gives and whose bytes are no records: nothing stored is lost by that.

    Raises:
        InputError: one has no record, or none that can be read; all are listed.
    """
    violations: list[Violation] = []
    for place, evaluation in enumerate(evaluations):
        each = f"{field}[{place}]"
        try:
            read_record(exported_content(evaluation, field=each))
        except InputError as error:
            violations.extend(error.violations)
        except TrailError as error:
            violations.append(Violation(f"{each}.record_json", words_of(error), "MALFORMED"))
    if violations:
        raise InputError(tuple(violations))


def version_of(head: Head, gazette: Gazette, draft: Published | None = None) -> Published | None:
    """Find the version with the rules of a record; None if it is not there."""
    if draft is not None and (draft.name, draft.rule_digest) == (head.scorecard_version, head.rule_digest):
        return draft
    try:
        found = gazette.made_by(head.scorecard_version, head.rule_digest)
    except (InputError, VersionError):
        return None
    return found if found.rule_digest == head.rule_digest else None

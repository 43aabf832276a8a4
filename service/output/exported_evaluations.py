"""Earlier evaluations as sources of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.api import read_record
from rules.contracts import InputError, TrailError, VersionError, Violation, error_message, read_complete_record
from rules.trail import EarlierEvaluation, PreviousRecord, fault_of, fill_from_previous
from service.output.envelopes import exported_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rules.contracts import RecordHead, Subject, WrittenSteps
    from rules.model import PublishedVersion
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2

FIELD, BUNDLES = "previous_evaluations", "previous_bundles"


def earlier_evaluation(
    name: str, written: WrittenSteps, gazette: Gazette, draft: PublishedVersion | None = None
) -> EarlierEvaluation:
    """Return an earlier evaluation with its version."""
    return EarlierEvaluation(name, written, version_of(written.head, gazette, draft))


def previous_from_export(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> PreviousRecord:
    """Convert an exported evaluation to a source of facts.

    Raises:
        InputError: If it contains no record.
        TrailError: If its record is malformed.
    """
    content = exported_content(evaluation)
    version = version_of(read_record(content).head, gazette)
    return PreviousRecord(evaluation.name, content, evaluation.record_digest, evaluation.record_key, version)


def previous_from_bundle(content: bytes) -> PreviousRecord:
    """Read a bundled evaluation as a source of facts.

    Raises:
        TrailError: If the bundle is malformed or incomplete.
    """
    from service.output.bundles import read_bundled_record  # noqa: PLC0415 -- slow to load, and seldom needed

    return read_bundled_record(content)


def fill_from_exports(
    rules: PublishedVersion,
    subject: Subject,
    evaluations: Sequence[evaluation_pb2.Evaluation],
    bundles: Sequence[bytes],
    gazette: Gazette,
) -> Subject:
    """Fill a subject's facts from earlier evaluations.

    Raises:
        InputError: If one is unreadable, changed or unsuitable.
    """
    if not (evaluations or bundles):
        return subject
    refuse_unreadable(evaluations, bundles)
    records = {
        **{
            f"{FIELD}[{index}]": previous_from_export(evaluation, gazette)
            for index, evaluation in enumerate(evaluations)
        },
        **{f"{BUNDLES}[{index}]": previous_from_bundle(bundle) for index, bundle in enumerate(bundles)},
    }
    candidates, violations = list[EarlierEvaluation](), list[Violation]()
    for field, record in records.items():
        written = read_complete_record(record.content)
        if (fault := fault_of(record, written)) is not None:
            violations.append(Violation(field, fault, "WRONG_VALUE"))
        made_by = record.version or version_of(written.head, gazette, rules)
        candidates.append(EarlierEvaluation(record.name, written, made_by))
    if not violations:
        subject, problems = fill_from_previous(rules.scorecard, subject, candidates)
        violations.extend(Violation(FIELD, problem, "WRONG_VALUE") for problem in problems)
    if violations:
        raise InputError(tuple(violations))
    return subject


def refuse_unreadable(evaluations: Iterable[evaluation_pb2.Evaluation], bundles: Iterable[bytes] = ()) -> None:
    """Raise InputError, not TrailError, if inputs are unreadable; no stored data is lost."""
    violations: list[Violation] = []
    for index, evaluation in enumerate(evaluations):
        field = f"{FIELD}[{index}]"
        try:
            read_record(exported_content(evaluation, field=field))
        except InputError as error:
            violations.extend(error.violations)
        except TrailError as error:
            violations.append(Violation(f"{field}.record_json", error_message(error), "MALFORMED"))
    for index, bundle in enumerate(bundles):
        try:
            previous_from_bundle(bundle)
        except TrailError as error:
            violations.append(Violation(f"{BUNDLES}[{index}]", error_message(error), "MALFORMED"))
    if violations:
        raise InputError(tuple(violations))


def version_of(head: RecordHead, gazette: Gazette, draft: PublishedVersion | None = None) -> PublishedVersion | None:
    """Return the version with a record's rules, or None."""
    if draft is not None and (draft.name, draft.rule_digest) == (head.scorecard_version, head.rule_digest):
        return draft
    try:
        version = gazette.made_by(head.scorecard_version, head.rule_digest)
    except (InputError, VersionError):
        return None
    return version if version.rule_digest == head.rule_digest else None

"""Baselines: subjects of stored, exported or requested evaluations, for evaluations that are not stored."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, Violation, message_factory, read_complete_record
from rules.model import migrate_facts
from rules.trail import subject_of
from service.base import instants
from service.base.resource_names import parse_card
from service.output.envelopes import exported_content
from service.output.mapping.requests import read_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts import Subject
    from rules.model import PublishedVersion
    from service.evaluating.evaluators import RecordReader
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

_message = message_factory(__name__)


class Baseline(NamedTuple):
    """A subject, its scorecard, and the version that its facts were declared under.

    `content` is the record of an evaluation, empty for a request.
    """

    subject: Subject
    card: str
    version: PublishedVersion
    content: bytes = b""


def baseline_of_evaluation(evaluation: evaluation_pb2.Evaluation, reader: RecordReader, gazette: Gazette) -> Baseline:
    """Return the subject of an evaluation.

    Raises:
        TrailError: If the record is unreadable.
        VersionError: If its version is missing.
    """
    written = read_complete_record(exported_content(evaluation, field="exported"))
    record = reader.restore(written).without_steps
    made_by = gazette.made_by(record.scorecard_version, record.rule_digest)
    return Baseline(subject_of(record), parse_card(record.scorecard_version).card, made_by, written.content)


def baseline_of_request(request: evaluation_service_pb2.EvaluateSubjectRequest, gazette: Gazette) -> Baseline:
    """Return the subject of a request that is not stored.

    Raises:
        InputError: If a field is malformed; its path begins with `request`.
        VersionError: If no version is in force.
    """
    with request_errors():
        read = read_request(request, is_stored=False)
    if request.HasField("scorecard_draft"):
        raise InputError.of("request.scorecard_draft", _message("DRAFT_OF_BASELINE"), "WRONG_VALUE")
    known = read.known or instants.now()
    version = gazette.find(read.scorecard, as_of=read.as_of, known=known)
    return Baseline(read.subject_at(known), read.scorecard.card, version)


@contextmanager
def request_errors() -> Iterator[None]:
    """Add `request.` to the fields of an InputError."""
    try:
        yield
    except InputError as error:
        raise InputError(
            tuple(Violation(f"request.{item.field}", item.description, item.reason) for item in error.violations)
        ) from None


def migrated_subject(
    subject: Subject, declared_under: PublishedVersion, read_by: PublishedVersion, gazette: Gazette
) -> Subject:
    """Return a subject with the facts and settings of another version of its scorecard."""
    versions = gazette.versions(parse_card(declared_under.name).card)
    facts = migrate_facts(subject.facts, declared_under, read_by, versions)
    return subject.model_copy(update={"facts": facts, "settings": declared_settings(subject.settings, read_by)})


def declared_settings(settings: dict[str, str], version: PublishedVersion) -> dict[str, str]:
    """Return only the settings that a version declares."""
    declared = {setting.id for setting in version.scorecard.settings}
    return {name: choice for name, choice in settings.items() if name in declared}

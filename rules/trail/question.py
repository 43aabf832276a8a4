"""Engine question from a subject: parsed inputs, settings, as-of date and reference tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.errors import InputError
from rules.contracts.messages import message_factory
from rules.engine.inference import InferenceQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Subject
    from rules.engine.inference_engine import InferenceEngine
    from rules.engine.read_subject import SubjectReading
    from rules.model.tables import Table

_message = message_factory(__name__)

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")


def read_question(
    engine: InferenceEngine, subject: Subject, tables: Mapping[str, Table] | None = None
) -> tuple[SubjectReading, InferenceQuestion]:
    """Read the inputs and build the question about the verified values.

    If `tables` is None, the table editions in force on the as-of date, as known at the known time, are used.

    Raises:
        InputError: If facts, settings, evidence or the known time are invalid.
        VersionError: If an edition of a reference table is missing.
    """
    if not is_instant(subject.known):
        raise InputError.of("known_time", _message("NOT_AN_INSTANT", found=subject.known[:40]), "NOT_AN_INSTANT")
    reading = engine.subject_reader.read(subject)
    if tables is None:
        tables = engine.tables_at(reading.as_of, parse_date(subject.known[:10]))
    return reading, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables)


def is_instant(text: str) -> bool:
    """Return whether a known time has the form `YYYY-MM-DDThh:mm:ssZ`."""
    return _INSTANT.match(text) is not None

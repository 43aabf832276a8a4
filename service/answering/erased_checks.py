"""Is what is left of an evaluation what the log says was left when something of it was erased?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rules.contracts.canonical import digest
from rules.contracts.erased import ErasedRecord
from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from rules.trail.forms import read_record
from service.answering.mapping.erasures import write_erasure
from service.answering.mapping.findings import plain_finding
from service.log.erasures import Erasure
from service.log.leaves import findings_noted
from service.store.records import unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.store.log import Noted
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_pb2

_say = speaker(__name__)


def doubt_of_stored(row: EvaluationRow, noted: Sequence[Noted]) -> str | None:
    """Say how a row differs from what the erasures that are noted of it left; None if it does not.

    Raises:
        ValueError: a column is no JSON.
    """
    said = json.loads(row.erasures)
    try:
        record = unpack(row.record)
    except TrailError:
        return None  # of which the first check tells
    if len(said) != len(noted):
        return _doubt(record.erased_count if isinstance(record, ErasedRecord) else 0, len(said), len(noted))
    if not isinstance(record, ErasedRecord):
        return None if not noted else _say("ERASURES_DIFFER", found=0, noted=len(noted))
    last = Erasure.read(noted[-1].leaf.said) if noted else None
    found = findings_noted(json.loads(row.archive_findings))["digest"]
    if last is None or (last.record_left, last.findings_left) != (digest(record.content), found):
        return _say("ERASURE_NOT_NOTED", count=record.erased_count)
    told = [{key: one.leaf.said[key] for key in each} for one, each in zip(noted, said, strict=True)]
    return None if told == said else _say("ERASURES_DIFFER", found=len(said), noted=len(noted))


def doubt_of_exported(message: evaluation_pb2.Evaluation, noted: Sequence[Noted]) -> tuple[bool, str | None]:
    """Say whether something was erased of an exported evaluation, and how it differs from what is noted; else None.

    What was exported before it was erased is whole, and is compared with what was noted first alone.
    """
    try:
        record = read_record(message.record_json.encode("utf-8"))
    except TrailError:
        return False, None  # of which the first check tells
    if not isinstance(record, ErasedRecord):
        return False, None
    erasures = [Erasure.read(one.leaf.said) for one in noted][: len(message.erasures)]
    found = findings_noted([plain_finding(finding) for finding in message.archive_findings])["digest"]
    last = erasures[-1] if erasures else None
    if last is None or last.record_left != digest(record.content):
        return True, _say("ERASURE_NOT_NOTED", count=record.erased_count)
    if found not in (last.findings_left, last.findings_left_shown):
        return True, _say("ERASURE_NOT_NOTED", count=record.erased_count)
    if [write_erasure(one) for one in erasures] != list(message.erasures):
        return True, _say("ERASURES_DIFFER", found=len(message.erasures), noted=len(noted))
    return True, None


def _doubt(gone: int, found: int, noted: int) -> str:
    if gone and not noted:
        return _say("ERASURE_NOT_NOTED", count=gone)
    return _say("ERASURES_DIFFER", found=found, noted=noted)

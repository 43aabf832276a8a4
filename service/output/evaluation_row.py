"""Conversion of a recorded evaluation to its database row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from service.output.envelopes import WORDING
from service.store.stored_records import pack
from service.store.tables import EvaluationRow, trusted_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.api import LazyRecord
    from service.identity.principals import Principal
    from service.store.record_dictionaries import RecordDictionary


def to_evaluation_row(  # noqa: PLR0913
    recorded: LazyRecord,
    *,
    name: str,
    organization: str,
    request_id: str,
    body_digest: str,
    create_time: str,
    record_key: bytes,
    software_versions: Mapping[str, str],
    principal: Principal,
    dictionary: RecordDictionary | None = None,
) -> EvaluationRow:
    """Return the database row of a recorded evaluation."""
    head, conclusion = recorded.written_record.head, recorded.evaluation.conclusion
    return trusted_row(
        EvaluationRow,
        {
            "name": name,
            "organization": organization,
            "request_id": request_id,
            "body_digest": body_digest,
            "create_time": create_time,
            "subject": head.subject,
            "scorecard_version": head.scorecard_version,
            "as_of_date": head.as_of_date,
            "conclusion_kind": conclusion.kind,
            "grade": conclusion.grade,
            "record_digest": recorded.digest,
            "record": pack(recorded.written_record, dictionary),
            "record_key": record_key,
            "software_versions": json.dumps({**software_versions, WORDING: recorded.wording_digest}, sort_keys=True),
            "principal": json.dumps(principal.identity, sort_keys=True),
        },
    )

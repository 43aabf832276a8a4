"""How do a campaign and its results become the messages that clients read?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import orjson

from service.base.instants import to_timestamp
from touchstone.v1 import correction_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.store.tables import CampaignItemRow, CampaignRow

DISPOSITIONS: Mapping[int, str] = {
    number: name.removeprefix("DISPOSITION_").lower()
    for name, number in correction_service_pb2.Disposition.items()
    if number
}
"""What may be decided, as it is named in the API by number and in words."""


def campaign_message(row: CampaignRow, progress: Mapping[tuple[str, str], int]) -> correction_service_pb2.Campaign:
    """Write a campaign and how many of its results are in which state and disposition."""
    states, decided = Counter[str](), Counter[str]()
    for (state, disposition), count in progress.items():
        states[state] += count
        decided[disposition] += count
    made_by = orjson.loads(row.principal)
    return correction_service_pb2.Campaign(
        name=row.name,
        kind=f"SUPPORT_KIND_{row.kind.upper()}",
        value=row.value,
        at_least=row.at_least,
        at_most=row.at_most,
        unit=row.unit,
        reason=row.reason,
        create_time=to_timestamp(row.create_time),
        principal=evaluation_pb2.Principal(
            id=made_by["id"],
            kind=f"KIND_{made_by['kind'].upper()}",
            organization=f"organizations/{made_by['organization']}" if made_by["organization"] else "",
        ),
        affected_count=states.total(),
        pending_count=states["pending"],
        same_count=states["same"],
        changed_count=states["changed"],
        failed_count=states["failed"],
        disposition_counts=[
            correction_service_pb2.DispositionCount(disposition=f"DISPOSITION_{name.upper()}", count=decided[name])
            for name in DISPOSITIONS.values()
            if decided[name]
        ],
    )


def item_message(row: CampaignItemRow) -> correction_service_pb2.CampaignItem:
    """Write a result that a correction touches."""
    return correction_service_pb2.CampaignItem(
        evaluation=row.evaluation,
        subject=row.subject,
        scorecard_version=row.scorecard_version,
        as_of_date=row.as_of_date,
        state=f"STATE_{row.state.upper()}",
        before=conclusion_message(orjson.loads(row.before)),
        after=conclusion_message(orjson.loads(row.after)) if row.after else None,
        after_scorecard_version=row.after_version,
        criterion_ids=orjson.loads(row.criteria),
        problem=row.problem,
        disposition=f"DISPOSITION_{row.disposition.upper()}" if row.disposition else None,
        disposition_reason=row.reason,
        person=row.person,
        dispose_time=to_timestamp(row.dispose_time) if row.dispose_time else None,
        double_use_count=row.double_uses,
    )


def conclusion_message(said: Mapping[str, str]) -> evaluation_pb2.Conclusion:
    """Write what a result concludes, without its score; what it does not give is empty."""
    return evaluation_pb2.Conclusion(
        kind=f"KIND_{said['kind'].upper()}",
        grade=said["grade"],
        stage=said["stage"],
        verdict=f"VERDICT_{said['verdict'].upper()}" if said["verdict"] else None,
    )

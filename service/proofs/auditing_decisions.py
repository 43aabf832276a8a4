"""Do decisions, and requests that were erased, stand as the log and its records say?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import select

from rules.contracts.messages import speaker
from rules.trail.erasing import Extent
from service.log.erasures import Erasure
from service.log.leaves import CAMPAIGN, DISPOSITION, ERASURE, EVALUATION
from service.store.campaign_tables import CampaignItemRow, CampaignRow, DispositionRow
from service.store.campaigns import COLLECTING, campaign_leaf, disposition_leaf
from service.store.log_tables import LogLeafRow
from service.store.tables import ConclusionRow, ErasedRequestRow, EvaluationRow, ListedRow
from service.store.usages import double_use_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from service.log.leaves import Leaf
    from service.proofs.auditing_beside import Look, Told

_say = speaker(__name__)

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # likewise
_CAMPAIGNS = CampaignRow.__table__  # type: ignore[attr-defined] # likewise
_ITEMS = CampaignItemRow.__table__  # type: ignore[attr-defined] # likewise
_DISPOSITIONS = DispositionRow.__table__  # type: ignore[attr-defined] # likewise
_LISTED = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_REQUESTS = ErasedRequestRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 256


def audit_decisions(connection: Connection, look: Look, told: Told) -> None:
    """Compare campaigns and what was decided in them with the log, and what they say of results with these."""
    noted = {(row.kind, row.name): row.digest for row in connection.execute(_NOTED)}
    newest: dict[tuple[str, str], DispositionRow] = {}
    for columns in connection.execute(select(_DISPOSITIONS).order_by(_DISPOSITIONS.c.campaign, _DISPOSITIONS.c.number)):
        row = DispositionRow.model_validate(dict(columns._mapping))
        newest[row.campaign, row.evaluation] = row
        place = f"{row.campaign}/dispositions/{row.number}"
        look(place, partial(_compare, place, partial(disposition_leaf, row), noted, told))
    for columns in connection.execute(select(_CAMPAIGNS)).all():
        campaign = CampaignRow.model_validate(dict(columns._mapping))
        of_it = select(_ITEMS.c.evaluation).where(_ITEMS.c.campaign == campaign.name)
        names = connection.execute(of_it.order_by(_ITEMS.c.evaluation))
        if campaign.affected != COLLECTING:
            its = partial(campaign_leaf, campaign, names.scalars())
            look(campaign.name, partial(_compare, campaign.name, its, noted, told))
        if campaign.organization != campaign.name.split("/")[1]:
            told(campaign.name, _say("ROW_MISPLACED"))
    for _, name in noted:
        told(name, _say("DECISION_NOT_THERE"))
    _items(connection, newest, told)


def _compare(place: str, write: Callable[[], Leaf], noted: dict[tuple[str, str], str], told: Told) -> None:
    leaf = write()
    if noted.pop((leaf.kind, leaf.name), "") != leaf.digest:
        told(place, _say("PUBLISHED_OTHERWISE", kind=leaf.kind))


def _items(connection: Connection, newest: dict[tuple[str, str], DispositionRow], told: Told) -> None:
    """Compare what stands of results in campaigns with these, and with the newest decision."""
    for row in connection.execute(_ITEMS_WHOLE, execution_options={"yield_per": _AT_ONCE}):
        place = f"{row.campaign}/items/{row.evaluation}"
        decided = newest.pop((row.campaign, row.evaluation), None)
        shown = ("", "", "", "") if decided is None else (
            decided.disposition, decided.reason, decided.person, decided.time,
        )  # fmt: skip
        if shown != (row.disposition, row.reason, row.person, row.dispose_time):
            told(place, _say("ITEM_NOT_AS_DECIDED"))
        if row.name is None:
            continue  # erased whole, or told to be gone where evaluations are looked at
        before = {"kind": row.kind, "grade": row.listed_grade, "stage": row.stage, "verdict": row.verdict}
        found = (row.subject, row.scorecard_version, row.as_of_date, orjson.loads(row.before), row.double_uses)
        doubles = double_use_count(row.archive_findings)
        if found != (row.its_subject, row.its_version, row.its_date, before, doubles):
            told(place, _say("ITEM_NOT_AS_RECORD"))
    for campaign, evaluation in newest:
        told(f"{campaign}/items/{evaluation}", _say("ITEM_NOT_AS_DECIDED"))


def audit_requests(connection: Connection, told: Told) -> None:
    """Compare the requests whose evaluations were erased whole with what the log noted of both."""
    leaves = connection.execute(select(_LEAVES.c.document).where(_LEAVES.c.kind == ERASURE)).scalars()
    erasures = [Erasure.read(orjson.loads(document)) for document in leaves]
    gone = {one.evaluation for one in erasures if one.extent is Extent.EVALUATION}
    for row in connection.execute(select(_REQUESTS)).all():
        chosen = select(_LEAVES.c.document).where(_LEAVES.c.kind == EVALUATION, _LEAVES.c.name == row.evaluation)
        document = connection.execute(chosen).scalar()
        said = {} if document is None else orjson.loads(document)
        stands = (said.get("organization"), said.get("request_id")) == (row.organization, row.request_id)
        if row.evaluation not in gone or not stands:
            told(f"erased_request/{row.evaluation}", _say("REQUEST_NOT_NOTED"))
        gone.discard(row.evaluation)
    for name in gone:
        told(f"erased_request/{name}", _say("REQUEST_NOT_THERE"))


_NOTED = select(_LEAVES.c.kind, _LEAVES.c.name, _LEAVES.c.digest).where(_LEAVES.c.kind.in_((CAMPAIGN, DISPOSITION)))
_ITEMS_WHOLE = select(
    _ITEMS,
    _EVALUATIONS.c.name, _EVALUATIONS.c.archive_findings, _EVALUATIONS.c.subject.label("its_subject"),
    _EVALUATIONS.c.scorecard_version.label("its_version"), _EVALUATIONS.c.as_of_date.label("its_date"),
    _CONCLUSIONS.c.kind, _CONCLUSIONS.c.grade.label("listed_grade"), _CONCLUSIONS.c.stage, _CONCLUSIONS.c.verdict,
).select_from(
    _ITEMS.join(_EVALUATIONS, _EVALUATIONS.c.name == _ITEMS.c.evaluation, isouter=True)
    .join(_LISTED, _LISTED.c.evaluation == _ITEMS.c.evaluation, isouter=True)
    .join(_CONCLUSIONS, _CONCLUSIONS.c.id == _LISTED.c.conclusion, isouter=True)
)  # fmt: skip

"""Store of correction campaigns and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import orjson
from sqlalchemy import Connection, func, insert, select, text, update

from rules.contracts import canonical_bytes, digest, message_factory
from service.base.refusals import Reason, Refusal
from service.store.database import StorePart
from service.store.log_sequencer import add_leaves
from service.store.prepared_statements import PreparedStatement
from service.store.result_states import ResultDecision
from service.store.result_status import CaseSteps, campaign_decisions_on, case_steps_on, live_certificates
from service.store.tables import (
    CAMPAIGN_ITEMS as _ITEMS,
    CAMPAIGNS,
    DISPOSITIONS,
    CampaignItemRow,
    CampaignRow,
    DispositionRow,
)
from service.transparency.leaves import CAMPAIGN, DISPOSITION, Leaf, leaf_without_subject

_message = message_factory(__name__)

PENDING = "pending"
COLLECTING = -1
"""Number of affected results until collection ends."""
_ITEM_COLUMNS = tuple(CampaignItemRow.model_fields)
_INSERT_ITEM = PreparedStatement(
    lambda _: text(
        f"INSERT INTO campaign_item ({', '.join(_ITEM_COLUMNS)}) "  # noqa: S608 -- fixed column names
        f"VALUES ({', '.join(f':{name}' for name in _ITEM_COLUMNS)}) ON CONFLICT DO NOTHING"
    )
)
_REQUEST_FIELDS = ("kind", "value", "at_least", "at_most", "unit", "reason")


class Campaigns(StorePart):
    """Correction campaigns of all organisations."""

    def begin(self, row: CampaignRow) -> CampaignRow:
        """Store a campaign before collection, or return the stored one.

        Raises:
            Refusal: If the stored request differs.
        """
        with self._writing() as connection:
            stored = connection.execute(select(CAMPAIGNS).where(CAMPAIGNS.c.name == row.name)).mappings().first()
            if stored is None:
                collecting = row.model_copy(update={"affected": COLLECTING})
                connection.execute(insert(CAMPAIGNS), collecting.model_dump())
                return collecting
        existing = CampaignRow.model_validate(dict(stored))
        if any(getattr(existing, name) != getattr(row, name) for name in _REQUEST_FIELDS):
            raise Refusal(Reason.CAMPAIGN_EXISTS, _message("CAMPAIGN_EXISTS", name=row.name, time=existing.create_time))
        return existing

    def collect(self, items: Sequence[CampaignItemRow]) -> None:
        if items:
            with self._writing() as connection:
                _INSERT_ITEM.run_each(connection, [item.model_dump() for item in items])

    def collected(self, row: CampaignRow) -> CampaignRow:
        of_campaign = _ITEMS.c.campaign == row.name
        with self._writing() as connection:
            affected = connection.execute(select(func.count()).select_from(_ITEMS).where(of_campaign)).scalar_one()
            completed = row.model_copy(update={"affected": affected})
            still_collecting = (CAMPAIGNS.c.name == row.name, CAMPAIGNS.c.affected == COLLECTING)
            if connection.execute(update(CAMPAIGNS).where(*still_collecting).values(affected=affected)).rowcount:
                names = select(_ITEMS.c.evaluation).where(of_campaign).order_by(_ITEMS.c.evaluation)
                add_leaves(connection, [campaign_leaf(completed, connection.execute(names).scalars())])
        return completed

    def find(self, name: str) -> CampaignRow | None:
        return self._row(CampaignRow, select(CAMPAIGNS).where(CAMPAIGNS.c.name == name))

    def list(self, organization: str, *, after: str, limit: int) -> list[CampaignRow]:
        chosen = select(CAMPAIGNS).where(CAMPAIGNS.c.organization == organization, CAMPAIGNS.c.name > after)
        return self._rows(CampaignRow, chosen.order_by(CAMPAIGNS.c.name).limit(limit))

    def progress(self, names: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        columns = (_ITEMS.c.campaign, _ITEMS.c.state, _ITEMS.c.disposition)
        chosen = select(*columns, func.count().label("many")).where(_ITEMS.c.campaign.in_(names)).group_by(*columns)
        counted: dict[str, dict[tuple[str, str], int]] = {name: {} for name in names}
        with self._reading() as connection:
            for row in connection.execute(chosen):
                counted[row.campaign][row.state, row.disposition] = row.many
        return counted

    def outcomes(self, name: str) -> Mapping[tuple[str, str, str, str, str], int]:
        columns = _ITEMS.c.scorecard_version, _ITEMS.c.before, _ITEMS.c.after_version, _ITEMS.c.after, _ITEMS.c.state
        many = func.count().label("many")
        chosen = select(*columns, many).where(_ITEMS.c.campaign == name, _ITEMS.c.state != PENDING)
        with self._reading() as connection:
            return {
                (row.scorecard_version, row.before, row.after_version, row.after, row.state): row.many
                for row in connection.execute(chosen.group_by(*columns))
            }

    def item(self, name: str, evaluation: str) -> CampaignItemRow | None:
        chosen = select(_ITEMS).where(_ITEMS.c.campaign == name, _ITEMS.c.evaluation == evaluation)
        return self._row(CampaignItemRow, chosen)

    def items(self, name: str, *, after: str, limit: int, state: str = "") -> Sequence[CampaignItemRow]:
        chosen = select(_ITEMS).where(_ITEMS.c.campaign == name, _ITEMS.c.evaluation > after)
        if state:
            chosen = chosen.where(_ITEMS.c.state == state)
        return self._rows(CampaignItemRow, chosen.order_by(_ITEMS.c.evaluation).limit(limit))

    def evaluated(self, item: CampaignItemRow) -> None:
        outcome = item.model_dump(include={"state", "after", "after_version", "criteria", "problem"})
        where = (_ITEMS.c.campaign == item.campaign, _ITEMS.c.evaluation == item.evaluation, _ITEMS.c.state == PENDING)
        with self._writing() as connection:
            connection.execute(update(_ITEMS).where(*where).values(outcome))

    def decisions_on(self, evaluation: str) -> Sequence[ResultDecision]:
        with self._reading() as connection:
            decisions = campaign_decisions_on(connection, (evaluation,)).get(evaluation, ())
        return sorted(decisions, key=lambda decision: (decision.campaign, decision.number))

    def case_steps_on(self, evaluation: str) -> Sequence[CaseSteps]:
        with self._reading() as connection:
            return case_steps_on(connection, evaluation)

    def certificates_on(self, evaluation: str) -> Sequence[tuple[str, str, str]]:
        with self._reading() as connection:
            return live_certificates(connection, evaluation)

    def dispose(self, decided: DispositionRow) -> None:
        with self._writing() as connection:
            store_disposition(connection, decided)


def store_disposition(connection: Connection, decided: DispositionRow) -> None:
    """Store and log a decision within the caller's transaction."""
    numbers = select(func.max(DISPOSITIONS.c.number)).where(DISPOSITIONS.c.campaign == decided.campaign)
    row = decided.model_copy(update={"number": (connection.execute(numbers).scalar() or 0) + 1})
    connection.execute(insert(DISPOSITIONS), row.model_dump())
    shown = {
        "disposition": row.disposition, "reason": row.reason, "person": row.person, "dispose_time": row.time,
    }  # fmt: skip
    where = (_ITEMS.c.campaign == row.campaign, _ITEMS.c.evaluation == row.evaluation)
    connection.execute(update(_ITEMS).where(*where).values(shown))
    add_leaves(connection, [disposition_leaf(row)])


def campaign_leaf(row: CampaignRow, evaluations: Iterable[str]) -> Leaf:
    """Return a campaign's log leaf; `evaluations` must be in name order."""
    names = sha256(b"[")
    for index, name in enumerate(evaluations):
        names.update((b"," if index else b"") + canonical_bytes(name))
    names.update(b"]")
    fields = {
        "support": digest(canonical_bytes({name: getattr(row, name) for name in _REQUEST_FIELDS})),
        "principal": orjson.loads(row.principal),
        "time": row.create_time,
        "affected": row.affected,
        "evaluations": names.hexdigest(),
    }
    return leaf_without_subject(CAMPAIGN, row.name, fields)


def disposition_leaf(row: DispositionRow) -> Leaf:
    """Return the log leaf of a decision."""
    fields = {
        "evaluation": row.evaluation,
        "disposition": row.disposition,
        "person": digest(row.person.encode()),
        "principal": orjson.loads(row.principal),
        "reason": digest(row.reason.encode()),
        "time": row.time,
    }
    return leaf_without_subject(DISPOSITION, disposition_name(row), fields)


def disposition_name(decision: DispositionRow | ResultDecision) -> str:
    """Return the name of a decision's log leaf."""
    return f"{decision.campaign}/dispositions/{decision.number}"

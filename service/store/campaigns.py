"""Store of correction campaigns: affected results, their new conclusions, and decisions on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import orjson
from sqlalchemy import Connection, Engine, func, insert, select, text, update
from sqlmodel import SQLModel

from rules.contracts import canonical_bytes, digest, message_factory
from service.base.refusals import Reason, Refusal
from service.store.database import translating_database_errors
from service.store.log_sequencer import add_leaves
from service.store.prepared_statements import PreparedStatement
from service.store.result_status import (
    CaseSteps,
    ResultDecision,
    campaign_decisions_on,
    case_steps_on,
    live_certificates,
)
from service.store.tables import CampaignItemRow, CampaignRow, DispositionRow
from service.store.write_access import with_write_access
from service.transparency.leaves import CAMPAIGN, DISPOSITION, Leaf, leaf_without_subject

_say = message_factory(__name__)

_CAMPAIGNS, _ITEMS, _DISPOSITIONS = (
    SQLModel.metadata.tables[str(model.__tablename__)] for model in (CampaignRow, CampaignItemRow, DispositionRow)
)
PENDING = "pending"
COLLECTING = -1
"""How many results a campaign touches while they are being found."""
_COLUMNS = tuple(CampaignItemRow.model_fields)
_COLLECT = PreparedStatement(
    lambda _: text(
        f"INSERT INTO campaign_item ({', '.join(_COLUMNS)}) "  # noqa: S608 -- our own names
        f"VALUES ({', '.join(f':{name}' for name in _COLUMNS)}) ON CONFLICT DO NOTHING"
    )
)
_REQUEST_FIELDS = ("kind", "value", "at_least", "at_most", "unit", "reason")


class Campaigns:
    """The corrections of all organisations; every question names the campaign, and so the organisation."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine

    def begin(self, row: CampaignRow) -> CampaignRow:
        """Keep a campaign whose results are yet to be found; one begun before stays as it is."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            stored = connection.execute(select(_CAMPAIGNS).where(_CAMPAIGNS.c.name == row.name)).mappings().first()
            if stored is None:
                begun = row.model_copy(update={"affected": COLLECTING})
                connection.execute(insert(_CAMPAIGNS), begun.model_dump())
                return begun
        there = CampaignRow.model_validate(dict(stored))
        if any(getattr(there, name) != getattr(row, name) for name in _REQUEST_FIELDS):
            raise Refusal(Reason.CAMPAIGN_EXISTS, _say("CAMPAIGN_EXISTS", name=row.name, time=there.create_time))
        return there

    def collect(self, items: Sequence[CampaignItemRow]) -> None:
        """Keep results that a campaign touches; those that are kept already stay as they are."""
        if items:
            with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
                _COLLECT.run_each(connection, [item.model_dump() for item in items])

    def collected(self, row: CampaignRow) -> CampaignRow:
        """Keep that all results that a campaign touches are found, and note it in the log, once."""
        its = _ITEMS.c.campaign == row.name
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            affected = connection.execute(select(func.count()).select_from(_ITEMS).where(its)).scalar_one()
            whole = row.model_copy(update={"affected": affected})
            yet = (_CAMPAIGNS.c.name == row.name, _CAMPAIGNS.c.affected == COLLECTING)
            if connection.execute(update(_CAMPAIGNS).where(*yet).values(affected=affected)).rowcount:
                names = select(_ITEMS.c.evaluation).where(its).order_by(_ITEMS.c.evaluation)
                add_leaves(connection, [campaign_leaf(whole, connection.execute(names).scalars())])
        return whole

    def find(self, name: str) -> CampaignRow | None:
        """Find a campaign."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(select(_CAMPAIGNS).where(_CAMPAIGNS.c.name == name)).mappings().first()
        return None if row is None else CampaignRow.model_validate(dict(row))

    def list(self, organization: str, *, after: str, limit: int) -> list[CampaignRow]:
        """List the campaigns of an organisation by name, at most so many after one."""
        chosen = select(_CAMPAIGNS).where(_CAMPAIGNS.c.organization == organization, _CAMPAIGNS.c.name > after)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen.order_by(_CAMPAIGNS.c.name).limit(limit)).mappings().all()
        return [CampaignRow.model_validate(dict(row)) for row in rows]

    def progress(self, names: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Count the results of each campaign by state and disposition."""
        columns = (_ITEMS.c.campaign, _ITEMS.c.state, _ITEMS.c.disposition)
        chosen = select(*columns, func.count().label("many")).where(_ITEMS.c.campaign.in_(names)).group_by(*columns)
        counted: dict[str, dict[tuple[str, str], int]] = {name: {} for name in names}
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            for row in connection.execute(chosen):
                counted[row.campaign][row.state, row.disposition] = row.many
        return counted

    def outcomes(self, name: str) -> Mapping[tuple[str, str, str, str, str], int]:
        """Count the results evaluated again by version and conclusion before and after, and by state."""
        columns = _ITEMS.c.scorecard_version, _ITEMS.c.before, _ITEMS.c.after_version, _ITEMS.c.after, _ITEMS.c.state
        many = func.count().label("many")
        chosen = select(*columns, many).where(_ITEMS.c.campaign == name, _ITEMS.c.state != PENDING)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return {
                (row.scorecard_version, row.before, row.after_version, row.after, row.state): row.many
                for row in connection.execute(chosen.group_by(*columns))
            }

    def item(self, name: str, evaluation: str) -> CampaignItemRow | None:
        """Find a result among those of a campaign."""
        chosen = select(_ITEMS).where(_ITEMS.c.campaign == name, _ITEMS.c.evaluation == evaluation)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            row = connection.execute(chosen).mappings().first()
        return None if row is None else CampaignItemRow.model_validate(dict(row))

    def items(self, name: str, *, after: str, limit: int, state: str = "") -> Sequence[CampaignItemRow]:
        """List the results of a campaign by name, or those of one state, at most so many after one."""
        chosen = select(_ITEMS).where(_ITEMS.c.campaign == name, _ITEMS.c.evaluation > after)
        if state:
            chosen = chosen.where(_ITEMS.c.state == state)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen.order_by(_ITEMS.c.evaluation).limit(limit)).mappings().all()
        return [CampaignItemRow.model_validate(dict(row)) for row in rows]

    def evaluated(self, item: CampaignItemRow) -> None:
        """Keep what a result concludes once more, unless that is kept already."""
        kept = item.model_dump(include={"state", "after", "after_version", "criteria", "problem"})
        where = (_ITEMS.c.campaign == item.campaign, _ITEMS.c.evaluation == item.evaluation, _ITEMS.c.state == PENDING)
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(update(_ITEMS).where(*where).values(kept))

    def decisions_on(self, evaluation: str) -> Sequence[ResultDecision]:
        """Give the decisions on a result, campaign by campaign, in order."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            decisions = campaign_decisions_on(connection, (evaluation,)).get(evaluation, ())
        return sorted(decisions, key=lambda decision: (decision.campaign, decision.number))

    def case_steps_on(self, evaluation: str) -> Sequence[CaseSteps]:
        """Give the steps of cases that bear on a result."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return case_steps_on(connection, evaluation)

    def certificates_on(self, evaluation: str) -> Sequence[tuple[str, str, str]]:
        """Give case, item and number of each certificate that rests on a result and has not ended."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return live_certificates(connection, evaluation)

    def dispose(self, decided: DispositionRow) -> None:
        """Keep a decision as the next of its campaign, and note it in the log."""
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            store_disposition(connection, decided)


def store_disposition(connection: Connection, decided: DispositionRow) -> None:
    """Keep a decision as the next of its campaign, and note it in the log, within a transaction."""
    numbers = select(func.max(_DISPOSITIONS.c.number)).where(_DISPOSITIONS.c.campaign == decided.campaign)
    row = decided.model_copy(update={"number": (connection.execute(numbers).scalar() or 0) + 1})
    connection.execute(insert(_DISPOSITIONS), row.model_dump())
    shown = {
        "disposition": row.disposition, "reason": row.reason, "person": row.person, "dispose_time": row.time,
    }  # fmt: skip
    where = (_ITEMS.c.campaign == row.campaign, _ITEMS.c.evaluation == row.evaluation)
    connection.execute(update(_ITEMS).where(*where).values(shown))
    add_leaves(connection, [disposition_leaf(row)])


def campaign_leaf(row: CampaignRow, evaluations: Iterable[str]) -> Leaf:
    """Write the leaf of a campaign over results that are given by name, in the order of names."""
    names = sha256(b"[")
    for place, name in enumerate(evaluations):
        names.update((b"," if place else b"") + canonical_bytes(name))
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
    """Write the leaf of a decision."""
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
    """Name a decision as its leaf is named."""
    return f"{decision.campaign}/dispositions/{decision.number}"

"""Legal holds and erasures, read from log leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

import orjson
from sqlalchemy import Connection, bindparam, select

from rules.contracts import message_factory
from rules.trail import ErasureExtent
from service.base.refusals import Reason, Refusal
from service.identity.permissions import permission
from service.store.database import StorePart
from service.store.log_sequencer import LoggedLeaf, add_leaves
from service.store.prepared_statements import PreparedStatement
from service.store.tables import ERASED_REQUESTS as _REQUESTS, LOG_LEAVES as _LEAVES
from service.transparency.leaves import ERASURE, ERASURES, HOLD, HOLD_LIFT, Erasure, Leaf, LegalHold

_message = message_factory(__name__)

_LIFT_METHOD = "touchstone.v1.ErasureService/LiftLegalHold"
_MAX_HOLDS = 3


class LegalHolds(StorePart):
    """Legal holds of a store."""

    def list(self, organization: str) -> list[LegalHold]:
        with self._reading() as connection:
            return list(_holds(connection, organization))

    def set(self, hold: LegalHold) -> None:
        with self._writing() as connection:
            add_leaves(connection, [hold.leaf()])

    def lift(self, name: str, *, time: str, principal: Mapping[str, str], reason: str) -> LegalHold:
        """End a hold; a lifted hold remains unchanged.

        The held organization cannot lift holds by another organization, such as an authority.
        """
        with self._writing() as connection:
            legal_hold = next((hold for hold in _holds(connection, name.split("/")[1]) if hold.name == name), None)
            if legal_hold is None:
                raise Refusal(Reason.HOLD_NOT_FOUND, _message("NO_HOLD", name=name))
            setter, held_organization = legal_hold.principal["organization"], name.split("/")[1]
            if principal["organization"] == held_organization and setter not in {"", held_organization}:
                by = f"{legal_hold.principal['id']} (organizations/{setter})"
                raise Refusal(Reason.OTHER_ORGANIZATION, _message("HOLD_OF_ANOTHER", name=name, by=by))
            if not legal_hold.lift_time:
                legal_hold = replace(legal_hold, lift_time=time, lift_principal=principal, lift_reason=reason)
                add_leaves(connection, [legal_hold.lift_leaf()])
        return legal_hold


def holds_on(connection: Connection, organization: str, *names: str) -> list[LegalHold]:
    """Return active holds on `names`, or all of the organization without names."""
    in_effect = (hold for hold in _holds(connection, organization) if not hold.lift_time)
    return [hold for hold in in_effect if not names or hold.target in names]


def held(name: str, holds: list[LegalHold]) -> Refusal:
    """Return a refusal with the holds that prevent an erasure and the roles that may lift them."""
    shown = [
        _message("HOLD", name=hold.name, time=hold.time, by=hold.principal["id"], reason=hold.reason) for hold in holds
    ]
    roles = sorted(role.value for role in permission(_LIFT_METHOD).own)
    return Refusal(Reason.UNDER_HOLD, _message("UNDER_HOLD", name=name, holds=shown[:_MAX_HOLDS], roles=roles))


def _holds(connection: Connection, organization: str) -> Iterator[LegalHold]:
    prefix = f"organizations/{organization}/holds/"
    chosen = (
        select(_LEAVES.c.kind, _LEAVES.c.name, _LEAVES.c.document)
        .where(_LEAVES.c.kind.in_((HOLD, HOLD_LIFT)), _LEAVES.c.name > prefix, _LEAVES.c.name < f"{prefix[:-1]}0")
        .order_by(_LEAVES.c.name, _LEAVES.c.kind)
    )
    rows = connection.execute(chosen).all()
    lifted = {row.name: orjson.loads(row.document) for row in rows if row.kind == HOLD_LIFT}
    for row in rows:
        if row.kind == HOLD:
            yield LegalHold.read(orjson.loads(row.document), lifted.get(row.name))


_ERASED_EVALUATION = PreparedStatement(
    lambda _: select(_REQUESTS.c.evaluation).where(
        _REQUESTS.c.organization == bindparam("organization"), _REQUESTS.c.request_id == bindparam("request_id")
    )
)


def logged_erasures(
    connection: Connection,
    under: str,
    *,
    after: str = "",
    limit: int | None = None,
    kinds: Collection[str] = (ERASURE,),
) -> list[LoggedLeaf]:
    """Return erasure leaves with the name prefix `under`, ordered by name."""
    chosen = (
        select(_LEAVES)
        .where(_LEAVES.c.kind.in_(kinds), _LEAVES.c.name > max(under, after), _LEAVES.c.name < f"{under[:-1]}0")
        .order_by(_LEAVES.c.name)
        .limit(limit)
    )
    rows = connection.execute(chosen).all()
    return [LoggedLeaf(row.position, Leaf(row.kind, row.name, row.subject, row.document), row.digest) for row in rows]


def erasures_of(connection: Connection, evaluation: str) -> list[Erasure]:
    """Return the erasures of an evaluation in order."""
    entries = logged_erasures(connection, f"{evaluation}{ERASURES}")
    erasures = [Erasure.read(orjson.loads(entry.leaf.document)) for entry in entries]
    return sorted(erasures, key=lambda erasure: int(erasure.name.rpartition("/")[2]))


def whole_erasure_of(connection: Connection, evaluation: str) -> Erasure | None:
    """Return the erasure of a complete evaluation, if any."""
    return next(
        (erasure for erasure in erasures_of(connection, evaluation) if erasure.extent is ErasureExtent.EVALUATION), None
    )


def erased_request_refusal(connection: Connection, organization: str, request_id: str) -> Refusal | None:
    """Return a refusal if the evaluation of a request was erased."""
    evaluation = _ERASED_EVALUATION.value(connection, {"organization": organization, "request_id": request_id})
    if evaluation is None:
        return None
    return Refusal(Reason.REQUEST_ID_REUSED, _message("REQUEST_ERASED", id=request_id, name=evaluation))

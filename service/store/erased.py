"""What was erased, and of whom? Read from the leaves of the log that note it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from sqlalchemy import bindparam, select

from rules.contracts.messages import speaker
from rules.trail.erasing import Extent
from service.base.refusals import Reason, Refusal
from service.log.erasures import ERASURES, Erasure
from service.log.leaves import ERASURE, Leaf
from service.store.log import Noted
from service.store.log_tables import LogLeafRow
from service.store.prepared import Prepared
from service.store.tables import ErasedRequestRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

_say = speaker(__name__)

_LEAVES = LogLeafRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_REQUESTS = ErasedRequestRow.__table__  # type: ignore[attr-defined] # likewise
_ERASED = Prepared(
    lambda _: select(_REQUESTS.c.evaluation).where(
        _REQUESTS.c.organization == bindparam("organization"), _REQUESTS.c.request_id == bindparam("request_id")
    )
)


def erasures_noted(
    connection: Connection,
    under: str,
    *,
    after: str = "",
    limit: int | None = None,
    kinds: Collection[str] = (ERASURE,),
) -> list[Noted]:
    """Give the leaves of erasures whose names begin so, by name, after one and at most so many."""
    chosen = (
        select(_LEAVES)
        .where(_LEAVES.c.kind.in_(kinds), _LEAVES.c.name > max(under, after), _LEAVES.c.name < f"{under[:-1]}0")
        .order_by(_LEAVES.c.name)
        .limit(limit)
    )
    rows = connection.execute(chosen).all()
    return [Noted(row.position, Leaf(row.kind, row.name, row.subject, row.document), row.digest) for row in rows]


def erasures_of(connection: Connection, evaluation: str) -> list[Erasure]:
    """Give what was erased of an evaluation, in order."""
    noted = erasures_noted(connection, f"{evaluation}{ERASURES}")
    found = [Erasure.read(orjson.loads(one.leaf.document)) for one in noted]
    return sorted(found, key=lambda one: int(one.name.rpartition("/")[2]))


def erased_whole(connection: Connection, evaluation: str) -> Erasure | None:
    """Give the erasure of a whole evaluation, if it was erased."""
    return next((one for one in erasures_of(connection, evaluation) if one.extent is Extent.EVALUATION), None)


def find_erased(connection: Connection, organization: str, request_id: str) -> Refusal | None:
    """Refuse a request whose evaluation was erased; None if it is no such request."""
    evaluation = _ERASED.value(connection, {"organization": organization, "request_id": request_id})
    if evaluation is None:
        return None
    return Refusal(Reason.REQUEST_ID_REUSED, _say("REQUEST_ERASED", id=request_id, name=evaluation))

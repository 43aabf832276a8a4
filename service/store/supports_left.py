"""What does an evaluation rest on when something of it was erased?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from service.store.support_tables import SupportingValueRow, SupportRow
from service.store.supports import Supports, add_supports, supports_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from rules.contracts.erased import ErasedRecord
    from rules.model.scorecard import Scorecard
    from service.store.tables import EvaluationRow

_SUPPORTS = SupportRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_VALUES = SupportingValueRow.__table__  # type: ignore[attr-defined] # likewise
_AT_ONCE = 10_000


def forget_supports(
    connection: Connection, row: EvaluationRow, record: ErasedRecord, left: ErasedRecord | None, card: Scorecard | None
) -> bool:
    """Let an evaluation be found no more by what only the steps that go rest on; their numbers go with that.

    Nothing of a record is left if the whole evaluation goes. Where what is left does not say any more that a basis was
    not read, the evaluation is found by that basis. `card` is that of the record, if it is known. Says whether rows may
    be left, as of a whole evaluation whose card is not: which bases it read is not known then (`sweep_supports`).
    """
    name, id = (row.organization, row.software_versions), row.name.rpartition("/")[2]
    before = supports_of(record, *name, card)
    after = Supports() if left is None else supports_of(left, *name, card)
    for support, value in set(before.values) - set(after.values):
        its = (_VALUES.c.support == support, _VALUES.c.value == value, _VALUES.c.evaluation == id)
        connection.execute(delete(_VALUES).where(*its))
    told = not _is_found_by(connection, before.untold, id)
    digests, kept = set(before.digests), set(after.digests)
    for support in digests - kept | ({before.untold} if left is None else set()):
        connection.execute(delete(_SUPPORTS).where(_SUPPORTS.c.support == support, _SUPPORTS.c.evaluation == id))
    if kept - digests and told and _is_found_by(connection, before.version, id):  # it is written already
        add_supports(connection, [(row.name, Supports(tuple(kept - digests)))])
    return left is None and card is None and told


def sweep_supports(connection: Connection, names: Sequence[str]) -> None:
    """Let evaluations be found by nothing more, in one pass over all that is rested on, however many they are."""
    ids = [name.rpartition("/")[2] for name in names]
    for start in range(0, len(ids), _AT_ONCE):
        connection.execute(delete(_SUPPORTS).where(_SUPPORTS.c.evaluation.in_(ids[start : start + _AT_ONCE])))


def _is_found_by(connection: Connection, support: bytes, evaluation: str) -> bool:
    its = (_SUPPORTS.c.support == support, _SUPPORTS.c.evaluation == evaluation)
    return connection.execute(select(_SUPPORTS.c.support).where(*its)).first() is not None

"""Which evaluations of an organisation rest on a document, known by its digest, and what evidence does one name?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from sqlalchemy import select

from service.store.database import refusing
from service.store.outcomes import unprojected
from service.store.records import unpack
from service.store.supports import Support, support_digest
from service.store.tables import EvaluationRow, SupportRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

_SUPPORTS = SupportRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # likewise
_EVIDENCE = b'["evidence/'


class Documents:
    """The documents behind the evaluations of a store. Refuses (Refusal) where it cannot be read now."""

    def __init__(self, engine: Engine, settle: Callable[[], None]) -> None:
        """Use an open database, in which `settle` writes what waits to be written of what results rest on."""
        self._engine = engine
        self._settle = settle

    def resting_on(self, organization: str, digest: str, *, limit: int) -> list[str]:
        """Name the evaluations that rest on a document, in the order of time, at most so many."""
        self._settle()
        document = support_digest(organization, Support.DOCUMENT, digest)
        chosen = (
            select(_SUPPORTS.c.evaluation)
            .where(_SUPPORTS.c.support == document)
            .order_by(_SUPPORTS.c.evaluation)
            .limit(limit)
        )
        with refusing(to="read"), self._engine.connect() as connection:
            names = {f"organizations/{organization}/evaluations/{id}" for id in connection.execute(chosen).scalars()}
            waiting = unprojected(connection, organization)
        names.update(one.standing["evaluation"] for one in waiting if document in one.supports.digests)
        return sorted(names)[:limit]

    def stated(self, evaluation: str) -> dict[str, str] | None:
        """Give the digest that each item of an evaluation's evidence states, by its id; None without the evaluation.

        Raises:
            TrailError: its record is damaged.
        """
        chosen = select(_EVALUATIONS.c.record).where(_EVALUATIONS.c.name == evaluation)
        with refusing(to="read"), self._engine.connect() as connection:
            record = connection.execute(chosen).scalar()
        if record is None:
            return None
        found = [orjson.loads(step) for step in unpack(record).steps if step.startswith(_EVIDENCE)]
        return {id.partition("/")[2]: item["digest"] for id, item, *_ in found}

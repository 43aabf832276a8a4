"""Which evaluations does an answer leave out because their record cannot be read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from service.store.outcomes import unprojected_unread
from service.store.tables import EvaluationRow, UnreadableRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_UNREADABLE = UnreadableRow.__table__  # type: ignore[attr-defined] # likewise
_NAMED = 100


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many evaluations are left out, and which, the first hundred by name."""

    count: int = 0
    names: tuple[str, ...] = ()


def left_out(
    connection: Connection, organization: str, *, met: Collection[str] = (), version: str | None = None
) -> LeftOut:
    """Give what answers about an organisation, or about one version, leave out: unreadable ones, known or `met` now."""
    chosen = (
        select(_UNREADABLE.c.evaluation)
        .join(_EVALUATIONS, _EVALUATIONS.c.name == _UNREADABLE.c.evaluation)
        .where(_EVALUATIONS.c.organization == organization)
    )
    if version is not None:
        chosen = chosen.where(_EVALUATIONS.c.scorecard_version == version)
    names = {*connection.execute(chosen).scalars(), *unprojected_unread(connection, organization, version), *met}
    return LeftOut(len(names), tuple(sorted(names)[:_NAMED]))

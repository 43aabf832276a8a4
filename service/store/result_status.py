"""Does a stored result stand, or was it put in question, corrected or withdrawn since? Whoever shows one asks here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Connection, select

from service.store.tables import DispositionRow

_DISPOSITIONS = DispositionRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_AT_ONCE = 500


class State(IntEnum):
    """How a result stands, in order of gravity."""

    STANDS = 1
    IN_QUESTION = 2
    CORRECTED = 3
    WITHDRAWN = 4


_STATES = {
    "stands": State.STANDS,
    "to_be_asked": State.IN_QUESTION,
    "changed": State.CORRECTED,
    "withdrawn": State.WITHDRAWN,
}
"""To each disposition of a campaign, what it makes of the result."""


@dataclass(frozen=True, slots=True)
class ResultStatus:
    """What was decided of a result, in which campaign, why, and when (`YYYY-MM-DDThh:mm:ssZ`)."""

    state: State
    campaign: str
    reason: str
    time: str

    @property
    def stands(self) -> bool:
        """Say whether the result may still be relied on."""
        return self.state <= State.IN_QUESTION


@dataclass(frozen=True, slots=True)
class Decision:
    """One disposition of a result, the `number`th of its campaign."""

    campaign: str
    number: int
    disposition: str
    reason: str
    time: str


def status_of(decisions: Iterable[Decision], known: str | None = None) -> ResultStatus | None:
    """Give the status of a result by all decisions on it, or by those known at an instant; None if there are none.

    Each campaign is about one thing that turned out wrong, so in each the last decision counts, and of the campaigns
    the gravest: what was withdrawn for one reason does not stand because another reason did not bear on it.
    """
    last: dict[str, Decision] = {}
    for one in sorted(decisions, key=lambda one: one.number):
        if known is None or one.time <= known:
            last[one.campaign] = one
    told = [ResultStatus(_STATES[one.disposition], one.campaign, one.reason, one.time) for one in last.values()]
    return max(told, key=lambda one: (one.state, one.time, one.campaign), default=None)


def decisions_on(connection: Connection, evaluations: Collection[str]) -> Mapping[str, tuple[Decision, ...]]:
    """Read the decisions on each of these evaluations on which there is one."""
    found: dict[str, tuple[Decision, ...]] = {}
    names = sorted(evaluations)
    read = (_DISPOSITIONS.c.evaluation, *(_DISPOSITIONS.c[name] for name in Decision.__dataclass_fields__))
    for start in range(0, len(names), _AT_ONCE):
        asked = select(*read).where(_DISPOSITIONS.c.evaluation.in_(names[start : start + _AT_ONCE]))
        for evaluation, *decision in connection.execute(asked):
            found[evaluation] = (*found.get(evaluation, ()), Decision(*decision))
    return found


def statuses(connection: Connection, evaluations: Collection[str]) -> Mapping[str, ResultStatus]:
    """Give the status of each of these evaluations of which something was decided; the others stand."""
    return {
        name: status
        for name, decisions in decisions_on(connection, evaluations).items()
        if (status := status_of(decisions)) is not None
    }

"""States of a stored result, and the state that its decisions lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ResultState(IntEnum):
    """State of a result; `_GRAVITY` orders states by severity."""

    STANDS = 1
    IN_QUESTION = 2
    CORRECTED = 3
    WITHDRAWN = 4
    EXPIRED = 5
    SUPERSEDED = 6
    UNDER_APPEAL = 7
    SUSPENDED = 8


_GRAVITY = (
    ResultState.STANDS, ResultState.EXPIRED, ResultState.SUPERSEDED, ResultState.UNDER_APPEAL,
    ResultState.IN_QUESTION, ResultState.SUSPENDED, ResultState.CORRECTED, ResultState.WITHDRAWN,
)  # fmt: skip
INVALID_STATES = frozenset((ResultState.SUSPENDED, ResultState.CORRECTED, ResultState.WITHDRAWN))
STATE_AFTER = {
    "stands": ResultState.STANDS,
    "to_be_asked": ResultState.IN_QUESTION,
    "changed": ResultState.CORRECTED,
    "withdrawn": ResultState.WITHDRAWN,
    "reinstate": ResultState.STANDS,
    "suspend": ResultState.SUSPENDED,
    "withdraw": ResultState.WITHDRAWN,
    "cancel": ResultState.WITHDRAWN,
    "supersede": ResultState.SUPERSEDED,
    "expire": ResultState.EXPIRED,
    "appeal": ResultState.UNDER_APPEAL,
}
ENDS_APPEAL = frozenset({"uphold", "dismiss"})


@dataclass(frozen=True, slots=True)
class ResultStatus:
    """Status of a result, with the campaign or case, reason and time."""

    state: ResultState
    campaign: str
    reason: str
    time: str

    @property
    def stands(self) -> bool:
        return self.state not in INVALID_STATES


@dataclass(frozen=True, slots=True)
class ResultDecision:
    """Disposition of a campaign, or step on a certificate or appeal."""

    campaign: str
    number: int
    disposition: str
    reason: str
    time: str


def status_of(decisions: Iterable[ResultDecision], known: str | None = None) -> ResultStatus | None:
    """Return the status by all decisions, or those known at an instant; None without any.

    The last decision of each campaign counts, then the most severe: no campaign restores a result that another
    withdrew.
    """
    last: dict[str, ResultDecision] = {}
    for decision in sorted(decisions, key=lambda entry: entry.number):
        if known is None or decision.time <= known:
            last[decision.campaign] = decision
    statuses = [
        ResultStatus(
            STATE_AFTER[last_decision.disposition], last_decision.campaign, last_decision.reason, last_decision.time
        )
        for last_decision in last.values()
        if last_decision.disposition in STATE_AFTER
    ]
    return max(statuses, key=lambda status: (_GRAVITY.index(status.state), status.time, status.campaign), default=None)

"""Result status in words: corrected, withdrawn, suspended, expired, superseded, in question or under appeal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import in_language, message_factory, typeset
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts import Message

_say = message_factory(__name__)

_State = evaluation_pb2.ResultStatus.State
_STATE_MESSAGES: Mapping[int, str] = {
    _State.STATE_STANDS: "STANDS",
    _State.STATE_IN_QUESTION: "IN_QUESTION",
    _State.STATE_CORRECTED: "CORRECTED",
    _State.STATE_WITHDRAWN: "WITHDRAWN",
    _State.STATE_EXPIRED: "EXPIRED",
    _State.STATE_SUPERSEDED: "SUPERSEDED",
    _State.STATE_UNDER_APPEAL: "UNDER_APPEAL",
    _State.STATE_SUSPENDED: "SUSPENDED",
}
_MARK_MESSAGES: Mapping[int, str] = {
    _State.STATE_IN_QUESTION: "IN_QUESTION_MARK",
    _State.STATE_CORRECTED: "CORRECTED_MARK",
    _State.STATE_WITHDRAWN: "WITHDRAWN_MARK",
    _State.STATE_EXPIRED: "EXPIRED_MARK",
    _State.STATE_SUPERSEDED: "SUPERSEDED_MARK",
    _State.STATE_UNDER_APPEAL: "UNDER_APPEAL_MARK",
    _State.STATE_SUSPENDED: "SUSPENDED_MARK",
}
_INEFFECTIVE_STATES = frozenset((_State.STATE_CORRECTED, _State.STATE_WITHDRAWN, _State.STATE_SUSPENDED))


def is_in_effect(status: evaluation_pb2.ResultStatus) -> bool:
    """Say whether a result may still be relied on; one of which nobody decided anything may."""
    return status.state not in _INEFFECTIVE_STATES


def state_of(status: evaluation_pb2.ResultStatus) -> str:
    """Name what was decided of a result, such as `withdrawn`; empty if nothing was."""
    return _STATE_MESSAGES[status.state].lower() if status.state else ""


def status_message(status: evaluation_pb2.ResultStatus) -> Message | None:
    """Say what was decided of a result, when, where and why; nothing if nothing was."""
    if not status.state:
        return None
    day = status.decide_time.ToJsonString()[:10]
    return _say(_STATE_MESSAGES[status.state], day=day, campaign=status.campaign, reason=status.reason)


def status_lines(status: evaluation_pb2.ResultStatus, language: str) -> list[str]:
    """Give the line with which what is told of a result begins; none if nobody decided anything of it."""
    message = status_message(status)
    return [] if message is None else [typeset(in_language(message, language), language)]


def answer_with_status(answer: str, status: evaluation_pb2.ResultStatus, language: str) -> str:
    """Give what a result concludes, for a cell or within a sentence; of one that does not stand that first."""
    if status.state not in _MARK_MESSAGES:
        return answer
    marked = _say(_MARK_MESSAGES[status.state], day=status.decide_time.ToJsonString()[:10], answer=answer)
    return typeset(in_language(marked, language), language)

"""Result status in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import in_language, message_factory, typeset
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts import Message

_message = message_factory(__name__)

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
    """Return whether a result is not corrected, withdrawn or suspended."""
    return status.state not in _INEFFECTIVE_STATES


def state_of(status: evaluation_pb2.ResultStatus) -> str:
    """Return the lower-case status name, or an empty text."""
    return _STATE_MESSAGES[status.state].lower() if status.state else ""


def status_message(status: evaluation_pb2.ResultStatus) -> Message | None:
    """Describe the decision on a result, if any."""
    if not status.state:
        return None
    day = status.decide_time.ToJsonString()[:10]
    return _message(_STATE_MESSAGES[status.state], day=day, campaign=status.campaign, reason=status.reason)


def status_lines(status: evaluation_pb2.ResultStatus, language: str) -> list[str]:
    """Return the status line above a result, if any."""
    message = status_message(status)
    return [] if message is None else [typeset(in_language(message, language), language)]


def answer_with_status(answer: str, status: evaluation_pb2.ResultStatus, language: str) -> str:
    """Return an answer, marked with any status that limits it."""
    if status.state not in _MARK_MESSAGES:
        return answer
    marked = _message(_MARK_MESSAGES[status.state], day=status.decide_time.ToJsonString()[:10], answer=answer)
    return typeset(in_language(marked, language), language)

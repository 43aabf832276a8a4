"""How much of an evaluation does a caller ask for?"""

from __future__ import annotations

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from touchstone.v1 import evaluation_pb2

_say = speaker(__name__)

BASIC = evaluation_pb2.EVALUATION_VIEW_BASIC
FULL = evaluation_pb2.EVALUATION_VIEW_FULL
WRITTEN = evaluation_pb2.EVALUATION_VIEW_WRITTEN


def read_view(
    view: evaluation_pb2.EvaluationView, *, default: evaluation_pb2.EvaluationView
) -> evaluation_pb2.EvaluationView:
    """Give the view asked for.

    Raises:
        InputError: there is no such view.
    """
    if view == evaluation_pb2.EVALUATION_VIEW_UNSPECIFIED:
        return default
    if view not in (BASIC, FULL, WRITTEN):
        raise InputError((Violation("view", _say("NO_SUCH_VIEW", found=view), "WRONG_VALUE"),))
    return view

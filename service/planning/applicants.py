"""Plans for applicants: they see only their own facts, so nothing stored of a subject takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.identity.principals import Role, caller

if TYPE_CHECKING:
    from touchstone.v1 import plan_service_pb2 as pb2

_message = message_factory(__name__)


def acts_for_client() -> bool:
    """Return whether the caller is an applicant. Plans of applicants contain only the facts of the request."""
    return Role.APPLICANT in caller().roles


def check_applicant(request: pb2.PlanImprovementRequest | pb2.ProposeMeasuresRequest) -> None:
    """Raise Refusal if an applicant names a stored evaluation or a version of the scorecard."""
    if acts_for_client() and (
        request.WhichOneof("baseline") != "request"
        or request.scorecard_version
        or "/versions/" in request.request.scorecard
    ):
        raise Refusal(Reason.ROLE_NEEDED, _message("ONLY_OWN_FACTS"))

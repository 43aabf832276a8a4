"""An organisation that has, or has not, a gazette of its own before that for all, and calls a running server."""

from __future__ import annotations

import dataclasses
import uuid
from typing import Any

from service.identity.principals import Role
from tests.support.calling import Refused, refused, request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_subject
from touchstone.v1 import evaluation_service_pb2


@dataclasses.dataclass
class Body:
    """An organisation that calls."""

    server: RunningServer
    name: str
    roles: tuple[Role, ...] = (Role.ASSESSOR, Role.DECIDER)

    def __post_init__(self) -> None:
        url = self.server.environment["TOUCHSTONE_DATABASE_URL"]
        self.shown = bearing(new_key_of(url, self.name, *self.roles))

    def ask(self, method: str, request: Any) -> Any:
        stub = self.server.evaluations if hasattr(self.server.evaluations, method) else self.server.scorecards
        return getattr(stub, method)(request, metadata=self.shown, timeout=60)

    def refused(self, method: str, request: Any) -> Refused:
        return refused(lambda asked: self.ask(method, asked), request)

    def evaluation(self, card: str = CARD) -> evaluation_service_pb2.EvaluateSubjectRequest:
        subject = small_subject().model_copy(update={"subject": f"organizations/{self.name}/subjects/s"})
        return request_for(subject, scorecard=f"scorecards/{card}", request_id=str(uuid.uuid4()))

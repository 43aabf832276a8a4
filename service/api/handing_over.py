"""How does what was evaluated reach the store, and become the answer to who asked?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.answering.envelopes import new_evaluation
from service.answering.mapping.views import FULL
from service.answering.rows import new_row
from service.base import instants
from service.base.names import new_evaluation_name
from service.base.refusals import Reason, Refusal
from service.base.software import software_versions
from service.store.usages import usages_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from rules.contracts.record import Conclusion, Record
    from rules.trail.evaluation import Recorded
    from service.answering.mapping.requests import EvaluationRequest
    from service.identity.principals import Principal
    from service.store.evaluations import Store
    from service.store.tables import EvaluationRow
    from touchstone.v1 import evaluation_pb2

_say = speaker(__name__)

_OF_RECORD = 16
"""No answer is as many times as large as its record; those that may be too large are written before they are stored."""
_BESIDE = 4
"""Which part of an answer is kept for what is only known once it is stored: findings of the archive, open answers."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An evaluation that the writer has: the row to come, and the answer but for what the archive finds.

    `record` is what was told, for the FULL view alone.
    """

    conclusion: Conclusion
    stored: Future[EvaluationRow]
    message: evaluation_pb2.Evaluation
    record: Record | None


class HandingOver:
    """Hands new evaluations to a store; what is stored can be answered in so many bytes."""

    def __init__(self, store: Store, *, maximum_answer_bytes: int) -> None:
        """Hand over to this store."""
        self._store = store
        self._maximum_answer = maximum_answer_bytes

    def hand_over(
        self, recorded: Recorded, read: EvaluationRequest, record_key: bytes, principal: Principal
    ) -> HandedOver:
        """Hand an evaluation over to be stored, and write its answer while the writer waits for the disk.

        Raises:
            Refusal: the answer would be too large, or the store is closing.
        """
        made, name = recorded.evaluated, new_evaluation_name(read.organization)
        row = new_row(
            recorded,
            name=name,
            organization=read.organization,
            request_id=read.request_id,
            body_digest=read.body_digest,
            create_time=instants.now(),
            record_key=record_key,
            software_versions=software_versions(),
            principal=principal,
        )
        usages = usages_of(made, recorded.scorecard, evaluation=name, organization=read.organization)
        if len(recorded.content) * _OF_RECORD > self._maximum_answer:
            self._check_size(new_evaluation(row, recorded, view=FULL))
        stored = self._store.append(row, usages, stage=made.conclusion.stage, verdict=made.conclusion.verdict)
        message = new_evaluation(row, recorded, view=read.view)
        return HandedOver(made.conclusion, stored, message, recorded.without_steps if read.view == FULL else None)

    def _check_size(self, message: evaluation_pb2.Evaluation) -> None:
        """Refuse what could be stored and not be answered.

        Raises:
            Refusal: it is too large.
        """
        most = self._maximum_answer - self._maximum_answer // _BESIDE
        if message.ByteSize() > most:
            said = _say("ANSWER_TOO_LARGE", size=f"{message.ByteSize():,}", most=f"{most:,}")
            raise Refusal(Reason.ANSWER_TOO_LARGE, said)

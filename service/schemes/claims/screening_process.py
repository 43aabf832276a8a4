"""Screening worker: process for screening and claim checks of a server.

It has its own gazette and evaluators, so that a claim check does not delay other evaluations.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.claims import screen
from rules.contracts import InstallationError
from rules.engine import CancellationScope, ShouldStop
from service.evaluating.evaluators import Evaluators
from service.gazette.gazette_worker import worker_entry
from service.gazette.versions import Gazette
from service.schemes.claims.answer import applied_software
from service.schemes.claims.claim_check import judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.documents.document_reader import read_bytes
from service.schemes.claims.messages import read_hearing, write_page, write_screened
from service.schemes.claims.request_messages import (
    answer_language,
    check_request,
    check_text,
    new_problem_collector,
    read_claim_check_request,
    read_document,
)
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from service.base.worker_specs import Works

_MEMORY = 3 * 1024 * 1024 * 1024


def handle_screening(request: pb2.ScreenClaimsRequest, _: ShouldStop) -> pb2.ScreenClaimsResponse:
    """Screen a text or file."""
    check_request(request)
    field = request.WhichOneof("source") or "source"
    document = Document("text", request.text) if field == "text" else read_bytes(request.file)
    check_text(document.text, field)
    result = screen(
        document.text,
        languages=tuple(request.language_codes),
        names=tuple(request.trader_names),
        weighed=not request.unweighed,
        hearing=read_hearing(request.hearing),
        heads=document.cell_heads,
    )
    return write_screened(document, result, applied_software())


class ClaimCheckWorker:
    """Judges texts by one gazette; what one text needed stands ready for the next."""

    def __init__(self, gazette: Gazette, *, lasting: bool) -> None:
        """Begin with nothing ready; `lasting` says that what is made ready will be used for long."""
        self._gazette = gazette
        self._evaluators = Evaluators.for_gazette(gazette, lasting=lasting)

    def checked(self, request: pb2.CheckClaimsRequest, should_stop: ShouldStop) -> pb2.CheckClaimsResponse:
        """Judge the claims of a text or file; asked before every claim whether to go on."""
        waiting, refusals = CancellationScope(), new_problem_collector(request)
        with waiting.until(should_stop):
            document = read_document(request, refusals)
            asked = replace(read_claim_check_request(request, refusals), waiting=waiting)
            judged = judge_text(document, asked, self._gazette, self._evaluators.conclude, refusals)
            return write_page(judged, answer_language(request), waiting)


def works(gazette: Gazette, *, lasting: bool = False) -> Works:
    """Give what this program does by a gazette."""
    return {
        pb2.ScreenClaimsRequest: handle_screening,
        pb2.CheckClaimsRequest: ClaimCheckWorker(gazette, lasting=lasting).checked,
    }


def _lasting(gazette: Gazette) -> Works:
    with suppress(InstallationError):  # each call is told, and logged
        screen("What is read first takes the time to read the lexicons, too.")
    return works(gazette, lasting=True)


main = worker_entry(_lasting, memory=_MEMORY)

if __name__ == "__main__":
    main()

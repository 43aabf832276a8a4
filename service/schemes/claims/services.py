"""Which gRPC service does a server gain by the scheme of claims?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.api.calls import Bulkhead
from service.schemes.claims.screening_service import ScreeningApi
from touchstone.v1 import screening_service_pb2, screening_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.evaluating.worker import Worker
    from service.gazette.versions import Gazette

NAMES = (screening_service_pb2.DESCRIPTOR.services_by_name["ScreeningService"].full_name,)
_SCREENINGS = 4
"""How many texts are screened at the same time; the longest take some seconds each."""


def add(server: grpc.aio.Server, gazette: Gazette, worker: Worker) -> None:
    """Let a server screen and judge texts."""
    screenings = ScreeningApi(Bulkhead(_SCREENINGS), gazette, worker)
    screening_service_pb2_grpc.add_ScreeningServiceServicer_to_server(screenings, server)

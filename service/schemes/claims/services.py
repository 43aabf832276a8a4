"""Which gRPC service does a server gain by the scheme of claims?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.api.bulkheads import Bulkhead
from service.base.processes import Processes, Program
from service.schemes.claims.screening_service import ScreeningApi
from touchstone.v1 import screening_service_pb2, screening_service_pb2_grpc

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    import grpc

    from service.schemes.claims.settings import Settings

NAMES = (screening_service_pb2.DESCRIPTOR.services_by_name["ScreeningService"].full_name,)


def add(server: grpc.aio.Server, settings: Settings, parts: AsyncExitStack) -> None:
    """Let a server screen and judge texts."""
    program = Program(
        "service.schemes.claims.screening_process",
        (str(settings.gazette),),
        most=settings.maximum_screenings,
        seconds=settings.screening_seconds,
        kept=settings.maximum_screenings,
    )
    processes = Processes(program)
    parts.push_async_callback(processes.close)
    screenings = ScreeningApi(Bulkhead(settings.maximum_screenings, kind="screening"), processes)
    screening_service_pb2_grpc.add_ScreeningServiceServicer_to_server(screenings, server)

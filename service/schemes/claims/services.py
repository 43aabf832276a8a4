"""Which gRPC service does a server gain by the scheme of claims? One that processes answer, which can be ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from service.api.parts import AnsweredApart
from service.base.programs import Program
from touchstone.v1 import screening_service_pb2

if TYPE_CHECKING:
    from service.api.parts import Parts
    from service.schemes.claims.settings import Settings

NAMES = ("touchstone.v1.ScreeningService",)


def add(parts: Parts) -> None:
    """Screen and judge texts."""
    settings = cast("Settings", parts.settings)  # which hold those of every product
    program = Program(
        "service.schemes.claims.screening_process",
        (str(parts.gazette.folder),),
        most=settings.maximum_screenings,
        seconds=settings.screening_seconds,
        kept=settings.maximum_screenings,
    )
    places = parts.own_places(settings.maximum_screenings, "screening")
    service = screening_service_pb2.DESCRIPTOR.services_by_name["ScreeningService"]
    parts.answer(service, AnsweredApart(parts, service, program, places))

"""Registration of the screening gRPC service, with worker processes that can be cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from service.api.service_dependencies import ServiceContext, answer_by_workers

if TYPE_CHECKING:
    from service.schemes.claims.settings import Settings

NAMES = ("touchstone.v1.ScreeningService",)


def add(parts: ServiceContext) -> None:
    """Screen and judge texts, in processes that can be ended."""
    settings = cast("Settings", parts.settings)  # which hold those of every product
    most, seconds = settings.maximum_screenings, settings.screening_seconds
    program, places = "service.schemes.claims.screening_process", parts.own_limiter(most, "screening")
    answer_by_workers(parts, *NAMES, program, places, max_processes=most, seconds=seconds, max_idle=most)

"""Registration of the gRPC services on claims, with worker processes that can be cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from service.api.service_dependencies import ServiceContext, answer_by_workers
from service.base.declarations import proto_services
from service.base.worker_specs import WorkerSpec

if TYPE_CHECKING:
    from service.schemes.claims.settings import Settings

_SCREENING, _CLAIMS = "touchstone.v1.ScreeningService", "touchstone.v1.ClaimService"
NAMES = (_SCREENING, _CLAIMS)


def add(parts: ServiceContext) -> None:
    """Screen and judge texts, in processes that can be ended, and keep the claims that are used."""
    settings = cast("Settings", parts.settings)  # which hold those of every product
    most, seconds = settings.maximum_screenings, settings.screening_seconds
    program, places = "service.schemes.claims.screening_process", parts.own_limiter(most, "screening")
    answer_by_workers(parts, _SCREENING, program, places, max_processes=most, seconds=seconds, max_idle=most)
    if parts.store is None:
        parts.answer(proto_services()[_CLAIMS])
        return
    from service.schemes.claims.claims_in_use import ClaimRegister  # noqa: PLC0415 -- commands without a store need none

    folder = (str(parts.gazette.folder),)
    judging = parts.processes(WorkerSpec(program, folder, max_processes=most, seconds=seconds, max_idle=most))
    register = ClaimRegister(parts.store, parts.gazette, judging, places, parts.limiters)
    parts.answer(proto_services()[_CLAIMS], register)

"""Registration of the claim services and background judging."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from rules.contracts import TouchstoneError
from service.api.service_dependencies import ServiceContext, answer_by_workers
from service.base.declarations import proto_services
from service.base.worker_specs import WorkerSpec
from touchstone.v1 import screening_service_pb2 as pb2

if TYPE_CHECKING:
    from service.schemes.claims.settings import Settings

_REJUDGING_PROGRAM = "service.schemes.claims.rejudging_process"
_REJUDGING_TIME_FACTOR = 10
_WARM_UP_TEXT = "Climate neutral."
_SCREENING, _CLAIMS = "touchstone.v1.ScreeningService", "touchstone.v1.ClaimService"
NAMES = (_SCREENING, _CLAIMS)


def add(parts: ServiceContext) -> None:
    """Register the claim services; the claim register needs a store."""
    settings = cast("Settings", parts.settings)  # contains the settings of all products
    most, seconds = settings.maximum_screenings, settings.screening_seconds
    program, limiter = "service.schemes.claims.screening_process", parts.own_limiter(most, "screening")
    answer_by_workers(parts, _SCREENING, program, limiter, max_processes=most, seconds=seconds, max_idle=most)
    if parts.store is None:
        parts.answer(proto_services()[_CLAIMS])
        return
    from service.schemes.claims.claim_judging import (  # noqa: PLC0415 -- not needed without a store
        ClaimJudge,
        ClaimRounds,
        RuleDays,
    )
    from service.schemes.claims.claim_store import ClaimsInUse  # noqa: PLC0415
    from service.schemes.claims.claims_in_use import ClaimRegister  # noqa: PLC0415

    folder, claims = (str(parts.gazette.folder),), ClaimsInUse(parts.store.transactions)
    rule_days = RuleDays(parts.gazette)
    judging = parts.processes(WorkerSpec(program, folder, max_processes=most, seconds=seconds, max_idle=most))
    judge = ClaimJudge(claims, parts.gazette, judging, limiter, parts.limiters.trying, rule_days)
    keeping = parts.keeping
    files = None if keeping is None else keeping.files
    register = ClaimRegister(claims, judge, parts.limiters, settings.judge_claims_again, files)
    parts.answer(proto_services()[_CLAIMS], register)

    async def warm_up() -> None:
        with suppress(TouchstoneError):  # the first call also starts a process
            if await parts.limiters.reading.in_thread(claims.organizations):
                await judging.work(pb2.ScreenClaimsRequest(text=_WARM_UP_TEXT), pb2.ScreenClaimsResponse)

    if parts.stopping is not None:
        parts.keep_going(warm_up)
    if settings.judge_claims_again and parts.stopping is not None:
        background_limiter = parts.own_limiter(1, "judging_again")
        spec = WorkerSpec(_REJUDGING_PROGRAM, folder, seconds=seconds * _REJUDGING_TIME_FACTOR, max_idle=1)
        rounds = ClaimRounds(
            replace(judge, places=background_limiter, threads=background_limiter), spec, parts.stopping
        )
        parts.keep_going(rounds.run)

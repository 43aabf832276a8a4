"""Registration of the gRPC services on claims, with worker processes that can be cancelled, and of judging again."""

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

_BEHIND = "service.schemes.claims.rejudging_process"
_PATIENCE = 10
"""So many times as long as a caller's text may take what is done behind all other work."""
_ANY_TEXT = "Climate neutral."
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
    from service.schemes.claims.claim_judging import ClaimJudge, RuleDays  # noqa: PLC0415 -- without a store none is needed
    from service.schemes.claims.claim_rounds import ClaimRounds  # noqa: PLC0415 -- likewise
    from service.schemes.claims.claims_in_use import ClaimRegister  # noqa: PLC0415 -- likewise

    folder, claims, rule_days = (str(parts.gazette.folder),), parts.store.claims, RuleDays(parts.gazette)
    judging = parts.processes(WorkerSpec(program, folder, max_processes=most, seconds=seconds, max_idle=most))
    judge = ClaimJudge(claims, parts.gazette, judging, places, parts.limiters.trying, rule_days)
    register = ClaimRegister(parts.store, judge, parts.limiters, settings.judge_claims_again)
    parts.answer(proto_services()[_CLAIMS], register)

    async def warm_up() -> None:
        """Start a judging process where claims are in use, which takes seconds, before the first claim is saved."""
        with suppress(TouchstoneError):  # the first call starts one as well
            if await parts.limiters.reading.in_thread(claims.organizations):
                await judging.work(pb2.ScreenClaimsRequest(text=_ANY_TEXT), pb2.ScreenClaimsResponse)

    if parts.stopping is not None:
        parts.keep_going(warm_up)
    if settings.judge_claims_again and parts.stopping is not None:
        behind = parts.own_limiter(1, "judging_again")
        spec = WorkerSpec(_BEHIND, folder, seconds=seconds * _PATIENCE, max_idle=1)
        rounds = ClaimRounds(replace(judge, places=behind, threads=behind), spec, parts.stopping)
        parts.keep_going(rounds.run)

"""SelfCheckService: anonymous trials of public scorecards, without storage or logging of answers.

Each address has an hourly limit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, VersionError, attempt, message_factory
from service.api.address_limits import AddressRateLimiter, address_of_call
from service.api.service_dependencies import language_of_call
from service.api.version_exports import check_language
from service.base import instants
from service.base.call_context import set_current_organization
from service.base.paging import read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import CardName, malformed, parse_card
from service.base.worker_specs import WorkerSpec
from service.identity.principals import NOBODY, set_principal
from service.output.mapping.scorecards import write_scorecard
from touchstone.v1 import plan_pb2, self_check_service_pb2

if TYPE_CHECKING:
    import grpc

    from rules.contracts import Violation
    from rules.model import PublishedVersion, Scorecard
    from service.api.service_dependencies import ServiceContext
    from service.base.worker_specs import Answer

    _WorkerRequest = (
        self_check_service_pb2.TryScorecardRequest
        | self_check_service_pb2.ReadAnswersRequest
        | self_check_service_pb2.TryPlanRequest
        | self_check_service_pb2.TryMeasuresRequest
    )
    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_ALL_SCORECARDS = "all"
_PROCESSES, _SLOTS, _SECONDS = 2, 8, 30
_ANSWERS_PER_SLOW_CALL = 5
_ANSWERS_PER_PLAN = 20
_PLAN_PROCESSES, _PLAN_SLOTS = 1, 4
_QUESTIONNAIRE = "/questionnaire"
_CARD_FORM = CardName("{scorecard}")
_MAX_CACHED = 16
_OfferedScorecard = self_check_service_pb2.OfferedScorecard
_SERVICE = self_check_service_pb2.DESCRIPTOR.services_by_name["SelfCheckService"]


class SelfCheckApi:
    """SelfCheckService methods."""

    def __init__(self, parts: ServiceContext) -> None:
        self._gazette, self._reading = parts.gazette, parts.limiters.reading
        self._offered_ids = frozenset(parts.settings.self_check.replace(",", " ").split())
        self._addresses = AddressRateLimiter(parts.settings.self_check_answers_per_hour, _limit_message)
        spec = WorkerSpec(
            "service.api.self_check_process", (str(parts.gazette.folder),), max_processes=_PROCESSES,
            seconds=_SECONDS, max_idle=_PROCESSES, cancellable=True,
        )  # fmt: skip
        self._worker, self._slots = parts.processes(spec), parts.own_limiter(_SLOTS, "self_check")
        plan_spec = replace(spec, module="service.planning.plan_process", max_processes=_PLAN_PROCESSES, max_idle=1)
        self._planner, self._plan_slots = parts.processes(plan_spec), parts.own_limiter(_PLAN_SLOTS, "self_check_plans")
        self._questionnaires: dict[tuple[str, str], self_check_service_pb2.Questionnaire] = {}

    async def ListOfferedScorecards(
        self, request: self_check_service_pb2.ListOfferedScorecardsRequest, context: Context
    ) -> self_check_service_pb2.ListOfferedScorecardsResponse:
        self._admit(context)
        with self._reading.slot():
            return await self._reading.in_thread(self._list, request)

    async def GetQuestionnaire(
        self, request: self_check_service_pb2.GetQuestionnaireRequest, context: Context
    ) -> self_check_service_pb2.Questionnaire:
        self._admit(context)
        violations: list[Violation] = []
        attempt(violations, check_language, request.language_code)
        if not request.name.endswith(_QUESTIONNAIRE):
            violations.append(malformed("name", request.name, f"a name of the form {_CARD_FORM}{_QUESTIONNAIRE}"))
        if violations:
            raise InputError(tuple(violations))
        with self._reading.slot():
            return await self._reading.in_thread(self._questionnaire, request)

    async def TryScorecard(
        self, request: self_check_service_pb2.TryScorecardRequest, context: Context
    ) -> self_check_service_pb2.TryScorecardResponse:
        self._admit(context, _ANSWERS_PER_SLOW_CALL if request.language_code else 1)
        return await self._answer_in_worker(request, self_check_service_pb2.TryScorecardResponse, context)

    async def ReadAnswers(
        self, request: self_check_service_pb2.ReadAnswersRequest, context: Context
    ) -> self_check_service_pb2.ReadAnswersResponse:
        self._admit(context, _ANSWERS_PER_SLOW_CALL)
        request.language_code = request.language_code or language_of_call(request, context)
        return await self._answer_in_worker(request, self_check_service_pb2.ReadAnswersResponse, context)

    async def TryPlan(self, request: self_check_service_pb2.TryPlanRequest, context: Context) -> plan_pb2.PlanResult:
        self._admit(context, _ANSWERS_PER_PLAN)
        return await self._answer_in_planner(request, plan_pb2.PlanResult, context)

    async def TryMeasures(
        self, request: self_check_service_pb2.TryMeasuresRequest, context: Context
    ) -> plan_pb2.MeasureList:
        self._admit(context, _ANSWERS_PER_SLOW_CALL)
        return await self._answer_in_planner(request, plan_pb2.MeasureList, context)

    async def _answer_in_worker(self, request: _WorkerRequest, kind: type[Answer], context: Context) -> Answer:
        await self._check(request)
        with self._slots.slot():
            return await self._worker.work(request, kind, language=language_of_call(request, context))

    async def _answer_in_planner(self, request: _WorkerRequest, kind: type[Answer], context: Context) -> Answer:
        await self._check(request)
        language = request.language_code = language_of_call(request, context)
        with self._plan_slots.slot():
            return await self._planner.work(request, kind, language=language)

    async def _check(self, request: _WorkerRequest) -> None:
        if request.language_code:
            check_language(request.language_code)
        with self._reading.slot():
            await self._reading.in_thread(self._offered_version, request.scorecard, "scorecard")

    def _admit(self, context: Context, answers: int = 1) -> None:
        set_principal(NOBODY)
        set_current_organization("")
        if not self._offered_ids:
            raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SELF_CHECK"))
        address = address_of_call(None, context)
        self._addresses.check(address)
        self._addresses.note(address, answers)

    def _list(
        self, request: self_check_service_pb2.ListOfferedScorecardsRequest
    ) -> self_check_service_pb2.ListOfferedScorecardsResponse:
        page = read_page(request, "offeredScorecards")
        versions = [
            version for card in self._gazette.card_ids() if (version := self._version_if_offered(card)) is not None
        ]
        listed, token = page.part_of(versions)
        return self_check_service_pb2.ListOfferedScorecardsResponse(
            offered_scorecards=map(_write_offered, listed), next_page_token=token
        )

    def _questionnaire(
        self, request: self_check_service_pb2.GetQuestionnaireRequest
    ) -> self_check_service_pb2.Questionnaire:
        version = self._offered_version(request.name.removesuffix(_QUESTIONNAIRE), "name")
        key = version.content_digest, request.language_code
        written = self._questionnaires.get(key)
        if written is None:
            if len(self._questionnaires) >= _MAX_CACHED:
                self._questionnaires.clear()
            from service.api.questionnaires import questionnaire  # noqa: PLC0415 -- only servers with a self-check need it

            written = self._questionnaires[key] = questionnaire(version, request.language_code)
        return written

    def _offered_version(self, name: str, field: str) -> PublishedVersion:
        card = parse_card(name, field=field)
        if card.version is not None:
            raise InputError((malformed(field, name, f"a name of the form {_CARD_FORM}"),))
        version = self._version_if_offered(card.card)
        if version is None:
            raise Refusal(Reason.SCORECARD_VERSION_NOT_FOUND, _message("NOT_OFFERED", card=card.card))
        return version

    def _version_if_offered(self, card: str) -> PublishedVersion | None:
        if _ALL_SCORECARDS not in self._offered_ids and card not in self._offered_ids:
            return None
        try:
            zone = self._gazette.outlines(card)[-1].card.time_zone
            return self._gazette.find(CardName(card), as_of=instants.today(zone), known=instants.now())
        except VersionError:
            return None


def _write_offered(version: PublishedVersion) -> _OfferedScorecard:
    from service.api.questionnaires import question_count  # noqa: PLC0415 -- only servers with a self-check need it

    scorecard = version.scorecard
    return _OfferedScorecard(
        scorecard=write_scorecard(version, version),
        question_count=question_count(scorecard),
        answer=_conclusion_kind(scorecard),
    )


def _conclusion_kind(scorecard: Scorecard) -> _OfferedScorecard.Answer:
    if scorecard.ladder is not None:
        return _OfferedScorecard.ANSWER_GRADE
    if scorecard.stages:
        return _OfferedScorecard.ANSWER_STAGE
    return _OfferedScorecard.ANSWER_FIGURES if scorecard.verdicts is None else _OfferedScorecard.ANSWER_VERDICT


def _limit_message(most: int, seconds: int) -> str:
    return _message("SELF_CHECK_USED_UP", most=most, seconds=seconds)


def add(parts: ServiceContext) -> None:
    """Register the service, which requires no sign-in."""
    parts.answer(_SERVICE, SelfCheckApi(parts))

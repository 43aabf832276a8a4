"""Around every call: errors become statuses, the unexpected stays hidden, and too many calls are refused."""

import asyncio
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import code_pb2, error_details_pb2

from rules.contracts.errors import (
    EngineDisagreement,
    InputError,
    InstallationError,
    PlanError,
    RuleSourceError,
    TrailError,
    VersionError,
    Violation,
)
from service.base.grpc_status import DOMAIN, reason_of, status_of
from service.base.metrics import CONCLUSIONS
from service.base.metrics_registry import REGISTRY
from service.base.refusals import Reason, Refusal
from service.base.worker_pool import WorkerPool
from service.store.store import Store
from tests.support import odd_evaluating
from tests.support.calling import request_for
from tests.support.in_process import call, evaluating_by
from tests.support.logged_lines import logged_lines
from tests.support.small_card import CARD, small_subject
from tests.support.waiting import soon

VIOLATION = Violation("facts[a].value", "is wrong", "WRONG_VALUE")


@pytest.mark.parametrize(
    ("error", "code", "reason"),
    [
        (InputError((VIOLATION,)), code_pb2.INVALID_ARGUMENT, "INVALID_FIELDS"),
        (VersionError("no such version", missing=True), code_pb2.NOT_FOUND, "SCORECARD_VERSION_NOT_FOUND"),
        (VersionError("not in force", missing=False), code_pb2.FAILED_PRECONDITION, "VERSION_NOT_IN_FORCE"),
        (InstallationError("weights are damaged"), code_pb2.INTERNAL, "INSTALLATION_DAMAGED"),
        (EngineDisagreement("differ on G1"), code_pb2.INTERNAL, "EVALUATORS_DISAGREE"),
        (PlanError("too large"), code_pb2.FAILED_PRECONDITION, "SCORECARD_BEYOND_ENGINE"),
        (TrailError("cannot be read"), code_pb2.DATA_LOSS, "RECORD_UNREADABLE"),
        (RuleSourceError(()), code_pb2.FAILED_PRECONDITION, "SOURCE_HAS_ERRORS"),
        (Refusal(Reason.REQUEST_ID_REUSED, "used"), code_pb2.ALREADY_EXISTS, "REQUEST_ID_REUSED"),
        (Refusal(Reason.TOO_MANY_CALLS, "too many"), code_pb2.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS"),
        (ValueError("secret words"), code_pb2.INTERNAL, "UNEXPECTED"),
    ],
)
def test_every_error_has_its_status_code_and_reason(error: Exception, code: int, reason: str) -> None:
    status = status_of(error)
    information = error_details_pb2.ErrorInfo()
    assert status.details[0].Unpack(information)
    assert (status.code, information.reason, information.domain) == (code, reason, DOMAIN)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_code(reason: Reason) -> None:
    assert status_of(Refusal(reason, "words")).code != code_pb2.OK


def test_messages_of_unexpected_errors_are_not_shown() -> None:
    for error in (ValueError("secret words"), EngineDisagreement("secret words")):
        assert "secret words" not in status_of(error).message


def test_field_violations_are_listed_and_long_descriptions_are_shortened() -> None:
    status = status_of(InputError((VIOLATION, Violation("b", "x" * 10_000, "WRONG_VALUE"))))
    wrong = error_details_pb2.BadRequest()
    assert status.details[1].Unpack(wrong)
    assert [violation.field for violation in wrong.field_violations] == ["facts[a].value", "b"]
    assert len(wrong.field_violations[1].description) == 401
    expected = (
        "2 fields of the request are invalid. Correct them all; the details list them. "
        "The first is facts[a].value: is wrong"
    )
    assert status.message == expected


def test_the_message_of_one_violation_is_its_sentence_with_the_field() -> None:
    violation = Violation("as_of_date", "'x' is not a date. Use the form 2027-01-31.", "MALFORMED")
    assert status_of(InputError((violation,))).message == "as_of_date: 'x' is not a date. Use the form 2027-01-31."


def test_a_status_fits_into_the_metadata_of_a_call() -> None:
    status = status_of(InputError((Violation("字段", "说明" * 500, "WRONG_VALUE"),) * 5_000))
    assert status.ByteSize() < 7_000


def odd_processes(tmp_path: Path) -> WorkerPool:
    """Return a worker pool that fails in the way that the subject name requests."""
    return WorkerPool(replace(evaluating_by(tmp_path / "gazette"), module=odd_evaluating.MODULE))


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "reason", "words"),
    [("differ", "EVALUATORS_DISAGREE", odd_evaluating.DISAGREEMENT), ("fail", "UNEXPECTED", "KeyError")],
)
def test_a_failed_evaluation_stores_nothing_and_logs_no_values(
    tmp_path: Path, name: str, reason: str, words: str
) -> None:
    async def act(stub: Any, store: Store) -> None:
        request = request_for(odd_evaluating.odd(name), request_id=str(uuid.uuid4()))
        with pytest.raises(grpc.aio.AioRpcError) as raised:
            await stub.EvaluateSubject(request)
        assert raised.value.code() is grpc.StatusCode.INTERNAL
        assert "85.50" not in str(raised.value)
        assert reason in str(dict(raised.value.trailing_metadata() or ()))
        request.subject = small_subject().subject
        answer = await stub.EvaluateSubject(request)
        assert answer.record.conclusion.grade == "gold"
        assert store.find(answer.name) is not None

    with logged_lines() as lines:
        call(tmp_path, act, evaluating=odd_processes(tmp_path))
    (failure,) = (line for line in lines if line["event"] == "failed")
    assert failure["level"] == "error"
    assert (failure["reason"], failure["error"]) == (reason, words)
    assert failure["version"] == f"scorecards/{CARD}/versions/1.0.0"
    assert len(failure["body_digest"]) == 64
    assert failure["request_id"]
    assert "85.50" not in str(failure)


@pytest.mark.full
def test_a_disagreement_of_the_evaluators_is_counted_and_is_not_a_conclusion(tmp_path: Path) -> None:
    def counters() -> tuple[float | None, list[Any]]:
        counted = REGISTRY.get_sample_value("touchstone_disagreements_total")
        return counted, [one.samples for one in CONCLUSIONS.backend.collect()]

    async def act(stub: Any, store: Store) -> None:
        request = request_for(odd_evaluating.odd("differ"))
        with pytest.raises(grpc.aio.AioRpcError):
            await stub.EvaluateSubject(request)
        answers = [answer async for answer in stub.StreamEvaluateSubjects(iter([request]))]
        assert [answer.HasField("error") for answer in answers] == [True]

    differences, conclusions = counters()
    call(tmp_path, act, evaluating=odd_processes(tmp_path))
    assert differences is not None
    assert counters() == (differences + 2, conclusions)


@pytest.mark.full
def test_a_caller_that_leaves_during_the_commit_finds_the_evaluation(tmp_path: Path) -> None:
    request = request_for(small_subject())

    async def act(stub: Any, store: Store) -> None:
        entered = asyncio.Event()
        loop = asyncio.get_running_loop()
        append = store.append

        def slow_append(*arguments: Any, **named: Any) -> Any:
            answer = append(*arguments, **named)
            loop.call_soon(entered.set)
            return answer

        store.append = slow_append  # type: ignore[method-assign] # to see the moment of the commit
        first = stub.EvaluateSubject(request)
        await entered.wait()
        first.cancel()
        answer = await stub.EvaluateSubject(request)
        assert await stub.EvaluateSubject(request) == answer

    call(tmp_path, act)


@pytest.mark.full
@pytest.mark.parametrize("leaves", ["deadline", "cancel", "stream"])
@pytest.mark.parametrize("name", ["endless", "hang"])
def test_a_caller_that_leaves_frees_the_process(tmp_path: Path, leaves: str, name: str) -> None:
    """The first evaluation would never end of itself, so the second is answered only if the first was given up."""
    request = request_for(odd_evaluating.odd(name))

    async def act(stub: Any, store: Store) -> None:
        if leaves == "deadline":
            with pytest.raises(grpc.aio.AioRpcError) as raised:
                await stub.EvaluateSubject(request, timeout=2)
            assert raised.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
        else:
            first = (
                stub.StreamEvaluateSubjects(iter([request])) if leaves == "stream" else stub.EvaluateSubject(request)
            )
            await soon(worked)
            first.cancel()
        answer = await stub.EvaluateSubject(request_for(small_subject()), timeout=30)
        assert store.find(answer.name) is not None

    def worked() -> float:
        labels = {"program": odd_evaluating.MODULE}
        return REGISTRY.get_sample_value("touchstone_processes_at_work", labels) or 0

    lost = {"program": odd_evaluating.MODULE, "how": "hung"}
    before = REGISTRY.get_sample_value("touchstone_processes_lost_total", lost) or 0
    call(tmp_path, act, evaluating=odd_processes(tmp_path))
    after = REGISTRY.get_sample_value("touchstone_processes_lost_total", lost)
    assert after == before + (name == "hang")


def test_reasons_of_errors_are_stable() -> None:
    assert reason_of(InputError((VIOLATION,))) == "INVALID_FIELDS"

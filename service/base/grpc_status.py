"""gRPC status and log entries of errors."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from typing import TYPE_CHECKING

from google.protobuf import any_pb2
from google.protobuf.duration_pb2 import Duration
from google.rpc import code_pb2, error_details_pb2, status_pb2

from rules.contracts import (
    LANGUAGES,
    EngineDisagreement,
    ErasedError,
    InputError,
    InstallationError,
    Message,
    PlanError,
    RuleSourceError,
    TouchstoneError,
    TrailError,
    VersionError,
    Violation,
    error_message,
    escape_unprintable,
    in_language,
    message_factory,
)
from service.base import logs
from service.base.call_context import with_request_info
from service.base.extras import missing_extra_error
from service.base.metrics import EVALUATOR_MISMATCHES, FAILURES
from service.base.refusals import Reason, Refusal
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message as Proto

_message = message_factory(__name__)

DOMAIN = "touchstone"
_DETAIL_BYTES = 5_000
"""Most clients limit trailing metadata, which contains the details, to 8 KiB."""
_MESSAGE_CHARACTERS = 400
_LOCALES = {"zh": "zh-CN"}

_RETRY_SECONDS = {
    Reason.TOO_MANY_CALLS: 1, Reason.STORE_LOCKED: 2, Reason.SHUTTING_DOWN: 2, Reason.PROCESS_LOST: 1,
    Reason.IDENTITY_UNAVAILABLE: 30,
}  # fmt: skip

_SERVICE_FAULT_CODES = frozenset(
    {
        code_pb2.UNAVAILABLE,
        code_pb2.INTERNAL,
        code_pb2.UNKNOWN,
        code_pb2.DATA_LOSS,
        code_pb2.RESOURCE_EXHAUSTED,
        code_pb2.DEADLINE_EXCEEDED,
        code_pb2.CANCELLED,
        code_pb2.UNIMPLEMENTED,
    }
)

_OPERATOR_REASONS = frozenset({
    Reason.UNEXPECTED, Reason.INSTALLATION_DAMAGED, Reason.EVALUATORS_DISAGREE, Reason.RECORD_UNREADABLE,
    Reason.STORE_FULL, Reason.STORE_UNAVAILABLE,
})  # fmt: skip

_REASONS: tuple[tuple[type[TouchstoneError], Reason], ...] = (
    (InputError, Reason.INVALID_FIELDS),
    (InstallationError, Reason.INSTALLATION_DAMAGED),
    (EngineDisagreement, Reason.EVALUATORS_DISAGREE),
    (PlanError, Reason.SCORECARD_BEYOND_ENGINE),
    (ErasedError, Reason.INPUTS_ERASED),
    (TrailError, Reason.RECORD_UNREADABLE),
    (RuleSourceError, Reason.SOURCE_HAS_ERRORS),
)


class WorkerError(Refusal):
    """Error from a worker: its status, and the fields safe to log."""

    def __init__(self, status: status_pb2.Status, harmless: Mapping[str, object]) -> None:
        information = error_details_pb2.ErrorInfo()
        status.details[0].Unpack(information)
        super().__init__(Reason[information.reason], status.message)
        self.status = status
        self.harmless = harmless

    def wrong_fields(self) -> list[tuple[str, str]]:
        wrong = error_details_pb2.BadRequest()
        details = [detail for detail in self.status.details if detail.Unpack(wrong)]
        fields = wrong.field_violations if details else ()
        return [(field.field, field.localized_message.message or field.description) for field in fields]


def reason_of(error: BaseException) -> Reason:
    """Return the stable reason of an error."""
    error = missing_extra_error(error) or error
    if isinstance(error, Refusal):
        return error.reason
    if isinstance(error, VersionError):
        return Reason.SCORECARD_VERSION_NOT_FOUND if error.missing else Reason.VERSION_NOT_IN_FORCE
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), Reason.UNEXPECTED)


def status_of(error: BaseException, language: str = LANGUAGES[0]) -> status_pb2.Status:
    """Return an error as google.rpc.Status with ErrorInfo, BadRequest and RetryInfo.

    The message is English; another `language` adds LocalizedMessage. Unexpected errors have a generic message.
    """
    if isinstance(error, WorkerError):
        return error.status
    error = missing_extra_error(error) or error
    reason = reason_of(error)
    information = error_details_pb2.ErrorInfo(reason=reason.value, domain=DOMAIN)
    violations = error.violations if isinstance(error, InputError) else ()
    shown = _field_violations(violations, language)
    message = _status_message(error, reason, len(violations) - len(shown))
    if len(shown) < len(violations):
        information.metadata["violation_count"] = str(len(violations))
    status = status_pb2.Status(code=code_pb2.Code.Value(reason.code), message=_shortened(message))
    status.details.append(_pack(information))
    if shown:
        status.details.append(_pack(error_details_pb2.BadRequest(field_violations=shown)))
    if (seconds := _retry_seconds(error, reason)) is not None:
        delay = Duration(seconds=seconds)
        status.details.append(_pack(error_details_pb2.RetryInfo(retry_delay=delay)))
    if (localized := _localized(message, language)) is not None:
        status.details.append(_pack(localized))
    return status


def _retry_seconds(error: BaseException, reason: Reason) -> int | None:
    delay = error.retry_seconds if isinstance(error, Refusal) else None
    return _RETRY_SECONDS.get(reason) if delay is None else delay


def _status_message(error: BaseException, reason: Reason, omitted: int) -> str:
    if reason is Reason.EVALUATORS_DISAGREE:
        return _message("EVALUATORS_DISAGREE")
    if not isinstance(error, TouchstoneError):
        return _message("UNEXPECTED")
    if not isinstance(error, InputError):
        return error_message(error)
    count = len(error.violations)
    first = error.violations[0]
    message = _message("FIELD_PROBLEM", field=_shortened(first.field), problem=first.description)
    if count > 1:
        message = _message("AND_MORE", first=message, count=count)
    return _message("NOT_LISTED", said=message, count=omitted) if omitted else message


def _shortened(text: str) -> str:
    text = escape_unprintable(text)
    return text if len(text) <= _MESSAGE_CHARACTERS else f"{text[:_MESSAGE_CHARACTERS]}…"


def _localized(message: str, language: str) -> error_details_pb2.LocalizedMessage | None:
    if language not in _LOCALES or not isinstance(message, Message):
        return None
    return error_details_pb2.LocalizedMessage(
        locale=_LOCALES[language], message=_shortened(in_language(message, language))
    )


def _field_violations(
    violations: tuple[Violation, ...], language: str
) -> list[error_details_pb2.BadRequest.FieldViolation]:
    shown: list[error_details_pb2.BadRequest.FieldViolation] = []
    size = 0
    for violation in violations:
        message = error_details_pb2.BadRequest.FieldViolation(
            field=_shortened(violation.field),
            description=_shortened(violation.description),
            reason=violation.reason,
            localized_message=_localized(violation.description, language),
        )
        size += message.ByteSize() + 4
        if size > _DETAIL_BYTES:
            break
        shown.append(message)
    return shown


def _pack(detail: Proto) -> any_pb2.Any:
    packed = any_pb2.Any()
    packed.Pack(detail)
    return packed


def item_error_of(error: BaseException, language: str) -> types_pb2.ItemError:
    """Return the error of one item, detailed as for a call."""
    status = with_request_info(status_of(error, language))
    return types_pb2.ItemError(code=status.code, message=status.message, details=status.details)


def harmless(error: BaseException) -> Mapping[str, object]:
    """Return log fields that cannot contain fact values."""
    if isinstance(error, WorkerError):
        return error.harmless
    if isinstance(error, Refusal):
        return {}
    if isinstance(error, EngineDisagreement | InstallationError):
        return {"error": str(error)}
    if reason_of(error) is not Reason.UNEXPECTED:
        return {"error": type(error).__name__}
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": type(error).__name__,
        "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-6:]],
    }


def log_failure(error: Exception, **values: object) -> None:
    """Log and count a failed call or stream item."""
    reason = reason_of(error)
    FAILURES.labels(reason.value).inc()
    if reason is Reason.EVALUATORS_DISAGREE:
        EVALUATOR_MISMATCHES.inc()
    if reason in _OPERATOR_REASONS:
        logs.error("failed", reason=reason.value, **harmless(error), **values)
    else:
        logs.info("refused", reason=reason.value, **harmless(error), **values)


def is_fault_of_service(status: status_pb2.Status) -> bool:
    """Return whether the service, not the request, caused an error."""
    return status.code in _SERVICE_FAULT_CODES

"""gRPC status of errors, and what is logged of them."""

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
from service.base.metrics import EVALUATOR_MISMATCHES, FAILURES
from service.base.refusals import Reason, Refusal
from touchstone.v1 import types_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message as Proto

_say = message_factory(__name__)

DOMAIN = "touchstone"
_DETAIL_BYTES = 5_000
"""gRPC sends details in the trailing metadata, of which clients take 8 KiB by default."""
_MESSAGE_CHARACTERS = 300
_LOCALES = {"zh": "zh-CN"}
"""Of the languages in which a message is said beside the English one."""

_RETRY_SECONDS = {
    Reason.TOO_MANY_CALLS: 1, Reason.STORE_LOCKED: 2, Reason.SHUTTING_DOWN: 2, Reason.PROCESS_LOST: 1,
    Reason.IDENTITY_UNAVAILABLE: 30,
}  # fmt: skip
"""For which reasons the same call may be repeated after which delay, unless the refusal itself says it."""

_OF_THE_SERVICE = frozenset(
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

_FAULTS = frozenset({
    Reason.UNEXPECTED, Reason.INSTALLATION_DAMAGED, Reason.EVALUATORS_DISAGREE, Reason.RECORD_UNREADABLE,
    Reason.STORE_FULL, Reason.STORE_UNAVAILABLE,
})  # fmt: skip
"""Reasons that the operator has to look into."""

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
    """An error of a process that works apart: the status written there, and what a log may say of it."""

    def __init__(self, status: status_pb2.Status, harmless: Mapping[str, object]) -> None:
        """Keep both; the reason is that of the status."""
        information = error_details_pb2.ErrorInfo()
        status.details[0].Unpack(information)
        super().__init__(Reason[information.reason], status.message)
        self.status = status
        self.harmless = harmless

    def wrong_fields(self) -> list[tuple[str, str]]:
        """Give the fields that are wrong, and why, in the language that was asked for."""
        wrong = error_details_pb2.BadRequest()
        details = [detail for detail in self.status.details if detail.Unpack(wrong)]
        fields = wrong.field_violations if details else ()
        return [(field.field, field.localized_message.message or field.description) for field in fields]


def reason_of(error: BaseException) -> Reason:
    """Give the stable reason of an error, of the core or of the edge."""
    if isinstance(error, Refusal):
        return error.reason
    if isinstance(error, VersionError):
        return Reason.SCORECARD_VERSION_NOT_FOUND if error.missing else Reason.VERSION_NOT_IN_FORCE
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), Reason.UNEXPECTED)


def status_of(error: BaseException, language: str = LANGUAGES[0]) -> status_pb2.Status:
    """Write an error as google.rpc.Status: ErrorInfo always, BadRequest for wrong fields, RetryInfo if a delay helps.

    The message is English; in another `language` it stands beside that as LocalizedMessage, and so does each wrong
    field. Only errors raised on purpose show their message; what else goes wrong is for the log alone.
    """
    if isinstance(error, WorkerError):
        return error.status
    reason = reason_of(error)
    information = error_details_pb2.ErrorInfo(reason=reason.value, domain=DOMAIN)
    violations = error.violations if isinstance(error, InputError) else ()
    shown = _fitting(violations, language)
    message = _message(error, reason, len(violations) - len(shown))
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


def _message(error: BaseException, reason: Reason, left_out: int) -> str:
    if reason is Reason.EVALUATORS_DISAGREE:
        return _say("EVALUATORS_DISAGREE")
    if not isinstance(error, TouchstoneError):
        return _say("UNEXPECTED")
    if not isinstance(error, InputError):
        return error_message(error)
    count = len(error.violations)
    first = error.violations[0]
    message = _say("FIELD_PROBLEM", field=_shortened(first.field), problem=first.description)
    if count > 1:
        message = _say("AND_MORE", first=message, count=count - 1)
    return _say("NOT_LISTED", said=message, count=left_out) if left_out else message


def _shortened(text: str) -> str:
    """Give a text as a field of a message can hold it: of no more than so many characters, and no half of one."""
    text = escape_unprintable(text)
    return text if len(text) <= _MESSAGE_CHARACTERS else f"{text[:_MESSAGE_CHARACTERS]}…"


def _localized(message: str, language: str) -> error_details_pb2.LocalizedMessage | None:
    """Give what is said in a language other than English, if its words are known."""
    if language not in _LOCALES or not isinstance(message, Message):
        return None
    return error_details_pb2.LocalizedMessage(
        locale=_LOCALES[language], message=_shortened(in_language(message, language))
    )


def _fitting(violations: tuple[Violation, ...], language: str) -> list[error_details_pb2.BadRequest.FieldViolation]:
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
    """Write the error of one item, with the same details as that of a call."""
    status = with_request_info(status_of(error, language))
    return types_pb2.ItemError(code=status.code, message=status.message, details=status.details)


def harmless(error: BaseException) -> Mapping[str, object]:
    """Say what went wrong without words that may hold the values of facts."""
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
    """Log and count why a call, or one item of a stream, has no answer."""
    reason = reason_of(error)
    FAILURES.labels(reason.value).inc()
    if reason is Reason.EVALUATORS_DISAGREE:
        EVALUATOR_MISMATCHES.inc()
    if reason in _FAULTS:
        logs.error("failed", reason=reason.value, **harmless(error), **values)
    else:
        logs.info("refused", reason=reason.value, **harmless(error), **values)


def is_fault_of_service(status: status_pb2.Status) -> bool:
    """Say whether the service, and not what was asked of it, is why a call failed."""
    return status.code in _OF_THE_SERVICE

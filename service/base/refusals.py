"""For which reasons of its own does the edge refuse a call?"""

from __future__ import annotations

from enum import StrEnum

from rules.contracts.errors import TouchstoneError


class Reason(StrEnum):
    """Stable reasons, as clients find them in `google.rpc.ErrorInfo`."""

    INVALID_FIELDS = "INVALID_FIELDS"
    CREDENTIAL_REQUIRED = "CREDENTIAL_REQUIRED"
    CREDENTIAL_INVALID = "CREDENTIAL_INVALID"
    IDENTITY_UNAVAILABLE = "IDENTITY_UNAVAILABLE"
    ROLE_NEEDED = "ROLE_NEEDED"
    OTHER_ORGANIZATION = "OTHER_ORGANIZATION"
    SCORECARD_VERSION_NOT_FOUND = "SCORECARD_VERSION_NOT_FOUND"
    VERSION_NOT_IN_FORCE = "VERSION_NOT_IN_FORCE"
    EVALUATION_NOT_FOUND = "EVALUATION_NOT_FOUND"
    EVALUATION_ERASED = "EVALUATION_ERASED"
    INPUTS_ERASED = "INPUTS_ERASED"
    UNDER_HOLD = "UNDER_HOLD"
    HOLD_NOT_FOUND = "HOLD_NOT_FOUND"
    STEP_NOT_FOUND = "STEP_NOT_FOUND"
    CHECKPOINT_NOT_FOUND = "CHECKPOINT_NOT_FOUND"
    NO_WITNESSES = "NO_WITNESSES"
    REQUEST_ID_REUSED = "REQUEST_ID_REUSED"
    TOO_MANY_CALLS = "TOO_MANY_CALLS"
    QUOTA_EXHAUSTED = "QUOTA_EXHAUSTED"
    MESSAGE_TOO_LARGE = "MESSAGE_TOO_LARGE"
    ANSWER_TOO_LARGE = "ANSWER_TOO_LARGE"
    TOOK_TOO_LONG = "TOOK_TOO_LONG"
    NEEDS_TOO_MUCH = "NEEDS_TOO_MUCH"
    PROCESS_LOST = "PROCESS_LOST"
    SHUTTING_DOWN = "SHUTTING_DOWN"
    EVALUATORS_DISAGREE = "EVALUATORS_DISAGREE"
    SCORECARD_BEYOND_ENGINE = "SCORECARD_BEYOND_ENGINE"
    RECORD_UNREADABLE = "RECORD_UNREADABLE"
    TRACKS_NOT_DECLARED = "TRACKS_NOT_DECLARED"
    TRACKS_DIFFER = "TRACKS_DIFFER"
    SOURCE_HAS_ERRORS = "SOURCE_HAS_ERRORS"
    STEP_NOT_ALLOWED = "STEP_NOT_ALLOWED"
    CAMPAIGN_NOT_FOUND = "CAMPAIGN_NOT_FOUND"
    CAMPAIGN_EXISTS = "CAMPAIGN_EXISTS"
    DRAFT_NOT_FOUND = "DRAFT_NOT_FOUND"
    DRAFT_CHANGED = "DRAFT_CHANGED"
    GAZETTE_READ_ONLY = "GAZETTE_READ_ONLY"
    STORE_UNAVAILABLE = "STORE_UNAVAILABLE"
    STORE_LOCKED = "STORE_LOCKED"
    STORE_FULL = "STORE_FULL"
    SERVER_UNAVAILABLE = "SERVER_UNAVAILABLE"
    PATH_NOT_FOUND = "PATH_NOT_FOUND"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"
    REQUEST_TOO_SLOW = "REQUEST_TOO_SLOW"
    FOREIGN_HOST = "FOREIGN_HOST"
    UNEXPECTED = "UNEXPECTED"


class Refusal(TouchstoneError):  # noqa: N818 -- a refusal is an answer, as much as it is an error
    """The edge refuses a call; the message says what was found and what to do next."""

    def __init__(self, reason: Reason, message: str, *, retry_seconds: int | None = None) -> None:
        """Keep the stable reason beside the message, and after which delay the same call may be repeated if known."""
        self.reason = reason
        self.retry_seconds = retry_seconds
        super().__init__(message)

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import draft_pb2 as _draft_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ImportScorecardVersionRequest(_message.Message):
    __slots__ = ("source_files", "statements", "validate_only", "gazette")
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    statements: _containers.RepeatedCompositeFieldContainer[_draft_pb2.SignedStatement]
    validate_only: bool
    gazette: str
    def __init__(self, source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ..., statements: _Optional[_Iterable[_Union[_draft_pb2.SignedStatement, _Mapping]]] = ..., validate_only: _Optional[bool] = ..., gazette: _Optional[str] = ...) -> None: ...

class GetVersionApprovalsRequest(_message.Message):
    __slots__ = ("name", "language_code", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class VersionApprovals(_message.Message):
    __slots__ = ("scorecard_version", "content_digest", "authors", "statements", "environments", "submission_digest", "feed_channel")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    AUTHORS_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    ENVIRONMENTS_FIELD_NUMBER: _ClassVar[int]
    SUBMISSION_DIGEST_FIELD_NUMBER: _ClassVar[int]
    FEED_CHANNEL_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    content_digest: str
    authors: _containers.RepeatedScalarFieldContainer[str]
    statements: _containers.RepeatedCompositeFieldContainer[_draft_pb2.DraftStatement]
    environments: _containers.RepeatedCompositeFieldContainer[EnvironmentApprovals]
    submission_digest: str
    feed_channel: str
    def __init__(self, scorecard_version: _Optional[str] = ..., content_digest: _Optional[str] = ..., authors: _Optional[_Iterable[str]] = ..., statements: _Optional[_Iterable[_Union[_draft_pb2.DraftStatement, _Mapping]]] = ..., environments: _Optional[_Iterable[_Union[EnvironmentApprovals, _Mapping]]] = ..., submission_digest: _Optional[str] = ..., feed_channel: _Optional[str] = ...) -> None: ...

class EnvironmentApprovals(_message.Message):
    __slots__ = ("environment", "approved", "approvals_needed", "approvals_lacking", "approvals_asked_by", "approvers", "possible_approvers", "problem")
    class Approver(_message.Message):
        __slots__ = ("person", "display_name")
        PERSON_FIELD_NUMBER: _ClassVar[int]
        DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
        person: str
        display_name: str
        def __init__(self, person: _Optional[str] = ..., display_name: _Optional[str] = ...) -> None: ...
    ENVIRONMENT_FIELD_NUMBER: _ClassVar[int]
    APPROVED_FIELD_NUMBER: _ClassVar[int]
    APPROVALS_NEEDED_FIELD_NUMBER: _ClassVar[int]
    APPROVALS_LACKING_FIELD_NUMBER: _ClassVar[int]
    APPROVALS_ASKED_BY_FIELD_NUMBER: _ClassVar[int]
    APPROVERS_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_APPROVERS_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    environment: str
    approved: bool
    approvals_needed: int
    approvals_lacking: int
    approvals_asked_by: str
    approvers: _containers.RepeatedCompositeFieldContainer[EnvironmentApprovals.Approver]
    possible_approvers: _containers.RepeatedCompositeFieldContainer[EnvironmentApprovals.Approver]
    problem: str
    def __init__(self, environment: _Optional[str] = ..., approved: _Optional[bool] = ..., approvals_needed: _Optional[int] = ..., approvals_lacking: _Optional[int] = ..., approvals_asked_by: _Optional[str] = ..., approvers: _Optional[_Iterable[_Union[EnvironmentApprovals.Approver, _Mapping]]] = ..., possible_approvers: _Optional[_Iterable[_Union[EnvironmentApprovals.Approver, _Mapping]]] = ..., problem: _Optional[str] = ...) -> None: ...

class PrepareVersionApprovalRequest(_message.Message):
    __slots__ = ("name", "person", "reason", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    person: str
    reason: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., person: _Optional[str] = ..., reason: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ApproveScorecardVersionRequest(_message.Message):
    __slots__ = ("name", "statement", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    statement: _draft_pb2.SignedStatement
    gazette: str
    def __init__(self, name: _Optional[str] = ..., statement: _Optional[_Union[_draft_pb2.SignedStatement, _Mapping]] = ..., gazette: _Optional[str] = ...) -> None: ...

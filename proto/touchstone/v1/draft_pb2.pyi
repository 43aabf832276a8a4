import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Draft(_message.Message):
    __slots__ = ("name", "create_time", "revision", "state", "authors", "approvals_needed", "approvals_lacking", "statements", "statements_on_other_content", "allowed_steps", "repeal", "open_comments", "proof_figures", "approvals_asked_by", "effect")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[Draft.State]
        STATE_DRAFT: _ClassVar[Draft.State]
        STATE_IN_REVIEW: _ClassVar[Draft.State]
        STATE_APPROVED: _ClassVar[Draft.State]
        STATE_PUBLISHED: _ClassVar[Draft.State]
        STATE_REPEALED: _ClassVar[Draft.State]
    STATE_UNSPECIFIED: Draft.State
    STATE_DRAFT: Draft.State
    STATE_IN_REVIEW: Draft.State
    STATE_APPROVED: Draft.State
    STATE_PUBLISHED: Draft.State
    STATE_REPEALED: Draft.State
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    AUTHORS_FIELD_NUMBER: _ClassVar[int]
    APPROVALS_NEEDED_FIELD_NUMBER: _ClassVar[int]
    APPROVALS_LACKING_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_ON_OTHER_CONTENT_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_STEPS_FIELD_NUMBER: _ClassVar[int]
    REPEAL_FIELD_NUMBER: _ClassVar[int]
    OPEN_COMMENTS_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIGURES_FIELD_NUMBER: _ClassVar[int]
    APPROVALS_ASKED_BY_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    revision: DraftRevision
    state: Draft.State
    authors: _containers.RepeatedScalarFieldContainer[str]
    approvals_needed: int
    approvals_lacking: int
    statements: _containers.RepeatedCompositeFieldContainer[DraftStatement]
    statements_on_other_content: int
    allowed_steps: _containers.RepeatedScalarFieldContainer[str]
    repeal: _scorecard_pb2.Repeal
    open_comments: int
    proof_figures: _scorecard_pb2.ProofFigures
    approvals_asked_by: str
    effect: DraftEffect
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[_Union[DraftRevision, _Mapping]] = ..., state: _Optional[_Union[Draft.State, str]] = ..., authors: _Optional[_Iterable[str]] = ..., approvals_needed: _Optional[int] = ..., approvals_lacking: _Optional[int] = ..., statements: _Optional[_Iterable[_Union[DraftStatement, _Mapping]]] = ..., statements_on_other_content: _Optional[int] = ..., allowed_steps: _Optional[_Iterable[str]] = ..., repeal: _Optional[_Union[_scorecard_pb2.Repeal, _Mapping]] = ..., open_comments: _Optional[int] = ..., proof_figures: _Optional[_Union[_scorecard_pb2.ProofFigures, _Mapping]] = ..., approvals_asked_by: _Optional[str] = ..., effect: _Optional[_Union[DraftEffect, _Mapping]] = ...) -> None: ...

class DraftEffect(_message.Message):
    __slots__ = ("compared_version", "first_date", "last_date", "retroactive_days", "language_codes", "open_case_count", "reevaluated_case_count")
    COMPARED_VERSION_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    RETROACTIVE_DAYS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    OPEN_CASE_COUNT_FIELD_NUMBER: _ClassVar[int]
    REEVALUATED_CASE_COUNT_FIELD_NUMBER: _ClassVar[int]
    compared_version: str
    first_date: str
    last_date: str
    retroactive_days: int
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    open_case_count: int
    reevaluated_case_count: int
    def __init__(self, compared_version: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., retroactive_days: _Optional[int] = ..., language_codes: _Optional[_Iterable[str]] = ..., open_case_count: _Optional[int] = ..., reevaluated_case_count: _Optional[int] = ...) -> None: ...

class DraftRevision(_message.Message):
    __slots__ = ("name", "create_time", "principal", "note", "files_digest", "scorecard_version", "content_digest", "rule_digest", "text_digest", "problems", "source_files", "origin")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    FILES_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    RULE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    TEXT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    principal: str
    note: str
    files_digest: str
    scorecard_version: str
    content_digest: str
    rule_digest: str
    text_digest: str
    problems: _containers.RepeatedScalarFieldContainer[str]
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    origin: str
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[str] = ..., note: _Optional[str] = ..., files_digest: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., content_digest: _Optional[str] = ..., rule_digest: _Optional[str] = ..., text_digest: _Optional[str] = ..., problems: _Optional[_Iterable[str]] = ..., source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ..., origin: _Optional[str] = ...) -> None: ...

class DraftComment(_message.Message):
    __slots__ = ("name", "revision", "path", "line", "line_text", "text", "principal", "create_time", "resolve_time", "resolve_principal")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    LINE_TEXT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_TIME_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: str
    path: str
    line: int
    line_text: str
    text: str
    principal: str
    create_time: _timestamp_pb2.Timestamp
    resolve_time: _timestamp_pb2.Timestamp
    resolve_principal: str
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[str] = ..., path: _Optional[str] = ..., line: _Optional[int] = ..., line_text: _Optional[str] = ..., text: _Optional[str] = ..., principal: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., resolve_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., resolve_principal: _Optional[str] = ...) -> None: ...

class SignedStatement(_message.Message):
    __slots__ = ("payload", "payload_type", "signatures")
    class Signature(_message.Message):
        __slots__ = ("keyid", "sig")
        KEYID_FIELD_NUMBER: _ClassVar[int]
        SIG_FIELD_NUMBER: _ClassVar[int]
        keyid: str
        sig: bytes
        def __init__(self, keyid: _Optional[str] = ..., sig: _Optional[bytes] = ...) -> None: ...
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_TYPE_FIELD_NUMBER: _ClassVar[int]
    SIGNATURES_FIELD_NUMBER: _ClassVar[int]
    payload: bytes
    payload_type: str
    signatures: _containers.RepeatedCompositeFieldContainer[SignedStatement.Signature]
    def __init__(self, payload: _Optional[bytes] = ..., payload_type: _Optional[str] = ..., signatures: _Optional[_Iterable[_Union[SignedStatement.Signature, _Mapping]]] = ...) -> None: ...

class DraftStatement(_message.Message):
    __slots__ = ("statement", "digest", "reports", "signed_statement", "discounted")
    class ReportsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_STATEMENT_FIELD_NUMBER: _ClassVar[int]
    DISCOUNTED_FIELD_NUMBER: _ClassVar[int]
    statement: _scorecard_pb2.VersionStatement
    digest: str
    reports: _containers.ScalarMap[str, str]
    signed_statement: SignedStatement
    discounted: str
    def __init__(self, statement: _Optional[_Union[_scorecard_pb2.VersionStatement, _Mapping]] = ..., digest: _Optional[str] = ..., reports: _Optional[_Mapping[str, str]] = ..., signed_statement: _Optional[_Union[SignedStatement, _Mapping]] = ..., discounted: _Optional[str] = ...) -> None: ...

class SaveDraftRevisionRequest(_message.Message):
    __slots__ = ("name", "source_files", "base_revision", "note")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    BASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    base_revision: int
    note: str
    def __init__(self, name: _Optional[str] = ..., source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ..., base_revision: _Optional[int] = ..., note: _Optional[str] = ...) -> None: ...

class GetDraftRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListDraftsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListDraftsResponse(_message.Message):
    __slots__ = ("drafts", "next_page_token")
    DRAFTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    drafts: _containers.RepeatedCompositeFieldContainer[Draft]
    next_page_token: str
    def __init__(self, drafts: _Optional[_Iterable[_Union[Draft, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetDraftRevisionRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListDraftRevisionsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListDraftRevisionsResponse(_message.Message):
    __slots__ = ("draft_revisions", "next_page_token")
    DRAFT_REVISIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    draft_revisions: _containers.RepeatedCompositeFieldContainer[DraftRevision]
    next_page_token: str
    def __init__(self, draft_revisions: _Optional[_Iterable[_Union[DraftRevision, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CompareDraftRevisionsRequest(_message.Message):
    __slots__ = ("name", "base_name", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASE_NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    base_name: str
    language_code: str
    def __init__(self, name: _Optional[str] = ..., base_name: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class CompareDraftRevisionsResponse(_message.Message):
    __slots__ = ("files", "meaning_known", "changes", "required_step", "rule_changes", "movable_outcomes")
    FILES_FIELD_NUMBER: _ClassVar[int]
    MEANING_KNOWN_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_STEP_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    MOVABLE_OUTCOMES_FIELD_NUMBER: _ClassVar[int]
    files: _containers.RepeatedCompositeFieldContainer[FileDifference]
    meaning_known: bool
    changes: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.Change]
    required_step: _scorecard_pb2.VersionStep
    rule_changes: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.RuleChange]
    movable_outcomes: _scorecard_pb2.MovableOutcomes
    def __init__(self, files: _Optional[_Iterable[_Union[FileDifference, _Mapping]]] = ..., meaning_known: _Optional[bool] = ..., changes: _Optional[_Iterable[_Union[_scorecard_pb2.Change, _Mapping]]] = ..., required_step: _Optional[_Union[_scorecard_pb2.VersionStep, str]] = ..., rule_changes: _Optional[_Iterable[_Union[_scorecard_pb2.RuleChange, _Mapping]]] = ..., movable_outcomes: _Optional[_Union[_scorecard_pb2.MovableOutcomes, _Mapping]] = ...) -> None: ...

class FileDifference(_message.Message):
    __slots__ = ("path", "kind", "unified")
    PATH_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    UNIFIED_FIELD_NUMBER: _ClassVar[int]
    path: str
    kind: _scorecard_pb2.Change.Kind
    unified: str
    def __init__(self, path: _Optional[str] = ..., kind: _Optional[_Union[_scorecard_pb2.Change.Kind, str]] = ..., unified: _Optional[str] = ...) -> None: ...

class RestoreDraftRevisionRequest(_message.Message):
    __slots__ = ("name", "base_revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    base_revision: int
    def __init__(self, name: _Optional[str] = ..., base_revision: _Optional[int] = ...) -> None: ...

class CreateDraftCommentRequest(_message.Message):
    __slots__ = ("parent", "path", "line", "text")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    path: str
    line: int
    text: str
    def __init__(self, parent: _Optional[str] = ..., path: _Optional[str] = ..., line: _Optional[int] = ..., text: _Optional[str] = ...) -> None: ...

class ListDraftCommentsRequest(_message.Message):
    __slots__ = ("parent", "open_only", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    OPEN_ONLY_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    open_only: bool
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., open_only: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListDraftCommentsResponse(_message.Message):
    __slots__ = ("draft_comments", "next_page_token")
    DRAFT_COMMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    draft_comments: _containers.RepeatedCompositeFieldContainer[DraftComment]
    next_page_token: str
    def __init__(self, draft_comments: _Optional[_Iterable[_Union[DraftComment, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ResolveDraftCommentRequest(_message.Message):
    __slots__ = ("name", "reopen")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REOPEN_FIELD_NUMBER: _ClassVar[int]
    name: str
    reopen: bool
    def __init__(self, name: _Optional[str] = ..., reopen: _Optional[bool] = ...) -> None: ...

class CheckDraftRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class DraftCheck(_message.Message):
    __slots__ = ("revision", "publishable", "problems", "examples", "report_digest")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PUBLISHABLE_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    REPORT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    revision: DraftRevision
    publishable: bool
    problems: _containers.RepeatedScalarFieldContainer[str]
    examples: int
    report_digest: str
    def __init__(self, revision: _Optional[_Union[DraftRevision, _Mapping]] = ..., publishable: _Optional[bool] = ..., problems: _Optional[_Iterable[str]] = ..., examples: _Optional[int] = ..., report_digest: _Optional[str] = ...) -> None: ...

class PrepareDraftStatementRequest(_message.Message):
    __slots__ = ("name", "act", "person", "reason", "authors", "reports", "first_date")
    class ReportsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    AUTHORS_FIELD_NUMBER: _ClassVar[int]
    REPORTS_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    name: str
    act: _scorecard_pb2.VersionStatement.Act
    person: str
    reason: str
    authors: _containers.RepeatedScalarFieldContainer[str]
    reports: _containers.ScalarMap[str, str]
    first_date: str
    def __init__(self, name: _Optional[str] = ..., act: _Optional[_Union[_scorecard_pb2.VersionStatement.Act, str]] = ..., person: _Optional[str] = ..., reason: _Optional[str] = ..., authors: _Optional[_Iterable[str]] = ..., reports: _Optional[_Mapping[str, str]] = ..., first_date: _Optional[str] = ...) -> None: ...

class PreparedDraftStatement(_message.Message):
    __slots__ = ("payload", "digest", "challenge", "passkeys")
    class Passkey(_message.Message):
        __slots__ = ("credential", "rp_id")
        CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
        RP_ID_FIELD_NUMBER: _ClassVar[int]
        credential: str
        rp_id: str
        def __init__(self, credential: _Optional[str] = ..., rp_id: _Optional[str] = ...) -> None: ...
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    PASSKEYS_FIELD_NUMBER: _ClassVar[int]
    payload: bytes
    digest: str
    challenge: bytes
    passkeys: _containers.RepeatedCompositeFieldContainer[PreparedDraftStatement.Passkey]
    def __init__(self, payload: _Optional[bytes] = ..., digest: _Optional[str] = ..., challenge: _Optional[bytes] = ..., passkeys: _Optional[_Iterable[_Union[PreparedDraftStatement.Passkey, _Mapping]]] = ...) -> None: ...

class SignDraftRequest(_message.Message):
    __slots__ = ("name", "statement")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    name: str
    statement: SignedStatement
    def __init__(self, name: _Optional[str] = ..., statement: _Optional[_Union[SignedStatement, _Mapping]] = ...) -> None: ...

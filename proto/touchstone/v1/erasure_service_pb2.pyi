import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EraseEvaluationsRequest(_message.Message):
    __slots__ = ("parent", "target", "extent", "fact_ids", "reason", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    EXTENT_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    target: str
    extent: _evaluation_pb2.Erasure.Extent
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., target: _Optional[str] = ..., extent: _Optional[_Union[_evaluation_pb2.Erasure.Extent, str]] = ..., fact_ids: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ..., validate_only: _Optional[bool] = ...) -> None: ...

class EraseEvaluationsResponse(_message.Message):
    __slots__ = ("erased", "cleared")
    ERASED_FIELD_NUMBER: _ClassVar[int]
    CLEARED_FIELD_NUMBER: _ClassVar[int]
    erased: _containers.RepeatedCompositeFieldContainer[ErasedEvaluation]
    cleared: bool
    def __init__(self, erased: _Optional[_Iterable[_Union[ErasedEvaluation, _Mapping]]] = ..., cleared: _Optional[bool] = ...) -> None: ...

class ErasedEvaluation(_message.Message):
    __slots__ = ("evaluation", "erasure", "kept_evidence_ids", "also_used_by", "also_given_in", "files")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    ERASURE_FIELD_NUMBER: _ClassVar[int]
    KEPT_EVIDENCE_IDS_FIELD_NUMBER: _ClassVar[int]
    ALSO_USED_BY_FIELD_NUMBER: _ClassVar[int]
    ALSO_GIVEN_IN_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    erasure: _evaluation_pb2.Erasure
    kept_evidence_ids: _containers.RepeatedScalarFieldContainer[str]
    also_used_by: _containers.RepeatedScalarFieldContainer[str]
    also_given_in: _containers.RepeatedScalarFieldContainer[str]
    files: _containers.RepeatedCompositeFieldContainer[ErasedFile]
    def __init__(self, evaluation: _Optional[str] = ..., erasure: _Optional[_Union[_evaluation_pb2.Erasure, _Mapping]] = ..., kept_evidence_ids: _Optional[_Iterable[str]] = ..., also_used_by: _Optional[_Iterable[str]] = ..., also_given_in: _Optional[_Iterable[str]] = ..., files: _Optional[_Iterable[_Union[ErasedFile, _Mapping]]] = ...) -> None: ...

class ErasedFile(_message.Message):
    __slots__ = ("content_digest", "removed", "resting_on")
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    RESTING_ON_FIELD_NUMBER: _ClassVar[int]
    content_digest: str
    removed: bool
    resting_on: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, content_digest: _Optional[str] = ..., removed: _Optional[bool] = ..., resting_on: _Optional[_Iterable[str]] = ...) -> None: ...

class ListErasuresRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListErasuresResponse(_message.Message):
    __slots__ = ("erasures", "next_page_token", "draft_erasures", "file_removals")
    ERASURES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    DRAFT_ERASURES_FIELD_NUMBER: _ClassVar[int]
    FILE_REMOVALS_FIELD_NUMBER: _ClassVar[int]
    erasures: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Erasure]
    next_page_token: str
    draft_erasures: _containers.RepeatedCompositeFieldContainer[DraftErasure]
    file_removals: _containers.RepeatedCompositeFieldContainer[FileRemoval]
    def __init__(self, erasures: _Optional[_Iterable[_Union[_evaluation_pb2.Erasure, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., draft_erasures: _Optional[_Iterable[_Union[DraftErasure, _Mapping]]] = ..., file_removals: _Optional[_Iterable[_Union[FileRemoval, _Mapping]]] = ...) -> None: ...

class DraftErasure(_message.Message):
    __slots__ = ("name", "create_time", "principal", "reason", "file_digests")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    FILE_DIGESTS_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    principal: _evaluation_pb2.Principal
    reason: str
    file_digests: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[_Union[_evaluation_pb2.Principal, _Mapping]] = ..., reason: _Optional[str] = ..., file_digests: _Optional[_Iterable[str]] = ...) -> None: ...

class FileRemoval(_message.Message):
    __slots__ = ("name", "create_time", "principal", "reason", "content_digests")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGESTS_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    principal: _evaluation_pb2.Principal
    reason: str
    content_digests: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[_Union[_evaluation_pb2.Principal, _Mapping]] = ..., reason: _Optional[str] = ..., content_digests: _Optional[_Iterable[str]] = ...) -> None: ...

class ApplyRetentionRequest(_message.Message):
    __slots__ = ("parent", "erase")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ERASE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    erase: bool
    def __init__(self, parent: _Optional[str] = ..., erase: _Optional[bool] = ...) -> None: ...

class ApplyRetentionResponse(_message.Message):
    __slots__ = ("due", "more", "cleared", "files", "drafts")
    DUE_FIELD_NUMBER: _ClassVar[int]
    MORE_FIELD_NUMBER: _ClassVar[int]
    CLEARED_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    DRAFTS_FIELD_NUMBER: _ClassVar[int]
    due: _containers.RepeatedCompositeFieldContainer[DueErasures]
    more: bool
    cleared: bool
    files: DueFiles
    drafts: DueDrafts
    def __init__(self, due: _Optional[_Iterable[_Union[DueErasures, _Mapping]]] = ..., more: _Optional[bool] = ..., cleared: _Optional[bool] = ..., files: _Optional[_Union[DueFiles, _Mapping]] = ..., drafts: _Optional[_Union[DueDrafts, _Mapping]] = ...) -> None: ...

class DueFiles(_message.Message):
    __slots__ = ("years", "until", "file_count", "needless_count", "removed_count")
    YEARS_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    FILE_COUNT_FIELD_NUMBER: _ClassVar[int]
    NEEDLESS_COUNT_FIELD_NUMBER: _ClassVar[int]
    REMOVED_COUNT_FIELD_NUMBER: _ClassVar[int]
    years: int
    until: _timestamp_pb2.Timestamp
    file_count: int
    needless_count: int
    removed_count: int
    def __init__(self, years: _Optional[int] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., file_count: _Optional[int] = ..., needless_count: _Optional[int] = ..., removed_count: _Optional[int] = ...) -> None: ...

class DueDrafts(_message.Message):
    __slots__ = ("days", "until", "draft_count", "held_count", "drafts", "erased_count")
    DAYS_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    DRAFT_COUNT_FIELD_NUMBER: _ClassVar[int]
    HELD_COUNT_FIELD_NUMBER: _ClassVar[int]
    DRAFTS_FIELD_NUMBER: _ClassVar[int]
    ERASED_COUNT_FIELD_NUMBER: _ClassVar[int]
    days: int
    until: _timestamp_pb2.Timestamp
    draft_count: int
    held_count: int
    drafts: _containers.RepeatedScalarFieldContainer[str]
    erased_count: int
    def __init__(self, days: _Optional[int] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., draft_count: _Optional[int] = ..., held_count: _Optional[int] = ..., drafts: _Optional[_Iterable[str]] = ..., erased_count: _Optional[int] = ...) -> None: ...

class DueErasures(_message.Message):
    __slots__ = ("extent", "years", "until", "evaluation_count", "held_count", "evaluations", "erased_count", "archived_count")
    EXTENT_FIELD_NUMBER: _ClassVar[int]
    YEARS_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    HELD_COUNT_FIELD_NUMBER: _ClassVar[int]
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    ERASED_COUNT_FIELD_NUMBER: _ClassVar[int]
    ARCHIVED_COUNT_FIELD_NUMBER: _ClassVar[int]
    extent: _evaluation_pb2.Erasure.Extent
    years: int
    until: _timestamp_pb2.Timestamp
    evaluation_count: int
    held_count: int
    evaluations: _containers.RepeatedScalarFieldContainer[str]
    erased_count: int
    archived_count: int
    def __init__(self, extent: _Optional[_Union[_evaluation_pb2.Erasure.Extent, str]] = ..., years: _Optional[int] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., evaluation_count: _Optional[int] = ..., held_count: _Optional[int] = ..., evaluations: _Optional[_Iterable[str]] = ..., erased_count: _Optional[int] = ..., archived_count: _Optional[int] = ...) -> None: ...

class LegalHold(_message.Message):
    __slots__ = ("name", "target", "create_time", "principal", "reason", "lift_time", "lift_principal", "lift_reason")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    LIFT_TIME_FIELD_NUMBER: _ClassVar[int]
    LIFT_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    LIFT_REASON_FIELD_NUMBER: _ClassVar[int]
    name: str
    target: str
    create_time: _timestamp_pb2.Timestamp
    principal: _evaluation_pb2.Principal
    reason: str
    lift_time: _timestamp_pb2.Timestamp
    lift_principal: _evaluation_pb2.Principal
    lift_reason: str
    def __init__(self, name: _Optional[str] = ..., target: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[_Union[_evaluation_pb2.Principal, _Mapping]] = ..., reason: _Optional[str] = ..., lift_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., lift_principal: _Optional[_Union[_evaluation_pb2.Principal, _Mapping]] = ..., lift_reason: _Optional[str] = ...) -> None: ...

class CreateLegalHoldRequest(_message.Message):
    __slots__ = ("parent", "target", "reason")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    parent: str
    target: str
    reason: str
    def __init__(self, parent: _Optional[str] = ..., target: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class LiftLegalHoldRequest(_message.Message):
    __slots__ = ("name", "reason")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    name: str
    reason: str
    def __init__(self, name: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ListLegalHoldsRequest(_message.Message):
    __slots__ = ("parent",)
    PARENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    def __init__(self, parent: _Optional[str] = ...) -> None: ...

class ListLegalHoldsResponse(_message.Message):
    __slots__ = ("holds",)
    HOLDS_FIELD_NUMBER: _ClassVar[int]
    holds: _containers.RepeatedCompositeFieldContainer[LegalHold]
    def __init__(self, holds: _Optional[_Iterable[_Union[LegalHold, _Mapping]]] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EvidenceFile(_message.Message):
    __slots__ = ("name", "content_digest", "size_bytes", "create_time")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    name: str
    content_digest: str
    size_bytes: int
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., content_digest: _Optional[str] = ..., size_bytes: _Optional[int] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AddEvidenceFileRequest(_message.Message):
    __slots__ = ("parent", "evaluation", "evidence_id", "content", "claim")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_ID_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    parent: str
    evaluation: str
    evidence_id: str
    content: bytes
    claim: str
    def __init__(self, parent: _Optional[str] = ..., evaluation: _Optional[str] = ..., evidence_id: _Optional[str] = ..., content: _Optional[bytes] = ..., claim: _Optional[str] = ...) -> None: ...

class GetEvidenceFileRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetEvidenceFileResponse(_message.Message):
    __slots__ = ("evidence_file", "content")
    EVIDENCE_FILE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    evidence_file: EvidenceFile
    content: bytes
    def __init__(self, evidence_file: _Optional[_Union[EvidenceFile, _Mapping]] = ..., content: _Optional[bytes] = ...) -> None: ...

class ListEvidenceFilesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListEvidenceFilesResponse(_message.Message):
    __slots__ = ("evidence_files", "next_page_token")
    EVIDENCE_FILES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    evidence_files: _containers.RepeatedCompositeFieldContainer[EvidenceFile]
    next_page_token: str
    def __init__(self, evidence_files: _Optional[_Iterable[_Union[EvidenceFile, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CheckEvidenceFilesRequest(_message.Message):
    __slots__ = ("parent", "evaluation", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    evaluation: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., evaluation: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class CheckEvidenceFilesResponse(_message.Message):
    __slots__ = ("checked", "next_page_token")
    CHECKED_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    checked: _containers.RepeatedCompositeFieldContainer[CheckedEvidenceFile]
    next_page_token: str
    def __init__(self, checked: _Optional[_Iterable[_Union[CheckedEvidenceFile, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CheckedEvidenceFile(_message.Message):
    __slots__ = ("content_digest", "state", "found_digest", "evidence_ids")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[CheckedEvidenceFile.State]
        STATE_KEPT: _ClassVar[CheckedEvidenceFile.State]
        STATE_LACKING: _ClassVar[CheckedEvidenceFile.State]
        STATE_DIFFERS: _ClassVar[CheckedEvidenceFile.State]
        STATE_NEEDLESS: _ClassVar[CheckedEvidenceFile.State]
    STATE_UNSPECIFIED: CheckedEvidenceFile.State
    STATE_KEPT: CheckedEvidenceFile.State
    STATE_LACKING: CheckedEvidenceFile.State
    STATE_DIFFERS: CheckedEvidenceFile.State
    STATE_NEEDLESS: CheckedEvidenceFile.State
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    FOUND_DIGEST_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_IDS_FIELD_NUMBER: _ClassVar[int]
    content_digest: str
    state: CheckedEvidenceFile.State
    found_digest: str
    evidence_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, content_digest: _Optional[str] = ..., state: _Optional[_Union[CheckedEvidenceFile.State, str]] = ..., found_digest: _Optional[str] = ..., evidence_ids: _Optional[_Iterable[str]] = ...) -> None: ...

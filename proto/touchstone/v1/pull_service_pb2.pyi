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

class Pull(_message.Message):
    __slots__ = ("name", "source", "target", "mapping", "schedule", "last_check_time", "last_success_time", "last_take_time", "next_check_time", "file_digest", "problem", "failure_count")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    MAPPING_FIELD_NUMBER: _ClassVar[int]
    SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    LAST_CHECK_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_SUCCESS_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_TAKE_TIME_FIELD_NUMBER: _ClassVar[int]
    NEXT_CHECK_TIME_FIELD_NUMBER: _ClassVar[int]
    FILE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    FAILURE_COUNT_FIELD_NUMBER: _ClassVar[int]
    name: str
    source: str
    target: str
    mapping: str
    schedule: str
    last_check_time: _timestamp_pb2.Timestamp
    last_success_time: _timestamp_pb2.Timestamp
    last_take_time: _timestamp_pb2.Timestamp
    next_check_time: _timestamp_pb2.Timestamp
    file_digest: str
    problem: str
    failure_count: int
    def __init__(self, name: _Optional[str] = ..., source: _Optional[str] = ..., target: _Optional[str] = ..., mapping: _Optional[str] = ..., schedule: _Optional[str] = ..., last_check_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_success_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_take_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., next_check_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., file_digest: _Optional[str] = ..., problem: _Optional[str] = ..., failure_count: _Optional[int] = ...) -> None: ...

class PullRun(_message.Message):
    __slots__ = ("name", "state", "begin_time", "end_time", "file_digest", "file_bytes", "mapping_revision", "dossier", "evaluation_count", "problem")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[PullRun.State]
        STATE_PENDING: _ClassVar[PullRun.State]
        STATE_TAKEN: _ClassVar[PullRun.State]
        STATE_REFUSED: _ClassVar[PullRun.State]
    STATE_UNSPECIFIED: PullRun.State
    STATE_PENDING: PullRun.State
    STATE_TAKEN: PullRun.State
    STATE_REFUSED: PullRun.State
    NAME_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    BEGIN_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    FILE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    FILE_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAPPING_REVISION_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    name: str
    state: PullRun.State
    begin_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    file_digest: str
    file_bytes: int
    mapping_revision: int
    dossier: str
    evaluation_count: int
    problem: str
    def __init__(self, name: _Optional[str] = ..., state: _Optional[_Union[PullRun.State, str]] = ..., begin_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., file_digest: _Optional[str] = ..., file_bytes: _Optional[int] = ..., mapping_revision: _Optional[int] = ..., dossier: _Optional[str] = ..., evaluation_count: _Optional[int] = ..., problem: _Optional[str] = ...) -> None: ...

class ListPullsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class ListPullsResponse(_message.Message):
    __slots__ = ("pulls", "next_page_token")
    PULLS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    pulls: _containers.RepeatedCompositeFieldContainer[Pull]
    next_page_token: str
    def __init__(self, pulls: _Optional[_Iterable[_Union[Pull, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListPullRunsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class ListPullRunsResponse(_message.Message):
    __slots__ = ("pull_runs", "next_page_token")
    PULL_RUNS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    pull_runs: _containers.RepeatedCompositeFieldContainer[PullRun]
    next_page_token: str
    def __init__(self, pull_runs: _Optional[_Iterable[_Union[PullRun, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class RunPullRequest(_message.Message):
    __slots__ = ("name", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

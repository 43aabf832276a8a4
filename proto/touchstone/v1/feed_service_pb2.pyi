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

class Feed(_message.Message):
    __slots__ = ("name", "source", "channel", "snapshot", "expire_time", "last_check_time", "last_success_time", "next_check_time", "problem", "in_use_count", "waiting_count", "local_count", "refused_count", "versions")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_CHECK_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_SUCCESS_TIME_FIELD_NUMBER: _ClassVar[int]
    NEXT_CHECK_TIME_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    IN_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    WAITING_COUNT_FIELD_NUMBER: _ClassVar[int]
    LOCAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    REFUSED_COUNT_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    source: str
    channel: str
    snapshot: int
    expire_time: _timestamp_pb2.Timestamp
    last_check_time: _timestamp_pb2.Timestamp
    last_success_time: _timestamp_pb2.Timestamp
    next_check_time: _timestamp_pb2.Timestamp
    problem: str
    in_use_count: int
    waiting_count: int
    local_count: int
    refused_count: int
    versions: _containers.RepeatedCompositeFieldContainer[FeedVersion]
    def __init__(self, name: _Optional[str] = ..., source: _Optional[str] = ..., channel: _Optional[str] = ..., snapshot: _Optional[int] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_check_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_success_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., next_check_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., problem: _Optional[str] = ..., in_use_count: _Optional[int] = ..., waiting_count: _Optional[int] = ..., local_count: _Optional[int] = ..., refused_count: _Optional[int] = ..., versions: _Optional[_Iterable[_Union[FeedVersion, _Mapping]]] = ...) -> None: ...

class FeedVersion(_message.Message):
    __slots__ = ("scorecard_version", "state", "content_digest", "own_content_digest", "arrive_time", "problem")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[FeedVersion.State]
        STATE_IN_USE: _ClassVar[FeedVersion.State]
        STATE_WAITING: _ClassVar[FeedVersion.State]
        STATE_REFUSED: _ClassVar[FeedVersion.State]
        STATE_LOCAL: _ClassVar[FeedVersion.State]
    STATE_UNSPECIFIED: FeedVersion.State
    STATE_IN_USE: FeedVersion.State
    STATE_WAITING: FeedVersion.State
    STATE_REFUSED: FeedVersion.State
    STATE_LOCAL: FeedVersion.State
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    OWN_CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    ARRIVE_TIME_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    state: FeedVersion.State
    content_digest: str
    own_content_digest: str
    arrive_time: _timestamp_pb2.Timestamp
    problem: str
    def __init__(self, scorecard_version: _Optional[str] = ..., state: _Optional[_Union[FeedVersion.State, str]] = ..., content_digest: _Optional[str] = ..., own_content_digest: _Optional[str] = ..., arrive_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., problem: _Optional[str] = ...) -> None: ...

class ListFeedsRequest(_message.Message):
    __slots__ = ("language_code",)
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    language_code: str
    def __init__(self, language_code: _Optional[str] = ...) -> None: ...

class ListFeedsResponse(_message.Message):
    __slots__ = ("feeds",)
    FEEDS_FIELD_NUMBER: _ClassVar[int]
    feeds: _containers.RepeatedCompositeFieldContainer[Feed]
    def __init__(self, feeds: _Optional[_Iterable[_Union[Feed, _Mapping]]] = ...) -> None: ...

class GetFeedRequest(_message.Message):
    __slots__ = ("name", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import feed_service_pb2 as _feed_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetSystemStatusRequest(_message.Message):
    __slots__ = ("language_code",)
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    language_code: str
    def __init__(self, language_code: _Optional[str] = ...) -> None: ...

class SystemStatus(_message.Message):
    __slots__ = ("start_time", "parts", "database", "schema_revision", "archive_bytes", "software_versions", "versions_in_force", "table_editions", "programs", "lost_evaluations", "newest_time_stamp", "environment", "feeds")
    class SoftwareVersionsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class LostEvaluationsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    DATABASE_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_REVISION_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_BYTES_FIELD_NUMBER: _ClassVar[int]
    SOFTWARE_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_IN_FORCE_FIELD_NUMBER: _ClassVar[int]
    TABLE_EDITIONS_FIELD_NUMBER: _ClassVar[int]
    PROGRAMS_FIELD_NUMBER: _ClassVar[int]
    LOST_EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    NEWEST_TIME_STAMP_FIELD_NUMBER: _ClassVar[int]
    ENVIRONMENT_FIELD_NUMBER: _ClassVar[int]
    FEEDS_FIELD_NUMBER: _ClassVar[int]
    start_time: _timestamp_pb2.Timestamp
    parts: _containers.RepeatedCompositeFieldContainer[PartStatus]
    database: str
    schema_revision: str
    archive_bytes: int
    software_versions: _containers.ScalarMap[str, str]
    versions_in_force: _containers.RepeatedCompositeFieldContainer[VersionInForce]
    table_editions: _containers.RepeatedCompositeFieldContainer[TableEdition]
    programs: _containers.RepeatedCompositeFieldContainer[ProgramStatus]
    lost_evaluations: _containers.ScalarMap[str, int]
    newest_time_stamp: NewestTimeStamp
    environment: str
    feeds: _containers.RepeatedCompositeFieldContainer[_feed_service_pb2.Feed]
    def __init__(self, start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., parts: _Optional[_Iterable[_Union[PartStatus, _Mapping]]] = ..., database: _Optional[str] = ..., schema_revision: _Optional[str] = ..., archive_bytes: _Optional[int] = ..., software_versions: _Optional[_Mapping[str, str]] = ..., versions_in_force: _Optional[_Iterable[_Union[VersionInForce, _Mapping]]] = ..., table_editions: _Optional[_Iterable[_Union[TableEdition, _Mapping]]] = ..., programs: _Optional[_Iterable[_Union[ProgramStatus, _Mapping]]] = ..., lost_evaluations: _Optional[_Mapping[str, int]] = ..., newest_time_stamp: _Optional[_Union[NewestTimeStamp, _Mapping]] = ..., environment: _Optional[str] = ..., feeds: _Optional[_Iterable[_Union[_feed_service_pb2.Feed, _Mapping]]] = ...) -> None: ...

class NewestTimeStamp(_message.Message):
    __slots__ = ("authority", "tree_size", "stamp_time")
    AUTHORITY_FIELD_NUMBER: _ClassVar[int]
    TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    STAMP_TIME_FIELD_NUMBER: _ClassVar[int]
    authority: str
    tree_size: int
    stamp_time: _timestamp_pb2.Timestamp
    def __init__(self, authority: _Optional[str] = ..., tree_size: _Optional[int] = ..., stamp_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ProgramStatus(_message.Message):
    __slots__ = ("program", "alive", "at_work", "waiting", "lost")
    class LostEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    PROGRAM_FIELD_NUMBER: _ClassVar[int]
    ALIVE_FIELD_NUMBER: _ClassVar[int]
    AT_WORK_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    LOST_FIELD_NUMBER: _ClassVar[int]
    program: str
    alive: int
    at_work: int
    waiting: int
    lost: _containers.ScalarMap[str, int]
    def __init__(self, program: _Optional[str] = ..., alive: _Optional[int] = ..., at_work: _Optional[int] = ..., waiting: _Optional[int] = ..., lost: _Optional[_Mapping[str, int]] = ...) -> None: ...

class PartStatus(_message.Message):
    __slots__ = ("name", "ready", "problem")
    NAME_FIELD_NUMBER: _ClassVar[int]
    READY_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    name: str
    ready: bool
    problem: str
    def __init__(self, name: _Optional[str] = ..., ready: _Optional[bool] = ..., problem: _Optional[str] = ...) -> None: ...

class VersionInForce(_message.Message):
    __slots__ = ("scorecard_version", "rule_digest", "content_digest", "publish_time")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    RULE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_TIME_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    rule_digest: str
    content_digest: str
    publish_time: _timestamp_pb2.Timestamp
    def __init__(self, scorecard_version: _Optional[str] = ..., rule_digest: _Optional[str] = ..., content_digest: _Optional[str] = ..., publish_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class TableEdition(_message.Message):
    __slots__ = ("table", "edition", "digest")
    TABLE_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    table: str
    edition: str
    digest: str
    def __init__(self, table: _Optional[str] = ..., edition: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

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

class RegisterFormat(_message.Message):
    __slots__ = ("format", "titles", "source", "has_event_rows", "unread", "columns")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    HAS_EVENT_ROWS_FIELD_NUMBER: _ClassVar[int]
    UNREAD_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    format: str
    titles: _containers.ScalarMap[str, str]
    source: str
    has_event_rows: bool
    unread: _containers.RepeatedScalarFieldContainer[str]
    columns: _containers.RepeatedCompositeFieldContainer[RegisterColumn]
    def __init__(self, format: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., source: _Optional[str] = ..., has_event_rows: _Optional[bool] = ..., unread: _Optional[_Iterable[str]] = ..., columns: _Optional[_Iterable[_Union[RegisterColumn, _Mapping]]] = ...) -> None: ...

class RegisterColumn(_message.Message):
    __slots__ = ("column", "titles", "sources", "values", "maximum_length", "required", "required_states", "certainty", "note")
    class Certainty(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CERTAINTY_UNSPECIFIED: _ClassVar[RegisterColumn.Certainty]
        CERTAINTY_READ: _ClassVar[RegisterColumn.Certainty]
        CERTAINTY_SECONDARY: _ClassVar[RegisterColumn.Certainty]
        CERTAINTY_RECALLED: _ClassVar[RegisterColumn.Certainty]
        CERTAINTY_OWN: _ClassVar[RegisterColumn.Certainty]
    CERTAINTY_UNSPECIFIED: RegisterColumn.Certainty
    CERTAINTY_READ: RegisterColumn.Certainty
    CERTAINTY_SECONDARY: RegisterColumn.Certainty
    CERTAINTY_RECALLED: RegisterColumn.Certainty
    CERTAINTY_OWN: RegisterColumn.Certainty
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_LENGTH_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_STATES_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    column: str
    titles: _containers.ScalarMap[str, str]
    sources: _containers.RepeatedScalarFieldContainer[str]
    values: _containers.RepeatedScalarFieldContainer[str]
    maximum_length: int
    required: bool
    required_states: _containers.RepeatedScalarFieldContainer[str]
    certainty: RegisterColumn.Certainty
    note: str
    def __init__(self, column: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., sources: _Optional[_Iterable[str]] = ..., values: _Optional[_Iterable[str]] = ..., maximum_length: _Optional[int] = ..., required: _Optional[bool] = ..., required_states: _Optional[_Iterable[str]] = ..., certainty: _Optional[_Union[RegisterColumn.Certainty, str]] = ..., note: _Optional[str] = ...) -> None: ...

class RegisterExport(_message.Message):
    __slots__ = ("name", "format", "month", "start_time", "end_time", "create_time", "account", "row_count", "gap_count", "digest", "gaps", "empty_columns", "unread")
    NAME_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ROW_COUNT_FIELD_NUMBER: _ClassVar[int]
    GAP_COUNT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    GAPS_FIELD_NUMBER: _ClassVar[int]
    EMPTY_COLUMNS_FIELD_NUMBER: _ClassVar[int]
    UNREAD_FIELD_NUMBER: _ClassVar[int]
    name: str
    format: str
    month: str
    start_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    create_time: _timestamp_pb2.Timestamp
    account: str
    row_count: int
    gap_count: int
    digest: str
    gaps: _containers.RepeatedCompositeFieldContainer[RegisterGap]
    empty_columns: _containers.RepeatedScalarFieldContainer[str]
    unread: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., format: _Optional[str] = ..., month: _Optional[str] = ..., start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., account: _Optional[str] = ..., row_count: _Optional[int] = ..., gap_count: _Optional[int] = ..., digest: _Optional[str] = ..., gaps: _Optional[_Iterable[_Union[RegisterGap, _Mapping]]] = ..., empty_columns: _Optional[_Iterable[str]] = ..., unread: _Optional[_Iterable[str]] = ...) -> None: ...

class RegisterGap(_message.Message):
    __slots__ = ("number", "client", "column", "problem")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    number: str
    client: str
    column: str
    problem: str
    def __init__(self, number: _Optional[str] = ..., client: _Optional[str] = ..., column: _Optional[str] = ..., problem: _Optional[str] = ...) -> None: ...

class ListRegisterFormatsRequest(_message.Message):
    __slots__ = ("parent", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class ListRegisterFormatsResponse(_message.Message):
    __slots__ = ("register_formats",)
    REGISTER_FORMATS_FIELD_NUMBER: _ClassVar[int]
    register_formats: _containers.RepeatedCompositeFieldContainer[RegisterFormat]
    def __init__(self, register_formats: _Optional[_Iterable[_Union[RegisterFormat, _Mapping]]] = ...) -> None: ...

class CreateRegisterExportRequest(_message.Message):
    __slots__ = ("parent", "format", "month", "from_beginning", "allow_gaps", "validate_only", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    FROM_BEGINNING_FIELD_NUMBER: _ClassVar[int]
    ALLOW_GAPS_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    format: str
    month: str
    from_beginning: bool
    allow_gaps: bool
    validate_only: bool
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., format: _Optional[str] = ..., month: _Optional[str] = ..., from_beginning: _Optional[bool] = ..., allow_gaps: _Optional[bool] = ..., validate_only: _Optional[bool] = ..., language_code: _Optional[str] = ...) -> None: ...

class ListRegisterExportsRequest(_message.Message):
    __slots__ = ("parent", "format", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    format: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., format: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListRegisterExportsResponse(_message.Message):
    __slots__ = ("register_exports", "next_page_token")
    REGISTER_EXPORTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    register_exports: _containers.RepeatedCompositeFieldContainer[RegisterExport]
    next_page_token: str
    def __init__(self, register_exports: _Optional[_Iterable[_Union[RegisterExport, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetRegisterExportRequest(_message.Message):
    __slots__ = ("name", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class GetRegisterExportFileRequest(_message.Message):
    __slots__ = ("name", "file_type")
    class FileType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        FILE_TYPE_UNSPECIFIED: _ClassVar[GetRegisterExportFileRequest.FileType]
        FILE_TYPE_XLSX: _ClassVar[GetRegisterExportFileRequest.FileType]
        FILE_TYPE_CSV: _ClassVar[GetRegisterExportFileRequest.FileType]
        FILE_TYPE_XML: _ClassVar[GetRegisterExportFileRequest.FileType]
    FILE_TYPE_UNSPECIFIED: GetRegisterExportFileRequest.FileType
    FILE_TYPE_XLSX: GetRegisterExportFileRequest.FileType
    FILE_TYPE_CSV: GetRegisterExportFileRequest.FileType
    FILE_TYPE_XML: GetRegisterExportFileRequest.FileType
    NAME_FIELD_NUMBER: _ClassVar[int]
    FILE_TYPE_FIELD_NUMBER: _ClassVar[int]
    name: str
    file_type: GetRegisterExportFileRequest.FileType
    def __init__(self, name: _Optional[str] = ..., file_type: _Optional[_Union[GetRegisterExportFileRequest.FileType, str]] = ...) -> None: ...

class RegisterExportFile(_message.Message):
    __slots__ = ("file_name", "media_type", "content", "digest")
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    file_name: str
    media_type: str
    content: bytes
    digest: str
    def __init__(self, file_name: _Optional[str] = ..., media_type: _Optional[str] = ..., content: _Optional[bytes] = ..., digest: _Optional[str] = ...) -> None: ...

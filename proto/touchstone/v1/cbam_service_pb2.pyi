import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DeclareGoodsRequest(_message.Message):
    __slots__ = ("goods", "precursors", "settings", "known_time", "language_code")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    GOODS_FIELD_NUMBER: _ClassVar[int]
    PRECURSORS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    goods: GoodsFile
    precursors: GoodsFile
    settings: _containers.ScalarMap[str, str]
    known_time: _timestamp_pb2.Timestamp
    language_code: str
    def __init__(self, goods: _Optional[_Union[GoodsFile, _Mapping]] = ..., precursors: _Optional[_Union[GoodsFile, _Mapping]] = ..., settings: _Optional[_Mapping[str, str]] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., language_code: _Optional[str] = ...) -> None: ...

class GoodsFile(_message.Message):
    __slots__ = ("name", "content")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    name: str
    content: bytes
    def __init__(self, name: _Optional[str] = ..., content: _Optional[bytes] = ...) -> None: ...

class DeclareGoodsResponse(_message.Message):
    __slots__ = ("text", "declaration_json", "notes", "undetermined")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DECLARATION_JSON_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    UNDETERMINED_FIELD_NUMBER: _ClassVar[int]
    text: str
    declaration_json: str
    notes: _containers.RepeatedScalarFieldContainer[str]
    undetermined: bool
    def __init__(self, text: _Optional[str] = ..., declaration_json: _Optional[str] = ..., notes: _Optional[_Iterable[str]] = ..., undetermined: _Optional[bool] = ...) -> None: ...

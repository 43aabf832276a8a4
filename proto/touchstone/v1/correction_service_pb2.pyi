import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SupportKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SUPPORT_KIND_UNSPECIFIED: _ClassVar[SupportKind]
    SUPPORT_KIND_VERIFIER: _ClassVar[SupportKind]
    SUPPORT_KIND_ISSUER: _ClassVar[SupportKind]
    SUPPORT_KIND_DOCUMENT: _ClassVar[SupportKind]
    SUPPORT_KIND_IDENTIFIER: _ClassVar[SupportKind]
    SUPPORT_KIND_TABLE: _ClassVar[SupportKind]
    SUPPORT_KIND_ROW: _ClassVar[SupportKind]
    SUPPORT_KIND_LOOKUP: _ClassVar[SupportKind]
    SUPPORT_KIND_BASIS: _ClassVar[SupportKind]
    SUPPORT_KIND_READING: _ClassVar[SupportKind]
    SUPPORT_KIND_SETTING: _ClassVar[SupportKind]
    SUPPORT_KIND_VERSION: _ClassVar[SupportKind]
    SUPPORT_KIND_SOFTWARE: _ClassVar[SupportKind]
    SUPPORT_KIND_FACT: _ClassVar[SupportKind]
SUPPORT_KIND_UNSPECIFIED: SupportKind
SUPPORT_KIND_VERIFIER: SupportKind
SUPPORT_KIND_ISSUER: SupportKind
SUPPORT_KIND_DOCUMENT: SupportKind
SUPPORT_KIND_IDENTIFIER: SupportKind
SUPPORT_KIND_TABLE: SupportKind
SUPPORT_KIND_ROW: SupportKind
SUPPORT_KIND_LOOKUP: SupportKind
SUPPORT_KIND_BASIS: SupportKind
SUPPORT_KIND_READING: SupportKind
SUPPORT_KIND_SETTING: SupportKind
SUPPORT_KIND_VERSION: SupportKind
SUPPORT_KIND_SOFTWARE: SupportKind
SUPPORT_KIND_FACT: SupportKind

class ListUsesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "kind", "value", "at_least", "at_most", "unit")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_FIELD_NUMBER: _ClassVar[int]
    AT_MOST_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    kind: SupportKind
    value: str
    at_least: str
    at_most: str
    unit: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., kind: _Optional[_Union[SupportKind, str]] = ..., value: _Optional[str] = ..., at_least: _Optional[str] = ..., at_most: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class ListUsesResponse(_message.Message):
    __slots__ = ("uses", "next_page_token")
    USES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    uses: _containers.RepeatedCompositeFieldContainer[Use]
    next_page_token: str
    def __init__(self, uses: _Optional[_Iterable[_Union[Use, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Use(_message.Message):
    __slots__ = ("evaluation", "subject", "scorecard_version", "as_of_date", "create_time", "conclusion")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    subject: str
    scorecard_version: str
    as_of_date: str
    create_time: _timestamp_pb2.Timestamp
    conclusion: _evaluation_pb2.Conclusion
    def __init__(self, evaluation: _Optional[str] = ..., subject: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., conclusion: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ...) -> None: ...

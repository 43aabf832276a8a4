from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SchemeProfileSettings(_message.Message):
    __slots__ = ("display_name", "display_name_zh", "cards", "attestation", "time_zone", "issues", "number", "validity_months", "surveillance_months", "disjoint", "accepted_readings", "blocking", "due_days", "extensions", "sample", "topic", "languages", "assessors", "without", "guards", "audit_time", "technical_areas", "renewal_months", "restoration_months")
    class DueDaysEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    class GuardsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: GuardNames
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[GuardNames, _Mapping]] = ...) -> None: ...
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_ZH_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    ATTESTATION_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    ISSUES_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    VALIDITY_MONTHS_FIELD_NUMBER: _ClassVar[int]
    SURVEILLANCE_MONTHS_FIELD_NUMBER: _ClassVar[int]
    DISJOINT_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_READINGS_FIELD_NUMBER: _ClassVar[int]
    BLOCKING_FIELD_NUMBER: _ClassVar[int]
    DUE_DAYS_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    LANGUAGES_FIELD_NUMBER: _ClassVar[int]
    ASSESSORS_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_FIELD_NUMBER: _ClassVar[int]
    GUARDS_FIELD_NUMBER: _ClassVar[int]
    AUDIT_TIME_FIELD_NUMBER: _ClassVar[int]
    TECHNICAL_AREAS_FIELD_NUMBER: _ClassVar[int]
    RENEWAL_MONTHS_FIELD_NUMBER: _ClassVar[int]
    RESTORATION_MONTHS_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    display_name_zh: str
    cards: _containers.RepeatedScalarFieldContainer[str]
    attestation: str
    time_zone: str
    issues: str
    number: str
    validity_months: int
    surveillance_months: int
    disjoint: _containers.RepeatedCompositeFieldContainer[FunctionPair]
    accepted_readings: _containers.RepeatedScalarFieldContainer[str]
    blocking: _containers.RepeatedScalarFieldContainer[str]
    due_days: _containers.ScalarMap[str, int]
    extensions: int
    sample: str
    topic: str
    languages: _containers.RepeatedScalarFieldContainer[str]
    assessors: int
    without: _containers.RepeatedScalarFieldContainer[str]
    guards: _containers.MessageMap[str, GuardNames]
    audit_time: str
    technical_areas: _containers.RepeatedScalarFieldContainer[str]
    renewal_months: int
    restoration_months: int
    def __init__(self, display_name: _Optional[str] = ..., display_name_zh: _Optional[str] = ..., cards: _Optional[_Iterable[str]] = ..., attestation: _Optional[str] = ..., time_zone: _Optional[str] = ..., issues: _Optional[str] = ..., number: _Optional[str] = ..., validity_months: _Optional[int] = ..., surveillance_months: _Optional[int] = ..., disjoint: _Optional[_Iterable[_Union[FunctionPair, _Mapping]]] = ..., accepted_readings: _Optional[_Iterable[str]] = ..., blocking: _Optional[_Iterable[str]] = ..., due_days: _Optional[_Mapping[str, int]] = ..., extensions: _Optional[int] = ..., sample: _Optional[str] = ..., topic: _Optional[str] = ..., languages: _Optional[_Iterable[str]] = ..., assessors: _Optional[int] = ..., without: _Optional[_Iterable[str]] = ..., guards: _Optional[_Mapping[str, GuardNames]] = ..., audit_time: _Optional[str] = ..., technical_areas: _Optional[_Iterable[str]] = ..., renewal_months: _Optional[int] = ..., restoration_months: _Optional[int] = ...) -> None: ...

class FunctionPair(_message.Message):
    __slots__ = ("first", "second")
    FIRST_FIELD_NUMBER: _ClassVar[int]
    SECOND_FIELD_NUMBER: _ClassVar[int]
    first: str
    second: str
    def __init__(self, first: _Optional[str] = ..., second: _Optional[str] = ...) -> None: ...

class GuardNames(_message.Message):
    __slots__ = ("guards",)
    GUARDS_FIELD_NUMBER: _ClassVar[int]
    guards: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, guards: _Optional[_Iterable[str]] = ...) -> None: ...

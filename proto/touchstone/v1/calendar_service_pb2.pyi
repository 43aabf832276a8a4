import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListCalendarEntriesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "first_date", "last_date", "scorecard", "subjects_named", "language_code", "subject", "rules_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    SUBJECTS_NAMED_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    RULES_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    first_date: str
    last_date: str
    scorecard: str
    subjects_named: bool
    language_code: str
    subject: str
    rules_only: bool
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., scorecard: _Optional[str] = ..., subjects_named: _Optional[bool] = ..., language_code: _Optional[str] = ..., subject: _Optional[str] = ..., rules_only: _Optional[bool] = ...) -> None: ...

class ListCalendarEntriesResponse(_message.Message):
    __slots__ = ("calendar_entries", "next_page_token", "left_out")
    CALENDAR_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    calendar_entries: _containers.RepeatedCompositeFieldContainer[CalendarEntry]
    next_page_token: str
    left_out: _types_pb2.LeftOut
    def __init__(self, calendar_entries: _Optional[_Iterable[_Union[CalendarEntry, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., left_out: _Optional[_Union[_types_pb2.LeftOut, _Mapping]] = ...) -> None: ...

class ListRuleCalendarEntriesRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "first_date", "last_date", "scorecard", "language_code", "gazette")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    first_date: str
    last_date: str
    scorecard: str
    language_code: str
    gazette: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., scorecard: _Optional[str] = ..., language_code: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListRuleCalendarEntriesResponse(_message.Message):
    __slots__ = ("calendar_entries", "next_page_token")
    CALENDAR_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    calendar_entries: _containers.RepeatedCompositeFieldContainer[CalendarEntry]
    next_page_token: str
    def __init__(self, calendar_entries: _Optional[_Iterable[_Union[CalendarEntry, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CalendarEntry(_message.Message):
    __slots__ = ("date", "kind", "about", "text", "overdue", "known_time", "uid")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[CalendarEntry.Kind]
        KIND_VERSION_BEGINS: _ClassVar[CalendarEntry.Kind]
        KIND_VERSION_ENDS: _ClassVar[CalendarEntry.Kind]
        KIND_VERSION_SUPERSEDED: _ClassVar[CalendarEntry.Kind]
        KIND_VERSION_REPEALED: _ClassVar[CalendarEntry.Kind]
        KIND_EDITION_BEGINS: _ClassVar[CalendarEntry.Kind]
        KIND_EDITION_ENDS: _ClassVar[CalendarEntry.Kind]
        KIND_EDITION_SUPERSEDED: _ClassVar[CalendarEntry.Kind]
        KIND_EVIDENCE_EXPIRES: _ClassVar[CalendarEntry.Kind]
        KIND_FINDING_DUE: _ClassVar[CalendarEntry.Kind]
        KIND_RULE_BEGINS: _ClassVar[CalendarEntry.Kind]
        KIND_RULE_ENDS: _ClassVar[CalendarEntry.Kind]
        KIND_RULE_NAMES: _ClassVar[CalendarEntry.Kind]
        KIND_SUBJECT_BEGINS: _ClassVar[CalendarEntry.Kind]
        KIND_SUBJECT_ENDS: _ClassVar[CalendarEntry.Kind]
        KIND_SUBJECT_NAMES: _ClassVar[CalendarEntry.Kind]
    KIND_UNSPECIFIED: CalendarEntry.Kind
    KIND_VERSION_BEGINS: CalendarEntry.Kind
    KIND_VERSION_ENDS: CalendarEntry.Kind
    KIND_VERSION_SUPERSEDED: CalendarEntry.Kind
    KIND_VERSION_REPEALED: CalendarEntry.Kind
    KIND_EDITION_BEGINS: CalendarEntry.Kind
    KIND_EDITION_ENDS: CalendarEntry.Kind
    KIND_EDITION_SUPERSEDED: CalendarEntry.Kind
    KIND_EVIDENCE_EXPIRES: CalendarEntry.Kind
    KIND_FINDING_DUE: CalendarEntry.Kind
    KIND_RULE_BEGINS: CalendarEntry.Kind
    KIND_RULE_ENDS: CalendarEntry.Kind
    KIND_RULE_NAMES: CalendarEntry.Kind
    KIND_SUBJECT_BEGINS: CalendarEntry.Kind
    KIND_SUBJECT_ENDS: CalendarEntry.Kind
    KIND_SUBJECT_NAMES: CalendarEntry.Kind
    DATE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    UID_FIELD_NUMBER: _ClassVar[int]
    date: str
    kind: CalendarEntry.Kind
    about: str
    text: str
    overdue: bool
    known_time: _timestamp_pb2.Timestamp
    uid: str
    def __init__(self, date: _Optional[str] = ..., kind: _Optional[_Union[CalendarEntry.Kind, str]] = ..., about: _Optional[str] = ..., text: _Optional[str] = ..., overdue: _Optional[bool] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., uid: _Optional[str] = ...) -> None: ...

class GetAppliedRequest(_message.Message):
    __slots__ = ("subject", "date", "known_time", "language_code")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    subject: str
    date: str
    known_time: _timestamp_pb2.Timestamp
    language_code: str
    def __init__(self, subject: _Optional[str] = ..., date: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., language_code: _Optional[str] = ...) -> None: ...

class Applied(_message.Message):
    __slots__ = ("subject", "date", "known_time", "cards", "left_out")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    subject: str
    date: str
    known_time: _timestamp_pb2.Timestamp
    cards: _containers.RepeatedCompositeFieldContainer[AppliedCard]
    left_out: _types_pb2.LeftOut
    def __init__(self, subject: _Optional[str] = ..., date: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., cards: _Optional[_Iterable[_Union[AppliedCard, _Mapping]]] = ..., left_out: _Optional[_Union[_types_pb2.LeftOut, _Mapping]] = ...) -> None: ...

class AppliedCard(_message.Message):
    __slots__ = ("scorecard", "then", "now", "differences")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    THEN_FIELD_NUMBER: _ClassVar[int]
    NOW_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    then: AppliedState
    now: AppliedState
    differences: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, scorecard: _Optional[str] = ..., then: _Optional[_Union[AppliedState, _Mapping]] = ..., now: _Optional[_Union[AppliedState, _Mapping]] = ..., differences: _Optional[_Iterable[str]] = ...) -> None: ...

class AppliedState(_message.Message):
    __slots__ = ("scorecard_version", "evaluation", "evaluation_scorecard_version", "as_of_date", "conclusion", "certainty", "double_use_count", "status")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    evaluation: str
    evaluation_scorecard_version: str
    as_of_date: str
    conclusion: _evaluation_pb2.Conclusion
    certainty: _types_pb2.Certainty
    double_use_count: int
    status: _evaluation_pb2.ResultStatus
    def __init__(self, scorecard_version: _Optional[str] = ..., evaluation: _Optional[str] = ..., evaluation_scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., conclusion: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., double_use_count: _Optional[int] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ...) -> None: ...

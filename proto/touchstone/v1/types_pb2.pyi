from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import any_pb2 as _any_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Certainty(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CERTAINTY_UNSPECIFIED: _ClassVar[Certainty]
    CERTAINTY_CONFIRMED: _ClassVar[Certainty]
    CERTAINTY_SECONDARY: _ClassVar[Certainty]
    CERTAINTY_OWN_READING: _ClassVar[Certainty]
CERTAINTY_UNSPECIFIED: Certainty
CERTAINTY_CONFIRMED: Certainty
CERTAINTY_SECONDARY: Certainty
CERTAINTY_OWN_READING: Certainty

class DateRange(_message.Message):
    __slots__ = ("first_date", "last_date")
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    first_date: str
    last_date: str
    def __init__(self, first_date: _Optional[str] = ..., last_date: _Optional[str] = ...) -> None: ...

class Words(_message.Message):
    __slots__ = ("texts",)
    class TextsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TEXTS_FIELD_NUMBER: _ClassVar[int]
    texts: _containers.ScalarMap[str, str]
    def __init__(self, texts: _Optional[_Mapping[str, str]] = ...) -> None: ...

class Value(_message.Message):
    __slots__ = ("number", "choice", "flag", "date", "period", "text", "choices", "records", "not_applicable", "unit", "evidence_ids")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CHOICE_FIELD_NUMBER: _ClassVar[int]
    FLAG_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CHOICES_FIELD_NUMBER: _ClassVar[int]
    RECORDS_FIELD_NUMBER: _ClassVar[int]
    NOT_APPLICABLE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_IDS_FIELD_NUMBER: _ClassVar[int]
    number: str
    choice: str
    flag: bool
    date: str
    period: DateRange
    text: str
    choices: ChoiceList
    records: RecordList
    not_applicable: bool
    unit: str
    evidence_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, number: _Optional[str] = ..., choice: _Optional[str] = ..., flag: _Optional[bool] = ..., date: _Optional[str] = ..., period: _Optional[_Union[DateRange, _Mapping]] = ..., text: _Optional[str] = ..., choices: _Optional[_Union[ChoiceList, _Mapping]] = ..., records: _Optional[_Union[RecordList, _Mapping]] = ..., not_applicable: _Optional[bool] = ..., unit: _Optional[str] = ..., evidence_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class ChoiceList(_message.Message):
    __slots__ = ("values",)
    VALUES_FIELD_NUMBER: _ClassVar[int]
    values: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, values: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordList(_message.Message):
    __slots__ = ("values",)
    VALUES_FIELD_NUMBER: _ClassVar[int]
    values: _containers.RepeatedCompositeFieldContainer[RecordValue]
    def __init__(self, values: _Optional[_Iterable[_Union[RecordValue, _Mapping]]] = ...) -> None: ...

class RecordValue(_message.Message):
    __slots__ = ("fields",)
    class FieldsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: Value
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[Value, _Mapping]] = ...) -> None: ...
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    fields: _containers.MessageMap[str, Value]
    def __init__(self, fields: _Optional[_Mapping[str, Value]] = ...) -> None: ...

class Interval(_message.Message):
    __slots__ = ("low", "low_open", "high", "high_open")
    LOW_FIELD_NUMBER: _ClassVar[int]
    LOW_OPEN_FIELD_NUMBER: _ClassVar[int]
    HIGH_FIELD_NUMBER: _ClassVar[int]
    HIGH_OPEN_FIELD_NUMBER: _ClassVar[int]
    low: str
    low_open: bool
    high: str
    high_open: bool
    def __init__(self, low: _Optional[str] = ..., low_open: _Optional[bool] = ..., high: _Optional[str] = ..., high_open: _Optional[bool] = ...) -> None: ...

class Figure(_message.Message):
    __slots__ = ("unit", "exact", "rounded")
    UNIT_FIELD_NUMBER: _ClassVar[int]
    EXACT_FIELD_NUMBER: _ClassVar[int]
    ROUNDED_FIELD_NUMBER: _ClassVar[int]
    unit: str
    exact: Interval
    rounded: Interval
    def __init__(self, unit: _Optional[str] = ..., exact: _Optional[_Union[Interval, _Mapping]] = ..., rounded: _Optional[_Union[Interval, _Mapping]] = ...) -> None: ...

class Basis(_message.Message):
    __slots__ = ("basis_id", "instrument", "clause", "certainty")
    BASIS_ID_FIELD_NUMBER: _ClassVar[int]
    INSTRUMENT_FIELD_NUMBER: _ClassVar[int]
    CLAUSE_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    basis_id: str
    instrument: str
    clause: str
    certainty: Certainty
    def __init__(self, basis_id: _Optional[str] = ..., instrument: _Optional[str] = ..., clause: _Optional[str] = ..., certainty: _Optional[_Union[Certainty, str]] = ...) -> None: ...

class ItemError(_message.Message):
    __slots__ = ("code", "message", "details")
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    DETAILS_FIELD_NUMBER: _ClassVar[int]
    code: int
    message: str
    details: _containers.RepeatedCompositeFieldContainer[_any_pb2.Any]
    def __init__(self, code: _Optional[int] = ..., message: _Optional[str] = ..., details: _Optional[_Iterable[_Union[_any_pb2.Any, _Mapping]]] = ...) -> None: ...

class LeftOut(_message.Message):
    __slots__ = ("evaluation_count", "evaluations")
    EVALUATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    evaluation_count: int
    evaluations: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, evaluation_count: _Optional[int] = ..., evaluations: _Optional[_Iterable[str]] = ...) -> None: ...

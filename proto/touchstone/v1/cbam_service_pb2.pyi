import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
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

class ComparisonFormat(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    COMPARISON_FORMAT_UNSPECIFIED: _ClassVar[ComparisonFormat]
    COMPARISON_FORMAT_WORKBOOK: _ClassVar[ComparisonFormat]
    COMPARISON_FORMAT_PAGE: _ClassVar[ComparisonFormat]
COMPARISON_FORMAT_UNSPECIFIED: ComparisonFormat
COMPARISON_FORMAT_WORKBOOK: ComparisonFormat
COMPARISON_FORMAT_PAGE: ComparisonFormat

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
    __slots__ = ("name", "content", "decimal_mark")
    class DecimalMark(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        DECIMAL_MARK_UNSPECIFIED: _ClassVar[GoodsFile.DecimalMark]
        DECIMAL_MARK_COMMA: _ClassVar[GoodsFile.DecimalMark]
        DECIMAL_MARK_POINT: _ClassVar[GoodsFile.DecimalMark]
    DECIMAL_MARK_UNSPECIFIED: GoodsFile.DecimalMark
    DECIMAL_MARK_COMMA: GoodsFile.DecimalMark
    DECIMAL_MARK_POINT: GoodsFile.DecimalMark
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    DECIMAL_MARK_FIELD_NUMBER: _ClassVar[int]
    name: str
    content: bytes
    decimal_mark: GoodsFile.DecimalMark
    def __init__(self, name: _Optional[str] = ..., content: _Optional[bytes] = ..., decimal_mark: _Optional[_Union[GoodsFile.DecimalMark, str]] = ...) -> None: ...

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

class GoodsEntry(_message.Message):
    __slots__ = ("line", "cells", "precursors")
    class CellsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    LINE_FIELD_NUMBER: _ClassVar[int]
    CELLS_FIELD_NUMBER: _ClassVar[int]
    PRECURSORS_FIELD_NUMBER: _ClassVar[int]
    line: str
    cells: _containers.ScalarMap[str, str]
    precursors: _containers.RepeatedCompositeFieldContainer[GoodsPrecursor]
    def __init__(self, line: _Optional[str] = ..., cells: _Optional[_Mapping[str, str]] = ..., precursors: _Optional[_Iterable[_Union[GoodsPrecursor, _Mapping]]] = ...) -> None: ...

class GoodsPrecursor(_message.Message):
    __slots__ = ("cells",)
    class CellsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CELLS_FIELD_NUMBER: _ClassVar[int]
    cells: _containers.ScalarMap[str, str]
    def __init__(self, cells: _Optional[_Mapping[str, str]] = ...) -> None: ...

class ReadGoodsRequest(_message.Message):
    __slots__ = ("goods", "precursors", "goods_entries", "language_code")
    GOODS_FIELD_NUMBER: _ClassVar[int]
    PRECURSORS_FIELD_NUMBER: _ClassVar[int]
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    goods: GoodsFile
    precursors: GoodsFile
    goods_entries: _containers.RepeatedCompositeFieldContainer[GoodsEntry]
    language_code: str
    def __init__(self, goods: _Optional[_Union[GoodsFile, _Mapping]] = ..., precursors: _Optional[_Union[GoodsFile, _Mapping]] = ..., goods_entries: _Optional[_Iterable[_Union[GoodsEntry, _Mapping]]] = ..., language_code: _Optional[str] = ...) -> None: ...

class ReadGoodsResponse(_message.Message):
    __slots__ = ("goods_entries", "notes")
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    goods_entries: _containers.RepeatedCompositeFieldContainer[GoodsEntry]
    notes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, goods_entries: _Optional[_Iterable[_Union[GoodsEntry, _Mapping]]] = ..., notes: _Optional[_Iterable[str]] = ...) -> None: ...

class CompareGoodsRequest(_message.Message):
    __slots__ = ("goods", "precursors", "goods_entries", "first_year", "last_year", "assumptions", "known_time", "language_code", "page_size", "page_token", "file_format", "without_thresholds")
    GOODS_FIELD_NUMBER: _ClassVar[int]
    PRECURSORS_FIELD_NUMBER: _ClassVar[int]
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    FIRST_YEAR_FIELD_NUMBER: _ClassVar[int]
    LAST_YEAR_FIELD_NUMBER: _ClassVar[int]
    ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FILE_FORMAT_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_THRESHOLDS_FIELD_NUMBER: _ClassVar[int]
    goods: GoodsFile
    precursors: GoodsFile
    goods_entries: _containers.RepeatedCompositeFieldContainer[GoodsEntry]
    first_year: int
    last_year: int
    assumptions: _containers.RepeatedCompositeFieldContainer[GoodsAssumption]
    known_time: _timestamp_pb2.Timestamp
    language_code: str
    page_size: int
    page_token: str
    file_format: ComparisonFormat
    without_thresholds: bool
    def __init__(self, goods: _Optional[_Union[GoodsFile, _Mapping]] = ..., precursors: _Optional[_Union[GoodsFile, _Mapping]] = ..., goods_entries: _Optional[_Iterable[_Union[GoodsEntry, _Mapping]]] = ..., first_year: _Optional[int] = ..., last_year: _Optional[int] = ..., assumptions: _Optional[_Iterable[_Union[GoodsAssumption, _Mapping]]] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., language_code: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., file_format: _Optional[_Union[ComparisonFormat, str]] = ..., without_thresholds: _Optional[bool] = ...) -> None: ...

class GoodsAssumption(_message.Message):
    __slots__ = ("measure_group", "low", "high")
    MEASURE_GROUP_FIELD_NUMBER: _ClassVar[int]
    LOW_FIELD_NUMBER: _ClassVar[int]
    HIGH_FIELD_NUMBER: _ClassVar[int]
    measure_group: str
    low: str
    high: str
    def __init__(self, measure_group: _Optional[str] = ..., low: _Optional[str] = ..., high: _Optional[str] = ...) -> None: ...

class CompareGoodsResponse(_message.Message):
    __slots__ = ("measures", "compared_goods", "open_points", "thresholds", "line_count", "next_page_token", "known_time", "notes", "file")
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    COMPARED_GOODS_FIELD_NUMBER: _ClassVar[int]
    OPEN_POINTS_FIELD_NUMBER: _ClassVar[int]
    THRESHOLDS_FIELD_NUMBER: _ClassVar[int]
    LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    measures: _containers.RepeatedCompositeFieldContainer[BorderMeasure]
    compared_goods: _containers.RepeatedCompositeFieldContainer[ComparedGoods]
    open_points: _containers.RepeatedCompositeFieldContainer[OpenPoint]
    thresholds: _containers.RepeatedCompositeFieldContainer[GoodsThreshold]
    line_count: int
    next_page_token: str
    known_time: _timestamp_pb2.Timestamp
    notes: _containers.RepeatedScalarFieldContainer[str]
    file: GoodsFile
    def __init__(self, measures: _Optional[_Iterable[_Union[BorderMeasure, _Mapping]]] = ..., compared_goods: _Optional[_Iterable[_Union[ComparedGoods, _Mapping]]] = ..., open_points: _Optional[_Iterable[_Union[OpenPoint, _Mapping]]] = ..., thresholds: _Optional[_Iterable[_Union[GoodsThreshold, _Mapping]]] = ..., line_count: _Optional[int] = ..., next_page_token: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., notes: _Optional[_Iterable[str]] = ..., file: _Optional[_Union[GoodsFile, _Mapping]] = ...) -> None: ...

class BorderMeasure(_message.Message):
    __slots__ = ("measure_id", "display_name", "measure_group", "currency_code", "bill", "scorecard_versions", "totals")
    MEASURE_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    MEASURE_GROUP_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_CODE_FIELD_NUMBER: _ClassVar[int]
    BILL_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    measure_id: str
    display_name: str
    measure_group: str
    currency_code: str
    bill: bool
    scorecard_versions: _containers.RepeatedScalarFieldContainer[str]
    totals: _containers.RepeatedCompositeFieldContainer[YearCost]
    def __init__(self, measure_id: _Optional[str] = ..., display_name: _Optional[str] = ..., measure_group: _Optional[str] = ..., currency_code: _Optional[str] = ..., bill: _Optional[bool] = ..., scorecard_versions: _Optional[_Iterable[str]] = ..., totals: _Optional[_Iterable[_Union[YearCost, _Mapping]]] = ...) -> None: ...

class YearCost(_message.Message):
    __slots__ = ("year", "cost")
    YEAR_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    year: int
    cost: _types_pb2.Interval
    def __init__(self, year: _Optional[int] = ..., cost: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ...) -> None: ...

class ComparedGoods(_message.Message):
    __slots__ = ("goods_entry", "costs", "open_points", "idle_facts")
    GOODS_ENTRY_FIELD_NUMBER: _ClassVar[int]
    COSTS_FIELD_NUMBER: _ClassVar[int]
    OPEN_POINTS_FIELD_NUMBER: _ClassVar[int]
    IDLE_FACTS_FIELD_NUMBER: _ClassVar[int]
    goods_entry: GoodsEntry
    costs: _containers.RepeatedCompositeFieldContainer[MeasureCost]
    open_points: _containers.RepeatedCompositeFieldContainer[OpenPoint]
    idle_facts: _containers.RepeatedCompositeFieldContainer[IdleFacts]
    def __init__(self, goods_entry: _Optional[_Union[GoodsEntry, _Mapping]] = ..., costs: _Optional[_Iterable[_Union[MeasureCost, _Mapping]]] = ..., open_points: _Optional[_Iterable[_Union[OpenPoint, _Mapping]]] = ..., idle_facts: _Optional[_Iterable[_Union[IdleFacts, _Mapping]]] = ...) -> None: ...

class IdleFacts(_message.Message):
    __slots__ = ("measure_group", "fact_ids", "disabling_fact_id", "text")
    MEASURE_GROUP_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    DISABLING_FACT_ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    measure_group: str
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    disabling_fact_id: str
    text: str
    def __init__(self, measure_group: _Optional[str] = ..., fact_ids: _Optional[_Iterable[str]] = ..., disabling_fact_id: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class MeasureCost(_message.Message):
    __slots__ = ("measure_id", "years")
    MEASURE_ID_FIELD_NUMBER: _ClassVar[int]
    YEARS_FIELD_NUMBER: _ClassVar[int]
    measure_id: str
    years: _containers.RepeatedCompositeFieldContainer[YearCost]
    def __init__(self, measure_id: _Optional[str] = ..., years: _Optional[_Iterable[_Union[YearCost, _Mapping]]] = ...) -> None: ...

class OpenPoint(_message.Message):
    __slots__ = ("giver", "measure_group", "fact_id", "fact_label", "text", "line_count")
    class Giver(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        GIVER_UNSPECIFIED: _ClassVar[OpenPoint.Giver]
        GIVER_IMPORTER: _ClassVar[OpenPoint.Giver]
        GIVER_PRODUCER: _ClassVar[OpenPoint.Giver]
        GIVER_PUBLISHER: _ClassVar[OpenPoint.Giver]
        GIVER_RULES: _ClassVar[OpenPoint.Giver]
        GIVER_ASSUMPTION: _ClassVar[OpenPoint.Giver]
    GIVER_UNSPECIFIED: OpenPoint.Giver
    GIVER_IMPORTER: OpenPoint.Giver
    GIVER_PRODUCER: OpenPoint.Giver
    GIVER_PUBLISHER: OpenPoint.Giver
    GIVER_RULES: OpenPoint.Giver
    GIVER_ASSUMPTION: OpenPoint.Giver
    GIVER_FIELD_NUMBER: _ClassVar[int]
    MEASURE_GROUP_FIELD_NUMBER: _ClassVar[int]
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    FACT_LABEL_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    giver: OpenPoint.Giver
    measure_group: str
    fact_id: str
    fact_label: str
    text: str
    line_count: int
    def __init__(self, giver: _Optional[_Union[OpenPoint.Giver, str]] = ..., measure_group: _Optional[str] = ..., fact_id: _Optional[str] = ..., fact_label: _Optional[str] = ..., text: _Optional[str] = ..., line_count: _Optional[int] = ...) -> None: ...

class GoodsThreshold(_message.Message):
    __slots__ = ("threshold_id", "year", "unit", "scorecard_version", "outcome", "first_date", "running_sums", "open_line_count")
    THRESHOLD_ID_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    RUNNING_SUMS_FIELD_NUMBER: _ClassVar[int]
    OPEN_LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    threshold_id: str
    year: int
    unit: str
    scorecard_version: str
    outcome: _evaluation_pb2.Outcome
    first_date: str
    running_sums: _containers.RepeatedCompositeFieldContainer[RunningSum]
    open_line_count: int
    def __init__(self, threshold_id: _Optional[str] = ..., year: _Optional[int] = ..., unit: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., outcome: _Optional[_Union[_evaluation_pb2.Outcome, str]] = ..., first_date: _Optional[str] = ..., running_sums: _Optional[_Iterable[_Union[RunningSum, _Mapping]]] = ..., open_line_count: _Optional[int] = ...) -> None: ...

class RunningSum(_message.Message):
    __slots__ = ("date", "sum")
    DATE_FIELD_NUMBER: _ClassVar[int]
    SUM_FIELD_NUMBER: _ClassVar[int]
    date: str
    sum: _types_pb2.Interval
    def __init__(self, date: _Optional[str] = ..., sum: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ...) -> None: ...

class GetGoodsTemplateRequest(_message.Message):
    __slots__ = ("language_code",)
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    language_code: str
    def __init__(self, language_code: _Optional[str] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import cbam_service_pb2 as _cbam_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GoodsLedger(_message.Message):
    __slots__ = ("name", "display_name", "year", "newest_revision", "create_time", "notes", "pricing_assumptions", "waiting_answer_count")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    NEWEST_REVISION_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    PRICING_ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    WAITING_ANSWER_COUNT_FIELD_NUMBER: _ClassVar[int]
    name: str
    display_name: str
    year: int
    newest_revision: GoodsRevision
    create_time: _timestamp_pb2.Timestamp
    notes: _containers.RepeatedScalarFieldContainer[str]
    pricing_assumptions: PricingAssumptions
    waiting_answer_count: int
    def __init__(self, name: _Optional[str] = ..., display_name: _Optional[str] = ..., year: _Optional[int] = ..., newest_revision: _Optional[_Union[GoodsRevision, _Mapping]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., notes: _Optional[_Iterable[str]] = ..., pricing_assumptions: _Optional[_Union[PricingAssumptions, _Mapping]] = ..., waiting_answer_count: _Optional[int] = ...) -> None: ...

class PricingAssumptions(_message.Message):
    __slots__ = ("first_year", "last_year", "assumptions")
    FIRST_YEAR_FIELD_NUMBER: _ClassVar[int]
    LAST_YEAR_FIELD_NUMBER: _ClassVar[int]
    ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    first_year: int
    last_year: int
    assumptions: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsAssumption]
    def __init__(self, first_year: _Optional[int] = ..., last_year: _Optional[int] = ..., assumptions: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsAssumption, _Mapping]]] = ...) -> None: ...

class GoodsRevision(_message.Message):
    __slots__ = ("number", "line_count", "content_digest", "note", "principal", "create_time")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    number: int
    line_count: int
    content_digest: str
    note: str
    principal: str
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, number: _Optional[int] = ..., line_count: _Optional[int] = ..., content_digest: _Optional[str] = ..., note: _Optional[str] = ..., principal: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SaveGoodsRequest(_message.Message):
    __slots__ = ("name", "base_revision", "display_name", "year", "goods", "precursors", "note", "pricing_assumptions")
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    GOODS_FIELD_NUMBER: _ClassVar[int]
    PRECURSORS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    PRICING_ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    base_revision: int
    display_name: str
    year: int
    goods: _cbam_service_pb2.GoodsFile
    precursors: _cbam_service_pb2.GoodsFile
    note: str
    pricing_assumptions: PricingAssumptions
    def __init__(self, name: _Optional[str] = ..., base_revision: _Optional[int] = ..., display_name: _Optional[str] = ..., year: _Optional[int] = ..., goods: _Optional[_Union[_cbam_service_pb2.GoodsFile, _Mapping]] = ..., precursors: _Optional[_Union[_cbam_service_pb2.GoodsFile, _Mapping]] = ..., note: _Optional[str] = ..., pricing_assumptions: _Optional[_Union[PricingAssumptions, _Mapping]] = ...) -> None: ...

class SetPricingAssumptionsRequest(_message.Message):
    __slots__ = ("name", "pricing_assumptions")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PRICING_ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    pricing_assumptions: PricingAssumptions
    def __init__(self, name: _Optional[str] = ..., pricing_assumptions: _Optional[_Union[PricingAssumptions, _Mapping]] = ...) -> None: ...

class GetGoodsLedgerRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListGoodsLedgersRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListGoodsLedgersResponse(_message.Message):
    __slots__ = ("goods_ledgers", "next_page_token")
    GOODS_LEDGERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    goods_ledgers: _containers.RepeatedCompositeFieldContainer[GoodsLedger]
    next_page_token: str
    def __init__(self, goods_ledgers: _Optional[_Iterable[_Union[GoodsLedger, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListGoodsRevisionsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListGoodsRevisionsResponse(_message.Message):
    __slots__ = ("goods_revisions", "next_page_token")
    GOODS_REVISIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    goods_revisions: _containers.RepeatedCompositeFieldContainer[GoodsRevision]
    next_page_token: str
    def __init__(self, goods_revisions: _Optional[_Iterable[_Union[GoodsRevision, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListGoodsRequest(_message.Message):
    __slots__ = ("parent", "revision", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    revision: int
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., revision: _Optional[int] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListGoodsResponse(_message.Message):
    __slots__ = ("goods_entries", "next_page_token")
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    goods_entries: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsEntry]
    next_page_token: str
    def __init__(self, goods_entries: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsEntry, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetGoodsFilesRequest(_message.Message):
    __slots__ = ("name", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class GoodsFiles(_message.Message):
    __slots__ = ("goods", "precursors")
    GOODS_FIELD_NUMBER: _ClassVar[int]
    PRECURSORS_FIELD_NUMBER: _ClassVar[int]
    goods: _cbam_service_pb2.GoodsFile
    precursors: _cbam_service_pb2.GoodsFile
    def __init__(self, goods: _Optional[_Union[_cbam_service_pb2.GoodsFile, _Mapping]] = ..., precursors: _Optional[_Union[_cbam_service_pb2.GoodsFile, _Mapping]] = ...) -> None: ...

class PriceGoodsRequest(_message.Message):
    __slots__ = ("name", "first_year", "last_year", "assumptions", "language_code", "line_count", "kept_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    FIRST_YEAR_FIELD_NUMBER: _ClassVar[int]
    LAST_YEAR_FIELD_NUMBER: _ClassVar[int]
    ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    KEPT_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    first_year: int
    last_year: int
    assumptions: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsAssumption]
    language_code: str
    line_count: int
    kept_only: bool
    def __init__(self, name: _Optional[str] = ..., first_year: _Optional[int] = ..., last_year: _Optional[int] = ..., assumptions: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsAssumption, _Mapping]]] = ..., language_code: _Optional[str] = ..., line_count: _Optional[int] = ..., kept_only: _Optional[bool] = ...) -> None: ...

class GoodsPricing(_message.Message):
    __slots__ = ("revision", "line_count", "priced_line_count", "measures", "open_points", "thresholds", "known_time")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    PRICED_LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    OPEN_POINTS_FIELD_NUMBER: _ClassVar[int]
    THRESHOLDS_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    revision: int
    line_count: int
    priced_line_count: int
    measures: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.BorderMeasure]
    open_points: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.OpenPoint]
    thresholds: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsThreshold]
    known_time: _timestamp_pb2.Timestamp
    def __init__(self, revision: _Optional[int] = ..., line_count: _Optional[int] = ..., priced_line_count: _Optional[int] = ..., measures: _Optional[_Iterable[_Union[_cbam_service_pb2.BorderMeasure, _Mapping]]] = ..., open_points: _Optional[_Iterable[_Union[_cbam_service_pb2.OpenPoint, _Mapping]]] = ..., thresholds: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsThreshold, _Mapping]]] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SupplierRequest(_message.Message):
    __slots__ = ("name", "supplier", "message", "lines", "facts", "state", "principal", "create_time", "expire_time", "withdraw_time", "link", "supplier_answers")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[SupplierRequest.State]
        STATE_OPEN: _ClassVar[SupplierRequest.State]
        STATE_ANSWERED: _ClassVar[SupplierRequest.State]
        STATE_ACCEPTED: _ClassVar[SupplierRequest.State]
        STATE_WITHDRAWN: _ClassVar[SupplierRequest.State]
        STATE_EXPIRED: _ClassVar[SupplierRequest.State]
    STATE_UNSPECIFIED: SupplierRequest.State
    STATE_OPEN: SupplierRequest.State
    STATE_ANSWERED: SupplierRequest.State
    STATE_ACCEPTED: SupplierRequest.State
    STATE_WITHDRAWN: SupplierRequest.State
    STATE_EXPIRED: SupplierRequest.State
    NAME_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    WITHDRAW_TIME_FIELD_NUMBER: _ClassVar[int]
    LINK_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_ANSWERS_FIELD_NUMBER: _ClassVar[int]
    name: str
    supplier: str
    message: str
    lines: _containers.RepeatedScalarFieldContainer[str]
    facts: _containers.RepeatedScalarFieldContainer[str]
    state: SupplierRequest.State
    principal: str
    create_time: _timestamp_pb2.Timestamp
    expire_time: _timestamp_pb2.Timestamp
    withdraw_time: _timestamp_pb2.Timestamp
    link: str
    supplier_answers: _containers.RepeatedCompositeFieldContainer[SupplierAnswer]
    def __init__(self, name: _Optional[str] = ..., supplier: _Optional[str] = ..., message: _Optional[str] = ..., lines: _Optional[_Iterable[str]] = ..., facts: _Optional[_Iterable[str]] = ..., state: _Optional[_Union[SupplierRequest.State, str]] = ..., principal: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., withdraw_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., link: _Optional[str] = ..., supplier_answers: _Optional[_Iterable[_Union[SupplierAnswer, _Mapping]]] = ...) -> None: ...

class SupplierAnswer(_message.Message):
    __slots__ = ("number", "goods_entries", "respondent", "remark", "state", "create_time", "decide_principal", "revision", "default_lines")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[SupplierAnswer.State]
        STATE_PROPOSED: _ClassVar[SupplierAnswer.State]
        STATE_REPLACED: _ClassVar[SupplierAnswer.State]
        STATE_ACCEPTED: _ClassVar[SupplierAnswer.State]
        STATE_DECLINED: _ClassVar[SupplierAnswer.State]
    STATE_UNSPECIFIED: SupplierAnswer.State
    STATE_PROPOSED: SupplierAnswer.State
    STATE_REPLACED: SupplierAnswer.State
    STATE_ACCEPTED: SupplierAnswer.State
    STATE_DECLINED: SupplierAnswer.State
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    RESPONDENT_FIELD_NUMBER: _ClassVar[int]
    REMARK_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    DECIDE_PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_LINES_FIELD_NUMBER: _ClassVar[int]
    number: int
    goods_entries: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsEntry]
    respondent: str
    remark: str
    state: SupplierAnswer.State
    create_time: _timestamp_pb2.Timestamp
    decide_principal: str
    revision: int
    default_lines: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, number: _Optional[int] = ..., goods_entries: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsEntry, _Mapping]]] = ..., respondent: _Optional[str] = ..., remark: _Optional[str] = ..., state: _Optional[_Union[SupplierAnswer.State, str]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., decide_principal: _Optional[str] = ..., revision: _Optional[int] = ..., default_lines: _Optional[_Iterable[str]] = ...) -> None: ...

class CreateSupplierRequestRequest(_message.Message):
    __slots__ = ("parent", "supplier", "message", "lines", "facts", "days")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    parent: str
    supplier: str
    message: str
    lines: _containers.RepeatedScalarFieldContainer[str]
    facts: _containers.RepeatedScalarFieldContainer[str]
    days: int
    def __init__(self, parent: _Optional[str] = ..., supplier: _Optional[str] = ..., message: _Optional[str] = ..., lines: _Optional[_Iterable[str]] = ..., facts: _Optional[_Iterable[str]] = ..., days: _Optional[int] = ...) -> None: ...

class ListSupplierRequestsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListSupplierRequestsResponse(_message.Message):
    __slots__ = ("supplier_requests", "next_page_token", "supplier_facts")
    SUPPLIER_REQUESTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_FACTS_FIELD_NUMBER: _ClassVar[int]
    supplier_requests: _containers.RepeatedCompositeFieldContainer[SupplierRequest]
    next_page_token: str
    supplier_facts: _containers.RepeatedCompositeFieldContainer[SupplierFact]
    def __init__(self, supplier_requests: _Optional[_Iterable[_Union[SupplierRequest, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., supplier_facts: _Optional[_Iterable[_Union[SupplierFact, _Mapping]]] = ...) -> None: ...

class WithdrawSupplierRequestRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class DecideSupplierAnswerRequest(_message.Message):
    __slots__ = ("name", "number", "accept", "declare_actual_values")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_FIELD_NUMBER: _ClassVar[int]
    DECLARE_ACTUAL_VALUES_FIELD_NUMBER: _ClassVar[int]
    name: str
    number: int
    accept: bool
    declare_actual_values: bool
    def __init__(self, name: _Optional[str] = ..., number: _Optional[int] = ..., accept: _Optional[bool] = ..., declare_actual_values: _Optional[bool] = ...) -> None: ...

class OpenSupplierRequestRequest(_message.Message):
    __slots__ = ("link", "language_code")
    LINK_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    link: str
    language_code: str
    def __init__(self, link: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class AnswerSupplierRequestRequest(_message.Message):
    __slots__ = ("link", "goods_entries", "respondent", "remark", "language_code")
    LINK_FIELD_NUMBER: _ClassVar[int]
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    RESPONDENT_FIELD_NUMBER: _ClassVar[int]
    REMARK_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    link: str
    goods_entries: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsEntry]
    respondent: str
    remark: str
    language_code: str
    def __init__(self, link: _Optional[str] = ..., goods_entries: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsEntry, _Mapping]]] = ..., respondent: _Optional[str] = ..., remark: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class SupplierQuestions(_message.Message):
    __slots__ = ("organization", "supplier", "message", "goods_entries", "supplier_facts", "expire_time", "supplier_answer")
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    GOODS_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_FACTS_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    SUPPLIER_ANSWER_FIELD_NUMBER: _ClassVar[int]
    organization: str
    supplier: str
    message: str
    goods_entries: _containers.RepeatedCompositeFieldContainer[_cbam_service_pb2.GoodsEntry]
    supplier_facts: _containers.RepeatedCompositeFieldContainer[SupplierFact]
    expire_time: _timestamp_pb2.Timestamp
    supplier_answer: SupplierAnswer
    def __init__(self, organization: _Optional[str] = ..., supplier: _Optional[str] = ..., message: _Optional[str] = ..., goods_entries: _Optional[_Iterable[_Union[_cbam_service_pb2.GoodsEntry, _Mapping]]] = ..., supplier_facts: _Optional[_Iterable[_Union[SupplierFact, _Mapping]]] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., supplier_answer: _Optional[_Union[SupplierAnswer, _Mapping]] = ...) -> None: ...

class SupplierFact(_message.Message):
    __slots__ = ("fact_id", "display_name", "unit", "allowed", "choices", "record_fields")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_FIELD_NUMBER: _ClassVar[int]
    CHOICES_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIELDS_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    display_name: str
    unit: str
    allowed: str
    choices: _containers.RepeatedScalarFieldContainer[str]
    record_fields: _containers.RepeatedCompositeFieldContainer[SupplierFact]
    def __init__(self, fact_id: _Optional[str] = ..., display_name: _Optional[str] = ..., unit: _Optional[str] = ..., allowed: _Optional[str] = ..., choices: _Optional[_Iterable[str]] = ..., record_fields: _Optional[_Iterable[_Union[SupplierFact, _Mapping]]] = ...) -> None: ...

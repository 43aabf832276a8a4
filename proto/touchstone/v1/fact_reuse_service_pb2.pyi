import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListReusableFactsRequest(_message.Message):
    __slots__ = ("name", "as_of_date", "page_size", "page_token")
    NAME_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    name: str
    as_of_date: str
    page_size: int
    page_token: str
    def __init__(self, name: _Optional[str] = ..., as_of_date: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class FactSource(_message.Message):
    __slots__ = ("name", "dossier_revision", "fact_id", "scorecard", "evaluation", "value", "verified_by", "verified_date", "evidence")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_REVISION_FIELD_NUMBER: _ClassVar[int]
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VERIFIED_BY_FIELD_NUMBER: _ClassVar[int]
    VERIFIED_DATE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    name: str
    dossier_revision: int
    fact_id: str
    scorecard: str
    evaluation: str
    value: _types_pb2.Value
    verified_by: str
    verified_date: str
    evidence: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvidenceItem]
    def __init__(self, name: _Optional[str] = ..., dossier_revision: _Optional[int] = ..., fact_id: _Optional[str] = ..., scorecard: _Optional[str] = ..., evaluation: _Optional[str] = ..., value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., verified_by: _Optional[str] = ..., verified_date: _Optional[str] = ..., evidence: _Optional[_Iterable[_Union[_fact_pb2.EvidenceItem, _Mapping]]] = ...) -> None: ...

class ReusableFact(_message.Message):
    __slots__ = ("fact_id", "value", "source", "meaning", "own_interpretation", "evidence_needed", "sources_differ")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    MEANING_FIELD_NUMBER: _ClassVar[int]
    OWN_INTERPRETATION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_NEEDED_FIELD_NUMBER: _ClassVar[int]
    SOURCES_DIFFER_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    value: _types_pb2.Value
    source: FactSource
    meaning: str
    own_interpretation: bool
    evidence_needed: bool
    sources_differ: bool
    def __init__(self, fact_id: _Optional[str] = ..., value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., source: _Optional[_Union[FactSource, _Mapping]] = ..., meaning: _Optional[str] = ..., own_interpretation: _Optional[bool] = ..., evidence_needed: _Optional[bool] = ..., sources_differ: _Optional[bool] = ...) -> None: ...

class WithheldFact(_message.Message):
    __slots__ = ("fact_id", "source", "reason")
    class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REASON_UNSPECIFIED: _ClassVar[WithheldFact.Reason]
        REASON_PERIOD_MISSING: _ClassVar[WithheldFact.Reason]
        REASON_OTHER_PERIOD: _ClassVar[WithheldFact.Reason]
        REASON_OTHER_OBJECT: _ClassVar[WithheldFact.Reason]
        REASON_EVIDENCE_INVALID: _ClassVar[WithheldFact.Reason]
        REASON_OTHER_FORM: _ClassVar[WithheldFact.Reason]
    REASON_UNSPECIFIED: WithheldFact.Reason
    REASON_PERIOD_MISSING: WithheldFact.Reason
    REASON_OTHER_PERIOD: WithheldFact.Reason
    REASON_OTHER_OBJECT: WithheldFact.Reason
    REASON_EVIDENCE_INVALID: WithheldFact.Reason
    REASON_OTHER_FORM: WithheldFact.Reason
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    source: str
    reason: WithheldFact.Reason
    def __init__(self, fact_id: _Optional[str] = ..., source: _Optional[str] = ..., reason: _Optional[_Union[WithheldFact.Reason, str]] = ...) -> None: ...

class ListReusableFactsResponse(_message.Message):
    __slots__ = ("reusable_facts", "next_page_token", "withheld_facts", "case_revision")
    REUSABLE_FACTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    WITHHELD_FACTS_FIELD_NUMBER: _ClassVar[int]
    CASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    reusable_facts: _containers.RepeatedCompositeFieldContainer[ReusableFact]
    next_page_token: str
    withheld_facts: _containers.RepeatedCompositeFieldContainer[WithheldFact]
    case_revision: int
    def __init__(self, reusable_facts: _Optional[_Iterable[_Union[ReusableFact, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., withheld_facts: _Optional[_Iterable[_Union[WithheldFact, _Mapping]]] = ..., case_revision: _Optional[int] = ...) -> None: ...

class AcceptedFact(_message.Message):
    __slots__ = ("fact_id", "source", "dossier_revision", "source_fact_id")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_REVISION_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FACT_ID_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    source: str
    dossier_revision: int
    source_fact_id: str
    def __init__(self, fact_id: _Optional[str] = ..., source: _Optional[str] = ..., dossier_revision: _Optional[int] = ..., source_fact_id: _Optional[str] = ...) -> None: ...

class AcceptReusableFactsRequest(_message.Message):
    __slots__ = ("name", "revision", "accepted_facts", "reason", "person", "as_of_date")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_FACTS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    accepted_facts: _containers.RepeatedCompositeFieldContainer[AcceptedFact]
    reason: str
    person: str
    as_of_date: str
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., accepted_facts: _Optional[_Iterable[_Union[AcceptedFact, _Mapping]]] = ..., reason: _Optional[str] = ..., person: _Optional[str] = ..., as_of_date: _Optional[str] = ...) -> None: ...

class AcceptReusableFactsResponse(_message.Message):
    __slots__ = ("case_revision", "dossier_name")
    CASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_NAME_FIELD_NUMBER: _ClassVar[int]
    case_revision: int
    dossier_name: str
    def __init__(self, case_revision: _Optional[int] = ..., dossier_name: _Optional[str] = ...) -> None: ...

class ListReusedFactsRequest(_message.Message):
    __slots__ = ("parent", "case_name", "only_changed", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    ONLY_CHANGED_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    case_name: str
    only_changed: bool
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., case_name: _Optional[str] = ..., only_changed: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ReusedFact(_message.Message):
    __slots__ = ("case_name", "fact_id", "source", "person", "accept_time", "cause", "notice_time", "waiting")
    class Cause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CAUSE_UNSPECIFIED: _ClassVar[ReusedFact.Cause]
        CAUSE_CORRECTED: _ClassVar[ReusedFact.Cause]
        CAUSE_REJECTED: _ClassVar[ReusedFact.Cause]
        CAUSE_UNVERIFIED: _ClassVar[ReusedFact.Cause]
        CAUSE_WITHDRAWN: _ClassVar[ReusedFact.Cause]
        CAUSE_ERASED: _ClassVar[ReusedFact.Cause]
        CAUSE_EVIDENCE_EXPIRED: _ClassVar[ReusedFact.Cause]
        CAUSE_EVIDENCE_WITHDRAWN: _ClassVar[ReusedFact.Cause]
    CAUSE_UNSPECIFIED: ReusedFact.Cause
    CAUSE_CORRECTED: ReusedFact.Cause
    CAUSE_REJECTED: ReusedFact.Cause
    CAUSE_UNVERIFIED: ReusedFact.Cause
    CAUSE_WITHDRAWN: ReusedFact.Cause
    CAUSE_ERASED: ReusedFact.Cause
    CAUSE_EVIDENCE_EXPIRED: ReusedFact.Cause
    CAUSE_EVIDENCE_WITHDRAWN: ReusedFact.Cause
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    ACCEPT_TIME_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    NOTICE_TIME_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    case_name: str
    fact_id: str
    source: FactSource
    person: str
    accept_time: _timestamp_pb2.Timestamp
    cause: ReusedFact.Cause
    notice_time: _timestamp_pb2.Timestamp
    waiting: bool
    def __init__(self, case_name: _Optional[str] = ..., fact_id: _Optional[str] = ..., source: _Optional[_Union[FactSource, _Mapping]] = ..., person: _Optional[str] = ..., accept_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., cause: _Optional[_Union[ReusedFact.Cause, str]] = ..., notice_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., waiting: _Optional[bool] = ...) -> None: ...

class ListReusedFactsResponse(_message.Message):
    __slots__ = ("reused_facts", "next_page_token")
    REUSED_FACTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    reused_facts: _containers.RepeatedCompositeFieldContainer[ReusedFact]
    next_page_token: str
    def __init__(self, reused_facts: _Optional[_Iterable[_Union[ReusedFact, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

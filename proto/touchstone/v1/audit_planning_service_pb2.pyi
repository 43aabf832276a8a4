from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import audit_plan_pb2 as _audit_plan_pb2
from touchstone.v1 import case_service_pb2 as _case_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetAuditRulesRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class AuditRules(_message.Message):
    __slots__ = ("rules", "tables")
    RULES_FIELD_NUMBER: _ClassVar[int]
    TABLES_FIELD_NUMBER: _ClassVar[int]
    rules: _containers.RepeatedCompositeFieldContainer[AuditRule]
    tables: _containers.RepeatedCompositeFieldContainer[AuditTimeTable]
    def __init__(self, rules: _Optional[_Iterable[_Union[AuditRule, _Mapping]]] = ..., tables: _Optional[_Iterable[_Union[AuditTimeTable, _Mapping]]] = ...) -> None: ...

class AuditRule(_message.Message):
    __slots__ = ("rule", "group", "titles", "certainty", "source")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    RULE_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    rule: str
    group: str
    titles: _containers.ScalarMap[str, str]
    certainty: str
    source: str
    def __init__(self, rule: _Optional[str] = ..., group: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., certainty: _Optional[str] = ..., source: _Optional[str] = ...) -> None: ...

class AuditTimeTable(_message.Message):
    __slots__ = ("table", "titles", "certainty", "source", "levels", "bands")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TABLE_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    LEVELS_FIELD_NUMBER: _ClassVar[int]
    BANDS_FIELD_NUMBER: _ClassVar[int]
    table: str
    titles: _containers.ScalarMap[str, str]
    certainty: str
    source: str
    levels: _containers.RepeatedScalarFieldContainer[str]
    bands: _containers.RepeatedCompositeFieldContainer[AuditTimeBand]
    def __init__(self, table: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., certainty: _Optional[str] = ..., source: _Optional[str] = ..., levels: _Optional[_Iterable[str]] = ..., bands: _Optional[_Iterable[_Union[AuditTimeBand, _Mapping]]] = ...) -> None: ...

class AuditTimeBand(_message.Message):
    __slots__ = ("up_to", "days")
    UP_TO_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    up_to: int
    days: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, up_to: _Optional[int] = ..., days: _Optional[_Iterable[str]] = ...) -> None: ...

class PreviewAuditPlanRequest(_message.Message):
    __slots__ = ("name", "step", "content")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    name: str
    step: str
    content: _case_service_pb2.CaseContent
    def __init__(self, name: _Optional[str] = ..., step: _Optional[str] = ..., content: _Optional[_Union[_case_service_pb2.CaseContent, _Mapping]] = ...) -> None: ...

class AuditPlanPreview(_message.Message):
    __slots__ = ("sampling", "computed_time", "population")
    SAMPLING_FIELD_NUMBER: _ClassVar[int]
    COMPUTED_TIME_FIELD_NUMBER: _ClassVar[int]
    POPULATION_FIELD_NUMBER: _ClassVar[int]
    sampling: _case_service_pb2.CaseSampling
    computed_time: _audit_plan_pb2.AuditTimeResult
    population: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, sampling: _Optional[_Union[_case_service_pb2.CaseSampling, _Mapping]] = ..., computed_time: _Optional[_Union[_audit_plan_pb2.AuditTimeResult, _Mapping]] = ..., population: _Optional[_Iterable[str]] = ...) -> None: ...

class GetAuditProgrammeRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class AuditProgramme(_message.Message):
    __slots__ = ("cycle", "certificate", "last_date", "renewal_first_date", "restoration_last_date", "audits", "plans")
    CYCLE_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    RENEWAL_FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    RESTORATION_LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    AUDITS_FIELD_NUMBER: _ClassVar[int]
    PLANS_FIELD_NUMBER: _ClassVar[int]
    cycle: int
    certificate: str
    last_date: str
    renewal_first_date: str
    restoration_last_date: str
    audits: _containers.RepeatedCompositeFieldContainer[ProgrammeAudit]
    plans: _containers.RepeatedCompositeFieldContainer[RecordedPlan]
    def __init__(self, cycle: _Optional[int] = ..., certificate: _Optional[str] = ..., last_date: _Optional[str] = ..., renewal_first_date: _Optional[str] = ..., restoration_last_date: _Optional[str] = ..., audits: _Optional[_Iterable[_Union[ProgrammeAudit, _Mapping]]] = ..., plans: _Optional[_Iterable[_Union[RecordedPlan, _Mapping]]] = ...) -> None: ...

class ProgrammeAudit(_message.Message):
    __slots__ = ("audit", "due_date", "sites", "overdue")
    AUDIT_FIELD_NUMBER: _ClassVar[int]
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_FIELD_NUMBER: _ClassVar[int]
    audit: str
    due_date: str
    sites: _containers.RepeatedScalarFieldContainer[str]
    overdue: bool
    def __init__(self, audit: _Optional[str] = ..., due_date: _Optional[str] = ..., sites: _Optional[_Iterable[str]] = ..., overdue: _Optional[bool] = ...) -> None: ...

class RecordedPlan(_message.Message):
    __slots__ = ("step_number", "sampling", "computed_time", "differences")
    STEP_NUMBER_FIELD_NUMBER: _ClassVar[int]
    SAMPLING_FIELD_NUMBER: _ClassVar[int]
    COMPUTED_TIME_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    step_number: int
    sampling: _case_service_pb2.CaseSampling
    computed_time: _audit_plan_pb2.AuditTimeResult
    differences: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, step_number: _Optional[int] = ..., sampling: _Optional[_Union[_case_service_pb2.CaseSampling, _Mapping]] = ..., computed_time: _Optional[_Union[_audit_plan_pb2.AuditTimeResult, _Mapping]] = ..., differences: _Optional[_Iterable[str]] = ...) -> None: ...

class CheckSiteSampleRequest(_message.Message):
    __slots__ = ("sampling",)
    SAMPLING_FIELD_NUMBER: _ClassVar[int]
    sampling: _case_service_pb2.CaseSampling
    def __init__(self, sampling: _Optional[_Union[_case_service_pb2.CaseSampling, _Mapping]] = ...) -> None: ...

class CheckSiteSampleResponse(_message.Message):
    __slots__ = ("differences",)
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    differences: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, differences: _Optional[_Iterable[str]] = ...) -> None: ...

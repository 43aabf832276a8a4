from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SiteSampling(_message.Message):
    __slots__ = ("central_function", "conditions", "groups", "excluded", "adjustments", "selected")
    CENTRAL_FUNCTION_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_FIELD_NUMBER: _ClassVar[int]
    ADJUSTMENTS_FIELD_NUMBER: _ClassVar[int]
    SELECTED_FIELD_NUMBER: _ClassVar[int]
    central_function: str
    conditions: _containers.RepeatedCompositeFieldContainer[SamplingCondition]
    groups: _containers.RepeatedCompositeFieldContainer[SiteGroup]
    excluded: _containers.RepeatedCompositeFieldContainer[ExcludedSite]
    adjustments: _containers.RepeatedCompositeFieldContainer[SampleAdjustment]
    selected: _containers.RepeatedCompositeFieldContainer[SelectedSite]
    def __init__(self, central_function: _Optional[str] = ..., conditions: _Optional[_Iterable[_Union[SamplingCondition, _Mapping]]] = ..., groups: _Optional[_Iterable[_Union[SiteGroup, _Mapping]]] = ..., excluded: _Optional[_Iterable[_Union[ExcludedSite, _Mapping]]] = ..., adjustments: _Optional[_Iterable[_Union[SampleAdjustment, _Mapping]]] = ..., selected: _Optional[_Iterable[_Union[SelectedSite, _Mapping]]] = ...) -> None: ...

class SamplingCondition(_message.Message):
    __slots__ = ("condition", "met", "reason")
    CONDITION_FIELD_NUMBER: _ClassVar[int]
    MET_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    condition: str
    met: bool
    reason: str
    def __init__(self, condition: _Optional[str] = ..., met: _Optional[bool] = ..., reason: _Optional[str] = ...) -> None: ...

class SiteGroup(_message.Message):
    __slots__ = ("group", "sites", "reason")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    group: str
    sites: _containers.RepeatedScalarFieldContainer[str]
    reason: str
    def __init__(self, group: _Optional[str] = ..., sites: _Optional[_Iterable[str]] = ..., reason: _Optional[str] = ...) -> None: ...

class ExcludedSite(_message.Message):
    __slots__ = ("site", "reason")
    SITE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    site: str
    reason: str
    def __init__(self, site: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SampleAdjustment(_message.Message):
    __slots__ = ("group", "change", "factor", "reason")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    FACTOR_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    group: str
    change: int
    factor: str
    reason: str
    def __init__(self, group: _Optional[str] = ..., change: _Optional[int] = ..., factor: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SelectedSite(_message.Message):
    __slots__ = ("site", "criterion", "reason")
    SITE_FIELD_NUMBER: _ClassVar[int]
    CRITERION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    site: str
    criterion: str
    reason: str
    def __init__(self, site: _Optional[str] = ..., criterion: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SampledGroup(_message.Message):
    __slots__ = ("group", "sites", "formula", "least", "random_sites")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    FORMULA_FIELD_NUMBER: _ClassVar[int]
    LEAST_FIELD_NUMBER: _ClassVar[int]
    RANDOM_SITES_FIELD_NUMBER: _ClassVar[int]
    group: str
    sites: _containers.RepeatedScalarFieldContainer[str]
    formula: int
    least: int
    random_sites: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, group: _Optional[str] = ..., sites: _Optional[_Iterable[str]] = ..., formula: _Optional[int] = ..., least: _Optional[int] = ..., random_sites: _Optional[_Iterable[str]] = ...) -> None: ...

class AuditTime(_message.Message):
    __slots__ = ("sites", "planned_days", "on_site_days", "deviation_reason")
    SITES_FIELD_NUMBER: _ClassVar[int]
    PLANNED_DAYS_FIELD_NUMBER: _ClassVar[int]
    ON_SITE_DAYS_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_REASON_FIELD_NUMBER: _ClassVar[int]
    sites: _containers.RepeatedCompositeFieldContainer[SiteAuditTime]
    planned_days: str
    on_site_days: str
    deviation_reason: str
    def __init__(self, sites: _Optional[_Iterable[_Union[SiteAuditTime, _Mapping]]] = ..., planned_days: _Optional[str] = ..., on_site_days: _Optional[str] = ..., deviation_reason: _Optional[str] = ...) -> None: ...

class SiteAuditTime(_message.Message):
    __slots__ = ("site", "complexity", "personnel", "adjustments", "table_days", "table_days_reason")
    SITE_FIELD_NUMBER: _ClassVar[int]
    COMPLEXITY_FIELD_NUMBER: _ClassVar[int]
    PERSONNEL_FIELD_NUMBER: _ClassVar[int]
    ADJUSTMENTS_FIELD_NUMBER: _ClassVar[int]
    TABLE_DAYS_FIELD_NUMBER: _ClassVar[int]
    TABLE_DAYS_REASON_FIELD_NUMBER: _ClassVar[int]
    site: str
    complexity: str
    personnel: _containers.RepeatedCompositeFieldContainer[PersonnelGroup]
    adjustments: _containers.RepeatedCompositeFieldContainer[TimeAdjustment]
    table_days: str
    table_days_reason: str
    def __init__(self, site: _Optional[str] = ..., complexity: _Optional[str] = ..., personnel: _Optional[_Iterable[_Union[PersonnelGroup, _Mapping]]] = ..., adjustments: _Optional[_Iterable[_Union[TimeAdjustment, _Mapping]]] = ..., table_days: _Optional[str] = ..., table_days_reason: _Optional[str] = ...) -> None: ...

class PersonnelGroup(_message.Message):
    __slots__ = ("persons", "hours_share", "counted_share", "reason")
    PERSONS_FIELD_NUMBER: _ClassVar[int]
    HOURS_SHARE_FIELD_NUMBER: _ClassVar[int]
    COUNTED_SHARE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    persons: int
    hours_share: str
    counted_share: str
    reason: str
    def __init__(self, persons: _Optional[int] = ..., hours_share: _Optional[str] = ..., counted_share: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class TimeAdjustment(_message.Message):
    __slots__ = ("kind", "percent", "reason")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    kind: str
    percent: int
    reason: str
    def __init__(self, kind: _Optional[str] = ..., percent: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class AuditTimeResult(_message.Message):
    __slots__ = ("table", "audit", "sites", "computed_days", "least_on_site_days", "planned_days", "on_site_days", "too_short", "deviation_reason")
    TABLE_FIELD_NUMBER: _ClassVar[int]
    AUDIT_FIELD_NUMBER: _ClassVar[int]
    SITES_FIELD_NUMBER: _ClassVar[int]
    COMPUTED_DAYS_FIELD_NUMBER: _ClassVar[int]
    LEAST_ON_SITE_DAYS_FIELD_NUMBER: _ClassVar[int]
    PLANNED_DAYS_FIELD_NUMBER: _ClassVar[int]
    ON_SITE_DAYS_FIELD_NUMBER: _ClassVar[int]
    TOO_SHORT_FIELD_NUMBER: _ClassVar[int]
    DEVIATION_REASON_FIELD_NUMBER: _ClassVar[int]
    table: str
    audit: str
    sites: _containers.RepeatedCompositeFieldContainer[SiteTimeResult]
    computed_days: str
    least_on_site_days: str
    planned_days: str
    on_site_days: str
    too_short: bool
    deviation_reason: str
    def __init__(self, table: _Optional[str] = ..., audit: _Optional[str] = ..., sites: _Optional[_Iterable[_Union[SiteTimeResult, _Mapping]]] = ..., computed_days: _Optional[str] = ..., least_on_site_days: _Optional[str] = ..., planned_days: _Optional[str] = ..., on_site_days: _Optional[str] = ..., too_short: _Optional[bool] = ..., deviation_reason: _Optional[str] = ...) -> None: ...

class SiteTimeResult(_message.Message):
    __slots__ = ("site", "effective_personnel", "table_days", "adjusted_days", "days")
    SITE_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_PERSONNEL_FIELD_NUMBER: _ClassVar[int]
    TABLE_DAYS_FIELD_NUMBER: _ClassVar[int]
    ADJUSTED_DAYS_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    site: str
    effective_personnel: int
    table_days: str
    adjusted_days: str
    days: str
    def __init__(self, site: _Optional[str] = ..., effective_personnel: _Optional[int] = ..., table_days: _Optional[str] = ..., adjusted_days: _Optional[str] = ..., days: _Optional[str] = ...) -> None: ...

class TechnicalCompetence(_message.Message):
    __slots__ = ("function", "area", "first_date", "last_date", "evidence")
    FUNCTION_FIELD_NUMBER: _ClassVar[int]
    AREA_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    function: str
    area: str
    first_date: str
    last_date: str
    evidence: str
    def __init__(self, function: _Optional[str] = ..., area: _Optional[str] = ..., first_date: _Optional[str] = ..., last_date: _Optional[str] = ..., evidence: _Optional[str] = ...) -> None: ...

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
    SUPPORT_KIND_EVALUATION: _ClassVar[SupportKind]
    SUPPORT_KIND_NAME: _ClassVar[SupportKind]

class Disposition(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DISPOSITION_UNSPECIFIED: _ClassVar[Disposition]
    DISPOSITION_STANDS: _ClassVar[Disposition]
    DISPOSITION_CHANGED: _ClassVar[Disposition]
    DISPOSITION_WITHDRAWN: _ClassVar[Disposition]
    DISPOSITION_TO_BE_ASKED: _ClassVar[Disposition]
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
SUPPORT_KIND_EVALUATION: SupportKind
SUPPORT_KIND_NAME: SupportKind
DISPOSITION_UNSPECIFIED: Disposition
DISPOSITION_STANDS: Disposition
DISPOSITION_CHANGED: Disposition
DISPOSITION_WITHDRAWN: Disposition
DISPOSITION_TO_BE_ASKED: Disposition

class ListUsesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "kind", "value", "at_least", "at_most", "unit", "with_totals")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_FIELD_NUMBER: _ClassVar[int]
    AT_MOST_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    WITH_TOTALS_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    kind: SupportKind
    value: str
    at_least: str
    at_most: str
    unit: str
    with_totals: bool
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., kind: _Optional[_Union[SupportKind, str]] = ..., value: _Optional[str] = ..., at_least: _Optional[str] = ..., at_most: _Optional[str] = ..., unit: _Optional[str] = ..., with_totals: _Optional[bool] = ...) -> None: ...

class ListUsesResponse(_message.Message):
    __slots__ = ("uses", "next_page_token", "near_names", "looked_through_count", "left_out", "totals")
    USES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    NEAR_NAMES_FIELD_NUMBER: _ClassVar[int]
    LOOKED_THROUGH_COUNT_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    uses: _containers.RepeatedCompositeFieldContainer[Use]
    next_page_token: str
    near_names: _containers.RepeatedCompositeFieldContainer[NearName]
    looked_through_count: int
    left_out: _types_pb2.LeftOut
    totals: UseTotals
    def __init__(self, uses: _Optional[_Iterable[_Union[Use, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., near_names: _Optional[_Iterable[_Union[NearName, _Mapping]]] = ..., looked_through_count: _Optional[int] = ..., left_out: _Optional[_Union[_types_pb2.LeftOut, _Mapping]] = ..., totals: _Optional[_Union[UseTotals, _Mapping]] = ...) -> None: ...

class UseTotals(_message.Message):
    __slots__ = ("result_count", "subject_count", "double_use_result_count", "not_standing_count", "conclusion_counts", "certificate_count", "open_case_count")
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_COUNT_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    NOT_STANDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_COUNTS_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_COUNT_FIELD_NUMBER: _ClassVar[int]
    OPEN_CASE_COUNT_FIELD_NUMBER: _ClassVar[int]
    result_count: int
    subject_count: int
    double_use_result_count: int
    not_standing_count: int
    conclusion_counts: _containers.RepeatedCompositeFieldContainer[UseConclusionCount]
    certificate_count: int
    open_case_count: int
    def __init__(self, result_count: _Optional[int] = ..., subject_count: _Optional[int] = ..., double_use_result_count: _Optional[int] = ..., not_standing_count: _Optional[int] = ..., conclusion_counts: _Optional[_Iterable[_Union[UseConclusionCount, _Mapping]]] = ..., certificate_count: _Optional[int] = ..., open_case_count: _Optional[int] = ...) -> None: ...

class UseConclusionCount(_message.Message):
    __slots__ = ("scorecard_version", "conclusion", "result_count")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    conclusion: _evaluation_pb2.Conclusion
    result_count: int
    def __init__(self, scorecard_version: _Optional[str] = ..., conclusion: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., result_count: _Optional[int] = ...) -> None: ...

class NearName(_message.Message):
    __slots__ = ("name", "kind", "count")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    name: str
    kind: SupportKind
    count: int
    def __init__(self, name: _Optional[str] = ..., kind: _Optional[_Union[SupportKind, str]] = ..., count: _Optional[int] = ...) -> None: ...

class Use(_message.Message):
    __slots__ = ("evaluation", "subject", "scorecard_version", "as_of_date", "create_time", "conclusion", "double_use_count", "status", "kinds")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    KINDS_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    subject: str
    scorecard_version: str
    as_of_date: str
    create_time: _timestamp_pb2.Timestamp
    conclusion: _evaluation_pb2.Conclusion
    double_use_count: int
    status: _evaluation_pb2.ResultStatus
    kinds: _containers.RepeatedScalarFieldContainer[SupportKind]
    def __init__(self, evaluation: _Optional[str] = ..., subject: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., conclusion: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., double_use_count: _Optional[int] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ..., kinds: _Optional[_Iterable[_Union[SupportKind, str]]] = ...) -> None: ...

class CreateCampaignRequest(_message.Message):
    __slots__ = ("parent", "campaign_id", "kind", "value", "at_least", "at_most", "unit", "reason")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CAMPAIGN_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_FIELD_NUMBER: _ClassVar[int]
    AT_MOST_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    parent: str
    campaign_id: str
    kind: SupportKind
    value: str
    at_least: str
    at_most: str
    unit: str
    reason: str
    def __init__(self, parent: _Optional[str] = ..., campaign_id: _Optional[str] = ..., kind: _Optional[_Union[SupportKind, str]] = ..., value: _Optional[str] = ..., at_least: _Optional[str] = ..., at_most: _Optional[str] = ..., unit: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class Campaign(_message.Message):
    __slots__ = ("name", "kind", "value", "at_least", "at_most", "unit", "reason", "create_time", "principal", "affected_count", "pending_count", "same_count", "changed_count", "failed_count", "disposition_counts", "outcome_counts")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_FIELD_NUMBER: _ClassVar[int]
    AT_MOST_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    AFFECTED_COUNT_FIELD_NUMBER: _ClassVar[int]
    PENDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    SAME_COUNT_FIELD_NUMBER: _ClassVar[int]
    CHANGED_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    DISPOSITION_COUNTS_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_COUNTS_FIELD_NUMBER: _ClassVar[int]
    name: str
    kind: SupportKind
    value: str
    at_least: str
    at_most: str
    unit: str
    reason: str
    create_time: _timestamp_pb2.Timestamp
    principal: _evaluation_pb2.Principal
    affected_count: int
    pending_count: int
    same_count: int
    changed_count: int
    failed_count: int
    disposition_counts: _containers.RepeatedCompositeFieldContainer[DispositionCount]
    outcome_counts: _containers.RepeatedCompositeFieldContainer[CampaignOutcomeCount]
    def __init__(self, name: _Optional[str] = ..., kind: _Optional[_Union[SupportKind, str]] = ..., value: _Optional[str] = ..., at_least: _Optional[str] = ..., at_most: _Optional[str] = ..., unit: _Optional[str] = ..., reason: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[_Union[_evaluation_pb2.Principal, _Mapping]] = ..., affected_count: _Optional[int] = ..., pending_count: _Optional[int] = ..., same_count: _Optional[int] = ..., changed_count: _Optional[int] = ..., failed_count: _Optional[int] = ..., disposition_counts: _Optional[_Iterable[_Union[DispositionCount, _Mapping]]] = ..., outcome_counts: _Optional[_Iterable[_Union[CampaignOutcomeCount, _Mapping]]] = ...) -> None: ...

class CampaignOutcomeCount(_message.Message):
    __slots__ = ("scorecard_version", "before", "after_scorecard_version", "after", "state", "result_count")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    before: _evaluation_pb2.Conclusion
    after_scorecard_version: str
    after: _evaluation_pb2.Conclusion
    state: CampaignItem.State
    result_count: int
    def __init__(self, scorecard_version: _Optional[str] = ..., before: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after_scorecard_version: _Optional[str] = ..., after: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., state: _Optional[_Union[CampaignItem.State, str]] = ..., result_count: _Optional[int] = ...) -> None: ...

class DispositionCount(_message.Message):
    __slots__ = ("disposition", "count")
    DISPOSITION_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    disposition: Disposition
    count: int
    def __init__(self, disposition: _Optional[_Union[Disposition, str]] = ..., count: _Optional[int] = ...) -> None: ...

class ReevaluateCampaignRequest(_message.Message):
    __slots__ = ("name", "maximum_count")
    NAME_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_COUNT_FIELD_NUMBER: _ClassVar[int]
    name: str
    maximum_count: int
    def __init__(self, name: _Optional[str] = ..., maximum_count: _Optional[int] = ...) -> None: ...

class GetCampaignRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListCampaignsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListCampaignsResponse(_message.Message):
    __slots__ = ("campaigns", "next_page_token")
    CAMPAIGNS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    campaigns: _containers.RepeatedCompositeFieldContainer[Campaign]
    next_page_token: str
    def __init__(self, campaigns: _Optional[_Iterable[_Union[Campaign, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListCampaignItemsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListCampaignItemsResponse(_message.Message):
    __slots__ = ("items", "next_page_token")
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    items: _containers.RepeatedCompositeFieldContainer[CampaignItem]
    next_page_token: str
    def __init__(self, items: _Optional[_Iterable[_Union[CampaignItem, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CampaignItem(_message.Message):
    __slots__ = ("evaluation", "subject", "scorecard_version", "as_of_date", "state", "before", "after", "after_scorecard_version", "criterion_ids", "problem", "disposition", "disposition_reason", "person", "dispose_time", "double_use_count")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[CampaignItem.State]
        STATE_PENDING: _ClassVar[CampaignItem.State]
        STATE_SAME: _ClassVar[CampaignItem.State]
        STATE_CHANGED: _ClassVar[CampaignItem.State]
        STATE_FAILED: _ClassVar[CampaignItem.State]
    STATE_UNSPECIFIED: CampaignItem.State
    STATE_PENDING: CampaignItem.State
    STATE_SAME: CampaignItem.State
    STATE_CHANGED: CampaignItem.State
    STATE_FAILED: CampaignItem.State
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    AFTER_SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    DISPOSITION_FIELD_NUMBER: _ClassVar[int]
    DISPOSITION_REASON_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    DISPOSE_TIME_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    subject: str
    scorecard_version: str
    as_of_date: str
    state: CampaignItem.State
    before: _evaluation_pb2.Conclusion
    after: _evaluation_pb2.Conclusion
    after_scorecard_version: str
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    problem: str
    disposition: Disposition
    disposition_reason: str
    person: str
    dispose_time: _timestamp_pb2.Timestamp
    double_use_count: int
    def __init__(self, evaluation: _Optional[str] = ..., subject: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., state: _Optional[_Union[CampaignItem.State, str]] = ..., before: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after_scorecard_version: _Optional[str] = ..., criterion_ids: _Optional[_Iterable[str]] = ..., problem: _Optional[str] = ..., disposition: _Optional[_Union[Disposition, str]] = ..., disposition_reason: _Optional[str] = ..., person: _Optional[str] = ..., dispose_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., double_use_count: _Optional[int] = ...) -> None: ...

class DisposeCampaignItemRequest(_message.Message):
    __slots__ = ("name", "evaluation", "disposition", "reason", "person")
    NAME_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    DISPOSITION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    name: str
    evaluation: str
    disposition: Disposition
    reason: str
    person: str
    def __init__(self, name: _Optional[str] = ..., evaluation: _Optional[str] = ..., disposition: _Optional[_Union[Disposition, str]] = ..., reason: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import evaluation_service_pb2 as _evaluation_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ExpectedChangeCause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EXPECTED_CHANGE_CAUSE_UNSPECIFIED: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_VERSION_REPEALED: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_VERSION_BEGINS: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_VERSION_ENDS: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_TABLE_CHANGED: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_INPUT_CORRECTED: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_EVIDENCE_EXPIRES: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_EVIDENCE_BEGINS: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_RULE_DATE: _ClassVar[ExpectedChangeCause]
    EXPECTED_CHANGE_CAUSE_DATE: _ClassVar[ExpectedChangeCause]
EXPECTED_CHANGE_CAUSE_UNSPECIFIED: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_VERSION_REPEALED: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_VERSION_BEGINS: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_VERSION_ENDS: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_TABLE_CHANGED: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_INPUT_CORRECTED: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_EVIDENCE_EXPIRES: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_EVIDENCE_BEGINS: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_RULE_DATE: ExpectedChangeCause
EXPECTED_CHANGE_CAUSE_DATE: ExpectedChangeCause

class ListExpectedChangesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "client_id", "scorecard", "until_date", "cause", "evaluation", "closed")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    UNTIL_DATE_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    CLOSED_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    client_id: str
    scorecard: str
    until_date: str
    cause: ExpectedChangeCause
    evaluation: str
    closed: bool
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., client_id: _Optional[str] = ..., scorecard: _Optional[str] = ..., until_date: _Optional[str] = ..., cause: _Optional[_Union[ExpectedChangeCause, str]] = ..., evaluation: _Optional[str] = ..., closed: _Optional[bool] = ...) -> None: ...

class ListExpectedChangesResponse(_message.Message):
    __slots__ = ("expected_changes", "next_page_token")
    EXPECTED_CHANGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    expected_changes: _containers.RepeatedCompositeFieldContainer[ExpectedChange]
    next_page_token: str
    def __init__(self, expected_changes: _Optional[_Iterable[_Union[ExpectedChange, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetExpectedChangeRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ExpectedChange(_message.Message):
    __slots__ = ("name", "evaluation", "subject", "client", "case_name", "certificate", "date", "before", "after", "from_version", "to_version", "causes", "criterion_ids", "create_time", "close_time", "close_reason", "difference", "client_display_name")
    class CloseReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CLOSE_REASON_UNSPECIFIED: _ClassVar[ExpectedChange.CloseReason]
        CLOSE_REASON_NO_LONGER_EXPECTED: _ClassVar[ExpectedChange.CloseReason]
        CLOSE_REASON_RESULT_REPLACED: _ClassVar[ExpectedChange.CloseReason]
    CLOSE_REASON_UNSPECIFIED: ExpectedChange.CloseReason
    CLOSE_REASON_NO_LONGER_EXPECTED: ExpectedChange.CloseReason
    CLOSE_REASON_RESULT_REPLACED: ExpectedChange.CloseReason
    NAME_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    CASE_NAME_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    FROM_VERSION_FIELD_NUMBER: _ClassVar[int]
    TO_VERSION_FIELD_NUMBER: _ClassVar[int]
    CAUSES_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    CLOSE_TIME_FIELD_NUMBER: _ClassVar[int]
    CLOSE_REASON_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    evaluation: str
    subject: str
    client: str
    case_name: str
    certificate: str
    date: str
    before: _evaluation_pb2.Conclusion
    after: _evaluation_pb2.Conclusion
    from_version: str
    to_version: str
    causes: _containers.RepeatedCompositeFieldContainer[ChangeCause]
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    create_time: _timestamp_pb2.Timestamp
    close_time: _timestamp_pb2.Timestamp
    close_reason: ExpectedChange.CloseReason
    difference: _evaluation_service_pb2.EvaluationDifference
    client_display_name: str
    def __init__(self, name: _Optional[str] = ..., evaluation: _Optional[str] = ..., subject: _Optional[str] = ..., client: _Optional[str] = ..., case_name: _Optional[str] = ..., certificate: _Optional[str] = ..., date: _Optional[str] = ..., before: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., from_version: _Optional[str] = ..., to_version: _Optional[str] = ..., causes: _Optional[_Iterable[_Union[ChangeCause, _Mapping]]] = ..., criterion_ids: _Optional[_Iterable[str]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., close_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., close_reason: _Optional[_Union[ExpectedChange.CloseReason, str]] = ..., difference: _Optional[_Union[_evaluation_service_pb2.EvaluationDifference, _Mapping]] = ..., client_display_name: _Optional[str] = ...) -> None: ...

class ChangeCause(_message.Message):
    __slots__ = ("kind", "name")
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    kind: ExpectedChangeCause
    name: str
    def __init__(self, kind: _Optional[_Union[ExpectedChangeCause, str]] = ..., name: _Optional[str] = ...) -> None: ...

class SummarizeExpectedChangesRequest(_message.Message):
    __slots__ = ("parent",)
    PARENT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    def __init__(self, parent: _Optional[str] = ...) -> None: ...

class SummarizeExpectedChangesResponse(_message.Message):
    __slots__ = ("clients", "change_count", "failed_count", "run_begin_time", "run_end_time", "checked_count", "days")
    CLIENTS_FIELD_NUMBER: _ClassVar[int]
    CHANGE_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    RUN_BEGIN_TIME_FIELD_NUMBER: _ClassVar[int]
    RUN_END_TIME_FIELD_NUMBER: _ClassVar[int]
    CHECKED_COUNT_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    clients: _containers.RepeatedCompositeFieldContainer[ClientExpectedChanges]
    change_count: int
    failed_count: int
    run_begin_time: _timestamp_pb2.Timestamp
    run_end_time: _timestamp_pb2.Timestamp
    checked_count: int
    days: int
    def __init__(self, clients: _Optional[_Iterable[_Union[ClientExpectedChanges, _Mapping]]] = ..., change_count: _Optional[int] = ..., failed_count: _Optional[int] = ..., run_begin_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., run_end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., checked_count: _Optional[int] = ..., days: _Optional[int] = ...) -> None: ...

class ClientExpectedChanges(_message.Message):
    __slots__ = ("client", "change_count", "result_count", "first_date", "client_display_name")
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    CHANGE_COUNT_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    client: str
    change_count: int
    result_count: int
    first_date: str
    client_display_name: str
    def __init__(self, client: _Optional[str] = ..., change_count: _Optional[int] = ..., result_count: _Optional[int] = ..., first_date: _Optional[str] = ..., client_display_name: _Optional[str] = ...) -> None: ...

class RunOutlookRequest(_message.Message):
    __slots__ = ("parent", "maximum_count")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_COUNT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    maximum_count: int
    def __init__(self, parent: _Optional[str] = ..., maximum_count: _Optional[int] = ...) -> None: ...

class RunOutlookResponse(_message.Message):
    __slots__ = ("checked_count", "new_count", "failed_count", "pending_count")
    CHECKED_COUNT_FIELD_NUMBER: _ClassVar[int]
    NEW_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    PENDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    checked_count: int
    new_count: int
    failed_count: int
    pending_count: int
    def __init__(self, checked_count: _Optional[int] = ..., new_count: _Optional[int] = ..., failed_count: _Optional[int] = ..., pending_count: _Optional[int] = ...) -> None: ...

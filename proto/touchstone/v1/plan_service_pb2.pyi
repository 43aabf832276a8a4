from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import evaluation_service_pb2 as _evaluation_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import plan_pb2 as _plan_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PlanImprovementRequest(_message.Message):
    __slots__ = ("evaluation", "request", "measures", "goal", "today", "alternatives", "time_limit", "scorecard_version", "language_code")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    TODAY_FIELD_NUMBER: _ClassVar[int]
    ALTERNATIVES_FIELD_NUMBER: _ClassVar[int]
    TIME_LIMIT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    request: _evaluation_service_pb2.EvaluateSubjectRequest
    measures: _plan_pb2.MeasureList
    goal: _plan_pb2.PlanGoal
    today: str
    alternatives: bool
    time_limit: int
    scorecard_version: str
    language_code: str
    def __init__(self, evaluation: _Optional[str] = ..., request: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ..., goal: _Optional[_Union[_plan_pb2.PlanGoal, _Mapping]] = ..., today: _Optional[str] = ..., alternatives: _Optional[bool] = ..., time_limit: _Optional[int] = ..., scorecard_version: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class PlanImprovementResponse(_message.Message):
    __slots__ = ("progress", "result")
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    progress: _plan_pb2.PlanProgress
    result: _plan_pb2.PlanResult
    def __init__(self, progress: _Optional[_Union[_plan_pb2.PlanProgress, _Mapping]] = ..., result: _Optional[_Union[_plan_pb2.PlanResult, _Mapping]] = ...) -> None: ...

class GroupMember(_message.Message):
    __slots__ = ("id", "evaluation", "request", "measures")
    ID_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    id: str
    evaluation: str
    request: _evaluation_service_pb2.EvaluateSubjectRequest
    measures: _plan_pb2.MeasureList
    def __init__(self, id: _Optional[str] = ..., evaluation: _Optional[str] = ..., request: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ...) -> None: ...

class PlanGroupRequest(_message.Message):
    __slots__ = ("members", "measures", "goal", "today", "time_limit", "language_code")
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    TODAY_FIELD_NUMBER: _ClassVar[int]
    TIME_LIMIT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    members: _containers.RepeatedCompositeFieldContainer[GroupMember]
    measures: _plan_pb2.MeasureList
    goal: _plan_pb2.GroupGoal
    today: str
    time_limit: int
    language_code: str
    def __init__(self, members: _Optional[_Iterable[_Union[GroupMember, _Mapping]]] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ..., goal: _Optional[_Union[_plan_pb2.GroupGoal, _Mapping]] = ..., today: _Optional[str] = ..., time_limit: _Optional[int] = ..., language_code: _Optional[str] = ...) -> None: ...

class PlanGroupResponse(_message.Message):
    __slots__ = ("progress", "result")
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    progress: _plan_pb2.GroupProgress
    result: _plan_pb2.GroupResult
    def __init__(self, progress: _Optional[_Union[_plan_pb2.GroupProgress, _Mapping]] = ..., result: _Optional[_Union[_plan_pb2.GroupResult, _Mapping]] = ...) -> None: ...

class ProposeMeasuresRequest(_message.Message):
    __slots__ = ("evaluation", "request", "date", "scorecard_version", "currency", "language_code")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    request: _evaluation_service_pb2.EvaluateSubjectRequest
    date: str
    scorecard_version: str
    currency: str
    language_code: str
    def __init__(self, evaluation: _Optional[str] = ..., request: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., date: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., currency: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class ReadMeasuresRequest(_message.Message):
    __slots__ = ("scorecard", "content", "language_code")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    content: bytes
    language_code: str
    def __init__(self, scorecard: _Optional[str] = ..., content: _Optional[bytes] = ..., language_code: _Optional[str] = ...) -> None: ...

class ReadMeasuresResponse(_message.Message):
    __slots__ = ("measures",)
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    measures: _plan_pb2.MeasureList
    def __init__(self, measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ...) -> None: ...

class WriteMeasuresRequest(_message.Message):
    __slots__ = ("scorecard", "measures", "form", "language_code")
    class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        FORM_UNSPECIFIED: _ClassVar[WriteMeasuresRequest.Form]
        FORM_YAML: _ClassVar[WriteMeasuresRequest.Form]
        FORM_WORKBOOK: _ClassVar[WriteMeasuresRequest.Form]
    FORM_UNSPECIFIED: WriteMeasuresRequest.Form
    FORM_YAML: WriteMeasuresRequest.Form
    FORM_WORKBOOK: WriteMeasuresRequest.Form
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    measures: _plan_pb2.MeasureList
    form: WriteMeasuresRequest.Form
    language_code: str
    def __init__(self, scorecard: _Optional[str] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ..., form: _Optional[_Union[WriteMeasuresRequest.Form, str]] = ..., language_code: _Optional[str] = ...) -> None: ...

class WriteMeasuresResponse(_message.Message):
    __slots__ = ("content", "media_type", "file_name")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    media_type: str
    file_name: str
    def __init__(self, content: _Optional[bytes] = ..., media_type: _Optional[str] = ..., file_name: _Optional[str] = ...) -> None: ...

class WritePlanReportRequest(_message.Message):
    __slots__ = ("result", "measures", "goal", "form", "language_code")
    class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        FORM_UNSPECIFIED: _ClassVar[WritePlanReportRequest.Form]
        FORM_PDF: _ClassVar[WritePlanReportRequest.Form]
        FORM_DOCUMENT: _ClassVar[WritePlanReportRequest.Form]
        FORM_WORKBOOK: _ClassVar[WritePlanReportRequest.Form]
    FORM_UNSPECIFIED: WritePlanReportRequest.Form
    FORM_PDF: WritePlanReportRequest.Form
    FORM_DOCUMENT: WritePlanReportRequest.Form
    FORM_WORKBOOK: WritePlanReportRequest.Form
    RESULT_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    result: _plan_pb2.PlanResult
    measures: _plan_pb2.MeasureList
    goal: _plan_pb2.PlanGoal
    form: WritePlanReportRequest.Form
    language_code: str
    def __init__(self, result: _Optional[_Union[_plan_pb2.PlanResult, _Mapping]] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ..., goal: _Optional[_Union[_plan_pb2.PlanGoal, _Mapping]] = ..., form: _Optional[_Union[WritePlanReportRequest.Form, str]] = ..., language_code: _Optional[str] = ...) -> None: ...

class WritePlanReportResponse(_message.Message):
    __slots__ = ("content", "media_type", "file_name")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    media_type: str
    file_name: str
    def __init__(self, content: _Optional[bytes] = ..., media_type: _Optional[str] = ..., file_name: _Optional[str] = ...) -> None: ...

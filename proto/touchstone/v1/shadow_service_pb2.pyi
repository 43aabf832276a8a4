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

class ResultPart(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RESULT_PART_UNSPECIFIED: _ClassVar[ResultPart]
    RESULT_PART_CONCLUSION: _ClassVar[ResultPart]
    RESULT_PART_GRADE: _ClassVar[ResultPart]
    RESULT_PART_STAGE: _ClassVar[ResultPart]
    RESULT_PART_VERDICT: _ClassVar[ResultPart]
    RESULT_PART_SCORE: _ClassVar[ResultPart]
    RESULT_PART_FIGURES: _ClassVar[ResultPart]
    RESULT_PART_RECORD_FIGURES: _ClassVar[ResultPart]
    RESULT_PART_CRITERIA: _ClassVar[ResultPart]
    RESULT_PART_FINDINGS: _ClassVar[ResultPart]
RESULT_PART_UNSPECIFIED: ResultPart
RESULT_PART_CONCLUSION: ResultPart
RESULT_PART_GRADE: ResultPart
RESULT_PART_STAGE: ResultPart
RESULT_PART_VERDICT: ResultPart
RESULT_PART_SCORE: ResultPart
RESULT_PART_FIGURES: ResultPart
RESULT_PART_RECORD_FIGURES: ResultPart
RESULT_PART_CRITERIA: ResultPart
RESULT_PART_FINDINGS: ResultPart

class SummarizeShadowResultsRequest(_message.Message):
    __slots__ = ("parent", "candidate_version")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_VERSION_FIELD_NUMBER: _ClassVar[int]
    parent: str
    candidate_version: str
    def __init__(self, parent: _Optional[str] = ..., candidate_version: _Optional[str] = ...) -> None: ...

class SummarizeShadowResultsResponse(_message.Message):
    __slots__ = ("summaries", "candidates", "waiting_count", "dropped_count")
    SUMMARIES_FIELD_NUMBER: _ClassVar[int]
    CANDIDATES_FIELD_NUMBER: _ClassVar[int]
    WAITING_COUNT_FIELD_NUMBER: _ClassVar[int]
    DROPPED_COUNT_FIELD_NUMBER: _ClassVar[int]
    summaries: _containers.RepeatedCompositeFieldContainer[ShadowSummary]
    candidates: _containers.RepeatedCompositeFieldContainer[ShadowCandidate]
    waiting_count: int
    dropped_count: int
    def __init__(self, summaries: _Optional[_Iterable[_Union[ShadowSummary, _Mapping]]] = ..., candidates: _Optional[_Iterable[_Union[ShadowCandidate, _Mapping]]] = ..., waiting_count: _Optional[int] = ..., dropped_count: _Optional[int] = ...) -> None: ...

class ShadowSummary(_message.Message):
    __slots__ = ("candidate_version", "candidate_digest", "scorecard_version", "compared_count", "same_count", "different_count", "failed_count", "part_counts", "first_time", "last_time")
    CANDIDATE_VERSION_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    COMPARED_COUNT_FIELD_NUMBER: _ClassVar[int]
    SAME_COUNT_FIELD_NUMBER: _ClassVar[int]
    DIFFERENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    PART_COUNTS_FIELD_NUMBER: _ClassVar[int]
    FIRST_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_TIME_FIELD_NUMBER: _ClassVar[int]
    candidate_version: str
    candidate_digest: str
    scorecard_version: str
    compared_count: int
    same_count: int
    different_count: int
    failed_count: int
    part_counts: _containers.RepeatedCompositeFieldContainer[ResultPartCount]
    first_time: _timestamp_pb2.Timestamp
    last_time: _timestamp_pb2.Timestamp
    def __init__(self, candidate_version: _Optional[str] = ..., candidate_digest: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., compared_count: _Optional[int] = ..., same_count: _Optional[int] = ..., different_count: _Optional[int] = ..., failed_count: _Optional[int] = ..., part_counts: _Optional[_Iterable[_Union[ResultPartCount, _Mapping]]] = ..., first_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ResultPartCount(_message.Message):
    __slots__ = ("part", "result_count")
    PART_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    part: ResultPart
    result_count: int
    def __init__(self, part: _Optional[_Union[ResultPart, str]] = ..., result_count: _Optional[int] = ...) -> None: ...

class ShadowCandidate(_message.Message):
    __slots__ = ("candidate_version", "candidate_digest", "share", "draft_revision", "problem")
    CANDIDATE_VERSION_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SHARE_FIELD_NUMBER: _ClassVar[int]
    DRAFT_REVISION_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    candidate_version: str
    candidate_digest: str
    share: str
    draft_revision: str
    problem: str
    def __init__(self, candidate_version: _Optional[str] = ..., candidate_digest: _Optional[str] = ..., share: _Optional[str] = ..., draft_revision: _Optional[str] = ..., problem: _Optional[str] = ...) -> None: ...

class ListShadowResultsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "candidate_version", "outcome")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_VERSION_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    candidate_version: str
    outcome: ShadowResult.Outcome
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., candidate_version: _Optional[str] = ..., outcome: _Optional[_Union[ShadowResult.Outcome, str]] = ...) -> None: ...

class ListShadowResultsResponse(_message.Message):
    __slots__ = ("shadow_results", "next_page_token")
    SHADOW_RESULTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    shadow_results: _containers.RepeatedCompositeFieldContainer[ShadowResult]
    next_page_token: str
    def __init__(self, shadow_results: _Optional[_Iterable[_Union[ShadowResult, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ShadowResult(_message.Message):
    __slots__ = ("name", "evaluation", "subject", "sample_digest", "scorecard_version", "candidate_version", "candidate_digest", "as_of_date", "create_time", "outcome", "changed_parts", "before", "after", "criterion_ids", "result_ids", "problem")
    class Outcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        OUTCOME_UNSPECIFIED: _ClassVar[ShadowResult.Outcome]
        OUTCOME_SAME: _ClassVar[ShadowResult.Outcome]
        OUTCOME_DIFFERENT: _ClassVar[ShadowResult.Outcome]
        OUTCOME_FAILED: _ClassVar[ShadowResult.Outcome]
    OUTCOME_UNSPECIFIED: ShadowResult.Outcome
    OUTCOME_SAME: ShadowResult.Outcome
    OUTCOME_DIFFERENT: ShadowResult.Outcome
    OUTCOME_FAILED: ShadowResult.Outcome
    NAME_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_VERSION_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    CHANGED_PARTS_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    RESULT_IDS_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    name: str
    evaluation: str
    subject: str
    sample_digest: str
    scorecard_version: str
    candidate_version: str
    candidate_digest: str
    as_of_date: str
    create_time: _timestamp_pb2.Timestamp
    outcome: ShadowResult.Outcome
    changed_parts: _containers.RepeatedScalarFieldContainer[ResultPart]
    before: _evaluation_pb2.Conclusion
    after: _evaluation_pb2.Conclusion
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    result_ids: _containers.RepeatedScalarFieldContainer[str]
    problem: str
    def __init__(self, name: _Optional[str] = ..., evaluation: _Optional[str] = ..., subject: _Optional[str] = ..., sample_digest: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., candidate_version: _Optional[str] = ..., candidate_digest: _Optional[str] = ..., as_of_date: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., outcome: _Optional[_Union[ShadowResult.Outcome, str]] = ..., changed_parts: _Optional[_Iterable[_Union[ResultPart, str]]] = ..., before: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., criterion_ids: _Optional[_Iterable[str]] = ..., result_ids: _Optional[_Iterable[str]] = ..., problem: _Optional[str] = ...) -> None: ...

class SubmitShadowRequestRequest(_message.Message):
    __slots__ = ("parent", "request", "scorecard_version", "sample_digest")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    SAMPLE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    parent: str
    request: _evaluation_service_pb2.EvaluateSubjectRequest
    scorecard_version: str
    sample_digest: str
    def __init__(self, parent: _Optional[str] = ..., request: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., scorecard_version: _Optional[str] = ..., sample_digest: _Optional[str] = ...) -> None: ...

class SubmitShadowRequestResponse(_message.Message):
    __slots__ = ("waiting_count",)
    WAITING_COUNT_FIELD_NUMBER: _ClassVar[int]
    waiting_count: int
    def __init__(self, waiting_count: _Optional[int] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EvaluateSubjectRequest(_message.Message):
    __slots__ = ("subject", "scorecard", "as_of_date", "known_time", "settings", "facts", "evidence", "request_id", "view", "validate_only", "scorecard_draft", "previous_evaluations", "previous_bundles")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_DRAFT_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_BUNDLES_FIELD_NUMBER: _ClassVar[int]
    subject: str
    scorecard: str
    as_of_date: str
    known_time: _timestamp_pb2.Timestamp
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    evidence: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvidenceItem]
    request_id: str
    view: _evaluation_pb2.EvaluationView
    validate_only: bool
    scorecard_draft: ScorecardDraft
    previous_evaluations: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Evaluation]
    previous_bundles: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, subject: _Optional[str] = ..., scorecard: _Optional[str] = ..., as_of_date: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[_fact_pb2.EvidenceItem, _Mapping]]] = ..., request_id: _Optional[str] = ..., view: _Optional[_Union[_evaluation_pb2.EvaluationView, str]] = ..., validate_only: _Optional[bool] = ..., scorecard_draft: _Optional[_Union[ScorecardDraft, _Mapping]] = ..., previous_evaluations: _Optional[_Iterable[_Union[_evaluation_pb2.Evaluation, _Mapping]]] = ..., previous_bundles: _Optional[_Iterable[bytes]] = ...) -> None: ...

class StreamEvaluateSubjectsResponse(_message.Message):
    __slots__ = ("request_id", "evaluation", "error")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    evaluation: _evaluation_pb2.Evaluation
    error: _types_pb2.ItemError
    def __init__(self, request_id: _Optional[str] = ..., evaluation: _Optional[_Union[_evaluation_pb2.Evaluation, _Mapping]] = ..., error: _Optional[_Union[_types_pb2.ItemError, _Mapping]] = ...) -> None: ...

class GetEvaluationRequest(_message.Message):
    __slots__ = ("name", "view")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    name: str
    view: _evaluation_pb2.EvaluationView
    def __init__(self, name: _Optional[str] = ..., view: _Optional[_Union[_evaluation_pb2.EvaluationView, str]] = ...) -> None: ...

class ListEvaluationsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "filter", "order_by", "view")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    ORDER_BY_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    filter: str
    order_by: str
    view: _evaluation_pb2.EvaluationView
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., filter: _Optional[str] = ..., order_by: _Optional[str] = ..., view: _Optional[_Union[_evaluation_pb2.EvaluationView, str]] = ...) -> None: ...

class ListEvaluationsResponse(_message.Message):
    __slots__ = ("evaluations", "next_page_token", "unreadable_evaluations")
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    UNREADABLE_EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    evaluations: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Evaluation]
    next_page_token: str
    unreadable_evaluations: _containers.RepeatedCompositeFieldContainer[UnreadableEvaluation]
    def __init__(self, evaluations: _Optional[_Iterable[_Union[_evaluation_pb2.Evaluation, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., unreadable_evaluations: _Optional[_Iterable[_Union[UnreadableEvaluation, _Mapping]]] = ...) -> None: ...

class UnreadableEvaluation(_message.Message):
    __slots__ = ("evaluation", "error")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    error: _types_pb2.ItemError
    def __init__(self, evaluation: _Optional[str] = ..., error: _Optional[_Union[_types_pb2.ItemError, _Mapping]] = ...) -> None: ...

class ListTrailStepsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "root_step_id")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    ROOT_STEP_ID_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    root_step_id: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., root_step_id: _Optional[str] = ...) -> None: ...

class ListTrailStepsResponse(_message.Message):
    __slots__ = ("trail_steps", "next_page_token")
    TRAIL_STEPS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    trail_steps: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.TrailStep]
    next_page_token: str
    def __init__(self, trail_steps: _Optional[_Iterable[_Union[_evaluation_pb2.TrailStep, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SimulateEvaluationRequest(_message.Message):
    __slots__ = ("evaluation", "request", "exported", "facts", "evidence", "settings", "scorecard_version", "scorecard_draft", "known_time", "previous_evaluations", "previous_bundles")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    EXPORTED_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_DRAFT_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_BUNDLES_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    request: EvaluateSubjectRequest
    exported: _evaluation_pb2.Evaluation
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    evidence: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvidenceItem]
    settings: _containers.ScalarMap[str, str]
    scorecard_version: str
    scorecard_draft: ScorecardDraft
    known_time: _timestamp_pb2.Timestamp
    previous_evaluations: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Evaluation]
    previous_bundles: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, evaluation: _Optional[str] = ..., request: _Optional[_Union[EvaluateSubjectRequest, _Mapping]] = ..., exported: _Optional[_Union[_evaluation_pb2.Evaluation, _Mapping]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[_fact_pb2.EvidenceItem, _Mapping]]] = ..., settings: _Optional[_Mapping[str, str]] = ..., scorecard_version: _Optional[str] = ..., scorecard_draft: _Optional[_Union[ScorecardDraft, _Mapping]] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., previous_evaluations: _Optional[_Iterable[_Union[_evaluation_pb2.Evaluation, _Mapping]]] = ..., previous_bundles: _Optional[_Iterable[bytes]] = ...) -> None: ...

class ScorecardDraft(_message.Message):
    __slots__ = ("source_files", "language_code")
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    language_code: str
    def __init__(self, source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ..., language_code: _Optional[str] = ...) -> None: ...

class SimulateEvaluationResponse(_message.Message):
    __slots__ = ("difference", "archive_findings", "status")
    DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_FINDINGS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    difference: EvaluationDifference
    archive_findings: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Finding]
    status: _evaluation_pb2.ResultStatus
    def __init__(self, difference: _Optional[_Union[EvaluationDifference, _Mapping]] = ..., archive_findings: _Optional[_Iterable[_Union[_evaluation_pb2.Finding, _Mapping]]] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ...) -> None: ...

class EvaluationDifference(_message.Message):
    __slots__ = ("evaluation", "before", "after", "criterion_differences", "figure_differences", "before_tables", "after_tables", "after_open_answers", "record_figure_differences", "finding_differences")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    CRITERION_DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    FIGURE_DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    BEFORE_TABLES_FIELD_NUMBER: _ClassVar[int]
    AFTER_TABLES_FIELD_NUMBER: _ClassVar[int]
    AFTER_OPEN_ANSWERS_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIGURE_DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    FINDING_DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    before: _evaluation_pb2.Conclusion
    after: _evaluation_pb2.Conclusion
    criterion_differences: _containers.RepeatedCompositeFieldContainer[CriterionDifference]
    figure_differences: _containers.RepeatedCompositeFieldContainer[FigureDifference]
    before_tables: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.TableUse]
    after_tables: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.TableUse]
    after_open_answers: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.OpenAnswer]
    record_figure_differences: _containers.RepeatedCompositeFieldContainer[RecordFigureDifference]
    finding_differences: _containers.RepeatedCompositeFieldContainer[FindingDifference]
    def __init__(self, evaluation: _Optional[str] = ..., before: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., criterion_differences: _Optional[_Iterable[_Union[CriterionDifference, _Mapping]]] = ..., figure_differences: _Optional[_Iterable[_Union[FigureDifference, _Mapping]]] = ..., before_tables: _Optional[_Iterable[_Union[_evaluation_pb2.TableUse, _Mapping]]] = ..., after_tables: _Optional[_Iterable[_Union[_evaluation_pb2.TableUse, _Mapping]]] = ..., after_open_answers: _Optional[_Iterable[_Union[_evaluation_pb2.OpenAnswer, _Mapping]]] = ..., record_figure_differences: _Optional[_Iterable[_Union[RecordFigureDifference, _Mapping]]] = ..., finding_differences: _Optional[_Iterable[_Union[FindingDifference, _Mapping]]] = ...) -> None: ...

class CriterionDifference(_message.Message):
    __slots__ = ("criterion_id", "before", "after")
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    before: _evaluation_pb2.CriterionResult
    after: _evaluation_pb2.CriterionResult
    def __init__(self, criterion_id: _Optional[str] = ..., before: _Optional[_Union[_evaluation_pb2.CriterionResult, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.CriterionResult, _Mapping]] = ...) -> None: ...

class FigureDifference(_message.Message):
    __slots__ = ("result_id", "before", "after")
    RESULT_ID_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    result_id: str
    before: _types_pb2.Figure
    after: _types_pb2.Figure
    def __init__(self, result_id: _Optional[str] = ..., before: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ..., after: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ...) -> None: ...

class RecordFigureDifference(_message.Message):
    __slots__ = ("list_id", "record_key", "result_id", "before", "after")
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    RESULT_ID_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    record_key: str
    result_id: str
    before: _types_pb2.Figure
    after: _types_pb2.Figure
    def __init__(self, list_id: _Optional[str] = ..., record_key: _Optional[str] = ..., result_id: _Optional[str] = ..., before: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ..., after: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ...) -> None: ...

class FindingDifference(_message.Message):
    __slots__ = ("finding_id", "before", "after")
    FINDING_ID_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    finding_id: str
    before: _evaluation_pb2.Finding
    after: _evaluation_pb2.Finding
    def __init__(self, finding_id: _Optional[str] = ..., before: _Optional[_Union[_evaluation_pb2.Finding, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.Finding, _Mapping]] = ...) -> None: ...

class ExplainEvaluationRequest(_message.Message):
    __slots__ = ("name", "language_code", "criterion_id", "evaluation")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    criterion_id: str
    evaluation: _evaluation_pb2.Evaluation
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ..., criterion_id: _Optional[str] = ..., evaluation: _Optional[_Union[_evaluation_pb2.Evaluation, _Mapping]] = ...) -> None: ...

class ExplainEvaluationResponse(_message.Message):
    __slots__ = ("statements", "ways_up", "blocking_criterion_ids", "closed_period", "following_ways_up", "status")
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    WAYS_UP_FIELD_NUMBER: _ClassVar[int]
    BLOCKING_CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    CLOSED_PERIOD_FIELD_NUMBER: _ClassVar[int]
    FOLLOWING_WAYS_UP_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    statements: _containers.RepeatedCompositeFieldContainer[Statement]
    ways_up: _containers.RepeatedCompositeFieldContainer[WayUp]
    blocking_criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    closed_period: ClosedPeriod
    following_ways_up: _containers.RepeatedCompositeFieldContainer[WayUp]
    status: _evaluation_pb2.ResultStatus
    def __init__(self, statements: _Optional[_Iterable[_Union[Statement, _Mapping]]] = ..., ways_up: _Optional[_Iterable[_Union[WayUp, _Mapping]]] = ..., blocking_criterion_ids: _Optional[_Iterable[str]] = ..., closed_period: _Optional[_Union[ClosedPeriod, _Mapping]] = ..., following_ways_up: _Optional[_Iterable[_Union[WayUp, _Mapping]]] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ...) -> None: ...

class ClosedPeriod(_message.Message):
    __slots__ = ("fact_id", "period", "following_period")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    FOLLOWING_PERIOD_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    period: _types_pb2.DateRange
    following_period: _types_pb2.DateRange
    def __init__(self, fact_id: _Optional[str] = ..., period: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., following_period: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ...) -> None: ...

class Statement(_message.Message):
    __slots__ = ("topic", "text", "criterion_id", "fact_ids", "evidence_ids", "bases")
    class Topic(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        TOPIC_UNSPECIFIED: _ClassVar[Statement.Topic]
        TOPIC_CONCLUSION: _ClassVar[Statement.Topic]
        TOPIC_LOSS: _ClassVar[Statement.Topic]
        TOPIC_OPEN_FACT: _ClassVar[Statement.Topic]
        TOPIC_ALTERNATIVE: _ClassVar[Statement.Topic]
        TOPIC_STANDING: _ClassVar[Statement.Topic]
        TOPIC_WAY: _ClassVar[Statement.Topic]
        TOPIC_ARCHIVE: _ClassVar[Statement.Topic]
        TOPIC_COMPUTATION: _ClassVar[Statement.Topic]
        TOPIC_COMING: _ClassVar[Statement.Topic]
    TOPIC_UNSPECIFIED: Statement.Topic
    TOPIC_CONCLUSION: Statement.Topic
    TOPIC_LOSS: Statement.Topic
    TOPIC_OPEN_FACT: Statement.Topic
    TOPIC_ALTERNATIVE: Statement.Topic
    TOPIC_STANDING: Statement.Topic
    TOPIC_WAY: Statement.Topic
    TOPIC_ARCHIVE: Statement.Topic
    TOPIC_COMPUTATION: Statement.Topic
    TOPIC_COMING: Statement.Topic
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_IDS_FIELD_NUMBER: _ClassVar[int]
    BASES_FIELD_NUMBER: _ClassVar[int]
    topic: Statement.Topic
    text: str
    criterion_id: str
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    evidence_ids: _containers.RepeatedScalarFieldContainer[str]
    bases: _containers.RepeatedCompositeFieldContainer[_types_pb2.Basis]
    def __init__(self, topic: _Optional[_Union[Statement.Topic, str]] = ..., text: _Optional[str] = ..., criterion_id: _Optional[str] = ..., fact_ids: _Optional[_Iterable[str]] = ..., evidence_ids: _Optional[_Iterable[str]] = ..., bases: _Optional[_Iterable[_Union[_types_pb2.Basis, _Mapping]]] = ...) -> None: ...

class WayUp(_message.Message):
    __slots__ = ("fact_id", "current_value", "required_value", "resulting_grade")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    CURRENT_VALUE_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_VALUE_FIELD_NUMBER: _ClassVar[int]
    RESULTING_GRADE_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    current_value: _types_pb2.Value
    required_value: _types_pb2.Value
    resulting_grade: str
    def __init__(self, fact_id: _Optional[str] = ..., current_value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., required_value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., resulting_grade: _Optional[str] = ...) -> None: ...

class GetReportRequest(_message.Message):
    __slots__ = ("name", "evaluation", "language_code", "form", "appendix", "particulars", "bundle_digest")
    NAME_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    APPENDIX_FIELD_NUMBER: _ClassVar[int]
    PARTICULARS_FIELD_NUMBER: _ClassVar[int]
    BUNDLE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    name: str
    evaluation: _evaluation_pb2.Evaluation
    language_code: str
    form: Report.Form
    appendix: bool
    particulars: ReportParticulars
    bundle_digest: str
    def __init__(self, name: _Optional[str] = ..., evaluation: _Optional[_Union[_evaluation_pb2.Evaluation, _Mapping]] = ..., language_code: _Optional[str] = ..., form: _Optional[_Union[Report.Form, str]] = ..., appendix: _Optional[bool] = ..., particulars: _Optional[_Union[ReportParticulars, _Mapping]] = ..., bundle_digest: _Optional[str] = ...) -> None: ...

class ReportParticulars(_message.Message):
    __slots__ = ("number", "body", "issue_date", "legal_name", "site")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    ISSUE_DATE_FIELD_NUMBER: _ClassVar[int]
    LEGAL_NAME_FIELD_NUMBER: _ClassVar[int]
    SITE_FIELD_NUMBER: _ClassVar[int]
    number: str
    body: str
    issue_date: str
    legal_name: str
    site: str
    def __init__(self, number: _Optional[str] = ..., body: _Optional[str] = ..., issue_date: _Optional[str] = ..., legal_name: _Optional[str] = ..., site: _Optional[str] = ...) -> None: ...

class Report(_message.Message):
    __slots__ = ("evaluation", "record_digest", "media_type", "content")
    class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        FORM_UNSPECIFIED: _ClassVar[Report.Form]
        FORM_PAGE: _ClassVar[Report.Form]
        FORM_WORKBOOK: _ClassVar[Report.Form]
        FORM_OSCAL: _ClassVar[Report.Form]
    FORM_UNSPECIFIED: Report.Form
    FORM_PAGE: Report.Form
    FORM_WORKBOOK: Report.Form
    FORM_OSCAL: Report.Form
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    RECORD_DIGEST_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    record_digest: str
    media_type: str
    content: bytes
    def __init__(self, evaluation: _Optional[str] = ..., record_digest: _Optional[str] = ..., media_type: _Optional[str] = ..., content: _Optional[bytes] = ...) -> None: ...

class RankSubjectsRequest(_message.Message):
    __slots__ = ("parent", "scorecard_version", "track", "page_size", "page_token")
    class TrackEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    scorecard_version: str
    track: _containers.ScalarMap[str, str]
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., track: _Optional[_Mapping[str, str]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class RankSubjectsResponse(_message.Message):
    __slots__ = ("track", "ranked_subjects", "next_page_token", "ranked_count", "quartiles", "indicator_means", "unranked_subjects", "other_tracks_count", "left_out")
    class TrackEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TRACK_FIELD_NUMBER: _ClassVar[int]
    RANKED_SUBJECTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    RANKED_COUNT_FIELD_NUMBER: _ClassVar[int]
    QUARTILES_FIELD_NUMBER: _ClassVar[int]
    INDICATOR_MEANS_FIELD_NUMBER: _ClassVar[int]
    UNRANKED_SUBJECTS_FIELD_NUMBER: _ClassVar[int]
    OTHER_TRACKS_COUNT_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    track: _containers.ScalarMap[str, str]
    ranked_subjects: _containers.RepeatedCompositeFieldContainer[RankedSubject]
    next_page_token: str
    ranked_count: int
    quartiles: ScoreQuartiles
    indicator_means: _containers.RepeatedCompositeFieldContainer[IndicatorMean]
    unranked_subjects: _containers.RepeatedCompositeFieldContainer[UnrankedSubject]
    other_tracks_count: int
    left_out: _types_pb2.LeftOut
    def __init__(self, track: _Optional[_Mapping[str, str]] = ..., ranked_subjects: _Optional[_Iterable[_Union[RankedSubject, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., ranked_count: _Optional[int] = ..., quartiles: _Optional[_Union[ScoreQuartiles, _Mapping]] = ..., indicator_means: _Optional[_Iterable[_Union[IndicatorMean, _Mapping]]] = ..., unranked_subjects: _Optional[_Iterable[_Union[UnrankedSubject, _Mapping]]] = ..., other_tracks_count: _Optional[int] = ..., left_out: _Optional[_Union[_types_pb2.LeftOut, _Mapping]] = ...) -> None: ...

class RankedSubject(_message.Message):
    __slots__ = ("subject", "evaluation", "best_rank", "worst_rank", "score", "double_use_count", "status")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    BEST_RANK_FIELD_NUMBER: _ClassVar[int]
    WORST_RANK_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    subject: str
    evaluation: str
    best_rank: int
    worst_rank: int
    score: _types_pb2.Interval
    double_use_count: int
    status: _evaluation_pb2.ResultStatus
    def __init__(self, subject: _Optional[str] = ..., evaluation: _Optional[str] = ..., best_rank: _Optional[int] = ..., worst_rank: _Optional[int] = ..., score: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., double_use_count: _Optional[int] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ...) -> None: ...

class ScoreQuartiles(_message.Message):
    __slots__ = ("count", "least", "lower", "median", "upper", "greatest")
    COUNT_FIELD_NUMBER: _ClassVar[int]
    LEAST_FIELD_NUMBER: _ClassVar[int]
    LOWER_FIELD_NUMBER: _ClassVar[int]
    MEDIAN_FIELD_NUMBER: _ClassVar[int]
    UPPER_FIELD_NUMBER: _ClassVar[int]
    GREATEST_FIELD_NUMBER: _ClassVar[int]
    count: int
    least: str
    lower: str
    median: str
    upper: str
    greatest: str
    def __init__(self, count: _Optional[int] = ..., least: _Optional[str] = ..., lower: _Optional[str] = ..., median: _Optional[str] = ..., upper: _Optional[str] = ..., greatest: _Optional[str] = ...) -> None: ...

class IndicatorMean(_message.Message):
    __slots__ = ("criterion_id", "mean_share", "count")
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    MEAN_SHARE_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    mean_share: _types_pb2.Interval
    count: int
    def __init__(self, criterion_id: _Optional[str] = ..., mean_share: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., count: _Optional[int] = ...) -> None: ...

class UnrankedSubject(_message.Message):
    __slots__ = ("subject", "evaluation", "cause", "missing", "double_use_count", "status")
    class Cause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CAUSE_UNSPECIFIED: _ClassVar[UnrankedSubject.Cause]
        CAUSE_TRACK_UNKNOWN: _ClassVar[UnrankedSubject.Cause]
        CAUSE_NOT_SCORED: _ClassVar[UnrankedSubject.Cause]
        CAUSE_NOT_STANDING: _ClassVar[UnrankedSubject.Cause]
    CAUSE_UNSPECIFIED: UnrankedSubject.Cause
    CAUSE_TRACK_UNKNOWN: UnrankedSubject.Cause
    CAUSE_NOT_SCORED: UnrankedSubject.Cause
    CAUSE_NOT_STANDING: UnrankedSubject.Cause
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    subject: str
    evaluation: str
    cause: UnrankedSubject.Cause
    missing: _containers.RepeatedScalarFieldContainer[str]
    double_use_count: int
    status: _evaluation_pb2.ResultStatus
    def __init__(self, subject: _Optional[str] = ..., evaluation: _Optional[str] = ..., cause: _Optional[_Union[UnrankedSubject.Cause, str]] = ..., missing: _Optional[_Iterable[str]] = ..., double_use_count: _Optional[int] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ...) -> None: ...

class SummarizeEvaluationsRequest(_message.Message):
    __slots__ = ("parent", "selection")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SELECTION_FIELD_NUMBER: _ClassVar[int]
    parent: str
    selection: ResultSelection
    def __init__(self, parent: _Optional[str] = ..., selection: _Optional[_Union[ResultSelection, _Mapping]] = ...) -> None: ...

class ResultSelection(_message.Message):
    __slots__ = ("scorecard", "year", "track")
    class TrackEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    year: str
    track: _containers.ScalarMap[str, str]
    def __init__(self, scorecard: _Optional[str] = ..., year: _Optional[str] = ..., track: _Optional[_Mapping[str, str]] = ...) -> None: ...

class SummarizeEvaluationsResponse(_message.Message):
    __slots__ = ("summarized_years", "summary", "earlier_summary", "movements", "left_out")
    SUMMARIZED_YEARS_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    EARLIER_SUMMARY_FIELD_NUMBER: _ClassVar[int]
    MOVEMENTS_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_FIELD_NUMBER: _ClassVar[int]
    summarized_years: _containers.RepeatedCompositeFieldContainer[SummarizedYear]
    summary: YearSummary
    earlier_summary: YearSummary
    movements: _containers.RepeatedCompositeFieldContainer[ConclusionMovement]
    left_out: _types_pb2.LeftOut
    def __init__(self, summarized_years: _Optional[_Iterable[_Union[SummarizedYear, _Mapping]]] = ..., summary: _Optional[_Union[YearSummary, _Mapping]] = ..., earlier_summary: _Optional[_Union[YearSummary, _Mapping]] = ..., movements: _Optional[_Iterable[_Union[ConclusionMovement, _Mapping]]] = ..., left_out: _Optional[_Union[_types_pb2.LeftOut, _Mapping]] = ...) -> None: ...

class SummarizedYear(_message.Message):
    __slots__ = ("scorecard", "year", "result_count")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    year: str
    result_count: int
    def __init__(self, scorecard: _Optional[str] = ..., year: _Optional[str] = ..., result_count: _Optional[int] = ...) -> None: ...

class YearSummary(_message.Message):
    __slots__ = ("year", "result_count", "not_standing_count", "conclusion_counts", "gate_counts", "lost_points", "score_distributions", "track_counts", "double_use_result_count")
    YEAR_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    NOT_STANDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_COUNTS_FIELD_NUMBER: _ClassVar[int]
    GATE_COUNTS_FIELD_NUMBER: _ClassVar[int]
    LOST_POINTS_FIELD_NUMBER: _ClassVar[int]
    SCORE_DISTRIBUTIONS_FIELD_NUMBER: _ClassVar[int]
    TRACK_COUNTS_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    year: str
    result_count: int
    not_standing_count: int
    conclusion_counts: _containers.RepeatedCompositeFieldContainer[ConclusionCount]
    gate_counts: _containers.RepeatedCompositeFieldContainer[GateCount]
    lost_points: _containers.RepeatedCompositeFieldContainer[LostPoints]
    score_distributions: _containers.RepeatedCompositeFieldContainer[ScoreDistribution]
    track_counts: _containers.RepeatedCompositeFieldContainer[TrackCount]
    double_use_result_count: int
    def __init__(self, year: _Optional[str] = ..., result_count: _Optional[int] = ..., not_standing_count: _Optional[int] = ..., conclusion_counts: _Optional[_Iterable[_Union[ConclusionCount, _Mapping]]] = ..., gate_counts: _Optional[_Iterable[_Union[GateCount, _Mapping]]] = ..., lost_points: _Optional[_Iterable[_Union[LostPoints, _Mapping]]] = ..., score_distributions: _Optional[_Iterable[_Union[ScoreDistribution, _Mapping]]] = ..., track_counts: _Optional[_Iterable[_Union[TrackCount, _Mapping]]] = ..., double_use_result_count: _Optional[int] = ...) -> None: ...

class CountedConclusion(_message.Message):
    __slots__ = ("kind", "grade", "stage", "verdict")
    KIND_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    kind: _evaluation_pb2.Conclusion.Kind
    grade: str
    stage: str
    verdict: _evaluation_pb2.Verdict
    def __init__(self, kind: _Optional[_Union[_evaluation_pb2.Conclusion.Kind, str]] = ..., grade: _Optional[str] = ..., stage: _Optional[str] = ..., verdict: _Optional[_Union[_evaluation_pb2.Verdict, str]] = ...) -> None: ...

class ConclusionCount(_message.Message):
    __slots__ = ("conclusion", "result_count")
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    conclusion: CountedConclusion
    result_count: int
    def __init__(self, conclusion: _Optional[_Union[CountedConclusion, _Mapping]] = ..., result_count: _Optional[int] = ...) -> None: ...

class GateCount(_message.Message):
    __slots__ = ("criterion_id", "not_met_count", "undetermined_count")
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    NOT_MET_COUNT_FIELD_NUMBER: _ClassVar[int]
    UNDETERMINED_COUNT_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    not_met_count: int
    undetermined_count: int
    def __init__(self, criterion_id: _Optional[str] = ..., not_met_count: _Optional[int] = ..., undetermined_count: _Optional[int] = ...) -> None: ...

class LostPoints(_message.Message):
    __slots__ = ("criterion_id", "result_count", "mean_lost", "mean_maximum")
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    MEAN_LOST_FIELD_NUMBER: _ClassVar[int]
    MEAN_MAXIMUM_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    result_count: int
    mean_lost: _types_pb2.Interval
    mean_maximum: str
    def __init__(self, criterion_id: _Optional[str] = ..., result_count: _Optional[int] = ..., mean_lost: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., mean_maximum: _Optional[str] = ...) -> None: ...

class ScoreDistribution(_message.Message):
    __slots__ = ("stage", "maximum_points", "exact_count", "open_count", "unscored_count", "median", "bins")
    STAGE_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_POINTS_FIELD_NUMBER: _ClassVar[int]
    EXACT_COUNT_FIELD_NUMBER: _ClassVar[int]
    OPEN_COUNT_FIELD_NUMBER: _ClassVar[int]
    UNSCORED_COUNT_FIELD_NUMBER: _ClassVar[int]
    MEDIAN_FIELD_NUMBER: _ClassVar[int]
    BINS_FIELD_NUMBER: _ClassVar[int]
    stage: str
    maximum_points: str
    exact_count: int
    open_count: int
    unscored_count: int
    median: _types_pb2.Interval
    bins: _containers.RepeatedCompositeFieldContainer[ScoreBin]
    def __init__(self, stage: _Optional[str] = ..., maximum_points: _Optional[str] = ..., exact_count: _Optional[int] = ..., open_count: _Optional[int] = ..., unscored_count: _Optional[int] = ..., median: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., bins: _Optional[_Iterable[_Union[ScoreBin, _Mapping]]] = ...) -> None: ...

class ScoreBin(_message.Message):
    __slots__ = ("points", "result_count", "gate_failed_count")
    POINTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    GATE_FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    points: int
    result_count: int
    gate_failed_count: int
    def __init__(self, points: _Optional[int] = ..., result_count: _Optional[int] = ..., gate_failed_count: _Optional[int] = ...) -> None: ...

class TrackCount(_message.Message):
    __slots__ = ("track", "result_count")
    class TrackEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TRACK_FIELD_NUMBER: _ClassVar[int]
    RESULT_COUNT_FIELD_NUMBER: _ClassVar[int]
    track: _containers.ScalarMap[str, str]
    result_count: int
    def __init__(self, track: _Optional[_Mapping[str, str]] = ..., result_count: _Optional[int] = ...) -> None: ...

class ConclusionMovement(_message.Message):
    __slots__ = ("earlier_conclusion", "conclusion", "subject_count", "direction")
    class Direction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        DIRECTION_UNSPECIFIED: _ClassVar[ConclusionMovement.Direction]
        DIRECTION_ROSE: _ClassVar[ConclusionMovement.Direction]
        DIRECTION_FELL: _ClassVar[ConclusionMovement.Direction]
        DIRECTION_STAYED: _ClassVar[ConclusionMovement.Direction]
    DIRECTION_UNSPECIFIED: ConclusionMovement.Direction
    DIRECTION_ROSE: ConclusionMovement.Direction
    DIRECTION_FELL: ConclusionMovement.Direction
    DIRECTION_STAYED: ConclusionMovement.Direction
    EARLIER_CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_COUNT_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    earlier_conclusion: CountedConclusion
    conclusion: CountedConclusion
    subject_count: int
    direction: ConclusionMovement.Direction
    def __init__(self, earlier_conclusion: _Optional[_Union[CountedConclusion, _Mapping]] = ..., conclusion: _Optional[_Union[CountedConclusion, _Mapping]] = ..., subject_count: _Optional[int] = ..., direction: _Optional[_Union[ConclusionMovement.Direction, str]] = ...) -> None: ...

class ListCountedResultsRequest(_message.Message):
    __slots__ = ("parent", "selection", "filter", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SELECTION_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    selection: ResultSelection
    filter: CountedResultFilter
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., selection: _Optional[_Union[ResultSelection, _Mapping]] = ..., filter: _Optional[_Union[CountedResultFilter, _Mapping]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class CountedResultFilter(_message.Message):
    __slots__ = ("conclusions", "earlier_conclusion", "gate_id", "gate_outcome", "score", "not_standing", "double_use")
    class Score(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        SCORE_UNSPECIFIED: _ClassVar[CountedResultFilter.Score]
        SCORE_OPEN: _ClassVar[CountedResultFilter.Score]
        SCORE_ABSENT: _ClassVar[CountedResultFilter.Score]
    SCORE_UNSPECIFIED: CountedResultFilter.Score
    SCORE_OPEN: CountedResultFilter.Score
    SCORE_ABSENT: CountedResultFilter.Score
    CONCLUSIONS_FIELD_NUMBER: _ClassVar[int]
    EARLIER_CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    GATE_ID_FIELD_NUMBER: _ClassVar[int]
    GATE_OUTCOME_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    NOT_STANDING_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_FIELD_NUMBER: _ClassVar[int]
    conclusions: _containers.RepeatedCompositeFieldContainer[CountedConclusion]
    earlier_conclusion: CountedConclusion
    gate_id: str
    gate_outcome: _evaluation_pb2.Outcome
    score: CountedResultFilter.Score
    not_standing: bool
    double_use: bool
    def __init__(self, conclusions: _Optional[_Iterable[_Union[CountedConclusion, _Mapping]]] = ..., earlier_conclusion: _Optional[_Union[CountedConclusion, _Mapping]] = ..., gate_id: _Optional[str] = ..., gate_outcome: _Optional[_Union[_evaluation_pb2.Outcome, str]] = ..., score: _Optional[_Union[CountedResultFilter.Score, str]] = ..., not_standing: _Optional[bool] = ..., double_use: _Optional[bool] = ...) -> None: ...

class ListCountedResultsResponse(_message.Message):
    __slots__ = ("counted_results", "next_page_token")
    COUNTED_RESULTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    counted_results: _containers.RepeatedCompositeFieldContainer[CountedResult]
    next_page_token: str
    def __init__(self, counted_results: _Optional[_Iterable[_Union[CountedResult, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CountedResult(_message.Message):
    __slots__ = ("subject", "evaluation", "scorecard_version", "as_of_date", "create_time", "conclusion", "earlier_conclusion", "track", "score", "not_met_gate_ids", "undetermined_gate_ids", "status", "double_use_count")
    class TrackEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    EARLIER_CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    NOT_MET_GATE_IDS_FIELD_NUMBER: _ClassVar[int]
    UNDETERMINED_GATE_IDS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DOUBLE_USE_COUNT_FIELD_NUMBER: _ClassVar[int]
    subject: str
    evaluation: str
    scorecard_version: str
    as_of_date: str
    create_time: _timestamp_pb2.Timestamp
    conclusion: CountedConclusion
    earlier_conclusion: CountedConclusion
    track: _containers.ScalarMap[str, str]
    score: _types_pb2.Interval
    not_met_gate_ids: _containers.RepeatedScalarFieldContainer[str]
    undetermined_gate_ids: _containers.RepeatedScalarFieldContainer[str]
    status: _evaluation_pb2.ResultStatus
    double_use_count: int
    def __init__(self, subject: _Optional[str] = ..., evaluation: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., conclusion: _Optional[_Union[CountedConclusion, _Mapping]] = ..., earlier_conclusion: _Optional[_Union[CountedConclusion, _Mapping]] = ..., track: _Optional[_Mapping[str, str]] = ..., score: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., not_met_gate_ids: _Optional[_Iterable[str]] = ..., undetermined_gate_ids: _Optional[_Iterable[str]] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ..., double_use_count: _Optional[int] = ...) -> None: ...

class ExportEvaluationsRequest(_message.Message):
    __slots__ = ("parent", "selection", "filter", "form", "language_code")
    class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        FORM_UNSPECIFIED: _ClassVar[ExportEvaluationsRequest.Form]
        FORM_CSV: _ClassVar[ExportEvaluationsRequest.Form]
        FORM_WORKBOOK: _ClassVar[ExportEvaluationsRequest.Form]
        FORM_PARQUET: _ClassVar[ExportEvaluationsRequest.Form]
    FORM_UNSPECIFIED: ExportEvaluationsRequest.Form
    FORM_CSV: ExportEvaluationsRequest.Form
    FORM_WORKBOOK: ExportEvaluationsRequest.Form
    FORM_PARQUET: ExportEvaluationsRequest.Form
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SELECTION_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    selection: ResultSelection
    filter: CountedResultFilter
    form: ExportEvaluationsRequest.Form
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., selection: _Optional[_Union[ResultSelection, _Mapping]] = ..., filter: _Optional[_Union[CountedResultFilter, _Mapping]] = ..., form: _Optional[_Union[ExportEvaluationsRequest.Form, str]] = ..., language_code: _Optional[str] = ...) -> None: ...

class ExportEvaluationsResponse(_message.Message):
    __slots__ = ("content",)
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    def __init__(self, content: _Optional[bytes] = ...) -> None: ...

class VerifyEvaluationTrailRequest(_message.Message):
    __slots__ = ("name", "evaluation", "previous_evaluations", "previous_bundles")
    NAME_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_BUNDLES_FIELD_NUMBER: _ClassVar[int]
    name: str
    evaluation: _evaluation_pb2.Evaluation
    previous_evaluations: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Evaluation]
    previous_bundles: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, name: _Optional[str] = ..., evaluation: _Optional[_Union[_evaluation_pb2.Evaluation, _Mapping]] = ..., previous_evaluations: _Optional[_Iterable[_Union[_evaluation_pb2.Evaluation, _Mapping]]] = ..., previous_bundles: _Optional[_Iterable[bytes]] = ...) -> None: ...

class VerifyEvaluationTrailResponse(_message.Message):
    __slots__ = ("result", "checks", "archive_findings", "not_proved", "localized_not_proved", "erasures", "status")
    RESULT_FIELD_NUMBER: _ClassVar[int]
    CHECKS_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_FINDINGS_FIELD_NUMBER: _ClassVar[int]
    NOT_PROVED_FIELD_NUMBER: _ClassVar[int]
    LOCALIZED_NOT_PROVED_FIELD_NUMBER: _ClassVar[int]
    ERASURES_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    result: TrailCheck.Result
    checks: _containers.RepeatedCompositeFieldContainer[TrailCheck]
    archive_findings: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Finding]
    not_proved: str
    localized_not_proved: str
    erasures: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Erasure]
    status: _evaluation_pb2.ResultStatus
    def __init__(self, result: _Optional[_Union[TrailCheck.Result, str]] = ..., checks: _Optional[_Iterable[_Union[TrailCheck, _Mapping]]] = ..., archive_findings: _Optional[_Iterable[_Union[_evaluation_pb2.Finding, _Mapping]]] = ..., not_proved: _Optional[str] = ..., localized_not_proved: _Optional[str] = ..., erasures: _Optional[_Iterable[_Union[_evaluation_pb2.Erasure, _Mapping]]] = ..., status: _Optional[_Union[_evaluation_pb2.ResultStatus, _Mapping]] = ...) -> None: ...

class TrailCheck(_message.Message):
    __slots__ = ("check", "result", "message", "localized_message")
    class Check(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CHECK_UNSPECIFIED: _ClassVar[TrailCheck.Check]
        CHECK_RECORD_DIGEST: _ClassVar[TrailCheck.Check]
        CHECK_COMMITMENTS: _ClassVar[TrailCheck.Check]
        CHECK_CHAIN: _ClassVar[TrailCheck.Check]
        CHECK_RULES: _ClassVar[TrailCheck.Check]
        CHECK_TABLES: _ClassVar[TrailCheck.Check]
        CHECK_IN_FORCE: _ClassVar[TrailCheck.Check]
        CHECK_RECOMPUTATION: _ClassVar[TrailCheck.Check]
        CHECK_ENVELOPE: _ClassVar[TrailCheck.Check]
        CHECK_LOG: _ClassVar[TrailCheck.Check]
        CHECK_PREVIOUS: _ClassVar[TrailCheck.Check]
    CHECK_UNSPECIFIED: TrailCheck.Check
    CHECK_RECORD_DIGEST: TrailCheck.Check
    CHECK_COMMITMENTS: TrailCheck.Check
    CHECK_CHAIN: TrailCheck.Check
    CHECK_RULES: TrailCheck.Check
    CHECK_TABLES: TrailCheck.Check
    CHECK_IN_FORCE: TrailCheck.Check
    CHECK_RECOMPUTATION: TrailCheck.Check
    CHECK_ENVELOPE: TrailCheck.Check
    CHECK_LOG: TrailCheck.Check
    CHECK_PREVIOUS: TrailCheck.Check
    class Result(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        RESULT_UNSPECIFIED: _ClassVar[TrailCheck.Result]
        RESULT_PASSED: _ClassVar[TrailCheck.Result]
        RESULT_FAILED: _ClassVar[TrailCheck.Result]
        RESULT_NOT_CHECKED: _ClassVar[TrailCheck.Result]
    RESULT_UNSPECIFIED: TrailCheck.Result
    RESULT_PASSED: TrailCheck.Result
    RESULT_FAILED: TrailCheck.Result
    RESULT_NOT_CHECKED: TrailCheck.Result
    CHECK_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    LOCALIZED_MESSAGE_FIELD_NUMBER: _ClassVar[int]
    check: TrailCheck.Check
    result: TrailCheck.Result
    message: str
    localized_message: str
    def __init__(self, check: _Optional[_Union[TrailCheck.Check, str]] = ..., result: _Optional[_Union[TrailCheck.Result, str]] = ..., message: _Optional[str] = ..., localized_message: _Optional[str] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_service_pb2 as _evaluation_service_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DossierContent(_message.Message):
    __slots__ = ("settings", "facts", "evidence")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    evidence: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvidenceItem]
    def __init__(self, settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[_fact_pb2.EvidenceItem, _Mapping]]] = ...) -> None: ...

class DossierFact(_message.Message):
    __slots__ = ("fact_id", "section", "state", "waiting_ids")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    SECTION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    WAITING_IDS_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    section: str
    state: str
    waiting_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, fact_id: _Optional[str] = ..., section: _Optional[str] = ..., state: _Optional[str] = ..., waiting_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class FactComment(_message.Message):
    __slots__ = ("fact_id", "person", "statement", "step_time")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    STEP_TIME_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    person: str
    statement: str
    step_time: _timestamp_pb2.Timestamp
    def __init__(self, fact_id: _Optional[str] = ..., person: _Optional[str] = ..., statement: _Optional[str] = ..., step_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class FactChange(_message.Message):
    __slots__ = ("fact_id", "before", "after")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    before: _fact_pb2.Fact
    after: _fact_pb2.Fact
    def __init__(self, fact_id: _Optional[str] = ..., before: _Optional[_Union[_fact_pb2.Fact, _Mapping]] = ..., after: _Optional[_Union[_fact_pb2.Fact, _Mapping]] = ...) -> None: ...

class GetCaseDossierRequest(_message.Message):
    __slots__ = ("name", "revision", "since_revision", "item", "as_of_date", "language_code", "person")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    SINCE_REVISION_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    since_revision: int
    item: str
    as_of_date: str
    language_code: str
    person: str
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., since_revision: _Optional[int] = ..., item: _Optional[str] = ..., as_of_date: _Optional[str] = ..., language_code: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class CaseDossier(_message.Message):
    __slots__ = ("name", "revision", "case_revision", "subject", "scorecard", "content", "facts", "comments", "rated_by", "awaited", "own_ratings", "changes", "person", "save_time")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    COMMENTS_FIELD_NUMBER: _ClassVar[int]
    RATED_BY_FIELD_NUMBER: _ClassVar[int]
    AWAITED_FIELD_NUMBER: _ClassVar[int]
    OWN_RATINGS_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    SAVE_TIME_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    case_revision: int
    subject: str
    scorecard: str
    content: DossierContent
    facts: _containers.RepeatedCompositeFieldContainer[DossierFact]
    comments: _containers.RepeatedCompositeFieldContainer[FactComment]
    rated_by: _containers.RepeatedScalarFieldContainer[str]
    awaited: _containers.RepeatedScalarFieldContainer[str]
    own_ratings: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    changes: _containers.RepeatedCompositeFieldContainer[FactChange]
    person: str
    save_time: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., case_revision: _Optional[int] = ..., subject: _Optional[str] = ..., scorecard: _Optional[str] = ..., content: _Optional[_Union[DossierContent, _Mapping]] = ..., facts: _Optional[_Iterable[_Union[DossierFact, _Mapping]]] = ..., comments: _Optional[_Iterable[_Union[FactComment, _Mapping]]] = ..., rated_by: _Optional[_Iterable[str]] = ..., awaited: _Optional[_Iterable[str]] = ..., own_ratings: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., changes: _Optional[_Iterable[_Union[FactChange, _Mapping]]] = ..., person: _Optional[str] = ..., save_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CompareCaseEvaluationsRequest(_message.Message):
    __slots__ = ("name", "item")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    name: str
    item: str
    def __init__(self, name: _Optional[str] = ..., item: _Optional[str] = ...) -> None: ...

class CaseComparison(_message.Message):
    __slots__ = ("previous_evaluation", "evaluation", "difference")
    PREVIOUS_EVALUATION_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    previous_evaluation: str
    evaluation: str
    difference: _evaluation_service_pb2.EvaluationDifference
    def __init__(self, previous_evaluation: _Optional[str] = ..., evaluation: _Optional[str] = ..., difference: _Optional[_Union[_evaluation_service_pb2.EvaluationDifference, _Mapping]] = ...) -> None: ...

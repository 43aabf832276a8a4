from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import evaluation_service_pb2 as _evaluation_service_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import plan_pb2 as _plan_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ListOfferedScorecardsRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListOfferedScorecardsResponse(_message.Message):
    __slots__ = ("offered_scorecards", "next_page_token")
    OFFERED_SCORECARDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    offered_scorecards: _containers.RepeatedCompositeFieldContainer[OfferedScorecard]
    next_page_token: str
    def __init__(self, offered_scorecards: _Optional[_Iterable[_Union[OfferedScorecard, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class OfferedScorecard(_message.Message):
    __slots__ = ("scorecard", "question_count", "answer")
    class Answer(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        ANSWER_UNSPECIFIED: _ClassVar[OfferedScorecard.Answer]
        ANSWER_GRADE: _ClassVar[OfferedScorecard.Answer]
        ANSWER_STAGE: _ClassVar[OfferedScorecard.Answer]
        ANSWER_VERDICT: _ClassVar[OfferedScorecard.Answer]
        ANSWER_FIGURES: _ClassVar[OfferedScorecard.Answer]
    ANSWER_UNSPECIFIED: OfferedScorecard.Answer
    ANSWER_GRADE: OfferedScorecard.Answer
    ANSWER_STAGE: OfferedScorecard.Answer
    ANSWER_VERDICT: OfferedScorecard.Answer
    ANSWER_FIGURES: OfferedScorecard.Answer
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    QUESTION_COUNT_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    scorecard: _scorecard_pb2.Scorecard
    question_count: int
    answer: OfferedScorecard.Answer
    def __init__(self, scorecard: _Optional[_Union[_scorecard_pb2.Scorecard, _Mapping]] = ..., question_count: _Optional[int] = ..., answer: _Optional[_Union[OfferedScorecard.Answer, str]] = ...) -> None: ...

class GetQuestionnaireRequest(_message.Message):
    __slots__ = ("name", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class Questionnaire(_message.Message):
    __slots__ = ("name", "scorecard_version", "questions", "json_schema", "published_form")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    JSON_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FORM_FIELD_NUMBER: _ClassVar[int]
    name: str
    scorecard_version: str
    questions: _containers.RepeatedCompositeFieldContainer[Question]
    json_schema: str
    published_form: str
    def __init__(self, name: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., questions: _Optional[_Iterable[_Union[Question, _Mapping]]] = ..., json_schema: _Optional[str] = ..., published_form: _Optional[str] = ...) -> None: ...

class Question(_message.Message):
    __slots__ = ("fact_id", "setting_id", "section", "text", "meaning", "criteria")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    SETTING_ID_FIELD_NUMBER: _ClassVar[int]
    SECTION_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    MEANING_FIELD_NUMBER: _ClassVar[int]
    CRITERIA_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    setting_id: str
    section: str
    text: str
    meaning: str
    criteria: _containers.RepeatedCompositeFieldContainer[AskingCriterion]
    def __init__(self, fact_id: _Optional[str] = ..., setting_id: _Optional[str] = ..., section: _Optional[str] = ..., text: _Optional[str] = ..., meaning: _Optional[str] = ..., criteria: _Optional[_Iterable[_Union[AskingCriterion, _Mapping]]] = ...) -> None: ...

class AskingCriterion(_message.Message):
    __slots__ = ("criterion_id", "title", "points", "sentences")
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    POINTS_FIELD_NUMBER: _ClassVar[int]
    SENTENCES_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    title: str
    points: str
    sentences: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, criterion_id: _Optional[str] = ..., title: _Optional[str] = ..., points: _Optional[str] = ..., sentences: _Optional[_Iterable[str]] = ...) -> None: ...

class TryScorecardRequest(_message.Message):
    __slots__ = ("scorecard", "settings", "facts", "language_code")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    language_code: str
    def __init__(self, scorecard: _Optional[str] = ..., settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., language_code: _Optional[str] = ...) -> None: ...

class TryScorecardResponse(_message.Message):
    __slots__ = ("record", "unproved_conclusion", "explanation")
    RECORD_FIELD_NUMBER: _ClassVar[int]
    UNPROVED_CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    record: _evaluation_pb2.EvaluationRecord
    unproved_conclusion: _evaluation_pb2.Conclusion
    explanation: _evaluation_service_pb2.ExplainEvaluationResponse
    def __init__(self, record: _Optional[_Union[_evaluation_pb2.EvaluationRecord, _Mapping]] = ..., unproved_conclusion: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., explanation: _Optional[_Union[_evaluation_service_pb2.ExplainEvaluationResponse, _Mapping]] = ...) -> None: ...

class ReadAnswersRequest(_message.Message):
    __slots__ = ("scorecard", "content", "language_code")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    content: bytes
    language_code: str
    def __init__(self, scorecard: _Optional[str] = ..., content: _Optional[bytes] = ..., language_code: _Optional[str] = ...) -> None: ...

class ReadAnswersResponse(_message.Message):
    __slots__ = ("settings", "facts", "notes")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    notes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., notes: _Optional[_Iterable[str]] = ...) -> None: ...

class TryPlanRequest(_message.Message):
    __slots__ = ("scorecard", "settings", "facts", "measures", "goal", "alternatives", "language_code")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    ALTERNATIVES_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    measures: _plan_pb2.MeasureList
    goal: _plan_pb2.PlanGoal
    alternatives: bool
    language_code: str
    def __init__(self, scorecard: _Optional[str] = ..., settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ..., goal: _Optional[_Union[_plan_pb2.PlanGoal, _Mapping]] = ..., alternatives: _Optional[bool] = ..., language_code: _Optional[str] = ...) -> None: ...

class TryMeasuresRequest(_message.Message):
    __slots__ = ("scorecard", "settings", "facts", "currency", "language_code", "content")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    currency: str
    language_code: str
    content: bytes
    def __init__(self, scorecard: _Optional[str] = ..., settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., currency: _Optional[str] = ..., language_code: _Optional[str] = ..., content: _Optional[bytes] = ...) -> None: ...

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

class FactRevision(_message.Message):
    __slots__ = ("revision", "person", "save_time", "fact")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    SAVE_TIME_FIELD_NUMBER: _ClassVar[int]
    FACT_FIELD_NUMBER: _ClassVar[int]
    revision: int
    person: str
    save_time: _timestamp_pb2.Timestamp
    fact: _fact_pb2.Fact
    def __init__(self, revision: _Optional[int] = ..., person: _Optional[str] = ..., save_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., fact: _Optional[_Union[_fact_pb2.Fact, _Mapping]] = ...) -> None: ...

class GetCaseDossierRequest(_message.Message):
    __slots__ = ("name", "revision", "since_revision", "item", "as_of_date", "language_code", "person", "fact_id")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    SINCE_REVISION_FIELD_NUMBER: _ClassVar[int]
    ITEM_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    since_revision: int
    item: str
    as_of_date: str
    language_code: str
    person: str
    fact_id: str
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., since_revision: _Optional[int] = ..., item: _Optional[str] = ..., as_of_date: _Optional[str] = ..., language_code: _Optional[str] = ..., person: _Optional[str] = ..., fact_id: _Optional[str] = ...) -> None: ...

class CaseDossier(_message.Message):
    __slots__ = ("name", "revision", "case_revision", "subject", "scorecard", "content", "facts", "comments", "rated_by", "awaited", "own_ratings", "changes", "person", "save_time", "fact_history")
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
    FACT_HISTORY_FIELD_NUMBER: _ClassVar[int]
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
    fact_history: _containers.RepeatedCompositeFieldContainer[FactRevision]
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., case_revision: _Optional[int] = ..., subject: _Optional[str] = ..., scorecard: _Optional[str] = ..., content: _Optional[_Union[DossierContent, _Mapping]] = ..., facts: _Optional[_Iterable[_Union[DossierFact, _Mapping]]] = ..., comments: _Optional[_Iterable[_Union[FactComment, _Mapping]]] = ..., rated_by: _Optional[_Iterable[str]] = ..., awaited: _Optional[_Iterable[str]] = ..., own_ratings: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., changes: _Optional[_Iterable[_Union[FactChange, _Mapping]]] = ..., person: _Optional[str] = ..., save_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., fact_history: _Optional[_Iterable[_Union[FactRevision, _Mapping]]] = ...) -> None: ...

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

class CaseFile(_message.Message):
    __slots__ = ("name", "content_digest", "title", "file_name", "media_type", "size_bytes", "person", "create_time", "discard_time", "discard_reason")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    DISCARD_TIME_FIELD_NUMBER: _ClassVar[int]
    DISCARD_REASON_FIELD_NUMBER: _ClassVar[int]
    name: str
    content_digest: str
    title: str
    file_name: str
    media_type: str
    size_bytes: int
    person: str
    create_time: _timestamp_pb2.Timestamp
    discard_time: _timestamp_pb2.Timestamp
    discard_reason: str
    def __init__(self, name: _Optional[str] = ..., content_digest: _Optional[str] = ..., title: _Optional[str] = ..., file_name: _Optional[str] = ..., media_type: _Optional[str] = ..., size_bytes: _Optional[int] = ..., person: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., discard_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., discard_reason: _Optional[str] = ...) -> None: ...

class EvidenceShortcoming(_message.Message):
    __slots__ = ("fact_id", "reason", "date")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    reason: str
    date: str
    def __init__(self, fact_id: _Optional[str] = ..., reason: _Optional[str] = ..., date: _Optional[str] = ...) -> None: ...

class CaseEvidence(_message.Message):
    __slots__ = ("evidence", "file", "fact_ids", "items", "shortcomings", "counts_until")
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    SHORTCOMINGS_FIELD_NUMBER: _ClassVar[int]
    COUNTS_UNTIL_FIELD_NUMBER: _ClassVar[int]
    evidence: _fact_pb2.EvidenceItem
    file: CaseFile
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    items: _containers.RepeatedScalarFieldContainer[str]
    shortcomings: _containers.RepeatedCompositeFieldContainer[EvidenceShortcoming]
    counts_until: str
    def __init__(self, evidence: _Optional[_Union[_fact_pb2.EvidenceItem, _Mapping]] = ..., file: _Optional[_Union[CaseFile, _Mapping]] = ..., fact_ids: _Optional[_Iterable[str]] = ..., items: _Optional[_Iterable[str]] = ..., shortcomings: _Optional[_Iterable[_Union[EvidenceShortcoming, _Mapping]]] = ..., counts_until: _Optional[str] = ...) -> None: ...

class WantedEvidence(_message.Message):
    __slots__ = ("kinds", "fact_ids")
    KINDS_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    kinds: _containers.RepeatedScalarFieldContainer[str]
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, kinds: _Optional[_Iterable[str]] = ..., fact_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class ListCaseEvidenceRequest(_message.Message):
    __slots__ = ("name", "as_of_date")
    NAME_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    name: str
    as_of_date: str
    def __init__(self, name: _Optional[str] = ..., as_of_date: _Optional[str] = ...) -> None: ...

class ListCaseEvidenceResponse(_message.Message):
    __slots__ = ("documents", "wanted", "files_kept", "maximum_bytes")
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    WANTED_FIELD_NUMBER: _ClassVar[int]
    FILES_KEPT_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_BYTES_FIELD_NUMBER: _ClassVar[int]
    documents: _containers.RepeatedCompositeFieldContainer[CaseEvidence]
    wanted: _containers.RepeatedCompositeFieldContainer[WantedEvidence]
    files_kept: bool
    maximum_bytes: int
    def __init__(self, documents: _Optional[_Iterable[_Union[CaseEvidence, _Mapping]]] = ..., wanted: _Optional[_Iterable[_Union[WantedEvidence, _Mapping]]] = ..., files_kept: _Optional[bool] = ..., maximum_bytes: _Optional[int] = ...) -> None: ...

class AddCaseFileRequest(_message.Message):
    __slots__ = ("parent", "file_name", "title", "content_digest", "content", "person")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    parent: str
    file_name: str
    title: str
    content_digest: str
    content: bytes
    person: str
    def __init__(self, parent: _Optional[str] = ..., file_name: _Optional[str] = ..., title: _Optional[str] = ..., content_digest: _Optional[str] = ..., content: _Optional[bytes] = ..., person: _Optional[str] = ...) -> None: ...

class GetCaseFileRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetCaseFileResponse(_message.Message):
    __slots__ = ("file", "content")
    FILE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    file: CaseFile
    content: bytes
    def __init__(self, file: _Optional[_Union[CaseFile, _Mapping]] = ..., content: _Optional[bytes] = ...) -> None: ...

class GetCaseFilePageRequest(_message.Message):
    __slots__ = ("name", "page_number", "quote", "width_pixels")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PAGE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    WIDTH_PIXELS_FIELD_NUMBER: _ClassVar[int]
    name: str
    page_number: int
    quote: str
    width_pixels: int
    def __init__(self, name: _Optional[str] = ..., page_number: _Optional[int] = ..., quote: _Optional[str] = ..., width_pixels: _Optional[int] = ...) -> None: ...

class PageMark(_message.Message):
    __slots__ = ("left", "top", "width", "height")
    LEFT_FIELD_NUMBER: _ClassVar[int]
    TOP_FIELD_NUMBER: _ClassVar[int]
    WIDTH_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    left: int
    top: int
    width: int
    height: int
    def __init__(self, left: _Optional[int] = ..., top: _Optional[int] = ..., width: _Optional[int] = ..., height: _Optional[int] = ...) -> None: ...

class CaseFilePage(_message.Message):
    __slots__ = ("file", "page_number", "page_count", "picture", "width_pixels", "height_pixels", "text", "marks")
    FILE_FIELD_NUMBER: _ClassVar[int]
    PAGE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    PAGE_COUNT_FIELD_NUMBER: _ClassVar[int]
    PICTURE_FIELD_NUMBER: _ClassVar[int]
    WIDTH_PIXELS_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_PIXELS_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    MARKS_FIELD_NUMBER: _ClassVar[int]
    file: CaseFile
    page_number: int
    page_count: int
    picture: bytes
    width_pixels: int
    height_pixels: int
    text: str
    marks: _containers.RepeatedCompositeFieldContainer[PageMark]
    def __init__(self, file: _Optional[_Union[CaseFile, _Mapping]] = ..., page_number: _Optional[int] = ..., page_count: _Optional[int] = ..., picture: _Optional[bytes] = ..., width_pixels: _Optional[int] = ..., height_pixels: _Optional[int] = ..., text: _Optional[str] = ..., marks: _Optional[_Iterable[_Union[PageMark, _Mapping]]] = ...) -> None: ...

class DiscardCaseFileRequest(_message.Message):
    __slots__ = ("name", "reason", "person")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    name: str
    reason: str
    person: str
    def __init__(self, name: _Optional[str] = ..., reason: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class GetCaseReportRequest(_message.Message):
    __slots__ = ("name", "language_code", "form")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    form: _evaluation_service_pb2.Report.Form
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ..., form: _Optional[_Union[_evaluation_service_pb2.Report.Form, str]] = ...) -> None: ...

class CaseReport(_message.Message):
    __slots__ = ("report", "digest", "concluded_digest")
    REPORT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    CONCLUDED_DIGEST_FIELD_NUMBER: _ClassVar[int]
    report: _evaluation_service_pb2.Report
    digest: str
    concluded_digest: str
    def __init__(self, report: _Optional[_Union[_evaluation_service_pb2.Report, _Mapping]] = ..., digest: _Optional[str] = ..., concluded_digest: _Optional[str] = ...) -> None: ...

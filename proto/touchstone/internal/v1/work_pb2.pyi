from google.protobuf import struct_pb2 as _struct_pb2
from touchstone.v1 import case_dossier_service_pb2 as _case_dossier_service_pb2
from touchstone.v1 import cbam_service_pb2 as _cbam_service_pb2
from touchstone.v1 import draft_editing_pb2 as _draft_editing_pb2
from touchstone.v1 import draft_merge_pb2 as _draft_merge_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import evaluation_service_pb2 as _evaluation_service_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import mapping_service_pb2 as _mapping_service_pb2
from touchstone.v1 import plan_pb2 as _plan_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Piece(_message.Message):
    __slots__ = ("asked", "content", "language_code", "organization", "pinned_states")
    class PinnedStatesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    ASKED_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    PINNED_STATES_FIELD_NUMBER: _ClassVar[int]
    asked: str
    content: bytes
    language_code: str
    organization: str
    pinned_states: _containers.ScalarMap[str, int]
    def __init__(self, asked: _Optional[str] = ..., content: _Optional[bytes] = ..., language_code: _Optional[str] = ..., organization: _Optional[str] = ..., pinned_states: _Optional[_Mapping[str, int]] = ...) -> None: ...

class Failure(_message.Message):
    __slots__ = ("error", "noted")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    NOTED_FIELD_NUMBER: _ClassVar[int]
    error: _types_pb2.ItemError
    noted: _struct_pb2.Struct
    def __init__(self, error: _Optional[_Union[_types_pb2.ItemError, _Mapping]] = ..., noted: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class Evaluate(_message.Message):
    __slots__ = ("request", "caller", "held_milliseconds", "earlier")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    CALLER_FIELD_NUMBER: _ClassVar[int]
    HELD_MILLISECONDS_FIELD_NUMBER: _ClassVar[int]
    EARLIER_FIELD_NUMBER: _ClassVar[int]
    request: bytes
    caller: Caller
    held_milliseconds: int
    earlier: _containers.RepeatedCompositeFieldContainer[StoredRecord]
    def __init__(self, request: _Optional[bytes] = ..., caller: _Optional[_Union[Caller, _Mapping]] = ..., held_milliseconds: _Optional[int] = ..., earlier: _Optional[_Iterable[_Union[StoredRecord, _Mapping]]] = ...) -> None: ...

class Caller(_message.Message):
    __slots__ = ("id", "kind", "organization")
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    id: str
    kind: str
    organization: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[str] = ..., organization: _Optional[str] = ...) -> None: ...

class StoredRecord(_message.Message):
    __slots__ = ("name", "record", "record_key")
    NAME_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    name: str
    record: bytes
    record_key: bytes
    def __init__(self, name: _Optional[str] = ..., record: _Optional[bytes] = ..., record_key: _Optional[bytes] = ...) -> None: ...

class Evaluated(_message.Message):
    __slots__ = ("row", "usages", "stage", "verdict", "seconds", "evaluation", "dictionary")
    ROW_FIELD_NUMBER: _ClassVar[int]
    USAGES_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    SECONDS_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    DICTIONARY_FIELD_NUMBER: _ClassVar[int]
    row: Row
    usages: Usages
    stage: str
    verdict: str
    seconds: float
    evaluation: bytes
    dictionary: bytes
    def __init__(self, row: _Optional[_Union[Row, _Mapping]] = ..., usages: _Optional[_Union[Usages, _Mapping]] = ..., stage: _Optional[str] = ..., verdict: _Optional[str] = ..., seconds: _Optional[float] = ..., evaluation: _Optional[bytes] = ..., dictionary: _Optional[bytes] = ...) -> None: ...

class StreamedEvaluation(_message.Message):
    __slots__ = ("request_id", "evaluation")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    evaluation: bytes
    def __init__(self, request_id: _Optional[str] = ..., evaluation: _Optional[bytes] = ...) -> None: ...

class Row(_message.Message):
    __slots__ = ("name", "organization", "request_id", "body_digest", "create_time", "subject", "scorecard_version", "as_of_date", "conclusion_kind", "grade", "record_digest", "record", "record_key", "software_versions", "archive_findings", "principal", "erasures")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    BODY_DIGEST_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_KIND_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    RECORD_DIGEST_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    SOFTWARE_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_FINDINGS_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    ERASURES_FIELD_NUMBER: _ClassVar[int]
    name: str
    organization: str
    request_id: str
    body_digest: str
    create_time: str
    subject: str
    scorecard_version: str
    as_of_date: str
    conclusion_kind: str
    grade: str
    record_digest: str
    record: bytes
    record_key: bytes
    software_versions: str
    archive_findings: str
    principal: str
    erasures: str
    def __init__(self, name: _Optional[str] = ..., organization: _Optional[str] = ..., request_id: _Optional[str] = ..., body_digest: _Optional[str] = ..., create_time: _Optional[str] = ..., subject: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., conclusion_kind: _Optional[str] = ..., grade: _Optional[str] = ..., record_digest: _Optional[str] = ..., record: _Optional[bytes] = ..., record_key: _Optional[bytes] = ..., software_versions: _Optional[str] = ..., archive_findings: _Optional[str] = ..., principal: _Optional[str] = ..., erasures: _Optional[str] = ...) -> None: ...

class Usages(_message.Message):
    __slots__ = ("period", "digests", "places", "registered")
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    DIGESTS_FIELD_NUMBER: _ClassVar[int]
    PLACES_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_FIELD_NUMBER: _ClassVar[int]
    period: str
    digests: bytes
    places: bytes
    registered: bytes
    def __init__(self, period: _Optional[str] = ..., digests: _Optional[bytes] = ..., places: _Optional[bytes] = ..., registered: _Optional[bytes] = ...) -> None: ...

class EvaluateUnstored(_message.Message):
    __slots__ = ("request", "draft", "stored")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    STORED_FIELD_NUMBER: _ClassVar[int]
    request: _evaluation_service_pb2.EvaluateSubjectRequest
    draft: bytes
    stored: _containers.RepeatedCompositeFieldContainer[StoredRecord]
    def __init__(self, request: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., draft: _Optional[bytes] = ..., stored: _Optional[_Iterable[_Union[StoredRecord, _Mapping]]] = ...) -> None: ...

class TellOpenAnswers(_message.Message):
    __slots__ = ("record_json",)
    RECORD_JSON_FIELD_NUMBER: _ClassVar[int]
    record_json: str
    def __init__(self, record_json: _Optional[str] = ...) -> None: ...

class VerifyTrail(_message.Message):
    __slots__ = ("request", "language_code", "known_here")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_HERE_FIELD_NUMBER: _ClassVar[int]
    request: _evaluation_service_pb2.VerifyEvaluationTrailRequest
    language_code: str
    known_here: KnownHere
    def __init__(self, request: _Optional[_Union[_evaluation_service_pb2.VerifyEvaluationTrailRequest, _Mapping]] = ..., language_code: _Optional[str] = ..., known_here: _Optional[_Union[KnownHere, _Mapping]] = ...) -> None: ...

class KnownHere(_message.Message):
    __slots__ = ("versions", "repeals")
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    REPEALS_FIELD_NUMBER: _ClassVar[int]
    versions: _containers.RepeatedScalarFieldContainer[str]
    repeals: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, versions: _Optional[_Iterable[str]] = ..., repeals: _Optional[_Iterable[str]] = ...) -> None: ...

class Simulate(_message.Message):
    __slots__ = ("evaluation", "record_json", "subject", "version", "changed", "changed_version")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    RECORD_JSON_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    CHANGED_VERSION_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    record_json: str
    subject: Subject
    version: Version
    changed: Subject
    changed_version: Version
    def __init__(self, evaluation: _Optional[str] = ..., record_json: _Optional[str] = ..., subject: _Optional[_Union[Subject, _Mapping]] = ..., version: _Optional[_Union[Version, _Mapping]] = ..., changed: _Optional[_Union[Subject, _Mapping]] = ..., changed_version: _Optional[_Union[Version, _Mapping]] = ...) -> None: ...

class CompareShadow(_message.Message):
    __slots__ = ("stored", "request", "scorecard_version", "candidate")
    STORED_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_FIELD_NUMBER: _ClassVar[int]
    stored: StoredRecord
    request: _evaluation_service_pb2.EvaluateSubjectRequest
    scorecard_version: str
    candidate: Version
    def __init__(self, stored: _Optional[_Union[StoredRecord, _Mapping]] = ..., request: _Optional[_Union[_evaluation_service_pb2.EvaluateSubjectRequest, _Mapping]] = ..., scorecard_version: _Optional[str] = ..., candidate: _Optional[_Union[Version, _Mapping]] = ...) -> None: ...

class ShadowComparison(_message.Message):
    __slots__ = ("parts", "before", "after", "criterion_ids", "result_ids")
    PARTS_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    RESULT_IDS_FIELD_NUMBER: _ClassVar[int]
    parts: _containers.RepeatedScalarFieldContainer[str]
    before: str
    after: str
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    result_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, parts: _Optional[_Iterable[str]] = ..., before: _Optional[str] = ..., after: _Optional[str] = ..., criterion_ids: _Optional[_Iterable[str]] = ..., result_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class FindResultChanges(_message.Message):
    __slots__ = ("stored", "removed", "known_time", "days", "last_date", "run_id")
    STORED_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    DAYS_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    RUN_ID_FIELD_NUMBER: _ClassVar[int]
    stored: StoredRecord
    removed: _containers.RepeatedCompositeFieldContainer[RemovedSupport]
    known_time: str
    days: int
    last_date: str
    run_id: str
    def __init__(self, stored: _Optional[_Union[StoredRecord, _Mapping]] = ..., removed: _Optional[_Iterable[_Union[RemovedSupport, _Mapping]]] = ..., known_time: _Optional[str] = ..., days: _Optional[int] = ..., last_date: _Optional[str] = ..., run_id: _Optional[str] = ...) -> None: ...

class RemovedSupport(_message.Message):
    __slots__ = ("kind", "value", "source")
    KIND_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    value: str
    source: str
    def __init__(self, kind: _Optional[str] = ..., value: _Optional[str] = ..., source: _Optional[str] = ...) -> None: ...

class FoundChanges(_message.Message):
    __slots__ = ("changes", "next_date", "evaluation_count", "reused_count", "problem")
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_DATE_FIELD_NUMBER: _ClassVar[int]
    EVALUATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    REUSED_COUNT_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    changes: _containers.RepeatedCompositeFieldContainer[FoundChange]
    next_date: str
    evaluation_count: int
    reused_count: int
    problem: str
    def __init__(self, changes: _Optional[_Iterable[_Union[FoundChange, _Mapping]]] = ..., next_date: _Optional[str] = ..., evaluation_count: _Optional[int] = ..., reused_count: _Optional[int] = ..., problem: _Optional[str] = ...) -> None: ...

class FoundChange(_message.Message):
    __slots__ = ("from_date", "date", "from_version", "to_version", "before", "after", "causes", "criterion_ids")
    FROM_DATE_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    FROM_VERSION_FIELD_NUMBER: _ClassVar[int]
    TO_VERSION_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    CAUSES_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    from_date: str
    date: str
    from_version: str
    to_version: str
    before: str
    after: str
    causes: _containers.RepeatedCompositeFieldContainer[FoundCause]
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, from_date: _Optional[str] = ..., date: _Optional[str] = ..., from_version: _Optional[str] = ..., to_version: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ..., causes: _Optional[_Iterable[_Union[FoundCause, _Mapping]]] = ..., criterion_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class FoundCause(_message.Message):
    __slots__ = ("kind", "name")
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    kind: str
    name: str
    def __init__(self, kind: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class ExplainResultChange(_message.Message):
    __slots__ = ("stored", "removed", "known_time", "from_date", "date")
    STORED_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    FROM_DATE_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    stored: StoredRecord
    removed: _containers.RepeatedCompositeFieldContainer[RemovedSupport]
    known_time: str
    from_date: str
    date: str
    def __init__(self, stored: _Optional[_Union[StoredRecord, _Mapping]] = ..., removed: _Optional[_Iterable[_Union[RemovedSupport, _Mapping]]] = ..., known_time: _Optional[str] = ..., from_date: _Optional[str] = ..., date: _Optional[str] = ...) -> None: ...

class Version(_message.Message):
    __slots__ = ("name", "rule_digest", "draft")
    NAME_FIELD_NUMBER: _ClassVar[int]
    RULE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    name: str
    rule_digest: str
    draft: bytes
    def __init__(self, name: _Optional[str] = ..., rule_digest: _Optional[str] = ..., draft: _Optional[bytes] = ...) -> None: ...

class Subject(_message.Message):
    __slots__ = ("subject", "as_of_date", "known", "settings", "facts", "evidence")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    subject: str
    as_of_date: str
    known: str
    settings: _containers.ScalarMap[str, str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    evidence: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvidenceItem]
    def __init__(self, subject: _Optional[str] = ..., as_of_date: _Optional[str] = ..., known: _Optional[str] = ..., settings: _Optional[_Mapping[str, str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[_fact_pb2.EvidenceItem, _Mapping]]] = ...) -> None: ...

class Plan(_message.Message):
    __slots__ = ("subject", "measures", "goal", "today", "alternatives", "time_limit", "with_cheaper", "price")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    MEASURES_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    TODAY_FIELD_NUMBER: _ClassVar[int]
    ALTERNATIVES_FIELD_NUMBER: _ClassVar[int]
    TIME_LIMIT_FIELD_NUMBER: _ClassVar[int]
    WITH_CHEAPER_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    subject: PlannedSubject
    measures: _plan_pb2.MeasureList
    goal: _plan_pb2.PlanGoal
    today: str
    alternatives: bool
    time_limit: int
    with_cheaper: bool
    price: str
    def __init__(self, subject: _Optional[_Union[PlannedSubject, _Mapping]] = ..., measures: _Optional[_Union[_plan_pb2.MeasureList, _Mapping]] = ..., goal: _Optional[_Union[_plan_pb2.PlanGoal, _Mapping]] = ..., today: _Optional[str] = ..., alternatives: _Optional[bool] = ..., time_limit: _Optional[int] = ..., with_cheaper: _Optional[bool] = ..., price: _Optional[str] = ...) -> None: ...

class CombineCurves(_message.Message):
    __slots__ = ("curves", "budget", "time_limit")
    CURVES_FIELD_NUMBER: _ClassVar[int]
    BUDGET_FIELD_NUMBER: _ClassVar[int]
    TIME_LIMIT_FIELD_NUMBER: _ClassVar[int]
    curves: _containers.RepeatedCompositeFieldContainer[MemberCurve]
    budget: str
    time_limit: int
    def __init__(self, curves: _Optional[_Iterable[_Union[MemberCurve, _Mapping]]] = ..., budget: _Optional[str] = ..., time_limit: _Optional[int] = ...) -> None: ...

class MemberCurve(_message.Message):
    __slots__ = ("options", "limits", "by_price")
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    BY_PRICE_FIELD_NUMBER: _ClassVar[int]
    options: _containers.RepeatedCompositeFieldContainer[CostedWorth]
    limits: _containers.RepeatedCompositeFieldContainer[CostedWorth]
    by_price: _containers.RepeatedCompositeFieldContainer[PriceLimit]
    def __init__(self, options: _Optional[_Iterable[_Union[CostedWorth, _Mapping]]] = ..., limits: _Optional[_Iterable[_Union[CostedWorth, _Mapping]]] = ..., by_price: _Optional[_Iterable[_Union[PriceLimit, _Mapping]]] = ...) -> None: ...

class PriceLimit(_message.Message):
    __slots__ = ("price", "worth")
    PRICE_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    price: str
    worth: str
    def __init__(self, price: _Optional[str] = ..., worth: _Optional[str] = ...) -> None: ...

class CostedWorth(_message.Message):
    __slots__ = ("cost", "worth")
    COST_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    cost: str
    worth: str
    def __init__(self, cost: _Optional[str] = ..., worth: _Optional[str] = ...) -> None: ...

class CombinedCurves(_message.Message):
    __slots__ = ("chosen", "cost", "worth", "bound", "price", "money_scale", "worth_scale", "possible")
    CHOSEN_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    WORTH_FIELD_NUMBER: _ClassVar[int]
    BOUND_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    MONEY_SCALE_FIELD_NUMBER: _ClassVar[int]
    WORTH_SCALE_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_FIELD_NUMBER: _ClassVar[int]
    chosen: _containers.RepeatedScalarFieldContainer[int]
    cost: str
    worth: str
    bound: str
    price: str
    money_scale: str
    worth_scale: str
    possible: _containers.RepeatedCompositeFieldContainer[CostedWorth]
    def __init__(self, chosen: _Optional[_Iterable[int]] = ..., cost: _Optional[str] = ..., worth: _Optional[str] = ..., bound: _Optional[str] = ..., price: _Optional[str] = ..., money_scale: _Optional[str] = ..., worth_scale: _Optional[str] = ..., possible: _Optional[_Iterable[_Union[CostedWorth, _Mapping]]] = ...) -> None: ...

class ProposeMeasures(_message.Message):
    __slots__ = ("subject", "currency", "language_code")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    subject: PlannedSubject
    currency: str
    language_code: str
    def __init__(self, subject: _Optional[_Union[PlannedSubject, _Mapping]] = ..., currency: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class PlannedSubject(_message.Message):
    __slots__ = ("subject", "version", "scorecard", "date", "baseline", "stored", "previous_evaluations", "previous_bundles")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    BASELINE_FIELD_NUMBER: _ClassVar[int]
    STORED_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_BUNDLES_FIELD_NUMBER: _ClassVar[int]
    subject: Subject
    version: Version
    scorecard: str
    date: str
    baseline: str
    stored: _containers.RepeatedCompositeFieldContainer[StoredRecord]
    previous_evaluations: _containers.RepeatedCompositeFieldContainer[_evaluation_pb2.Evaluation]
    previous_bundles: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, subject: _Optional[_Union[Subject, _Mapping]] = ..., version: _Optional[_Union[Version, _Mapping]] = ..., scorecard: _Optional[str] = ..., date: _Optional[str] = ..., baseline: _Optional[str] = ..., stored: _Optional[_Iterable[_Union[StoredRecord, _Mapping]]] = ..., previous_evaluations: _Optional[_Iterable[_Union[_evaluation_pb2.Evaluation, _Mapping]]] = ..., previous_bundles: _Optional[_Iterable[bytes]] = ...) -> None: ...

class Explain(_message.Message):
    __slots__ = ("evaluation", "language_code", "criterion_id", "exported")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    EXPORTED_FIELD_NUMBER: _ClassVar[int]
    evaluation: _evaluation_pb2.Evaluation
    language_code: str
    criterion_id: str
    exported: bool
    def __init__(self, evaluation: _Optional[_Union[_evaluation_pb2.Evaluation, _Mapping]] = ..., language_code: _Optional[str] = ..., criterion_id: _Optional[str] = ..., exported: _Optional[bool] = ...) -> None: ...

class CompileDraft(_message.Message):
    __slots__ = ("files", "language_code", "shelves")
    class FilesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    FILES_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    SHELVES_FIELD_NUMBER: _ClassVar[int]
    files: _containers.ScalarMap[str, str]
    language_code: str
    shelves: _containers.RepeatedCompositeFieldContainer[Shelf]
    def __init__(self, files: _Optional[_Mapping[str, str]] = ..., language_code: _Optional[str] = ..., shelves: _Optional[_Iterable[_Union[Shelf, _Mapping]]] = ...) -> None: ...

class DraftFiles(_message.Message):
    __slots__ = ("files", "shelves")
    class FilesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    FILES_FIELD_NUMBER: _ClassVar[int]
    SHELVES_FIELD_NUMBER: _ClassVar[int]
    files: _containers.ScalarMap[str, str]
    shelves: _containers.RepeatedCompositeFieldContainer[Shelf]
    def __init__(self, files: _Optional[_Mapping[str, str]] = ..., shelves: _Optional[_Iterable[_Union[Shelf, _Mapping]]] = ...) -> None: ...

class AnalyzeDraftFile(_message.Message):
    __slots__ = ("draft", "request")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    request: _draft_editing_pb2.AnalyzeDraftFileRequest
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., request: _Optional[_Union[_draft_editing_pb2.AnalyzeDraftFileRequest, _Mapping]] = ...) -> None: ...

class CompleteDraftFile(_message.Message):
    __slots__ = ("draft", "request")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    request: _draft_editing_pb2.CompleteDraftFileRequest
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., request: _Optional[_Union[_draft_editing_pb2.CompleteDraftFileRequest, _Mapping]] = ...) -> None: ...

class ExportDraftTables(_message.Message):
    __slots__ = ("draft", "language_code")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    language_code: str
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., language_code: _Optional[str] = ...) -> None: ...

class ReadDraftTables(_message.Message):
    __slots__ = ("draft", "request")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    request: _draft_editing_pb2.ReadDraftTablesRequest
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., request: _Optional[_Union[_draft_editing_pb2.ReadDraftTablesRequest, _Mapping]] = ...) -> None: ...

class PreviewDraftTables(_message.Message):
    __slots__ = ("draft", "request")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    request: _draft_editing_pb2.PreviewDraftTablesRequest
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., request: _Optional[_Union[_draft_editing_pb2.PreviewDraftTablesRequest, _Mapping]] = ...) -> None: ...

class ExportDraftDmn(_message.Message):
    __slots__ = ("draft", "request")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    request: _draft_editing_pb2.ExportDraftDmnRequest
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., request: _Optional[_Union[_draft_editing_pb2.ExportDraftDmnRequest, _Mapping]] = ...) -> None: ...

class RunDraftExamples(_message.Message):
    __slots__ = ("draft", "language_code", "path", "start", "size")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    language_code: str
    path: str
    start: int
    size: int
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., language_code: _Optional[str] = ..., path: _Optional[str] = ..., start: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class ProposeDraftExamples(_message.Message):
    __slots__ = ("draft", "language_code")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    language_code: str
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., language_code: _Optional[str] = ...) -> None: ...

class MergeDrafts(_message.Message):
    __slots__ = ("base", "ours", "theirs", "resolutions", "language_code")
    BASE_FIELD_NUMBER: _ClassVar[int]
    OURS_FIELD_NUMBER: _ClassVar[int]
    THEIRS_FIELD_NUMBER: _ClassVar[int]
    RESOLUTIONS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    base: DraftFiles
    ours: DraftFiles
    theirs: DraftFiles
    resolutions: _containers.RepeatedCompositeFieldContainer[_draft_merge_pb2.DraftMergeResolution]
    language_code: str
    def __init__(self, base: _Optional[_Union[DraftFiles, _Mapping]] = ..., ours: _Optional[_Union[DraftFiles, _Mapping]] = ..., theirs: _Optional[_Union[DraftFiles, _Mapping]] = ..., resolutions: _Optional[_Iterable[_Union[_draft_merge_pb2.DraftMergeResolution, _Mapping]]] = ..., language_code: _Optional[str] = ...) -> None: ...

class MergedDrafts(_message.Message):
    __slots__ = ("failed_side", "parts", "problems", "files", "other_scorecard")
    class FilesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    FAILED_SIDE_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    OTHER_SCORECARD_FIELD_NUMBER: _ClassVar[int]
    failed_side: _draft_merge_pb2.DraftMergeSide
    parts: _containers.RepeatedCompositeFieldContainer[_draft_merge_pb2.DraftMergePart]
    problems: _containers.RepeatedScalarFieldContainer[str]
    files: _containers.ScalarMap[str, str]
    other_scorecard: bool
    def __init__(self, failed_side: _Optional[_Union[_draft_merge_pb2.DraftMergeSide, str]] = ..., parts: _Optional[_Iterable[_Union[_draft_merge_pb2.DraftMergePart, _Mapping]]] = ..., problems: _Optional[_Iterable[str]] = ..., files: _Optional[_Mapping[str, str]] = ..., other_scorecard: _Optional[bool] = ...) -> None: ...

class TryDraftSlips(_message.Message):
    __slots__ = ("draft", "language_code", "without_examples", "start", "size")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    language_code: str
    without_examples: bool
    start: int
    size: int
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., language_code: _Optional[str] = ..., without_examples: _Optional[bool] = ..., start: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class MeasureProofs(_message.Message):
    __slots__ = ("draft", "start", "size")
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    draft: DraftFiles
    start: int
    size: int
    def __init__(self, draft: _Optional[_Union[DraftFiles, _Mapping]] = ..., start: _Optional[int] = ..., size: _Optional[int] = ...) -> None: ...

class MeasuredProofs(_message.Message):
    __slots__ = ("concluded", "example_count", "failed_example_count", "slip_count", "tried_count", "told_count", "noticed_count", "unnoticed")
    CONCLUDED_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    SLIP_COUNT_FIELD_NUMBER: _ClassVar[int]
    TRIED_COUNT_FIELD_NUMBER: _ClassVar[int]
    TOLD_COUNT_FIELD_NUMBER: _ClassVar[int]
    NOTICED_COUNT_FIELD_NUMBER: _ClassVar[int]
    UNNOTICED_FIELD_NUMBER: _ClassVar[int]
    concluded: bool
    example_count: int
    failed_example_count: int
    slip_count: int
    tried_count: int
    told_count: int
    noticed_count: int
    unnoticed: _containers.RepeatedCompositeFieldContainer[SlipWords]
    def __init__(self, concluded: _Optional[bool] = ..., example_count: _Optional[int] = ..., failed_example_count: _Optional[int] = ..., slip_count: _Optional[int] = ..., tried_count: _Optional[int] = ..., told_count: _Optional[int] = ..., noticed_count: _Optional[int] = ..., unnoticed: _Optional[_Iterable[_Union[SlipWords, _Mapping]]] = ...) -> None: ...

class SlipWords(_message.Message):
    __slots__ = ("slips",)
    class SlipsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _scorecard_pb2.UnnoticedSlip
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_scorecard_pb2.UnnoticedSlip, _Mapping]] = ...) -> None: ...
    SLIPS_FIELD_NUMBER: _ClassVar[int]
    slips: _containers.MessageMap[str, _scorecard_pb2.UnnoticedSlip]
    def __init__(self, slips: _Optional[_Mapping[str, _scorecard_pb2.UnnoticedSlip]] = ...) -> None: ...

class Shelf(_message.Message):
    __slots__ = ("folder", "manifests")
    FOLDER_FIELD_NUMBER: _ClassVar[int]
    MANIFESTS_FIELD_NUMBER: _ClassVar[int]
    folder: str
    manifests: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, folder: _Optional[str] = ..., manifests: _Optional[_Iterable[str]] = ...) -> None: ...

class CompiledDraft(_message.Message):
    __slots__ = ("published", "diagnostics", "damaged")
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    DAMAGED_FIELD_NUMBER: _ClassVar[int]
    published: bytes
    diagnostics: _containers.RepeatedCompositeFieldContainer[Diagnostic]
    damaged: str
    def __init__(self, published: _Optional[bytes] = ..., diagnostics: _Optional[_Iterable[_Union[Diagnostic, _Mapping]]] = ..., damaged: _Optional[str] = ...) -> None: ...

class Diagnostic(_message.Message):
    __slots__ = ("path", "line", "column", "code", "message", "hint")
    PATH_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    def __init__(self, path: _Optional[str] = ..., line: _Optional[int] = ..., column: _Optional[int] = ..., code: _Optional[str] = ..., message: _Optional[str] = ..., hint: _Optional[str] = ...) -> None: ...

class ReadDossierFile(_message.Message):
    __slots__ = ("content", "published", "step", "dossier", "as_of_date", "language_code")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    DOSSIER_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    published: str
    step: str
    dossier: _case_dossier_service_pb2.CaseDossier
    as_of_date: str
    language_code: str
    def __init__(self, content: _Optional[bytes] = ..., published: _Optional[str] = ..., step: _Optional[str] = ..., dossier: _Optional[_Union[_case_dossier_service_pb2.CaseDossier, _Mapping]] = ..., as_of_date: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class DossierFileRead(_message.Message):
    __slots__ = ("content", "problems", "notes")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    content: _case_dossier_service_pb2.DossierContent
    problems: _containers.RepeatedCompositeFieldContainer[FileProblem]
    notes: _containers.RepeatedCompositeFieldContainer[FileProblem]
    def __init__(self, content: _Optional[_Union[_case_dossier_service_pb2.DossierContent, _Mapping]] = ..., problems: _Optional[_Iterable[_Union[FileProblem, _Mapping]]] = ..., notes: _Optional[_Iterable[_Union[FileProblem, _Mapping]]] = ...) -> None: ...

class FileProblem(_message.Message):
    __slots__ = ("field", "description", "reason")
    FIELD_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    field: str
    description: str
    reason: str
    def __init__(self, field: _Optional[str] = ..., description: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class ReadMappedFile(_message.Message):
    __slots__ = ("published", "file", "mapping", "is_proposal", "subject", "organization", "as_of_date", "language_code")
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    MAPPING_FIELD_NUMBER: _ClassVar[int]
    IS_PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    published: str
    file: _mapping_service_pb2.MappedFile
    mapping: _mapping_service_pb2.Mapping
    is_proposal: bool
    subject: str
    organization: str
    as_of_date: str
    language_code: str
    def __init__(self, published: _Optional[str] = ..., file: _Optional[_Union[_mapping_service_pb2.MappedFile, _Mapping]] = ..., mapping: _Optional[_Union[_mapping_service_pb2.Mapping, _Mapping]] = ..., is_proposal: _Optional[bool] = ..., subject: _Optional[str] = ..., organization: _Optional[str] = ..., as_of_date: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class MappedFileRead(_message.Message):
    __slots__ = ("proposal", "data", "problems")
    PROPOSAL_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    proposal: _mapping_service_pb2.SuggestMappingResponse
    data: _mapping_service_pb2.MappedData
    problems: _containers.RepeatedCompositeFieldContainer[FileProblem]
    def __init__(self, proposal: _Optional[_Union[_mapping_service_pb2.SuggestMappingResponse, _Mapping]] = ..., data: _Optional[_Union[_mapping_service_pb2.MappedData, _Mapping]] = ..., problems: _Optional[_Iterable[_Union[FileProblem, _Mapping]]] = ...) -> None: ...

class CheckDraft(_message.Message):
    __slots__ = ("files", "signed", "reason")
    class FilesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class SignedEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    FILES_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    files: _containers.ScalarMap[str, str]
    signed: _containers.ScalarMap[str, str]
    reason: str
    def __init__(self, files: _Optional[_Mapping[str, str]] = ..., signed: _Optional[_Mapping[str, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class CheckedDraft(_message.Message):
    __slots__ = ("content", "report_digest", "examples", "problems", "entry")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    REPORT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    report_digest: str
    examples: int
    problems: _containers.RepeatedScalarFieldContainer[str]
    entry: str
    def __init__(self, content: _Optional[bytes] = ..., report_digest: _Optional[str] = ..., examples: _Optional[int] = ..., problems: _Optional[_Iterable[str]] = ..., entry: _Optional[str] = ...) -> None: ...

class CheckReceivedVersion(_message.Message):
    __slots__ = ("content", "tables_folder")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    TABLES_FOLDER_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    tables_folder: str
    def __init__(self, content: _Optional[bytes] = ..., tables_folder: _Optional[str] = ...) -> None: ...

class CheckedReceivedVersion(_message.Message):
    __slots__ = ("problems", "chinese_problems", "examples")
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    CHINESE_PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    problems: _containers.RepeatedScalarFieldContainer[str]
    chinese_problems: _containers.RepeatedScalarFieldContainer[str]
    examples: int
    def __init__(self, problems: _Optional[_Iterable[str]] = ..., chinese_problems: _Optional[_Iterable[str]] = ..., examples: _Optional[int] = ...) -> None: ...

class DrawDocumentPage(_message.Message):
    __slots__ = ("content", "media_type", "page_number", "quote", "width_pixels")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    PAGE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    WIDTH_PIXELS_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    media_type: str
    page_number: int
    quote: str
    width_pixels: int
    def __init__(self, content: _Optional[bytes] = ..., media_type: _Optional[str] = ..., page_number: _Optional[int] = ..., quote: _Optional[str] = ..., width_pixels: _Optional[int] = ...) -> None: ...

class SumGoods(_message.Message):
    __slots__ = ("request", "whole")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    WHOLE_FIELD_NUMBER: _ClassVar[int]
    request: _cbam_service_pb2.CompareGoodsRequest
    whole: bool
    def __init__(self, request: _Optional[_Union[_cbam_service_pb2.CompareGoodsRequest, _Mapping]] = ..., whole: _Optional[bool] = ...) -> None: ...

class GoodsSums(_message.Message):
    __slots__ = ("compared", "priced_line_count")
    COMPARED_FIELD_NUMBER: _ClassVar[int]
    PRICED_LINE_COUNT_FIELD_NUMBER: _ClassVar[int]
    compared: _cbam_service_pb2.CompareGoodsResponse
    priced_line_count: int
    def __init__(self, compared: _Optional[_Union[_cbam_service_pb2.CompareGoodsResponse, _Mapping]] = ..., priced_line_count: _Optional[int] = ...) -> None: ...

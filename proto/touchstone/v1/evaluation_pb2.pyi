import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EvaluationView(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    EVALUATION_VIEW_UNSPECIFIED: _ClassVar[EvaluationView]
    EVALUATION_VIEW_BASIC: _ClassVar[EvaluationView]
    EVALUATION_VIEW_FULL: _ClassVar[EvaluationView]
    EVALUATION_VIEW_WRITTEN: _ClassVar[EvaluationView]

class Verdict(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VERDICT_UNSPECIFIED: _ClassVar[Verdict]
    VERDICT_PROHIBITED: _ClassVar[Verdict]
    VERDICT_MISLEADING: _ClassVar[Verdict]
    VERDICT_NEEDS_EVIDENCE: _ClassVar[Verdict]
    VERDICT_PERMITTED_WITH_QUALIFICATION: _ClassVar[Verdict]
    VERDICT_OK: _ClassVar[Verdict]
    VERDICT_OUT_OF_SCOPE: _ClassVar[Verdict]

class Outcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OUTCOME_UNSPECIFIED: _ClassVar[Outcome]
    OUTCOME_MET: _ClassVar[Outcome]
    OUTCOME_NOT_MET: _ClassVar[Outcome]
    OUTCOME_UNDETERMINED: _ClassVar[Outcome]
    OUTCOME_NOT_APPLICABLE: _ClassVar[Outcome]
EVALUATION_VIEW_UNSPECIFIED: EvaluationView
EVALUATION_VIEW_BASIC: EvaluationView
EVALUATION_VIEW_FULL: EvaluationView
EVALUATION_VIEW_WRITTEN: EvaluationView
VERDICT_UNSPECIFIED: Verdict
VERDICT_PROHIBITED: Verdict
VERDICT_MISLEADING: Verdict
VERDICT_NEEDS_EVIDENCE: Verdict
VERDICT_PERMITTED_WITH_QUALIFICATION: Verdict
VERDICT_OK: Verdict
VERDICT_OUT_OF_SCOPE: Verdict
OUTCOME_UNSPECIFIED: Outcome
OUTCOME_MET: Outcome
OUTCOME_NOT_MET: Outcome
OUTCOME_UNDETERMINED: Outcome
OUTCOME_NOT_APPLICABLE: Outcome

class Evaluation(_message.Message):
    __slots__ = ("name", "create_time", "request_id", "software_versions", "archive_findings", "record_digest", "record", "record_json", "record_key", "remarks", "open_answers", "trail_steps", "principal", "gazette", "erasures", "status")
    class SoftwareVersionsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SOFTWARE_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    ARCHIVE_FINDINGS_FIELD_NUMBER: _ClassVar[int]
    RECORD_DIGEST_FIELD_NUMBER: _ClassVar[int]
    RECORD_FIELD_NUMBER: _ClassVar[int]
    RECORD_JSON_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    REMARKS_FIELD_NUMBER: _ClassVar[int]
    OPEN_ANSWERS_FIELD_NUMBER: _ClassVar[int]
    TRAIL_STEPS_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    ERASURES_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    request_id: str
    software_versions: _containers.ScalarMap[str, str]
    archive_findings: _containers.RepeatedCompositeFieldContainer[Finding]
    record_digest: str
    record: EvaluationRecord
    record_json: str
    record_key: bytes
    remarks: _containers.RepeatedCompositeFieldContainer[Remark]
    open_answers: _containers.RepeatedCompositeFieldContainer[OpenAnswer]
    trail_steps: _containers.RepeatedCompositeFieldContainer[TrailStep]
    principal: Principal
    gazette: str
    erasures: _containers.RepeatedCompositeFieldContainer[Erasure]
    status: ResultStatus
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., request_id: _Optional[str] = ..., software_versions: _Optional[_Mapping[str, str]] = ..., archive_findings: _Optional[_Iterable[_Union[Finding, _Mapping]]] = ..., record_digest: _Optional[str] = ..., record: _Optional[_Union[EvaluationRecord, _Mapping]] = ..., record_json: _Optional[str] = ..., record_key: _Optional[bytes] = ..., remarks: _Optional[_Iterable[_Union[Remark, _Mapping]]] = ..., open_answers: _Optional[_Iterable[_Union[OpenAnswer, _Mapping]]] = ..., trail_steps: _Optional[_Iterable[_Union[TrailStep, _Mapping]]] = ..., principal: _Optional[_Union[Principal, _Mapping]] = ..., gazette: _Optional[str] = ..., erasures: _Optional[_Iterable[_Union[Erasure, _Mapping]]] = ..., status: _Optional[_Union[ResultStatus, _Mapping]] = ...) -> None: ...

class ResultStatus(_message.Message):
    __slots__ = ("state", "campaign", "reason", "decide_time")
    class State(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATE_UNSPECIFIED: _ClassVar[ResultStatus.State]
        STATE_STANDS: _ClassVar[ResultStatus.State]
        STATE_IN_QUESTION: _ClassVar[ResultStatus.State]
        STATE_CORRECTED: _ClassVar[ResultStatus.State]
        STATE_WITHDRAWN: _ClassVar[ResultStatus.State]
        STATE_EXPIRED: _ClassVar[ResultStatus.State]
        STATE_SUPERSEDED: _ClassVar[ResultStatus.State]
        STATE_UNDER_APPEAL: _ClassVar[ResultStatus.State]
        STATE_SUSPENDED: _ClassVar[ResultStatus.State]
    STATE_UNSPECIFIED: ResultStatus.State
    STATE_STANDS: ResultStatus.State
    STATE_IN_QUESTION: ResultStatus.State
    STATE_CORRECTED: ResultStatus.State
    STATE_WITHDRAWN: ResultStatus.State
    STATE_EXPIRED: ResultStatus.State
    STATE_SUPERSEDED: ResultStatus.State
    STATE_UNDER_APPEAL: ResultStatus.State
    STATE_SUSPENDED: ResultStatus.State
    STATE_FIELD_NUMBER: _ClassVar[int]
    CAMPAIGN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DECIDE_TIME_FIELD_NUMBER: _ClassVar[int]
    state: ResultStatus.State
    campaign: str
    reason: str
    decide_time: _timestamp_pb2.Timestamp
    def __init__(self, state: _Optional[_Union[ResultStatus.State, str]] = ..., campaign: _Optional[str] = ..., reason: _Optional[str] = ..., decide_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Erasure(_message.Message):
    __slots__ = ("name", "create_time", "principal", "reason", "extent", "fact_ids", "step_count")
    class Extent(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        EXTENT_UNSPECIFIED: _ClassVar[Erasure.Extent]
        EXTENT_FACTS: _ClassVar[Erasure.Extent]
        EXTENT_EVIDENCE: _ClassVar[Erasure.Extent]
        EXTENT_INPUTS: _ClassVar[Erasure.Extent]
        EXTENT_EVALUATION: _ClassVar[Erasure.Extent]
    EXTENT_UNSPECIFIED: Erasure.Extent
    EXTENT_FACTS: Erasure.Extent
    EXTENT_EVIDENCE: Erasure.Extent
    EXTENT_INPUTS: Erasure.Extent
    EXTENT_EVALUATION: Erasure.Extent
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EXTENT_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    STEP_COUNT_FIELD_NUMBER: _ClassVar[int]
    name: str
    create_time: _timestamp_pb2.Timestamp
    principal: Principal
    reason: str
    extent: Erasure.Extent
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    step_count: int
    def __init__(self, name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., principal: _Optional[_Union[Principal, _Mapping]] = ..., reason: _Optional[str] = ..., extent: _Optional[_Union[Erasure.Extent, str]] = ..., fact_ids: _Optional[_Iterable[str]] = ..., step_count: _Optional[int] = ...) -> None: ...

class Principal(_message.Message):
    __slots__ = ("kind", "id", "organization")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[Principal.Kind]
        KIND_LOCAL: _ClassVar[Principal.Kind]
        KIND_API_KEY: _ClassVar[Principal.Kind]
        KIND_TOKEN: _ClassVar[Principal.Kind]
        KIND_CERTIFICATE: _ClassVar[Principal.Kind]
        KIND_ACCOUNT: _ClassVar[Principal.Kind]
        KIND_PULL: _ClassVar[Principal.Kind]
    KIND_UNSPECIFIED: Principal.Kind
    KIND_LOCAL: Principal.Kind
    KIND_API_KEY: Principal.Kind
    KIND_TOKEN: Principal.Kind
    KIND_CERTIFICATE: Principal.Kind
    KIND_ACCOUNT: Principal.Kind
    KIND_PULL: Principal.Kind
    KIND_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    ORGANIZATION_FIELD_NUMBER: _ClassVar[int]
    kind: Principal.Kind
    id: str
    organization: str
    def __init__(self, kind: _Optional[_Union[Principal.Kind, str]] = ..., id: _Optional[str] = ..., organization: _Optional[str] = ...) -> None: ...

class Remark(_message.Message):
    __slots__ = ("reason", "field", "fact_id")
    class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REASON_UNSPECIFIED: _ClassVar[Remark.Reason]
        REASON_REVIEWER_IS_ASSESSOR: _ClassVar[Remark.Reason]
        REASON_DATE_IN_FUTURE: _ClassVar[Remark.Reason]
        REASON_SMALL_SHARE: _ClassVar[Remark.Reason]
        REASON_PART_ABOVE_WHOLE: _ClassVar[Remark.Reason]
    REASON_UNSPECIFIED: Remark.Reason
    REASON_REVIEWER_IS_ASSESSOR: Remark.Reason
    REASON_DATE_IN_FUTURE: Remark.Reason
    REASON_SMALL_SHARE: Remark.Reason
    REASON_PART_ABOVE_WHOLE: Remark.Reason
    REASON_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    reason: Remark.Reason
    field: str
    fact_id: str
    def __init__(self, reason: _Optional[_Union[Remark.Reason, str]] = ..., field: _Optional[str] = ..., fact_id: _Optional[str] = ...) -> None: ...

class OpenAnswer(_message.Message):
    __slots__ = ("answer_id", "fact_ids", "setting_ids", "missing_values", "left_open_ids")
    ANSWER_ID_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    SETTING_IDS_FIELD_NUMBER: _ClassVar[int]
    MISSING_VALUES_FIELD_NUMBER: _ClassVar[int]
    LEFT_OPEN_IDS_FIELD_NUMBER: _ClassVar[int]
    answer_id: str
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    setting_ids: _containers.RepeatedScalarFieldContainer[str]
    missing_values: _containers.RepeatedCompositeFieldContainer[MissingValue]
    left_open_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, answer_id: _Optional[str] = ..., fact_ids: _Optional[_Iterable[str]] = ..., setting_ids: _Optional[_Iterable[str]] = ..., missing_values: _Optional[_Iterable[_Union[MissingValue, _Mapping]]] = ..., left_open_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class EvaluationRecord(_message.Message):
    __slots__ = ("schema", "subject", "scorecard_version", "rule_digest", "settings", "as_of_date", "known_time", "trail_digest", "conclusion", "track", "standing", "declared_conclusion", "setting_alternatives", "criterion_results", "section_results", "results", "reasons", "findings", "open_facts", "facts", "evidence", "bases", "rule_results", "tables", "missing_values", "semantics", "record_results")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class TrackEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    RULE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    TRAIL_DIGEST_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    TRACK_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    DECLARED_CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    SETTING_ALTERNATIVES_FIELD_NUMBER: _ClassVar[int]
    CRITERION_RESULTS_FIELD_NUMBER: _ClassVar[int]
    SECTION_RESULTS_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    OPEN_FACTS_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    BASES_FIELD_NUMBER: _ClassVar[int]
    RULE_RESULTS_FIELD_NUMBER: _ClassVar[int]
    TABLES_FIELD_NUMBER: _ClassVar[int]
    MISSING_VALUES_FIELD_NUMBER: _ClassVar[int]
    SEMANTICS_FIELD_NUMBER: _ClassVar[int]
    RECORD_RESULTS_FIELD_NUMBER: _ClassVar[int]
    schema: int
    subject: str
    scorecard_version: str
    rule_digest: str
    settings: _containers.ScalarMap[str, str]
    as_of_date: str
    known_time: _timestamp_pb2.Timestamp
    trail_digest: str
    conclusion: Conclusion
    track: _containers.ScalarMap[str, str]
    standing: Standing
    declared_conclusion: Conclusion
    setting_alternatives: _containers.RepeatedCompositeFieldContainer[SettingAlternative]
    criterion_results: _containers.RepeatedCompositeFieldContainer[CriterionResult]
    section_results: _containers.RepeatedCompositeFieldContainer[SectionResult]
    results: _containers.RepeatedCompositeFieldContainer[NamedFigure]
    reasons: _containers.RepeatedCompositeFieldContainer[Reason]
    findings: _containers.RepeatedCompositeFieldContainer[Finding]
    open_facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.OpenFact]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvaluatedFact]
    evidence: _containers.RepeatedCompositeFieldContainer[_fact_pb2.EvidenceItem]
    bases: _containers.RepeatedCompositeFieldContainer[_types_pb2.Basis]
    rule_results: _containers.RepeatedCompositeFieldContainer[RuleResult]
    tables: _containers.RepeatedCompositeFieldContainer[TableUse]
    missing_values: _containers.RepeatedCompositeFieldContainer[MissingValue]
    semantics: int
    record_results: _containers.RepeatedCompositeFieldContainer[RecordFigures]
    def __init__(self, schema: _Optional[int] = ..., subject: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., rule_digest: _Optional[str] = ..., settings: _Optional[_Mapping[str, str]] = ..., as_of_date: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., trail_digest: _Optional[str] = ..., conclusion: _Optional[_Union[Conclusion, _Mapping]] = ..., track: _Optional[_Mapping[str, str]] = ..., standing: _Optional[_Union[Standing, _Mapping]] = ..., declared_conclusion: _Optional[_Union[Conclusion, _Mapping]] = ..., setting_alternatives: _Optional[_Iterable[_Union[SettingAlternative, _Mapping]]] = ..., criterion_results: _Optional[_Iterable[_Union[CriterionResult, _Mapping]]] = ..., section_results: _Optional[_Iterable[_Union[SectionResult, _Mapping]]] = ..., results: _Optional[_Iterable[_Union[NamedFigure, _Mapping]]] = ..., reasons: _Optional[_Iterable[_Union[Reason, _Mapping]]] = ..., findings: _Optional[_Iterable[_Union[Finding, _Mapping]]] = ..., open_facts: _Optional[_Iterable[_Union[_fact_pb2.OpenFact, _Mapping]]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.EvaluatedFact, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[_fact_pb2.EvidenceItem, _Mapping]]] = ..., bases: _Optional[_Iterable[_Union[_types_pb2.Basis, _Mapping]]] = ..., rule_results: _Optional[_Iterable[_Union[RuleResult, _Mapping]]] = ..., tables: _Optional[_Iterable[_Union[TableUse, _Mapping]]] = ..., missing_values: _Optional[_Iterable[_Union[MissingValue, _Mapping]]] = ..., semantics: _Optional[int] = ..., record_results: _Optional[_Iterable[_Union[RecordFigures, _Mapping]]] = ...) -> None: ...

class TableUse(_message.Message):
    __slots__ = ("table_id", "name", "edition", "digest", "certainty", "gazette")
    TABLE_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EDITION_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    table_id: str
    name: str
    edition: str
    digest: str
    certainty: _types_pb2.Certainty
    gazette: str
    def __init__(self, table_id: _Optional[str] = ..., name: _Optional[str] = ..., edition: _Optional[str] = ..., digest: _Optional[str] = ..., certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., gazette: _Optional[str] = ...) -> None: ...

class MissingValue(_message.Message):
    __slots__ = ("quantity_id", "record_key", "table_id", "keys", "reason")
    class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REASON_UNSPECIFIED: _ClassVar[MissingValue.Reason]
        REASON_NO_EDITION: _ClassVar[MissingValue.Reason]
        REASON_UNFIT: _ClassVar[MissingValue.Reason]
        REASON_LOOK_FURTHER: _ClassVar[MissingValue.Reason]
        REASON_NO_ROW: _ClassVar[MissingValue.Reason]
        REASON_BLANK: _ClassVar[MissingValue.Reason]
        REASON_NOT_COVERED: _ClassVar[MissingValue.Reason]
        REASON_DIVIDED: _ClassVar[MissingValue.Reason]
        REASON_AMBIGUOUS: _ClassVar[MissingValue.Reason]
        REASON_MALFORMED: _ClassVar[MissingValue.Reason]
    REASON_UNSPECIFIED: MissingValue.Reason
    REASON_NO_EDITION: MissingValue.Reason
    REASON_UNFIT: MissingValue.Reason
    REASON_LOOK_FURTHER: MissingValue.Reason
    REASON_NO_ROW: MissingValue.Reason
    REASON_BLANK: MissingValue.Reason
    REASON_NOT_COVERED: MissingValue.Reason
    REASON_DIVIDED: MissingValue.Reason
    REASON_AMBIGUOUS: MissingValue.Reason
    REASON_MALFORMED: MissingValue.Reason
    class KeysEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    QUANTITY_ID_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    TABLE_ID_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    quantity_id: str
    record_key: str
    table_id: str
    keys: _containers.ScalarMap[str, str]
    reason: MissingValue.Reason
    def __init__(self, quantity_id: _Optional[str] = ..., record_key: _Optional[str] = ..., table_id: _Optional[str] = ..., keys: _Optional[_Mapping[str, str]] = ..., reason: _Optional[_Union[MissingValue.Reason, str]] = ...) -> None: ...

class Conclusion(_message.Message):
    __slots__ = ("kind", "grade", "grades", "score", "stage", "stages", "verdict", "verdicts", "deciding_rule_ids")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[Conclusion.Kind]
        KIND_NOT_APPLICABLE: _ClassVar[Conclusion.Kind]
        KIND_GATE_FAILED: _ClassVar[Conclusion.Kind]
        KIND_INCOMPLETE: _ClassVar[Conclusion.Kind]
        KIND_NOT_GRADED: _ClassVar[Conclusion.Kind]
        KIND_GRADED: _ClassVar[Conclusion.Kind]
        KIND_SCORED: _ClassVar[Conclusion.Kind]
        KIND_JUDGED: _ClassVar[Conclusion.Kind]
        KIND_GRADE_OPEN: _ClassVar[Conclusion.Kind]
    KIND_UNSPECIFIED: Conclusion.Kind
    KIND_NOT_APPLICABLE: Conclusion.Kind
    KIND_GATE_FAILED: Conclusion.Kind
    KIND_INCOMPLETE: Conclusion.Kind
    KIND_NOT_GRADED: Conclusion.Kind
    KIND_GRADED: Conclusion.Kind
    KIND_SCORED: Conclusion.Kind
    KIND_JUDGED: Conclusion.Kind
    KIND_GRADE_OPEN: Conclusion.Kind
    KIND_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    GRADES_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    STAGES_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    VERDICTS_FIELD_NUMBER: _ClassVar[int]
    DECIDING_RULE_IDS_FIELD_NUMBER: _ClassVar[int]
    kind: Conclusion.Kind
    grade: str
    grades: _containers.RepeatedCompositeFieldContainer[GradeResult]
    score: _types_pb2.Figure
    stage: str
    stages: _containers.RepeatedCompositeFieldContainer[StageResult]
    verdict: Verdict
    verdicts: _containers.RepeatedScalarFieldContainer[Verdict]
    deciding_rule_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, kind: _Optional[_Union[Conclusion.Kind, str]] = ..., grade: _Optional[str] = ..., grades: _Optional[_Iterable[_Union[GradeResult, _Mapping]]] = ..., score: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ..., stage: _Optional[str] = ..., stages: _Optional[_Iterable[_Union[StageResult, _Mapping]]] = ..., verdict: _Optional[_Union[Verdict, str]] = ..., verdicts: _Optional[_Iterable[_Union[Verdict, str]]] = ..., deciding_rule_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class StageResult(_message.Message):
    __slots__ = ("stage", "possibility", "maximum_points", "witness", "witness_settings")
    class WitnessSettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    STAGE_FIELD_NUMBER: _ClassVar[int]
    POSSIBILITY_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_POINTS_FIELD_NUMBER: _ClassVar[int]
    WITNESS_FIELD_NUMBER: _ClassVar[int]
    WITNESS_SETTINGS_FIELD_NUMBER: _ClassVar[int]
    stage: str
    possibility: GradeResult.Possibility
    maximum_points: str
    witness: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    witness_settings: _containers.ScalarMap[str, str]
    def __init__(self, stage: _Optional[str] = ..., possibility: _Optional[_Union[GradeResult.Possibility, str]] = ..., maximum_points: _Optional[str] = ..., witness: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., witness_settings: _Optional[_Mapping[str, str]] = ...) -> None: ...

class RuleResult(_message.Message):
    __slots__ = ("rule_id", "outcome", "in_force", "coming", "verdict", "severity", "fact_ids", "open_fact_ids", "evidence_ids", "basis_ids")
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    IN_FORCE_FIELD_NUMBER: _ClassVar[int]
    COMING_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    OPEN_FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_IDS_FIELD_NUMBER: _ClassVar[int]
    BASIS_IDS_FIELD_NUMBER: _ClassVar[int]
    rule_id: str
    outcome: Outcome
    in_force: Outcome
    coming: bool
    verdict: Verdict
    severity: Finding.Severity
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    open_fact_ids: _containers.RepeatedScalarFieldContainer[str]
    evidence_ids: _containers.RepeatedScalarFieldContainer[str]
    basis_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, rule_id: _Optional[str] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., in_force: _Optional[_Union[Outcome, str]] = ..., coming: _Optional[bool] = ..., verdict: _Optional[_Union[Verdict, str]] = ..., severity: _Optional[_Union[Finding.Severity, str]] = ..., fact_ids: _Optional[_Iterable[str]] = ..., open_fact_ids: _Optional[_Iterable[str]] = ..., evidence_ids: _Optional[_Iterable[str]] = ..., basis_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class GradeResult(_message.Message):
    __slots__ = ("grade", "possibility", "witness", "witness_settings")
    class Possibility(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        POSSIBILITY_UNSPECIFIED: _ClassVar[GradeResult.Possibility]
        POSSIBILITY_CERTAIN: _ClassVar[GradeResult.Possibility]
        POSSIBILITY_REACHABLE: _ClassVar[GradeResult.Possibility]
        POSSIBILITY_NOT_EXCLUDED: _ClassVar[GradeResult.Possibility]
        POSSIBILITY_EXCLUDED: _ClassVar[GradeResult.Possibility]
    POSSIBILITY_UNSPECIFIED: GradeResult.Possibility
    POSSIBILITY_CERTAIN: GradeResult.Possibility
    POSSIBILITY_REACHABLE: GradeResult.Possibility
    POSSIBILITY_NOT_EXCLUDED: GradeResult.Possibility
    POSSIBILITY_EXCLUDED: GradeResult.Possibility
    class WitnessSettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    GRADE_FIELD_NUMBER: _ClassVar[int]
    POSSIBILITY_FIELD_NUMBER: _ClassVar[int]
    WITNESS_FIELD_NUMBER: _ClassVar[int]
    WITNESS_SETTINGS_FIELD_NUMBER: _ClassVar[int]
    grade: str
    possibility: GradeResult.Possibility
    witness: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    witness_settings: _containers.ScalarMap[str, str]
    def __init__(self, grade: _Optional[str] = ..., possibility: _Optional[_Union[GradeResult.Possibility, str]] = ..., witness: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., witness_settings: _Optional[_Mapping[str, str]] = ...) -> None: ...

class Standing(_message.Message):
    __slots__ = ("certainty", "weakest_basis_ids", "not_assessed", "weakest_tables")
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    WEAKEST_BASIS_IDS_FIELD_NUMBER: _ClassVar[int]
    NOT_ASSESSED_FIELD_NUMBER: _ClassVar[int]
    WEAKEST_TABLES_FIELD_NUMBER: _ClassVar[int]
    certainty: _types_pb2.Certainty
    weakest_basis_ids: _containers.RepeatedScalarFieldContainer[str]
    not_assessed: _containers.RepeatedCompositeFieldContainer[_types_pb2.Words]
    weakest_tables: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., weakest_basis_ids: _Optional[_Iterable[str]] = ..., not_assessed: _Optional[_Iterable[_Union[_types_pb2.Words, _Mapping]]] = ..., weakest_tables: _Optional[_Iterable[str]] = ...) -> None: ...

class SettingAlternative(_message.Message):
    __slots__ = ("settings", "conclusion")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_FIELD_NUMBER: _ClassVar[int]
    settings: _containers.ScalarMap[str, str]
    conclusion: Conclusion
    def __init__(self, settings: _Optional[_Mapping[str, str]] = ..., conclusion: _Optional[_Union[Conclusion, _Mapping]] = ...) -> None: ...

class CriterionResult(_message.Message):
    __slots__ = ("criterion_id", "kind", "outcome", "points", "maximum_points", "reason_codes", "fact_ids", "evidence_ids", "basis_ids")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[CriterionResult.Kind]
        KIND_GATE: _ClassVar[CriterionResult.Kind]
        KIND_INDICATOR: _ClassVar[CriterionResult.Kind]
    KIND_UNSPECIFIED: CriterionResult.Kind
    KIND_GATE: CriterionResult.Kind
    KIND_INDICATOR: CriterionResult.Kind
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    POINTS_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_POINTS_FIELD_NUMBER: _ClassVar[int]
    REASON_CODES_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_IDS_FIELD_NUMBER: _ClassVar[int]
    BASIS_IDS_FIELD_NUMBER: _ClassVar[int]
    criterion_id: str
    kind: CriterionResult.Kind
    outcome: Outcome
    points: _types_pb2.Interval
    maximum_points: str
    reason_codes: _containers.RepeatedScalarFieldContainer[str]
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    evidence_ids: _containers.RepeatedScalarFieldContainer[str]
    basis_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, criterion_id: _Optional[str] = ..., kind: _Optional[_Union[CriterionResult.Kind, str]] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., points: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., maximum_points: _Optional[str] = ..., reason_codes: _Optional[_Iterable[str]] = ..., fact_ids: _Optional[_Iterable[str]] = ..., evidence_ids: _Optional[_Iterable[str]] = ..., basis_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class SectionResult(_message.Message):
    __slots__ = ("section_id", "score", "maximum_points")
    SECTION_ID_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_POINTS_FIELD_NUMBER: _ClassVar[int]
    section_id: str
    score: _types_pb2.Figure
    maximum_points: str
    def __init__(self, section_id: _Optional[str] = ..., score: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ..., maximum_points: _Optional[str] = ...) -> None: ...

class NamedFigure(_message.Message):
    __slots__ = ("result_id", "figure", "basis_ids")
    RESULT_ID_FIELD_NUMBER: _ClassVar[int]
    FIGURE_FIELD_NUMBER: _ClassVar[int]
    BASIS_IDS_FIELD_NUMBER: _ClassVar[int]
    result_id: str
    figure: _types_pb2.Figure
    basis_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, result_id: _Optional[str] = ..., figure: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ..., basis_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordFigures(_message.Message):
    __slots__ = ("list_id", "record_key", "figures")
    LIST_ID_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    list_id: str
    record_key: str
    figures: _containers.RepeatedCompositeFieldContainer[NamedFigure]
    def __init__(self, list_id: _Optional[str] = ..., record_key: _Optional[str] = ..., figures: _Optional[_Iterable[_Union[NamedFigure, _Mapping]]] = ...) -> None: ...

class Reason(_message.Message):
    __slots__ = ("code", "criterion_id", "points_lost", "band", "next_band", "measured_id", "distance")
    CODE_FIELD_NUMBER: _ClassVar[int]
    CRITERION_ID_FIELD_NUMBER: _ClassVar[int]
    POINTS_LOST_FIELD_NUMBER: _ClassVar[int]
    BAND_FIELD_NUMBER: _ClassVar[int]
    NEXT_BAND_FIELD_NUMBER: _ClassVar[int]
    MEASURED_ID_FIELD_NUMBER: _ClassVar[int]
    DISTANCE_FIELD_NUMBER: _ClassVar[int]
    code: str
    criterion_id: str
    points_lost: _types_pb2.Interval
    band: int
    next_band: int
    measured_id: str
    distance: _types_pb2.Figure
    def __init__(self, code: _Optional[str] = ..., criterion_id: _Optional[str] = ..., points_lost: _Optional[_Union[_types_pb2.Interval, _Mapping]] = ..., band: _Optional[int] = ..., next_band: _Optional[int] = ..., measured_id: _Optional[str] = ..., distance: _Optional[_Union[_types_pb2.Figure, _Mapping]] = ...) -> None: ...

class Finding(_message.Message):
    __slots__ = ("finding_id", "severity", "close_within", "evaluations", "outcome", "basis_ids", "place", "subjects", "periods")
    class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        SEVERITY_UNSPECIFIED: _ClassVar[Finding.Severity]
        SEVERITY_OBSERVATION: _ClassVar[Finding.Severity]
        SEVERITY_MINOR: _ClassVar[Finding.Severity]
        SEVERITY_MAJOR: _ClassVar[Finding.Severity]
    SEVERITY_UNSPECIFIED: Finding.Severity
    SEVERITY_OBSERVATION: Finding.Severity
    SEVERITY_MINOR: Finding.Severity
    SEVERITY_MAJOR: Finding.Severity
    FINDING_ID_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    CLOSE_WITHIN_FIELD_NUMBER: _ClassVar[int]
    EVALUATIONS_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    BASIS_IDS_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    SUBJECTS_FIELD_NUMBER: _ClassVar[int]
    PERIODS_FIELD_NUMBER: _ClassVar[int]
    finding_id: str
    severity: Finding.Severity
    close_within: str
    evaluations: _containers.RepeatedScalarFieldContainer[str]
    outcome: Outcome
    basis_ids: _containers.RepeatedScalarFieldContainer[str]
    place: str
    subjects: _containers.RepeatedScalarFieldContainer[str]
    periods: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, finding_id: _Optional[str] = ..., severity: _Optional[_Union[Finding.Severity, str]] = ..., close_within: _Optional[str] = ..., evaluations: _Optional[_Iterable[str]] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., basis_ids: _Optional[_Iterable[str]] = ..., place: _Optional[str] = ..., subjects: _Optional[_Iterable[str]] = ..., periods: _Optional[_Iterable[str]] = ...) -> None: ...

class TrailStep(_message.Message):
    __slots__ = ("step_id", "parent_step_id", "kind", "references", "payload_json", "salt", "commitment", "found_json", "proof")
    STEP_ID_FIELD_NUMBER: _ClassVar[int]
    PARENT_STEP_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    REFERENCES_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_JSON_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    FOUND_JSON_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    step_id: str
    parent_step_id: str
    kind: str
    references: _containers.RepeatedScalarFieldContainer[str]
    payload_json: str
    salt: bytes
    commitment: str
    found_json: str
    proof: StepProof
    def __init__(self, step_id: _Optional[str] = ..., parent_step_id: _Optional[str] = ..., kind: _Optional[str] = ..., references: _Optional[_Iterable[str]] = ..., payload_json: _Optional[str] = ..., salt: _Optional[bytes] = ..., commitment: _Optional[str] = ..., found_json: _Optional[str] = ..., proof: _Optional[_Union[StepProof, _Mapping]] = ...) -> None: ...

class StepProof(_message.Message):
    __slots__ = ("place", "step_count", "path")
    PLACE_FIELD_NUMBER: _ClassVar[int]
    STEP_COUNT_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    place: int
    step_count: int
    path: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, place: _Optional[int] = ..., step_count: _Optional[int] = ..., path: _Optional[_Iterable[bytes]] = ...) -> None: ...

import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class VersionStep(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VERSION_STEP_UNSPECIFIED: _ClassVar[VersionStep]
    VERSION_STEP_PATCH: _ClassVar[VersionStep]
    VERSION_STEP_MINOR: _ClassVar[VersionStep]
    VERSION_STEP_MAJOR: _ClassVar[VersionStep]
VERSION_STEP_UNSPECIFIED: VersionStep
VERSION_STEP_PATCH: VersionStep
VERSION_STEP_MINOR: VersionStep
VERSION_STEP_MAJOR: VersionStep

class Scorecard(_message.Message):
    __slots__ = ("name", "titles", "current_version", "gazette", "purposes", "basis_counts", "current_publish_time")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class PurposesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    CURRENT_VERSION_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    PURPOSES_FIELD_NUMBER: _ClassVar[int]
    BASIS_COUNTS_FIELD_NUMBER: _ClassVar[int]
    CURRENT_PUBLISH_TIME_FIELD_NUMBER: _ClassVar[int]
    name: str
    titles: _containers.ScalarMap[str, str]
    current_version: str
    gazette: str
    purposes: _containers.ScalarMap[str, str]
    basis_counts: _containers.RepeatedCompositeFieldContainer[BasisCount]
    current_publish_time: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., current_version: _Optional[str] = ..., gazette: _Optional[str] = ..., purposes: _Optional[_Mapping[str, str]] = ..., basis_counts: _Optional[_Iterable[_Union[BasisCount, _Mapping]]] = ..., current_publish_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BasisCount(_message.Message):
    __slots__ = ("certainty", "basis_count")
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    BASIS_COUNT_FIELD_NUMBER: _ClassVar[int]
    certainty: _types_pb2.Certainty
    basis_count: int
    def __init__(self, certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., basis_count: _Optional[int] = ...) -> None: ...

class ScorecardVersion(_message.Message):
    __slots__ = ("name", "titles", "subject_kind", "attestation_kind", "time_zone", "effect", "supersedes", "not_assessed", "rule_digest", "text_digest", "content_digest", "publish_time", "repeal", "statements", "gazette", "overlaid_version", "overlaid_content_digest", "example_count", "known_time", "origin")
    class AttestationKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        ATTESTATION_KIND_UNSPECIFIED: _ClassVar[ScorecardVersion.AttestationKind]
        ATTESTATION_KIND_CERTIFICATE: _ClassVar[ScorecardVersion.AttestationKind]
        ATTESTATION_KIND_VERIFICATION_STATEMENT: _ClassVar[ScorecardVersion.AttestationKind]
        ATTESTATION_KIND_RATING: _ClassVar[ScorecardVersion.AttestationKind]
        ATTESTATION_KIND_SELF_ASSESSMENT: _ClassVar[ScorecardVersion.AttestationKind]
    ATTESTATION_KIND_UNSPECIFIED: ScorecardVersion.AttestationKind
    ATTESTATION_KIND_CERTIFICATE: ScorecardVersion.AttestationKind
    ATTESTATION_KIND_VERIFICATION_STATEMENT: ScorecardVersion.AttestationKind
    ATTESTATION_KIND_RATING: ScorecardVersion.AttestationKind
    ATTESTATION_KIND_SELF_ASSESSMENT: ScorecardVersion.AttestationKind
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_KIND_FIELD_NUMBER: _ClassVar[int]
    ATTESTATION_KIND_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDES_FIELD_NUMBER: _ClassVar[int]
    NOT_ASSESSED_FIELD_NUMBER: _ClassVar[int]
    RULE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    TEXT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_TIME_FIELD_NUMBER: _ClassVar[int]
    REPEAL_FIELD_NUMBER: _ClassVar[int]
    STATEMENTS_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    OVERLAID_VERSION_FIELD_NUMBER: _ClassVar[int]
    OVERLAID_CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    name: str
    titles: _containers.ScalarMap[str, str]
    subject_kind: str
    attestation_kind: ScorecardVersion.AttestationKind
    time_zone: str
    effect: _types_pb2.DateRange
    supersedes: str
    not_assessed: _containers.RepeatedCompositeFieldContainer[_types_pb2.Words]
    rule_digest: str
    text_digest: str
    content_digest: str
    publish_time: _timestamp_pb2.Timestamp
    repeal: Repeal
    statements: _containers.RepeatedCompositeFieldContainer[VersionStatement]
    gazette: str
    overlaid_version: str
    overlaid_content_digest: str
    example_count: int
    known_time: _timestamp_pb2.Timestamp
    origin: VersionOrigin
    def __init__(self, name: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., subject_kind: _Optional[str] = ..., attestation_kind: _Optional[_Union[ScorecardVersion.AttestationKind, str]] = ..., time_zone: _Optional[str] = ..., effect: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., supersedes: _Optional[str] = ..., not_assessed: _Optional[_Iterable[_Union[_types_pb2.Words, _Mapping]]] = ..., rule_digest: _Optional[str] = ..., text_digest: _Optional[str] = ..., content_digest: _Optional[str] = ..., publish_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., repeal: _Optional[_Union[Repeal, _Mapping]] = ..., statements: _Optional[_Iterable[_Union[VersionStatement, _Mapping]]] = ..., gazette: _Optional[str] = ..., overlaid_version: _Optional[str] = ..., overlaid_content_digest: _Optional[str] = ..., example_count: _Optional[int] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., origin: _Optional[_Union[VersionOrigin, _Mapping]] = ...) -> None: ...

class VersionOrigin(_message.Message):
    __slots__ = ("feed", "snapshot", "arrive_time", "content_digest")
    FEED_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    ARRIVE_TIME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    feed: str
    snapshot: int
    arrive_time: _timestamp_pb2.Timestamp
    content_digest: str
    def __init__(self, feed: _Optional[str] = ..., snapshot: _Optional[int] = ..., arrive_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., content_digest: _Optional[str] = ...) -> None: ...

class Repeal(_message.Message):
    __slots__ = ("first_date", "reason", "repeal_time")
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REPEAL_TIME_FIELD_NUMBER: _ClassVar[int]
    first_date: str
    reason: str
    repeal_time: _timestamp_pb2.Timestamp
    def __init__(self, first_date: _Optional[str] = ..., reason: _Optional[str] = ..., repeal_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class VersionStatement(_message.Message):
    __slots__ = ("act", "person", "state_time", "reason", "key_id")
    class Act(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        ACT_UNSPECIFIED: _ClassVar[VersionStatement.Act]
        ACT_SUBMISSION: _ClassVar[VersionStatement.Act]
        ACT_APPROVAL: _ClassVar[VersionStatement.Act]
        ACT_REJECTION: _ClassVar[VersionStatement.Act]
        ACT_PUBLICATION: _ClassVar[VersionStatement.Act]
        ACT_REPEAL: _ClassVar[VersionStatement.Act]
    ACT_UNSPECIFIED: VersionStatement.Act
    ACT_SUBMISSION: VersionStatement.Act
    ACT_APPROVAL: VersionStatement.Act
    ACT_REJECTION: VersionStatement.Act
    ACT_PUBLICATION: VersionStatement.Act
    ACT_REPEAL: VersionStatement.Act
    ACT_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    STATE_TIME_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    act: VersionStatement.Act
    person: str
    state_time: _timestamp_pb2.Timestamp
    reason: str
    key_id: str
    def __init__(self, act: _Optional[_Union[VersionStatement.Act, str]] = ..., person: _Optional[str] = ..., state_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., reason: _Optional[str] = ..., key_id: _Optional[str] = ...) -> None: ...

class SourceFile(_message.Message):
    __slots__ = ("path", "content")
    PATH_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    path: str
    content: str
    def __init__(self, path: _Optional[str] = ..., content: _Optional[str] = ...) -> None: ...

class Change(_message.Message):
    __slots__ = ("kind", "path", "before_json", "after_json", "text", "step")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        KIND_UNSPECIFIED: _ClassVar[Change.Kind]
        KIND_ADDED: _ClassVar[Change.Kind]
        KIND_REMOVED: _ClassVar[Change.Kind]
        KIND_CHANGED: _ClassVar[Change.Kind]
    KIND_UNSPECIFIED: Change.Kind
    KIND_ADDED: Change.Kind
    KIND_REMOVED: Change.Kind
    KIND_CHANGED: Change.Kind
    KIND_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    BEFORE_JSON_FIELD_NUMBER: _ClassVar[int]
    AFTER_JSON_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    kind: Change.Kind
    path: str
    before_json: str
    after_json: str
    text: str
    step: VersionStep
    def __init__(self, kind: _Optional[_Union[Change.Kind, str]] = ..., path: _Optional[str] = ..., before_json: _Optional[str] = ..., after_json: _Optional[str] = ..., text: _Optional[str] = ..., step: _Optional[_Union[VersionStep, str]] = ...) -> None: ...

class ScorecardRule(_message.Message):
    __slots__ = ("path", "part", "rule_id", "title", "rows", "basis_ids", "certainty", "fact_ids", "rule_paths", "reference_table")
    PATH_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    BASIS_IDS_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    RULE_PATHS_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_TABLE_FIELD_NUMBER: _ClassVar[int]
    path: str
    part: str
    rule_id: str
    title: str
    rows: _containers.RepeatedCompositeFieldContainer[RuleRow]
    basis_ids: _containers.RepeatedScalarFieldContainer[str]
    certainty: _types_pb2.Certainty
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    rule_paths: _containers.RepeatedScalarFieldContainer[str]
    reference_table: str
    def __init__(self, path: _Optional[str] = ..., part: _Optional[str] = ..., rule_id: _Optional[str] = ..., title: _Optional[str] = ..., rows: _Optional[_Iterable[_Union[RuleRow, _Mapping]]] = ..., basis_ids: _Optional[_Iterable[str]] = ..., certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., fact_ids: _Optional[_Iterable[str]] = ..., rule_paths: _Optional[_Iterable[str]] = ..., reference_table: _Optional[str] = ...) -> None: ...

class RuleRow(_message.Message):
    __slots__ = ("path", "cells")
    PATH_FIELD_NUMBER: _ClassVar[int]
    CELLS_FIELD_NUMBER: _ClassVar[int]
    path: str
    cells: _containers.RepeatedCompositeFieldContainer[RuleCell]
    def __init__(self, path: _Optional[str] = ..., cells: _Optional[_Iterable[_Union[RuleCell, _Mapping]]] = ...) -> None: ...

class RuleCell(_message.Message):
    __slots__ = ("column_id", "column", "text")
    COLUMN_ID_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    column_id: str
    column: str
    text: str
    def __init__(self, column_id: _Optional[str] = ..., column: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class RuleBasis(_message.Message):
    __slots__ = ("basis", "note")
    BASIS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    basis: _types_pb2.Basis
    note: str
    def __init__(self, basis: _Optional[_Union[_types_pb2.Basis, _Mapping]] = ..., note: _Optional[str] = ...) -> None: ...

class RuleChange(_message.Message):
    __slots__ = ("category", "heading", "context", "was", "now", "was_path", "now_path", "step", "citations")
    class Category(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CATEGORY_UNSPECIFIED: _ClassVar[RuleChange.Category]
        CATEGORY_RULE: _ClassVar[RuleChange.Category]
        CATEGORY_BASIS: _ClassVar[RuleChange.Category]
        CATEGORY_NOTE: _ClassVar[RuleChange.Category]
    CATEGORY_UNSPECIFIED: RuleChange.Category
    CATEGORY_RULE: RuleChange.Category
    CATEGORY_BASIS: RuleChange.Category
    CATEGORY_NOTE: RuleChange.Category
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    HEADING_FIELD_NUMBER: _ClassVar[int]
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    WAS_FIELD_NUMBER: _ClassVar[int]
    NOW_FIELD_NUMBER: _ClassVar[int]
    WAS_PATH_FIELD_NUMBER: _ClassVar[int]
    NOW_PATH_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    CITATIONS_FIELD_NUMBER: _ClassVar[int]
    category: RuleChange.Category
    heading: str
    context: str
    was: str
    now: str
    was_path: str
    now_path: str
    step: VersionStep
    citations: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, category: _Optional[_Union[RuleChange.Category, str]] = ..., heading: _Optional[str] = ..., context: _Optional[str] = ..., was: _Optional[str] = ..., now: _Optional[str] = ..., was_path: _Optional[str] = ..., now_path: _Optional[str] = ..., step: _Optional[_Union[VersionStep, str]] = ..., citations: _Optional[_Iterable[str]] = ...) -> None: ...

class MovableOutcomes(_message.Message):
    __slots__ = ("gate_ids", "indicator_ids", "finding_ids", "rule_ids", "stage_ids", "result_ids", "grade_ids", "labels")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    GATE_IDS_FIELD_NUMBER: _ClassVar[int]
    INDICATOR_IDS_FIELD_NUMBER: _ClassVar[int]
    FINDING_IDS_FIELD_NUMBER: _ClassVar[int]
    RULE_IDS_FIELD_NUMBER: _ClassVar[int]
    STAGE_IDS_FIELD_NUMBER: _ClassVar[int]
    RESULT_IDS_FIELD_NUMBER: _ClassVar[int]
    GRADE_IDS_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    gate_ids: _containers.RepeatedScalarFieldContainer[str]
    indicator_ids: _containers.RepeatedScalarFieldContainer[str]
    finding_ids: _containers.RepeatedScalarFieldContainer[str]
    rule_ids: _containers.RepeatedScalarFieldContainer[str]
    stage_ids: _containers.RepeatedScalarFieldContainer[str]
    result_ids: _containers.RepeatedScalarFieldContainer[str]
    grade_ids: _containers.RepeatedScalarFieldContainer[str]
    labels: _containers.ScalarMap[str, str]
    def __init__(self, gate_ids: _Optional[_Iterable[str]] = ..., indicator_ids: _Optional[_Iterable[str]] = ..., finding_ids: _Optional[_Iterable[str]] = ..., rule_ids: _Optional[_Iterable[str]] = ..., stage_ids: _Optional[_Iterable[str]] = ..., result_ids: _Optional[_Iterable[str]] = ..., grade_ids: _Optional[_Iterable[str]] = ..., labels: _Optional[_Mapping[str, str]] = ...) -> None: ...

class LegalImpact(_message.Message):
    __slots__ = ("scorecard_version", "text")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    text: str
    def __init__(self, scorecard_version: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class RuleMatch(_message.Message):
    __slots__ = ("scorecard_version", "titles", "path", "part", "title", "excerpt")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    EXCERPT_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    titles: _containers.ScalarMap[str, str]
    path: str
    part: str
    title: str
    excerpt: str
    def __init__(self, scorecard_version: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., path: _Optional[str] = ..., part: _Optional[str] = ..., title: _Optional[str] = ..., excerpt: _Optional[str] = ...) -> None: ...

class ReferenceTableEdition(_message.Message):
    __slots__ = ("name", "titles", "columns", "sources", "certainty", "validity", "known_date", "coverages", "complete", "row_count", "superseded_editions", "digest", "gazette")
    class TitlesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class CoveragesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    TITLES_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    VALIDITY_FIELD_NUMBER: _ClassVar[int]
    KNOWN_DATE_FIELD_NUMBER: _ClassVar[int]
    COVERAGES_FIELD_NUMBER: _ClassVar[int]
    COMPLETE_FIELD_NUMBER: _ClassVar[int]
    ROW_COUNT_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDED_EDITIONS_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    titles: _containers.ScalarMap[str, str]
    columns: _containers.RepeatedCompositeFieldContainer[ReferenceTableColumn]
    sources: _containers.RepeatedCompositeFieldContainer[ReferenceTableSource]
    certainty: _types_pb2.Certainty
    validity: _types_pb2.DateRange
    known_date: str
    coverages: _containers.ScalarMap[str, str]
    complete: bool
    row_count: int
    superseded_editions: _containers.RepeatedScalarFieldContainer[str]
    digest: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., titles: _Optional[_Mapping[str, str]] = ..., columns: _Optional[_Iterable[_Union[ReferenceTableColumn, _Mapping]]] = ..., sources: _Optional[_Iterable[_Union[ReferenceTableSource, _Mapping]]] = ..., certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., validity: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., known_date: _Optional[str] = ..., coverages: _Optional[_Mapping[str, str]] = ..., complete: _Optional[bool] = ..., row_count: _Optional[int] = ..., superseded_editions: _Optional[_Iterable[str]] = ..., digest: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ReferenceTableColumn(_message.Message):
    __slots__ = ("column_id", "labels", "unit", "key")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    COLUMN_ID_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    column_id: str
    labels: _containers.ScalarMap[str, str]
    unit: str
    key: bool
    def __init__(self, column_id: _Optional[str] = ..., labels: _Optional[_Mapping[str, str]] = ..., unit: _Optional[str] = ..., key: _Optional[bool] = ...) -> None: ...

class ReferenceTableSource(_message.Message):
    __slots__ = ("instrument", "clause", "notes")
    class NotesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    INSTRUMENT_FIELD_NUMBER: _ClassVar[int]
    CLAUSE_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    instrument: str
    clause: str
    notes: _containers.ScalarMap[str, str]
    def __init__(self, instrument: _Optional[str] = ..., clause: _Optional[str] = ..., notes: _Optional[_Mapping[str, str]] = ...) -> None: ...

class ReferenceTableRow(_message.Message):
    __slots__ = ("cells",)
    CELLS_FIELD_NUMBER: _ClassVar[int]
    cells: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, cells: _Optional[_Iterable[str]] = ...) -> None: ...

class ProofFigures(_message.Message):
    __slots__ = ("scorecard_version", "content_digest", "example_count", "failed_example_count", "slip_count", "noticed_slip_count", "waiting_slip_count", "unnoticed_slips", "measure_time", "software_version")
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    SLIP_COUNT_FIELD_NUMBER: _ClassVar[int]
    NOTICED_SLIP_COUNT_FIELD_NUMBER: _ClassVar[int]
    WAITING_SLIP_COUNT_FIELD_NUMBER: _ClassVar[int]
    UNNOTICED_SLIPS_FIELD_NUMBER: _ClassVar[int]
    MEASURE_TIME_FIELD_NUMBER: _ClassVar[int]
    SOFTWARE_VERSION_FIELD_NUMBER: _ClassVar[int]
    scorecard_version: str
    content_digest: str
    example_count: int
    failed_example_count: int
    slip_count: int
    noticed_slip_count: int
    waiting_slip_count: int
    unnoticed_slips: _containers.RepeatedCompositeFieldContainer[UnnoticedSlip]
    measure_time: _timestamp_pb2.Timestamp
    software_version: str
    def __init__(self, scorecard_version: _Optional[str] = ..., content_digest: _Optional[str] = ..., example_count: _Optional[int] = ..., failed_example_count: _Optional[int] = ..., slip_count: _Optional[int] = ..., noticed_slip_count: _Optional[int] = ..., waiting_slip_count: _Optional[int] = ..., unnoticed_slips: _Optional[_Iterable[_Union[UnnoticedSlip, _Mapping]]] = ..., measure_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., software_version: _Optional[str] = ...) -> None: ...

class UnnoticedSlip(_message.Message):
    __slots__ = ("heading", "context", "before", "after")
    HEADING_FIELD_NUMBER: _ClassVar[int]
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    heading: str
    context: str
    before: str
    after: str
    def __init__(self, heading: _Optional[str] = ..., context: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

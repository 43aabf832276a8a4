import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import draft_pb2 as _draft_pb2
from touchstone.v1 import draft_editing_pb2 as _draft_editing_pb2
from touchstone.v1 import draft_merge_pb2 as _draft_merge_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import promotion_pb2 as _promotion_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetScorecardRequest(_message.Message):
    __slots__ = ("name", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListScorecardsRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "gazette", "as_of_date", "known_time")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    gazette: str
    as_of_date: str
    known_time: _timestamp_pb2.Timestamp
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., gazette: _Optional[str] = ..., as_of_date: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListScorecardsResponse(_message.Message):
    __slots__ = ("scorecards", "next_page_token")
    SCORECARDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    scorecards: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.Scorecard]
    next_page_token: str
    def __init__(self, scorecards: _Optional[_Iterable[_Union[_scorecard_pb2.Scorecard, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetScorecardVersionRequest(_message.Message):
    __slots__ = ("name", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class GetProofFiguresRequest(_message.Message):
    __slots__ = ("name", "language_code", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListScorecardVersionsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "as_of_date", "known_time", "gazette")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    as_of_date: str
    known_time: _timestamp_pb2.Timestamp
    gazette: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., as_of_date: _Optional[str] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListScorecardVersionsResponse(_message.Message):
    __slots__ = ("scorecard_versions", "next_page_token")
    SCORECARD_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    scorecard_versions: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.ScorecardVersion]
    next_page_token: str
    def __init__(self, scorecard_versions: _Optional[_Iterable[_Union[_scorecard_pb2.ScorecardVersion, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListScorecardRulesRequest(_message.Message):
    __slots__ = ("parent", "language_code", "part", "page_size", "page_token", "gazette")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    language_code: str
    part: str
    page_size: int
    page_token: str
    gazette: str
    def __init__(self, parent: _Optional[str] = ..., language_code: _Optional[str] = ..., part: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListScorecardRulesResponse(_message.Message):
    __slots__ = ("scorecard_rules", "bases", "next_page_token")
    SCORECARD_RULES_FIELD_NUMBER: _ClassVar[int]
    BASES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    scorecard_rules: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.ScorecardRule]
    bases: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.RuleBasis]
    next_page_token: str
    def __init__(self, scorecard_rules: _Optional[_Iterable[_Union[_scorecard_pb2.ScorecardRule, _Mapping]]] = ..., bases: _Optional[_Iterable[_Union[_scorecard_pb2.RuleBasis, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class GetInputSchemaRequest(_message.Message):
    __slots__ = ("name", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class InputSchema(_message.Message):
    __slots__ = ("name", "json_schema")
    NAME_FIELD_NUMBER: _ClassVar[int]
    JSON_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    name: str
    json_schema: str
    def __init__(self, name: _Optional[str] = ..., json_schema: _Optional[str] = ...) -> None: ...

class ExportScorecardVersionRequest(_message.Message):
    __slots__ = ("name", "form", "language_code", "gazette")
    class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        FORM_UNSPECIFIED: _ClassVar[ExportScorecardVersionRequest.Form]
        FORM_FEATURE: _ClassVar[ExportScorecardVersionRequest.Form]
        FORM_PUBLISHED: _ClassVar[ExportScorecardVersionRequest.Form]
    FORM_UNSPECIFIED: ExportScorecardVersionRequest.Form
    FORM_FEATURE: ExportScorecardVersionRequest.Form
    FORM_PUBLISHED: ExportScorecardVersionRequest.Form
    NAME_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    form: ExportScorecardVersionRequest.Form
    language_code: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., form: _Optional[_Union[ExportScorecardVersionRequest.Form, str]] = ..., language_code: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ExportScorecardVersionResponse(_message.Message):
    __slots__ = ("source_files", "publication_files")
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    PUBLICATION_FILES_FIELD_NUMBER: _ClassVar[int]
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    publication_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    def __init__(self, source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ..., publication_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ...) -> None: ...

class DiffScorecardVersionsRequest(_message.Message):
    __slots__ = ("name", "base_name", "language_code", "gazette")
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASE_NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    base_name: str
    language_code: str
    gazette: str
    def __init__(self, name: _Optional[str] = ..., base_name: _Optional[str] = ..., language_code: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class DiffScorecardVersionsResponse(_message.Message):
    __slots__ = ("changes", "required_step", "rule_changes", "movable_outcomes", "legal_impacts")
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_STEP_FIELD_NUMBER: _ClassVar[int]
    RULE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    MOVABLE_OUTCOMES_FIELD_NUMBER: _ClassVar[int]
    LEGAL_IMPACTS_FIELD_NUMBER: _ClassVar[int]
    changes: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.Change]
    required_step: _scorecard_pb2.VersionStep
    rule_changes: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.RuleChange]
    movable_outcomes: _scorecard_pb2.MovableOutcomes
    legal_impacts: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.LegalImpact]
    def __init__(self, changes: _Optional[_Iterable[_Union[_scorecard_pb2.Change, _Mapping]]] = ..., required_step: _Optional[_Union[_scorecard_pb2.VersionStep, str]] = ..., rule_changes: _Optional[_Iterable[_Union[_scorecard_pb2.RuleChange, _Mapping]]] = ..., movable_outcomes: _Optional[_Union[_scorecard_pb2.MovableOutcomes, _Mapping]] = ..., legal_impacts: _Optional[_Iterable[_Union[_scorecard_pb2.LegalImpact, _Mapping]]] = ...) -> None: ...

class SearchScorecardRulesRequest(_message.Message):
    __slots__ = ("search", "language_code", "page_size", "page_token", "gazette")
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    search: str
    language_code: str
    page_size: int
    page_token: str
    gazette: str
    def __init__(self, search: _Optional[str] = ..., language_code: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class SearchScorecardRulesResponse(_message.Message):
    __slots__ = ("rule_matches", "next_page_token", "match_count")
    RULE_MATCHES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MATCH_COUNT_FIELD_NUMBER: _ClassVar[int]
    rule_matches: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.RuleMatch]
    next_page_token: str
    match_count: int
    def __init__(self, rule_matches: _Optional[_Iterable[_Union[_scorecard_pb2.RuleMatch, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., match_count: _Optional[int] = ...) -> None: ...

class ListReferenceTableEditionsRequest(_message.Message):
    __slots__ = ("parent", "gazette")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    gazette: str
    def __init__(self, parent: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListReferenceTableEditionsResponse(_message.Message):
    __slots__ = ("reference_table_editions",)
    REFERENCE_TABLE_EDITIONS_FIELD_NUMBER: _ClassVar[int]
    reference_table_editions: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.ReferenceTableEdition]
    def __init__(self, reference_table_editions: _Optional[_Iterable[_Union[_scorecard_pb2.ReferenceTableEdition, _Mapping]]] = ...) -> None: ...

class ListReferenceTableRowsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "gazette")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    GAZETTE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    gazette: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., gazette: _Optional[str] = ...) -> None: ...

class ListReferenceTableRowsResponse(_message.Message):
    __slots__ = ("reference_table_rows", "next_page_token")
    REFERENCE_TABLE_ROWS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    reference_table_rows: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.ReferenceTableRow]
    next_page_token: str
    def __init__(self, reference_table_rows: _Optional[_Iterable[_Union[_scorecard_pb2.ReferenceTableRow, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

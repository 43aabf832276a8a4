from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import scorecard_pb2 as _scorecard_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AnalyzeDraftFileRequest(_message.Message):
    __slots__ = ("name", "source_file", "language_code", "quick_fix_line")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    QUICK_FIX_LINE_FIELD_NUMBER: _ClassVar[int]
    name: str
    source_file: _scorecard_pb2.SourceFile
    language_code: str
    quick_fix_line: int
    def __init__(self, name: _Optional[str] = ..., source_file: _Optional[_Union[_scorecard_pb2.SourceFile, _Mapping]] = ..., language_code: _Optional[str] = ..., quick_fix_line: _Optional[int] = ...) -> None: ...

class AnalyzeDraftFileResponse(_message.Message):
    __slots__ = ("diagnostics", "error_count", "warning_count")
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    ERROR_COUNT_FIELD_NUMBER: _ClassVar[int]
    WARNING_COUNT_FIELD_NUMBER: _ClassVar[int]
    diagnostics: _containers.RepeatedCompositeFieldContainer[DraftDiagnostic]
    error_count: int
    warning_count: int
    def __init__(self, diagnostics: _Optional[_Iterable[_Union[DraftDiagnostic, _Mapping]]] = ..., error_count: _Optional[int] = ..., warning_count: _Optional[int] = ...) -> None: ...

class DraftDiagnostic(_message.Message):
    __slots__ = ("code", "severity", "message", "hint", "range", "quick_fixes")
    class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        SEVERITY_UNSPECIFIED: _ClassVar[DraftDiagnostic.Severity]
        SEVERITY_ERROR: _ClassVar[DraftDiagnostic.Severity]
        SEVERITY_WARNING: _ClassVar[DraftDiagnostic.Severity]
    SEVERITY_UNSPECIFIED: DraftDiagnostic.Severity
    SEVERITY_ERROR: DraftDiagnostic.Severity
    SEVERITY_WARNING: DraftDiagnostic.Severity
    CODE_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    QUICK_FIXES_FIELD_NUMBER: _ClassVar[int]
    code: str
    severity: DraftDiagnostic.Severity
    message: str
    hint: str
    range: DraftRange
    quick_fixes: _containers.RepeatedCompositeFieldContainer[DraftQuickFix]
    def __init__(self, code: _Optional[str] = ..., severity: _Optional[_Union[DraftDiagnostic.Severity, str]] = ..., message: _Optional[str] = ..., hint: _Optional[str] = ..., range: _Optional[_Union[DraftRange, _Mapping]] = ..., quick_fixes: _Optional[_Iterable[_Union[DraftQuickFix, _Mapping]]] = ...) -> None: ...

class DraftRange(_message.Message):
    __slots__ = ("path", "line", "column", "end_line", "end_column")
    PATH_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    END_LINE_FIELD_NUMBER: _ClassVar[int]
    END_COLUMN_FIELD_NUMBER: _ClassVar[int]
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    def __init__(self, path: _Optional[str] = ..., line: _Optional[int] = ..., column: _Optional[int] = ..., end_line: _Optional[int] = ..., end_column: _Optional[int] = ...) -> None: ...

class DraftQuickFix(_message.Message):
    __slots__ = ("title", "range", "text")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    title: str
    range: DraftRange
    text: str
    def __init__(self, title: _Optional[str] = ..., range: _Optional[_Union[DraftRange, _Mapping]] = ..., text: _Optional[str] = ...) -> None: ...

class CompleteDraftFileRequest(_message.Message):
    __slots__ = ("name", "source_file", "line", "column")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILE_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    name: str
    source_file: _scorecard_pb2.SourceFile
    line: int
    column: int
    def __init__(self, name: _Optional[str] = ..., source_file: _Optional[_Union[_scorecard_pb2.SourceFile, _Mapping]] = ..., line: _Optional[int] = ..., column: _Optional[int] = ...) -> None: ...

class CompleteDraftFileResponse(_message.Message):
    __slots__ = ("completions",)
    COMPLETIONS_FIELD_NUMBER: _ClassVar[int]
    completions: _containers.RepeatedCompositeFieldContainer[DraftCompletion]
    def __init__(self, completions: _Optional[_Iterable[_Union[DraftCompletion, _Mapping]]] = ...) -> None: ...

class DraftCompletion(_message.Message):
    __slots__ = ("label", "detail", "range")
    LABEL_FIELD_NUMBER: _ClassVar[int]
    DETAIL_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    label: str
    detail: str
    range: DraftRange
    def __init__(self, label: _Optional[str] = ..., detail: _Optional[str] = ..., range: _Optional[_Union[DraftRange, _Mapping]] = ...) -> None: ...

class FormatDraftFileRequest(_message.Message):
    __slots__ = ("name", "source_file")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILE_FIELD_NUMBER: _ClassVar[int]
    name: str
    source_file: _scorecard_pb2.SourceFile
    def __init__(self, name: _Optional[str] = ..., source_file: _Optional[_Union[_scorecard_pb2.SourceFile, _Mapping]] = ...) -> None: ...

class FormatDraftFileResponse(_message.Message):
    __slots__ = ("source_file", "changed")
    SOURCE_FILE_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    source_file: _scorecard_pb2.SourceFile
    changed: bool
    def __init__(self, source_file: _Optional[_Union[_scorecard_pb2.SourceFile, _Mapping]] = ..., changed: _Optional[bool] = ...) -> None: ...

class ExportDraftTablesRequest(_message.Message):
    __slots__ = ("name", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

class ExportDraftTablesResponse(_message.Message):
    __slots__ = ("content", "table_count")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    TABLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    table_count: int
    def __init__(self, content: _Optional[bytes] = ..., table_count: _Optional[int] = ...) -> None: ...

class ReadDraftTablesRequest(_message.Message):
    __slots__ = ("name", "content", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    content: bytes
    language_code: str
    def __init__(self, name: _Optional[str] = ..., content: _Optional[bytes] = ..., language_code: _Optional[str] = ...) -> None: ...

class ReadDraftTablesResponse(_message.Message):
    __slots__ = ("changes", "source_files")
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    changes: _containers.RepeatedScalarFieldContainer[str]
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    def __init__(self, changes: _Optional[_Iterable[str]] = ..., source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ...) -> None: ...

class PreviewDraftTablesRequest(_message.Message):
    __slots__ = ("name", "language_code", "revision", "edits", "with_tables")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    EDITS_FIELD_NUMBER: _ClassVar[int]
    WITH_TABLES_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    revision: int
    edits: _containers.RepeatedCompositeFieldContainer[DraftTableEdit]
    with_tables: bool
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ..., revision: _Optional[int] = ..., edits: _Optional[_Iterable[_Union[DraftTableEdit, _Mapping]]] = ..., with_tables: _Optional[bool] = ...) -> None: ...

class DraftTableEdit(_message.Message):
    __slots__ = ("table", "rows")
    TABLE_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    table: str
    rows: _containers.RepeatedCompositeFieldContainer[DraftTableRow]
    def __init__(self, table: _Optional[str] = ..., rows: _Optional[_Iterable[_Union[DraftTableRow, _Mapping]]] = ...) -> None: ...

class DraftTableRow(_message.Message):
    __slots__ = ("cells",)
    CELLS_FIELD_NUMBER: _ClassVar[int]
    cells: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, cells: _Optional[_Iterable[str]] = ...) -> None: ...

class PreviewDraftTablesResponse(_message.Message):
    __slots__ = ("revision", "source_files", "diagnostics", "error_count", "warning_count", "tables")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILES_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    ERROR_COUNT_FIELD_NUMBER: _ClassVar[int]
    WARNING_COUNT_FIELD_NUMBER: _ClassVar[int]
    TABLES_FIELD_NUMBER: _ClassVar[int]
    revision: int
    source_files: _containers.RepeatedCompositeFieldContainer[_scorecard_pb2.SourceFile]
    diagnostics: _containers.RepeatedCompositeFieldContainer[DraftTableDiagnostic]
    error_count: int
    warning_count: int
    tables: _containers.RepeatedCompositeFieldContainer[DraftTable]
    def __init__(self, revision: _Optional[int] = ..., source_files: _Optional[_Iterable[_Union[_scorecard_pb2.SourceFile, _Mapping]]] = ..., diagnostics: _Optional[_Iterable[_Union[DraftTableDiagnostic, _Mapping]]] = ..., error_count: _Optional[int] = ..., warning_count: _Optional[int] = ..., tables: _Optional[_Iterable[_Union[DraftTable, _Mapping]]] = ...) -> None: ...

class DraftTableDiagnostic(_message.Message):
    __slots__ = ("diagnostic", "table", "row", "column")
    DIAGNOSTIC_FIELD_NUMBER: _ClassVar[int]
    TABLE_FIELD_NUMBER: _ClassVar[int]
    ROW_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    diagnostic: DraftDiagnostic
    table: str
    row: int
    column: int
    def __init__(self, diagnostic: _Optional[_Union[DraftDiagnostic, _Mapping]] = ..., table: _Optional[str] = ..., row: _Optional[int] = ..., column: _Optional[int] = ...) -> None: ...

class DraftTable(_message.Message):
    __slots__ = ("table", "group", "parts", "columns", "rows")
    TABLE_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    table: str
    group: str
    parts: _containers.RepeatedCompositeFieldContainer[DraftTablePart]
    columns: _containers.RepeatedCompositeFieldContainer[DraftTableColumn]
    rows: _containers.RepeatedCompositeFieldContainer[DraftTableRow]
    def __init__(self, table: _Optional[str] = ..., group: _Optional[str] = ..., parts: _Optional[_Iterable[_Union[DraftTablePart, _Mapping]]] = ..., columns: _Optional[_Iterable[_Union[DraftTableColumn, _Mapping]]] = ..., rows: _Optional[_Iterable[_Union[DraftTableRow, _Mapping]]] = ...) -> None: ...

class DraftTablePart(_message.Message):
    __slots__ = ("path", "number", "sentence")
    PATH_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SENTENCE_FIELD_NUMBER: _ClassVar[int]
    path: str
    number: int
    sentence: str
    def __init__(self, path: _Optional[str] = ..., number: _Optional[int] = ..., sentence: _Optional[str] = ...) -> None: ...

class DraftTableColumn(_message.Message):
    __slots__ = ("heading", "type", "language_code", "choices", "required", "sources")
    class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        TYPE_UNSPECIFIED: _ClassVar[DraftTableColumn.Type]
        TYPE_TEXT: _ClassVar[DraftTableColumn.Type]
        TYPE_NUMBER: _ClassVar[DraftTableColumn.Type]
        TYPE_DATE: _ClassVar[DraftTableColumn.Type]
        TYPE_CHOICE: _ClassVar[DraftTableColumn.Type]
        TYPE_EXPRESSION: _ClassVar[DraftTableColumn.Type]
    TYPE_UNSPECIFIED: DraftTableColumn.Type
    TYPE_TEXT: DraftTableColumn.Type
    TYPE_NUMBER: DraftTableColumn.Type
    TYPE_DATE: DraftTableColumn.Type
    TYPE_CHOICE: DraftTableColumn.Type
    TYPE_EXPRESSION: DraftTableColumn.Type
    HEADING_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    CHOICES_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    heading: str
    type: DraftTableColumn.Type
    language_code: str
    choices: _containers.RepeatedScalarFieldContainer[str]
    required: bool
    sources: _containers.RepeatedCompositeFieldContainer[DraftTableColumnSource]
    def __init__(self, heading: _Optional[str] = ..., type: _Optional[_Union[DraftTableColumn.Type, str]] = ..., language_code: _Optional[str] = ..., choices: _Optional[_Iterable[str]] = ..., required: _Optional[bool] = ..., sources: _Optional[_Iterable[_Union[DraftTableColumnSource, _Mapping]]] = ...) -> None: ...

class DraftTableColumnSource(_message.Message):
    __slots__ = ("part", "column")
    PART_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    part: int
    column: int
    def __init__(self, part: _Optional[int] = ..., column: _Optional[int] = ...) -> None: ...

class RunDraftExamplesRequest(_message.Message):
    __slots__ = ("name", "source_file", "language_code", "path", "page_size", "page_token")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    name: str
    source_file: _scorecard_pb2.SourceFile
    language_code: str
    path: str
    page_size: int
    page_token: str
    def __init__(self, name: _Optional[str] = ..., source_file: _Optional[_Union[_scorecard_pb2.SourceFile, _Mapping]] = ..., language_code: _Optional[str] = ..., path: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class RunDraftExamplesResponse(_message.Message):
    __slots__ = ("examples", "example_count", "diagnostics", "next_page_token")
    EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    examples: _containers.RepeatedCompositeFieldContainer[DraftExample]
    example_count: int
    diagnostics: _containers.RepeatedCompositeFieldContainer[DraftDiagnostic]
    next_page_token: str
    def __init__(self, examples: _Optional[_Iterable[_Union[DraftExample, _Mapping]]] = ..., example_count: _Optional[int] = ..., diagnostics: _Optional[_Iterable[_Union[DraftDiagnostic, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class DraftExample(_message.Message):
    __slots__ = ("path", "line", "title", "passed", "expectations", "problem")
    PATH_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    PASSED_FIELD_NUMBER: _ClassVar[int]
    EXPECTATIONS_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    path: str
    line: int
    title: str
    passed: bool
    expectations: _containers.RepeatedCompositeFieldContainer[DraftExpectation]
    problem: str
    def __init__(self, path: _Optional[str] = ..., line: _Optional[int] = ..., title: _Optional[str] = ..., passed: _Optional[bool] = ..., expectations: _Optional[_Iterable[_Union[DraftExpectation, _Mapping]]] = ..., problem: _Optional[str] = ...) -> None: ...

class DraftExpectation(_message.Message):
    __slots__ = ("line", "expected", "actual", "corrections")
    LINE_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    ACTUAL_FIELD_NUMBER: _ClassVar[int]
    CORRECTIONS_FIELD_NUMBER: _ClassVar[int]
    line: int
    expected: str
    actual: str
    corrections: _containers.RepeatedCompositeFieldContainer[DraftCorrection]
    def __init__(self, line: _Optional[int] = ..., expected: _Optional[str] = ..., actual: _Optional[str] = ..., corrections: _Optional[_Iterable[_Union[DraftCorrection, _Mapping]]] = ...) -> None: ...

class DraftCorrection(_message.Message):
    __slots__ = ("column", "was", "now")
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    WAS_FIELD_NUMBER: _ClassVar[int]
    NOW_FIELD_NUMBER: _ClassVar[int]
    column: int
    was: str
    now: str
    def __init__(self, column: _Optional[int] = ..., was: _Optional[str] = ..., now: _Optional[str] = ...) -> None: ...

class ProposeDraftExamplesRequest(_message.Message):
    __slots__ = ("name", "source_file", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FILE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    source_file: _scorecard_pb2.SourceFile
    language_code: str
    def __init__(self, name: _Optional[str] = ..., source_file: _Optional[_Union[_scorecard_pb2.SourceFile, _Mapping]] = ..., language_code: _Optional[str] = ...) -> None: ...

class ProposeDraftExamplesResponse(_message.Message):
    __slots__ = ("edges", "failed_example_count", "diagnostics")
    EDGES_FIELD_NUMBER: _ClassVar[int]
    FAILED_EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    edges: _containers.RepeatedCompositeFieldContainer[DraftEdge]
    failed_example_count: int
    diagnostics: _containers.RepeatedCompositeFieldContainer[DraftDiagnostic]
    def __init__(self, edges: _Optional[_Iterable[_Union[DraftEdge, _Mapping]]] = ..., failed_example_count: _Optional[int] = ..., diagnostics: _Optional[_Iterable[_Union[DraftDiagnostic, _Mapping]]] = ...) -> None: ...

class DraftEdge(_message.Message):
    __slots__ = ("rule_path", "message", "range", "example")
    RULE_PATH_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_FIELD_NUMBER: _ClassVar[int]
    rule_path: str
    message: str
    range: DraftRange
    example: ProposedDraftExample
    def __init__(self, rule_path: _Optional[str] = ..., message: _Optional[str] = ..., range: _Optional[_Union[DraftRange, _Mapping]] = ..., example: _Optional[_Union[ProposedDraftExample, _Mapping]] = ...) -> None: ...

class ProposedDraftExample(_message.Message):
    __slots__ = ("path", "after_line", "text")
    PATH_FIELD_NUMBER: _ClassVar[int]
    AFTER_LINE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    path: str
    after_line: int
    text: str
    def __init__(self, path: _Optional[str] = ..., after_line: _Optional[int] = ..., text: _Optional[str] = ...) -> None: ...

class TryDraftSlipsRequest(_message.Message):
    __slots__ = ("name", "language_code", "without_examples", "page_size", "page_token")
    NAME_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    name: str
    language_code: str
    without_examples: bool
    page_size: int
    page_token: str
    def __init__(self, name: _Optional[str] = ..., language_code: _Optional[str] = ..., without_examples: _Optional[bool] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class TryDraftSlipsResponse(_message.Message):
    __slots__ = ("slips", "tried_count", "slip_count", "failed_example_count", "diagnostics", "next_page_token")
    SLIPS_FIELD_NUMBER: _ClassVar[int]
    TRIED_COUNT_FIELD_NUMBER: _ClassVar[int]
    SLIP_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_EXAMPLE_COUNT_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTICS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    slips: _containers.RepeatedCompositeFieldContainer[DraftSlip]
    tried_count: int
    slip_count: int
    failed_example_count: int
    diagnostics: _containers.RepeatedCompositeFieldContainer[DraftDiagnostic]
    next_page_token: str
    def __init__(self, slips: _Optional[_Iterable[_Union[DraftSlip, _Mapping]]] = ..., tried_count: _Optional[int] = ..., slip_count: _Optional[int] = ..., failed_example_count: _Optional[int] = ..., diagnostics: _Optional[_Iterable[_Union[DraftDiagnostic, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class DraftSlip(_message.Message):
    __slots__ = ("slip_id", "noticed", "range", "heading", "context", "before", "after", "example")
    SLIP_ID_FIELD_NUMBER: _ClassVar[int]
    NOTICED_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    HEADING_FIELD_NUMBER: _ClassVar[int]
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    EXAMPLE_FIELD_NUMBER: _ClassVar[int]
    slip_id: str
    noticed: bool
    range: DraftRange
    heading: str
    context: str
    before: str
    after: str
    example: ProposedDraftExample
    def __init__(self, slip_id: _Optional[str] = ..., noticed: _Optional[bool] = ..., range: _Optional[_Union[DraftRange, _Mapping]] = ..., heading: _Optional[str] = ..., context: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ..., example: _Optional[_Union[ProposedDraftExample, _Mapping]] = ...) -> None: ...

class MeasureDraftImpactRequest(_message.Message):
    __slots__ = ("parent", "draft_revision", "scorecard_version", "base_version", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    DRAFT_REVISION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    BASE_VERSION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    draft_revision: str
    scorecard_version: str
    base_version: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., draft_revision: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., base_version: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class MeasureDraftImpactResponse(_message.Message):
    __slots__ = ("results", "subject_count", "left_out_count", "moved_count", "next_page_token")
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_COUNT_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_COUNT_FIELD_NUMBER: _ClassVar[int]
    MOVED_COUNT_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[ResultImpact]
    subject_count: int
    left_out_count: int
    moved_count: int
    next_page_token: str
    def __init__(self, results: _Optional[_Iterable[_Union[ResultImpact, _Mapping]]] = ..., subject_count: _Optional[int] = ..., left_out_count: _Optional[int] = ..., moved_count: _Optional[int] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ResultImpact(_message.Message):
    __slots__ = ("evaluation", "subject", "as_of_date", "before", "after", "moved", "criterion_ids", "problem")
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    MOVED_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    subject: str
    as_of_date: str
    before: _evaluation_pb2.Conclusion
    after: _evaluation_pb2.Conclusion
    moved: bool
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    problem: str
    def __init__(self, evaluation: _Optional[str] = ..., subject: _Optional[str] = ..., as_of_date: _Optional[str] = ..., before: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., after: _Optional[_Union[_evaluation_pb2.Conclusion, _Mapping]] = ..., moved: _Optional[bool] = ..., criterion_ids: _Optional[_Iterable[str]] = ..., problem: _Optional[str] = ...) -> None: ...

class MeasureProofFiguresRequest(_message.Message):
    __slots__ = ("parent", "draft_revision", "scorecard_version", "language_code")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    DRAFT_REVISION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    draft_revision: str
    scorecard_version: str
    language_code: str
    def __init__(self, parent: _Optional[str] = ..., draft_revision: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., language_code: _Optional[str] = ...) -> None: ...

import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import case_dossier_service_pb2 as _case_dossier_service_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MappingDecimalMark(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MAPPING_DECIMAL_MARK_UNSPECIFIED: _ClassVar[MappingDecimalMark]
    MAPPING_DECIMAL_MARK_POINT: _ClassVar[MappingDecimalMark]
    MAPPING_DECIMAL_MARK_COMMA: _ClassVar[MappingDecimalMark]

class MappingDateOrder(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MAPPING_DATE_ORDER_UNSPECIFIED: _ClassVar[MappingDateOrder]
    MAPPING_DATE_ORDER_DAY_MONTH_YEAR: _ClassVar[MappingDateOrder]
    MAPPING_DATE_ORDER_MONTH_DAY_YEAR: _ClassVar[MappingDateOrder]
MAPPING_DECIMAL_MARK_UNSPECIFIED: MappingDecimalMark
MAPPING_DECIMAL_MARK_POINT: MappingDecimalMark
MAPPING_DECIMAL_MARK_COMMA: MappingDecimalMark
MAPPING_DATE_ORDER_UNSPECIFIED: MappingDateOrder
MAPPING_DATE_ORDER_DAY_MONTH_YEAR: MappingDateOrder
MAPPING_DATE_ORDER_MONTH_DAY_YEAR: MappingDateOrder

class Mapping(_message.Message):
    __slots__ = ("name", "display_name", "scorecard", "client", "sheet", "header_row", "decimal_mark", "date_order", "skipped_words", "columns", "constants", "evidence", "revision", "create_time")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    SHEET_FIELD_NUMBER: _ClassVar[int]
    HEADER_ROW_FIELD_NUMBER: _ClassVar[int]
    DECIMAL_MARK_FIELD_NUMBER: _ClassVar[int]
    DATE_ORDER_FIELD_NUMBER: _ClassVar[int]
    SKIPPED_WORDS_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    CONSTANTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    name: str
    display_name: str
    scorecard: str
    client: str
    sheet: str
    header_row: int
    decimal_mark: MappingDecimalMark
    date_order: MappingDateOrder
    skipped_words: _containers.RepeatedScalarFieldContainer[str]
    columns: _containers.RepeatedCompositeFieldContainer[MappedColumn]
    constants: _containers.RepeatedCompositeFieldContainer[MappedConstant]
    evidence: MappedEvidence
    revision: int
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., display_name: _Optional[str] = ..., scorecard: _Optional[str] = ..., client: _Optional[str] = ..., sheet: _Optional[str] = ..., header_row: _Optional[int] = ..., decimal_mark: _Optional[_Union[MappingDecimalMark, str]] = ..., date_order: _Optional[_Union[MappingDateOrder, str]] = ..., skipped_words: _Optional[_Iterable[str]] = ..., columns: _Optional[_Iterable[_Union[MappedColumn, _Mapping]]] = ..., constants: _Optional[_Iterable[_Union[MappedConstant, _Mapping]]] = ..., evidence: _Optional[_Union[MappedEvidence, _Mapping]] = ..., revision: _Optional[int] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class MappedColumn(_message.Message):
    __slots__ = ("heading", "target", "unit", "unit_heading", "words")
    class WordsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    HEADING_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    UNIT_HEADING_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    heading: str
    target: str
    unit: str
    unit_heading: str
    words: _containers.ScalarMap[str, str]
    def __init__(self, heading: _Optional[str] = ..., target: _Optional[str] = ..., unit: _Optional[str] = ..., unit_heading: _Optional[str] = ..., words: _Optional[_Mapping[str, str]] = ...) -> None: ...

class MappedConstant(_message.Message):
    __slots__ = ("target", "value", "unit")
    TARGET_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    target: str
    value: str
    unit: str
    def __init__(self, target: _Optional[str] = ..., value: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class MappedEvidence(_message.Message):
    __slots__ = ("kind", "issuer")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    kind: str
    issuer: str
    def __init__(self, kind: _Optional[str] = ..., issuer: _Optional[str] = ...) -> None: ...

class MappedFile(_message.Message):
    __slots__ = ("name", "content")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    name: str
    content: bytes
    def __init__(self, name: _Optional[str] = ..., content: _Optional[bytes] = ...) -> None: ...

class SuggestMappingRequest(_message.Message):
    __slots__ = ("parent", "scorecard", "file", "sheet", "header_row")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    SHEET_FIELD_NUMBER: _ClassVar[int]
    HEADER_ROW_FIELD_NUMBER: _ClassVar[int]
    parent: str
    scorecard: str
    file: MappedFile
    sheet: str
    header_row: int
    def __init__(self, parent: _Optional[str] = ..., scorecard: _Optional[str] = ..., file: _Optional[_Union[MappedFile, _Mapping]] = ..., sheet: _Optional[str] = ..., header_row: _Optional[int] = ...) -> None: ...

class SuggestMappingResponse(_message.Message):
    __slots__ = ("mapping", "columns", "sheets", "targets", "matching_mappings")
    MAPPING_FIELD_NUMBER: _ClassVar[int]
    COLUMNS_FIELD_NUMBER: _ClassVar[int]
    SHEETS_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    MATCHING_MAPPINGS_FIELD_NUMBER: _ClassVar[int]
    mapping: Mapping
    columns: _containers.RepeatedCompositeFieldContainer[SourceColumn]
    sheets: _containers.RepeatedScalarFieldContainer[str]
    targets: _containers.RepeatedCompositeFieldContainer[MappingTarget]
    matching_mappings: _containers.RepeatedCompositeFieldContainer[Mapping]
    def __init__(self, mapping: _Optional[_Union[Mapping, _Mapping]] = ..., columns: _Optional[_Iterable[_Union[SourceColumn, _Mapping]]] = ..., sheets: _Optional[_Iterable[str]] = ..., targets: _Optional[_Iterable[_Union[MappingTarget, _Mapping]]] = ..., matching_mappings: _Optional[_Iterable[_Union[Mapping, _Mapping]]] = ...) -> None: ...

class SourceColumn(_message.Message):
    __slots__ = ("heading", "letters", "examples")
    HEADING_FIELD_NUMBER: _ClassVar[int]
    LETTERS_FIELD_NUMBER: _ClassVar[int]
    EXAMPLES_FIELD_NUMBER: _ClassVar[int]
    heading: str
    letters: str
    examples: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, heading: _Optional[str] = ..., letters: _Optional[str] = ..., examples: _Optional[_Iterable[str]] = ...) -> None: ...

class MappingTarget(_message.Message):
    __slots__ = ("target", "title", "unit")
    TARGET_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    target: str
    title: str
    unit: str
    def __init__(self, target: _Optional[str] = ..., title: _Optional[str] = ..., unit: _Optional[str] = ...) -> None: ...

class PreviewMappingRequest(_message.Message):
    __slots__ = ("parent", "mapping", "file")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    MAPPING_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    mapping: Mapping
    file: MappedFile
    def __init__(self, parent: _Optional[str] = ..., mapping: _Optional[_Union[Mapping, _Mapping]] = ..., file: _Optional[_Union[MappedFile, _Mapping]] = ...) -> None: ...

class CreateMappingRequest(_message.Message):
    __slots__ = ("parent", "mapping_id", "mapping", "base_revision")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    MAPPING_ID_FIELD_NUMBER: _ClassVar[int]
    MAPPING_FIELD_NUMBER: _ClassVar[int]
    BASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    parent: str
    mapping_id: str
    mapping: Mapping
    base_revision: int
    def __init__(self, parent: _Optional[str] = ..., mapping_id: _Optional[str] = ..., mapping: _Optional[_Union[Mapping, _Mapping]] = ..., base_revision: _Optional[int] = ...) -> None: ...

class GetMappingRequest(_message.Message):
    __slots__ = ("name", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class ListMappingsRequest(_message.Message):
    __slots__ = ("parent", "scorecard", "client", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    scorecard: str
    client: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., scorecard: _Optional[str] = ..., client: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListMappingsResponse(_message.Message):
    __slots__ = ("mappings", "next_page_token")
    MAPPINGS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    mappings: _containers.RepeatedCompositeFieldContainer[Mapping]
    next_page_token: str
    def __init__(self, mappings: _Optional[_Iterable[_Union[Mapping, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class DeleteMappingRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class DeleteMappingResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ApplyMappingRequest(_message.Message):
    __slots__ = ("name", "file", "subject", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    file: MappedFile
    subject: str
    revision: int
    def __init__(self, name: _Optional[str] = ..., file: _Optional[_Union[MappedFile, _Mapping]] = ..., subject: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class MappedData(_message.Message):
    __slots__ = ("subjects", "file_digest", "sheet", "new_headings", "row_count", "skipped_rows", "mapping", "mapping_revision", "scorecard")
    SUBJECTS_FIELD_NUMBER: _ClassVar[int]
    FILE_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SHEET_FIELD_NUMBER: _ClassVar[int]
    NEW_HEADINGS_FIELD_NUMBER: _ClassVar[int]
    ROW_COUNT_FIELD_NUMBER: _ClassVar[int]
    SKIPPED_ROWS_FIELD_NUMBER: _ClassVar[int]
    MAPPING_FIELD_NUMBER: _ClassVar[int]
    MAPPING_REVISION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    subjects: _containers.RepeatedCompositeFieldContainer[MappedSubject]
    file_digest: str
    sheet: str
    new_headings: _containers.RepeatedScalarFieldContainer[str]
    row_count: int
    skipped_rows: _containers.RepeatedScalarFieldContainer[int]
    mapping: str
    mapping_revision: int
    scorecard: str
    def __init__(self, subjects: _Optional[_Iterable[_Union[MappedSubject, _Mapping]]] = ..., file_digest: _Optional[str] = ..., sheet: _Optional[str] = ..., new_headings: _Optional[_Iterable[str]] = ..., row_count: _Optional[int] = ..., skipped_rows: _Optional[_Iterable[int]] = ..., mapping: _Optional[str] = ..., mapping_revision: _Optional[int] = ..., scorecard: _Optional[str] = ...) -> None: ...

class MappedSubject(_message.Message):
    __slots__ = ("subject", "content", "origins")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    ORIGINS_FIELD_NUMBER: _ClassVar[int]
    subject: str
    content: _case_dossier_service_pb2.DossierContent
    origins: _containers.RepeatedCompositeFieldContainer[ValueOrigin]
    def __init__(self, subject: _Optional[str] = ..., content: _Optional[_Union[_case_dossier_service_pb2.DossierContent, _Mapping]] = ..., origins: _Optional[_Iterable[_Union[ValueOrigin, _Mapping]]] = ...) -> None: ...

class ValueOrigin(_message.Message):
    __slots__ = ("target", "sheet", "row", "column")
    TARGET_FIELD_NUMBER: _ClassVar[int]
    SHEET_FIELD_NUMBER: _ClassVar[int]
    ROW_FIELD_NUMBER: _ClassVar[int]
    COLUMN_FIELD_NUMBER: _ClassVar[int]
    target: str
    sheet: str
    row: int
    column: str
    def __init__(self, target: _Optional[str] = ..., sheet: _Optional[str] = ..., row: _Optional[int] = ..., column: _Optional[str] = ...) -> None: ...

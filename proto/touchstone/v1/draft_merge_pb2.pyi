from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import draft_pb2 as _draft_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DraftMergeSide(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DRAFT_MERGE_SIDE_UNSPECIFIED: _ClassVar[DraftMergeSide]
    DRAFT_MERGE_SIDE_BASE: _ClassVar[DraftMergeSide]
    DRAFT_MERGE_SIDE_OURS: _ClassVar[DraftMergeSide]
    DRAFT_MERGE_SIDE_THEIRS: _ClassVar[DraftMergeSide]
DRAFT_MERGE_SIDE_UNSPECIFIED: DraftMergeSide
DRAFT_MERGE_SIDE_BASE: DraftMergeSide
DRAFT_MERGE_SIDE_OURS: DraftMergeSide
DRAFT_MERGE_SIDE_THEIRS: DraftMergeSide

class BranchDraftRequest(_message.Message):
    __slots__ = ("name", "branch", "note")
    NAME_FIELD_NUMBER: _ClassVar[int]
    BRANCH_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    branch: str
    note: str
    def __init__(self, name: _Optional[str] = ..., branch: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class DraftMergeResolution(_message.Message):
    __slots__ = ("path", "side")
    PATH_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    path: str
    side: DraftMergeSide
    def __init__(self, path: _Optional[str] = ..., side: _Optional[_Union[DraftMergeSide, str]] = ...) -> None: ...

class PreviewDraftMergeRequest(_message.Message):
    __slots__ = ("name", "other", "base_name", "resolutions", "language_code")
    NAME_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    BASE_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOLUTIONS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    other: str
    base_name: str
    resolutions: _containers.RepeatedCompositeFieldContainer[DraftMergeResolution]
    language_code: str
    def __init__(self, name: _Optional[str] = ..., other: _Optional[str] = ..., base_name: _Optional[str] = ..., resolutions: _Optional[_Iterable[_Union[DraftMergeResolution, _Mapping]]] = ..., language_code: _Optional[str] = ...) -> None: ...

class PreviewDraftMergeResponse(_message.Message):
    __slots__ = ("base", "revision", "other_revision", "parts", "open_conflict_count", "problems", "files")
    BASE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    OTHER_REVISION_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    OPEN_CONFLICT_COUNT_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    base: str
    revision: str
    other_revision: str
    parts: _containers.RepeatedCompositeFieldContainer[DraftMergePart]
    open_conflict_count: int
    problems: _containers.RepeatedScalarFieldContainer[str]
    files: _containers.RepeatedCompositeFieldContainer[_draft_pb2.FileDifference]
    def __init__(self, base: _Optional[str] = ..., revision: _Optional[str] = ..., other_revision: _Optional[str] = ..., parts: _Optional[_Iterable[_Union[DraftMergePart, _Mapping]]] = ..., open_conflict_count: _Optional[int] = ..., problems: _Optional[_Iterable[str]] = ..., files: _Optional[_Iterable[_Union[_draft_pb2.FileDifference, _Mapping]]] = ...) -> None: ...

class DraftMergePart(_message.Message):
    __slots__ = ("path", "heading", "changed_by", "conflict", "resolution", "base_lines", "our_lines", "their_lines")
    class Conflict(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CONFLICT_UNSPECIFIED: _ClassVar[DraftMergePart.Conflict]
        CONFLICT_CHANGED: _ClassVar[DraftMergePart.Conflict]
        CONFLICT_DELETED: _ClassVar[DraftMergePart.Conflict]
        CONFLICT_ADDED: _ClassVar[DraftMergePart.Conflict]
        CONFLICT_RENAMED: _ClassVar[DraftMergePart.Conflict]
        CONFLICT_REORDERED: _ClassVar[DraftMergePart.Conflict]
    CONFLICT_UNSPECIFIED: DraftMergePart.Conflict
    CONFLICT_CHANGED: DraftMergePart.Conflict
    CONFLICT_DELETED: DraftMergePart.Conflict
    CONFLICT_ADDED: DraftMergePart.Conflict
    CONFLICT_RENAMED: DraftMergePart.Conflict
    CONFLICT_REORDERED: DraftMergePart.Conflict
    PATH_FIELD_NUMBER: _ClassVar[int]
    HEADING_FIELD_NUMBER: _ClassVar[int]
    CHANGED_BY_FIELD_NUMBER: _ClassVar[int]
    CONFLICT_FIELD_NUMBER: _ClassVar[int]
    RESOLUTION_FIELD_NUMBER: _ClassVar[int]
    BASE_LINES_FIELD_NUMBER: _ClassVar[int]
    OUR_LINES_FIELD_NUMBER: _ClassVar[int]
    THEIR_LINES_FIELD_NUMBER: _ClassVar[int]
    path: str
    heading: str
    changed_by: _containers.RepeatedScalarFieldContainer[DraftMergeSide]
    conflict: DraftMergePart.Conflict
    resolution: DraftMergeSide
    base_lines: _containers.RepeatedScalarFieldContainer[str]
    our_lines: _containers.RepeatedScalarFieldContainer[str]
    their_lines: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, path: _Optional[str] = ..., heading: _Optional[str] = ..., changed_by: _Optional[_Iterable[_Union[DraftMergeSide, str]]] = ..., conflict: _Optional[_Union[DraftMergePart.Conflict, str]] = ..., resolution: _Optional[_Union[DraftMergeSide, str]] = ..., base_lines: _Optional[_Iterable[str]] = ..., our_lines: _Optional[_Iterable[str]] = ..., their_lines: _Optional[_Iterable[str]] = ...) -> None: ...

class MergeDraftRequest(_message.Message):
    __slots__ = ("name", "other_revision", "base_name", "base_revision", "resolutions", "note")
    NAME_FIELD_NUMBER: _ClassVar[int]
    OTHER_REVISION_FIELD_NUMBER: _ClassVar[int]
    BASE_NAME_FIELD_NUMBER: _ClassVar[int]
    BASE_REVISION_FIELD_NUMBER: _ClassVar[int]
    RESOLUTIONS_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    name: str
    other_revision: str
    base_name: str
    base_revision: int
    resolutions: _containers.RepeatedCompositeFieldContainer[DraftMergeResolution]
    note: str
    def __init__(self, name: _Optional[str] = ..., other_revision: _Optional[str] = ..., base_name: _Optional[str] = ..., base_revision: _Optional[int] = ..., resolutions: _Optional[_Iterable[_Union[DraftMergeResolution, _Mapping]]] = ..., note: _Optional[str] = ...) -> None: ...

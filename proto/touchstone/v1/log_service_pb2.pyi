import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetCheckpointRequest(_message.Message):
    __slots__ = ("tree_size", "time_stamped")
    TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    TIME_STAMPED_FIELD_NUMBER: _ClassVar[int]
    tree_size: int
    time_stamped: bool
    def __init__(self, tree_size: _Optional[int] = ..., time_stamped: _Optional[bool] = ...) -> None: ...

class Checkpoint(_message.Message):
    __slots__ = ("origin", "tree_size", "root_hash", "note", "time_stamps")
    ORIGIN_FIELD_NUMBER: _ClassVar[int]
    TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    ROOT_HASH_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    TIME_STAMPS_FIELD_NUMBER: _ClassVar[int]
    origin: str
    tree_size: int
    root_hash: bytes
    note: str
    time_stamps: _containers.RepeatedCompositeFieldContainer[TimeStamp]
    def __init__(self, origin: _Optional[str] = ..., tree_size: _Optional[int] = ..., root_hash: _Optional[bytes] = ..., note: _Optional[str] = ..., time_stamps: _Optional[_Iterable[_Union[TimeStamp, _Mapping]]] = ...) -> None: ...

class TimeStamp(_message.Message):
    __slots__ = ("authority", "stamp_time", "token")
    AUTHORITY_FIELD_NUMBER: _ClassVar[int]
    STAMP_TIME_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    authority: str
    stamp_time: _timestamp_pb2.Timestamp
    token: bytes
    def __init__(self, authority: _Optional[str] = ..., stamp_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., token: _Optional[bytes] = ...) -> None: ...

class GetInclusionProofRequest(_message.Message):
    __slots__ = ("name", "tree_size")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    name: str
    tree_size: int
    def __init__(self, name: _Optional[str] = ..., tree_size: _Optional[int] = ...) -> None: ...

class InclusionProof(_message.Message):
    __slots__ = ("position", "leaf_json", "hashes", "checkpoint")
    POSITION_FIELD_NUMBER: _ClassVar[int]
    LEAF_JSON_FIELD_NUMBER: _ClassVar[int]
    HASHES_FIELD_NUMBER: _ClassVar[int]
    CHECKPOINT_FIELD_NUMBER: _ClassVar[int]
    position: int
    leaf_json: str
    hashes: _containers.RepeatedScalarFieldContainer[bytes]
    checkpoint: Checkpoint
    def __init__(self, position: _Optional[int] = ..., leaf_json: _Optional[str] = ..., hashes: _Optional[_Iterable[bytes]] = ..., checkpoint: _Optional[_Union[Checkpoint, _Mapping]] = ...) -> None: ...

class GetConsistencyProofRequest(_message.Message):
    __slots__ = ("first_tree_size", "second_tree_size")
    FIRST_TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    SECOND_TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    first_tree_size: int
    second_tree_size: int
    def __init__(self, first_tree_size: _Optional[int] = ..., second_tree_size: _Optional[int] = ...) -> None: ...

class ConsistencyProof(_message.Message):
    __slots__ = ("hashes",)
    HASHES_FIELD_NUMBER: _ClassVar[int]
    hashes: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, hashes: _Optional[_Iterable[bytes]] = ...) -> None: ...

class ListLogEntriesRequest(_message.Message):
    __slots__ = ("page_size", "first_position")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    FIRST_POSITION_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    first_position: int
    def __init__(self, page_size: _Optional[int] = ..., first_position: _Optional[int] = ...) -> None: ...

class ListLogEntriesResponse(_message.Message):
    __slots__ = ("entries",)
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    entries: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, entries: _Optional[_Iterable[bytes]] = ...) -> None: ...

class CosignCheckpointRequest(_message.Message):
    __slots__ = ("note",)
    NOTE_FIELD_NUMBER: _ClassVar[int]
    note: str
    def __init__(self, note: _Optional[str] = ...) -> None: ...

class StampCheckpointRequest(_message.Message):
    __slots__ = ("tree_size", "token")
    TREE_SIZE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    tree_size: int
    token: bytes
    def __init__(self, tree_size: _Optional[int] = ..., token: _Optional[bytes] = ...) -> None: ...

class GetProofBundleRequest(_message.Message):
    __slots__ = ("name", "shown_step_ids", "conclusion_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SHOWN_STEP_IDS_FIELD_NUMBER: _ClassVar[int]
    CONCLUSION_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    shown_step_ids: _containers.RepeatedScalarFieldContainer[str]
    conclusion_only: bool
    def __init__(self, name: _Optional[str] = ..., shown_step_ids: _Optional[_Iterable[str]] = ..., conclusion_only: _Optional[bool] = ...) -> None: ...

class ProofBundle(_message.Message):
    __slots__ = ("content",)
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    def __init__(self, content: _Optional[bytes] = ...) -> None: ...

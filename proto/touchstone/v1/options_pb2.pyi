from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class Access(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCESS_UNSPECIFIED: _ClassVar[Access]
    ACCESS_READING: _ClassVar[Access]
    ACCESS_ASSESSING: _ClassVar[Access]
    ACCESS_INTEGRATING: _ClassVar[Access]
    ACCESS_REVIEWING: _ClassVar[Access]
    ACCESS_DECIDING: _ClassVar[Access]
    ACCESS_DRAFTING: _ClassVar[Access]
    ACCESS_APPROVING: _ClassVar[Access]
    ACCESS_REGULATING: _ClassVar[Access]
    ACCESS_OPERATING: _ClassVar[Access]
    ACCESS_EVERYBODY: _ClassVar[Access]
    ACCESS_APPLYING: _ClassVar[Access]
    ACCESS_PUBLISHED: _ClassVar[Access]
ACCESS_UNSPECIFIED: Access
ACCESS_READING: Access
ACCESS_ASSESSING: Access
ACCESS_INTEGRATING: Access
ACCESS_REVIEWING: Access
ACCESS_DECIDING: Access
ACCESS_DRAFTING: Access
ACCESS_APPROVING: Access
ACCESS_REGULATING: Access
ACCESS_OPERATING: Access
ACCESS_EVERYBODY: Access
ACCESS_APPLYING: Access
ACCESS_PUBLISHED: Access
ACCESS_FIELD_NUMBER: _ClassVar[int]
access: _descriptor.FieldDescriptor
PLACE_FIELD_NUMBER: _ClassVar[int]
place: _descriptor.FieldDescriptor
ZH_FIELD_NUMBER: _ClassVar[int]
zh: _descriptor.FieldDescriptor
READS_ONLY_FIELD_NUMBER: _ClassVar[int]
reads_only: _descriptor.FieldDescriptor
REVALIDATED_FIELD_NUMBER: _ClassVar[int]
revalidated: _descriptor.FieldDescriptor
COMMAND_FIELD_NUMBER: _ClassVar[int]
command: _descriptor.FieldDescriptor
REPEAT_WHILE_FIELD_NUMBER: _ClassVar[int]
repeat_while: _descriptor.FieldDescriptor
SERVICE_ZH_FIELD_NUMBER: _ClassVar[int]
service_zh: _descriptor.FieldDescriptor

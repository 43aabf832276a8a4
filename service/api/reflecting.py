"""Which methods does the server have? Told in both versions of the reflection protocol, v1 and the older v1alpha.

The messages of both are the same on the wire, and grpcio has those of v1alpha alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool
from grpc_reflection.v1alpha import reflection, reflection_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

_OLD, _NEW = "grpc.reflection.v1alpha", "grpc.reflection.v1"
NAMES = (reflection.SERVICE_NAME, reflection.SERVICE_NAME.replace(_OLD, _NEW))


def reflect(server: grpc.aio.Server, names: Sequence[str]) -> None:
    """Let clients ask which methods these services, and the reflection itself, have."""
    describe()
    told = reflection.aio.ReflectionServicer((*names, *NAMES))
    handler = grpc.stream_stream_rpc_method_handler(
        told.ServerReflectionInfo,
        request_deserializer=reflection_pb2.ServerReflectionRequest.FromString,
        response_serializer=reflection_pb2.ServerReflectionResponse.SerializeToString,
    )
    for name in NAMES:
        server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler(name, {"ServerReflectionInfo": handler}),)
        )


def describe() -> None:
    """Put the description of v1 beside that of v1alpha, for clients that ask about the reflection itself."""
    new = descriptor_pb2.FileDescriptorProto()
    reflection_pb2.DESCRIPTOR.CopyToProto(new)
    new.name, new.package = "grpc/reflection/v1/reflection.proto", _NEW
    for field in (field for message in new.message_type for field in message.field if field.type_name):
        field.type_name = field.type_name.replace(_OLD, _NEW)
    for method in (method for service in new.service for method in service.method):
        method.input_type = method.input_type.replace(_OLD, _NEW)
        method.output_type = method.output_type.replace(_OLD, _NEW)
    descriptor_pool.Default().AddSerializedFile(new.SerializeToString())  # the same again changes nothing

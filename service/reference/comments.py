"""What do the comments of `proto/` say of each method, message, field and value?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.reference.api import descriptors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf import descriptor_pb2

_MESSAGE, _ENUM, _SERVICE = 4, 5, 6  # numbers of the fields of FileDescriptorProto
_FIELD, _NESTED, _NESTED_ENUM, _ONE_OF, _VALUE, _METHOD = 2, 3, 4, 8, 2, 2

Path = tuple[int, ...]


def comments() -> dict[str, str]:
    """Give each comment by the full name of what it stands before, in its lines."""
    return {
        name: said[path].strip()
        for file in descriptors().file
        if (said := {tuple(place.path): place.leading_comments for place in file.source_code_info.location})
        for name, path in _of_file(file)
        if path in said
    }


def _of_file(file: descriptor_pb2.FileDescriptorProto) -> Iterator[tuple[str, Path]]:
    for index, service in enumerate(file.service):
        name, path = f"{file.package}.{service.name}", (_SERVICE, index)
        yield name, path
        yield from ((f"{name}.{each.name}", (*path, _METHOD, at)) for at, each in enumerate(service.method))
    for index, message in enumerate(file.message_type):
        yield from _of_message(message, file.package, (_MESSAGE, index))
    for index, enumeration in enumerate(file.enum_type):
        yield from _of_enumeration(enumeration, file.package, (_ENUM, index))


def _of_message(message: descriptor_pb2.DescriptorProto, within: str, path: Path) -> Iterator[tuple[str, Path]]:
    name = f"{within}.{message.name}"
    yield name, path
    yield from ((f"{name}.{each.name}", (*path, _FIELD, index)) for index, each in enumerate(message.field))
    yield from ((f"{name}.{each.name}", (*path, _ONE_OF, index)) for index, each in enumerate(message.oneof_decl))
    for index, nested in enumerate(message.nested_type):
        yield from _of_message(nested, name, (*path, _NESTED, index))
    for index, enumeration in enumerate(message.enum_type):
        yield from _of_enumeration(enumeration, name, (*path, _NESTED_ENUM, index))


def _of_enumeration(
    enumeration: descriptor_pb2.EnumDescriptorProto, within: str, path: Path
) -> Iterator[tuple[str, Path]]:
    """Name each value by its enumeration as well."""
    name = f"{within}.{enumeration.name}"
    yield name, path
    yield from ((f"{name}.{each.name}", (*path, _VALUE, index)) for index, each in enumerate(enumeration.value))

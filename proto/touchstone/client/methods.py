"""Methods of touchstone.v1, found by name in the service descriptors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from google.api import annotations_pb2
from google.protobuf.message_factory import GetMessageClass

import touchstone.v1
from touchstone.client.problems import FieldsError, unknown
from touchstone.v1 import options_pb2

if TYPE_CHECKING:
    from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
    from google.protobuf.message import Message


@dataclass(frozen=True, slots=True)
class Method:
    """API method: gRPC path, message types, streaming, and whether it is read-only."""

    path: str
    request: type[Message]
    answer: type[Message]
    asks_stream: bool
    answers_stream: bool
    reads_only: bool

    @property
    def has_request_id(self) -> bool:
        return not self.asks_stream and "request_id" in self.request.DESCRIPTOR.fields_by_name

    @property
    def has_pages(self) -> bool:
        return "page_token" in self.request.DESCRIPTOR.fields_by_name


@cache
def method_of(declared: MethodDescriptor) -> Method:
    """Return the method for a descriptor."""
    return Method(
        path=f"/{declared.containing_service.full_name}/{declared.name}",
        request=GetMessageClass(declared.input_type),
        answer=GetMessageClass(declared.output_type),
        asks_stream=declared.client_streaming,
        answers_stream=declared.server_streaming,
        reads_only=reads_only(declared),
    )


def method_named(name: str) -> Method:
    """Return the method "EvaluationService.GetEvaluation", or "GetEvaluation" if unique.

    Raises:
        FieldsError: The name is unknown or not unique.
    """
    known = by_name(_services())
    if name not in known:
        raise FieldsError((unknown(name, known, "NO_METHOD", path=name),))
    return method_of(known[name])


def reads_only(declared: MethodDescriptor) -> bool:
    """Return whether a method uses HTTP GET or is declared as read-only."""
    options: Any = declared.GetOptions().Extensions
    return bool(options[options_pb2.reads_only]) or options[annotations_pb2.http].WhichOneof("pattern") == "get"


def service_in(module: str) -> ServiceDescriptor:
    """Import only one stub module and return its service, such as "evidence_service.EvidenceService"."""
    file, _, name = module.partition(".")
    service: ServiceDescriptor = import_module(f"touchstone.v1.{file}_pb2").DESCRIPTOR.services_by_name[name]
    return service


def by_name(services: Iterable[ServiceDescriptor]) -> Mapping[str, MethodDescriptor]:
    """Return methods by service and method name, and by method name alone if unique."""
    methods = [method for service in services for method in service.methods]
    counts = Counter(method.name for method in methods)
    unique = {method.name: method for method in methods if counts[method.name] == 1}
    return unique | {f"{method.containing_service.name}.{method.name}": method for method in methods}


@cache
def _services() -> tuple[ServiceDescriptor, ...]:
    modules = (module.name for module in iter_modules(touchstone.v1.__path__) if module.name.endswith("_pb2"))
    files = [import_module(f"touchstone.v1.{name}").DESCRIPTOR for name in sorted(modules)]
    return tuple(service for file in files for service in file.services_by_name.values())

"""Calls of touchstone.v1, found by their names in what is declared of every service."""

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
    """One call: its path in gRPC, its messages, which of the two are streams, and whether it changes nothing."""

    path: str
    request: type[Message]
    answer: type[Message]
    asks_stream: bool
    answers_stream: bool
    reads_only: bool

    @property
    def has_request_id(self) -> bool:
        """Say whether the server answers a request with an id that it knows as it did the first time."""
        return not self.asks_stream and "request_id" in self.request.DESCRIPTOR.fields_by_name

    @property
    def has_pages(self) -> bool:
        """Say whether it answers page by page."""
        return "page_token" in self.request.DESCRIPTOR.fields_by_name


@cache
def method_of(declared: MethodDescriptor) -> Method:
    """Give the call that is declared so."""
    return Method(
        path=f"/{declared.containing_service.full_name}/{declared.name}",
        request=GetMessageClass(declared.input_type),
        answer=GetMessageClass(declared.output_type),
        asks_stream=declared.client_streaming,
        answers_stream=declared.server_streaming,
        reads_only=reads_only(declared),
    )


def method_named(name: str) -> Method:
    """Give the call of this name: `EvaluationService.GetEvaluation`, or `GetEvaluation` if only one service has it.

    Raises:
        FieldsError: there is none.
    """
    known = by_name(_services())
    if name not in known:
        raise FieldsError((unknown(name, known, "NO_METHOD", path=name),))
    return method_of(known[name])


def reads_only(declared: MethodDescriptor) -> bool:
    """Say whether a call changes nothing: it is asked by GET, or says so."""
    options: Any = declared.GetOptions().Extensions
    return bool(options[options_pb2.reads_only]) or options[annotations_pb2.http].WhichOneof("pattern") == "get"


def service_in(module: str) -> ServiceDescriptor:
    """Give the service that a module of stubs has, such as `evidence_service.EvidenceService`, and load no other."""
    file, _, name = module.partition(".")
    found: ServiceDescriptor = import_module(f"touchstone.v1.{file}_pb2").DESCRIPTOR.services_by_name[name]
    return found


def by_name(services: Iterable[ServiceDescriptor]) -> Mapping[str, MethodDescriptor]:
    """Give the calls of services by the names of service and call, and by the latter alone where one service has it."""
    methods = [method for service in services for method in service.methods]
    counts = Counter(method.name for method in methods)
    alone = {method.name: method for method in methods if counts[method.name] == 1}
    return alone | {f"{method.containing_service.name}.{method.name}": method for method in methods}


@cache
def _services() -> tuple[ServiceDescriptor, ...]:
    modules = (one.name for one in iter_modules(touchstone.v1.__path__) if one.name.endswith("_pb2"))
    files = [import_module(f"touchstone.v1.{name}").DESCRIPTOR for name in sorted(modules)]
    return tuple(service for file in files for service in file.services_by_name.values())

"""HTTP routes of the API, from `google.api.http` annotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from google.api import annotations_pb2, http_pb2
from google.protobuf.descriptor import MethodDescriptor

from rules.contracts import message_factory
from service.base import declarations
from service.base.refusals import Reason, Refusal
from touchstone.v1 import options_pb2

_message = message_factory(__name__)

_VARIABLE = re.compile(r"\{([a-z_]+)=([^}]+)\}")
_SEGMENT = "[^/:]+"
_VERBS = ("get", "post")
_EXCERPT_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Route:
    """HTTP address of a call; a call may have several."""

    method: MethodDescriptor
    verb: str
    template: str
    pattern: re.Pattern[str]

    @property
    def called(self) -> str:
        return f"/{self.method.containing_service.full_name}/{self.method.name}"

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(self.pattern.groupindex)

    @property
    def has_body(self) -> bool:
        return self.verb == "POST"

    @property
    def is_revalidated(self) -> bool:
        """Whether caches may store the answer if they revalidate it each time."""
        return bool(declarations.proto_options(self.method)[options_pb2.revalidated])

    @property
    def shown(self) -> str:
        return _VARIABLE.sub(lambda match: _name_placeholders(match[2]), self.template)


def _name_placeholders(segments: str) -> str:
    before, named = "", []
    for segment in segments.split("/"):
        named.append(f"{{{before.removesuffix('s')}}}" if segment == "*" else segment)
        before = segment
    return "/".join(named)


class Routes:
    """HTTP routes of services, given by full name."""

    def __init__(self, services: Iterable[str]) -> None:
        self.all = tuple(
            route
            for name in services
            for method in declarations.proto_services()[name].methods
            for route in _routes(method)
        )

    def verbs(self, path: str) -> frozenset[str]:
        return frozenset(route.verb for route in self.all if route.pattern.fullmatch(path))

    def find(self, verb: str, path: str) -> tuple[Route, Mapping[str, str]]:
        for route in self.all:
            if route.verb == verb and (match := route.pattern.fullmatch(path)):
                return route, match.groupdict()
        if verbs := self.verbs(path):
            raise Refusal(Reason.METHOD_NOT_ALLOWED, _message("METHOD_NOT_ALLOWED", found=verb, known=sorted(verbs)))
        shown = path if len(path) <= _EXCERPT_LENGTH else f"{path[:_EXCERPT_LENGTH]}…"
        raise Refusal(Reason.PATH_NOT_FOUND, _message("PATH_NOT_FOUND", path=shown))


def decoded(raw_path: bytes) -> str:
    """Decode a percent-encoded path; raise Refusal if a segment contains a slash or invalid UTF-8."""
    segments = raw_path.decode("ascii", "replace").split("/")
    try:
        decoded = [unquote(segment, errors="strict") for segment in segments]
    except UnicodeDecodeError:
        decoded = ["/"]
    if any("/" in segment for segment in decoded):
        raise Refusal(Reason.PATH_NOT_FOUND, _message("PATH_NOT_FOUND", path="/".join(segments)[:_EXCERPT_LENGTH]))
    return "/".join(decoded)


def _routes(method: MethodDescriptor) -> Iterator[Route]:
    rule: http_pb2.HttpRule = method.GetOptions().Extensions[annotations_pb2.http]  # type: ignore[index]
    for binding in (rule, *rule.additional_bindings):
        verb = binding.WhichOneof("pattern")
        if verb not in _VERBS or (binding.body == "*") is not (verb == "post"):
            raise AssertionError(f"{method.full_name}: wants an option google.api.http: get, or post with the body '*'")
        template = str(getattr(binding, verb))
        yield Route(method, verb.upper(), template, _path_pattern(template, _VARIABLE, _segments))


def _path_pattern(template: str, placeholder: re.Pattern[str], content: Callable[[str], str]) -> re.Pattern[str]:
    """Compile a path template to a pattern with a named group per placeholder.

    `content` converts the second group of `placeholder` to an expression for the named group.
    """
    parts = placeholder.split(template)
    literals = [re.escape(part) for part in parts[::3]]
    groups = [f"(?P<{name}>{content(form)})" for name, form in zip(parts[1::3], parts[2::3], strict=True)]
    return re.compile("".join(part for pair in zip(literals, [*groups, ""], strict=True) for part in pair))


def _segments(segments: str) -> str:
    return re.escape(segments).replace(re.escape("*"), _SEGMENT)

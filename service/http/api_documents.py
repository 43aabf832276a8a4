"""API documents over HTTP: first page, API page without scripts or external sources, and OpenAPI."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup
from starlette.responses import Response

from rules.contracts import LANGUAGES, wording_loader
from service.base.call_context import KEY, preferred_language
from service.http.openapi import openapi

if TYPE_CHECKING:
    from starlette.requests import Request

words = wording_loader(__name__)

_ROOT, _PAGE, _OPENAPI = "/", "/api", "/openapi.json"
_HTML = "text/html"
_BEARER = ' -H "authorization: Bearer $TOUCHSTONE_TOKEN"'
_REFERENCE = "#/components/schemas/"
Described = Mapping[str, Any]


class Documents:
    """Documents served without an API call."""

    def __init__(
        self,
        services: Iterable[str],
        *,
        has_pages: bool,
        asks_identity: bool = False,
        contact: str = "",
        is_https: bool = False,
    ) -> None:
        self._has_pages = has_pages
        self._asks_identity = asks_identity
        self._is_https = is_https
        self._described = openapi(services, contact)
        self._description = json.dumps(self._described, ensure_ascii=False).encode()

    def has(self, path: str) -> bool:
        return path in (_ROOT, _PAGE, _OPENAPI)

    def find(self, path: str, request: Request) -> Response | None:
        if not self.has(path):
            return None
        wants_page = _HTML in request.headers.get("accept", "")
        if path == _OPENAPI or (path == _ROOT and not wants_page):
            headers = {"cache-control": "no-cache", "vary": "accept"}
            return Response(self._description, media_type="application/json", headers=headers)
        named = request.query_params.get("language", "")
        language = named if named in LANGUAGES else preferred_language(None, request.headers.items())
        headers = {
            "content-security-policy": content_security_policy(), "content-language": language,
            "vary": f"accept, {KEY}",
        }  # fmt: skip
        if path == _ROOT and self._has_pages:
            return Response(_render_start_page(language), media_type=_HTML, headers=headers)
        root = f"{'https' if self._is_https else request.url.scheme}://{request.url.netloc}"
        page = render(
            self._described, language, root=root, has_pages=self._has_pages, asks_identity=self._asks_identity
        )
        return Response(page, media_type=_HTML, headers=headers)


@dataclass(frozen=True, slots=True)
class Field:
    """Request field of a call."""

    name: str
    description: str
    required: bool


@dataclass(frozen=True, slots=True)
class Call:
    """API call at one address."""

    id: str
    verb: str
    path: str
    summary: Mapping[str, str]
    roles: Mapping[str, Sequence[str]]
    """Roles by scope: the caller's own organization, or any."""
    places: tuple[tuple[str, tuple[Field, ...]], ...]
    curl: str


def render(
    description: Described, language: str, *, root: str, has_pages: bool = False, asks_identity: bool = False
) -> str:
    """Render the API page in a language, for a server reached at `root`.

    If the server `asks_identity`, each command sends the token in the variable TOUCHSTONE_TOKEN.
    """
    credential = _BEARER if asks_identity else ""
    services: dict[str, list[Call]] = {tag["name"]: [] for tag in description["tags"]}
    heads = {
        tag["name"]: {"en": tag["description"].partition(". ")[0].rstrip("."), "zh": tag["x-description-zh"]}[language]
        for tag in description["tags"]
    }
    for path, verbs in description["paths"].items():
        for verb, operation in verbs.items():
            services[operation["tags"][0]].append(_call(description, path, verb.upper(), operation, root, credential))
    return _render(
        "page.html.jinja",
        language,
        has_pages=has_pages,
        asks_identity=asks_identity,
        services=[(heads[name], calls) for name, calls in services.items()],
    )


def _render_start_page(language: str) -> str:
    """Render the start page with links to the workbench, the register and the API page."""
    return _render("first_page.html.jinja", language)


def _render(template: str, language: str, **parts: Any) -> str:
    (other,) = (each for each in LANGUAGES if each != language)
    style = Markup(_style())  # noqa: S704 -- stylesheet of this package
    return _template(template).render(w=words(language), language=language, other=other, style=style, **parts)


def content_security_policy() -> str:
    """Return the header that allows only the page's own style."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _call(  # noqa: PLR0913, PLR0917 -- parts of a call
    description: Described, path: str, verb: str, operation: Described, root: str, credential: str
) -> Call:
    fields_by_location: dict[str, list[Field]] = {"path": [], "query": [], "body": []}
    for parameter in operation.get("parameters", ()):
        fields_by_location[parameter["in"]].append(
            Field(parameter["name"], parameter.get("description", ""), parameter["required"])
        )
    media_type, schema = _body(description, operation)
    fields_by_location["body"] += _fields(schema)
    return Call(
        operation["operationId"],
        verb,
        path,
        {"en": operation["summary"].removesuffix("."), "zh": operation["x-summary-zh"]},
        operation["x-roles"],
        tuple((location, tuple(fields)) for location, fields in fields_by_location.items() if fields),
        _curl(f"{root}{path}", credential, media_type, fields_by_location),
    )


def _body(description: Described, operation: Described) -> tuple[str, Described]:
    for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
        schema = content["schema"].get("contentSchema", content["schema"])
        if name := schema.get("$ref", "").removeprefix(_REFERENCE):
            schema = description["components"]["schemas"][name]
        return media_type, schema
    return "", {}


def _fields(schema: Described) -> Iterator[Field]:
    for name, property_schema in schema.get("properties", {}).items():
        yield Field(name, property_schema.get("description", ""), name in schema.get("required", ()))


def _curl(address: str, credential: str, media_type: str, fields_by_location: Mapping[str, list[Field]]) -> str:
    needed = {
        location: [each.name for each in fields if each.required] for location, fields in fields_by_location.items()
    }
    query = "&".join(f"{name}=…" for name in needed["query"])
    line = f"curl -s '{address}{'?' if query else ''}{query}'{credential}"
    if media_type:
        body = json.dumps(dict.fromkeys(needed["body"], "…"), ensure_ascii=False)
        line += f" -H 'content-type: {media_type}' --data-binary '{body}'"
    return line


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")


@cache
def _template(name: str) -> jinja2.Template:
    source = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string(source)

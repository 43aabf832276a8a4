"""Formats of other publishers, recognised with their version before a file is read.

`foreign_formats.toml` declares them all, and the versions that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rules.contracts import message_factory, read_toml

_message = message_factory(__name__)

_MAX_VERSION_CHARS = 40
_ANY = ".x"


@dataclass(frozen=True, slots=True)
class ForeignFormat:
    """One format: how it is recognised, and the versions that are read."""

    id: str
    marks: tuple[tuple[str, ...], ...]
    version_at: tuple[str, ...]
    version: re.Pattern[str] | None
    namespace: re.Pattern[str] | None
    version_in: str
    by_version: bool
    reads: tuple[str, ...]

    def titled(self, version: str) -> str:
        name = _message(f"NAME_{self.id.upper()}")
        return _message("VERSIONED", name=name, version=version) if version else name


@dataclass(frozen=True, slots=True)
class FoundFormat:
    """A recognised format and version; `at` is the pointer of the version."""

    form: ForeignFormat
    version: str = ""
    at: str = field(default="", compare=False)

    @property
    def title(self) -> str:
        return self.form.titled(self.version)

    @property
    def is_read(self) -> bool:
        """Whether this version can be read; also if the format states no versions in its files."""
        if self.form.reads and not (self.form.version_at or self.form.namespace):
            return True
        return any(_covers(version, self.version) for version in self.form.reads)


def _covers(readable: str, version: str) -> bool:
    return version == readable or (readable.endswith(_ANY) and version.startswith(readable[: -len(_ANY)] + "."))


@cache
def foreign_formats() -> Mapping[str, ForeignFormat]:
    """Return the known formats by id, in the order of recognition."""
    return {id: _format(id, row) for id, row in read_toml("service.input", "foreign_formats.toml").items()}


def _format(id: str, row: Mapping[str, Any]) -> ForeignFormat:
    return ForeignFormat(
        id=id,
        marks=tuple(tuple(mark.split(" & ")) for mark in row.get("marks", ())),
        version_at=tuple(row.get("version_at", ())),
        version=re.compile(row["version"]) if "version" in row else None,
        namespace=re.compile(row["namespace"]) if "namespace" in row else None,
        version_in=row.get("version_in", ""),
        by_version=row.get("by_version", False),
        reads=tuple(row.get("reads", ())),
    )


def recognize_json(root: Any) -> FoundFormat | None:
    """Recognise a parsed JSON document, also inside a response with `data`."""
    for value, before in _possible_roots(root):
        for form in foreign_formats().values():
            if found := _in_json(form, value, before):
                return found
    return None


def _possible_roots(root: Any) -> Iterator[tuple[Any, str]]:
    yield root, ""
    for outer, before in ((root, ""), (_find(root, "data"), "data/")):
        if isinstance(outer, Mapping) and before:
            yield outer, before
        elif isinstance(outer, list) and outer:
            yield outer[0], f"{before}0/"


def _in_json(form: ForeignFormat, root: Any, before: str) -> FoundFormat | None:
    is_marked = _is_marked(form, root)
    stated = [(text, at) for at in form.version_at for text in _texts(_find(root, at))]
    for text, at in stated:
        match = form.version.fullmatch(text) if form.version is not None else None
        if match and (is_marked or form.by_version):
            return FoundFormat(form, match[1], before + at)
    text, at = stated[0] if stated else ("", "")
    return FoundFormat(form, text[:_MAX_VERSION_CHARS], at and before + at) if is_marked else None


def _is_marked(form: ForeignFormat, root: Any) -> bool:
    return any(all(_find(root, pointer) is not None for pointer in mark) for mark in form.marks)


def _find(root: Any, pointer: str) -> Any:
    value = root
    for part in pointer.split("/"):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list):
            value = value[0] if part == "0" and value else None
        else:
            return None
    return value


def _texts(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item


def recognize_xml(namespace: str, attributes: Mapping[str, str]) -> FoundFormat | None:
    """Recognise an XML document by the namespace and attributes of its root element."""
    for form in foreign_formats().values():
        if form.namespace is not None and (match := form.namespace.fullmatch(namespace)):
            version = attributes.get(form.version_in, "") if form.version_in else match[1]
            return FoundFormat(form, version[:_MAX_VERSION_CHARS])
    return None


def refusal_of(found: FoundFormat | None, ids: Collection[str]) -> str | None:
    """Return why a reader of the formats `ids` cannot read a recognised file, or None."""
    if found is None or (found.form.id in ids and found.is_read):
        return None
    known = [form.titled(version) for form in foreign_formats().values() if form.id in ids for version in form.reads]
    return _message("FORMAT_NOT_READ", found=found.title, known=known)

"""Safe XML reader: a tree with line numbers, without document types, entities or external files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from rules.contracts import InputError, message_factory
from service.base.file_kinds import refusal_of_other_kind
from service.input.tree.placed_errors import FilePosition

if TYPE_CHECKING:
    from collections.abc import Iterator

_message = message_factory(__name__)

MAX_BYTES = 4 << 20
_MAX_DEPTH, _MAX_ELEMENTS = 64, 200_000
_SEPARATOR = "\n"  # a character that no namespace contains


@dataclass(slots=True)
class XmlElement:
    """One element; names of attributes with a namespace are `namespace name`."""

    namespace: str
    name: str
    line: int
    attributes: dict[str, str]
    children: list[XmlElement] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def named(self, name: str) -> Iterator[XmlElement]:
        return (child for child in self.children if child.name == name and child.namespace == self.namespace)

    def first(self, name: str) -> XmlElement | None:
        return next(self.named(name), None)


def parse_xml(content: bytes) -> XmlElement:
    """Parse a document.

    Raises:
        InputError: If it is too large or too deep, is another kind of file or no XML, declares a document type, or has
            an unknown encoding.
    """
    if len(content) > MAX_BYTES:
        raise InputError.of("content", _message("TOO_LARGE", size=len(content), most=MAX_BYTES), "TOO_LARGE")
    if (other_kind := refusal_of_other_kind(content, "XML")) is not None:
        raise InputError.of("content", other_kind, "OTHER_KIND")
    builder = _TreeBuilder()
    try:
        builder.parser.Parse(content, True)
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        raise _refused(error.lineno, _message("NOT_XML", problem=problem), "NOT_XML") from None
    except (ValueError, LookupError):
        raise _refused(1, _message("ENCODING"), "ENCODING") from None
    return builder.stack[0].children[0]


def _refused(line: int, description: str, reason: str) -> InputError:
    return InputError.of(FilePosition(line, 0).cell, description, reason)


class _TreeBuilder:
    def __init__(self) -> None:
        self.stack = [XmlElement("", "", 0, {})]
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add_text

    def _refuse_document_type(self, *_: object) -> NoReturn:
        raise _refused(self.parser.CurrentLineNumber, _message("DOCUMENT_TYPE"), "DOCTYPE")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        line = self.parser.CurrentLineNumber
        if len(self.stack) > _MAX_DEPTH:
            raise _refused(line, _message("TOO_DEEP", most=_MAX_DEPTH), "TOO_DEEP")
        if self.count > _MAX_ELEMENTS:
            raise _refused(line, _message("TOO_MANY_ELEMENTS", most=_MAX_ELEMENTS), "TOO_LARGE")
        namespace, _, name = tag.rpartition(_SEPARATOR)
        read = {name.replace(_SEPARATOR, " "): value for name, value in attributes.items()}
        element = XmlElement(namespace, name, line, read)
        self.stack[-1].children.append(element)
        self.stack.append(element)

    def _end(self, _: str) -> None:
        self.stack.pop()

    def _add_text(self, text: str) -> None:
        self.stack[-1].parts.append(text)

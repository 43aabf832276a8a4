"""YAML and JSON parser: a bounded, untyped tree with positions.

Limits apply because dossiers come from outside.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TypeVar, cast

import yaml

from rules.contracts import error_message, message_factory
from service.input.encodings import BYTE_ORDER_MARK, NotUtf8Error, decode_utf8
from service.input.tree.nodes import Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition, check_size, raise_placed_error
from service.input.tree.spaces import composed, first_unusual_space, last_structural_space, strip_spaces

_message = message_factory(__name__)
_N = TypeVar("_N", bound=Node)

MAXIMUM_NODES = 200_000
MAXIMUM_DEPTH = 20

# JSON allows tabs as indent and writes a character outside the basic plane as two escapes; YAML does neither.
_SURROGATE_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")

LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def read_tree(content: bytes, *, first_line: int = 1) -> Node:
    """Parse one document; lines count from `first_line`.

    Raises:
        PlacedError: If it is malformed or too large, or uses aliases, tags or repeated keys.
    """
    check_size(len(content))
    try:
        text = composed(decode_utf8(content).removeprefix(BYTE_ORDER_MARK))
    except NotUtf8Error as error:
        raise_placed_error(FilePosition(error.line + first_line - 1, 1), error_message(error), "NOT_UTF8")
    if text.lstrip().startswith("{"):
        text = _SURROGATE_PAIR.sub(_join_pair, text.replace("\t", " "))
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            _report_unusual_space(text, mark.line, first_line)
        position = None if mark is None else FilePosition(mark.line + first_line, mark.column + 1)
        problem = ", ".join(part for part in (error.context, error.problem) if part)
        raise_placed_error(position, _message("NOT_YAML", problem=problem), "NOT_YAML")
    except yaml.YAMLError as error:
        raise_placed_error(None, _message("NOT_YAML_AT_ALL", problem=error_message(error).splitlines()[0]), "NOT_YAML")
    if builder.root is None:
        raise_placed_error(FilePosition(first_line, 1), _message("EMPTY"), "EMPTY")
    return builder.root


class _Builder:
    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self.root: Node | None = None
        self._ancestors: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        position = (
            FilePosition(self._first_line, 1)
            if mark is None
            else FilePosition(mark.line + self._first_line, mark.column + 1)
        )
        match event:
            case yaml.AliasEvent():
                raise_placed_error(position, _message("ALIAS"), "ALIAS")
            case yaml.ScalarEvent():
                self._check(event, position)
                if not event.value.isprintable() and _SURROGATE.search(event.value):
                    raise_placed_error(position, _message("HALF_CHARACTER"), "BAD_TEXT")
                self._add(Scalar(position, event.value, plain=event.style in {None, ""}))
            case yaml.SequenceStartEvent():
                self._check(event, position)
                self._begin(Sequence(position))
            case yaml.MappingStartEvent():
                self._check(event, position)
                self._begin(Mapping(position))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._ancestors.pop()
                self._keys.pop()
            case yaml.DocumentStartEvent() if self.root is not None:
                raise_placed_error(position, _message("ONE_DOCUMENT"), "DOCUMENTS")
            case _:
                pass

    def _check(self, event: yaml.NodeEvent, position: FilePosition) -> None:
        self._nodes += 1
        if self._nodes > MAXIMUM_NODES:
            raise_placed_error(position, _message("TOO_MANY_VALUES", most=MAXIMUM_NODES), "TOO_MANY_VALUES")
        if event.anchor is not None:
            raise_placed_error(position, _message("ANCHOR"), "ALIAS")
        if getattr(event, "tag", None) is not None:
            raise_placed_error(position, _message("TAG", tag=event.tag[:40]), "TAG")  # type: ignore[attr-defined]

    def _begin(self, node: Sequence | Mapping) -> None:
        if len(self._ancestors) >= MAXIMUM_DEPTH:
            raise_placed_error(node.position, _message("TOO_DEEP", most=MAXIMUM_DEPTH), "TOO_DEEP")
        self._add(node)
        self._ancestors.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._ancestors:
            self.root = _trimmed(node)
            return
        parent = self._ancestors[-1]
        if isinstance(parent, Sequence):
            parent.items.append(_trimmed(node))
            return
        key = self._keys[-1]
        if key is None:
            self._begin_entry(parent, node)
        else:
            parent.entries[key.text] = _trimmed(node)
            self._keys[-1] = None

    def _begin_entry(self, parent: Mapping, node: Node) -> None:
        if not isinstance(node, Scalar):
            raise_placed_error(node.position, _message("KEY_NOT_A_WORD"), "KEY")
        if node.plain and (index := first_unusual_space(node.text.rstrip())) is not None:
            space_position = FilePosition(node.position.line, node.position.column + index)
            raise_placed_error(
                space_position, _message("ODD_SPACE", found=_character_name(node.text[index])), "ODD_SPACE"
            )
        node = _trimmed(node)
        if node.text in parent.keys:
            line = parent.keys[node.text].line
            raise_placed_error(node.position, _message("STANDS_TWICE", found=node.text[:60], line=line), "REPEATED")
        parent.keys[node.text] = node.position
        self._keys[-1] = node


def _trimmed(node: _N) -> _N:
    if not isinstance(node, Scalar) or not node.plain or (text := strip_spaces(node.text)) == node.text:
        return node
    if text[:1] in {'"', "'", "[", "{"}:
        raise_placed_error(node.position, _message("ODD_SPACE", found=_character_name(node.text[0])), "ODD_SPACE")
    return replace(node, text=text)


def _report_unusual_space(text: str, line: int, first_line: int) -> None:
    location = last_structural_space("\n".join(text.split("\n")[: line + 1]))
    if location is not None:
        row, column = location
        character = _character_name(text.split("\n")[row][column])
        raise_placed_error(
            FilePosition(row + first_line, column + 1), _message("ODD_SPACE", found=character), "ODD_SPACE"
        )


def _join_pair(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _character_name(character: str) -> str:
    return f"U+{ord(character):04X}, {unicodedata.name(character, '').lower()}"

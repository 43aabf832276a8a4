"""YAML and JSON parser: a bounded, untyped tree with every scalar as written and every node with its place.

No type is guessed, and size, depth and number of nodes are bounded, because dossiers come from outside.
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

_say = message_factory(__name__)
_N = TypeVar("_N", bound=Node)

MAXIMUM_NODES = 200_000
MAXIMUM_DEPTH = 20

# JSON, unlike YAML, may be indented by tabs and writes characters beyond the basic plane as two escapes.
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")

LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
"""The parser of the C library, if there is one: several times as fast."""


def read_tree(content: bytes, *, first_line: int = 1) -> Node:
    """Read the one document of a text, whose lines are counted from `first_line`.

    Raises:
        PlacedError: it is no YAML or JSON, uses what dossiers do not (aliases, tags, several documents), repeats a
            key, or is beyond a limit.
    """
    check_size(len(content))
    try:
        text = composed(decode_utf8(content).removeprefix(BYTE_ORDER_MARK))
    except NotUtf8Error as error:
        raise_placed_error(FilePosition(error.line + first_line - 1, 1), error_message(error), "NOT_UTF8")
    if text.lstrip().startswith("{"):
        text = _PAIR.sub(_join_pair, text.replace("\t", " "))
    builder = _Builder(first_line)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            _refuse_odd_space(text, mark.line, first_line)
        place = None if mark is None else FilePosition(mark.line + first_line, mark.column + 1)
        words = ", ".join(part for part in (error.context, error.problem) if part)
        raise_placed_error(place, _say("NOT_YAML", problem=words), "NOT_YAML")
    except yaml.YAMLError as error:
        raise_placed_error(None, _say("NOT_YAML_AT_ALL", problem=str(error).splitlines()[0]), "NOT_YAML")
    if builder.root is None:
        raise_placed_error(FilePosition(first_line, 1), _say("EMPTY"), "EMPTY")
    return builder.root


class _Builder:
    """Builds the tree event by event, so that a limit is met before memory is spent."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self.root: Node | None = None
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        mark = event.start_mark
        place = (
            FilePosition(self._first_line, 1)
            if mark is None
            else FilePosition(mark.line + self._first_line, mark.column + 1)
        )
        match event:
            case yaml.AliasEvent():
                raise_placed_error(place, _say("ALIAS"), "ALIAS")
            case yaml.ScalarEvent():
                self._check(event, place)
                if not event.value.isprintable() and _SURROGATE.search(event.value):
                    raise_placed_error(place, _say("HALF_CHARACTER"), "BAD_TEXT")
                self._add(Scalar(place, event.value, plain=event.style in {None, ""}))
            case yaml.SequenceStartEvent():
                self._check(event, place)
                self._begin(Sequence(place))
            case yaml.MappingStartEvent():
                self._check(event, place)
                self._begin(Mapping(place))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
                self._keys.pop()
            case yaml.DocumentStartEvent() if self.root is not None:
                raise_placed_error(place, _say("ONE_DOCUMENT"), "DOCUMENTS")
            case _:
                pass

    def _check(self, event: yaml.NodeEvent, place: FilePosition) -> None:
        self._nodes += 1
        if self._nodes > MAXIMUM_NODES:
            raise_placed_error(place, _say("TOO_MANY_VALUES", most=MAXIMUM_NODES), "TOO_MANY_VALUES")
        if event.anchor is not None:
            raise_placed_error(place, _say("ANCHOR"), "ALIAS")
        if getattr(event, "tag", None) is not None:
            raise_placed_error(place, _say("TAG", tag=event.tag[:40]), "TAG")  # type: ignore[attr-defined]

    def _begin(self, node: Sequence | Mapping) -> None:
        if len(self._open) >= MAXIMUM_DEPTH:
            raise_placed_error(node.position, _say("TOO_DEEP", most=MAXIMUM_DEPTH), "TOO_DEEP")
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = _trimmed(node)
            return
        parent = self._open[-1]
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
            raise_placed_error(node.position, _say("KEY_NOT_A_WORD"), "KEY")
        if node.plain and (odd := first_unusual_space(node.text.rstrip())) is not None:
            place = FilePosition(node.position.line, node.position.column + odd)
            raise_placed_error(place, _say("ODD_SPACE", found=character_name(node.text[odd])), "ODD_SPACE")
        node = _trimmed(node)
        if node.text in parent.keys:
            line = parent.keys[node.text].line
            raise_placed_error(node.position, _say("STANDS_TWICE", found=node.text[:60], line=line), "REPEATED")
        parent.keys[node.text] = node.position
        self._keys[-1] = node


def _trimmed(node: _N) -> _N:
    """Take spaces of whatever kind from both ends of a text without quotes."""
    if not isinstance(node, Scalar) or not node.plain or (text := strip_spaces(node.text)) == node.text:
        return node
    if text[:1] in {'"', "'", "[", "{"}:
        raise_placed_error(node.position, _say("ODD_SPACE", found=character_name(node.text[0])), "ODD_SPACE")
    return replace(node, text=text)


def _refuse_odd_space(text: str, line: int, first_line: int) -> None:
    """Name a space that is no plain one as the cause, if one stands where YAML looks for one before a line ends."""
    odd = last_structural_space("\n".join(text.split("\n")[: line + 1]))
    if odd is not None:
        row, column = odd
        character = character_name(text.split("\n")[row][column])
        raise_placed_error(FilePosition(row + first_line, column + 1), _say("ODD_SPACE", found=character), "ODD_SPACE")


def _join_pair(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def character_name(character: str) -> str:
    """Name a character by its code, and by its name in Unicode."""
    return f"U+{ord(character):04X}, {unicodedata.name(character, '').lower()}"

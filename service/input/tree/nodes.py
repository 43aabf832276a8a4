"""Tree nodes, and field access that checks presence, names and shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rules.contracts import did_you_mean_or_known, message_factory
from service.input.tree.placed_errors import FilePosition, Problem


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, `plain` if unquoted."""

    position: FilePosition
    text: str
    plain: bool = True

    @property
    def empty(self) -> bool:
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    position: FilePosition
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Nodes by key, with key positions."""

    position: FilePosition
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, FilePosition] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


_message = message_factory(__name__)


_DIGITS = re.compile(r"[+-]?\d+\Z")
_DIGITS_AND_UNIT = re.compile(r"\d+( ?[^\d\s].*)?\Z")


def _number_with_comma(before: Node, key: str, part: Node) -> str | None:
    """Return a number that YAML split at its decimal comma inside braces."""
    if not (isinstance(before, Scalar) and isinstance(part, Scalar) and part.empty):
        return None
    is_number = _DIGITS.match(before.text) and _DIGITS_AND_UNIT.match(key)
    return f"{before.text},{key}" if is_number else None


class FieldReader:
    """Reader of fields; invalid fields are empty and added to `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.positions: dict[str, FilePosition] = {}

    def problem(self, place: FilePosition, field: str, description: str, reason: str) -> None:
        self.problems.append(Problem(place, field, description, reason))

    def unknown(self, place: FilePosition, field: str, name: str, known: Iterable[str], what: str) -> None:
        self.problem(
            place,
            field,
            _message("NOT_A", found=name[:60], what=what, hint=did_you_mean_or_known(name, known)),
            "UNKNOWN_KEY",
        )

    def mapping(self, node: Node, path: str, allowed: Iterable[str], *, what: str) -> dict[str, Node]:
        known = tuple(allowed)
        if not isinstance(node, Mapping):
            self.problem(node.position, path, _message("MAPPING_WANTED", what=what, known=known), "WRONG_SHAPE")
            return {}
        parts: dict[str, Node] = {}
        previous: Node = node
        for key, part in node.entries.items():
            field = f"{path}.{key}" if path else key
            self.positions[field] = part.position
            if key not in known and (comma_number := _number_with_comma(previous, key, part)) is not None:
                description = _message(
                    "COMMA_IN_BRACES", found=comma_number[:40], number=comma_number.replace(",", ".")[:40]
                )
                self.problem(node.keys[key], field[:120], description, "NOT_A_NUMBER")
            elif key not in known:
                self.unknown(node.keys[key], field[:120], key, known, _message("KEY_OF", what=what))
            elif not (isinstance(part, Scalar) and part.empty):
                parts[key] = part
            previous = part
        return parts

    def entries(self, node: Node | None, path: str, what: str) -> list[tuple[str, Node, FilePosition]]:
        if node is None:
            return []
        if not isinstance(node, Mapping):
            self.problem(node.position, path, _message("ENTRIES_WANTED", what=what), "WRONG_SHAPE")
            return []
        return [(key, part, node.keys[key]) for key, part in node.entries.items()]

    def identified(self, node: Node | None, path: str, what: str) -> list[tuple[str, Node, FilePosition]]:
        if not isinstance(node, Sequence):
            return self.entries(node, path, _message("BY_IDS", what=what))
        entries: list[tuple[str, Node, FilePosition]] = []
        for item in node.items:
            id_node = item.entries.get("id") if isinstance(item, Mapping) else None
            if isinstance(item, Mapping) and isinstance(id_node, Scalar) and not id_node.empty:
                rest = {key: part for key, part in item.entries.items() if key != "id"}
                entries.append((id_node.text, Mapping(item.position, rest, item.keys), id_node.position))
            else:
                self.problem(item.position, path, _message("ID_WANTED"), "REQUIRED")
        return entries

    def texts(self, node: Node | None, path: str) -> dict[str, str]:
        texts = {}
        for key, part, position in self.entries(node, path, path):
            self.positions[f"{path}[{key}]"] = position
            texts[key] = self.text(part, f"{path}[{key}]")
        return texts

    def text(self, node: Node, path: str) -> str:
        if isinstance(node, Scalar):
            return node.text
        kind = _message("A_LIST" if isinstance(node, Sequence) else "A_MAPPING")
        self.problem(node.position, path, _message("SINGLE_WANTED", kind=kind), "WRONG_SHAPE")
        return ""

    def optional_text(self, node: Node | None, path: str) -> str:
        return "" if node is None else self.text(node, path)

    def word(self, node: Node | None, path: str, allowed: list[str], whole: Node) -> str | None:
        if node is None:
            self.problem(whole.position, path, _message("ONE_OF_REQUIRED", known=allowed), "REQUIRED")
            return None
        text = self.text(node, path)
        if text in allowed:
            return text
        self.problem(node.position, path, _message("NOT_ONE_OF", found=text[:40], known=allowed), "WRONG_VALUE")
        return None

    def names(self, node: Node | None, path: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if isinstance(node, Sequence):
            return tuple(self.text(item, path) for item in node.items)
        return (self.text(node, path),)

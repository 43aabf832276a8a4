"""Battery passport documents: strict JSON with pointers (RFC 6901), and format detection.

Numbers retain their original text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rules.contracts import did_you_mean_or_known, message_factory, read_toml
from service.input.foreign_formats import foreign_formats, recognize_json, refusal_of
from service.input.tree.nodes import Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import PlacedError, Problem, check_size, raise_placed_error
from service.input.tree.strict_json import read_json
from service.input.tree.tree_reader import read_tree

_message = message_factory(__name__)
_JSON_LITERALS = frozenset({"null", "true", "false"})


@dataclass(frozen=True, slots=True)
class PointedNode:
    """A JSON node with its pointer (RFC 6901)."""

    pointer: str
    node: Node

    @property
    def empty(self) -> bool:
        return _is_empty(self.node)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed passport file. Readers add errors to `problems`."""

    name: str
    root: Mapping
    values: Any = None
    """The same content without positions."""
    problems: list[Problem] = field(default_factory=list)

    def problem(self, found: PointedNode, description: str, reason: str) -> None:
        problem = Problem(found.node.position, found.pointer or "/", description, reason)
        if problem not in self.problems:
            self.problems.append(problem)

    def pointed(self, pointer: str) -> PointedNode:
        """Return the node at a pointer without its first slash, or the deepest node above it."""
        pointed = PointedNode("", self.root)
        for part in pointer.split("/"):
            node = pointed.node
            if isinstance(node, Mapping) and part in node.entries:
                inner = node.entries[part]
            elif isinstance(node, Sequence) and part == "0" and node.items:
                inner = node.items[0]
            else:
                break
            pointed = PointedNode(f"{pointed.pointer}/{part}", inner)
        return pointed

    def find(self, pattern: str) -> tuple[PointedNode, ...]:
        """Return the matching nodes; `*` matches list items, `*name=value` those with that value."""
        matches: tuple[PointedNode, ...] = (PointedNode("", self.root),)
        for part in pattern.split("/")[1:]:
            matches = tuple(step for pointed in matches for step in self._step(pointed, part))
        return matches

    def _step(self, pointed: PointedNode, part: str) -> Iterator[PointedNode]:
        node = pointed.node
        if pointed.empty:
            return
        if part.startswith("*"):
            if isinstance(node, Sequence):
                items = (PointedNode(f"{pointed.pointer}/{index}", item) for index, item in enumerate(node.items))
                yield from (item for item in items if _matches_filter(item.node, part[1:]))
            else:
                self.problem(pointed, _message("LIST_WANTED", kind=json_type_name(node)), "WRONG_TYPE")
        elif not isinstance(node, Mapping):
            self.problem(pointed, _message("OBJECT_WANTED", kind=json_type_name(node)), "WRONG_TYPE")
        elif part in node.entries:
            yield PointedNode(f"{pointed.pointer}/{_escaped(part)}", node.entries[part])


def read_document(content: bytes, name: str) -> Document:
    """Parse a file as strict JSON."""
    check_size(len(content))
    values = read_json(content)
    root = _parse_tree(content)
    if not isinstance(root, Mapping):
        raise_placed_error(root.position, _message("NOT_AN_OBJECT", kind=json_type_name(root)), "WRONG_TYPE")
    return Document(name, root, values)


def json_type_name(node: Node) -> str:
    """Return the JSON type of a node, or the literal `null`, `true` or `false`."""
    if isinstance(node, Mapping):
        return _message("AN_OBJECT")
    if isinstance(node, Sequence):
        return _message("A_LIST")
    if not node.plain:
        return _message("A_TEXT")
    return node.text if node.text in _JSON_LITERALS else _message("A_NUMBER")


def is_number(node: Node) -> bool:
    """Return whether a node is a JSON number."""
    return isinstance(node, Scalar) and node.plain and node.text not in _JSON_LITERALS


def unread_pointers(document: Document, read: frozenset[str]) -> tuple[str, ...]:
    """Return the topmost unread pointers."""
    read_prefixes = {prefix for pointer in read for prefix in _pointer_prefixes(pointer)}
    return tuple(_unread(PointedNode("", document.root), read_prefixes, read))


def _unread(pointed: PointedNode, read_prefixes: set[str], read: frozenset[str]) -> Iterator[str]:
    if pointed.pointer in read or pointed.empty:
        return
    if pointed.pointer and pointed.pointer not in read_prefixes:
        yield pointed.pointer
        return
    node = pointed.node
    if isinstance(node, Mapping):
        for key, part in node.entries.items():
            yield from _unread(PointedNode(f"{pointed.pointer}/{_escaped(key)}", part), read_prefixes, read)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _unread(PointedNode(f"{pointed.pointer}/{index}", item), read_prefixes, read)


def _pointer_prefixes(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _parse_tree(content: bytes) -> Node:
    """Parse valid JSON with positions; the parser accepts slightly less than JSON."""
    try:
        return read_tree(content)
    except PlacedError as error:
        wrong = [problem for problem in error.problems if problem.reason == "NOT_YAML"]
        if not wrong:
            raise
        raise_placed_error(wrong[0].position, _message("UNREADABLE_TEXT"), "WRONG_VALUE")


def _matches_filter(node: Node, wanted: str) -> bool:
    name, _, value = wanted.partition("=")
    if not name:
        return True
    entry = node.entries.get(name) if isinstance(node, Mapping) else None
    return isinstance(entry, Scalar) and entry.text == value


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.empty or not node.text.strip()
    parts = node.entries.values() if isinstance(node, Mapping) else node.items
    return all(_is_empty(part) for part in parts)


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


@dataclass(frozen=True, slots=True)
class ValueMapping:
    """Location and kind of a fact's value: number, date, choice, chemistry or presence.

    `open_unit` adds a note that the reference kilowatt hour is undefined.
    """

    at: str
    kind: str
    and_at: str = ""
    unit: str = ""
    unit_at: str = ""
    at_least: int | None = None
    share: bool = False
    open_unit: bool = False
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassportFormat:
    """A passport format: top-level keys, data points and values by fact."""

    id: str
    title: str
    keys: frozenset[str]
    issuer: str
    issue_date: str
    points: dict[str, dict[str, str]]
    values: dict[str, ValueMapping]


@cache
def formats() -> dict[str, PassportFormat]:
    """Return the known formats by ID."""
    by_id = {}
    for id, table in read_toml("service.schemes.battery", "formats.toml").items():
        values = {fact: ValueMapping(**row) for fact, row in table["values"].items()}
        by_id[id] = PassportFormat(
            id=table["format"], title=_title(table["format"]), keys=frozenset(table["keys"]),
            issuer=table["issuer"], issue_date=table["issue_date"], points=table["points"], values=values,
        )  # fmt: skip
    return by_id


def _title(id: str) -> str:
    form = foreign_formats()[id]
    return form.titled(form.reads[-1])


def detect_format(documents: Iterable[Document]) -> PassportFormat | None:
    """Return the common format; None if a document has a problem, which is added to its `problems`."""
    detected: list[PassportFormat] = []
    problems = 0
    for document in documents:
        root = PointedNode("", document.root)
        top_keys = set(document.root.entries)
        best = max(formats().values(), key=lambda passport_format: len(passport_format.keys & top_keys))
        found = recognize_json(document.values)
        refusal = refusal_of(found, [passport_format.id for passport_format in formats().values()])
        if found is not None and refusal is not None:
            document.problem(document.pointed(found.at), refusal, "UNKNOWN_FORMAT")
        elif not best.keys & top_keys:
            known = [passport_format.title for passport_format in formats().values()]
            first = next(iter(document.root.entries), "")
            hint_text = did_you_mean_or_known(
                first, [key for passport_format in formats().values() for key in passport_format.keys]
            )
            description = _message("NO_PASSPORT", known=known, first=first[:60], hint=hint_text)
            if not top_keys:
                description = _message("EMPTY_OBJECT", known=known)
            document.problem(root, description, "UNKNOWN_FORMAT")
        elif detected and best is not detected[0]:
            description = _message("MIXED_FORMATS", title=best.title, other=detected[0].title)
            document.problem(root, description, "MIXED_FORMATS")
        else:
            detected.append(best)
        problems += len(document.problems)
    return None if problems else detected[0]

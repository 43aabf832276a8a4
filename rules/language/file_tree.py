"""Editable tree of a feature file: rules, backgrounds, sentences, table rows and scenarios, with their comments.

Each element names the part of the model that it defines. Unchanged elements keep their lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rules.language.file_edits import section_keywords
from rules.language.lexicon import load_lexicon
from rules.language.row_lines import written_cells
from rules.language.table_columns import FOR_PEOPLE
from rules.language.tables import align_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.language.lexicon import Lexicon

HEAD, BACKGROUND, RULE, SCENARIO, STEP, ROWS = "head", "background", "rule", "scenario", "step", "rows"
_ASCII_NAME = re.compile(r"[\w.+-]", re.ASCII)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One table row: escaped cells, and the comments above it."""

    cells: Mapping[str, str]
    lead: tuple[str, ...] = ()


@dataclass(slots=True)
class FileNode:
    """One element of a file.

    `lead` are the blank lines and comments above it, `lines` its own lines, `line` the number of its first line. `part`
    is the path of the model part or text that it belongs to. `key` identifies it among its siblings in all versions.
    `table` are the lines of the table of an unchanged step; without them, the table is written from its rows.
    """

    kind: str
    part: str
    key: str
    line: int = 0
    lead: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    children: list[FileNode] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    rows: tuple[FileRow, ...] = ()
    subjects: frozenset[str] = frozenset()
    table: tuple[str, ...] = ()

    @property
    def comments(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.lead if line.strip())

    @property
    def text(self) -> tuple[str, ...]:
        """The lines without insignificant spaces, and without the keyword of a step."""
        if self.kind == STEP:
            return tuple(sentence_of(line) for line in self.lines)
        return tuple(_normalized(line) for line in self.lines)


@dataclass(slots=True)
class FileTree:
    """A feature file as a tree; `tail` are the lines below the last element."""

    path: str
    root: FileNode
    tail: tuple[str, ...] = ()
    ending: str = "\n"


@dataclass(frozen=True, slots=True)
class PartIndex:
    """Model parts by file and line, subjects of sentences by file and line, and names of scenarios."""

    parts: Mapping[tuple[str, int], str]
    definitions: Mapping[tuple[str, int], tuple[str, tuple[str, ...]]]
    parts_by_subject: Mapping[str, str]
    scenarios: Mapping[tuple[str, int], str]


def sentence_of(line: str) -> str:
    """Return the sentence of a step line without its keyword."""
    stripped = line.strip()
    for language in ("en", "zh"):
        words = load_lexicon(language).keywords
        for key in ("given", "and", "when", "then"):
            if stripped.startswith(f"{words[key]} "):
                return stripped.removeprefix(words[key]).strip()
    return stripped


def _normalized(line: str) -> str:
    stripped = line.strip()
    return " | ".join(written_cells(stripped)) if stripped.startswith("|") else stripped


def stem_of(path: str) -> str:
    """Return the path of a feature file without its language."""
    return re.sub(r"\.(en|zh)\.feature\Z", "", path)


def parse_tree(path: str, text: str, index: PartIndex) -> FileTree:
    """Parse a file that compiles."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return _TreeParser(path, index).parse(lines, ending)


class _TreeParser:
    def __init__(self, path: str, index: PartIndex) -> None:
        self.path, self.index = path, index
        self.file_part = f"files[{stem_of(path)}]"
        self.root = FileNode(HEAD, self.file_part, "")
        self.rule = self.root
        self.here = self.root
        self.lead: list[str] = []

    def parse(self, lines: Sequence[str], ending: str) -> FileTree:
        rules, backgrounds, scenarios = section_keywords(self.path)
        for number, line in enumerate(lines, 1):
            stripped = line.strip()
            if not stripped or (stripped.startswith(("#", "@")) and number > 1):
                self.lead.append(line)
            elif stripped.startswith(rules):
                self.rule = self._add(self.root, RULE, line, number, _title(stripped))
            elif stripped.startswith(backgrounds):
                self._add(self.rule, BACKGROUND, line, number, BACKGROUND)
            elif stripped.startswith(scenarios):
                title = _title(stripped)
                self._add(self.rule, SCENARIO, line, number, title).part = f"examples[{title}]"
            elif self.here.kind in (BACKGROUND, STEP, ROWS):
                self._definition_line(stripped, line, number)
            else:
                if self.here.kind == SCENARIO and (self.path, number) in self.index.scenarios:
                    self.here.part = self.index.scenarios[self.path, number]
                self.here.lines += (*self.lead, line)
                self.lead = []
            if self.here.kind == SCENARIO and (self.path, number) in self.index.scenarios:
                self.here.part = self.index.scenarios[self.path, number]
        return FileTree(self.path, self.root, tuple(self.lead), ending)

    def _add(self, parent: FileNode, kind: str, line: str, number: int, key: str) -> FileNode:
        node = FileNode(kind, self.file_part, _unique(key, parent), number, tuple(self.lead), (line,))
        parent.children.append(node)
        self.lead, self.here = [], node
        return node

    def _definition_line(self, stripped: str, line: str, number: int) -> None:
        background = self.rule.children[-1]
        if not stripped.startswith("|"):
            production, subjects = self.index.definitions.get((self.path, number), ("", ()))
            node = self._add(background, STEP, line, number, f"{production or stripped} {' '.join(subjects)}".strip())
            node.subjects = frozenset((production, *subjects))
            node.part = self.index.parts.get((self.path, number), self.file_part)
            if len(subjects) == 1 and "[" not in node.part:
                node.part = self.index.parts_by_subject.get(subjects[0], node.part)
            return
        step = background.children[-1]
        cells = tuple(written_cells(stripped))
        if not step.columns:
            step.columns = _unique_columns(cells)
            step.lead += tuple(self.lead)
            step.table = (line,)
            self.lead = []
            return
        step.table += (*self.lead, line)
        row = FileRow(dict(zip(step.columns, cells, strict=False)), tuple(self.lead))
        self.lead = []
        part = self.index.parts.get((self.path, number))
        previous = step.children[-1] if step.children else None
        key = part or f"{step.part} {cells[0]}"
        if previous is not None and (previous.key == key or (part is None and not cells[0])):
            previous.rows += (row,)
            return
        rows = FileNode(ROWS, part or step.part, _unique(key, step), number, rows=(row,))
        step.children.append(rows)


def _title(stripped: str) -> str:
    return stripped.partition(":")[2].strip()


def _unique(key: str, parent: FileNode) -> str:
    keys = {child.key for child in parent.children}
    unique, number = key, 2
    while unique in keys:
        unique, number = f"{key} ({number})", number + 1
    return unique


def _unique_columns(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell if cells.index(cell) == at else f"{cell}\0{at}" for at, cell in enumerate(cells))


def write_tree(tree: FileTree, words: Lexicon) -> str:
    """Return the text of a file."""
    lines = [*_node_lines(tree.root, words), *tree.tail]
    return "".join(f"{line}{tree.ending}" for line in lines)


def _node_lines(node: FileNode, words: Lexicon, position: int = 0) -> Iterator[str]:
    yield from node.lead
    if node.kind != STEP:
        yield from node.lines
        for index, child in enumerate(node.children):
            yield from _node_lines(child, words, index)
        return
    line = node.lines[0]
    indent = line[: len(line) - len(line.lstrip())]
    given, following = words.keywords["given"], words.keywords["and"]
    keyword = given if position == 0 else following
    yield f"{indent}{keyword} {sentence_of(line)}" if line.strip().startswith((f"{given} ", f"{following} ")) else line
    if node.table:
        yield from node.table
    elif node.columns:
        rows = [row for group in node.children for row in group.rows]
        cells = [[column.partition("\0")[0] for column in node.columns]]
        cells += [[row.cells.get(column, "") for column in node.columns] for row in rows]
        heading, *written = align_rows(cells)
        yield f"{indent}  {heading}"
        for row, text in zip(rows, written, strict=True):
            yield from row.lead
            yield f"{indent}  {text}"


def copy_tree(tree: FileTree) -> FileTree:
    """Return a deep copy, because merging changes nodes."""
    return replace(tree, root=_copy(tree.root))


def _copy(node: FileNode) -> FileNode:
    return replace(node, children=[_copy(child) for child in node.children])


def rename_in_tree(tree: FileTree, names: Mapping[str, str], rename_part: Callable[[str], str], words: Lexicon) -> None:
    """Replace names in sentences, rule cells and scenarios; titles, comments and cells of prose stay."""
    if not names:
        return
    pattern = re.compile("|".join(_name_pattern(name) for name in sorted(names, key=len, reverse=True)))
    prose = {columns.by_key[key] for columns in words.columns.values() for key in FOR_PEOPLE & columns.by_key.keys()}

    def write(text: str) -> str:
        return pattern.sub(lambda match: names[match[0]], text)

    def visit(node: FileNode) -> None:
        node.part = rename_part(node.part)
        if node.kind in (ROWS, STEP):
            node.key = write(node.key)
            node.subjects = frozenset(map(write, node.subjects))
        if node.kind == STEP:
            node.lines = tuple(map(write, node.lines))
        elif node.kind == SCENARIO:
            node.lines = (
                *node.lines[:1],
                *(line if line.strip().startswith("#") else write(line) for line in node.lines[1:]),
            )
        node.rows = tuple(
            replace(row, cells={name: text if name in prose else write(text) for name, text in row.cells.items()})
            for row in node.rows
        )
        before = [child.rows for child in node.children]
        for child in node.children:
            visit(child)
        if before != [child.rows for child in node.children]:
            node.table = ()

    visit(tree.root)


def _name_pattern(name: str) -> str:
    before = r"(?<![\w.+-])" if _ASCII_NAME.match(name[0]) else ""
    after = r"(?![\w+-])" if _ASCII_NAME.match(name[-1]) else ""
    return f"{before}{re.escape(name)}{after}"


def part_lines(tree: FileTree, part: str) -> Iterator[str]:
    """Yield the sentences, rows and scenario lines of a part, without its comments."""

    def visit(node: FileNode, columns: Sequence[str]) -> Iterator[str]:
        if node.part == part:
            for row in node.rows:
                cells = ((name.partition("\0")[0], row.cells.get(name, "")) for name in columns)
                yield "; ".join(f"{name}: {text}" for name, text in cells if text)
            if node.kind == SCENARIO:
                yield from (line.strip() for line in node.lines)
            elif node.kind in (STEP, HEAD, RULE):
                yield from (text for text in node.text if text and not text.startswith("#"))
        for child in node.children:
            yield from visit(child, node.columns)

    yield from visit(tree.root, ())


def parts_in(tree: FileTree) -> set[str]:
    """Return the paths of all parts of a file."""
    return {node.part for node in _nodes(tree.root)}


def written_nodes(tree: FileTree) -> Iterator[tuple[tuple[str, ...], tuple[FileRow, ...]]]:
    """Yield the lines and rows of all elements."""
    return ((node.lines, node.rows) for node in _nodes(tree.root))


def _nodes(node: FileNode) -> Iterator[FileNode]:
    yield node
    for child in node.children:
        yield from _nodes(child)

"""Three-way merge of feature files: by sentence, table row, cell, scenario and comment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rules.language.file_tree import BACKGROUND, HEAD, ROWS, RULE, SCENARIO, STEP, FileNode, FileRow, FileTree
from rules.model.merge import ORDER, ConflictKind, MergeSide, conflict_kind, merge_order, merged_side, orders_conflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.model.merge import Choices

_Three = tuple["FileNode | None", "FileNode | None", "FileNode | None"]
_CONTAINERS = (HEAD, RULE, BACKGROUND)


@dataclass(slots=True)
class FileMerger:
    """Merger of the files of one scorecard.

    `settled` is the side for parts where texts differ and the model does not. `conflicts` and `changes`
    are filled while files are merged: the conflicting parts, and the sides that changed a part.
    """

    choices: Choices
    settled: Mapping[str, MergeSide]
    conflicts: dict[str, ConflictKind] = field(default_factory=dict)
    changes: dict[str, set[MergeSide]] = field(default_factory=dict)

    def merge(self, base: FileTree | None, ours: FileTree | None, theirs: FileTree | None) -> FileTree | None:
        """Merge one file; None if it is removed."""
        trees = (base, ours, theirs)
        roots = tuple(None if tree is None else tree.root for tree in trees)
        _align(roots[0], roots[1])
        _align(roots[0] if roots[0] is not None else roots[1], roots[2])
        if roots[0] is not None and roots[1] is not None and roots[2] is not None:
            _align_added(roots[0], roots[1], roots[2])
        merged = self._node((roots[0], roots[1], roots[2]))
        if merged is None:
            return None
        shape = next(tree for tree in (ours, theirs, base) if tree is not None)
        tails = [() if tree is None else tree.tail for tree in trees]
        return replace(shape, root=merged, tail=tails[2] if tails[1] == tails[0] else tails[1])

    def _node(self, nodes: _Three) -> FileNode | None:
        present = next(node for node in (nodes[1], nodes[2], nodes[0]) if node is not None)
        if present.kind == SCENARIO:
            return self._leaf(nodes)
        if present.kind == ROWS:
            return self._rows(nodes)
        return self._container(nodes, present)

    def _leaf(self, nodes: _Three) -> FileNode | None:
        """Merge a scenario, which is one unit."""
        part = _part(nodes)
        base, ours, theirs = (None if node is None else (node.text, node.comments) for node in nodes)
        chosen = _of_side(nodes, self._side(part, base, ours, theirs))
        return None if chosen is None else replace(chosen, lead=_lead(nodes, chosen))

    def _side(self, part: str, base: object, ours: object, theirs: object) -> MergeSide:
        """Return the side that a unit is taken from, and note its conflict."""
        if part not in self.choices:
            return self._choose(part, base, ours, theirs)
        self._note(part, base, ours, theirs)
        return self.choices[part]

    def _note(self, part: str, base: object, ours: object, theirs: object) -> None:
        sides = {side for side, text in ((MergeSide.OURS, ours), (MergeSide.THEIRS, theirs)) if text != base}
        if sides:
            self.changes.setdefault(part, set()).update(sides)

    def _conflict(self, part: str, kind: ConflictKind) -> None:
        self.conflicts.setdefault(part, kind)

    def _rows(self, nodes: _Three) -> FileNode | None:
        part = _part(nodes)
        base, ours, theirs = (None if node is None else _row_texts(node) for node in nodes)
        if part in self.choices or base is None or ours is None or theirs is None:
            return _of_side(nodes, self._side(part, base, ours, theirs))
        self._note(part, base, ours, theirs)
        if (side := merged_side(base, ours, theirs)) is not None:
            return _of_side(nodes, side)
        tables = [() if node is None else node.rows for node in nodes]
        comments = [tuple(map(_comments, rows)) for rows in tables]
        if merged_side(*comments) is None:
            self._conflict(part, ConflictKind.CHANGED)
            return nodes[1]
        if len({len(rows) for rows in tables}) == 1:
            merged = [_merged_row(*rows) for rows in zip(*tables, strict=True)]
            if nodes[1] is not None and all(row is not None for row in merged):
                return replace(nodes[1], rows=tuple(row for row in merged if row is not None))
        return _of_side(nodes, self._settle(part))

    def _settle(self, part: str) -> MergeSide:
        if part not in self.settled:
            self._conflict(part, ConflictKind.CHANGED)
        return self.settled.get(part, MergeSide.OURS)

    def _container(self, nodes: _Three, present: FileNode) -> FileNode | None:
        part = _part(nodes)
        head = self._own_lines(nodes, part)
        children = list(self._children(nodes))
        emptied = present.kind == STEP and bool(present.columns) and not children and any(
            node is not None and node.children for node in nodes
        )  # fmt: skip
        is_background = present.kind == BACKGROUND
        remains = bool(children) or (head is not None and not is_background and not emptied)
        if not remains:
            return None
        head = head or next(node for node in (nodes[1], nodes[2], nodes[0]) if node is not None)
        columns = _merged_columns(nodes, children)
        return replace(head, children=children, columns=columns, table=_unchanged_table(nodes, children, columns))

    def _own_lines(self, nodes: _Three, part: str) -> FileNode | None:
        """Return the node with the merged own lines and comments; None if it was removed."""
        base, ours, theirs = nodes
        if part in self.choices and part.startswith("files["):
            return _of_side(nodes, self.choices[part]) or ours or theirs
        if ours is None or theirs is None:
            if part in self.choices:
                return _of_side(nodes, self.choices[part])
            if base is None:
                return ours or theirs
            changed = ours or theirs
            is_unit = changed is not None and changed.kind == STEP and not changed.columns
            if is_unit and changed is not None and changed.text != base.text:
                self._conflict(part, ConflictKind.DELETED)
                return ours
            return None
        if part in self.choices:
            return _of_side(nodes, self.choices[part]) or ours
        text = self._choose(part, *(None if node is None else node.text for node in nodes), can_settle=True)
        comments = self._choose(part, *(None if node is None else node.comments for node in nodes))
        shown, led = _of_side(nodes, text) or ours, _of_side(nodes, comments) or ours
        return replace(shown, lead=_lead(nodes, led))

    def _choose(self, part: str, base: object, ours: object, theirs: object, *, can_settle: bool = False) -> MergeSide:
        self._note(part, base, ours, theirs)
        side = merged_side(base, ours, theirs)
        if side is not None:
            return side
        if can_settle and base is not None:
            return self._settle(part)
        self._conflict(part, conflict_kind(base, ours, theirs))
        return MergeSide.OURS

    def _children(self, nodes: _Three) -> Iterator[FileNode]:
        by_key = [{child.key: child for child in node.children} if node is not None else {} for node in nodes]
        old, mine, other = ([*children] for children in by_key)
        merged_nodes: dict[str, FileNode] = {}
        for key in dict.fromkeys((*mine, *other, *old)):
            merged = self._node((by_key[0].get(key), by_key[1].get(key), by_key[2].get(key)))
            if merged is not None:
                merged_nodes[key] = merged
        side = None
        if orders_conflict(old, mine, other):
            chosen = (choice for path, choice in self.choices.items() if path.endswith(ORDER))
            side = next(chosen, MergeSide.OURS)
        for key in merge_order(old, mine, other, merged_nodes, side):
            yield merged_nodes[key]


def _lead(nodes: _Three, chosen: FileNode) -> tuple[str, ...]:
    """Return the merged blank lines above an element if the comments agree, else those of the chosen element."""
    base, ours, theirs = nodes
    if base is None or ours is None or theirs is None or ours.comments != theirs.comments:
        return chosen.lead
    return theirs.lead if ours.lead == base.lead else ours.lead


def _unchanged_table(nodes: _Three, children: Sequence[FileNode], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a table that is the same on one side, preferably of a table formatted differently."""
    rows = [row for child in children for row in child.rows]
    base, ours, theirs = nodes
    order = (theirs, ours) if base is not None and ours is not None and ours.table == base.table else (ours, theirs)
    for node in (*order, base):
        if (
            node is not None
            and node.columns == columns
            and rows == [row for child in node.children for row in child.rows]
        ):
            return node.table
    return ()


def _part(nodes: _Three) -> str:
    return next(node.part for node in nodes if node is not None)


def _of_side(nodes: _Three, side: MergeSide) -> FileNode | None:
    return nodes[(MergeSide.BASE, MergeSide.OURS, MergeSide.THEIRS).index(side)]


def _merged_row(base: FileRow, ours: FileRow, theirs: FileRow) -> FileRow | None:
    """Merge the cells of a row; return None for a conflict."""
    cells: dict[str, str] = {}
    for name in dict.fromkeys((*ours.cells, *theirs.cells)):
        old, mine, other = (row.cells.get(name, "") for row in (base, ours, theirs))
        side = merged_side(old, mine, other)
        if side is None:
            return None
        cells[name] = mine if side is MergeSide.OURS else other
    return FileRow(cells, theirs.lead if _comments(ours) == _comments(base) else ours.lead)


def _comments(row: FileRow) -> tuple[str, ...]:
    return tuple(line.strip() for line in row.lead if line.strip())


def _row_texts(node: FileNode) -> tuple[object, ...]:
    return tuple(
        (tuple(sorted((name, text) for name, text in row.cells.items() if text)), _comments(row)) for row in node.rows
    )


def _merged_columns(nodes: _Three, children: Sequence[FileNode]) -> tuple[str, ...]:
    old, mine, other = (() if node is None else node.columns for node in nodes)
    filled = {name for child in children for row in child.rows for name, text in row.cells.items() if text}
    base, ours, theirs = {*old}, {*mine}, {*other}
    stated = {name for name in ours | theirs if (name in ours and name in theirs) or name not in base}
    missing = {True: ours, False: theirs}[nodes[1] is not None] if None in nodes[1:] else set[str]()
    return tuple(merge_order(old, mine, other, stated | filled | missing, None))


def _align(base: FileNode | None, side: FileNode | None) -> None:
    """Use the keys and parts of `base` for the same elements of `side`."""
    if base is None or side is None:
        return
    known = {child.key: child for child in base.children}
    same = {child.key for child in side.children if child.key in known}
    lacking = [child for child in base.children if child.key not in same]
    taken = set(known)
    for child in side.children:
        if child.key not in known:
            twin = max(lacking, key=lambda other: _likeness(other, child), default=None)
            if twin is not None and _likeness(twin, child) > 0:
                lacking.remove(twin)
                child.key = twin.key
            elif child.key in taken:
                child.key = f"{child.key} (+)"
        if child.key in known:
            if child.kind in (SCENARIO, ROWS):
                child.part = known[child.key].part
            _align(known[child.key], child)


def _likeness(first: FileNode, other: FileNode) -> int:
    if first.kind != other.kind:
        return 0
    if first.kind == SCENARIO:
        return int(first.text[1:] == other.text[1:])
    if first.kind == STEP:
        both = first.subjects & other.subjects
        return len(both) - 1 if _production(first) == _production(other) and len(both) > 1 else 0
    return len(_names(first) & _names(other)) if first.kind == RULE else 0


def _production(node: FileNode) -> str:
    return node.key.partition(" ")[0]


def _names(rule: FileNode) -> set[str]:
    steps = [step for child in rule.children if child.kind == BACKGROUND for step in child.children]
    return {f"{_production(step)} {subject}" for step in steps for subject in step.subjects} | {
        child.key for child in rule.children if child.kind == SCENARIO
    }


def _align_added(base: FileNode, ours: FileNode, theirs: FileNode) -> None:
    """Assign one key to the same element added by both sides."""
    known = {child.key for child in base.children}
    added = [child for child in ours.children if child.key not in known]
    for child in theirs.children:
        mine = next((other for other in ours.children if other.key == child.key), None)
        if child.key in known:
            old = next(other for other in base.children if other.key == child.key)
            if mine is not None:
                _align_added(old, mine, child)
            continue
        twin = mine or max(added, key=lambda other: _likeness(other, child), default=None)
        if twin is not None and (mine is not None or _likeness(twin, child) > 0):
            child.key = twin.key
            _align(twin, child)

"""Shared subexpressions of columns: deduplication, dead-code removal and ordering in layers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rules.columns.expression_nodes import Call, ColumnReference, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.columns.exact_arithmetic import ExactColumn, WholeColumn
    from rules.columns.expression_nodes import Node


@dataclass
class SharedColumns:
    """Columns computed once and shared by several expressions."""

    made: dict[str, Node] = field(default_factory=dict)
    _columns: dict[Node, ColumnReference] = field(default_factory=dict)

    def keep(self, node: Node) -> Node:
        if not isinstance(node, Call):
            return node
        if node not in self._columns:
            column = self._columns[node] = ColumnReference(f"step:{len(self.made)}")
            self.made[column.name] = node
        return self._columns[node]

    def keep_exact(self, number: ExactColumn) -> ExactColumn:
        below = number.denominator
        return replace(
            number,
            numerator=self._share_integer_column(number.numerator),
            denominator=None if below is None else self._share_integer_column(below),
        )

    def _share_integer_column(self, column: WholeColumn) -> WholeColumn:
        return replace(column, node=self.keep(column.node))

    def layers(self, wanted: Mapping[str, Node]) -> tuple[dict[str, Node], ...]:
        needed: set[str] = set()
        for node in wanted.values():
            needed.update(_columns(node))
        levels: dict[str, int] = {}
        for name in reversed(self.made):
            if name in needed:
                needed.update(_columns(self.made[name]))
        for name, node in self.made.items():
            if name in needed:
                levels[name] = 1 + max((levels.get(read, 0) for read in _columns(node)), default=0)
        return tuple(
            {name: self.made[name] for name, level in levels.items() if level == height}
            for height in range(1, max(levels.values(), default=0) + 1)
        )


def _columns(node: Node) -> Iterator[str]:
    pending = [node]
    seen: set[int] = set()
    while pending:
        current = pending.pop()
        if isinstance(current, ColumnReference):
            yield current.name
        elif not isinstance(current, Literal) and id(current) not in seen:
            seen.add(id(current))
            pending += current.operands

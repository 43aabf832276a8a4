"""Declarations of workbook formats that become reference tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from rules.model import PlacedRow
    from service.input.cells import CellProblems
    from service.input.tabular.cell_texts import TextSheet


@dataclass(frozen=True, slots=True)
class WorkbookFormat:
    """A workbook format: name, common manifest fields, and sheet reader."""

    name: str
    draft: Mapping[str, Any]
    read: Callable[[Sequence[TextSheet], Collection[str], CellProblems], list[PlacedRow]]

"""Preview of edited tables: the written files, and the cell of each diagnostic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import Severity
from service.input.rule_tables.table_grid import CellLocator, GridTable, grid_tables, write_grid
from touchstone.v1 import draft_editing_pb2 as editing, scorecard_pb2

if TYPE_CHECKING:
    from rules.contracts import Diagnostic


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A draft with edited tables; `written` contains all files, and `changed` the paths that differ."""

    request: editing.PreviewDraftTablesRequest
    grids: Sequence[GridTable]
    written: Mapping[str, str]
    changed: frozenset[str]

    @classmethod
    def of(cls, files: Mapping[str, str], request: editing.PreviewDraftTablesRequest) -> TablePreview:
        """Write the edited tables to the files; raise InputError if they do not fit."""
        grids = grid_tables(files)
        edits = [(edit.table, [list(row.cells) for row in edit.rows]) for edit in request.edits]
        changed = write_grid(files, edits, grids)
        return cls(request, grids, {**files, **changed}, frozenset(changed))

    def ordered(self, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return errors first, those of changed files before others."""
        return sorted(
            diagnostics,
            key=lambda each: (each.severity is not Severity.ERROR, each.location.path not in self.changed),
        )

    def answer(
        self, diagnostics: Sequence[Diagnostic], written: Sequence[editing.DraftDiagnostic]
    ) -> editing.PreviewDraftTablesResponse:
        """Return the response; `written` are the first diagnostics as messages."""
        errors = sum(each.severity is Severity.ERROR for each in diagnostics)
        paths = sorted(self.written if self.request.with_tables else self.changed)
        return editing.PreviewDraftTablesResponse(
            source_files=[scorecard_pb2.SourceFile(path=path, content=self.written[path]) for path in paths],
            diagnostics=self._located(diagnostics, written),
            error_count=errors,
            warning_count=len(diagnostics) - errors,
            tables=[_write_table(grid, self.request.language_code) for grid in self.grids] if self.request.with_tables else (),
        )

    def _located(
        self, diagnostics: Sequence[Diagnostic], written: Sequence[editing.DraftDiagnostic]
    ) -> list[editing.DraftTableDiagnostic]:
        locator, located = CellLocator(self.written, self.grids), list[editing.DraftTableDiagnostic]()
        for diagnostic, message in zip(diagnostics, written, strict=False):
            location = diagnostic.location
            cell = locator.find(location.path, location.line, location.column)
            located.append(editing.DraftTableDiagnostic(diagnostic=message))
            if cell is not None:
                located[-1].table, located[-1].row, located[-1].column = cell.table, cell.row, cell.column + 1
        return located


def _write_table(grid: GridTable, language: str) -> editing.DraftTable:
    return editing.DraftTable(
        table=grid.id,
        group=grid.parts[0].group,
        parts=[
            editing.DraftTablePart(path=part.path, number=part.number, sentence=part.sentence) for part in grid.parts
        ],
        columns=[
            editing.DraftTableColumn(
                heading=grid.heading(column, language),
                type=f"TYPE_{column.type.name}",
                language_code=column.language,
                choices=column.choices,
                required=column.needed,
                sources=[
                    editing.DraftTableColumnSource(part=source.part + 1, column=source.column + 1)
                    for source in column.sources
                ],
            )
            for column in grid.columns
        ],
        rows=[editing.DraftTableRow(cells=row) for row in grid.rows],
    )

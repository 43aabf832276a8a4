"""Preview of edited tables: the written files, and the cell of each diagnostic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import Severity
from service.input.rule_tables.table_grid import CellLocator, GridCell, GridTable, grid_tables, write_grid
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

    def located(self, diagnostics: Sequence[Diagnostic]) -> list[tuple[Diagnostic, GridCell | None]]:
        """Return diagnostics with their cells: errors first, then those of changed files.

        A diagnostic of a cell that both language files contain is listed once.
        """
        locator = CellLocator(self.written, self.grids)
        ordered = sorted(
            diagnostics,
            key=lambda each: (each.severity is not Severity.ERROR, each.location.path not in self.changed),
        )
        found: dict[object, tuple[Diagnostic, GridCell | None]] = {}
        for each in ordered:
            cell = locator.find(each.location.path, each.location.line, each.location.column)
            key = (each.location, each.message) if cell is None or not cell.row else (cell, each.code)
            found.setdefault((each.code, key), (each, cell))
        return list(found.values())

    def answer(
        self, located: Sequence[tuple[Diagnostic, GridCell | None]], written: Sequence[editing.DraftDiagnostic]
    ) -> editing.PreviewDraftTablesResponse:
        """Return the response; `written` are the first diagnostics as messages."""
        errors = sum(each.severity is Severity.ERROR for each, _ in located)
        paths = sorted(self.written if self.request.with_tables else self.changed)
        language = self.request.language_code
        return editing.PreviewDraftTablesResponse(
            source_files=[scorecard_pb2.SourceFile(path=path, content=self.written[path]) for path in paths],
            diagnostics=[
                _write_diagnostic(message, cell) for message, (_, cell) in zip(written, located, strict=False)
            ],
            error_count=errors,
            warning_count=len(located) - errors,
            tables=[_write_table(grid, language) for grid in self.grids] if self.request.with_tables else (),
        )


def _write_diagnostic(message: editing.DraftDiagnostic, cell: GridCell | None) -> editing.DraftTableDiagnostic:
    if cell is None:
        return editing.DraftTableDiagnostic(diagnostic=message)
    return editing.DraftTableDiagnostic(diagnostic=message, table=cell.table, row=cell.row, column=cell.column + 1)


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

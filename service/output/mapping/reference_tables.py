"""Mapper of reference tables: editions and rows to protobuf messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from touchstone.v1 import scorecard_pb2, types_pb2

if TYPE_CHECKING:
    from rules.model import Manifest, Row


def write_edition(manifest: Manifest, digest: str, *, gazette: str) -> scorecard_pb2.ReferenceTableEdition:
    """Return an edition without rows; `gazette` is the owning organization, or empty."""
    name = f"referenceTables/{manifest.name}/editions/"
    columns = [
        scorecard_pb2.ReferenceTableColumn(column_id=column.id, labels=column.labels, key=True)
        for column in manifest.keys
    ]
    columns += [
        scorecard_pb2.ReferenceTableColumn(column_id=column.id, labels=column.labels, unit=column.unit)
        for column in manifest.values
    ]
    return scorecard_pb2.ReferenceTableEdition(
        name=f"{name}{manifest.edition}",
        titles=manifest.title,
        columns=columns,
        sources=[
            scorecard_pb2.ReferenceTableSource(instrument=source.instrument, clause=source.clause, notes=source.note)
            for source in manifest.sources
        ],
        certainty=f"CERTAINTY_{manifest.certainty.name}",
        validity=types_pb2.DateRange(
            first_date=manifest.first_date.isoformat(),
            last_date=manifest.last_date.isoformat() if manifest.last_date else "",
        ),
        known_date=manifest.known_from.isoformat(),
        coverages=manifest.coverage,
        complete=manifest.complete,
        row_count=manifest.rows,
        superseded_editions=[f"{name}{edition}" for edition in manifest.predecessors],
        digest=digest,
        gazette=gazette,
    )


def write_row(row: Row) -> scorecard_pb2.ReferenceTableRow:
    """Return a table row."""
    return scorecard_pb2.ReferenceTableRow(cells=row)

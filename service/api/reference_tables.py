"""Reference tables as data: editions of a table and rows of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, attempt
from service.base.paging import read_page, read_page_size
from service.base.resource_names import parse_edition, parse_table
from service.gazette.table_order import TableStores
from service.identity.principals import Role, caller
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2, types_pb2

if TYPE_CHECKING:
    from rules.model import Manifest
    from service.gazette.tables import TableStore
    from service.gazette.versions import Gazette


def readable_stores(table_stores: TableStores) -> tuple[TableStore, ...]:
    """Return the stores with tables that the caller may read, the organisation's own first.

    Applicants read only common tables, because an organisation's own may be licensed to it alone.
    """
    return (table_stores.for_all,) if Role.APPLICANT in caller().roles else table_stores.here()


class ReferenceTables:
    """Read methods for reference tables."""

    def __init__(self, gazette: Gazette) -> None:
        self._table_stores = TableStores(gazette)

    def editions(
        self, request: scorecard_service_pb2.ListReferenceTableEditionsRequest
    ) -> scorecard_service_pb2.ListReferenceTableEditionsResponse:
        table = parse_table(request.parent, field="parent")
        table_store = self._store_of(table)
        digests = {(name, edition): digest for name, edition, digest in table_store.digests()}
        return scorecard_service_pb2.ListReferenceTableEditionsResponse(
            reference_table_editions=[
                write_edition(
                    manifest, digests[manifest.name, manifest.edition],
                    gazette=self._table_stores.owner_of_table(
                        manifest.name, manifest.edition, digests[manifest.name, manifest.edition]
                    ),
                )
                for manifest in table_store.editions(table)
            ]
        )  # fmt: skip

    def rows(
        self, request: scorecard_service_pb2.ListReferenceTableRowsRequest
    ) -> scorecard_service_pb2.ListReferenceTableRowsResponse:
        violations: list[Violation] = []
        name = attempt(violations, parse_edition, request.parent, field="parent")
        attempt(violations, read_page_size, request.page_size)
        if name is None or violations:
            raise InputError(tuple(violations))
        page = read_page(request, "reference-table", request.gazette, request.parent)
        rows, token = page.part_of(self._store_of(*name).table(*name).rows)
        return scorecard_service_pb2.ListReferenceTableRowsResponse(
            reference_table_rows=[scorecard_pb2.ReferenceTableRow(cells=row) for row in rows], next_page_token=token
        )

    def _store_of(self, name: str, edition: str = "") -> TableStore:
        stores = readable_stores(self._table_stores)
        with_table = [store for store in stores if store.holds(name)]
        with_edition = [store for store in with_table if any(each.edition == edition for each in store.editions(name))]
        return next(iter(with_edition or with_table), stores[-1])


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

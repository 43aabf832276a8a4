"""Audit of derived rows against the records of evaluations."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Integer, Select, Table, func, select, type_coerce

from rules.contracts import ErasedRecord, WrittenSteps, message_factory
from service.gazette.versions import CardResolver, Gazette
from service.proofs.uses_audit import UsesAudit
from service.proofs.yearly_results_audit import audit_yearly_results
from service.store.erasure_index import erasures_of
from service.store.number_index import SUPPORTS, VALUES
from service.store.outcome_projection import build_projection
from service.store.result_dependencies import EvaluationSupports, supports_of
from service.store.serial_use import recorded_usages, uses_digest
from service.store.tables import (
    CONCLUSIONS,
    EVALUATIONS,
    LISTED_ROWS,
    RECORD_FIGURES as _FIGURES,
    STANDINGS,
    UNPROJECTED_ROWS as _UNPROJECTED,
    EvaluationRow,
)
from service.store.use_index import evaluation_numbers, stored_uses
from service.store.yearly_results import RESULTS
from service.transparency.leaves import Leaf

ReportFault = Callable[[str, str], None]
"""Callback that reports a location and its problem."""
Look = Callable[[str, Callable[[], None]], None]
"""Callback that runs a check and reports unreadable data."""
Row = Mapping[str, Any]

_message = message_factory(__name__)

_PROJECTED = (_FIGURES, STANDINGS)
_BATCH_SIZE = 256
_MAXIMUM_CHARACTERS = 200
_MAXIMUM_ORPHANS = 10


def compare_leaf(
    place: str, write: Callable[[], Leaf], noted: dict[tuple[str, str], str], report_fault: ReportFault
) -> None:
    """Remove an item from `noted` (digests by kind and name), and report it if its leaf differs."""
    leaf = write()
    if noted.pop((leaf.kind, leaf.name), "") != leaf.digest:
        report_fault(place, _message("PUBLISHED_OTHERWISE", kind=leaf.kind))


class DerivedTables:
    """Comparison of derived rows with evaluation records, in batches."""

    def __init__(self, connection: Connection, gazette: Gazette, look: Look, report_fault: ReportFault) -> None:
        self._connection, self._look, self._report_fault = connection, look, report_fault
        self._card = CardResolver(gazette)
        self._gathered: list[tuple[EvaluationRow, WrittenSteps]] = []
        self._supports, self._values = 0, 0
        self._bases_unknown = False
        self._indexed_uses = UsesAudit(connection, report_fault)
        self.uses_unknown = 0
        """Number of evaluations without a comparison of uses, because their version is not in the gazette."""

    def add(self, row: EvaluationRow, written: WrittenSteps) -> None:
        self._gathered.append((row, written))
        if len(self._gathered) == _BATCH_SIZE:
            self._compare()

    def close(self) -> None:
        self._compare()
        self._look("use_index", self._indexed_uses.close)
        self._look(RESULTS.name, lambda: audit_yearly_results(self._connection, self._report_fault))
        for table in (*_PROJECTED, RESULTS, LISTED_ROWS, _UNPROJECTED):
            existing_names = select(EVALUATIONS.c.name)
            orphaned = (
                select(table.c.evaluation)
                .where(table.c.evaluation.not_in(existing_names))
                .distinct()
                .limit(_MAXIMUM_ORPHANS)
            )
            for name in self._connection.execute(orphaned).scalars():
                self._report_fault(f"{table.name}/{name}", _message("ROW_OF_NOTHING"))
        for index, expected in ((SUPPORTS, self._supports), (VALUES, self._values)):
            numbers = select(func.coalesce(func.sum(func.length(index.table.c.numbers)), 0))
            count = self._connection.execute(numbers).scalar_one()
            if count > expected and not (index is SUPPORTS and self._bases_unknown):
                self._report_fault(index.table.name, _message("ROWS_TOO_MANY", found=count, wanted=expected))

    def _compare(self) -> None:
        gathered, self._gathered = self._gathered, []
        names = [row.name for row, _ in gathered]
        query = select(_UNPROJECTED.c.evaluation).where(_UNPROJECTED.c.evaluation.in_(names))
        waiting = set(self._connection.execute(query).scalars())
        stored = {table.name: self._rows(_select_stored_values(table), names) for table in _PROJECTED}
        stored["listed"] = self._rows(_LISTED_WITH_CONCLUSION, names)
        stored[RESULTS.name] = self._rows(_YEARLY_AS_RECORDED, names)
        for row, written in gathered:
            rows = {table: by_evaluation.get(row.name, []) for table, by_evaluation in stored.items()}
            self._look(row.name, partial(self._compare_evaluation, row, written, rows, row.name in waiting))

    def _compare_evaluation(
        self, row: EvaluationRow, written: WrittenSteps, stored: Mapping[str, Sequence[Row]], waiting: bool
    ) -> None:
        projection = build_projection(row.name, row.create_time, row.record, row.software_versions, self._card)
        if projection is None:
            return
        if not waiting:
            self._compare_rows(_FIGURES.name, row.name, projection.figures, stored[_FIGURES.name])
            self._compare_rows(STANDINGS.name, row.name, [projection.standing], stored[STANDINGS.name])
            yearly = projection.yearly_result.model_dump(exclude={*_CROSS_YEAR_COLUMNS})
            self._compare_rows(RESULTS.name, row.name, [yearly], stored[RESULTS.name])
        self._compare_rows(
            "listed",
            row.name,
            [{**projection.listing_entry.listed, **projection.listing_entry.conclusion}],
            stored["listed"],
        )
        uses = stored_uses(self._connection, [row.name])[row.name]
        self._indexed_uses.add(row, [use["value_digest"] for use in uses])
        self._compare_uses(row, written, uses)
        self._compare_supports(row, written, projection.supports, waiting)

    def _rows(self, query: Select[Any], names: Sequence[str]) -> Mapping[str, list[Row]]:
        by_evaluation: dict[str, list[Row]] = {}
        for row in self._connection.execute(query.where(query.selected_columns[0].in_(names))):
            by_evaluation.setdefault(row[0], []).append(dict(row._mapping))
        return by_evaluation

    def _compare_rows(self, table: str, name: str, wanted: Sequence[Row], stored: Iterable[Row]) -> None:
        remaining = list(stored)
        for row in wanted:
            if row in remaining:
                remaining.remove(row)
            else:
                self._report_fault(f"{table}/{name}", _message("ROW_NOT_THERE", row=_row_text(row, name)))
                return
        if remaining:
            self._report_fault(f"{table}/{name}", _message("ROW_TOO_MANY", row=_row_text(remaining[0], name)))

    def _compare_uses(self, row: EvaluationRow, written: WrittenSteps, stored: Sequence[Row]) -> None:
        if isinstance(written, ErasedRecord):
            digests = [erasure.uses_left for erasure in erasures_of(self._connection, row.name)][-1:]
            owner_matches = {(row.organization, row.subject)} >= {
                (stored_row["organization"], stored_row["subject"]) for stored_row in stored
            }
            if not owner_matches or digests != [uses_digest(stored)]:
                self._report_fault(f"usage/{row.name}", _message("USES_NOT_AS_LEFT"))
            return
        card = self._card(row.organization, written.head)
        if card is None:
            self.uses_unknown += 1
            return
        owner = {"evaluation": row.name, "organization": row.organization, "subject": row.subject}
        used = [
            {
                **owner, "kind": use.kind, "value_digest": use.value_digest, "period": use.period, "place": use.place
            }
            for use in recorded_usages(written, card)
        ]  # fmt: skip
        self._compare_rows("usage", row.name, used, stored)

    def _compare_supports(
        self, row: EvaluationRow, written: WrittenSteps, supports: EvaluationSupports, waiting: bool
    ) -> None:
        digests = set(supports.digests)
        if self._stored_supports(row.name, [supports.untold]):
            digests = set(supports_of(written, row.organization, row.software_versions, None).digests)
        elif supports.untold in digests:
            digests.remove(supports.untold)
            self._bases_unknown = True
        self._supports += len(digests)
        self._values += len(supports.values)
        if waiting:
            return
        if missing := digests - self._stored_supports(row.name, digests):
            self._report_fault(f"support_index/{row.name}", _message("SUPPORT_NOT_THERE", count=len(missing)))
        number = self._number(row.name)
        facts = {support for support, _ in supports.values}
        entries = VALUES.within(self._connection, VALUES.table.c.support.in_(facts), VALUES.of([number]))
        stored = {key for key, entered in entries if entered == number}
        if lacking := set(supports.values) - stored:
            self._report_fault(f"value_index/{row.name}", _message("SUPPORT_NOT_THERE", count=len(lacking)))

    def _stored_supports(self, name: str, digests: Collection[bytes]) -> set[bytes]:
        number = self._number(name)
        entries = SUPPORTS.within(self._connection, SUPPORTS.table.c.support.in_(digests), SUPPORTS.of([number]))
        return {support for (support,), entered in entries if entered == number}

    def _number(self, name: str) -> int:
        return evaluation_numbers(self._connection, [name]).get(name, 0)


def _row_text(row: Row, evaluation: str) -> str:
    parts = {name: part for name, part in row.items() if part not in (None, "", evaluation)}
    return json.dumps(parts, sort_keys=True, default=str)[:_MAXIMUM_CHARACTERS]


def _select_stored_values(table: Table) -> Select[Any]:
    flags = {"score_low_open", "score_high_open"}
    return select(
        table.c.evaluation,
        *(
            type_coerce(column, Integer).label(column.name) if column.name in flags else column
            for column in table.c
            if column.name != "evaluation"
        ),
    )


_CROSS_YEAR_COLUMNS = frozenset({"counts", "before"})
_YEARLY_AS_RECORDED = select(
    RESULTS.c.evaluation, *(column for column in RESULTS.c if column.name not in {"evaluation", *_CROSS_YEAR_COLUMNS})
)
_LISTED_WITH_CONCLUSION = select(
    LISTED_ROWS.c.evaluation,
    *(column for column in LISTED_ROWS.c if column.name not in ("evaluation", "conclusion")),
    *(column for column in CONCLUSIONS.c if column.name not in ("id", "organization")),
).join_from(
    LISTED_ROWS, CONCLUSIONS,
    (CONCLUSIONS.c.id == LISTED_ROWS.c.conclusion) & (CONCLUSIONS.c.organization == LISTED_ROWS.c.organization),
)  # fmt: skip

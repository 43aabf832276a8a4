"""Audit of derived rows (lists, searches, figures, double use) against the records of evaluations."""

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
    ConclusionRow,
    EvaluationRow,
    ListedRow,
    RecordFiguresRow,
    StandingRow,
    UnprojectedRow,
)
from service.store.use_index import evaluation_numbers, stored_uses
from service.store.yearly_results import RESULTS
from service.transparency.leaves import Leaf

Told = Callable[[str, str], None]
"""Takes a place, and what is wrong there."""
Look = Callable[[str, Callable[[], None]], None]
"""Looks at a place; what cannot be read there is told."""
Row = Mapping[str, Any]

_say = message_factory(__name__)

_EVALUATIONS = EvaluationRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_STANDINGS = StandingRow.__table__  # type: ignore[attr-defined] # likewise
_LISTED_ROWS = ListedRow.__table__  # type: ignore[attr-defined] # likewise
_CONCLUSIONS = ConclusionRow.__table__  # type: ignore[attr-defined] # likewise
_UNPROJECTED = UnprojectedRow.__table__  # type: ignore[attr-defined] # likewise
_FIGURES = RecordFiguresRow.__table__  # type: ignore[attr-defined] # likewise
_PROJECTED = (_FIGURES, _STANDINGS)
_AT_ONCE = 256
_MOST_SHOWN = 200
_ORPHANS = 10
"""The most rows of one table that belong to no evaluation and are named."""


def compare_leaf(place: str, write: Callable[[], Leaf], noted: dict[tuple[str, str], str], report_fault: Told) -> None:
    """Compare something with what the log noted of it, which is then taken out of what is noted."""
    leaf = write()
    if noted.pop((leaf.kind, leaf.name), "") != leaf.digest:
        report_fault(place, _say("PUBLISHED_OTHERWISE", kind=leaf.kind))


class DerivedTables:
    """Compares what stands beside evaluations with their records, many at once."""

    def __init__(self, connection: Connection, gazette: Gazette, look: Look, report_fault: Told) -> None:
        """Compare what a store holds; what a card makes of a record is found in a gazette."""
        self._connection, self._look, self._told = connection, look, report_fault
        self._card = CardResolver(gazette)
        self._gathered: list[tuple[EvaluationRow, WrittenSteps]] = []
        self._supports, self._values = 0, 0
        self._bases_unknown = False
        self._indexed_uses = UsesAudit(connection, report_fault)
        self.uses_unknown = 0
        """How many evaluations have uses that were not compared, because their version is not in the gazette."""

    def add(self, row: EvaluationRow, written: WrittenSteps) -> None:
        """Compare an evaluation, now or with others."""
        self._gathered.append((row, written))
        if len(self._gathered) == _AT_ONCE:
            self._compare()

    def close(self) -> None:
        """Compare what was gathered, then look for rows of nothing that is stored."""
        self._compare()
        self._look("use_index", self._indexed_uses.close)
        self._look(RESULTS.name, lambda: audit_yearly_results(self._connection, self._told))
        for table in (*_PROJECTED, RESULTS, _LISTED_ROWS, _UNPROJECTED):
            there = select(_EVALUATIONS.c.name)
            lost = select(table.c.evaluation).where(table.c.evaluation.not_in(there)).distinct().limit(_ORPHANS)
            for name in self._connection.execute(lost).scalars():
                self._told(f"{table.name}/{name}", _say("ROW_OF_NOTHING"))
        for index, expected in ((SUPPORTS, self._supports), (VALUES, self._values)):
            numbers = select(func.coalesce(func.sum(func.length(index.table.c.numbers)), 0))
            count = self._connection.execute(numbers).scalar_one()
            if count > expected and not (index is SUPPORTS and self._bases_unknown):
                self._told(index.table.name, _say("ROWS_TOO_MANY", found=count, wanted=expected))

    def _compare(self) -> None:
        gathered, self._gathered = self._gathered, []
        names = [row.name for row, _ in gathered]
        chosen = select(_UNPROJECTED.c.evaluation).where(_UNPROJECTED.c.evaluation.in_(names))
        waiting = set(self._connection.execute(chosen).scalars())
        stored = {table.name: self._rows(_select_rows(table), names) for table in _PROJECTED}
        stored["listed"] = self._rows(_LISTED_WHOLE, names)
        stored[RESULTS.name] = self._rows(_YEARLY_AS_RECORDED, names)
        for row, written in gathered:
            rows = {table: by_evaluation.get(row.name, []) for table, by_evaluation in stored.items()}
            self._look(row.name, partial(self._compare_evaluation, row, written, rows, row.name in waiting))

    def _compare_evaluation(
        self, row: EvaluationRow, written: WrittenSteps, stored: Mapping[str, Sequence[Row]], waiting: bool
    ) -> None:
        made = build_projection(row.name, row.create_time, row.record, row.software_versions, self._card)
        if made is None:
            return
        if not waiting:
            self._compare_rows(_FIGURES.name, row.name, made.figures, stored[_FIGURES.name])
            self._compare_rows(_STANDINGS.name, row.name, [made.standing], stored[_STANDINGS.name])
            yearly = made.yearly_result.model_dump(exclude={*_RECKONED})
            self._compare_rows(RESULTS.name, row.name, [yearly], stored[RESULTS.name])
        self._compare_rows(
            "listed", row.name, [{**made.listing_entry.listed, **made.listing_entry.conclusion}], stored["listed"]
        )
        uses = stored_uses(self._connection, [row.name])[row.name]
        self._indexed_uses.add(row, [use["value_digest"] for use in uses])
        self._uses(row, written, uses)
        self._rests(row, written, made.supports, waiting)

    def _rows(self, chosen: Select[Any], names: Sequence[str]) -> Mapping[str, list[Row]]:
        by_evaluation: dict[str, list[Row]] = {}
        for row in self._connection.execute(chosen.where(chosen.selected_columns[0].in_(names))):
            by_evaluation.setdefault(row[0], []).append(dict(row._mapping))
        return by_evaluation

    def _compare_rows(self, table: str, name: str, wanted: Sequence[Row], stored: Iterable[Row]) -> None:
        """Compare rows of an evaluation with what its record says."""
        remaining = list(stored)
        for row in wanted:
            if row in remaining:
                remaining.remove(row)
            else:
                self._told(f"{table}/{name}", _say("ROW_NOT_THERE", row=_row_text(row, name)))
                return
        if remaining:
            self._told(f"{table}/{name}", _say("ROW_TOO_MANY", row=_row_text(remaining[0], name)))

    def _uses(self, row: EvaluationRow, written: WrittenSteps, stored: Sequence[Row]) -> None:
        """Compare what an evaluation uses with its record; of what was erased the digest of a number stays alone."""
        if isinstance(written, ErasedRecord):
            digests = [erasure.uses_left for erasure in erasures_of(self._connection, row.name)][-1:]
            its = {(row.organization, row.subject)} >= {
                (stored_row["organization"], stored_row["subject"]) for stored_row in stored
            }
            if not its or digests != [uses_digest(stored)]:
                self._told(f"usage/{row.name}", _say("USES_NOT_AS_LEFT"))
            return
        card = self._card(row.organization, written.head)
        if card is None:
            self.uses_unknown += 1
            return
        whose = {"evaluation": row.name, "organization": row.organization, "subject": row.subject}
        used = [
            {
                **whose, "kind": use.kind, "value_digest": use.value_digest, "period": use.period, "place": use.place
            }
            for use in recorded_usages(written, card)
        ]  # fmt: skip
        self._compare_rows("usage", row.name, used, stored)

    def _rests(self, row: EvaluationRow, written: WrittenSteps, rests: EvaluationSupports, waiting: bool) -> None:
        """Look for everything that an evaluation rests on among what is searched, once that is written.

        Where nobody told it of bases, its version finds it by each; where the version is not here, nobody can say.
        """
        digests = set(rests.digests)
        if self._stored_supports(row.name, [rests.untold]):
            digests = set(supports_of(written, row.organization, row.software_versions, None).digests)
        elif rests.untold in digests:
            digests.remove(rests.untold)
            self._bases_unknown = True
        self._supports += len(digests)
        self._values += len(rests.values)
        if waiting:
            return
        if missing := digests - self._stored_supports(row.name, digests):
            self._told(f"support_index/{row.name}", _say("SUPPORT_NOT_THERE", count=len(missing)))
        number = self._number(row.name)
        facts = {support for support, _ in rests.values}
        entries = VALUES.within(self._connection, VALUES.table.c.support.in_(facts), VALUES.of([number]))
        stored = {key for key, entered in entries if entered == number}
        if lacking := set(rests.values) - stored:
            self._told(f"value_index/{row.name}", _say("SUPPORT_NOT_THERE", count=len(lacking)))

    def _stored_supports(self, name: str, digests: Collection[bytes]) -> set[bytes]:
        number = self._number(name)
        entries = SUPPORTS.within(self._connection, SUPPORTS.table.c.support.in_(digests), SUPPORTS.of([number]))
        return {support for (support,), entered in entries if entered == number}

    def _number(self, name: str) -> int:
        return evaluation_numbers(self._connection, [name]).get(name, 0)


def _row_text(row: Row, evaluation: str) -> str:
    """Show what tells a row from others of its evaluation."""
    parts = {name: part for name, part in row.items() if part not in (None, "", evaluation)}
    return json.dumps(parts, sort_keys=True, default=str)[:_MOST_SHOWN]


def _select_rows(table: Table) -> Select[Any]:
    """Read a table as it rests, flags as numbers where the database has none."""
    flags = {"score_low_open", "score_high_open"}
    return select(
        table.c.evaluation,
        *(
            type_coerce(column, Integer).label(column.name) if column.name in flags else column
            for column in table.c
            if column.name != "evaluation"
        ),
    )


_RECKONED = frozenset({"counts", "before"})
"""What yearly results say of one another, which `audit_yearly_results` reckons."""
_YEARLY_AS_RECORDED = select(
    RESULTS.c.evaluation, *(column for column in RESULTS.c if column.name not in {"evaluation", *_RECKONED})
)
_LISTED_WHOLE = select(
    _LISTED_ROWS.c.evaluation,
    *(column for column in _LISTED_ROWS.c if column.name not in ("evaluation", "conclusion")),
    *(column for column in _CONCLUSIONS.c if column.name not in ("id", "organization")),
).join_from(
    _LISTED_ROWS, _CONCLUSIONS,
    (_CONCLUSIONS.c.id == _LISTED_ROWS.c.conclusion) & (_CONCLUSIONS.c.organization == _LISTED_ROWS.c.organization),
)  # fmt: skip

"""Audit of derived rows against the records of evaluations."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from typing import Any

from sqlalchemy import Boolean, Connection, Integer, Select, Table, func, or_, select, true, type_coerce

from rules.contracts import ErasedRecord, WrittenSteps, message_factory
from service.gazette.versions import CardResolver, Gazette
from service.store.criterion_outcomes import outcomes_of
from service.store.erasure_index import erasures_of
from service.store.hash_blocks import USE_BLOCKS, HashBlocks
from service.store.months import in_archives
from service.store.outcome_projection import build_projection
from service.store.result_dependencies import EvaluationSupports, supports_of
from service.store.serial_use import recorded_usages, uses_digest
from service.store.support_index import SUPPORTS
from service.store.tables import (
    CONCLUSIONS,
    ERASED_REQUESTS as _ERASED,
    EVALUATION_USES as _USES,
    EVALUATIONS,
    INDEXED_USES as _INDEXED,
    LISTED_ROWS,
    RECORD_FIGURES as _FIGURES,
    STANDINGS,
    UNPROJECTED_ROWS as _UNPROJECTED,
    USE_ENTRIES as _ENTRIES,
    USE_HOLDERS as _HOLDERS,
    VALUE_BLOCKS,
    ArchivedMonthRow,
    EvaluationRow,
)
from service.store.use_index import DIGEST_BYTES, evaluation_numbers, index_key, packed_key, stored_uses
from service.store.value_index import value_blocks, values_of
from service.store.yearly_results import (
    OPEN_GATES,
    RESULTS,
    TALLIES,
    YearlyResultRow,
    is_open_gate,
    result_tallies,
    year_before,
)
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

    def __init__(
        self,
        connection: Connection,
        gazette: Gazette,
        look: Look,
        report_fault: ReportFault,
        archives: Sequence[ArchivedMonthRow] = (),
    ) -> None:
        self._connection, self._look, self._report_fault = connection, look, report_fault
        self._archives = archives
        self._card = CardResolver(gazette)
        self._gathered: list[tuple[EvaluationRow, WrittenSteps]] = []
        self._supports, self._values = 0, 0
        self._bases_unknown = False
        self._indexed_uses = _UsesAudit(connection, report_fault, archives)
        self.uses_unknown = 0
        """Number of evaluations without a comparison of uses, because their version is not in the gazette."""

    def add(self, row: EvaluationRow, written: WrittenSteps) -> None:
        self._gathered.append((row, written))
        if len(self._gathered) == _BATCH_SIZE:
            self._compare()

    def close(self) -> None:
        self._compare()
        self._look("use_index", self._indexed_uses.close)
        self._look(RESULTS.name, lambda: _audit_yearly_results(self._connection, self._report_fault))
        for table in (*_PROJECTED, RESULTS, LISTED_ROWS, _UNPROJECTED):
            existing_names = select(EVALUATIONS.c.name)
            orphaned = (
                select(table.c.evaluation)
                .where(
                    table.c.evaluation.not_in(existing_names),
                    true() if table is _FIGURES else ~in_archives(self._archives, table.c.evaluation),
                )
                .distinct()
                .limit(_MAXIMUM_ORPHANS)
            )
            for name in self._connection.execute(orphaned).scalars():
                self._report_fault(f"{table.name}/{name}", _message("ROW_OF_NOTHING"))
        self._count_archived()
        numbers = select(func.coalesce(func.sum(func.length(SUPPORTS.rows.table.c.numbers)), 0))
        count = _count_entries(self._connection, SUPPORTS.blocks, self._report_fault)
        count += self._connection.execute(numbers).scalar_one()
        if not self._bases_unknown:
            self._report_surplus(SUPPORTS.rows.table, count, self._supports)
        self._report_surplus(VALUE_BLOCKS, _count_values(self._connection, self._report_fault), self._values)

    def _report_surplus(self, table: Table, count: int, expected: int) -> None:
        if count > expected:
            self._report_fault(table.name, _message("ROWS_TOO_MANY", found=count, wanted=expected))

    def _count_archived(self) -> None:
        """Count the index entries of archived evaluations as expected."""
        if not self._archives:
            return
        chosen = select(_USES.c.number).where(in_archives(self._archives, _USES.c.evaluation))
        numbers = set(self._connection.execute(chosen).scalars())
        self._supports += SUPPORTS.blocks.count_entries(self._connection, numbers)
        self._supports += sum(number in numbers for _, number in SUPPORTS.rows.within(self._connection))
        self._values += sum(
            number in numbers
            for _, entries in value_blocks(self._connection)
            for number in chain.from_iterable(entries.values())
        )

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
        if lacking := set(supports.values) - values_of(self._connection, number, supports.values):
            self._report_fault(f"value_block/{row.name}", _message("SUPPORT_NOT_THERE", count=len(lacking)))

    def _stored_supports(self, name: str, digests: Collection[bytes]) -> set[bytes]:
        number = self._number(name)
        return {support for support, _ in SUPPORTS.of(self._connection, [number], digests)}

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


def _count_entries(connection: Connection, blocks: HashBlocks, report_fault: ReportFault) -> int:
    """Return the number of entries; report missing blocks."""
    block, size = blocks.table.c.block, func.coalesce(func.sum(func.length(blocks.table.c.entries)), 0)
    first, last, count, total = connection.execute(select(func.min(block), func.max(block), func.count(), size)).one()
    if count and (first, last) != (0, count - 1):
        report_fault(blocks.table.name, _message("BLOCKS_NOT_IN_ORDER", first=first, last=last, count=count))
    return int(total) // blocks.entry_bytes


def _count_values(connection: Connection, report_fault: ReportFault) -> int:
    """Return the number of entries; report blocks that do not begin with their first entry."""
    count, is_first = 0, True
    for first, entries in value_blocks(connection):
        count += sum(map(len, entries.values()))
        if first != (b"" if is_first else min(entries, default=b"")):
            report_fault(f"{VALUE_BLOCKS.name}/{first.hex()}", _message("BLOCK_NOT_AT_FIRST_ENTRY"))
        is_first = False
    return count


class _UsesAudit:
    """Comparison of the use index with the uses of evaluations."""

    def __init__(self, connection: Connection, report_fault: ReportFault, archives: Sequence[ArchivedMonthRow]) -> None:
        self._connection, self._report_fault, self._archives = connection, report_fault, archives
        self._indexed: int = connection.execute(select(func.sum(_INDEXED.c.number))).scalar() or 0

    def add(self, evaluation: EvaluationRow, values: Collection[str]) -> None:
        holder = select(_USES.c.number, _HOLDERS).join(_HOLDERS, _HOLDERS.c.id == _USES.c.holder)
        row = self._connection.execute(holder.where(_USES.c.evaluation == evaluation.name)).first()
        if row is None and not evaluation_numbers(self._connection, [evaluation.name]):
            self._report_fault(f"evaluation_uses/{evaluation.name}", _message("NO_INDEX_ROWS"))
            return
        if row is None or (row.organization, row.subject) != (evaluation.organization, evaluation.subject):
            self._report_fault(f"evaluation_uses/{evaluation.name}", _message("ROW_NOT_AS_RECORD"))
            return
        if not values and row.period:
            self._report_fault(f"use_holder/{row.id}", _message("ROW_NOT_AS_RECORD"))
        keys = {index_key(value) for value in values}
        entered = select(func.count()).where(
            _ENTRIES.c.value.in_(keys), _ENTRIES.c.holder == row.id, _ENTRIES.c.number == row.number
        )
        found = USE_BLOCKS.find(self._connection, {packed_key(key) for key in keys}).values()
        entry_count, expected_count = (
            self._connection.execute(entered).scalar_one() + sum(numbers.count(row.number) for numbers in found),
            len(keys) * (row.number <= self._indexed),
        )
        if entry_count > expected_count:
            self._report_fault("indexed_uses", _message("ROWS_TOO_MANY", found=entry_count, wanted=expected_count))
        elif entry_count < expected_count:
            self._report_fault(
                f"use_index/{evaluation.name}", _message("USES_NOT_FOUND", count=expected_count - entry_count)
            )

    def close(self) -> None:
        """Report numbering gaps, orphaned rows and surplus entries."""
        first, last, count = self._connection.execute(
            select(func.min(_USES.c.number), func.max(_USES.c.number), func.count())
        ).one()
        if count and (first, last) != (1, count):
            self._report_fault("evaluation_uses", _message("NUMBERS_NOT_IN_ORDER", first=first, last=last, count=count))
        if not 0 <= self._indexed <= (last or 0):
            self._report_fault("indexed_uses", _message("NUMBER_BEYOND_LAST", number=self._indexed, last=last or 0))
        is_erased = _USES.c.evaluation.in_(select(_ERASED.c.evaluation))
        is_empty = (_USES.c.holder == 0) & (func.length(_USES.c.digests) == 0) & (func.length(_USES.c.places) == 0)
        orphaned = select(_USES.c.evaluation).where(
            _USES.c.evaluation.not_in(select(EVALUATIONS.c.name)),
            or_(~is_erased, ~is_empty),
            ~in_archives(self._archives, _USES.c.evaluation),
        )
        for name in self._connection.execute(orphaned.limit(_MAXIMUM_ORPHANS)).scalars():
            self._report_fault(f"evaluation_uses/{name}", _message("ROW_OF_NOTHING"))
        unused = select(_HOLDERS.c.id).where(_HOLDERS.c.id.not_in(select(_USES.c.holder)))
        for id in self._connection.execute(unused.limit(_MAXIMUM_ORPHANS)).scalars():
            self._report_fault(f"use_holder/{id}", _message("ROW_OF_NOTHING"))
        entry_count = self._connection.execute(select(func.count()).select_from(_ENTRIES)).scalar_one()
        entry_count += _count_entries(self._connection, USE_BLOCKS, self._report_fault)
        is_entered = _USES.c.number <= self._indexed
        values = select(func.coalesce(func.sum(func.length(_USES.c.digests)), 0)).where(is_entered)
        expected_count = self._connection.execute(values).scalar_one() // DIGEST_BYTES
        if entry_count > expected_count:
            self._report_fault("use_index", _message("ROWS_TOO_MANY", found=entry_count, wanted=expected_count))


_YEARLY_COLUMNS = [
    type_coerce(column, Integer).label(column.name) if isinstance(column.type, Boolean) else column
    for column in RESULTS.c
]
_YEARLY_ORDER = [RESULTS.c[name] for name in ("organization", "scorecard", "subject", "year", "evaluation")]
_SUMS = ("number", "least", "greatest", "most")
_ZERO_SUMS = (0, 0, 0, 0)
_Key = tuple[str, ...]


def _audit_yearly_results(connection: Connection, report_fault: ReportFault) -> None:
    """Recompute yearly results and report differences."""
    tallies: dict[_Key, list[int]] = {}
    gates: set[_Key] = set()
    for row in _counted_years(connection, report_fault):
        outcomes, about = outcomes_of(connection, row.evaluation), (row.organization, row.scorecard, row.year)
        for tally in result_tallies(row, outcomes):
            key = (*about, tally.measure.value, row.scorecard_version, row.track, tally.key)
            sums = tallies.setdefault(key, [*_ZERO_SUMS])
            for index, value in enumerate((1, tally.least, tally.greatest, tally.most)):
                sums[index] += value
        open_gates = filter(is_open_gate, outcomes)
        gates |= {(*about, outcome["criterion"], outcome["outcome"], row.evaluation) for outcome in open_gates}
    keys = TALLIES.primary_key.columns
    rows = map(tuple, connection.execute(select(*keys, *(TALLIES.c[name] for name in _SUMS))))
    stored = {row[: len(keys)]: row[len(keys) :] for row in rows}
    for tally_key in sorted(tallies.keys() | stored.keys()):
        expected_sums, stored_sums = tuple(tallies.get(tally_key, _ZERO_SUMS)), stored.get(tally_key, _ZERO_SUMS)
        if expected_sums != stored_sums:
            report_fault(
                f"result_tally/{'/'.join(tally_key)}",
                _message("TALLY_DIFFERS", found=stored_sums, wanted=expected_sums),
            )
    stored_gates = {tuple(row) for row in connection.execute(select(*OPEN_GATES.primary_key.columns))}
    for gate in sorted(gates ^ stored_gates):
        report_fault(f"open_gate/{'/'.join(gate)}", _message("GATE_NOT_THERE" if gate in gates else "GATE_TOO_MANY"))


def _counted_years(connection: Connection, report_fault: ReportFault) -> Iterator[YearlyResultRow]:
    """Yield the last row of each subject, scorecard and year."""
    rows = (dict(row._mapping) for row in connection.execute(select(*_YEARLY_COLUMNS).order_by(*_YEARLY_ORDER)))
    for _, of_subject in groupby(rows, lambda row: (row["organization"], row["scorecard"], row["subject"])):
        last: tuple[str, str] = "", ""
        for year, of_year in groupby(of_subject, lambda row: row["year"]):
            *earlier, newest = of_year
            before = last[1] if last[0] == year_before(year) else ""
            for row, wanted in (*((row, (0, "")) for row in earlier), (newest, (1, before))):
                if (row["counts"], row["before"]) != wanted:
                    report_fault(f"yearly_result/{row['evaluation']}", _message("COUNTS_DIFFERS"))
            last = year, newest["conclusion"]
            yield YearlyResultRow.model_construct(**{**newest, "counts": True, "before": before})

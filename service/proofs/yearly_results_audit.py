"""Audit of yearly results and their tallies."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Connection, Integer, select, type_coerce

from rules.contracts import message_factory
from service.store.criterion_outcomes import outcomes_of
from service.store.yearly_results import (
    OPEN_GATES,
    RESULTS,
    TALLIES,
    YearlyResultRow,
    is_open_gate,
    result_tallies,
    year_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_message = message_factory(__name__)

_COLUMNS = [
    type_coerce(column, Integer).label(column.name) if isinstance(column.type, Boolean) else column
    for column in RESULTS.c
]
_ORDER = [RESULTS.c[name] for name in ("organization", "scorecard", "subject", "year", "evaluation")]
_SUMS = ("number", "least", "greatest", "most")
_ZERO_SUMS = (0, 0, 0, 0)
_Key = tuple[str, ...]


def audit_yearly_results(connection: Connection, report_fault: Callable[[str, str], None]) -> None:
    """Recompute yearly results and report differences."""
    tallies: dict[_Key, list[int]] = {}
    gates: set[_Key] = set()
    for row in _counted_rows(connection, report_fault):
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


def _counted_rows(connection: Connection, report_fault: Callable[[str, str], None]) -> Iterator[YearlyResultRow]:
    """Yield the last row of each subject, scorecard and year."""
    rows = (dict(row._mapping) for row in connection.execute(select(*_COLUMNS).order_by(*_ORDER)))
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

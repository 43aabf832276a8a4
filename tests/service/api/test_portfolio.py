"""Summaries of many results: valid results, counts, lists behind the counts, and exported tables."""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import event, update

from rules.contracts.errors import InputError
from rules.model.scorecard import FindingSeverity
from service.api.portfolio import Portfolio
from service.base.extras import missing_extra_error
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.store.portfolio import ResultSelection, read_tallies
from service.store.serial_use import Usage
from service.store.store import Store
from service.store.tables import EvaluationRow
from service.store.use_index import pack_uses
from service.store.write_access import with_write_access
from service.store.yearly_results import RESULTS
from tests.support.decided import decide
from tests.support.postgres import new_database
from tests.support.small_card import CARD, small_card
from tests.support.yearly import result
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2 as api

NAME = f"scorecards/{CARD}"
Kind = evaluation_pb2.Conclusion.Kind
Direction = api.ConclusionMovement.Direction


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/store.sqlite3"
    else:
        url = new_database(request.getfixturevalue("postgres"))
    with closing(Store(url)) as store:
        yield store


@pytest.fixture
def gazette(tmp_path: Path) -> Gazette:
    write_version(tmp_path / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return Gazette(tmp_path / "gazette")


@pytest.fixture
def portfolio(store: Store, gazette: Gazette) -> Portfolio:
    return Portfolio(store, gazette)


def graded(grade: str) -> dict[str, str]:
    return {"kind": "graded", "grade": grade}


FAILED = {"kind": "gate_failed"}
MAJOR = FindingSeverity.MAJOR


def stored(store: Store, *rows: EvaluationRow) -> None:
    for future in [store.append(row) for row in rows]:
        future.result(timeout=60)


def summary(portfolio: Portfolio, **selection: Any) -> api.SummarizeEvaluationsResponse:
    chosen = api.ResultSelection(**{"scorecard": NAME, **selection})
    return portfolio.summarize(api.SummarizeEvaluationsRequest(parent="organizations/a", selection=chosen))


def listed(portfolio: Portfolio, filter: api.CountedResultFilter | None = None, **selection: Any) -> list[str]:
    chosen = api.ResultSelection(**{"scorecard": NAME, **selection})
    request = api.ListCountedResultsRequest(parent="organizations/a", selection=chosen, filter=filter, page_size=2)
    subjects: list[str] = []
    while True:
        page = portfolio.list(request)
        subjects += [entry.subject.rpartition("/")[2] for entry in page.counted_results]
        if not page.next_page_token:
            return subjects
        request.page_token = page.next_page_token


def counts(year: api.YearSummary) -> dict[str, int]:
    return {
        f"{Kind.Name(entry.conclusion.kind)[5:].lower()} {entry.conclusion.grade}".strip(): entry.result_count
        for entry in year.conclusion_counts
    }


def test_of_each_subject_and_year_the_last_result_counts(store: Store, portfolio: Portfolio) -> None:
    stored(
        store,
        result(1, "a", graded("gold"), score="90"),
        result(2, "a", graded("silver"), score="70"),
        result(3, "b", FAILED, score="80", gates={"G1": "not_met", "G2": "undetermined", "G3": "met"}),
        result(4, "c", {"kind": "incomplete"}, score=("60", "75"), gates={"G2": "undetermined"}),
        result(5, "a", graded("gold"), score="60", year=2024),
    )
    answer = summary(portfolio)
    assert [(entry.year, entry.result_count) for entry in answer.summarized_years] == [("2025", 3), ("2024", 1)]
    assert (answer.summary.year, answer.summary.result_count) == ("2025", 3)
    assert counts(answer.summary) == {"graded silver": 1, "gate_failed": 1, "incomplete": 1}
    assert counts(answer.earlier_summary) == {"graded gold": 1}
    gates = answer.summary.gate_counts
    assert [(gate.criterion_id, gate.not_met_count, gate.undetermined_count) for gate in gates] == [
        ("G1", 1, 0), ("G2", 0, 2),
    ]  # fmt: skip
    (scores,) = answer.summary.score_distributions
    assert (scores.exact_count, scores.open_count, scores.unscored_count) == (2, 1, 0)
    assert [(bin.points, bin.result_count, bin.gate_failed_count) for bin in scores.bins] == [(70, 1, 0), (80, 1, 1)]
    assert (scores.median.low, scores.median.high) == ("75", "75")
    assert listed(portfolio) == ["b", "a", "c"]
    assert listed(portfolio, api.CountedResultFilter(gate_id="G2", gate_outcome="OUTCOME_UNDETERMINED")) == ["c", "b"]
    assert listed(portfolio, api.CountedResultFilter(gate_id="G1")) == ["b"]
    assert listed(portfolio, api.CountedResultFilter(score="SCORE_OPEN")) == ["c"]
    assert listed(portfolio, year="2024") == ["a"]
    assert listed(portfolio, year="2020") == []


def test_movement_is_counted_regardless_of_the_storage_order_of_years(store: Store, portfolio: Portfolio) -> None:
    stored(
        store,
        result(1, "a", graded("gold"), year=2025),
        result(2, "a", graded("silver"), year=2024),
        result(3, "b", FAILED, year=2024),
        result(4, "b", {"kind": "not_graded"}, year=2025),
        result(5, "c", graded("gold"), year=2024),
        result(6, "c", graded("gold"), year=2025),
        result(7, "c", {"kind": "incomplete"}, year=2025),
        result(8, "d", graded("gold"), year=2025),
    )
    moved = {
        (Kind.Name(entry.earlier_conclusion.kind)[5:], Kind.Name(entry.conclusion.kind)[5:]): (
            entry.subject_count, Direction.Name(entry.direction)[10:],
        )
        for entry in summary(portfolio).movements
    }  # fmt: skip
    assert moved == {
        ("GRADED", "GRADED"): (1, "ROSE"),
        ("GATE_FAILED", "NOT_GRADED"): (1, "ROSE"),
        ("GRADED", "INCOMPLETE"): (1, "UNSPECIFIED"),
    }
    from_gold = api.CountedResultFilter(earlier_conclusion=api.CountedConclusion(kind="KIND_GRADED", grade="gold"))
    assert listed(portfolio, from_gold) == ["c"]


def test_lost_points_are_at_least_and_at_most(store: Store, portfolio: Portfolio) -> None:
    stored(
        store,
        result(1, "a", graded("gold"), points={"I1": ("1", "4"), "I2": ("1/3", "1")}),
        result(2, "b", graded("gold"), points={"I1": ("[2,3]", "4"), "I3": ("0", "0")}),
    )
    lost = summary(portfolio).summary.lost_points
    assert [(entry.criterion_id, entry.result_count) for entry in lost] == [("I1", 2), ("I2", 1)]
    assert (lost[0].mean_lost.low, lost[0].mean_lost.high, lost[0].mean_maximum) == ("2", "2.5", "4")
    assert (lost[1].mean_lost.low, lost[1].mean_lost.high) == ("0.666666666", "0.666666667")


def test_withdrawn_results_are_counted_separately(store: Store, portfolio: Portfolio) -> None:
    stored(
        store,
        result(1, "a", graded("gold"), score="90", year=2024),
        result(2, "a", graded("gold"), score="90", points={"I1": ("1", "4")}),
        result(3, "b", graded("gold"), score="80", gates={"G1": "undetermined"}),
        result(4, "b", graded("silver"), score="80", year=2024),
    )
    for number, disposition in ((3, "withdrawn"), (1, "changed"), (2, "stands")):
        decide(store, f"organizations/a/campaigns/{number}", f"organizations/a/evaluations/{number:04}", disposition)
    answer = summary(portfolio)
    assert (answer.summary.result_count, answer.summary.not_standing_count) == (1, 1)
    assert (counts(answer.summary), counts(answer.earlier_summary)) == ({"graded gold": 1}, {"graded silver": 1})
    assert (list(answer.summary.gate_counts), list(answer.movements)) == ([], [])
    assert [bin.points for bin in answer.summary.score_distributions[0].bins] == [90]
    assert answer.summary.score_distributions[0].median.low == "90"
    assert listed(portfolio) == ["a"]
    assert listed(portfolio, api.CountedResultFilter(not_standing=True)) == ["b"]
    assert listed(portfolio, api.CountedResultFilter(gate_id="G1", gate_outcome="OUTCOME_UNDETERMINED")) == []
    any_before = api.CountedResultFilter(earlier_conclusion=api.CountedConclusion(kind="KIND_GRADED", grade="gold"))
    assert listed(portfolio, any_before) == []


def test_double_use_is_counted_and_listed_over_all_results(store: Store, portfolio: Portfolio) -> None:
    severities = {1: MAJOR, 2: MAJOR, 3: FindingSeverity.OBSERVATION, 4: MAJOR, 5: MAJOR, 6: MAJOR}
    for number, severity in severities.items():
        row = result(number, f"s{number}", graded("gold"), score="80", year=2024 if number == 6 else 2025)
        uses = pack_uses([Usage("ab" * 32, "register", "2025", "facts[f].records[r].s", severity)])
        store.append(row, uses).result(timeout=60)
    decide(store, "organizations/a/campaigns/5", "organizations/a/evaluations/0005", "withdrawn")
    answer = summary(portfolio)
    assert (answer.summary.double_use_result_count, answer.earlier_summary.double_use_result_count) == (2, 1)
    doubled = api.CountedResultFilter(double_use=True)
    assert listed(portfolio, doubled) == ["s2", "s4"]
    assert listed(portfolio, api.CountedResultFilter(double_use=True, not_standing=True)) == ["s5"]
    request = api.ExportEvaluationsRequest(
        parent="organizations/a", selection=api.ResultSelection(scorecard=NAME), form="FORM_CSV", filter=doubled
    )
    assert len(portfolio.export(request).read().decode().splitlines()) == 3


def test_a_row_of_no_evaluation_ends_no_list(store: Store, portfolio: Portfolio) -> None:
    stored(store, *(result(number, f"s{number}", graded("gold"), score=str(90 - number)) for number in range(1, 6)))
    assert summary(portfolio).summary.result_count == 5
    with with_write_access(store._engine).begin() as connection:
        lost = RESULTS.c.evaluation == "organizations/a/evaluations/0002"
        connection.execute(update(RESULTS).where(lost).values(evaluation="organizations/a/evaluations/lost"))
    assert listed(portfolio) == ["s1", "s3", "s4", "s5"]


def test_double_use_is_counted_without_reading_other_evaluations(store: Store) -> None:
    selection, used = ResultSelection("a", NAME, "2025"), list[str]()
    with store.archive() as archive:
        event.listen(archive.connection, "before_cursor_execute", lambda *call: used.append(call[2]))
        read_tallies(archive.connection, selection, {})
        (counting,) = (statement for statement in used if "archive_findings" in statement)
        if archive.connection.dialect.name == "sqlite":
            plan = archive.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {counting}", ("",) * counting.count("?"))
            assert "evaluation_with_findings" in " ".join(row.detail for row in plan)


def test_the_list_is_written_as_a_table(store: Store, portfolio: Portfolio) -> None:
    stored(store, result(1, "a", graded("gold"), score="151/3"), result(2, "b", FAILED, gates={"G1": "not_met"}))
    request = api.ExportEvaluationsRequest(
        parent="organizations/a", selection=api.ResultSelection(scorecard=NAME), form="FORM_CSV"
    )
    lines = portfolio.export(request).read().decode("utf-8-sig").splitlines()
    assert lines[0].startswith("subject,evaluation,scorecard version,")
    assert lines[1].startswith("organizations/a/subjects/a,organizations/a/evaluations/0001,")
    assert ",151/3,151/3," in lines[1]
    assert ",gate_failed,,,,,,G1,,,,,,,stands" in lines[2]
    request.form, request.language_code = api.ExportEvaluationsRequest.FORM_WORKBOOK, "zh"
    sheet = openpyxl.load_workbook(BytesIO(portfolio.export(request).read())).active
    assert sheet is not None
    assert ([cell.value for cell in sheet[1]][:2], sheet.max_row) == (["对象", "评价"], 3)


def test_parquet_preserves_exact_numbers_as_texts_and_decimals(store: Store, portfolio: Portfolio) -> None:
    polars = pytest.importorskip("polars")
    stored(store, result(1, "a", graded("gold"), score="151/3"), result(2, "b", FAILED, gates={"G1": "not_met"}))
    request = api.ExportEvaluationsRequest(
        parent="organizations/a", selection=api.ResultSelection(scorecard=NAME), form="FORM_PARQUET"
    )
    frame = polars.read_parquet(portfolio.export(request))
    assert frame["score_low"].to_list() == ["151/3", None]
    assert frame.schema["score_low_decimal"] == polars.Decimal(38, 6)
    assert frame["score_low_decimal"].to_list() == [Decimal("50.333333"), None]
    assert not [name for name, kind in frame.schema.items() if kind.is_float()]
    assert frame["not_met"].to_list() == [None, "G1"]
    request.selection.year = "1999"
    assert polars.read_parquet(portfolio.export(request)).columns == frame.columns


def test_export_without_the_parquet_library_names_the_package_to_install(
    store: Store, portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(store, result(1, "a", graded("gold"), score="90"))
    request = api.ExportEvaluationsRequest(
        parent="organizations/a", selection=api.ResultSelection(scorecard=NAME), form="FORM_PARQUET"
    )
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ModuleNotFoundError) as missing:  # the extra is not installed
        portfolio.export(request)
    refusal = missing_extra_error(missing.value)
    assert refusal is not None
    monkeypatch.setattr("service.api.portfolio.table_writers", dict)
    with pytest.raises(InputError) as refused:  # nor is the product
        portfolio.export(request)
    for (violation,) in (refusal.violations, refused.value.violations):
        assert violation.reason == "SOFTWARE_MISSING"
        assert "touchstone-scorecards[bulk]" in violation.description


@pytest.mark.parametrize(
    ("selection", "field"),
    [
        ({"scorecard": "cards/x"}, "selection.scorecard"),
        ({"scorecard": NAME, "year": "25"}, "selection.year"),
        ({"scorecard": "", "year": "2025"}, "selection.scorecard"),
    ],
)
def test_a_malformed_selection_is_refused(portfolio: Portfolio, selection: dict[str, str], field: str) -> None:
    with pytest.raises(InputError) as refused:
        summary(portfolio, **selection)
    assert [violation.field for violation in refused.value.violations] == [field]


def test_an_unissued_page_token_is_refused(store: Store, portfolio: Portfolio) -> None:
    stored(store, result(1, "a", graded("gold"), score="90"), result(2, "b", graded("gold"), score="80"))
    request = api.ListCountedResultsRequest(
        parent="organizations/a", selection=api.ResultSelection(scorecard=NAME), page_size=1
    )
    token = portfolio.list(request).next_page_token
    mark = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))[:16]
    for position in (b"9" * 40 + b" a", b"high a"):
        request.page_token = base64.urlsafe_b64encode(mark + position).decode().rstrip("=")
        with pytest.raises(InputError):
            portfolio.list(request)

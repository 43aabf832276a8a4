"""Reporting views: agreement with the records on both databases, decimals of exact numbers, and their page."""

from __future__ import annotations

import re
from contextlib import ExitStack, closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import inspect, text

from rules.model.scorecard import FindingSeverity
from service.base.resource_names import OTHER_ORGANIZATION, OTHER_SUBJECT
from service.store import reporting_views
from service.store.database import open_database, parse_database_url
from service.store.listing_query import read_listing
from service.store.reporting_views import VIEWS, ColumnKind, View, open_archive
from service.store.serial_use import Usage
from service.store.store import Store
from service.store.stored_records import pack
from service.store.use_index import pack_uses
from service.store.write_access import StoreError
from tests.service.store.test_store import row
from tests.support.stored import written_steps

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "sql-views.md"
SCORE = {"exact": {"low": "170/3", "high": "80.5", "high_open": True}, "unit": ""}
STEPS = (
    ["gates/G1", "met", "m"],
    ["indicators/I1", "met", "[-4/3,10]", "40/3", "1"],
    ["rules/R1", "met", "not_met", "prohibited", []],
    ["findings/CAPA.G1", "met", "m"],
    ["findings/CAPA.G2", "undetermined", "u"],
    ["facts/units", {"value": {}}],
    ["facts/units/=A", {"due": ["met", "m:"]}, {"allowed": ["170/3"], "gap": ["(-4/3,10]"], "top": ["[0,)"]}],
    ["facts/units/B/1", {}, {"class": [["II"]], "ends": ["2026-12-31"], "draft": ["not_applicable"]}],
)


USES = pack_uses([
    Usage("ab" * 32, "certificate.serial", "", "facts[list].records[=1+1].serial", FindingSeverity.MAJOR)
])  # fmt: skip


def fill(url: str) -> None:
    """Store three evaluations of two subjects of one organisation, and one of another that used the same number."""
    with closing(Store(url)) as store:
        for number, organization, subject in ((0, "z", "far"), (1, "a", "b"), (2, "a", "c"), (3, "a", "b")):
            about = f"organizations/{organization}/subjects/{subject}"
            conclusion: Any = {"kind": "graded", "grade": "gold", "score": SCORE}
            steps = written_steps(*STEPS, subject=about, conclusion=conclusion, track={"sector": "steel"})
            name = f"organizations/{organization}/evaluations/{number}"
            stored = row(
                number, name=name, organization=organization, subject=about, grade="gold", record=pack(steps)
            )  # fmt: skip
            store.append(stored, USES).result(timeout=60)


def read(url: str, view: View, filter_text: str = "") -> list[dict[str, Any]]:
    listing = read_listing("a", filter_text=filter_text, order_by="")
    with open_archive(url) as archive:
        return [dict(zip(view.columns, found, strict=True)) for found in archive.rows(view, listing)]


@pytest.mark.full(sample=5)
def test_criteria_have_exact_numbers_and_decimals_with_six_digits(url: str) -> None:
    fill(url)
    criteria = {(one["evaluation"][-1], one["criterion"]): one for one in read(url, reporting_views.CRITERIA)}
    assert len(criteria) == 9
    earned = criteria["1", "I1"]
    assert (earned["points_low"], earned["points_low_decimal"]) == ("-4/3", Decimal("-1.333333"))
    assert (earned["points_high"], earned["points_high_decimal"]) == ("10", Decimal("10.000000"))
    assert (earned["maximum_points"], earned["maximum_points_decimal"]) == ("40/3", Decimal("13.333333"))
    assert criteria["1", "G1"]["points_low_decimal"] is None
    assert criteria["1", "R1"]["outcome"] == "not_met"
    assert earned["subject"] == "organizations/a/subjects/b"


@pytest.mark.full(sample=5)
def test_exported_decimals_equal_the_decimals_computed_by_the_database(url: str) -> None:
    fill(url)
    exported = (
        read(url, reporting_views.CRITERIA)[:3]
        + read(url, reporting_views.EVALUATIONS)[:1]
        + read(url, reporting_views.RECORDS)[:3]
    )
    names = ("points_low", "points_high", "maximum_points", "score_low", "score_high", "figure_low", "figure_high")
    with ExitStack() as held:
        engine = open_database(parse_database_url(url), 5_000, held)
        with engine.connect() as connection:
            computed = [
                dict(one._mapping)
                for view, keys, most in (
                    (reporting_views.CRITERIA, "evaluation, criterion", 3),
                    (reporting_views.EVALUATIONS, "evaluation", 1),
                    (reporting_views.RECORDS, "evaluation, list, record, figure", 3),
                )
                for one in connection.execute(
                    text(f"SELECT * FROM {view.name} WHERE organization = 'a' ORDER BY {keys} LIMIT {most}")  # noqa: S608 -- ours
                )
            ]
    for there, here in zip(computed, exported, strict=True):
        for name in (f"{name}_decimal" for name in names if f"{name}_decimal" in here):
            assert (there[name] is None) == (here[name] is None)
            assert there[name] is None or Decimal(str(there[name])) == here[name], name


@pytest.mark.full(sample=5)
def test_evaluations_gates_and_findings_are_in_their_views(url: str) -> None:
    fill(url)
    first = read(url, reporting_views.EVALUATIONS)[0]
    assert (first["grade"], first["stage"], first["conclusion_kind"]) == ("gold", None, "graded")
    assert (first["score_low"], first["score_low_decimal"], first["score_low_open"]) == ("170/3", Decimal("56.666667"), False)  # fmt: skip # noqa: E501
    assert (first["score_high"], first["score_high_open"]) == ("80.5", True)
    assert [one["double_uses"] for one in read(url, reporting_views.EVALUATIONS)] == [1, 2, 2]
    assert [(one["gate"], one["outcome"]) for one in read(url, reporting_views.GATES)] == [("G1", "met")] * 3
    findings = [(one["finding"], one["outcome"]) for one in read(url, reporting_views.FINDINGS)]
    assert findings == [("CAPA.G1", "met"), ("CAPA.G2", "undetermined")] * 3


@pytest.mark.full(sample=5)
def test_figures_of_records_are_rows_with_numbers_or_answers(url: str) -> None:
    fill(url)
    figures = read(url, reporting_views.RECORDS, "record.subject = 'organizations/a/subjects/c'")
    shown = ("list", "record", "figure", "answer", "figure_low", "figure_low_open", "figure_high", "figure_high_open")
    assert [tuple(one[name] for name in shown) for one in figures] == [
        ("units", "=A", "allowed", None, "170/3", False, "170/3", False),
        ("units", "=A", "gap", None, "-4/3", True, "10", False),
        ("units", "=A", "top", None, "0", False, None, False),
        ("units", "B/1", "class", "II", None, None, None, None),
        ("units", "B/1", "draft", "not_applicable", None, None, None, None),
        ("units", "B/1", "ends", "2026-12-31", None, None, None, None),
    ]
    assert [one["figure_low_decimal"] for one in figures[:3]] == [
        Decimal("56.666667"),
        Decimal("-1.333333"),
        Decimal(0),
    ]
    assert len(read(url, reporting_views.RECORDS)) == 18


@pytest.mark.full(sample=5)
def test_standings_are_the_last_of_each_subject(url: str) -> None:
    fill(url)
    standings = read(url, reporting_views.STANDINGS)
    assert [one["evaluation"][-1] for one in standings] == ["2", "3"]
    assert orjson.loads(standings[0]["track"]) == {"sector": "steel"}


@pytest.mark.full(sample=5)
def test_double_uses_are_listed_without_naming_other_organisations(url: str) -> None:
    fill(url)
    findings = read(url, reporting_views.ARCHIVE_FINDINGS)
    foreign = [one for one in findings if one["finding"] == OTHER_ORGANIZATION]
    own = [one for one in findings if one["finding"] == OTHER_SUBJECT]
    assert len(foreign) == 3
    assert {
        (one["severity"], one["other_count"], one["other_evaluations"], one["other_subjects"]) for one in foreign
    } == {("major", 1, None, None)}
    assert orjson.loads(own[0]["other_evaluations"]) == ["organizations/a/evaluations/1"]
    assert own[0]["place"] == "facts[list].records[=1+1].serial"
    assert not [one for one in findings if "organizations/z" in str(one)]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("filter_text", "count"),
    [
        ("record.subject = 'organizations/a/subjects/b'", 2),
        ("record.conclusion.grade = gold AND record.as_of_date >= 2026-01-01", 3),
        ("record.conclusion.grade != gold", 0),
        ("create_time < 2026-01-01T00:00:00Z", 0),
    ],
)
def test_a_filter_selects_evaluations_of_its_own_organisation_only(url: str, filter_text: str, count: int) -> None:
    fill(url)
    for view, each in ((reporting_views.EVALUATIONS, 1), (reporting_views.CRITERIA, 3), (reporting_views.FINDINGS, 2)):
        rows = read(url, view, filter_text)
        assert len(rows) == count * each
        assert {one["organization"] for one in rows} <= {"a"}


@pytest.mark.full(sample=5)
def test_a_store_is_exported_while_a_server_has_it_open(url: str) -> None:
    fill(url)
    with closing(Store(url)):
        assert len(read(url, reporting_views.EVALUATIONS)) == 3


def test_no_store_is_created_where_none_exists(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No store was found at"), open_archive(f"sqlite:///{tmp_path}/none.sqlite3"):
        pass
    assert not list(tmp_path.iterdir())


def described(page: Path) -> dict[str, list[str]]:
    """Return the columns of each view in the table of a page, including the shared columns of its first rows."""
    columns: dict[str, list[str]] = {}
    view = ""
    for first, cell in re.findall(r"^\| ([^|]*)\| (`[^|]*)\|", page.read_text(encoding="utf-8"), flags=re.MULTILINE):
        if "`" in first:
            view = first.split("`")[1]
            columns[view] = list(columns[""])
        columns.setdefault(view, []).extend(re.findall(r"`(\w+)`", cell))
    del columns[""]
    return columns


def test_the_page_describes_every_column_of_every_view() -> None:
    assert described(PAGE) == {view.name: list(view.columns) for view in VIEWS}


@pytest.mark.full(sample=5)
def test_the_views_of_the_database_are_those_declared(store: Store) -> None:
    seen = inspect(store._engine)
    assert sorted(seen.get_view_names()) == sorted(view.name for view in VIEWS)
    for view in VIEWS:
        assert tuple(one["name"] for one in seen.get_columns(view.name)) == view.columns
        assert {view.kind_of(name) for name in view.columns} <= set(ColumnKind)

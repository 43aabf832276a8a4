"""CBAM goods lines: status, next missing cell, failed gates, estimates, and the figures of full evaluations."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.inputs import DeclaredFact, Subject
from rules.trail.evaluation import Evaluator
from service.base import instants
from service.base.resource_names import CardName
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.goods import read_goods
from tests.service.schemes.cbam.goods_files import goods_file
from tests.support.cbam_declaring import COIL, EXAMPLE, HEADER, PRECURSORS, declare, document, only_line, written

ACTUAL = "49,72083900,BR,2026-05-10,1000,no,actual,0"


@pytest.mark.full
def test_a_line_with_actual_values_but_no_precursors_shows_its_default_value_result() -> None:
    answer = document(EXAMPLE)
    line = next(one for one in answer["lines"] if one["line"] == "49")
    assert (line["standing"], line["certificatesDue"]) == ("STANDING_INCOMPLETE", None)
    assert line["next"]["factId"] == "precursors"
    assert line["byDefaultValues"] == "446.25"
    assert line["next"]["place"] == "M50"
    assert answer["years"][0]["undeterminedLines"] == ["49", "50", "51", "52", "53", "54"]
    with_price_paid = next(one for one in answer["lines"] if one["line"] == "54")
    assert with_price_paid["byDefaultValues"] is not None


@pytest.mark.parametrize(
    ("row", "stands", "fact", "place"),
    [
        ("72083900,,2026-05-10,100,no,default,0", "scope_open", "country_of_origin", "C2"),
        ("72083900,BR,2026-05-10,100,,default,0", "scope_open", "carved_out", "F2"),
        ("72083900,BR,2026-05-10,100,no,,0", "incomplete", "determination", "G2"),
        ("72083900,BR,2026-05-10,100,no,default,", "incomplete", "carbon_price_paid", "H2"),
        ("72083900,BR,2026-05-10,,no,default,0", "incomplete", "net_mass", "E2"),
        ("72083900,BR,2026-05-10,100,no,actual,0", "incomplete", "opinion", ""),
    ],
)
def test_the_next_fact_to_enter_is_named_with_its_cell(
    tmp_path: Path, row: str, stands: str, fact: str, place: str
) -> None:
    line = only_line(written(tmp_path, f"1,{row}"))
    assert (line["standing"], line["next"]["factId"], line["next"]["place"]) == (
        f"STANDING_{stands.upper()}",
        fact,
        place,
    )
    assert line["next"] == line["missing"][0]


def test_a_line_with_default_values_never_requires_facts_of_the_actual_route(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,,2026-05-10,,,default,"))
    named = {one["factId"] for one in line["missing"]}
    assert named == {"country_of_origin", "carved_out", "net_mass", "carbon_price_paid"}


@pytest.mark.full
def test_entering_each_requested_fact_ends_in_a_computed_line(tmp_path: Path) -> None:
    answers = {"country_of_origin": "BR", "carved_out": "no", "determination": "default", "net_mass": "100",
               "carbon_price_paid": "0"}  # fmt: skip
    columns = [name.partition(" (")[0] for name in HEADER.split(",")]
    row = ["1", "72083900", "", "2026-05-10", "", "", "", ""]
    asked = []
    while (line := only_line(written(tmp_path, ",".join(row))))["next"] is not None:
        fact = line["next"]["factId"]
        asked.append(fact)
        row[columns.index(fact)] = answers[fact]
    assert line["standing"] == "STANDING_COMPUTED"
    assert sorted(asked) == sorted(answers)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("code", ["99999999", "72999999"])
def test_a_code_in_no_list_is_reported_once_and_unchanged(tmp_path: Path, code: str) -> None:
    path = written(tmp_path, f"1,{code},BR,2026-05-10,10,no,default,0")
    line = only_line(path)
    assert (line["standing"], line["certificatesDue"]) == ("STANDING_SCOPE_OPEN", None)
    assert f"whether CN code {code} is a good of Annex I" in line["next"]["text"]
    shown = next(row for row in declare(path).stdout.splitlines() if row.startswith("1 "))
    assert shown.count(code) == 2
    assert f"{code[:4]}," not in shown


def test_an_unknown_country_is_reported_with_its_cell_and_without_a_figure(tmp_path: Path) -> None:
    path = written(tmp_path, "1,72083900,ZZ,2026-05-10,60,no,default,0")
    line = only_line(path)
    assert (line["standing"], line["results"], line["certificatesDue"]) == ("STANDING_SCOPE_OPEN", [], None)
    assert (line["next"]["factId"], line["next"]["place"]) == ("country_of_origin", "C2")
    assert "country_of_origin in C2: 'ZZ' is not a known country; correct it to two" in line["next"]["text"]
    assert "if it applies" not in declare(path).stdout
    assert "C2 的 country_of_origin：“ZZ”不是此处所知的国家" in declare(path, "--language", "zh").stdout


@pytest.mark.full
def test_an_unknown_country_of_a_precursor_is_reported_with_its_own_cell(tmp_path: Path) -> None:
    parts = tmp_path / "parts.csv"
    parts.write_text(PRECURSORS.read_text(encoding="utf-8").replace(",AU,", ",ZZ,"), encoding="utf-8")
    line = next(one for one in document(EXAMPLE, "--precursors", str(parts))["lines"] if one["line"] == "53")
    assert "origin in parts.csv: D" in line["next"]["text"]
    assert line["next"]["place"].startswith("parts.csv: D")


def test_a_failed_gate_is_reported_with_the_cells_of_its_facts(tmp_path: Path) -> None:
    path = written(tmp_path, "1,72083900,unknown,2026-05-10,60,no,default,0")
    assert "gate not met: G2 The country of origin of the goods is known (C2)" in declare(path).stdout
    assert "门槛不满足：G2 货物原产国已知（C2）" in declare(path, "--language", "zh").stdout


def test_a_code_that_is_outside_annex_i_for_sure_is_not_concerned(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72044990,BR,2026-05-10,10,no,default,0"))
    assert (line["standing"], line["certificatesDue"]) == ("STANDING_NOT_APPLICABLE", "0")


def test_figures_of_a_line_with_undetermined_scope_are_never_shown_as_due(tmp_path: Path) -> None:
    path = written(tmp_path, f"1,{COIL},1000,,default,0")
    line = only_line(path)
    assert (line["certificatesDue"], line["resultsAre"]) == (None, "RESULTS_AS_IF_IT_APPLIED")
    assert "446.25000 if it applies" in declare(path).stdout
    assert document(path)["years"][0]["certificatesIfExceeded"] is None


def test_a_good_of_unknown_origin_fails_the_gate_of_the_card(tmp_path: Path) -> None:
    line = only_line(written(tmp_path, "1,72083900,unknown,2026-05-10,100,no,default,0"))
    assert (line["standing"], line["gatesNotMet"], line["certificatesDue"]) == ("STANDING_GATE_FAILED", ["G2"], None)


def without_hydrogen_consumed(tmp_path: Path) -> dict[str, Any]:
    """Declare the example without how much of its hydrogen was consumed."""
    rows = list(csv.reader(PRECURSORS.read_text(encoding="utf-8").splitlines()))
    place = rows[0].index("consumed (t)")
    parts = tmp_path / "parts.csv"
    blanked = [[*row[:place], "", *row[place + 1 :]] if row[1] == "hydrogen" else row for row in rows]
    parts.write_text("\n".join(",".join(row) for row in blanked), encoding="utf-8")
    answer: dict[str, Any] = document(EXAMPLE, "--precursors", str(parts))
    return answer


@pytest.mark.full
def test_an_incomplete_precursor_requires_its_missing_facts(tmp_path: Path) -> None:
    answer = without_hydrogen_consumed(tmp_path)
    line = next(one for one in answer["lines"] if one["line"] == "53")
    assert line["next"]["factId"] == "precursors[hydrogen].consumed"
    assert answer["years"][0]["undeterminedLines"] == ["53"]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("row", "by_default"),
    [
        ("49,72083900,BR,2026-05-10,1000,no,actual,0", "446.25"),
        ("49,72083900,BR,2026-05-10,1000,no,actual,", "446.25"),
        ("49,72083900,BR,2026-05-10,1000,no,actual,12", "446.25"),
        ("49,72083900,unknown,2026-05-10,1000,no,actual,0", None),
        ("49,72083900,BR,2026-05-10,,no,actual,0", None),
        ("49,72083900,BR,2026-05-10,1000,,actual,0", None),
    ],
)
def test_a_default_value_result_is_offered_only_if_it_determines_the_line(
    tmp_path: Path, row: str, by_default: str | None
) -> None:
    """The expected value comes from the same row, declared with default values and a carbon price of zero."""
    cells = row.split(",")
    really = only_line(written(tmp_path, ",".join([*cells[:6], "default", "0"])))
    assert really["certificatesDue"] == by_default
    path = written(tmp_path, row)
    assert only_line(path)["byDefaultValues"] == by_default
    assert ("by default values" in declare(path).stdout) is (by_default is not None)


def test_the_default_value_total_states_how_many_undetermined_lines_it_covers(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ACTUAL,
        "50,72083900,unknown,2026-05-10,1000,no,actual,0",
        "51,72083900,unknown,2026-05-10,1000,no,default,0",
    )
    (year,) = document(path)["years"]
    assert year["undeterminedLines"] == ["49", "50", "51"]
    assert year["byDefaultValuesMore"] == "446.25"
    assert (year["byDefaultValuesLines"], year["undeterminedByActualValues"]) == (1, 2)
    assert "1 of the 2 lines by actual values would be determined, and 446.25000" in declare(path).stdout
    text = declare(path, "--language", "zh").stdout
    assert "其中按实际值申报的 2 行若改按缺省值（可自由选择），有 1 行可以确定" in text


@pytest.mark.full
def test_a_line_that_is_scored_without_a_figure_is_in_the_total_by_default_values(tmp_path: Path) -> None:
    """Every gate passes, but the consumption of a precursor is blank, so that there is no figure."""
    answer = without_hydrogen_consumed(tmp_path)
    line = next(one for one in answer["lines"] if one["line"] == "53")
    (year,) = answer["years"]
    assert (line["standing"], line["gatesNotMet"]) == ("STANDING_INCOMPLETE", [])
    assert line["byDefaultValues"] is not None
    assert year["byDefaultValuesMore"] == line["byDefaultValues"]
    assert (year["byDefaultValuesLines"], year["undeterminedByActualValues"]) == (1, 1)


CARD = CardName("cbam-goods")


@pytest.mark.full
def test_every_line_of_the_example_has_the_figures_of_its_evaluation() -> None:
    gazette, known = Gazette(CHECKOUT / "scorecards"), instants.now()
    table_store = TableStore(gazette.folder / FOLDER)
    declared = document(EXAMPLE, "--precursors", str(PRECURSORS), "--known", known)["lines"]
    lines = read_goods(
        goods_file(EXAMPLE), gazette.versions(CARD.card)[-1].scorecard, precursors=goods_file(PRECURSORS)
    ).lines
    evaluators: dict[str, Evaluator] = {}
    for line, declared_line in zip(lines, declared, strict=True):
        day = line.facts["imported_on"].date or ""
        version = gazette.find(CARD, as_of=date.fromisoformat(day), known=known)
        evaluator = evaluators.get(version.name)
        if evaluator is None:
            evaluator = Evaluator(version.scorecard, version.rule_digest, version.name, table_store)
            evaluators[version.name] = evaluator
        subject = Subject(
            subject="organizations/importer/subjects/importer",
            as_of=day,
            known=known,
            settings={},
            facts=tuple(DeclaredFact(id=id, value=value) for id, value in line.facts.items()),
        )
        record = evaluator.evaluate(subject, bytes(32)).record
        bounds = {result.id: result.figure.exact for result in record.results}
        exact = {id: one.low if one.low == one.high else None for id, one in bounds.items()}
        if declared_line["results"]:  # of goods that are not concerned a year has no figures
            assert {one["resultId"]: one["value"] for one in declared_line["results"]} == exact, line.name
    for evaluator in evaluators.values():
        evaluator.close()
    assert sum(bool(said["results"]) for said in declared) >= 40

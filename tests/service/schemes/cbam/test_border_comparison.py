"""Carbon cost comparison at EU, UK and US borders: yearly totals, assumed prices, open lines and output files."""

from __future__ import annotations

import io
import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook

from rules.contracts.errors import InputError
from service.base.resource_names import CardName
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.schemes.cbam.border_comparison import border_measures
from service.schemes.cbam.render_comparison import compare_goods
from service.schemes.cbam.template import write_workbook

GAZETTE = CHECKOUT / "scorecards"
EXAMPLE = CHECKOUT / "examples" / "cbam" / "goods-three-borders.csv"
CCA = "scorecards/us-cca-charge"
ALL = ("eu=80", "uk=50", "us=2.5")
COMMON = "line,cn_code,country_of_origin,imported_on,net_mass (t),determination"
UK = "own_direct (tCO2e/t),uk_sector,uk_exempt (t),uk_baseline_known,uk_baseline_entered (%),uk_paid_abroad (GBP)"
US = (
    "us_listed,us_granted,us_intensity (tCO2e/t),us_industry_known,us_industry (tCO2e/t),us_us_industry (tCO2e/t),"
    "us_economies,us_poorest,us_exports,us_waived"
)
HYDROGEN = f"{COMMON},{UK}\nH1,28041000,BR,2027-06-30,100,default,9,hydrogen,0,no,0,0\n"
STEEL = f"{COMMON},{US}\nS1,72083900,BR,2028-05-10,12000,default,yes,yes,2.1,yes,2.5,1.4,3,no,no,no\n"


def asked(
    tmp_path: Path, content: str, *, years: str = "2026-2034", assume: tuple[str, ...] = ALL, language: str = "en",
    full: bool = False, out: str = "", format: str = "text",
) -> Any:  # fmt: skip
    file = tmp_path / "goods.csv"
    file.write_text(content, encoding="utf-8")
    ending = tmp_path / out if out else None
    return compare_goods(file, None, None, years, assume, full, GAZETTE, format, ending, language)


def totals(comparison: Any, id: str) -> dict[int, tuple[str | None, str | None]]:
    (measure,) = (one for one in comparison.document["measures"] if one["id"] == id)
    return {one["year"]: (one["low"], one["high"]) for one in measure["totals"]}


def test_the_cost_of_british_hydrogen_matches_the_card(tmp_path: Path) -> None:
    costs = totals(asked(tmp_path, HYDROGEN, years="2026-2030"), "uk")
    assert costs == {
        2026: ("0", "0"), 2027: ("7052.5125",) * 2, 2028: ("8025.525",) * 2, 2029: ("9971.55",) * 2,
        2030: ("14836.6125",) * 2,
    }  # fmt: skip


def test_the_cost_of_american_steel_matches_the_card_for_each_bill(tmp_path: Path) -> None:
    comparison = asked(tmp_path, STEEL, years="2028")
    assert totals(comparison, "us-2025-base-2026") == {2028: ("652653.54",) * 2}
    assert totals(comparison, "us-2025") == {2028: ("682319.61",) * 2}
    assert {name for one in comparison.document["measures"][2:] for name in one["versions"]} == {
        f"{CCA}/versions/1.0.0"
    }
    assert [one["isBill"] for one in comparison.document["measures"]] == [False, False, True, True, True, True]
    assert "nothing is owed" in comparison.text


def test_the_cost_of_european_steel_is_certificates_times_assumed_price(tmp_path: Path) -> None:
    content = (
        "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)\n"
    )
    content += "1,72083900,BR,2028-05-10,1000,no,default,0\n"
    comparison = asked(tmp_path, content, years="2028", assume=("eu=70..100",))
    assert totals(comparison, "eu") == {2028: ("61110", "87300")}
    assert "61,110.00 to 87,300.00" in comparison.text
    assert totals(asked(tmp_path, content.replace(",BR,", ",CH,"), years="2028"), "eu") == {2028: ("0", "0")}


def test_the_cost_of_european_steel_after_2030_is_a_range_between_two_assumptions(tmp_path: Path) -> None:
    content = f"{COMMON},carved_out,carbon_price_paid (EUR/t)\n1,72083900,BR,2028-05-10,1000,default,no,0\n"
    comparison = asked(tmp_path, content, years="2030-2034")
    assert totals(comparison, "eu") == {
        2030: ("112036",) * 2,
        2031: ("125736", "168480"),  # 1.37 t times 0.39, or nothing, off 2.106 t
        2032: ("139436", "168480"),
        2033: ("153136", "168480"),
        2034: ("168480",) * 2,
    }
    assert "neither the correction factor nor the benchmarks after 2030 are known" in comparison.text


def test_goods_from_nowhere_and_from_the_union_have_no_figure_of_elsewhere(tmp_path: Path) -> None:
    content = f"{COMMON},carved_out,carbon_price_paid (EUR/t)\n1,72083900,ZZ,2028-05-10,1000,default,no,0\n"
    comparison = asked(tmp_path, content, years="2028")
    assert totals(comparison, "eu") == {2028: (None, None)}
    assert "cannot be assessed" in comparison.text
    assert "'ZZ' is not a known country" in comparison.text
    assert totals(asked(tmp_path, content.replace("ZZ", "DE"), years="2028"), "eu") == {2028: ("0", "0")}


def test_two_assumed_ends_are_both_inside(tmp_path: Path) -> None:
    span = totals(asked(tmp_path, HYDROGEN, years="2030", assume=("uk=40..60",)), "uk")[2030]
    ends = [totals(asked(tmp_path, HYDROGEN, years="2030", assume=(f"uk={end}",)), "uk")[2030][0] for end in (40, 60)]
    assert list(span) == ends


def test_an_undetermined_cost_names_the_missing_input_and_is_not_zero(tmp_path: Path) -> None:
    blank = STEEL.replace(",2.1,", ",,")
    comparison = asked(tmp_path, blank, years="2028", assume=())
    assert comparison.no
    assert totals(comparison, "us-2022") == {2028: ("0", None)}
    assert "US: waits for us_intensity (1 line)" in comparison.text
    assert "US: waits for --assume us (1 line)" in asked(tmp_path, STEEL, years="2028", assume=()).text
    assert "EU: waits for carved_out (1 line)" in comparison.text
    assert "not known" in comparison.text
    cement = HYDROGEN.replace("hydrogen", "cement")
    assert "UK: the baseline of the sector was not found (1 line)" in asked(tmp_path, cement, years="2027").text
    assert "UK：该行业" in asked(tmp_path, cement, years="2027", language="zh").text


def test_a_line_without_a_figure_leaves_the_total_without_an_upper_bound(tmp_path: Path) -> None:
    both = HYDROGEN + "H2,28041000,BR,2027-06-30,100,default,,hydrogen,0,no,0,0\n"
    assert totals(asked(tmp_path, both, years="2027"), "uk") == {2027: ("7052.5125", None)}
    assert "at least 7,052.51" in asked(tmp_path, both, years="2027").text


def test_the_listed_versions_are_those_in_force_on_the_dates(tmp_path: Path) -> None:
    comparison = asked(tmp_path, HYDROGEN, years="2026-2034")
    gazette = Gazette(GAZETTE)
    for measure in comparison.document["measures"]:
        days = [date(year, 6, 30) for year in range(2026, 2035)]
        card = measure["versions"][0].split("/")[1]
        first = min(each.scorecard.card.first_date for each in gazette.versions(card))
        governing = {
            gazette.find(CardName(card), as_of=max(day, first), known="2999-01-01T00:00:00Z").name for day in days
        }
        assert set(measure["versions"]) == governing
        assert all(name in comparison.text for name in governing)


def test_february_29_stays_in_february_in_other_years(tmp_path: Path) -> None:
    comparison = asked(tmp_path, HYDROGEN.replace("2027-06-30", "2028-02-29"), years="2027-2028")
    assert totals(comparison, "uk") == {2027: ("7052.5125",) * 2, 2028: ("8025.525",) * 2}


def test_a_goods_file_with_only_union_columns_is_priced_for_the_union(tmp_path: Path) -> None:
    content = (CHECKOUT / "examples" / "cbam" / "goods-2026.csv").read_text(encoding="utf-8")
    comparison = asked(tmp_path, "".join(content.splitlines(keepends=True)[:3]), years="2028", assume=("eu=80",))
    ((low, high),) = totals(comparison, "eu").values()
    assert low == high
    assert low is not None
    assert Fraction(low) > 0
    assert totals(comparison, "uk") == {2028: ("0", None)}


@pytest.mark.full
@pytest.mark.parametrize("language", ["en", "zh"])
def test_workbook_and_page_contain_every_figure(tmp_path: Path, language: str) -> None:
    content = EXAMPLE.read_text(encoding="utf-8").replace("\n1,", "\n=1+1,")
    assume = ("eu=70..100", "uk=50", "us=2.5")
    book = asked(tmp_path, content, assume=assume, out="goods.xlsx", language=language)
    sheets = load_workbook(io.BytesIO(book.file)).worksheets
    assert sheets[0].max_row == 1 + 9 * len(border_measures())
    assert sheets[1].max_row == 1 + 2 * 9 * len(border_measures())
    assert sheets[1].cell(2, 1).value == "=1+1"
    assert sheets[1].cell(2, 1).data_type == "s"
    by_year = {row[2].value: row[3].value for row in sheets[0].iter_rows(min_row=2) if row[1].value == "EUR"}
    assert by_year[2027] == 57465.1
    page = asked(tmp_path, content, assume=assume, out="goods.html", language=language)
    document = html.fromstring(page.file.decode())
    assert document.get("lang") == ("zh-Hans" if language == "zh" else "en")
    assert len(document.xpath("//svg[@role='img']")) == len(border_measures())
    assert not document.xpath("//script|//link|//img")
    assert "57,465.10" in document.text_content()
    assert "=1+1" in document.text_content()


def test_single_lines_are_listed_on_request(tmp_path: Path) -> None:
    content = EXAMPLE.read_text(encoding="utf-8")
    assert "line 2" not in asked(tmp_path, content, years="2027").text
    assert "line 2" in asked(tmp_path, content, years="2027", full=True).text
    json.dumps(asked(tmp_path, content, years="2027", format="json").document)


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ({"years": "2025-2030"}, "--years"), ({"years": "2034-2026"}, "--years"), ({"years": "2026-2041"}, "--years"),
        ({"years": "soon"}, "--years"), ({"assume": ("eu",)}, "--assume"), ({"assume": ("ru=4",)}, "--assume"),
        ({"assume": ("eu=100..70",)}, "--assume"), ({"assume": ("eu=-1",)}, "--assume"),
        ({"assume": ("eu=70 EUR",)}, "--assume"), ({"assume": ("eu=70", "eu=80")}, "--assume"),
        ({"out": "a.pdf"}, "a.pdf"),
    ],
)  # fmt: skip
def test_invalid_options_are_refused(tmp_path: Path, options: dict[str, Any], place: str) -> None:
    with pytest.raises(InputError) as refused:
        asked(tmp_path, HYDROGEN, **options)
    assert refused.value.violations[0].field.endswith(place)


@pytest.mark.parametrize(
    ("content", "expected_message"),
    [
        (HYDROGEN.replace("uk_paid_abroad (GBP)", "uk_paid_abroad (EUR)"), "uk_paid_abroad (GBP)"),
        (HYDROGEN.replace("hydrogen", "water"), "water"),
        (HYDROGEN.replace("uk_exempt (t)", "uk_exemt (t)"), "uk_exemt"),
        (HYDROGEN.replace(",9,", ",-9,"), "-9"),
        (HYDROGEN.replace(",BR,", ",Brazil,"), "Brazil"),
        (STEEL.replace("2028-05-10", "10/5/2028"), "10/5/2028"),
    ],
)
def test_invalid_cells_are_named(tmp_path: Path, content: str, expected_message: str) -> None:
    with pytest.raises(InputError) as refused:
        asked(tmp_path, content)
    assert expected_message in str(refused.value)


def test_the_template_has_every_column_of_every_border(tmp_path: Path) -> None:
    file = tmp_path / "goods.xlsx"
    write_workbook(file, compare=True, language="en", gazette=GAZETTE)
    heads = [cell.value for cell in load_workbook(file).worksheets[0][1]]
    assert {"uk_sector", "uk_auction (GBP/tCO2e)", "us_us_industry (tCO2e/t)", "us_waived"} <= set(heads)
    assert "uk_mass (t)" not in heads
    plain = tmp_path / "plain.xlsx"
    write_workbook(plain, compare=False, language="en", gazette=GAZETTE)
    assert not any(str(cell.value).startswith("uk_") for cell in load_workbook(plain).worksheets[0][1])


@pytest.mark.full
def test_the_union_threshold_is_reported_for_the_lines_of_the_file_only(tmp_path: Path) -> None:
    steel = COMMON + ",carved_out\nS1,72083900,BR,2026-05-10,{mass},default,{out}\n"
    for mass, out, outcome, words in (
        ("50", "no", "OUTCOME_NOT_MET", "do not exceed"), ("50.001", "no", "OUTCOME_MET", "alone exceed"),
        ("60", "", "OUTCOME_UNDETERMINED", "it is undetermined"), ("50.001", "yes", "OUTCOME_NOT_MET", "do not exceed"),
    ):  # fmt: skip
        comparison = asked(tmp_path, steel.format(mass=mass, out=out), years="2026-2027")
        assert [one["exceeded"] for one in comparison.document["thresholds"]] == [outcome] * 2, (mass, out)
        assert [one["year"] for one in comparison.document["thresholds"]] == [2026, 2027]
        (note,) = (one for one in comparison.document["notes"] if words in one)
        assert "2026, 2027" in note
        assert note in comparison.text
    charged, exempt = (totals(asked(tmp_path, steel.format(mass=mass, out="no")), "eu")[2027] for mass in ("51", "50"))
    assert charged != ("0", "0") != exempt  # no figure counts it
    assert "仅这些行" in asked(tmp_path, steel.format(mass="50", out="no"), language="zh").text

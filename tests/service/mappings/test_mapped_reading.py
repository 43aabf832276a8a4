"""Spreadsheets read with a mapping: exact values with their cells, and all errors with theirs."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook

from rules.contracts import InputError
from rules.model import Scorecard, read_published
from service.input.tabular.grids import read_grids
from service.input.tree.placed_errors import PlacedError
from service.mappings.mapped_reading import MappedReading
from service.mappings.source_tables import source_table
from service.mappings.suggestions import suggest
from touchstone.v1 import mapping_service_pb2 as mappings

ROOT = Path(__file__).resolve().parents[3]
DECIMAL_POINT = mappings.MAPPING_DECIMAL_MARK_POINT
DECIMAL_COMMA = mappings.MAPPING_DECIMAL_MARK_COMMA


@cache
def card() -> Scorecard:
    return read_published((ROOT / "scorecards/zero-carbon-factory/1.0.0.json").read_bytes(), "").scorecard


def delimited(*rows: Sequence[str], separator: str = ",") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode()


def mapping(columns: Mapping[str, str], **fields: object) -> mappings.Mapping:
    made = mappings.Mapping(scorecard="scorecards/zero-carbon-factory", **fields)  # type: ignore[arg-type]
    for heading, target in columns.items():
        made.columns.add(heading=heading, target=target)
    return made


def read(content: bytes, used: mappings.Mapping, subject: str = "") -> mappings.MappedData:
    reading = MappedReading(used, card(), mappings.MappedFile(content=content), as_of="2026-11-30")
    return reading.read(organization="organizations/example", subject=subject)


def numbers(subject: mappings.MappedSubject) -> dict[str, str]:
    return {fact.fact_id: fact.value.number for fact in subject.content.facts if fact.value.number}


def problems(content: bytes, used: mappings.Mapping) -> list[str]:
    with pytest.raises(InputError) as raised:
        read(content, used)
    return [str(violation.description) for violation in raised.value.violations]


def test_units_are_converted_exactly() -> None:
    used = mapping({"Power": "electricity_used", "Scope 1": "scope_1", "Light": "lighting_share"})
    used.columns[0].unit, used.columns[1].unit = "万千瓦时", "kgCO2e"
    (subject,) = read(delimited(["Power", "Scope 1", "Light"], ["123.4567", "1", "12.5"]), used).subjects
    assert numbers(subject) == {"electricity_used": "1234.567", "scope_1": "0.001", "lighting_share": "12.5"}


def test_a_unit_column_counts_for_each_row() -> None:
    used = mapping({"Site": "subject", "Power": "electricity_used"})
    used.columns[1].unit_heading = "Unit"
    rows = delimited(["Site", "Power", "Unit"], ["a", "1000", "kWh"], ["b", "2", "GWh"])
    assert [numbers(subject) for subject in read(rows, used).subjects] == [
        {"electricity_used": "1"}, {"electricity_used": "2000"},
    ]  # fmt: skip
    assert "'barrel' is not a unit" in problems(rows.replace(b"GWh", b"barrel"), used)[0]


@given(
    st.integers(-(10**14), 10**14), st.integers(0, 99),
    st.sampled_from([(".", ",", DECIMAL_POINT), (",", ".", DECIMAL_COMMA), (",", " ", DECIMAL_COMMA)]),
)  # fmt: skip
def test_numbers_with_separators_keep_all_digits(
    whole: int, cents: int, marks: tuple[str, str, mappings.MappingDecimalMark]
) -> None:
    decimal, thousands, mark = marks
    written = f"{abs(whole):,}".replace(",", thousands) + f"{decimal}{cents:02}"
    used = mapping({"Scope 1": "scope_1"}, decimal_mark=mark)
    (subject,) = read(delimited(["Scope 1", "x"], [written, "y"], separator=";"), used).subjects
    assert numbers(subject) == {"scope_1": f"{abs(whole)}.{cents:02}"}


def test_a_number_that_contradicts_the_decimal_mark_is_refused_with_its_cell() -> None:
    used = mapping({"Scope 1": "scope_1"}, decimal_mark=DECIMAL_COMMA)
    (problem,) = problems(delimited(["Scope 1", "x"], ["1.5", ""], separator=";"), used)
    assert "2" in problem
    assert "'1.5' is not a number with the decimal mark ','" in problem


@pytest.mark.parametrize(
    ("order", "written"),
    [
        (mappings.MAPPING_DATE_ORDER_UNSPECIFIED, ("2025-01-01", "2025年12月31日")),
        (mappings.MAPPING_DATE_ORDER_DAY_MONTH_YEAR, ("01.01.2025", "31/12/2025")),
        (mappings.MAPPING_DATE_ORDER_MONTH_DAY_YEAR, ("01/01/2025", "12/31/2025")),
    ],
)
def test_dates_follow_the_order_of_the_mapping(order: mappings.MappingDateOrder, written: tuple[str, str]) -> None:
    used = mapping({"From": "claim_year.first", "To": "claim_year.last"}, date_order=order)
    (subject,) = read(delimited(["From", "To"], written), used).subjects
    (fact,) = subject.content.facts
    assert (fact.value.period.first_date, fact.value.period.last_date) == ("2025-01-01", "2025-12-31")


def test_an_ambiguous_date_is_refused() -> None:
    used = mapping({"From": "claim_year.first", "To": "claim_year.last"})
    assert "can be read in several ways" in problems(delimited(["From", "To"], ["01/02/2025", "2025-12-31"]), used)[0]


def test_words_of_the_file_mean_values() -> None:
    used = mapping({"Geprüft": "inventory_verified", "Typ": "factory_type"})
    used.columns[0].words.update({"ja": "yes", "nein": "no"})
    used.columns[1].words.update({"Typ 1": "I"})
    (subject,) = read(delimited(["Geprüft", "Typ"], ["Ja", "TYP 1"]), used).subjects
    values = {fact.fact_id: fact.value for fact in subject.content.facts}
    assert values["inventory_verified"].flag
    assert values["factory_type"].choice == "I"


def test_columns_may_change_their_order_and_new_ones_are_reported() -> None:
    used = mapping({"Scope 1": "scope_1", "Scope 2": "scope_2", "Remark": ""})
    data = read(delimited(["New", "scope  2", "SCOPE 1"], ["x", "2", "1"]), used)
    assert numbers(data.subjects[0]) == {"scope_1": "1", "scope_2": "2"}
    assert list(data.new_headings) == ["New"]


def test_missing_columns_are_refused_by_name() -> None:
    used = mapping({"Scope 1": "scope_1", "Scope 2": "scope_2", "Remark": ""})
    (problem,) = problems(delimited(["Scope 1"], ["1"]), used)
    assert "lacks columns of the mapping: Scope 2" in problem


def test_rows_become_records_and_equal_facts_are_read_once() -> None:
    columns = {"Serial": "credits.serial", "Amount": "credits.amount", "Scope 1": "scope_1"}
    used = mapping(columns, skipped_words=["Total"])
    used.columns[1].unit = "kgCO2e"
    rows = (["Serial", "Amount", "Scope 1"], ["A-1", "1500", "7"], ["A-2", "1", "7"], ["Total", "1501", ""])
    data = read(delimited(*rows), used)
    facts = {fact.fact_id: fact.value for fact in data.subjects[0].content.facts}
    amounts = [record.fields["amount"].number for record in facts["credits"].records.values]
    assert amounts == ["1.5", "0.001"]
    assert facts["scope_1"].number == "7"
    assert list(data.skipped_rows) == [4]


def test_different_values_of_one_fact_are_refused_with_both_cells() -> None:
    (problem,) = problems(delimited(["Scope 1"], ["7"], ["8"]), mapping({"Scope 1": "scope_1"}))
    assert "differs from the value in A2" in problem


def test_all_wrong_cells_are_reported_at_once() -> None:
    used = mapping({"Scope 1": "scope_1", "Verified": "inventory_verified", "Type": "factory_type"})
    found = problems(delimited(["Scope 1", "Verified", "Type"], ["many", "perhaps", "III"]), used)
    assert len(found) == 3


def test_a_constant_and_the_file_as_evidence_are_added_with_cells() -> None:
    used = mapping({"Power": "electricity_used"})
    used.constants.add(target="factory_type", value="II")
    used.evidence.issuer = "Works"
    kinds = {kind for fact in card().facts for kind in fact.evidence}
    used.evidence.kind = sorted(kinds)[0]
    data = read(delimited(["Power"], ["5"]), used)
    content = data.subjects[0].content
    assert [item.content_digest for item in content.evidence] == [data.file_digest]
    (power,) = [fact for fact in content.facts if fact.fact_id == "electricity_used"]
    assert [place.place.cell for place in power.places] == ["A2"]
    assert {fact.fact_id for fact in content.facts} == {"electricity_used", "factory_type"}


def test_each_value_has_its_cell() -> None:
    data = read(delimited(["x", "Scope 1"], ["", "1"]), mapping({"Scope 1": "scope_1"}))
    (origin,) = data.subjects[0].origins
    assert (origin.target, origin.sheet, origin.row, origin.column) == ("scope_1", "", 2, "B")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda used: used.columns.add(heading="B", target="scope_9"), "'scope_9' is not a fact or record field"),
        (lambda used: used.columns.add(heading="B", target="scope_1"), "scope_1 is already read from 'Scope 1'"),
        (lambda used: used.columns.add(heading="scope 1"), "is empty or occurs twice"),
        (lambda used: used.columns.add(heading="B", target="scope_2", unit="parsec/x"), "is not a unit"),
        (lambda used: used.constants.add(target="credits.amount", value="1"), "is not a fact or record field"),
        (lambda used: used.evidence.MergeFrom(mappings.MappedEvidence(kind="rumour")), "is not an evidence kind"),
    ],
)
def test_an_invalid_mapping_is_refused(change: object, problem: str) -> None:
    used = mapping({"Scope 1": "scope_1"})
    change(used)  # type: ignore[operator]
    assert any(problem in each for each in problems(delimited(["Scope 1", "B"], ["1", "2"]), used))


def test_an_incompatible_unit_names_the_convertible_ones() -> None:
    used = mapping({"Power": "electricity_used"})
    used.columns[0].unit = "kg"
    (problem,) = problems(delimited(["Power"], ["1"]), used)
    assert "The unit 'kg' cannot be converted" in problem
    assert "kWh" in problem


def test_a_formula_like_text_is_read_as_text_and_never_computed() -> None:
    used = mapping({"Scope 1": "scope_1"})
    with pytest.raises(PlacedError):
        read(delimited(["Scope 1"], ["=1+1"]), used)


def facts_of(subjects: Iterable[mappings.MappedSubject]) -> list[str]:
    return [subject.subject for subject in subjects]


def test_a_subject_column_makes_a_batch() -> None:
    used = mapping({"Site": "subject", "Scope 1": "scope_1"})
    data = read(delimited(["Site", "Scope 1"], ["a", "1"], ["b", "2"]), used)
    assert facts_of(data.subjects) == ["organizations/example/subjects/a", "organizations/example/subjects/b"]


@pytest.mark.parametrize("same", ["5.0", "5", "+5", "10/2"])
def test_equal_numbers_in_several_rows_count_once(same: str) -> None:
    rows = delimited(["Power", "Line"], ["5", "a"], [same, "b"])
    (subject,) = read(rows, mapping({"Power": "electricity_used"})).subjects
    assert numbers(subject) == {"electricity_used": "5"}


def test_a_subject_may_be_written_by_its_id_or_its_name() -> None:
    rows = delimited(["S", "P", "C"], ["a", "1", ""], ["organizations/example/subjects/a", "", "2"])
    used = mapping({"S": "subject", "P": "electricity_used", "C": "scope_1"})
    (subject,) = read(rows, used).subjects
    assert numbers(subject) == {"electricity_used": "1", "scope_1": "2"}


def test_a_time_after_a_date_is_not_read() -> None:
    used = mapping({"From": "claim_year.first", "To": "claim_year.last"})
    (subject,) = read(delimited(["From", "To"], ["2025-01-01 10:00", "2025-12-31T00:00:00"]), used).subjects
    (fact,) = subject.content.facts
    assert (fact.value.period.first_date, fact.value.period.last_date) == ("2025-01-01", "2025-12-31")


def test_headings_that_differ_only_in_case_are_two_columns() -> None:
    content = delimited(["Energy used", "ENERGY USED"], ["1", "2"])
    table = source_table(read_grids(content), "", 0)
    assert table.headings == {"Energy used": 1, "ENERGY USED (2)": 2}
    used = suggest(table, card())
    used.columns[0].target, used.columns[1].target = "", "electricity_used"
    assert numbers(read(content, used).subjects[0]) == {"electricity_used": "2"}


@pytest.mark.parametrize("value", ["abc", "", "1,5"])
def test_an_invalid_constant_is_refused_at_its_field(value: str) -> None:
    used = mapping({"Power": "electricity_used"})
    used.constants.add(target="scope_1", value=value)
    with pytest.raises(InputError) as raised:
        read(delimited(["Power"], ["1"]), used)
    assert [violation.field for violation in raised.value.violations] == ["mapping.constants[0].value"]


def test_a_mapping_has_a_limited_size() -> None:
    used = mapping({"Power": "electricity_used"})
    used.columns[0].words["x"] = "y" * 500_000
    assert "more than 500000" in problems(delimited(["Power"], ["1"]), used)[0]


def test_a_formula_without_a_saved_value_is_refused_and_not_read_as_blank() -> None:
    book, file = Workbook(), io.BytesIO()
    book.active.append(["Power", "Note"])  # type: ignore[union-attr]
    book.active.append(["=1+1", "x"])  # type: ignore[union-attr]
    book.save(file)
    assert "formula" in problems(file.getvalue(), mapping({"Power": "electricity_used", "Note": ""}))[0]

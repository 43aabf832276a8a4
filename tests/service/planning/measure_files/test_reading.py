"""Files of measures: corpora of good and bad files, round trips, injected formulas, and bounds."""

from __future__ import annotations

import io
import time
import tracemalloc
import unicodedata
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts import DeclaredValue, InputError, PeriodText
from rules.planning import CostRange, FactEffect, LevelRange, Measure, MeasureList
from service.input.tree.placed_errors import PlacedError
from service.planning.measure_files.document import measure_document
from service.planning.measure_files.measure_list import cost_range, cost_text
from service.planning.measure_files.reading import read_measures
from service.planning.measure_files.workbook import write_measure_workbook
from tests.support.files_of_kinds import zipped
from tests.support.small_card import small_card, small_subject

CARD, SUBJECT = small_card(), small_subject()
CORPUS = Path(__file__).parent / "corpus"


def problems(content: bytes) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        read_measures(content, CARD, SUBJECT)
    placed = [(problem, problem.position) for problem in raised.value.problems]
    return [f"{place.line}:{place.column} {one.field} {one.reason}" for one, place in placed if place is not None]


@pytest.mark.parametrize("file", sorted((CORPUS / "bad").glob("*.[yjc]*")), ids=lambda file: file.name)
def test_every_problem_of_a_bad_file_has_its_place(file: Path) -> None:
    if file.suffix != ".expected":
        expected = file.with_name(f"{file.name}.expected").read_text("utf-8")
        assert problems(file.read_bytes()) == expected.splitlines()


def test_yaml_by_id() -> None:
    read = read_measures((CORPUS / "good" / "measures.yaml").read_bytes(), CARD, SUBJECT).measures
    solar, close, meter, less = read.measures
    assert read.currency == "CNY"
    assert solar.effects == (FactEffect(fact="renewable_share", amount="10", unit="%"),)
    assert (solar.cost_once, solar.cost_per_year) == (
        CostRange(least="120000", most="150000"),
        CostRange(least="800", most="800"),
    )
    levels = LevelRange(least="0", most="3", step="0.5", cost_once=CostRange(least="1000", most="1500"))
    assert (solar.range, solar.lead_days) == (levels, 120)
    assert [effect.fact for effect in close.effects] == ["status", "themes", "remark"]
    assert close.effects[2].value == DeclaredValue(not_applicable=True)
    assert meter.effects[0].document
    assert (less.effects[0].share, less.excludes) == ("-5", ("close",))


def test_json_with_tabs_and_lists() -> None:
    year, credit = read_measures((CORPUS / "good" / "listed.json").read_bytes(), CARD, SUBJECT).measures.measures
    assert year.effects[0].value == DeclaredValue(period=PeriodText(first="2026-01-01", last="2026-12-31"))
    added = credit.effects[0].added
    assert added is not None
    assert added.records is not None
    assert added.records[0]["amount"] == DeclaredValue(number="2", unit="tCO2e")


def test_rows_with_chinese_headings_and_a_measure_of_two_rows() -> None:
    content = (CORPUS / "good" / "rows.csv").read_bytes()
    for encoded in (content, content.decode("utf-8").encode("gb18030")):
        solar, close, meter = read_measures(encoded, CARD, SUBJECT).measures.measures
        assert (solar.name, solar.cost_once) == ("屋顶光伏", CostRange(least="1200", most="1500"))
        assert [effect.fact for effect in close.effects] == ["status", "certified"]
        assert (close.effects[1].value, close.requires) == (DeclaredValue(flag=True), ("solar",))
        assert meter.effects == (FactEffect(fact="renewable_share", document=True),)


def test_semicolons_and_levels() -> None:
    (less,) = read_measures((CORPUS / "good" / "semicolons.csv").read_bytes(), CARD, SUBJECT).measures.measures
    assert (less.range, less.earliest_date) == (LevelRange(least="0", most="10", step="2"), "2026-06-01")


ROWS: tuple[tuple[object, ...], ...] = (
    ("My measures",),
    ("Measure", "Fact", "Effect", "Value", "Unit", "Cost once", "Days", "Earliest first day", "Currency"),
    ("solar", "renewable_share", "raise by amount", 12.5, "%", 1200.5, 90, date(2026, 6, 1), "CNY"),
    ("less", "energy_used", "raise by percent", -5, None, 0, None, None, None),
    ("audit", "audited_on", "set", date(2026, 12, 1), None, None, None, None, None),
    (None, "certified", "set", True, None, None, None, None, None),
)
TYPED = (
    Measure(
        id="solar",
        effects=(FactEffect(fact="renewable_share", amount="12.5", unit="%"),),
        cost_once=CostRange(least="1200.5", most="1200.5"),
        lead_days=90,
        earliest_date="2026-06-01",
    ),
    Measure(id="less", effects=(FactEffect(fact="energy_used", share="-5"),)),
    Measure(
        id="audit",
        effects=(
            FactEffect(fact="audited_on", value=DeclaredValue(date="2026-12-01")),
            FactEffect(fact="certified", value=DeclaredValue(flag=True)),
        ),
    ),
)


def test_cells_of_a_workbook_have_types() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(list(row))
    book.create_sheet("Notes").append(("nothing",))
    assert read_measures(saved(book), CARD, SUBJECT).measures.measures == TYPED
    sheet["D3"], sheet["D3"].number_format = 0.125, "0.0%"
    sheet["D4"], sheet["D4"].number_format = -0.05, "0%"
    assert read_measures(saved(book), CARD, SUBJECT).measures.measures == TYPED


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_cells_of_an_ods_file() -> None:
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    texts = [["" if value is None else str(value).lower().replace("true", "yes") for value in row] for row in ROWS]
    texts[2][8] = "CNY"
    rows = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in texts)
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Rows">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    written = zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": content.encode()})
    assert read_measures(written, CARD, SUBJECT).measures.measures == TYPED


def test_values_of_the_subject_are_checked_only_with_a_subject() -> None:
    content = b"currency: CNY\nmeasures: {a: {effects: {energy_used: {share: 5}}}}"
    assert read_measures(content, CARD).measures.measures[0].effects[0].share == "5"
    with pytest.raises(PlacedError, match="no number"):
        read_measures(content, CARD, small_subject(energy_used=None))


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("1200", "1200", "1200"), ("1200-1500", "1200", "1500"), ("1.5 – 2", "1.5", "2"), ("3 to 4", "3", "4")],
)
def test_costs_as_text(text: str, least: str, most: str) -> None:
    assert cost_range(text) == CostRange(least=least, most=most)
    assert cost_range(cost_text(CostRange(least=least, most=most))) == CostRange(least=least, most=most)


@pytest.mark.parametrize("text", ["1,200", "5 CNY", "1-2-3", "-", "五", "1e5", "5-"])
def test_other_costs_are_refused(text: str) -> None:
    content = f"currency: CNY\nmeasures: [{{id: a, effects: {{status: {{value: open}}}}, cost_once: '{text}'}}]"
    assert problems(content.encode()) == ["2:65 measures[0].cost_once NOT_A_NUMBER"]


def test_texts_are_never_formulas() -> None:
    evil = Measure(
        id="evil",
        name='=HYPERLINK("http://localhost";"x")',
        effects=(FactEffect(fact="remark", value=DeclaredValue(text="=1+1")),),
    )
    written = write_measure_workbook(MeasureList(currency="CNY", measures=(evil,)), CARD, "en", {})
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(written)) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert read_measures(written, CARD).measures.measures == (evil,)


def test_formulas_and_foreign_files_are_refused() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Measure", "Fact", "Effect", "Value", "Currency"),
        ("a", "energy_used", "raise by amount", "=5", "CNY"),
    ):
        sheet.append(row)
    assert problems(saved(book)) == ["2:4 measures[0].effects[0].amount FORMULA"]
    for content in (b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"", b"\xff\xfe\x00", b"a,b\n1,2", b"[]"):
        with pytest.raises(InputError):
            read_measures(content, CARD)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_list_is_a_template(language: str) -> None:
    written = write_measure_workbook(MeasureList(currency="", measures=()), CARD, language)
    sheets = openpyxl.load_workbook(io.BytesIO(written)).worksheets
    assert len(sheets) == 3
    assert len(sheets[0].data_validations.dataValidation) >= 10
    with pytest.raises(PlacedError):
        read_measures(written, CARD)


def test_a_million_measures_are_refused_in_bounded_time_and_memory() -> None:
    one = b'{"id": "a", "effects": {"status": {"value": "open"}}},'
    row = b"a%d,status,set,open,CNY\n"
    files = (
        b'{"currency": "CNY", "measures": [' + one * 1_000_000 + b"]}",
        b'{"currency": "CNY", "measures": [' + one * 20_000 + b'{"id": "b"}]}',
        b"Measure,Fact,Effect,Value,Currency\n" + b"".join(row % number for number in range(1_000_000)),
        b"Measure,Fact,Effect,Value,Currency\n" + b"".join(row % number for number in range(50_000)),
    )
    for content in files:
        start = time.process_time()
        with pytest.raises(PlacedError) as raised:
            read_measures(content, CARD)
        assert len(raised.value.problems) == 1
        assert time.process_time() - start < 15


def test_a_long_list_is_refused_in_bounded_memory() -> None:
    row = b"a%d,status,set,open,CNY\n"
    content = b"Measure,Fact,Effect,Value,Currency\n" + b"".join(row % number for number in range(30_000))
    tracemalloc.start()
    with pytest.raises(PlacedError):
        read_measures(content, CARD)
    assert tracemalloc.get_traced_memory()[1] < 250_000_000
    tracemalloc.stop()


DECIMALS = st.decimals(-(10**6), 10**6, places=3).map(str)
COSTS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(
    lambda ends: CostRange(least=str(min(ends)), most=str(max(ends)))
)
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20).map(
    lambda text: unicodedata.normalize("NFC", f"x{text}x")
)
SHARES = st.integers(0, 100).map(lambda number: DeclaredValue(number=str(number), unit="%"))
EFFECTS = st.lists(
    st.one_of(
        st.builds(FactEffect, fact=st.just("renewable_share"), value=SHARES),
        st.builds(
            FactEffect, fact=st.just("serious_violations"), amount=DECIMALS, unit=st.sampled_from([None, "time"])
        ),
        st.builds(FactEffect, fact=st.just("energy_used"), share=DECIMALS),
        st.builds(FactEffect, fact=st.just("remark"), value=TEXTS.map(lambda text: DeclaredValue(text=text))),
        st.just(FactEffect(fact="certified", value=DeclaredValue(flag=False))),
        st.just(FactEffect(fact="status", value=DeclaredValue(choice="open"))),
        st.sampled_from([(), ("water",), ("water", "waste")]).map(
            lambda choices: FactEffect(fact="themes", added=DeclaredValue(choices=choices))
        ),
        st.just(
            FactEffect(
                fact="report_year", value=DeclaredValue(period=PeriodText(first="2026-01-01", last="2026-12-31"))
            )
        ),
        TEXTS.map(
            lambda text: FactEffect(
                fact="credits", value=DeclaredValue(records=({"serial": DeclaredValue(text=text)},))
            )
        ),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda effect: effect.fact,
).map(tuple)
FIELDS = st.fixed_dictionaries(
    {"effects": EFFECTS, "cost_once": COSTS, "cost_per_year": COSTS, "lead_days": st.integers(0, 36_500)},
    optional={
        "name": TEXTS,
        "group": st.sampled_from(["g", "h-1"]),
        "earliest_date": st.dates().map(str),
        "excludes": st.just(("other",)),
    },
)  # fmt: skip


def as_list(measures: list[dict[str, Any]]) -> MeasureList:
    numbered = (Measure(id=f"m{number}", **fields) for number, fields in enumerate(measures))
    other = Measure(
        id="other",
        effects=(FactEffect(fact="energy_used", amount="1.50"),),
        range=LevelRange(least="0.5", most="2", step="0.5", cost_per_year=CostRange(least="0.1", most="7")),
    )
    return MeasureList(currency="CNY", measures=(*numbered, other))


@given(st.lists(FIELDS, max_size=3), st.sampled_from(["en", "zh"]))
@settings(max_examples=40)
def test_every_form_of_a_list_is_read_as_written(measures: list[dict[str, Any]], language: str) -> None:
    written = as_list(measures)
    assert read_measures(measure_document(written).encode(), CARD, SUBJECT).measures == written
    assert read_measures(measure_document(written, as_json=True).encode(), CARD, SUBJECT).measures == written
    book = write_measure_workbook(written, CARD, language, {})
    assert read_measures(book, CARD, SUBJECT).measures == written


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for start in (b"", b"currency: CNY\nmeasures: ", b"Measure,Fact,Effect,Value\n"):
        with suppress(InputError):
            assert read_measures(start + content, CARD, SUBJECT).measures.measures

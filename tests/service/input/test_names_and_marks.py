"""Irregular characters in dossiers, separated values and workbooks: decomposed ids, thousands marks, unusual spaces."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook

from service.batch.sources import open_batch
from service.input.dossier.dossier_reader import read_dossier
from service.input.tabular.xlsx_access import open_workbook
from service.input.tree.nodes import Mapping, Scalar
from service.input.tree.placed_errors import PlacedError
from service.input.tree.spaces import composed, thousands_problem
from service.input.tree.tree_reader import read_tree
from tests.support.commands import touchstone
from tests.support.small_card import DIGEST, small_card

DECOMPOSED = unicodedata.normalize("NFD", "vér-2024")
HEAD = "subject: organizations/a/subjects/b\n"


def test_an_id_in_decomposed_characters_is_the_same_id() -> None:
    text = f"""{HEAD}facts:
  renewable_share: {{value: 40 %, evidence: [vér-2024]}}
evidence:
  {DECOMPOSED}: {{kind: meter-reading, issuer: Grid, issue_date: 2026-01-15, digest: {DIGEST}}}
"""
    subject = read_dossier(text.encode(), small_card(), as_of="2026-03-01", settings={}).subject
    assert [each.id for each in subject.evidence] == ["vér-2024"]
    assert [each.value and each.value.evidence for each in subject.facts] == [("vér-2024",)]


def test_cells_are_read_in_composed_characters(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f"subject,remark\norganizations/a/subjects/b,{DECOMPOSED}\n", encoding="utf-8")
    with open_batch(tmp_path / "x.csv", small_card(), as_of="2026-03-01", settings={}) as batch:
        (item,) = batch.items()
        (fact,) = item.read().subject.facts
    assert fact.value is not None
    assert fact.value.text == "vér-2024"
    book = Workbook()
    book["Sheet"]["A1"] = DECOMPOSED
    book.save(tmp_path / "x.xlsx")
    with open_workbook(tmp_path / "x.xlsx") as (sheet,):
        ((_, (cell,)),) = sheet.rows()
    assert cell.value == composed(DECOMPOSED) == "vér-2024"


@pytest.mark.parametrize(
    ("written", "mark", "number"),
    [
        ("1\u00a0234 MWh", "no-break space", "1234 MWh"),
        ("1\u202f234\u202f567,5", "narrow no-break space", "1234567,5"),
        ("1 234", "space", "1234"),
        ("1'234.5", "apostrophe", "1234.5"),
        ("1’234", "right single quotation mark", "1234"),
    ],
)
def test_a_thousands_mark_is_named(written: str, mark: str, number: str) -> None:
    problem = thousands_problem(written)
    assert problem is not None
    assert f"has a thousands separator ({mark}). Write {number}" in problem


@pytest.mark.parametrize("written", ["80 %", "1234 MWh", "12 3456", "1 / 300", "1234\u00a0567", "40.5"])
def test_a_text_without_thousands_mark_is_accepted(written: str) -> None:
    assert thousands_problem(written) is None


def test_a_dossier_and_a_table_name_the_mark_and_no_unit(tmp_path: Path) -> None:
    with pytest.raises(PlacedError) as raised:
        read_dossier(
            f"{HEAD}facts: {{energy_used: 1\u00a0234 MWh}}\n".encode(), small_card(), as_of="2026-03-01", settings={}
        )
    (problem,) = raised.value.problems
    assert "has a thousands separator (no-break space). Write 1234 MWh" in problem.description
    (tmp_path / "x.csv").write_text("subject,energy_used\norganizations/a/subjects/b,1\u00a0234\n", encoding="utf-8")
    with open_batch(tmp_path / "x.csv", small_card(), as_of="2026-03-01", settings={}) as batch:
        (item,) = batch.items()
        with pytest.raises(PlacedError, match=r"has a thousands separator \("):
            item.read()


def test_a_decimal_comma_inside_braces_is_named() -> None:
    content = f"{HEAD}facts:\n  renewable_share: {{value: 40,35 %}}\n".encode()
    with pytest.raises(PlacedError) as raised:
        read_dossier(content, small_card(), as_of="2026-03-01", settings={})
    (problem,) = raised.value.problems
    assert (
        "Inside braces, a comma ends a value, so '40,35 %' is read as two parts. Write 40.35 %" in problem.description
    )


DRAFT = Path(__file__).resolve().parents[2] / "corpus" / "good" / "RL041"
ODD = ["\u00a0", "\u3000", "\u2009", "\u202f", "\u200b"]
DOSSIER = "subject: organizations/a/subjects/b\nfacts:\n  share: 85 %\n  system: certified\n"


def named(text: str) -> tuple[int, int, str]:
    with pytest.raises(PlacedError) as error:
        read_tree(text.encode())
    (problem,) = error.value.problems
    assert problem.position is not None
    return problem.position.line, problem.position.column, problem.description


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(("old", "new"), [("85 %", "85{}%"), ("85 %", "{}85 %{}"), ("certified", "certified{}")])
def test_an_unusual_space_in_a_value_is_read_as_a_space(tmp_path: Path, odd: str, old: str, new: str) -> None:
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(DOSSIER.replace(old, new.replace("{}", odd)), encoding="utf-8")
    shown = touchstone("evaluate", DRAFT, dossier, "--as-of", "2026-06-01")
    assert (shown.exit_code, "100.00" in shown.stdout) == (0, True), shown.output


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("share: 85", "share:{}85", (3, 9)),
        ("  share", "{}{}share", (3, 1)),
        ("  share: 85 %\n  system", "{}{}share: 85 %\n{}{}system", (3, 1)),
        ("share:", "sh{}are:", (3, 5)),
    ],
)
def test_an_unusual_space_in_yaml_syntax_is_reported_with_its_location(
    odd: str, old: str, new: str, place: tuple[int, int]
) -> None:
    line, column, message = named(DOSSIER.replace(old, new.replace("{}", odd)))
    assert ((line, column), f"U+{ord(odd):04X}" in message) == (place, True), message


def test_an_unusual_space_in_json_is_reported_with_its_location() -> None:
    _, column, message = named('{"subject": "a", "facts": {"share":\u00a0"85 %"}}')
    assert (column, "U+00A0, no-break space" in message) == (36, True)


def test_unusual_spaces_in_quotes_or_inside_a_text_are_preserved() -> None:
    tree = read_tree('name: 绿色\u3000工厂\nother: "\u00a0x"\n'.encode())
    assert isinstance(tree, Mapping)
    texts = [one.text for one in tree.entries.values() if isinstance(one, Scalar)]
    assert texts == ["绿色\u3000工厂", "\u00a0x"]


def test_an_earlier_error_is_reported_without_mention_of_the_space() -> None:
    assert "U+" not in named("a: b: c\nd:\u00a0e\n")[2]

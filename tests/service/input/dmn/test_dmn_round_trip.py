"""Tables of scorecards as DMN and back: the same rows, and the reasons for tables that DMN cannot express."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from rules.api import compile_folder
from rules.contracts import InputError, Violation, attempt, in_language
from rules.model import FormulaQuantity, LookupQuantity, NamedCondition, Quantity, Scorecard
from service.configuration.folders import CHECKOUT
from service.input.dmn.dmn_export import export_dmn
from service.input.dmn.dmn_import import import_dmn
from service.output.terminal.draft_folder import read_sources
from tests.support.tiers import all_or_few, tries

DAY = date(2026, 1, 1)
DRAFTS = sorted(path for path in (CHECKOUT / "features").iterdir() if (path / "card.en.feature").is_file())
SOME = [
    path for path in DRAFTS if path.name in {"eu-battery", "nev-dual-credits", "cn-pilot-market", "re100", "credit-use"}
]


def scorecard_of(files: dict[str, str]) -> Scorecard:
    compilation = compile_folder(files)
    assert compilation.scorecard is not None, [each.in_one_line() for each in compilation.diagnostics]
    return compilation.scorecard


def rows_of(quantity: Quantity) -> object:
    """Return the rows of a table, with the clauses of each row in one order and texts in English."""
    if isinstance(quantity, LookupQuantity):
        return quantity.by, quantity.rows, quantity.otherwise, quantity.otherwise_basis
    assert isinstance(quantity, FormulaQuantity)
    return [
        (str(row.formula).partition(", 'zh'")[0].rstrip("}"), sorted(map(str, row.when)), row.basis)
        for row in quantity.rows
    ]


def returned(scorecard: Scorecard) -> Iterator[tuple[Quantity, Quantity]]:
    exported = export_dmn(scorecard)
    again = scorecard_of(dict(import_dmn(exported.content, "again", DAY).files))
    found = {each.id: each for each in again.quantities}
    for quantity in scorecard.quantities:
        if quantity.id in exported.exported and not isinstance(quantity, NamedCondition):
            yield quantity, found[quantity.id]


@pytest.mark.parametrize("folder", all_or_few(DRAFTS, SOME), ids=lambda path: path.name)
def test_the_tables_of_the_scorecards_return_unchanged(folder: Path) -> None:
    scorecard = scorecard_of(read_sources(folder))
    refusals: list[Violation] = []
    pairs = attempt(refusals, lambda: list(returned(scorecard))) or []
    assert {each.reason for each in refusals} <= {"UNSUPPORTED", "REQUIRED"}
    assert pairs or folder not in SOME
    for before, after in pairs:
        assert rows_of(before) == rows_of(after)
        assert before.unit == after.unit


HEAD = """# language: en
Feature: Random
  Background:
    Given this scorecard
      | field | value |
      | id | random |
      | version | 1.0.0 |
      | title | Random |
      | subject | office |
      | attestation | self-assessment |
      | time zone | Asia/Shanghai |
      | effective from | 2026-01-01 |
      | rounding | half-even, 2 decimals |
      | not applicable | drop and rescale |
      | does not assess | documents that support the declared facts: none |
    And these bases
      | basis | instrument | clause | certainty |
      | law | Act | 1 | confirmed |
      | order | Order | 2 (a) | own reading |
    And these facts
      | fact | label | type | unit | one of | at least | at most | may lie ahead |
      | size | Site size | number | t | | 0 | 100 | |
      | kind | Kind | choice | | small, large | | | |
      | on | Begun | date | | | | | yes |
      | open | | flag | | | | | |
    And this reference case
      | fact | value |
      | size | 5 t |
      | kind | small |
      | on | 2026-01-01 |
      | open | yes |
"""
VALUES = ("0", "1.5", "-2", "undetermined", "undetermined, because no act fixes it")
EDGES = st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True).map(sorted)


@settings(max_examples=tries(60), deadline=None)
@given(
    EDGES,
    st.lists(st.sampled_from(VALUES), min_size=8, max_size=8),
    st.lists(st.sampled_from(["law", "order", "law, order"]), min_size=8, max_size=8),
    st.booleans(),
)  # fmt: skip
def test_a_random_small_table_returns_unchanged(
    edges: list[int], values: list[str], bases: list[str], by_date: bool
) -> None:
    inner = (f"at least {low} t; less than {high} t" for low, high in pairwise(edges))
    bands = [f"less than {edges[0]} t", *inner, f"at least {edges[-1]} t"]
    last = ("from 2027-05-01", "before 2027-05-01") if by_date else ("small", "large")
    cells = [(band, word) for band in bands for word in last]
    rows = [
        f"      | {band} | {word} | {value} | {basis} |"
        for (band, word), value, basis in zip(cells, values, bases, strict=False)
    ]
    key = "Begun" if by_date else "Kind"
    lines = [
        f"    And the quantity Share (share), in %, by Site size, {key}",
        f"      | Site size | {key} | is | basis |",
        *rows,
    ]
    before, after = next(returned(scorecard_of({"card.en.feature": HEAD + "\n".join(lines) + "\n"})))
    assert before == after


def test_conditions_become_tables_with_true_and_false() -> None:
    scorecard = scorecard_of(read_sources(CHECKOUT / "features" / "green-direct-connection"))
    exported = export_dmn(scorecard, ["near_enough"])
    outcome = import_dmn(exported.content, "again", DAY).outcomes[0]
    assert (outcome.kind, list(outcome.conditions)) == ("flag", [True, False])


def test_a_requested_table_that_dmn_cannot_express_is_refused_with_row_and_column() -> None:
    scorecard = scorecard_of(read_sources(CHECKOUT / "examples" / "guide" / "green-office"))
    with pytest.raises(InputError) as caught:
        export_dmn(scorecard, ["share"])
    fields = [each.field for each in caught.value.violations]
    assert fields == ["share[2].renewable", "share[3].:value"], fields
    assert "Table 'share', row 2" in in_language(caught.value.violations[0].description, "en")

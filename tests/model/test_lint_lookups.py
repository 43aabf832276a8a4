"""Lint of table lookups: each mismatch with its table, and none in a sound card."""

from __future__ import annotations

from datetime import date

import pytest

from rules.model.expressions import ChoiceClause
from rules.model.lint.every_check import lint
from rules.model.scorecard import KeyDerivation, Scorecard, TableKey, TableLookup, TableQuantity, TableReference
from rules.model.tables import Table
from tests.model.lint_card import BASIS, SOUND, changed
from tests.support.small_table import benchmarks, small_table

TABLES = {"defaults": small_table(), "benchmarks": benchmarks()}


class Source:
    """Two small tables, in their only editions."""

    def edition_of(self, name: str, edition: str) -> Table | None:
        table = TABLES.get(name)
        return table if table is not None and table.manifest.edition == edition else None

    def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
        del as_of, known
        return TABLES.get(name)

    def latest(self, name: str) -> Table | None:
        return TABLES.get(name)


CODE = TableKey(column="cn_code", name="status")
OTHER = TableKey(column="country", word="other")
KEYS = "quantities[found].rows[0].keys"


def looking(quantity: TableQuantity, *references: TableReference, when: str = "C") -> Scorecard:
    """Return a valid card with this lookup. A word lookup also restricts the first gate to that word."""
    card = SOUND
    tables = references or (TableReference(id="table", name="defaults"),)
    gates = card.gates
    if quantity.gives == "word":
        asked = ChoiceClause(name=quantity.id, values=(when,))
        gates = (gates[0].model_copy(update={"applies": (asked,)}), *gates[1:])
    return changed(quantities=(*card.quantities, quantity), tables=tables, gates=gates)


def quantity(column: str = "total", *keys: TableKey, unit: str = "tCO2e/t", word: bool = False) -> TableQuantity:
    place = TableLookup(table="table", keys=keys or (CODE, OTHER), basis=BASIS)
    return TableQuantity(id="found", unit=unit, gives="word" if word else "number", column=column, rows=(place,))


def lint_issues(card: Scorecard) -> list[tuple[str, str, str]]:
    issues = [(one.code, one.path, one.arguments["problem"]) for one in lint(card, Source())]
    return [one for one in issues if one[0] == "RL081" or one[1].startswith("tables")]


@pytest.mark.parametrize(
    "card",
    [
        looking(quantity()),
        looking(quantity(unit="kgCO2e/kg")),
        looking(quantity("route", unit="", word=True)),
        looking(quantity(), TableReference(id="table", name="defaults", edition="2026-02-04")),
        looking(
            quantity("value", CODE, TableKey(column="year", name="day", reading=KeyDerivation.YEAR)),
            TableReference(id="table", name="benchmarks"),
        ),
        looking(
            quantity("value", CODE, TableKey(column="year", name="status")),
            TableReference(id="table", name="benchmarks"),
        ),
    ],
)
def test_a_lookup_that_fits_its_table_has_no_issue(card: Scorecard) -> None:
    assert lint_issues(card) == []


@pytest.mark.parametrize(
    ("card", "path", "problem"),
    [
        (looking(quantity(), TableReference(id="table", name="nothing")), "tables[table].name", "table"),
        (
            looking(quantity(), TableReference(id="table", name="defaults", edition="1999")),
            "tables[table].edition",
            "edition",
        ),
        (looking(quantity("price")), "quantities[found].column", "column"),
        (looking(quantity(unit="t")), "quantities[found].unit", "unit"),
        (looking(quantity("route")), "quantities[found].unit", "gives_word"),
        (looking(quantity("total", unit="", word=True)), "quantities[found].unit", "gives_number"),
        (looking(quantity("total", CODE, TableKey(column="place", word="BR"))), KEYS, "key"),
        (looking(quantity("total", CODE, TableKey(column="country", word="br 1"))), KEYS, "word"),
        (looking(quantity("total", CODE, TableKey(column="country", word="ZZ"))), KEYS, "word"),
        (
            looking(quantity("total", CODE, TableKey(column="country", name="day", reading=KeyDerivation.YEAR))),
            KEYS,
            "reading_value",
        ),
        (
            looking(
                quantity("value", CODE, TableKey(column="year", name="day", reading=KeyDerivation.QUARTER)),
                TableReference(id="table", name="benchmarks"),
            ),
            KEYS,
            "reading_year",
        ),
        (looking(quantity("route", unit="", word=True), when="Z"), "gates[G1].applies[0]", "never"),
    ],
)
def test_each_mismatch_is_found_at_its_location(card: Scorecard, path: str, problem: str) -> None:
    assert ("RL081", path, problem) in lint_issues(card)


def test_an_unused_table_is_reported() -> None:
    spare = TableReference(id="spare", name="benchmarks")
    card = looking(quantity(), TableReference(id="table", name="defaults"), spare)
    assert ("RL051", "tables[spare]", "main") in lint_issues(card)


def test_lookups_are_not_checked_without_tables() -> None:
    issues = lint(looking(quantity("nothing", unit="kg")))
    assert [one for one in issues if one.code == "RL081"] == []

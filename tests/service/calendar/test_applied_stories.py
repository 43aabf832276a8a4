"""Applicable rules in three cases: a late correction, a repealed version, a corrected table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.model.lookups import TableReference
from rules.model.published_version import Repeal
from service.gazette.publication import write_repeal, write_version
from service.gazette.tables import FOLDER, write_edition
from tests.support.commands import answered
from tests.support.logged import Logged
from tests.support.small_card import CARD, small_card
from tests.support.small_table import small_table

SUBJECT = "organizations/a/subjects/b"
VERSION = f"scorecards/{CARD}/versions/1.0.0"
OPEN = DeclaredValue(choice="open")


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Logged]:
    harness = Logged(tmp_path)
    yield harness
    harness.close()


def why(logged: Logged, known: str, *more: Any) -> list[str]:
    """Return the reasons that the command prints for 15 March 2026, as known on a day and now."""
    where = ("--gazette", logged.folder / "gazette", "--database-url", logged.url, *more)
    output = answered("evaluation", "applied", SUBJECT, "--on", "2026-03-15", "--known", known, *where)
    return [line.split(":", 1)[1].strip() for line in output.splitlines() if line.startswith("  Since then:")]


def test_a_late_correction_names_the_changed_facts_and_results(logged: Logged) -> None:
    first = logged.evaluate(time="2026-03-10T00:00:00Z")
    second = logged.evaluate(time="2026-06-10T00:00:00Z", status=OPEN)
    assert why(logged, "2026-03-31") == [
        f"{second.name} is the last evaluation for this day. It was stored at 2026-06-10T00:00:00Z.",
        f"{second.name} used other values than {first.name} for these facts: status.",
        "Therefore the results of these items differ: I2.",
    ]
    assert why(logged, "2026-06-30") == []


def test_a_repealed_version_is_named_with_the_evaluation_based_on_it(logged: Logged) -> None:
    made = logged.evaluate(time="2026-03-10T00:00:00Z")
    gazette = logged.folder / "gazette"
    write_repeal(gazette, logged.gazette.newest(CARD), Repeal(date(2026, 1, 1), "2026-07-01T00:00:00Z", "void"))
    assert why(logged, "2026-03-31") == [
        f"{VERSION} was repealed at 2026-07-01T00:00:00Z. Reason: void",
        f"The version {VERSION} of {made.name} is no longer valid for the as-of date of that evaluation. "
        "Evaluate the subject again.",
    ]


def test_a_corrected_table_is_named_with_the_edition_that_was_looked_in(logged: Logged) -> None:
    tables = logged.folder / "gazette" / FOLDER
    write_edition(tables, small_table(edition="2026-01", known_from="2026-01-01"))
    card = small_card(version="1.1.0", supersedes="1.0.0", first="2026-01-01")
    card = card.model_copy(update={"tables": (TableReference(id="values", name="defaults", basis=("law",)),)})
    write_version(logged.folder / "gazette", card, {}, publish_time="2026-01-02T00:00:00Z")
    made = logged.evaluate(time="2026-03-10T00:00:00Z")
    assert why(logged, "2026-03-31") == []
    write_edition(tables, small_table(edition="2026-07", known_from="2026-07-15", supersedes="2026-01"))
    assert why(logged, "2026-03-31") == [
        "The table defaults@2026-07 is valid on this day. It was published on 2026-07-15.",
        f"{made.name} used the edition defaults@2026-01, but another edition now applies. "
        "Evaluate the subject again to see the present conclusion.",
    ]

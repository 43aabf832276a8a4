"""Count of undecided cases under a scorecard, and of those with an evaluation dated in a new version's period."""

from __future__ import annotations

import tomllib

import pytest
from sqlalchemy import insert

from service.configuration.folders import CHECKOUT
from service.store.result_status import UNDECIDED, UndecidedCases, count_undecided_cases
from service.store.store import Store
from service.store.tables import CaseRow, ListedRow

CASES = {
    "one": ("submitted", '{"scorecard": "scorecards/green"}'),
    "two": ("evaluated", '{"scorecard":"scorecards/green","evaluation":"organizations/a/evaluations/early"}'),
    "three": ("recommended", '{"scorecard":"scorecards/green","evaluation":"organizations/a/evaluations/late"}'),
    "decided": ("granted", '{"scorecard": "scorecards/green"}'),
    "other": ("submitted", '{"scorecard": "scorecards/green-claim"}'),
    "note": ("submitted", '{"scorecard": "scorecards/else", "statement": "\\"scorecards/green\\""}'),
}
DATES = {"early": "2025-12-31", "late": "2026-03-01"}


@pytest.fixture
def stored(store: Store) -> Store:
    with store.cases.write_transaction() as writing:
        connection = writing.connection
        for name, (state, content) in CASES.items():
            row = {
                "name": f"organizations/a/cases/{name}", "organization": "a", "state": state, "revision": 1,
                "client": "c", "subject": "s", "profile": "p", "profile_revision": 0, "content": content,
                "create_time": "2026-03-01T00:00:00Z",
            }  # fmt: skip
            connection.execute(insert(CaseRow).values(row))
        for name, day in DATES.items():
            evaluation = f"organizations/a/evaluations/{name}"
            listed: dict[str, str | int] = {"evaluation": evaluation, "organization": "a", "as_of_date": day}
            listed |= {"subject": "s", "create_time": "2026-03-01T00:00:00Z", "conclusion": 1}
            connection.execute(insert(ListedRow).values(listed))
    return store


def test_undecided_cases_of_the_scorecard_are_counted(stored: Store) -> None:
    def counted(organization: str, card: str, first: str, last: str = "9999-12-31") -> UndecidedCases:
        with stored.read_connection() as connection:
            return count_undecided_cases(connection, organization, card, (first, last))

    assert counted("a", "green", "2026-01-01") == UndecidedCases(3, 1)
    assert counted("a", "green", "2025-01-01") == UndecidedCases(3, 2)
    assert counted("a", "green", "2025-01-01", "2026-02-28") == UndecidedCases(3, 1)
    assert counted("a", "green-claim", "2026-01-01") == UndecidedCases(1, 0)
    assert counted("b", "green", "2026-01-01") == UndecidedCases(0, 0)


def test_a_case_is_undecided_until_its_decision() -> None:
    steps = tomllib.loads((CHECKOUT / "service" / "cases" / "steps.toml").read_text(encoding="utf-8"))["steps"]
    (withdrawn,) = [step["from"] for step in steps if step["step"] == "withdraw_application"]
    assert {*UNDECIDED, "granted"} == set(withdrawn)

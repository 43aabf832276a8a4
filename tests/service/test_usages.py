"""A double use is found whatever else the same subject used the value for, and nothing else is one."""

import json

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from rules.model.scorecard import FindingSeverity
from service.store.tables import UsageRow
from service.store.usages import Usage, store_usages

USES = st.tuples(st.sampled_from("ab"), st.sampled_from("pq"), st.sampled_from(["", "2023", "2024", "2025"]))
"""Organisation, subject and period of one use of the same value."""


@given(st.lists(USES, max_size=8))
def test_another_subject_or_another_known_period_is_a_double_use(uses: list[tuple[str, str, str]]) -> None:
    database = create_engine("sqlite://")
    SQLModel.metadata.create_all(database, tables=[UsageRow.__table__])  # type: ignore[attr-defined]
    with database.begin() as connection:
        for number, (organization, subject, period) in enumerate(uses):
            usage = Usage(
                f"{number:02}", "digest", organization, "evidence", subject, period, "place", FindingSeverity.MAJOR
            )
            found = {one["id"]: one["evaluations"] for one in json.loads(store_usages(connection, [usage]))}
            before = list(enumerate(uses[:number]))[::-1]
            others = [f"{place:02}" for place, use in before if use[0] == organization and use[1] != subject]
            periods = [
                f"{place:02}"
                for place, use in before
                if use[:2] == (organization, subject) and period and use[2] not in (period, "")
            ]
            expected = {"ARCHIVE.OTHER_SUBJECT": others, "ARCHIVE.OTHER_PERIOD": periods}
            assert found == {name: evaluations for name, evaluations in expected.items() if evaluations}
    database.dispose()

"""Reminders of deadlines in cases: one event for each due item."""

from __future__ import annotations

from pathlib import Path

from rules.contracts.dates import add_days
from service.base import instants
from service.events.delivery import ReminderThread, remind
from service.store.store import Store
from tests.support.waiting import until

NAME = "organizations/a/cases/one"


def test_reminders_cover_overdue_items_and_items_due_within_the_period(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    store.write_events(lambda: None)
    today = instants.today("Etc/UTC")
    with store.cases.write_transaction() as writing:
        for item, days in (("findings/1", 14), ("findings/2", 15), ("findings/3", -1)):
            writing.set_due("a", NAME, item, {"finding": add_days(today, days).isoformat()})
    reminding = ReminderThread(store.cases, 14)
    until(lambda: len(store.outbox.after(0, "a", 10)) == 2, 20)
    reminding.stop()
    assert remind(store.cases, 14) == 0
    assert {one.subject for one in store.outbox.after(0, "a", 10)} == {f"{NAME}/findings/1", f"{NAME}/findings/3"}
    store.close()

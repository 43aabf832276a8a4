"""Watch on the sources of reused facts, for several organisations."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from service.reuse import source_changes
from service.store.cases import FACT_ORIGINS
from service.store.store import Store
from service.store.tables import CASE_DOCUMENTS
from service.store.write_access import with_write_access


def test_an_unreadable_origin_does_not_stop_other_organisations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("case", "fact", "source", "source_fact", "source_card", "source_evaluation", "meaning", "verified_by")
    texts = ", ".join(f'"{name}": "-"' for name in (*names, "verified_on", "accepted_by", "accept_time"))
    readable = f'{{{texts}, "source_revision": 1, "value": {{}}, "source_value": {{}}, "evidence": []}}'
    announced = []

    def announce(_: object, organization: str, origins: list[Any]) -> int:
        announced.append(organization)
        return len(origins)

    monkeypatch.setattr(source_changes, "announce_changes", announce)
    with closing(Store(f"sqlite:///{tmp_path}/store.sqlite3")) as store:
        with with_write_access(store._engine).begin() as connection:
            for organization, document in (("a", '{"evidence": []}'), ("b", readable)):
                connection.execute(
                    insert(CASE_DOCUMENTS).values(
                        organization=organization, kind=FACT_ORIGINS, id="case/fact", revision=1, newest=True,
                        label="", document=document, principal="{}", time="2026-03-01T00:00:00Z",
                    )
                )  # fmt: skip
        assert source_changes.announce_all(store.cases) == 1
    assert announced == ["b"]

"""A store with a few evaluations of the small card, for tests of days."""

from __future__ import annotations

import uuid
from contextlib import closing
from pathlib import Path

import pytest

from rules.contracts.inputs import DeclaredValue
from service.evaluating.evaluators import Evaluators
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.output.evaluation_row import to_evaluation_row
from service.store.store import Store
from tests.support.small_card import meter, small_card, small_subject

KEY = bytes(32)
PENALTY = DeclaredValue(number="1", unit="time")
MADE: tuple[tuple[str, dict[str, DeclaredValue | None], str, str], ...] = (
    ("late", {"serious_violations": PENALTY}, "2025-11-20", "2024-02-01"),
    ("mended", {"serious_violations": PENALTY}, "2026-03-01", "2024-02-01"),
    ("mended", {}, "2026-04-01", "2026-01-15"),
)
"""The stored evaluations in order: subject, changed facts, as-of date, date of the meter reading."""


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("stored")
    published = write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    url = f"sqlite:///{folder}/store.sqlite3"
    with closing(Store(url)) as store, closing(Evaluators.for_gazette(Gazette(folder / "gazette"))) as evaluators:
        for place, (subject, changes, as_of, issued) in enumerate(MADE):
            about = {"subject": f"organizations/a/subjects/{subject}", "as_of": as_of, "known": f"{as_of}T12:00:00Z"}
            dossier = small_subject(**changes).model_copy(update={**about, "evidence": (meter(issued=issued),)})
            row = to_evaluation_row(
                evaluators.evaluate(published, dossier, KEY),
                name=f"organizations/a/evaluations/{uuid.UUID(int=place)}",
                organization="a",
                request_id=str(place),
                body_digest="body",
                create_time=f"2026-04-02T00:00:0{place}Z",
                record_key=KEY,
                software_versions={},
                principal=LOCAL,
            )
            store.append(row).result(timeout=30)
    return folder

"""An archive of `count` evaluations of a few different factories, and the impact of a draft on the archive."""

from __future__ import annotations

import uuid
from contextlib import closing
from typing import TYPE_CHECKING

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.output.evaluation_row import to_evaluation_row
from service.store.store import Store
from tests.support.commands import answered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.model.published_version import PublishedVersion

_KEY = b"k" * 32


def factory(share: int, day: str, known: str = "", name: str = "factory") -> Subject:
    facts = (
        DeclaredFact(id="share", value=DeclaredValue(number=str(share), unit="%")),
        DeclaredFact(id="system", value=DeclaredValue(choice="certified")),
    )
    return Subject(subject=f"organizations/example/subjects/{name}", as_of=day, known=known, facts=facts)


def impact_of_archived(folder: Path, version: PublishedVersion, count: int) -> Path:
    """Store evaluations of fifty factories repeatedly, and compute the impact of the draft in `next` on them."""
    url, time, gazette = f"sqlite:///{folder}/archive.sqlite3", "2026-06-01T00:00:00Z", folder / "gazette"
    factories = [factory(share, "2026-06-01", time, f"factory-{share}") for share in range(0, 100, 2)]
    _archive(url, Gazette(gazette), version, factories, count)
    where = ("--archive", "organizations/example", "--database-url", url, "--gazette", gazette)
    answered("draft", "impact", folder / "next", "--draft", *where, "--out", folder / "impact", "--processes", "1")
    return folder / "impact" / "impact.json"


def _archive(url: str, gazette: Gazette, version: PublishedVersion, subjects: Sequence[Subject], count: int) -> None:
    """Store evaluations of the organisation `example`, each under a name of its own."""
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        rows = [
            to_evaluation_row(
                evaluators.evaluate(version, subject, _KEY),
                name="",
                organization="example",
                request_id="",
                body_digest="body",
                create_time="2026-06-01T00:00:00Z",
                record_key=_KEY,
                software_versions={},
                principal=LOCAL,
            )
            for subject in subjects
        ]
    with closing(Store(url)) as store:
        stored = [
            store.append(
                rows[place % len(rows)].model_copy(
                    update={
                        "name": f"organizations/example/evaluations/{uuid.UUID(int=2**96 + place)}",
                        "request_id": f"archived-{place}",
                    }
                )
            )
            for place in range(count)
        ]
        for future in stored:
            future.result(timeout=120)

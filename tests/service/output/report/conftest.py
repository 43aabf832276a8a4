"""Three subjects of the zero-carbon card, evaluated once: three stars, an open interval, a failed gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.language.compiler import compile_folder
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.verify import verify
from service.input.dossier.dossier_reader import read_dossier
from tests.language.folders import read_folder
from tests.service.output.report.pages import AS_OF, KEY, KNOWN, Case

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="session")
def published() -> PublishedVersion:
    folder = ROOT / "features" / "zero-carbon-factory"
    sources = read_folder(folder)
    scorecard = compile_folder(sources).scorecard
    assert scorecard is not None
    return read_published(published_bytes(scorecard, sources), "2026-01-01T00:00:00Z")


@pytest.fixture(scope="session")
def cases(published: PublishedVersion) -> Iterator[dict[str, Case]]:
    evaluator = Evaluator(published.scorecard, published.rule_digest, published.name)
    worked = (ROOT / "examples" / "worked-factory.yaml").read_text(encoding="utf-8")
    assert "penalties: {value: 0 time" in worked
    dossiers = {
        "worked": worked,
        "open": (ROOT / "examples" / "astronergy-yancheng.yaml").read_text(encoding="utf-8"),
        "failed": worked.replace("penalties: {value: 0 time", "penalties: {value: 1 time"),
    }
    by_name = {}
    for name, dossier in dossiers.items():
        read = read_dossier(dossier.encode(), published.scorecard, as_of=AS_OF, settings={})
        recorded = evaluator.evaluate(read.subject.model_copy(update={"known": KNOWN}), KEY)
        is_certain = recorded.record.conclusion.grade is not None
        by_name[name] = Case(
            record=recorded.record,
            digest=recorded.digest,
            published=published,
            checks=verify(
                content=recorded.content, stated_digest=recorded.digest, record_key=KEY, versions=(published,)
            ),
            explanations={
                language: explain(evaluator, recorded.record, language) if is_certain else None
                for language in ("en", "zh")
            },
        )
    yield by_name
    evaluator.close()

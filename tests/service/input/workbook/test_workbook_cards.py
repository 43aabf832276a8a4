"""A template filled in from an example is evaluated like the example, for cards of every kind, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rules.contracts.inputs import Subject
from rules.contracts.record import Record
from rules.model.published_version import PublishedVersion
from rules.trail.evaluation import Evaluator
from service.batch.sources import open_batch
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.workbook.sheet_layout import Layout
from service.input.workbook.single_subject import read_workbook
from tests.support.workbooks import Filled

GAZETTE = Gazette(CHECKOUT / "scorecards")
EXAMPLES = CHECKOUT / "examples"
CARDS = {
    "zero-carbon-factory": ("worked-factory.yaml", "2026-11-20"),
    "csr-three-stage": ("csr-three-stage/synthetic-power-companies.jsonl", "2026-11-20"),
    "eu-battery": ("eu-battery-ev.yaml", "2027-09-01"),
    "cbam-installation": ("cbam/installation.yaml", "2027-02-01"),
    "cbam-goods": ("cbam/actual-values.yaml", "2026-11-20"),
    "cn-ets-power": ("cn-ets/power-2024.yaml", "2026-11-20"),
}


def example(card: str) -> tuple[PublishedVersion, Subject]:
    path, as_of = CARDS[card]
    published = GAZETTE.versions(card)[-1]
    content = (EXAMPLES / path).read_bytes()
    if path.endswith(".jsonl"):
        content = json.dumps(json.loads(content.splitlines()[0])).encode()
    return published, read_dossier(content, published.scorecard, as_of=as_of, settings={}).subject


def evaluated(published: PublishedVersion, subject: Subject) -> Record:
    shelf = TableStore(CHECKOUT / "scorecards" / FOLDER)
    evaluator = Evaluator(published.scorecard, published.rule_digest, published.name, shelf)
    try:
        whole = subject.model_copy(update={"known": "2027-12-31T00:00:00Z"})
        return evaluator.evaluate(whole, bytes(32)).without_steps
    finally:
        evaluator.close()


def answer(record: Record) -> dict[str, object]:
    plain = record.model_dump(exclude={"trail_digest", "facts"})
    return {**plain, "facts": {fact.declared.id: (fact.used, fact.unknown) for fact in record.facts}}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("card", CARDS)
def test_a_filled_template_is_evaluated_like_its_dossier(
    card: str, language: str, layout: Layout, tmp_path: Path
) -> None:
    published, subject = example(card)
    book = Filled(published.scorecard, layout, language)
    if layout is Layout.ONE:
        book.fill_one(subject)
        path = book.save(tmp_path / "x.xlsx")
        read = read_workbook(path, published.scorecard, as_of=subject.as_of, settings={}).subject
    else:
        book.fill_many([subject])
        path = book.save(tmp_path / "x.xlsx")
        with open_batch(path, published.scorecard, as_of=subject.as_of, settings={}) as batch:
            (read,) = (item.read().subject for item in batch.items())
    assert answer(evaluated(published, read)) == answer(evaluated(published, subject))

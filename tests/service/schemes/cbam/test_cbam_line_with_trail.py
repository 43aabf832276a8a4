"""CBAM declaration lines against full evaluations with a trail: equal figures for every example row."""

from __future__ import annotations

from datetime import date

import pytest

from rules.contracts.inputs import DeclaredFact, Subject
from rules.trail.evaluation import Evaluator
from service.base import instants
from service.base.resource_names import CardName
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.goods import read_goods
from tests.service.schemes.cbam.goods_files import goods_file
from tests.support.cbam_declaring import EXAMPLE, PRECURSORS, document

CARD = CardName("cbam-goods")


@pytest.mark.full
def test_every_line_of_the_example_has_the_figures_of_its_evaluation() -> None:
    gazette, known = Gazette(CHECKOUT / "scorecards"), instants.now()
    table_store = TableStore(gazette.folder / FOLDER)
    declared = document(EXAMPLE, "--precursors", str(PRECURSORS), "--known", known)["lines"]
    lines = read_goods(
        goods_file(EXAMPLE), gazette.versions(CARD.card)[-1].scorecard, precursors=goods_file(PRECURSORS)
    ).lines
    evaluators: dict[str, Evaluator] = {}
    for line, declared_line in zip(lines, declared, strict=True):
        day = line.facts["imported_on"].date or ""
        version = gazette.find(CARD, as_of=date.fromisoformat(day), known=known)
        evaluator = evaluators.get(version.name)
        if evaluator is None:
            evaluator = Evaluator(version.scorecard, version.rule_digest, version.name, table_store)
            evaluators[version.name] = evaluator
        subject = Subject(
            subject="organizations/importer/subjects/importer",
            as_of=day,
            known=known,
            settings={},
            facts=tuple(DeclaredFact(id=id, value=value) for id, value in line.facts.items()),
        )
        record = evaluator.evaluate(subject, bytes(32)).record
        bounds = {result.id: result.figure.exact for result in record.results}
        exact = {id: one.low if one.low == one.high else None for id, one in bounds.items()}
        if declared_line["results"]:  # of goods that are not concerned a year has no figures
            assert {one["resultId"]: one["value"] for one in declared_line["results"]} == exact, line.name
    for evaluator in evaluators.values():
        evaluator.close()
    assert sum(bool(said["results"]) for said in declared) >= 40

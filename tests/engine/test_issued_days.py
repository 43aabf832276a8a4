"""Issue date of evidence as a fact: the newest accepted item, undated items, and no declaration by hand."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Judgement, Subject, Verification
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_subject import read_subject
from rules.language.compiler import compile_folder
from rules.model.published_version import draft_as_published, published_bytes, read_published
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.open_items import outdated_evidence
from service.output.schema.dossiers import dossier_schema
from tests.language.folders import CORPUS, read_folder
from tests.recomputation.agreement import KEY
from tests.support.recomputing import recompute
from tests.support.violating import refusals


def compiled() -> Scorecard:
    scorecard = compile_folder(read_folder(CORPUS / "good" / "RL119")).scorecard
    assert scorecard is not None
    return scorecard


CARD = compiled()
LETTER = EvidenceItem(id="l1", kind="letter", digest="ab" * 32, issuer="office", issue_date="2026-02-01")
YOUNGER = LETTER.model_copy(update={"id": "l2", "issue_date": "2026-02-20"})


def asked(*items: EvidenceItem, named: tuple[str, ...] = ("l1",), judged: Verification | None = None) -> Subject:
    clean = DeclaredFact(id="clean", value=DeclaredValue(flag=True, evidence=named), verification=judged)
    request = DeclaredFact(id="asked", value=DeclaredValue(date="2026-03-01"))
    return Subject(
        subject="x", as_of="2026-03-01", known="2026-03-01T00:00:00Z", facts=(clean, request), evidence=items
    )


def day(subject: Subject) -> str | UnknownReason | None:
    reading = read_subject(CARD, subject).verified
    value = reading.used.get("letter")
    return reading.unknown.get("letter") if value is None else value.date


@pytest.mark.parametrize(
    ("items", "named", "expected"),
    [
        ((LETTER,), ("l1",), "2026-02-01"),
        ((LETTER, YOUNGER), ("l1", "l2"), "2026-02-20"),
        ((LETTER, YOUNGER), ("l1",), "2026-02-01"),
        ((LETTER, YOUNGER.model_copy(update={"issue_date": "2026-03-02"})), ("l1", "l2"), "2026-02-01"),
        ((LETTER, YOUNGER.model_copy(update={"valid_until": "2026-02-28"})), ("l1", "l2"), "2026-02-01"),
        ((LETTER, YOUNGER.model_copy(update={"issue_date": None})), ("l1", "l2"), "2026-02-01"),
        ((LETTER.model_copy(update={"issue_date": None}),), ("l1",), UnknownReason.EVIDENCE_EXPIRED),
        ((LETTER.model_copy(update={"issue_date": "2026-03-02"}),), ("l1",), UnknownReason.EVIDENCE_EXPIRED),
        ((LETTER,), (), UnknownReason.EVIDENCE_MISSING),
    ],
)
def test_the_newest_accepted_item_determines_the_date(
    items: tuple[EvidenceItem, ...], named: tuple[str, ...], expected: str | UnknownReason
) -> None:
    assert day(asked(*items, named=named)) == expected


def test_without_the_fact_the_date_is_unknown() -> None:
    subject = asked(LETTER)
    assert day(subject.model_copy(update={"facts": subject.facts[1:]})) is UnknownReason.NOT_GIVEN


def test_rejected_evidence_has_no_verified_date_but_a_declared_date() -> None:
    judged = Verification(judgement=Judgement.REJECTED, method="m", reason="r", person="p", date="2026-03-01")
    subject = asked(LETTER, judged=judged)
    reading = read_subject(CARD, subject)
    assert reading.verified.unknown["letter"] is UnknownReason.REJECTED
    assert reading.declared.used["letter"].date == "2026-02-01"
    assert "letter" not in reading.declared.unknown


def test_an_undated_document_is_reported_as_the_reason() -> None:
    undated = LETTER.model_copy(update={"issue_date": None})
    version = read_published(published_bytes(CARD, {}), "2026-01-01T00:00:00Z")
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        record = evaluator.evaluate(asked(undated), KEY).record
    assert "l1" in outdated_evidence("letter", UnknownReason.EVIDENCE_EXPIRED, record, CARD)


def test_the_dossier_schema_accepts_no_value_and_names_the_fact_of_the_issue_date() -> None:
    facts = dossier_schema(draft_as_published(CARD, {}))["properties"]["facts"]["anyOf"][0]["properties"]
    assert (facts["letter"]["type"], facts["letter"]["x-issued-for"]) == ("null", "clean")


def test_a_declared_issue_date_is_refused() -> None:
    subject = asked(LETTER)
    stated = DeclaredFact(id="letter", value=DeclaredValue(date="2026-02-01"))
    assert refusals(CARD, subject.model_copy(update={"facts": (*subject.facts, stated)})) == {
        "facts[letter]": "NOT_WANTED"
    }


@pytest.mark.parametrize(
    ("issued", "outcome"),
    [("2025-03-01", "met"), ("2025-02-28", "not_met"), ("2026-03-02", "undetermined"), (None, "undetermined")],
)
def test_the_record_matches_an_independent_computation_from_the_specification(issued: str | None, outcome: str) -> None:
    published = published_bytes(CARD, {})
    version = read_published(published, "2026-01-01T00:00:00Z")
    subject = asked(LETTER.model_copy(update={"issue_date": issued}))
    with closing(Evaluator(version.scorecard, version.rule_digest, version.name)) as evaluator:
        content = evaluator.evaluate(subject, KEY).content
    assert recompute(content, published, None, KEY, boxes=20).faults == []
    assert {step[0]: step[1] for step in json.loads(content)["steps"]}["gates/G1"] == outcome

"""Verdict rules in a record: steps, open facts, coming rules, explanation and HTML report."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.contracts.record import Record
from rules.model.expressions import DateExpression
from rules.trail.deserialization import subject_of
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from service.output.report.html_report import EvaluationReport
from tests.support.engine_card import chosen
from tests.support.verdict_card import rule, transposition, verdict_card

KEY = bytes(range(32))
A, B, C = ((chosen(name, "yes"),) for name in "abc")
CARD = verdict_card(
    rule("EU-1", "prohibited", A, first=DateExpression(name="transposed")),
    rule("EU-2", "misleading", B, first="2030-01-01", warn_from="2026-01-01"),
    rule("EU-3", "permitted_with_qualification", C, (chosen("country", "fr"),)),
    governed_by="placed_on",
    quantities=(transposition(de="2026-01-01", otherwise="never"),),
)


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    made = Evaluator(CARD, "digest", "scorecards/card/versions/1.0.0")
    yield made
    made.close()


def subject(placed: str | None = "2026-02-01", country: str | None = "de", **flags: bool) -> Subject:
    facts = [DeclaredFact(id=name, value=DeclaredValue(flag=value)) for name, value in flags.items()]
    if placed is not None:
        facts.append(DeclaredFact(id="placed_on", value=DeclaredValue(date=placed)))
    if country is not None:
        facts.append(DeclaredFact(id="country", value=DeclaredValue(choice=country)))
    return Subject(subject="subjects/x", as_of="2026-03-01", known="2026-03-01T00:00:00Z", facts=tuple(facts))


def record_of(evaluator: Evaluator, asked: Subject) -> Record:
    return evaluator.evaluate(asked, KEY).record


def test_a_certain_verdict_names_its_rule_and_coming_rules(evaluator: Evaluator) -> None:
    record = record_of(evaluator, subject(a=True, b=True, c=False))
    conclusion = record.conclusion
    assert conclusion.kind is ConclusionKind.JUDGED
    assert (conclusion.verdict, conclusion.verdicts) == (Verdict.PROHIBITED, (Verdict.PROHIBITED,))
    assert (conclusion.deciding_rules, conclusion.score) == (("EU-1",), None)
    first, second, third = record.rules
    assert (first.outcome, first.in_force, first.facts) == (
        Outcome.MET, Outcome.MET, ("a", "placed_on", "country"),
    )  # fmt: skip
    assert (second.outcome, second.in_force, second.coming) == (Outcome.MET, Outcome.NOT_MET, True)
    assert (third.outcome, third.in_force, third.coming) == (Outcome.NOT_MET, Outcome.MET, False)
    assert record.standing.weakest_bases == ("law",)


def test_the_steps_contain_rows_dates_and_the_verdict(evaluator: Evaluator) -> None:
    record = record_of(evaluator, subject(a=True, b=True, c=False))
    steps = {step.id: json.loads(step.payload) for step in record.steps}
    assert steps["quantities/transposed"]["value"] == {"low": "2026-01-01", "high": "2026-01-01"}
    assert steps["rules/EU-1"]["sentence"] == {
        "en": "EU-1 rule EU-1: if a is yes (found: yes): prohibited (in force from 2026-01-01)",
        "zh": "EU-1 规则 EU-1：若a 为 是（实际：是），则禁止（自 2026-01-01 起生效）",
    }
    assert [part["outcome"] for part in steps["rules/EU-3"]["parts"]] == ["not_met", "not_met"]
    assert steps["verdict"]["sentence"] == {"en": "verdict: prohibited", "zh": "判定：禁止"}
    assert steps["rules/EU-2"]["coming"] is True


def test_a_date_that_never_occurs_is_described_as_never(evaluator: Evaluator) -> None:
    record = record_of(evaluator, subject(country="se", a=True, b=False, c=False))
    steps = {step.id: json.loads(step.payload) for step in record.steps}
    assert steps["quantities/transposed"]["value"] == {"low": "never", "high": "never"}
    assert "in force from never" in steps["rules/EU-1"]["sentence"]["en"]
    assert record.conclusion.verdict is Verdict.OK


def test_an_undetermined_verdict_needs_evidence_and_names_the_missing_facts(evaluator: Evaluator) -> None:
    record = record_of(evaluator, subject(placed=None, a=True, b=False, c=False))
    assert record.conclusion.verdict is Verdict.NEEDS_EVIDENCE
    assert record.conclusion.verdicts == (Verdict.PROHIBITED, Verdict.OK)
    assert record.conclusion.deciding_rules == ("EU-1",)
    assert record.rules[0].open_facts == ("placed_on",)
    assert [(one.id, one.criteria) for one in record.open_facts] == [("placed_on", ("EU-1",))]
    texts = [one.text for one in explain(evaluator, record, "en").statements]
    assert any("The verdict is: needs evidence. Possible verdicts: prohibited, ok." in text for text in texts)
    assert any(text.startswith("placed_on: not provided") and "prohibited" in text for text in texts)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ("The verdict is: prohibited.", "Suggested wording: mend EU-1.", "Not in force yet: rule EU-2")),
        ("zh", ("判定为：禁止。", "改为：改正 EU-1。", "尚未生效、即将生效的规则 EU-2")),
    ],
)
def test_the_explanation_describes_rules_and_remedies(
    evaluator: Evaluator, language: str, wanted: tuple[str, ...]
) -> None:
    record = record_of(evaluator, subject(a=True, b=True, c=False))
    text = " ".join(one.text for one in explain(evaluator, record, language).statements)
    for words in wanted:
        assert words in text
    alone = explain(evaluator, record, language, "EU-1").statements
    assert [one.criterion for one in alone] == ["EU-1", "EU-1"], "the rule, and the day that it looks up"


def test_the_same_inputs_produce_the_same_bytes(evaluator: Evaluator) -> None:
    asked = subject(placed=None, a=True, b=True)
    recorded = evaluator.evaluate(asked, KEY)
    turned = asked.model_copy(update={"facts": asked.facts[::-1]})
    assert evaluator.evaluate(turned, KEY).content == recorded.content
    assert evaluator.evaluate(subject_of(recorded.record), KEY).content == recorded.content


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Also evaluated, but not satisfied or not in force (2): "), ("zh", "另已评定而不成立或未生效（2 条）：")],
)
def test_the_explanation_names_every_assessed_rule_with_its_basis(
    evaluator: Evaluator, language: str, words: str
) -> None:
    record = evaluator.evaluate(subject(a=True, b=False, c=False), KEY).record
    statements = explain(evaluator, record, language).statements
    (rest,) = [one for one in statements if one.text.startswith(words)]
    assert rest.criterion is None
    assert "EU-2" in rest.text
    assert "EU-3" in rest.text
    assert rest.bases
    assert {one.criterion for one in statements if one.criterion} == {"EU-1"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Also evaluated, but not satisfied or not in force (3): EU-1, EU-2, EU-3"),
        ("zh", "另已评定而不成立或未生效（3 条）：EU-1、EU-2、EU-3"),
    ],
)
def test_the_report_page_names_the_assessed_rules_if_no_rule_applies(
    evaluator: Evaluator, language: str, words: str
) -> None:
    record = evaluator.evaluate(subject(a=False, b=False, c=False), KEY).record
    page = EvaluationReport(record, CARD, language, record_digest="0" * 64, checks=(), explanation=None).page()
    assert words in page

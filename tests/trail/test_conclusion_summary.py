"""Conclusion without a trail against the conclusion of a full record: published cards, random unknowns."""

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, Subject
from rules.contracts.outcomes import ConclusionKind
from rules.trail.conclusion_summary import ConclusionSummary, evaluate_to_summary, read_conclusion_summary
from rules.trail.evaluation import Evaluator
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette

GAZETTE = Gazette(Path(__file__).parents[2] / "scorecards")
DAY, KNOWN = "2026-11-20", "2026-11-20T12:00:00Z"
SUBJECT = "organizations/a/subjects/b"


def both(evaluator: Evaluator, subject: Subject) -> tuple[ConclusionSummary, ConclusionSummary]:
    return evaluate_to_summary(evaluator.engine, subject), read_conclusion_summary(
        evaluator.evaluate(subject, bytes(32)).content
    )


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", ["green-claim-eu", "green-claim-uk", "green-claim-practice", "carbon-label"])
def test_a_conclusion_is_that_of_the_record(card: str) -> None:
    published, random = GAZETTE.newest(card), Random(20261121)
    facts = [DeclaredFact(id=one.fact, value=one.value) for one in published.scorecard.reference_case]
    shown = [fact for fact in facts if fact.value is not None and fact.value.period is not None]
    kinds, open_ = set(), 0
    tables = TableStore(GAZETTE.folder / FOLDER)
    with closing(Evaluator(published.scorecard, published.rule_digest, published.name, tables)) as evaluator:
        for share in (1, 0.9, 0.5, 0.1, 0):
            kept = (*shown, *(fact for fact in facts if fact not in shown and random.random() < share))
            summary, other = both(evaluator, Subject(subject=SUBJECT, as_of=DAY, known=KNOWN, facts=kept))
            assert summary == other
            kinds.add(summary.kind)
            open_ += len(summary.open_facts)
            assert summary.kind is not ConclusionKind.JUDGED or (
                summary.rules and summary.rows.keys() == {r.rule for r in summary.rules}
            )
    assert ConclusionKind.JUDGED in kinds
    assert open_


def test_a_summary_refuses_an_invalid_subject_with_the_same_message() -> None:
    published = GAZETTE.newest("green-claim-uk")
    subject = Subject(subject=SUBJECT, as_of=DAY, known="yesterday", facts=())
    with closing(Evaluator(published.scorecard, published.rule_digest, published.name)) as evaluator:
        with pytest.raises(InputError) as refused:
            evaluate_to_summary(evaluator.engine, subject)
        with pytest.raises(InputError) as also:
            evaluator.evaluate(subject, bytes(32))
    assert refused.value.violations == also.value.violations

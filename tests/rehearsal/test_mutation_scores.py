"""Mutation scores of the cards: digests up to date, minimum score, and small cards measured again.

Whole cards are measured again where that takes a second; of all others only the digest is checked: nothing has
changed since they were measured.
"""

from decimal import Decimal

import pytest

from benchmarks.mutation import DESK, kept, measured, tried_digest
from service.output.terminal.render_mutation import LEAST_PERCENT, percent_noticed

SCORES = kept()
SMALL = ("cdr-eligibility", "green-claim-sg", "green-claim-fr")


@pytest.mark.parametrize("card", SCORES)
def test_each_mutation_score_belongs_to_the_current_draft(card: str) -> None:
    assert (DESK / card).is_dir()
    assert SCORES[card]["digest"] == tried_digest(card), f"measure again: python -m benchmarks.mutation {card}"


@pytest.mark.parametrize("card", SCORES)
def test_every_mutation_score_reaches_the_minimum(card: str) -> None:
    assert Decimal(SCORES[card]["percent"]) >= LEAST_PERCENT


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", SMALL)
def test_a_remeasured_score_equals_the_stored_score(card: str) -> None:
    report, _ = measured(card)
    assert (report.tried, report.noticed, report.argued) == tuple(
        SCORES[card][name] for name in ("tried", "noticed", "argued")
    )
    assert percent_noticed(report) == SCORES[card]["percent"]
    assert (report.failed, report.untried, report.idle) == (0, 0, ())

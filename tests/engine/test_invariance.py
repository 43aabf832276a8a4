"""Invariance of an answer, read from the rules of published cards: growth in proportion, and days of change."""

from __future__ import annotations

from datetime import date

import pytest

from rules.engine import AnswerInvariance, InferenceEngine
from rules.model import AS_OF
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette


def answer_of(card: str, result: str) -> AnswerInvariance:
    scorecard = Gazette(PUBLISHED).newest(card).scorecard
    name = next(each.name for each in scorecard.results if each.id == result)
    return AnswerInvariance(InferenceEngine(scorecard).plan, name)


@pytest.mark.parametrize(
    ("card", "result", "day", "sizes", "wrong"),
    [
        ("cbam-goods", "cost_due", "imported_on", ("net_mass",), ("own_direct",)),
        ("uk-cbam", "charge_total", "liable_on", ("mass", "exempt", "paid_abroad"), ("mass",)),
        ("us-cca-charge", "charge_total", "liable_on", ("mass",), ("us_industry",)),
    ],
)
def test_proportional_growth_and_days_of_change_of_a_cost_are_derived_from_its_rules(
    card: str, result: str, day: str, sizes: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    answer = answer_of(card, result)
    assert answer.grows_with(sizes)
    assert not answer.grows_with(wrong)
    assert not answer.grows_with((*sizes, day))
    assert answer.day_breaks((day, AS_OF)) is not None
    if card == "cbam-goods":
        assert answer.day_breaks(("report_date",)) is None


def test_a_quarter_matters_only_if_the_rules_read_it() -> None:
    breaks = answer_of("cbam-goods", "cost_due").day_breaks(("imported_on",))
    assert breaks is not None

    def stretches(*days: date) -> int:
        return len({breaks.stretch({"imported_on": day}) for day in days})

    assert stretches(date(2026, 1, 1), date(2026, 3, 31)) == 1
    assert stretches(date(2026, 3, 31), date(2026, 4, 1)) == 2
    assert stretches(date(2027, 1, 2), date(2027, 4, 1), date(2027, 12, 31)) == 1
    assert stretches(date(2030, 12, 31), date(2031, 1, 2)) == 2


def test_a_card_with_points_in_its_conclusion_has_no_invariance() -> None:
    scorecard = Gazette(PUBLISHED).newest("zero-carbon-factory").scorecard
    answer = AnswerInvariance(InferenceEngine(scorecard).plan, scorecard.quantities[0].id)
    assert answer.day_breaks((AS_OF,)) is None
    assert not answer.grows_with(())

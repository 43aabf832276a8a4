"""Steps of indicators with cached parts: the bytes equal those of an evaluator without a cache."""

from contextlib import closing
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.inputs import DeclaredValue
from rules.contracts.numbers import format_exact
from rules.model.scorecard import LinePoint, LineScale, NotApplicablePolicy, Section
from rules.trail import trail_traversal
from rules.trail.criterion_steps import record_indicator
from rules.trail.evaluation import Evaluator
from tests.support.engine_card import KEY, card, choice, chosen, indicator, number, row, subject

LINE = LineScale(
    measure="level",
    unit="%",
    corners=(
        LinePoint(at=Fraction(0), points=Fraction(0)),
        LinePoint(at=Fraction(30), points=Fraction(2)),
        LinePoint(at=Fraction(70), points=Fraction(10)),
    ),
)
OTHER = choice("kind", "one", "two", may_not_apply=True)


@pytest.mark.parametrize("policy", NotApplicablePolicy)
def test_a_line_records_the_same_steps_with_and_without_a_cache(
    policy: NotApplicablePolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    scorecard = card(
        number("level", "%", 0, 100, may_not_apply=True),
        OTHER,
        indicators=(
            indicator("I1", 10, LINE, section="S"),
            indicator("I2", 10, LINE, section="S", applies=(chosen("kind", "one"),)),
            indicator("I3", 10, LINE, section="T", must=(chosen("kind", "one"),)),
        ),
        sections=(Section(id="S", maximum=Fraction(20)), Section(id="T", maximum=Fraction(10))),
        rows=(row("A", 15), row("B", 5)),
        policy=policy,
    )
    random, recorded = Random(7), 0

    def recording(*arguments: object) -> None:
        nonlocal recorded
        recorded += 1
        record_indicator(*arguments)  # type: ignore[arg-type]

    with closing(Evaluator(scorecard, "ab" * 32, "scorecards/x/versions/1.0.0")) as warm:
        subjects = []
        for _ in range(60):
            level = DeclaredValue(number=format_exact(Fraction(random.randrange(1_001), 10)), unit="%")
            kind = DeclaredValue(choice=random.choice(("one", "two")))
            values = {"level": level, "kind": kind}
            absent = random.choice(("level", "kind", "", "", "", ""))
            if absent:
                values[absent] = DeclaredValue(not_applicable=True)
            subjects.append(subject(values))
        monkeypatch.setattr(trail_traversal, "record_indicator", recording)
        contents = [warm.evaluate(each, KEY).content for each in subjects]
        assert 0 < recorded < 90
        monkeypatch.undo()
        for each, content in zip(subjects, contents, strict=True):
            with closing(Evaluator(scorecard, "ab" * 32, "scorecards/x/versions/1.0.0")) as cold:
                assert cold.evaluate(each, KEY).content == content

"""Disproof by interval subdivision: brute-force completions, dual evaluation of witnesses and boxes, split order."""

from collections.abc import Iterator
from contextlib import closing
from itertools import product
from random import Random

import pytest

from rules.contracts.errors import EngineDisagreement
from rules.contracts.extents import ChoiceExtent, Extent, NumberExtent
from rules.contracts.outcomes import NO_GRADE, Outcome, Possibility
from rules.engine import inference_engine, search
from rules.engine.decide import Decision, decide
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.model.expressions import Clause
from rules.model.scorecard import FindingRule, FindingSeverity, Scorecard
from tests.support.deciding import possibilities
from tests.support.engine_card import (
    LAW,
    band,
    by_bands,
    card,
    choice,
    chosen,
    compare,
    flag,
    gate,
    indicator,
    is_,
    number,
    question,
    row,
)
from tests.support.tiers import all_or_few, tries

CUTS = (25, 50, 75)
VALUES: dict[str, list[Extent]] = {
    "one": [is_(value) for value in (0, 20, 25, 40, 50, 60, 75, 90, 100)],
    "two": [is_(value) for value in (0, 20, 25, 40, 50, 60, 75, 90, 100)],
    "clean": [is_(True), is_(False)],
    "kind": [is_("a"), is_("b"), is_("c")],
}
"""Values at and between all numbers used in comparisons; any other value has the same outcome as one of them."""
REACHABLE, EXCLUDED = Possibility.REACHABLE, Possibility.EXCLUDED


def small_card(random: Random) -> Scorecard:
    """Return a card with four facts and non-monotonic points, so that intervals alone prove little."""

    def clause() -> Clause:
        options: list[Clause] = [
            compare(random.choice(["one", "two"]), random.choice(["at_least", "less_than"]), random.choice(CUTS), "%"),
            chosen("kind", *random.sample("abc", random.randint(1, 2))),
            chosen("clean", "yes"),
        ]
        return random.choice(options)

    def scored(name: str, measure: str) -> object:
        points = [random.choice([0, 10, 30, 50]) for _ in range(4)]
        edges = (None, *CUTS, None)
        return indicator(name, 50, by_bands(measure, *map(band, edges, edges[1:], points), unit="%"))

    rows = [
        row(f"g{3 - place}", 80 - 20 * place, *(clause() for _ in range(random.randint(0, 2)))) for place in range(3)
    ]
    return card(
        number("one", "%", 0, 100),
        number("two", "%", 0, 100),
        flag("clean"),
        choice("kind", "a", "b", "c"),
        gates=(gate("G", clause()), gate("H", clause())),
        indicators=(scored("I", "one"), scored("J", random.choice(["one", "two"]))),  # type: ignore[arg-type]
        rows=tuple(rows),
    )


def completions(asked: InferenceQuestion) -> Iterator[InferenceQuestion]:
    names = [name for name, extent in asked.facts.items() if extent not in VALUES[name]]
    for extents in product(*(VALUES[name] for name in names)):
        yield InferenceQuestion({**asked.facts, **dict(zip(names, extents, strict=True))}, {}, asked.as_of, {})


def is_true(engine: InferenceEngine, asked: InferenceQuestion, decision: Decision) -> int:
    """Check a decision by brute force. Returns the number of grades neither reached nor excluded."""
    reached = {grade for completed in completions(asked) for grade in engine.infer(completed).grades}
    for answer in decision.grades:
        assert answer.possibility is not EXCLUDED or answer.grade not in reached, answer
        assert answer.possibility is not REACHABLE or answer.grade in reached, answer
        assert answer.possibility is not Possibility.CERTAIN or reached == {answer.grade}, answer
        if answer.witness is not None:
            facts = {**asked.facts, **answer.witness.facts}
            assert engine.infer(InferenceQuestion(facts, {}, asked.as_of, {})).grades == (answer.grade,)
    return list(possibilities(decision).values()).count(Possibility.NOT_EXCLUDED)


def asked_of(scorecard: Scorecard, random: Random) -> InferenceQuestion:
    known = {name: random.choice(VALUES[name]) for name in sorted(VALUES) if random.random() < 0.3}
    return question(scorecard, known)


def test_brute_force_finds_no_grade_that_a_decision_excludes() -> None:
    undecided = decided = 0
    for seed in range(tries(40)):
        random = Random(seed)
        scorecard = small_card(random)
        with closing(InferenceEngine(scorecard)) as engine:
            asked = asked_of(engine.plan.scorecard, random)
            decision = decide(engine, asked)
            undecided += is_true(engine, asked, decision)
            decided += len(decision.grades)
    assert undecided <= decided // 20


class Both:
    """Records the conclusions that both evaluators agreed on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.agreed: list[Inference] = []
        honest = InferenceEngine.infer

        def watched(engine: InferenceEngine, asked: InferenceQuestion, reference: Inference | None = None) -> Inference:
            self.agreed.append(honest(engine, asked, reference))
            return self.agreed[-1]

        monkeypatch.setattr(InferenceEngine, "infer", watched)
        honestly = InferenceEngine.confirm

        def confirmed(engine: InferenceEngine, explored: list[Inference], reference: Inference) -> None:
            honestly(engine, explored, reference)
            self.agreed += explored

        monkeypatch.setattr(InferenceEngine, "confirm", confirmed)

    def excludes(self, grade: str, completed: InferenceQuestion) -> bool:
        return any(grade not in one.grades and holds(one.question, completed) for one in self.agreed)


def holds(wide: InferenceQuestion, narrow: InferenceQuestion) -> bool:
    for name, extent in narrow.facts.items():
        other = wide.facts[name]
        if isinstance(other, NumberExtent) and isinstance(extent, NumberExtent):
            assert extent.interval.low is not None
            if not other.interval.contains(extent.interval.low):
                return False
        elif not (
            isinstance(other, ChoiceExtent) and isinstance(extent, ChoiceExtent) and extent.possible <= other.possible
        ):
            return False
    return True


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("lies", [False, True], ids=["honest", "lying"])
def test_no_claim_is_based_on_the_oracle_alone(monkeypatch: pytest.MonkeyPatch, *, lies: bool) -> None:
    """Both evaluators must confirm each reported witness and the boxes that cover every completion.

    A lying oracle may find fewer answers or raise an error; it must never make a claim untrue.
    """
    if lies:
        honest, random_lies = inference_engine._ORACLE, Random(5)

        def lied(outcomes: dict[str, Outcome]) -> dict[str, Outcome]:
            return {rule: random_lies.choice(list(Outcome)) if random_lies.random() < 0.2 else answer
                    for rule, answer in outcomes.items()}  # fmt: skip

        lying = inference_engine._EvaluatorMode(
            lambda *asked: lied(honest.conclude(*asked)),
            lambda *asked: [lied(told) for told in honest.conclude_each(*asked)],
        )
        monkeypatch.setattr(inference_engine, "_ORACLE", lying)
    witnessed = excluded = refused = 0
    for seed in all_or_few(range(40), range(11, 19)):
        random = Random(seed)
        with closing(InferenceEngine(small_card(random))) as engine:
            asked = asked_of(engine.plan.scorecard, random)
            with monkeypatch.context() as patched:
                both = Both(patched)
                try:
                    decision = decide(engine, asked)
                except EngineDisagreement:
                    refused += 1
                    continue
            is_true(engine, asked, decision)
            for answer in decision.grades:
                if answer.witness is not None:
                    facts = {**asked.facts, **answer.witness.facts}
                    assert any(one.question.facts == facts and one.grades == (answer.grade,) for one in both.agreed)
                    witnessed += 1
                if answer.possibility is EXCLUDED:
                    assert all(both.excludes(answer.grade, completed) for completed in completions(asked))
                    excluded += answer.grade in decision.inference.grades
    assert (refused > tries(20)) is lies, "nothing that is honest"
    assert lies or witnessed > tries(30)
    assert lies or (refused == 0 and excluded > tries(10)), "beyond what intervals alone exclude"


def test_facts_that_a_grade_depends_on_are_split_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A contradiction in the last of many unknowns is found, in boxes that leave the others whole."""
    monkeypatch.setattr(search, "MAXIMUM_BOXES", 8)
    others = tuple(f"a_{place:02}" for place in range(12))
    bands = by_bands("z_share", band(None, 50, 60), band(50, None, 0), unit="%")
    scorecard = card(
        *(flag(name) for name in others),
        number("z_share", "%", 0, 100),
        gates=tuple(gate(f"G_{name}", chosen(name, "yes")) for name in others),
        indicators=(indicator("I", 60, bands),),
        rows=(row("gold", 50, compare("z_share", "at_least", 50, "%")), row("silver", 20)),
    )
    with closing(InferenceEngine(scorecard)) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {}))
    assert possibilities(decision) == {"gold": EXCLUDED, "silver": REACHABLE, NO_GRADE: REACHABLE}


def test_facts_that_only_findings_depend_on_are_never_split(monkeypatch: pytest.MonkeyPatch) -> None:
    """The points of one share rise in I as they fall in J, so that together they are never 80."""
    monkeypatch.setattr(search, "MAXIMUM_BOXES", 8)
    others = tuple(f"a_{place:02}" for place in range(12))
    rising, falling = (
        by_bands("z_share", band(None, 50, below), band(50, None, above), unit="%")
        for below, above in ((0, 40), (60, 0))
    )
    scorecard = card(
        *(flag(name) for name in others),
        number("z_share", "%", 0, 100),
        indicators=(indicator("I", 60, rising), indicator("J", 60, falling)),
        findings=tuple(
            FindingRule(id=f"F_{name}", when=(chosen(name, "no"),), severity=FindingSeverity.MAJOR, basis=LAW)
            for name in others
        ),
        rows=(row("gold", 80), row("silver", 50), row("bronze", 30)),
    )
    with closing(InferenceEngine(scorecard)) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {}))
    assert possibilities(decision) == {"gold": EXCLUDED, "silver": REACHABLE, "bronze": REACHABLE, NO_GRADE: EXCLUDED}

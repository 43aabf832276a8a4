"""Columnar reading of plain facts: same bytes and sentences as reading them singly, and exclusions."""

from collections.abc import Iterator
from contextlib import closing
from random import Random

import pytest

from benchmarks.cards import scorecard as benchmark_card, subject as benchmark_subject
from rules.contracts.errors import EngineDisagreement, InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Subject, Verification
from rules.contracts.outcomes import Outcome
from rules.engine.both_evaluators import DualEvaluator
from rules.engine.rete import ShardedNetwork
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from tests.support.one_by_one import one_by_one
from tests.support.random_stages import RATINGS, staged_question, staged_random_card
from tests.support.random_subjects import KEY, declared_subject, random_subject, richer_card
from tests.support.tiers import all_or_few, tries

_VERSION = "scorecards/any/versions/1.0.0"


def _evaluator(card: Scorecard) -> closing[Evaluator]:
    return closing(Evaluator(card, "ab" * 32, _VERSION))


def _one_by_one(evaluator: Evaluator, subject: Subject) -> tuple[bytes, str]:
    with one_by_one():
        recorded = evaluator.evaluate(subject, KEY)
        return recorded.content, recorded.record.model_dump_json()


def _plain(evaluator: Evaluator, subject: Subject) -> set[str]:
    return set(evaluator.engine.subject_reader.read(subject).verified.plain.values)


def test_columnar_reading_of_random_subjects_writes_identical_records() -> None:
    plain_count = 0
    for seed in all_or_few(range(24), range(5, 8)):
        card = richer_card(seed)
        with _evaluator(card) as evaluator:
            random = Random(seed)
            for unknown in (0.0, 0.0, 0.0, 0.05):
                subject = random_subject(card, random, unknown=unknown)
                recorded = evaluator.evaluate(subject, KEY)
                written = recorded.content, recorded.record.model_dump_json()
                assert written == _one_by_one(evaluator, subject), seed
                plain_count += bool(_plain(evaluator, subject))
    assert plain_count, "some facts are plain"


def test_columnar_reading_of_corrected_and_rejected_facts_writes_identical_records() -> None:
    """The declared conclusion is recorded in addition to the verified conclusion, including its dependent values."""
    plain_count, differing = 0, 0
    for seed in all_or_few(range(5, 15), range(9, 11)):
        staged = seed % 2 == 1
        card, random = staged_random_card(seed) if staged else richer_card(seed), Random(seed)
        with _evaluator(card) as evaluator:
            for _ in range(3):
                declared, other = (
                    declared_subject(card, staged_question(card, random, unknown=0.0))
                    if staged
                    else random_subject(card, random, unknown=0.0)
                    for _ in range(2)
                )
                subject = _judged(declared, other, random)
                recorded = evaluator.evaluate(subject, KEY)
                written = recorded.content, recorded.record.model_dump_json()
                assert written == _one_by_one(evaluator, subject), seed
                plain_count += bool(_plain(evaluator, subject))
                differing += recorded.record.declared_conclusion not in (None, recorded.record.conclusion)
    assert plain_count > tries(4), "some facts are plain"
    assert differing, "some corrections change the answer"


def _judged(declared: Subject, other: Subject, random: Random) -> Subject:
    """Return a subject with some facts corrected to the values of another subject, and some accepted."""
    values = {fact.id: fact.value for fact in other.facts}
    corrected, facts = set(random.sample(sorted(values), 2)), []
    for fact in declared.facts:
        value = values.get(fact.id) if fact.id in corrected else None
        judged = Verification(
            judgement=Judgement.ACCEPTED if value is None else Judgement.CORRECTED,
            corrected=value,
            method="reading of the meter",
            reason="another period",
            person="assessor",
            date="2026-02-01",
        )
        facts.append(fact.model_copy(update={"verification": judged} if value or random.random() < 0.2 else {}))
    return declared.model_copy(update={"facts": tuple(facts)})


def test_columnar_reading_of_stages_and_maturity_writes_identical_records() -> None:
    plain_count = 0
    reached: set[str] = set()
    for seed in all_or_few(range(5, 13), range(5, 7)):
        card = staged_random_card(seed)
        with _evaluator(card) as evaluator:
            random = Random(seed)
            for _ in range(6):
                subject = declared_subject(card, staged_question(card, random, unknown=0.0))
                recorded = evaluator.evaluate(subject, KEY)
                written = recorded.content, recorded.record.model_dump_json()
                assert written == _one_by_one(evaluator, subject), seed
                reached.update(one.stage for one in recorded.record.conclusion.stages)
                plain_count += bool(_plain(evaluator, subject))
    assert plain_count > tries(24), "some facts of most subjects are plain"
    assert len(reached) > 2


def test_a_rating_between_two_steps_is_refused_as_ever() -> None:
    card, random = staged_random_card(1), Random(1)
    subject = declared_subject(card, staged_question(card, random, unknown=0.0))
    between = DeclaredValue(number="33", unit="%")
    facts = (fact.model_copy(update={"value": between} if fact.id == RATINGS[0] else {}) for fact in subject.facts)
    wrong = subject.model_copy(update={"facts": tuple(facts)})
    with _evaluator(card) as evaluator:
        with pytest.raises(InputError, match="multiple") as refused:
            evaluator.evaluate(wrong, KEY)
        with pytest.raises(InputError) as wanted:
            _one_by_one(evaluator, wrong)
    assert refused.value.violations == wanted.value.violations


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    with _evaluator(benchmark_card(12)) as made:
        yield made


_NUMBER, _FLAG = "f1", "g2"


def _with(name: str, **fields: object) -> Subject:
    subject = benchmark_subject(12, 3)
    facts = (DeclaredFact(id=name, value=DeclaredValue(**fields)) if one.id == name else one for one in subject.facts)  # type: ignore[arg-type]
    return subject.model_copy(update={"facts": tuple(facts)})


@pytest.mark.parametrize("number", ["0", "12.5", "99.99", "33", "0.000000000000000000000000000001"])
def test_usual_numbers_are_plain(evaluator: Evaluator, number: str) -> None:
    subject = _with(_NUMBER, number=number, unit="%")
    assert _plain(evaluator, subject) == {fact.id for fact in subject.facts}
    assert evaluator.evaluate(subject, KEY).content == _one_by_one(evaluator, subject)[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "12.50", "unit": "%"},
        {"number": "1/3", "unit": "%"},
        {"number": "125", "unit": "‰"},
        {"number": "033", "unit": "%"},
    ],
)
def test_unusual_numbers_are_read_singly_and_recorded_identically(evaluator: Evaluator, fields: dict[str, str]) -> None:
    subject = _with(_NUMBER, **fields)
    assert _NUMBER not in _plain(evaluator, subject)
    assert evaluator.evaluate(subject, KEY).content == _one_by_one(evaluator, subject)[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "1\n2", "unit": "%"},
        {"number": "12\n", "unit": "%"},
        {"number": "1" * 60, "unit": "%"},
        {"number": "1e3", "unit": "%"},
        {"number": "NaN", "unit": "%"},
        {"number": "١٢", "unit": "%"},
        {"number": "100.01", "unit": "%"},
        {"number": "-0.01", "unit": "%"},
        {"number": "12"},
        {"number": "12", "unit": "t"},
        {"flag": True},
        {"number": "12", "unit": "%", "evidence": ("E-1",)},
    ],
)
def test_invalid_values_are_refused_with_the_same_violations(evaluator: Evaluator, fields: dict[str, object]) -> None:
    subject = _with(_NUMBER, **fields)
    with pytest.raises(InputError) as refused:
        evaluator.evaluate(subject, KEY)
    with pytest.raises(InputError) as wanted:
        _one_by_one(evaluator, subject)
    assert refused.value.violations == wanted.value.violations


@pytest.mark.parametrize("missing", [_NUMBER, _FLAG])
def test_a_missing_fact_leaves_all_other_facts_in_columns(evaluator: Evaluator, missing: str) -> None:
    subject = benchmark_subject(12, 3)
    others = {fact.id for fact in subject.facts} - {missing}
    facts = tuple(fact for fact in subject.facts if fact.id != missing)
    without = subject.model_copy(update={"facts": facts})
    empty = tuple(DeclaredFact(id=fact.id) if fact.id == missing else fact for fact in subject.facts)
    for unknown in (without, subject.model_copy(update={"facts": empty})):
        assert _plain(evaluator, unknown) == others
        recorded = evaluator.evaluate(unknown, KEY)
        assert (recorded.content, recorded.record.model_dump_json()) == _one_by_one(evaluator, unknown)


def test_a_corrected_fact_is_read_singly_and_recorded_identically(evaluator: Evaluator) -> None:
    subject = benchmark_subject(12, 3)
    judged = Verification(
        judgement=Judgement.CORRECTED, corrected=DeclaredValue(number="1.5", unit="%"), method="reading of the meter",
        reason="another period", person="assessor", date="2026-02-01",
    )  # fmt: skip
    facts = (fact.model_copy(update={"verification": judged} if fact.id == _NUMBER else {}) for fact in subject.facts)
    subject = subject.model_copy(update={"facts": tuple(facts)})
    assert _NUMBER not in _plain(evaluator, subject)
    recorded = evaluator.evaluate(subject, KEY)
    assert recorded.record.declared_conclusion is not None
    assert (recorded.content, recorded.record.model_dump_json()) == _one_by_one(evaluator, subject)


@pytest.mark.parametrize("name", ["'", '"', "\\", "'''", "\n    raise SystemExit", "__import__('os').abort()", "{n0}"])
def test_labels_and_ids_that_would_be_code_are_text(name: str) -> None:
    card = benchmark_card(4)
    named = card.model_copy(update={"card": card.card.model_copy(update={"titles": {"en": name, "zh": name}})})
    subject = benchmark_subject(4, 1).model_copy(update={"subject": name})
    with _evaluator(named) as evaluator:
        assert _plain(evaluator, subject)
        assert evaluator.evaluate(subject, KEY).content == _one_by_one(evaluator, subject)[0]


@pytest.mark.parametrize("network", ["first_evaluator", "second_evaluator"])
def test_a_disagreement_ends_the_evaluation(network: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with _evaluator(benchmark_card(4)) as evaluator:
        both: DualEvaluator = getattr(evaluator.engine, network)
        original = ShardedNetwork.conclude_each

        def other(self: ShardedNetwork, *asked: object) -> list[dict[str, Outcome]]:
            outcomes = original(self, *asked)  # type: ignore[arg-type]
            if self is both._sharded:
                rule = next(iter(outcomes[0]))
                outcomes[0][rule] = Outcome.NOT_MET if outcomes[0][rule] is Outcome.MET else Outcome.MET
            return outcomes

        monkeypatch.setattr(ShardedNetwork, "conclude_each", other)
        with pytest.raises(EngineDisagreement):
            evaluator.evaluate(benchmark_subject(4, 1), KEY)

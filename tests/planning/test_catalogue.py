"""Proposed measures: verified on sample dossiers of five cards with lost evidence and worse answers."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from rules.contracts.errors import EvaluationCancelledError
from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, PeriodText, Subject
from rules.contracts.messages import LANGUAGES
from rules.engine.inference_engine import InferenceEngine
from rules.planning import catalogue
from rules.planning.catalogue import propose_measures
from rules.planning.measure_checks import check_measures
from rules.planning.merits import Merits, MeritScale
from rules.rehearsal.example_runner import reference_subject
from rules.trail.question import read_question
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.support.cbam_cards import SHELF
from tests.support.small_card import small_card, small_subject

if TYPE_CHECKING:
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.model.scorecard import FactDefinition, RecordType, Scorecard
    from rules.planning.measures import FactEffect, Measure

SAMPLES = {
    "zero-carbon-factory": ("worked-factory.yaml", "2026-11-20"),
    "csr-three-stage": ("csr-three-stage/synthetic-power-companies.jsonl", "2026-11-20"),
    "near-zero-factory": ("china/near-zero-factory.yaml", "2026-11-20"),
    "zero-carbon-park": ("china/zero-carbon-park.yaml", "2026-11-20"),
    "green-factory": ("china/green-factory.yaml", "2026-11-20"),
}
CARDS = sorted(
    folder.name for folder in (CHECKOUT / "scorecards").iterdir() if folder.is_dir() and folder.name != "tables"
)
KNOWN = "2026-11-25T00:00:00Z"


@cache
def engine_of(card: str) -> InferenceEngine:
    return InferenceEngine(Gazette(CHECKOUT / "scorecards").newest(card).scorecard, SHELF)


@cache
def sample(card: str) -> Subject:
    file, as_of = SAMPLES[card]
    content = (CHECKOUT / "examples" / file).read_bytes()
    if file.endswith(".jsonl"):
        content = content.splitlines()[0]
    subject = read_dossier(content, engine_of(card).plan.scorecard, as_of=as_of, settings={}).subject
    return subject.model_copy(update={"known": KNOWN})


def of_this_year(subject: Subject) -> Subject:
    """Return the subject with reporting periods that have not ended."""
    year = PeriodText(first="2026-01-01", last="2026-12-31")
    facts = (
        fact.model_copy(update={"value": fact.value.model_copy(update={"period": year})})
        if fact.value is not None and fact.value.period is not None
        else fact
        for fact in subject.facts
    )
    return subject.model_copy(update={"facts": tuple(facts)})


def worse(subject: Subject, scorecard: Scorecard, *, part: int) -> Subject:
    """Return the subject without some evidence, with other answers for some facts and no answer for others."""
    definitions = {fact.id: fact for fact in scorecard.facts}
    facts = []
    for number, fact in enumerate(subject.facts):
        kind = (number + part) % 4
        value = fact.value
        if value is None or value.kind is None or kind == 0 or definitions[fact.id].given or value.period is not None:
            facts.append(fact)
        elif kind == 1 and value.records is None:
            facts.append(fact.model_copy(update={"value": value.model_copy(update={"evidence": ()}), "places": ()}))
        elif kind == 2:
            facts.append(_with_other_answer(fact, value, definitions[fact.id]))
    return subject.model_copy(update={"facts": tuple(facts)})


def _with_other_answer(fact: DeclaredFact, value: DeclaredValue, definition: FactDefinition) -> DeclaredFact:
    changes: dict[str, object] = {}
    if value.flag is not None:
        changes = {"flag": not value.flag}
    elif value.choices:
        changes = {"choices": value.choices[:-1]}
    elif value.choice is not None:
        changes = {"choice": definition.choices[-1].id}
    elif value.number is not None and definition.multiple_of is None and definition.at_least == 0:
        changes = {"number": "0"}
    return fact.model_copy(update={"value": value.model_copy(update=changes)})


def applied(subject: Subject, measure: Measure, scorecard: Scorecard) -> Subject:
    """Apply a measure as an applicant would: change the dossier and attach the required documents."""
    facts = {fact.id: fact for fact in subject.facts}
    definitions = {fact.id: fact for fact in scorecard.facts}
    evidence = list(subject.evidence)
    for effect in measure.effects:
        definition = definitions[effect.fact]
        present = facts.get(effect.fact, DeclaredFact(id=effect.fact)).value
        value = _changed(effect, present)
        records = {record.id: record for record in scorecard.records}
        value = _proved(definition, value, records.get(definition.record or ""), evidence, subject.as_of)
        facts[effect.fact] = DeclaredFact(id=effect.fact, value=value)
    return subject.model_copy(update={"facts": tuple(facts.values()), "evidence": tuple(evidence)})


def _changed(effect: FactEffect, present: DeclaredValue | None) -> DeclaredValue:
    if effect.value is not None:
        return effect.value
    assert present is not None
    if effect.added is None:
        return present
    if effect.added.records is not None:
        return present.model_copy(update={"records": (*(present.records or ()), *effect.added.records)})
    return present.model_copy(update={"choices": (*(present.choices or ()), *(effect.added.choices or ()))})


def _proved(
    definition: FactDefinition, value: DeclaredValue, record: RecordType | None, evidence: list[EvidenceItem], day: str
) -> DeclaredValue:
    def document(part: FactDefinition) -> tuple[str, ...]:
        if not part.evidence:
            return ()
        id = f"new-{definition.id}-{part.id}"
        evidence.append(
            EvidenceItem(
                id=id, kind=part.evidence[-1], issuer="planned", digest="1" * 64, issue_date=day,
                assurance=Assurance.REASONABLE,
            )
        )  # fmt: skip
        return (id,)

    changes: dict[str, object] = {"evidence": document(definition)}
    if value.records is not None and record is not None:
        proofs = {part.id: document(part) for part in record.fields}
        changes["records"] = tuple(
            {name: part.model_copy(update={"evidence": proofs[name]}) for name, part in row.items()}
            for row in value.records
        )
    return value.model_copy(update=changes)


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("card", SAMPLES)
def test_every_proposal_of_a_worse_sample_improves_its_evaluation(card: str, part: int) -> None:
    engine = engine_of(card)
    scorecard = engine.plan.scorecard
    subject = worse(of_this_year(sample(card)), scorecard, part=part)
    proposed = propose_measures(engine, subject)
    assert proposed.currency == "CNY"
    check_measures(scorecard, proposed, subject)
    _, question = read_question(engine, subject)
    scale = MeritScale(engine, engine.infer(question))
    assert proposed.measures or not scale.open
    alone: dict[str, Measure] = {}
    together: dict[str, Measure] = {}
    for measure in proposed.measures:
        raised = scale.raised(merits_after(engine, scale, subject, [measure]))
        (alone if raised else together).setdefault(measure.effects[0].fact, measure)
    if together:
        others = [measure for fact, measure in alone.items() if fact not in together]
        with_them = merits_after(engine, scale, subject, [*others, *together.values()])
        without = merits_after(engine, scale, subject, others)
        assert scale.criteria_in(scale.raised(with_them, without)), together.keys()


def merits_after(engine: InferenceEngine, scale: MeritScale, subject: Subject, measures: list[Measure]) -> Merits:
    for measure in measures:
        subject = applied(subject, measure, engine.plan.scorecard)
    _, question = read_question(engine, subject)
    return scale.of(engine.infer(question))


@pytest.mark.full
@pytest.mark.parametrize(
    "card", sorted(folder.parent.name for folder in (CHECKOUT / "scorecards").glob("*/1.0.0.json"))
)
def test_proposals_for_the_worse_reference_case_of_any_card_are_valid(card: str) -> None:
    engine = engine_of(card)
    scorecard = engine.plan.scorecard
    day = max(date(2026, 11, 20), scorecard.card.first_date)
    reference = reference_subject(scorecard, day).model_copy(update={"known": KNOWN})
    for part in (1, 2):
        subject = worse(of_this_year(reference), scorecard, part=part)
        check_measures(scorecard, propose_measures(engine, subject), subject)


def test_the_work_for_a_catalogue_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engine_of("zero-carbon-factory")
    subject = worse(of_this_year(sample("zero-carbon-factory")), engine.plan.scorecard, part=2)
    explored: list[InferenceQuestion] = []
    explore = InferenceEngine.explore

    def counted(self: InferenceEngine, question: InferenceQuestion, previous: Inference | None = None) -> Inference:
        explored.append(question)
        return explore(self, question, previous)

    monkeypatch.setattr(InferenceEngine, "explore", counted)
    assert len(propose_measures(engine, subject).measures) > 20
    assert len(explored) < 1_500
    explored.clear()
    monkeypatch.setattr(catalogue, "MAXIMUM_EXPLORED", 50)
    assert len(propose_measures(engine, subject).measures) < 20
    assert len(explored) < 300


@pytest.mark.parametrize("card", SAMPLES)
def test_names_are_in_the_wanted_language_and_ids_do_not_change(card: str) -> None:
    engine = engine_of(card)
    subject = worse(of_this_year(sample(card)), engine.plan.scorecard, part=1)
    english, chinese = (propose_measures(engine, subject, language=language).measures for language in LANGUAGES)
    assert [measure.id for measure in english] == [measure.id for measure in chinese]
    assert all(measure.name for measure in (*english, *chinese))
    assert [measure.name for measure in english] != [measure.name for measure in chinese] or not english


def test_the_worked_factory_changes_nothing_of_its_ended_year() -> None:
    engine = engine_of("zero-carbon-factory")
    proposed = {measure.id: measure for measure in propose_measures(engine, sample("zero-carbon-factory")).measures}
    numbers = {fact.id for fact in engine.plan.scorecard.facts if fact.type == "number"}
    assert not numbers & {effect.fact for measure in proposed.values() for effect in measure.effects}
    assert {"system_functions-optimise", "supplier_actions-collected"} <= proposed.keys()
    assert proposed["system_functions-optimise"].effects[0].added == DeclaredValue(choices=("optimise",))


def poor(**changes: DeclaredValue | None) -> Subject:
    year = DeclaredValue(period=PeriodText(first="2026-01-01", last="2026-12-31"))
    return small_subject(report_year=year, **changes).model_copy(update={"known": "2026-03-01T00:00:00Z"})


def ids(subject: Subject) -> list[str]:
    return [measure.id for measure in propose_measures(InferenceEngine(small_card()), subject).measures]


def test_thresholds_of_one_fact_are_a_group() -> None:
    subject = poor(renewable_share=DeclaredValue(number="10", unit="%", evidence=("meter",)))
    first, second = propose_measures(InferenceEngine(small_card()), subject).measures
    assert [first.effects[0].value, second.effects[0].value] == [
        DeclaredValue(number="40", unit="%"),
        DeclaredValue(number="80", unit="%"),
    ]
    assert first.group == second.group == "renewable_share"
    assert first.name == "Renewable share: 40 %"


def test_choices_gates_and_documents() -> None:
    assert ids(poor(status=DeclaredValue(choice="open"))) == ["status-closed"]
    assert ids(poor(serious_violations=DeclaredValue(number="3", unit="time"))) == ["serious_violations-0"]
    assert ids(poor(renewable_share=DeclaredValue(number="85", unit="%"))) == ["renewable_share-document"]
    assert ids(poor()) == []


def test_a_number_of_an_ended_period_is_not_proposed() -> None:
    subject = poor(renewable_share=DeclaredValue(number="10", unit="%", evidence=("meter",)))
    later = subject.model_copy(update={"as_of": "2027-02-01", "known": "2027-02-01T00:00:00Z"})
    assert "report_year" not in ids(later)
    used = small_card().model_copy(
        update={
            "facts": tuple(
                fact.model_copy(update={"evidence": ("meter-reading",)}) if fact.id == "report_year" else fact
                for fact in small_card().facts
            )
        }
    )
    period = DeclaredValue(period=PeriodText(first="2026-01-01", last="2026-12-31"), evidence=("meter",))
    facts = tuple(
        fact.model_copy(update={"value": period}) if fact.id == "report_year" else fact for fact in later.facts
    )
    closed = propose_measures(InferenceEngine(used), later.model_copy(update={"facts": facts}))
    assert closed.measures == ()


def test_a_catalogue_can_be_cancelled() -> None:
    engine = InferenceEngine(small_card())
    with engine.cancellation.until(lambda: True), pytest.raises(EvaluationCancelledError):
        propose_measures(engine, poor(status=DeclaredValue(choice="open")))

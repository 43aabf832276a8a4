"""Random declared subjects for random cards, and the same subject in another order or other units."""

from fractions import Fraction
from random import Random

from rules.contracts.extents import Extent, ListRecord, NumberExtent, RecordsExtent
from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.intervals import point_interval
from rules.contracts.numbers import format_exact, parse_decimal
from rules.engine.inference import InferenceQuestion
from rules.model.definitions import FactDefinition
from rules.model.scorecard import Basis, Certainty, Choice, Result, Rounding, Scorecard, Setting
from rules.trail.record_figures import declared_value_of
from tests.support.random_cards import AS_OF, RandomCard
from tests.support.random_extents import random_question

KEY = bytes(range(32))
KNOWN = "2026-03-01T12:00:00Z"
_PAPERS = ("paper", "reading", "permit")
_SCALED = {"%": ("‰", Fraction(10)), "t": ("kg", Fraction(1_000)), "kg": ("t", Fraction(1, 1_000))}


def richer_card(seed: int) -> Scorecard:
    """Return a random card with evidence, results, a second basis and a second setting."""
    plain = RandomCard(seed).build()
    random = Random(seed)

    def with_evidence(definition: FactDefinition) -> FactDefinition:
        return definition.model_copy(update={"evidence": ("paper",)} if random.random() < 0.4 else {})

    rounding = Rounding(places=1, mode=plain.card.rounding.mode)
    results = tuple(
        Result(id=f"shown_{name}", name=name, rounding=rounding, basis=("own",))
        for name in ("total_score", "ratio", "lot_sum")
    )
    return plain.model_copy(
        update={
            "facts": tuple(with_evidence(definition) for definition in plain.facts),
            "settings": (*plain.settings, Setting(id="mood", choices=(Choice(id="calm"),), default="calm")),
            "bases": (*plain.bases, Basis(id="law", instrument="test", clause="2", certainty=Certainty.CONFIRMED)),
            "results": results,
        }
    )


def random_subject(scorecard: Scorecard, random: Random, *, unknown: float) -> Subject:
    """Return a random subject with three evidence documents; `unknown` is the probability that a value is unknown."""
    asked = random_question(scorecard, random, unknown=unknown)
    records = {record.id: record for record in scorecard.records}
    facts: list[DeclaredFact] = []
    for definition in scorecard.facts:
        value = declared_value_of(_declarable(asked.facts[definition.id]), definition, records)
        if value is not None:
            papers = tuple(random.sample(_PAPERS, random.randint(0, 3)))
            facts.append(DeclaredFact(id=definition.id, value=value.model_copy(update={"evidence": papers})))
    return Subject(
        subject="subjects/random",
        as_of=AS_OF.isoformat(),
        known=KNOWN,
        settings={name: choice for name, choice in asked.settings.items() if choice is not None and name == "reading"},
        facts=tuple(facts),
        evidence=tuple(_paper(name) for name in _PAPERS),
    )


def declared_subject(scorecard: Scorecard, asked: InferenceQuestion) -> Subject:
    """Declare the known values of a question, with decimal numbers and without evidence."""
    records = {record.id: record for record in scorecard.records}
    values = {fact.id: declared_value_of(_declarable(asked.facts[fact.id]), fact, records) for fact in scorecard.facts}
    return Subject(
        subject="subjects/random",
        as_of=AS_OF.isoformat(),
        known=KNOWN,
        settings={name: choice for name, choice in asked.settings.items() if choice is not None},
        facts=tuple(DeclaredFact(id=name, value=value) for name, value in values.items() if value is not None),
    )


def _paper(name: str) -> EvidenceItem:
    return EvidenceItem(id=name, kind="paper", issuer="office", digest="0d" * 32, assurance=Assurance.LIMITED)


def _declarable(extent: Extent) -> Extent:
    """Return the extent with every known number rounded to two decimal places."""
    match extent:
        case NumberExtent(interval) if interval.value is not None:
            return NumberExtent(point_interval(Fraction(round(interval.value * 100), 100)))
        case RecordsExtent(records) if records is not None:
            return RecordsExtent(
                tuple(
                    ListRecord(record.key, {name: _declarable(part) for name, part in record.fields.items()})
                    for record in records
                )
            )
        case _:
            return extent


def shuffled(subject: Subject, random: Random) -> Subject:
    facts = [fact.model_copy(update={"value": _shuffled(fact.value, random)}) for fact in subject.facts]
    return subject.model_copy(
        update={
            "facts": tuple(random.sample(facts, len(facts))),
            "evidence": tuple(random.sample(subject.evidence, len(subject.evidence))),
            "settings": dict(random.sample(list(subject.settings.items()), len(subject.settings))),
        }
    )


def _shuffled(value: DeclaredValue | None, random: Random) -> DeclaredValue | None:
    if value is None:
        return None
    changes: dict[str, object] = {"evidence": tuple(random.sample(value.evidence, len(value.evidence)))}
    if value.choices is not None:
        changes["choices"] = tuple(random.sample(value.choices, len(value.choices)))
    if value.records is not None:
        rows = [dict(random.sample(list(row.items()), len(row))) for row in value.records]
        changes["records"] = tuple(random.sample(rows, len(rows)))
    return value.model_copy(update=changes)


def in_other_units(subject: Subject) -> Subject:
    facts = (
        fact.model_copy(update={"value": None if fact.value is None else _scaled(fact.value)}) for fact in subject.facts
    )
    return subject.model_copy(update={"facts": tuple(facts)})


def _scaled(value: DeclaredValue) -> DeclaredValue:
    if value.records is not None:
        rows = tuple({name: _scaled(part) for name, part in row.items()} for row in value.records)
        return value.model_copy(update={"records": rows})
    if value.number is None or value.unit not in _SCALED:
        return value
    unit, factor = _SCALED[value.unit]
    return value.model_copy(update={"number": format_exact(parse_decimal(value.number) * factor), "unit": unit})


def shuffled_card(scorecard: Scorecard, random: Random) -> Scorecard:
    names = ("facts", "quantities", "gates", "settings", "bases", "findings", "results", "records")
    lists = {name: tuple(random.sample(getattr(scorecard, name), len(getattr(scorecard, name)))) for name in names}
    return scorecard.model_copy(update=lists)

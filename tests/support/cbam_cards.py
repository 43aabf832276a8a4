"""Test helpers for CBAM cards: compilation, declared values, inference, hidden facts and oracle comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st

from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.intervals import UNBOUNDED, Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.engine.inference import Inference, InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.language.compiler import compile_folder
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.model.scorecard import FactDefinition
from service.configuration.folders import CHECKOUT
from service.gazette.tables import TableStore
from tests.language.folders import read_folder

SHELF = TableStore(CHECKOUT / "scorecards" / "tables")
TODAY = "2026-11-20"
Facts = dict[str, DeclaredValue]


def files(card: str) -> dict[str, str]:
    """Return the draft files of a card and its vocabulary."""
    return read_folder(CHECKOUT / "features" / card)


@cache
def published(card: str) -> PublishedVersion:
    """Compile the drafts of a card as if they were published."""
    scorecard = compile_folder(files(card), tables=SHELF).scorecard
    assert scorecard is not None
    return read_published(published_bytes(scorecard, files(card)), "2026-01-01T00:00:00Z")


BLANK = DeclaredValue()
"""A value that was not declared."""


def value(of: object, unit: str = "") -> DeclaredValue:
    """Declare a number in its unit, a date, a yes or no, or that nothing applies."""
    match of:
        case None:
            return DeclaredValue(not_applicable=True)
        case bool():
            return DeclaredValue(flag=of)
        case date():
            return DeclaredValue(date=of.isoformat())
        case Fraction():
            return DeclaredValue(number=format_exact(of), unit=unit)
        case _:
            raise TypeError(of)


def choice(id: str) -> DeclaredValue:
    """Declare a choice."""
    return DeclaredValue(choice=id)


def text(words: str) -> DeclaredValue:
    """Declare a text."""
    return DeclaredValue(text=words)


def subject_of(facts: Mapping[str, DeclaredValue], as_of: date, known: str, settings: Mapping[str, str]) -> Subject:
    return Subject(
        subject="organizations/o/subjects/s",
        as_of=as_of.isoformat(),
        known=f"{known}T00:00:00Z",
        settings=dict(settings),
        facts=tuple(DeclaredFact(id=name, value=one) for name, one in facts.items()),
        evidence=(),
    )


def proved(card: str, subject: Subject) -> Subject:
    """Attach evidence of the as-of day to every fact and field that requires evidence."""
    scorecard = published(card).scorecard
    records = {record.id: record.fields for record in scorecard.records}
    asked = {fact.id: fact for fact in scorecard.facts}
    papers: dict[str, EvidenceItem] = {}

    def of(definition: FactDefinition, value: DeclaredValue) -> DeclaredValue:
        changes: dict[str, object] = {}
        if definition.evidence:
            kind = definition.evidence[0]
            papers[kind] = EvidenceItem(
                id=kind,
                kind=kind,
                issuer="i",
                digest="ab" * 32,
                issue_date=subject.as_of,
                assurance=Assurance.REASONABLE,
            )
            changes["evidence"] = (kind,)
        if value.records is not None:
            fields = {field.id: field for field in records[definition.record or ""]}
            rows = ({name: of(fields[name], part) for name, part in row.items()} for row in value.records)
            changes["records"] = tuple(rows)
        return value.model_copy(update=changes)

    facts = tuple(
        fact.model_copy(update={"value": fact.value and of(asked[fact.id], fact.value)}) for fact in subject.facts
    )
    return subject.model_copy(update={"facts": facts, "evidence": tuple(papers.values())})


def inferred(engine: InferenceEngine, subject: Subject) -> Inference:
    """Conclude by both evaluators."""
    reading = read_subject(engine.plan.scorecard, subject)
    tables = engine.tables_at(reading.as_of, date.fromisoformat(subject.known[:10]))
    return engine.infer(InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}, tables=tables))


def interval(inference: Inference, name: str) -> Interval:
    """Return the interval of possible values of a quantity."""
    extent = inference.values.extents[name]
    return extent.interval if isinstance(extent, NumberExtent) else UNBOUNDED


def exact(inference: Inference, name: str) -> Fraction | None:
    """Return the value of a quantity; None if it is undetermined or does not apply."""
    bounds = interval(inference, name)
    return bounds.low if bounds.low is not None and bounds.low == bounds.high else None


def contains(bounds: Interval, number: Fraction) -> bool:
    return (bounds.low is None or bounds.low <= number) and (bounds.high is None or number <= bounds.high)


def hold(outcome: Outcome, expected: Outcome, *, sure: bool) -> bool:
    """Return whether an outcome is the expected outcome; without `sure`, it may also be undetermined."""
    return outcome is expected or (not sure and outcome is Outcome.UNDETERMINED)


def met(holds: bool, applies: bool = True) -> Outcome:
    return (Outcome.MET if holds else Outcome.NOT_MET) if applies else Outcome.NOT_APPLICABLE


def agree(
    inference: Inference,
    *,
    numbers: Mapping[str, Fraction | None],
    gates: Mapping[str, Outcome],
    findings: Mapping[str, bool],
    sure: bool,
) -> None:
    """Compare a result with a second computation: equal if all facts are known, otherwise compatible.

    A number is None where a table has no value; the card must then have no exact value either.
    """
    for name, number in numbers.items():
        bounds = interval(inference, name)
        if number is None:
            assert not sure or exact(inference, name) is None, (name, bounds)
            continue
        assert contains(bounds, number), (name, bounds, number)
        assert not sure or exact(inference, name) == number, (name, bounds, number)
    for id, outcome in gates.items():
        assert hold(inference.gates[id], outcome, sure=sure), (id, inference.gates[id], outcome)
    for id, raised in findings.items():
        assert hold(inference.second_pass[f"finding:{id}"], met(raised), sure=sure), (id, raised)


@st.composite
def hidden(draw: Any, facts: Facts) -> Facts:
    """Leave out some facts, and some fields of records but their keys, as if they were not known."""
    kept = {name: facts[name] for name in draw(st.sets(st.sampled_from(sorted(facts))))} or dict(facts)
    remaining = dict(_with_holes(draw, kept))
    return remaining if draw(st.booleans()) else {**facts, **remaining}


def _with_holes(draw: Any, facts: Facts) -> Iterator[tuple[str, DeclaredValue]]:
    for name, declared in facts.items():
        if not declared.records:
            yield name, declared
            continue
        key = next(iter(declared.records[0]))
        holes = draw(st.sets(st.sampled_from(sorted(set(declared.records[0]) - {key}))))
        shown = (draw(st.booleans()) for _ in declared.records)
        records = tuple(
            {field: part for field, part in record.items() if whole or field not in holes}
            for record, whole in zip(declared.records, shown, strict=True)
        )
        yield name, DeclaredValue(records=records)

"""Example runner: the reference case with its changes, evaluated like any subject."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, VersionError
from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, PreviousValue, Subject
from rules.contracts.numbers import format_exact
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.read_subject import read_subject
from rules.language.render import Renderer
from rules.model.examples import (
    EveryRating,
    EvidenceDateChange,
    ExpectConclusion,
    ExpectGrades,
    FactChange,
    MissingEvidenceChange,
    SettingChange,
    StatedFactChange,
    ValueOverride,
)
from rules.model.forms import PERCENT
from rules.rehearsal.expectation_checks import ExpectationChecker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rules.contracts.diagnostics import Location
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.examples import Change, Example, Expectation, PlacedItem
    from rules.model.scorecard import FactDefinition, Scorecard


class ReferenceCaseCache:
    """Cache of the reference case, read and evaluated once for each day that several examples share.

    `days` are the days of all examples. Parts that an example does not change are neither read nor evaluated again.
    """

    def __init__(self, engine: InferenceEngine, days: Iterable[date]) -> None:
        self._engine = engine
        self._card = engine.plan.scorecard
        self._shared = {day for day, count in Counter(days).items() if count > 1}
        self._read: dict[date, tuple[ModifiedCase, InferenceQuestion] | None] = {}
        self._concluded: dict[date, Inference | None] = {}
        fields = {record.id: {field.id for field in record.fields} for record in self._card.records}
        self._needs = {fact.id: {fact.id} | fields.get(fact.record or "", set()) for fact in self._card.facts}
        owned = {record.id: record.belongs_to.list for record in self._card.records if record.belongs_to is not None}
        self._joined = {fact.id for fact in self._card.facts if fact.id in owned.values() or fact.record in owned}
        self._joined |= {name for fact in self._card.facts if fact.issued_for for name in (fact.id, fact.issued_for)}

    def inference_on(self, day: date) -> Inference | None:
        if day not in self._concluded:
            reference = self._reference(day)
            self._concluded[day] = None if reference is None else self._engine.infer(reference[1])
        return self._concluded[day]

    def question_for(self, changes: Iterable[Change], day: date) -> InferenceQuestion:
        reference, every = self._reference(day), list(changes)
        if reference is not None:
            try:
                return self._changed_question(*reference, every, day)
            except InputError:
                pass  # The full read below raises the error.
        return changed_question_with_tables(self._engine, every, day)

    def _reference(self, day: date) -> tuple[ModifiedCase, InferenceQuestion] | None:
        if day not in self._shared:
            return None
        if day not in self._read:
            try:
                self._read[day] = reference_case(self._card, day), changed_question_with_tables(self._engine, (), day)
            except (InputError, VersionError):
                self._read[day] = None
        return self._read[day]

    def _changed_question(
        self, reference: ModifiedCase, question: InferenceQuestion, changes: list[Change], day: date
    ) -> InferenceQuestion:
        case = replace(
            reference,
            facts=dict(reference.facts),
            evidence=dict(reference.evidence),
            settings={},
            stated={},
            supposed={},
        )
        for change in changes:
            _apply_change(change, case)
        touched = {
            name for name, value in case.facts.items() if value is not reference.facts.get(name)
        } | case.stated.keys()
        changed_evidence = {name for name, item in reference.evidence.items() if case.evidence.get(name) is not item}
        touched |= {name for name, needed in self._needs.items() if needed & changed_evidence}
        if touched & self._joined:
            touched |= self._joined
        needed = {name for fact in touched for name in self._needs.get(fact, ())}
        reduced_card = self._card.model_copy(
            update={"facts": tuple(fact for fact in self._card.facts if fact.id in touched)}
        )
        case.evidence = {name: item for name, item in case.evidence.items() if name in needed}
        reading = read_subject(reduced_card, case_subject(reduced_card, case, day))
        facts = {**question.facts, **reading.verified.extents}
        return replace(question, facts=facts, settings=reading.settings, supposed_numbers=case.supposed)


_DIGEST = "0" * 64


@dataclass(frozen=True, slots=True)
class ExpectationFailure:
    """An unmet expectation and the actual result.

    `sentence` is None if the example could not be evaluated; `actual` then contains the reason.
    """

    location: Location
    sentence: str | None
    actual: str


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """The result of one example; `decision` is None if it could not be evaluated."""

    example: Example
    decision: Decision | None
    failures: tuple[ExpectationFailure, ...]


@dataclass(slots=True)
class ModifiedCase:
    """The changed reference case; `stated` replaces earlier results, `supposed` replaces computed numbers."""

    facts: dict[str, DeclaredValue | None]
    evidence: dict[str, EvidenceItem]
    settings: dict[str, str]
    ratings: tuple[str, ...]
    stated: dict[str, DeclaredValue] = field(default_factory=dict)
    supposed: dict[str, Fraction] = field(default_factory=dict)


def run_example(
    engine: InferenceEngine, example: Example, reference: ReferenceCaseCache | None = None
) -> ExampleResult:
    """Evaluate one example and compare the result exactly with its expectations."""
    changes = [placed.item for placed in example.changes]
    try:
        question, decision = evaluate_changes(
            engine, changes, example.as_of, graded=is_graded(engine.plan.scorecard, example), reference=reference
        )
    except InputError as error:
        wrong = " ".join(f"{violation.field}: {violation.description}" for violation in error.violations)
        return ExampleResult(example, None, (ExpectationFailure(example.location, None, wrong),))
    except VersionError as error:
        return ExampleResult(example, None, (ExpectationFailure(example.location, None, str(error)),))
    return ExampleResult(example, decision, expectation_failures(engine, example, question, decision))


def is_graded(scorecard: Scorecard, example: Example) -> bool:
    """Return whether an example needs the search for all possible results, beyond a direct inference."""
    expected = any(
        isinstance(expectation.item, (ExpectGrades, ExpectConclusion)) for expectation in example.expectations
    )
    return expected or scorecard.stages is not None or scorecard.verdicts is not None


def expectation_failures(
    engine: InferenceEngine, example: Example, question: InferenceQuestion, decision: Decision
) -> tuple[ExpectationFailure, ...]:
    """Return the expectations that differ from the actual result, compared exactly."""
    comparison = ExpectationChecker(engine, question, decision, Renderer(engine.plan.scorecard, example.language))
    return tuple(
        ExpectationFailure(_expectation_location(example, placed), placed.sentence, actual)
        for placed in example.expectations
        if (actual := comparison.differs(placed.item)) is not None
    )


def _expectation_location(example: Example, placed: PlacedItem[Expectation]) -> Location:
    """Return the later location: in an outline, the example's row is below the steps."""
    return max(example.location, placed.location)


def evaluate_changes(
    engine: InferenceEngine,
    changes: Iterable[Change],
    as_of: date,
    *,
    graded: bool = True,
    reference: ReferenceCaseCache | None = None,
) -> tuple[InferenceQuestion, Decision]:
    """Evaluate the reference case with changes; without `graded`, skip the search for all possible results.

    The reference tables are those known on the as-of date. Equal inputs and results of the `reference` case are reused.
    """
    question = (
        changed_question_with_tables(engine, changes, as_of)
        if reference is None
        else reference.question_for(changes, as_of)
    )
    reference_inference = None if reference is None or question.supposed_numbers else reference.inference_on(as_of)
    if graded:
        return question, decide(engine, question, previous=reference_inference)
    inference = engine.infer(question, reference_inference)
    return question, Decision(inference, inference.kind, ())


def changed_question_with_tables(engine: InferenceEngine, changes: Iterable[Change], as_of: date) -> InferenceQuestion:
    """Read the reference case with changes, and load the reference tables known on the as-of date."""
    question = changed_question(engine.plan.scorecard, changes, as_of)
    return replace(question, tables=engine.tables_at(question.as_of, question.as_of))


def changed_question(scorecard: Scorecard, changes: Iterable[Change], as_of: date) -> InferenceQuestion:
    """Read the reference case with changes like any other subject."""
    subject, supposed = changed_subject(scorecard, changes, as_of)
    reading = read_subject(scorecard, subject)
    return InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, supposed)


def changed_subject(
    scorecard: Scorecard, changes: Iterable[Change], as_of: date
) -> tuple[Subject, dict[str, Fraction]]:
    """Return the reference case with changes as a subject, and the supposed numbers by name."""
    case = reference_case(scorecard, as_of)
    for change in changes:
        _apply_change(change, case)
    return case_subject(scorecard, case, as_of), case.supposed


def reference_subject(scorecard: Scorecard, as_of: date) -> Subject:
    """Return the reference case with perfect evidence as a subject."""
    return case_subject(scorecard, reference_case(scorecard, as_of), as_of)


def case_subject(scorecard: Scorecard, case: ModifiedCase, as_of: date) -> Subject:
    """Return a case as a subject with the facts of the scorecard."""
    return Subject.trusted(
        {
            "subject": "organizations/rehearsal/subjects/reference-case",
            "as_of": as_of.isoformat(),
            "known": "9999-12-31T00:00:00Z",
            "settings": case.settings,
            "facts": tuple(
                fact for definition in scorecard.facts if (fact := _declared(definition, case, scorecard, as_of))
            ),
            "evidence": tuple(case.evidence.values()),
        }
    )


def _declared(definition: FactDefinition, case: ModifiedCase, scorecard: Scorecard, as_of: date) -> DeclaredFact | None:
    name, case_value = definition.id, case.facts.get(definition.id)
    if definition.previous is None:
        stated, previous = case_value, None
    else:
        stated, previous = case.stated.get(name), None if case_value is None else _previous(case_value, as_of)
    if stated is None and previous is None:
        return None
    value = None if stated is None else _with_evidence(definition, stated, case.evidence, scorecard)
    return DeclaredFact.trusted({"id": name, "value": value, "previous": previous})


def _previous(value: DeclaredValue, as_of: date) -> PreviousValue:
    return PreviousValue(
        record_digest=_DIGEST, scorecard_version="reference case", as_of_date=as_of.isoformat(), value=value
    )


def reference_case(scorecard: Scorecard, as_of: date) -> ModifiedCase:
    """Return the reference case with perfect evidence: first accepted kind, issued on the as-of date, fully assured."""
    facts: dict[str, DeclaredValue | None] = {item.fact: item.value for item in scorecard.reference_case}
    fields = [part for record in scorecard.records for part in record.fields]
    wanted = [definition for definition in (*scorecard.facts, *fields) if definition.evidence]
    evidence = {
        definition.id: EvidenceItem.trusted(
            {
                "id": f"reference-{definition.id}",
                "kind": definition.evidence[0],
                "issuer": "reference case",
                "digest": _DIGEST,
                "issue_date": as_of.isoformat(),
                "assurance": Assurance.REASONABLE,
            }
        )
        for definition in wanted
    }
    ratings = {name for indicator in scorecard.indicators for name in indicator.scale.ratings.values()}
    return ModifiedCase(facts, evidence, {}, tuple(sorted(ratings)))


def _apply_change(change: Change, case: ModifiedCase) -> None:
    match change:
        case EveryRating(percent):
            value = DeclaredValue(number=format_exact(percent), unit=PERCENT)
            case.facts.update(dict.fromkeys(case.ratings, value))
        case FactChange(fact, value):
            case.facts[fact] = value
        case StatedFactChange(fact, value):
            case.stated[fact] = value
        case MissingEvidenceChange(fact):
            case.evidence.pop(fact, None)
        case EvidenceDateChange(fact, issue_date):
            if fact in case.evidence:
                dated = case.evidence[fact].model_copy(update={"issue_date": issue_date.isoformat()})
                case.evidence[fact] = dated
        case SettingChange(setting, None):
            case.settings.pop(setting, None)
        case SettingChange(setting, str(choice)):
            case.settings[setting] = choice
        case ValueOverride(name, number):
            case.supposed[name] = number


def _with_evidence(
    definition: FactDefinition, value: DeclaredValue, evidence: Mapping[str, EvidenceItem], scorecard: Scorecard
) -> DeclaredValue:
    changes: dict[str, object] = {}
    if definition.id in evidence:
        changes["evidence"] = (evidence[definition.id].id,)
    if value.records is not None:
        record = next(item for item in scorecard.records if item.id == definition.record)
        fields = {part.id: part for part in record.fields}
        changes["records"] = tuple(
            {
                name: _with_evidence(fields[name], part, evidence, scorecard) if name in fields else part
                for name, part in row.items()
            }
            for row in value.records
        )
    return value.model_copy(update=changes)

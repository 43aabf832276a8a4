"""Values from earlier evaluations: selection of the evaluation, extraction, and verification against its record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts.dates import parse_date
from rules.contracts.erased_records import ErasedRecord, read_record
from rules.contracts.error_texts import error_message
from rules.contracts.errors import TrailError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, PreviousGapReason, PreviousValue
from rules.contracts.messages import Message, join_messages, message_factory
from rules.engine.read_subject import counting_values
from rules.model.definitions import PreviousPart, PreviousSource, year_before
from rules.model.published_version import is_repealed
from rules.model.scorecard import FactType
from rules.model.symbol_table import DefinitionIndex
from rules.trail.commitments import KEY_BYTES, trail_digest_of
from rules.trail.deserialization import inputs_of
from rules.trail.erasure import mismatched_steps_of
from rules.trail.trail_traversal import CONCLUSION_STEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts.inputs import Subject
    from rules.contracts.record_bytes import WrittenRecord, WrittenSteps
    from rules.model.published_version import PublishedVersion
    from rules.model.scorecard import FactDefinition, Scorecard


_message = message_factory(__name__)
_NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class EarlierEvaluation:
    """Candidate for an earlier evaluation: its name, which may be empty, its remaining steps, and its version."""

    name: str
    written_steps: WrittenSteps
    version: PublishedVersion | None


def fill_from_previous(
    scorecard: Scorecard, subject: Subject, candidates: Sequence[EarlierEvaluation]
) -> tuple[Subject, tuple[Message, ...]]:
    """Return the subject with values from earlier evaluations, and a message for each rejected candidate.

    `candidates` are in order of creation. The match with the latest as-of date is used; among equal dates, the last.
    """
    sources = {fact.id: fact for fact in scorecard.facts if fact.previous is not None}
    if not sources:
        return subject, tuple(_message("NOTHING_TAKEN", name=_evaluation_label(candidate)) for candidate in candidates)
    stated = {fact.id: fact for fact in subject.facts}
    used: set[int] = set()
    problems: dict[int, Message] = {}
    for id, definition in sources.items():
        matcher = PreviousSourceMatcher(scorecard, subject, definition)
        matches: list[EarlierEvaluation] = []
        for position, evaluation in enumerate(candidates):
            problem = matcher.problem(evaluation)
            if problem is None:
                matches.append(evaluation)
                used.add(position)
            else:
                problems.setdefault(position, problem)
        previous_value = matcher.previous_value(matches)
        if previous_value is not None:
            declared = stated.get(id, DeclaredFact(id=id))
            stated[id] = declared.model_copy(update={"previous": previous_value})
    messages = tuple(problem for position, problem in problems.items() if position not in used)
    return subject.model_copy(update={"facts": tuple(stated.values())}), messages


class PreviousSourceMatcher:
    """Matcher for the earlier evaluation that supplies one fact of a subject."""

    def __init__(self, scorecard: Scorecard, subject: Subject, definition: FactDefinition) -> None:
        if definition.previous is None:
            raise ValueError(definition.id)
        self._source: PreviousSource = definition.previous
        self._definition, self._subject = definition, subject
        self._card = self._source.card or scorecard.card.id
        self._year = None
        if self._source.year_of is not None:
            value = counting_values(scorecard, subject).get(self._source.year_of)
            self._year = None if value is None else year_before(value)

    @property
    def needs_version(self) -> bool:
        return self._source.part is PreviousPart.QUANTITY and self._definition.type is FactType.NUMBER

    def problem(self, evaluation: EarlierEvaluation) -> Message | None:
        head, name = evaluation.written_steps.head, _evaluation_label(evaluation)
        if head.subject != self._subject.subject:
            return _message("OTHER_SUBJECT", name=name, found=head.subject, wanted=self._subject.subject)
        if card_of(head.scorecard_version) != self._card:
            return _message("OTHER_CARD", name=name, found=head.scorecard_version, wanted=self._card)
        latest = self._subject.as_of
        if head.as_of_date > latest or (self._source.year_of is None and head.as_of_date == latest):
            return _message("NOT_EARLIER", name=name, found=head.as_of_date, day=latest)
        if (
            self._source.year_of is not None
            and f"facts/{self._source.year_of}" in evaluation.written_steps.results_by_step
        ):
            year_problem = self._year_problem(evaluation, self._source.year_of)
            if year_problem is not None:
                return year_problem
        if evaluation.version is None and self.needs_version:
            return _message("VERSION_NOT_HERE", name=name, version=head.scorecard_version)
        return None

    def _year_problem(self, evaluation: EarlierEvaluation, fact: str) -> Message | None:
        if self._year is None:
            return _message("YEAR_UNKNOWN", name=_evaluation_label(evaluation), fact=fact)
        year_value = _used_value(evaluation.written_steps, fact)
        if year_value is not None and (year_value.choice, year_value.period) == (self._year.choice, self._year.period):
            return None
        wanted = _year_text(self._year)
        return _message(
            "OTHER_YEAR", name=_evaluation_label(evaluation), fact=fact, found=_year_text(year_value), wanted=wanted
        )

    def previous_value(self, fitting: Sequence[EarlierEvaluation]) -> PreviousValue | None:
        if not fitting:
            return None
        ordered = sorted(fitting, key=lambda evaluation: evaluation.written_steps.head.as_of_date)
        usable = [evaluation for evaluation in ordered if self._gap(evaluation) is None]
        last = (usable or ordered)[-1]
        head, lacks = last.written_steps.head, self._gap(last)
        value = None if lacks is not None else previous_result_value(last, self._source, self._definition)
        return PreviousValue(
            evaluation=last.name,
            record_digest=last.written_steps.digest,
            scorecard_version=head.scorecard_version,
            as_of_date=head.as_of_date,
            candidates=len(fitting),
            value=value,
            lacks=lacks or (PreviousGapReason.OPEN if value is None else None),
        )

    def _steps(self, evaluation: EarlierEvaluation) -> set[str]:
        source, version = self._source, evaluation.version
        steps = {CONCLUSION_STEP} if source.year_of is None else {CONCLUSION_STEP, f"facts/{source.year_of}"}
        if version is not None and source.quantity in DefinitionIndex(version.scorecard).quantities:
            steps.add(f"quantities/{source.quantity}")
        return steps

    def is_erased(self, evaluation: EarlierEvaluation) -> bool:
        return not self._steps(evaluation) <= evaluation.written_steps.results_by_step.keys()

    def _gap(self, evaluation: EarlierEvaluation) -> PreviousGapReason | None:
        if self.is_erased(evaluation):
            return PreviousGapReason.ERASED
        day = parse_date(evaluation.written_steps.head.as_of_date)
        repealed = evaluation.version is not None and is_repealed(evaluation.version, day, self._subject.known)
        return PreviousGapReason.REPEALED if repealed else None


def card_of(version: str) -> str:
    """Return the scorecard id in the name of a version."""
    return version.removeprefix("scorecards/").partition("/")[0]


def previous_result_value(
    evaluation: EarlierEvaluation, source: PreviousSource, definition: FactDefinition
) -> DeclaredValue | None:
    """Return a result of an evaluation as a value for a fact; None if it is undetermined or missing."""
    if source.part is PreviousPart.QUANTITY:
        return _quantity_value(evaluation, source.quantity or "", definition)
    if source.part is PreviousPart.SCORE:
        code = evaluation.written_steps.results_by_step.get("score", [None])[0]
        return DeclaredValue(number=code, unit=definition.unit or None) if _is_single_value(code) else None
    concluded = evaluation.written_steps.results_by_step.get(CONCLUSION_STEP, [{}])[0]
    word = concluded.get("kind" if source.part is PreviousPart.CONCLUSION else source.part.value)
    return _word(word, definition) if isinstance(word, str) else None


def _quantity_value(evaluation: EarlierEvaluation, name: str, definition: FactDefinition) -> DeclaredValue | None:
    content = evaluation.written_steps.quantity(name)
    code = None if content is None else content.value
    if code == _NOT_APPLICABLE:
        return DeclaredValue(not_applicable=True) if definition.may_not_apply else None
    if isinstance(code, list):
        return _word(code[0], definition) if len(code) == 1 else None
    if not _is_single_value(code) or definition.type is FactType.FLAG:
        return None
    if definition.type is FactType.DATE:
        return DeclaredValue(date=code)
    if evaluation.version is None:
        return None
    return DeclaredValue(number=code, unit=DefinitionIndex(evaluation.version.scorecard).unit(name) or None)


def _is_single_value(code: Any) -> bool:
    return isinstance(code, str) and code[:1] not in ("[", "(") and code not in ("unknown", "never", _NOT_APPLICABLE)


def _word(word: str, definition: FactDefinition) -> DeclaredValue:
    if definition.type is FactType.FLAG:
        return DeclaredValue(flag=word == "yes")
    return DeclaredValue(choice=word) if definition.type is FactType.CHOICE else DeclaredValue(text=word)


def _used_value(written: WrittenSteps, fact: str) -> DeclaredValue | None:
    content = written.fact(fact)
    return DeclaredValue.model_validate(content.seen) if content is not None and content.seen is not None else None


def _year_text(value: DeclaredValue | None) -> str:
    if value is None:
        return "-"
    return value.choice or ("" if value.period is None else f"{value.period.first} – {value.period.last}")


def _evaluation_label(evaluation: EarlierEvaluation) -> str:
    return evaluation.name or evaluation.written_steps.digest[:12]


_DIGEST_PREFIX_LENGTH = 12


@dataclass(frozen=True, slots=True)
class PreviousRecord:
    """Supplied earlier evaluation: its name, which may be empty, record, digest, key and version."""

    name: str
    content: bytes
    stated_digest: str
    record_key: bytes
    version: PublishedVersion | None


class _Problem(NamedTuple):
    message: Message
    fails: bool


def facts_from_previous(written: WrittenSteps) -> tuple[DeclaredFact, ...]:
    """Return the facts of a record that are from an earlier evaluation.

    Raises:
        TrailError: If a step of a fact or of evidence is malformed.
    """
    return tuple(fact for fact in inputs_of(written).facts if fact.previous is not None)


def check_previous(
    written: WrittenRecord, version: PublishedVersion | None, previous_records: Sequence[PreviousRecord]
) -> tuple[bool | None, str] | None:
    """Return whether all values from earlier evaluations match their records, and a message.

    The first item is None if a value cannot be compared. Returns None without such values or if the record is
    unreadable.
    """
    try:
        previous_facts = facts_from_previous(written)
    except TrailError:
        return None  # the recomputation reports it
    if not previous_facts:
        return None
    if version is None:
        return None, _message("PREVIOUS_WITHOUT_RULES")
    problems = list(_problems(inputs_of(written), previous_facts, version, previous_records))
    for fails in (True, False):
        messages = [problem.message for problem in problems if problem.fails is fails]
        if messages:
            return False if fails else None, messages[0] if len(messages) == 1 else join_messages(messages)
    return True, _message("PREVIOUS_HOLDS", facts=[fact.id for fact in previous_facts])


def _problems(
    subject: Subject,
    previous_facts: Sequence[DeclaredFact],
    version: PublishedVersion,
    previous_records: Sequence[PreviousRecord],
) -> Iterator[_Problem]:
    definitions = {fact.id: fact for fact in version.scorecard.facts if fact.previous is not None}
    for fact in previous_facts:
        previous = fact.previous
        if previous is None or fact.id not in definitions:
            continue  # the recomputation rejects it
        name = previous.evaluation or previous.record_digest[:_DIGEST_PREFIX_LENGTH]
        previous_record = _matching_record(previous, previous_records)
        if previous_record is None:
            message = _message("PREVIOUS_ABSENT", fact=fact.id, name=name, digest=previous.record_digest)
            yield _Problem(message, fails=False)
            continue
        try:
            earlier = read_record(previous_record.content)
        except TrailError as error:
            message = _message("PREVIOUS_UNREADABLE", fact=fact.id, name=name, problem=error_message(error))
            yield _Problem(message, fails=True)
            continue
        problem = _proof_problem(fact.id, previous, previous_record, earlier)
        if problem is None:
            matcher = PreviousSourceMatcher(version.scorecard, subject, definitions[fact.id])
            problem = _value_problem(
                fact.id,
                name,
                previous,
                matcher,
                EarlierEvaluation(previous_record.name, earlier, previous_record.version),
            )
        if problem is not None:
            yield problem


def _matching_record(previous: PreviousValue, previous_records: Sequence[PreviousRecord]) -> PreviousRecord | None:
    same_name = (record for record in previous_records if previous.evaluation and record.name == previous.evaluation)
    return next(
        (record for record in previous_records if record.stated_digest == previous.record_digest), None
    ) or next(same_name, None)


def fault_of(previous_record: PreviousRecord, written: WrittenRecord | ErasedRecord) -> Message | None:
    """Return the reason that an earlier record fails verification; None if it passes.

    The remaining steps of an erased record are verified by their own salts.
    """
    name = previous_record.name or previous_record.stated_digest[:_DIGEST_PREFIX_LENGTH]
    if written.digest != previous_record.stated_digest:
        return _message("PREVIOUS_DIGEST", name=name, found=written.digest, stated=previous_record.stated_digest)
    if trail_digest_of(written) != written.head.trail_digest:
        return _message("PREVIOUS_ROOT", name=name)
    if isinstance(written, ErasedRecord):
        return _message("PREVIOUS_CLOSED", name=name) if mismatched_steps_of(written, b"") else None
    if len(previous_record.record_key) == KEY_BYTES and not mismatched_steps_of(written, previous_record.record_key):
        return None
    return _message("PREVIOUS_CLOSED" if previous_record.record_key else "PREVIOUS_WITHOUT_KEY", name=name)


def _proof_problem(
    fact: str, previous: PreviousValue, previous_record: PreviousRecord, earlier: WrittenRecord | ErasedRecord
) -> _Problem | None:
    fault = fault_of(replace(previous_record, stated_digest=previous.record_digest), earlier)
    if fault is None:
        return None
    lacks_key = earlier.digest == previous.record_digest and not previous_record.record_key
    return _Problem(_message("PREVIOUS_UNPROVED", fact=fact, problem=fault), fails=not lacks_key)


def _value_problem(
    fact: str, name: str, previous: PreviousValue, matcher: PreviousSourceMatcher, earlier: EarlierEvaluation
) -> _Problem | None:
    if earlier.version is None and matcher.needs_version:
        version = earlier.written_steps.head.scorecard_version
        return _Problem(_message("PREVIOUS_VERSION", fact=fact, name=name, version=version), fails=False)
    if previous.lacks is not PreviousGapReason.ERASED and matcher.is_erased(earlier):
        return _Problem(_message("PREVIOUS_ERASED_SINCE", fact=fact, name=name), fails=False)
    problem = matcher.problem(earlier)
    if problem is not None:
        return _Problem(_message("PREVIOUS_NOT_MEANT", fact=fact, problem=problem), fails=True)
    recomputed = matcher.previous_value((earlier,))
    if recomputed is not None and (recomputed.value, recomputed.lacks) == (previous.value, previous.lacks):
        return None
    sides = {"found": _previous_value_text(recomputed), "used": _previous_value_text(previous)}
    return _Problem(_message("PREVIOUS_DIFFERS", fact=fact, name=name, **sides), fails=True)


def _previous_value_text(previous: PreviousValue | None) -> str:
    value = None if previous is None else previous.value
    if value is None:
        return "-" if previous is None or previous.lacks is None else previous.lacks.value
    plain = value.number or value.choice or value.date or value.text
    if plain is None:
        plain = "not_applicable" if value.not_applicable else {True: "yes", False: "no"}.get(value.flag is True, "")
    return f"{plain} {value.unit}" if value.unit else plain

"""Facts from earlier evaluations: selection of the evaluation, extraction, and verification against its record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.contracts.dates import parse_date
from rules.contracts.erased_records import ErasedRecord, read_record
from rules.contracts.errors import TrailError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, PreviousGapReason, PreviousValue
from rules.contracts.messages import Message, error_message, join_clauses, message_factory
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


_say = message_factory(__name__)
_NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class EarlierEvaluation:
    """An evaluation that may be the one meant: its name, empty if it has none, its record, and the version it names.

    Of a record from which something was erased the steps that are left stand there, or none.
    """

    name: str
    written_steps: WrittenSteps
    version: PublishedVersion | None


def fill_from_previous(
    scorecard: Scorecard, subject: Subject, candidates: Sequence[EarlierEvaluation]
) -> tuple[Subject, tuple[Message, ...]]:
    """Give a subject with what earlier evaluations give its facts, and say of each candidate that gives nothing why.

    `candidates` stand in the order in which they were made: of several that are meant the one of the latest as-of date
    counts, and of one date the last.
    """
    sources = {fact.id: fact for fact in scorecard.facts if fact.previous is not None}
    if not sources:
        return subject, tuple(_say("NOTHING_TAKEN", name=_evaluation_label(candidate)) for candidate in candidates)
    stated = {fact.id: fact for fact in subject.facts}
    used: set[int] = set()
    problems: dict[int, Message] = {}
    for id, definition in sources.items():
        wanted = PreviousSourceMatcher(scorecard, subject, definition)
        fitting: list[EarlierEvaluation] = []
        for position, evaluation in enumerate(candidates):
            problem = wanted.problem(evaluation)
            if problem is None:
                fitting.append(evaluation)
                used.add(position)
            else:
                problems.setdefault(position, problem)
        previous_value = wanted.previous_value(fitting)
        if previous_value is not None:
            declared = stated.get(id, DeclaredFact(id=id))
            stated[id] = declared.model_copy(update={"previous": previous_value})
    messages = tuple(problem for position, problem in problems.items() if position not in used)
    return subject.model_copy(update={"facts": tuple(stated.values())}), messages


class PreviousSourceMatcher:
    """The earlier evaluation that one fact of a subject is taken from."""

    def __init__(self, scorecard: Scorecard, subject: Subject, definition: FactDefinition) -> None:
        """Find out which year is meant."""
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
        """Say whether the version of the earlier evaluation is asked for the unit of what is taken."""
        return self._source.part is PreviousPart.QUANTITY and self._definition.type is FactType.NUMBER

    def problem(self, evaluation: EarlierEvaluation) -> Message | None:
        """Say why an evaluation is not the one meant; None if it may be."""
        head, name = evaluation.written_steps.head, _evaluation_label(evaluation)
        if head.subject != self._subject.subject:
            return _say("OTHER_SUBJECT", name=name, found=head.subject, wanted=self._subject.subject)
        if card_of(head.scorecard_version) != self._card:
            return _say("OTHER_CARD", name=name, found=head.scorecard_version, wanted=self._card)
        latest = self._subject.as_of
        if head.as_of_date > latest or (self._source.year_of is None and head.as_of_date == latest):
            return _say("NOT_EARLIER", name=name, found=head.as_of_date, day=latest)
        if (
            self._source.year_of is not None
            and f"facts/{self._source.year_of}" in evaluation.written_steps.results_by_step
        ):
            other = self._other_year(evaluation, self._source.year_of)
            if other is not None:
                return other
        if evaluation.version is None and self.needs_version:
            return _say("VERSION_NOT_HERE", name=name, version=head.scorecard_version)
        return None

    def _other_year(self, evaluation: EarlierEvaluation, fact: str) -> Message | None:
        if self._year is None:
            return _say("YEAR_UNKNOWN", name=_evaluation_label(evaluation), fact=fact)
        year_value = _fact_in(evaluation.written_steps, fact)
        if year_value is not None and (year_value.choice, year_value.period) == (self._year.choice, self._year.period):
            return None
        wanted = _year_text(self._year)
        return _say(
            "OTHER_YEAR", name=_evaluation_label(evaluation), fact=fact, found=_year_text(year_value), wanted=wanted
        )

    def previous_value(self, fitting: Sequence[EarlierEvaluation]) -> PreviousValue | None:
        """Give what the last of those that may be meant gives; one that counts no more steps back behind the others."""
        if not fitting:
            return None
        ordered = sorted(fitting, key=lambda evaluation: evaluation.written_steps.head.as_of_date)
        alive = [evaluation for evaluation in ordered if self._lack(evaluation) is None]
        last = (alive or ordered)[-1]
        head, lacks = last.written_steps.head, self._lack(last)
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
        """Name the steps that are read and that a whole record of that version has."""
        source, version = self._source, evaluation.version
        steps = {CONCLUSION_STEP} if source.year_of is None else {CONCLUSION_STEP, f"facts/{source.year_of}"}
        if version is not None and source.quantity in DefinitionIndex(version.scorecard).quantities:
            steps.add(f"quantities/{source.quantity}")
        return steps

    def is_erased(self, evaluation: EarlierEvaluation) -> bool:
        """Say whether a step was erased that is read of an evaluation."""
        return not self._steps(evaluation) <= evaluation.written_steps.results_by_step.keys()

    def _lack(self, evaluation: EarlierEvaluation) -> PreviousGapReason | None:
        if self.is_erased(evaluation):
            return PreviousGapReason.ERASED
        day = parse_date(evaluation.written_steps.head.as_of_date)
        repealed = evaluation.version is not None and is_repealed(evaluation.version, day, self._subject.known)
        return PreviousGapReason.REPEALED if repealed else None


def card_of(version: str) -> str:
    """Give the card of a version's name."""
    return version.removeprefix("scorecards/").partition("/")[0]


def previous_result_value(
    evaluation: EarlierEvaluation, source: PreviousSource, definition: FactDefinition
) -> DeclaredValue | None:
    """Give the named result of an evaluation as a value for a fact; None where it is not settled, or not there."""
    if source.part is PreviousPart.QUANTITY:
        return _quantity_in(evaluation, source.quantity or "", definition)
    if source.part is PreviousPart.SCORE:
        code = evaluation.written_steps.results_by_step.get("score", [None])[0]
        return DeclaredValue(number=code, unit=definition.unit or None) if _is_one(code) else None
    concluded = evaluation.written_steps.results_by_step.get(CONCLUSION_STEP, [{}])[0]
    word = concluded.get("kind" if source.part is PreviousPart.CONCLUSION else source.part.value)
    return _word(word, definition) if isinstance(word, str) else None


def _quantity_in(evaluation: EarlierEvaluation, name: str, definition: FactDefinition) -> DeclaredValue | None:
    content = evaluation.written_steps.quantity(name)
    code = None if content is None else content.value
    if code == _NOT_APPLICABLE:
        return DeclaredValue(not_applicable=True) if definition.may_not_apply else None
    if isinstance(code, list):
        return _word(code[0], definition) if len(code) == 1 else None
    if not _is_one(code) or definition.type is FactType.FLAG:
        return None
    if definition.type is FactType.DATE:
        return DeclaredValue(date=code)
    if evaluation.version is None:
        return None
    return DeclaredValue(number=code, unit=DefinitionIndex(evaluation.version.scorecard).unit(name) or None)


def _is_one(code: Any) -> bool:
    """Say whether a code is one number or day, and no interval."""
    return isinstance(code, str) and code[:1] not in ("[", "(") and code not in ("unknown", "never", _NOT_APPLICABLE)


def _word(word: str, definition: FactDefinition) -> DeclaredValue:
    if definition.type is FactType.FLAG:
        return DeclaredValue(flag=word == "yes")
    return DeclaredValue(choice=word) if definition.type is FactType.CHOICE else DeclaredValue(text=word)


def _fact_in(written: WrittenSteps, fact: str) -> DeclaredValue | None:
    """Give what the rules saw of a fact, as its step says."""
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
    """An earlier evaluation at hand: its name, empty if it has none, record, digest and key, and the version of it."""

    name: str
    content: bytes
    stated_digest: str
    record_key: bytes
    version: PublishedVersion | None


class _Problem(NamedTuple):
    """What fails, or only cannot be compared."""

    message: Message
    fails: bool


def facts_from_previous(written: WrittenSteps) -> tuple[DeclaredFact, ...]:
    """List the facts of a record that say from which earlier evaluation they are.

    Raises:
        TrailError: a step of a fact or of evidence does not say what one has to.
    """
    return tuple(fact for fact in inputs_of(written).facts if fact.previous is not None)


def check_previous(
    written: WrittenRecord, version: PublishedVersion | None, previous_records: Sequence[PreviousRecord]
) -> tuple[bool | None, str] | None:
    """Say whether every value taken is what the record it is from gives; None is that it cannot be compared.

    There is no answer at all if nothing was taken, or the record does not say what.
    """
    try:
        previous_facts = facts_from_previous(written)
    except TrailError:
        return None  # of which recomputing tells
    if not previous_facts:
        return None
    if version is None:
        return None, _say("PREVIOUS_WITHOUT_RULES")
    problems = list(_problems(inputs_of(written), previous_facts, version, previous_records))
    for fails in (True, False):
        messages = [problem.message for problem in problems if problem.fails is fails]
        if messages:
            return False if fails else None, messages[0] if len(messages) == 1 else join_clauses(messages)
    return True, _say("PREVIOUS_HOLDS", facts=[fact.id for fact in previous_facts])


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
            continue  # which recomputing refuses
        name = previous.evaluation or previous.record_digest[:_DIGEST_PREFIX_LENGTH]
        previous_record = _at_hand(previous, previous_records)
        if previous_record is None:
            message = _say("PREVIOUS_ABSENT", fact=fact.id, name=name, digest=previous.record_digest)
            yield _Problem(message, fails=False)
            continue
        try:
            earlier = read_record(previous_record.content)
        except TrailError as error:
            message = _say("PREVIOUS_UNREADABLE", fact=fact.id, name=name, problem=error_message(error))
            yield _Problem(message, fails=True)
            continue
        problem = _unproved(fact.id, previous, previous_record, earlier)
        if problem is None:
            wanted = PreviousSourceMatcher(version.scorecard, subject, definitions[fact.id])
            problem = _other_value(
                fact.id,
                name,
                previous,
                wanted,
                EarlierEvaluation(previous_record.name, earlier, previous_record.version),
            )
        if problem is not None:
            yield problem


def _at_hand(previous: PreviousValue, previous_records: Sequence[PreviousRecord]) -> PreviousRecord | None:
    named = (record for record in previous_records if previous.evaluation and record.name == previous.evaluation)
    return next(
        (record for record in previous_records if record.stated_digest == previous.record_digest), None
    ) or next(named, None)


def fault_of(previous_record: PreviousRecord, written: WrittenRecord | ErasedRecord) -> Message | None:
    """Say what keeps the bytes of an earlier record from saying what they were written to say; None if nothing does.

    Of one from which something was erased each step left opens by itself.
    """
    name = previous_record.name or previous_record.stated_digest[:_DIGEST_PREFIX_LENGTH]
    if written.digest != previous_record.stated_digest:
        return _say("PREVIOUS_DIGEST", name=name, found=written.digest, stated=previous_record.stated_digest)
    if trail_digest_of(written) != written.head.trail_digest:
        return _say("PREVIOUS_ROOT", name=name)
    if isinstance(written, ErasedRecord):
        return _say("PREVIOUS_CLOSED", name=name) if mismatched_steps_of(written, b"") else None
    if len(previous_record.record_key) == KEY_BYTES and not mismatched_steps_of(written, previous_record.record_key):
        return None
    return _say("PREVIOUS_CLOSED" if previous_record.record_key else "PREVIOUS_WITHOUT_KEY", name=name)


def _unproved(
    fact: str, previous: PreviousValue, previous_record: PreviousRecord, earlier: WrittenRecord | ErasedRecord
) -> _Problem | None:
    fault = fault_of(replace(previous_record, stated_digest=previous.record_digest), earlier)
    if fault is None:
        return None
    lacks_key = earlier.digest == previous.record_digest and not previous_record.record_key
    return _Problem(_say("PREVIOUS_UNPROVED", fact=fact, problem=fault), fails=not lacks_key)


def _other_value(
    fact: str, name: str, previous: PreviousValue, wanted: PreviousSourceMatcher, earlier: EarlierEvaluation
) -> _Problem | None:
    """Say what else the earlier evaluation gives than what was used, or why it is none that is meant."""
    if earlier.version is None and wanted.needs_version:
        version = earlier.written_steps.head.scorecard_version
        return _Problem(_say("PREVIOUS_VERSION", fact=fact, name=name, version=version), fails=False)
    if previous.lacks is not PreviousGapReason.ERASED and wanted.is_erased(earlier):
        return _Problem(_say("PREVIOUS_ERASED_SINCE", fact=fact, name=name), fails=False)
    problem = wanted.problem(earlier)
    if problem is not None:
        return _Problem(_say("PREVIOUS_NOT_MEANT", fact=fact, problem=problem), fails=True)
    again = wanted.previous_value((earlier,))
    if again is not None and (again.value, again.lacks) == (previous.value, previous.lacks):
        return None
    sides = {"found": previous_value_text(again), "used": previous_value_text(previous)}
    return _Problem(_say("PREVIOUS_DIFFERS", fact=fact, name=name, **sides), fails=True)


def previous_value_text(previous: PreviousValue | None) -> str:
    """Write what an earlier evaluation gives, as the record has it."""
    value = None if previous is None else previous.value
    if value is None:
        return "-" if previous is None or previous.lacks is None else previous.lacks.value
    plain = value.number or value.choice or value.date or value.text
    if plain is None:
        plain = "not_applicable" if value.not_applicable else {True: "yes", False: "no"}.get(value.flag is True, "")
    return f"{plain} {value.unit}" if value.unit else plain

"""Proposed measures for a subject: changes of single facts that earn more points or meet more conditions.

Each proposal was evaluated. Facts of an ended period, facts from earlier evaluations and given facts are not changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.extents import (
    ChoiceExtent,
    ChoicesExtent,
    ListRecord,
    NumberExtent,
    RecordsExtent,
    is_known,
    known_choices,
    known_number,
    known_word,
)
from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.outcomes import UnknownReason
from rules.contracts.toml_files import wording_loader
from rules.engine.completions import CandidateValues
from rules.engine.open_facts import UnknownInput
from rules.engine.read_subject import counting_values, read_subject
from rules.language.render import Renderer
from rules.model.expressions import STAGE
from rules.model.scorecard import FactType, SumQuantity
from rules.planning.effect_checks import MAXIMUM_OTHER_MEASURES
from rules.planning.measure_checks import MAXIMUM_MEASURES, MAXIMUM_NAME
from rules.planning.measures import FactEffect, Measure, MeasureList
from rules.planning.merits import Merits, MeritScale
from rules.trail.closed_time import ChangeFeasibility
from rules.trail.question import read_question
from rules.trail.record_figures import declared_value_of
from rules.trail.ways_up import added_records, search_step, unused_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.extents import Extent
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.scorecard import FactDefinition, RecordType

_words = wording_loader(__name__)

MAXIMUM_EXPLORED = 5_000
"""Limit of the inferences for one catalogue; facts after it have no proposals."""
_MAX_THRESHOLDS = 40
_FAR_FACTORS = (1, 3, 9)
_EVIDENCE_REASONS = frozenset(
    (
        UnknownReason.EVIDENCE_MISSING,
        UnknownReason.EVIDENCE_EXPIRED,
        UnknownReason.EVIDENCE_KIND,
        UnknownReason.EVIDENCE_ASSURANCE,
    )
)
_NOT_OF_ID = re.compile(r"[^a-z0-9_-]+")
_MAX_ID = 80
_MAX_PART_OF_ID = 30


def propose_measures(
    engine: InferenceEngine, subject: Subject, *, currency: str = "CNY", language: str = "en"
) -> MeasureList:
    """Propose measures without costs for the points that a subject lost, and the conditions that it does not meet.

    Several values of one fact are a group. Names are in the language of the reader.

    Raises:
        InputError: If the subject is invalid.
        VersionError: If a reference table is missing.
    """
    return MeasureList(currency=currency, measures=_Catalogue(engine, subject, language).measures())


@dataclass(frozen=True, slots=True)
class _Proposal:
    effect: FactEffect
    extent: Extent
    raised: frozenset[str]


class _Catalogue:
    def __init__(self, engine: InferenceEngine, subject: Subject, language: str) -> None:
        self._engine = engine
        self._subject = subject
        self._scorecard = engine.plan.scorecard
        self._definitions = {fact.id: fact for fact in self._scorecard.facts}
        self._records = {record.id: record for record in self._scorecard.records}
        self._language = language
        self._renderer = Renderer(self._scorecard, language)
        self._reading, question = read_question(engine, subject)
        self._now = engine.explore(question)
        self._scale = MeritScale(engine, self._now)
        self._horizon = ChangeFeasibility(self._scorecard, self._reading.verified.used, self._reading.as_of)
        self._candidates = CandidateValues(engine.plan, self._reading.as_of)
        self._present = counting_values(self._scorecard, subject)
        self._explored = 0
        self._base = self._scale.present
        """The merits with the present value of a fact as if it had its documents; changes must exceed them."""

    def measures(self) -> tuple[Measure, ...]:
        named = [name for criterion in self._scale.open for name in self._scale.names_read(criterion)]
        read = frozenset(self._engine.dependencies.of(named))
        proposals: list[_Proposal] = []
        for definition in self._scorecard.facts:
            if definition.id in read and self._explored < MAXIMUM_EXPLORED:
                proposals += self._of_fact(definition)
        proposals += self._of_unknown_facts(proposals)
        return self._named(self._effective(proposals))[:MAXIMUM_MEASURES]

    def _of_fact(self, definition: FactDefinition) -> list[_Proposal]:
        self._base = self._scale.present
        proposals = list(self._document(definition))
        if self._can_change(definition):
            proposals += self._changes(definition)
        return proposals[:MAXIMUM_OTHER_MEASURES]

    def _of_unknown_facts(self, proposals: list[_Proposal]) -> list[_Proposal]:
        """Propose values for criteria that no single fact can raise, because several facts behind them are unknown."""
        raised = frozenset().union(*(proposal.raised for proposal in proposals))
        proposed = [proposal.effect for proposal in proposals]
        together: dict[str, _Proposal] = {}
        for criterion in self._scale.open:
            if criterion in raised or self._explored >= MAXIMUM_EXPLORED:
                continue
            changes = self._best_completion(criterion)
            if changes and criterion in self._scale.raised(self._explore(changes)):
                for name, extent in changes.items():
                    value = declared_value_of(extent, self._definitions[name], self._records)
                    effect = FactEffect(fact=name, value=value)
                    if value is not None and effect not in proposed:
                        together.setdefault(name, _Proposal(effect, extent, frozenset({criterion})))
        order = [fact.id for fact in self._scorecard.facts]
        return sorted(together.values(), key=lambda proposal: order.index(proposal.effect.fact))

    def _best_completion(self, criterion: str) -> dict[str, Extent]:
        """Complete the unknown facts behind a criterion, one after the other, with the values that allow the most."""
        names = self._scale.names_read(criterion)
        staged = (STAGE,) if len(self._now.stages) > 1 else ()
        behind = self._engine.dependencies.of((*names, *staged))
        unknown = [self._definitions[name] for name in behind if self._is_unknown(self._definitions.get(name))]
        changes: dict[str, Extent] = {}
        for definition in (*unknown, *unknown):
            leaf = UnknownInput(definition.id, definition)
            tried = [
                (self._scale.possible(criterion, self._infer({**changes, definition.id: extent})), -number, extent)
                for number, extent in enumerate(self._candidates.of(leaf, self._now.values)[:_MAX_THRESHOLDS])
            ]
            if tried:
                changes[definition.id] = max(tried, key=lambda each: each[:2])[2]
        return self._needed(criterion, changes)

    def _needed(self, criterion: str, changes: dict[str, Extent]) -> dict[str, Extent]:
        """Return the changes without those that the criterion does not need."""
        reached = self._explore(changes)[criterion]
        for name in tuple(changes):
            fewer = {other: extent for other, extent in changes.items() if other != name}
            if self._explore(fewer)[criterion] >= reached:
                changes = fewer
        return changes

    def _is_unknown(self, definition: FactDefinition | None) -> bool:
        if definition is None or definition.type in (FactType.RECORDS, FactType.PERIOD):
            return False
        return not is_known(self._now.question.facts[definition.id]) and self._can_change(definition)

    def _can_change(self, definition: FactDefinition) -> bool:
        from_previous = any(fact.id == definition.id and fact.previous is not None for fact in self._subject.facts)
        return not (
            definition.given or not definition.can_be_stated or from_previous or self._horizon.is_settled(definition)
        )

    def _changes(self, definition: FactDefinition) -> Iterator[_Proposal]:
        extent = self._present_extent(definition)
        match definition.type:
            case FactType.NUMBER:
                yield from self._numbers(definition, extent)
            case FactType.FLAG | FactType.CHOICE:
                yield from self._words(definition, extent)
            case FactType.CHOICES:
                yield from self._added_choices(definition, extent)
            case FactType.DATE:
                yield from self._days(definition)
            case FactType.RECORDS if isinstance(extent, RecordsExtent):
                yield from self._record(definition, extent.records or ())
            case _:
                pass

    def _present_extent(self, definition: FactDefinition) -> Extent:
        """Return the present value as if it were proved, because a plan assumes documents for changed facts."""
        value = self._present.get(definition.id)
        proved = None
        if value is not None and value.kind is not None and self._lacks_document(definition.id):
            proved = self._with_documents(definition, value)
        if proved is None:
            return self._now.question.facts[definition.id]
        self._base = self._try(definition.id, proved)
        return proved

    def _explore(self, changes: dict[str, Extent]) -> Merits:
        return self._scale.of(self._infer(changes))

    def _infer(self, changes: dict[str, Extent]) -> Inference:
        self._explored += 1
        question = self._now.question
        changed = replace(question, facts={**question.facts, **changes})
        return self._engine.explore(changed, self._now)

    def _try(self, name: str, extent: Extent) -> Merits:
        return self._explore({name: extent})

    def _proposal(self, definition: FactDefinition, extent: Extent, merits: Merits) -> _Proposal | None:
        raised = self._scale.raised(merits, self._base)
        value = declared_value_of(extent, definition, self._records)
        if not raised or value is None:
            return None
        return _Proposal(FactEffect(fact=definition.id, value=value), extent, raised)

    def _better(self, definition: FactDefinition, extents: Iterable[Extent]) -> Iterator[_Proposal]:
        """Yield each extent that raises a merit above those of all extents before it."""
        best = dict(self._base)
        for extent in extents:
            merits = self._try(definition.id, extent)
            raised = self._scale.raised(merits, best)
            proposal = self._proposal(definition, extent, merits)
            if raised and proposal is not None:
                best = {key: max(merit, merits[key]) for key, merit in best.items()}
                yield proposal

    def _words(self, definition: FactDefinition, extent: Extent) -> Iterator[_Proposal]:
        order = self._engine.plan.names.domains.get(definition.id, ())
        present = min(extent.possible) if isinstance(extent, ChoiceExtent) and len(extent.possible) == 1 else None
        at = order.index(present) if present in order else len(order)
        others = sorted(
            (word for word in order if word != present), key=lambda word: (abs(order.index(word) - at), word)
        )
        yield from self._better(definition, map(known_word, others))

    def _added_choices(self, definition: FactDefinition, extent: Extent) -> Iterator[_Proposal]:
        present = extent.surely if isinstance(extent, ChoicesExtent) else frozenset()
        missing = [choice.id for choice in definition.choices if choice.id not in present]
        if definition.id not in self._present:
            lists = (known_choices(frozenset(missing[:count])) for count in range(len(missing) + 1))
            yield from self._better(definition, lists)
            return
        found = False
        for choice in missing:
            if (proposal := self._added(definition, (choice,), present)) is not None:
                found = True
                yield proposal
        for count in range(2, 0 if found else len(missing) + 1):
            if (proposal := self._added(definition, tuple(missing[:count]), present)) is not None:
                yield proposal
                return
        if not found and present:
            yield from self._better(definition, [known_choices(frozenset())])

    def _added(self, definition: FactDefinition, choices: tuple[str, ...], present: frozenset[str]) -> _Proposal | None:
        extent = known_choices(present | set(choices))
        raised = self._scale.raised(self._try(definition.id, extent), self._base)
        effect = FactEffect(fact=definition.id, added=DeclaredValue(choices=choices))
        return _Proposal(effect, extent, raised) if raised else None

    def _numbers(self, definition: FactDefinition, extent: Extent) -> Iterator[_Proposal]:
        present = extent.interval.value if isinstance(extent, NumberExtent) else None
        start = present if present is not None else definition.at_least or Fraction(0)
        if present is None:
            yield from self._better(definition, [known_number(start)])
        for sign in (1, -1):
            grid = _NumberGrid(definition, start, sign)
            steps = grid.near(self._candidates.thresholds_of(definition.id))
            ends = (known_number(grid.at(step)) for step in steps if self._is_end(definition, grid, step))
            found = list(self._better(definition, ends))
            yield from found
            yield from self._farther(definition, grid, frozenset().union(*(proposal.raised for proposal in found)))

    def _is_end(self, definition: FactDefinition, grid: _NumberGrid, step: int) -> bool:
        """Return whether a merit rises more on the way to this number than after it: at a threshold, not on a slope."""
        before, here, after = (
            self._try(definition.id, known_number(grid.at(number))) for number in (step - 1, step, step + 1)
        )
        return any(here[key] - before[key] > max(after[key] - here[key], Fraction(0)) for key in here)

    def _farther(self, definition: FactDefinition, grid: _NumberGrid, found: frozenset[str]) -> Iterator[_Proposal]:
        """Search the least number for criteria that no threshold of the fact itself raises."""
        far: tuple[int, Merits] | None = None
        for steps in grid.far():
            merits = self._try(definition.id, known_number(grid.at(steps)))
            if self._scale.raised(merits, self._base) - found and (far is None or _total(merits) > _total(far[1])):
                far = steps, merits
        if far is None:
            return
        wanted = self._scale.raised(far[1], self._base) - found
        low, high = 0, far[0]
        while high - low > 1:
            middle = (low + high) // 2
            merits = self._try(definition.id, known_number(grid.at(middle)))
            low, high = (low, middle) if all(merits[key] >= far[1][key] for key in wanted) else (middle, high)
        extent = known_number(grid.at(high))
        proposal = self._proposal(definition, extent, self._try(definition.id, extent))
        if proposal is not None:
            yield proposal

    def _days(self, definition: FactDefinition) -> Iterator[_Proposal]:
        proposed = self._candidates.of(UnknownInput(definition.id, definition), self._now.values)
        horizon = self._horizon
        days = (extent.interval.value for extent in proposed if isinstance(extent, NumberExtent))
        later = sorted({max(day, horizon.today) for day in days if day is not None})
        yield from self._better(definition, map(known_number, later[:_MAX_THRESHOLDS]))

    def _record(self, definition: FactDefinition, present: tuple[ListRecord, ...]) -> Iterator[_Proposal]:
        """Propose one record to add, with the least amounts that raise the same merits."""
        if definition.id not in self._engine.plan.records:
            return
        kind, key = self._records[definition.record or ""], unused_key(present)
        best: tuple[ListRecord, Merits] | None = None
        for record in self._record_candidates(definition, kind, key):
            merits = self._try(definition.id, RecordsExtent((*present, record)))
            if self._scale.raised(merits, self._base if best is None else best[1]):
                best = record, merits
        if best is None:
            return
        record = self._least_amounts(definition, kind, present, *best)
        extent = RecordsExtent((*present, record))
        raised = self._scale.raised(self._try(definition.id, extent), self._base)
        value = declared_value_of(RecordsExtent((record,)), definition, self._records)
        if raised and value is not None:
            has_list = definition.id in self._present
            fact = definition.id
            effect = FactEffect(fact=fact, added=value) if has_list else FactEffect(fact=fact, value=value)
            yield _Proposal(effect, extent, raised)

    def _record_candidates(self, definition: FactDefinition, kind: RecordType, key: str) -> Iterator[ListRecord]:
        for proposed in self._candidates.of(UnknownInput(definition.id, definition), self._now.values):
            first = (proposed.records or ())[:1] if isinstance(proposed, RecordsExtent) else ()
            for record in first:
                for added in added_records(record, kind, key, self._now.question.facts):
                    still = self._horizon.still(definition.id, kind, added)
                    if still is not None:
                        yield still

    def _least_amounts(
        self,
        definition: FactDefinition,
        kind: RecordType,
        present: tuple[ListRecord, ...],
        record: ListRecord,
        merits: Merits,
    ) -> ListRecord:
        summed = {
            quantity.of
            for quantity in self._scorecard.quantities
            if isinstance(quantity, SumQuantity) and quantity.list == definition.id
        }
        wanted = self._scale.raised(merits, self._base)
        for field in kind.fields:
            extent = record.fields[field.id]
            if field.id not in summed or field.type is not FactType.NUMBER:
                continue
            if not isinstance(extent, NumberExtent) or extent.interval.value is None:
                continue
            step = search_step(field)
            low, high = -int(-(field.at_least or Fraction(0)) // step) - 1, int(extent.interval.value // step)
            if known_number(high * step) != extent:
                continue
            while high - low > 1:
                middle = (low + high) // 2
                changed = ListRecord(record.key, {**record.fields, field.id: known_number(middle * step)})
                tried = self._try(definition.id, RecordsExtent((*present, changed)))
                low, high = (low, middle) if all(tried[key] >= merits[key] for key in wanted) else (middle, high)
            record = ListRecord(record.key, {**record.fields, field.id: known_number(high * step)})
        return record

    def _document(self, definition: FactDefinition) -> Iterator[_Proposal]:
        """Propose a document for a value that does not count without one."""
        value = self._present.get(definition.id)
        if value is None or value.kind is None or not self._lacks_document(definition.id):
            return
        extent = self._with_documents(definition, value)
        if extent is None:
            return
        raised = self._scale.raised(self._try(definition.id, extent))
        if raised:
            yield _Proposal(FactEffect(fact=definition.id, document=True), extent, raised)

    def _lacks_document(self, fact: str) -> bool:
        return any(
            reason in _EVIDENCE_REASONS and (name == fact or name.startswith(f"{fact}["))
            for name, reason in self._reading.verified.unknown.items()
        )

    def _with_documents(self, definition: FactDefinition, value: DeclaredValue) -> Extent | None:
        """Read a value as if it had all documents that the scorecard requires."""
        fields = self._records[definition.record].fields if definition.record is not None else ()
        required = [part for part in (definition, *fields) if part.evidence]
        evidence = tuple(_planned_document(part, self._reading.as_of.isoformat()) for part in required)
        proved = {part.id: (f"planned-{part.id}",) for part in required}
        records = value.records and tuple(
            {name: part.model_copy(update={"evidence": proved.get(name, ())}) for name, part in record.items()}
            for record in value.records
        )
        declared = value.model_copy(update={"evidence": proved.get(definition.id, ()), "records": records})
        card = self._scorecard.model_copy(update={"facts": (definition,)})
        fact = DeclaredFact(id=definition.id, value=declared)
        read = read_subject(card, Subject(
            subject=self._subject.subject, as_of=self._subject.as_of, known=self._subject.known,
            facts=(fact,), evidence=evidence,
        ))  # fmt: skip
        return read.verified.extents[definition.id]

    def _effective(self, proposals: list[_Proposal]) -> list[_Proposal]:
        """Return the proposals that raise a criterion alone, or together with the others for the same criterion."""
        touching: dict[str, list[_Proposal]] = {}
        for proposal in proposals:
            for criterion in {self._scale.criterion_of(key) for key in proposal.raised}:
                touching.setdefault(criterion, []).append(proposal)
        reached = {criterion for criterion, each in touching.items() if self._need_each_other(criterion, each)}
        return [
            proposal
            for proposal in proposals
            if self._scale.criteria_in(proposal.raised) or not reached.isdisjoint(self._partly_raised(proposal))
        ]

    def _need_each_other(self, criterion: str, proposals: list[_Proposal]) -> bool:
        """Return whether all proposals together raise a criterion more than those that raise it alone."""
        alone = [proposal for proposal in proposals if criterion in proposal.raised]
        if len(alone) == len(proposals):
            return False
        reached = self._explore(_joined(alone))[criterion]
        return any(self._explore(_joined(each))[criterion] > reached for each in (proposals, proposals[::-1]))

    def _partly_raised(self, proposal: _Proposal) -> set[str]:
        """Return the criteria of the conditions that a proposal meets without raising the criteria."""
        return {self._scale.criterion_of(key) for key in proposal.raised} - proposal.raised

    def _named(self, proposals: list[_Proposal]) -> tuple[Measure, ...]:
        exclusive = [proposal.effect.fact for proposal in proposals if _is_exclusive(proposal.effect)]
        used: set[str] = set()
        measures: list[Measure] = []
        for proposal in proposals:
            effect = proposal.effect
            id = _unused_id(effect, used)
            used.add(id)
            several = _is_exclusive(effect) and exclusive.count(effect.fact) > 1
            group = _slug(effect.fact)[:_MAX_ID] if several else ""
            measures.append(
                Measure(id=id, name=self._name(effect)[:MAXIMUM_NAME].strip(), effects=(effect,), group=group)
            )
        return tuple(measures)

    def _name(self, effect: FactEffect) -> str:
        words, fact = _words(self._language), self._renderer.name(effect.fact)
        if effect.document:
            return str(words["document"].format(fact=fact))
        value = effect.added or effect.value or DeclaredValue()
        if value.records is not None:
            return str(words["record"].format(fact=fact))
        key = "value" if effect.added is None else "added"
        return str(words[key].format(fact=fact, value=self._renderer.value(effect.fact, value)))


class _NumberGrid:
    """Numbers on one side of a present number, by steps away from it."""

    def __init__(self, definition: FactDefinition, start: Fraction, sign: int) -> None:
        self._step = search_step(definition)
        self._sign = sign
        self._start = start // self._step if sign > 0 else -(-start // self._step)
        bound = definition.at_most if sign > 0 else definition.at_least
        self._most = None if bound is None else max(int((sign * bound) // self._step - sign * self._start), 0)

    def at(self, steps: int) -> Fraction:
        return (self._start + self._sign * steps) * self._step

    def near(self, thresholds: Iterable[Fraction]) -> list[int]:
        """Return the steps to thresholds and next to them, from the nearest."""
        steps = set()
        for threshold in thresholds:
            distance = int(self._sign * (threshold / self._step - self._start) // 1)
            steps |= {distance - 1, distance, distance + 1, distance + 2}
        inside = sorted(step for step in steps if step > 0 and (self._most is None or step <= self._most))
        return inside[:_MAX_THRESHOLDS]

    def far(self) -> list[int]:
        """Return steps to the end of the domain; without an end, to multiples of the present number."""
        if self._most is not None:
            return [self._most] if self._most else []
        return [factor * abs(int(self._start)) for factor in _FAR_FACTORS if self._start]


def _joined(proposals: Iterable[_Proposal]) -> dict[str, Extent]:
    """Return the first change of each fact, with all choices that any proposal adds to it."""
    changes: dict[str, Extent] = {}
    for proposal in proposals:
        name, extent = proposal.effect.fact, proposal.extent
        before = changes.setdefault(name, extent)
        if isinstance(before, ChoicesExtent) and isinstance(extent, ChoicesExtent):
            changes[name] = known_choices(before.surely | extent.surely)
    return changes


def _total(merits: Merits) -> Fraction:
    return sum(merits.values(), Fraction(0))


def _planned_document(definition: FactDefinition, day: str) -> EvidenceItem:
    return EvidenceItem(
        id=f"planned-{definition.id}",
        kind=definition.evidence[0],
        issuer="planned",
        digest="0" * 64,
        issue_date=day,
        assurance=Assurance.REASONABLE,
    )


def _is_exclusive(effect: FactEffect) -> bool:
    return effect.added is None or effect.added.records is not None


def _slug(text: str) -> str:
    return _NOT_OF_ID.sub("-", text.casefold()).strip("-_") or "x"


def _unused_id(effect: FactEffect, used: set[str]) -> str:
    value = effect.added or effect.value or DeclaredValue()
    choices = "-".join(value.choices or ())
    flag = "" if value.flag is None else "yes" if value.flag else "no"
    part = (
        "document" if effect.document else "record" if value.records is not None else value.key_text or choices or flag
    )
    base = f"{_slug(effect.fact)[: _MAX_ID - _MAX_PART_OF_ID - 6]}-{_slug(part)[:_MAX_PART_OF_ID]}"
    return next(
        id for number in range(1, len(used) + 2) if (id := base if number == 1 else f"{base}-{number}") not in used
    )

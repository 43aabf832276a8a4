"""Offers of facts to a case: same client, meaning, object and period, convertible unit, and valid evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import chain, count
from typing import TYPE_CHECKING

from rules.contracts import add_months, parse_date
from rules.engine import evidence_standings
from service.base.resource_names import parse_card
from service.cases.dossiers import DossierContent, find_dossier, scorecard_of, subject_of
from service.cases.fact_origins import FactOrigin, find_cause, origins_of_case, value_document
from service.reuse.meanings import (
    REPORTING_PERIOD,
    About,
    Meaning,
    Period,
    converted_value,
    declared_periods,
    meaning_of,
    period_of,
    period_values,
)
from service.reuse.source_facts import SourceFact, source_facts
from touchstone.v1 import fact_pb2, types_pb2

if TYPE_CHECKING:
    from rules.model import FactDefinition, Scorecard
    from service.cases.step_context import StepContext

_LATEST_PERIOD_MONTHS = 18
_INVALID_EVIDENCE = frozenset({"expired", "not_yet_valid", "not_yet_issued", "too_old"})


class Reason(Enum):
    """Reason why a fact with the same meaning is not offered."""

    PERIOD_MISSING = "period_missing"
    OTHER_PERIOD = "other_period"
    OTHER_OBJECT = "other_object"
    EVIDENCE_INVALID = "evidence_invalid"
    OTHER_FORM = "other_form"


@dataclass(frozen=True, slots=True)
class Offer:
    """A fact that a case can reuse. `evidence` is added to its dossier."""

    fact: str
    value: types_pb2.Value
    source: SourceFact
    meaning: Meaning
    evidence: tuple[fact_pb2.EvidenceItem, ...] = ()
    is_evidence_needed: bool = False
    do_sources_differ: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """A fact with the same meaning that is not offered."""

    fact: str
    source: str
    reason: Reason


@dataclass(slots=True)
class Offers:
    """Offers in the order of the scorecard, and withheld facts."""

    offers: list[Offer] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Target:
    context: StepContext
    card: str
    scorecard: Scorecard
    content: DossierContent
    period: Period | None
    sites: frozenset[str]
    day: date
    origins: Mapping[str, FactOrigin]
    documents: dict[str, fact_pb2.EvidenceItem]
    """Evidence of the dossier and of the offers, by id."""

    def wants(self, definition: FactDefinition) -> bool:
        """Return whether a fact has no value yet, or a reused value with a source that changed."""
        known = next((fact for fact in self.content.facts if fact.fact_id == definition.id), None)
        if known is None or not (known.HasField("value") or known.ratings):
            return definition.can_be_stated
        origin = self.origins.get(definition.id)
        context = self.context
        return origin is not None and bool(find_cause(context.case_reader, context.row.organization, origin))


def find_offers(context: StepContext, as_of_date: str) -> Offers:
    """Return the offers to a case on a day (empty: today)."""
    target = _target(context, as_of_date)
    found = Offers()
    by_meaning: dict[str, list[SourceFact]] = {}
    for source in source_facts(context.case_reader, context.gazette, context.row, target.day.isoformat()):
        by_meaning.setdefault(meaning_of(source.card, source.fact.fact_id).id, []).append(source)
    for definition in target.scorecard.facts:
        meaning = meaning_of(target.card, definition.id)
        if meaning.id in by_meaning and target.wants(definition):
            _add_offers(found, target, definition, meaning, by_meaning[meaning.id])
    _check_evidence(found, target)
    found.offers = list(_with_differences(found.offers))
    return found


def _target(context: StepContext, as_of_date: str) -> _Target:
    dossier = find_dossier(context.case_reader, context.row)
    content = DossierContent() if dossier is None else dossier.content
    card = parse_card(context.content["scorecard"], field="scorecard").card
    values = {fact.fact_id: fact.value for fact in content.facts if fact.HasField("value")}
    return _Target(
        context, card, scorecard_of(context), content, period_of(card, values),
        frozenset(context.content.get("sites", ())), parse_date(as_of_date) if as_of_date else context.day,
        origins_of_case(context.case_reader, context.row), {item.evidence_id: item for item in content.evidence},
    )  # fmt: skip


def _add_offers(
    found: Offers, target: _Target, definition: FactDefinition, meaning: Meaning, sources: list[SourceFact]
) -> None:
    newest_first = sorted(sources, key=lambda one: (one.is_verified, one.fact.verification.date), reverse=True)
    for source in newest_first:
        reason = _object_reason(target, meaning, source) or _period_reason(target, meaning, source)
        value = _value_for(target, definition, meaning, source)
        reason = reason or (Reason.OTHER_FORM if value is None else None)
        if reason is not None or value is None:
            found.withheld.append(Withheld(definition.id, source.source, reason or Reason.OTHER_FORM))
            continue
        evidence = tuple(_carried_evidence(target, source))
        value.evidence_ids.extend(item.evidence_id for item in evidence)
        found.offers.append(Offer(definition.id, value, source, meaning, evidence))


def _value_for(
    target: _Target, definition: FactDefinition, meaning: Meaning, source: SourceFact
) -> types_pb2.Value | None:
    if meaning.id == REPORTING_PERIOD:
        return None if source.period is None else period_values(target.card, source.period).get(definition.id)
    stated = next((fact for fact in source.scorecard.facts if fact.id == source.fact.fact_id), None)
    scorecards = source.scorecard, target.scorecard
    return None if stated is None else converted_value(source.value, stated, definition, scorecards)


def _object_reason(target: _Target, meaning: Meaning, source: SourceFact) -> Reason | None:
    row = target.context.row
    if meaning.about is About.CLIENT or source.subject == row.subject:
        return None
    same_sites = bool(source.sites) and source.sites == target.sites
    return None if meaning.about is About.SITE and same_sites else Reason.OTHER_OBJECT


def _period_reason(target: _Target, meaning: Meaning, source: SourceFact) -> Reason | None:
    if not meaning.is_of_period:
        return None
    if source.period is None:
        return None if source.card not in declared_periods() and target.card == source.card else Reason.OTHER_PERIOD
    if target.card in declared_periods():
        if target.period is None:
            return Reason.PERIOD_MISSING
        return None if target.period == source.period else Reason.OTHER_PERIOD
    last = parse_date(source.period.last)
    is_latest = last < target.day <= add_months(last, _LATEST_PERIOD_MONTHS)
    return None if is_latest else Reason.OTHER_PERIOD


def _carried_evidence(target: _Target, source: SourceFact) -> Iterator[fact_pb2.EvidenceItem]:
    """Yield the evidence of kinds that the scorecard of the case knows.

    Each document has an id of its own, also among the offers, because several can be accepted at once.
    """
    kinds = {kind for fact in target.scorecard.facts for kind in fact.evidence}
    documents = target.documents
    for item in source.evidence:
        if item.kind not in kinds:
            continue
        same = next((known for known in documents.values() if _is_same_document(known, item)), None)
        if same is None:
            same = fact_pb2.EvidenceItem()
            same.CopyFrom(item)
            numbered = (f"{item.evidence_id}-{number}" for number in count(2))
            same.evidence_id = next(id for id in chain([item.evidence_id], numbered) if id not in documents)
            documents[same.evidence_id] = same
        yield same


def _is_same_document(known: fact_pb2.EvidenceItem, item: fact_pb2.EvidenceItem) -> bool:
    return (known.kind, known.content_digest) == (item.kind, item.content_digest)


def _check_evidence(found: Offers, target: _Target) -> None:
    """Withhold offers with invalid evidence, and mark those that need more."""
    valid: list[Offer] = []
    for offer in found.offers:
        definition = next(fact for fact in target.scorecard.facts if fact.id == offer.fact)
        if _is_expired(offer, target.day) or _has_invalid_evidence(offer, target):
            found.withheld.append(Withheld(offer.fact, offer.source.source, Reason.EVIDENCE_INVALID))
            continue
        counting = [item for item in offer.evidence if item.kind in definition.evidence]
        valid.append(replace(offer, is_evidence_needed=bool(definition.evidence) and not counting))
    found.offers = valid


def _is_expired(offer: Offer, day: date) -> bool:
    dates = ((item.validity.first_date, item.validity.last_date) for item in offer.source.evidence)
    return any((first and first > day.isoformat()) or (last and last < day.isoformat()) for first, last in dates)


def _has_invalid_evidence(offer: Offer, target: _Target) -> bool:
    content = DossierContent(facts=[fact_pb2.Fact(fact_id=offer.fact, value=offer.value)], evidence=offer.evidence)
    subject = subject_of(target.context, content)
    return any(
        standing.shortcoming in _INVALID_EVIDENCE
        for standing in evidence_standings(target.scorecard, subject, target.day)
    )


def _with_differences(offers: list[Offer]) -> Iterator[Offer]:
    """Yield one offer for each fact and value, marked if the sources of the fact differ."""
    by_fact: dict[str, dict[str, Offer]] = {}
    for offer in offers:
        by_fact.setdefault(offer.fact, {}).setdefault(str(value_document(offer.value)), offer)
    for distinct in by_fact.values():
        yield from (replace(offer, do_sources_differ=len(distinct) > 1) for offer in distinct.values())

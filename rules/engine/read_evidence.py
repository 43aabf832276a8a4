"""Evidence of a value: form, accepted kind, level of assurance, dates, and places in it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import DateError, add_months, parse_date
from rules.contracts.inputs import Locator
from rules.contracts.messages import error_message, message_factory
from rules.contracts.outcomes import UnknownReason
from rules.contracts.suggestions import did_you_mean_or_known
from rules.engine.read_values import Violations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
    from rules.model.scorecard import FactDefinition, Scorecard


_say = message_factory(__name__)

MAXIMUM_PLACES = 1_000
MAXIMUM_CHARACTERS = {"uri": 2_000, "page": 100, "cell": 100, "quote": 1_000}


def check_places(facts: Iterable[DeclaredFact], violations: Violations) -> None:
    """Note what is wrong with the places of facts."""
    for fact in facts:
        if fact.places:
            _check_places(fact, violations)


def drop_unused_places(fact: DeclaredFact) -> DeclaredFact:
    """Give a fact without places in evidence that it does not rest on any more."""
    named = set(_fact_evidence_ids(fact))
    used_places = tuple(place for place in fact.places if place.evidence in named)
    return fact if len(used_places) == len(fact.places) else fact.model_copy(update={"places": used_places})


def _check_places(fact: DeclaredFact, violations: Violations) -> None:
    path = f"facts[{fact.id}].places"
    if len(fact.places) > MAXIMUM_PLACES:
        message = _say("TOO_MANY_PLACES", count=len(fact.places), most=MAXIMUM_PLACES)
        violations.add(path, "TOO_MANY_PLACES", message)
        return
    named, seen = set(_fact_evidence_ids(fact)), set()
    for place in fact.places:
        inside = f"facts[{fact.id}].records[{place.record[:80]}].{place.field}.places"
        here = f"{inside if place.record and place.field else path}[{place.evidence[:60]}]"
        if place.evidence not in named:
            known = sorted(named)
            message = _say("PLACE_OF_OTHER_EVIDENCE", known=known) if known else _say("PLACE_WITHOUT_EVIDENCE")
            violations.add(here, "UNKNOWN_EVIDENCE", message)
        if bool(place.record) is not bool(place.field):
            violations.add(here, "REQUIRED", _say("RECORD_AND_FIELD"))
        key = place.evidence, place.record, place.field
        if key in seen:
            violations.add(here, "REPEATED", _say("PLACE_TWICE"))
        seen.add(key)
        if place.place == Locator():
            violations.add(here, "REQUIRED", _say("EMPTY_PLACE"))
        for part, most in MAXIMUM_CHARACTERS.items():
            if (count := len(getattr(place.place, part))) > most:
                violations.add(f"{here}.{part}", "TOO_LONG", _say("PLACE_TOO_LONG", count=count, most=most))


def _fact_evidence_ids(fact: DeclaredFact) -> Iterator[str]:
    """Name the evidence that a fact rests on anywhere."""
    corrected = fact.verification.corrected if fact.verification is not None else None
    for value in (fact.value, corrected, *(rating.value for rating in fact.ratings)):
        if value is not None:
            yield from _named_by(value)


def _named_by(value: DeclaredValue) -> Iterator[str]:
    yield from value.evidence
    for record in value.records or ():
        for part in record.values():
            yield from part.evidence


_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class EvidenceIndex:
    """The evidence items of one subject, checked for form."""

    def __init__(self, kinds: frozenset[str], subject: Subject, as_of: date, violations: Violations) -> None:
        """Check every item and keep it under its id; `kinds` are those that the card asks for.

        Faults are noted in `violations`.
        """
        self._violations = violations
        self._as_of = as_of
        self._items: dict[str, EvidenceItem] = {}
        self._dated: dict[tuple[str, int | None], bool] = {}
        self._faults: dict[tuple[object, ...], UnknownReason | None] = {}
        for item in subject.evidence:
            if item.id in self._items:
                violations.add(f"evidence[{item.id[:60]}]", "REPEATED_EVIDENCE", _say("EVIDENCE_TWICE"))
            self._items[item.id] = item
            _check(item, kinds, violations)

    def fault(self, definition: FactDefinition, named: tuple[str, ...], path: str) -> UnknownReason | None:
        """Say why a value does not count for want of evidence; None if it does."""
        if not named and not definition.evidence:
            return None
        memo_key = (named, definition.evidence, definition.assurance._value_, definition.maximum_age_months)
        if memo_key not in self._faults:
            before = len(self._violations.items)
            reason = self._fault(definition, named, path)
            if len(self._violations.items) > before:
                return reason
            self._faults[memo_key] = reason
        return self._faults[memo_key]

    def counts(self, definition: FactDefinition, named: tuple[str, ...]) -> bool:
        """Say whether all named evidence is there and lets a value count; notes nothing."""
        try:
            items = [self._items[name] for name in named]
        except KeyError:
            return False
        return self._weakness(items, definition) is None

    def issued(self, definition: FactDefinition, named: tuple[str, ...], path: str) -> date | UnknownReason:
        """Give the day on which the youngest item that stands behind a value was issued, or say why there is none."""
        fault = self.fault(definition, named, path)
        if fault is not None:
            return fault
        standing = [item for name in named if self._stands(item := self._items[name], definition)]
        days = [parse_date(item.issue_date) for item in standing if item.issue_date]
        return max(days, default=UnknownReason.EVIDENCE_EXPIRED)

    def _stands(self, item: EvidenceItem, definition: FactDefinition) -> bool:
        fits = item.kind in definition.evidence and item.assurance.rank >= definition.assurance.rank
        return fits and self._is_in_date(item, definition.maximum_age_months)

    def _fault(self, definition: FactDefinition, named: tuple[str, ...], path: str) -> UnknownReason | None:
        items: list[EvidenceItem] = []
        for name in named:
            if name in self._items:
                items.append(self._items[name])
            else:
                hint = "" if self._violations.more_than_shown else did_you_mean_or_known(name, self._items)
                self._violations.add(
                    f"{path}.evidence_ids", "UNKNOWN_EVIDENCE", _say("NO_EVIDENCE_ITEM", name=name[:60], hint=hint)
                )
        return self._weakness(items, definition)

    def _weakness(self, items: list[EvidenceItem], definition: FactDefinition) -> UnknownReason | None:
        """Say what the best of some items lacks for a value to count; None if one of them lets it."""
        if not definition.evidence:
            return None
        reason = UnknownReason.EVIDENCE_KIND if items else UnknownReason.EVIDENCE_MISSING
        rank, most = definition.assurance.rank, definition.maximum_age_months
        for item in items:
            if item.kind in definition.evidence:
                if item.assurance.rank >= rank:
                    if self._is_in_date(item, most):
                        return None
                    reason = UnknownReason.EVIDENCE_EXPIRED
                elif reason is UnknownReason.EVIDENCE_KIND:
                    reason = UnknownReason.EVIDENCE_ASSURANCE
        return reason

    def _is_in_date(self, item: EvidenceItem, maximum_age_months: int | None) -> bool:
        """Say whether an item is in date; many facts rest on the same one."""
        key = (item.id, maximum_age_months)
        if key not in self._dated:
            self._dated[key] = date_fault(item, maximum_age_months, self._as_of) is None
        return self._dated[key]


def required_evidence_kinds(scorecard: Scorecard) -> frozenset[str]:
    """List the kinds of evidence that a card asks for."""
    fields = [field for record in scorecard.records for field in record.fields]
    return frozenset(kind for definition in (*scorecard.facts, *fields) for kind in definition.evidence)


def _check(item: EvidenceItem, kinds: frozenset[str], violations: Violations) -> None:
    path = f"evidence[{item.id[:60]}]"
    if not _DIGEST.match(item.digest):
        violations.add(
            f"{path}.content_digest",
            "MALFORMED_DIGEST",
            _say("NOT_A_DIGEST", found=item.digest[:70]),
        )
    if item.kind not in kinds:
        hint = did_you_mean_or_known(item.kind, kinds)
        violations.add(
            f"{path}.kind", "UNKNOWN_EVIDENCE_KIND", _say("EVIDENCE_KIND_NOT_ASKED", kind=item.kind[:40], hint=hint)
        )
    read_optional_date(item.issue_date, f"{path}.issue_date", violations)
    first = read_optional_date(item.valid_from, f"{path}.validity.first_date", violations)
    last = read_optional_date(item.valid_until, f"{path}.validity.last_date", violations)
    if first and last and last < first:
        violations.add(f"{path}.validity", "PERIOD_REVERSED", _say("ENDS_BEFORE_BEGIN", last=last, first=first))


def read_optional_date(text: str | None, path: str, violations: Violations) -> date | None:
    """Read an optional date; a faulty one is noted in `violations` and gives None."""
    if text is None:
        return None
    try:
        return parse_date(text)
    except DateError as error:
        violations.add(path, "NOT_A_DATE", error_message(error))
        return None


class DateFaultKind(StrEnum):
    """Why an item is out of date."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    NOT_YET_ISSUED = "not_yet_issued"
    TOO_OLD = "too_old"
    UNDATED = "undated"


class DateFault(NamedTuple):
    """Why an item is out of date, with the day until, from or on which it is dated, if it has a sound one."""

    kind: DateFaultKind
    day: date | None = None


def date_fault(item: EvidenceItem, maximum_age_months: int | None, as_of: date) -> DateFault | None:
    """Say why an item is not issued and valid on the as-of date, or too old; None if it is in date."""
    try:
        first = parse_date(item.valid_from) if item.valid_from else None
        last = parse_date(item.valid_until) if item.valid_until else None
        issued = parse_date(item.issue_date) if item.issue_date else None
    except DateError:
        return DateFault(DateFaultKind.UNDATED)
    if issued and as_of < issued:
        return DateFault(DateFaultKind.NOT_YET_ISSUED, issued)
    if first and as_of < first:
        return DateFault(DateFaultKind.NOT_YET_VALID, first)
    if last and as_of > last:
        return DateFault(DateFaultKind.EXPIRED, last)
    if maximum_age_months is None:
        return None
    if issued is None:
        return DateFault(DateFaultKind.UNDATED)
    return None if as_of <= add_months(issued, maximum_age_months) else DateFault(DateFaultKind.TOO_OLD, issued)

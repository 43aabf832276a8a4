"""Evidence of a value: form, accepted kind, assurance, dates, and locations in documents."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.dates import DateError, add_months, parse_date
from rules.contracts.error_texts import error_message
from rules.contracts.inputs import Locator
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import UnknownReason
from rules.contracts.suggestions import did_you_mean_or_known
from rules.engine.read_values import Violations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
    from rules.model.scorecard import FactDefinition, Scorecard


_message = message_factory(__name__)

MAXIMUM_PLACES = 1_000
MAXIMUM_CHARACTERS = {"uri": 2_000, "page": 100, "cell": 100, "quote": 1_000}


def check_places(facts: Iterable[DeclaredFact], violations: Violations) -> None:
    """Add violations for invalid evidence locations."""
    for fact in facts:
        if fact.places:
            _check_places(fact, violations)


def drop_unused_places(fact: DeclaredFact) -> DeclaredFact:
    """Return the fact without locations in evidence that it no longer names."""
    named = set(_fact_evidence_ids(fact))
    used_locations = tuple(location for location in fact.places if location.evidence in named)
    return fact if len(used_locations) == len(fact.places) else fact.model_copy(update={"places": used_locations})


def _check_places(fact: DeclaredFact, violations: Violations) -> None:
    path = f"facts[{fact.id}].places"
    if len(fact.places) > MAXIMUM_PLACES:
        message = _message("TOO_MANY_PLACES", count=len(fact.places), most=MAXIMUM_PLACES)
        violations.add(path, "TOO_MANY_PLACES", message)
        return
    named, seen = set(_fact_evidence_ids(fact)), set()
    for location in fact.places:
        field_path = f"facts[{fact.id}].records[{location.record[:80]}].{location.field}.places"
        location_path = f"{field_path if location.record and location.field else path}[{location.evidence[:60]}]"
        if location.evidence not in named:
            known = sorted(named)
            message = _message("PLACE_OF_OTHER_EVIDENCE", known=known) if known else _message("PLACE_WITHOUT_EVIDENCE")
            violations.add(location_path, "UNKNOWN_EVIDENCE", message)
        if bool(location.record) is not bool(location.field):
            violations.add(location_path, "REQUIRED", _message("RECORD_AND_FIELD"))
        key = location.evidence, location.record, location.field
        if key in seen:
            violations.add(location_path, "REPEATED", _message("PLACE_TWICE"))
        seen.add(key)
        if location.place == Locator():
            violations.add(location_path, "REQUIRED", _message("EMPTY_PLACE"))
        for part, most in MAXIMUM_CHARACTERS.items():
            if (count := len(getattr(location.place, part))) > most:
                violations.add(
                    f"{location_path}.{part}", "TOO_LONG", _message("PLACE_TOO_LONG", count=count, most=most)
                )


def _fact_evidence_ids(fact: DeclaredFact) -> Iterator[str]:
    corrected = fact.verification.corrected if fact.verification is not None else None
    for value in (fact.value, corrected, *(rating.value for rating in fact.ratings)):
        if value is not None:
            yield from _evidence_ids_of(value)


def _evidence_ids_of(value: DeclaredValue) -> Iterator[str]:
    yield from value.evidence
    for record in value.records or ():
        for part in record.values():
            yield from part.evidence


_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


class EvidenceIndex:
    """The evidence items of one subject. Creating the index adds a violation for each malformed item."""

    def __init__(self, kinds: frozenset[str], subject: Subject, as_of: date, violations: Violations) -> None:
        self._violations = violations
        self._as_of = as_of
        self._items: dict[str, EvidenceItem] = {}
        self._in_date_memo: dict[tuple[str, int | None], bool] = {}
        self._fault_memo: dict[tuple[object, ...], UnknownReason | None] = {}
        for item in subject.evidence:
            if item.id in self._items:
                violations.add(f"evidence[{item.id[:60]}]", "REPEATED_EVIDENCE", _message("EVIDENCE_TWICE"))
            self._items[item.id] = item
            _check_item(item, kinds, violations)

    def fault(self, definition: FactDefinition, named: tuple[str, ...], path: str) -> UnknownReason | None:
        """Return why a value lacks valid evidence, and add unknown items to the violations."""
        if not named and not definition.evidence:
            return None
        memo_key = (named, definition.evidence, definition.assurance._value_, definition.maximum_age_months)
        if memo_key not in self._fault_memo:
            before = len(self._violations.items)
            reason = self._fault(definition, named, path)
            if len(self._violations.items) > before:
                return reason
            self._fault_memo[memo_key] = reason
        return self._fault_memo[memo_key]

    def counts(self, definition: FactDefinition, named: tuple[str, ...]) -> bool:
        items = self._items
        if not all(map(items.__contains__, named)):
            return False
        if not definition.evidence:
            return True
        for name in named:  # noqa: SIM110 -- a generator would take twice as long
            if self._is_valid(items[name], definition):
                return True
        return False

    def issued(self, definition: FactDefinition, named: tuple[str, ...], path: str) -> date | UnknownReason:
        fault = self.fault(definition, named, path)
        if fault is not None:
            return fault
        valid_items = [item for name in named if self._is_valid(item := self._items[name], definition)]
        days = [parse_date(item.issue_date) for item in valid_items if item.issue_date]
        return max(days, default=UnknownReason.EVIDENCE_EXPIRED)

    def _is_valid(self, item: EvidenceItem, definition: FactDefinition) -> bool:
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
                    f"{path}.evidence_ids", "UNKNOWN_EVIDENCE", _message("NO_EVIDENCE_ITEM", name=name[:60], hint=hint)
                )
        return self._weakness(items, definition)

    def _weakness(self, items: list[EvidenceItem], definition: FactDefinition) -> UnknownReason | None:
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
        key = (item.id, maximum_age_months)
        if key not in self._in_date_memo:
            self._in_date_memo[key] = date_fault(item, maximum_age_months, self._as_of) is None
        return self._in_date_memo[key]


def required_evidence_kinds(scorecard: Scorecard) -> frozenset[str]:
    """List the kinds of evidence that a scorecard accepts."""
    fields = [field for record in scorecard.records for field in record.fields]
    return frozenset(kind for definition in (*scorecard.facts, *fields) for kind in definition.evidence)


def _check_item(item: EvidenceItem, kinds: frozenset[str], violations: Violations) -> None:
    if _is_well_formed(item, kinds):
        return
    path = f"evidence[{item.id[:60]}]"
    if not _DIGEST.match(item.digest):
        violations.add(f"{path}.content_digest", "MALFORMED_DIGEST", _message("NOT_A_DIGEST", found=item.digest[:70]))
    if item.kind not in kinds:
        hint = did_you_mean_or_known(item.kind, kinds)
        violations.add(
            f"{path}.kind", "UNKNOWN_EVIDENCE_KIND", _message("EVIDENCE_KIND_NOT_ASKED", kind=item.kind[:40], hint=hint)
        )
    read_optional_date(item.issue_date, f"{path}.issue_date", violations)
    first = read_optional_date(item.valid_from, f"{path}.validity.first_date", violations)
    last = read_optional_date(item.valid_until, f"{path}.validity.last_date", violations)
    if first and last and last < first:
        violations.add(f"{path}.validity", "PERIOD_REVERSED", _message("ENDS_BEFORE_BEGIN", last=last, first=first))


def _is_well_formed(item: EvidenceItem, kinds: frozenset[str]) -> bool:
    dates = (item.issue_date, item.valid_from, item.valid_until)
    try:
        _, first, last = [None if text is None else parse_date(text) for text in dates]
    except DateError:
        return False
    is_reversed = first is not None and last is not None and last < first
    return not is_reversed and item.kind in kinds and _DIGEST.match(item.digest) is not None


def read_optional_date(text: str | None, path: str, violations: Violations) -> date | None:
    """Read an optional date. An invalid date adds a violation and returns None."""
    if text is None:
        return None
    try:
        return parse_date(text)
    except DateError as error:
        violations.add(path, "NOT_A_DATE", error_message(error))
        return None


class DateFaultKind(StrEnum):
    """Reasons why an item is out of date."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    NOT_YET_ISSUED = "not_yet_issued"
    TOO_OLD = "too_old"
    UNDATED = "undated"


class DateFault(NamedTuple):
    """The reason why an item is out of date, with the day concerned if it is valid."""

    kind: DateFaultKind
    day: date | None = None


def date_fault(item: EvidenceItem, maximum_age_months: int | None, as_of: date) -> DateFault | None:
    """Return why an item is out of date on the as-of date; None if it is in date."""
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

"""Earlier evaluations from the store, as sources of facts for an evaluation or its verification.

Only the subject's organisation is searched, and for a verification only evaluations readable by the caller.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from rules.contracts import InputError, TouchstoneError, TrailError, message_factory, read_complete_record
from rules.trail import facts_from_previous, fill_from_previous, trail_digest_of
from service.base.resource_names import organization_of, parse_card
from service.identity.permissions import organization_of_name
from service.identity.principals import caller
from service.output.exported_evaluations import earlier_evaluation
from service.store.stored_records import StoredRecord, restore_record_or_remains
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.contracts import Subject
    from rules.model import PublishedVersion
    from service.gazette.versions import Gazette
    from service.store.store import Store
    from touchstone.v1 import evaluation_service_pb2

_message = message_factory(__name__)


class EarlierEvaluations:
    """Stored evaluations that provide facts for others.

    Methods raise Refusal if the database is unavailable.
    """

    def __init__(self, store: Store, gazette: Gazette) -> None:
        self._store, self._gazette = store, gazette
        self._cards_by_change_times: dict[tuple[tuple[Path, int], ...], frozenset[str]] = {}

    def for_request(self, request: evaluation_service_pb2.EvaluateSubjectRequest) -> Sequence[StoredRecord]:
        """Return stored evaluations that may provide facts; empty for a malformed request, reported later."""
        try:
            organization_of(request.subject)
            card = parse_card(request.scorecard).card
            self.cards(card)
        except TouchstoneError:
            return ()
        return self.of_subject(request.subject, card, until=request.as_of_date)

    def of_subject(self, subject: str, card: str, *, until: str) -> Sequence[StoredRecord]:
        """Return stored evaluations of a subject, up to a date, that may provide facts to a scorecard."""
        organization, cards = organization_of(subject), self.cards(card)
        if not cards:
            return ()
        return self._store.earlier(organization=organization, subject=subject, cards=cards, until=until)

    def cards(self, card: str) -> frozenset[str]:
        """Return the scorecards that provide facts to any version of a scorecard; cache them until a publication."""
        changes = self._gazette.change_times(card)
        if changes is not None and changes in self._cards_by_change_times:
            return self._cards_by_change_times[changes]
        facts = [fact for version in self._gazette.versions(card) for fact in version.scorecard.facts]
        cards = frozenset(fact.previous.card or card for fact in facts if fact.previous is not None)
        if changes is not None:
            self._cards_by_change_times[changes] = cards
        return cards

    def taken_by(self, evaluation: evaluation_pb2.Evaluation) -> list[evaluation_pb2.Evaluation]:
        try:
            previous_facts = facts_from_previous(read_complete_record(evaluation.record_json.encode("utf-8")))
        except TrailError:
            return []  # the checks report this error
        names = {fact.previous.evaluation for fact in previous_facts if fact.previous is not None}
        evaluations: list[evaluation_pb2.Evaluation] = []
        for name in sorted(names - {""}):
            with suppress(InputError, TrailError):
                row = self._store.find_unarchived(name) if caller().reaches(organization_of_name(name)) else None
                if row is not None:
                    content = restore_record_or_remains(row.record, row.record_key).content.decode("utf-8")
                    digest, key = row.record_digest, row.record_key
                    evaluations.append(
                        evaluation_pb2.Evaluation(name=name, record_json=content, record_digest=digest, record_key=key)
                    )
        return evaluations


def with_earlier_evaluations(
    published: PublishedVersion, subject: Subject, stored: Sequence[StoredRecord], gazette: Gazette
) -> Subject:
    """Return the subject with facts from matching stored evaluations; raise TrailError if one is corrupt."""
    if not stored:
        return subject
    candidates = []
    for stored_record in stored:
        written = restore_record_or_remains(stored_record.record, stored_record.record_key)
        if trail_digest_of(written) != written.head.trail_digest:
            raise TrailError(_message("PREVIOUS_DAMAGED", name=stored_record.name))
        candidates.append(earlier_evaluation(stored_record.name, written, gazette))
    return fill_from_previous(published.scorecard, subject, candidates)[0]

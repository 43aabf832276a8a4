"""What is erased at whose request, and what does a server answer about it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, VersionError, Violation
from rules.contracts.messages import speaker
from rules.trail.erasing import Extent
from service.answering.mapping.erasures import (
    write_draft_erasure,
    write_erased,
    write_erasure,
    write_file_removal,
    write_hold,
)
from service.answering.mapping.findings import stored_word
from service.base.instants import now
from service.base.names import (
    SUBJECT,
    check_evaluation_name,
    draft_organization,
    new_evaluation_name,
    parse_organization,
)
from service.base.paging import read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.identity.principals import caller, scope
from service.log.leaves import DRAFT_ERASURE, ERASURE, DraftErasure, Erasure, FileRemoval, Hold
from service.store.erasing import Order
from touchstone.v1 import erasure_service_pb2, evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.contracts.written import Head
    from rules.model.scorecard import Scorecard
    from service.erasure.files import ErasedFiles
    from service.gazette.versions import Gazette
    from service.store.erasing import Erased
    from service.store.evaluations import Store

_say = speaker(__name__)

_REASON_CHARACTERS = 400
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Erasures:
    """Erases from a store; what rests on a fact is told by the cards of a gazette."""

    store: Store
    gazette: Gazette
    files: ErasedFiles | None = None

    def erase(
        self, request: erasure_service_pb2.EraseEvaluationsRequest
    ) -> erasure_service_pb2.EraseEvaluationsResponse:
        """Erase what is asked for, or say what would be erased.

        Raises:
            InputError: a field is wrong; all are listed.
            Refusal: a legal hold forbids it, nothing is stored of the target, or the store cannot be written now.
            TrailError: a stored record is damaged.
        """
        organization, order = self._order(request)
        names = self._names(organization, request.target)
        planned = [one for one in self.store.erasing.plan(names, order, self._card) if one.erasure.steps]
        _check_facts(request, planned)
        if request.validate_only:
            told = self.files.planned(planned) if self.files else [[] for _ in planned]
            return erasure_service_pb2.EraseEvaluationsResponse(erased=map(write_erased, planned, told))
        erased = self.store.erasing.erase(names, order, self._card)
        self.store.integrate_log()
        told = self.files.remove(erased) if self.files else [[] for _ in erased]
        return erasure_service_pb2.EraseEvaluationsResponse(
            erased=map(write_erased, erased, told), cleared=self.store.erasing.clear()
        )

    def list(self, request: erasure_service_pb2.ListErasuresRequest) -> erasure_service_pb2.ListErasuresResponse:
        """List one page of what was erased.

        Raises:
            InputError: a field is malformed.
            Refusal: the store cannot be read now.
        """
        organization = parse_organization(request.parent, field="parent")
        size = read_page_size(request.page_size)
        query = ("erasures", scope(), request.parent)
        after = read_token(request.page_token, query)
        under = f"organizations/{organization}/"
        found = self.store.erasing.all_noted(under, after=after, limit=size + 1)
        response = erasure_service_pb2.ListErasuresResponse()
        for one in found[:size]:
            said = one.leaf.said
            if one.leaf.kind == ERASURE:
                response.erasures.append(write_erasure(Erasure.read(said)))
            elif one.leaf.kind == DRAFT_ERASURE:
                response.draft_erasures.append(write_draft_erasure(DraftErasure.read(said)))
            else:
                response.file_removals.append(write_file_removal(FileRemoval.read(said)))
        if len(found) > size:
            response.next_page_token = write_token(query, found[size - 1].leaf.name)
        return response

    def hold(self, request: erasure_service_pb2.CreateLegalHoldRequest) -> erasure_service_pb2.LegalHold:
        """Set a legal hold.

        Raises:
            InputError: a field is wrong; all are listed.
            Refusal: the store cannot be written now.
        """
        violations = [*_held_problems(request.parent, request.target), *_reason_problems(request.reason)]
        if violations:
            raise InputError(tuple(violations))
        organization = parse_organization(request.parent, field="parent")
        id = new_evaluation_name(organization).rpartition("/")[2]
        hold = Hold(f"{request.parent}/holds/{id}", request.target, now(), who(), request.reason)
        self.store.holds.set(hold)
        self.store.integrate_log()
        return write_hold(hold)

    def lift(self, request: erasure_service_pb2.LiftLegalHoldRequest) -> erasure_service_pb2.LegalHold:
        """Lift a legal hold.

        Raises:
            InputError: a field is wrong; all are listed.
            Refusal: there is no such hold, or the store cannot be written now.
        """
        parent, between, _ = request.name.rpartition("/holds/")
        wrong = [] if between else [Violation("name", _say("HOLD_NAME", found=request.name[:_SHOWN]), "MALFORMED")]
        if violations := [*wrong, *_reason_problems(request.reason)]:
            raise InputError(tuple(violations))
        parse_organization(parent, field="name")
        hold = self.store.holds.lift(request.name, time=now(), principal=who(), reason=request.reason)
        self.store.integrate_log()
        return write_hold(hold)

    def holds(self, request: erasure_service_pb2.ListLegalHoldsRequest) -> erasure_service_pb2.ListLegalHoldsResponse:
        """List the legal holds of an organisation.

        Raises:
            InputError: the name is malformed.
            Refusal: the store cannot be read now.
        """
        organization = parse_organization(request.parent, field="parent")
        return erasure_service_pb2.ListLegalHoldsResponse(holds=map(write_hold, self.store.holds.list(organization)))

    def _order(self, request: erasure_service_pb2.EraseEvaluationsRequest) -> tuple[str, Order]:
        violations = [*_target_problems(request.parent, request.target), *_reason_problems(request.reason)]
        name = stored_word(evaluation_pb2.Erasure.Extent, request.extent, "EXTENT_")
        extents = [one.value for one in Extent]
        if name not in extents:
            violations.append(Violation("extent", _say("EXTENT_REQUIRED", allowed=extents), "REQUIRED"))
        elif name == Extent.FACTS and not request.fact_ids:
            violations.append(Violation("fact_ids", _say("FACTS_REQUIRED"), "REQUIRED"))
        elif name != Extent.FACTS and request.fact_ids:
            violations.append(Violation("fact_ids", _say("NO_FACTS", extent=name), "WRONG_VALUE"))
        if violations:
            raise InputError(tuple(violations))
        facts = tuple(dict.fromkeys(request.fact_ids))
        return request.parent.rpartition("/")[2], Order(Extent(name), facts, now(), who(), request.reason)

    def _names(self, organization: str, target: str) -> Sequence[str]:
        if SUBJECT.match(target):
            if names := self.store.erasing.of_subject(organization, target):
                return names
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _say("NOTHING_OF_SUBJECT", subject=target))
        if self.store.find(target) is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _say("NO_SUCH_EVALUATION", name=target))
        return [target]

    def _card(self, head: Head) -> Scorecard | None:
        """Give the card of a record; None if it is not published here any more as it was."""
        try:
            version = self.gazette.made_by(head.scorecard_version, head.rule_digest)
        except (InputError, VersionError):
            return None
        return version.scorecard if version.rule_digest == head.rule_digest else None


def who() -> Mapping[str, str]:
    """Say who makes the call that is being answered, as it is noted."""
    principal = caller()
    return {"id": principal.id, "kind": principal.kind, "organization": principal.organization}


def _check_facts(request: erasure_service_pb2.EraseEvaluationsRequest, planned: Sequence[Erased]) -> None:
    there = {fact for one in planned for fact in one.erasure.facts}
    if absent := [fact for fact in request.fact_ids if fact not in there]:
        said = _say("FACTS_ABSENT", facts=[one[:_SHOWN] for one in absent], target=request.target)
        raise InputError((Violation("fact_ids", said, "UNKNOWN"),))


def _held_problems(parent: str, target: str) -> Sequence[Violation]:
    try:
        of = draft_organization(target, field="target")
    except InputError:
        return _target_problems(parent, target)
    return () if parent == f"organizations/{of}" else (_other_parent(parent, target),)


def _target_problems(parent: str, target: str) -> Sequence[Violation]:
    try:
        parse_organization(parent, field="parent")
        if not SUBJECT.match(target):
            check_evaluation_name(target, field="target")
    except InputError as error:
        return error.violations
    if not target.startswith(f"{parent}/"):
        return (_other_parent(parent, target),)
    return ()


def _other_parent(parent: str, target: str) -> Violation:
    return Violation("target", _say("OTHER_PARENT", target=target[:_SHOWN], parent=parent), "WRONG_VALUE")


def _reason_problems(reason: str) -> Sequence[Violation]:
    if 0 < len(reason) <= _REASON_CHARACTERS and reason.isprintable() and reason == reason.strip():
        return ()
    return (Violation("reason", _say("REASON", found=len(reason), most=_REASON_CHARACTERS), "REQUIRED"),)

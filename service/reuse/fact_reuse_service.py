"""FactReuseService: offers of verified facts, their acceptance, and the origins of reused facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.base import instants
from service.base.paging import read_page, write_token
from service.base.resource_names import parse_organization
from service.cases import dossiers
from service.cases.case_files import copy_files
from service.cases.case_names import check_name
from service.cases.case_service import case_workflow
from service.cases.case_workflow import changed_refusal
from service.cases.client_side import check_own, client_of, is_applicant
from service.cases.fact_origins import (
    FactOrigin,
    SourceEvidence,
    fact_of,
    find_cause,
    is_applied,
    is_waiting,
    save_origin,
    value_document,
    value_of,
)
from service.cases.profile_versions import case_context
from service.cases.step_context import parse_day
from service.identity.principals import visibility_scope
from service.reuse.offers import Offer, Offers, find_offers
from service.reuse.source_changes import watch_sources
from service.store.cases import CHANGED_ORIGINS, FACT_ORIGINS, origins_of_case_label
from touchstone.v1 import case_service_pb2, fact_pb2, fact_reuse_service_pb2 as reuse

if TYPE_CHECKING:
    from service.cases.case_workflow import CaseWorkflow
    from service.cases.step_context import StepContext
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader, CaseWriter
    from service.store.store import Store

_message = message_factory(__name__)
_SERVICE = reuse.DESCRIPTOR.services_by_name["FactReuseService"]
_MAX_ACCEPTED = 500
_PAGE = 200


@dataclass(frozen=True, slots=True)
class FactReuse:
    """RPC methods for reusable and reused facts."""

    store: Store
    gazette: Gazette
    workflow: CaseWorkflow

    def list_reusable(self, request: reuse.ListReusableFactsRequest) -> reuse.ListReusableFactsResponse:
        check_name(request.name)
        if request.as_of_date:
            parse_day(request.as_of_date, "as_of_date")
        page = read_page(request, "reusable-facts", visibility_scope(), request.name, request.as_of_date)
        with self.store.cases.read_transaction() as reading:
            context = self._context(reading, request.name)
            found = find_offers(context, request.as_of_date)
        offers, token = page.part_of(found.offers)
        response = reuse.ListReusableFactsResponse(
            reusable_facts=map(_offer_message, offers), next_page_token=token, case_revision=context.row.revision
        )
        if not page.after:
            response.withheld_facts.extend(_withheld_messages(found))
        return response

    def _context(self, reading: CaseReader, name: str) -> StepContext:
        return case_context(reading, self.gazette, check_own(reading, reading.case(name), name))

    def accept(self, request: reuse.AcceptReusableFactsRequest, language: str) -> reuse.AcceptReusableFactsResponse:
        check_name(request.name)
        if request.as_of_date:
            parse_day(request.as_of_date, "as_of_date")
        _check_accepted(request.accepted_facts)
        with self.store.cases.read_transaction() as reading:
            context = self._context(reading, request.name)
            if context.row.revision != request.revision:
                raise changed_refusal(reading, context.row, request.revision)
            offers = _accepted_offers(find_offers(context, request.as_of_date), request.accepted_facts)
            content = _content_with(context, offers)
        step = case_service_pb2.TakeCaseStepRequest(
            name=request.name, step="declare", revision=request.revision, reason=request.reason,
            person=request.person, content=case_service_pb2.CaseContent(dossier=content),
        )  # fmt: skip
        case = self.workflow.take_step(step, language, also=_origin_writer(offers))
        return reuse.AcceptReusableFactsResponse(case_revision=case.revision, dossier_name=_dossier_name(case))

    def list_reused(self, request: reuse.ListReusedFactsRequest) -> reuse.ListReusedFactsResponse:
        organization = parse_organization(request.parent, field="parent")
        if request.case_name:
            check_name(request.case_name, "case_name")
            if not request.case_name.startswith(f"{request.parent}/"):
                message = _message("OTHER_ORGANIZATION", found=request.case_name[:200], parent=request.parent)
                raise InputError.of("case_name", message, "WRONG_VALUE")
        previous = ""
        page = read_page(
            request, "reused-facts", visibility_scope(), request.parent, request.case_name, str(request.only_changed)
        )
        response = reuse.ListReusedFactsResponse()
        with self.store.cases.read_transaction() as reading:
            client = client_of(reading, organization) if is_applicant() else ""
            if request.case_name:
                check_own(reading, reading.case(request.case_name), request.case_name)
            origins = _stored_origins(reading, organization, request, page.after)
            for origin, position in origins:
                reused = _reused_message(reading, organization, origin, client)
                if reused is not None and (reused.waiting or not request.only_changed):
                    response.reused_facts.append(reused)
                if len(response.reused_facts) > page.size:
                    del response.reused_facts[page.size :]
                    response.next_page_token = write_token(page.query, previous)
                    break
                previous = position
        return response


def _stored_origins(
    reading: CaseReader, organization: str, request: reuse.ListReusedFactsRequest, after: str
) -> Iterator[tuple[FactOrigin, str]]:
    label = CHANGED_ORIGINS if request.only_changed else ""
    if request.case_name:
        label = origins_of_case_label(request.case_name.rpartition("/")[2])
    while True:
        rows = reading.documents(organization, FACT_ORIGINS, after=after, limit=_PAGE, label=label)
        yield from ((FactOrigin.parse(row), row.id) for row in rows)
        if len(rows) < _PAGE:
            return
        after = rows[-1].id


def _check_accepted(accepted: Sequence[reuse.AcceptedFact]) -> None:
    if not accepted:
        raise InputError.of("accepted_facts", _message("NONE_STATED"), "REQUIRED")
    if len(accepted) > _MAX_ACCEPTED:
        message = _message("TOO_MANY", found=len(accepted), most=_MAX_ACCEPTED)
        raise InputError.of("accepted_facts", message, "OUT_OF_RANGE")
    seen: set[str] = set()
    violations = []
    for index, fact in enumerate(accepted):
        if fact.fact_id in seen:
            message = _message("STATED_TWICE", fact=fact.fact_id[:60])
            violations.append(Violation(f"accepted_facts[{index}].fact_id", message, "REPEATED_FACT"))
        seen.add(fact.fact_id)
    if violations:
        raise InputError(tuple(violations))


def _accepted_offers(found: Offers, accepted: Iterable[reuse.AcceptedFact]) -> list[Offer]:
    known = {_offer_key(offer): offer for offer in found.offers}
    offers, violations = [], []
    for index, fact in enumerate(accepted):
        offer = known.get((fact.fact_id, fact.source, fact.dossier_revision, fact.source_fact_id))
        if offer is None:
            violations.append(_not_offered(f"accepted_facts[{index}]", fact.fact_id, fact.source))
        else:
            offers.append(offer)
    if violations:
        raise InputError(tuple(violations))
    return offers


def _not_offered(field: str, fact: str, source: str) -> Violation:
    return Violation(field, _message("NOT_OFFERED", fact=fact[:60], source=source[:200]), "NOT_FOUND")


def _offer_key(offer: Offer) -> tuple[str, str, int, str]:
    return offer.fact, offer.source.source, offer.source.revision, offer.source.fact.fact_id


def _content_with(context: StepContext, offers: Iterable[Offer]) -> dossiers.DossierContent:
    """Return the declaration of a case with the accepted facts and their evidence."""
    dossier = dossiers.find_dossier(context.case_reader, context.row)
    before = dossiers.DossierContent() if dossier is None else dossier.content
    content = dossiers.declared_content(before)
    accepted = {offer.fact: offer for offer in offers}
    retained = [fact for fact in content.facts if fact.fact_id not in accepted]
    del content.facts[:]
    content.facts.extend(retained)
    known = {item.evidence_id for item in content.evidence}
    for offer in accepted.values():
        content.facts.add(fact_id=offer.fact, value=offer.value)
        for item in offer.evidence:
            if item.evidence_id not in known:
                content.evidence.append(item)
                known.add(item.evidence_id)
    return content


def _origin_writer(offers: Iterable[Offer]) -> Callable[[CaseWriter, StepContext], None]:
    """Return the function that stores the origins in the transaction of the step."""

    def write(writing: CaseWriter, context: StepContext) -> None:
        for index, offer in enumerate(offers):
            origin = _origin(context, offer)
            if find_cause(writing, context.row.organization, origin):  # changed since it was read
                violation = _not_offered(f"accepted_facts[{index}]", offer.fact, offer.source.source)
                raise InputError((violation,))
            save_origin(writing, context.row.organization, origin)
            source = writing.case(offer.source.source) if origin.is_from_case else None
            if source is not None:
                digests = [item.content_digest for item in offer.evidence]
                copy_files(writing, source, context.row, digests, context.actor.person)

    return write


def _origin(context: StepContext, offer: Offer) -> FactOrigin:
    source = offer.source
    return FactOrigin(
        case=context.row.name.rpartition("/")[2], fact=offer.fact, source=source.source,
        source_revision=source.revision, source_fact=source.fact.fact_id, source_card=source.card,
        source_evaluation=source.evaluation, meaning=offer.meaning.id, value=value_document(offer.value),
        source_value=value_document(source.value), verified_by=source.fact.verification.person,
        verified_on=source.fact.verification.date, accepted_by=context.actor.person, accept_time=instants.now(),
        evidence=tuple(
            SourceEvidence(item.evidence_id, item.kind, item.content_digest) for item in source.evidence
        ),
    )  # fmt: skip


# --- messages ---------------------------------------------------------------------------------------------------------


def _offer_message(offer: Offer) -> reuse.ReusableFact:
    source = offer.source
    message = reuse.FactSource(
        name=source.source, dossier_revision=source.revision, fact_id=source.fact.fact_id,
        scorecard=f"scorecards/{source.card}", evaluation=source.evaluation, value=source.value,
        verified_by=source.fact.verification.person, verified_date=source.fact.verification.date,
        evidence=source.evidence,
    )  # fmt: skip
    _strip_for_client(message)
    return reuse.ReusableFact(
        fact_id=offer.fact, value=offer.value, source=message, meaning=offer.meaning.id,
        own_interpretation=offer.meaning.is_own_reading, evidence_needed=offer.is_evidence_needed,
        sources_differ=offer.do_sources_differ,
    )  # fmt: skip


def _strip_for_client(source: reuse.FactSource) -> None:
    if is_applicant():
        source.verified_by = ""


def _withheld_messages(found: Offers) -> Iterator[reuse.WithheldFact]:
    offered = {offer.fact for offer in found.offers}
    for withheld in found.withheld:
        if withheld.fact not in offered:
            reason = f"REASON_{withheld.reason.name}"
            yield reuse.WithheldFact(fact_id=withheld.fact, source=withheld.source, reason=reason)


def _reused_message(reading: CaseReader, organization: str, origin: FactOrigin, client: str) -> reuse.ReusedFact | None:
    """Return the message of an origin; None for another client, or if the case replaced the value."""
    name = f"organizations/{organization}/cases/{origin.case}"
    row = reading.case(name)
    fact = None if row is None or client not in ("", row.client) else fact_of(reading, row, origin.fact)
    if fact is None or not is_applied(origin, fact):
        return None
    source = reuse.FactSource(
        name=origin.source, dossier_revision=origin.source_revision, fact_id=origin.source_fact,
        scorecard=f"scorecards/{origin.source_card}", evaluation=origin.source_evaluation,
        value=value_of(origin.source_value), verified_by=origin.verified_by, verified_date=origin.verified_on,
        evidence=[
            fact_pb2.EvidenceItem(evidence_id=item.evidence_id, kind=item.kind, content_digest=item.content_digest)
            for item in origin.evidence
        ],
    )  # fmt: skip
    _strip_for_client(source)
    message = reuse.ReusedFact(
        case_name=name, fact_id=origin.fact, source=source, person="" if is_applicant() else origin.accepted_by,
        accept_time=instants.to_timestamp(origin.accept_time), waiting=is_waiting(origin, fact),
        cause=f"CAUSE_{origin.cause.upper()}" if origin.cause else None,
    )  # fmt: skip
    if origin.notice_time:
        message.notice_time.CopyFrom(instants.to_timestamp(origin.notice_time))
    return message


def _dossier_name(case: case_service_pb2.Case) -> str:
    return next((step.content.dossier_name for step in reversed(case.steps) if step.content.dossier_name), "")


def add(parts: ServiceContext) -> None:
    """Register the service and, in a server, watch the sources of reused facts."""
    store = require_store(parts)
    methods = FactReuse(store, parts.gazette, case_workflow(parts))
    limiters = parts.limiters
    reading = answers_in_threads(
        limiters.reading, {"ListReusableFacts": methods.list_reusable, "ListReusedFacts": methods.list_reused}
    )
    writing = answers_in_threads(limiters.trying, {"AcceptReusableFacts": methods.accept}, read_call=language_of_call)
    parts.answer(_SERVICE, reading, writing)
    if parts.stopping is not None:
        limiter = parts.own_limiter(1, "fact_sources")
        parts.keep_going(lambda: watch_sources(store.cases, limiter))

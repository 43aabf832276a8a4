"""How is a page of what rests on something answered?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.answering.left_out import add_left_out
from service.answering.mapping.statuses import write_status
from service.base.instants import to_timestamp
from service.base.names import parse_organization
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.corrections.asking import NAMES, read_support
from service.corrections.kinds import KINDS
from service.corrections.messages import conclusion_message
from service.identity.principals import scope
from service.store.uses import Place
from touchstone.v1 import correction_service_pb2

if TYPE_CHECKING:
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.uses import Use


@dataclass(frozen=True, slots=True)
class WhereUsed:
    """Finds in a store what rests on something; what cards say of it stands in a gazette."""

    store: Store
    gazette: Gazette

    def uses(self, request: correction_service_pb2.ListUsesRequest) -> correction_service_pb2.ListUsesResponse:
        """List one page.

        Raises:
            InputError: a field is malformed.
            Refusal: the database cannot be read now.
            VersionError: there is no such card.
        """
        organization = parse_organization(request.parent, field="parent")
        searched = read_support(request, organization, self.gazette)
        size = read_page_size(request.page_size)
        asked = (str(request.kind), request.value, request.at_least, request.at_most, request.unit)
        query = ("uses", scope(), request.parent, *asked)
        found = self.store.uses.after(searched, _place(read_token(request.page_token, query)), size + 1)
        response = correction_service_pb2.ListUsesResponse(uses=[use_message(one) for one in found[:size]])
        if KINDS.get(request.kind) in NAMES and not request.page_token:
            near = self.store.uses.names_near(organization, request.value)
            response.looked_through_count = near.looked_through
            for one in near.names:
                response.near_names.add(name=one.name, kind=f"SUPPORT_KIND_{one.role.upper()}", count=one.count)
        if len(found) > size:
            last = found[size - 1].place
            response.next_page_token = write_token(query, f"{last.evaluation} {last.value.hex()}")
        add_left_out(response, self.store.uses.left_out(organization))
        return response


def use_message(use: Use) -> correction_service_pb2.Use:
    """Write a use."""
    return correction_service_pb2.Use(
        evaluation=use.evaluation,
        subject=use.subject,
        scorecard_version=use.scorecard_version,
        as_of_date=use.as_of_date,
        create_time=to_timestamp(use.create_time),
        conclusion=conclusion_message(
            {"kind": use.kind, "grade": use.grade, "stage": use.stage, "verdict": use.verdict}
        ),
        double_use_count=use.double_uses,
        status=write_status(use.status),
        kinds=[f"SUPPORT_KIND_{role.upper()}" for role in use.roles],
    )


def _place(position: str) -> Place | None:
    if not position:
        return None
    evaluation, _, value = position.partition(" ")
    try:
        return Place(evaluation, bytes.fromhex(value))
    except ValueError:
        raise foreign_token() from None

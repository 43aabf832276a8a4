"""How does RegisterService answer? With what is public of certificates, and nothing of cases and persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts.dates import add_days, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.api.parts import Parts, Places, kept
from service.base import instants
from service.base.names import parse_organization
from service.base.paging import foreign_token, read_page_size, read_token, write_token
from service.cases.case_service import profile_at, state_on
from service.store.cases import CaseReading, label_of
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.store.evaluations import Store
    from service.store.tables import CaseItemRow, CaseRow

    Context = grpc.aio.ServicerContext[Any, Any]

_say = speaker(__name__)

_MOST, _LEAST = 20, 3
_TOLD = ("holder", "registered_id", "scorecard", "scope", "result", "first_date", "last_date", "public_reason")


@dataclass(frozen=True, slots=True)
class Register:
    """What everybody may search, of the organisations that have it open."""

    store: Store
    opened: frozenset[str]

    def search(self, request: case_service_pb2.SearchRegisterRequest) -> case_service_pb2.SearchRegisterResponse:
        """Search one page."""
        organization = parse_organization(request.parent, field="parent")
        beginning = label_of(request.search)
        if len(beginning) < _LEAST:
            raise InputError((Violation("search", _say("SEARCH_SHORT", least=_LEAST), "REQUIRED"),))
        query = ("register", request.parent, beginning, request.state)
        size = min(read_page_size(request.page_size), _MOST)
        token = read_token(request.page_token, query)
        after = token.split("\n") if token else []
        if len(after) not in (0, 2):
            raise foreign_token()
        response = case_service_pb2.SearchRegisterResponse(read_time=instants.to_timestamp(instants.now()))
        if organization not in self.opened:
            return response
        with self.store.cases.reading() as reading:
            found = reading.registered(organization, beginning, after, size + 1)
            for _, number, case, item in found[:size]:
                entry = _entry(reading, number, case, item)
                if request.state in ("", entry.state):
                    response.register_entries.append(entry)
        if len(found) > size:
            response.next_page_token = write_token(query, "\n".join(found[size - 1][:2]))
        return response


def _entry(reading: CaseReading, number: str, case: CaseRow, item: CaseItemRow) -> case_service_pb2.RegisterEntry:
    content = orjson.loads(item.content)
    profile = profile_at(reading, case.organization, case.profile, case.profile_revision)
    state = state_on(item, content, instants.today(profile.time_zone))
    since = content.get("state_date") or content["first_date"]
    if state == "expired":
        since = add_days(parse_date(content["last_date"]), 1).isoformat()
    return case_service_pb2.RegisterEntry(
        number=number,
        state=state,
        state_date=since,
        profile=case.profile,
        organization=f"organizations/{case.organization}",
        **{name: content[name] for name in _TOLD if content.get(name)},
    )


_SERVICE = case_service_pb2.DESCRIPTOR.services_by_name["RegisterService"]


class RegisterApi:
    """Tells of certificates."""

    def __init__(self, register: Register, reading: Places) -> None:
        """Look here."""
        self._register, self._reading = register, reading

    async def SearchRegister(
        self, request: case_service_pb2.SearchRegisterRequest, context: Context
    ) -> case_service_pb2.SearchRegisterResponse:
        """Search one page."""
        with self._reading.entered():
            return await self._reading.in_thread(self._register.search, request)


def add(parts: Parts) -> None:
    """Tell of certificates."""
    opened = frozenset(parts.settings.public_registers.replace(",", " ").split())
    parts.answer(_SERVICE, RegisterApi(Register(kept(parts), opened), parts.places.reading))

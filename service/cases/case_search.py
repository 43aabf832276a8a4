"""Search over cases and related records visible to the caller."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.resource_names import parse_organization
from service.cases.case_files import files_of_case, is_discarded
from service.cases.case_lists import certificate_states, client_names, item_day
from service.cases.case_messages import item_message
from service.cases.client_side import client_of, is_applicant
from service.cases.profile_versions import cached_profiles
from service.identity.permissions import permission
from service.identity.principals import caller
from service.store.case_search import CaseSearch
from service.store.cases import CLIENTS, DOSSIERS, EVIDENCE_NAMES, PERSONS, normalize_label
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.cases.case_files import CaseFile
    from service.store.cases import CaseReader
    from service.store.store import Store

_message = message_factory(__name__)
_Result = case_service_pb2.SearchResult
_MIN_CHARACTERS, _MAX_CHARACTERS = 2, 200
_DEFAULT_PER_KIND, _MAX_PER_KIND = 10, 50
_HAN = re.compile("[\u3400-\u9fff]")
METHODS_BY_KIND = {
    _Result.KIND_CASE: "CaseService/ListCases",
    _Result.KIND_CLIENT: "CaseService/ListClients",
    _Result.KIND_CERTIFICATE: "CaseService/GetCase",
    _Result.KIND_FINDING: "CaseService/GetCase",
    _Result.KIND_EVIDENCE: "DossierService/GetCaseDossier",
    _Result.KIND_PERSON: "CaseService/ListCasePersons",
}
"""Method that a caller must have permission for, by kind."""


@dataclass(frozen=True, slots=True)
class CaseFinder:
    """RPC method for search."""

    store: Store

    def search(self, request: case_service_pb2.SearchRequest) -> case_service_pb2.SearchResponse:
        organization, letters = parse_organization(request.parent, field="parent"), _search_text(request.search)
        wanted = set(request.kinds or METHODS_BY_KIND)
        kinds = [kind for kind in METHODS_BY_KIND if kind in wanted and _may_see(kind, organization)]
        if request.most_of_kind < 0:
            raise InputError.of("most_of_kind", _message("NO_NEGATIVE", found=request.most_of_kind), "WRONG_VALUE")
        most = min(request.most_of_kind or _DEFAULT_PER_KIND, _MAX_PER_KIND)
        response = case_service_pb2.SearchResponse()
        with self.store.cases.read_transaction() as reading:
            client = client_of(reading, organization) if is_applicant() else ""
            search = CaseSearch(reading, organization, letters, client)
            finders = _finders(search)
            for kind in kinds:
                results = list(finders[kind](most + 1))
                response.search_results.extend(results[:most])
                if len(results) > most:
                    response.cut_kinds.append(kind)
            names = client_names(reading, organization, {result.case_name for result in response.search_results} - {""})
        for result in response.search_results:
            if result.case_name:
                result.client_display_name = names[result.case_name]
            if result.kind == _Result.KIND_CASE:
                result.title = result.client_display_name or result.id
        return response


def _search_text(search: str) -> str:
    letters, counted = search.strip(), normalize_label(search)
    if len(search) > _MAX_CHARACTERS:
        raise InputError.of("search", _message("SEARCH_LONG", most=_MAX_CHARACTERS, found=len(search)), "WRONG_VALUE")
    if len(counted) < (1 if _HAN.search(counted) else _MIN_CHARACTERS):
        raise InputError.of("search", _message("SEARCH_SHORT_HERE", found=letters), "REQUIRED")
    return letters


def _may_see(kind: _Result.Kind, organization: str) -> bool:
    principal, allowed = caller(), permission(f"touchstone.v1.{METHODS_BY_KIND[kind]}")
    roles = allowed.own | allowed.other if principal.organization == organization else allowed.other
    return principal.may_everything or bool(principal.roles & roles)


def _finders(search: CaseSearch) -> dict[_Result.Kind, Callable[[int], Iterable[_Result]]]:
    clients = cache(search.clients)
    return {
        _Result.KIND_CASE: lambda most: _cases(search, clients(most), most),
        _Result.KIND_CLIENT: lambda most: _clients(search, clients(most)),
        _Result.KIND_CERTIFICATE: lambda most: _items(search, _Result.KIND_CERTIFICATE, search.certificates(most)),
        _Result.KIND_FINDING: lambda most: _items(search, _Result.KIND_FINDING, search.findings(most)),
        _Result.KIND_EVIDENCE: partial(_evidence, search),
        _Result.KIND_PERSON: partial(_persons, search),
    }


def _cases(search: CaseSearch, clients: Iterable[str], most: int) -> Iterator[_Result]:
    names = search.cases(clients, most)
    search.reading.read_ahead(names)
    cases = [case for name in names if (case := search.reading.case(name)) is not None]
    certificates = certificate_states(search.reading, cases)
    for case in cases:
        yield _Result(
            kind="KIND_CASE", id=_id(case.name), case_name=case.name, state=case.state,
            certificate_state=certificates.get(case.name, ""),
        )  # fmt: skip


def _clients(search: CaseSearch, ids: Sequence[str]) -> Iterator[_Result]:
    names = search.reading.display_names(search.organization, CLIENTS, ids)
    for id in ids:
        yield _Result(kind="KIND_CLIENT", id=id, title=names.get(id, id))


def _persons(search: CaseSearch, most: int) -> Iterator[_Result]:
    ids = search.persons(most)
    names = search.reading.display_names(search.organization, PERSONS, ids)
    for id in ids:
        yield _Result(kind="KIND_PERSON", id=id, title=names.get(id, id))


def _items(search: CaseSearch, kind: _Result.Kind, matches: list[tuple[str, str]]) -> Iterator[_Result]:
    reading = search.reading
    reading.read_ahead(case_name for case_name, _ in matches)
    profile_of = cached_profiles(reading)
    for case_name, name in matches:
        case, row = reading.case(case_name), reading.item(case_name, name)
        if case is None or row is None:
            continue
        item = item_message(row, instants.today(profile_of(case).time_zone))
        content = item.content
        yield _Result(
            kind=kind, title=content.number or content.statement, id=content.requirement, case_name=case_name,
            item=name, state=item.state, severity=content.severity, due_date=item_day(item),
        )  # fmt: skip


def _evidence(search: CaseSearch, most: int) -> Iterator[_Result]:
    yielded = set()
    for file in islice(_files(search, most), most):
        case_name, _, digest = file.name.partition("/files/")
        yielded.add((case_name, digest))
        yield _Result(kind="KIND_EVIDENCE", title=file.title, id=digest, case_name=case_name)
    beginning, count = normalize_label(search.letters), len(yielded)
    for id in search.dossiers(most):
        for evidence in _newest_evidence(search.reading, search.organization, id):
            labels = (normalize_label(evidence.get(name, "")) for name in EVIDENCE_NAMES)
            case_name, digest = f"organizations/{search.organization}/cases/{id}", evidence["content_digest"]
            if count >= most or (case_name, digest) in yielded:
                continue
            if any(label.startswith(beginning) for label in labels):
                count += 1
                yield _Result(
                    kind="KIND_EVIDENCE", title=evidence["kind"], id=digest, case_name=case_name,
                    issuer=evidence["issuer"],
                )  # fmt: skip


def _files(search: CaseSearch, most: int) -> Iterator[CaseFile]:
    if search.client:
        for row in search.own_cases():
            for file in files_of_case(search.reading, row).values():
                if normalize_label(search.letters) in normalize_label(file.title) and not is_discarded(file):
                    yield file
        return
    for id in search.files(most):
        case, _, digest = id.partition("/")
        case_row = search.reading.case(f"organizations/{search.organization}/cases/{case}")
        known = {} if case_row is None else files_of_case(search.reading, case_row)
        if digest in known and not is_discarded(known[digest]):
            yield known[digest]


def _newest_evidence(reading: CaseReader, organization: str, id: str) -> list[dict[str, Any]]:
    row = reading.document(organization, DOSSIERS, id)
    evidence: list[dict[str, Any]] = [] if row is None else orjson.loads(row.document)["content"].get("evidence", [])
    return evidence


def _id(name: str) -> str:
    return name.rpartition("/")[2]

"""CaseService: RPC methods for cases, persons, clients and scheme profiles."""

from __future__ import annotations

from service.api.proof_bundles import BundleMaker, keeper_of
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.cases.case_lists import CaseLists
from service.cases.case_names import document_row
from service.cases.case_search import CaseFinder
from service.cases.case_work import CaseWork
from service.cases.case_workflow import CaseWorkflow
from service.cases.certificate_files import CertificateFiles
from service.cases.profile_settings import ProfileReader
from service.cases.profile_versions import Profiles
from service.cases.registered_parties import Clients, Persons
from touchstone.v1 import case_service_pb2

_SERVICE = case_service_pb2.DESCRIPTOR.services_by_name["CaseService"]


def case_workflow(parts: ServiceContext) -> CaseWorkflow:
    """Return the case workflow of a server."""
    store, settings = require_store(parts), parts.settings

    def bundle(name: str) -> bytes:
        return BundleMaker(store, parts.gazette, keeper_of(settings)).bundle(name).written()

    files = CertificateFiles(settings.certifying, settings.certificate_fonts, bundle, document_row)
    return CaseWorkflow(store, parts.gazette, files)


def add(parts: ServiceContext) -> None:
    """Register the case service."""
    store = require_store(parts)
    cases, lists = case_workflow(parts), CaseLists(store)
    work = CaseWork(store, parts.gazette)
    persons, clients, profiles = Persons(store), Clients(store), Profiles(store, ProfileReader(parts.gazette))
    reading = answers_in_threads(
        parts.limiters.reading,
        {
            "ListCasePersons": persons.list_persons,
            "ListClients": clients.list_clients,
            "ListSchemeProfiles": profiles.list_profiles,
            "ListSchemes": profiles.schemes,
            "ListCases": lists.cases,
            "GetIssuerFile": cases.get_issuer_file,
            "ListDueItems": lists.due,
            "ListCaseItems": lists.items,
            "CountCases": lists.counts,
            "Search": CaseFinder(store).search,
        },
    )
    writing = answers_in_threads(
        parts.limiters.trying,
        {
            "SaveCasePerson": persons.save,
            "SaveClient": clients.save,
            "ProposeSchemeProfile": profiles.propose,
            "ApproveSchemeProfile": profiles.approve,
            "PrepareCaseDecision": cases.prepare,
            "GetCertificateFile": cases.get_certificate_file,
        },
    )
    localized_reading = answers_in_threads(
        parts.limiters.reading, {"GetCase": cases.get, "ListMyWork": work.list_work}, read_call=language_of_call
    )
    localized_writing = answers_in_threads(
        parts.limiters.trying,
        {"CreateCase": cases.open_case, "TakeCaseStep": cases.take_step},
        read_call=language_of_call,
    )
    parts.answer(_SERVICE, reading, writing, localized_reading, localized_writing)

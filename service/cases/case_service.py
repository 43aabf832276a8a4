"""CaseService: RPC methods for cases, their steps and due items, persons, clients and scheme profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.api.bundling import BundleMaker, keeper_of
from service.api.parts import Limiter, ServiceContext, require_store
from service.cases.case_names import document_row
from service.cases.case_workflow import CaseWorkflow
from service.cases.certifying import CertificateFiles
from service.cases.profile_versions import Profiles
from service.cases.registered_parties import Clients, Persons
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]


_SERVICE = case_service_pb2.DESCRIPTOR.services_by_name["CaseService"]


class CaseApi:
    """Leads cases."""

    def __init__(
        self, store: Store, gazette: Gazette, files: CertificateFiles, reading: Limiter, writing: Limiter
    ) -> None:
        """Keep them here."""
        self._persons, self._clients, self._profiles = Persons(store), Clients(store), Profiles(store)
        self._cases = CaseWorkflow(store, gazette, files)
        self._reading, self._writing = reading, writing

    async def SaveCasePerson(
        self, request: case_service_pb2.SaveCasePersonRequest, context: Context
    ) -> case_service_pb2.CasePerson:
        """Register somebody."""
        with self._writing.entered():
            return await self._writing.in_thread(self._persons.save, request)

    async def ListCasePersons(
        self, request: case_service_pb2.ListCasePersonsRequest, context: Context
    ) -> case_service_pb2.ListCasePersonsResponse:
        """List persons."""
        with self._reading.entered():
            return await self._reading.in_thread(self._persons.listed, request)

    async def SaveClient(
        self, request: case_service_pb2.SaveClientRequest, context: Context
    ) -> case_service_pb2.CaseClient:
        """Register a client."""
        with self._writing.entered():
            return await self._writing.in_thread(self._clients.save, request)

    async def ListClients(
        self, request: case_service_pb2.ListClientsRequest, context: Context
    ) -> case_service_pb2.ListClientsResponse:
        """List clients."""
        with self._reading.entered():
            return await self._reading.in_thread(self._clients.listed, request)

    async def ProposeSchemeProfile(
        self, request: case_service_pb2.ProposeSchemeProfileRequest, context: Context
    ) -> case_service_pb2.SchemeProfile:
        """Propose a profile."""
        with self._writing.entered():
            return await self._writing.in_thread(self._profiles.propose, request)

    async def ApproveSchemeProfile(
        self, request: case_service_pb2.ApproveSchemeProfileRequest, context: Context
    ) -> case_service_pb2.SchemeProfile:
        """Approve a profile."""
        with self._writing.entered():
            return await self._writing.in_thread(self._profiles.approve, request)

    async def ListSchemeProfiles(
        self, request: case_service_pb2.ListSchemeProfilesRequest, context: Context
    ) -> case_service_pb2.ListSchemeProfilesResponse:
        """List profiles."""
        with self._reading.entered():
            return await self._reading.in_thread(self._profiles.listed, request)

    async def ListSchemes(
        self, request: case_service_pb2.ListSchemesRequest, context: Context
    ) -> case_service_pb2.ListSchemesResponse:
        """List schemes."""
        with self._reading.entered():
            return await self._reading.in_thread(self._profiles.schemes, request)

    async def CreateCase(self, request: case_service_pb2.CreateCaseRequest, context: Context) -> case_service_pb2.Case:
        """Open a case."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.open, request)

    async def GetCase(self, request: case_service_pb2.GetCaseRequest, context: Context) -> case_service_pb2.Case:
        """Give a case."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.get, request)

    async def ListCases(
        self, request: case_service_pb2.ListCasesRequest, context: Context
    ) -> case_service_pb2.ListCasesResponse:
        """List cases."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.listed, request)

    async def TakeCaseStep(
        self, request: case_service_pb2.TakeCaseStepRequest, context: Context
    ) -> case_service_pb2.Case:
        """Take a step."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.take, request)

    async def PrepareCaseDecision(
        self, request: case_service_pb2.PrepareCaseDecisionRequest, context: Context
    ) -> case_service_pb2.CaseDecision:
        """Write what would be decided."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.prepare, request)

    async def GetCertificateFile(
        self, request: case_service_pb2.GetCertificateFileRequest, context: Context
    ) -> case_service_pb2.CertificateFile:
        """Give a file of a certificate."""
        with self._writing.entered():
            return await self._writing.in_thread(self._cases.file, request)

    async def GetIssuerFile(
        self, request: case_service_pb2.GetIssuerFileRequest, context: Context
    ) -> case_service_pb2.IssuerFile:
        """Give what others need to check credentials."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.issuer, request)

    async def ListDueItems(
        self, request: case_service_pb2.ListDueItemsRequest, context: Context
    ) -> case_service_pb2.ListDueItemsResponse:
        """List what is due."""
        with self._reading.entered():
            return await self._reading.in_thread(self._cases.due, request)


def add(parts: ServiceContext) -> None:
    """Lead cases."""
    store, settings = require_store(parts), parts.settings

    def bundle(name: str) -> bytes:
        return BundleMaker(store, parts.gazette, keeper_of(settings)).bundle(name).written()

    files = CertificateFiles(settings.certifying, settings.certificate_fonts, bundle, document_row)
    parts.answer(_SERVICE, CaseApi(store, parts.gazette, files, parts.places.reading, parts.places.trying))

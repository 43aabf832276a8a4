"""MappingService: saved column mappings, suggestions, and spreadsheets read with a mapping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from google.protobuf import json_format

from rules.contracts import InputError, Violation, message_factory
from rules.model import published_bytes
from service.api.service_dependencies import answers_in_threads, require_store
from service.base import instants
from service.base.call_context import preferred_language
from service.base.paging import read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import CardName, malformed, organization_of, parse_card, parse_organization
from service.base.worker_specs import WorkerSpec
from service.cases.client_side import client_of, is_applicant
from service.identity.principals import visibility_scope
from service.store.cases import CLIENTS
from service.store.tables import MappingRow
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import mapping_service_pb2 as mappings

if TYPE_CHECKING:
    import grpc

    from rules.model import PublishedVersion
    from service.api.service_dependencies import Limiter, ServiceContext
    from service.base.worker_specs import Worker
    from service.gazette.versions import Gazette
    from service.store.column_mappings import ColumnMappings
    from service.store.store import Store

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_SERVICE = mappings.DESCRIPTOR.services_by_name["MappingService"]
READING = WorkerSpec("service.mappings.mapping_process", max_processes=2, seconds=60, max_idle=1)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}\Z")
_NAME = re.compile(r"(organizations/[^/]+)/mappings/[a-z0-9][a-z0-9-]{0,62}\Z")
_RANDOM_ID = re.compile(r"m-[0-9a-f]{12}\Z")
_CLIENT = re.compile(r"organizations/[^/]+/clients/[^/]+\Z")
_MAX_MAPPINGS, _MAX_MAPPINGS_OF_CLIENT = 1_000, 100
_MAX_MATCHES = 10
_UNSTORED = ("name", "revision", "create_time")


class MappingQueries:
    """Methods that read and write stored mappings."""

    def __init__(self, store: Store, gazette: Gazette) -> None:
        self._mappings: ColumnMappings = store.mappings
        self._cases = store.cases
        self._gazette = gazette

    def create(self, request: mappings.CreateMappingRequest) -> mappings.Mapping:
        organization = parse_organization(request.parent, field="parent")
        mapping = mappings.Mapping()
        mapping.CopyFrom(request.mapping)
        for name in _UNSTORED:
            mapping.ClearField(name)
        name = f"{request.parent}/mappings/{request.mapping_id}"
        own = self._own_client(organization)
        mapping.client = mapping.client or own
        self._check(request, mapping, own)
        if own:
            self._check_name_of_applicant(request, name, own)
        most = _MAX_MAPPINGS_OF_CLIENT if mapping.client else _MAX_MAPPINGS
        if not request.base_revision and self._mappings.count(organization, mapping.client) >= most:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("TOO_MANY_MAPPINGS", most=most))
        row = MappingRow(
            name=name,
            revision=request.base_revision + 1,
            organization=organization,
            scorecard=mapping.scorecard,
            client=mapping.client,
            create_time=instants.now(),
            content=json_format.MessageToJson(mapping, indent=None),
        )
        if not self._mappings.add(row):
            newest = self._mappings.find(name)
            message = _message(
                "MAPPING_CHANGED", name=name, newest=newest.revision if newest else 0, base=request.base_revision
            )
            raise Refusal(Reason.MAPPING_CHANGED, message)
        return mapping_message(row)

    def _own_client(self, organization: str) -> str:
        """Return the client of an applicant; empty for other callers."""
        if not is_applicant():
            return ""
        with self._cases.read_transaction() as reading:
            return client_of(reading, organization)

    def _check_name_of_applicant(self, request: mappings.CreateMappingRequest, name: str, own: str) -> None:
        """Refuse a mapping that is not the applicant's, without revealing whether another client has it."""
        if request.base_revision:
            _check_writable(self.row(name, 0), own)
        elif _RANDOM_ID.match(request.mapping_id) is None or not self._is_visible(self._mappings.find(name), own):
            message = _message("RANDOM_ID", found=request.mapping_id[:80])
            raise InputError.of("mapping_id", message, "MALFORMED")

    def _is_visible(self, row: MappingRow | None, own: str) -> bool:
        """Return whether a caller who acts for client `own`, empty for other callers, may see a revision.

        The newest revision decides too, because it may name another client than earlier revisions.
        """
        if row is None or not own:
            return True
        newest = self._mappings.find(row.name)
        return all(each is not None and each.client in {"", own} for each in (row, newest))

    def _check(self, request: mappings.CreateMappingRequest, mapping: mappings.Mapping, own: str) -> None:
        # Its readers of spreadsheets are not needed to start a server.
        from service.mappings.mapped_reading import check_mapping  # noqa: PLC0415

        violations: list[Violation] = []
        if _ID.match(request.mapping_id) is None:
            message = _message("MAPPING_ID", found=request.mapping_id[:80])
            violations.append(Violation("mapping_id", message, "MALFORMED"))
        if not mapping.display_name.strip():
            violations.append(Violation("mapping.display_name", _message("NO_TITLE"), "REQUIRED"))
        if own and mapping.client != own:
            violations.append(_other_client("mapping.client", own))
        elif mapping.client and (
            _CLIENT.match(mapping.client) is None or not mapping.client.startswith(f"{request.parent}/")
        ):
            violations.append(malformed("mapping.client", mapping.client, f"{request.parent}/clients/…"))
        elif mapping.client and not self._has_client(mapping.client):
            violations.append(
                Violation("mapping.client", _message("NO_CLIENT", name=mapping.client[:200]), "NOT_FOUND")
            )
        try:
            check_mapping(mapping, version_in_force(self._gazette, mapping.scorecard, "mapping.scorecard").scorecard)
        except InputError as error:
            violations += error.violations
        if violations:
            raise InputError(tuple(violations))

    def _has_client(self, name: str) -> bool:
        _, organization, _, client = name.split("/")
        with self._cases.read_transaction() as reading:
            return reading.document(organization, CLIENTS, client) is not None

    def get(self, request: mappings.GetMappingRequest) -> mappings.Mapping:
        return mapping_message(self.row(request.name, request.revision))

    def row(self, name: str, revision: int) -> MappingRow:
        """Return a revision of a mapping, 0 for the newest; raise Refusal if it does not exist."""
        own = self._own_client(check_name(name).split("/")[1])
        row = self._mappings.find(name, max(revision, 0))
        if row is None or not self._is_visible(row, own):
            raise Refusal(Reason.MAPPING_NOT_FOUND, _message("NO_MAPPING", name=name[:200]))
        return row

    def matching(self, organization: str, scorecard: str, headings: set[str]) -> list[mappings.Mapping]:
        """Return the stored mappings with all their columns in a file, those with the most columns first."""
        from service.mappings.source_tables import fold_heading  # noqa: PLC0415 -- loads the file readers

        own = self._own_client(organization)
        rows = self._mappings.list(organization, scorecard=scorecard, client=own, after="", limit=_MAX_MAPPINGS)
        fitting = []
        for mapping in map(mapping_message, rows):
            needed = {fold_heading(column.heading) for column in mapping.columns if column.target}
            if needed <= headings:
                fitting.append((len(needed), mapping))
        fitting.sort(key=lambda each: (-each[0], each[1].name))
        return [mapping for _, mapping in fitting[:_MAX_MATCHES]]

    def list(self, request: mappings.ListMappingsRequest) -> mappings.ListMappingsResponse:
        organization = parse_organization(request.parent, field="parent")
        own = self._own_client(organization)
        if own and request.client not in {"", own}:
            raise InputError((_other_client("client", own),))
        client = own or request.client
        page = read_page(request, "mappings", visibility_scope(), request.parent, request.scorecard, client)
        rows = self._mappings.list(
            organization, scorecard=request.scorecard, client=client, after=page.after, limit=page.limit
        )
        return mappings.ListMappingsResponse(
            mappings=map(mapping_message, rows[: page.size]),
            next_page_token=page.next_token(rows, lambda row: row.name),
        )

    def delete(self, request: mappings.DeleteMappingRequest) -> mappings.DeleteMappingResponse:
        row = self.row(request.name, 0)
        _check_writable(row, self._own_client(row.organization))
        self._mappings.delete(request.name)
        return mappings.DeleteMappingResponse()


def _check_writable(row: MappingRow, own: str) -> None:
    """Raise Refusal if an applicant changes a mapping of the whole organization."""
    if own and row.client != own:
        raise Refusal(Reason.ROLE_NEEDED, _message("READ_ONLY", name=row.name))


def _other_client(field: str, own: str) -> Violation:
    return Violation(field, _message("OTHER_CLIENT", meant=own), "WRONG_VALUE")


def mapping_message(row: MappingRow) -> mappings.Mapping:
    """Return the message of a stored revision."""
    mapping = json_format.Parse(row.content, mappings.Mapping(), ignore_unknown_fields=True)
    mapping.name, mapping.revision = row.name, row.revision
    mapping.create_time.CopyFrom(instants.to_timestamp(row.create_time))
    return mapping


def check_name(name: str) -> str:
    """Return the name of a mapping, or raise InputError."""
    if _NAME.match(name) is None:
        raise InputError((malformed("name", name, "organizations/…/mappings/…"),))
    return name


def version_in_force(gazette: Gazette, scorecard: str, field: str = "scorecard") -> PublishedVersion:
    """Return the version of a scorecard in force today."""
    card = parse_card(scorecard, field=field).card
    return gazette.find(CardName(card), as_of=instants.today("Etc/UTC"), known=instants.now())


class MappingApi:
    """Methods that read spreadsheets in worker processes."""

    def __init__(self, queries: MappingQueries, gazette: Gazette, limiter: Limiter, worker: Worker) -> None:
        self._queries, self._gazette, self._limiter, self._worker = queries, gazette, limiter, worker

    async def SuggestMapping(
        self, request: mappings.SuggestMappingRequest, context: Context
    ) -> mappings.SuggestMappingResponse:
        from service.mappings.source_tables import fold_heading  # noqa: PLC0415 -- loads the file readers

        organization = parse_organization(request.parent, field="parent")
        with self._limiter.slot():
            mapping = mappings.Mapping(
                scorecard=request.scorecard, sheet=request.sheet, header_row=max(request.header_row, 0)
            )
            read = await self._read(mapping, request.file, request, context, is_proposal=True)
            headings = {fold_heading(column.heading) for column in read.proposal.columns}
            found = await self._limiter.in_thread(self._queries.matching, organization, request.scorecard, headings)
            read.proposal.matching_mappings.extend(found)
            return read.proposal

    async def PreviewMapping(self, request: mappings.PreviewMappingRequest, context: Context) -> mappings.MappedData:
        parse_organization(request.parent, field="parent")
        with self._limiter.slot():
            return (await self._read(request.mapping, request.file, request, context, request.parent)).data

    async def ApplyMapping(self, request: mappings.ApplyMappingRequest, context: Context) -> mappings.MappedData:
        if request.subject:
            organization_of(request.subject)
        with self._limiter.slot():
            row = await self._limiter.in_thread(self._queries.row, request.name, request.revision)
            organization = request.name.partition("/mappings/")[0]
            mapping = mapping_message(row)
            return (await self._read(mapping, request.file, request, context, organization, request.subject)).data

    async def _read(  # noqa: PLR0913, PLR0917 -- one parameter for each field of the message
        self,
        mapping: mappings.Mapping,
        file: mappings.MappedFile,
        request: Any,
        context: Context,
        organization: str = "",
        subject: str = "",
        *,
        is_proposal: bool = False,
    ) -> work_pb2.MappedFileRead:
        if not file.content:
            raise InputError.of("file.content", _message("NO_FILE"), "REQUIRED")
        field = "scorecard" if is_proposal else "mapping.scorecard"
        version = await self._limiter.in_thread(version_in_force, self._gazette, mapping.scorecard, field)
        job = work_pb2.ReadMappedFile(
            published=published_bytes(version.scorecard, {}).decode(),
            file=file,
            mapping=mapping,
            is_proposal=is_proposal,
            subject=subject,
            organization=organization,
            as_of_date=instants.today("Etc/UTC").isoformat(),
            language_code=preferred_language(request, context.invocation_metadata()),
        )
        read = await self._worker.work(job, work_pb2.MappedFileRead)
        if read.problems:
            raise InputError(
                tuple(Violation(problem.field, problem.description, problem.reason) for problem in read.problems)
            )
        return read


def add(parts: ServiceContext) -> None:
    """Register the methods of MappingService."""
    queries = MappingQueries(require_store(parts), parts.gazette)
    stored = answers_in_threads(
        parts.limiters.reading,
        {
            "CreateMapping": queries.create,
            "GetMapping": queries.get,
            "ListMappings": queries.list,
            "DeleteMapping": queries.delete,
        },
    )
    parts.answer(_SERVICE, MappingApi(queries, parts.gazette, parts.limiters.reading, parts.processes(READING)), stored)

"""RegisterExportService: stored exports of certificates, and their upload files for public registers."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    InputError,
    add_months,
    canonical_bytes,
    did_you_mean_or_known,
    digest,
    message_factory,
    parse_date,
)
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.base import instants
from service.base.paging import read_page, read_position_number
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN, malformed, parse_organization
from service.cases.case_names import document_row
from service.cases.certificate_files import read_body
from service.cases.profile_versions import cached_profiles
from service.cases.registers.body_values import read_body_values
from service.cases.registers.certificate_fields import FieldReader
from service.cases.registers.certificate_history import CertificateHistory, certificate_history
from service.cases.registers.export_messages import export_message, format_message, head_message, refused_gaps
from service.cases.registers.register_files import MEDIA_TYPES, register_file
from service.cases.registers.register_formats import FILE_TYPES, FORMATS, RegisterFormat, register_format
from service.cases.registers.register_rows import ExportContent, ExportPeriod, export_content
from service.identity.principals import caller
from service.output.mapping.mapper import word_of
from service.store.cases import CERTIFICATES, ItemFilter
from touchstone.v1 import register_export_service_pb2 as exports

if TYPE_CHECKING:
    from pathlib import Path

    from service.store.cases import CaseReader
    from service.store.store import Store

_message = message_factory(__name__)

EXPORTS, ROWS = "registerExports", "registerExportRows"
"""Kinds of documents: the exports of a format are the revisions of one document; rows are stored apart."""
_NAME = re.compile(rf"organizations/({ID_PATTERN})/registerExports/({'|'.join(FORMATS)})-([1-9][0-9]{{0,8}})\Z")
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])", re.ASCII)
_HISTORIES_PER_QUERY, _MOST_COMPARED = 200, 100


@dataclass(frozen=True, slots=True)
class _Period:
    """Period of a request: bounds as instants, its month, and the events exported before."""

    month: str
    bounds: ExportPeriod
    days: tuple[date | None, date]


@dataclass(frozen=True, slots=True)
class RegisterExports:
    """Methods of RegisterExportService."""

    store: Store
    certifying: Path | None

    def formats(
        self, request: exports.ListRegisterFormatsRequest, language: str
    ) -> exports.ListRegisterFormatsResponse:
        parse_organization(request.parent, field="parent")
        known = (_format_named(id) for id in FORMATS)
        return exports.ListRegisterFormatsResponse(register_formats=[format_message(one, language) for one in known])

    def create(self, request: exports.CreateRegisterExportRequest, language: str) -> exports.RegisterExport:
        organization = parse_organization(request.parent, field="parent")
        upload = _format_named(request.format)
        with self.store.cases.read_transaction() as reading:
            last = reading.document(organization, EXPORTS, upload.id)
            period = _period(request, upload, None if last is None else orjson.loads(last.document))
            content = self._content(reading, organization, upload, period)
            if content.gaps and not (request.allow_gaps or request.validate_only):
                raise InputError(tuple(refused_gaps(upload, content.gaps)))
            made = _document(upload, period, content)
            same = None if request.validate_only else _same_export(reading, organization, upload.id, made)
        if request.validate_only:
            return export_message("", made, upload, content.document(), language)
        if same is not None:
            return self._read(organization, upload.id, same, language)
        revision = 0 if last is None else last.revision
        with self.store.cases.write_transaction() as writing:
            saved = writing.save(document_row(organization, EXPORTS, upload.id, revision, made))
            packed = {"packed": base64.b64encode(zlib.compress(orjson.dumps(content.document()))).decode()}
            writing.save(document_row(organization, ROWS, f"{upload.id}-{saved.revision}", 0, packed))
        self.store.integrate_committed()
        return self._read(organization, upload.id, saved.revision, language)

    def list_exports(self, request: exports.ListRegisterExportsRequest) -> exports.ListRegisterExportsResponse:
        organization = parse_organization(request.parent, field="parent")
        upload = _format_named(request.format)
        page = read_page(request, "register-exports", request.parent, upload.id)
        last = read_position_number(page.after) - 1 if page.after else 999_999_999
        with self.store.cases.read_transaction() as reading:
            rows = reading.revisions(organization, EXPORTS, upload.id, last=last, limit=page.limit)[::-1]
        return exports.ListRegisterExportsResponse(
            register_exports=[
                head_message(_name(organization, upload.id, row.revision), orjson.loads(row.document))
                for row in rows[: page.size]
            ],
            next_page_token=page.next_token(rows, lambda row: str(row.revision)),
        )

    def get(self, request: exports.GetRegisterExportRequest, language: str) -> exports.RegisterExport:
        organization, format_id, revision = _parse_name(request.name)
        return self._read(organization, format_id, revision, language)

    def file(self, request: exports.GetRegisterExportFileRequest, language: str) -> exports.RegisterExportFile:
        del language
        organization, format_id, revision = _parse_name(request.name)
        wanted = word_of(exports.GetRegisterExportFileRequest.FileType, request.file_type)
        file_type = next((known for known in FILE_TYPES if known == wanted), None)
        if file_type is None:
            raise InputError.of("file_type", _message("WHICH_FILE_TYPE", known=list(FILE_TYPES)), "REQUIRED")
        upload = _format_named(format_id)
        with self.store.cases.read_transaction() as reading:
            made, stored = _stored(reading, organization, format_id, revision)
        if made["columns"] != upload.heads:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("FORMAT_CHANGED", name=request.name))
        content = register_file(upload, [row[1:] for row in stored["rows"]], file_type)
        return exports.RegisterExportFile(
            file_name=f"{upload.file_name}-{made['month'] or revision}.{file_type}",
            media_type=MEDIA_TYPES[file_type], content=content, digest=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip

    def _read(self, organization: str, format_id: str, revision: int, language: str) -> exports.RegisterExport:
        with self.store.cases.read_transaction() as reading:
            made, stored = _stored(reading, organization, format_id, revision)
        name = _name(organization, format_id, revision)
        return export_message(name, made, _format_named(format_id), stored, language)

    def _content(
        self, reading: CaseReader, organization: str, upload: RegisterFormat, period: _Period
    ) -> ExportContent:
        body = read_body(self.certifying, organization)
        folder = None if self.certifying is None else self.certifying / organization
        values = read_body_values(folder, upload)
        reader = FieldReader(reading, organization, None if body is None else body.settings, period.days)
        return export_content(upload, _histories(reading, organization), reader, values, period.bounds)


def _histories(reading: CaseReader, organization: str) -> Iterator[CertificateHistory]:
    after, profile_of = ("", 0), cached_profiles(reading)
    while True:
        items = reading.items_of_kind(organization, CERTIFICATES, ItemFilter(), after=after, limit=_HISTORIES_PER_QUERY)
        reading.read_ahead({item.case_name for item in items}, with_steps=True)
        for item in items:
            case = reading.case(item.case_name)
            if case is not None and orjson.loads(item.content).get("number"):
                yield certificate_history(reading, case, item, profile_of(case))
        if len(items) < _HISTORIES_PER_QUERY:
            return
        after = (items[-1].case_name, items[-1].number)


def _format_named(id: str) -> RegisterFormat:
    known = register_format(id)
    if known is None:
        message = _message("NO_REGISTER_FORMAT", found=id[:80], hint=did_you_mean_or_known(id, FORMATS))
        raise InputError.of("format", message, "NOT_FOUND" if id else "REQUIRED")
    return known


def _name(organization: str, format_id: str, revision: int) -> str:
    return f"organizations/{organization}/registerExports/{format_id}-{revision}"


def _parse_name(name: str) -> tuple[str, str, int]:
    match = _NAME.match(name)
    if match is None:
        raise InputError((malformed("name", name, _message("REGISTER_EXPORT_NAME")),))
    return match[1], match[2], int(match[3])


def _stored(reading: CaseReader, organization: str, format_id: str, revision: int) -> tuple[Any, Any]:
    row = reading.document(organization, EXPORTS, format_id, revision)
    rows = reading.document(organization, ROWS, f"{format_id}-{revision}")
    if row is None or rows is None:
        name = _name(organization, format_id, revision)
        raise Refusal(Reason.CASE_NOT_FOUND, _message("NO_REGISTER_EXPORT", name=name))
    packed = base64.b64decode(orjson.loads(rows.document)["packed"])
    return orjson.loads(row.document), orjson.loads(zlib.decompress(packed))


def _period(
    request: exports.CreateRegisterExportRequest, upload: RegisterFormat, last: Mapping[str, Any] | None
) -> _Period:
    zone = upload.time_zone
    if request.month:
        if request.from_beginning:
            raise InputError.of("from_beginning", _message("MONTH_OR_BEGINNING"), "WRONG_VALUE")
        first, after_last = month_of(request.month)
        start, end = instants.first_instant_of(first, zone), instants.first_instant_of(after_last, zone)
        now = instants.now()
        if end > now:
            raise InputError.of("month", _message("MONTH_NOT_OVER", month=request.month), "WRONG_VALUE")
        bounds = ExportPeriod(_second_before(start), _second_before(end))
        return _Period(request.month, bounds, (first, instants.day_of(bounds.until, zone)))
    until = instants.now()
    known = {} if last is None or request.from_beginning else last
    after = known.get("until", "")
    bounds = ExportPeriod(after, until, frozenset(known.get("last_events", ())))
    days = instants.day_of(after, zone) if after else None, instants.day_of(until, zone)
    return _Period("", bounds, days)


def month_of(text: str) -> tuple[date, date]:
    """Return the first day of a month and of the next month."""
    if _MONTH.fullmatch(text) is None:
        raise InputError.of("month", _message("NO_MONTH", found=text[:40]), "MALFORMED")
    first = parse_date(f"{text}-01")
    return first, add_months(first, 1)


def _second_before(instant: str) -> str:
    return instants.plus(instant, timedelta(seconds=-1))


def _document(upload: RegisterFormat, period: _Period, content: ExportContent) -> dict[str, Any]:
    heads = upload.heads
    rows = content.document()["rows"]
    return {
        "format": upload.id, "month": period.month, "after": period.bounds.after, "until": period.bounds.until,
        "columns": heads, "row_count": len(rows), "gap_count": len(content.gaps),
        "digest": digest(canonical_bytes({"columns": heads, "rows": rows})), "account": caller().account,
        "last_events": [*content.last_events], "create_time": instants.now(),
    }  # fmt: skip


def _same_export(reading: CaseReader, organization: str, format_id: str, made: Mapping[str, Any]) -> int | None:
    """Return the revision of an export of the same month with the same rows."""
    if not made["month"]:
        return None
    newest = reading.document(organization, EXPORTS, format_id)
    rows = [] if newest is None else reading.revisions(
        organization, EXPORTS, format_id, last=newest.revision, limit=_MOST_COMPARED
    )  # fmt: skip
    for row in reversed(rows):
        known = orjson.loads(row.document)
        if (known["month"], known["digest"]) == (made["month"], made["digest"]):
            return row.revision
    return None


_SERVICE = exports.DESCRIPTOR.services_by_name["RegisterExportService"]


def add(parts: ServiceContext) -> None:
    """Register the methods of RegisterExportService."""
    methods = RegisterExports(require_store(parts), parts.settings.certifying)
    reading = answers_in_threads(
        parts.limiters.reading,
        {"ListRegisterFormats": methods.formats, "GetRegisterExport": methods.get},
        read_call=language_of_call,
    )
    listing = answers_in_threads(parts.limiters.reading, {"ListRegisterExports": methods.list_exports})
    writing = answers_in_threads(
        parts.limiters.trying,
        {"CreateRegisterExport": methods.create, "GetRegisterExportFile": methods.file},
        read_call=language_of_call,
    )
    parts.answer(_SERVICE, reading, listing, writing)

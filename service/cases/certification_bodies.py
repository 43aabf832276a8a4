"""Certification bodies: `body.toml` settings and the issuing key of an organization."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import orjson
from pydantic import ValidationError

from rules.contracts import InputError, Violation, error_message, field_problem, message_factory
from service.approval.signing_keys import write_new_key
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.base.resource_names import parse_organization
from service.cases.certificate_files import BODY, KEY, BodySettings, CertificationBody, read_body
from service.cases.credentials.jose import did_address, method_id, public_jwk, read_issuing_key
from service.cases.profile_settings import toml_text
from service.identity.principals import caller
from service.input.given_files import FileRefusedError, read_text_file
from touchstone.v1 import setup_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_message = message_factory(__name__)

_MAX_SETTINGS_BYTES = 1024 * 1024

_FIELD = "certification_body"
_FIELD_BY_PATH = {
    "issuer.name.en": "display_name", "issuer.name.zh": "display_name_zh", "issuer.registered_id": "registered_id",
    "issuer.id": "id", "issuer.did": "did", "address": "address", "governing": "governing_language",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CertificationBodies:
    """Settings and issuing keys of certification bodies, below one folder."""

    certifying: Path | None

    def read(self, organization: str) -> CertificationBody | None:
        return read_body(self.certifying, organization)

    def save(self, request: setup_service_pb2.SaveCertificationBodyRequest) -> setup_service_pb2.CertificationBody:
        organization = parse_organization(request.parent, field="parent")
        folder = self._folder(organization)
        document = _merged(_stored_settings(folder / BODY), request.certification_body)
        try:
            settings = BodySettings.model_validate_json(orjson.dumps(document))
        except ValidationError as error:
            raise InputError(tuple(_violation(detail) for detail in error.errors(include_url=False))) from None
        written = folder / f"{BODY}.new"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            written.write_text(toml_text(document), encoding="utf-8")
            written.replace(folder / BODY)
        except OSError as error:
            raise _not_writable(folder, error) from None
        logs.info("certification_body_saved", organization=organization, by=caller().account)
        return body_message(settings)

    def create_key(self, request: setup_service_pb2.CreateIssuingKeyRequest) -> setup_service_pb2.IssuingKey:
        organization = parse_organization(request.parent, field="parent")
        folder, body = self._folder(organization), self.read(organization)
        if body is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("BODY_FIRST", organization=organization))
        path = folder / KEY
        if path.exists():
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("ISSUING_KEY_THERE", organization=organization))
        try:
            public = write_new_key(path)
        except InputError as error:
            raise Refusal(Reason.STEP_NOT_ALLOWED, error_message(error)) from None
        name = method_id(body.did, public_jwk(read_issuing_key(path)))
        logs.info("issuing_key_made", organization=organization, key=name, by=caller().account)
        return setup_service_pb2.IssuingKey(method_id=name, public_key=public, did_address=did_address(body.did))

    def _folder(self, organization: str) -> Path:
        if self.certifying is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_CERTIFYING"))
        return self.certifying / organization


def body_message(settings: BodySettings) -> setup_service_pb2.CertificationBody:
    """Return the settings as a message."""
    issuer = settings.issuer
    return setup_service_pb2.CertificationBody(
        display_name=issuer.name.en,
        display_name_zh=issuer.name.zh,
        registered_id=issuer.registered_id,
        id=issuer.id,
        did=issuer.did,
        address=settings.address,
        governing_language=settings.governing,
    )


def _stored_settings(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_text_file(path, most=_MAX_SETTINGS_BYTES, allowed="TOML").decode())
    except FileNotFoundError:
        return {}
    except (OSError, FileRefusedError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError.of(_FIELD, _message("BODY_FORM", problem=error_message(error)), "MALFORMED") from None


def _merged(stored: Mapping[str, Any], requested: setup_service_pb2.CertificationBody) -> dict[str, Any]:
    lacking = [
        name
        for name in ("display_name", "display_name_zh", "registered_id", "id", "address")
        if not getattr(requested, name).strip()
    ]
    if lacking:
        message = _message("BODY_FIELD_NEEDED")
        raise InputError(tuple(Violation(f"{_FIELD}.{name}", message, "REQUIRED") for name in lacking))
    issuer = {
        **stored.get("issuer", {}),
        "did": requested.did.strip() or f"did:web:{quote(urlsplit(requested.id.strip()).netloc, safe='')}",
        "id": requested.id.strip(),
        "registered_id": requested.registered_id.strip(),
        "name": {"en": requested.display_name.strip(), "zh": requested.display_name_zh.strip()},
    }
    address = {
        "address": requested.address.strip(),
        "governing": requested.governing_language or stored.get("governing", "zh"),
    }
    return {**stored, **address, "issuer": issuer}


def _violation(detail: Mapping[str, Any]) -> Violation:
    path = ".".join(map(str, detail["loc"]))
    return Violation(
        f"{_FIELD}.{_FIELD_BY_PATH.get(path, path)}", _message("BODY_FORM", problem=field_problem(detail)), "MALFORMED"
    )


def _not_writable(folder: Path, error: OSError) -> Refusal:
    return Refusal(
        Reason.STEP_NOT_ALLOWED, _message("BODY_NOT_WRITABLE", folder=folder.name, problem=error_message(error))
    )

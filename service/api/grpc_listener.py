"""gRPC listener: address, TLS with renewed certificates, reflection, and refusal of unsafe exposure."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool
from grpc_reflection.v1alpha import reflection, reflection_pb2

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.identity.authentication import asks_identity
from touchstone.client.addresses import is_local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from service.configuration.settings import Settings


_OLD, _NEW = "grpc.reflection.v1alpha", "grpc.reflection.v1"
NAMES = (reflection.SERVICE_NAME, reflection.SERVICE_NAME.replace(_OLD, _NEW))


def enable_reflection(server: grpc.aio.Server, names: Sequence[str]) -> None:
    """Register reflection for these services and for reflection itself."""
    register_reflection_descriptors()
    servicer = reflection.aio.ReflectionServicer((*names, *NAMES))
    handler = grpc.stream_stream_rpc_method_handler(
        servicer.ServerReflectionInfo,
        request_deserializer=reflection_pb2.ServerReflectionRequest.FromString,
        response_serializer=reflection_pb2.ServerReflectionResponse.SerializeToString,
    )
    for name in NAMES:
        server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler(name, {"ServerReflectionInfo": handler}),)
        )


def register_reflection_descriptors() -> None:
    """Register the descriptors of reflection v1, for clients that query reflection itself."""
    new = descriptor_pb2.FileDescriptorProto()
    reflection_pb2.DESCRIPTOR.CopyToProto(new)
    new.name, new.package = "grpc/reflection/v1/reflection.proto", _NEW
    for field in (field for message in new.message_type for field in message.field if field.type_name):
        field.type_name = field.type_name.replace(_OLD, _NEW)
    for method in (method for service in new.service for method in service.method):
        method.input_type = method.input_type.replace(_OLD, _NEW)
        method.output_type = method.output_type.replace(_OLD, _NEW)
    descriptor_pool.Default().AddSerializedFile(new.SerializeToString())  # a repeated registration has no effect


_message = message_factory(__name__)

_CERTIFICATE, _KEY = "TOUCHSTONE_TLS_CERTIFICATE", "TOUCHSTONE_TLS_KEY"


def check_exposure(settings: Settings) -> None:
    """Raise InputError for inconsistent TLS settings, or a trial or unprotected access for other machines."""
    violations = [*_tls_violations(settings)]
    has_header_identity = settings.api_keys or settings.jwt_keys  # HTTP forwards no client certificate
    if settings.http_address and settings.tls_certificate is not None and not has_header_identity:
        violations.append(Violation("TOUCHSTONE_HTTP_ADDRESS", _message("HTTP_WITHOUT_IDENTITY"), "UNSAFE"))
    if settings.trial and not _is_for_this_machine(settings):
        violations.append(Violation("TOUCHSTONE_TRIAL", _message("TRIAL_FOR_OTHERS"), "UNSAFE"))
    if violations:
        raise InputError(tuple(violations))


def _tls_violations(settings: Settings) -> Iterator[Violation]:
    if (settings.tls_certificate is None) != (settings.tls_key is None):
        missing = _KEY if settings.tls_key is None else _CERTIFICATE
        yield Violation(missing, _message("TLS_TOGETHER"), "REQUIRED")
    elif settings.tls_client_ca is not None and settings.tls_certificate is None:
        yield Violation(_CERTIFICATE, _message("CLIENT_CA_ALONE"), "REQUIRED")
    elif (
        _is_host_port(settings.address)
        and not is_local(settings.address)
        and (settings.tls_certificate is None or not asks_identity(settings))
    ):
        message = _message("OPEN_TO_THE_NETWORK", address=settings.address)
        yield Violation("TOUCHSTONE_ADDRESS", message, "UNSAFE")


def _is_for_this_machine(settings: Settings) -> bool:
    remote_settings = (settings.tls_certificate, settings.workbench_url, settings.oidc_issuer)
    return is_local(settings.address) and is_local(settings.http_address) and not any(remote_settings)


def listen(server: grpc.aio.Server, settings: Settings) -> str:
    """Bind the server and return its address with the assigned port.

    Raises:
        InputError: If the TLS files are unusable.
        Refusal: If the address cannot be bound.
    """
    address = settings.address
    files = _TlsFiles.of(settings)
    try:
        if not _is_host_port(address):
            raise ValueError(_message("NOT_HOST_PORT"))
        if files is None:
            bound = server.add_insecure_port(address)
        else:
            bound = server.add_secure_port(address, files.credentials())
    except (RuntimeError, ValueError) as error:
        raise Refusal(
            Reason.SERVER_UNAVAILABLE, _message("CANNOT_LISTEN", address=address, problem=error_message(error))
        ) from error
    return f"{address.rpartition(':')[0]}:{bound}"


def _is_host_port(address: str) -> bool:
    host, _, port = address.rpartition(":")
    return bool(host) and parse_whole_number(port, most=LAST_PORT) is not None


class _TlsFiles:
    """TLS files, reloaded on change, so that certificates are renewed without a restart."""

    def __init__(self, certificate: Path, key: Path, client_ca: Path | None) -> None:
        self._certificate, self._key, self._client_ca = certificate, key, client_ca
        self._last_fingerprints = self._fingerprints()
        self._current = self._configuration()

    @classmethod
    def of(cls, settings: Settings) -> _TlsFiles | None:
        if settings.tls_certificate is None or settings.tls_key is None:
            return None
        return cls(settings.tls_certificate, settings.tls_key, settings.tls_client_ca)

    def credentials(self) -> grpc.ServerCredentials:
        renewed = cast("Callable[[], grpc.ServerCertificateConfiguration]", self._renewed)  # None means unchanged
        return grpc.dynamic_ssl_server_credentials(
            self._current, renewed, require_client_authentication=self._client_ca is not None
        )

    def _renewed(self) -> grpc.ServerCertificateConfiguration | None:
        try:
            marks = self._fingerprints()
            if marks == self._last_fingerprints:
                return None
            self._last_fingerprints = marks
            self._current = self._configuration()
        except (OSError, InputError) as error:
            logs.error("certificate_not_renewed", error=type(error).__name__)
            return None
        logs.info("certificate_renewed")
        return self._current

    def _fingerprints(self) -> tuple[tuple[int, int], ...]:
        marks = []
        for name, path in self._paths():
            try:
                stat = path.stat()
            except OSError as error:
                raise _file_error(name, path, error) from None
            marks.append((stat.st_mtime_ns, stat.st_ino))
        return tuple(marks)

    def _paths(self) -> list[tuple[str, Path]]:
        paths = [(_CERTIFICATE, self._certificate), (_KEY, self._key)]
        return paths if self._client_ca is None else [*paths, ("TOUCHSTONE_TLS_CLIENT_CA", self._client_ca)]

    def _configuration(self) -> grpc.ServerCertificateConfiguration:
        from cryptography import x509  # noqa: PLC0415 -- only needed by a server with a certificate
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 -- only needed by a server with a certificate
            Encoding,
            PublicFormat,
            load_pem_private_key,
        )

        contents = []
        for name, path in self._paths():
            try:
                content = path.read_bytes()
                if name == _KEY:
                    public = load_pem_private_key(content, password=None).public_key()
                else:
                    public = x509.load_pem_x509_certificates(content)[0].public_key()
            except (OSError, ValueError, TypeError) as error:
                raise _file_error(name, path, error) from None
            contents.append((content, public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)))
        (certificate, certificate_public_key), (key, key_public_key), *client_ca = contents
        if certificate_public_key != key_public_key:
            raise InputError.of(_KEY, _message("OTHER_KEY", path=self._certificate), "WRONG_VALUE")
        return grpc.ssl_server_certificate_configuration(
            [(key, certificate)], root_certificates=client_ca[0][0] if client_ca else None
        )


def _file_error(name: str, path: Path, error: Exception) -> InputError:
    """Return the error for an unusable file, without its content."""
    problem = error.strerror if isinstance(error, OSError) else type(error).__name__
    return InputError.of(name, _message("FILE_UNUSABLE", path=path, problem=problem), "MALFORMED")

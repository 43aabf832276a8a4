"""Settings of mail: SMTP server, sender and base address of links; valid mail addresses."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from email.utils import parseaddr
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base.secure_urls import is_safe
from service.input.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from service.configuration.settings import Settings

_message = message_factory(__name__)

MAX_ADDRESS_LENGTH = 254
_MAX_LOCAL_OCTETS = 64
_MAX_PASSWORD_BYTES = 4_096
_LOCAL = re.compile(r"[^\s\x00-\x1f\x7f-\x9f()<>\[\]:;@\\,\"]+\Z")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]\Z")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class MailServer:
    """SMTP server with its credentials, and the texts that all messages share."""

    host: str
    port: int
    security: str
    user: str
    password: str
    sender: str
    """Value of the header From."""
    sender_address: str
    base_url: str
    ssl_context: ssl.SSLContext | None

    @property
    def domain(self) -> str:
        return self.sender_address.rpartition("@")[2]


def check_address(text: str, field: str) -> str:
    """Return a mail address; raise InputError if it is malformed or too long."""
    local, _, domain = text.rpartition("@")
    is_local = bool(_LOCAL.match(local)) and not local.startswith(".") and not local.endswith(".") and ".." not in local
    is_short = len(text.encode()) <= MAX_ADDRESS_LENGTH and len(local.encode()) <= _MAX_LOCAL_OCTETS
    if not (is_local and is_short and _DOMAIN.match(domain)) or not text.isprintable():
        raise InputError.of(field, _message("NO_MAIL_ADDRESS", found=text[:80], most=MAX_ADDRESS_LENGTH), "MALFORMED")
    return text


def known_zone(zone: str) -> str:
    """Return a stored time zone, or UTC if this machine does not know it any more."""
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"


def read_mail_server(settings: Settings) -> MailServer | None:
    """Return the SMTP server of the settings; None if they name no host.

    Raises:
        InputError: If settings are missing, contradict each other, or name an unreadable file.
    """
    if not settings.mail_host:
        return None
    violations: list[Violation] = []
    sender, sender_address = _sender(settings.mail_sender, violations)
    if not is_safe(settings.workbench_url):
        violations.append(Violation("TOUCHSTONE_WORKBENCH_URL", _message("BASE_URL_NEEDED"), "REQUIRED"))
    if settings.mail_security == "none" and settings.mail_user and settings.mail_host not in _LOOPBACK:
        violations.append(Violation("TOUCHSTONE_MAIL_SECURITY", _message("PASSWORD_UNENCRYPTED"), "WRONG_VALUE"))
    password = _password(settings, violations)
    context = _ssl_context(settings, violations)
    if violations:
        raise InputError(tuple(violations))
    return MailServer(
        settings.mail_host, settings.mail_port, settings.mail_security, settings.mail_user, password, sender,
        sender_address, settings.workbench_url.rstrip("/"), context,
    )  # fmt: skip


def _sender(text: str, violations: list[Violation]) -> tuple[str, str]:
    _, address = parseaddr(text)
    try:
        check_address(address if text.isprintable() else "", "TOUCHSTONE_MAIL_SENDER")
    except InputError:
        violations.append(Violation("TOUCHSTONE_MAIL_SENDER", _message("SENDER_FORM"), "MALFORMED"))
    return text, address


def _password(settings: Settings, violations: list[Violation]) -> str:
    path = settings.mail_password_file
    if bool(settings.mail_user) != (path is not None):
        violations.append(Violation("TOUCHSTONE_MAIL_PASSWORD_FILE", _message("USER_AND_PASSWORD"), "REQUIRED"))
    if path is None:
        return ""
    try:
        text = read_file(path, most=_MAX_PASSWORD_BYTES).decode().strip()
    except (FileRefusedError, OSError, ValueError) as error:
        message = _message("PASSWORD_FILE", path=path, problem=error_message(error))
        violations.append(Violation("TOUCHSTONE_MAIL_PASSWORD_FILE", message, "MALFORMED"))
        return ""
    if not text or not text.isprintable():
        message = _message("PASSWORD_FORM", path=path)
        violations.append(Violation("TOUCHSTONE_MAIL_PASSWORD_FILE", message, "MALFORMED"))
    return text


def _ssl_context(settings: Settings, violations: list[Violation]) -> ssl.SSLContext | None:
    if settings.mail_security == "none":
        return None
    try:
        return ssl.create_default_context(cafile=settings.mail_ca)
    except OSError as error:  # includes TLS errors
        message = _message("AUTHORITIES_UNUSABLE", path=settings.mail_ca, problem=error_message(error))
        violations.append(Violation("TOUCHSTONE_MAIL_CA", message, "MALFORMED"))
        return None

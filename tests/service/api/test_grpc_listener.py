"""Listener settings: refusal of unsafe exposure, and of unusable TLS files and addresses."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import grpc
import pytest

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.api.grpc_listener import check_exposure, listen
from service.base.refusals import Refusal
from service.configuration.settings import Settings
from tests.support.identities import Authority

OPEN = "0.0.0.0:0"
TLS = {"tls_certificate": "c.pem", "tls_key": "k.pem"}
KEYS = {"api_keys": True}
TOKENS = {"jwt_keys": "keys.json", "jwt_issuer": "i", "jwt_audience": "a"}
CERTIFICATES = {"certificate_principals": "p.toml", "tls_client_ca": "ca.pem"}


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"address": "localhost:0"},
        {"address": "[::1]:0", **KEYS},
        {"address": "127.0.0.1:0", **TLS},
        {"address": OPEN, **TLS, **KEYS},
        {"address": "[::]:443", "http_address": "[::]:444", **TLS, **TOKENS},
        {"address": "touchstone.example:443", **TLS, **CERTIFICATES},
        {"address": "no address"},  # reported when the server starts to listen
    ],
)
def test_safe_settings_are_accepted(settings: dict[str, Any]) -> None:
    check_exposure(Settings(**settings))


@pytest.mark.parametrize(
    ("settings", "field", "words"),
    [
        ({"address": OPEN}, "ADDRESS", "Other machines can reach"),
        ({"address": OPEN, **KEYS}, "ADDRESS", "TOUCHSTONE_TLS_CERTIFICATE"),
        ({"address": OPEN, **TLS}, "ADDRESS", "so encryption and identification are required"),
        (
            {"address": OPEN, **TLS, "tls_client_ca": "ca.pem"},
            "ADDRESS",
            "so encryption and identification are required",
        ),
        ({"address": "10.0.0.1:443", **TOKENS}, "ADDRESS", "Other machines can reach"),
        ({"tls_certificate": "c.pem"}, "TLS_KEY", "This setting is missing"),
        ({"tls_key": "k.pem"}, "TLS_CERTIFICATE", "This setting is missing"),
        ({"tls_client_ca": "ca.pem"}, "TLS_CERTIFICATE", "requires an encrypted port"),
        ({"http_address": "127.0.0.1:0", **TLS}, "HTTP_ADDRESS", "Set TOUCHSTONE_API_KEYS or TOUCHSTONE_JWT_KEYS, or"),
        (
            {"http_address": "127.0.0.1:0", **TLS, **CERTIFICATES},
            "HTTP_ADDRESS",
            "Set TOUCHSTONE_API_KEYS or TOUCHSTONE_JWT_KEYS, or",
        ),
    ],
)
def test_unsafe_settings_are_refused_in_both_languages(settings: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InputError) as raised:
        check_exposure(Settings(**settings))
    (violation,) = raised.value.violations
    assert violation.field == f"TOUCHSTONE_{field}"
    assert words in violation.description
    assert in_language(violation.description, "zh") != violation.description


def bound(**settings: Any) -> str:
    async def run() -> str:
        server = grpc.aio.server()
        try:
            return listen(server, Settings(**settings))
        finally:
            await server.stop(0)

    return asyncio.run(run())


def test_files_that_go_together_are_listened_with(tmp_path: Path) -> None:
    own = Authority(tmp_path).certified("server")
    address = bound(address="127.0.0.1:0", tls_certificate=own.certificate, tls_key=own.key)
    assert address.startswith("127.0.0.1:")
    assert not address.endswith(":0")


@pytest.mark.parametrize("wrong", ["missing", "other key", "key as certificate", "text", "locked", "no authority"])
def test_unusable_tls_files_are_named_without_their_content(tmp_path: Path, wrong: str) -> None:
    authority = Authority(tmp_path)
    own, other = authority.certified("server"), authority.certified("other")
    text = tmp_path / "text"
    text.write_text("my secret", encoding="ascii")
    files: dict[str, Any] = {"tls_certificate": own.certificate, "tls_key": own.key}
    files |= {
        "missing": {"tls_certificate": tmp_path / "nowhere.pem"},
        "other key": {"tls_key": other.key},
        "key as certificate": {"tls_certificate": own.key},
        "text": {"tls_key": text},
        "locked": {"tls_key": tmp_path},
        "no authority": {"tls_client_ca": text},
    }[wrong]
    with pytest.raises(InputError) as raised:
        bound(address="127.0.0.1:0", **files)
    (violation,) = raised.value.violations
    assert violation.field.startswith("TOUCHSTONE_TLS_")
    assert "my secret" not in violation.description
    assert "PRIVATE" not in violation.description


@pytest.mark.parametrize("address", ["", "50051", "127.0.0.1", "127.0.0.1:http", ":50051"])
def test_an_invalid_address_is_refused(address: str) -> None:
    with pytest.raises(Refusal, match="the form must be host:port"):
        bound(address=address)

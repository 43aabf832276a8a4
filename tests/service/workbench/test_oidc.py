"""OpenID Connect sign-in: ID token claims, keys, state, authentication strength, roles and provider outages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from rules.contracts.error_texts import error_message
from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.base.refusals import Reason, Refusal
from service.configuration.settings import Settings
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.oidc import Provider, provider_of
from tests.support.identities import Issuer
from tests.support.provider import CLIENT, SECRET, OidcProvider

URL = "http://127.0.0.1:8080"
Opened = Callable[..., Provider]


@pytest.fixture
def there() -> Iterator[OidcProvider]:
    with OidcProvider() as provider:
        yield provider


@pytest.fixture
def opened(there: OidcProvider, tmp_path: Path) -> Opened:
    secret = tmp_path / "secret"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")

    def give(**settings: Any) -> Provider:
        options = {
            "oidc_issuer": there.url, "oidc_client_id": CLIENT, "workbench_url": URL,
            "oidc_client_secret_file": secret if there.secret else None, **settings,
        }  # fmt: skip
        provider = provider_of(Settings(**options))
        assert provider is not None
        return provider

    return give


async def gone_there(provider: Provider) -> tuple[dict[str, str], str]:
    """Follow the redirect to the provider; return the callback parameters and the browser's secret."""
    address, secret = await provider.leave()
    assert secret not in address
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(address)
    back = urlsplit(answer.headers["location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == f"{URL}/workbench/sign-in/callback"
    return dict(parse_qsl(back.query)), secret


def signed_in(provider: Provider, **came: str) -> Principal:
    async def go() -> Principal:
        query, secret = await gone_there(provider)
        return await provider.come_back({**query, **came}, secret)

    return asyncio.run(go())


def refused(provider: Provider, reason: Reason = Reason.CREDENTIAL_INVALID, **came: str) -> str:
    with pytest.raises(Refusal) as raised:
        signed_in(provider, **came)
    assert raised.value.reason is reason
    assert "某" in in_language(error_message(raised.value), "zh")
    return str(raised.value)


def test_a_user_of_the_provider_signs_in_with_the_same_rights_as_by_bearer_token(
    there: OidcProvider, opened: Opened
) -> None:
    principal = signed_in(opened())
    assert (principal.id, principal.kind, principal.organization) == ("ada@example", PrincipalKind.TOKEN, "example")
    assert principal.roles == {Role.ASSESSOR}
    there.changed = {"realm": {"roles": "regulator admin"}, "roles": None, "organization": None}
    principal = signed_in(opened(jwt_roles_claim="realm.roles"))
    assert principal.roles == {Role.REGULATOR}
    assert not principal.organization


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("secret", ["", SECRET])
def test_the_client_sends_its_secret_by_the_method_that_the_provider_announces(secret: str, tmp_path: Path) -> None:
    with OidcProvider(secret=secret) as there:
        there.announced = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
        file = tmp_path / "secret"
        file.write_text(secret, encoding="utf-8")
        settings = Settings(
            oidc_issuer=there.url, oidc_client_id=CLIENT, workbench_url=URL,
            oidc_client_secret_file=file if secret else None,
        )  # fmt: skip
        provider = provider_of(settings)
        assert provider is not None
        assert signed_in(provider).id == "ada@example"
        there.secret = "another"  # noqa: S105 -- of a test
        with pytest.raises(Refusal, match="was not accepted"):
            signed_in(provider)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    "changed",
    [
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"nonce": 5},
        {"iss": "https://login.elsewhere.example"},
        {"aud": "another-client"},
        {"aud": [CLIENT, "another-client"]},
        {"aud": [CLIENT], "azp": "another-client"},
        {"sub": ""},
        {"sub": "a\nb"},
        {"roles": {"assessor": True}},
        {"exp": None},
    ],
)
def test_an_id_token_with_wrong_claims_is_refused(there: OidcProvider, opened: Opened, changed: dict[str, Any]) -> None:
    there.changed = changed
    assert "was not accepted" in refused(opened(oidc_name="某 login"))


def test_an_expired_token_and_a_token_signed_by_an_unknown_key_are_refused(there: OidcProvider, opened: Opened) -> None:
    provider = opened(oidc_name="某")
    there.seconds = -120
    assert "was not accepted" in refused(provider)
    there.seconds = 300
    there.signing = Issuer()
    for there.key in ("unknown", "first"):
        there.signing.add(there.key)
        assert "was not accepted" in refused(opened(oidc_name="某"))


def test_a_new_key_of_the_provider_is_fetched_when_a_token_names_it(
    there: OidcProvider, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.identity.tokens._PAUSE_SECONDS", 0.0)
    provider = opened()

    async def go() -> None:
        for key in ("first", "second"):
            there.signing.add(key)
            there.key = key
            query, secret = await gone_there(provider)
            assert (await provider.come_back(query, secret)).id == "ada@example"

    asyncio.run(go())
    assert there.asked.count("/keys") == 2
    assert there.asked.count("/.well-known/openid-configuration") == 1


def test_a_code_or_state_of_another_sign_in_is_refused(there: OidcProvider, opened: Opened) -> None:
    provider = opened(oidc_name="某")
    assert "not started" in refused(provider, state="guessed")
    assert "not started" in refused(provider, state="")
    assert "was not accepted" in refused(provider, code="guessed")
    assert "was not accepted" in refused(provider, iss="https://login.elsewhere.example")
    assert "<b>" not in refused(provider, error="<b>denied</b>")
    assert "access_denied" in refused(provider, error="access_denied")

    async def stolen() -> None:
        query, secret = await gone_there(provider)
        other, others = await gone_there(provider)
        with pytest.raises(Refusal, match="not started"):
            await provider.come_back(query, others)
        with pytest.raises(Refusal, match="not started"):
            await provider.come_back(query, "")
        with pytest.raises(Refusal, match="was not accepted"):  # PKCE: the code was requested with another verifier
            await provider.come_back({**query, "code": other["code"]}, secret)
        again, secret = await gone_there(provider)
        assert (await provider.come_back(again, secret)).id
        with pytest.raises(Refusal, match="was not accepted"):
            await provider.come_back(again, secret)

    asyncio.run(stolen())


def test_a_sign_in_with_weak_authentication_is_refused(there: OidcProvider, opened: Opened) -> None:
    provider = opened(oidc_name="某", oidc_acr="mfa  hardware")
    for there.changed in ({}, {"acr": "password"}, {"acr": ["mfa"]}):
        assert "second factor" in refused(provider)
    there.changed = {"acr": "mfa"}
    assert signed_in(provider).id
    assert there.wanted == "mfa hardware"


def test_a_user_without_a_role_or_an_organisation_is_refused_with_the_reason(
    there: OidcProvider, opened: Opened
) -> None:
    provider = opened(oidc_name="某")
    for roles in (None, [], ["admin"]):
        there.somebody.roles = roles
        assert "but have no role in this workbench" in refused(provider, Reason.ROLE_NEEDED)
    there.somebody.roles, there.somebody.organization = ["assessor"], None
    assert "does not name your organisation" in refused(provider, Reason.ROLE_NEEDED)


def test_an_unavailable_provider_is_retried_later_and_its_cached_metadata_remain_in_use(
    there: OidcProvider, opened: Opened
) -> None:
    now = [1_000.0]
    provider = opened(oidc_name="某")
    provider._clock = lambda: now[0]

    async def go() -> None:
        there.down = True
        for _ in range(3):
            with pytest.raises(Refusal) as raised:
                await provider.leave()
            assert raised.value.reason is Reason.IDENTITY_UNAVAILABLE
        assert len(there.asked) == 1
        assert await provider.end() == ""
        now[0] += 10
        there.down = False
        await asyncio.gather(*(provider.leave() for _ in range(5)))
        assert len(there.asked) == 2
        assert (await provider.end()).startswith(f"{there.url}/leave?client_id={CLIENT}&post_logout")
        now[0] += 7_200
        there.down = True
        query, secret = await gone_there(provider)
        with pytest.raises(Refusal) as raised:
            await provider.come_back(query, secret)
        assert raised.value.reason is Reason.IDENTITY_UNAVAILABLE

    asyncio.run(go())


@pytest.mark.parametrize(
    "announced",
    [
        {"issuer": "https://login.elsewhere.example"},
        {"token_endpoint": None},
        {"jwks_uri": "http://login.example/keys"},
        {"authorization_endpoint": "http://login.example/authorize"},
        {"end_session_endpoint": "javascript:alert(1)"},
    ],
)
def test_unacceptable_provider_metadata_are_refused(
    there: OidcProvider, opened: Opened, announced: dict[str, Any]
) -> None:
    there.announced = announced
    with pytest.raises(Refusal) as raised:
        asyncio.run(opened().leave())
    assert raised.value.reason is Reason.IDENTITY_UNAVAILABLE


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"oidc_client_id": ""}, "OIDC_CLIENT_ID"),
        ({"workbench_url": ""}, "WORKBENCH_URL"),
        ({"workbench_url": "http://touchstone.example"}, "WORKBENCH_URL"),
        ({"workbench_url": "https://touchstone.example"}, "WORKBENCH_URL"),
        ({"workbench_url": f"{URL}/workbench"}, "WORKBENCH_URL"),
        ({"oidc_issuer": "http://login.example"}, "OIDC_ISSUER"),
        ({"jwt_issuer": "https://login.example"}, "OIDC_ISSUER"),
        ({"jwt_audience": CLIENT}, "OIDC_CLIENT_ID"),
        ({"oidc_scopes": "profile"}, "OIDC_SCOPES"),
        ({"oidc_client_secret_file": "/dev/null"}, "OIDC_CLIENT_SECRET_FILE"),
        ({"jwt_algorithms": "HS256"}, "JWT_ALGORITHMS"),
    ],
)
def test_settings_that_cannot_be_used_are_named(opened: Opened, settings: dict[str, Any], named: str) -> None:
    with pytest.raises(InputError) as raised:
        opened(**settings)
    assert [one.field for one in raised.value.violations] == [f"TOUCHSTONE_{named}"]


def test_the_provider_is_optional_and_its_name_defaults_to_the_host(opened: Opened) -> None:
    assert provider_of(Settings()) is None
    assert opened().name == "127.0.0.1"
    assert opened(oidc_name="Example login").name == "Example login"
    assert opened(workbench_url="https://touchstone.example", api_keys=True).name

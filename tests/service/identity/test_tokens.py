"""JWT bearer tokens: claims, roles, clock skew, forged tokens, JWKS caching and unsafe settings."""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.errors import InputError
from service.base.refusals import Reason, Refusal
from service.configuration.settings import Settings
from service.identity.authentication import tokens_of
from service.identity.principals import Principal, PrincipalKind, Role
from service.identity.tokens import ClaimSettings, KeySet, TokenAuthenticator
from tests.support.identities import AUDIENCE, ISSUER, Issuer
from tests.support.tiers import tries


@pytest.fixture(scope="module")
def issuer() -> Issuer:
    issuer = Issuer()
    issuer.add("first")
    return issuer


@pytest.fixture
def key_file(tmp_path: Path, issuer: Issuer) -> Path:
    path = tmp_path / "keys.json"
    path.write_text(issuer.key_set(), encoding="utf-8")
    return path


def read(path: Path, token: str, **claims: Any) -> Principal:
    wanted = ClaimSettings(issuer=ISSUER, audience=AUDIENCE, **claims)

    async def ask() -> Principal:
        return await TokenAuthenticator(KeySet(str(path)), wanted).principal(token)

    return asyncio.run(ask())


def refusal(path: Path, token: str, **claims: Any) -> Refusal:
    with pytest.raises(Refusal) as raised:
        read(path, token, **claims)
    assert raised.value.reason is Reason.CREDENTIAL_INVALID
    assert token[:20] not in str(raised.value) or not token
    return raised.value


def test_a_token_identifies_its_subject_organisation_and_roles(key_file: Path, issuer: Issuer) -> None:
    principal = read(key_file, issuer.token(organization="example", roles=["assessor", "admin", "decider"]))
    assert (principal.id, principal.kind, principal.organization) == ("ada@example", PrincipalKind.TOKEN, "example")
    assert principal.roles == {Role.ASSESSOR, Role.DECIDER}


def test_an_applicant_has_no_other_role(key_file: Path, issuer: Issuer) -> None:
    principal = read(key_file, issuer.token(organization="example", roles=["assessor", "applicant", "operator"]))
    assert principal.roles == {Role.APPLICANT}
    assert not principal.knows_others


@pytest.mark.parametrize(
    ("claims", "names"),
    [
        ({"https://example.com/roles": "regulator operator"}, {"roles": "https://example.com/roles"}),
        ({"realm": {"access": {"roles": ["regulator", "operator"]}}}, {"roles": "realm.access.roles"}),
    ],
)
def test_claims_are_read_under_the_configured_names(
    key_file: Path, issuer: Issuer, claims: dict[str, Any], names: dict[str, str]
) -> None:
    principal = read(key_file, issuer.token(org="organizations/acme", **claims), organization="org", **names)
    assert (principal.organization, principal.roles) == ("acme", frozenset({Role.REGULATOR, Role.OPERATOR}))


@pytest.mark.parametrize("roles", [{"assessor": True}, 5, True, 0, {}, ["assessor", 7], [["assessor"]], [None]])
def test_roles_that_are_no_list_are_refused(key_file: Path, issuer: Issuer, roles: object) -> None:
    with pytest.raises(Refusal, match="The claim 'roles' of the token is not a list of roles") as refused:
        read(key_file, issuer.token(organization="example", roles=roles))
    assert refused.value.reason is Reason.CREDENTIAL_INVALID


@pytest.mark.parametrize("roles", [None, [], "", "admin"])
def test_a_token_without_known_roles_yields_no_roles(key_file: Path, issuer: Issuer, roles: object) -> None:
    assert not read(key_file, issuer.token(organization="example", roles=roles)).roles


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"exp": 1_700_000_000}, "has expired"),
        ({"exp": None}, "does not contain the claim (field) 'exp'"),
        ({"sub": None}, "does not contain the claim (field) 'sub'"),
        ({"iss": "https://evil.example"}, "issued by a sign-in service that this server does not trust"),
        ({"iss": None}, "does not contain the claim (field) 'iss'"),
        ({"aud": "else"}, "another service"),
        ({"aud": None}, "does not contain the claim (field) 'aud'"),
        ({"nbf": 4_000_000_000}, "is not valid yet"),
        ({"sub": "line\nbreak"}, "claim 'sub'"),
        ({"sub": ""}, "claim 'sub'"),
        ({"sub": "x" * 201}, "claim 'sub'"),
        ({"organization": "../other"}, "is not the name of an organisation"),
        ({"organization": ["example", "other"]}, ""),
    ],
)
def test_an_invalid_claim_is_refused(key_file: Path, issuer: Issuer, claims: dict[str, Any], words: str) -> None:
    token = issuer.token(**{"organization": "example", "roles": ["assessor"], **claims})
    if words:
        assert words in str(refusal(key_file, token))
    else:
        with pytest.raises(Refusal, match="is not the name of an organisation"):
            read(key_file, token)


def test_clock_skew_is_tolerated_up_to_the_limit(key_file: Path, issuer: Issuer) -> None:
    token = issuer.token(seconds=-20)
    assert read(key_file, token).id == "ada@example"
    assert "has expired" in str(refusal(key_file, token, skew_seconds=5))


def unsigned(header: dict[str, object], claims: dict[str, object]) -> str:
    parts = (json.dumps(part).encode() for part in (header, claims))
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."


def test_forged_tokens_are_refused(key_file: Path, issuer: Issuer) -> None:
    claims: dict[str, object] = {"iss": ISSUER, "aud": AUDIENCE, "sub": "eve", "exp": int(time.time()) + 300}
    public = issuer.keys["first"].public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    shared = base64.urlsafe_b64encode(b"a secret of thirty-two characters").decode()
    stranger = Issuer()
    stranger.add("first")
    good = issuer.token(organization="example", roles=["assessor"])
    head, body, signature = good.split(".")
    changed = json.loads(base64.urlsafe_b64decode(body + "=="))
    changed["roles"] = ["operator"]
    body = base64.urlsafe_b64encode(json.dumps(changed).encode()).decode().rstrip("=")
    confused = unsigned({"alg": "HS256", "kid": "first"}, claims)
    mark = hmac.digest(pem, confused.rstrip(".").encode(), "sha256")
    for forged in (
        unsigned({"alg": "none", "kid": "first"}, claims),
        unsigned({"alg": "None", "kid": "first"}, claims),
        jwt.encode(claims, shared, algorithm="HS256", headers={"kid": "first"}),
        stranger.token(organization="example", roles=["operator"]),
        f"{head}.{body}.{signature}",
        f"{head}.{body}.",
        jwt.encode(claims, issuer.keys["first"], algorithm="RS512", headers={"kid": "first"}),
        jwt.encode(claims, issuer.keys["first"], algorithm="RS256", headers={"kid": "second"}),
        jwt.encode(
            claims, stranger.keys["first"], algorithm="RS256", headers={"kid": "x", "jku": "http://127.0.0.1:1/keys"}
        ),
        confused + base64.urlsafe_b64encode(mark).decode().rstrip("="),
        "a.b.c",
        "",
        "ey" * 3000,
    ):
        refusal(key_file, forged)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_HEADS = st.dictionaries(st.sampled_from(["alg", "kid", "typ", "crit", "b64", "jwk", "x5c", "zip", "enc"]), _JSON)


@given(_HEADS, st.dictionaries(st.sampled_from(["iss", "aud", "sub", "exp", "nbf", "iat", "roles"]), _JSON), st.data())
@settings(max_examples=tries(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_token_is_accepted_or_refused_as_an_invalid_credential(
    key_file: Path, issuer: Issuer, head: dict[str, Any], claims: dict[str, Any], data: st.DataObject
) -> None:
    if data.draw(st.booleans()):
        token = issuer.token(**claims)
    else:
        kind = data.draw(st.sampled_from(["RS256", "none", "HS256", "ES256"]))
        token = unsigned({"alg": kind, "kid": "first", **head}, claims) + data.draw(
            st.sampled_from(["", "AAAA", "=", "~"])
        )
    reasons = {Reason.CREDENTIAL_INVALID}
    try:
        assert read(key_file, token).kind is PrincipalKind.TOKEN
    except Refusal as refused:
        reasons.add(refused.reason)
    assert reasons == {Reason.CREDENTIAL_INVALID}


@pytest.mark.parametrize("place", ["head", "claims"])
def test_a_token_with_deep_nesting_is_refused(key_file: Path, issuer: Issuer, place: str) -> None:
    deep = base64.urlsafe_b64encode(b"[" * 5000).decode()
    head = base64.urlsafe_b64encode(b'{"alg": "RS256", "kid": "first"}').decode().rstrip("=")
    signed = f"{head}.{deep}".rstrip("=")
    key = issuer.keys["first"]
    mark = base64.urlsafe_b64encode(key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())).decode()
    token = f"{signed}.{mark.rstrip('=')}" if place == "claims" else f"{deep.rstrip('=')}.e30.AAAA"
    assert "is not a signed JSON Web Token" in str(refusal(key_file, token))


def test_a_shared_secret_in_the_key_set_is_no_key(tmp_path: Path, issuer: Issuer) -> None:
    secret = b"a secret of thirty-two characters"
    oct = {"kty": "oct", "kid": "shared", "k": base64.urlsafe_b64encode(secret).decode().rstrip("=")}
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"keys": [oct, *json.loads(issuer.key_set())["keys"]]}), encoding="utf-8")
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": "eve", "exp": int(time.time()) + 300}
    refusal(path, jwt.encode(claims, secret, algorithm="HS256", headers={"kid": "shared"}))
    assert read(path, issuer.token()).id == "ada@example"


class Published(BaseHTTPRequestHandler):
    """A key set at a URL that counts how often it is read."""

    content, reads, status = "", 0, 200

    def do_GET(self) -> None:
        type(self).reads += 1
        self.send_response(self.status)
        if self.status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(self.content.encode())

    def log_message(self, format: str, *values: object) -> None:
        """Suppress the request log."""


@pytest.fixture
def url(issuer: Issuer) -> Iterator[str]:
    Published.content, Published.reads, Published.status = issuer.key_set(), 0, 200
    server = HTTPServer(("127.0.0.1", 0), Published)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/keys"
    server.shutdown()
    thread.join()
    server.server_close()


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_keys_are_cached_and_reloaded_for_an_unknown_key_only_after_an_interval(url: str, issuer: Issuer) -> None:
    clock = Clock()
    tokens = TokenAuthenticator(KeySet(url, clock=clock), ClaimSettings(issuer=ISSUER, audience=AUDIENCE))
    rotated = Issuer(dict(issuer.keys))
    rotated.add("second")

    async def ask() -> None:
        principals = await asyncio.gather(*(tokens.principal(issuer.token()) for _ in range(20)))
        assert len(principals) == 20
        assert Published.reads == 1
        for _ in range(20):
            with pytest.raises(Refusal, match="its issuer does not publish"):
                await tokens.principal(rotated.token("second"))
        assert Published.reads == 1  # it was read just now
        Published.content = rotated.key_set()
        clock.now += 31
        assert (await tokens.principal(rotated.token("second"))).id == "ada@example"
        assert Published.reads == 2

    asyncio.run(ask())


def test_keys_at_hand_serve_while_the_issuer_is_away_for_a_day(url: str, issuer: Issuer) -> None:
    clock = Clock()
    keys = KeySet(url, clock=clock)
    tokens = TokenAuthenticator(keys, ClaimSettings(issuer=ISSUER, audience=AUDIENCE))

    async def ask() -> None:
        await tokens.principal(issuer.token())
        Published.status = 503
        clock.now += 3600
        for _ in range(3):
            await tokens.principal(issuer.token())
        clock.now += 90_000
        with pytest.raises(Refusal) as raised:
            await tokens.principal(issuer.token())
        assert raised.value.reason is Reason.IDENTITY_UNAVAILABLE
        Published.status = 200
        clock.now += 31
        await tokens.principal(issuer.token())

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("content", "status"), [("{}", 200), ("no json", 200), ("x" * 1_000_001, 200), ('{"keys": []}', 200), ("", 302)]
)
def test_an_invalid_key_set_is_not_trusted(url: str, issuer: Issuer, content: str, status: int) -> None:
    Published.content, Published.status = content, status
    tokens = TokenAuthenticator(KeySet(url), ClaimSettings(issuer=ISSUER, audience=AUDIENCE))

    async def ask() -> None:
        for _ in range(5):
            with pytest.raises(Refusal) as raised:
                await tokens.principal(issuer.token())
            assert raised.value.reason is Reason.IDENTITY_UNAVAILABLE
        assert Published.reads == 1

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("settings", "fields"),
    [
        ({"jwt_keys": "k.json"}, {"TOUCHSTONE_JWT_ISSUER", "TOUCHSTONE_JWT_AUDIENCE"}),
        ({"jwt_issuer": "i", "jwt_audience": "a"}, {"TOUCHSTONE_JWT_KEYS"}),
        ({"jwt_keys": "http://login.example/k", "jwt_issuer": "i", "jwt_audience": "a"}, {"TOUCHSTONE_JWT_KEYS"}),
        ({"jwt_keys": "ftp://login.example/k", "jwt_issuer": "i", "jwt_audience": "a"}, {"TOUCHSTONE_JWT_KEYS"}),
        (
            {"jwt_keys": "k", "jwt_issuer": "i", "jwt_audience": "a", "jwt_algorithms": "RS256 HS256"},
            {"TOUCHSTONE_JWT_ALGORITHMS"},
        ),
        (
            {"jwt_keys": "k", "jwt_issuer": "i", "jwt_audience": "a", "jwt_algorithms": "none"},
            {"TOUCHSTONE_JWT_ALGORITHMS"},
        ),
    ],
)
def test_unsafe_token_settings_are_refused(settings: dict[str, str], fields: set[str]) -> None:
    with pytest.raises(InputError) as raised:
        tokens_of(Settings(**settings))  # type: ignore[arg-type]
    assert {one.field for one in raised.value.violations} == fields

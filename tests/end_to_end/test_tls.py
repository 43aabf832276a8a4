"""TLS and mutual TLS: client certificates as principals, revocation, renewal, and refusal of unsafe settings."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import grpc
import httpx
import pytest

from service.identity.principals import Role
from tests.support.calling import refused, request_for
from tests.support.identities import AUDIENCE, ISSUER, Authority, Certified, Issuer, bearing, new_key_of
from tests.support.running import COMMAND, ROOT, RunningServer
from tests.support.small_card import small_subject
from tests.support.waiting import until
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, evaluation_service_pb2_grpc

SUBJECT = "CN=door,O=Example"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def own(authority: Authority) -> Certified:
    return authority.certified("server")


def tls(own: Certified) -> dict[str, str]:
    return {"TOUCHSTONE_TLS_CERTIFICATE": str(own.certificate), "TOUCHSTONE_TLS_KEY": str(own.key)}


def secured(server: RunningServer, authority: Authority, shown: Certified | None = None) -> grpc.Channel:
    """Connect as a client of this authority, which may show a certificate."""
    mine = (None, None) if shown is None else (shown.key.read_bytes(), shown.certificate.read_bytes())
    credentials = grpc.ssl_channel_credentials(authority.file.read_bytes(), *mine)
    port = server.address.rpartition(":")[2]
    return grpc.secure_channel(f"localhost:{port}", credentials, options=(("grpc.use_local_subchannel_pool", 1),))


def evaluated(channel: grpc.Channel, **named: Any) -> evaluation_pb2.Evaluation:
    stub = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)
    answer: evaluation_pb2.Evaluation = stub.EvaluateSubject(request_for(small_subject()), timeout=20, **named)
    return answer


@pytest.fixture(scope="module")
def mutual(
    tmp_path_factory: pytest.TempPathFactory, gazette: Path, authority: Authority, own: Certified
) -> Iterator[tuple[RunningServer, Issuer]]:
    folder = tmp_path_factory.mktemp("mutual")
    issuer = Issuer()
    issuer.add("first")
    (folder / "keys.json").write_text(issuer.key_set(), encoding="utf-8")
    mapping = folder / "principals.toml"
    mapping.write_text(f'["{SUBJECT}"]\norganization = "organizations/green-body"\nroles = ["integrator"]\n', "utf-8")
    settings: dict[str, Any] = {
        **tls(own),
        "TOUCHSTONE_ADDRESS": "0.0.0.0:0",
        "TOUCHSTONE_TLS_CLIENT_CA": str(authority.file),
        "TOUCHSTONE_CERTIFICATE_PRINCIPALS": str(mapping),
        "TOUCHSTONE_JWT_KEYS": str(folder / "keys.json"),
        "TOUCHSTONE_JWT_ISSUER": ISSUER,
        "TOUCHSTONE_JWT_AUDIENCE": AUDIENCE,
    }
    with RunningServer(folder, gazette, **settings) as running:
        yield running, issuer


@pytest.mark.full
def test_a_client_certificate_identifies_the_caller(mutual: tuple[RunningServer, Issuer], authority: Authority) -> None:
    server, issuer = mutual
    with secured(server, authority, authority.certified("door")) as channel:
        made = evaluated(channel)
        principal = made.principal
        assert (principal.id, principal.organization) == (SUBJECT, "organizations/green-body")
        assert principal.kind == evaluation_pb2.Principal.KIND_CERTIFICATE
        assert "principal" not in made.record_json
        stub = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)
        get = evaluation_service_pb2.GetEvaluationRequest(name=made.name)
        assert stub.GetEvaluation(get).principal == principal
        shown = bearing(issuer.token(organization="green-body", roles=["assessor", "admin"]))
        signed = evaluated(channel, metadata=shown).principal
        assert (signed.id, signed.kind) == ("ada@example", evaluation_pb2.Principal.KIND_TOKEN)
        token = bearing(issuer.token(organization="green-body", roles=["decider"]))
        with pytest.raises(grpc.RpcError) as raised:  # the token has priority
            evaluated(channel, metadata=token)
        assert raised.value.code() is grpc.StatusCode.PERMISSION_DENIED


def test_a_valid_certificate_of_an_unknown_subject_is_refused_with_the_reason(
    mutual: tuple[RunningServer, Issuer], authority: Authority
) -> None:
    server, _ = mutual
    with secured(server, authority, authority.certified("stranger")) as channel:
        stub = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)
        answer = refused(stub.EvaluateSubject, request_for(small_subject()))
        assert (answer.code, answer.reason) == (grpc.StatusCode.UNAUTHENTICATED, "CREDENTIAL_INVALID")
        assert "CN=stranger,O=Example" in answer.message


def test_a_missing_certificate_or_an_unknown_authority_prevents_the_connection(
    mutual: tuple[RunningServer, Issuer], authority: Authority, tmp_path: Path
) -> None:
    server, issuer = mutual
    other = Authority(tmp_path, "elsewhere").certified("door")
    token = bearing(issuer.token(organization="green-body", roles=["assessor"]))
    for shown in (None, other):
        with secured(server, authority, shown) as channel, pytest.raises(grpc.RpcError) as raised:
            evaluated(channel, metadata=token)
        assert raised.value.code() is grpc.StatusCode.UNAVAILABLE
    with grpc.insecure_channel(server.address.replace("0.0.0.0", "127.0.0.1")) as channel:  # noqa: S104 -- text only
        with pytest.raises(grpc.RpcError) as raised:
            evaluated(channel, metadata=token)
        assert raised.value.code() is grpc.StatusCode.UNAVAILABLE


@pytest.mark.full
def test_a_certificate_that_is_revoked_while_serving(
    tmp_path: Path, gazette: Path, authority: Authority, own: Certified
) -> None:
    door = authority.certified("door")
    mapping, revoked = tmp_path / "principals.toml", tmp_path / "revoked.pem"
    mapping.write_text(f'["{SUBJECT}"]\norganization = "organizations/green-body"\nroles = ["integrator"]\n', "utf-8")
    revoked.write_bytes(authority.revocations())
    settings: dict[str, Any] = {
        **tls(own),
        "TOUCHSTONE_TLS_CLIENT_CA": str(authority.file),
        "TOUCHSTONE_TLS_CLIENT_CRL": str(revoked),
        "TOUCHSTONE_CERTIFICATE_PRINCIPALS": str(mapping),
    }
    with RunningServer(tmp_path, gazette, **settings) as server, secured(server, authority, door) as channel:
        stub = evaluation_service_pb2_grpc.EvaluationServiceStub(channel)
        assert evaluated(channel).name
        new = tmp_path / "new.pem"
        new.write_bytes(authority.revocations(door))
        os.replace(new, revoked)  # noqa: PTH105 -- at once, as a renewal does it
        answer = refused(stub.EvaluateSubject, request_for(small_subject()))
        assert (answer.code, answer.reason) == (grpc.StatusCode.UNAUTHENTICATED, "CREDENTIAL_INVALID")
        assert "was revoked" in answer.message
        new.write_bytes(authority.revocations(next_update=-timedelta(minutes=1)))
        os.replace(new, revoked)  # noqa: PTH105 -- atomic, like a renewal
        answer = refused(stub.EvaluateSubject, request_for(small_subject()))
        assert (answer.code, answer.reason) == (grpc.StatusCode.UNAVAILABLE, "IDENTITY_UNAVAILABLE")


@pytest.mark.full
def test_keys_and_renewed_certificates_over_tls(
    tmp_path: Path, gazette: Path, authority: Authority, own: Certified
) -> None:
    (tmp_path / "live").mkdir()
    live = {name: tmp_path / "live" / name for name in ("certificate", "key")}
    shutil.copy(own.certificate, live["certificate"])
    shutil.copy(own.key, live["key"])
    settings: dict[str, Any] = {
        "TOUCHSTONE_ADDRESS": "0.0.0.0:0",
        "TOUCHSTONE_TLS_CERTIFICATE": str(live["certificate"]),
        "TOUCHSTONE_TLS_KEY": str(live["key"]),
        "TOUCHSTONE_API_KEYS": "true",
    }
    with RunningServer(tmp_path, gazette, **settings) as server:
        key = new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], "green-body", Role.ASSESSOR)
        with secured(server, authority) as channel:
            made = evaluated(channel, metadata=bearing(key))
            assert made.principal.id == key.split("_")[1]
            assert made.principal.kind == evaluation_pb2.Principal.KIND_API_KEY
        successor = Authority(tmp_path, "successor")
        renewed = successor.certified("renewed")
        os.replace(renewed.key, live["key"])  # noqa: PTH105 -- at once, as a renewal does it
        os.replace(renewed.certificate, live["certificate"])  # noqa: PTH105 -- atomic, like a renewal

        def answers() -> bool:
            with secured(server, successor) as channel:
                try:
                    return bool(evaluated(channel, metadata=bearing(key)).name)
                except grpc.RpcError:
                    return False

        until(answers)
        assert '"event": "certificate_renewed"' in server.log


@pytest.mark.full
def test_http_is_encrypted_and_requires_an_identity_like_the_grpc_port(
    tmp_path: Path, gazette: Path, authority: Authority, own: Certified
) -> None:
    settings: dict[str, Any] = {**tls(own), "TOUCHSTONE_ADDRESS": "0.0.0.0:0", "TOUCHSTONE_API_KEYS": "true"}
    with RunningServer(tmp_path, gazette, **settings, TOUCHSTONE_HTTP_ADDRESS="0.0.0.0:0") as server:
        key = new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], "green-body", Role.ASSESSOR)
        scheme, _, port = server.http.rpartition(":")
        assert scheme == "https://0.0.0.0"
        trusted = ssl.create_default_context(cafile=str(authority.file))
        with httpx.Client(base_url=f"https://localhost:{port}", verify=trusted, timeout=30) as client:
            refused_ = client.get("/v1/scorecards")
            assert (refused_.status_code, "API" in refused_.json()["message"]) == (401, True)
            answer = client.get("/v1/scorecards", headers={"authorization": f"Bearer {key}"})
            assert answer.status_code == 200, answer.text
            assert [one["name"] for one in answer.json()["scorecards"]] == ["scorecards/small-factory"]
            other = client.get("/v1/organizations/other/evaluations", headers={"authorization": f"Bearer {key}"})
            assert other.status_code == 403
        with pytest.raises(httpx.TransportError):
            httpx.get(f"http://127.0.0.1:{port}/v1/scorecards", timeout=10)


@pytest.mark.full
@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"TOUCHSTONE_ADDRESS": "0.0.0.0:0"}, "Other machines can reach"),
        ({"TOUCHSTONE_ADDRESS": "[::]:0", "TOUCHSTONE_LANGUAGE": "zh"}, "因此必须加密并表明调用者身份"),
        ({"TOUCHSTONE_JWT_KEYS": "keys.json"}, "TOUCHSTONE_JWT_ISSUER: This setting is required"),
    ],
)
def test_a_server_with_unsafe_settings_does_not_start_and_reports_the_fix(
    tmp_path: Path, gazette: Path, settings: dict[str, str], words: str
) -> None:
    environment = {
        **os.environ,
        "TOUCHSTONE_ADDRESS": "127.0.0.1:0",
        "TOUCHSTONE_GAZETTE": str(gazette),
        "TOUCHSTONE_DATABASE_URL": f"sqlite:///{tmp_path}/store.sqlite3",
        **settings,
    }
    ended = subprocess.run(  # noqa: S603 -- the command is our own
        COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2, ended.stderr
    assert words in ended.stderr
